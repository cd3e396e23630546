"""Whatever changes the store changes its pulse."""

from datetime import UTC, datetime
from pathlib import Path

from setwatch.model import Production
from setwatch.store import Store

NOW = datetime(2031, 1, 1, tzinfo=UTC)


def test_it_beats_at_a_change_of_its_own_and_of_another_opening_and_rests_else(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store, other = Store(path), Store(path)
    first = store.pulse()
    assert store.pulse() == first
    store.watch([Production("Ember Row")], NOW)
    second = store.pulse()
    other.watch([Production("Ember Row 2")], NOW)
    assert len({first, second, store.pulse()}) == 3
    store.close()
    other.close()
