"""With `ahead`, what pages show is made before anybody asks for it."""

import time
from pathlib import Path

from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.store import Store
from setwatch.web import create_app
from tests.web.conftest import DOCUMENTS, FILM, clock, row


def test_ledgers_are_there_before_the_first_request(tmp_path: Path) -> None:
    from io import BytesIO

    path = tmp_path / "store.sqlite3"
    with Desk.open(path, clock) as desk:
        desk.watch([FILM])
        desk.add([BytesIO(b"\n".join(row(*document) for document in DOCUMENTS))])
    store = Store(path)
    assert store.ledgers.last(FILM.name) == (None, False)
    with TestClient(create_app(lambda: Desk.open(path, clock), ahead=True), base_url="http://localhost") as site:
        until = time.monotonic() + 60
        while not (made := store.ledgers.last(FILM.name)[1]) and time.monotonic() < until:
            time.sleep(0.05)
        assert made
        assert site.get("/productions/copper-tide").status_code == 200
    store.close()
