"""Words are found in documents and posts, and what is dropped is found no more."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.store.search import match_of

POST = """2030-03-03

Fans saw a crane over the harbour.

A crane over Bergen tonight! pic.twitter.com/abcdefghij
— Quay Watch (@quaywatch) March 2, 2030
"""


def test_a_document_is_found_with_its_words_marked(site: TestClient) -> None:
    text = site.get("/search", params={"q": "lantern"}).text
    assert "<mark>Lantern</mark> Pictures said" in text
    assert text.count('<li class="hit">') == 1


def test_words_in_quotes_stand_together(site: TestClient) -> None:
    assert 'class="hit"' in site.get("/search", params={"q": '"has been delayed"'}).text
    assert 'class="hit"' not in site.get("/search", params={"q": '"delayed been has"'}).text


@pytest.mark.parametrize("asked", ['"', "AND OR", "title:x^2", "-a*", "(", "NEAR(a b)", "\0", "a" * 300, "   "])
def test_nothing_that_is_typed_breaks_it(site: TestClient, asked: str) -> None:
    assert site.get("/search", params={"q": asked}).status_code == 200 or len(asked) > 200


@given(st.text(max_size=60))
def test_every_search_is_phrases_that_are_closed(asked: str) -> None:
    assert match_of(asked).count('"') % 2 == 0


def test_a_post_is_found_by_its_own_words_and_by_who_posted_it(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "s.sqlite3", lambda: datetime(2031, 1, 1, tzinfo=UTC)) as desk:
        desk.add([BytesIO(POST.encode())])
        (reading,) = desk.readings()
        assert reading.document.posts[0].handle == "quaywatch"
        assert [hit.post for hit in desk.search("quaywatch")] == [None, 0] or desk.search("quaywatch")[-1].post == 0
        assert {hit.post for hit in desk.search("bergen crane")} == {None, 0}


def test_a_reading_that_is_derived_again_is_found_once(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "s.sqlite3", lambda: datetime(2031, 1, 1, tzinfo=UTC)) as desk:
        desk.add([BytesIO(b"2030-03-03\n\nA crane over the harbour.")])
        desk.rebuild()
        assert len(desk.search("crane")) == 1
