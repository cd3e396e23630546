import pytest

from setwatch.reading.plain import byline_of

BODY = (
    "\n\nThe lighthouse keeper of the film has been recast, and everybody on the island has a view on that, the"
    " ferryman first of all, who had hoped for the part.\n\nShooting goes on until"
    " the autumn storms begin, the harbour master was told,"
    " and after that the crew moves into the hall at the old cannery.\n\nNo date has been set."
)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("The keeper\n\nBy Ada Poulsen", ["Ada Poulsen"]),
        ("The keeper\nBY ADA POULSEN FEB. 3, 2031 9:41 AM EST", ["ADA POULSEN"]),
        ("The keeper\nWritten by Ada Poulsen, Edited by Bo Lind | Updated: 3 February 2031", ["Ada Poulsen"]),
        ("The keeper\nBy Ada Poulsen and Bo van der Lind", ["Ada Poulsen", "Bo van der Lind"]),
        ("The keeper\nby Ada Poulsen     February 3, 2031", ["Ada Poulsen"]),
        ("The keeper\nLamplight.com | By Ada Poulsen", ["Ada Poulsen"]),
        ("The keeper\nContributed by\nAda Poulsen\nFeb 3, 2031", ["Ada Poulsen"]),
        ("The keeper\nAda Poulsen\nMonday 3 Feb 2031 11:02 am", ["Ada Poulsen"]),
        ("Der Wärter\nVon Ada Poulsen", ["Ada Poulsen"]),
        ("Az őr\nSzerző: Poulsen Ada", ["Poulsen Ada"]),
        ("Posted on February 3, 2031 by Ada", ["Ada"]),
        ("The keeper\nAda Poulsen, Contributing Writer", ["Ada Poulsen"]),
        ("The keeper\nBy Lamplight Staff", []),
        ("The keeper\nEntertainment Desk", []),
        ("The keeper\nRedacción / Lamplight", []),
        ("The keeper\nBy Reuters", []),
    ],
)
def test_the_head_names_the_authors(head: str, names: list[str]) -> None:
    assert list(byline_of(head + BODY)) == names


@pytest.mark.parametrize(
    "foot",
    [
        "Ada Poulsen is the Weekend Editor for Lamplight. Follow her on Twitter @lamp.",
        "Ada Poulsen is a film reporter at Lamplight.",
        "About the author: Ada Poulsen, founder of this site.",
        "Ada Poulsen\nSenior writer\n",
        "About Ada Poulsen\n\nAda is the Editor-in-Chief at Lamplight.",
    ],
)
def test_a_bio_at_the_foot_names_the_author(foot: str) -> None:
    assert byline_of(f"The keeper{BODY}\n\n{foot}") == ("Ada Poulsen",)


def test_the_outlets_own_name_is_no_byline() -> None:
    assert byline_of(f"Lantern Bay\n3 February 2031{BODY}", "Lanternbay") == ()
