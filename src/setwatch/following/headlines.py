"""Titles that a headline begins with or that somebody in it owns, written without marks."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from setwatch.following.cues import CALLED, CAST, HELPING, LIFE, NOUNS, OBJECTS, SERIES_THINGS, THINGS, TRADE, is_noun
from setwatch.following.words_of import LEXICON, NEVER, ROMANCE, SMALL, Text, trimmed
from setwatch.model import Document, Mention, MentionKind, fold

_HEADLINE = LEXICON["headline"]
_KICKERS = frozenset(fold(words) for words in _HEADLINE["kickers"])
_COUNTING = frozenset(fold(words) for words in _HEADLINE["counting"])
_REVIEWS = frozenset(_HEADLINE["reviews"])
_VERBS, DOES, _TALKS = (frozenset(_HEADLINE[key]) for key in ("verbs", "does", "talks"))
_KICKING, _BEGINS = frozenset(_HEADLINE["kicking"]), frozenset(_HEADLINE["begins"])
_BY, _ON = frozenset(_HEADLINE["by"]), frozenset(_HEADLINE["on"])
_OPENERS, _OPTIONAL = frozenset(_HEADLINE["openers"]), frozenset(_HEADLINE["optional"])
_STOPS = _VERBS | DOES | LIFE | (HELPING - SMALL) | (THINGS - {"set"}) | _TALKS
_TELLS = THINGS | LIFE | DOES
_OF_PLACES = SERIES_THINGS | {"star", "stars"}
_OF_TITLES = frozenset(_HEADLINE["of_titles"])
_NEWS = (("new",), ("next",), ("upcoming",))
_LONG = 3
"""Capital words of a title that begins with a word of questions."""
_RETURN = frozenset(("air", "premiere"))
_ARTICLES = frozenset(LEXICON["told"]["articles"])
_SINGULAR = frozenset(word for word in NOUNS if not word.endswith("s") or word.endswith("ies"))

MOST_LEADING = 8
"""Words of a title at the head of a headline."""
MOST_SUBTITLE = 5
"""Words of a subtitle behind its colon."""
_KICKER = 5
"""Words of what tells the kind of a report before its headline."""
_FAR = 3000
"""Characters from the beginning of a text in which its headline is looked for."""
_ABOUT = 90
"""Words behind a headline in which it is told what it is about."""
_BESIDE = 4
"""Words between an article and what it belongs to."""
_OWNS = ("'s", "’s", "s'", "s’")
_MARK = re.compile(r"[‘“\"„«»]|(?<!\w)'(?=\w)| '")
_PARTS = re.compile(r"^['’”\"»]{0,2}\s?[,:;?!|–—]|^['’”\"»]{0,2} - |^\s?[–—|] ")


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the headline lies in a text: its words, the first one behind its kicker, and whether all have capitals."""

    first: int
    until: int
    loud: bool
    counts: bool = False
    reviews: bool = False

    @classmethod
    def of(cls, text: Text, document: Document, loud: set[int]) -> "Headline":
        """Find the headline of a document in its text; one without words where the text has none."""
        title = (document.title or "").strip()
        start = text.text.find(title, 0, _FAR) if title else -1
        if start < 0:
            return cls(0, 0, loud=False)
        first, until = text.at(start), text.at(start + len(title))
        counts = reviews = False
        for _ in range(2):
            behind = _behind_kicker(text, first, until)
            counts |= behind > first and fold(_words(text, first, behind - 1)) in _COUNTING
            reviews |= behind > first and text.low[behind - 1] in _REVIEWS
            first = behind
        return cls(
            first, until, is_loud(text, first, until) or not loud.isdisjoint(range(first, until)), counts, reviews
        )


def is_loud(text: Text, first: int, until: int) -> bool:
    """Whether words are written as headlines are: nearly all with capitals."""
    large = [at for at in range(first, until) if text.low[at] not in SMALL]
    return len(large) > 3 and sum(text.capital(at) for at in large) >= 0.75 * len(large)


def _words(text: Text, first: int, last: int) -> str:
    return text.text[text.starts[first] : text.ends[last]]


