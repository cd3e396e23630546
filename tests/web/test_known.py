"""A record is shown as it was known on a date."""

from starlette.testclient import TestClient


def test_the_date_that_stood_then_is_what_a_reader_is_told_first(site: TestClient) -> None:
    then = site.get("/productions/the-copper-tide?known=2030-03-01").text
    now = site.get("/productions/the-copper-tide").text
    assert "<dd>4 July 2031</dd>" in then
    assert "10 October 2031" not in then
    assert "<dd>10 October 2031</dd>" in now


def test_before_anything_was_said_nothing_is_known(site: TestClient) -> None:
    assert "nothing was said of it by then" in site.get("/productions/the-copper-tide?known=2029").text


def test_no_date_at_all_is_refused_in_plain_words(site: TestClient) -> None:
    answer = site.get("/productions/the-copper-tide?known=someday")
    assert answer.status_code == 400
    assert "is no date" in answer.text


def test_the_days_on_which_it_changed_can_be_stepped_through(site: TestClient) -> None:
    text = site.get("/productions/the-copper-tide?known=2030-03-01").text
    assert 'href="/productions/the-copper-tide?known=2030-02-01"' in text
    assert 'href="/productions/the-copper-tide?known=2030-05-02"' in text


def test_changes_stories_footage_and_conflicts_are_those_of_the_date_too(site: TestClient) -> None:
    film = "/productions/the-copper-tide"
    for page, then, now in (
        ("changes", "4 July 2031", "10 October 2031"),
        ("stories", "Early, 1 February 2030", "It now opens in cinemas"),
        ("conflicts", "No document contradicts another by then.", "11 October 2031"),
    ):
        early, late = site.get(f"{film}/{page}?known=2030-03-01").text, site.get(f"{film}/{page}").text
        assert then in early, page
        assert now not in early.split('id="answer"')[1].split("</main>")[0], page
        assert now in late, page
    assert "No document tells of footage of it by then." in site.get(f"{film}/footage?known=2030-03-01").text


def test_the_date_goes_along_from_tab_to_tab(site: TestClient) -> None:
    text = site.get("/productions/the-copper-tide/changes?known=2030-03-01").text
    assert 'href="/productions/copper-tide/stories?known=2030-03-01"' in text


def test_of_a_trail_only_what_was_told_by_then_is_shown(sample_site: TestClient) -> None:
    listed = sample_site.get("/productions/harrow-line-afterlight/footage").text
    piece = listed.split('<h3><a href="')[1].split('"')[0]
    assert "Not told of yet" in sample_site.get(f"{piece}?known=2019").text
    assert "Not told of yet" not in sample_site.get(piece).text
