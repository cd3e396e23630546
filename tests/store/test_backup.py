"""A store is copied while it is written, and put back without anything being thrown away."""

import sqlite3
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch.model import Capture, take
from setwatch.store import Store, StoreError, back_up, examine, put_back

NOW = datetime(2031, 5, 1, tzinfo=UTC)


def filled(path: Path, *words: str) -> Path:
    store = Store(path)
    store.keep_captures([take(each.encode(), "text/plain", NOW, None, "a.txt") for each in words])
    store.close()
    return path


def words_in(path: Path) -> set[bytes]:
    connection = sqlite3.connect(path)
    found = {row[0] for row in connection.execute("SELECT payload FROM captures")}
    connection.close()
    return found


def test_a_copy_made_while_another_writes_is_whole_and_stands_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "store.sqlite3", *(f"note {number} " * 500 for number in range(200)))
    store, stop = Store(path), threading.Event()
    written: list[Capture] = []

    def write() -> None:
        while not stop.is_set():
            written.append(take(f"late {len(written)}".encode(), "text/plain", NOW))
            store.keep_captures(written[-1:])

    thread = threading.Thread(target=write)
    thread.start()
    try:
        found = [back_up(path, tmp_path / f"copy-{number}.sqlite3") for number in range(3)]
    finally:
        stop.set()
        thread.join()
        store.close()
    assert [examined.faults for examined in found] == [(), (), ()]
    assert found[0].captures >= 200
    assert len(written) > 0
    assert words_in(tmp_path / "copy-2.sqlite3") <= words_in(path)
    assert sorted(each.name for each in tmp_path.iterdir() if "copy" in each.name) == [
        f"copy-{number}.sqlite3" for number in range(3)
    ]
    assert stat.S_IMODE((tmp_path / "copy-0.sqlite3").stat().st_mode) == 0o600


def test_a_copy_replaces_nothing_unless_told_to(tmp_path: Path) -> None:
    path, copy = filled(tmp_path / "store.sqlite3", "one"), tmp_path / "copy.sqlite3"
    copy.write_text("a letter")
    with pytest.raises(StoreError, match=r"copy\.sqlite3: is there already"):
        back_up(path, copy)
    assert copy.read_text() == "a letter"
    back_up(path, copy, overwrite=True)
    assert words_in(copy) == {b"one"}


def test_what_was_there_is_laid_aside_with_all_that_it_holds(tmp_path: Path) -> None:
    path = filled(tmp_path / "store.sqlite3", "old")
    back_up(path, tmp_path / "copy.sqlite3")
    filled(path, "new")
    with pytest.raises(StoreError, match="is there already; with --overwrite"):
        put_back(tmp_path / "copy.sqlite3", path, NOW)
    found, aside = put_back(tmp_path / "copy.sqlite3", path, NOW, overwrite=True)
    assert found.captures == 1
    assert words_in(path) == {b"old"}
    assert aside is not None
    assert words_in(aside) == {b"old", b"new"}
    assert len(list(tmp_path.iterdir())) == 3


def test_a_store_that_somebody_has_open_is_not_replaced(tmp_path: Path) -> None:
    path = filled(tmp_path / "store.sqlite3", "one")
    back_up(path, tmp_path / "copy.sqlite3")
    store = Store(path)
    with pytest.raises(StoreError, match="is in use"):
        put_back(tmp_path / "copy.sqlite3", path, NOW, overwrite=True)
    assert store.watched() == ()
    store.close()
    assert words_in(path) == {b"one"}


def test_a_broken_store_is_laid_aside_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path / "store.sqlite3", "one")
    back_up(path, tmp_path / "copy.sqlite3")
    path.write_bytes(b"not a database any more, and long enough to be looked at" * 40)
    _, aside = put_back(tmp_path / "copy.sqlite3", path, NOW, overwrite=True)
    assert words_in(path) == {b"one"}
    assert aside is not None
    assert aside.read_bytes().startswith(b"not a database")


@pytest.mark.parametrize("how", ["cut", "changed", "newer", "other", "missing"])
def test_what_is_no_sound_backup_changes_nothing(tmp_path: Path, how: str) -> None:
    path = filled(tmp_path / "store.sqlite3", "one")
    copy = filled(tmp_path / "copy.sqlite3", *(f"note {number} " * 900 for number in range(20)))
    with sqlite3.connect(copy) as connection:
        if how == "changed":
            connection.execute(
                "UPDATE captures SET payload = CAST('x' AS BLOB) WHERE digest = (SELECT min(digest) FROM captures)"
            )
        if how == "newer":
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        if how == "other":
            connection.execute("DROP TABLE alembic_version")
    connection.close()
    if how == "cut":
        copy.write_bytes(copy.read_bytes()[:-40960])
    if how == "missing":
        copy.unlink()
    told = {"cut": "damaged|no store", "changed": "have changed", "newer": "newer Setwatch", "other": "no store"}
    with pytest.raises(StoreError, match=told.get(how, "no such file")) as refused:
        put_back(copy, path, NOW, overwrite=True)
    assert "\n" not in str(refused.value)
    assert words_in(path) == {b"one"}
    left = {each.name.removesuffix("-wal").removesuffix("-shm") for each in tmp_path.iterdir()}
    assert left - {"copy.sqlite3"} == {"store.sqlite3"}


def test_only_a_deep_look_reads_the_bytes_of_each_capture(tmp_path: Path) -> None:
    path = filled(tmp_path / "store.sqlite3", "one", "two")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE captures SET payload = CAST('three' AS BLOB) WHERE payload = CAST('two' AS BLOB)")
    connection.close()
    assert examine(path).faults == ()
    (told,) = examine(path, deep=True).faults
    assert "have changed" in told
