"""README.md: its outputs are what the commands print over the sample, and its links lead somewhere."""

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_outputs_are_what_the_commands_print() -> None:
    renewed = runpy.run_path(str(ROOT / "scripts/readme.py"))["renewed"]
    assert README.count("```console\n$ setwatch ") >= 2
    assert renewed(README) == README, "run: make readme"


def test_each_link_between_the_docs_leads_to_a_file() -> None:
    broken = []
    for page in DOCS:
        for target in re.findall(r"\]\(([^)#:]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


def test_the_set_up_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"^    make (\w+)", README, re.MULTILINE))
    assert named == {"demo", "test"}
    assert all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in named)
