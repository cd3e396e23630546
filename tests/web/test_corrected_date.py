"""A corrected date moves what was told by it: trails, alarms, feeds, calendars; taken back, it moves back."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the site extra is not installed")

from icalendar import Calendar
from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.model import Act, Decision, Production
from setwatch.web import create_app

CLIP, AGAIN, DELAY = "https://molo.example/clip", "https://quay.example/new", "https://reel.example/delay"
PAGES = {
    CLIP: ("2030-03-01", "A clip on TikTok by @quaywatcher shows a chase from the set of Glass Harbour in Bergen."),
    AGAIN: (
        "2030-03-09",
        "New footage from the set of Glass Harbour in Bergen shows a chase. It was posted to TikTok by @quaywatcher.",
    ),
    DELAY: ("2030-02-08", "Glass Harbour has been delayed. It now opens in cinemas on 2 October 2032."),
}


class Clock:
    now = datetime(2032, 5, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "store.sqlite3", Clock()) as opened:
        opened.watch([Production("Glass Harbour", ("GH",))])
        rows = [json.dumps({"url": url, "published": date, "text": text}) for url, (date, text) in PAGES.items()]
        opened.add([BytesIO("\n".join(rows).encode())])
        yield opened


@pytest.fixture
def site(desk: Desk) -> Iterator[TestClient]:
    app = create_app(lambda: Desk.open(desk.path))
    with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client:
        yield client


def alarms(site: TestClient) -> list[str]:
    """The pages that raise an alarm: those of the feed, which are those of the API and of the first page."""
    items: list[dict[str, Any]] = site.get("/feeds/alarms.json").json()["items"]
    told = [a["evidence"]["url"] for p in site.get("/api/v1/alarms").json()["items"] for a in p["old_as_new"]]
    assert [item["external_url"] for item in items] == told
    assert bool(told) == ("Old footage back as new" in site.get("/").text)
    return told


def back(desk: Desk, decision: Decision) -> None:
    desk.decide(Act.TAKE_BACK, [decision.decision_id], "Mia")


def test_a_later_date_raises_an_alarm(desk: Desk, site: TestClient) -> None:
    assert alarms(site) == []
    made = desk.decide(Act.DATE, [AGAIN, "2031-04-20"], "Mia")
    assert alarms(site) == [AGAIN]
    [piece] = desk.trails("GH")
    assert piece.appearances[0].document_id == CLIP
    rebuilt = desk.trails()
    desk.rebuild()
    assert (desk.trails(), alarms(site)) == (rebuilt, [AGAIN])
    back(desk, made)
    assert alarms(site) == []


def test_an_earlier_date_makes_it_the_first(desk: Desk, site: TestClient) -> None:
    made = desk.decide(Act.DATE, [AGAIN, "2031-04-20"], "Mia")
    assert alarms(site) == [AGAIN]
    again = desk.decide(Act.DATE, [CLIP, "2031-04-18"], "Mia")
    assert alarms(site) == []
    back(desk, again)
    assert alarms(site) == [AGAIN]
    desk.decide(Act.DATE, [AGAIN, "2029-11-02"], "Mia")
    assert alarms(site) == []
    [piece] = desk.trails("GH")
    assert piece.appearances[0].time.not_after == datetime(2029, 11, 2, 23, 59, 59, tzinfo=UTC)
    back(desk, made)
    assert alarms(site) == []


def test_a_change_moves_to_the_day_on_which_it_was_said(desk: Desk, site: TestClient) -> None:
    def told() -> tuple[str, str, str]:
        [item] = site.get("/feeds/production/gh.json?property=release_date").json()["items"]
        [event] = Calendar.from_ical(site.get("/calendar/all.ics").content).walk("VEVENT")
        assert "2 October 2032" in item["title"]
        return item["date_published"], f"{event.decoded('last-modified'):%Y%m%d}", str(event["uid"])

    before = told()
    assert before[:2] == ("2030-02-08T23:59:59Z", "20300208")
    made = desk.decide(Act.DATE, [DELAY, "2031-02-08"], "Mia")
    assert told() == ("2031-02-08T23:59:59Z", "20310208", before[2])
    back(desk, made)
    assert told() == before


def test_what_the_desk_had_before_a_correction_is_not_corrected(desk: Desk) -> None:
    then = datetime(2032, 5, 1, 12, tzinfo=UTC)
    before = desk.record("GH", captured=then), desk.changes("GH", captured=then)
    made = desk.decide(Act.DATE, [DELAY, "2031-02-08"], "Mia")
    assert made.made < then  # it is the same day
    early = made.made - timedelta(seconds=1)
    assert desk.record("GH", captured=early).values == before[0].values
    assert desk.changes("GH", captured=early) == before[1]
    assert desk.changes("GH", captured=then) != before[1]
