"""What is kept of the headers of an answer."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads((files(__package__) / "headers.toml").read_text(encoding="utf-8"))
_NAMES = frozenset(_DATA["names"])
_PARTS: tuple[str, ...] = tuple(_DATA["parts"])
_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")
"""What a name is made of [RFC 9110, section 5.6.2], in lower case."""


def kept_headers(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return those headers that are kept, names in lower case, in their order.

    Left out are what is about the connection or how the body was packed, secrets, and what is too long; see
    `headers.toml`.
    """
    found = ((name.strip().casefold(), " ".join(value.split())) for name, value in headers)
    return tuple((name, value) for name, value in found if _is_kept(name, value))[: _DATA["most"]]


def _is_kept(name: str, value: str) -> bool:
    return (
        name not in _NAMES
        and bool(name)
        and _TOKEN.issuperset(name)
        and not any(part in name for part in _PARTS)
        and len(name) + len(value) <= _DATA["length"]
        and value.isprintable()
    )
