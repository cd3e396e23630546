"""The site as files: links lead to files that are there, only what changed is written, nothing outside the folder."""

import re
from pathlib import Path

import feedparser
import pytest
from typer.testing import CliRunner, Result

from setwatch.cli import app
from setwatch.web.still import file_of


def publish(store: Path, folder: Path) -> Result:
    args = ["publish", str(folder), "--site", "https://desk.example/news", "--store", str(store)]
    return CliRunner().invoke(app, args, prog_name="setwatch")


@pytest.fixture(scope="module")
def published(small_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("still")
    result = publish(small_store, folder)
    assert result.exit_code == 0, result.output
    return folder


def test_each_link_is_relative_and_leads_to_a_file(published: Path) -> None:
    pages = list(published.rglob("*.html"))
    assert len(pages) >= 6
    for page in pages:
        for link in re.findall(r'(?:href|src)="([^"#]*)', page.read_text(encoding="utf-8")):
            if link and "://" not in link:
                assert not link.startswith("/"), (page, link)
                assert (page.parent / link).is_file(), (page, link)


def test_feeds_and_calendars_are_files_that_know_where_they_will_be(published: Path) -> None:
    found = feedparser.parse((published / "feeds/all.atom").read_bytes())
    assert {link.href for link in found.feed.links} >= {"https://desk.example/news/feeds/all.atom"}
    assert (published / "calendar/production/copper-tide.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert (published / "static/site.css").is_file()


def test_only_what_changed_is_written(published: Path, small_store: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in published.rglob("*") if path.is_file()}
    (published / "index.html").write_text("old")
    assert "1 of them new or changed" in " ".join(publish(small_store, published).stdout.split())
    after = {path: path.stat().st_mtime_ns for path in published.rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before[path]} == {published / "index.html"}


def test_a_link_out_of_the_folder_is_not_followed(small_store: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/productions").symlink_to(tmp_path / "out")
    assert publish(small_store, tmp_path / "site").exit_code == 1
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("address", ["/../a", "/a/%2e%2e/b", "/a%2fb", "/%00", "/a/.git", "/" + "x" * 300, "/c%3a"])
def test_no_address_is_a_file_elsewhere(address: str) -> None:
    assert file_of(address) is None
