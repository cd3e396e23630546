import pytest

from setwatch.reading.plain import published_of

BODY = "\n\nThe lighthouse keeper of the film has been recast, and everybody on the island has a view on that. " * 3


@pytest.mark.parametrize(
    ("head", "url", "date"),
    [
        (" date 2031-02-03 The keeper", None, "2031-02-03"),
        (" date 2031-02 The keeper", "https://lamp.example/2031/02/17/keeper", "2031-02-17"),
        (" date 2031-02 The keeper", "https://lamp.example/2030/11/17/keeper", "2031-02"),
        ("The keeper", "https://lamp.example/2031/02/keeper", "2031-02"),
        ("The keeper", "https://lamp.example/film/2031/feb/03/keeper", "2031-02-03"),
        ("The keeper", "https://lamp.example/keeper-20310203-x9.html", "2031-02-03"),
        ("The keeper\nBy Ada Poulsen\nFeb. 3, 2031 9:14 AM ET", None, "2031-02-03"),
        ("The keeper\nPosted on\nFebruary 3, 2031", None, "2031-02-03"),
        ("Der Wärter\nPubliziert: 03.02.2031 um 08:27 Uhr\nAktualisiert: 18.04.2031", None, "2031-02-03"),
        ("The keeper\nUpdated: 3 February 2031", None, "2031-02-03"),
        ("Il custode\n3 Febbraio 2031  2 minuti di lettura", None, "2031-02-03"),
        ("Хранитель\n3 февраля 2031, 10:00", None, "2031-02-03"),
        ("Az őr\n2031. február 3.", None, "2031-02-03"),
        ("The keeper\n03/02/2031", "https://lamp.co.uk/keeper", "2031-02-03"),
        ("The keeper\n02/03/2031", "https://lamp.com/keeper", "2031-02-03"),
        ("The keeper", "https://lamp.example/keeper", None),
        ("The film opens on May 27, 2032, said the director, whom nobody had asked for it.", None, None),
    ],
)
def test_the_date_is_found_where_the_page_has_it(head: str, url: str | None, date: str | None) -> None:
    assert published_of(head + BODY, url, "en") == date


def test_a_foot_may_say_when_the_story_first_appeared() -> None:
    foot = "\n\n(The above story first appeared on Lamplight on Feb 03, 2031 02:14 PM IST.)"
    assert published_of("The keeper" + BODY + foot, None, "en") == "2031-02-03"
