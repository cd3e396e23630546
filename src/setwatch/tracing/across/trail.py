"""The trail of one piece of footage: its appearances in order, its witnesses, and alarms where it came back as new."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from textwrap import shorten

from setwatch.model import (
    Alarm,
    Appearance,
    Copy,
    Document,
    Evidence,
    Footage,
    FootageMention,
    Interval,
    Reading,
    Role,
    Step,
    interval_of,
)
from setwatch.tracing.across.actors import Actors
from setwatch.tracing.across.figures import FOOTAGE
from setwatch.tracing.across.firsts import firsts_of, is_press, judged, tellers, with_clocks
from setwatch.tracing.across.paper import platform_of, post_time, published_at

Told = tuple[Reading, FootageMention]
SUMMARY = 160
"""Characters of a summary at most: two lines of a terminal."""
_NEVER = datetime.max.replace(tzinfo=UTC)
_ORDER = {Role.ORIGIN: 0, Role.PICKUP: 1, Role.REPOST: 2}


def footage_of(told: Sequence[Told], actors: Actors, copies: Sequence[Copy]) -> Footage:
    """Return one piece of footage from all mentions of it; `told` is never empty."""
    ordered = sorted(told, key=lambda t: (published_at(t[0].document), t[0].document.document_id, t[1].evidence.start))
    dated = with_clocks(_appearances(ordered, actors), actors)
    appearances = _in_order(judged(_named(dated, actors), actors), copies)
    firsts, decided_by = firsts_of(appearances, copies, actors)
    documents = tuple(dict.fromkeys(reading.document.document_id for reading, _ in ordered))
    parts = sorted(f"{r.document.version} {m.evidence.start} {m.kind}" for r, m in ordered)
    productions = Counter(m.production for _, m in ordered if m.production)
    kinds = Counter(m.kind for _, m in ordered)
    return Footage(
        footage_id=f"footage-{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:12]}",
        kind=min(kinds, key=lambda k: (-kinds[k], k.value)),
        production=min(productions, key=lambda p: -productions[p], default=None),  # of equals the one told first
        summary=summary_of(ordered[0][1].evidence),
        appearances=appearances,
        documents=documents,
        alarms=_alarms(ordered, appearances),
        witnesses=_witnesses(appearances, documents, copies, actors),
        firsts=firsts,
        decided_by=decided_by,
    )


def summary_of(evidence: Evidence) -> str:
    """Return the words that tell of a piece on one line, cut between words where they are many."""
    return shorten(evidence.exact, SUMMARY, placeholder=" …")


def _appearances(told: Sequence[Told], actors: Actors) -> list[Appearance]:
    found = []
    for reading, mention in told:
        document = reading.document
        for step in mention.trail:
            actor = actors.of(step.actor) if step.actor else None
            found.append(
                Appearance(
                    actor=actors.name(actor) if actor else None,
                    handle=actors.handle(actor) if actor else None,
                    platform=step.platform,
                    role=step.role,
                    time=_time(step, document, mention.dated),
                    document_id=document.document_id,
                    version=document.version,
                    evidence=step.evidence,
                )
            )
    return found


def _time(step: Step, document: Document, dated: str | None) -> Interval:
    """Return when a step happened: by its post's clock, by the date printed for it, or before its document.

    An origin happened before the end of the day or month in which the footage is said to have been `dated`.
    """
    if step.post is not None and step.post < len(document.posts):
        post = document.posts[step.post]
        if post.clock is not None and post.clock.not_before:
            return post.clock
        if post.printed and (printed := interval_of(post.printed)).not_before:
            return printed
    ends = [_told_by(document), interval_of(dated).not_after if dated and step.role is Role.ORIGIN else None]
    return Interval(None, min((end for end in ends if end), default=None))


def _told_by(document: Document) -> datetime | None:
    """Return the end of a document's date; where it has none, the time of the newest post that it shows."""
    if document.published:
        return interval_of(document.published).not_after
    return max((time for post in document.posts if (time := post_time(post))), default=None)


def _named(found: Sequence[Appearance], actors: Actors) -> list[Appearance]:
    """Name origins that their document leaves unnamed, where the others agree on one who used that platform."""
    named: dict[str, list[Appearance]] = {}
    for appearance in found:
        if appearance.actor and appearance.role is Role.ORIGIN:
            named.setdefault(actors.of(appearance.actor), []).append(appearance)
    result = []
    for appearance in found:
        if appearance.actor is None and appearance.role is Role.ORIGIN:
            fit = {a: those for a, those in named.items() if any(_one_platform(appearance, t) for t in those)}
            most = sorted(fit.items(), key=lambda item: (-len(item[1]), item[0]))
            if most and (len(most) == 1 or len(most[0][1]) > len(most[1][1])):
                by = most[0][1][0]
                appearance = replace(  # noqa: PLW2901
                    appearance, actor=by.actor, handle=by.handle, named_by=by.document_id
                )
        result.append(appearance)
    return result


def _one_platform(a: Appearance, b: Appearance) -> bool:
    return not a.platform or not b.platform or platform_of(a.platform) == platform_of(b.platform)


def _in_order(found: Sequence[Appearance], copies: Sequence[Copy]) -> tuple[Appearance, ...]:
    """Order by time. An origin is not after the first pickup, whoever tells of it and however late."""
    times = [_at(appearance) for appearance in found]
    first = min(times, default=_NEVER)
    support = {
        actor: tellers([a.document_id for a in found if a.actor == actor and a.role is Role.ORIGIN], copies)
        for actor in {a.actor for a in found}
    }
    timed = [
        replace(a, time=Interval(None, first))
        if a.role is Role.ORIGIN and a.time.not_before is None and first is not _NEVER and first < _at(a)
        else a
        for a in found
    ]
    unique = dict.fromkeys(timed)
    return tuple(
        sorted(
            unique,
            key=lambda a: (
                _at(a),
                _ORDER[a.role],
                a.refuted_by is not None,
                is_press(a.actor),
                -support[a.actor] if a.actor else 0,
                a.document_id,
                a.version,
                a.evidence.start,
            ),
        )
    )


def _at(appearance: Appearance) -> datetime:
    return appearance.time.not_before or appearance.time.not_after or _NEVER


def _witnesses(
    appearances: Sequence[Appearance], documents: Sequence[str], copies: Sequence[Copy], actors: Actors
) -> int:
    """Count independent roots: the origins that the documents rest on, copies left out."""
    folded = {copy.copy for copy in copies if copy.original in documents}
    told = [a for a in appearances if a.document_id not in folded and a.role is Role.ORIGIN]
    return max(1, len({actors.of(a.actor) for a in told if a.actor}))


def _alarms(told: Sequence[Told], appearances: Sequence[Appearance]) -> tuple[Alarm, ...]:
    """Return an alarm for each document that calls new what others had more than `old_days` before it."""
    found = []
    for reading, mention in told:
        document, words = reading.document, mention.presented_as_new
        said = interval_of(document.published).not_before if document.published else _told_by(document)
        others = [a for a in appearances if a.document_id != document.document_id and _at(a) is not _NEVER]
        if words is None or mention.presented_as_old or said is None or not others:
            continue
        first = min(others, key=_at)
        if said - _at(first) > timedelta(days=FOOTAGE["old_days"]):
            found.append(Alarm(document.document_id, document.version, words, first.time))
    return tuple(sorted(set(found), key=lambda a: (a.document_id, a.version, a.evidence.start)))
