"""Who may work on a store alone: whoever follows with it, and whoever puts another in its place."""

from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from setwatch import store as store_
from setwatch.store import Examined, StoreError


def run_lock(path: Path) -> Path:
    """Return the file that is locked by who follows with the store at `path`."""
    return path.with_name(f"{path.name}.run.lock")


def put_back(backup: Path, path: Path, now: datetime, *, overwrite: bool = False) -> tuple[Examined, Path | None]:
    """Make `path` the store that `backup` holds while nobody follows with it; see `setwatch.store.put_back`."""
    if not path.parent.is_dir():
        return store_.put_back(backup, path, now, overwrite=overwrite)
    try:
        with FileLock(run_lock(path), blocking=False):
            return store_.put_back(backup, path, now, overwrite=overwrite)
    except Timeout as error:
        raise StoreError(f"{path}: is in use; stop `setwatch run` first") from error
