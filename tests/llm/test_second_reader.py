"""A language model as a second reader, played by a server on loopback with recorded replies."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

pytest.importorskip("httpx", reason="the llm extra is not installed")

from setwatch.language import analyse
from setwatch.llm import ModelError, ModelReader
from setwatch.model import Claim, Polarity, Production, take
from setwatch.reading import read

NOW = datetime(2031, 5, 1, tzinfo=UTC)
GLASS = Production("Glass Harbour", ("GH",))
TEXT = " date 2030-03-01 Glass Harbour, directed by Ada Lind, is expected to open on 2 October 2031, The Reel reports."
DOCUMENT = read(take(TEXT.encode(), "text/plain", NOW))
ANALYSIS = analyse(DOCUMENT, (GLASS,))
DATE = {
    "production": "GH",
    "property": "release_date",
    "value": "2031-10-02",
    "modality": "probable",
    "negated": False,
    "attributed_to": "The Reel",
    "quote": "expected to open on 2 October 2031",
}


class Model(HTTPServer):
    """A stand-in: answers every request with `reply`, keeps what it was asked."""

    reply: bytes = b""
    status = 200
    asked: list[dict[str, object]]


class Handler(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.reply)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model(("127.0.0.1", 0), Handler)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def reader(model: Model) -> ModelReader:
    return ModelReader(f"http://127.0.0.1:{model.server_port}/v1", "stand-in", "secret")


def recorded(*claims: object) -> bytes:
    content = json.dumps({"claims": claims})
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def test_a_claim_that_the_document_bears_out_is_accepted_and_marked(model: Model) -> None:
    model.reply = recorded(DATE)
    (found,) = reader(model).find_claims(DOCUMENT, ANALYSIS, (GLASS,))
    assert isinstance(found, Claim)
    assert (found.production, found.value, found.attribution) == ("Glass Harbour", "2031-10-02", "The Reel")
    assert (found.found_by, found.polarity) == ("stand-in", Polarity.AFFIRMED)
    assert found.evidence.stands_in(DOCUMENT.text)


def test_the_model_gets_the_document_and_the_names_and_no_more(model: Model) -> None:
    model.reply = recorded()
    reader(model).find_claims(DOCUMENT, ANALYSIS, (GLASS,))
    (asked,) = model.asked
    assert (asked["path"], asked["key"], asked["temperature"]) == ("/v1/chat/completions", "Bearer secret", 0)
    assert DOCUMENT.text in str(asked["messages"][1]["content"])  # type: ignore[index]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "opens on 2 October 2031"}, "does not stand in"),
        ({"value": "2031-11-02"}, "makes up a date"),
        ({"property": "cast_member", "value": "Bo Marsh", "quote": "Ada Lind"}, "makes up a name"),
        ({"property": "production_status", "value": "thinking"}, "no known status"),
        ({"production": "Steel Harbour"}, "no watched production"),
        ({"modality": "surely"}, "no modality"),
    ],
)
def test_what_the_document_does_not_bear_out_is_rejected_with_a_reason(
    model: Model, change: dict[str, str], reason: str
) -> None:
    model.reply = recorded({**DATE, **change}, DATE)
    accepted, rejected = reader(model).ask(DOCUMENT, ANALYSIS, (GLASS,))
    assert [claim.value for claim in accepted] == ["2031-10-02"]
    assert [reason in r.reason for r in rejected] == [True]


@pytest.mark.parametrize("reply", [b"", b"{}", b'{"choices": []}', b"\xff", recorded()[:-9]])
def test_a_reply_that_is_none_is_said_in_one_line(model: Model, reply: bytes) -> None:
    model.reply = reply
    with pytest.raises(ModelError, match="no JSON"):
        reader(model).find_claims(DOCUMENT, ANALYSIS, (GLASS,))


def test_a_model_that_fails_or_is_not_there_is_named_without_its_key(model: Model) -> None:
    model.status = 500
    with pytest.raises(ModelError, match="answers 500") as failed:
        reader(model).find_claims(DOCUMENT, ANALYSIS, (GLASS,))
    assert "secret" not in str(failed.value)
    with pytest.raises(ModelError, match="cannot be asked"):
        ModelReader("http://127.0.0.1:9/v1", "gone").find_claims(DOCUMENT, ANALYSIS, (GLASS,))


def test_without_watched_productions_nothing_is_asked(model: Model) -> None:
    assert reader(model).find_claims(DOCUMENT, ANALYSIS, ()) == ()
    assert model.asked == []
