"""The notation of the rules, and how a level of rules rewrites a row of tokens.

A rule is written as names of kinds apart by blanks: `d:DAYS OF? m:MONTHS COMMA? y:YEARS`. A name before a colon
labels a token for the builder, `?` makes it optional, `|` joins kinds, a leading `!` forbids what follows and
`<!` what stands before. A builder returns the part that the tokens say together, or None: then the rule does not hold.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from setwatch.language.dates import kinds
from setwatch.language.dates.lexicon import Lexicon
from setwatch.language.dates.parts import Part
from setwatch.language.dates.tokens import Token

NAMES = {
    "DAYS": kinds.SMALL + kinds.MID + kinds.ORDINAL,
    "NUMERALS": kinds.SMALL + kinds.MID,
    "ORDINALS": kinds.ORDINAL + kinds.ORDINAL_WORD,
    "ORDINAL": kinds.ORDINAL,
    "ORDINAL_WORD": kinds.ORDINAL_WORD,
    "COMPOUND": kinds.COMPOUND,
    "COUNTS": kinds.CARDINAL + kinds.SMALL + kinds.MID + kinds.TWO + kinds.COMPOUND,
    "WORD_COUNTS": kinds.CARDINAL + kinds.COMPOUND,
    "TWO": kinds.TWO,
    "TWO_DIGITS": kinds.SMALL + kinds.MID + kinds.TWO,
    "YEAR": kinds.YEAR,
    "YEARS": kinds.YEAR + kinds.OLD_YEAR,
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
    "QUARTER": kinds.QUARTER,
    "HALF": kinds.HALF,
    "REL": kinds.RELATIVE,
    "ADVERB": kinds.ADVERB,
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
    "TIME": kinds.TIME + kinds.WORDS["meridiem"],
}
ITEM = re.compile(r"(?P<look><!|!)?(?:(?P<label>\w+):)?(?P<names>[\w|]+)(?P<times>\?)?")


@dataclass(frozen=True, slots=True)
class Context:
    """What a builder may know besides its tokens."""

    low: str
    base: date | None
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Bound:
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


def _compiled(notation: str) -> str:
    made = []
    for item in notation.split():
        match = ITEM.fullmatch(item)
        assert match, f"no such item: {item}"
        kinds_of_item = "".join(NAMES[name] for name in match["names"].split("|"))
        group = f"[{re.escape(kinds_of_item)}]"
        if match["look"]:
            group = f"(?{match['look']}{group})"
        elif match["label"]:
            group = f"(?P<{match['label']}>{group})"
        made.append(group + (match["times"] or ""))
    return "".join(made)


class Level:
    """Rules that are tried together; of those that begin at one token the first that is written holds."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._all: re.Pattern[str] | None = None

    def rule(self, *notations: str) -> Callable[[Builder], Builder]:
        """Register a builder for one or more notations."""

        def register(build: Builder) -> Builder:
            for notation in notations:
                self.rules.append(Rule(re.compile(_compiled(notation)), build))
            return build

        return register

    def _any(self) -> re.Pattern[str]:
        """All rules as one pattern; the name of the group that matched is the number of its rule."""
        if self._all is None:
            bare = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in self.rules)
            self._all = re.compile("|".join(f"({pattern})" for pattern in bare))
        return self._all

    def rewrite(self, row: list[Token], context: Context) -> list[Token]:
        """Return the row with the tokens of each rule that holds made one; one pass from left to right."""
        codes = "".join(token.kind for token in row)
        search = self._any().search
        match = search(codes)
        if match is None:
            return row
        made: list[Token] = []
        at = 0
        while match is not None:
            start, end = match.span()
            rule = self.rules[(match.lastindex or 1) - 1]
            exact = rule.pattern.match(codes, start)
            built = rule.build(Bound(row, exact, context)) if exact else None
            if built is None:
                made += row[at : start + 1]
                at = start + 1
            else:
                kind, part = built
                made += row[at:start]
                made.append(Token(kind, row[start].start, row[end - 1].end, part=part))
                at = end
            match = search(codes, at)
        return made + row[at:]
