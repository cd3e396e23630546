"""Captures go out as a web archive and come back as they were."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from setwatch.following import feeds_in
from tests.desk.test_gone_posts import PAGE, POST

Run = Callable[..., Result]
FEED = b"""<rss version="2.0"><channel><title>Reel</title><item><title>Set</title><link>https://reel.example/1</link>
<description>Glass Harbour is filming in Bergen.</description></item></channel></rss>"""


def captures(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT digest, payload, media_type, url, captured, origin FROM captures ORDER BY digest"
    ).fetchall()
    connection.close()
    return rows


def filled(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "boat.html").write_text(PAGE)
    (folder / "feed.xml").write_bytes(FEED)
    (folder / "a.txt").write_text("2030-01-05\n\nGlass Harbour opens in cinemas on 5 June 2031. Señales über alles.")
    (folder / "row.jsonl").write_text(
        json.dumps({"url": "https://molo.example/ä?b=1", "text": "Glass Harbour wrapped."}) + "\n"
    )
    run("watch", "Glass Harbour")
    assert run("add", "in").exit_code == 0
    run("decide", "gone", POST, "--by", "Mia")
    return tmp_path / "store.sqlite3"


def test_what_goes_out_comes_back_as_the_same_captures(run: Run, tmp_path: Path) -> None:
    path = filled(run, tmp_path)
    assert "5 captures in all.warc.gz" in run("export", "--warc", "all.warc.gz").stdout
    with gzip.open(tmp_path / "all.warc.gz") as whole:
        assert whole.read(10) == b"WARC/1.1\r\n"
    assert run("add", "all.warc.gz", "--store", "other.sqlite3").exit_code == 0
    assert captures(tmp_path / "other.sqlite3") == captures(path)
    run("watch", "Glass Harbour", "--store", "other.sqlite3")
    assert (
        run("show", "Glass Harbour", "--json", "--store", "other.sqlite3").stdout
        == run("show", "Glass Harbour", "--json").stdout
    )


def test_captures_with_hidden_words_stay_here(run: Run, tmp_path: Path) -> None:
    filled(run, tmp_path)
    run("settings", "gone-words", "hidden")
    told = json.loads(run("export", "--warc", "all.warc.gz", "--json").stdout)
    assert (told["captures"], told["left_out"]) == (4, 1)
    with gzip.open(tmp_path / "all.warc.gz") as whole:
        assert b"boat is on fire" not in whole.read()


@pytest.mark.parametrize("how", ["changed", "kind", "cut"])
def test_a_record_that_was_changed_is_refused(run: Run, tmp_path: Path, how: str) -> None:
    filled(run, tmp_path)
    run("export", "--warc", "all.warc.gz")
    data = gzip.decompress((tmp_path / "all.warc.gz").read_bytes())
    if how == "changed":
        data = data.replace(b"5 June 2031. Se", b"9 June 2031. Se")
    if how == "kind":
        data = data.replace(b"Setwatch-Media-Type: text/plain", b"Setwatch-Media-Type: text/magic")
    if how == "cut":
        data = data[:-200]
    (tmp_path / "all.warc").write_bytes(data)
    result = run("add", "all.warc", "--store", "other.sqlite3")
    assert result.exit_code == 1
    assert len(captures(tmp_path / "other.sqlite3")) == 4


def test_feeds_go_out_as_a_list_and_one_thing_is_asked_for_at_a_time(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.opml").write_text(
        '<opml version="2.0"><body><outline type="rss" text="R" xmlUrl="https://reel.example/f"/></body></opml>'
    )
    run("follow", "--opml", "in.opml")
    assert run("export", "--opml", "out.opml").exit_code == 0
    assert [source.url for source in feeds_in((tmp_path / "out.opml").read_bytes())] == ["https://reel.example/f"]
    assert run("export").exit_code == 2
    assert run("export", "A title", "--opml", "out.opml").exit_code == 2
    assert run("export", "--warc", "missing/all.warc.gz").exit_code == 1
