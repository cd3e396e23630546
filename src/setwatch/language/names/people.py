"""People: names of two words and more, and single words that belong to one of them."""

import re
from itertools import pairwise

from setwatch.language.names.gazetteer import gazetteer
from setwatch.language.names.inflection import base_person
from setwatch.language.names.runs import Run
from setwatch.language.names.vocabulary import (
    BEARABLE,
    BEFORE,
    CREDITING,
    DOES,
    FIRST_NAMES,
    HELPING,
    OF_PLACES,
    PARTICLES,
    ROLES,
    THINGS,
    TITLES,
)
from setwatch.language.words import Words
from setwatch.model import Mention, MentionKind, Span

MOST_WORDS = 6
CAPITAL_NOUNS = frozenset(("de", "lb"))
"""Languages that write all nouns with capitals: two of them beside each other are seldom a person there."""
_LIST = (
    ", ",
    ", and ",
    " and ",
    " & ",
    " und ",
    " et ",
    " y ",
    " e ",
    " en ",
    " och ",
    " og ",
    " и ",
    " és ",
    " i ",
    "; ",
)
_LISTING = frozenset(("are", "is", "include", "includes", "including", "sind", "sont", "son", "sono", "zijn"))
"""Words between what people do and their names: `producers are Jane Roe and John Doe`."""
_ADVERB = "ly"
"""The end of an English adverb: `Sadly, Jane Roe is gone` lists nobody before her."""
_HELPING_WORDS = 3
"""Helping verbs and adverbs between a name and its verb at most."""
_OF_PEOPLE = re.compile(
    r",? (?:who(?:se)?|quien|cuy[oa])\s"
    r"| (?:is|are|was|were)(?: \w+){0,2} in (?:\w+ )?(?:talks|negotiations)\b"
    r"| (?:has|have|had) (?:a|an|the) (?:[\w-]+ ){0,2}(?:role|part)\b"
)
"""What is said of nobody else than people right behind a name."""
_BEHIND = 48
"""Characters behind a name in which that stands."""
_PLACING = frozenset(("in", "at", "near", "to", "from", "outside", "around", "the", "inside"))
"""Words before the name of a place."""
_OF_WORKS = frozenset(("of", "from"))
"""Words before the name of a work that somebody is known from: `Jane Roe of Thin Ice stars`."""
_BETWEEN = 60
"""Characters between two names of a list at most: a character's name in brackets may stand there."""


