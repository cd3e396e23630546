"""The figures and words that the rules of standing use, from the TOML files beside this module."""

import tomllib
from datetime import timedelta
from importlib.resources import files

from setwatch.model import Modality, Property


def _load(name: str) -> dict[str, dict[str, float]]:
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


_RULES = _load("rules.toml")
_VOICE = tomllib.loads((files(__package__) / "voice.toml").read_text(encoding="utf-8"))

WEIGHT = {modality: _RULES["weight"][modality.value] for modality in Modality}
FIRST_PARTY = _RULES["weight"]["first_party"]
TOLD_MOVE = _RULES["weight"]["told_move"]

SLIP = timedelta(days=_RULES["days"]["slip"])
NEAR = timedelta(days=_RULES["days"]["near"])
SAME_TIME = timedelta(days=_RULES["days"]["same_time"])
SILENCE = timedelta(days=_RULES["days"]["silence"])
SAME_MOVE = timedelta(days=_RULES["days"]["same_move"])
STATUS_TIME = timedelta(days=_RULES["days"]["status"])
STATUS_DATE = timedelta(days=_RULES["days"]["status_date"])

OFFICIAL = frozenset(_VOICE["official"])
UNNAMED = frozenset(_VOICE["unnamed"])

PERSONS = frozenset(
    {
        Property.DIRECTOR,
        Property.WRITER,
        Property.CAST_MEMBER,
        Property.PRODUCER,
        Property.COMPOSER,
        Property.CINEMATOGRAPHER,
    }
)
"""Properties whose values are people, who are named in full or by surname."""

FEW = frozenset({Property.DIRECTOR, Property.COMPOSER, Property.CINEMATOGRAPHER})
"""Properties that one person holds, or a team that is named together."""

HOME_MARKET = "US"
"""The market whose date texts give where they name none: a move told for it moves the date of no region too."""

ONE_AT_A_TIME = frozenset({Property.RELEASE_DATE, Property.PRODUCTION_STATUS, Property.OFFICIAL_TITLE})
"""Properties of which one value takes the place of another."""
