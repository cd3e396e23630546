"""Sentences that credit a source in the manner of many outlets, and some that credit none."""

import io
import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from setwatch.desk import read_source
from setwatch.model import Kind, Production, Reading

FILE = Path(__file__).with_name("sources_in_many_manners.toml")
SENTENCES = tomllib.loads(FILE.read_text(encoding="utf-8"))["sentence"]
WATCHED = (Production("The Glass Harbour", kind=Kind.FILM),)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _sources(text: str, lang: str = "en", outlet: str = "Own Page") -> list[str]:
    record = {"id": "a", "url": "https://own-page.example/a", "lang": lang, "text": f"{text}\n", "outlet": outlet}
    ((_, reading),) = read_source(io.BytesIO(json.dumps(record).encode()), WATCHED, NOW)
    assert isinstance(reading, Reading)
    return [credit.source for credit in reading.telling.credits]


@pytest.mark.parametrize("sentence", [pytest.param(s, id=s["text"][:60]) for s in SENTENCES])
def test_the_sources_that_a_sentence_credits(sentence: dict[str, Any]) -> None:
    text = f"News of The Glass Harbour.\n\n{sentence['text']}"
    assert _sources(text, sentence.get("lang", "en")) == sentence["sources"]


def test_the_same_article_is_the_outlet_named_before() -> None:
    text = "PierBible has the photos: Oke Brandt on a tram.\n\nAccording to the same article, it burns in the end."
    assert _sources(text) == ["PierBible"]


def test_a_paper_s_own_short_name_is_no_source() -> None:
    assert _sources('"I heard the bang," she told The Beacon.', outlet="Leith Beacon") == []
