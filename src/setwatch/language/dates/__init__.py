"""Dates in running text and headers, resolved against a document's own date, as EDTF with offsets."""

from setwatch.language.dates.find import find_dates

__all__ = ["find_dates"]
