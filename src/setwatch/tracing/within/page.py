"""A document laid out for reading: its sentences without posts and page furniture, and who is named where."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from setwatch.model import Analysis, Document, Evidence, Post, after_leading_date, flat, fold, quote
from setwatch.tracing.within.actors import actors_in
from setwatch.tracing.within.entries import of_others
from setwatch.tracing.within.lexicon import Lexicon, Names, lexicon_of, names
from setwatch.tracing.within.parts import LONGEST, Actor, Event, Stretch

_BODY_END = re.compile(r"[.!?…:][\"'”’»)\]*_]*\s*$")
_BODY_LENGTH = 60
"""Characters from which a line that ends like a sentence is running text, not a headline or a caption."""
_SHORT_BODY = 45
"""The same for one that ends on a full stop, as headlines seldom do."""
_LONG = 160
"""Characters from which a line is running text however it ends."""
_HEADLINE = 150
"""Characters up to which the first line is a headline, unless it ends on a full stop."""

_AND = re.compile(r"\s(?:and|und|e|y|et|en|och|és|и|&)\s(?:on\s|auf\s|su\s|sur\s|op\s|på\s)?")


@dataclass(frozen=True, slots=True)
class Page:
    """A document with what finding footage needs of it."""

    document: Document
    analysis: Analysis
    lexicon: Lexicon
    names: Names
    stretches: tuple[Stretch, ...]
    actors: tuple[tuple[Actor, ...], ...]
    """The actors of each stretch, in the order of the text."""
    others: tuple[tuple[int, int], ...] = ()
    """From where to where entries of a live blog or list tell of other titles."""
    events: dict[int, list[Event]] = field(default_factory=dict, compare=False, repr=False)
    """What stretches tell, by their index, so that each is read once."""

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the words between two offsets as evidence."""
        return quote(self.document.text, start, end)

    def platform(self, start: int, end: int) -> str | None:
        """Return the first platform named between two offsets."""
        found = self.platforms(start, end)
        return found[0] if found else None

    def platforms(self, start: int, end: int) -> list[str]:
        """Return the platforms named between two offsets, in the order of the text."""
        return list(dict.fromkeys(name for _, _, name in self._platforms(start, end)))

    def platforms_in_row(self, start: int, end: int) -> list[str]:
        """Return the first platform named between two offsets, and a second that an `and` joins to it."""
        found = self._platforms(start, end)[:2]
        if len(found) == 2 and not _AND.fullmatch(self.document.text[found[0][1] : found[1][0]]):
            found.pop()
        return list(dict.fromkeys(name for _, _, name in found))

    def _platforms(self, start: int, end: int) -> list[tuple[int, int, str]]:
        return sorted(
            (match.start(), match.end(), name)
            for name, known in self.names.platforms.items()
            for match in known.finditer(self.document.text, start, end)
        )

    def tells_of_others(self, stretch: Stretch) -> bool:
        """Whether a stretch stands in an entry of a live blog or list that is of another title."""
        return any(start <= stretch.start < end for start, end in self.others)

    def near(self, stretch: Stretch) -> tuple[tuple[Actor, ...], ...]:
        """Return the actors of a stretch, as one row."""
        at = bisect_right(self.stretches, stretch.start, key=lambda s: s.start) - 1
        return self.actors[at : at + 1]

    def is_own(self, name: str) -> bool:
        """Whether a name is the document's own outlet, by its name or by its address."""
        own = flat(name)
        short = name.removeprefix("The ") if name.startswith("The ") else ""
        if short and (self.document.outlet or "").endswith(f" {short}"):
            return True
        host = (self.document.url or "").split("//")[-1].split("/")[0].replace("-", "").casefold()
        return bool(own) and (own == flat(self.document.outlet) or (len(own) >= 3 and own in re.split(r"[.:]", host)))


def key_of(name: str | None) -> str:
    """Return a name or handle without case, accents, blanks and signs; empty for none."""
    return flat(name).replace("_", "")


def page_of(document: Document, analysis: Analysis) -> Page:
    """Return a document laid out for reading."""
    lexicon, known = lexicon_of(document.lang), names()
    stretches = tuple(_stretches(document, analysis, lexicon))
    actors = actors_in(document, analysis, stretches, lexicon, known)
    main = [m.span.start for m in analysis.productions if m.production and _has_a_word_of(m.surface, m.production)]
    return Page(document, analysis, lexicon, known, stretches, actors, of_others(document.text, main))


def _has_a_word_of(surface: str, production: str) -> bool:
    """Whether words that stand for a production name it: `season two` may be anybody's."""
    return not set(fold(surface).split()).isdisjoint(fold(production).split())


def _stretches(document: Document, analysis: Analysis, lexicon: Lexicon) -> Iterator[Stretch]:
    text = document.text
    posts = [p for p in document.posts if _is_embed(p, len(text))]
    breaks = [m.start() for m in re.finditer("\n", text)]
    for sentence in analysis.sentences:
        start, end = sentence.span.start, sentence.span.end
        if start > LONGEST or sentence.post is not None or any(_within(start, end, p) for p in posts):
            continue
        line = bisect_right(breaks, start)
        begin = breaks[line - 1] + 1 if line else 0
        stop = breaks[line] if line < len(breaks) else len(text)
        whole = text[begin:stop].strip()
        if lexicon.furniture.match(whole.lstrip("|•-*_ ")) and len(whole) < 200:
            continue
        opens = not text[after_leading_date(text) : begin].strip()
        first = opens and len(whole) < _HEADLINE and not whole.endswith((".", ".”", '."'))
        least = _SHORT_BODY if whole.endswith(".") else _BODY_LENGTH
        ends = bool(_BODY_END.search(whole)) and (len(whole) >= least or whole.endswith(":"))
        body = not first and (ends or len(whole) >= _LONG)
        yield Stretch(start, end, text[start:end], body)


def _is_embed(post: Post, length: int) -> bool:
    # Evidence that spans most of a page is no embed: without this a post would swallow its article.
    return post.evidence.end - post.evidence.start < max(700, length // 3)


def _within(start: int, end: int, post: Post) -> bool:
    middle = (start + end) // 2
    return post.evidence.start <= middle < post.evidence.end
