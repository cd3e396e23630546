"""Which days a date value covers."""

from datetime import date

import pytest
from edtf import parse_edtf, struct_time_to_date
from hypothesis import given, settings
from hypothesis import strategies as st

from setwatch.model import Days, days_of


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-06-05", date(2031, 6, 5), date(2031, 6, 5)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-23", date(2031, 9, 1), date(2031, 11, 30)),
        ("2031-24", date(2031, 12, 1), date(2032, 2, 29)),
        ("2031-34", date(2031, 4, 1), date(2031, 6, 30)),
        ("2030-10-04/2030-10-09", date(2030, 10, 4), date(2030, 10, 9)),
    ],
)
def test_a_value_covers_the_days_that_the_standard_says(edtf: str, first: date, last: date) -> None:
    assert days_of(edtf) == Days(first, last)


@pytest.mark.parametrize("edtf", ["", "XXXX-05-23", "2031-02-30", "2031-13-01", "0000", "soon", "2031-6-5", "٢٠٣١"])
def test_what_names_no_days_covers_none(edtf: str) -> None:
    assert days_of(edtf) is None


@settings(max_examples=30, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from([4, 7, 10]))
def test_plain_values_cover_what_the_library_says(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    value = parse_edtf(text)
    assert days_of(text) == Days(struct_time_to_date(value.lower_strict()), struct_time_to_date(value.upper_strict()))
