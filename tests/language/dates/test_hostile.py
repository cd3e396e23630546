"""Any text is read without a crash, in time that grows with its length, and spans lie in it in order."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setwatch.language.dates import find_dates
from setwatch.language.dates.lexicon import LANGUAGES

WORDS = st.sampled_from(
    re.findall(
        r"\S+|\n",
        "May 19 2021 , - / . of the next Friday to from between and Q3 summer fall 31 99 2020-10-04 4/22 İ ’s week 2nd "
        "ago in last first early end Christmas Feb 29 days three tomorrow mars января 20. október 1er \n",
    )
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


@settings(max_examples=150, deadline=None)
@given(TEXTS, DAYS, st.sampled_from(LANGUAGES))
def test_spans_lie_in_the_text_in_order(text: str, base: date | None, lang: str) -> None:
    last = 0
    for found in find_dates(text, base, lang):
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.end


@pytest.mark.parametrize(
    "piece", ["1 ", "May 1, ", "from 1 to ", "2020-", "last last ", "a week ", "the first ", "1.", "İ1"]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    begun = time.perf_counter()
    find_dates(text, date(2020, 10, 5), "en")
    assert time.perf_counter() - begun < 20


def test_a_base_at_the_edge_of_the_calendar_is_not_believed() -> None:
    for base in (date(1, 1, 1), date(9999, 12, 31)):
        assert find_dates("On Friday, next week and in two years.", base) == find_dates(
            "On Friday, next week and in two years.", None
        )
