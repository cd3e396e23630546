"""A sentence with one sign for each name in it, so that a pattern of the trade's words reads it in any language.

A run of names (`A, B (Mr X) and C as Ms Y`) is one sign; what stands in brackets or after `as` behind a name is kept as
the part that he or she plays. A sign is a character of the private use area; the text's own are blanked.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import Struct

from setwatch.claims.antecedent import spoken_of
from setwatch.claims.people.mononyms import single_names
from setwatch.claims.people.words import Words
from setwatch.claims.scene import Scene
from setwatch.language.words import low_of
from setwatch.model import Mention, MentionKind, ProductionMention, Sentence, Span

PERSON = "\ue000"
TITLE = "\ue001"
OTHER = "\ue002"
STUDIO = "\ue003"

_RUN = re.compile("(?P<blank>[\\s\ue000-\uf8ff]+)|[^\\s\ue000-\uf8ff]+")
"""Blanks, the private use area among them, or anything else."""
_BLANKS = re.compile("[\\s\ue000-\uf8ff]{2,}|[^\\S ]|[\ue000-\uf8ff]")
"""What is not one plain blank."""
_QUOTES = "\"'“”„‟«»‹›‘’‚*_"
_AGE = re.compile(r",? ?\((?:\d{1,2})\)|, (?:aged )?\d{2}(?=,|\.|;| |$),?(?= (?!\d))")
_BRACKETS = re.compile(r" ?\(([^()]{1,48})\)")
_OF_A_FIRM = re.compile(r" (?:of|from) (?:the )?[A-Z0-9]")
"""What sets a name apart from a list of others before it: `producers Ann Lee and Bo Ruiz, Cal Dow of Tidewater`."""


class Person(Struct, frozen=True, gc=False):
    """One person of a run: the fullest name, where it stands, and the words for the part played."""

    name: str
    span: Span
    part: str | None = None


class _Piece(Struct, frozen=True, gc=False):
    """A stretch of the document: one sign, or words, which are `shorter` in signs where several blanks are one."""

    words: str
    start: int
    end: int
    sign: bool
    shorter: bool = False


@dataclass(frozen=True, slots=True)
class Reduced:
    """A sentence in signs; `pieces` are the stretches of the document that it is made of, in order, `at` is where each
    begins in `text`.
    """

    sentence: Sentence
    text: str
    pieces: list[_Piece]
    at: list[int]
    people: dict[int, tuple[Person, ...]]
    titles: dict[int, tuple[ProductionMention, ...]]

    def start(self, index: int) -> int:
        """Return where the character at `index` begins in the document."""
        return self._place(index)[0]

    def end(self, index: int) -> int:
        """Return where the character at `index` ends in the document."""
        return self._place(index)[1]

    def _place(self, index: int) -> tuple[int, int]:
        number = bisect_right(self.at, index) - 1
        piece = self.pieces[number]
        index -= self.at[number]
        if piece.sign:
            return piece.start, piece.end
        if not piece.shorter:
            return piece.start + index, piece.start + index + 1
        for run in _RUN.finditer(piece.words):
            blank = run["blank"] is not None
            length = 1 if blank else run.end() - run.start()
            if index < length:
                first = piece.start + run.start() + index
                return first, piece.start + run.end() if blank else first + 1
            index -= length
        raise IndexError(index)

    def span(self, start: int, end: int) -> Span:
        """Return the place in the document of `text[start:end]`, which is not empty."""
        return Span(self.start(start), self.end(end - 1))


class _Unit(Struct, frozen=True, gc=False):
    start: int
    end: int
    sign: str
    people: tuple[Person, ...] = ()
    titles: tuple[ProductionMention, ...] = ()
    studio: str | None = None


def reduce(scene: Scene, sentence: Sentence, words: Words, others: Sequence[Mention] = ()) -> Reduced | None:
    """Return `sentence` in signs, None where it names nobody; `others` are its pronouns and people of one name."""
    people = scene.names_in(sentence.span, MentionKind.PERSON)
    if not people and not others:
        return None
    text = scene.document.text
    found = list(_units(scene, sentence, words, (*people, *others)))
    if not any(unit.people for unit in found):
        return None
    joined = _joined(text, found, words)
    units = [_turned(scene, unit) if unit.people else unit for unit in joined]
    return _written(text, sentence, units)


def loose_names(scene: Scene, words: Words) -> dict[int, list[Mention]]:
    """Return people of one name, and `he` and `she` as whom they stand for, by the start of their sentence."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in single_names(scene):
        if sentence := scene.sentence_at(mention.span.start):
            found[sentence.span.start].append(mention)
    for match in words.pronoun.finditer(low_of(scene.document.text)):
        sentence = scene.sentence_at(match.start())
        if sentence and (name := spoken_of(scene, sentence, match.start())) is not None:
            found[sentence.span.start].append(Mention(MentionKind.PERSON, name, Span(*match.span())))
    return found


