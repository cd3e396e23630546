"""Which production a sentence is about."""

from setwatch.claims.scene import Scene

from .scenes import HARBOUR, TUNDRA, scene

TITLES = {"Harbour Lights": "Harbour Lights", "Tundra": "Tundra", "Old Quay": None}


def about(found: Scene, words: str) -> str | None:
    at = found.document.text.index(words)
    sentence = next(s for s in found.analysis.sentences if s.span.start <= at < s.span.end)
    production = found.production_at(sentence, at)
    return production.name if production else None


def test_the_title_in_the_sentence_decides() -> None:
    found = scene("Harbour Lights opens in May. Tundra follows in June.", titles=TITLES)
    assert about(found, "in May") == HARBOUR.name
    assert about(found, "in June") == TUNDRA.name


def test_the_topic_runs_on() -> None:
    found = scene("Tundra shoots in Umea. It comes in June.", titles=TITLES)
    assert about(found, "June") == TUNDRA.name


def test_another_title_takes_the_claim_away() -> None:
    found = scene("Harbour Lights has a date. Old Quay came out in 1999.", titles=TITLES)
    assert about(found, "1999") is None


def test_without_a_title_it_is_what_the_document_is_about() -> None:
    assert about(scene("The crew was in Umea.", titles={}), "Umea") == HARBOUR.name
    assert about(scene("The crew was in Umea.", titles={}, main=None), "Umea") is None


def test_below_a_line_of_a_list_its_title_is_the_topic() -> None:
    found = scene("Harbour Lights is here.\n5. Tundra (May)\nThe crew was in Umea.\nAll went well.", titles=TITLES)
    assert about(found, "Umea") == TUNDRA.name
    assert about(found, "well") == TUNDRA.name


def test_below_any_other_line_it_is_what_the_document_is_about() -> None:
    found = scene("Harbour Lights is here.\nAnd Tundra (May) too\nThe crew was in Umea.", titles=TITLES)
    assert about(found, "Umea") == HARBOUR.name


def test_what_a_sequel_comes_from_is_not_the_topic() -> None:
    found = scene("The sequel to the 2019 hit Tundra has a date.\nIt comes in June.", titles=TITLES)
    assert about(found, "June") == HARBOUR.name
