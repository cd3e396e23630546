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
