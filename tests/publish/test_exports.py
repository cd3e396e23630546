"""Exports: each format is read back by a reader of its own and tells what the record tells."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from prov.model import ProvDocument
from pyld import jsonld

from setwatch.desk import Desk, material_of
from setwatch.publish.exports import EXPORTS, Material, exported

SCHEMA = "https://schema.org/"
EMBED = (
    "2030-03-01\n\nGlass Harbour is being filmed in Bergen, writes =Quay Watch. A. Hiker (@quaywatcher) posted a clip "
    "on TikTok: “Boats everywhere” (@quaywatcher on TikTok). Mara Lind directs Glass Harbour."
)


@pytest.fixture(scope="module")
def material(opened: Callable[..., Desk]) -> Material:
    return material_of(opened("first", "second", "third", "fourth", "clip", embed=EMBED), "GH")


def loader(url: str, options: object) -> dict[str, Any]:
    """The context of schema.org, offline: every word is in its vocabulary."""
    del options
    assert url.rstrip("/") == "https://schema.org"
    context = {"@vocab": SCHEMA, **{k: {"@type": "@id"} for k in ("url", "image")}}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": context},
    }


def nodes(material: Material, kind: str) -> list[dict[str, Any]]:
    return [n for n in json.loads(exported("jsonld", material))["@graph"] if n["@type"] == kind]


def test_json_ld_expands_and_every_reference_is_to_a_node_that_is_there(material: Material) -> None:
    found = jsonld.flatten(json.loads(exported("jsonld", material)), options={"documentLoader": loader})
    ids = {node["@id"] for node in found}
    typed = {node["@id"] for node in found if "@type" in node}
    referred = {
        value["@id"] for node in found for key, values in node.items() if key.startswith("http")
        for value in values if isinstance(value, dict) and "@id" in value
        and key.rsplit("/", 1)[1] in {"about", "isPartOf", "appearance", "firstAppearance", "subjectOf"}
    }  # fmt: skip
    assert referred <= typed <= ids
    assert all(re.match(r"(https?://|urn:uuid:|_:)", name) for name in ids)
    words = {key for node in found for key in node if not key.startswith("@")}
    assert all(word.startswith((SCHEMA, "urn:setwatch:")) for word in words)


def test_json_ld_tells_the_film_and_each_value_as_a_claim_with_its_appearances(material: Material) -> None:
    [film] = nodes(material, "Movie")
    assert film["datePublished"] == "2032-10-01"
    assert film["alternateName"] == ["GH"]
    bergen = {"@type": "Place", "name": "Bergen", "sameAs": "https://sws.geonames.org/3161732/"}
    assert bergen in film["locationCreated"]
    claims = nodes(material, "Claim")
    assert len(claims) == len(material.record.values) == len({claim["@id"] for claim in claims})
    articles = {article["@id"] for article in nodes(material, "NewsArticle")}
    for claim, value in zip(claims, material.record.values, strict=True):
        assert claim["about"] == {"@id": film["@id"]}
        assert claim["setwatch:standing"] == value.standing
        assert len(claim["appearance"]) == len(value.statements)
        assert {quotation["isPartOf"]["@id"] for quotation in claim["appearance"]} <= articles


def test_an_annotations_selectors_find_its_words(material: Material) -> None:
    found = json.loads(exported("webannotation", material))
    assert (found["@context"], found["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    items = found["first"]["items"]
    assert found["total"] == len(items) == len(list(material.statements()))
    assert len({item["id"] for item in items}) == len(items)
    texts = {reading.document.url: reading.document.text for reading in material.readings}
    for item in items:
        quote, position = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.find(quote["prefix"] + quote["exact"] + quote["suffix"]) == position["start"] - len(quote["prefix"])
        assert item["motivation"] == "describing"
        assert datetime.fromisoformat(item["created"]).tzinfo == UTC
        assert {body["purpose"] for body in item["body"]} == {"describing", "assessing", "tagging", "identifying"}


# What ninjs 3.0 has: the properties of a news item, and of what its lists hold.
ITEM = {
    "uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated",
    "embargoed", "pubStatus", "urgency", "language", "descriptions", "bodies", "headlines", "people", "organisations",
    "places", "subjects", "events", "infoSources", "title", "by", "slugline", "located", "associations", "altIds",
    "standard", "expires",
}  # fmt: skip
PARTS = {
    "headlines": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "people": {"name", "rel", "uri", "literal"},
    "places": {"name", "rel", "uri", "literal"},
    "organisations": {"name", "rel", "uri", "literal"},
    "subjects": {"name", "rel", "uri", "literal", "creator", "relevance", "confidence"},
    "infoSources": {"name", "role", "uri", "literal"},
}


def check_ninjs(item: dict[str, Any], more: set[str]) -> None:
    assert item.keys() <= ITEM | more
    assert re.match(r"urn:uuid:", item["uri"])
    assert item["type"] in {"text", "composite"}
    assert all(datetime.fromisoformat(item[key]).tzinfo for key in ("versionCreated", "contentCreated") if key in item)
    for name, allowed in PARTS.items():
        assert all(part.keys() <= allowed for part in item.get(name, []))
    assert all(part["value"] for name in ("headlines", "bodies") for part in item.get(name, []))


def test_ninjs_has_only_what_the_standard_has_and_an_item_for_each_change(material: Material) -> None:
    found = json.loads(exported("ninjs", material))
    check_ninjs(found, set())
    assert found["standard"]["version"] == "3.0"
    items = found["associations"]
    assert len(items) == len(material.changes) == len({item["uri"] for item in items})
    for item in items:
        check_ninjs(item, {"name"})
        assert item["name"].startswith("change-")
    assert items[0]["headlines"][0]["value"].endswith("14 May 2032 → 1 October 2032")
    assert [p["name"] for item in items for p in item.get("places", [])] == ["Bergen"]


def test_prov_is_read_back_with_a_quotation_for_each_word_that_a_value_stands_on(material: Material) -> None:
    found = ProvDocument.deserialize(content=exported("prov", material).decode(), format="json")
    told = json.loads(exported("prov", material))
    values = [e for e in told["entity"].values() if e["kind"] == "value"]
    assert len(values) == len(material.record.values)
    assert len(list(found.get_records())) > len(values)
    words = {r.get("evidence") for r in told["wasDerivedFrom"].values()}
    assert {s.claim.evidence.exact for _, s in material.statements()} <= words


def test_a_csv_row_is_a_statement_and_no_cell_is_a_formula(material: Material) -> None:
    rows = list(csv.DictReader(io.StringIO(exported("csv", material).decode(), newline="")))
    assert len(rows) == len(list(material.statements()))
    assert [row["words"] for row in rows] == [s.claim.evidence.exact for _, s in material.statements()]
    assert {row["standing"] for row in rows} >= {"current", "superseded"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_parquet_has_the_same_rows_with_types(material: Material) -> None:
    pa = pytest.importorskip("pyarrow", reason="the tables extra is not installed")
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(exported("parquet", material)))
    assert table.schema.field("captured").type == pa.timestamp("us", tz="UTC")
    assert table.schema.field("head").type == pa.bool_()
    rows = table.to_pylist()
    assert [(row["words"], row["said_by"]) for row in rows] == [
        (s.claim.evidence.exact, s.said.not_after) for _, s in material.statements()
    ]


@pytest.mark.parametrize("form", EXPORTS)
def test_a_production_of_which_nothing_is_said_can_be_exported(opened: Callable[..., Desk], form: str) -> None:
    assert exported(form, material_of(opened("first"), "Salt & <Stone>"))


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_is_the_same_each_time(material: Material, form: str) -> None:
    assert exported(form, material) == exported(form, material)


def test_an_export_as_known_on_a_day_has_nothing_that_was_said_later(opened: Callable[..., Desk]) -> None:
    then = datetime(2030, 2, 28, tzinfo=UTC)
    material = material_of(opened(), "GH", known=then)
    assert max(change.said for change in material.changes) <= then
    assert "2032" not in exported("csv", material).decode()
