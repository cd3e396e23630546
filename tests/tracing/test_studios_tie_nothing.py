"""Two documents tell of one event because they name one origin, unless that is a studio, which puts out much."""

from collections.abc import Callable

import pytest

from setwatch.model import Reading, Role
from setwatch.tracing.across.actors import is_studio
from setwatch.tracing.across.paper import paper_of


@pytest.mark.parametrize(("actor", "ties"), [("Netflix", frozenset()), ("Mara Lindqvist", {"maralindqvist"})])
def test_an_origin_ties_documents_unless_it_is_a_studio(
    reading: Callable[..., Reading], actor: str, ties: frozenset[str]
) -> None:
    text = "They gave out a video of an empty quay at night."
    one = reading("one", text, "2026-01-02", video=text, steps=((actor, None, Role.ORIGIN, "gave out"),))
    assert paper_of(one).actors == ties


def test_studios_are_known_by_name() -> None:
    assert is_studio("Netflix")
    assert not is_studio("Mara Lindqvist")
