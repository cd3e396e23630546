"""Which words of a document may be a title of something."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from html import unescape

from setwatch.following.cues import CALLED, CAST, LIFE, LINKS, NOUNS, OBJECTS, THINGS
from setwatch.following.headlines import Headline, Heads, is_loud, told_by
from setwatch.following.words_of import NEVER, Text, bare, is_phrase, may_be_title, quoted, run_from, run_to, trimmed
from setwatch.model import Analysis, Document, MentionKind

MOST_CHARACTERS = 40_000
"""Characters of a text that are looked at; what a document reports on stands at its beginning."""
NEAR_CAST = 8
"""Words between one of casting and the `in` before a title that is not marked as one."""

_MARK = re.compile(r"<(em|i|cite)(?:\s[^<>]{0,200})?>([^<>]{2,160})</\1>", re.IGNORECASE)
_LINK = re.compile(r"</?(?:a|span)(?:\s[^<>]{0,1000})?>", re.IGNORECASE)
_OF_HEADLINES = frozenset(
    ("movie", "film", "trailer", "season", "finale", "sequel", "series", "saison", "temporada", "stagione")
)
"""Things in a headline that a single word with a capital before them is the title of."""
_SURE = frozenset((MentionKind.PERSON, MentionKind.ORGANISATION))
_DEMONYM = re.compile(r"(?:ian|ese|ish|ean|can)$")
_WHERE = frozenset(("in", "on", "at", "from", "for", "with", "by", "à", "en", "a"))
_HELPING = frozenset(("is", "will", "be", "has", "been", "was", "to", "set"))
_OWNS = ("’s ", "'s ", "’ ", "' ")


def marked_in(payload: str) -> frozenset[str]:
    """Return the words that markup emphasises."""
    plain = _LINK.sub("", payload)
    return frozenset(" ".join(unescape(found).split()) for _, found in _MARK.findall(plain))


class Page:
    """A document cut into words and sentences, with its headlines and the names in it."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self._quoted: list[tuple[int, int]] | None = None
        self.text = Text.of(document.text[:MOST_CHARACTERS])
        self.sentences = [
            (first, until)
            for sentence in analysis.sentences
            if sentence.span.end <= MOST_CHARACTERS
            and (first := self.text.at(sentence.span.start)) < (until := self.text.at(sentence.span.end))
        ]
        self._firsts = [first for first, _ in self.sentences]
        self.capitals = {first for first, until in self.sentences if is_loud(self.text, first, until)}
        """First words of sentences that are nearly all capital words."""
        self.headline = Headline.of(self.text, document, self.capitals)
        within = range(self.headline.first, self.headline.until)
        self.headings = self.capitals | {at for at, until in self.sentences if at in within or until - 1 in within}
        self.lang = document.lang.split("-")[0]
        self.names = [m for m in analysis.names if m.kind is not MentionKind.OTHER and m.span.end <= MOST_CHARACTERS]
        found = () if self._marks_titles() else Heads(self.text, self.headline, self.names, document).found()
        self.heads = {(first, last): cue for first, last, cue in found}
        """What begins the headline or is owned in it, written without marks, and what its place tells."""
        self.told = told_by(self.text, self.headline, self.names)
        self.others = [p for p in analysis.productions if p.production is None and p.span.end <= MOST_CHARACTERS]

    def sentence(self, word: int) -> tuple[int, int]:
        """Return the first word of the sentence of a word, and the first one behind it."""
        at = bisect_right(self._firsts, word) - 1
        return self.sentences[at] if at >= 0 else (word, word + 1)

    def people(self) -> Iterator[str]:
        """Yield people's names, fully and as they are written; none of one that stands only in quotation marks."""
        within = self.quoted()
        starts = [start for start, _ in within]
        for mention in self.names:
            at = bisect_right(starts, mention.span.start) - 1
            if mention.kind is MentionKind.PERSON and not (at >= 0 and mention.span.end <= within[at][1]):
                yield mention.name
                yield self.text.text[mention.span.start : mention.span.end]

    def quoted(self) -> list[tuple[int, int]]:
        """Yield where words between quotation marks lie that may be a title."""
        if self._quoted is None:
            self._quoted = list(self._find_quoted())
        return self._quoted

    def _find_quoted(self) -> Iterator[tuple[int, int]]:
        head, starts = self.headline, self.text.starts
        loud = (starts[head.first], starts[head.until - 1]) if head.loud and head.until > head.first else (0, 0)
        return quoted(self.text.text, self.lang, loud)

    def quotes(self, word: int) -> bool:
        """Whether a quotation mark stands right before a word."""
        before = self.text.text[max(0, self.text.starts[word] - 2) : self.text.starts[word]].rstrip()
        return before[-1:] in set("‘“'\"„«»")

    def _marks_titles(self) -> bool:
        """Whether the headline writes a title between marks."""
        head, text = self.headline, self.text
        inside = [text.at(start) for start, _ in self.quoted()]
        return any(head.first <= at < head.until and (at == head.first or ":" not in text.gap(at - 1)) for at in inside)

    def is_closed(self, word: int) -> bool:
        """Whether a quotation mark stands behind a word."""
        return self.text.gap(word).lstrip(" ,.!?")[:1] in set("'’”\"»«“")

    def said(self, first: int, last: int) -> str:
        """Return what stands from a word to another."""
        return self.text.text[self.text.starts[first] : self.text.ends[last]]


