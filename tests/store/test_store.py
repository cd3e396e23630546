"""The store: what it keeps, what it refuses."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from setwatch.model import (
    Capture,
    Claim,
    Credit,
    Document,
    Evidence,
    FootageKind,
    FootageMention,
    Modality,
    Polarity,
    Post,
    Production,
    Property,
    Reading,
    Role,
    Step,
    Telling,
    quote,
    take,
)
from setwatch.store import EvidenceError, Store, StoreError
from setwatch.store.engine import open_engine
from setwatch.store.tables import METADATA

NOW = datetime(2031, 5, 1, tzinfo=UTC)
TEXT = "Glass Harbour opens on June 5."
CAPTURE = take(TEXT.encode(), "text/plain", NOW, None, "a.txt")


def reading(capture: Capture = CAPTURE) -> Reading:
    document = Document("page", capture.digest, None, None, (), None, None, NOW.isoformat(), "en", TEXT)
    claim = Claim(
        "Glass Harbour",
        Property.RELEASE_DATE,
        "2031-06-05",
        Modality.CERTAIN,
        Polarity.AFFIRMED,
        None,
        quote(TEXT, 0, 30),
    )
    return Reading(document, (claim,))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "new folder" / "store.sqlite3")


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Whether this is a table of ours; FTS5 makes those of the search by itself."""
    del parents
    return kind != "table" or not (name or "").startswith("search")


def test_the_migrations_make_what_the_tables_say(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "store.sqlite3")
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_capture_comes_back_as_it_was_and_is_kept_once(store: Store) -> None:
    later = replace(CAPTURE, captured=NOW + timedelta(days=1), origin="b.txt")
    assert store.keep_captures([CAPTURE, later]) == {CAPTURE.digest}
    assert store.keep_captures([later]) == set()
    assert store.capture(CAPTURE.digest) == CAPTURE
    store.close()


def test_a_reading_comes_back_as_it_was_on_its_basis_only(store: Store) -> None:
    store.keep_captures([CAPTURE])
    assert store.pending("1") == (CAPTURE.digest,)
    store.keep_reading(reading(), "1")
    assert (store.pending("1"), list(store.readings("1"))) == ((), [reading()])
    assert (store.pending("2"), list(store.readings("2"))) == ((CAPTURE.digest,), [])
    store.close()


FALSE = Evidence("due in July", 0, 11)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(reading(), claims=(replace(reading().claims[0], evidence=FALSE),)),
        replace(reading(), document=replace(reading().document, posts=(Post(None, None, None, "", FALSE),))),
        replace(reading(), telling=Telling(credits=(Credit("The Reel", FALSE),))),
        replace(
            reading(),
            telling=Telling(
                (FootageMention(FootageKind.VIDEO, quote(TEXT, 0, 5), (Step(None, None, Role.ORIGIN, FALSE),)),)
            ),
        ),
    ],
    ids=["claim", "post", "credit", "step"],
)
def test_a_quote_that_is_not_in_its_document_is_refused_with_both_named(store: Store, wrong: Reading) -> None:
    store.keep_captures([CAPTURE])
    with pytest.raises(EvidenceError, match=r"'due in July'.* page"):
        store.keep_reading(wrong, "1")
    assert list(store.readings("1")) == []
    store.close()


def test_watching_again_changes_the_aliases_and_doubles_nothing(store: Store) -> None:
    store.watch([Production("Glass Harbour")], NOW)
    store.watch([Production("Glass Harbour", ("GH",)), Production("Ember Line")], NOW)
    assert [p.names for p in store.watched()] == [("Ember Line",), ("Glass Harbour", "GH")]
    store.close()


def test_a_file_that_is_no_store_is_refused_by_name_in_one_line(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("a shopping list, long enough to be looked at\n" * 40)
    other = tmp_path / "other.sqlite3"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()
    for path in (text, other, tmp_path):
        with pytest.raises(StoreError, match=path.name) as refused:
            Store(path)
        assert "\n" not in str(refused.value)
