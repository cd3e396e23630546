"""Logs: one event a line, as JSON or as text, on standard error. Addresses are logged without secrets in them."""

import json
import logging
import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from setwatch.model import shown_address
from setwatch.publish import clean


class LogFormat(StrEnum):
    """How events are logged."""

    JSON = "json"
    TEXT = "text"


LogOption = Annotated[
    LogFormat | None,
    typer.Option(
        "--log",
        envvar="SETWATCH_LOG",
        show_envvar=True,
        help="Log each event as a line on standard error: json or text.",
    ),
]

LOG = logging.getLogger("setwatch")
_LOUD = ("httpx", "httpcore", "hpack", "h2", "asyncio", "urllib3", "apprise", "websockets")
"""Libraries that log addresses as they are, or more than anybody reads; only what they warn of is logged."""


def log_to(form: LogFormat | None) -> None:
    """Log from now on; None: nothing but what goes wrong, as Python does by itself."""
    if form is None:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if form is LogFormat.JSON else _Text())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)


def event(name: str, **facts: object) -> None:
    """Log an event with its facts; `url` among them is an address, and shown as such."""
    if (url := facts.get("url")) is not None:
        facts["url"] = shown_address(str(url))
    LOG.info(name, extra={"facts": {key: value for key, value in facts.items() if value is not None}})


def _facts(record: logging.LogRecord) -> dict[str, object]:
    found: dict[str, object] = getattr(record, "facts", {})
    return found


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        row = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": clean(record.getMessage()),
            **_facts(record),
        }
        if record.exc_info:
            row["error"] = self.formatException(record.exc_info)
        return json.dumps(row, ensure_ascii=True, default=str)


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        facts = " ".join(f"{key}={clean(str(value))!r}" for key, value in _facts(record).items())
        told = f"{time} {record.levelname.lower()} {clean(record.getMessage())} {facts}".rstrip()
        return f"{told}\n{self.formatException(record.exc_info)}" if record.exc_info else told
