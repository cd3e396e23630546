"""Who may work on a store alone: whoever follows with it, and whoever puts another in its place."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from setwatch import store as store_
from setwatch.store import Examined, StoreError

BEAT_EVERY = 30.0
"""Seconds between two signs of life."""


def run_lock(path: Path) -> Path:
    """Return the file that is locked by who follows with the store at `path`."""
    return path.with_name(f"{path.name}.run.lock")


def life_of(path: Path) -> Path:
    """Return the file whose time is the last sign of life of who follows with the store at `path`."""
    return path.with_name(f"{path.name}.run.life")


@contextmanager
def beating(path: Path, loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Give signs of life of who follows with a store while the context lasts: the site tells by them who follows.

    The seconds are the machine's, whatever clock the loop goes by; the loop itself gives the sign, so that one that
    hangs gives none.
    """
    life = life_of(path)
    life.touch()
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(BEAT_EVERY):
            loop.call_soon_threadsafe(life.touch)

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        life.unlink(missing_ok=True)


def put_back(backup: Path, path: Path, now: datetime, *, overwrite: bool = False) -> tuple[Examined, Path | None]:
    """Make `path` the store that `backup` holds while nobody follows with it; see `setwatch.store.put_back`."""
    if not path.parent.is_dir():
        return store_.put_back(backup, path, now, overwrite=overwrite)
    try:
        with FileLock(run_lock(path), blocking=False):
            return store_.put_back(backup, path, now, overwrite=overwrite)
    except Timeout as error:
        raise StoreError(f"{path}: is in use; stop `setwatch run` first") from error
