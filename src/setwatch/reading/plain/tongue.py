"""The language of a text that does not say it, by its commonest small words."""

import re
import tomllib
from collections import Counter
from importlib.resources import files

_WORDS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("tongue.toml").read_text(encoding="utf-8"))
_TONGUES: dict[str, tuple[str, ...]] = {
    word: tuple(lang for lang, words in _WORDS.items() if word in words)
    for word in {word for words in _WORDS.values() for word in words}
}
_WORD = re.compile(r"[^\W\d_]+")

READ = 4000
"""Characters that are looked at."""


def votes_of(text: str) -> Counter[str]:
    """Return how many small words of each language a text has."""
    votes: Counter[str] = Counter()
    for word in _WORD.findall(text[:READ].casefold()):
        votes.update(_TONGUES.get(word, ()))
    return votes


def tongue_of(text: str, otherwise: str = "en") -> str:
    """Return the BCP 47 tag of the language whose small words are commonest; `otherwise` where there are none."""
    votes = votes_of(text)
    return max(votes, key=lambda lang: (votes[lang], lang == otherwise)) if votes else otherwise
