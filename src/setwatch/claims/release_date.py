"""Release dates: when a production reaches people.

Read: dates beside words of release, premiere or delay, dates that follow such a date in the same sentence (`from X to
Y`, `X in the UK, Y in the US`), dates in brackets behind a title. Left alone: birthdays, shoots, posts, box office,
publication dates, dates of other titles.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from setwatch.claims.release_how import channels_of, region_of, season_of
from setwatch.claims.release_news import tells_moves
from setwatch.claims.release_plain import is_of_another, plain, told_of
from setwatch.claims.release_reason import before_title, goes_on, is_linked, moves_on, opens_line, reason, release_cues
from setwatch.claims.release_undated import is_undated, undated
from setwatch.claims.release_when import Stand, gives_way, is_back, is_changed, is_new, stand_of
from setwatch.claims.release_years import to_come, with_years, year_after
from setwatch.claims.scene import Scene
from setwatch.claims.surely import sureness
from setwatch.claims.voice import attribution
from setwatch.model import (
    Claim,
    DateMention,
    Modality,
    Move,
    Polarity,
    Production,
    Property,
    Sentence,
    Span,
    When,
    days_of,
)

_DAY, _YEAR = len("2021-11-19"), len("2021")
_YEARS, _DAYS = 3, 540
"""A bare year so many years ago, and a date so many days before one still to come, are another film's."""
_NOT = re.compile(r"\b(?:not|nicht|non|no|pas|niet|inte|ikke|не|nem|não|nie)\s(?:in |on |am |le |il |el )?$", re.I)
_RESPECTIVELY = re.compile(
    r"\b(?:respectively|beziehungsweise|jeweils|respectivement|respectivamente|rispettivamente|respectievelijk)\b", re.I
)
_UNKNOWN = "XXXX"


class Release(Struct, frozen=True, gc=False):
    """A release date as a sentence tells it; `words` covers the date and the word that makes it one."""

    production: Production
    date: DateMention
    sentence: Sentence
    words: Span
    stand: Stand
    move: Move | None = None
    new: bool = False
    """Whether the words before it call it the date that stands now."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the release dates of the watched productions."""
    found = releases(scene)
    for release, before in zip(found, (None, *found), strict=False):
        yield from _claims(scene, release, before)
    yield from undated(scene, {r.production.name: r.date.span.start for r in found if r.stand is Stand.CURRENT})


@lru_cache(maxsize=4)
def releases(scene: Scene) -> tuple[Release, ...]:
    """Return the release dates of the watched productions in the order of the text, kept for a few scenes."""
    found: list[Release] = []
    row: tuple[Release, ...] = ()
    for sentence in scene.analysis.sentences:
        if not scene.dates_in(sentence.span):
            row = ()
            continue
        row = _respectively(scene, tuple(_in_sentence(scene, sentence, bool(row))))
        found += row
    dated = with_base(scene, [release for release in found if not _long_past(scene, release, found)])
    return settle(scene, dated)


def with_base(scene: Scene, found: Sequence[Release]) -> tuple[Release, ...]:
    """Return the releases with years for dates that have none, from the dates of posts and of other releases.

    A date that stands comes after all these: `in theaters this Christmas` beside a post of February 2021.
    """
    posted = [post.printed for post in scene.document.posts if post.printed]
    known = [d for text in posted if (d := days_of(text))]
    settled = []
    for release in found:
        date = release.date
        if date.edtf.startswith(_UNKNOWN) and release.stand is Stand.CURRENT:
            others = [d for r in found if r.production == release.production and (d := days_of(r.date.edtf))]
            base = max([d.first for d in (*known, *others)], default=None)
            date = replace(date, edtf=year_after(date.edtf, base)) if base else date
        elif release.stand is Stand.CURRENT:
            date = to_come(scene, date, release.sentence, release.words)
        settled.append(replace(release, date=date))
    return tuple(release for release in settled if not _is_coarse(release, settled))


def _is_coarse(release: Release, found: Sequence[Release]) -> bool:
    """Whether a month or year is a coarser wording of a day that the text gives for the same production.

    A year that stands beside such a day of another year is told of something else.
    """
    if len(release.date.edtf) >= _DAY:
        return False
    days = [r for r in found if r.production == release.production and len(r.date.edtf) == _DAY]
    if len(release.date.edtf) == _YEAR and release.stand is Stand.CURRENT:
        return any(other.stand is Stand.CURRENT for other in days)
    return any(other.date.edtf.startswith(release.date.edtf) for other in days)


