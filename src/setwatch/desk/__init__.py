"""The one place that puts the parts together; commands and the site talk to it alone."""

from typing import TYPE_CHECKING

import lazy_loader

from setwatch.desk.board import Outlet, Shown
from setwatch.desk.decisions import DecisionError
from setwatch.desk.desk import Desk, default_store
from setwatch.desk.doctor import Check, Health, doctor
from setwatch.desk.find import Found, find
from setwatch.desk.look import MediaError
from setwatch.desk.material import material_of, shelf_of
from setwatch.desk.read import model_reader, read_capture, read_source
from setwatch.desk.ready import ready
from setwatch.desk.resting import resting, rests_in
from setwatch.desk.titles import UnknownTitleError
from setwatch.desk.tokens import new_token, token_of
from setwatch.desk.upkeep import AddSummary, Progress
from setwatch.store import Examined, StoreError, StoreFault, Token, back_up

if TYPE_CHECKING:
    from setwatch.desk.alerts import SendSummary, queue_alerts, send_alerts
    from setwatch.desk.archive import write_archive
    from setwatch.desk.follow import Taken
    from setwatch.desk.live import BusyError, Live, Network
    from setwatch.desk.locks import life_of, put_back, run_lock
    from setwatch.desk.state import State, state_of
    from setwatch.desk.tell import Alerts

__all__ = [
    "AddSummary",
    "Alerts",
    "BusyError",
    "Check",
    "DecisionError",
    "Desk",
    "Examined",
    "Found",
    "Health",
    "Live",
    "MediaError",
    "Network",
    "Outlet",
    "Progress",
    "SendSummary",
    "Shown",
    "State",
    "StoreError",
    "StoreFault",
    "Taken",
    "Token",
    "UnknownTitleError",
    "back_up",
    "default_store",
    "doctor",
    "find",
    "life_of",
    "material_of",
    "model_reader",
    "new_token",
    "put_back",
    "queue_alerts",
    "read_capture",
    "read_source",
    "ready",
    "resting",
    "rests_in",
    "run_lock",
    "send_alerts",
    "shelf_of",
    "state_of",
    "token_of",
    "write_archive",
]

# Imported when first used: most commands ask no network.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "archive": ["write_archive"],
        "alerts": ["SendSummary", "queue_alerts", "send_alerts"],
        "follow": ["Taken"],
        "live": ["BusyError", "Live", "Network"],
        "locks": ["life_of", "put_back", "run_lock"],
        "state": ["State", "state_of"],
        "tell": ["Alerts"],
    },
)
