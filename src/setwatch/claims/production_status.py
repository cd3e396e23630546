"""Where a production stands: announced, filming, paused, wrapped, delayed, released and so on, with dates.

Read: words that say a status by themselves (`has wrapped`, `in post`), words of beginning, stopping, resuming and
ending beside words of the shoot, moves of a release date to a later one, releases that have been, and, where nothing
else tells of the shoot, pictures from its set. Left alone: what is said of other titles and of the story.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from setwatch.claims import filming_location
from setwatch.claims.cues import Cue, longest
from setwatch.claims.happenings import Happening, settle
from setwatch.claims.near import distance, same_clause
from setwatch.claims.release_date import Release, later, releases
from setwatch.claims.release_when import Stand
from setwatch.claims.scene import Scene
from setwatch.claims.surely import refuted, sureness
from setwatch.claims.telling import Telling
from setwatch.claims.until import is_end
from setwatch.claims.voice import attribution
from setwatch.model import (
    Claim,
    DateMention,
    Days,
    MentionKind,
    Modality,
    Polarity,
    Property,
    Sentence,
    Span,
    Status,
    When,
    days_of,
)

_OF_SHOOT = {
    "begin": Status.FILMING,
    "to_begin": Status.FILMING,
    "pause": Status.PAUSED,
    "shut": Status.PAUSED,
    "resume": Status.RESUMED,
    "end": Status.WRAPPED,
}
_AROUND_THE_SHOOT = frozenset({"post_production", "pre_production"})
_STANDS = frozenset({Status.PAUSED, Status.RESUMED})
_IN_PASSING = {"on_set": 1, "sign": 2}
"""Words that tell of a shoot by the way, and mere signs of one."""
_ELSEWHERE = 3
"""How weakly the end of a shoot at a place tells that it goes on at another; see `Happening`."""
_HISTORY = timedelta(days=5 * 365)
"""A status that is dated so long before the document is another film's."""
_BESIDE_TITLES = {"put_off": Status.DELAYED, "in_can": Status.WRAPPED, "ordered": Status.ANNOUNCED}
_DATE_WORDS = re.compile(
    r"(?i)\b(?:release|date|debut|premiere|opening|back|later|again|calendar|months|weeks|year|once more)\b"
)
_ANOTHER = re.compile(
    r"(?i)\b(?:another|a different|a second|some other|ein\w{0,2} andere\w*|une? autre|otr[ao]|un altr[ao'’])\s?"
    r"(?:[\w'’.-]+\s){0,3}?"
    r"(?:series|film|movie|production|show|project|drama|serie|produktion|série|película)"
    r"\b[^.;,]{0,40}$"
)
_GOES_ON = re.compile(
    r"(?i)\b(?:next|mov(?:e|es|ed|ing)|heads?|heading|then|before|continu\w*|now|portion|leg|part|block|location|elsewhere|onto|"
    r"for|scenes|unit|week|days?)\b"
)
"""Words by which a shoot that has ended at a place goes on."""
_AFTERWARDS = 60
"""Characters behind a sentence in which they may stand."""
_LONGEST_TITLE, _MARK = 80, 2
"""Characters of a title, and of the mark and blank behind it."""
_LONGEST_NAME = 40
"""Characters before a word in which a name that it is part of begins."""
_IT = re.compile(
    r"(?i)\b(?:it(?:['’]s)?|both)(?: (?:was|is|has|had|now|then|been|being|since|once|again|later|also)){0,3} $"
)
_THING = re.compile(r"(?i)\s(?:off\s)?(?:the|an?|its|their|parts? of|all|two|three|several)\s(?:[\w'’-]+\s){0,3}")
_ASIDE = re.compile(r"[”\"’']?, [^,;.]{1,80}, ")
"""What may stand between a title and its verb: `X, directed by Y, moves`."""
_CLAUSE = re.compile(r"[^,;.]{0,40}, (?:whose|which|who|with|directed|starring)\b[^,;.]{1,90}, ")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]*[”\"’']?\s$")
_WHEN = re.compile(r",? (?:when|as|als|lorsque|quand|cuando|quando|toen|när|da|когда)\b")
_YET = re.compile(r"(?i)\b(?:be|werden|être|ser|essere|worden)\s$")
_PLANNED_REACH = 25.0
"""How far before a start its `will` or `about to` may stand."""
_HELPERS = frozenset({"told", "shoot", "past_release", "planned", "earlier", "idle"})
_SHOOT_REACH = 70.0
"""How far the work may stand from what happens to it, in the measure of `near`; set by hand."""
_DATE_REACH = 60.0
"""How far the date of a status may stand from it."""
_PLACE_REACH = 90.0
"""How far the place may stand where a shoot has ended there only."""
_SUBJECT_REACH = 45
"""How many characters before its verb a subject may stand to be shown with it."""
_TITLE_REACH = 60.0
"""How far a title may stand from what happens to it where only the title says that a production is meant."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield where the watched productions stand, in the words that tell it best."""
    return (telling.claim for telling in tellings(scene) if not telling.passing)


