"""Release dates that no word of release makes one: a day to come that a sentence tells of a title and of nothing else.

The ways to say that a film opens are without end (`sets sail on`, `stomps in on`, `is yours from`); what else has a
day to come is told in few: a shoot, a festival, a birthday, a trailer, another title.
"""

import re
from collections.abc import Sequence

from setwatch.claims.cues import Cue
from setwatch.claims.near import same_clause
from setwatch.claims.scene import Scene
from setwatch.model import DateMention, MentionKind, Production, ProductionMention, Sentence, Span, days_of

_WHOLE_DAY = len("2021-11-19")
_REACH, _LEAD = 150, 40
"""How many characters of a sentence may stand between a title and a day of it behind it, and before it; set by hand."""
_OPENS = 2
"""Marks that may stand before a title with which a sentence begins."""
_AHEAD = 2600
"""Days from its report to the farthest day for which a film is ever set: seven years."""
_OTHER = frozenset({"film", "other", "piece"})
_TELLING = frozenset({"release", "move", "leave", "film", "piece"})
_AFTER = re.compile(
    r"(?i)^\s?(?:[-–—]\s?)?(?:birthday|anniversary|festival|episode|issue|event|panel|concert|game|show)\b"
)
_FOR = re.compile(r"(?i)^,? (?:for|to|as|on|is|will be|sees|brings|belongs to|goes to|für|pour|para|per)\b[^.;:!?]*$")
_BACK = re.compile(
    r"(?i)[\"“(]?(?:it|its|he|the (?:film|movie|picture|sequel|prequel|feature|thriller|comedy|drama)|this|er|es|il|"
    r"elle|le film|la pel[ií]cula|il film)\b"
)
_IT = re.compile(
    r"(?i)\b(?:its (?:release )?date|the (?:film|movie|picture|sequel|prequel|release)|(?:and|but|:) it)\b"
)
_NAME = r"[^\W\d_a-z][\w'’.&!?-]{0,24}"
_SMALL = "of|the|and|in|to|for|at|on|an?|with|from|&"
_LINE = re.compile(
    rf"[\"“‘'*_•–—-]{{0,3}}\s?((?:{_NAME}|\d{{1,4}})(?::? (?:{_NAME}|\d{{1,4}}|{_SMALL})){{0,8}})"
    r"[\"”’'*_]{0,2}\s?(?:[:(–—|-]|->|→)\s?"
)
"""What stands before a day in a line of a calendar: words with capitals, and the mark behind them."""
_CAPITALS = re.compile(
    rf"(?:[,;] |,? (?:and|while|then) )((?!(?:In|On|The|It) ){_NAME}(?: {_NAME}){{1,4}}),? "
    r"(?!(?:said|says|sa[iy]ing|told|tells|announced|confirmed|reports?|reported|tweeted|wrote|revealed|told)\b)"
    r"[^\W\d_A-Z]"
)
_CLAUSE_WITH = re.compile(r",? (?:and|while|und|et|y|e|whereas) |; ")
_ANOTHER = re.compile(
    r"(?i)\b(?:another|two other|three other|(?:its|his|her|their) next)(?: [\w/.'’-]{1,20}){0,4} "
    r"(?:films?|movies?|pictures?|pics?|projects?)\b|"
    r"\b(?:and|while|with) (?:the|its) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|other)\b(?! of)|"
    r"\bthe other (?:is|one|film|movie)\b|"
    r"\b(?:follow-?up|sequel|successor|companion(?: piece)?),? (?-i:[A-Z])[\w'’:]*(?: [\w'’:]+){0,5},? "
)


def plain(scene: Scene, sentence: Sentence, date: DateMention, cues: Sequence[Cue]) -> Span | None:
    """Return the words that tell `date` of a title and of nothing else, None where something else may have it."""
    if not _is_to_come(scene, date) or _AFTER.match(scene.document.text[date.span.end :][:24]):
        return None
    mention = _owner(scene, sentence, date)
    if mention is None and not _speaks_of_it(scene, sentence, date):
        return None
    start = mention.span.start if mention else sentence.span.start
    words = Span(min(start, date.span.start), max(mention.span.end if mention else 0, date.span.end))
    between = Span(min(mention.span.end, date.span.end) if mention else start, date.span.start)
    if any(_has_it(scene, cue, date, between) for cue in cues if cue.kind in _OTHER):
        return None
    return words


