"""The figures of fingerprints, from the TOML file beside this module."""

import tomllib
from importlib.resources import files

_FIGURES: dict[str, dict[str, float]] = tomllib.loads((files(__package__) / "figures.toml").read_text("utf-8"))

SAMPLE = _FIGURES["sample"]
FEATURES = _FIGURES["features"]
PDQ = _FIGURES["pdq"]
AGREEMENT = _FIGURES["agreement"]
ALONG = _FIGURES["along"]
