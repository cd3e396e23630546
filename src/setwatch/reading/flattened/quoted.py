"""Posts that a sentence introduces and a text quotes in full: `X wrote on Instagram: "…"`, `"…," reads the caption.`"""

import re
from collections.abc import Iterator
from itertools import islice

from setwatch.reading.flattened.blocks import Blocks
from setwatch.reading.flattened.cues import (
    CORE,
    ELSEWHERE,
    FAR,
    HANDLE,
    PLACED,
    SAY,
    STRONG,
    THING,
    TWEETED,
    WRITE,
    Platforms,
    poster_of,
    sentence_start,
)
from setwatch.reading.flattened.found import FoundPost, trimmed
from setwatch.reading.flattened.names import names_in

_QUOTED = re.compile(
    r"“(?P<a>[^“”\n]{8,1500})(?:”|(?=\n[^“”]{0,200}\n\s{0,3}“|\n\s{0,3}“))|(?<![\w])\"(?P<b>[^\"\n]{8,1500})\"(?!\w)|«(?P<c>[^«»\n]{8,1500})»|„(?P<d>[^„“”\n]{8,1500})[“”]"
    r"|»(?P<e>[^«»\n]{8,1500})«|(?:^|(?<=\n))[–—-][ \xa0](?P<f>[^\n–—]{8,1500}?[.!?…)])[ \xa0][–—-](?=[ \xa0])"
)
_HEADED = re.compile(
    r"^(?P<name>[^\n]{2,60}?) on (?P<platform>Twitter|X|Instagram|Facebook|TikTok|Threads|Bluesky)$", re.MULTILINE
)
_OPENS = re.compile(r"[^\W_a-zà-öø-ÿа-я]|[@#¡¿(…\d]|[^\w\s]")
_INTRODUCED = re.compile(r"(?:[:,]|[–—-])\s{0,3}$|^\s*$")
_WHOLE = re.compile(r"[.!?…,)»]$|[^\w\s]$")

MOST_WORDS = 60
"""Words of a post that no marks enclose: X allowed 280 characters for most of its time."""

_BARE_OPENS = re.compile(r"[^\W_a-zà-öø-ÿа-я]|[@#]|[^\w\s\"“”„«»'‘]")
_ENDED = re.compile(r"[.!?…]$|[^\w\s,)\"'”’]$")

MOST = 300
"""Quotations of a text that are looked at."""

AFTER = 90
"""Characters after a quotation in which its sentence may say what it was."""

NEAR = 45
"""Characters between a cue and a quotation that it introduces without a colon."""

NAMED = 60
"""Characters after a quotation in which a platform that it was posted on is named."""

FEWEST_WORDS = 4
"""Words of a quotation that is a whole post, unless a caption is named."""


def find_quoted(text: str, blocks: Blocks, platforms: Platforms) -> Iterator[FoundPost]:
    """Yield the quotations that the words around them call posts, and posts under a heading `NAME on Twitter`."""
    yield from _headed(text, blocks)
    yield from _unquoted(text, blocks)
    last_block, last_end = -1, -1
    for match in islice(_QUOTED.finditer(text), MOST):
        group = match.lastgroup or "a"
        index = blocks.index_at(match.start())
        if index < 0:
            continue
        low, high = blocks.spans[index]
        floor = max(low, last_end if last_block == index else low)
        before = (sentence_start(text, match.start(), floor), match.start())
        after = (match.end(), min(high, _sentence_end(text, match.end(), high)))
        words = trimmed(text, *match.span(group))
        back = max(blocks.spans[max(0, index - 1)][0], match.start() - FAR)
        if last_block == index and not text[before[0] : before[1]].strip() and not STRONG.search(text, *after):
            continue
        found = _judged(text, platforms, (back, *before), after, words)
        if found is None:
            found = _pulled(text, blocks, platforms, match.span(), words)
        if found is None:
            continue
        platform, author, handle = found
        start, end = trimmed(text, *match.span())
        yield FoundPost(start, end, words, platform, author, handle)
        last_block, last_end = index, end


def _sentence_end(text: str, at: int, high: int) -> int:
    match = re.compile(r"[.!?…](?:\s|$)|\n").search(text, at, min(high, at + AFTER))
    return match.start() if match else min(high, at + AFTER)


