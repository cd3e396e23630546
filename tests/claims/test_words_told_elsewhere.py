"""What tells a fact only by the way, of another title or of another time, is not what is shown for it."""

import pytest

from setwatch.claims import production_status
from setwatch.claims.find import find_claims
from setwatch.model import Property, Status
from tests.claims.scenes import HARBOUR, scene

PEOPLE = ("Ada Quill", "Bram Osei", "Quiet Tide")


def shown(text: str, wanted: Property, places: tuple[str, ...] = ()) -> list[str]:
    told = scene(text, people=PEOPLE, places=places)
    found = find_claims(told.document, told.analysis, told.watched)
    return [claim.evidence.exact for claim in found if claim.property is wanted]


def statuses(
    text: str, dates: dict[str, str] | None = None, titles: dict[str, str | None] | None = None
) -> set[Status]:
    told = scene(text, people=PEOPLE, dates=dates, titles=titles)
    return {Status(claim.value) for claim in production_status.find(told)}


def test_the_same_words_are_shown_where_they_stand_first() -> None:
    text = "The film's star Ada Quill\n\nOn Sunday Harbour Lights had star Ada Quill in a boat."
    told = scene(text, people=PEOPLE)
    claims = find_claims(told.document, told.analysis, told.watched)
    assert [claim.evidence.start for claim in claims] == [text.find("star Ada Quill")]


@pytest.mark.parametrize("headline", ["Is Ada Quill To Star In It?", "Ada Quill to star in it!!"])
def test_a_first_line_that_asks_or_cries_is_a_headline(headline: str) -> None:
    text = f"{headline}\n\nHarbour Lights stars Ada Quill."
    assert shown(text, Property.CAST_MEMBER)[0] == "Harbour Lights stars Ada Quill"


def test_a_line_that_points_back_is_no_headline() -> None:
    text = "Harbour Lights\n\nHarbour Lights has wrapped, says the crew\n\nIts shoot has wrapped"
    assert shown(text, Property.PRODUCTION_STATUS) == ["shoot has wrapped"]


def test_the_place_of_the_shoot_goes_before_the_place_where_people_are_seen() -> None:
    text = "Harbour Lights is back. Fans saw her in Oslo today. The film is shooting in Oslo."
    assert shown(text, Property.FILMING_LOCATION, ("Oslo",)) == ["shooting in Oslo"]


def test_what_somebody_is_known_for_goes_behind_the_part_in_the_film() -> None:
    text = "Harbour Lights is back. Quiet Tide star Ada Quill waves. Ada Quill plays the lead."
    assert shown(text, Property.CAST_MEMBER) == ["Ada Quill plays the lead"]


def test_a_title_that_looks_like_a_person_is_no_star() -> None:
    told = scene("Harbour Lights is back. Quiet Tide star Ada Quill waves.", people=PEOPLE)
    found = find_claims(told.document, told.analysis, told.watched)
    assert "Quiet Tide" not in {claim.value for claim in found}


def test_what_was_so_in_a_year_long_past_is_of_another_film() -> None:
    text = "The stage of Harbour Lights burned in 1984, when a fantasy was being shot in it."
    assert statuses(text, {"1984": "1984"}) == set()
    assert statuses("Harbour Lights is being shot in it.") == {Status.FILMING}


def test_stops_and_starts_are_no_pause() -> None:
    assert statuses("Harbour Lights is shooting after a year of stops and starts.") == {Status.FILMING}
    assert statuses("The shoot of Harbour Lights stops.") == {Status.PAUSED}


def test_who_closes_a_shoot_ends_it() -> None:
    assert statuses("The scene closes the shoot of Harbour Lights.") == {Status.WRAPPED}


def test_delays_of_no_title_tell_less_than_a_date_that_is_left() -> None:
    assert shown(
        "Harbour Lights is back. A week of delays. Harbour Lights is delayed.", Property.PRODUCTION_STATUS
    ) == ["Harbour Lights is delayed"]


def test_words_between_commas_part_no_title_from_its_verb() -> None:
    assert statuses("Harbour Lights, directed by the tireless Ada Quill, moves once more.") == {Status.DELAYED}


def test_the_film_that_follows_another_title_is_not_that_title() -> None:
    text = "Harbour Lights is back. The film that follows Iron Lake has been put back once more."
    assert statuses(text, titles={"Iron Lake": None, HARBOUR.name: HARBOUR.name}) == {Status.DELAYED}


def test_a_mark_inside_a_quoted_name_ends_no_clause() -> None:
    told = scene("Filming of the third “Harbour: Deep” stopped in May.", titles={"third": HARBOUR.name})
    assert [claim.value for claim in production_status.find(told)] == [Status.PAUSED]


def test_mere_signs_of_a_shoot_take_no_date_from_what_happens() -> None:
    told = scene("On July 6 the crew resumed work on Harbour Lights.", dates={"July 6": "2020-07-06"})
    found = {claim.value: claim.date for claim in production_status.find(told)}
    assert found == {Status.RESUMED: "2020-07-06"}


def test_a_clause_between_commas_parts_no_work_from_its_start() -> None:
    text = "Work on Harbour Lights, whose large and famous cast has Ada Quill and Bram Osei among others, began."
    assert statuses(text) == {Status.FILMING}


def test_another_name_is_what_leaves_the_calendar() -> None:
    assert statuses("Harbour Lights is back. The studio has taken Mirabel off the calendar.") == set()
    assert statuses("The studio has taken Harbour Lights off the calendar.") == {Status.DELAYED}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harbour Lights is back. Ada Quill plays Beast in Dark Lantern.", []),
        ("Harbour Lights is back. Ada Quill plays Beast in March.", ["Ada Quill"]),
        ("Ada Quill plays Beast in Harbour Lights.", ["Ada Quill"]),
    ],
)
def test_a_part_in_another_title_is_none_in_the_production(text: str, found: list[str]) -> None:
    told = scene(text, people=PEOPLE)
    claims = find_claims(told.document, told.analysis, told.watched)
    assert [claim.value for claim in claims if claim.property is Property.CAST_MEMBER] == found
