"""Who had a footage first: claims that a clock refutes, and what decides between several."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from setwatch.model import Appearance, Copy, First, Ground, Interval, Refutation, Role
from setwatch.tracing.across.actors import Actors
from setwatch.tracing.across.figures import FIRSTS
from setwatch.tracing.across.paper import platform_of
from setwatch.tracing.within.lexicon import names

_TOGETHER = timedelta(hours=FIRSTS["together_hours"])
_UPLOAD = timedelta(hours=FIRSTS["upload_hours"])
_ZONE = timedelta(hours=FIRSTS["zone_hours"])
_LONG_DAYS = 10
"""Days from which hours no longer matter."""

_INSTANT = timedelta(minutes=1)
"""An interval no longer than this is a clock's, not a printed date's."""


def with_clocks(found: Sequence[Appearance], actors: Actors) -> list[Appearance]:
    """Give steps without a time that of the actor's own post on that platform, which another document shows."""
    posted: dict[tuple[str, str], Interval] = {}
    for seen in sorted((a for a in found if a.actor and a.time.not_before), key=_from):
        who = actors.of(seen.actor or "")
        posted.setdefault((who, platform_of(seen.platform or "")), seen.time)
        posted.setdefault((who, ""), seen.time)
    result = []
    for seen in found:
        key = (actors.of(seen.actor or ""), platform_of(seen.platform or ""))
        dated = seen.time.not_before is None and seen.actor and key in posted
        result.append(replace(seen, time=posted[key]) if dated else seen)
    return result


def judged(found: Sequence[Appearance], actors: Actors) -> list[Appearance]:
    """Mark origins that an earlier post refutes; where none is left, the one that refutes them is the origin.

    Those whom one document names together as origins, and who posted near each other, do not refute each other.
    """
    joint = _joint(found, actors)
    posted = sorted((a for a in found if a.actor and a.time.not_before), key=_from)
    result = []
    for seen in found:
        rival = _rival(seen, posted, joint, actors) if seen.role is Role.ORIGIN and seen.actor else None
        result.append(replace(seen, refuted_by=_refutation(seen, rival)) if rival else seen)
    if any(a.refuted_by for a in result) and not any(a.role is Role.ORIGIN and not a.refuted_by for a in result):
        first = actors.of(posted[0].actor or "")
        mine = (actors.of(a.actor or "") == first and a.time == posted[0].time for a in result)
        result = [
            replace(a, role=Role.ORIGIN) if own and a.role is Role.PICKUP else a
            for a, own in zip(result, mine, strict=True)
        ]
    return result


def _rival(
    claim: Appearance, posted: Sequence[Appearance], joint: Mapping[str, str], actors: Actors
) -> Appearance | None:
    """Return the earliest post of another actor that is surely before a claim's."""
    mine = actors.of(claim.actor or "")
    for other in posted:
        key = actors.of(other.actor or "")
        together = _TOGETHER if joint[key] == joint[mine] else timedelta()
        if key != mine and _precedes(other.time, claim.time, together):
            return other
    return None


def firsts_of(
    found: Sequence[Appearance], copies: Sequence[Copy], actors: Actors
) -> tuple[tuple[First, ...], Ground | None]:
    """Return those who are said or shown to have had it first where they are several, and what decides."""
    joint = _joint(found, actors)
    claims: dict[str, list[Appearance]] = {}
    for seen in found:
        if seen.role is Role.ORIGIN and seen.actor:
            key = actors.of(seen.actor)
            claims.setdefault(f"refuted {key}" if seen.refuted_by else joint[key], []).append(seen)
    if len(claims) < 2:
        return (), None
    firsts = sorted(
        (_first(those, copies) for those in claims.values()),
        key=lambda f: (f.refuted_by is not None, is_press(f.actor), -f.tellers, f.time.not_before is None, f.actor),
    )
    standing = [first for first in firsts if first.refuted_by is None]
    if len(standing) < 2:
        decided = Ground.CLOCK if all(_is_clock(f.time) for f in firsts) else Ground.DATE
    elif is_press(standing[1].actor) and not is_press(standing[0].actor):
        decided = Ground.TRADE
    else:
        decided = Ground.TELLERS if standing[0].tellers > standing[1].tellers else Ground.NOTHING
    return tuple(firsts), decided


