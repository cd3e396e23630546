"""JSON-LD in the words of schema.org: the production, the documents and posts, and each value as a Claim."""

from collections.abc import Iterable
from urllib.parse import quote

from setwatch.model import Document, Kind, Post, Property, Standing, Value
from setwatch.publish.exports.material import Material, document_uri, iso, production_urn, pruned
from setwatch.publish.feeds.items import value_words
from setwatch.publish.ids import place_uri, urn
from setwatch.publish.safe import json_text
from setwatch.publish.words import PROPERTY, platform

Node = dict[str, object]

CONTEXT: list[object] = ["https://schema.org", {"setwatch": "urn:setwatch:"}]
"""schema.org's words, and ours where it has none: standing, witnesses, modality, polarity, and the offsets of words."""

TYPE = {Kind.FILM: "Movie", Kind.SERIES: "TVSeries"}

PERSON = {
    Property.DIRECTOR: "director",
    Property.WRITER: "author",
    Property.CAST_MEMBER: "actor",
    Property.PRODUCER: "producer",
    Property.COMPOSER: "musicBy",
}
"""What schema.org calls a person's job on a Movie or TVSeries; the others are told by claims alone."""


def linked(material: Material) -> bytes:
    """Return a production as JSON-LD (1.1): what is current, and a `Claim` for each value with its appearances."""
    graph = [
        _production(material),
        *(_article(document) for document in material.cited()),
        *_posts(material.cited()),
        *(_claim(value, material) for value in material.record.values),
    ]
    return f"{json_text({'@context': CONTEXT, '@graph': graph})}\n".encode()


def _production(material: Material) -> Node:
    production = material.production
    told: Node = {
        "@id": production_urn(production.name),
        "@type": TYPE[production.kind],
        "name": production.name,
        "alternateName": list(production.aliases),
        "isPartOf": {"@type": "CreativeWorkSeries", "name": production.franchise} if production.franchise else None,
    }
    current = [value for value in material.record.values if value.standing is Standing.CURRENT]
    for prop, name in PERSON.items():
        told[name] = [{"@type": "Person", "name": v.value} for v in current if v.property is prop]
    told["locationCreated"] = [
        {"@type": "Place", "name": v.value} | ({"sameAs": uri} if (uri := place_uri(v.place_id)) else {})
        for v in current
        if v.property is Property.FILMING_LOCATION
    ]
    heads = [v.value for v in current if v.property is Property.RELEASE_DATE and v.head and v.season is None]
    told["datePublished"] = heads[0] if heads else None
    return pruned(told)


def _article(document: Document) -> Node:
    return pruned(
        {
            "@id": document_uri(document, document.document_id),
            "@type": "NewsArticle",
            "identifier": document.document_id,
            "headline": document.title,
            "url": document_uri(document, document.document_id) if document.url else None,
            "datePublished": document.published_at or document.published,
            "dateModified": document.modified_at,
            "inLanguage": document.lang,
            "author": [{"@type": "Person", "name": name} for name in document.byline],
            "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
            "setwatch:version": document.version,
            "setwatch:captured": document.captured,
        }
    )


def _posts(documents: Iterable[Document]) -> list[Node]:
    found: dict[str, Node] = {}
    for document in documents:
        for post in document.posts:
            node = _post(post, document)
            found.setdefault(str(node["@id"]), node)
    return list(found.values())


def _post(post: Post, document: Document) -> Node:
    name = post.permalink or urn(f"post {document.version} {post.evidence.start}")
    who = post.author or post.handle
    return pruned(
        {
            "@id": quote(name, safe="%/:?#[]@!$&'()*+,;=~"),
            "@type": "SocialMediaPosting",
            "identifier": post.post_id,
            "articleBody": post.text,
            "datePublished": iso(post.clock.not_before) if post.clock and post.clock.not_before else post.printed,
            "author": pruned({"@type": "Person", "name": who, "alternateName": post.handle}) if who else None,
            "publisher": {"@type": "Organization", "name": platform(post.platform)} if post.platform else None,
            "subjectOf": {"@id": document_uri(document, document.document_id)},
        }
    )


def _claim(value: Value, material: Material) -> Node:
    name = material.production.name
    line = "\x1f".join(map(str, (name, value.property, value.season, value.channel, value.region, value.value)))
    marks = ", ".join(
        str(mark) for mark in (value.season and f"season {value.season}", value.channel, value.region) if mark
    )
    appearances = [_appearance(value, index, material) for index in range(len(value.statements))]
    what = PROPERTY[value.property].lower() + (f" ({marks})" if marks else "")
    return pruned(
        {
            "@id": urn(f"claim {line}"),
            "@type": "Claim",
            "name": f"{name}, {what}: {value_words(value.property, value.value)}",
            "about": {"@id": production_urn(name)},
            "text": value.sentence,
            "appearance": appearances,
            "firstAppearance": appearances[0] if appearances else None,
            "setwatch:property": value.property.value,
            "setwatch:value": value.value,
            "setwatch:standing": value.standing.value,
            "setwatch:reason": value.reason,
            "setwatch:witnesses": value.witnesses,
            "setwatch:season": value.season,
            "setwatch:region": value.region,
            "setwatch:channel": value.channel.value if value.channel else None,
            "setwatch:place": value.place_id,
        }
    )


def _appearance(value: Value, index: int, material: Material) -> Node:
    statement = value.statements[index]
    claim = statement.claim
    document = material.shelf.versions.get(statement.version)
    speaker = {"@type": "Person", "name": claim.attribution} if claim.attribution else None
    return pruned(
        {
            "@type": "Quotation",
            "text": claim.evidence.exact,
            "isPartOf": {"@id": document_uri(document, statement.document_id)},
            "author": speaker,
            "datePublished": iso(statement.said.not_after),
            "setwatch:modality": claim.modality.value,
            "setwatch:polarity": claim.polarity.value,
            "setwatch:start": claim.evidence.start,
            "setwatch:end": claim.evidence.end,
            "setwatch:version": statement.version,
        }
    )
