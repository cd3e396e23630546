"""Files, folders and streams to captures and refusals."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch.capture import DOCUMENT_BYTES, captures_of
from setwatch.model import Capture, Refusal

NOW = datetime(2031, 5, 1, tzinfo=UTC)
ROW = json.dumps({"url": "https://reel.example/1", "text": "Glass Harbour wraps."}).encode()


def taken(payload: bytes) -> list[Capture | Refusal]:
    return list(captures_of(io.BytesIO(payload), NOW, "in"))


def test_each_line_of_json_with_a_text_is_one_capture_of_that_line() -> None:
    found = taken(ROW + b"\r\n\n" + ROW + b" \n")
    assert [(c.payload, c.origin) for c in found if isinstance(c, Capture)] == [(ROW, "in#1"), (ROW, "in#3")]
    assert isinstance(found[0], Capture)
    assert (found[0].media_type, found[0].url) == ("application/json", "https://reel.example/1")


def test_a_record_written_over_several_lines_is_one_capture() -> None:
    payload = json.dumps(json.loads(ROW), indent=1).encode()
    assert [c.payload for c in taken(payload) if isinstance(c, Capture)] == [payload]


@pytest.mark.parametrize(
    ("payload", "media_type"),
    [
        (b"2031-05-01\n\nGlass Harbour is due in June.", "text/plain"),
        (b"a < b, says the director", "text/plain"),
        (b"<3 this trailer", "text/plain"),
        (b"\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html><title>x</title>", "text/html"),
        (b"<div class='post'>Glass Harbour</div>", "text/html"),
        ("<html><meta charset=windows-1252>café".encode("cp1252"), "text/html"),
    ],
)
def test_the_kind_is_told_from_the_content(payload: bytes, media_type: str) -> None:
    assert [c.media_type for c in taken(payload) if isinstance(c, Capture)] == [media_type]


@pytest.mark.parametrize(
    ("payload", "origin", "reason"),
    [
        (b" \n ", "in", "is empty"),
        (b"", "in", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "in", "is binary"),
        (b"caf\xe9", "in", "is not UTF-8 (byte 3)"),
        ("Hafen".encode("utf-16"), "in", "is UTF-16"),
        (ROW[:-9], "in#1", "cut-off JSON"),
        (b'{"title": "x"}', "in#1", "without a `text`"),
        (b'{"text": " "}', "in#1", "empty `text`"),
        (b'{"text": "\\ud800"}', "in#1", "surrogate"),
        (b'{"text": "x", "url": 3}', "in#1", "not a string"),
        (b'{"text": ' + b"[" * 100_000, "in#1", "too deep"),
        (b"x" * (DOCUMENT_BYTES + 1), "in", "has more than"),
        (b'{"text": "' + b"x" * DOCUMENT_BYTES + b'"}', "in#1", "has more than"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(payload: bytes, origin: str, reason: str) -> None:
    (found,) = taken(payload)
    assert isinstance(found, Refusal)
    assert found.origin == origin
    assert reason in found.reason
    assert "\n" not in found.reason


def test_one_bad_line_does_not_stop_the_next() -> None:
    assert [type(item) for item in taken(ROW + b'\n{"te\n' + ROW)] == [Capture, Refusal, Capture]


def test_a_folder_is_read_in_order_without_hidden_files_and_links_that_lead_out(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not ours")
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in ("b.txt", "a.bin", "sub/c.txt", ".hidden", ".git/x"):
        (folder / name).write_text(f"words of {name}")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    found = [Path(item.origin).relative_to(folder).as_posix() for item in captures_of(folder, NOW)]
    assert found == ["a.bin", "b.txt", "sub/c.txt"]


def test_a_file_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    (found,) = captures_of(tmp_path / "none.txt", NOW)
    assert isinstance(found, Refusal)
    assert found.origin.endswith("none.txt")
