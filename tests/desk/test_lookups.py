"""Single documents are looked up by their ids."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch.desk import Desk, UnknownTitleError

PAGES = (
    ("https://reel.example/gh", "2030-01-04\n\nGlass Harbour opens in cinemas on 5 June 2031."),
    ("https://reel.example/gh", "2030-01-04\n\nGlass Harbour now opens in cinemas on 9 June 2031."),
    ("https://quay.example/gh", "2030-01-05\n\nGlass Harbour is being filmed in Bergen."),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    hours = iter(range(24))
    with Desk.open(tmp_path / "store.sqlite3", lambda: datetime(2031, 5, 1, next(hours), tzinfo=UTC)) as desk:
        for url, text in PAGES:
            desk.add([io.BytesIO(json.dumps({"url": url, "text": text}).encode())])
        yield desk


def test_a_document_is_its_newest_version(desk: Desk) -> None:
    assert "9 June" in desk.document("https://reel.example/gh").document.text
    with pytest.raises(UnknownTitleError, match="no document"):
        desk.document("https://elsewhere.example/")


def test_readings_of_documents_are_all_their_versions(desk: Desk) -> None:
    found = desk.readings_at(["https://reel.example/gh"])
    assert len(found) == 2
    assert {reading.document.document_id for reading in found} == {"https://reel.example/gh"}
    origins = desk.origins(reading.document.version for reading in found)
    assert set(origins) == {reading.document.version for reading in found}
