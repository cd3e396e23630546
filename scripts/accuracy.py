"""Renew the tables in docs/accuracy.md: each stands between a marker that names its command and an end marker.

    python scripts/accuracy.py [DIR]

`<!-- figures: corpus NAME -->` is a table of what the corpus' scorer says of DIR (`../shared/corpus`), a column for all
productions, for those that rules were learned on, and for those that were held out. `<!-- figures: python -m X -->` is
what that command prints. `make accuracy` writes the file anew, where the annotated documents are.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACCURACY = ROOT / "docs" / "accuracy.md"
CORPUS = Path("../shared/corpus")
HELD_OUT = ("house-of-the-dragon", "spider-man-no-way-home")
"""Productions of the corpus whose documents were not read when rules were written."""
TABLES = {
    "claims": r"claim[ ,]",
    "of-claims": r"(?:modality|attribution|evidence|when|channel|character) of ",
    "trails": r"media$|trail step$|footage|old footage|copies|derived_from$|stories|release history|conflicts",
    "documents": r"published$|byline$|post",
}
"""Which rows of the scorer each table has."""
BLOCK = re.compile(r"<!-- figures: ([^\n]+?) -->\n.*?<!-- end -->", re.DOTALL)
_EXIT_OF_A_FAILED_BAR = 1

Rows = Mapping[str, tuple[str, str, str]]
"""Precision, recall and F1 of each row of the scorer, to three places."""


def renewed(text: str, make: Callable[[str], str]) -> str:
    """Return `text` with what `make` gives for the name of each marker between it and its end."""
    return BLOCK.sub(lambda found: f"<!-- figures: {found[1]} -->\n{make(found[1])}\n<!-- end -->", text)


def markers(text: str) -> list[str]:
    """Return what the markers of a text name, in order."""
    return [found[1] for found in BLOCK.finditer(text)]


def table_of(name: str, parts: Mapping[str, Rows]) -> str:
    """Return a table of TABLES in Markdown, with a column of P / R / F1 for each of `parts`."""
    wanted = re.compile(TABLES[name])
    names = dict.fromkeys(row for rows in parts.values() for row in rows if wanted.match(row))
    lines = [
        f"| precision / recall / F1 | {' | '.join(parts)} |",
        f"| --- {'| --- ' * len(parts)}|",
    ]
    for row in names:
        cells = (" / ".join(rows[row]) if row in rows else "-" for rows in parts.values())
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return "\n".join(lines)


def scored(corpus: Path) -> dict[str, Rows]:
    """Run the product over the corpus once, score all of it, what rules were learned on, and what was held out."""
    names = sorted(path.parent.name for path in corpus.glob("*/docs.jsonl"))
    parts = {
        f"all {len(names)}": names,
        f"learned on ({len(names) - len(HELD_OUT)})": [name for name in names if name not in HELD_OUT],
        f"held out ({len(HELD_OUT)})": [name for name in names if name in HELD_OUT],
    }
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out"
        output([sys.executable, "-m", "evaluation", str(corpus), str(out)])
        return {part: _score(corpus, out, Path(place) / part, members) for part, members in parts.items()}


def _score(corpus: Path, out: Path, folder: Path, members: list[str]) -> Rows:
    folder.mkdir()
    for member in members:
        (folder / member).symlink_to((corpus / member).resolve(), target_is_directory=True)
    found = json.loads(output([sys.executable, str(corpus / "score.py"), str(folder), str(out), "--json"]))
    return {row["row"]: (_share(row["precision"]), _share(row["recall"]), _share(row["f1"])) for row in found["rows"]}


def _share(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.3f}"


def output(command: list[str]) -> str:
    """Return what a command prints; a benchmark whose bars do not all hold says so in what it prints."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode > _EXIT_OF_A_FAILED_BAR or not (done.stdout or done.returncode == 0):
        raise RuntimeError(f"{shlex.join(command)}: {done.stderr}")
    return done.stdout


def main() -> int:
    """Write docs/accuracy.md anew; return 1 where there are no annotated documents."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS, metavar="DIR")
    corpus: Path = (ROOT / parser.parse_args().corpus).resolve()
    if not (corpus / "score.py").is_file():
        print(f"accuracy: there are no annotated documents at {corpus}; nothing is renewed", file=sys.stderr)
        return 1
    parts = scored(corpus)

    def make(name: str) -> str:
        kind, _, rest = name.partition(" ")
        if kind == "corpus":
            return table_of(rest, parts)
        words = shlex.split(name)
        return f"```\n{output([sys.executable, *words[1:]]).rstrip()}\n```"

    ACCURACY.write_text(renewed(ACCURACY.read_text(encoding="utf-8"), make), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
