"""What is kept of a production is what its documents give, whatever came in or was decided since it was kept."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from setwatch.desk import Desk
from setwatch.model import Act, Production, Setting, claim_id
from setwatch.record import changes as changes_from
from setwatch.record import conflicts as conflicts_from
from setwatch.record import history as history_from
from tests.desk.test_decisions import Clock
from tests.desk.test_gone_posts import GLASS, PAGE
from tests.desk.test_gone_posts import POST as GONE
from tests.desk.test_neighbourhoods import NOW, WATCHED, documents

EVER = datetime(9999, 1, 1, tzinfo=UTC)
"""With this as the time of capture, readings are asked and no ledger."""


def add(desk: Desk, rows: Sequence[bytes]) -> None:
    desk.add([io.BytesIO(b"\n".join(rows))])


def agrees(desk: Desk, title: str) -> None:
    """What is kept of a production is what its readings give."""
    readings, tracing, production = desk.readings_of(title), desk.tracing_of(title), desk.production(title)
    for known in (None, datetime(2029, 9, 1, tzinfo=UTC)):
        assert desk.record(title, known) == replace(desk.record(title, known, EVER), captured=None)
        assert desk.changes(title, None, known) == desk.changes(title, None, known, EVER)
    assert desk.changes(title) == changes_from(readings, tracing, production)
    assert desk.conflicts(title) == conflicts_from(readings, production)
    assert desk.history(title) == history_from(readings, production)
    assert tracing == desk.tracing_near({r.document.document_id for r in readings})
    shelf = desk.ledgers.shelf(title)
    for reading in readings:
        text = reading.document.text
        for claim in reading.claims:
            if claim.production == title:
                before, _, after = shelf.sentence(claim.evidence, reading.document.version)
                assert before.strip("… ") in text
                assert after.strip("… ") in text


def test_each_document_that_comes_in_is_in_the_ledgers_that_it_touches(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED)
        rows = documents(60)
        for start in range(0, 60, 12):
            add(desk, rows[start : start + 12])
            for production in WATCHED:
                agrees(desk, production.name)


def test_what_another_process_adds_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with Desk.open(path, lambda: NOW) as desk, Desk.open(path, lambda: NOW) as other:
        desk.watch(WATCHED)
        rows = documents(30)
        add(desk, rows[:15])
        before, serial = desk.record("Copper Row"), desk.serial()
        add(other, rows[15:])
        other.record("Copper Row")
        assert desk.serial() > serial
        assert desk.record("Copper Row") != before
        agrees(desk, "Copper Row")


def test_decisions_and_their_taking_back_are_in_them(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", Clock()) as desk:
        desk.watch(WATCHED)
        add(desk, documents(40))
        said = desk.record("Glass Harbour").values[0].statements[0]
        made = desk.decide(Act.REJECT, [claim_id(said.document_id, said.claim)], "Ann")
        assert [each.decision for each in desk.record("Glass Harbour").rejected][:1] == [made]
        dated = desk.decide(Act.DATE, [said.document_id, "2028-12"], "Ann")
        agrees(desk, "Glass Harbour")
        agrees(desk, "Copper Row")
        desk.decide(Act.TAKE_BACK, [made.decision_id], "Ann")
        desk.decide(Act.TAKE_BACK, [dated.decision_id], "Ann")
        assert desk.record("Glass Harbour").rejected == ()
        agrees(desk, "Glass Harbour")


def test_a_ledger_of_the_same_inputs_is_not_made_again(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", Clock()) as desk:
        desk.watch(WATCHED)
        add(desk, documents(40))
        first = desk.ledgers.changes("Glass Harbour")
        said = desk.record("Copper Row").values[0].statements[0]
        desk.decide(Act.REJECT, [claim_id(said.document_id, said.claim)], "Ann")
        assert desk.ledgers.changes("Glass Harbour") is first


def test_footage_is_found_by_its_id_alone_where_a_ledger_has_it(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED)
        add(desk, documents(40))
        (piece, *_) = desk.trails("Copper Row")
        assert desk.footage(piece.footage_id) == piece
        assert desk.footage("footage-000000000000") is None


def test_a_new_title_makes_them_anew(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED[:2])
        add(desk, documents(30))
        desk.record("Copper Row")
        serial = desk.serial()
        desk.watch([*WATCHED[2:], Production("The weather")])
        assert desk.serial() > serial
        for production in desk.watched():
            agrees(desk, production.name)


def test_words_that_are_hidden_are_in_no_answer_from_them(tmp_path: Path) -> None:
    (tmp_path / "boat.html").write_text(PAGE)
    with Desk.open(tmp_path / "store.sqlite3", Clock()) as desk:
        desk.watch([GLASS])
        desk.add([tmp_path / "boat.html"])

        def told() -> str:
            found = desk.ledgers
            shelf, cited = found.shelf(GLASS.name), found.said(GLASS.name).statements
            quotes = [shelf.sentence(s.claim.evidence, s.version) for s in cited]
            brief = found.brief(GLASS.name)
            return repr((desk.record(GLASS.name), desk.changes(GLASS.name), found.traced(GLASS.name), quotes, brief))

        assert "nobody sleeps" in told()
        desk.decide(Act.GONE, [GONE], "Ann")
        desk.settings.put(Setting.GONE_WORDS, "hidden")
        assert "nobody sleeps" not in told()
        desk.settings.put(Setting.GONE_WORDS, "shown")
        assert "nobody sleeps" in told()
