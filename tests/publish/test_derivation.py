"""Trails as data: one graph, in the formats that researchers use."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import networkx as nx
import pytest
from prov.model import ProvDocument

from setwatch.model import (
    Appearance,
    Copy,
    CopyKind,
    Credit,
    Document,
    Footage,
    FootageKind,
    Interval,
    Reading,
    Role,
    Telling,
    quote,
)
from setwatch.publish import FORMATS, Graph, export, graph_of

TEXT = "A hiker put it on TikTok; =Dock & Quay picked it up. Via The Reel."
THEN = datetime(2030, 3, 1, 10, tzinfo=UTC)


def page(name: str) -> Reading:
    document = Document(
        f"https://{name}.example/a", name, f"https://{name}.example/a", name, (), None, "2030-03-02",
        THEN.isoformat(), "en", TEXT,
    )  # fmt: skip
    return Reading(document, (), Telling(credits=(Credit("The Reel", quote(TEXT, 53, 65)),)))


def seen(actor: str | None, role: Role, document: str, start: int, end: int) -> Appearance:
    address = f"https://{document}.example/a"
    return Appearance(actor, None, "tiktok", role, Interval(THEN, None), address, document, quote(TEXT, start, end))


@pytest.fixture
def graph() -> Graph:
    trail = (seen("A. Hiker", Role.ORIGIN, "quay", 0, 24), seen("=Dock & Quay", Role.PICKUP, "quay", 26, 52))
    documents = ("https://quay.example/a", "https://mirror.example/a")
    piece = Footage("footage-1", FootageKind.VIDEO, "Glass Harbour", "A boat chase", trail, documents)
    copy = Copy(*documents, CopyKind.VERBATIM, undecided=False, reason="100% of the words")
    return graph_of([piece], [page("quay"), page("mirror"), page("elsewhere")], [copy])


def relations(graph: Graph) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.relation, edge.target) for edge in graph.edges}


def test_each_relation_is_provs(graph: Graph) -> None:
    assert relations(graph) == {
        ("footage-1/1", "specializationOf", "footage-1"),
        ("footage-1/2", "specializationOf", "footage-1"),
        ("footage-1/1", "wasAttributedTo", "actor A. Hiker"),
        ("footage-1/2", "wasAttributedTo", "actor =Dock & Quay"),
        ("footage-1/2", "wasDerivedFrom", "footage-1/1"),
        ("document https://quay.example/a", "hadPrimarySource", "footage-1/1"),
        ("document https://quay.example/a", "hadPrimarySource", "footage-1/2"),
        ("document https://quay.example/a", "wasQuotedFrom", "outlet The Reel"),
        ("document https://mirror.example/a", "wasQuotedFrom", "outlet The Reel"),
        ("document https://mirror.example/a", "wasDerivedFrom", "document https://quay.example/a"),
    }


def test_every_edge_that_words_tell_carries_them(graph: Graph) -> None:
    told = [e for e in graph.edges if e.relation not in {"specializationOf"} and "mirror" not in e.source]
    assert all(edge.evidence in TEXT for edge in told)


def test_prov_is_read_back_by_its_own_reader(graph: Graph) -> None:
    found = ProvDocument.deserialize(content=export(graph, "prov"), format="json")
    assert len(list(found.get_records())) == len(graph.nodes) + len(graph.edges)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_xml_is_read_back_with_all_that_was_in_it(graph: Graph, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{form}"
    path.write_text(export(graph, form))
    found = nx.read_graphml(path) if form == "graphml" else nx.read_gexf(path)
    assert (found.number_of_nodes(), found.number_of_edges()) == (len(graph.nodes), len(graph.edges))


def test_a_cell_is_no_formula(graph: Graph) -> None:
    rows = list(csv.DictReader(io.StringIO(export(graph, "csv"))))
    assert len(rows) == len(graph.edges)
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert "'=Dock & Quay" in {row["target_label"] for row in rows}


def test_an_unknown_format_is_named_with_those_there_are(graph: Graph) -> None:
    with pytest.raises(ValueError, match=", ".join(FORMATS)):
        export(graph, "rdf")
