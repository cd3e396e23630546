"""Base forms of inflected names: the nominative of Russian and Polish first and last names."""

from functools import lru_cache

from setwatch.language.lexicon import lexicon
from setwatch.language.names.vocabulary import FIRST_NAMES
from setwatch.language.words import fold_text

_PERSON_ENDINGS: dict[str, list[list[str]]] = lexicon(__package__, "names.toml")["person_endings"]


@lru_cache(maxsize=4096)
def base_person(word: str, language: str) -> str:
    """Return one word of a person's name in the nominative, as far as a list of first names and endings tell."""
    endings = _PERSON_ENDINGS.get(language)
    if endings is None or fold_text(word) in FIRST_NAMES:
        return word
    for ending, instead in endings:
        if len(word) - len(ending) >= 2 and word.endswith(ending):
            base = word[: len(word) - len(ending)] + instead
            if fold_text(base) in FIRST_NAMES:
                return base
    return word
