"""A desk, and a server on loopback that writes down what it got."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from setwatch.desk import Desk
from setwatch.model import Production
from tests.alerts.hooks import Clock, Hook


@pytest.fixture
def hook() -> Iterator[Hook]:
    state = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.got.append(({key.lower(): value for key, value in self.headers.items()}, body))
            status = state.answers.pop(0) if state.answers else 200
            state.told.append(((self.path.rsplit("&to=", 1)[-1], self.headers["webhook-id"]), status))
            self.send_response(status)
            for name, value in state.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            del args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/hook?key=hidden"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with Desk.open(tmp_path / "store.sqlite3", clock) as opened:
        opened.watch([Production("Glass Harbour", (), "Harbour"), Production("Salt Road")])
        yield opened


Say = Callable[[str, str], None]


@pytest.fixture
def say(desk: Desk, tmp_path: Path) -> Say:
    """Let a page say something on a date, and add it."""

    def saying(date: str, text: str) -> None:
        path = tmp_path / f"{abs(hash((date, text)))}.jsonl"
        path.write_text(json.dumps({"url": f"https://{path.stem}.example/", "published": date, "text": text}))
        desk.add([path])

    return saying
