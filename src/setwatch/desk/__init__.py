"""The one place that puts the parts together; commands and the site talk to it alone."""

from typing import TYPE_CHECKING

import lazy_loader

from setwatch.desk.decisions import DecisionError
from setwatch.desk.desk import Desk, UnknownTitleError, default_store
from setwatch.desk.find import find
from setwatch.desk.look import MediaError
from setwatch.desk.material import material_of, shelf_of
from setwatch.desk.read import model_reader, read_capture, read_source
from setwatch.desk.tokens import new_token, token_of
from setwatch.desk.upkeep import AddSummary, Progress
from setwatch.store import StoreError

if TYPE_CHECKING:
    from setwatch.desk.alerts import SendSummary, queue_alerts, send_alerts
    from setwatch.desk.follow import Taken
    from setwatch.desk.live import BusyError, Live, Network

__all__ = [
    "AddSummary",
    "BusyError",
    "DecisionError",
    "Desk",
    "Live",
    "MediaError",
    "Network",
    "Progress",
    "SendSummary",
    "StoreError",
    "Taken",
    "UnknownTitleError",
    "default_store",
    "find",
    "material_of",
    "model_reader",
    "new_token",
    "queue_alerts",
    "read_capture",
    "read_source",
    "send_alerts",
    "shelf_of",
    "token_of",
]

# Imported when first used: most commands ask no network.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "alerts": ["SendSummary", "queue_alerts", "send_alerts"],
        "follow": ["Taken"],
        "live": ["BusyError", "Live", "Network"],
    },
)
