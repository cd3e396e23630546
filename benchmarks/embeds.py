"""Embedded posts as fields, beside trafilatura and goose3: `python -m benchmarks.embeds [DIR] [--misses N]`.

DIR holds `gold.jsonl` (a line a page: `{page, url, embeds: [{platform, form, id, author, handle, posted, text,
permalink, deleted}]}`) and each page as `page.html.gz`. An embed is found where platform and id, or address, agree. Of
each found embed the fields that the gold has are compared: words after all white space is taken out (where a page
breaks a line, the gold has no blank), addresses by what they lead to. An embed with words is complete where text,
author or handle, day and address are all right. The peers give text without fields: for them it counts where all four
stand somewhere in what they put out, which is as kind as one can be.

Then the pages are read whole: words of a post in no other place than its own, no article's words in a post.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser

from benchmarks.table import table, verdict
from setwatch.model import Document, take
from setwatch.reading import read
from setwatch.reading.addresses import post_address
from setwatch.reading.clocks import clock_of
from setwatch.reading.embeds import Embed, find_embeds

PAGES = Path("../shared/pages/embeds")
BAR = 0.96
FIELDS = ("author", "handle", "posted", "text", "permalink", "id", "deleted")

_SPACE = re.compile(r"\s+")

Gold = dict[str, Any]


def solid(words: object) -> str:
    """Return words without white space."""
    return _SPACE.sub("", str(words or ""))


def leads_to(address: object) -> str:
    """Return what an address leads to, the same for all spellings of one post's address."""
    text = str(address or "")
    if "/plugins/" in text:
        text = parse_qs(urlsplit(text).query).get("href", [text])[0]
    found = post_address(text if "://" in text else f"https:{text}")
    if found and found.platform not in {"facebook"}:
        return f"{found.platform}/{found.post_id}"
    return re.sub(r"^https?://(?:www\.)?", "", text).rstrip("/")


def field_of(embed: Embed, field: str) -> object:
    """Return what an embed has for a field of the gold."""
    names = {"posted": "printed", "text": "words", "id": "post_id"}
    return getattr(embed, names.get(field, field))


def right(wanted: Gold, embed: Embed, field: str) -> bool:
    """Whether a field is as the gold has it; an address that is a bare id agrees with the id."""
    value, found = wanted[field], field_of(embed, field)
    if field == "text":
        return solid(value) == solid(found)
    if field == "permalink":
        return leads_to(value) == leads_to(found) or value == embed.post_id
    if field == "handle":
        return str(value).casefold() == str(found or "").casefold()
    return bool(value == found)


def pairs(wanted: Sequence[Gold], found: Sequence[Embed]) -> list[tuple[Gold, Embed | None]]:
    """Return each embed of the gold with the one that was found for it."""
    free = list(found)
    matched: list[tuple[Gold, Embed | None]] = []
    for gold in wanted:
        same = [e for e in free if e.platform == gold["platform"]]
        by_id = [e for e in same if gold["id"] and e.post_id == gold["id"]]
        best = next(iter(by_id or [e for e in same if leads_to(e.permalink) == leads_to(gold["permalink"])]), None)
        if best is not None:
            free.remove(best)
        matched.append((gold, best))
    return matched


def complete(gold: Gold, embed: Embed | None) -> bool:
    """Whether text, author or handle, day and address are right, as far as the gold has them."""
    if embed is None:
        return False
    who = not (gold["author"] or gold["handle"]) or any(
        gold[field] and right(gold, embed, field) for field in ("author", "handle")
    )
    return who and all(not gold[field] or right(gold, embed, field) for field in ("text", "posted", "permalink"))


def in_output(gold: Gold, output: str) -> bool:
    """Whether a peer's output has the four somewhere, a day as printed or in digits."""
    day = date.fromisoformat(gold["posted"]) if gold["posted"] else None
    days = [f"{day:%B} {day.day}, {day.year}", f"{day:%b} {day.day}, {day.year}", day.isoformat()] if day else [""]
    who = [name for name in (gold["author"], gold["handle"]) if name]
    plain = solid(output)
    return (
        solid(gold["text"]) in plain
        and (not who or any(solid(name) in plain for name in who))
        and any(solid(text) in plain for text in days)
        and (not gold["permalink"] or solid(gold["permalink"]).split("?")[0].removeprefix("https:") in plain)
    )


def trafilatura_output(payload: bytes) -> str:
    """Return trafilatura's text, without links and with them."""
    import trafilatura  # noqa: PLC0415

    return f"{trafilatura.extract(payload) or ''}\n{trafilatura.extract(payload, include_links=True) or ''}"


def goose_output(payload: bytes) -> str:
    """Return goose3's text and its tweets; raises ImportError where it is not installed (`make peers`)."""
    from goose3 import Goose  # noqa: PLC0415

    article = Goose().extract(raw_html=payload.decode("utf-8", "replace"))
    tweets = [str(tweet) for tweet in article.tweets]
    return "\n".join([article.cleaned_text, *tweets, *(LexborHTMLParser(tweet).text() for tweet in tweets)])


