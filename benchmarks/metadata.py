"""Title, authors and time of pages, beside trafilatura, htmldate and extruct: `python -m benchmarks.metadata [DIR]`.

DIR holds `gold.jsonl` (`{page, url, title, authors, published}`) and each page as `page.html.gz`. A title is right if
it is the gold's but for white space, case and kinds of quotation marks; authors if they are the same set of names; the
day if it is the gold's day in the gold's own zone; the instant if it is within 60 seconds. Where the gold has no zone,
clocks on the wall are compared. `make peers` installs what is compared with; without it their rows are left out.
"""

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.peers_metadata import PEERS
from benchmarks.table import table, verdict
from setwatch.model import take
from setwatch.reading.html import read_html

PAGES = Path("../shared/pages/metadata")
SECONDS = 60
BARS = {"title": 0.85, "authors": 0.80, "day": 0.97, "instant": 0.96}

_QUOTES = re.compile("[\"'„“”‚‘’«»`´]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader tells of a page; `published` is ISO 8601, a whole day or an instant."""

    title: str | None
    authors: tuple[str, ...]
    published: str | None


Reader = Callable[[bytes, str], Facts]


def ours(payload: bytes, url: str) -> Facts:
    """Read a page with Setwatch."""
    document = read_html(take(payload, "text/html", datetime(2026, 12, 1, tzinfo=UTC), url))
    return Facts(document.title, document.byline, document.published_at or document.published)


def fold(text: str | None) -> str:
    """Return a text as it is compared: without case, invisible characters, quotation marks, and runs of white space."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text or ""))
    return " ".join(_QUOTES.sub("", plain).casefold().split())


def right(gold: dict[str, Any], told: Facts) -> dict[str, bool]:
    """Return which of the facts are as the gold has them."""
    wanted = datetime.fromisoformat(gold["published"])
    found = _moment(told.published, wanted)
    return {
        "title": fold(told.title) == fold(gold["title"]),
        "authors": {fold(name) for name in told.authors} == {fold(name) for name in gold["authors"]},
        "day": found is not None and found.date() == wanted.date(),
        "instant": found is not None and abs((found - wanted).total_seconds()) <= SECONDS,
    }


def _moment(told: str | None, wanted: datetime) -> datetime | None:
    """The time told, in the zone of the gold's."""
    try:
        found = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    if wanted.tzinfo is None or found.tzinfo is None:
        return found.replace(tzinfo=wanted.tzinfo)
    return found.astimezone(wanted.tzinfo)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and the bars; return 0 if all bars hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--misses", action="store_true", help="print what Setwatch has wrong")
    options = parser.parse_args(arguments)
    golds = [json.loads(line) for line in (options.dir / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    pages = [gzip.decompress((options.dir / f"{gold['page']}.html.gz").read_bytes()) for gold in golds]
    readers: dict[str, Reader] = {
        "setwatch": ours,
        **{name: _facts(peer) for name, peer in PEERS.items()},
    }
    shares: dict[str, dict[str, float]] = {}
    for name, reader in readers.items():
        marks = []
        for gold, payload in zip(golds, pages, strict=True):
            told = reader(payload, gold["url"])
            mark = right(gold, told)
            marks.append(mark)
            if options.misses and name == "setwatch":
                _print_misses(gold, told, mark)
        shares[name] = {fact: sum(mark[fact] for mark in marks) / len(marks) for fact in BARS}
    rows = [[name, *(f"{100 * value:.1f} %" for value in share.values())] for name, share in shares.items()]
    print(table(["reader", *BARS], rows))
    mine = shares["setwatch"]
    return verdict(
        [(f"{fact} {100 * mine[fact]:.1f} % >= {100 * bar:.0f} %", mine[fact] >= bar) for fact, bar in BARS.items()]
    )


def _facts(peer: Callable[[bytes, str], tuple[str | None, tuple[str, ...], str | None]]) -> Reader:
    return lambda payload, url: Facts(*peer(payload, url))


def _print_misses(gold: dict[str, Any], told: Facts, mark: dict[str, bool]) -> None:
    pairs = {
        "title": (gold["title"], told.title),
        "authors": (gold["authors"], list(told.authors)),
        "day": (gold["published"], told.published),
        "instant": (gold["published"], told.published),
    }
    for fact, (wanted, found) in pairs.items():
        if not mark[fact] and not (fact == "instant" and not mark["day"]):
            print(f"{gold['page']} {fact}: {wanted!r}, told {found!r}")


if __name__ == "__main__":
    sys.exit(main())
