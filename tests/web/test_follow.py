"""Pages lead to the feeds and calendars of what they show; a franchise shows its productions side by side."""

from starlette.testclient import TestClient

from setwatch.web.still import still


def test_pages_name_their_feeds_and_calendars_for_readers_and_browsers(site: TestClient) -> None:
    for page, what in (
        ("/", "all"),
        ("/productions/the-copper-tide", "production/copper-tide"),
        ("/franchises/tides", "franchise/tides"),
    ):
        text = site.get(page).text
        for address in (f"/feeds/{what}.atom", f"/feeds/{what}.rss", f"/feeds/{what}.json", f"/calendar/{what}.ics"):
            assert f'href="{address}"' in text, page
            assert site.get(address).status_code == 200, address
        assert f'href="webcal://localhost/calendar/{what}.ics"' in text, page


def test_a_page_asked_for_by_another_name_leads_there(site: TestClient) -> None:
    assert "webcal://localhost/" in site.get("/").text
    assert "webcal://127.0.0.1/" in site.get("http://127.0.0.1/").text


def test_a_franchise_shows_its_productions_side_by_side(sample_site: TestClient) -> None:
    text = sample_site.get("/productions/harrow-line-afterlight").text
    there = text.split('<p class="over">')[1].split('href="')[1].split('"')[0]
    assert there.startswith("/franchises/")
    shown = sample_site.get(there)
    assert shown.status_code == 200
    assert '<th scope="row"><a href="/productions/harrow-line-afterlight">' in shown.text
    assert 'href="/franchises/' in sample_site.get("/").text


def test_a_franchise_that_nothing_is_of_is_missing(site: TestClient) -> None:
    assert site.get("/franchises/tidal").status_code == 404


def test_in_a_site_of_files_calendars_are_followed_where_they_will_be() -> None:
    page = b'<!doctype html><a href="webcal://desk.example/calendar/all.ics">x</a><a href="/feeds/all.atom">y</a>'
    body, links = still(page, "/franchises/tides")
    assert b'"webcal://desk.example/calendar/all.ics"' in body
    assert links == ["/feeds/all.atom"]
