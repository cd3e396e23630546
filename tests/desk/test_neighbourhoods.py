"""One more document touches its own neighbourhood: what is traced step by step is what is traced at once."""

import io
import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setwatch.desk import Desk
from setwatch.model import Production
from setwatch.tracing.across import homes

NOW = datetime(2031, 5, 1, tzinfo=UTC)
WATCHED = (
    Production("Glass Harbour"),
    Production("Copper Row", franchise="Row"),
    Production("Copper Row 2", (), "Row"),
)
SAID = (
    "{title} opens in cinemas on {day} June 2031, Lantern Pictures said.",
    "A video from the set of {title} was first shared on TikTok by @quaywatcher and shows a boat on fire.",
    "Filming of {title} has begun in Bergen, and is expected to go on until June.",
)
WORDS = ("crane", "quay", "lantern", "gull", "tram", "storm", "bakery", "poster", "umbrella", "trawler", "rehearsal")


def documents(count: int, seed: int = 3, days: int = 400) -> list[bytes]:
    """Return invented pages over some days: on three productions and none, some copies, some versions of one page."""
    dice = Random(seed)
    rows: list[dict[str, str]] = []
    for number in range(count):
        day = date(2029, 1, 1) + timedelta(dice.randrange(days))
        title = dice.choice(("Glass Harbour", "Copper Row", "Copper Row 2", "The weather"))
        said = dice.choice(SAID).format(title=title, day=dice.randint(1, 28))
        text = f"{day}\n\n{said} {' '.join(dice.choices(WORDS, k=25))}."
        if rows and dice.random() < 0.25:
            text = f"{day}\n\n{dice.choice(rows)['text'].split(chr(10), 2)[2]}"
        url = f"https://paper{number % 7}.example/{number if dice.random() < 0.9 else dice.randrange(number + 1)}"
        rows.append({"url": url, "text": text})
    return [json.dumps(row).encode() for row in rows]


def answers(batches: Sequence[Sequence[bytes]], *, asking: bool = False) -> tuple[object, ...]:
    """Return all that is traced after these batches, and what is kept of it; `asking` in between changes nothing."""
    with TemporaryDirectory() as folder, Desk.open(Path(folder) / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED)
        for batch in batches:
            desk.add([io.BytesIO(b"\n".join(batch))])
            if asking:
                desk.trails(json.loads(batch[0])["url"])
                desk.tracing_of("Copper Row")
        tracing = desk.tracing()
        near = [desk.tracing_of(production.name) for production in WATCHED]
        return tracing, near, [desk.record(production.name) for production in WATCHED], kept(Path(folder))


def kept(folder: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "store.sqlite3")
    rows = connection.execute("SELECT home, start, size, inputs, tracing FROM tracings ORDER BY home, start").fetchall()
    connection.close()
    return rows


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let homes be cut where they have more than a few documents."""
    monkeypatch.setattr(homes, "MOST", 6)
    monkeypatch.setattr(homes, "BESIDE", 4)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED)
        yield desk


@pytest.mark.usefixtures("small_parts")
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_step_by_step_in_any_order_is_as_at_once(data: st.DataObject) -> None:
    pages = documents(28)
    order = data.draw(st.permutations(pages))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    batches = [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    assert answers(batches, asking=True) == answers([pages])


def test_twenty_orders_give_one_result() -> None:
    pages = documents(16, seed=9)
    first = answers([pages])
    for seed in range(20):
        Random(seed).shuffle(order := list(pages))
        assert answers([order]) == first


@pytest.mark.usefixtures("small_parts")
def test_what_touches_documents_is_what_all_has_of_them(desk: Desk) -> None:
    pages = documents(60, seed=5)
    desk.add([io.BytesIO(b"\n".join(pages))])
    everything = desk.tracing()
    assert everything.stories
    assert everything.copies
    assert everything.footage
    for url in sorted({json.loads(page)["url"] for page in pages}):
        near = desk.tracing_near([url])
        assert near.stories == tuple(story for story in everything.stories if url in story.documents)
        assert near.copies == tuple(copy for copy in everything.copies if url in (copy.original, copy.copy))
        assert near.footage == tuple(piece for piece in everything.footage if url in piece.documents)


@pytest.mark.usefixtures("small_parts")
def test_every_document_is_in_one_story_and_every_story_in_one_home(desk: Desk) -> None:
    desk.add([io.BytesIO(b"\n".join(documents(60, seed=5)))])
    told = [document for story in desk.tracing().stories for document in story.documents]
    assert len(told) == len(set(told)) == len({r.document.document_id for r in desk.readings()})


def test_a_home_is_traced_again_only_when_its_documents_change(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add([io.BytesIO(b"\n".join(documents(30)))])
    desk.tracing()
    before = {row[0]: row for row in kept(tmp_path)}
    row = {"url": "https://new.example/1", "text": "2029-03-03\n\nGlass Harbour opens in cinemas on 5 June 2031."}
    desk.add([io.BytesIO(json.dumps(row).encode())])
    desk.tracing()
    after = {row[0]: row for row in kept(tmp_path)}
    assert {home for home in after if after[home] != before.get(home)} == {"of Glass Harbour"}
    monkeypatch.setattr("setwatch.desk.neighbours.tracing_.trace_part", None)  # nothing is left to trace
    desk.tracing()
    desk.tracing_of("Copper Row")


def test_a_document_whose_new_version_speaks_of_another_production_leaves_its_home(tmp_path: Path) -> None:
    hours = iter(range(24))
    with Desk.open(tmp_path / "store.sqlite3", lambda: datetime(2031, 5, 1, next(hours), tzinfo=UTC)) as desk:
        desk.watch(WATCHED)
        url = "https://paper.example/page"
        for title in ("Copper Row", "Glass Harbour"):
            text = f"2029-03-03\n\n{title} opens in cinemas on 5 June 2031, Lantern Pictures said."
            desk.add([io.BytesIO(json.dumps({"url": url, "text": text}).encode())])
            desk.tracing()
            assert [row[0] for row in kept(tmp_path)] == [f"of {'Row' if title == 'Copper Row' else title}"]
        assert [story.documents for story in desk.tracing().stories] == [(url,)]


def page(url: str, day: str, title: str, said: str) -> bytes:
    """Return a page that shows a post of 5 October 2020."""
    return f"""<html><head><title>{title}: a boat on fire</title><link rel="canonical" href="{url}">
<meta property="article:published_time" content="{day}T09:00:00Z"></head><body><article><h1>{title}: a boat on fire</h1>
<p>{said} It was first shared on Twitter by @quaywatcher, and has been seen by many people since.</p>
<blockquote class="twitter-tweet"><p>The boat is on fire</p>&mdash; Quay (@quaywatcher)
<a href="https://twitter.com/quaywatcher/status/1313000000000000000">October 5, 2020</a></blockquote>
<p>The filming of {title} goes on until June, Lantern Pictures said.</p></article></body></html>""".encode()


def test_footage_in_one_post_is_one_piece_across_homes_and_years(desk: Desk) -> None:
    old, new = "https://old.example/1", "https://new.example/2"
    said = "video from the set of the film “{}” shows a boat on fire."
    desk.add([io.BytesIO(page(old, "2020-10-06", "Copper Row", f"A {said.format('Copper Row')}"))])
    desk.add([io.BytesIO(page(new, "2029-10-06", "Glass Harbour", f"A new {said.format('Glass Harbour')}"))])
    (piece,) = desk.trails()
    assert set(piece.documents) == {old, new}
    assert desk.trails(new) == desk.trails(old) == (piece,)
    assert [alarm.document_id for alarm in piece.alarms] == [new]
