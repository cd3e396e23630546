"""All findings of a document settled against each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from setwatch.claims.people.finding import Finding
from setwatch.claims.people.words import MERE, SIGNS
from setwatch.model import Property, fold

_CREW = frozenset((Property.DIRECTOR, Property.WRITER, Property.PRODUCER, Property.COMPOSER, Property.CINEMATOGRAPHER))
_CHAIRS = frozenset((Property.DIRECTOR, Property.COMPOSER, Property.CINEMATOGRAPHER, Property.CAST_MEMBER))
"""Jobs in which one is replaced by another; writers come and go beside each other."""
_CAST = Property.CAST_MEMBER
_BY_SIGNS = MERE | {"owner", "by"}
_DIRECTING = re.compile(r"\b(?:direct(?:or|ing|ed|s)?|helm\w*|filmmaker|regi[eas]\w*)\b", re.IGNORECASE)
_ACTING = re.compile(
    r"\b(?:roles?|parts?|cast\w*|stars?|starring|act(?:or|ress)\w*|plays?|\w*rolle|papel|ruolo|rôle)\b", re.IGNORECASE
)
_AFTER = re.compile(r"\b(?:after|since|when|before|following|nachdem|après|tras|dopo)\s(?:\w+\s)?$", re.IGNORECASE)
_NOUN = re.compile(r"['’]s? (?:exit|departure)\b|\b(?:exit|departure) of\b|\b(?:Ausstieg|Abgang)", re.IGNORECASE)

Jobs = dict[str, set[Property]]


def settled(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings that hold beside each other, each with a job.

    Characters are no persons. Weak signs do not make a cast member of the crew, nor a director of the cast. Who left is
    denied in the job that the document knows him or her by, and not affirmed beside it; who replaces another has the
    job of the other.
    """
    people = _without_characters(found)
    jobs = _jobs(f for f in people if f.kind not in SIGNS)
    hints = _jobs(people)
    kept = [finding for finding in people if finding.job and _likely(finding, jobs, hints)]
    for finding in people:
        if finding.job is None and finding.replaced is not None:
            told = list(_with_job(finding, jobs, hints))
            kept += told
            both = {other.job for other in told if other.job}
            jobs[finding.person] |= both
            jobs[finding.replaced] |= both
    for finding in people:
        if finding.kind == "owner":
            kept.append(replace(finding, job=_owner(finding, jobs, hints)))
        elif finding.kind == "by":
            kept += [replace(finding, job=job) for job in _made_by(finding, hints)]
        elif finding.job is None and finding.replaced is None:
            kept += _with_job(finding, jobs, hints)
    denied = {(f.person, f.job) for f in kept if f.denied and f.job is not _CAST}
    kept = [f for f in kept if f.denied or f.kind not in SIGNS or (f.person, f.job) not in denied]
    return list(_without_leavers(kept))


def _without_characters(found: Iterable[Finding]) -> list[Finding]:
    findings = list(found)
    parts = {fold(f.part) for f in findings if f.part and f.kind not in SIGNS}
    last_words = {" ".join(words[at:]) for part in parts for words in [part.split()] for at in range(len(words))}
    return [f for f in findings if fold(f.person) not in last_words]


def _jobs(findings: Iterable[Finding]) -> Jobs:
    """Return the jobs that findings give each person."""
    jobs: Jobs = defaultdict(set)
    for finding in findings:
        if finding.job:
            jobs[finding.person].add(finding.job)
    return jobs


def _likely(finding: Finding, jobs: Jobs, hints: Jobs) -> bool:
    if finding.kind not in SIGNS:
        return True
    known = jobs.get(finding.person, set())
    if finding.job is _CAST:
        return _CAST in known or not known & _CREW
    return finding.job in known or _CAST not in hints.get(finding.person, set())


def _owner(finding: Finding, jobs: Jobs, hints: Jobs) -> Property:
    """Return the job of whom a film is named after: the known one, else what the document has nobody else for."""
    for known in (jobs.get(finding.person, set()), hints.get(finding.person, set())):
        if known & {Property.DIRECTOR, _CAST}:
            return Property.DIRECTOR if Property.DIRECTOR in known else _CAST
    others = set().union(*(known for person, known in hints.items() if person != finding.person))
    return Property.DIRECTOR if _CAST in others and Property.DIRECTOR not in others else _CAST


def _made_by(finding: Finding, hints: Jobs) -> tuple[Property, ...]:
    """Return what `the film of X` makes of X: who stars in it, else its director unless the document has another."""
    known = hints.get(finding.person, set())
    if known & {Property.DIRECTOR, _CAST}:
        return (Property.DIRECTOR,) if Property.DIRECTOR in known else (_CAST,)
    directed = any(Property.DIRECTOR in jobs for person, jobs in hints.items() if person != finding.person)
    return () if directed else (Property.DIRECTOR,)


def _with_job(finding: Finding, jobs: Jobs, hints: Jobs) -> Iterator[Finding]:
    """Yield a finding without a job in each job that it may be about, for whom is replaced too."""
    known = jobs.get(finding.person, set()) or hints.get(finding.person, set())
    supposed = _supposed(finding)
    if finding.replaced is None:
        for job in sorted(known) or [supposed]:
            yield replace(finding, job=job)
        return
    theirs = jobs.get(finding.replaced, set()) & _CHAIRS
    for job in sorted(theirs & known or theirs or known & _CHAIRS or {supposed}):
        yield replace(finding, job=job, replaced=None)
        yield replace(finding, job=job, kind="left", person=finding.replaced, replaced=None, part=None)


def _supposed(finding: Finding) -> Property:
    """Return the job of somebody who comes or goes and of whom no more is said.

    A film is told to have lost a director (`after X left`, `X replaces Y`); an actor leaves it (`X exits the film`).
    """
    words = finding.sentence.text
    before = words[: finding.span.start - finding.sentence.span.start]
    if _ACTING.search(words):
        return _CAST
    by_the_way = finding.replaced is not None or _AFTER.search(before) or _NOUN.search(words)
    return Property.DIRECTOR if by_the_way or _DIRECTING.search(finding.before + words) else _CAST


def _without_leavers(findings: list[Finding]) -> Iterator[Finding]:
    """Drop what is said plainly of who left; a rumour and its denial, by the person too, stand side by side."""
    gone = {(f.person, f.job, f.production) for f in findings if f.kind == "left"}
    for finding in findings:
        unsure = finding.denied or finding.kind in ("possible", "probable")
        if unsure or (finding.person, finding.job, finding.production) not in gone:
            yield finding


def passing(findings: Sequence[Finding]) -> list[int]:
    """Return how much by the way each finding tells its fact: 0 for those that tell it best of all, then 1 to 3.

    The part played tells it best, then the job, then mere signs.
    """
    best: dict[tuple[str, Property | None, str, bool], int] = {}
    for finding in findings:
        fact = finding.person, finding.job, finding.production, finding.denied
        best[fact] = min(best.get(fact, 9), _weakness(finding))
    return [_weakness(f) - best[f.person, f.job, f.production, f.denied] for f in findings]


def _weakness(finding: Finding) -> int:
    return (finding.kind in _BY_SIGNS) + 2 * (finding.part is None)