def _long_past(scene: Scene, release: Release, found: Sequence[Release]) -> bool:
    """Whether a date lies years before a release that is still to come, or is a mere year long ago: another film's."""
    published, days = days_of(scene.document.published or ""), days_of(release.date.edtf)
    if published is None or days is None or days.last > published.last:
        return False
    if len(release.date.edtf) == 4 and published.first.year - days.last.year > _YEARS:
        return True
    words = scene.document.text[release.date.span.start : release.date.span.end]
    from_today = not any(c.isdigit() for c in words)
    if release.stand is Stand.FORMER or (release.stand is not Stand.CURRENT and not from_today):
        return False
    coming = [days_of(r.date.edtf) for r in found if r.production == release.production]
    if from_today and days.last <= published.last:
        # Of what is still to come, `on Saturday` or `last week` tells something else.
        return any(c is not None and c.first > published.last for c in coming)
    return any(c is not None and c.first > published.last and (c.first - days.last).days > _DAYS for c in coming)


def _in_sentence(scene: Scene, sentence: Sentence, after: bool) -> Iterator[Release]:
    """Yield the release dates of a sentence; `after`: the sentence before has some."""
    told = [d for d in scene.dates_in(sentence.span) if d.edtf != _UNKNOWN and not scene.is_furniture(d.span)]
    if not told:
        return
    cues = release_cues(scene, sentence)
    dates = with_years(scene, told, cues)
    before: Release | None = None
    other = False
    for index, date in enumerate(dates):
        why = reason(scene, sentence, date, cues, before.date if before else None)
        if why is None and after and date.edtf != scene.document.published and goes_on(sentence, cues):
            why = date.span
        start = dates[index - 1].span.end if index else sentence.span.start
        if is_of_another(scene, sentence, date, start) or (
            other and not scene.productions_in(Span(start, date.span.start))
        ):
            before, other = None, True
            continue
        other = False
        why = why or plain(scene, sentence, date, cues)
        listed = before_title(scene, date)
        if listed is None and opens_line(scene, date):
            before = None
            continue
        production = told_of(scene, sentence, date) if why else None
        production = scene.named(listed.production) if listed else production
        if why is None or production is None:
            before = None
            continue
        left = Span(start, date.span.start)
        stand = _stand(scene, sentence, left, date, before)
        words = Span(min(why.start, date.span.start), max(why.end, date.span.end))
        move = Move.TO if any(c.kind == "move" for c in cues) else None
        move = Move.BACK if is_back(scene, sentence, left) else move
        new = is_new(scene, sentence, left)
        if move is None and (new or is_changed(scene, sentence)):
            move = Move.TO
        before = Release(production, date, sentence, words, stand, move, new)
        yield before


def _stand(scene: Scene, sentence: Sentence, left: Span, date: DateMention, before: Release | None) -> Stand:
    """Return how a date stands; one that words part from a date that was left does not share its fate."""
    row = before is None or before.stand is not Stand.FORMER or is_linked(scene, sentence, before.date, date)
    return stand_of(scene, sentence, left, date, before.stand if before else None, goes_on=row)


def _respectively(scene: Scene, found: tuple[Release, ...]) -> tuple[Release, ...]:
    """Return the dates of a sentence; with `respectively` they go to the titles named last, in their order."""
    if len(found) < 2 or not _RESPECTIVELY.search(found[-1].sentence.text):
        return found
    names = dict.fromkeys(
        mention.production
        for mention in scene.productions_in(Span(0, found[-1].sentence.span.end))
        if mention.production is not None
    )
    owners = [scene.named(name) for name in list(names)[-len(found) :]]
    if len(owners) != len(found):
        return found
    return tuple(replace(r, production=owner) for r, owner in zip(found, owners, strict=True) if owner)


def settle(scene: Scene, found: Sequence[Release]) -> tuple[Release, ...]:
    """Return the same dates with those that were moved to made former where the text has one that stands.

    What may be moved has not been: such a date is none that was left.
    """
    settled = []
    moved = tells_moves(scene)
    found = [replace(r, stand=_was(scene, r, found, moved)) if r.stand is Stand.WAS else r for r in found]
    for index, release in enumerate(found):
        stand = release.stand
        if stand is Stand.CURRENT and not release.new and is_undated(scene, release.sentence, release.production):
            stand = Stand.FORMER
        if stand is Stand.CURRENT and index + 1 < len(found) and _gives_way(scene, release, found[index + 1]):
            stand = Stand.FORMER
        if stand is Stand.CURRENT and not release.new and any(_takes_over(scene, other, release) for other in found):
            stand = Stand.FORMER
        if stand is Stand.MOVED:
            others = [
                other
                for place, other in enumerate(found)
                if place != index
                and other.production == release.production
                and not _same(other.date.edtf, release.date.edtf)
                and (other.stand is Stand.CURRENT or (other.stand is Stand.MOVED and place > index))
                and _is_alike(scene, other, release)
            ]
            told = sureness(scene, release.sentence, release.date.span)[0]
            stand = Stand.FORMER if others and told is not Modality.POSSIBLE else Stand.CURRENT
        news = moved and stand is Stand.CURRENT and _is_ahead(scene, release)
        move = Move.TO if news and release.move is None else release.move
        settled.append(replace(release, stand=stand, move=move))
    return tuple(r for r in settled if not _is_anothers(r, settled))


