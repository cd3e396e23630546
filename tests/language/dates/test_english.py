"""Dates in English sentences, resolved against a Monday, 5 October 2020."""

from datetime import date

import pytest

from setwatch.language.dates import find_dates

BASE = date(2020, 10, 5)

CASES = [
    ("The Lantern Road opens on November 19, 2021.", ["2021-11-19"]),
    ("It opens Nov. 19, 2021, and not before.", ["2021-11-19"]),
    ("In cinemas Friday, the 19th of November 2021", ["2021-11-19"]),
    ("It comes to cinemas on 19 November 2021", ["2021-11-19"]),
    ("date 2021-11-19 and 11/19/2021", ["2021-11-19", "2021-11-19"]),
    ("Posted 2020-10-04T21:14:07Z by the unit", ["2020-10-04"]),
    ("A post of October 4, 2020 at 3:14pm PDT", ["2020-10-04"]),
    ("The sequel is due in November 2021.", ["2021-11"]),
    ("It is now aimed at mid-May 2022", ["2022-05"]),
    ("It opens in mid-fall 2022", ["2022-23"]),
    ("It catches her in mid-fall under the cable car", []),
    ("slated for the summer of 2022", ["2022-22"]),
    ("a spring 2022 slot", ["2022-21"]),
    ("in the second quarter of 2021", ["2021-34"]),
    ("a bow in Q3 2021", ["2021-35"]),
    ("in the first half of 2022", ["2022-01/2022-06"]),
    ("It should be done by late 2020.", ["2020"]),
    ("Filming will start early next year", ["2021"]),
    ("by the end of the year", ["2020"]),
    ("later this year", ["2020"]),
    ("It stopped in March.", ["2020-03"]),
    ("Cameras will roll in March.", ["2021-03"]),
    ("The crew was seen on October 3", ["2020-10-03"]),
    ("The film opens on March 3", ["2021-03-03"]),
    ("It opens May 27 of next year", ["2021-05-27"]),
    ("a shoot begun in December of last year", ["2019-12"]),
    ("this fall", ["2020-23"]),
    ("next spring", ["2021-21"]),
    ("last month", ["2020-09"]),
    ("next week", ["2020-10-12/2020-10-18"]),
    ("He will be back next Friday", ["2020-10-16"]),
    ("as she said on Sunday", ["2020-10-04"]),
    ("It opens on Friday", ["2020-10-09"]),
    ("out tomorrow", ["2020-10-06"]),
    ("two weeks ago", ["2020-09-21"]),
    ("They return in two weeks", ["2020-10-19"]),
    ("three years ago", ["2017"]),
    ("Christmas 2021", ["2021-12"]),
    ("Memorial Day weekend 2021", ["2021-05"]),
    ("over Easter 2021", ["2021-04"]),
    ("They shot on July 2 and 3", ["2020-07-02/2020-07-03"]),
    ("between July 6 and 20", ["2020-07-06/2020-07-20"]),
    ("from July 23 to November 19, 2021", ["2021-07-23", "2021-11-19"]),
    ("from April 2020 to November", ["2020-04", "2020-11"]),
    ("June 28 and July 14, 2024", ["2024-06-28", "2024-07-14"]),
    ("since 1996", ["1996"]),
    ("Lantern Road (2018)", ["2018"]),
    ("2015's Lantern Road", ["2015"]),
    ("the first Friday of next month", ["2020-11-06"]),
    ("this coming Friday", ["2020-10-09"]),
    ("spring/summer 2022", ["2022-21", "2022-22"]),
    ("from late October to early November 2021", ["2021-10", "2021-11"]),
    ("the week of October 12", ["2020-10-12/2020-10-18"]),
    ("the weekend of Nov. 20", ["2020-11"]),
    ("Fri 13 Nov", ["2020-11-13"]),
    ("Saturday, May 18", ["2019-05-18"]),
    ("05.23.25 only in cinemas", ["2025-05-23"]),
    ("in the UK on April 3rd, 2022, and in the US on April 8th", ["2022-04-03", "2022-04-08"]),
    ("On Friday Lantern Pictures said so", ["2020-10-02"]),
    ("Anna Stone's 1965 novel", ["1965"]),
    ("“Lantern Road,” 2018", ["2018"]),
    ("July 2-3, 2021", ["2021-07-02/2021-07-03"]),
    ("Oct. 30-Nov. 1, 2021", ["2021-10-30", "2021-11-01"]),
    ("On October the twenty-first it was over", ["2020-10-21"]),
    ("Mon Oct 05 14:02:11 +0000 2020", ["2020-10-05"]),
    ("5 Oct '20", ["2020-10-05"]),
    ("due in May 2018, then in the fall of that year", ["2018-05", "2018-23"]),
    ("shot in 2018, and shown later that same year", ["2018", "2018"]),
    ("sometime in two thousand and twenty one", ["2021"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_date_is_its_value(text: str, expected: list[str]) -> None:
    assert [found.edtf for found in find_dates(text, BASE, "en")] == expected


NONE = [
    "May we march in peace? They may, and the sun may shine.",
    "Blade of 2049 nights and 1,500 extras",
    "open 24/7, a 9/10 from all",
    "Lantern Road 2049 is two hours long",
    "“1917” and ‘1984’",
    "a ratio of 2.39 and 1080 lines at 48 frames",
    "a week later, the following month",
    "the past few weeks",
    "in the 1990s and the seventies",
    "He fell down the hill and began to spring up again",
    "version 10.4.12 at 192.168.10.12",
    "Theresa May and Fredric March",
    "Thank God, Joe Friday Smith came",
    "The Sun says so, and USA Today too",
    "one ticket from a Friday to a Wednesday",
    "together for the first time in 25 years",
    "some months ago, in recent years, in the coming weeks",
    "in 2001: A Road Story",
    "to open in 2000 cinemas",
    "Black Friday deals",
    "see lantern.example/2019/01/road",
    "the 2011-12 season",
    "Feb 29, 2021",
    "by this may it be known",
    "1080 by 1920 pixels",
    "Chairs by April Stone and June Diane Marsh",
    "© 2020 Lantern Pictures",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text, BASE, "en") == ()


def test_the_span_is_the_words() -> None:
    text = "It moved from July 23 to Nov. 19, 2021, they say."
    assert [text[f.span.start : f.span.end] for f in find_dates(text, BASE, "en")] == ["July 23", "Nov. 19, 2021"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on May 23", ["XXXX-05-23"]),
        ("in September", ["XXXX-09"]),
        ("later this year", ["XXXX"]),
        ("this fall", ["XXXX-23"]),
        ("next Friday", []),
        ("yesterday", []),
        ("on April 2, 2021", ["2021-04-02"]),
        ("Christmas", ["XXXX-12"]),
    ],
)
def test_without_a_base_the_year_is_unknown(text: str, expected: list[str]) -> None:
    assert [found.edtf for found in find_dates(text, None, "en")] == expected
