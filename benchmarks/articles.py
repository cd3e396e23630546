"""Main text of pages, beside trafilatura and a bare parse: `python -m benchmarks.articles [DIR] [--misses N]`.

DIR holds `gold.json` (`{page: {url, text}}`) and each page as `page.html.gz`. Scored as the article extraction
benchmark does: shingles of four words, counted; precision and recall of each page, averaged; F1 of the two averages.
The gold counts the words of embedded posts as text of the article, and so do we here.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import trafilatura
from selectolax.lexbor import LexborHTMLParser

from benchmarks.table import table, verdict
from setwatch.model import Post, take
from setwatch.reading.html import read_html
from setwatch.reading.html.body import body_of
from setwatch.reading.html.source import parse_page

PAGES = Path("../shared/pages/articles")
SHINGLE = 4
ROUNDS = 3
"""Of each page the fastest of so many runs of each reader counts.

The readers take turns at each page, so that all have the same quiet and the same noise.
"""

F1, TIMES_TRAFILATURA, TIMES_PARSE = 0.960, 8.0, 4.0

_WORD = re.compile(r"\w+")

Reader = Callable[[bytes, str], str]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of one page; None where there is nothing to divide by."""

    precision: float | None
    recall: float | None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each run of four words occurs; a shorter text is one shingle."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def score(truth: str, told: str) -> Score:
    """Return how well `told` has the words of `truth`."""
    wanted, found = shingles(truth), shingles(told)
    both = (wanted & found).total()
    return Score(both / found.total() if found else None, both / wanted.total() if wanted else None)


def overall(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Return the mean precision, the mean recall and their F1."""
    precisions = [s.precision for s in scores if s.precision is not None]
    recalls = [s.recall for s in scores if s.recall is not None]
    precision, recall = sum(precisions) / max(1, len(precisions)), sum(recalls) / max(1, len(recalls))
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ours(payload: bytes, _url: str) -> str:
    """Return the main text that a document of this page has, posts included."""
    body = body_of(parse_page(payload), payload)
    return words(body.text, body.posts)


def whole(payload: bytes, url: str) -> str:
    """Read a page whole: title, byline, outlet, times, address, language, text, posts and links."""
    document = read_html(take(payload, "text/html", datetime(2026, 1, 1, tzinfo=UTC), url))
    return words(document.text, document.posts)


def words(text: str, posts: Sequence[Post]) -> str:
    """Return a text without the lines of posts that have no words (a video's address): the gold has none for them."""
    for post in reversed(posts):
        if not post.text:
            text = text[: post.evidence.start] + text[post.evidence.end :]
    return text


def theirs(payload: bytes, url: str) -> str:
    """Return trafilatura's text, without comments."""
    return trafilatura.extract(payload, url=url, include_comments=False) or ""


def parse(payload: bytes, _url: str) -> str:
    """Parse and do no more."""
    LexborHTMLParser(payload)
    return ""


def seconds(readers: dict[str, Reader], pages: Sequence[tuple[bytes, str]]) -> dict[str, float]:
    """Return how long each reader takes for all pages: processor time, the fastest run of each page summed up."""
    total = dict.fromkeys(readers, 0.0)
    for payload, url in pages:
        fastest = dict.fromkeys(readers, float("inf"))
        for _ in range(ROUNDS):
            for name, reader in readers.items():
                start = time.process_time()
                reader(payload, url)
                fastest[name] = min(fastest[name], time.process_time() - start)
        for name, took in fastest.items():
            total[name] += took
    return total


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and the bars; return 0 if all bars hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--misses", type=int, default=0, help="name so many pages that score worst")
    options = parser.parse_args(arguments)
    gold = json.loads((options.dir / "gold.json").read_text(encoding="utf-8"))
    pages = [(gzip.decompress((options.dir / f"{name}.html.gz").read_bytes()), gold[name]["url"]) for name in gold]
    truths = [gold[name]["text"] for name in gold]

    readers: dict[str, Reader] = {
        "setwatch": ours,
        "setwatch, whole document": whole,
        "trafilatura": theirs,
        "bare parse": parse,
    }
    scores = {
        name: [score(truth, reader(*page)) for truth, page in zip(truths, pages, strict=True)]
        for name, reader in readers.items()
    }
    times = seconds(readers, pages)

    rows = []
    for name in readers:
        figures = ["", "", ""] if name == "bare parse" else [f"{figure:.4f}" for figure in overall(scores[name])]
        rows.append([name, *figures, f"{len(pages) / times[name]:.0f}", f"{1000 * times[name] / len(pages):.2f}"])
    print(table(["reader", "precision", "recall", "F1", "pages/s", "ms/page"], rows))
    worst = sorted(zip(gold, scores["setwatch"], strict=True), key=lambda item: _f1(item[1]))
    for name, page_score in worst[: options.misses]:
        print(f"{_f1(page_score):.3f}  {name}  {gold[name]['url']}")

    f1 = overall(scores["setwatch"])[2]
    faster, slower = times["trafilatura"] / times["setwatch"], times["setwatch"] / times["bare parse"]
    return verdict(
        [
            (f"F1 {f1:.4f} >= {F1}", f1 >= F1),
            (f"{faster:.1f} times trafilatura's pages/s >= {TIMES_TRAFILATURA:.0f}", faster >= TIMES_TRAFILATURA),
            (f"{slower:.2f} times the bare parse <= {TIMES_PARSE:.0f}", slower <= TIMES_PARSE),
        ]
    )


def _f1(page: Score) -> float:
    precision, recall = page.precision or 0.0, page.recall or 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    sys.exit(main())
