"""Captured text made safe to show: nothing in it can steer a terminal or turn the order of what is read."""

import json
import re

_SILENT = re.compile("[\u00ad\u200b\u200e\u200f\ufeff]")
"""Marks that show nothing and that pages are full of; they are left out."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""C0 and C1 controls (among them ESC and CSI) and those that turn the direction of text; they are shown as escapes."""

_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return `text` in one line, white space as single spaces, control characters as visible escapes (`\\x1b`)."""
    return _SPACE.sub(" ", visible(text)).strip()


def clean_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text`, each as `clean` has it, but for blanks at its start and end."""
    return tuple(_BLANKS.sub(" ", row) for row in visible(_BREAKS.sub("\n", text)).split("\n"))


def visible(text: str) -> str:
    """Return `text` with its control characters as visible escapes, and without marks that show nothing."""
    return _CONTROL.sub(lambda found: ascii(found[0])[1:-1], _SILENT.sub("", text))


def json_text(value: object, indent: int | None = 2) -> str:
    """Return JSON, indented as people read it or on one line (None); controls that JSON would leave get escaped."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
