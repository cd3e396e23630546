"""Pages that are made to take time or memory are refused or read, within bounds."""

import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setwatch.model import Document, take
from setwatch.reading.html import read_html

SECONDS = 10
PROSE = "<p>The second unit of Harbour of Glass has been seen on the quays of Gdynia, with two cranes and a tram.</p>"

REFUSED: dict[str, Callable[[], str]] = {
    "one tag, over and over": lambda: "<p>" * 2_700_000,
    "100,000 levels of boxes": lambda: "<div>" * 100_000 + "x",
    "a level short of the most tags": lambda: "<div>" * 79_000 + "x",
    "styles within styles": lambda: "".join(f"<b c={n}><div>" for n in range(3000)) + "</b>" * 3000,
    "styles opened again in each block": lambda: "".join(f"<i c={n}>" for n in range(1400)) + "<p>x" * 60_000,
    "an element of attributes": lambda: f"<div {' '.join(f'a{n}=1' for n in range(300_000))}>{PROSE}</div>",
}
READ: dict[str, Callable[[], str]] = {
    "1,400 levels of boxes": lambda: "<div>" * 1400 + PROSE,
    "1,400 levels of lists": lambda: "<ul><li>" * 1400 + PROSE,
    "3,000 tags of styles": lambda: "".join(f"<i c={n}>" for n in range(1400)) + "<p>x" * 1500 + PROSE,
    "boxes and tables across": lambda: "<div><table></div></table>" * 700 + PROSE,
    "10 MB of JSON-LD": lambda: (
        f'<script type="application/ld+json">[{",".join(["[1,2,3]"] * 1_250_000)}]</script>{PROSE}'
    ),
    "JSON-LD 100,000 deep": lambda: f'<script type="application/ld+json">{"[" * 100_000}</script>{PROSE}',
    "JSON-LD objects 100,000 deep": lambda: (
        '<script type="application/ld+json">' + '{"author":' * 100_000 + "1" + "}" * 100_000 + f"</script>{PROSE}"
    ),
    "words without a tag": lambda: PROSE + "word " * 1_500_000,
    "NULs": lambda: f"<p>\0</p>\0{PROSE}",
    "comments that do not end": lambda: f"{PROSE}<!--" + "x" * 1_000_000,
    "an endless byline": lambda: f'<meta name="author" content="{"and " * 200_000}">{PROSE}',
    "an endless date": lambda: f'<meta name="date" content="{"2031-" * 200_000}">{PROSE}',
}


def read(page: str) -> Document:
    return read_html(take(page.encode(), "text/html", datetime(2031, 3, 5, tzinfo=UTC), "https://courier.example/x"))


@pytest.mark.parametrize("name", REFUSED)
def test_a_bomb_is_refused_in_time(name: str) -> None:
    page = REFUSED[name]()
    start = time.process_time()
    with pytest.raises(ValueError, match="the page"):
        read(page)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("name", READ)
def test_an_odd_page_is_read_in_time(name: str) -> None:
    page = READ[name]()
    start = time.process_time()
    document = read(page)
    assert time.process_time() - start < SECONDS
    assert "quays of Gdynia" in document.text


def test_the_objects_of_json_ld_are_bounded_in_memory() -> None:
    page = f'<script type="application/ld+json">[{",".join(["{}"] * 1_000_000)}]</script>{PROSE}'
    tracemalloc.start()
    read(page)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 400_000_000


SOUP = [
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<a href='//[' >",
        "<b",
        "\0",
        "&#0;",
        "<table>",
        "<!--",
        '"',
        "x y",
        "<script>",
    ),
    *("</script>", "<time datetime='", "<meta property='og:title' content=", "<body>", "<template>", "<blockquote>"),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SOUP), max_size=40))
def test_any_tag_soup_is_a_document_or_refused(parts: list[str]) -> None:
    try:
        document = read("".join(parts))
    except ValueError:
        return
    assert document.text
    assert all(post.evidence.stands_in(document.text) for post in document.posts)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_refused(payload: bytes) -> None:
    try:
        document = read_html(take(payload, "text/html", datetime(2031, 3, 5, tzinfo=UTC)))
    except ValueError:
        return
    assert document.text.strip()
