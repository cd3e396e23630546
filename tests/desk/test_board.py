"""What is kept over all productions is what their records, changes and trails give, one by one."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch.desk import Desk, shelf_of
from setwatch.model import Act, Production, Setting
from setwatch.publish.addresses import Addresses
from setwatch.publish.events import events_of
from setwatch.publish.feeds import Item, alarm_items, change_items, placed
from setwatch.publish.outlets import Part
from tests.desk.test_gone_posts import PAGE, WORDS
from tests.desk.test_gone_posts import POST as GONE
from tests.desk.test_neighbourhoods import NOW, WATCHED, documents

AT = Addresses("https://desk.example/")
Say = Callable[[str, str, str], None]


def one_by_one(desk: Desk) -> dict[str, Item]:
    """All items, made from each production's answers and from the trails of the whole archive."""
    found: list[Item] = []
    for production in desk.watched():
        changes = desk.changes(production.name)
        found += change_items(changes, desk.record(production.name), shelf_of(desk, changes), AT)
    names = {production.name for production in desk.watched()}
    pieces = tuple(piece for piece in desk.trails() if piece.alarms and piece.production in names)
    found += alarm_items(pieces, shelf_of(desk, pieces), AT)
    return {item.key: item for item in found}


def agrees(desk: Desk) -> None:
    wanted = one_by_one(desk)
    found = desk.board.news()
    assert {item.key: replace(placed(item, AT), also=()) for item in found if item.production} == wanted
    order = [(item.said, item.captured, item.key) for item in found]
    assert order == sorted(order, reverse=True)
    assert desk.board.news(limit=5) == found[:5]
    for production in desk.watched():
        mine = desk.board.news([production.name])
        concerned = [item.key for item in found if production.name in {item.production, *item.also}]
        assert [item.key for item in mine] == concerned
        events = tuple(events_of(desk.record(production.name), desk.changes(production.name)))
        dates = desk.board.dates([production.name])
        assert [(n.event.days, n.event.sequence, n.event.status) for n in dates] == [
            (e.days, e.sequence, e.status) for e in events
        ]


def seen(date: str, text: str) -> bytes:
    return json.dumps({"url": f"https://seen.example/{date}", "published": date, "text": text}).encode()


def clip(title: str) -> list[bytes]:
    """A clip, and the same called new more than a year later."""
    return [
        seen("2029-03-01", f"A clip on TikTok by @quaywatcher shows a chase from the set of {title} in Bergen."),
        seen(
            "2030-04-20",
            f"New footage from the set of {title} in Bergen shows a chase. It was posted to TikTok by @quaywatcher.",
        ),
    ]


def test_each_document_that_comes_in_is_on_it(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED)
        rows = [*documents(48), *clip(WATCHED[0].name)]
        for start in range(0, 50, 17):
            desk.add([io.BytesIO(b"\n".join(rows[start : start + 17]))])
            agrees(desk)
        assert {item.kind for item in desk.board.news()} == {"change", "alarm"}
        assert set(desk.board.alarms()) == {piece.footage_id for piece in desk.trails() if piece.alarms}
        only = desk.board.news(abouts=["release_date"], standings=["current"])
        assert only
        assert {(item.prop, item.standing) for item in only} == {("release_date", "current")}


def test_what_another_process_adds_is_on_it(tmp_path: Path) -> None:
    path, rows = tmp_path / "store.sqlite3", documents(32)
    with Desk.open(path, lambda: NOW) as desk, Desk.open(path, lambda: NOW) as other:
        desk.watch(WATCHED)
        for start in range(0, 32, 8):
            other.add([io.BytesIO(b"\n".join(rows[start : start + 8]))])
            if start == 8:
                other.record(WATCHED[0].name)  # begins a ledger, and puts nothing on the board
            agrees(desk)


def test_a_rebuild_gives_the_same(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED)
        desk.add([io.BytesIO(b"\n".join(documents(24)))])
        before = desk.board.news(), desk.board.dates(), desk.board.outlet("paper", 9, 9)
        desk.rebuild()
        assert (desk.board.news(), desk.board.dates(), desk.board.outlet("paper", 9, 9)) == before


def test_words_that_are_hidden_are_not_on_it_and_ids_stay(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch([Production("Glass Harbour")])
        said = "Glass Harbour opens in cinemas on 9 July 2032, and nobody sleeps"
        desk.add([io.BytesIO(PAGE.replace("5 June 2031", "a while").replace(WORDS, said).encode())])
        before = desk.board.news()
        desk.decide(Act.GONE, [GONE], "Mia")
        desk.settings.put(Setting.GONE_WORDS, "hidden")
        after = desk.board.news()
        assert [item.key for item in after] == [item.key for item in before]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "store.sqlite3", lambda: datetime(2035, 1, 1, tzinfo=UTC)) as opened:
        opened.watch([Production("Glass Harbour"), Production("Salt Road")])
        yield opened


@pytest.fixture
def say(desk: Desk) -> Say:
    def saying(outlet: str, date: str, text: str) -> None:
        row = {"url": f"https://{outlet}.example/{date}", "published": date, "text": text}
        desk.add([io.BytesIO(json.dumps(row).encode())])

    return saying


def test_an_outlet_is_told_of_over_all_that_it_said(desk: Desk, say: Say) -> None:
    for month in range(1, 10):
        say("dock", f"2030-0{month}-03", f"Glass Harbour will film in Bergen, note {month}.")
    say("dock", "2030-02-01", "Glass Harbour is expected to open in cinemas on 5 June 2031.")
    say("quay", "2030-03-02", "Glass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said.")
    say("dock", "2030-04-02", "Salt Road is expected to open in cinemas on 8 May 2031.")
    say("quay", "2030-05-02", "Salt Road has been delayed. It now opens in cinemas on 9 October 2031.")
    say("quay", "2030-11-02", "Glass Harbour is filming in Bergen.")
    found = desk.board.outlet("Dock", 3, 5)
    assert found.documents == 11
    assert found.productions == ("Glass Harbour", "Salt Road")
    assert (found.counts[Part.CAME_TRUE], found.counts[Part.CAME_NOT]) == (1, 1)
    assert found.counts[Part.FIRST] >= 1
    assert all(len(shown) <= 3 for shown in found.parts.values())
    [kept] = found.parts[Part.CAME_NOT]
    assert (kept.said.production, kept.said.value.value) == ("Salt Road", "2031-05-08")
    before, words, after = kept.shelf().sentence(kept.said.statement.claim.evidence, kept.said.statement.version)
    assert "is expected to open" in before + words + after
    assert desk.board.outlet("Nobody", 3, 5).documents == 0
