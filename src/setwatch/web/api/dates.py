"""Dates as requests give them, told by patterns that let pass what exists and nothing else.

OpenAPI shows the patterns, so that a client knows before it asks. RE2 and ECMA-262 both read them.
"""

_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})"
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"  # the Gregorian rule
_LONG = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(?:0[1-9]|1[0-9]|2[0-8])"
_DAY = f"(?:{_YEAR}-(?:{_LONG}|{_SHORT}|{_FEBRUARY})|{_LEAP}-02-29)"
_PART = "(?:0[1-9]|1[0-2]|2[1-4]|3[3-6])"
"""A month; a season, 21 spring to 24 winter; a quarter, 33 to 36 (ISO 8601-2:2019, 4.8.1)."""

_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])?"

DATE = f"^(?:{_YEAR}|{_YEAR}-{_PART}|{_DAY})$"
"""A year, a month or season of one, or a day of the Gregorian calendar (EDTF)."""

WHEN = f"^(?:{_YEAR}|{_YEAR}-{_PART}|{_DAY}|{_DAY}T{_TIME})$"
"""The same, or a time (ISO 8601)."""
