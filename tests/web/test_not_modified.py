"""A page that a browser has already is not sent again."""

from starlette.testclient import TestClient


def test_the_same_page_is_answered_with_304_and_without_its_words(site: TestClient) -> None:
    first = site.get("/productions/the-copper-tide")
    again = site.get("/productions/the-copper-tide", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_another_page_has_another_tag(site: TestClient) -> None:
    tag = site.get("/productions/the-copper-tide").headers["etag"]
    answer = site.get("/productions/the-copper-tide?known=2030-03-01", headers={"if-none-match": tag})
    assert answer.status_code == 200
