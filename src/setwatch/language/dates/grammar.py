"""The notation of the rules, and how a level of rules rewrites a row of tokens.

A rule is written as names of kinds apart by blanks: `d:DAYS OF? m:MONTHS COMMA? y:YEARS`. A name before a colon
labels a token for the builder, `?` makes it optional, `|` joins kinds, a leading `!` forbids what follows and
`<!` what stands before. A builder returns the part that the tokens say together, or None: then the rule does not hold.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import Struct

from setwatch.language.dates import kinds
from setwatch.language.dates.lexicon import Lexicon
from setwatch.language.dates.parts import Lean, Part
from setwatch.language.dates.tokens import Token

NAMES = {
    "DAYS": kinds.SMALL + kinds.MID + kinds.ORDINAL,
    "NUMERALS": kinds.SMALL + kinds.MID,
    "ORDINALS": kinds.ORDINAL + kinds.ORDINAL_WORD,
    "ORDINAL": kinds.ORDINAL,
    "ORDINAL_WORD": kinds.ORDINAL_WORD,
    "COMPOUND": kinds.COMPOUND,
    "CARDINAL": kinds.CARDINAL,
    "COUNTS": kinds.CARDINAL + kinds.SMALL + kinds.MID + kinds.TWO + kinds.COMPOUND,
    "WORD_COUNTS": kinds.CARDINAL + kinds.COMPOUND,
    "TWO": kinds.TWO,
    "TWO_DIGITS": kinds.SMALL + kinds.MID + kinds.TWO,
    "YEAR": kinds.YEAR,
    "YEARS": kinds.YEAR + kinds.OLD_YEAR,
    "PAIR": kinds.PAIR,
    "SMALL": kinds.SMALL,
    "MID": kinds.MID,
    "YEAR_S": kinds.DECADE,
    "MONTHS": kinds.MONTH + kinds.WEAK_MONTH + kinds.LOW_MONTH + kinds.FOREIGN_MONTH,
    "CLEAR_MONTHS": kinds.MONTH + kinds.WEAK_MONTH + kinds.FOREIGN_MONTH,
    "OWN_MONTHS": kinds.MONTH + kinds.WEAK_MONTH + kinds.LOW_MONTH,
    "MONTH": kinds.MONTH,
    "WEAK_MONTH": kinds.WEAK_MONTH,
    "LOW_MONTH": kinds.LOW_MONTH,
    "WEEKDAYS": kinds.WEEKDAY + kinds.WEAK_WEEKDAY,
    "WEEKDAY": kinds.WEEKDAY,
    "WEAK_WEEKDAY": kinds.WEAK_WEEKDAY,
    "SEASONS": kinds.SEASON + kinds.WEAK_SEASON,
    "ANY_SEASON": kinds.SEASON + kinds.WEAK_SEASON + kinds.FOREIGN_SEASON,
    "QUARTER": kinds.QUARTER,
    "HALF": kinds.HALF,
    "REL": kinds.RELATIVE,
    "ADVERB": kinds.ADVERB,
    "YEAR_ADVERB": kinds.YEAR_ADVERB,
    "EDGE": kinds.EDGE,
    "HOLIDAY": kinds.HOLIDAY,
    "UNITS": "".join(kinds.UNITS.values()),
    **{f"U_{name.upper()}": kind for name, kind in kinds.UNITS.items()},
    **{name.upper(): kind for name, kind in kinds.WORDS.items()},
    "COMMA": ",",
    "DASH": "-",
    "SLASH": "/",
    "APOSTROPHE": "'",
    "OPEN": "(",
    "CLOSE": ")",
    "DOT": kinds.DOT,
    "JOIN": kinds.DOT + "-/",
    "PAUSE": kinds.DOT + "-/,",
    "DAY": kinds.DAY,
    "OPEN_DAY": kinds.OPEN_DAY,
    "FULL_MONTH": kinds.FULL_MONTH,
    "OPEN_MONTH": kinds.OPEN_MONTH,
    "FULL_DIVISION": kinds.FULL_DIVISION,
    "OPEN_DIVISION": kinds.OPEN_DIVISION,
    "RELATIVE_YEAR": kinds.RELATIVE_YEAR,
    "RELATIVE_MONTH": kinds.RELATIVE_MONTH,
    "WEEK": kinds.WEEK,
    "WEEKEND": kinds.WEEKEND,
    "BARE_WEEKDAY": kinds.BARE_WEEKDAY,
    "WINDOW": kinds.WINDOW,
    "LENGTH": kinds.LENGTH,
    "NTH": kinds.NTH,
    "RANGE": kinds.RANGE,
    "WORD": kinds.WORD,
    "OTHER": kinds.OTHER,
    "NUMBER": kinds.NUMBER,
    "TIME": kinds.TIME + kinds.WORDS["meridiem"],
}
DAY_NAME = "DAY_NAME?"
"""A weekday and perhaps a comma, or nothing."""
ITEM = re.compile(r"(?P<look><!|!)?(?:(?P<label>\w+):)?(?P<names>[\w|]+)(?P<times>\?)?")


@dataclass(frozen=True, slots=True)
class Context:
    """What a builder may know besides its tokens."""

    text: str
    low: str
    base: date | None
    lexicon: Lexicon
    lean: Lean
    loose: bool
    """Whether readings count that hold only in a note or a query."""


class Bound(Struct, frozen=True, gc=False):
    """The tokens that a rule holds of, by label."""

    row: list[Token]
    match: re.Match[str]
    context: Context

    def get(self, label: str) -> Token | None:
        """Return the token of a label, None where it is optional and absent."""
        at = self.match.start(label) if label in self.match.re.groupindex else -1
        return self.row[at] if at >= 0 else None

    def __getitem__(self, label: str) -> Token:
        return self.row[self.match.start(label)]

    def part(self, label: str) -> Part:
        """Return what the token of a label says already."""
        part = self[label].part
        assert part is not None
        return part

    def has(self, label: str) -> bool:
        """Whether an optional token is there."""
        return self.get(label) is not None


Builder = Callable[[Bound], tuple[str, Part] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what to make of it."""

    pattern: re.Pattern[str]
    build: Builder
    openings: frozenset[str]
    """The first two kinds that it may begin with, one alone where it may end there."""


