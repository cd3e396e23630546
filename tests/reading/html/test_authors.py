"""A byline is names: of people where there are any, of agencies and desks where there are none."""

from datetime import UTC, datetime

from setwatch.model import take
from setwatch.reading.html import read_html

WORDS = "<p>The crew of Harbour of Glass is setting up on the quays of Gdynia until the end of May.</p>"


def byline_of(head: str, body: str = "") -> tuple[str, ...]:
    page = f"<html><head>{head}</head><body>{body}{WORDS}</body></html>"
    return read_html(
        take(page.encode(), "text/html", datetime(2031, 3, 5, tzinfo=UTC), "https://courier.example/1")
    ).byline


def article(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>'


def test_json_ld_names_them_as_texts_objects_or_lists() -> None:
    assert byline_of(article('"Ines Okoro"')) == ("Ines Okoro",)
    assert byline_of(article('{"@type": "Person", "name": "Ines Okoro"}')) == ("Ines Okoro",)
    assert byline_of(article('[{"name": "Ines Okoro"}, {"name": "Pia Lund"}]')) == ("Ines Okoro", "Pia Lund")
    assert byline_of(article('{"name": ["Ines Okoro", "Pia Lund"]}')) == ("Ines Okoro", "Pia Lund")


def test_authors_that_stand_elsewhere_in_the_graph_are_found_by_id() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#ines"}},'
        '{"@type": "Person", "@id": "#ines", "name": "Ines Okoro"}]}</script>'
    )
    assert byline_of(graph) == ("Ines Okoro",)


def test_a_line_of_several_is_cut_into_names() -> None:
    assert byline_of('<meta name="author" content="By Ines Okoro, Pia Lund and Bo Ek">') == (
        "Ines Okoro",
        "Pia Lund",
        "Bo Ek",
    )


def test_a_desk_beside_a_person_is_left_out() -> None:
    assert byline_of(article('["Ines Okoro", "Courier Staff"]')) == ("Ines Okoro",)


def test_a_desk_alone_is_kept() -> None:
    assert byline_of(article('"Courier Staff"')) == ("Courier Staff",)


def test_an_address_is_no_name() -> None:
    assert byline_of('<meta property="article:author" content="https://faces.example/ines">') == ()


def test_the_outlet_as_author_gives_way_to_a_printed_name() -> None:
    head = '<meta property="og:site_name" content="The Courier">' + article('"The Courier"')
    assert byline_of(head, '<div class="byline">By <a rel="author" href="/ines">Ines Okoro</a></div>') == (
        "Ines Okoro",
    )
