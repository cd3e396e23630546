"""Dates that end something: `until Sunday`, `bis Ende Juni`."""

import re

_UNTIL = re.compile(
    r"(?:\b(?:until|till|'til|through|up to|bis|hasta|tot|tot en met|fram till|frem til|fino (?:a|al|alla)|até|aż do)|"
    r"\bjusqu['’](?:en|au|à|aux)|\bjusqu['’](?=\w)|(?<!\w)до)\s?"
    r"(?:(?:the|early|mid|late|end of|zum|Anfang|Mitte|Ende|fin|début|finales de|el|le|la|il|fine|eind|końca|конца)"
    r"[ -]){0,3}$",
    re.IGNORECASE,
)
LONGEST = 40
"""Characters before a date in which such words stand."""


def is_end(text: str, start: int) -> bool:
    """Whether the words before the date at `start` say that something lasts up to it."""
    return bool(_UNTIL.search(text[max(0, start - LONGEST) : start]))
