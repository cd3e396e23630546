"""A desk with a film whose date moves three times, a rumour, a copy, and footage that comes back as new."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from setwatch.desk import Desk
from setwatch.model import Kind, Production

NOW = datetime(2031, 5, 1, 12, tzinfo=UTC)
GLASS = Production("Glass Harbour", ("GH",), "Harbour")
SALT = Production("Salt & <Stone>", (), "Harbour", Kind.SERIES)

TEXTS = {
    "first": "2030-01-04\n\nGlass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said.",
    "second": "2030-02-08\n\nGlass Harbour has been delayed. It now opens in cinemas on 2 October 2031.",
    "third": "2030-03-09\n\nGlass Harbour has been delayed from 2 October 2031 to 14 May 2032.",
    "fourth": "2030-04-09\n\nGlass Harbour has been delayed again, from 14 May 2032 to 1 October 2032.",
    "clip": "2030-03-01\n\nA clip on TikTok by @quaywatcher shows a chase from the set of Glass Harbour in Bergen.",
}

Open = Callable[..., Desk]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Open a desk over these of the texts, each a page of its own; over all where no text is given. It is read only."""
    desks: dict[str, Desk] = {}

    def opening(*names: str, **more: str) -> Desk:
        key = repr((sorted(names), more))
        if key in desks:
            return desks[key]
        folder = tmp_path_factory.mktemp("desk")
        texts = {name: TEXTS[name] for name in names or (() if more else TEXTS)} | more
        lines = []
        for name, text in texts.items():
            date, _, body = text.partition("\n\n")
            row = {"url": f"https://{name}.example/a?b=1&c=2", "published": date, "text": body}
            lines.append(json.dumps(row))
        (folder / "pages.jsonl").write_text("\n".join(lines))
        desk = Desk.open(folder / "store.sqlite3", lambda: NOW)
        desks[key] = desk
        desk.watch([GLASS, SALT])
        desk.add([folder / "pages.jsonl"])
        return desk

    yield opening
    for desk in desks.values():
        desk.close()