def misplaced(document: Document, wanted: Sequence[Gold]) -> tuple[int, int, int]:
    """Return how many posts with words a page read whole has, misses, and has outside of a post as well."""
    texts = [gold["text"] for gold in wanted if gold["text"] and len(gold["text"].split()) > 4]
    posts = [solid(post.text) for post in document.posts]
    rest, at = [], 0
    for post in document.posts:
        rest.append(document.text[at : post.evidence.start])
        at = max(at, post.evidence.end)
    article = solid(" ".join([*rest, document.text[at:]]))
    held = sum(solid(text) in posts for text in texts)
    return held, len(texts) - held, sum(solid(text) in article for text in texts)


def clock_agrees(gold: Gold) -> bool | None:
    """Whether the clock of an X id is within a day of the printed date; None where there is nothing to compare."""
    clock = clock_of("twitter", gold["id"]) if gold["platform"] == "twitter" and gold["posted"] else None
    if clock is None or clock.not_before is None:
        return None
    return abs(clock.not_before.date() - date.fromisoformat(gold["posted"])) <= timedelta(days=1)


def peers_with(golds: Sequence[Gold], payloads: dict[str, bytes]) -> dict[str, str]:
    """Return the share of posts with words that each peer keeps, in words."""
    shares: dict[str, str] = {}
    for name, output in (("trafilatura", trafilatura_output), ("goose3", goose_output)):
        shares[name] = _share_of(output, golds, payloads)
    return shares


def _share_of(output: Callable[[bytes], str], golds: Sequence[Gold], payloads: dict[str, bytes]) -> str:
    kept = asked = 0
    for row in golds:
        with_words = [gold for gold in row["embeds"] if gold["text"]]
        if not with_words:
            continue
        try:
            told = output(payloads[row["page"]])
        except ImportError:
            return "not installed (make peers)"
        kept += sum(in_output(gold, told) for gold in with_words)
        asked += len(with_words)
    return f"{kept}/{asked} = {kept / max(1, asked):.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables and the bars; return 0 if all bars hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--misses", type=int, default=0, help="print so many fields that are wrong")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    options = parser.parse_args(arguments)
    golds = [json.loads(line) for line in (options.dir / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
    payloads = {row["page"]: gzip.decompress((options.dir / f"{row['page']}.html.gz").read_bytes()) for row in golds}

    hits, asked, wrong = Counter[str](), Counter[str](), []
    places = [0, 0, 0]
    extra = 0
    for row in golds:
        found = find_embeds(LexborHTMLParser(payloads[row["page"]], encoding=True))
        extra += len(found)
        for gold, embed in pairs(row["embeds"], found):
            extra -= embed is not None
            asked["found"] += 1
            hits["found"] += embed is not None
            if gold["text"]:
                asked["complete"] += 1
                hits["complete"] += complete(gold, embed)
            for field in FIELDS:
                if gold[field]:
                    good = embed is not None and right(gold, embed, field)
                    asked[field] += 1
                    hits[field] += good
                    if not good:
                        wrong.append((row["page"], field, gold[field], embed and field_of(embed, field)))
            agrees = clock_agrees(gold)
            asked["clock"] += agrees is not None
            hits["clock"] += bool(agrees)
        places = [a + b for a, b in zip(places, _read_whole(payloads[row["page"]], row), strict=True)]
    code = _report(hits, asked, places, extra)
    for name, share in ({} if options.alone else peers_with(golds, payloads)).items():
        print(f"{name}: text, author, day and address somewhere in the output: {share}")
    for item in wrong[: options.misses]:
        print("wrong:", item)
    return code


def _read_whole(payload: bytes, row: Gold) -> tuple[int, int, int]:
    capture = take(payload, "text/html", datetime(2026, 1, 1, tzinfo=UTC), row["url"])
    try:
        return misplaced(read(capture), row["embeds"])
    except ValueError:
        return 0, sum(bool(gold["text"]) for gold in row["embeds"]), 0


def _report(hits: Counter[str], asked: Counter[str], places: Sequence[int], extra: int) -> int:
    shares = {key: hits[key] / asked[key] if asked[key] else 1.0 for key in ("found", "complete", *FIELDS, "clock")}
    print(table(["field", "right", "asked", "share"], [[k, hits[k], asked[k], f"{s:.3f}"] for k, s in shares.items()]))
    held, missing, doubled = places
    print(f"embeds beyond the gold's: {extra}")
    print(f"pages read whole: {held} posts with words, {missing} missing, {doubled} with words in the article too")
    bars = [
        (f"complete posts >= {BAR}: {shares['complete']:.3f}", shares["complete"] >= BAR),
        *((f"{field} >= {BAR}: {shares[field]:.3f}", shares[field] >= BAR) for field in FIELDS),
        (f"clocks within a day of the printed date: {shares['clock']:.3f}", shares["clock"] == 1),
        (f"posts' words in the article's: {doubled}", doubled == 0),
        (f"posts with words that a page read whole has lost: {missing}", missing == 0),
    ]
    return verdict(bars)


if __name__ == "__main__":
    sys.exit(main())
