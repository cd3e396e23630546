"""A document that names two who had a piece of footage joins those in which only the one or the other is known."""

from collections.abc import Callable

from setwatch.model import Reading, Role
from setwatch.tracing import trace

Maker = Callable[..., Reading]

RAFT = "Two men stand on a burning raft under the bridge, and a helicopter circles over the fire."


def _first(reading: Maker) -> Reading:
    return reading(
        "harbour",
        f"Moira Kemp filmed this on her phone and put it on Facebook. {RAFT}",
        "2021-05-07",
        video="filmed this on her phone",
        steps=(("Moira Kemp", "facebook", Role.ORIGIN, "Moira Kemp filmed"),),
    )


def _as_new(reading: Maker) -> Reading:
    return reading(
        "scoops",
        f"New footage from the set has appeared. It comes from the account raftleaks. {RAFT}",
        "2023-06-20",
        video="New footage from the set",
        steps=(("raftleaks", "tiktok", Role.ORIGIN, "the account raftleaks"),),
        new="New footage",
    )


def _check(reading: Maker, shown: str = RAFT) -> Reading:
    return reading(
        "checks",
        f"The old clip was filmed by Moira Kemp, and raftleaks passed it off as a scene of today. {shown}",
        "2025-05-16",
        video="The old clip",
        steps=(
            ("Moira Kemp", "facebook", Role.ORIGIN, "filmed by Moira Kemp"),
            ("raftleaks", "tiktok", Role.PICKUP, "raftleaks passed it off"),
        ),
        old="The old clip",
    )


def test_a_fact_check_joins_the_first_report_and_the_one_that_calls_it_new(reading: Maker) -> None:
    (footage,) = trace([_first(reading), _as_new(reading), _check(reading)], ()).footage
    assert len(footage.documents) == 3
    assert [(alarm.document_id, alarm.evidence.exact) for alarm in footage.alarms] == [
        ("https://scoops.example/story", "New footage")
    ]


def test_without_the_fact_check_two_origins_years_apart_stay_two_pieces(reading: Maker) -> None:
    footage = trace([_first(reading), _as_new(reading)], ()).footage
    assert len(footage) == 2
    assert not any(piece.alarms for piece in footage)


def test_a_fact_check_does_not_join_what_shows_something_else(reading: Maker) -> None:
    other = reading(
        "scoops",
        "New footage from the set has appeared. It comes from the account raftleaks. A horse runs along a beach.",
        "2023-06-20",
        video="New footage from the set",
        steps=(("raftleaks", "tiktok", Role.ORIGIN, "the account raftleaks"),),
        new="New footage",
    )
    footage = trace([_first(reading), other, _check(reading)], ()).footage
    assert not any(piece.alarms for piece in footage)


def test_a_page_that_shows_its_own_footage_is_the_origin_that_another_names(reading: Maker) -> None:
    text = f"Filmed by me last night from the quay. {RAFT}"
    own = reading("Canal Walks", text, "2023-10-09", video="Filmed by me")
    told = reading(
        "checks",
        f"That clip is by Canal Walks on YouTube. {RAFT}",
        "2023-11-30",
        video="That clip",
        steps=(("Canal Walks", "youtube", Role.ORIGIN, "by Canal Walks on YouTube"),),
    )
    (footage,) = trace([own, told], ()).footage
    assert {a.actor for a in footage.appearances} == {"Canal Walks"}
    assert len(footage.documents) == 2
