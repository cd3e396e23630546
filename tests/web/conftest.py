"""A desk with a few documents on a film that does not exist, and the site over it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the site extra is not installed")

from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.model import Production
from setwatch.web import create_app

ROOT = Path(__file__).resolve().parents[2]
FILM = Production("The Copper Tide", ("Copper Tide",), "Tides")

DOCUMENTS = (
    ("2030-02-01", "early", "The Copper Tide opens in cinemas on 4 July 2031, Lantern Pictures said."),
    ("2030-05-02", "moved", "The Copper Tide has been delayed. It now opens in cinemas on 10 October 2031."),
    ("2030-05-03", "stray", "The Copper Tide, which films in Bergen, opens in cinemas on 11 October 2031."),
    ("2030-06-01", "hostile", "<script>alert(1)</script> The Copper Tide is filming in Trieste.\u202e<b>bold</b>"),
)


def clock() -> datetime:
    """When everything was captured."""
    return datetime(2031, 1, 1, tzinfo=UTC)


def row(published: str, name: str, text: str) -> bytes:
    """A document as a line of JSON."""
    import json

    return json.dumps({"url": f"https://{name}.example/a", "text": f"{published}\n\n{text}"}).encode()


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the documents above."""
    path = tmp_path_factory.mktemp("site") / "store.sqlite3"
    with Desk.open(path, clock) as desk:
        desk.watch([FILM])
        desk.add([BytesIO(b"\n".join(row(*document) for document in DOCUMENTS))])
        desk.tracing()
    return path


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample of this repository."""
    import tomllib

    path = tmp_path_factory.mktemp("site") / "sample.sqlite3"
    watched = tomllib.loads((ROOT / "sample/watch.toml").read_text(encoding="utf-8"))["production"]
    with Desk.open(path, lambda: datetime(2026, 1, 1, tzinfo=UTC)) as desk:
        desk.watch([Production(p["name"], tuple(p["aliases"]), p["franchise"]) for p in watched])
        desk.add([ROOT / "sample/captures"])
        desk.tracing()
    return path


@pytest.fixture(scope="session")
def site(small_store: Path) -> Iterator[TestClient]:
    """The site over the small store, asked without a server."""
    with TestClient(create_app(lambda: Desk.open(small_store, clock)), base_url="http://localhost") as client:
        yield client


@pytest.fixture(scope="session")
def sample_site(sample_store: Path) -> Iterator[TestClient]:
    """The site over the sample."""
    app = create_app(lambda: Desk.open(sample_store), token="invented")
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000)) as client:
        yield client
