"""Readings, records, trails, stories and changes as JSON shapes; docs/commands.md describes them, and they stay."""

from collections.abc import Mapping
from datetime import datetime

from setwatch.model import (
    Change,
    Claim,
    Copy,
    Document,
    Evidence,
    Followed,
    Footage,
    FootageMention,
    Interval,
    Post,
    Production,
    Reading,
    Record,
    Refutation,
    Source,
    Statement,
    Step,
    Story,
    Value,
    claim_id,
)
from setwatch.publish.shelf import Shelf

Shape = dict[str, object]


def production_shape(production: Production) -> Shape:
    """Return a watched production."""
    return {
        "name": production.name,
        "aliases": list(production.aliases),
        "franchise": production.franchise,
        "kind": production.kind.value,
    }


def source_shape(source: Source) -> Shape:
    """Return a source that is followed."""
    return {
        "url": source.url,
        "kind": source.kind.value,
        "title": source.title,
        "asked_for": source.asked_for,
        "pages": source.pages,
    }


def followed_shape(followed: Followed) -> Shape:
    """Return a source with when it is asked; times are ISO 8601 in UTC, the interval is in seconds."""
    schedule = followed.schedule
    return source_shape(followed.source) | {
        "due": None if schedule.ended else schedule.due.isoformat(),
        "interval": schedule.interval,
        "asked": schedule.asked.isoformat() if schedule.asked else None,
        "changed": schedule.changed.isoformat() if schedule.changed else None,
        "failures": schedule.failures,
        "trouble": schedule.trouble,
    }


def document_shape(document: Document) -> Shape:
    """Return a document without its text and posts."""
    return {
        "id": document.document_id,
        "version": document.version,
        "url": document.url,
        "outlet": document.outlet,
        "byline": list(document.byline),
        "title": document.title,
        "published": document.published,
        "captured": document.captured,
        "lang": document.lang,
    }


def evidence_shape(evidence: Evidence, document: Document | None, document_id: str, version: str) -> Shape:
    """Return words with their place: offsets in code points of the text of this version of the document."""
    return {
        "exact": evidence.exact,
        "start": evidence.start,
        "end": evidence.end,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "document": document_id,
        "version": version,
        "url": document.url if document else None,
    }


def claim_shape(claim: Claim, evidence: Shape) -> Shape:
    """Return a claim with its evidence."""
    return {
        "id": claim_id(str(evidence["document"]), claim),
        "production": claim.production,
        "property": claim.property.value,
        "value": claim.value,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "attribution": claim.attribution,
        "when": claim.when.value if claim.when else None,
        "region": claim.region,
        "channel": claim.channel.value if claim.channel else None,
        "date": claim.date,
        "character": claim.character,
        "season": claim.season,
        "move": claim.move.value if claim.move else None,
        "found_by": claim.found_by,
        "place_id": claim.place_id,
        "evidence": evidence,
    }


def interval_shape(interval: Interval | None) -> Shape | None:
    """Return a stretch of time in UTC; an end that nothing tells is null."""
    if interval is None:
        return None
    return {"not_before": _time(interval.not_before), "not_after": _time(interval.not_after)}


def _time(when: datetime | None) -> str | None:
    return when.isoformat().replace("+00:00", "Z") if when else None


def record_shape(record: Record, production: Production, shelf: Shelf, rests: Mapping[Statement, str]) -> Shape:
    """Return a record; values in the order of the page, each with all its statements.

    `rests` has for each statement that is no witness of its own the id of the document with which it shares one.
    """
    return {
        "production": production_shape(production),
        "known": _time(record.known),
        "captured": _time(record.captured),
        "values": [_value(value, shelf, rests) for value in record.values],
        "rejected": [
            statement_shape(r.statement, shelf) | {"decision": r.decision.decision_id} for r in record.rejected
        ],
        "decisions": [decision.decision_id for decision in record.decisions],
    }


def _value(value: Value, shelf: Shelf, rests: Mapping[Statement, str]) -> Shape:
    return {
        "property": value.property.value,
        "value": value.value,
        "standing": value.standing.value,
        "head": value.head,
        "reason": value.reason,
        "witnesses": value.witnesses,
        "documents": list(value.documents),
        "first_said": interval_shape(value.first_said),
        "last_said": interval_shape(value.last_said),
        "region": value.region,
        "channel": value.channel.value if value.channel else None,
        "season": value.season,
        "place_id": value.place_id,
        "sentence": value.sentence,
        "statements": [statement_shape(s, shelf) | {"rests_on": rests.get(s)} for s in value.statements],
    }


def statement_shape(statement: Statement, shelf: Shelf) -> Shape:
    """Return a claim with its document's outlet and when it was said."""
    evidence = _evidence(statement.claim.evidence, statement.document_id, statement.version, shelf)
    return {
        "outlet": statement.outlet,
        "said": interval_shape(statement.said),
        "dated": statement.dated,
        "captured": _time(statement.captured),
        "claim": claim_shape(statement.claim, evidence),
    }


def _evidence(evidence: Evidence, document_id: str, version: str, shelf: Shelf) -> Shape:
    return evidence_shape(evidence, shelf.versions.get(version), document_id, version)


