"""What makes a date of a sentence a release date: the words around it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from setwatch.claims.cues import FALLBACK, Cue, lists, longest
from setwatch.claims.near import nearest, same_clause
from setwatch.claims.release_how import regions
from setwatch.claims.scene import Scene
from setwatch.model import DateMention, ProductionMention, Sentence, Span, days_of

_LISTS = lists("release_date")
_LINKS = {lang: frozenset(words["link"]) for lang, words in _LISTS.items()}
_HANDICAPS = {"release": 0.0, "move": 5.0, "leave": 5.0, "arrive": 15.0, "film": 0.0, "other": 10.0}
_REACH = {"release": 150.0, "move": 150.0, "leave": 60.0, "arrive": 75.0}
_REACH_OF_TODAY, _FAR = 45.0, 1000.0
"""How far a word of release reaches, by class; farther away it says nothing of the date. Set by hand, as in `near`."""

_OF_THE_SHOOT = 14
"""How many characters may stand between the shoot and what is said to open: `the shoot opened in London`."""
_SHORT_SENTENCE, _LONGEST_LINK, _BEFORE_TARGET = 80, 60, 45
_FROM = re.compile(
    r"(?i)(?<!runs )(?<!run )(?<!running )(?<!held )(?<!open )\b(?:from|vom|von|du|del|dal|de) (?:the |its )?$"
)
_TO = re.compile(r"(?i)(?:,? (?:19|20)\d\d,?)?,? (?:to|until|auf den|au|al) (?:the )?")
_INSTEAD = re.compile(
    r"(?i),? (?:instead of|rather than|and not(?: on)?|and no longer(?: on)?|statt(?: am)?|au lieu du|en lugar del|"
    r"invece del) "
)
_ON = re.compile(r"(?:[ (]|, )(?:on|for|to|am|le|il|el) $")
_LEAD_OF_PAIR, _APART, _WHOLE_DAY = 20, 6, 10
"""Characters of what leads to a pair of dates; the fewest days between them; characters of a day in EDTF."""
_WORD = re.compile(r"[^\W_]\w*(?:['’]\w+)?")
_OBJECT = re.compile(r" (?:a|an|the|its|their|another|une|un|la|ein|eine|einen)(?: [\w-]+){0,3} ")
"""What stands between `released` and the piece that is released: `a new`."""
_AND = re.compile(r"[,;]|\s(?:and|und|et|y|e|en|och|og|и|és|i)\s")
_AND_SO = re.compile(r",\s(?:and|so|und|et|y|e)\s")
_SMALL = re.compile(
    r"[\s,]*(?:the |its |early |mid-?|late |anfang |ende |mitte |fin |fine )?\s*"
    r"(?:(?:[\w.'’]{1,12} ){1,3}(?:weekend|holiday|frame|corridor|day),? (?:on )?)?",
    re.I,
)
_AT_ONCE = re.compile(r"\s?[:–—-]\s?")
"""What ends no clause between a word of release and its date: `Coming — May 5`."""
_LIST_GAP = 6
_DATE_FIRST = re.compile(r"\s?[:–—|-]\s?[\"“‘'_*]?")
_IN_A_LIST = re.compile(r"^[\"”’'»]?(?: to |: | \(| [–—-] | ?-> | → )$")
_TITLE_BEFORE = re.compile(
    r"^[\s\"”’'»“,(–—:>→-]{0,5}(?:on|for|in|due|to|from|is|now|opens|am|le|il|el)?(?: on)?\s?$", re.I
)


def release_cues(scene: Scene, sentence: Sentence) -> tuple[Cue, ...]:
    """Return the cues of a sentence: words of release, of moves, of the shoot and of other things that have dates."""
    found = [
        cue
        for cue in scene.cues("release_date", sentence)
        if not scene.is_title(cue.span) and not scene.is_furniture(cue.span)
    ]
    small = [cue for cue in found if cue.kind in {"deictic", "target", "piece"}]
    return (*longest([cue for cue in found if cue.kind in _HANDICAPS]), *small)


def reason(
    scene: Scene, sentence: Sentence, date: DateMention, cues: Sequence[Cue], before: DateMention | None
) -> Span | None:
    """Return the words that make `date` a release date, None where nothing does.

    `before` is the date before it in the sentence, where that one is a release date.
    """
    text = scene.plain
    today = is_deictic(date, cues) and not any(c.isdigit() for c in text[date.span.start : date.span.end])
    if before is not None and not (today and _has_begun(scene, date)) and is_linked(scene, sentence, before, date):
        return date.span
    words = [cue for cue in cues if cue.kind in _HANDICAPS]
    if (holding := next((c for c in words if c.kind == "move" and c.span.holds(date.span)), None)) is not None:
        return holding.span
    cue, far = nearest(text, words, date.span, _HANDICAPS)
    if cue is not None and cue.kind != "other" and _AT_ONCE.fullmatch(text[cue.span.end : date.span.start]):
        far = _HANDICAPS[cue.kind]
    if (title := before_title(scene, date)) is not None:
        return Span(date.span.start, title.span.end)
    if (cue is None or far > _REACH.get(cue.kind, 0.0)) and _is_of_a_pair(scene, sentence, date, words):
        return date.span
    if _in_row(scene, sentence, date, words):
        return date.span
    if cue is None:
        return _beside_title(scene, date)
    reach = min(_REACH.get(cue.kind, 0.0), _REACH_OF_TODAY if today else _FAR)
    if far > reach and not today and cue.kind != "film":
        return _beside_title(scene, date, _IN_A_LIST if cue.kind == "other" else _TITLE_BEFORE)
    if far > reach or _is_of_the_shoot(scene, cue, words):
        return None
    if (today and cue.kind in {"move", "leave"}) or _is_of_a_piece(text, cue, cues):
        return None
    if cue.kind == "move" and not _is_target(text, date, cues):
        return _beside_title(scene, date, _IN_A_LIST)
    if len(date.edtf) == 4 and (cue.kind == "leave" or (cue.kind == "arrive" and far > _REACH_OF_TODAY)):
        return None
    return cue.span


def goes_on(sentence: Sentence, cues: Sequence[Cue]) -> bool:
    """Whether a short sentence without words of its own goes on with the dates before it: `It had been July 14.`"""
    return len(sentence.text) <= _SHORT_SENTENCE and not any(c.kind in {"film", "other", "deictic"} for c in cues)


def is_deictic(date: DateMention, cues: Sequence[Cue]) -> bool:
    """Whether a date counts from today: `next week`, `this month`."""
    return any(
        cue.kind == "deictic" and cue.span.start <= date.span.end + 1 and date.span.start <= cue.span.end + 1
        for cue in cues
    )


def _is_of_the_shoot(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether what opens or is moved is the shoot."""
    text = scene.plain
    shoots = [c for c in cues if c.kind == "film" and c.span.end <= cue.span.start]
    gaps = [_without_titles(scene, Span(c.span.end, cue.span.start)) for c in shoots]
    if any(len(gap) <= _OF_THE_SHOOT and not _AND.search(gap) for gap in gaps):
        return True
    if cue.kind not in {"move", "arrive"} or any(c.kind == "release" for c in cues):
        return False
    return any(
        same_clause(text, c.span, cue.span) and not _AND_SO.search(text[c.span.end : cue.span.start]) for c in shoots
    )


