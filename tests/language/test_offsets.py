"""Every span that the language layer returns is what it says it is, whatever the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setwatch.language import analyse
from setwatch.model import Analysis, Document
from tests.language.language_texts import HOLLOW, LANTERN, RIVERFALL, RIVERFALL_NEXT, document, post

WATCHED = (RIVERFALL, RIVERFALL_NEXT, HOLLOW, LANTERN)
PIECES = [
    "Riverfall 4",
    "the fifth film",
    "“",
    "”",
    "said Jane Roe",
    "in Oslo",
    " and 5",
    "#RF4",
    "\n",
    "\n\n",
    ". ",
    "!” ",
    "Mr. ",
    "St. Ives",
    "J.J. ",
    "Northlight Pictures",
    "Lantern",
    "O’Hara",
    "ÅSA",
    "İstanbul",
    "в Осло",
    "»",
    "«",
    "’s ",
    "\u2028",
    "🎬",
    "Dec. 4",
    "RIVERFALL: DEEP WATER",
    "director ",
    "the sequel",
    "(2019)",
    "Netflix",
    "ﬁlm",
    "é",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def check(doc: Document, analysis: Analysis) -> None:
    text = doc.text
    end = 0
    for sentence in analysis.sentences:
        assert text[sentence.span.start : sentence.span.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert sentence.span.start >= end
        end = sentence.span.end
        if sentence.post is not None:
            evidence = doc.posts[sentence.post].evidence
            assert evidence.start <= sentence.span.start < sentence.span.end <= evidence.end
    for production in analysis.productions:
        assert text[production.span.start : production.span.end] == production.surface != ""
    spans = sorted(
        [(m.span.start, m.span.end) for m in analysis.names]
        + [(m.span.start, m.span.end) for m in analysis.productions]
    )
    assert all(0 <= start < stop <= len(text) for start, stop in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    for quotation in analysis.quotations:
        assert 0 < quotation.span.start < quotation.span.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(("en", "de", "ru", "hu", "und", "")))
def test_spans_are_true(text: str, lang: str) -> None:
    doc = document(text, lang)
    check(doc, analyse(doc, WATCHED))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=30), st.data())
def test_no_sentence_crosses_the_edge_of_a_post(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    doc = document(text, posts=(post(text, start, end),) if text[start:end].strip() else ())
    check(doc, analyse(doc, WATCHED))


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_analysis(text: str) -> None:
    assert analyse(document(text), WATCHED) == analyse(document(text), WATCHED)


HOSTILE = [
    "A",
    "A ",
    "a.",
    "“",
    "„“",
    "Mr. ",
    ". ",
    "Riverfall ",
    "Riverfall 4 and ",
    "de la ",
    "A de la ",
    "#",
    "\n",
    "J.",
    "'A ",
    "_a",
    "(",
    "1",
    "the sequel ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_hostile_text_alone(unit: str) -> None:
    doc = document((unit * 100_000)[:100_000])
    analyse(document("Riverfall"), WATCHED)
    start = time.process_time()
    analyse(doc, WATCHED)
    assert time.process_time() - start < 3
