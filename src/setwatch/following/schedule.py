"""When a source is asked next. Pure: a schedule, what came, the time and a die give the next schedule."""

import tomllib
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib.resources import files
from random import Random
from typing import Any

from setwatch.model import Answer, FetchError, Followed, Schedule, SourceKind, Trouble

_DATA: dict[str, Any] = tomllib.loads((files(__package__) / "schedule.toml").read_text(encoding="utf-8"))
_FAILURE: dict[str, float] = _DATA["failure"]
_SERVER_MOST: float = _DATA["server"]["most"]
_FRESH_MOST: float = _DATA["source"]["most"]
_GONE: dict[str, float] = _DATA["gone"]
_STREAM: dict[str, float] = _DATA["stream"]
_PAGES = (SourceKind.PAGE, SourceKind.POST)
_FOREVER = timedelta(days=36500)


def first(kind: SourceKind, now: datetime) -> Schedule:
    """Return the schedule of a source that was never asked: it is due now."""
    return Schedule(now, _pace(kind)["first"])


def asking(schedule: Schedule, now: datetime) -> Schedule:
    """Return the schedule while a source is being asked: whatever happens, it is not asked again in its interval."""
    return replace(schedule, asked=now, due=now + timedelta(seconds=schedule.interval))


def answered(followed: Followed, answer: Answer, new: int, now: datetime, dice: Random) -> Schedule:
    """Return the schedule after an answer that brought `new` captures that were not there."""
    schedule, kind = followed.schedule, followed.source.kind
    if answer.status == HTTPStatus.GONE:
        return replace(schedule, ended=True, trouble="is gone for good (410)", due=now + _FOREVER)
    wait = _retry_after(answer, now)
    if answer.status >= HTTPStatus.BAD_REQUEST:
        return failed(followed, f"answers {answer.status}", now, dice, wait)
    pace = _pace(kind)
    interval = schedule.interval * (pace["shrink"] if new else pace["grow"])
    ended = kind in _PAGES and interval > pace["most"]
    interval = min(max(interval, pace["least"]), pace["most"])
    pause = _jittered(max(interval, _max_age(answer), wait), dice)
    same = answer.status == HTTPStatus.NOT_MODIFIED
    return Schedule(
        due=now + timedelta(seconds=pause),
        interval=interval,
        etag=answer.header("etag") or (schedule.etag if same else None),
        last_modified=answer.header("last-modified") or (schedule.last_modified if same else None),
        asked=now,
        changed=now if new else schedule.changed,
        ended=ended,
    )


def unanswered(followed: Followed, error: FetchError, now: datetime, dice: Random) -> Schedule:
    """Return the schedule after a fetch without an answer."""
    schedule = failed(followed, str(error), now, dice)
    if error.trouble in (Trouble.ADDRESS, Trouble.ROBOTS):  # not a matter of trying again soon
        return replace(schedule, due=now + timedelta(seconds=_jittered(_FAILURE["most"], dice)))
    return schedule


def failed(followed: Followed, trouble: str, now: datetime, dice: Random, wait: float = 0.0) -> Schedule:
    """Return the schedule after a failure: the pause doubles each time; `wait` is what the server asks for."""
    failures = followed.schedule.failures + 1
    pause = min(_FAILURE["first"] * _FAILURE["factor"] ** min(failures - 1, 32), _FAILURE["most"])
    ended = followed.source.kind in _PAGES and failures >= _FAILURE["ends_after"]
    due = now + timedelta(seconds=max(_jittered(pause, dice), wait))
    return replace(followed.schedule, due=due, asked=now, failures=failures, trouble=trouble, ended=ended)


def pause_of_stream(failures: int, dice: Random) -> float:
    """Return the seconds after which a stream is connected to again that broke so often in a row without a word."""
    pause = min(_STREAM["first"] * _STREAM["factor"] ** min(failures, 32), _STREAM["most"])
    return _jittered(pause, dice)


def gone(followed: Followed, trouble: str, now: datetime, dice: Random) -> Schedule:
    """Return the schedule after an answer that a post is gone: it is looked for a few times more, then no more."""
    schedule = failed(followed, trouble, now, dice, _GONE["again"])
    return replace(schedule, ended=schedule.failures >= _GONE["ends_after"])


def _pace(kind: SourceKind) -> dict[str, float]:
    found: dict[str, float] = _DATA["page" if kind in _PAGES else "source"]
    return found


def _jittered(seconds: float, dice: Random) -> float:
    """Return a time that is longer by up to the jitter, never shorter: nobody is asked before the time."""
    return seconds * (1 + dice.random() * _FAILURE["jitter"])


def _retry_after(answer: Answer, now: datetime) -> float:
    """Return the seconds that a server asks to be left alone for [RFC 9110, section 10.2.3], 0 where it does not."""
    told = (answer.header("retry-after") or "").strip()
    if told.isascii() and told.isdigit():
        return min(float(told[:12]), _SERVER_MOST)
    try:
        until = parsedate_to_datetime(told)
        return min(max((until - now).total_seconds(), 0.0), _SERVER_MOST)
    except (TypeError, ValueError, OverflowError):  # none, or no date; one without a zone cannot be compared
        return 0.0


def _max_age(answer: Answer) -> float:
    """Return for how many seconds the server calls its answer fresh [RFC 9111, section 5.2.2.1]."""
    for part in (answer.header("cache-control") or "").split(","):
        name, _, value = part.strip().partition("=")
        value = value.strip('"')
        if name.casefold() == "max-age" and value.isascii() and value.isdigit():
            return min(float(value[:12]), _FRESH_MOST)
    return 0.0
