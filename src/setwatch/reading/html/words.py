"""The word lists of this part, read once."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """Return the TOML file of this name beside the code."""
    return tomllib.loads((files("setwatch.reading.html") / name).read_text(encoding="utf-8"))


def any_of(patterns: Iterable[str], template: str = "(?:{})", flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return one expression that matches whatever any of `patterns` does, set into `template`."""
    return re.compile(template.replace("{}", "|".join(patterns)), flags)