def tellings(scene: Scene) -> Iterator[Telling]:
    """Yield where the watched productions stand with all the places that tell it."""
    told = [happening for sentence in scene.analysis.sentences for happening in _in_sentence(scene, sentence)]
    told += _by_dates(scene)
    told += _where(scene, told)
    told.sort(key=lambda happening: scene.is_headline(happening.words.start))
    for happening, passing in settle(told):
        claim = _claim(scene, happening)
        if claim.polarity is Polarity.AFFIRMED or refuted(scene, happening.sentence, happening.words):
            yield Telling(claim, passing)


def _where(scene: Scene, told: Sequence[Happening]) -> Iterator[Happening]:
    """Yield `filming`, told in passing, where the places of a shoot are all that a text tells of it."""
    if any(happening.status in _OF_SHOOT.values() for happening in told):
        return
    for claim in filming_location.places(scene):
        sentence, production = scene.sentence_at(claim.evidence.start), scene.named(claim.production)
        firm = claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.CERTAIN
        if firm and claim.when is When.CURRENT and sentence and production:
            words = Span(claim.evidence.start, claim.evidence.end)
            yield Happening(Status.FILMING, production, sentence, words, None, 1)


def _in_sentence(scene: Scene, sentence: Sentence) -> Iterator[Happening]:
    found = scene.cues("production_status", sentence)
    cues = [cue for cue in found if not _in_a_name(scene, cue.span)] if found else []
    if not cues:
        return
    cues = [cue for cue in cues if cue.kind != "shoot" or not _is_after_the_shoot(cues, cue)]
    shoots = [cue.span for cue in cues if cue.kind == "shoot"]
    statuses = list(_statuses(scene, sentence, longest(cues), shoots))
    stands = any(status in _STANDS and not weak for status, _, weak in statuses)
    for index, (status, cue, by_the_way) in enumerate(statuses):
        if stands and status is Status.FILMING and by_the_way:
            continue
        others = [o.span for place, (_, o, sign) in enumerate(statuses) if place != index and (by_the_way or not sign)]
        date = _date_of(scene, sentence, cue.span, others)
        weak = 1 if stands and cue.kind == "begin" and date is None else by_the_way
        if (
            _takes_another(scene, cue)
            or _is_history(scene, date)
            or _is_of_then(scene, sentence, cue.span)
            or _is_of_another(scene, sentence, cue)
        ):
            continue
        told = _begins(scene, cue, cues, date) if cue.kind in {"begin", "to_begin"} else status
        for production in scene.productions_at(sentence, cue.span.start):
            words = _with_subject(scene, sentence, cue.span, shoots)
            # By the way in a post tells less than by the way in the text.
            yield Happening(told, production, sentence, words, date, weak + (weak > 0 and sentence.post is not None))


def _is_after_the_shoot(cues: Sequence[Cue], shoot: Cue) -> bool:
    """Whether a word for the work is a piece of one for the work before or after the shoot: `post-production`."""
    return any(
        cue.kind in _AROUND_THE_SHOOT and cue.span.start < shoot.span.start and shoot.span.end <= cue.span.end
        for cue in cues
    )


def _is_history(scene: Scene, date: str | None) -> bool:
    """Whether a date lies so long before the document that what it dates is another production's."""
    days, published = days_of(date or ""), days_of(scene.document.published or _latest(scene))
    return days is not None and published is not None and published.first - days.last > _HISTORY


def _takes_another(scene: Scene, cue: Cue) -> bool:
    """Whether another name stands right before words that take it off a calendar: `took Rosa off the calendar`."""
    if not cue.words.startswith(("off ", "from ")):
        return False
    name = _NAME_BEFORE.search(scene.document.text[max(0, cue.span.start - _LONGEST_NAME) : cue.span.start])
    if name is None:
        return False
    titles = scene.productions_in(Span(max(0, cue.span.start - _LONGEST_TITLE), cue.span.start))
    return not any(title.span.end >= cue.span.start - _MARK for title in titles)


