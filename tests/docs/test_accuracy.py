"""The tables of docs/accuracy.md are renewed by commands that are there; the figures are not held here."""

import importlib.util
import re
import shlex
from pathlib import Path

from scripts import accuracy

TEXT = accuracy.ACCURACY.read_text(encoding="utf-8")
MARKERS = accuracy.markers(TEXT)
ROWS = {
    "claim writer": ("0.900", "0.800", "0.847"),
    "claim, all": ("0.900", "0.800", "0.847"),
    "published": ("1.000", "1.000", "1.000"),
}


def test_every_marker_has_its_end_and_none_stands_in_another() -> None:
    assert TEXT.count("<!-- figures:") == TEXT.count("<!-- end -->") == len(MARKERS) == len(set(MARKERS))


def test_every_table_of_the_corpus_is_on_the_page() -> None:
    assert {name.partition(" ")[2] for name in MARKERS if name.startswith("corpus ")} == set(accuracy.TABLES)


def test_every_command_is_there_and_written_out_for_readers() -> None:
    commands = [name for name in MARKERS if not name.startswith("corpus ")]
    assert "python -m evaluation.feeds" in commands
    for command in commands:
        python, option, module = shlex.split(command)
        assert (python, option) == ("python", "-m")
        assert importlib.util.find_spec(module) is not None
        assert f"`{command}`" in TEXT


def test_every_table_has_figures() -> None:
    assert re.search(r"<!-- figures: [^\n]+ -->\n<!-- end -->", TEXT) is None


def test_what_stands_between_markers_is_made_anew_and_nothing_else() -> None:
    text = "Before.\n\n<!-- figures: corpus claims -->\nold\nolder\n<!-- end -->\n\nAfter."
    new = "Before.\n\n<!-- figures: corpus claims -->\nnew: corpus claims\n<!-- end -->\n\nAfter."
    assert accuracy.renewed(text, lambda name: f"new: {name}") == new
    assert accuracy.renewed(new, lambda name: f"new: {name}") == new


def test_a_table_has_its_rows_and_a_column_for_each_part() -> None:
    held = {"claim, all": ("0.800", "0.700", "0.747")}
    assert accuracy.table_of("claims", {"all 6": ROWS, "held out (2)": held}).splitlines() == [
        "| precision / recall / F1 | all 6 | held out (2) |",
        "| --- | --- | --- |",
        "| claim writer | 0.900 / 0.800 / 0.847 | - |",
        "| claim, all | 0.900 / 0.800 / 0.847 | 0.800 / 0.700 / 0.747 |",
    ]


def test_the_make_target_runs_the_script() -> None:
    makefile = (Path(accuracy.ROOT) / "Makefile").read_text(encoding="utf-8")
    assert "\naccuracy:" in makefile
    assert "scripts/accuracy.py $(CORPUS)" in makefile
