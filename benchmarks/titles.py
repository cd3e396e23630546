"""Bare titles are a trap: how often general news is taken to speak of a film, and whether a watched one is ever lost.

Every 18th title of `../shared/titles/films.tsv` is watched (2,013 films, many called by a common word), and the 181
pages of `../shared/pages/articles` are read: as the product reads them, and as the text that is right for them. Bars:
at most 1 mention of a watched film on pages that do not speak of it, where looking for the bare words gives hundreds;
and in `../shared/corpus` each production that a document reports on, and names, is found in it.

    python -m benchmarks.titles [--show]

Exit code 0 if the bars hold. `--show` prints each mention with the words around it, for checking by hand.
"""

import csv
import gzip
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.table import table, verdict
from setwatch.language import analyse
from setwatch.model import Document, Kind, Production, ProductionMention, fold, take
from setwatch.reading import read

SHARED = Path(__file__).resolve().parents[2] / "shared"
CAPTURED = datetime(2024, 1, 1, tzinfo=UTC)
EVERY = 18
FALSE_BAR = 1
TRUE = frozenset[tuple[str, str]]()
"""(page, title) of mentions that are right: the page does speak of that film. Checked by hand."""


def watched_films() -> tuple[Production, ...]:
    """Return every 18th title of the list, each once."""
    with (SHARED / "titles/films.tsv").open(encoding="utf-8", newline="") as lines:
        titles = [row["title"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return tuple(Production(title) for title in dict.fromkeys(titles[::EVERY]))


def pages() -> Iterator[tuple[str, Document, Document]]:
    """Yield (page, document as read, document with the right text) of the news pages."""
    folder = SHARED / "pages/articles"
    for page, right in json.loads((folder / "gold.json").read_text("utf-8")).items():
        payload = gzip.decompress((folder / f"{page}.html.gz").read_bytes())
        plain = take(right["text"].encode(), "text/plain", CAPTURED, right["url"])
        yield page, read(take(payload, "text/html", CAPTURED, right["url"])), read(plain)


def bare(text: str, films: tuple[Production, ...]) -> int:
    """Return how often the bare words of a title stand in a text, capitals and all."""
    return sum(len(re.findall(rf"\b{re.escape(film.name)}\b", text)) for film in films if film.name in text)


def found(document: Document, films: tuple[Production, ...]) -> list[ProductionMention]:
    """Return the mentions of watched films in a document."""
    return [mention for mention in analyse(document, films).productions if mention.production is not None]


def lost() -> Iterator[tuple[str, str, bool]]:
    """Yield (document, production, named) where a corpus document reports on a production and no mention is of it.

    `named` tells whether the document has one of its names, and not descriptions alone (`both of the next parts`).
    """
    for folder in sorted((SHARED / "corpus").glob("*/dossier.json")):
        titles = json.loads(folder.read_text("utf-8"))["titles"]
        watched = tuple(Production(t["name"], tuple(t["aliases"]), t["franchise"], Kind(t["kind"])) for t in titles)
        for line in (folder.parent / "docs.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            capture = {key: record[key] for key in ("id", "url", "lang", "text")}
            document = read(take(json.dumps(capture).encode(), "application/json", CAPTURED))
            analysis = analyse(document, watched)
            named = {mention.production for mention in analysis.productions} | {analysis.main_production}
            for title in record["gold"]["titles"]:
                if title["name"] not in named:
                    names = next(p.names for p in watched if p.name == title["name"])
                    there = any(fold(name) in fold(surface) for name in names for surface in title["surface"])
                    yield record["id"], title["name"], there


def main() -> int:
    """Measure, print the table, and return the exit code."""
    films = watched_films()
    show = "--show" in sys.argv[1:]
    wrong = {"as read": 0, "right text": 0}
    hits = dict.fromkeys(wrong, 0)
    plain = dict.fromkeys(wrong, 0)
    for page, *documents in pages():
        for kind, document in zip(wrong, documents, strict=True):
            plain[kind] += bare(document.text, films)
            for mention in found(document, films):
                hits[kind] += 1
                right = (page, mention.production) in TRUE
                wrong[kind] += not right
                if show:
                    around = document.text[max(0, mention.span.start - 80) : mention.span.end + 60]
                    print(f"{kind}: {page} {mention.production!r}{' (right)' if right else ''}: {around!r}")
    missing = list(lost())
    if show:
        print(
            *(f"lost: {document}: {name}{'' if there else ' (described)'}" for document, name, there in missing),
            sep="\n",
        )
    rows = [(kind, plain[kind], hits[kind], wrong[kind]) for kind in wrong]
    print(table((f"181 pages, {len(films)} films", "bare words", "found", "false"), rows))
    named = sum(there for *_, there in missing)
    print(f"corpus: {named} watched productions lost that are named, {len(missing) - named} that are only described")
    return verdict(
        [
            (f"at most {FALSE_BAR} false mention on the pages, either way", max(wrong.values()) <= FALSE_BAR),
            ("no watched production that the corpus names is lost", not named),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
