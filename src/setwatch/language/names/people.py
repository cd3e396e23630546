"""People: names of two words and more, and single words that belong to one of them."""

from setwatch.language.names.runs import Run
from setwatch.language.names.vocabulary import FIRST_NAMES, PARTICLES, THINGS
from setwatch.language.words import Words
from setwatch.model import Mention, MentionKind, Span

MOST_WORDS = 6
CAPITAL_NOUNS = frozenset(("de", "lb"))
"""Languages that write all nouns with capitals: only a known first name makes a person there."""


class People:
    """The people of one text."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._by_last: dict[str, str] = {}
        self._full: dict[str, str] = {}

    def find(self, open_runs: list[Run], language: str) -> list[Mention]:
        """Return mentions for the runs that name a person; the rest are mentions of other things."""
        strict = language in CAPITAL_NOUNS
        open_runs = [self._from_first_name(run) for run in open_runs]
        sure = [run for run in open_runs if self._is_person(run, strict)]
        for run in sorted(sure, key=lambda run: run.heading):
            self._learn(run)
        return [mention for run in open_runs if (mention := self._mention(run)) is not None]

    def _from_first_name(self, run: Run) -> Run:
        """Cut what stands before a known first name: `Oscarpreisträger Jan Roe`."""
        folded = self._words.folded
        if folded[run.first] in FIRST_NAMES or run.last - run.first < 2 or run.heading:
            return run
        for at in range(run.first + 1, run.last):
            if folded[at] in FIRST_NAMES and folded[at - 1] not in PARTICLES and self._parted(at):
                return Run(at, run.last, False, run.heading)
        return run

    def _parted(self, at: int) -> bool:
        return self._words.text[self._words.starts[at] - 1] == " "

    def _is_person(self, run: Run, strict: bool) -> bool:
        folded = self._words.folded[run.first : run.last + 1]
        if not 2 <= len(folded) <= MOST_WORDS or not all(word.isalpha() for word in folded):
            return False
        if folded[0] in FIRST_NAMES:
            return not (run.heading and len(folded) > 3)
        if strict or run.heading or THINGS.intersection(folded):
            return False
        return len(folded) <= 4 and not self._shouted(run)

    def _shouted(self, run: Run) -> bool:
        words = self._words
        return all(words.text[words.starts[at] : words.ends[at]].isupper() for at in range(run.first, run.last + 1))

    def _learn(self, run: Run) -> None:
        words = self._words
        name = words.text[words.starts[run.first] : words.ends[run.last]]
        folded = words.folded[run.first : run.last + 1]
        self._full.setdefault(" ".join(folded), name)
        key = folded[-1]
        known = self._by_last.get(key)
        if known is None or (len(name) > len(known) and known.split()[0] in name):
            self._by_last[key] = name

    def _mention(self, run: Run) -> Mention | None:
        words = self._words
        span = Span(words.starts[run.first], words.ends[run.last])
        raw = words.text[span.start : span.end]
        folded = words.folded[run.first : run.last + 1]
        joined = " ".join(folded)
        if joined in self._full:
            fuller = self._by_last.get(folded[-1], raw)
            same = set(folded) <= set(fuller.lower().replace("-", " ").split()) if fuller else False
            return Mention(MentionKind.PERSON, fuller if same else raw, span)
        for start in range(len(folded)):
            rest = " ".join(folded[start:])
            if (name := self._by_last.get(rest)) is not None:
                return Mention(MentionKind.PERSON, name, Span(words.starts[run.first + start], span.end))
        if len(folded) == 1 and (run.opens or folded[0] in PARTICLES or len(raw) < 3):
            return None
        return Mention(MentionKind.OTHER, raw, span) if not run.heading else None
