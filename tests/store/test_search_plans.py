"""A search of words that many documents have finds the newest of them, as one of rare words does."""

from pathlib import Path

import pytest

from setwatch.store import search
from tests.desk.test_neighbourhoods import NOW, WATCHED, documents


@pytest.mark.parametrize("few", [0, 5, 1000])
def test_however_many_there_are_the_newest_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    import io

    from setwatch.desk import Desk

    monkeypatch.setattr(search, "FEW", few)
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        desk.watch(WATCHED)
        desk.add([io.BytesIO(b"\n".join(documents(40)))])
        texts = {r.document.version: r.document for r in desk.readings()}
        wanted = [d for d in texts.values() if "crane" in d.text.split()]
        found = [texts[hit.version] for hit in desk.search("crane", 100)]
        assert {d.version for d in found} == {d.version for d in wanted}
        said = [d.published or "" for d in found]
        assert said == sorted(said, reverse=True)
        pages = [hit for start in range(0, len(found), 3) for hit in desk.search("crane", 3, start)]
        assert pages == list(desk.search("crane", 100))
        assert desk.search("nowhere", 10) == ()