def candidates(page: Page, marked: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield words that may be a title and how they are written: `quoted`, `heading`, `marked`, `run`, `head`."""
    text = page.text
    for start, end in page.quoted():
        heading = page.sentence(text.at(start))[0] in page.headings
        name = text.text[start:end]
        yield name, "heading" if heading else "quoted" if may_be_title(name) else "phrase"
    for first, last in page.heads:
        name = bare(page.said(first, last))
        if (may_be_title(name) or is_phrase(name)) and not (first == last and _DEMONYM.search(name)):
            yield name, "head"
    for words in marked:
        for piece in words.split(",") if "," in words else [words]:
            name = bare(piece.strip(" ,.:;“”\"'‘’"))
            if may_be_title(name) and name in text.text:
                yield name, "marked"
    begun = {first for first, _ in page.heads}
    for mention in page.others:
        at = text.at(mention.span.start)
        if at in begun and not page.quotes(at):
            continue
        if may_be_title(name := bare(mention.surface)):
            yield name, "run"
    for first, last in _Runs(page).found():
        name = page.said(first, last)
        if may_be_title(name) and not (first == last and _DEMONYM.search(name)):
            yield name, "run"


class _Runs:
    """Capital words beside words of the trade."""

    def __init__(self, page: Page) -> None:
        self._page, self._text = page, page.text
        self._by_start = {mention.span.start: mention for mention in page.names}
        self._taken = sorted((m.span.start, m.span.end) for m in page.names if m.kind in _SURE)
        self._places = sorted((m.span.start, m.span.end) for m in page.names if m.kind is MentionKind.PLACE)
        self._spans = {(m.span.start, m.span.end) for m in page.names}
        self._german = page.lang == "de"

    def found(self) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word of each."""
        low = self._text.low
        for since, until in self._page.sentences:
            if since in self._page.capitals:
                continue
            heading = since in self._page.headings
            for at in range(since, until):
                word = low[at]
                if word in NOUNS or word in CALLED:
                    yield from self._behind(at, until, 1)
                elif self._german:
                    continue
                elif word in OBJECTS or (word in LINKS and not CAST.isdisjoint(low[max(since, at - NEAR_CAST) : at])):
                    yield from self._behind(at, until, 2)
                if word in THINGS or word in LIFE:
                    yield from self._before(at, since, 1 if heading and word in _OF_HEADLINES else 2)

    def _behind(self, at: int, until: int, least: int) -> Iterator[tuple[int, int]]:
        text = self._text
        if at + 1 >= until or text.gap(at) not in (" ", ", ") or text.capital(at):
            return
        last = run_from(text, at + 1, until)
        if last is not None:
            yield from self._kept(at + 1, last, least)

    def _before(self, at: int, since: int, least: int) -> Iterator[tuple[int, int]]:
        text, last = self._text, at - 1
        while last > since and text.low[last] in _HELPING:
            last -= 1
        if last < since or text.gap(last) != " " or text.capital(at):
            return
        first = run_to(text, last, since)
        if first is not None:
            yield from self._kept(first, last, least)

    def _kept(self, first: int, last: int, least: int) -> Iterator[tuple[int, int]]:
        """Yield a run without its owner, where it is the name of nobody else and has so many words."""
        text = self._text
        owner = self._by_start.get(text.starts[first])
        if owner is not None and owner.span.end < text.ends[last]:
            owns = text.text.startswith(_OWNS, owner.span.end)
            if owns or owner.kind is MentionKind.ORGANISATION:
                first = text.at(owner.span.end + owns)
                first += text.low[first] == "s" if first <= last else 0
        last = self._before_place(first, last)
        kept = trimmed(text, first, last)
        if kept is None or text.low[kept[1]].endswith(("'s", "’s")) or kept[1] - kept[0] + 1 < least:
            return
        start, end = text.starts[kept[0]], text.ends[kept[1]]
        cut = text.text.startswith(("…", "..."), end) or self._are_places(start, end)
        if not cut and (start, end) not in self._spans and not self._is_taken(start, end):
            yield kept

    def _are_places(self, start: int, end: int) -> bool:
        """Whether a run begins and ends with a place: `Rome and Paris`."""
        first = bisect_right(self._places, (start, end))
        starts = first < len(self._places) and self._places[first][0] == start
        starts |= first > 0 and self._places[first - 1][0] == start
        return starts and any(until == end for _, until in self._places)

    def _before_place(self, first: int, last: int) -> int:
        """Return the last word before one that says where or when: `Title in Rome`, `Title on October 5`."""
        text = self._text
        for at in range(first + 1, last):
            if text.low[at] in _WHERE and not text.capital(at):
                name = self._by_start.get(text.starts[at + 1])
                placed = name is not None and name.kind is MentionKind.PLACE
                if placed or text.low[at + 1] in NEVER or text.low[at + 1][0].isdigit():
                    return at - 1
        return last

    def _is_taken(self, start: int, end: int) -> bool:
        """Whether a person or an organisation is named inside."""
        at = bisect_right(self._taken, (end,)) - 1
        return at >= 0 and self._taken[at][1] > start
