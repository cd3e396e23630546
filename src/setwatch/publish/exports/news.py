"""ninjs 3.0 (IPTC): the changes of a production as news items."""

from setwatch.model import Change, Kind, Property
from setwatch.publish.exports.material import Material, document_uri, iso, production_urn, pruned
from setwatch.publish.feeds.items import change_words
from setwatch.publish.ids import change_id, urn
from setwatch.publish.safe import clean, json_text

Node = dict[str, object]

STANDARD: Node = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}

PEOPLE = frozenset(
    {
        Property.DIRECTOR,
        Property.WRITER,
        Property.CAST_MEMBER,
        Property.PRODUCER,
        Property.COMPOSER,
        Property.CINEMATOGRAPHER,
    }
)


def news(material: Material) -> bytes:
    """Return one composite news item for a production, with a text item for each change, the newest first."""
    production = material.production
    newest = sorted(material.changes, key=lambda change: (change.said, change_id(change)), reverse=True)
    told: Node = {
        "uri": urn(f"news {production.name}"),
        "type": "composite",
        "standard": STANDARD,
        "versionCreated": iso(newest[0].said) if newest else None,
        "language": "en",
        "title": f"What changed of {production.name}",
        "headlines": [{"role": "main", "value": f"What changed of {production.name}"}],
        "subjects": [_subject(material)],
        "associations": [_item(change, material) for change in newest],
    }
    return f"{json_text(pruned(told))}\n".encode()


def _item(change: Change, material: Material) -> Node:
    because = change.because
    document = material.shelf.versions.get(because.version)
    sentence = clean("".join(material.shelf.sentence(because.claim.evidence, because.version)))
    source = clean(material.shelf.cite(because.document_id, because.version))
    value = change.after or change.before or ""
    told: Node = {
        "name": change_id(change),
        "uri": urn(change_id(change)),
        "type": "text",
        "representationType": "full",
        "versionCreated": iso(because.captured),
        "contentCreated": iso(change.said),
        "pubStatus": "usable",
        "language": "en",
        "headlines": [{"role": "main", "value": clean(f"{change.production}, {change_words(change)}")}],
        "bodies": [{"role": "main", "contentType": "text/plain", "value": f"“{sentence}” ({source})"}],
        "subjects": [_subject(material)],
        "people": [{"name": value, "rel": "about"}] if change.property in PEOPLE else None,
        "places": [{"name": value, "rel": "about"}] if change.property is Property.FILMING_LOCATION else None,
        "organisations": [{"name": value, "rel": "about"}] if change.property is Property.DISTRIBUTOR else None,
        "infoSources": [{"name": source, "uri": document_uri(document, because.document_id)}],
    }
    return pruned(told)


def _subject(material: Material) -> Node:
    production = material.production
    kind = "series" if production.kind is Kind.SERIES else "film"
    return {"name": production.name, "rel": "about", "uri": production_urn(production.name), "literal": kind}
