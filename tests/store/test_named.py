"""What documents name is kept by capture, found on a basis, and dropped with all that is derived."""

from datetime import UTC, datetime
from pathlib import Path

from setwatch.model import Named, Naming, take
from setwatch.store import Store

NOW = datetime(2031, 1, 1, tzinfo=UTC)


def test_what_is_kept_is_there_on_its_basis_until_it_is_dropped(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    capture = take(b"Pale Hours opens.", "text/plain", NOW)
    store.keep_captures([capture])
    found = Named("one", capture.digest, "The Reel", "2031-01-01", 2, (Naming("Pale Hours", ("life",), 0, 19),))
    store.named.keep([found], "a")
    store.named.keep([found], "a")
    assert list(store.named.of([capture.digest], "a")) == [found]
    assert list(store.named.of([capture.digest], "b")) == []
    store.drop_derived()
    assert list(store.named.of([capture.digest], "a")) == []
    store.close()
