"""Sites that a word in small letters names with what follows: `place de l’Étoile`, `via Roma`, `puente de Lerín`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from setwatch.language.lexicon import lexicon
from setwatch.language.names.vocabulary import FIRST_NAMES
from setwatch.language.words import fold_text
from setwatch.model import Mention, MentionKind, Span

_SITES = lexicon(__package__, "sites.toml")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"


def sites(text: str, taken: list[Span], language: str) -> Iterator[Mention]:
    """Yield the sites of a text in the languages that write their kind in small letters, none touching `taken`."""
    if (pattern := _pattern(language)) is None:
        return
    for match in pattern.finditer(text):
        start, end = match.span()
        if any(span.start < end and start < span.end for span in taken):
            continue
        kind, whose = fold_text(match["kind"]), fold_text(match["name"].split()[0])
        if kind in _SITES["figurative"] and match["of"] in ("de ", "di ") and whose in FIRST_NAMES:
            continue
        yield Mention(MentionKind.PLACE, text[start:end], Span(start, end))


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _SITES.get(language)
    if words is None:
        return None
    if "pattern" in words:
        return re.compile(words["pattern"].replace("CAPITAL", _CAPITAL))
    kinds = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in words["kinds"])
    return re.compile(
        rf"(?<![\w-])(?P<kind>{kinds})\s(?P<of>(?:{'|'.join(words['of'])}))?"
        rf"(?P<name>(?:[IVX]+\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,4}})"
    )
