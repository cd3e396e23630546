"""What a reader takes away: how to cite a page, whom to credit, and the same as data."""

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from setwatch.desk import Desk, material_of
from setwatch.publish.exports import exported
from setwatch.web.exports import MEDIA_TYPES

FILM = "/productions/harrow-line-afterlight"


def words(page: str) -> str:
    """The text of a page in one line."""
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


def piece(site: TestClient) -> str:
    """The address of the clip that came back."""
    found = re.search(r'<h3><a href="([^"]+)">Video: “Die 24', site.get(f"{FILM}/footage").text)
    assert found
    return found[1]


def test_a_record_is_cited_by_the_day_that_it_stands_for(sample_site: TestClient) -> None:
    now = words(sample_site.get(FILM).text)
    assert "“Harrow Line: Afterlight”, what was known by 24 Apr 2023, told by 13 documents. Setwatch." in now
    assert "http://localhost/productions/harrow-line-afterlight?known=2023-04-24" in now
    then = words(sample_site.get(f"{FILM}?known=2021-10-06").text)
    assert "what was known by 6 Oct 2021" in then
    assert "?known=2021-10-06" in then


@pytest.mark.parametrize("form", ["csv", "jsonld", "webannotation", "ninjs", "prov"])
def test_a_production_is_taken_away_as_the_command_writes_it(
    sample_site: TestClient, sample_store: Path, form: str
) -> None:
    answer = sample_site.get(f"/export/production/hl3.{form}")
    assert answer.headers["content-type"] == MEDIA_TYPES[form]
    assert answer.headers["content-disposition"].startswith('attachment; filename="harrow-line-afterlight.')
    with Desk.open(sample_store) as desk:
        assert answer.content == exported(form, material_of(desk, "HL3"))
    again = sample_site.get(f"/export/production/hl3.{form}", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_is_taken_away_is_as_known_on_the_date_of_the_page(sample_site: TestClient) -> None:
    page = sample_site.get(f"{FILM}?known=2021-10-06").text
    [link] = re.findall(r'href="(/export/production/[^"]+csv[^"]*)"', page)
    answer = sample_site.get(unescape(link))
    assert "harrow-line-afterlight-2021-10-06.csv" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["said_by"][:4] for row in rows} == {"2021"}


def test_a_trail_is_taken_away_as_a_graph(sample_site: TestClient) -> None:
    address = piece(sample_site).replace("/footage/", "/export/footage/")
    assert "gondelfranzi" in json.dumps(sample_site.get(f"{address}.prov").json())
    assert sample_site.get(f"{address}.graphml").content.startswith(b"<graphml")
    assert sample_site.get(f"{address}.csv").text.count("\n") > 8
    assert sample_site.get("/export/footage/footage-0.csv").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/export/production/hl3.exe",
        "/export/production/hl3.parquet",
        "/export/production/nowhere.csv",
        "/export/footage/footage-0.exe",
    ],
)
def test_what_is_no_export_is_not_there(sample_site: TestClient, address: str) -> None:
    assert sample_site.get(address).status_code == 404


def test_footage_says_in_short_whom_to_credit_and_who_else_is_said_to_be_first(sample_site: TestClient) -> None:
    page = words(sample_site.get(piece(sample_site)).text)
    assert "Had it first franzi (@gondelfranzi) on TikTok 2 Oct 2021 15:48" in page
    assert "First picked up by Nitrate Notes (@nitratenotes) on Twitter 3 Oct 2021 09:26" in page
    assert "First document here Inntal-Kurier, 4 October 2021" in page
    assert "credit franzi (@gondelfranzi) on TikTok, 2 Oct 2021 15:48" in page
    assert "2 are said to have had it first" in page
    assert "The clocks of the posts decide." in page
    assert re.search(r"@stuntreels_daily , refuted: posted 1,338 days after", page)


def test_a_statement_that_is_no_witness_of_its_own_says_with_whom_it_shares_one(sample_site: TestClient) -> None:
    page = words(sample_site.get(f"{FILM}/record/release_date").text)
    assert re.search(r"Matinee Post, 5 October 2021 \w+ rests on the same source as Slate & Reel, 4 October 2021", page)


def test_changes_between_two_dates_are_those_alone(sample_site: TestClient) -> None:
    page = sample_site.get(f"{FILM}/changes?since=2021-12-17&known=2022-03-31").text
    assert "after 17 Dec 2021" in page
    assert set(re.findall(r'<time datetime="([^"]+)"', page)) == {"2022-03-09"}
    assert "since=2021-12-17" in page
    none = words(sample_site.get(f"{FILM}/changes?since=2030-01-01").text)
    assert "Nothing changed after 1 Jan 2030." in none
    assert sample_site.get(f"{FILM}/changes?since=never").status_code == 400


def test_each_side_of_a_conflict_says_how_it_stands(sample_site: TestClient) -> None:
    now = words(sample_site.get(f"{FILM}/conflicts").text)
    assert "11 November 2022 superseded" in now
    then = words(sample_site.get(f"{FILM}/conflicts?known=2021-10-06").text)
    assert "18 November 2022 current" in then
    assert "11 November 2022 disputed" in then


def test_data_says_which_statements_share_a_witness(sample_site: TestClient) -> None:
    rows = csv.DictReader(io.StringIO(sample_site.get("/export/production/hl3.csv").text))
    dates = [row for row in rows if (row["property"], row["value"]) == ("release_date", "2022-11-18")]
    rests = {row["url"].split("/")[2]: row["rests_on"] for row in dates}
    assert "slateandreel.example" in rests["matineepost.example"]
    assert rests["slateandreel.example"] == ""
    values = sample_site.get("/api/v1/productions/hl3/record?property=release_date").json()["values"]
    [value] = [value for value in values if value["value"] == "2022-11-18"]
    told = {said["outlet"]: said["rests_on"] for said in value["statements"]}
    assert told["Matinee Post"] == rests["matineepost.example"]
    assert told["Slate & Reel"] is None