def _units(scene: Scene, sentence: Sentence, words: Words, people: Sequence[Mention]) -> Iterator[_Unit]:
    text, limit = scene.document.text, sentence.span.end
    found: list[Mention | ProductionMention] = [*scene.productions_in(sentence.span), *people]
    found.sort(key=lambda m: (m.span.start, -m.span.end, isinstance(m, Mention)))
    taken = sentence.span.start
    for mention in found:
        if mention.span.start < taken or mention.span.end > limit:
            continue
        if isinstance(mention, ProductionMention):
            start, end = _unquoted(text, mention.span, sentence.span)
            sign = TITLE if mention.production else OTHER
            yield _Unit(max(start, taken), end, sign, titles=(mention,))
            taken = end
        else:
            end, part = _tail(text, mention.span.end, limit, words)
            person = Person(mention.name, mention.span, part)
            yield _Unit(mention.span.start, end, PERSON, people=(person,))
            taken = end


def _unquoted(text: str, span: Span, within: Span) -> tuple[int, int]:
    """Widen a title to the quotation marks around it, and to a comma or stop before the closing one."""
    start, end = span.start, span.end
    if start > within.start and text[start - 1] in _QUOTES:
        start -= 1
    if end < within.end and text[end] in ",." and end + 1 < within.end and text[end + 1] in _QUOTES:
        end += 2
    elif end < within.end and text[end] in _QUOTES and start < span.start:
        end += 1
    return start, end


def _turned(scene: Scene, unit: _Unit) -> _Unit:
    """Return a name by itself with a person in brackets behind it as the actor of a character.

    In a run, `Actor (Character)` is the rule; a name that stands alone is one of the story: `Character (Actor)`.
    """
    person = unit.people[0]
    inside = scene.names_in(Span(person.span.end, unit.end), MentionKind.PERSON)
    if len(unit.people) > 1 or not person.part or len(inside) != 1 or not _BRACKETS.match(_after(scene, person)):
        return unit
    before = scene.document.text[person.span.start : person.span.end]
    return _Unit(unit.start, unit.end, unit.sign, (Person(inside[0].name, inside[0].span, before),))


def _after(scene: Scene, person: Person) -> str:
    return scene.document.text[person.span.end : person.span.end + 60]


def _tail(text: str, at: int, limit: int, words: Words) -> tuple[int, str | None]:
    """Return where the words that belong to a name end, and the part they name: `(58)`, `(Mr X)`, `as Ms Y`."""
    part = None
    for _ in range(2):
        rest = text[at : min(limit, at + 80)]
        if age := _AGE.match(rest):
            at += age.end()
        elif brackets := _BRACKETS.match(rest):
            if words.names_a_part(brackets[1]):
                part = brackets[1]
            at += brackets.end()
        elif (as_part := words.as_part.match(rest)) and not words.job.match(as_part["part"]):
            part = as_part["part"]
            at += as_part.end()
        else:
            break
    return at, part


def _joined(text: str, units: list[_Unit], words: Words) -> list[_Unit]:
    """Join neighbours of one kind that only commas and `and` part."""
    joined: list[_Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        between = text[last.end : unit.start] if last else ""
        if (
            last
            and last.sign == unit.sign
            and unit.sign != OTHER
            and words.joint.fullmatch(between)
            and not (between == ", " and _OF_A_FIRM.match(text, unit.end))
            and (";" not in between or (last.people and last.people[-1].part))
        ):
            joined[-1] = _Unit(last.start, unit.end, unit.sign, last.people + unit.people, last.titles + unit.titles)
        else:
            joined.append(unit)
    return joined


def _written(text: str, sentence: Sentence, units: list[_Unit]) -> Reduced:
    signs: list[str] = []
    pieces: list[_Piece] = []
    places: list[int] = []
    people: dict[int, tuple[Person, ...]] = {}
    titles: dict[int, tuple[ProductionMention, ...]] = {}
    length = 0
    at = sentence.span.start
    for unit in units:
        raw = text[at : unit.start]
        words = _plain(raw)
        places += (length, length + len(words))
        length += len(words)
        if unit.people:
            people[length] = unit.people
        if unit.titles:
            titles[length] = unit.titles
        length += 1
        signs += (words, unit.sign)
        pieces.append(_Piece(raw, at, unit.start, False, len(words) < len(raw)))
        pieces.append(_Piece(unit.sign, unit.start, unit.end, True))
        at = unit.end
    raw = text[at : sentence.span.end]
    signs.append(_plain(raw))
    places.append(length)
    pieces.append(_Piece(raw, at, sentence.span.end, False, len(signs[-1]) < len(raw)))
    return Reduced(sentence, "".join(signs), pieces, places, people, titles)


def _plain(words: str) -> str:
    """Return words with one blank for any run of blanks, and straight apostrophes."""
    return (_BLANKS.sub(" ", words) if _BLANKS.search(words) else words).replace("’", "'")
