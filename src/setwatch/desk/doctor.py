"""A look at a store's health: what is wrong, what will be, and what to do about it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from setwatch.desk.upkeep import FINGERPRINTS, basis_of
from setwatch.model import Followed
from setwatch.publish import many
from setwatch.store import Examined, Store, examine

LITTLE = 1024**3
"""Free bytes below which a disk will be full before long: a store that follows some hundred sources grows by less
than this in a month."""
NONE_LEFT = 64 * 1024**2
"""Free bytes below which nothing should be begun: SQLite needs room for what a transaction changes."""
SHOWN = 20
"""Sources that fail of which each is told; there may be thousands where the network is gone."""


class Health(StrEnum):
    """How it stands with one thing."""

    FINE = "fine"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: how it stands, in one line, with more where there is more to tell."""

    name: str
    health: Health
    words: str
    details: tuple[str, ...] = ()


def doctor(path: Path, now: datetime, *, deep: bool = False) -> tuple[Check, ...]:
    """Return how it stands with the store at `path`; `deep`: the bytes of every capture are looked at too.

    Nothing is changed: a store of an older version is not brought up to date. A file that is no store is a fault.

    Raises:
        StoreError: there is no such file, or it is no store.
    """
    found = examine(path, deep=deep)
    checks = [_integrity(found, deep=deep), _schema(found), _disk(path)]
    if checks[0].health is Health.FINE and not found.older and not found.newer:
        store = Store(path)
        try:
            checks += [_readings(store), _sources(store.sources.all()), *_outbox(store, now)]
        finally:
            store.close()
    return tuple(checks)


def _integrity(found: Examined, *, deep: bool) -> Check:
    if found.faults:
        words = "is damaged; restore a backup (`setwatch restore`), the damaged file is laid aside"
        return Check("integrity", Health.FAULT, words, found.faults)
    looked = "the file and the bytes of each capture are whole" if deep else "the file is whole"
    return Check("integrity", Health.FINE, f"{looked}, {many(found.captures, 'capture')}")


def _schema(found: Examined) -> Check:
    if found.newer:
        return Check("schema", Health.FAULT, f"version {found.revision} is a newer Setwatch's; update this one")
    if found.older:
        return Check("schema", Health.WARNING, f"version {found.revision} is brought up to date when it is next opened")
    return Check("schema", Health.FINE, f"version {found.revision}")


def _disk(path: Path) -> Check:
    free = shutil.disk_usage(path.resolve().parent).free
    health = Health.FAULT if free < NONE_LEFT else Health.WARNING if free < LITTLE else Health.FINE
    words = f"{free / 1024**3:,.1f} GiB free"
    return Check("disk", health, words if health is Health.FINE else f"{words}; make room, or move the store")


def _readings(store: Store) -> Check:
    basis = basis_of(store.watched())
    waiting = len(store.pending(basis)) + len(store.pending_prints(FINGERPRINTS))
    refused = store.refused(basis)
    told = tuple(f"{refusal.origin}: {refusal.reason}" for refusal in refused[:SHOWN])
    words = f"{many(len(refused), 'capture')} cannot be read" if refused else "each capture can be read"
    if waiting:
        return Check("readings", Health.WARNING, f"{many(waiting, 'capture')} to be read yet; `run` does it", told)
    return Check("readings", Health.FINE, words, told)


def _sources(followed: tuple[Followed, ...]) -> Check:
    going = [each for each in followed if not each.schedule.ended]
    failing = [each for each in going if each.schedule.trouble is not None]
    told = tuple(_trouble(each) for each in sorted(failing, key=lambda f: -f.schedule.failures)[:SHOWN])
    if failing:
        return Check("sources", Health.WARNING, f"{len(failing):,} of {many(len(going), 'source')} fail", told)
    return Check("sources", Health.FINE, f"{many(len(going), 'source')}, none fails")


def _trouble(each: Followed) -> str:
    url, schedule = each.source.url, each.schedule
    trouble = schedule.trouble or ""
    told = trouble if url in trouble else f"{url}: {trouble}"
    return f"{told} ({schedule.failures} times)" if schedule.failures > 1 else told


def _outbox(store: Store, now: datetime) -> Iterator[Check]:
    lost = [(target, state, count) for target, state, count in store.vitals(now).outbox if state == "failed"]
    if lost:
        told = tuple(
            f"{target}: {count:,} given up; `setwatch alerts send --again {target}`" for target, _, count in lost
        )
        yield Check("alerts", Health.WARNING, "some could not be delivered", told)
