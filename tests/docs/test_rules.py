"""Each standing rule names its test, and the test is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_tests_that_the_rules_name_are_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs/record.md").read_text(encoding="utf-8")))
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "tests/record").glob("test_*.py"))
    written = {name for text in texts for name in re.findall(r"^def (test_\w+)\(", text, re.MULTILINE)}
    assert named
    assert named <= written
