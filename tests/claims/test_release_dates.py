"""Release dates: what is one, whether it stands, where and how it holds."""

import pytest

from setwatch.claims.release_date import find
from setwatch.model import Channel, Claim, Modality, Polarity, When

from .scenes import TUNDRA, scene

MAY, JUNE, OCTOBER = "2021-05-07", "2021-06", "2021-10-01"
DATES = {"May 7, 2021": MAY, "June 2021": JUNE, "October 1, 2021": OCTOBER}


def found(text: str, lang: str = "en", dates: dict[str, str] | None = None) -> list[Claim]:
    return list(find(scene(text, dates=dates or DATES, lang=lang)))


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Lights hits theaters on May 7, 2021.",
        "Harbour Lights is scheduled for release on May 7, 2021.",
        "The release date is May 7, 2021.",
        "Theaters will have Harbour Lights on May 7, 2021.",
        "Harbour Lights (May 7, 2021) was his idea.",
    ],
)
def test_a_date_of_release_is_found(text: str) -> None:
    assert [(c.production, c.value, c.when) for c in found(text)] == [("Harbour Lights", MAY, When.CURRENT)]


@pytest.mark.parametrize(
    "text",
    [
        "The lead of Harbour Lights was born on May 7, 2021.",
        "Filming of Harbour Lights began on May 7, 2021.",
        "She posted a still of Harbour Lights on May 7, 2021.",
        "Harbour Lights was discussed at a convention on May 7, 2021.",
        "The trailer for Harbour Lights arrived on May 7, 2021.",
        "The shoot of Harbour Lights opened on May 7, 2021.",
        "A buyer took the rights to Harbour Lights out of the market on May 7, 2021.",
    ],
)
def test_other_dates_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Harbour Lights moves from June 2021 to October 1, 2021.", {JUNE: "former", OCTOBER: "current"}),
        ("Harbour Lights opens on October 1, 2021 instead of June 2021.", {JUNE: "former", OCTOBER: "current"}),
        (
            "Harbour Lights, originally due in June 2021, will open on October 1, 2021.",
            {JUNE: "former", OCTOBER: "current"},
        ),
        (
            "Harbour Lights was to open in June 2021, and now comes on October 1, 2021.",
            {JUNE: "former", OCTOBER: "current"},
        ),
    ],
)
def test_the_date_left_behind_is_former(text: str, stands: dict[str, str]) -> None:
    assert {c.value: c.when for c in found(text)} == stands


def test_a_denied_date_is_denied_and_former() -> None:
    (claim,) = found("Harbour Lights will not be released on May 7, 2021.")
    assert (claim.polarity, claim.when) == (Polarity.DENIED, When.FORMER)


def test_not_until_is_no_denial() -> None:
    (claim,) = found("Harbour Lights won't be in cinemas until May 7, 2021.")
    assert claim.polarity is Polarity.AFFIRMED


def test_a_day_without_a_year_is_to_come() -> None:
    (claim,) = found("Harbour Lights arrives on December 16.", dates={"December 16": "2020-12-16"})
    assert claim.value == "2021-12-16"


def test_respectively_deals_dates_out() -> None:
    text = "Harbour Lights and Tundra move. Their release dates are May 7, 2021, and October 1, 2021, respectively."
    claims = find(scene(text, dates=DATES, titles={"Harbour Lights": "Harbour Lights", "Tundra": "Tundra"}))
    assert [(c.production, c.value) for c in claims] == [("Harbour Lights", MAY), ("Tundra", OCTOBER)]


def test_a_coarser_wording_of_a_day_is_left_out() -> None:
    text = "Harbour Lights is due in June 2021. It opens on June 4, 2021."
    assert [c.value for c in found(text, dates={"June 2021": JUNE, "June 4, 2021": "2021-06-04"})] == ["2021-06-04"]


def test_markets_stand_beside_their_dates() -> None:
    claims = found("Harbour Lights opens on May 7, 2021 in the UK and October 1, 2021 in the US.")
    assert [(c.value, c.region) for c in claims] == [(MAY, "UK"), (OCTOBER, "US")]


def test_a_film_is_theatrical_unless_something_else_is_said() -> None:
    assert [c.channel for c in found("Harbour Lights opens on May 7, 2021.")] == [Channel.THEATRICAL]
    assert [c.channel for c in found("Harbour Lights is streaming from May 7, 2021.")] == [Channel.STREAMING]
    assert [c.channel for c in found("Harbour Lights has its world premiere on May 7, 2021.")] == [Channel.PREMIERE]


def test_a_season_of_a_series_keeps_its_number() -> None:
    text = "Season 2 of Tundra premieres on May 7, 2021."
    (claim,) = find(scene(text, dates=DATES, titles={"Tundra": TUNDRA.name}))
    assert (claim.production, claim.season, claim.channel) == ("Tundra", 2, None)


def test_a_hedge_is_kept() -> None:
    assert [c.modality for c in found("Harbour Lights is expected to hit theaters on May 7, 2021.")] == [
        Modality.PROBABLE
    ]


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("de", "Harbour Lights kommt am 7. Mai 2021 in die Kinos.", "7. Mai 2021"),
        ("fr", "Harbour Lights sortira le 7 mai 2021 dans les salles.", "7 mai 2021"),
        ("es", "Harbour Lights se estrena el 7 de mayo de 2021.", "7 de mayo de 2021"),
        ("it", "Harbour Lights uscirà il 7 maggio 2021.", "7 maggio 2021"),
        ("nl", "Harbour Lights is vanaf 7 mei 2021 in de bioscoop te zien.", "7 mei 2021"),
        ("sv", "Harbour Lights går upp på bio den 7 maj 2021.", "7 maj 2021"),
        ("nb", "Harbour Lights har kinopremiere 7. mai 2021.", "7. mai 2021"),
        ("ru", "Harbour Lights выйдет в прокат 7 мая 2021 года.", "7 мая 2021"),
        ("hu", "Harbour Lights 2021. május 7-én kerül a mozikba.", "2021. május 7-én"),
        ("pt", "Harbour Lights estreia em 7 de maio de 2021 nos cinemas.", "7 de maio de 2021"),
        ("pl", "Harbour Lights wejdzie do kin 7 maja 2021.", "7 maja 2021"),
    ],
)
def test_other_languages_have_their_own_words(lang: str, text: str, date: str) -> None:
    assert [c.value for c in found(text, lang, {date: MAY})] == [MAY]


def test_the_line_with_the_date_of_the_page_does_not_go_on_with_the_headline() -> None:
    text = "Harbour Lights Slips to June 2021\nBy Dana Quill | January 15, 2021\n"
    assert [c.value for c in found(text, dates={"June 2021": JUNE, "January 15, 2021": "2021-01-15"})] == [JUNE]


def test_a_date_to_which_it_may_be_moved_is_none_that_it_left() -> None:
    claims = found("Harbour Lights could be delayed to October 1, 2021. It remains set for release on May 7, 2021.")
    assert {(c.value, c.modality, c.when) for c in claims} == {
        (OCTOBER, Modality.POSSIBLE, When.CURRENT),
        (MAY, Modality.CERTAIN, When.CURRENT),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The studio released a new teaser for Harbour Lights on May 7, 2021.",
        "Harbour Lights: the studio released its first trailer on May 7, 2021.",
    ],
)
def test_the_day_of_a_trailer_is_none_of_release(text: str) -> None:
    assert found(text) == []
