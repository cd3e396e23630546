"""The editor's hand: what is decided holds, is kept, and can be taken back."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from setwatch.desk import DecisionError, Desk
from setwatch.model import Act, Decision, Production, claim_id

GLASS = Production("Glass Harbour", ("GH",))
BEGIN = datetime(2031, 5, 1, tzinfo=UTC)
PAGES = {
    "https://reel.example/date": "2030-01-04\n\nGlass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said.",
    "https://quay.example/slip": "2030-01-06\n\nAfter months of waiting for word from the yard, ferry spotters have a "
    "day to mark: Glass Harbour opens in cinemas on 8 June 2031. Tickets for the harbour tour are sold out.",
    "https://echo.example/slip": "2030-01-09\n\nNobody at the tram depot would talk, yet our reporter learned over "
    "coffee that the film Glass Harbour comes to theaters on 8 June 2031. The cat of the depot slept through it all.",
    "https://molo.example/clip": "2030-03-01\n\nA video of a stunt on the set of the film Glass Harbour was first "
    "shared on TikTok by @quaywatcher and shows a boat on fire.",
    "https://pier.example/clip": "2031-01-20\n\nA photo from the set of the film Glass Harbour was shared on Instagram "
    "by @nightferry and shows Ada Quill beside a crane in the snow.",
}


class Clock:
    """A clock that goes on by an hour each time it is asked."""

    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def filled(path: Path) -> Desk:
    desk = Desk.open(path, Clock())
    desk.watch([GLASS])
    rows = [json.dumps({"url": url, "text": text}).encode() for url, text in PAGES.items()]
    desk.add([io.BytesIO(b"\n".join(rows))])
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with filled(tmp_path / "store.sqlite3") as opened:
        yield opened


def claim_at(desk: Desk, address: str) -> str:
    """The id of the release date that the page at an address gives."""
    return next(
        claim_id(r.document.document_id, c)
        for r in desk.readings()
        if r.document.url == address
        for c in r.claims
        if c.property == "release_date"
    )


def standing(desk: Desk, value: str) -> str | None:
    found = [v.standing.value for v in desk.record("GH").values if v.value == value]
    return found[0] if found else None


def reject(desk: Desk, address: str) -> Decision:
    return desk.decide(Act.REJECT, [claim_at(desk, address)], "Mia", "a slip")


def test_a_rejected_claim_counts_no_more_and_is_shown_as_what_it_is(desk: Desk) -> None:
    before = desk.record("GH")
    decision = reject(desk, "https://quay.example/slip")
    (found,) = [r for r in desk.record("GH").rejected if r.statement.document_id == "https://quay.example/slip"]
    assert (found.decision, found.decision.author, found.decision.note) == (decision, "Mia", "a slip")
    witnesses = [next(v.witnesses for v in r.values if v.value == "2031-06-08") for r in (before, desk.record("GH"))]
    assert witnesses[1] == witnesses[0] - 1


def test_what_copies_a_rejected_claim_falls_with_it(desk: Desk) -> None:
    desk.decide(Act.CONFIRM_COPY, ["https://quay.example/slip", "https://echo.example/slip"], "Mia")
    reject(desk, "https://quay.example/slip")
    assert standing(desk, "2031-06-08") is None
    assert {r.statement.document_id for r in desk.record("GH").rejected} == {
        "https://quay.example/slip",
        "https://echo.example/slip",
    }


def test_a_confirmed_copy_is_no_witness_and_an_undone_one_is(desk: Desk) -> None:
    def witnesses() -> int:
        return next(v.witnesses for v in desk.record("GH").values if v.value == "2031-06-08")

    pair = ["https://quay.example/slip", "https://echo.example/slip"]
    desk.decide(Act.CONFIRM_COPY, pair, "Mia", "word for word")
    (copy,) = [c for c in desk.tracing().copies if c.copy == pair[1]]
    assert (copy.original, copy.undecided, copy.reason) == (
        pair[0],
        False,
        "confirmed by Mia on 2031-05-01: word for word",
    )
    assert witnesses() == 1
    desk.decide(Act.UNDO_COPY, pair, "Ole")
    assert witnesses() == 2


def test_a_corrected_date_says_when_a_thing_was_said(desk: Desk) -> None:
    desk.decide(Act.DATE, ["https://reel.example/date", "2029-11"], "Mia")
    known = desk.record("GH", datetime(2029, 12, 1, tzinfo=UTC))
    assert [v.value for v in known.values if v.property == "release_date"] == ["2031-06-05"]
    assert [d.act for d in known.decisions] == [Act.DATE]


def test_footage_is_merged_and_split_again(desk: Desk) -> None:
    pieces = desk.trails()
    assert len(pieces) == 2
    desk.decide(Act.MERGE, [piece.footage_id for piece in pieces], "Mia")
    (one,) = desk.trails()
    assert set(one.documents) == {"https://molo.example/clip", "https://pier.example/clip"}
    assert one.witnesses == 2
    desk.decide(Act.SPLIT, [one.footage_id, "https://pier.example/clip"], "Mia")
    assert [piece.documents for piece in sorted(desk.trails(), key=lambda p: p.documents)] == [
        ("https://molo.example/clip",),
        ("https://pier.example/clip",),
    ]


def test_a_decision_is_taken_back_by_another(desk: Desk) -> None:
    decision = reject(desk, "https://quay.example/slip")
    back = desk.decide(Act.TAKE_BACK, [decision.decision_id], "Ole")
    assert not desk.record("GH").rejected
    assert [(d.decision.act, d.taken_back_by) for d in desk.decisions()] == [
        (Act.REJECT, back.decision_id),
        (Act.TAKE_BACK, None),
    ]
    desk.decide(Act.TAKE_BACK, [back.decision_id], "Mia")
    assert len(desk.record("GH").rejected) == 1


def test_decisions_survive_a_rebuild(desk: Desk) -> None:
    reject(desk, "https://quay.example/slip")
    before = desk.record("GH")
    assert desk.rebuild() == ()
    assert desk.record("GH") == before


def test_an_audit_counts_decisions_that_were_made_by_then(desk: Desk) -> None:
    decision = reject(desk, "https://quay.example/slip")
    assert not desk.record("GH", captured=decision.made - timedelta(seconds=1)).rejected
    assert desk.record("GH", captured=decision.made).rejected


def test_another_desk_takes_decisions_over(desk: Desk, tmp_path: Path) -> None:
    decision = reject(desk, "https://quay.example/slip")
    row: dict[str, object] = {"decision": "reject", "author": "Mia", "note": "a slip", "id": "x"}
    row["made"] = decision.made.isoformat()
    row["about"] = {
        "claim": {
            "claim_id": "claim-0",
            "document_id": "https://quay.example/slip",
            "production": "Glass Harbour",
            "property": "release_date",
            "value": "2031-06-08",
            "season": None,
            "region": None,
            "words": "8 June 2031",
        }
    }
    with filled(tmp_path / "other.sqlite3") as other:
        assert other.add([io.BytesIO(json.dumps([row]).encode())]).decisions == 1
        (there,) = other.decisions()
        assert (there.decision.author, there.decision.made, there.found) == ("Mia", decision.made, True)
        assert len(other.record("GH").rejected) == 1


def test_a_decision_that_cannot_be_read_is_refused(desk: Desk) -> None:
    row = {"decision": "date", "author": "Mia", "made": "2030-01-01T00:00:00Z", "about": {"document": "a"}}
    summary = desk.add([io.BytesIO(json.dumps(row).encode())])
    assert "no decision of Setwatch" in summary.refused[0].reason
    assert desk.decisions() == ()


@pytest.mark.parametrize(
    ("act", "about", "complaint"),
    [
        (Act.REJECT, ["claim-0"], "there is no claim"),
        (Act.CONFIRM_COPY, ["https://reel.example/date"], "two documents"),
        (Act.CONFIRM_COPY, ["https://reel.example/date", "https://reel.example/date"], "no copy of itself"),
        (Act.UNDO_COPY, ["https://reel.example/date", "https://molo.example/clip"], "neither of the two"),
        (Act.MERGE, ["footage-0", "footage-1"], "there is no footage"),
        (Act.DATE, ["https://reel.example/date", "2030-02-30"], "is no date"),
        (Act.DATE, ["https://reel.example/date", "2032"], "cannot have been published later"),
        (Act.DATE, ["https://nobody.example", "2030"], "nothing was captured"),
        (Act.TAKE_BACK, ["decision-0"], "there is no decision"),
    ],
)
def test_a_decision_on_nothing_is_refused_in_one_line(desk: Desk, act: Act, about: list[str], complaint: str) -> None:
    with pytest.raises(DecisionError, match=complaint):
        desk.decide(act, about, "Mia")
    assert desk.decisions() == ()


def test_a_decision_needs_an_author(desk: Desk) -> None:
    with pytest.raises(DecisionError, match="author"):
        desk.decide(Act.DATE, ["https://reel.example/date", "2029"], "  ")
