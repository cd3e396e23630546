"""Where a production stands."""

import pytest

from setwatch.claims.production_status import find
from setwatch.model import Claim

from .scenes import scene

DATES = {
    "January": "2021-01",
    "March": "2021-03",
    "September": "2021-09",
    "June 2021": "2021-06",
    "May 2020": "2020-05",
}


def found(text: str, lang: str = "en") -> list[Claim]:
    return list(find(scene(text, dates=DATES, lang=lang)))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Harbour Lights is filming all summer.", "filming"),
        ("Production of Harbour Lights has been halted.", "paused"),
        ("Harbour Lights has wrapped.", "wrapped"),
        ("Harbour Lights is in post-production.", "post_production"),
        ("The studio has delayed Harbour Lights.", "delayed"),
        ("The studio is sending Harbour Lights to a later date.", "delayed"),
        ("Harbour Lights goes to another year.", "delayed"),
        ("Harbour Lights will go before the cameras soon.", "pre_production"),
        ("Harbour Lights has been cancelled.", "cancelled"),
        ("Harbour Lights opened in May 2020.", "released"),
    ],
)
def test_a_status_is_found(text: str, status: str) -> None:
    assert [c.value for c in found(text)] == [status]


def test_one_sentence_may_tell_a_history_with_dates() -> None:
    text = "Filming of Harbour Lights began in January, halted in March and resumed in September."
    assert [(c.value, c.date) for c in found(text)] == [
        ("filming", "2021-01"),
        ("paused", "2021-03"),
        ("resumed", "2021-09"),
    ]


def test_a_later_date_is_a_delay() -> None:
    assert "delayed" in [c.value for c in found("Harbour Lights moves from March to September.")]


def test_moving_up_is_no_delay() -> None:
    assert "delayed" not in [c.value for c in found("Harbour Lights moved up to March.")]


def test_a_start_to_come_without_a_date_is_pre_production() -> None:
    assert [c.value for c in found("Production of Harbour Lights is about to begin.")] == ["pre_production"]


def test_pictures_from_the_set_tell_of_a_shoot_only_where_nothing_better_does() -> None:
    assert [c.value for c in found("A set photo of Harbour Lights is out.")] == ["filming"]
    assert [c.value for c in found("A set photo of Harbour Lights is out. Harbour Lights has wrapped.")] == ["wrapped"]


def test_being_under_wraps_or_slipping_on_ice_is_no_status() -> None:
    assert found("The plot of Harbour Lights is kept secret. Its star slipped on ice in March.") == []


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("de", "Die Dreharbeiten zu Harbour Lights wurden unterbrochen.", "paused"),
        ("fr", "Le tournage de Harbour Lights est terminé.", "wrapped"),
        ("es", "El rodaje de Harbour Lights se ha retomado.", "resumed"),
        ("it", "Harbour Lights è stato rinviato.", "delayed"),
        ("nl", "Harbour Lights is uitgesteld.", "delayed"),
        ("sv", "Harbour Lights skjuts upp.", "delayed"),
        ("nb", "Harbour Lights er utsatt.", "delayed"),
        ("ru", "Съемки Harbour Lights приостановлены.", "paused"),
        ("hu", "A Harbour Lights forgatása véget ért.", "wrapped"),
        ("pt", "Harbour Lights foi adiado.", "delayed"),
        ("pl", "Zdjęcia do Harbour Lights zakończono.", "wrapped"),
    ],
)
def test_other_languages_have_their_own_words(lang: str, text: str, status: str) -> None:
    assert status in [c.value for c in found(text, lang)]


def test_what_is_dated_long_before_the_document_is_another_production() -> None:
    told = scene("Harbour Lights uses a stage. In 2006 a film was being shot there.", dates={"2006": "2006"}, people=())
    assert list(find(told)) == []


def test_a_trade_magazine_is_no_production() -> None:
    told = scene("Harbour Lights is listed in Production Weekly.", organisations=("Production Weekly",))
    assert list(find(told)) == []


def test_it_stands_for_the_production_that_is_moved() -> None:
    text = "Harbour Lights was to open in March. It was pushed to September."
    assert {(c.value, c.evidence.exact) for c in found(text)} >= {("delayed", "pushed to")}


def test_a_shoot_that_stopped_after_it_had_gone_on_stands_still() -> None:
    text = "Filming of Harbour Lights was halted in March. It had resumed in January."
    assert "filming" not in {str(c.value) for c in found(text)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [("es", "La cadena cancela Harbour Lights."), ("it", "La rete cancella Harbour Lights.")],
)
def test_what_is_cancelled_in_other_languages(lang: str, text: str) -> None:
    assert [c.value for c in found(text, lang)] == ["cancelled"]


def test_a_shoot_is_paused_where_its_set_is_closed() -> None:
    assert [c.value for c in found("The studio closed the set of Harbour Lights.")] == ["paused"]


def test_a_street_that_is_closed_for_a_shoot_pauses_nothing() -> None:
    text = "The crew of Harbour Lights is filming at the mill, and the town has closed the old bridge."
    assert "paused" not in [c.value for c in found(text)]
