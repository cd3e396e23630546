"""How many independent witnesses a value has."""

from setwatch.model import Reading, Tracing
from tests.record.sayings import claim, copy_of, known, page, value_of

JUNE = "2031-06-05"
REEL = page("The Reel", "2030-03-01", claim(JUNE))


def counts(*pages: Reading, tracing: Tracing | None = None) -> tuple[int, int]:
    value = value_of(known(list(pages), tracing=tracing), JUNE)
    return value.witnesses, len(value.documents)


def test_papers_that_rest_on_nothing_shared_are_as_many_witnesses() -> None:
    assert counts(REEL, page("Quay", "2030-03-02", claim(JUNE))) == (2, 2)


def test_a_copy_is_no_witness() -> None:
    mirror = page("Mirror", "2030-03-02", claim(JUNE))
    assert counts(REEL, mirror, tracing=copy_of(REEL, mirror)) == (1, 2)


def test_one_that_credits_the_other_is_no_witness() -> None:
    assert counts(REEL, page("Quay", "2030-03-02", claim(JUNE), via="The Reel")) == (1, 2)


def test_two_that_credit_one_source_for_the_fact_are_one() -> None:
    pages = [page(name, "2030-03-02", claim(JUNE, attribution="Mara Quill")) for name in ("Quay", "Dock")]
    assert counts(*pages) == (1, 2)


def test_two_with_unnamed_sources_need_not_mean_the_same_ones() -> None:
    pages = [page(name, "2030-03-02", claim(JUNE, attribution="sources")) for name in ("Quay", "Dock")]
    assert counts(*pages) == (2, 2)