def _judged(
    text: str, platforms: Platforms, lead_in: tuple[int, int, int], after: tuple[int, int], words: tuple[int, int]
) -> tuple[str | None, str | None, str | None] | None:
    """Platform, author and handle if the sentence makes the quotation a post.

    `lead_in` is how far back to look, where the sentence begins, and where the quotation does.
    """
    floor, *rest = lead_in
    before = (rest[0], rest[1])
    quoted = text[words[0] : words[1]]
    lead = text[before[0] : before[1]]
    trail = text[after[0] : after[1]]
    cued = [m.end() for m in STRONG.finditer(lead)]
    strong = bool(cued and (len(lead) - cued[-1] <= NEAR or _INTRODUCED.search(lead))) or bool(
        STRONG.search(trail[:NEAR]) and (_WHOLE.search(quoted) or not lead.strip())
    )
    strong = strong or bool(PLACED.search(lead))
    count = len(quoted.split())
    if not _OPENS.match(quoted) or (count < FEWEST_WORDS and not (strong and (count == 3 or _ENDED.search(quoted)))):
        return None
    if not (strong or _INTRODUCED.search(lead)):
        return None
    here = platforms.last_in(*before) or platforms.last_in(after[0], min(after[1], after[0] + NAMED))
    if not strong:
        if ELSEWHERE.search(lead[-NEAR * 3 :]) or ELSEWHERE.search(trail):
            return None
        wrote = WRITE.search(lead[-NEAR * 3 :]) or WRITE.search(trail[:NEAR])
        said = SAY.search(lead[-NEAR * 2 :]) or SAY.search(trail[:NEAR])
        core = CORE.search(lead[-NEAR * 3 :]) or CORE.search(trail[:NEAR])
        around = platforms.last_in(floor, before[0])
        thing = THING.search(text, max(floor, before[0] - 250), before[1])
        if not ((here and (wrote or said)) or (core and (around or thing))):
            return None
    platform = here or platforms.last_in(before[0] - FAR, before[0])
    author, handle = poster_of(text, platforms, before, after, floor)
    return (platform, author, handle) if strong or author or handle else None


def _pulled(
    text: str, blocks: Blocks, platforms: Platforms, span: tuple[int, int], words: tuple[int, int]
) -> tuple[str | None, str | None, str | None] | None:
    """A quotation that is a line, a name on the line after it, a platform named in the paragraph before."""
    index = blocks.index_at(span[0])
    after = text[span[1] : span[1] + 100].lstrip(" \xa0")
    if (
        text[max(0, span[0] - 3) : span[0]].rstrip(" \xa0")[-1:] not in {"\n", ""}
        or not after.startswith("\n")
        or index == 0
    ):
        return None
    start, end = trimmed(text, span[1], min(len(text), span[1] + 100))
    line = (start, text.find("\n", start, end) if "\n" in text[start:end] else end)
    platform = platforms.last_in(*blocks.spans[index - 1])
    names = names_in(text, *line)
    whole = names and names[0].end - names[0].start >= (line[1] - line[0]) * 0.8
    if platform and whole and len(text[slice(*words)].split()) >= FEWEST_WORDS:
        return platform, names[0].text, None
    return None


def _unquoted(text: str, blocks: Blocks) -> Iterator[FoundPost]:
    """Posts without quotation marks: `Ada Lind tweeted: The lamp is lit.` up to the end of the paragraph."""
    for match in TWEETED.finditer(text):
        index = blocks.index_at(match.start())
        start, end = trimmed(text, match.end(), blocks.spans[index][1])
        if "\n" in text[match.end() : start] or not _BARE_OPENS.match(text, start):
            continue
        line = text.find("\n", start, end)
        end = line if line > 0 else end
        low = sentence_start(text, match.start(), blocks.spans[index][0])
        names = names_in(text, low, match.start())
        handle = HANDLE.search(text, low, match.start())
        if (names or handle) and FEWEST_WORDS <= len(text[start:end].split()) <= MOST_WORDS:
            author = names[0].text if names and not handle else None
            yield FoundPost(start, end, (start, end), "twitter", author, handle["handle"] if handle else None)


def _headed(text: str, blocks: Blocks) -> Iterator[FoundPost]:
    for match in _HEADED.finditer(text):
        index = blocks.index_at(match.start())
        if index + 1 >= len(blocks.spans) or blocks.spans[index] != match.span():
            continue
        start, end = blocks.spans[index + 1]
        name = match["name"].strip()
        handle = HANDLE.fullmatch(name)
        platform = "twitter" if match["platform"] == "X" else match["platform"].lower()
        yield FoundPost(
            match.start(), end, (start, end), platform, None if handle else name, handle["handle"] if handle else None
        )
