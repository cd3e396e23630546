"""Posts that are gone are marked, and where the rule is, their words are shown nowhere."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from setwatch.desk import DecisionError, Desk, material_of
from setwatch.model import Act, Post, Production, Setting
from setwatch.publish import reading_page, reading_shape
from setwatch.publish.exports import EXPORTS, exported
from tests.desk.test_decisions import Clock

GLASS = Production("Glass Harbour", ("GH",))
POST = "https://twitter.com/quaywatcher/status/1315000000000000000"
WORDS = "Glass Harbour is filming a stunt in Bergen tonight, the boat is on fire and nobody sleeps"
PAGE = f"""<html><head><title>A boat burns for Glass Harbour</title></head><body><article>
<h1>A boat burns for Glass Harbour</h1><p>The Reel, 11 October 2020. A video of a stunt on the set of the film Glass
Harbour was first shared on Twitter by @quaywatcher. The film opens in cinemas on 5 June 2031, Lantern Pictures said.
Nobody was hurt, the harbour master told The Reel, and the quay is open again.</p>
<blockquote class="twitter-tweet"><p lang="en">{WORDS}</p>&mdash; Quay Watcher (@quaywatcher)
<a href="{POST}?ref_src=twsrc">October 10, 2020</a></blockquote>
<p>The fire brigade had been told before, and the boat will be towed away on Monday.</p></article></body></html>"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "store.sqlite3", Clock()) as opened:
        opened.watch([GLASS])
        row = {"url": "https://reel.example/boat", "html": PAGE}
        (tmp_path / "boat.html").write_text(PAGE)
        opened.add([tmp_path / "boat.html"])
        alone = {"url": "https://molo.example/a", "text": f"2020-10-12\n\nGlass Harbour, again: {row['url']} has it."}
        opened.add([io.BytesIO(json.dumps(alone).encode())])
        yield opened


def post_of(desk: Desk) -> Post:
    (post,) = [post for reading in desk.readings() for post in reading.document.posts]
    return post


def everything(desk: Desk) -> str:
    """All that can be asked of a desk, as text."""
    material = material_of(desk, "Glass Harbour")
    data = [exported(form, material).decode() for form in EXPORTS if form != "parquet"]
    readings = desk.readings()
    pages = [row.text.plain for reading in readings for row in reading_page(reading, "a")]
    shapes = [json.dumps(reading_shape(reading, "a"), ensure_ascii=False) for reading in readings]
    found = (
        desk.record("Glass Harbour"),
        desk.changes("Glass Harbour"),
        desk.tracing(),
        desk.trails("Glass Harbour"),
        desk.versions(readings[0].document.document_id),
        desk.decisions(),
        readings,
    )
    return "\n".join([*data, *pages, *shapes, *(msgspec.json.encode(each).decode() for each in found)])


def has_words(told: str) -> bool:
    return any(part in told for part in ("boat is on fire", "nobody sleeps", "a stunt in Bergen tonight"))


def test_a_post_that_is_gone_is_marked_with_the_time_and_the_hash_of_its_words(desk: Desk) -> None:
    before = post_of(desk)
    decision = desk.decide(Act.GONE, [POST], "Mia", "looked by hand")
    after = post_of(desk)
    assert after.gone is not None
    assert after.gone.checked == decision.made.isoformat()
    assert (
        (after.text, after.clock, after.post_id)
        == (before.text, before.clock, before.post_id)
        == (
            WORDS,
            before.clock,
            "1315000000000000000",
        )
    )
    assert has_words(everything(desk))
    assert "gone from its platform, seen on 1 May 2031" in everything(desk)


def test_hidden_words_are_shown_nowhere_while_clock_hash_and_trail_stay(desk: Desk) -> None:
    assert has_words(everything(desk))
    assert len(desk.search("nobody sleeps")) == 2
    trail, values = desk.trails("Glass Harbour"), desk.record("Glass Harbour").values
    claim = next(c for r in desk.readings() for c in r.claims if c.value == "Bergen")
    assert claim.evidence.exact in WORDS
    desk.decide(Act.GONE, [POST], "Mia")
    desk.settings.put(Setting.GONE_WORDS, "hidden")
    told = everything(desk)
    assert not has_words(told)
    assert "its words are hidden" in told
    assert "5 June 2031" in told
    assert "fire brigade" in told
    post = post_of(desk)
    assert post.gone is not None
    assert post.gone.digest in told
    assert set(post.text) == {"█", " "}
    assert all(hit.post is None for hit in desk.search("nobody sleeps"))
    hidden = desk.trails("Glass Harbour")
    assert [(a.actor, a.role, a.time) for f in hidden for a in f.appearances] == [
        (a.actor, a.role, a.time) for f in trail for a in f.appearances
    ]
    assert [v.value for v in desk.record("Glass Harbour").values] == [v.value for v in values]
    for reading in desk.readings():
        assert all(c.evidence.stands_in(reading.document.text) for c in reading.claims)
        assert all(p.evidence.stands_in(reading.document.text) for p in reading.document.posts)


def test_the_mark_survives_a_rebuild_and_can_be_taken_back(desk: Desk) -> None:
    desk.settings.put(Setting.GONE_WORDS, "hidden")
    decision = desk.decide(Act.GONE, [POST], "Mia")
    desk.rebuild()
    assert not has_words(everything(desk))
    desk.decide(Act.TAKE_BACK, [decision.decision_id], "Mia")
    assert post_of(desk).gone is None
    assert has_words(everything(desk))


def test_words_of_a_post_are_hidden_in_decisions_too(desk: Desk) -> None:
    from setwatch.model import claim_id

    reading, claim = next((r, c) for r in desk.readings() for c in r.claims if c.value == "Bergen")
    desk.decide(Act.REJECT, [claim_id(reading.document.document_id, claim)], "Mia")
    desk.decide(Act.GONE, [POST], "Mia")
    words = msgspec.json.encode({"words": claim.evidence.exact}).decode()[1:-1]
    assert words in msgspec.json.encode(desk.decisions()).decode()
    desk.settings.put(Setting.GONE_WORDS, "hidden")
    told = msgspec.json.encode((desk.decisions(), desk.record("Glass Harbour"))).decode()
    assert words not in told
    assert f'"exact":"{claim.evidence.exact}"' not in told
    assert "█" in told


def test_a_post_that_no_document_shows_cannot_be_marked(desk: Desk) -> None:
    with pytest.raises(DecisionError, match="no document shows the post"):
        desk.decide(Act.GONE, ["https://twitter.com/a/status/12"], "Mia")
