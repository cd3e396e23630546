"""W3C Web Annotation (2017): each statement as an annotation of the words that it stands on."""

from setwatch.model import Statement, Value
from setwatch.publish.exports.material import Material, document_uri, iso, production_urn
from setwatch.publish.feeds.items import value_words
from setwatch.publish.ids import urn
from setwatch.publish.safe import json_text
from setwatch.publish.words import PROPERTY

Node = dict[str, object]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations(material: Material) -> bytes:
    """Return the statements of a record as an annotation collection with one page.

    The body says in words what is claimed, and how it stands; the target is the document with a text quote and a text
    position selector, either of which finds the words, in the state in which it was captured.
    """
    name = material.production.name
    collection = urn(f"annotations {name}")
    items = [_annotation(value, statement, material) for value, statement in material.statements()]
    page: Node = {"id": f"{collection}#1", "type": "AnnotationPage", "partOf": collection, "startIndex": 0}
    told: Node = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"What is said of {name}",
        "total": len(items),
        "first": page | {"items": items},
        "last": f"{collection}#1",
    }
    return f"{json_text(told)}\n".encode()


def _annotation(value: Value, statement: Statement, material: Material) -> Node:
    claim, evidence = statement.claim, statement.claim.evidence
    document = material.shelf.versions.get(statement.version)
    made = (claim.production, claim.property, claim.value, statement.version, evidence.start, evidence.end)
    denied = "not " if claim.polarity == "denied" else ""
    words = f"{PROPERTY[claim.property]}: {denied}{value_words(claim.property, claim.value)}"
    return {
        "id": urn("\x1f".join(map(str, ("annotation", *made, claim.season, claim.channel, claim.region)))),
        "type": "Annotation",
        "motivation": "describing",
        "created": iso(statement.captured),
        "body": [
            {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": "describing"},
            {"type": "TextualBody", "value": claim.modality.value, "format": "text/plain", "purpose": "assessing"},
            {"type": "TextualBody", "value": value.standing.value, "format": "text/plain", "purpose": "tagging"},
            {"type": "SpecificResource", "source": production_urn(claim.production), "purpose": "identifying"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": document_uri(document, statement.document_id),
            "state": {"type": "TimeState", "sourceDate": iso(statement.captured)},
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": evidence.exact,
                    "prefix": evidence.prefix,
                    "suffix": evidence.suffix,
                },
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
            ],
        },
    }