def told_of(scene: Scene, sentence: Sentence, date: DateMention) -> Production | None:
    """Return the production whose day a sentence tells: what `the film` before it stands for, whatever comes behind."""
    before = Span(sentence.span.start, date.span.start)
    if not scene.productions_in(before) and _speaks_of_it(scene, sentence, date):
        return scene.topic_at(sentence)
    return scene.production_at(sentence, date.span.start)


def _speaks_of_it(scene: Scene, sentence: Sentence, date: DateMention) -> bool:
    """Whether a sentence speaks of something named before: with its first word, or as the film before the date."""
    if _BACK.match(sentence.text):
        return True
    return _IT.search(scene.document.text, sentence.span.start, date.span.start) is not None


def is_of_another(scene: Scene, sentence: Sentence, date: DateMention, start: int) -> bool:
    """Whether a day is told of something that is not watched: in a line of a calendar, or before the title comes up.

    `start` is where what is told of the day begins: behind the date before it, or with the sentence.
    """
    text = scene.document.text
    before = text[start : date.span.start]
    head = before.lstrip(" \n,;.)")
    span = Span(date.span.start - len(head), date.span.start)
    told = _ANOTHER.search(text, sentence.span.start, date.span.start)
    if told and not scene.productions_in(Span(told.end() - 1, date.span.start)):
        return True
    if start > sentence.span.start and _begins_with_a_name(scene, before, start):
        return True
    line = _LINE.fullmatch(head)
    if line and not scene.productions_in(span):
        return " " in line[1] and not any(c.kind in _TELLING for c in scene.cues("release_date", sentence, span))
    if scene.productions_in(Span(sentence.span.start, date.span.start)):
        return False
    if _BACK.match(sentence.text) and _follows_another(scene, sentence):
        return True
    later = scene.productions_in(Span(date.span.end, sentence.span.end))
    if not later or _CLAUSE_WITH.match(text, date.span.end) is None:
        return False
    return bool(scene.dates_in(Span(later[0].span.end, sentence.span.end))) and not _BACK.match(sentence.text)


def _begins_with_a_name(scene: Scene, before: str, start: int) -> bool:
    """Whether what follows a date begins with capitals of which something is told: another title."""
    found = _CAPITALS.match(before)
    if found is None:
        return False
    span = Span(start + found.start(1), start + found.end(1))
    known = any(name.kind not in {MentionKind.PERSON, MentionKind.OTHER} for name in scene.names_in(span))
    return not known and not scene.productions_in(span)


def _follows_another(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence before begins with a title that is not watched: `it` is that one."""
    before = scene.sentence_at(sentence.span.start - 2) if sentence.span.start > 1 else None
    if before is None or before.span.start == sentence.span.start:
        return False
    first = scene.productions_in(before.span)[:1]
    return bool(first) and first[0].production is None and first[0].span.start - before.span.start <= _OPENS


def _is_to_come(scene: Scene, date: DateMention) -> bool:
    published, days = days_of(scene.document.published or ""), days_of(date.edtf)
    if published is None or days is None or len(date.edtf) != _WHOLE_DAY:
        return False
    digits = any(c.isdigit() for c in scene.document.text[date.span.start : date.span.end])
    return digits and 0 < (days.first - published.last).days < _AHEAD


def _owner(scene: Scene, sentence: Sentence, date: DateMention) -> ProductionMention | None:
    """Return the title whose day it is: the last before it in the sentence, or the one that it is set for."""
    text = scene.document.text
    mentions = scene.productions_in(sentence.span)
    before = [m for m in mentions if m.span.end <= date.span.start]
    if before:
        return before[-1] if date.span.start - before[-1].span.end <= _REACH else None
    behind = next((m for m in mentions if m.span.start >= date.span.end), None)
    if behind is None or behind.span.start - date.span.end > _LEAD:
        return None
    return behind if _FOR.match(text[date.span.end : behind.span.start]) else None


def _has_it(scene: Scene, cue: Cue, date: DateMention, between: Span) -> bool:
    """Whether a word for something else has the day: it leads to it in its clause, or follows it at once."""
    text = scene.plain
    if cue.span.end <= date.span.start:
        gap = text[cue.span.end : date.span.start]
        return same_clause(text, cue.span, date.span) and "," not in gap and " that " not in gap
    if cue.span.start < date.span.end:
        return True
    gap = text[date.span.end : cue.span.start]
    return "," not in gap and same_clause(text, date.span, cue.span)