def footage_shape(piece: Footage, shelf: Shelf) -> Shape:
    """Return a piece of footage with its trail, its documents with what they copy, and alarms."""
    return {
        "footage": piece.footage_id,
        "kind": piece.kind.value,
        "production": piece.production,
        "summary": piece.summary,
        "witnesses": piece.witnesses,
        "trail": [
            {
                "actor": a.actor,
                "handle": a.handle,
                "platform": a.platform,
                "role": a.role.value,
                "time": interval_shape(a.time),
                "named_by": a.named_by,
                "refuted_by": _refutation(a.refuted_by, shelf),
                "evidence": _evidence(a.evidence, a.document_id, a.version, shelf),
            }
            for a in piece.appearances
        ],
        "documents": [_told_by(document, shelf) for document in piece.documents],
        "firsts": [
            {
                "actor": first.actor,
                "handle": first.handle,
                "platform": first.platform,
                "time": interval_shape(first.time),
                "documents": list(first.documents),
                "tellers": first.tellers,
                "refuted_by": _refutation(first.refuted_by, shelf),
            }
            for first in piece.firsts
        ],
        "decided_by": piece.decided_by.value if piece.decided_by else None,
        "old_as_new": [
            {
                "document": alarm.document_id,
                "first_seen": interval_shape(alarm.first_seen),
                "evidence": _evidence(alarm.evidence, alarm.document_id, alarm.version, shelf),
            }
            for alarm in piece.alarms
        ],
    }


def _refutation(refutation: Refutation | None, shelf: Shelf) -> Shape | None:
    if refutation is None:
        return None
    return {
        "words": refutation.words,
        "seconds": refutation.seconds,
        "actor": refutation.actor,
        "handle": refutation.handle,
        "platform": refutation.platform,
        "time": interval_shape(refutation.time),
        "evidence": _evidence(refutation.evidence, refutation.document_id, refutation.version, shelf),
    }


def _told_by(document_id: str, shelf: Shelf) -> Shape:
    document = shelf.newest.get(document_id)
    copy = shelf.copies.get(document_id)
    return {
        "id": document_id,
        "url": document.url if document else None,
        "outlet": document.outlet if document else None,
        "published": document.published if document else None,
        "copy": _copy(copy) if copy else None,
    }


def _copy(copy: Copy) -> Shape:
    return {
        "original": copy.original,
        "kind": copy.kind.value,
        "undecided": copy.undecided,
        "reason": copy.reason,
    }


def story_shape(story: Story, shelf: Shelf) -> Shape:
    """Return a story with its documents in the order of their dates."""
    return {
        "story": story.story_id,
        "summary": story.summary,
        "documents": [_told_by(document, shelf) for document in story.documents],
    }


def change_shape(change: Change, shelf: Shelf) -> Shape:
    """Return a change with the statement that it stands on."""
    return {
        "production": change.production,
        "property": change.property.value,
        "said": _time(change.said),
        "before": change.before,
        "after": change.after,
        "region": change.region,
        "channel": change.channel.value if change.channel else None,
        "season": change.season,
        "because": statement_shape(change.because, shelf),
    }


def reading_shape(reading: Reading, origin: str) -> Shape:
    """Return all that one document says, with its text, so that the offsets can be looked up."""
    document = reading.document

    def place(evidence: Evidence) -> Shape:
        return evidence_shape(evidence, document, document.document_id, document.version)

    return {
        "origin": origin,
        "document": document_shape(document) | {"text": document.text, "links": list(document.links)},
        "posts": [_post(post, place(post.evidence)) for post in document.posts],
        "footage": [_mention(mention, document) for mention in reading.telling.footage],
        "credits": [{"source": c.source, "evidence": place(c.evidence)} for c in reading.telling.credits],
        "claims": [claim_shape(claim, place(claim.evidence)) for claim in reading.claims],
    }


def _post(post: Post, evidence: Shape) -> Shape:
    return {
        "platform": post.platform,
        "author": post.author,
        "handle": post.handle,
        "text": post.text,
        "permalink": post.permalink,
        "id": post.post_id,
        "printed": post.printed,
        "clock": interval_shape(post.clock),
        "media_keys": list(post.media_keys),
        "gone": {"checked": post.gone.checked, "digest": post.gone.digest, "hidden": post.gone.hidden}
        if post.gone
        else None,
        "evidence": evidence,
    }


def _mention(mention: FootageMention, document: Document) -> Shape:
    def place(evidence: Evidence | None) -> Shape | None:
        return evidence_shape(evidence, document, document.document_id, document.version) if evidence else None

    return {
        "kind": mention.kind.value,
        "production": mention.production,
        "evidence": place(mention.evidence),
        "trail": [_step(step, place(step.evidence)) for step in mention.trail],
        "depicts": [
            {"who_or_what": d.who_or_what, "modality": d.modality.value, "evidence": place(d.evidence)}
            for d in mention.depicts
        ],
        "presented_as_new": place(mention.presented_as_new),
        "presented_as_old": place(mention.presented_as_old),
    }


def _step(step: Step, evidence: Shape | None) -> Shape:
    return {
        "actor": step.actor,
        "platform": step.platform,
        "role": step.role.value,
        "post": step.post,
        "evidence": evidence,
    }
