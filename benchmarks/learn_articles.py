"""Learn what the traits of a page's blocks weigh: `python -m benchmarks.learn_articles [DIR] > weights.toml`.

DIR is as for `benchmarks.articles`. Logistic regression by Newton's method on the blocks of the pages, each weighted by
the root of its length, each page weighted alike. `--check` learns on half of the pages and scores the other half, both
ways.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from operator import mul
from pathlib import Path

from benchmarks.articles import PAGES, SHINGLE, overall, score
from setwatch.reading.html.body import choose, layout_of
from setwatch.reading.html.boxes import Block, Layout
from setwatch.reading.html.source import parse_page
from setwatch.reading.html.traits import TRAITS, traits

RIDGE = 10.0
"""How strongly weights are held near 0, in units of traits with variance 1."""

STEPS = 8

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Lesson:
    """One page: its blocks, their traits, and whether each is in the gold (None: it has no words).

    It is learned on with all of its sections (`rows`, `marks`) and tested as it is read (`read`).
    """

    name: str
    text: str
    blocks: list[Block]
    rows: list[list[float]]
    marks: list[bool | None]
    read: Layout


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned."""

    bias: float
    each: list[float]


def marks(blocks: Sequence[Block], gold: str) -> list[bool | None]:
    """Return for each block whether most of it is in the gold; short ones must follow where the last one ended."""
    words = _WORD.findall(gold)
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - SHINGLE + 1):
        places.setdefault(tuple(words[at : at + SHINGLE]), []).append(at)
    found: list[bool | None] = []
    last = 0
    for block in blocks:
        own = _WORD.findall(block.text)
        if len(own) >= SHINGLE:
            runs = [tuple(own[at : at + SHINGLE]) for at in range(len(own) - SHINGLE + 1)]
            there = sum(run in places for run in runs) > len(runs) / 2
            if there and (ends := places.get(runs[-1]) or places.get(runs[0])):
                last = min(ends, key=lambda end: abs(end - last)) + SHINGLE
            found.append(there)
        elif own:
            there = any(words[last + skip : last + skip + len(own)] == own for skip in range(4))
            last += len(own) if there else 0
            found.append(there)
        else:
            found.append(None)
    return found


def lessons(folder: Path) -> list[Lesson]:
    """Return all pages of a folder as lessons."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    found = []
    for name, page in gold.items():
        payload = gzip.decompress((folder / f"{name}.html.gz").read_bytes())
        tree = parse_page(payload)
        layout = layout_of(tree, small=0)
        rows = [list(map(float, row)) for row in traits(layout)]
        found.append(
            Lesson(name, page["text"], layout.blocks, rows, marks(layout.blocks, page["text"]), layout_of(tree))
        )
    return found


def learn(pages: Sequence[Lesson]) -> Weights:
    """Return the weights that tell the blocks of these pages apart best."""
    rows, truths, shares = [], [], []
    for page in pages:
        used = [at for at, mark in enumerate(page.marks) if mark is not None]
        sizes = [sqrt(len(page.blocks[at].text)) for at in used]
        rows += [page.rows[at] for at in used]
        truths += [float(bool(page.marks[at])) for at in used]
        shares += [size / sum(sizes) for size in sizes]
    scale = len(rows) / sum(shares)
    means, spreads = _moments(rows)
    inputs = [[1.0, *((x - m) / s for x, m, s in zip(row, means, spreads, strict=True))] for row in rows]
    solution = [0.0] * len(inputs[0])
    for _ in range(STEPS):
        step = _newton(inputs, truths, [share * scale for share in shares], solution)
        solution = [value + change for value, change in zip(solution, step, strict=True)]
    each = [value / spread for value, spread in zip(solution[1:], spreads, strict=True)]
    return Weights(solution[0] - sum(w * m for w, m in zip(each, means, strict=True)), each)


def _moments(rows: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    columns = list(zip(*rows, strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [
        sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    return means, spreads


def _newton(
    inputs: Sequence[Sequence[float]], truths: Sequence[float], shares: Sequence[float], at: Sequence[float]
) -> list[float]:
    size = len(at)
    slope = [0.0, *(-RIDGE * value for value in at[1:])]
    curve = [[RIDGE if row == column and row else 0.0 for column in range(size)] for row in range(size)]
    for row, truth, share in zip(inputs, truths, shares, strict=True):
        odds = sum(map(float.__mul__, row, at))
        chance = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
        miss, bend = share * (truth - chance), share * chance * (1 - chance)
        for i, x in enumerate(row):
            if x:
                slope[i] += miss * x
                line, factor = curve[i], bend * x
                for j in range(i + 1):
                    line[j] += factor * row[j]
    for i in range(size):
        for j in range(i):
            curve[j][i] = curve[i][j]
    return _solve(curve, slope)


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss and Jordan, for a matrix that is positive definite."""
    size = len(right)
    lines = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = lines[at]
        for other in range(size):
            if other != at and (factor := lines[other][at] / pivot[at]):
                lines[other] = [x - factor * p for x, p in zip(lines[other], pivot, strict=True)]
    return [lines[at][size] / lines[at][at] for at in range(size)]


def test(pages: Sequence[Lesson], weights: Weights) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pages with these weights."""
    scores = []
    for page in pages:
        odds = [weights.bias + sum(map(mul, weights.each, row)) for row in traits(page.read)]
        scores.append(score(page.text, "\n".join(block.text for block in choose(page.read.blocks, odds))))
    return overall(scores)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the weights as TOML, or check them on pages that they were not learned on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    pages = lessons(options.dir)
    if options.check:
        halves: tuple[list[Lesson], list[Lesson]] = ([], [])
        for page in pages:
            halves[hashlib.sha256(page.name.encode()).digest()[0] % 2].append(page)
        for learned, unseen in (halves, halves[::-1]):
            figures = test(unseen, learn(learned))
            print("unseen half of {} pages: precision {:.4f} recall {:.4f} F1 {:.4f}".format(len(unseen), *figures))
        return 0
    weights = learn(pages)
    print(f"# Learned by `python -m benchmarks.learn_articles` on {len(pages)} pages; log odds per unit of a trait.")
    print(f"bias = {weights.bias:.4f}\n\n[traits]")
    for name, value in zip(TRAITS, weights.each, strict=True):
        print(f"{name} = {value:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
