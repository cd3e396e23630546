"""Release dates in Spanish, French, Italian, German and Norwegian, and beside titles that are told of in passing."""

import pytest

from tests.claims.test_release_news import standing

OF_HARBOUR = "Harbour Lights"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "«Harbour Lights» pasa al 3 de junio de 2031 (antes 5 de mayo de 2031)."),
        ("es", "«Harbour Lights» pasará de presentarse el 5 de mayo de 2031 a hacerlo el 3 de junio de 2031."),
        ("es", "«Harbour Lights» no llegará hasta el 3 de junio de 2031 frente al 5 de mayo de 2031 previsto."),
        ("es", "«Harbour Lights», que es una secuela de «Costa Gris», pasará del 5 de mayo al 3 de junio de 2031."),
        ("fr", "La sortie de « Harbour Lights » prévue le 5 mai 2031 vient d’être repoussée au 3 juin 2031."),
        (
            "fr",
            "Initialement prévu le 5 mai 2031, « Harbour Lights » sera finalement dévoilé le 3 juin 2031 en salles.",
        ),
        ("it", "«Harbour Lights» passa dal 5 maggio 2031 al 3 giugno 2031."),
        ("nb", "Studioet har flyttet lanseringsdatoen for «Harbour Lights» fra 5. mai 2031 til 3. juni 2031."),
    ],
)
def test_the_date_that_a_move_leads_to_stands_in_other_languages(lang: str, text: str) -> None:
    assert standing(text, lang=lang) == [(OF_HARBOUR, "2031-06-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Lights, a prequel to the hit series “Salt Road”, moves from May 5, 2031 to June 3, 2031.",
        "Forget May 5, 2031: mark your calendars for June 3, 2031, when Harbour Lights is in theaters.",
        "Harbour Lights opens in theaters on June 3, 2031, the date originally earmarked for Hollow Crown.",
        "Moon had scheduled Harbour Lights for May 5, 2031, but pushed it back to June 3, 2031.",
    ],
)
def test_what_is_told_in_passing_takes_no_date_away(text: str) -> None:
    assert standing(text) == [(OF_HARBOUR, "2031-06-03")]


def test_the_sequel_of_another_film_is_not_the_one_that_the_text_is_about() -> None:
    text = (
        "«Harbour Lights» se retrasa y se estrenará el 3 de junio de 2031 en los cines. "
        "Asimismo, la secuela de «Costa Gris» (2019) llegará a los cines el 4 de noviembre de 2031."
    )
    assert standing(text, lang="es") == [(OF_HARBOUR, "2031-06-03")]


def test_a_number_of_a_name_is_no_part_of_the_date_behind_it() -> None:
    text = "Nuevo calendario:\n\nHarbour Lights 2 – junio 2, 2031 (antes mayo 5, 2031)."
    assert ("Harbour Lights", "2031-06-02") not in standing(text, lang="es")
