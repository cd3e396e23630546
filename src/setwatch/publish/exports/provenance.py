"""PROV-JSON of a production: its footage, and each value that its record has with the documents that tell it."""

from setwatch.model import Value
from setwatch.publish.derivation import Edge, Graph, Node, export, graph_of
from setwatch.publish.exports.material import Material
from setwatch.publish.feeds.items import value_words
from setwatch.publish.safe import clean
from setwatch.publish.words import PROPERTY


def provenance(material: Material) -> bytes:
    """Return the graph of trails with the values of the record as entities that documents are quoted for."""
    told = graph_of(material.footage, material.readings, tuple(material.shelf.copies.values()))
    nodes = {node.id: node for node in told.nodes}
    edges = dict.fromkeys(told.edges)
    for number, value in enumerate(material.record.values, 1):
        key = f"value {number}"
        nodes[key] = Node(key, "value", _named(value))
        for statement in value.statements:
            document = f"document {statement.document_id}"
            nodes.setdefault(document, _document(document, statement.document_id, statement.version, material))
            edges.setdefault(Edge(key, document, "wasQuotedFrom", clean(statement.claim.evidence.exact)))
    graph = Graph(
        tuple(nodes[key] for key in sorted(nodes)),
        tuple(sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.evidence))),
    )
    return export(graph, "prov").encode()


def _document(key: str, document_id: str, version: str, material: Material) -> Node:
    document = material.shelf.versions.get(version)
    name = clean(material.shelf.name(document_id, version))
    if document is None:
        return Node(key, "document", name)
    return Node(key, "document", name, document.url or "", "", document.published or "", document.captured)


def _named(value: Value) -> str:
    return clean(f"{PROPERTY[value.property]}: {value_words(value.property, value.value)} ({value.standing})")
