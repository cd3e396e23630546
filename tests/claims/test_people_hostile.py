"""Endless sentences and odd signs cost no more than a glance and break nothing."""

from time import perf_counter

import pytest

from setwatch.claims import distributor, titles
from setwatch.claims.people import find
from tests.claims.scenes import scene

LIMIT = 10.0
"""Seconds, generous for a slow machine: what is guarded against takes minutes."""

TEXTS = {
    "one run": "Ada Quill, " * 3000,
    "one sentence": "Ada Quill stars as Ada Quill and " * 1000,
    "brackets": "Ada Quill ((" * 1500,
    "titles": "will be called Aa Bb " * 1500,
    "studios": "Warner Bros. " * 2000,
    "signs": "Ada Quill \ue000\ue001\ue002 directs \ue000. " * 40,
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_read_in_time_and_cited_truly(name: str) -> None:
    told = scene(TEXTS[name], people=("Ada Quill",))
    start = perf_counter()
    claims = [*find(told), *distributor.find(told), *titles.find(told)]
    assert perf_counter() - start < LIMIT
    assert all(claim.evidence.stands_in(told.document.text) for claim in claims)