def _behind_kicker(text: Text, first: int, until: int) -> int:
    for at in range(first, min(first + _KICKER, until - 1)):
        gap = text.gap(at)
        if ":" in gap or "|" in gap or gap in (" – ", " — ", " - "):
            kicks = ":" in gap and text.low[at] in _KICKING
            if kicks and text.low[at] in _REVIEWS:
                kicks = any(_MARK.search(text.gap(later)) for later in range(at, until - 1))
            return at + 1 if kicks or fold(_words(text, first, at)) in _KICKERS else first
    return first


class Heads:
    """Finds titles in one headline."""

    def __init__(self, text: Text, headline: Headline, names: Sequence[Mention], document: Document) -> None:
        self._text, self._headline, self._lang = text, headline, document.lang.split("-")[0]
        year = (document.published or document.captured)[:4]
        self._years = {str(int(year) + more) for more in (-1, 0, 1)} if year.isdecimal() else set()
        inside = range(headline.first, headline.until)
        self._names = {at: m for m in names if (at := text.at(m.span.start)) in inside}
        self._people = {at: m for at, m in self._names.items() if m.kind is MentionKind.PERSON and self._is_person(at)}

    def found(self) -> Iterator[tuple[int, int, str]]:
        """Yield the first and the last word of each, and what its place tells: `leads`, `owned`, or nothing."""
        headline = self._headline
        if headline.first < headline.until:
            yield from self._leading()
            yield from self._owned()
            if headline.loud:
                yield from self._objects()
                yield from self._further()

    def _is_person(self, at: int) -> bool:
        """Whether a name is more than one word, or stands behind no article: `Il Gattopardo` is nobody."""
        first, last = self._span(at)
        return last > first or at == self._headline.first or self._text.low[at - 1] not in _ARTICLES

    def _leading(self) -> Iterator[tuple[int, int, str]]:
        text, first = self._text, self._headline.first
        last, end = self._run(first, MOST_LEADING)
        if self._is_list(first, last) or (text.low[first] in _OPENERS and not self._is_long(first, last, end)):
            return
        if first in self._people and self._span(first)[1] > first and not self._has_seasons(first, last, end):
            return
        phrase = None if end in {"mark", "thing", "by"} else self._phrase(first)
        if phrase is not None:
            yield first, phrase, "leads"
            return
        if last is None or (end == "end" and not self._dashed(last)) or (self._lang == "de" and end != "mark"):
            return
        name = self._names.get(first)
        if name is not None and self._span(first)[1] >= last:
            behind = text.low[last + 1] if end == "thing" else ""
            of_place = name.kind is MentionKind.PLACE and behind in _OF_PLACES
            if not of_place and not self._has_seasons(first, last, end):
                return
        kept = (first, last) if self._is_whole(first, last, end) else trimmed(text, first, last)
        if kept is None or all(low in SMALL for low in text.low[kept[0] : kept[1] + 1]):
            return
        if text.low[kept[1]] in self._years and end != "thing":
            return
        cue = "begins" if not self._headline.loud else ""
        yield (*kept, cue if end == "verb" else "leads")
        longer = self._subtitled(first, last) if end in {"mark", "end"} else None
        if longer is not None:
            yield first, longer, "leads"

    def _is_list(self, first: int, last: int | None) -> bool:
        """Whether a headline begins with a number of films or series, or with another's new one."""
        low = self._text.low[first : (last or first) + 1]
        counts = low[0].isdigit() or (len(low) > 1 and low[1].isdigit())
        news = any(word.endswith(_OWNS) and low[at + 1 : at + 2] in _NEWS for at, word in enumerate(low))
        return news or (counts and any(is_noun(word) or word in TRADE for word in low))

    def _is_long(self, first: int, last: int | None, end: str) -> bool:
        """Whether words like `what` begin a title: three or more capital words before a colon."""
        if last is None or end != "mark" or self._headline.loud:
            return False
        large = sum(self._text.capital(at) for at in range(first, last + 1))
        return large >= _LONG and ":" in self._text.gap(last)

    def _has_seasons(self, first: int, last: int | None, end: str) -> bool:
        """Whether what looks like a name has what only titles have: `Gill & Roe finale`, `Jane Roe season 2`."""
        at = (last or 0) + 1
        if last != self._span(first)[1] or end != "thing" or at >= self._headline.until:
            return False
        low = self._text.low[at]
        return low in _OF_TITLES or (low == "to" and self._text.low[min(at + 1, len(self._text.low) - 1)] in _RETURN)

    def _is_whole(self, first: int, last: int, end: str) -> bool:
        """Whether nothing is cut off what begins a headline: titles begin with `one` and `this` too."""
        low = self._text.low[first]
        return (last > first and low in _BEGINS) or (end in {"mark", "end"} and low not in NEVER)

    def _dashed(self, last: int) -> bool:
        return last + 1 < self._headline.until and self._text.gap(last) in (" - ", " – ")

    def _phrase(self, first: int) -> int | None:
        """Return the last word before a colon, in a language that writes titles with small letters."""
        text = self._text
        if self._lang not in ROMANCE:
            return None
        for at in range(first, min(first + MOST_LEADING - 2, self._headline.until - 1)):
            if text.gap(at) in (": ", " : ", "\N{NO-BREAK SPACE}: "):
                return at
            behind = text.low[at + 1]
            if text.gap(at) == ", " and (behind in _TELLS or behind == "ecco" or at + 1 in self._people):
                return at
            if text.gap(at) != " " or at + 1 in self._people:
                return None
            if behind in _STOPS:
                return at - (text.low[at] in SMALL) if behind in _TELLS else None
        return None

    def _further(self) -> Iterator[tuple[int, int, str]]:
        """Yield what stands behind a comma and does what only films and series do: `…, Title Returns`."""
        text = self._text
        for at in range(self._headline.first, self._headline.until - 1):
            if text.gap(at) in (", ", "; ") and at + 1 not in self._names:
                last, end = self._run(at + 1, MOST_LEADING)
                kept = None if last is None or end != "thing" else trimmed(text, at + 1, last)
                if kept is not None:
                    yield (*kept, "")

    def _subtitled(self, first: int, last: int) -> int | None:
        """Return the last word of a title with its subtitle: `Title: Its Other Half trailer`."""
        text = self._text
        first = last + 1
        dashed = self._dashed(last)
        if first >= self._headline.until or not (dashed or text.gap(last) == ": ") or text.low[first] in _OPENERS:
            return None
        if dashed:
            return self._until_mark(first)
        until, end = self._run(first, MOST_SUBTITLE)
        if end != "thing" or until is None or any(at in self._names for at in range(first, until + 1)):
            return None
        return until if self._headline.loud or until > first else None

    def _until_mark(self, first: int) -> int | None:
        """Return the last word before the comma or colon behind a few words."""
        for at in range(first, min(first + MOST_SUBTITLE, self._headline.until - 1)):
            if at in self._names or self._stops(at):
                return None
            if text_mark(self._text.gap(at)):
                return at
            if self._text.gap(at) != " ":
                return None
        return None

    def _run(self, first: int, most: int) -> tuple[int | None, str]:
        """Return the last word of a title that may begin at a word, and what ends it: `mark`, `thing`, `by`, `verb`."""
        text, until = self._text, self._headline.until
        last: int | None = None
        for at in range(first, min(first + most + 1, until)):
            if at > first and text.gap(at - 1) not in (" ", " & "):
                mark = last == at - 1 and _PARTS.match(text.gap(at - 1)) is not None
                return last, "mark" if mark else "end"
            low = text.low[at]
            if at > first and low in CAST and low.endswith("s") and low not in _TELLS and self._headline.loud:
                return last, "end"
            if at > first and text.low[at - 1] in SMALL and self._is_organisation(at):
                return last, "end"
            if at in self._people and (at > first or low in SMALL):
                return last, "end" if text.capital(at - 1) else "by" if text.low[at - 1] in _BY else "verb"
            if low == "to" and at + 1 < until and text.low[at + 1] in CAST | _ON:
                return last, "thing" if text.low[at + 1] in _ON else "end"
            if self._stops(at):
                return last, "thing" if low in _TELLS else "verb"
            if not text.capital(at) and low not in SMALL:
                return last, "thing" if is_noun(low) else "verb"
            if text.capital(at):
                last = at
            if self._owner_ends(at):
                return None, "end"
        return last, "end"

    def _is_organisation(self, at: int) -> bool:
        return at in self._names and self._names[at].kind is MentionKind.ORGANISATION

    def _stops(self, at: int) -> bool:
        low = self._text.low[at]
        if at == self._headline.first:
            return False
        if low in _OPTIONAL:
            while at + 1 < self._headline.until and self._text.low[at] in _OPTIONAL and self._text.gap(at) == " ":
                at += 1
            return self._text.low[at] in THINGS
        return low in _STOPS or (low == "set" and self._is_thing(at))

    def _is_thing(self, at: int) -> bool:
        return at + 1 < self._headline.until and self._text.low[at + 1] in THINGS | {"for", "to", "at"}

    def _owner_ends(self, at: int) -> bool:
        return any(self._span(first)[1] == at and self._owns(at) for first in self._people)

    def _span(self, at: int) -> tuple[int, int]:
        """Return the first and the last word of a name."""
        return at, max(at, self._text.at(self._names[at].span.end) - 1)

    def _owns(self, at: int) -> bool:
        return self._text.low[at].endswith(_OWNS)

    def _owned(self) -> Iterator[tuple[int, int, str]]:
        """Yield what stands behind a person who owns it or talks of it."""
        text, until = self._text, self._headline.until
        for first in self._people:
            behind = self._span(first)[1] + 1
            if behind >= until:
                continue
            low = text.low[behind]
            if self._owns(behind - 1):
                yield from self._kept(behind, "owned")
            elif low in _TALKS and behind + 1 < until:
                yield from self._kept(behind + 1, "talked")

    def _objects(self) -> Iterator[tuple[int, int, str]]:
        """Yield what stands behind a verb of the trade, or what it is called, where all words have capitals."""
        text, first, until = self._text, self._headline.first, self._headline.until
        for at in range(first, until - 1):
            links = text.low[at] == "in" and not CAST.isdisjoint(text.low[first:at])
            if links or text.low[at] in OBJECTS | CALLED or (text.low[at] in NOUNS and at > first):
                yield from self._kept(at + 1, "")

    def _kept(self, first: int, cue: str) -> Iterator[tuple[int, int, str]]:
        text = self._text
        if (
            text.gap(first - 1) != " "
            or first in self._names
            or (cue and self._owns(first))
            or text.low[first] in NEVER - {"the", "a", "an"}
        ):
            return
        last, _ = self._run(first, MOST_LEADING)
        last = next((at for at in range(first + 1, last) if self._owns(at)), last) if cue and last else last
        kept = None if last is None else trimmed(text, first, last)
        if kept is not None:
            yield (*kept, cue)