def _was(scene: Scene, release: Release, found: Sequence[Release], moved: bool) -> Stand:
    """Return how a date stands that `was due`: left, where the text gives another or tells of moves, else it holds."""
    others = any(r.production == release.production and r.date.edtf != release.date.edtf for r in found)
    off = any(scene.cues("release_undated", sentence) for sentence in scene.analysis.sentences)
    holds = _is_ahead(scene, release) and not (others or moved or off)
    return Stand.CURRENT if holds else Stand.FORMER


def _is_ahead(scene: Scene, release: Release) -> bool:
    """Whether a date lies after the day of the text."""
    published, days = days_of(scene.document.published or ""), days_of(release.date.edtf)
    return published is not None and days is not None and days.first > published.last


def _is_anothers(release: Release, found: Sequence[Release]) -> bool:
    """Whether a date is told again that the text says was left: it is of what takes its place."""
    own = [r for r in found if r.production == release.production and r is not release]
    left = any(r.stand is Stand.FORMER and r.date.edtf == release.date.edtf for r in own)
    return (
        release.stand is Stand.CURRENT
        and left
        and any(r.stand is Stand.CURRENT and r.date.edtf != release.date.edtf and len(r.date.edtf) == _DAY for r in own)
    )


def _takes_over(scene: Scene, new: Release, old: Release) -> bool:
    """Whether the text calls one day the new one, and gives another for the same market and channel."""
    if not new.new or new.stand is not Stand.CURRENT or new.production != old.production or new is old:
        return False
    if len(new.date.edtf) < _DAY or len(old.date.edtf) < _DAY or new.date.edtf == old.date.edtf:
        return False
    if _UNKNOWN in new.date.edtf + old.date.edtf:
        return False
    return _is_alike(scene, new, old) and region_of(scene, new.sentence, new.date) == region_of(
        scene, old.sentence, old.date
    )


def _is_alike(scene: Scene, one: Release, other: Release) -> bool:
    """Whether two dates are of the same channel and season."""
    return all(
        of(scene, one.sentence, one.date, one.production) == of(scene, other.sentence, other.date, other.production)
        for of in (channels_of, season_of)
    )


def _same(one: str, other: str) -> bool:
    """Whether one date is the other, or a coarser wording of it."""
    a, b = days_of(one), days_of(other)
    if a is None or b is None:
        return one == other
    return a.covers(b) or b.covers(a)


def _gives_way(scene: Scene, release: Release, following: Release) -> bool:
    """Whether the sentence goes on to say where the date was moved: `slated for May, is rescheduled for June`."""
    if following.sentence != release.sentence or following.production != release.production:
        return False
    if following.stand is Stand.FORMER:
        return False
    if gives_way(scene, release.sentence, release.date, following.date):
        return True
    if region_of(scene, release.sentence, release.date) != region_of(scene, following.sentence, following.date):
        return False
    return moves_on(scene, release.sentence, release.date, following.date)


def later(one: str, other: str) -> bool:
    """Whether the days of `other` begin after those of `one`."""
    a, b = days_of(one), days_of(other)
    return a is not None and b is not None and b.first > a.first


def _region(scene: Scene, release: Release, before: Release | None) -> str | None:
    """Return the market of a date; one that takes the place of the date before it in the sentence has that one's."""
    own = region_of(scene, release.sentence, release.date)
    if own or before is None or before.sentence != release.sentence or before.production != release.production:
        return own
    moved = before.stand is Stand.FORMER and release.stand is Stand.CURRENT
    return region_of(scene, before.sentence, before.date) if moved else None


def _claims(scene: Scene, release: Release, before: Release | None) -> Iterator[Claim]:
    sentence, date = release.sentence, release.date
    modality, polarity = sureness(scene, sentence, date.span)
    former = release.stand is Stand.FORMER
    if _NOT.search(scene.document.text[sentence.span.start : date.span.start]):
        polarity = Polarity.AFFIRMED
    if polarity is Polarity.DENIED:
        former = True
    said = attribution(scene, sentence, date.span)
    evidence = scene.evidence(release.words.start, release.words.end)
    region = _region(scene, release, before)
    season = season_of(scene, sentence, date, release.production)
    for channel in channels_of(scene, sentence, date, release.production):
        yield Claim(
            production=release.production.name,
            property=Property.RELEASE_DATE,
            value=date.edtf,
            modality=modality,
            polarity=polarity,
            attribution=said,
            evidence=evidence,
            when=When.FORMER if former else When.CURRENT,
            region=region,
            channel=channel,
            season=season,
            move=None if former or polarity is Polarity.DENIED else release.move,
        )
