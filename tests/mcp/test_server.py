"""The tools, asked as a client asks them."""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the mcp extra is not installed")

from mcp import Client, StdioServerParameters

from setwatch.desk import Desk
from setwatch.mcp import create_server
from setwatch.model import Production

PAGES = (
    ("2030-01-04", "Glass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said."),
    ("2030-02-08", "Glass Harbour has been delayed. It now opens in cinemas on 2 October 2031."),
    (
        "2030-03-01",
        "New footage from the set of Glass Harbour in Bergen shows a chase. It was posted to TikTok by @quaywatcher.",
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mcp")
    rows = [{"url": f"https://p{n}.example/", "published": d, "text": t} for n, (d, t) in enumerate(PAGES)]
    (folder / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)))
    with Desk.open(folder / "store.sqlite3", lambda: datetime(2031, 5, 1, tzinfo=UTC)) as desk:
        desk.watch([Production("Glass Harbour", ("GH",))])
        desk.add([folder / "pages.jsonl"])
        desk.tracing()
    return folder / "store.sqlite3"


@pytest.fixture(scope="module")
def desk(store: Path) -> Iterator[Desk]:
    with Desk.open(store) as opened:
        yield opened


def call(desk: Desk, tool: str, **asked: object) -> Any:
    async def ask() -> Any:
        async with Client(create_server(desk)) as client:
            return await client.call_tool(tool, asked)

    return asyncio.run(ask())


def told(desk: Desk, tool: str, **asked: object) -> Any:
    result = call(desk, tool, **asked)
    assert not result.is_error, result.content
    found = result.structured_content
    return found["result"] if found.keys() == {"result"} else found


def test_there_are_four_tools_that_only_read(desk: Desk) -> None:
    async def ask() -> Any:
        async with Client(create_server(desk)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(ask())
    assert sorted(tool.name for tool in tools) == ["changes", "get_record", "search", "trace"]
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert tool.output_schema
        assert "known" in tool.input_schema["properties"]


def test_a_record_is_what_it_was_and_each_value_has_address_words_and_time(desk: Desk) -> None:
    def dates(**more: object) -> list[tuple[str, str]]:
        values = told(desk, "get_record", title="gh", only="release_date", **more)["values"]
        for value in values:
            for said in value["statements"]:
                assert said["url"].startswith("https://p")
                assert said["quote"]
                assert said["said"]
        return [(value["value"], value["standing"]) for value in values if value["standing"] == "current"]

    assert dates() == [("2031-10-02", "current")]
    assert dates(known="2030-01") == [("2031-06-05", "current")]


def test_changes_say_was_and_is_and_why(desk: Desk) -> None:
    found = [c for c in told(desk, "changes", title="GH") if c["property"] == "release_date"]
    assert [(c["before"], c["after"]) for c in found] == [(None, "2031-06-05"), ("2031-06-05", "2031-10-02")]
    assert found[1]["because"]["quote"].startswith("It now opens in cinemas")
    assert found[1]["because"]["url"] == "https://p1.example/"
    assert len(told(desk, "changes", title="GH", known="2030-01")) == 1


def test_a_trail_says_who_had_it_first(desk: Desk) -> None:
    [trail] = told(desk, "trace", what="GH")
    assert trail["trail"][0]["who"] in {"quaywatcher", "@quaywatcher"}
    assert trail["trail"][0]["url"] == "https://p2.example/"
    assert told(desk, "trace", what="GH", known="2030-02") == []


def test_a_search_finds_the_words_as_they_stand(desk: Desk) -> None:
    found = told(desk, "search", query="harbour cinemas")
    assert [f["url"] for f in found] == ["https://p1.example/", "https://p0.example/"]
    assert "cinemas" in found[0]["quote"]
    assert [f["url"] for f in told(desk, "search", query="harbour cinemas", known="2030-01")] == ["https://p0.example/"]
    assert all(f["source"] and f["said"] for f in found)
    assert told(desk, "search", query='"harbour cinemas"') == []
    assert len(told(desk, "search", query="harb*", limit=2)) == 2
    assert told(desk, "search", query="?!") == told(desk, "search", query=" ") == []


@pytest.mark.parametrize(
    ("tool", "asked"),
    [
        ("get_record", {"title": "Nothing Like It"}),
        ("changes", {"title": "GH", "since": "2030-02-31"}),
        ("trace", {"what": "Nothing Like It"}),
        ("search", {"query": "x", "limit": 1000}),
    ],
)
def test_what_cannot_be_answered_is_an_error_of_the_tool(desk: Desk, tool: str, asked: dict[str, object]) -> None:
    assert call(desk, tool, **asked).is_error


def test_a_client_can_start_it_and_speak_to_it_over_pipes(store: Path) -> None:
    async def ask() -> Any:
        args = ["-m", "setwatch", "mcp", "--store", str(store)]
        path = {"PYTHONPATH": os.pathsep.join(sys.path)}
        command = StdioServerParameters(command=sys.executable, args=args, env=path)
        async with Client(command) as client:
            return await client.call_tool("get_record", {"title": "GH"})

    result = asyncio.run(asyncio.wait_for(ask(), 60))
    assert not result.is_error
    assert result.structured_content["production"] == "Glass Harbour"