def text_mark(gap: str) -> bool:
    """Whether what stands between two words is a comma or a colon."""
    return gap in (", ", ": ", " : ")


def told_by(text: Text, headline: Headline, names: Sequence[Mention]) -> str:
    """Return the noun by which what follows goes on about what the headline named: `the series`, `Netflix’s film`.

    Empty where there is none, or where each names a title itself.
    """
    until = min(headline.until + _ABOUT, len(text.low))
    owners = {text.at(m.span.end) for m in names if m.kind is not MentionKind.PLACE}
    starts = {text.at(m.span.start): m.span.end for m in names}
    for at in range(headline.first + 1, until):
        if not is_noun(text.low[at]) or not _is_one(text.low[at]) or starts.get(at, 0) >= text.ends[at]:
            continue
        back = at - 1
        while back >= max(headline.first, at - _BESIDE) and text.gap(back) in (" ", "-", " & "):
            low = text.low[back]
            if low in _OPENERS or (low in SMALL and low not in _ARTICLES):
                break
            if low in _ARTICLES or back + 1 in owners or low.endswith(_OWNS):
                if not _is_named(text, at, until, starts):
                    return text.low[at]
                break
            back -= 1
    return ""


def _is_one(word: str) -> bool:
    return word in _SINGULAR or word not in NOUNS


def _is_named(text: Text, at: int, until: int, starts: Collection[int]) -> bool:
    """Whether a title stands right behind a noun."""
    if at + 1 >= until:
        return False
    gap = text.gap(at)
    return any(mark in gap for mark in "‘“'\"„«»") or (gap == " " and text.capital(at + 1) and at + 1 not in starts)
