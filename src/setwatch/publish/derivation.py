"""Trails as data for researchers: one graph of footage, appearances, documents and actors, in the formats they use."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from prov.model import ProvDocument

from setwatch.model import Appearance, Copy, Credit, Footage, Interval, Reading
from setwatch.publish.safe import clean
from setwatch.publish.trail_page import stops

FORMATS = ("csv", "gexf", "graphml", "prov")
NAMESPACE = "urn:setwatch:"


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph. `kind` is footage, appearance, document, actor or outlet; times are ISO 8601 in UTC.

    `refuted` is the sum by which a clock refutes that an appearance was the first; such a one derives from none.
    """

    id: str
    kind: str
    label: str
    url: str = ""
    platform: str = ""
    not_before: str = ""
    not_after: str = ""
    refuted: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """How one thing comes from another, and the words for it.

    `relation` is PROV's: wasDerivedFrom (a later appearance from an earlier one, a copy from its original),
    hadPrimarySource (a document's telling from the first appearance), wasQuotedFrom (a document from an outlet that
    it credits), wasAttributedTo (an appearance to its actor), specializationOf (an appearance of its footage).
    """

    source: str
    target: str
    relation: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """All of it, in an order that follows from the content alone."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(footage: Sequence[Footage], readings: Sequence[Reading], copies: Sequence[Copy]) -> Graph:
    """Return the graph of these pieces of footage and of the documents that tell of them."""
    told = {document for piece in footage for document in piece.documents}
    nodes: dict[str, Node] = {}
    edges: dict[Edge, None] = {}
    for piece in footage:
        for item in _of_footage(piece):
            _put(item, nodes, edges)
    for reading in readings:
        if reading.document.document_id in told:
            for item in _of_reading(reading):
                _put(item, nodes, edges)
    for copy in copies:
        if copy.original in told and copy.copy in told and not copy.undecided:
            edges[Edge(f"document {copy.copy}", f"document {copy.original}", "wasDerivedFrom", copy.reason)] = None
    known = [edge for edge in edges if edge.source in nodes and edge.target in nodes]
    return Graph(
        tuple(nodes[key] for key in sorted(nodes)),
        tuple(sorted(known, key=lambda e: (e.source, e.target, e.relation, e.evidence))),
    )


def _put(item: Node | Edge, nodes: dict[str, Node], edges: dict[Edge, None]) -> None:
    if isinstance(item, Node):
        nodes.setdefault(item.id, item)
    else:
        edges.setdefault(item)


def _of_footage(piece: Footage) -> Iterator[Node | Edge]:
    yield Node(piece.footage_id, "footage", clean(piece.summary), platform="")
    first: str | None = None
    for number, stop in enumerate(stops(piece.appearances), 1):
        seen = stop.first
        key = f"{piece.footage_id}/{number}"
        refuted = next((a.refuted_by.words for a in stop.told if a.refuted_by), "")
        yield Node(key, "appearance", _who(seen), "", seen.platform or "", *_times(seen.time), clean(refuted))
        yield Edge(key, piece.footage_id, "specializationOf")
        if seen.actor or seen.handle:
            actor = f"actor {seen.handle or seen.actor}"
            yield Node(actor, "actor", _who(seen))
            yield Edge(key, actor, "wasAttributedTo", clean(seen.evidence.exact))
        if first is not None and not refuted:
            yield Edge(key, first, "wasDerivedFrom", clean(seen.evidence.exact))
        first = first or key
        for telling in stop.told:
            yield Edge(f"document {telling.document_id}", key, "hadPrimarySource", clean(telling.evidence.exact))


def _of_reading(reading: Reading) -> Iterator[Node | Edge]:
    document = reading.document
    key = f"document {document.document_id}"
    name = document.title or document.outlet or document.document_id
    yield Node(key, "document", clean(name), document.url or "", "", document.published or "", document.captured)
    for credit in _once(reading.telling.credits):
        outlet = f"outlet {credit.source}"
        yield Node(outlet, "outlet", clean(credit.source))
        yield Edge(key, outlet, "wasQuotedFrom", clean(credit.evidence.exact))


def _once(credits_: Sequence[Credit]) -> Iterator[Credit]:
    yield from {credit.source: credit for credit in reversed(credits_)}.values()


def _who(seen: Appearance) -> str:
    return clean(seen.actor or (f"@{seen.handle}" if seen.handle else "somebody unnamed"))


def _times(time: Interval) -> tuple[str, str]:
    return _iso(time.not_before), _iso(time.not_after)


def _iso(time: datetime | None) -> str:
    return time.isoformat() if time else ""


def export(graph: Graph, form: str) -> str:
    """Return the graph as text in one of `FORMATS`.

    `prov` is PROV-JSON (W3C member submission, 2013), `graphml` and `gexf` are XML for Gephi and its like, `csv` is
    the edges with what they join, a row each.

    Raises:
        ValueError: no such format.
    """
    if form == "prov":
        return f"{prov_of(graph).serialize(format='json', indent=1)}\n"
    if form == "csv":
        return _csv(graph)
    if form in {"graphml", "gexf"}:
        return _xml(graph, form)
    raise ValueError(f"{form!r} is no format; take one of {', '.join(FORMATS)}")


def prov_of(graph: Graph) -> ProvDocument:
    """Return the graph as a PROV document: actors and outlets are agents, all else entities."""
    document = ProvDocument()
    document.set_default_namespace(NAMESPACE)
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        told = {"prov:label": node.label, "kind": node.kind}
        told |= {
            key: v for key in ("url", "platform", "not_before", "not_after", "refuted") if (v := getattr(node, key))
        }
        told["id"] = node.id
        make = document.agent if node.kind == "actor" else document.entity
        make(names[node.id], told)
    for edge in graph.edges:
        source, target = names[edge.source], names[edge.target]
        told = {"evidence": edge.evidence} if edge.evidence else {}
        if edge.relation == "wasAttributedTo":
            document.attribution(source, target, other_attributes=told)
        elif edge.relation == "specializationOf":
            document.specialization(source, target)
        elif edge.relation == "hadPrimarySource":
            document.primary_source(source, target, other_attributes=told)
        elif edge.relation == "wasQuotedFrom":
            document.quotation(source, target, other_attributes=told)
        else:
            document.derivation(source, target, other_attributes=told)
    return document


CELLS = (
    "source",
    "source_kind",
    "source_label",
    "relation",
    "target",
    "target_kind",
    "target_label",
    "evidence",
    "refuted",
)


def _csv(graph: Graph) -> str:
    nodes = {node.id: node for node in graph.nodes}
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(CELLS)
    for edge in graph.edges:
        a, b = nodes[edge.source], nodes[edge.target]
        row = (a.id, a.kind, a.label, edge.relation, b.id, b.kind, b.label, edge.evidence, a.refuted)
        writer.writerow([harmless(cell) for cell in row])
    return buffer.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _xml(graph: Graph, form: str) -> str:
    import networkx as nx  # noqa: PLC0415 (takes a quarter of a second, and no other command needs it)

    found = nx.MultiDiGraph()
    for node in graph.nodes:
        told = {"kind": node.kind, "label": node.label, "url": node.url, "platform": node.platform}
        found.add_node(node.id, **told, not_before=node.not_before, not_after=node.not_after, refuted=node.refuted)
    for edge in graph.edges:
        found.add_edge(edge.source, edge.target, relation=edge.relation, evidence=edge.evidence)
    lines = nx.generate_graphml(found) if form == "graphml" else nx.generate_gexf(found)
    return "\n".join(lines) + "\n"