def _is_of_a_piece(text: str, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether what arrives is a trailer or a poster: one stands before the word in the same breath or is its object."""
    if "date" in cue.words:
        return False
    objects = [c for c in cues if c.kind == "piece" and _OBJECT.fullmatch(text[cue.span.end : c.span.start])]
    if objects and cue.kind == "release":
        return True
    return cue.kind in {"release", "arrive"} and any(
        c.kind == "piece"
        and c.span.end <= cue.span.start
        and "," not in text[c.span.end : cue.span.start]
        and " and " not in text[c.span.end : cue.span.start]
        and same_clause(text, c.span, cue.span)
        for c in cues
    )


def _without_titles(scene: Scene, span: Span) -> str:
    """Return the words of `span` without the titles in it: `shoot of Harbour Lights opened` is `shoot of opened`."""
    text, at, kept = scene.plain, span.start, []
    for mention in scene.productions_in(span):
        kept.append(text[at : mention.span.start])
        at = mention.span.end
    return "".join([*kept, text[at : span.end]])


def is_linked(scene: Scene, sentence: Sentence, before: DateMention, date: DateMention) -> bool:
    """Whether only small words and names of markets stand between two dates of a row."""
    between = Span(before.span.end, date.span.start)
    text = scene.document.text[between.start : between.end]
    if len(text) > _LONGEST_LINK or ";" in text:
        return False
    small = _LINKS.get(scene.lang_of(sentence), _LINKS[FALLBACK])
    markets = [cue.span for cue in regions(scene, sentence, between)]
    return all(
        word[0].lower().replace("’", "'") in small
        or any(span.start <= between.start + word.start() < span.end for span in markets)
        for word in _WORD.finditer(text)
    )


def _is_target(text: str, date: DateMention, cues: Sequence[Cue]) -> bool:
    """Whether a word such as `to` leads to `date`: else a move was made on it, not to it."""
    return any(
        cue.kind == "target"
        and cue.span.end <= date.span.start <= cue.span.end + _BEFORE_TARGET
        and _SMALL.fullmatch(text[cue.span.end : date.span.start])
        for cue in cues
    )


def _is_of_a_pair(scene: Scene, sentence: Sentence, date: DateMention, cues: Sequence[Cue]) -> bool:
    """Whether a day is set against another: `from May 5 to June 2`, `June 2 instead of May 5`.

    So is told where a release went, whatever the verb; not beside a word of the shoot or of other things, nor of days
    that are near or past.
    """
    published = days_of(scene.document.published or "")
    if published is None or any(cue.kind in {"film", "other"} for cue in cues):
        return False
    dates = [d for d in scene.dates_in(sentence.span) if len(d.edtf) == _WHOLE_DAY]
    for one, other in pairwise(dates):
        first, second = days_of(one.edtf), days_of(other.edtf)
        if date not in (one, other) or first is None or second is None or second.first <= published.last:
            continue
        if abs((second.first - first.first).days) < _APART:
            continue
        between = scene.document.text[one.span.end : other.span.start]
        led = scene.document.text[: one.span.start][-_LEAD_OF_PAIR:]
        if (_FROM.search(led) and _TO.fullmatch(between)) or _INSTEAD.fullmatch(between):
            return True
    return False


def _in_row(scene: Scene, sentence: Sentence, date: DateMention, cues: Sequence[Cue]) -> bool:
    """Whether a sentence gives a row of titles with a day behind each: then each day is that of its title."""
    text = scene.plain
    if any(cue.kind in {"film", "other"} for cue in cues) or not _ON.search(text[: date.span.start][-_LEAD_OF_PAIR:]):
        return False
    ends = [m.span.end for m in scene.productions_in(sentence.span)]
    days = [d.span.start for d in scene.dates_in(sentence.span) if len(d.edtf) == _WHOLE_DAY]
    listed = [day for day in days if any(end < day and _TITLE_BEFORE.match(text[end:day]) for end in ends)]
    before = [end for end in ends if end <= date.span.start]
    return len(listed) > 1 and bool(before) and not any(before[-1] < day < date.span.start for day in days)


def moves_on(scene: Scene, sentence: Sentence, date: DateMention, following: DateMention) -> bool:
    """Whether words of a move between two dates lead to the second: `due May 5, is pushed to June 2`."""
    cues = release_cues(scene, sentence)
    moved = any(c.kind == "move" and date.span.end <= c.span.start < following.span.start for c in cues)
    return moved and _is_target(scene.plain, following, cues)


def _has_begun(scene: Scene, date: DateMention) -> bool:
    """Whether a date that counts from today has begun: `this month`, `last week`."""
    published, days = days_of(scene.document.published or ""), days_of(date.edtf)
    return published is None or days is None or days.first <= published.first


def opens_line(scene: Scene, date: DateMention) -> bool:
    """Whether a line of a calendar begins with the date, a dash behind it: what follows is what it is of."""
    text = scene.document.text
    before, behind = text[: date.span.start].rstrip(" •*-–—\t"), text[date.span.end : date.span.end + _LIST_GAP]
    return (not before or before.endswith("\n")) and _DATE_FIRST.match(behind) is not None


def before_title(scene: Scene, date: DateMention) -> ProductionMention | None:
    """Return the title that stands behind the date, as in a calendar: `March 12 — Lantern`."""
    text = scene.document.text
    if not opens_line(scene, date):
        return None
    for mention in scene.productions_in(Span(date.span.end, date.span.end + _LIST_GAP)):
        if mention.production is not None and _DATE_FIRST.fullmatch(text[date.span.end : mention.span.start]):
            return mention
    return None


def _beside_title(scene: Scene, date: DateMention, between: re.Pattern[str] = _TITLE_BEFORE) -> Span | None:
    """Return the date with the title that it stands behind, as in `"M:I 8," Nov. 4`; a bare year tells which film."""
    if len(date.edtf) == 4:
        return None
    text = scene.plain
    for mention in scene.productions_in(Span(max(0, date.span.start - 120), date.span.start)):
        if between.match(text[mention.span.end : date.span.start]):
            return Span(mention.span.start, date.span.end)
    return None
