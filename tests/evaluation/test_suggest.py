"""What is proposed from feeds is judged by hand."""

from pathlib import Path

import pytest

from evaluation.suggest import HERE, figures, main, proposed, unjudged, verdicts
from setwatch.model import fold


def test_most_of_what_feeds_report_on_is_proposed(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feeds = shared / "formats/feeds"
    monkeypatch.setattr("sys.argv", ["evaluation.suggest", str(feeds)])
    assert main() == 0


def test_a_title_that_is_not_judged_fails() -> None:
    judged = verdicts(HERE / "suggest.csv")
    assert unjudged(judged, ()) == []
    assert figures(judged, ()) == (0.0, 0.0)


def test_the_annotated_productions_come_out_on_top(shared: Path) -> None:
    found = proposed(sorted((shared / "corpus").glob("*/docs.jsonl")))
    names = [{fold(name) for name in (each.title, *each.also)} for each in found]
    wanted = (
        {"mission impossible 7", "mission impossible dead reckoning part one"},
        {"no time to die", "bond 25"},
        {"batman"},
        {"dune part two", "dune 2"},
        {"house of the dragon"},
        {"spider man no way home"},
    )
    places = [next(place for place, each in enumerate(names, 1) if each & want) for want in wanted]
    assert max(places) <= 10