class People:
    """The people of one text. `doubtful` are the starts of other mentions that may be no names at all."""

    def __init__(self, words: Words, language: str) -> None:
        self._words = words
        self._language = language
        self._first_by_last: dict[str, str] = {}
        self._bearers: dict[str, list[tuple[int, str]]] = {}
        self._names: dict[str, str] = {}
        self._single: set[str] = set()
        self._fuller: dict[str, str] = {}
        self._alone: set[str] = set()
        self.doubtful: set[int] = set()

    def find(self, open_runs: list[Run]) -> list[Mention]:
        """Return mentions of people for the runs that name one, of other things for the rest."""
        cut = [piece for run in open_runs for piece in self._split(self._cut(run))]
        sure = {at for at, run in enumerate(cut) if self._is_sure(run)}
        maybe = {at for at, run in enumerate(cut) if at not in sure and self._is_possible(run)}
        self._alone = {self._words.folded[run.first] for run in cut if run.first == run.last and not run.heading}
        sure |= {at for at in maybe if self._has_evidence(cut[at]) or self._is_called_by_last(cut[at])}
        self._spread(cut, sure, maybe)
        for at in sorted(sure, key=lambda at: (cut[at].first == cut[at].last, cut[at].heading, at)):
            self._learn(cut[at])
        return [mention for at, run in enumerate(cut) if (mention := self._mention(run, at in sure)) is not None]

    def _folded(self, run: Run) -> list[str]:
        return self._words.folded[run.first : run.last + 1]

    def _cut(self, run: Run) -> Run:
        """Cut a noun or the word that opens the sentence off before a first name, and a single letter off the end."""
        words, folded = self._words, self._folded(run)
        last = run.last
        if len(folded) > 2 and words.ends[last] - words.starts[last] == 1:
            last -= 1
        if len(folded) > 2 and folded[0] not in FIRST_NAMES and not run.heading:
            for at in range(1, len(folded) - 1):
                parted = words.text[words.starts[run.first + at] - 1] == " " and folded[at - 1] not in PARTICLES
                if folded[at] in FIRST_NAMES and parted:
                    return Run(run.first + at, last, False, run.heading)
        return Run(run.first, last, run.opens, run.heading)

    def _split(self, run: Run) -> list[Run]:
        """Part two names that no comma parts: `Jane Roe John Doe`."""
        folded = self._folded(run)
        if len(folded) == 4 and folded[0] in FIRST_NAMES and folded[2] in FIRST_NAMES and folded[1] not in FIRST_NAMES:
            middle = run.first + 1
            return [Run(run.first, middle, run.opens, run.heading), Run(middle + 1, run.last, False, run.heading)]
        return [run]

    def _is_sure(self, run: Run) -> bool:
        folded = self._folded(run)
        if not 2 <= len(folded) <= MOST_WORDS or not all(word.isalpha() for word in folded):
            return False
        if base_person(folded[0], self._language) in FIRST_NAMES:
            last = folded[1 if run.heading else -1]
            return last not in THINGS or (len(folded) == 2 and last in BEARABLE and self._is_no_place(run))
        return self._language == "hu" and len(folded) == 2 and folded[1] in FIRST_NAMES and not run.heading

    def _is_no_place(self, run: Run) -> bool:
        """Whether a first name and a word that is a thing too (`Freya Hall`) name nobody's hall."""
        words = self._words
        before = words.folded[run.first - 1] if run.first and not run.opens else ""
        return words.folded[run.first] not in OF_PLACES and before not in _PLACING

    def _is_possible(self, run: Run) -> bool:
        words, folded = self._words, self._folded(run)
        if run.heading or len(folded) > 4 or not all(word.isalpha() for word in folded) or THINGS.intersection(folded):
            return False
        if run.opens and len(folded) == 1 and folded[0].endswith(_ADVERB):
            return False
        if len(folded) == 1 and (run.opens or len(folded[0]) < 4 or folded[0] in TITLES):
            return folded[0] not in TITLES and len(folded[0]) > 3 and self._beside_comma(run)
        return not all(words.text[words.starts[at] : words.ends[at]].isupper() for at in range(run.first, run.last + 1))

    def _beside_comma(self, run: Run) -> bool:
        return self._words.text[self._words.ends[run.last] : self._words.ends[run.last] + 2] == ", "

    def _has_evidence(self, run: Run) -> bool:
        """Whether the words around a possible name of two words and more are those that stand around people."""
        words = self._words
        if run.first == run.last:
            return False
        if words.ends[run.first] - words.starts[run.first] == 1 and words.gap(run.first) in (" ", ". ", "."):
            return True
        before = words.folded[run.first - 1] if run.first else ""
        after = self._verb_after(run)
        text = words.text[words.ends[run.last] : words.ends[run.last] + _BEHIND]
        if before in ROLES or before in TITLES:
            return True
        if before in _LISTING and run.first > 1 and words.folded[run.first - 2] in ROLES:
            return True
        if self._language in CAPITAL_NOUNS:
            return False
        if before in BEFORE:
            return True
        if _OF_PEOPLE.match(text):
            return True
        return (after in DOES and text[:1] == " " and before not in _OF_WORKS) or (
            text.startswith((", ", " (")) and text[2:4].rstrip(" ,)").isdecimal()
        )

    def _verb_after(self, run: Run) -> str:
        """Return the word behind a run, over helping verbs and adverbs: the `play` of `will also play`."""
        folded, at = self._words.folded, run.last + 1
        while at < len(folded) and at <= run.last + _HELPING_WORDS and folded[at] in HELPING:
            at += 1
        return folded[at] if at < len(folded) else ""

    def _is_called_by_last(self, run: Run) -> bool:
        """Whether the last word of two stands for the name elsewhere in the text, as a person's does."""
        folded = self._folded(run)
        return (
            len(folded) == 2 and len(folded[1]) > 3 and folded[1] in self._alone and folded[0] not in gazetteer().strong
        )

    def _spread(self, runs: list[Run], sure: set[int], maybe: set[int]) -> None:
        """Take possible names for people where a list has them beside one; once forward, once backward."""
        words = self._words
        outside = [
            at
            for at, run in enumerate(runs)
            if words.text[words.starts[run.first] - 1 : words.starts[run.first]] != "("
        ]
        pairs = list(pairwise(outside))
        for order in (pairs, pairs[::-1]):
            for one, two in order:
                if (one in sure) == (two in sure) or not self._listed(runs[one], runs[two]):
                    continue
                new = two if one in sure else one
                if new in maybe:
                    sure.add(new)

    def _listed(self, one: Run, two: Run) -> bool:
        words = self._words
        gap = words.text[words.ends[one.last] : words.starts[two.first]]
        if gap in _LIST:
            return one.first == 0 or words.folded[one.first - 1] not in CREDITING
        if len(gap) > _BETWEEN or "\n" in gap or not gap.startswith((" (", ", ")):
            return False
        inner, bracket, rest = gap.rpartition(")")
        age = gap.strip(", and")
        return (bool(bracket) and ")" not in inner and rest in _LIST) or (age.isdecimal() and len(age) < 3)

    def _learn(self, run: Run) -> None:
        name = self._name(run)
        folded = self._folded(run)
        if run.heading and len(folded) > 2 and " ".join(folded) not in self._names:
            kept = 2 + (len(folded[1]) == 1)
            end = self._words.ends[run.first + kept - 1]
            folded, name = folded[:kept], self._words.text[self._words.starts[run.first] : end]
        self._names.setdefault(" ".join(folded), name)
        if len(folded) == 1 and folded[0] in self._first_by_last:
            del self._names[folded[0]]
            return
        if len(folded) == 1:
            self._single.add(folded[0])
            return
        for start in range(1, len(folded)):
            last = " ".join(folded[start:])
            self._first_by_last.setdefault(last, name)
            self._bearers.setdefault(last, []).append((run.first, name))

    def _name(self, run: Run) -> str:
        words = self._words
        raw = words.text[words.starts[run.first] : words.ends[run.last]]
        return " ".join(base_person(part, self._language) for part in raw.split(" "))

    def _mention(self, run: Run, sure: bool) -> Mention | None:
        words, folded = self._words, self._folded(run)
        for length in range(len(folded), 0, -1):
            end = words.ends[run.first + length - 1]
            joined = " ".join(folded[:length])
            if joined in self._names and (length > 1 or joined in self._single):
                return Mention(MentionKind.PERSON, self._fullest(joined), Span(words.starts[run.first], end))
        for start in range(len(folded)):
            name = self._by_last(" ".join(folded[start:]), run)
            if name is not None and not (run.heading and start == 0 and len(folded) > 1):
                return Mention(MentionKind.PERSON, name, Span(words.starts[run.first + start], words.ends[run.last]))
        span = Span(words.starts[run.first], words.ends[run.last])
        raw = words.text[span.start : span.end]
        if sure:
            return Mention(MentionKind.PERSON, self._name(run), span)
        if run.heading or len(raw) < 2:
            return None
        if len(folded) == 1 and (run.opens or len(raw) < 3 or self._language in CAPITAL_NOUNS):
            self.doubtful.add(span.start)
        return Mention(MentionKind.OTHER, raw, span)

    def _by_last(self, rest: str, run: Run) -> str | None:
        if rest in self._first_by_last:
            # Of two of one surname, the one who was named first in full is called by it alone.
            before = [bearer for bearer in self._bearers[rest] if bearer[0] < run.first]
            return min(before)[1] if before else self._first_by_last[rest]
        base = base_person(rest, self._language) if run.first == run.last else rest
        name = self._first_by_last.get(base)
        if name is None and rest.endswith("s") and self._language in ("de", "sv", "nb", "nl"):
            name = self._first_by_last.get(rest[:-1])
        return name

    def _fullest(self, joined: str) -> str:
        """Return the fullest name in the text that begins and ends as this one does: with all first names."""
        if joined in self._fuller:
            return self._fuller[joined]
        pieces = joined.split()
        best = joined
        for other in self._names:
            words = other.split()
            if len(pieces) > 1 and len(words) > len(best.split()) and (words[0], words[-1]) == (pieces[0], pieces[-1]):
                best = other
        self._fuller[joined] = self._names[best]
        return self._fuller[joined]
