"""What the product found, in the shape that the corpus' scorer reads (its SCHEMA.md)."""

from collections.abc import Mapping, Sequence
from typing import Any

from setwatch.model import (
    Alarm,
    Claim,
    Conflict,
    Footage,
    FootageMention,
    Polarity,
    Post,
    Reading,
    ReleaseReport,
    Role,
    Step,
    Tracing,
)


def reading_row(doc_id: str, reading: Reading, alarms: Sequence[Alarm]) -> dict[str, Any]:
    """Return one line of `readings.jsonl`."""
    document = reading.document
    return {
        "id": doc_id,
        "outlet": document.outlet,
        "byline": list(document.byline),
        "published": document.published,
        "posts": [_post(post) for post in document.posts],
        "media": [_media(mention, alarms) for mention in reading.telling.footage],
        "claims": [_claim(claim) for claim in reading.claims],
        "derived_from": [{"source": c.source, "quote": c.evidence.exact} for c in reading.telling.credits],
    }


def dossier(
    tracing: Tracing,
    ids: Mapping[str, str],
    history: Sequence[ReleaseReport],
    conflicts: Sequence[Conflict],
) -> dict[str, Any]:
    """Return `dossier.json`; `ids` maps the product's document ids to those of the corpus."""
    return {
        "stories": [
            {"story": s.story_id, "summary": s.summary, "docs": [ids[d] for d in s.documents]} for s in tracing.stories
        ],
        "footage": [_footage(f, ids) for f in tracing.footage],
        "copies": [
            {
                "original": ids[c.original],
                "copy": ids[c.copy],
                "kind": c.kind.value,
                **({"direction": "undecided"} if c.undecided else {}),
                "note": c.reason,
            }
            for c in tracing.copies
        ],
        "release_history": [
            {"title": r.production, "published_by": r.outlet, "value": r.value, "doc": ids[r.document_id]}
            for r in history
        ],
        "conflicts": [
            {
                "property": c.property,
                "values": [{"value": s.value, "docs": [ids[d] for d in s.documents]} for s in c.sides],
                "note": c.reason,
            }
            for c in conflicts
        ],
    }


def _post(post: Post) -> dict[str, Any]:
    return {
        "platform": post.platform,
        "author": post.author,
        "handle": post.handle,
        "date": post.printed,
        "quote": post.text,
        "link": post.permalink or next(iter(post.media_keys), None),
    }


def _media(mention: FootageMention, alarms: Sequence[Alarm]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": mention.kind.value,
        "quote": mention.evidence.exact,
        "trail": [_step(step) for step in mention.trail],
        "depicts": [
            {"who_or_what": d.who_or_what, "modality": d.modality.value, "quote": d.evidence.exact}
            for d in mention.depicts
        ],
    }
    if any(alarm.evidence == mention.presented_as_new for alarm in alarms):
        row["presented_as_new"] = True
    return row


def _step(step: Step) -> dict[str, Any]:
    return {
        "actor": step.actor,
        "platform": step.platform,
        "role": step.role.value,
        "quote": step.evidence.exact,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    row: dict[str, Any] = {
        "title": claim.production,
        "property": claim.property.value,
        "value": claim.value,
        "modality": claim.modality.value,
        "negated": claim.polarity is Polarity.DENIED,
        "attributed_to": claim.attribution,
        "quote": claim.evidence.exact,
    }
    extra = {
        "when": claim.when and claim.when.value,
        "region": claim.region,
        "channel": claim.channel and claim.channel.value,
        "date": claim.date,
        "character": claim.character,
        "season": claim.season,
    }
    return row | {key: value for key, value in extra.items() if value is not None}


def _footage(footage: Footage, ids: Mapping[str, str]) -> dict[str, Any]:
    origin = next((a for a in footage.appearances if a.role is Role.ORIGIN and a.actor), None)
    first = origin or next(iter(footage.appearances), None)
    return {
        "footage": footage.footage_id,
        "kind": footage.kind.value,
        "summary": footage.summary,
        "docs": [ids[d] for d in footage.documents],
        "first_seen": {
            "actor": (origin.actor or origin.handle) if origin else None,
            "platform": first.platform if first else None,
        },
    }
