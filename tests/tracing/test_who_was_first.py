"""Claims of being first: refuted by a clock with the sum, and several of them side by side."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from setwatch.model import Copy, CopyKind, Footage, Ground, Post, Reading, Role, Step, quote
from setwatch.reading.clocks import clock_of
from setwatch.tracing import trace
from setwatch.tracing.across.actors import Actors
from setwatch.tracing.across.trail import footage_of

Maker = Callable[..., Reading]

STUNT = (
    "A video shows Mara Lindqvist waving from the roof of a tram in Tallinn while the crew looks on. "
    "The driver of a passing van held the phone, and the crew laughed at the horn of the tram in the old town."
)
EARLY_TWEET = "1918593874130000001"  # 2025-05-03T09:10:00Z
LATE_TWEET = "1918642192512000001"  # 3 h 12 min later
EARLY_TIKTOK = "7500144193220855143"  # upload begun 2025-05-03T09:10:00Z


def showing(
    make: Maker, name: str, handle: str, platform: str, role: Role, *, post_id: str | None = None, **more: object
) -> Reading:
    """Return a document that says that `handle` had the stunt on `platform`; with an id it shows the post."""
    said = f"by @{handle}"
    text = f"{STUNT} It was put online {said}, says {name}.\n\n"
    posts: tuple[Post, ...] = ()
    if post_id:
        body = f"Tram! {name} {handle} (@{handle})"
        posts = (
            Post(
                platform, None, handle, "Tram!", quote(text + body, len(text), len(text + body)),
                post_id=post_id, clock=clock_of(platform, post_id),
            ),
        )  # fmt: skip
        text += body
    told = make(
        name, text, "2025-05-06", video="A video shows Mara Lindqvist",
        steps=((handle, platform, role, said),), posts=posts, **more,
    )  # fmt: skip
    if not posts:
        return told
    mention = told.telling.footage[0]
    joined = replace(mention, trail=(replace(mention.trail[0], post=0),))
    return replace(told, telling=replace(told.telling, footage=(joined,)))


def only(*readings: Reading) -> Footage:
    (footage,) = trace(readings, ()).footage
    return footage


def test_a_claim_of_being_first_is_refuted_by_an_earlier_clock_with_the_sum(reading: Maker) -> None:
    claim = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN, post_id=LATE_TWEET)
    pickup = showing(reading, "courier", "reelandrope", "twitter", Role.PICKUP, post_id=EARLY_TWEET)
    footage = only(claim, pickup)
    first, second = footage.appearances
    assert (first.actor, first.role, first.refuted_by) == ("reelandrope", Role.ORIGIN, None)
    assert second.actor == "tramfan"
    assert second.refuted_by is not None
    assert second.refuted_by.words == "posted 3 h 12 min after @reelandrope's"
    assert second.refuted_by.seconds == 3 * 3600 + 12 * 60
    assert second.refuted_by.evidence == first.evidence
    assert footage.decided_by is Ground.CLOCK
    assert [(f.actor, f.refuted_by is not None) for f in footage.firsts] == [("reelandrope", False), ("tramfan", True)]


def test_the_claimants_own_post_may_stand_in_another_document(reading: Maker) -> None:
    claim = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN)
    clock = showing(reading, "mirror", "tramfan", "twitter", Role.PICKUP, post_id=LATE_TWEET)
    early = showing(reading, "courier", "reelandrope", "twitter", Role.ORIGIN, post_id=EARLY_TWEET)
    told = next(a for a in only(claim, clock, early).appearances if a.document_id.startswith("https://gazette"))
    assert told.refuted_by is not None
    assert told.refuted_by.words == "posted 3 h 12 min after @reelandrope's"


def test_a_claim_with_no_post_of_its_own_is_never_refuted(reading: Maker) -> None:
    claim = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN)
    early = showing(reading, "courier", "reelandrope", "twitter", Role.PICKUP, post_id=EARLY_TWEET)
    assert all(a.refuted_by is None for a in only(claim, early).appearances)


def test_an_upload_that_began_well_before_refutes_and_says_what_it_counts_from(reading: Maker) -> None:
    claim = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN, post_id=LATE_TWEET)
    early = showing(reading, "courier", "vandriver", "tiktok", Role.ORIGIN, post_id=EARLY_TIKTOK)
    refuted = next(a for a in only(claim, early).appearances if a.actor == "tramfan").refuted_by
    assert refuted is not None
    assert refuted.words == "posted 3 h 12 min after the upload of @vandriver's began"


def test_a_repost_refutes_but_is_no_origin(reading: Maker) -> None:
    claim = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN, post_id=LATE_TWEET)
    early = showing(reading, "courier", "reelandrope", "twitter", Role.REPOST, post_id=EARLY_TWEET)
    first, second = only(claim, early).appearances
    assert (first.role, second.refuted_by is not None) == (Role.REPOST, True)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_who_was_first_does_not_depend_on_the_order_of_arrival(reading: Maker, order: tuple[int, ...]) -> None:
    documents = (
        showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN, post_id=LATE_TWEET),
        showing(reading, "courier", "reelandrope", "twitter", Role.PICKUP, post_id=EARLY_TWEET),
        showing(reading, "herald", "vandriver", "tiktok", Role.ORIGIN, post_id=EARLY_TIKTOK),
    )
    assert trace([documents[i] for i in order], ()) == trace(documents, ())


def contest(*readings: Reading, copies: tuple[Copy, ...] = ()) -> Footage:
    """Return the trail of mentions that are known to be of one piece."""
    return footage_of([(r, r.telling.footage[0]) for r in readings], Actors(readings), copies)


def test_two_claims_without_clocks_show_both_and_the_number_of_tellers_decides(reading: Maker) -> None:
    one = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN)
    two = showing(reading, "courier", "vandriver", "tiktok", Role.ORIGIN)
    three = showing(reading, "herald", "vandriver", "tiktok", Role.ORIGIN)
    footage = contest(one, two, three)
    assert [(f.actor, f.tellers) for f in footage.firsts] == [("vandriver", 2), ("tramfan", 1)]
    assert footage.decided_by is Ground.TELLERS
    assert footage.appearances[0].actor == "vandriver"


def test_a_copy_is_no_second_teller(reading: Maker) -> None:
    one = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN)
    two = showing(reading, "courier", "vandriver", "tiktok", Role.ORIGIN)
    three = showing(reading, "herald", "vandriver", "tiktok", Role.ORIGIN)
    copy = Copy(
        two.document.document_id, three.document.document_id, CopyKind.VERBATIM, undecided=False, reason="all its words"
    )
    footage = contest(one, two, three, copies=(copy,))
    assert [f.tellers for f in footage.firsts] == [1, 1]
    assert footage.decided_by is Ground.NOTHING


def test_one_claim_is_no_dispute(reading: Maker) -> None:
    footage = contest(showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN))
    assert (footage.firsts, footage.decided_by) == ((), None)


def test_a_newspaper_gives_way_to_whoever_took_the_pictures(reading: Maker) -> None:
    paper = showing(reading, "gazette", "DailyMail", "twitter", Role.ORIGIN)
    mention = paper.telling.footage[0]
    named = replace(mention, trail=(replace(mention.trail[0], actor="The Daily Mail", platform=None),))
    paper = replace(paper, telling=replace(paper.telling, footage=(named,)))
    footage = contest(paper, showing(reading, "courier", "vandriver", "tiktok", Role.ORIGIN))
    assert [f.actor for f in footage.firsts] == ["vandriver", "The Daily Mail"]
    assert footage.decided_by is Ground.TRADE
    assert footage.appearances[0].actor == "vandriver"


def test_whom_one_document_names_together_do_not_refute_each_other(reading: Maker) -> None:
    one = showing(reading, "gazette", "tramfan", "twitter", Role.ORIGIN, post_id=LATE_TWEET)
    two = showing(reading, "courier", "reelandrope", "twitter", Role.ORIGIN, post_id=EARLY_TWEET)
    steps = (replace(one.telling.footage[0].trail[0]), *_steps_of(reading))
    both = replace(one.telling.footage[0], trail=steps)
    one = replace(one, telling=replace(one.telling, footage=(both,)))
    assert all(a.refuted_by is None for a in contest(one, two).appearances)


def _steps_of(make: Maker) -> tuple[Step, ...]:
    """Return a step by the other actor, in the words of the first document."""
    said = showing(make, "gazette", "tramfan", "twitter", Role.ORIGIN).telling.footage[0].trail[0]
    return (replace(said, actor="reelandrope"),)
