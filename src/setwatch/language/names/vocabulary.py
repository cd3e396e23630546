"""The word lists that finding names needs, folded."""

from setwatch.language.lexicon import lexicon
from setwatch.language.words import fold_word

_NAMES = lexicon(__package__, "names.toml")
_PLACES = lexicon(__package__, "places.toml")


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold_word(word) for word in words)


PARTICLES = _folded(_NAMES["particles"])
TITLES = _folded(_NAMES["titles"])
ROLES = _folded(_NAMES["roles"])
STOP = _folded(_NAMES["stop"])
THINGS = _folded(_NAMES["things"])
FIRST_NAMES = _folded(lexicon(__package__, "first_names.toml")["names"].split())
PLACE_LAST = _folded(_PLACES["last"])
PLACE_FIRST = _folded(_PLACES["first"])
ORGANISATION_LAST = _folded(lexicon(__package__, "organisations.toml")["tails"])
PREPOSITIONS = {language: _folded(words) for language, words in _NAMES["prepositions"].items()}
ENDINGS = {
    language: tuple(tuple(fold_word(part) for part in pair.split(":")) for pair in pairs)
    for language, pairs in _NAMES["endings"].items()
}
ABBREVIATIONS = frozenset(("st", "dr", "mr", "mrs", "ms", "jr", "sr", "mt", "bros", "prof", "gen", "sgt", "capt", "ft"))
