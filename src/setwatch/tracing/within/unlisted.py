"""Who shows footage though no list has them: people told of by their trade, outlets by the look of their names."""

import re
from collections.abc import Iterator

from setwatch.tracing.within.lexicon import Lexicon, Names, any_of

_SOMEBODY = rf"\b{any_of('one')}(?:\s|(?<=['’]))(?:[a-zà-ÿ-]{{2,14}}\s){{0,3}}?(?P<head>[^\W\d_][\w'’-]{{2,24}})"
_WHO_DOES = re.compile(_SOMEBODY + rf"(?:,?\s{any_of('who')})?\s(?:{any_of('aux')}\s){{0,2}}$", re.I)
_WITHIN = re.compile(_SOMEBODY + r"(?=\s)", re.I)
_ADJECTIVES = 70
"""Characters before a verb in which who does it is told of, at most."""


def by_trade(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield where people are told of by their trade alone, as those who show something: `a net mender put it up`."""
    for verbs in (lexicon.share, lexicon.take, lexicon.repost, lexicon.film):
        for verb in verbs.finditer(text):
            inside = _WITHIN.search(text, verb.start(), verb.end())  # a German verb has two halves
            match = inside or _WHO_DOES.search(text, max(0, verb.start() - _ADJECTIVES), verb.start())
            if match and _is_trade(match["head"], lexicon):
                yield match.start("head"), match.end("head")


def _is_trade(word: str, lexicon: Lexicon) -> bool:
    if lexicon.trade.fullmatch(word) is None or lexicon.no_trade.fullmatch(word):
        return False
    return not any(words.fullmatch(word) for words in (*lexicon.nouns.values(), lexicon.press))


def outlets(text: str, lexicon: Lexicon, known: Names) -> Iterator[re.Match[str]]:
    """Yield names that read like an outlet's, where it is told to do with pictures what outlets do."""
    for match in (*known.press_like.finditer(text), *known.run_together.finditer(text)):
        listed = known.studios.fullmatch(match[0]) or known.is_platform(match[0])
        if not listed and _shows_something(text, match.end(), lexicon):
            yield match


_SHOWING = re.compile(r"\s(?:has|had|have|also|exclusively|first|then|later)(?=\s)")


def _shows_something(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a name that reads like an outlet's is followed by what an outlet does with pictures."""
    more = _SHOWING.match(text, end)
    at = (more.end() if more else end) + 1
    verbs = (lexicon.share, lexicon.repost, lexicon.pickup)
    if any(words.match(text, at) for words in verbs):
        return True
    has = lexicon.has.match(text, end + 1)
    return has is not None and _PICTURES.match(text, has.end()) is not None and _noun_near(text, has.end(), lexicon)


_PICTURES = re.compile(r"\s(?:the|these|more|some|exclusive|new|first|also)\b")


def _noun_near(text: str, start: int, lexicon: Lexicon) -> bool:
    return any(words.search(text, start, start + 40) for words in lexicon.nouns.values())