def _compiled(notation: str) -> tuple[str, frozenset[str]]:
    """Return the regex of a notation, and its openings."""
    made = []
    items: list[tuple[str, bool]] = []
    for item in notation.split():
        if item == DAY_NAME:
            made.append(f"(?:(?P<w>[{NAMES['WEEKDAYS']}]),?)?")
            items += ((NAMES["WEEKDAYS"], True), (",", True))
            continue
        match = ITEM.fullmatch(item)
        assert match, f"no such item: {item}"
        kinds_of_item = "".join(NAMES[name] for name in match["names"].split("|"))
        group = f"[{re.escape(kinds_of_item)}]"
        if match["look"]:
            group = f"(?{match['look']}{group})"
        elif match["label"]:
            group = f"(?P<{match['label']}>{group})"
        made.append(group + (match["times"] or ""))
        if not match["look"]:
            items.append((kinds_of_item, bool(match["times"])))
    return "".join(made), frozenset(_openings(items))


def _openings(items: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """Yield the pairs of kinds that a row may begin with, given what may stand in each place and may be left out."""
    for place, (firsts, may_miss) in enumerate(items):
        behind = items[place + 1 :]
        for seconds, second_may_miss in behind:
            yield from (first + second for first in firsts for second in seconds)
            if not second_may_miss:
                break
        else:
            yield from firsts
        if not may_miss:
            return


def _before(kinds_behind: set[str]) -> str:
    """Return the regex for standing before one of these kinds, or anything if none need stand there."""
    return "" if "" in kinds_behind else f"(?=[{re.escape(''.join(kinds_behind))}])"


class Level:
    """Rules that are tried together; of those that begin at one token the first that is written holds."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []
        self._starts: dict[str, tuple[re.Pattern[str], list[Rule]]] = {}
        self._finder = re.compile(r"(?!)")

    def rule(self, *notations: str) -> Callable[[Builder], Builder]:
        """Register a builder for one or more notations."""

        def register(build: Builder) -> Builder:
            for notation in notations:
                pattern, openings = _compiled(notation)
                self._rules.append(Rule(re.compile(pattern), build, openings))
            self._starts.clear()
            return build

        return register

    def _ready(self) -> dict[str, tuple[re.Pattern[str], list[Rule]]]:
        """For each kind that may stand first: its rules as one pattern, the number of the group is that of the rule."""
        if not self._starts:
            seconds: dict[str, set[str]] = defaultdict(set)
            for opening in frozenset().union(*(rule.openings for rule in self._rules)):
                seconds[opening[0]].add(opening[1:])
            for kind in seconds:
                rules = [rule for rule in self._rules if any(opening[0] == kind for opening in rule.openings)]
                bare = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in rules)
                self._starts[kind] = re.compile("|".join(f"({pattern})" for pattern in bare)), rules
            pairs = (re.escape(kind) + _before(seconds[kind]) for kind in seconds)
            self._finder = re.compile("|".join(pairs))
        return self._starts

    def rewrite(self, row: list[Token], codes: str, context: Context) -> tuple[list[Token], str]:
        """Return the row, and its kinds as a text, with the tokens of each rule that holds made one.

        One pass from left to right; what a rule has made is not read again by the same level.
        """
        starts = self._ready()
        made: list[Token] = []
        done = 0
        for found in self._finder.finditer(codes):
            at = found.start()
            if at < done:
                continue
            pattern, rules = starts[codes[at]]
            match = pattern.match(codes, at)
            if match is None:
                continue
            for rule in rules[(match.lastindex or 1) - 1 :]:
                exact = rule.pattern.match(codes, at)
                built = rule.build(Bound(row, exact, context)) if exact else None
                if exact and built:
                    done_before, done = done, exact.end()
                    made += row[done_before:at]
                    made.append(Token(built[0], row[at].start, row[done - 1].end, part=built[1]))
                    break
        if not done:
            return row, codes
        made += row[done:]
        return made, "".join([token.kind for token in made])
