"""The one place that puts the parts together; commands and the site talk to it alone."""

from setwatch.desk.decisions import DecisionError
from setwatch.desk.desk import Desk, UnknownTitleError, default_store
from setwatch.desk.look import MediaError
from setwatch.desk.read import model_reader, read_capture, read_source
from setwatch.desk.upkeep import AddSummary, Progress
from setwatch.store import StoreError

__all__ = [
    "AddSummary",
    "DecisionError",
    "Desk",
    "MediaError",
    "Progress",
    "StoreError",
    "UnknownTitleError",
    "default_store",
    "model_reader",
    "read_capture",
    "read_source",
]
