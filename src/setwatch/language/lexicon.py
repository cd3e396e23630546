"""Word lists: TOML files beside the modules that use them."""

import tomllib
from importlib.resources import files
from typing import Any


def lexicon(package: str, name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name` of `package`, as they stand."""
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