def is_press(name: str | None) -> bool:
    """Whether a name is a newspaper's or a site's: those mostly publish what others took."""
    return name is not None and names().press.fullmatch(name) is not None


def tellers(documents: Sequence[str], copies: Sequence[Copy]) -> int:
    """Return how many of some documents are no copies of others of them."""
    folded = {copy.copy for copy in copies if copy.original in documents}
    return len({document for document in documents if document not in folded})


def _first(those: Sequence[Appearance], copies: Sequence[Copy]) -> First:
    documents = tuple(dict.fromkeys(a.document_id for a in those))
    best = min(those, key=lambda a: (a.refuted_by is not None, a.time.not_before is None, _from(a)))
    return First(
        actor=best.actor or "",
        handle=best.handle,
        platform=best.platform,
        time=best.time,
        documents=documents,
        tellers=tellers(documents, copies),
        refuted_by=best.refuted_by,
    )


def _joint(found: Sequence[Appearance], actors: Actors) -> Mapping[str, str]:
    """Return for each actor the least of those whom documents name with it as origins; itself where it is alone."""
    root = {key: key for key in (actors.of(a.actor or "") for a in found)}

    def find(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    rows: dict[tuple[str, str], str] = {}
    for seen in found:
        if seen.role is Role.ORIGIN and seen.actor and not seen.named_by:
            key = actors.of(seen.actor)
            least, other = sorted((find(rows.setdefault((seen.document_id, seen.version), key)), find(key)))
            root[other] = least
    return {key: find(key) for key in root}


def _from(seen: Appearance) -> tuple[datetime, str, str, str, int]:
    at = seen.time.not_before or seen.time.not_after or datetime.max
    return (at.replace(tzinfo=None), seen.actor or "", seen.document_id, seen.version, seen.evidence.start)


def _is_clock(time: Interval) -> bool:
    return time.not_before is not None and (time.not_after is None or time.not_after - time.not_before <= _INSTANT)


def _precedes(earlier: Interval, later: Interval, margin: timedelta) -> bool:
    """Whether one time is surely before another by a margin: upload delays and time zones allowed for."""
    if earlier.not_before is None or later.not_before is None:
        return False
    end = earlier.not_after or earlier.not_before + _UPLOAD
    zones = timedelta() if _is_clock(earlier) and _is_clock(later) else _ZONE
    return end + zones + margin < later.not_before


def _refutation(claim: Appearance, earlier: Appearance) -> Refutation:
    assert claim.time.not_before is not None and earlier.time.not_before is not None
    name = f"@{earlier.handle}" if earlier.handle else earlier.actor or ""
    gap = claim.time.not_before - (earlier.time.not_after or earlier.time.not_before)
    least = "at least " if claim.time.not_after is None else ""
    if not _is_clock(earlier.time) or not _is_clock(claim.time):
        words = f"posted at least {_span(gap)} after {name}'s, by the dates"
    elif earlier.time.not_after is None:
        words = f"posted {least}{_span(gap)} after the upload of {name}'s began"
    else:
        words = f"posted {least}{_span(gap)} after {name}'s"
    return Refutation(
        words=words,
        seconds=int(gap.total_seconds()),
        actor=earlier.actor or "",
        handle=earlier.handle,
        platform=earlier.platform,
        time=earlier.time,
        document_id=earlier.document_id,
        version=earlier.version,
        evidence=earlier.evidence,
    )


def _span(gap: timedelta) -> str:
    """Return a stretch of time in its two largest units: `3 h 12 min`, `2 days 4 h`, `40 s`."""
    seconds = int(gap.total_seconds())
    days, hours, minutes = seconds // 86_400, seconds // 3600 % 24, seconds // 60 % 60
    if days >= _LONG_DAYS:
        return f"{days:,} days"
    if days:
        return f"{days} {'day' if days == 1 else 'days'}" + (f" {hours} h" if hours else "")
    if hours:
        return f"{hours} h" + (f" {minutes} min" if minutes else "")
    return f"{minutes} min" if minutes else f"{seconds} s"
