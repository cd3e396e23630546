"""Readings are found by what they are about, without a look at all the others."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from setwatch.model import Claim, Document, Modality, Polarity, Post, Property, Reading, quote, take
from setwatch.store import Store, at_address, of_production, with_post

NOW = datetime(2031, 5, 1, tzinfo=UTC)
POST = "https://reel.example/posts/7"


def put(store: Store, number: int, text: str, production: str | None, posts: tuple[str, ...] = ()) -> Reading:
    page = f"https://reel.example/{number // 10}"
    capture = take(text.encode(), "text/plain", NOW + timedelta(days=number), page, f"{number}.txt")
    place = quote(text, 0, len(text))
    shown = tuple(Post("twitter", None, None, "", place, permalink=address) for address in posts)
    document = Document(page, capture.digest, page, None, (), None, None, NOW.isoformat(), "en", text, shown)
    of = (Property.RELEASE_DATE, "2031", Modality.CERTAIN, Polarity.AFFIRMED, None, place)
    reading = Reading(document, (Claim(production, *of),) if production else ())
    store.keep_captures([capture])
    store.keep_reading(reading, "1")
    return reading


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite3")


def versions(readings: tuple[Reading, ...]) -> set[str]:
    return {reading.document.version for reading in readings}


def test_a_production_finds_all_versions_of_the_pages_that_speak_of_it(store: Store) -> None:
    silent, speaking = put(store, 10, "Nothing yet.", None), put(store, 11, "It opens in 2031.", "Glass Harbour")
    put(store, 20, "Another opens in 2031.", "Paper Moons")
    found = store.readings_with("1", of_production("Glass Harbour"))
    assert versions(found) == versions((silent, speaking))
    assert store.readings_with("2", of_production("Glass Harbour")) == ()


def test_an_address_finds_its_page_and_the_pages_that_show_its_post(store: Store) -> None:
    showing, other = put(store, 10, "A post.", None, (POST,)), put(store, 20, "None.", None)
    assert store.readings_with("1", at_address(POST), with_post(POST)) == (showing,)
    assert store.readings_with("1", at_address("https://reel.example/2")) == (other,)


def test_a_reading_made_anew_is_found_by_its_new_keys_alone(store: Store) -> None:
    put(store, 10, "It opens in 2031.", "Glass Harbour")
    again = put(store, 10, "It opens in 2031.", "Paper Moons")
    assert store.readings_with("1", of_production("Glass Harbour")) == ()
    assert store.readings_with("1", of_production("Paper Moons")) == (again,)
    store.drop_derived()
    assert store.readings_with("1", of_production("Paper Moons")) == ()