def _latest(scene: Scene) -> str:
    """Return the latest date that a text names, which stands for its own where it has none."""
    dates = [date.edtf for date in scene.analysis.dates if date.edtf[:4].isdecimal()]
    return max(dates, default="")


def _is_of_then(scene: Scene, sentence: Sentence, words: Span) -> bool:
    """Whether the words are told of a date long past: `in 1984, when it was being shot`."""
    text = scene.document.text
    return any(
        date.span.end <= words.start and _WHEN.match(text, date.span.end) and _is_history(scene, date.edtf)
        for date in scene.dates_in(sentence.span)
    )


def _is_of_another(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether the words are told of a work without a name: `another series is being shot there`."""
    before = _ANOTHER.search(scene.plain[sentence.span.start : cue.span.start])
    if before is None:
        return False
    between = Span(sentence.span.start + before.start(), cue.span.start)
    return not any(True for _ in scene.productions_in(between))


def _in_a_name(scene: Scene, span: Span) -> bool:
    """Whether words are part of a name: `Production Weekly` is no production."""
    for name in scene.names_in(Span(span.start - _LONGEST_NAME, span.end)):
        if name.kind is MentionKind.ORGANISATION and span.start < name.span.end:
            return True
    return False


def _with_subject(scene: Scene, sentence: Sentence, words: Span, shoots: Sequence[Span]) -> Span:
    """Return the words with what they are said of, a shoot or title, where it stands before them in the clause."""
    subjects = [*shoots, *(m.span for m in scene.productions_in(sentence.span))]
    near = [
        span.start
        for span in subjects
        if span.end <= words.start
        and words.start - span.end <= _SUBJECT_REACH
        and same_clause(scene.plain, span, words)
    ]
    return Span(max(near), words.end) if near else words


def _statuses(
    scene: Scene, sentence: Sentence, cues: Sequence[Cue], shoots: Sequence[Span]
) -> Iterator[tuple[Status, Cue, int]]:
    """Yield each status that the cues tell, its cue, and whether it is told in passing only."""
    text = scene.plain
    told = False
    earlier = any(cue.kind == "earlier" for cue in cues)
    for cue in cues:
        if cue.kind in _OF_SHOOT:
            if cue.kind == "shut" and _is_of_something_else(scene, sentence, cue.span, shoots):
                continue
            if told or any(_is_of_work(text, span, cue.span) for span in shoots):
                told = True
                yield _at_a_place(scene, sentence, _OF_SHOOT[cue.kind], cue)
        elif cue.kind == "stopped":
            told = True
            yield Status.PAUSED, cue, 0
        elif cue.kind == "delays":
            yield Status.DELAYED, cue, 0 if _title_near(scene, sentence, cue.span) else 2
        elif cue.kind in _BESIDE_TITLES:
            if cue.kind == "put_off" and (earlier or not _of_a_date(scene, sentence)):
                continue
            it = cue.kind == "put_off" and _IT.search(text[sentence.span.start : cue.span.start])
            if it or _title_near(scene, sentence, cue.span):
                yield _BESIDE_TITLES[cue.kind], cue, 0
        elif cue.kind in _IN_PASSING:
            yield Status.FILMING, cue, _IN_PASSING[cue.kind]
        elif cue.kind == "cancelled":
            if _title_near(scene, sentence, cue.span) and not shoots:
                yield Status.CANCELLED, cue, 0
        elif cue.kind not in _HELPERS:
            told = told or cue.kind not in _AROUND_THE_SHOOT
            yield _at_a_place(scene, sentence, Status(cue.kind), cue)


def _is_of_work(text: str, work: Span, words: Span) -> bool:
    """Whether words are said of the work: near it, or behind a clause between commas: `work on it, which X, began`."""
    return distance(text, work, words) <= _SHOOT_REACH or bool(_CLAUSE.fullmatch(text, work.end, words.start))


def _is_of_something_else(scene: Scene, sentence: Sentence, words: Span, shoots: Sequence[Span]) -> bool:
    """Whether what is closed is not the work: `closed the pier`, `Mill Street will be shut`, not `closed the set`."""
    text = scene.plain
    before = Span(sentence.span.start, words.start)
    places = [m.span for m in scene.names_in(before, MentionKind.PLACE) if same_clause(text, m.span, words)]
    if places and not any(places[-1].end <= span.start < words.start for span in shoots):
        return True
    thing = _THING.match(text, words.end)
    return thing is not None and not any(words.end <= span.start <= thing.end() for span in shoots)


def _begins(scene: Scene, cue: Cue, cues: Sequence[Cue], date: str | None) -> Status:
    """A start that is yet to come, without a date, is told of the time before the shoot."""
    text = scene.plain
    planned = cue.kind == "to_begin" or any(
        c.kind == "planned" and c.span.end <= cue.span.start and distance(text, c.span, cue.span) <= _PLANNED_REACH
        for c in cues
    )
    return Status.PRE_PRODUCTION if planned and date is None else Status.FILMING


def _at_a_place(scene: Scene, sentence: Sentence, status: Status, cue: Cue) -> tuple[Status, Cue, int]:
    """A shoot that has ended at a place goes on at another, which is told in passing.

    It has ended where the place comes behind (`has wrapped filming in Oslo`) and nothing tells that it goes on.
    """
    text = scene.plain
    places = scene.names_in(sentence.span, MentionKind.PLACE) if status is Status.WRAPPED else ()
    goes_on = _GOES_ON.search(text, cue.span.end, sentence.span.end + _AFTERWARDS) is not None
    near = [place.span for place in places if distance(text, cue.span, place.span) <= _PLACE_REACH]
    if any(goes_on or place.start < cue.span.start for place in near):
        return Status.FILMING, cue, _ELSEWHERE
    return status, cue, 0


def _of_a_date(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence that tells of a move has a date of release, or a word for one."""
    if _DATE_WORDS.search(sentence.text):
        return True
    return any(release.sentence == sentence for release in releases(scene))


def _title_near(scene: Scene, sentence: Sentence, words: Span) -> bool:
    text = scene.plain
    return any(
        distance(text, m.span, words) <= _TITLE_REACH or _ASIDE.fullmatch(text, m.span.end, words.start)
        for m in scene.productions_in(sentence.span)
    )


def _date_of(scene: Scene, sentence: Sentence, words: Span, others: Sequence[Span]) -> str | None:
    """Return the date nearest to `words`, unless it stands nearer to another happening or is none of the status.

    Dates of release, of the page, and those up to which something lasts are none.
    """
    text = scene.plain
    best: tuple[float, DateMention] | None = None
    dates = scene.dates_in(sentence.span)
    of_release = {release.date.span for release in releases(scene)} if dates else set()
    for date in dates:
        if date.span in of_release or scene.is_furniture(date.span) or is_end(scene.document.text, date.span.start):
            continue
        far = distance(text, words, date.span)
        if far <= _DATE_REACH and all(far <= distance(text, other, date.span) for other in others):
            best = (far, date) if best is None or far < best[0] else best
    return best[1].edtf if best else None


def _by_dates(scene: Scene) -> Iterator[Happening]:
    """Yield `delayed` where a text leaves one release date for a later one, `released` for one that has been."""
    found = releases(scene)
    published = days_of(scene.document.published or "")
    for release in found:
        if release.stand is Stand.FORMER:
            continue
        words, production = release.words, release.production
        former = [r for r in found if r.stand is Stand.FORMER and r.production == production]
        former.sort(key=lambda r: r.sentence != release.sentence)
        left = next((r for r in former if later(r.date.edtf, release.date.edtf)), None)
        if left is not None:
            # The words for the date that was left tell of the delay; the new date alone does not.
            yield Happening(Status.DELAYED, production, left.sentence, left.words, None, 1)
        if release.move is None and _has_been(scene, release, published):
            yield Happening(Status.RELEASED, production, release.sentence, words, release.date.edtf, 0)


def _has_been(scene: Scene, release: Release, published: Days | None) -> bool:
    """Whether a release lies before the document, in words of the past."""
    days = days_of(release.date.edtf)
    if days is None or (published is not None and days.last >= published.first):
        return False
    text = scene.document.text
    cues = scene.cues("production_status", release.sentence, release.words)
    return any(cue.kind == "past_release" and not _YET.search(text[: cue.span.start][-12:]) for cue in cues)


def _claim(scene: Scene, happening: Happening) -> Claim:
    sentence, words = happening.sentence, happening.words
    modality, polarity = sureness(scene, sentence, words)
    return Claim(
        production=happening.production.name,
        property=Property.PRODUCTION_STATUS,
        value=happening.status,
        modality=modality,
        polarity=polarity,
        attribution=attribution(scene, sentence, words),
        evidence=scene.evidence(words.start, words.end),
        date=happening.date,
    )
