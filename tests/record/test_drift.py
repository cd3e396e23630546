"""Dates that give way though no text tells of a move, dates that follow others, and dates of equal weight."""

from setwatch.model import Channel, Reading
from tests.record.sayings import claim, known, page, standings, value_of

JUNE = "2031-06-05"
NEAR, FAR = "2031-06-20", "2031-10-02"


def many_then(old: str, new: str, said: str, *, repeated: str | None = None) -> list[Reading]:
    """Three papers gave a date on 1 March 2030, two of them again on `repeated`; one gives another on `said`."""
    pages = [page(f"Paper {n}", "2030-03-01", claim(old)) for n in range(3)]
    if repeated:
        pages += [page(f"Again {n}", repeated, claim(old)) for n in range(2)]
    return [*pages, page("The Reel", said, claim(new))]


def test_a_date_near_it_takes_over_after_90_days_of_silence() -> None:
    assert standings(known(many_then(JUNE, NEAR, "2030-05-30"))) == {JUNE: "current", NEAR: "disputed"}
    assert standings(known(many_then(JUNE, NEAR, "2030-05-31"))) == {JUNE: "superseded", NEAR: "current"}
    again = many_then(JUNE, NEAR, "2030-05-31", repeated="2030-03-20")
    assert standings(known(again)) == {JUNE: "current", NEAR: "disputed"}


def test_a_date_within_three_days_never_takes_over_by_silence() -> None:
    assert standings(known(many_then(JUNE, "2031-06-08", "2031-03-01"))) == {JUNE: "current", "2031-06-08": "disputed"}


def test_a_far_date_takes_over_from_one_that_two_witnesses_gave_no_more_for_45_days() -> None:
    assert standings(known(many_then(JUNE, FAR, "2030-04-15"))) == {JUNE: "current", FAR: "disputed"}
    assert standings(known(many_then(JUNE, FAR, "2030-04-16"))) == {JUNE: "superseded", FAR: "current"}
    again = many_then(JUNE, FAR, "2030-04-16", repeated="2030-04-01")
    assert standings(known(again)) == {JUNE: "current", FAR: "disputed"}


def test_two_witnesses_or_a_first_party_need_no_silence() -> None:
    pages = many_then(JUNE, FAR, "2030-03-05")
    assert standings(known(pages)) == {JUNE: "current", FAR: "disputed"}
    assert standings(known([*pages, page("Quay", "2030-03-06", claim(FAR))])) == {JUNE: "superseded", FAR: "current"}
    official = page("Slate", "2030-03-05", claim(FAR, attribution="the official account"))
    assert standings(known([*pages[:3], official])) == {JUNE: "superseded", FAR: "current"}


def test_a_regions_date_falls_when_the_film_was_later_moved_far_past_it() -> None:
    regional = page("Bobine", "2030-03-01", claim("2031-06-04", region="FR"))
    later = [page(f"Paper {n}", "2030-09-01", claim(FAR)) for n in range(2)]
    found = known([regional, *later])
    assert standings(found) == {"2031-06-04": "superseded", FAR: "current"}
    assert value_of(found, "2031-06-04").reason == f"moved to {FAR}"
    assert standings(known([regional, *later], "2030-08-31")) == {"2031-06-04": "current"}
    # One that is given after that, or lies near, is another country's day.
    after = page("Bobine", "2030-10-01", claim("2031-06-04", region="FR"))
    assert standings(known([after, *later])) == {"2031-06-04": "current", FAR: "current"}
    near = page("Bobine", "2030-03-01", claim("2031-09-24", region="FR"))
    assert standings(known([near, *later])) == {"2031-09-24": "current", FAR: "current"}


def test_a_date_on_a_service_falls_when_cinemas_were_later_moved_far_past_it() -> None:
    streamed = page("The Reel", "2030-03-01", claim(JUNE), claim("2031-07-20", channel=Channel.STREAMING))
    moved = [page(f"Paper {n}", "2030-09-01", claim(FAR)) for n in range(2)]
    found = known([streamed, *moved])
    assert standings(found) == {JUNE: "superseded", FAR: "current", "2031-07-20": "superseded"}
    assert standings(known([streamed, *moved], "2030-08-31"))["2031-07-20"] == "current"
    late = page("Quay", "2030-10-01", claim("2031-11-20", channel=Channel.STREAMING))
    assert standings(known([streamed, *moved, late]))["2031-11-20"] == "current"


def test_two_dates_of_equal_weight_are_both_disputed() -> None:
    pages = [page("The Reel", "2030-03-01", claim(JUNE)), page("Quay", "2030-03-01", claim(FAR))]
    found = known(pages)
    assert standings(found) == {JUNE: "disputed", FAR: "disputed"}
    assert {v.reason for v in found.values} == {"as much weight for another date"}
    assert [v.value for v in found.values if v.head] == []
    third = known([*pages, page("Slate", "2030-03-01", claim(JUNE))])
    assert standings(third) == {JUNE: "current", FAR: "disputed"}
