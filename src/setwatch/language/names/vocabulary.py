"""The word lists that finding names needs, folded."""

from setwatch.language.lexicon import lexicon
from setwatch.language.words import fold_text

_NAMES = lexicon(__package__, "names.toml")
_PLACES = lexicon(__package__, "places.toml")


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold_text(word) for word in words)


def _pair(words: str) -> tuple[str, str]:
    ending, _, instead = words.partition(":")
    return fold_text(ending), instead


PARTICLES = _folded(_NAMES["particles"])
TITLES = _folded(_NAMES["titles"])
ROLES = _folded(_NAMES["roles"])
DOES = _folded(_NAMES["does"])
HELPING = _folded(_NAMES["helping"])
CREDITING = _folded(_NAMES["crediting"])
BEFORE = _folded(_NAMES["before"])
STOP = _folded(_NAMES["stop"])
BEARABLE = _folded(_NAMES["bearable"])
OF_PLACES = _folded(_NAMES["of_places"])
SURNAMES = _folded(_NAMES["surnames"])
THINGS = _folded(_NAMES["things"])
FIRST_NAMES = _folded(lexicon(__package__, "first_names.toml")["names"].split())
PLACE_LAST = _folded(_PLACES["last"])
PLACE_SMALL = _folded(_PLACES["small"])
PLACE_FIRST = _folded(_PLACES["first"])
ORGANISATION_LAST = _folded(lexicon(__package__, "organisations.toml")["tails"])
PREPOSITIONS = {language: _folded(words) for language, words in _NAMES["prepositions"].items()}
ACTING = _folded(_NAMES["acting"]["words"])
TONGUES = _folded(_NAMES["languages"]["words"])
TELLING = {language: _folded(words) for language, words in _NAMES["telling"].items()}
ENDINGS = {
    language: sorted((_pair(pair) for pair in pairs), key=lambda pair: -len(pair[0]))
    for language, pairs in _NAMES["endings"].items()
}
ABBREVIATIONS = frozenset(("st", "dr", "mr", "mrs", "ms", "jr", "sr", "mt", "bros", "prof", "gen", "sgt", "capt", "ft"))
