"""The API: what it answers, to whom, and how it says no."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("fastapi", reason="the site extra is not installed")

import schemathesis
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel
from starlette.testclient import TestClient

from setwatch.desk import Desk, new_token
from setwatch.model import Production
from setwatch.web import create_app
from setwatch.web.api import models

NOW = datetime(2031, 5, 1, 12, tzinfo=UTC)
PAGES = (
    (
        "2030-01-04",
        "Glass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said. Mara Lind directs Glass Harbour.",
    ),
    ("2030-02-08", "Glass Harbour has been delayed. It now opens in cinemas on 2 October 2031."),
    ("2030-03-01", "A clip on TikTok by @quaywatcher shows a chase from the set of Glass Harbour in Bergen."),
    (
        "2031-04-20",
        "New footage from the set of Glass Harbour in Bergen shows a chase. It was posted to TikTok by @quaywatcher.",
    ),
)
AT = "/api/v1"
TITLE = f"{AT}/productions/glass-harbour"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    rows = [{"url": f"https://p{n}.example/", "published": d, "text": t} for n, (d, t) in enumerate(PAGES)]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)))
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch([Production("Glass Harbour", ("GH",), "Harbour"), Production("Salt Road")])
        desk.add([tmp_path / "pages.jsonl"])
    return tmp_path / "store.sqlite3"


@pytest.fixture
def ask(store: Path) -> Iterator[Callable[..., TestClient]]:
    """Ask from this machine, or from an address elsewhere."""
    app = create_app(lambda: Desk.open(store, lambda: NOW))
    clients: list[TestClient] = []
    with TestClient(app, base_url="http://127.0.0.1"):  # runs the application's beginning and end

        def asking(host: str = "127.0.0.1", token: str | None = None) -> TestClient:
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            clients.append(TestClient(app, base_url="http://127.0.0.1", client=(host, 5000), headers=headers))
            return clients[-1]

        yield asking
        for client in clients:
            client.close()


def token(store: Path, name: str = "me", *, writes: bool = True) -> str:
    with Desk.open(store, lambda: NOW) as desk:
        return new_token(desk, name, NOW, writes=writes)


Ask = Callable[..., TestClient]


def test_a_record_is_what_it_was_on_a_day(ask: Ask) -> None:
    def dates(query: str) -> list[str]:
        values = ask().get(f"{TITLE}/record?property=release_date&standing=current{query}").json()["values"]
        return [value["value"] for value in values]

    assert dates("") == ["2031-10-02"]
    assert dates("&known=2030-01-31") == ["2031-06-05"]
    assert dates("&captured=2031-04-30") == []


def test_changes_come_in_pages_that_join_to_the_whole(ask: Ask) -> None:
    whole = ask().get(f"{TITLE}/changes").json()
    assert whole["next"] is None
    found: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = ask().get(f"{TITLE}/changes?limit=1{cursor}").json()
        found += page["items"]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert found == whole["items"]
    assert len(found) >= 4
    assert all(item["id"].startswith("change-") for item in found)


def test_footage_with_its_alarm_is_told(ask: Ask) -> None:
    [piece] = ask().get(f"{AT}/alarms").json()["items"]
    assert piece["old_as_new"][0]["evidence"]["url"] == "https://p3.example/"
    assert ask().get(f"{AT}/footage/{piece['footage']}").json() == piece
    assert ask().get(f"{TITLE}/footage").json()["items"] == [piece]


def test_an_answer_that_the_asker_has_is_not_sent_again(ask: Ask) -> None:
    first = ask().get(f"{TITLE}/record")
    again = ask().get(f"{TITLE}/record", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    other = ask().get(f"{TITLE}/record?known=2030-01-31", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    bare = ask().head(f"{TITLE}/record")
    assert (bare.status_code, bare.content, bare.headers["etag"]) == (200, b"", first.headers["etag"])


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/productions/nothing-like-it", 404, "is not watched"),
        ("/productions/glass-harbour/record?known=2030-02-31", 422, "known"),
        ("/productions/glass-harbour/record?property=budget", 422, "property"),
        ("/productions/glass-harbour/changes?cursor=bm93aGVyZQ", 409, "cursor"),
        ("/productions/glass-harbour/changes?limit=0", 422, "limit"),
        ("/footage/footage-none", 404, "footage"),
        ("/nowhere", 404, ""),
        ("/productions/a%0Ab", 404, "is not watched"),
    ],
)
def test_what_goes_wrong_is_a_problem(ask: Ask, path: str, status: int, detail: str) -> None:
    answer = ask().get(f"{AT}{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    told = answer.json()
    assert (told["status"], bool(told["title"])) == (status, True)
    assert detail in json.dumps(told)


def test_from_elsewhere_reading_needs_a_token(ask: Ask, store: Path) -> None:
    answer = ask("192.0.2.7").get(f"{AT}/productions")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert ask("192.0.2.7", "swt_wrong").get(f"{AT}/productions").status_code == 401
    assert ask("192.0.2.7", token(store, writes=False)).get(f"{AT}/productions").status_code == 200
    passed_on = ask().get(f"{AT}/productions", headers={"X-Forwarded-For": "192.0.2.7"})
    assert passed_on.status_code == 401


def test_writing_needs_a_token_that_may_write(ask: Ask, store: Path) -> None:
    body = {"name": "Low Tide", "aliases": ["LT"], "kind": "series"}
    assert ask().post(f"{AT}/productions", json=body).status_code == 401
    assert ask(token=token(store, "r", writes=False)).post(f"{AT}/productions", json=body).status_code == 403
    made = token(store)
    assert ask(token=made).post(f"{AT}/productions", json=body).status_code == 201
    assert ask().get(f"{AT}/productions/lt").json()["name"] == "Low Tide"
    with Desk.open(store) as desk:
        assert [t.name for t in desk.tokens.all()] == ["me", "r"]
        assert desk.tokens.revoke("me")
    assert ask(token=made).post(f"{AT}/productions", json=body).status_code == 401


def test_a_token_is_nowhere_in_the_store(store: Path) -> None:
    made = token(store)
    assert made.removeprefix("swt_").encode() not in b"".join(p.read_bytes() for p in store.parent.glob("store*"))


def test_a_document_that_is_given_changes_the_record(ask: Ask, store: Path) -> None:
    text = "Glass Harbour has been delayed from 2 October 2031 to 14 May 2032."
    body = {"documents": [{"url": "https://new.example/", "published": "2030-05-01", "text": text}]}
    client = ask(token=token(store))
    assert client.post(f"{AT}/documents", json=body).json() == {"read": 1, "already": 0, "refused": []}
    assert client.post(f"{AT}/documents", json=body).json()["already"] == 1
    values = client.get(f"{TITLE}/record?property=release_date&standing=current").json()["values"]
    assert [value["value"] for value in values] == ["2032-05-14"]


def test_documents_are_found_by_words_page_by_page(ask: Ask) -> None:
    def urls(query: str) -> list[str]:
        return [item["document"]["url"] for item in ask().get(f"{AT}/documents?{query}").json()["items"]]

    assert urls("q=clip") == ["https://p2.example/"]
    assert urls("q=glass+opens+cinemas") == ["https://p1.example/", "https://p0.example/"]
    assert urls("q=glass&known=2030-01-31") == ["https://p0.example/"]
    assert urls("q=glass&known=2030") == ["https://p2.example/", "https://p1.example/", "https://p0.example/"]
    assert urls("q=%3F!") == []
    assert urls("") == [f"https://p{n}.example/" for n in (3, 2, 1, 0)]
    found, cursor = list[str](), ""
    for _ in range(9):
        page = ask().get(f"{AT}/documents?q=glass&limit=1{cursor}").json()
        found += [item["document"]["url"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert found == [f"https://p{n}.example/" for n in (3, 2, 1, 0)]
    [item] = ask().get(f"{AT}/documents?q=clip").json()["items"]
    assert "clip" in item["evidence"]["exact"]
    assert item["said"]["not_after"] == "2030-03-01T23:59:59Z"
    assert ask().get(f"{AT}/documents?q=glass&cursor=bm93aGVyZQ").status_code == 409


def test_a_document_is_told_with_its_text_and_claims(ask: Ask) -> None:
    [item] = ask().get(f"{AT}/documents?q=clip").json()["items"]
    told = ask().get(f"{AT}/documents/{item['document']['version']}").json()
    for name in ("https://p2.example/", item["document"]["id"]):
        assert ask().get(f"{AT}/documents/{quote(name, safe='')}").json() == told
    text = told["document"]["text"]
    assert [told["document"]["url"], told["footage"][0]["production"]] == ["https://p2.example/", "Glass Harbour"]
    for claim in told["claims"]:
        evidence = claim["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["exact"]
    assert ask().get(f"{AT}/documents/doc-none").status_code == 404
    assert ask().get(f"{AT}/documents/{'0' * 64}").status_code == 404


def test_a_decision_needs_a_token_and_has_its_name(ask: Ask, store: Path) -> None:
    body = {"act": "date", "about": ["https://p1.example/", "2029-12-08"], "note": "the page says so"}
    assert ask().post(f"{AT}/decisions", json=body).status_code == 401
    client = ask(token=token(store, "Mia"))
    made = client.post(f"{AT}/decisions", json=body)
    assert (made.status_code, made.json()["author"], made.json()["note"]) == (201, "Mia", "the page says so")
    dates = client.get(f"{TITLE}/record?property=release_date&standing=current&known=2029-12-31").json()["values"]
    assert [value["value"] for value in dates] == ["2031-10-02"]
    assert client.get(f"{TITLE}/record").json()["decisions"] == [made.json()["id"]]
    back = {"act": "take-back", "about": [made.json()["id"]]}
    assert client.post(f"{AT}/decisions", json=back).status_code == 201
    first, second = ask().get(f"{AT}/decisions").json()["items"]
    assert (first["id"], first["taken_back_by"]) == (made.json()["id"], second["id"])
    assert client.post(f"{AT}/decisions", json=back).status_code == 409
    assert client.post(f"{AT}/decisions", json={"act": "date", "about": ["nowhere", "2030"]}).status_code == 409


def untold(model: BaseModel) -> list[str]:
    """Keys that a model was given and does not know, anywhere in it."""
    found = list(model.model_extra or {})
    for name in type(model).model_fields:
        values = getattr(model, name)
        for value in values if isinstance(values, list) else [values]:
            found += untold(value) if isinstance(value, BaseModel) else []
    return found


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/productions/gh", models.ProductionOut),
        ("/productions/gh/record", models.RecordOut),
        ("/productions/gh/changes", models.Page[models.ChangeOut]),
        ("/productions/gh/footage", models.Page[models.FootageOut]),
        ("/productions/gh/stories", models.Page[models.StoryOut]),
        ("/documents", models.Page[models.FoundOut]),
        ("/alarms", models.Page[models.FootageOut]),
        ("/suggestions", models.Page[models.SuggestionOut]),
    ],
)
def test_its_description_knows_all_that_it_tells(ask: Ask, path: str, shape: type[BaseModel]) -> None:
    assert untold(shape.model_validate(ask().get(f"{AT}{path}").json())) == []


def test_its_description_knows_all_that_a_document_says(ask: Ask) -> None:
    for item in ask().get(f"{AT}/documents").json()["items"]:
        told = ask().get(f"{AT}/documents/{item['document']['version']}").json()
        assert untold(models.ReadingOut.model_validate(told)) == []


def test_its_description_is_openapi_3_1(ask: Ask) -> None:
    told = ask().get(f"{AT}/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    problems = told["paths"]["/productions/{title}"]["get"]["responses"]["404"]["content"]
    assert list(problems) == ["application/problem+json"]


def test_schemathesis_finds_nothing(store: Path) -> None:
    made = token(store)
    app = create_app(lambda: Desk.open(store, lambda: NOW), hosts=["*"])
    with TestClient(app):
        schema = schemathesis.openapi.from_asgi(f"{AT}/openapi.json", app)
        checked: set[str] = set()
        for result in schema.get_all_operations():
            operation: Any = result
            checked.add(operation.ok().label)

            @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(case=operation.ok().as_strategy())
            def holds(case: Any) -> None:
                case.call_and_validate(headers={"Authorization": f"Bearer {made}"})

            holds()
        paths = TestClient(app).get(f"{AT}/openapi.json").json()["paths"]
    assert checked == {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert {"GET /documents", "GET /documents/{document}", "GET /decisions", "POST /decisions"} <= checked
