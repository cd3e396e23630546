"""Posts of TikTok in flattened text: `@handle caption ♬ original sound - NAME`."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from setwatch.reading.flattened.blocks import Blocks
from setwatch.reading.flattened.found import FoundPost, trimmed

_WORDS = tomllib.loads(files(__package__).joinpath("tiktok.toml").read_text(encoding="utf-8"))
_SOUND = re.compile(r"[♬♫♪]\s{0,3}(?P<sound>[^\n]{0,150})")
_OWN = re.compile(
    rf"(?:{'|'.join(map(re.escape, _WORDS['own_sound']))})(?:\s{{1,3}}[-–—]\s{{1,3}}(?P<name>[^\n]{{1,60}}))?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@/.])@(?P<handle>[\w.]{1,30})(?=\s|$)")
_ENDS_BEFORE = re.compile(r"(?:^|[.!?…:\"”»)]\s{1,3}|\n)$")

LONGEST_CAPTION = 2300
"""Characters between the handle and the sound at most: TikTok's limit was 150, then 2,200."""


def find_tiktok(text: str, blocks: Blocks) -> Iterator[FoundPost]:
    """Yield the posts that end in the name of a sound."""
    floor = 0
    for match in _SOUND.finditer(text):
        handle = _handle_before(text, blocks, match.start(), floor)
        floor = match.start()
        if handle is None:
            continue
        own = _OWN.match(match["sound"])
        author = own["name"].strip() if own and own["name"] else None
        if author and author.casefold() == handle["handle"].casefold():
            author = None
        start, end = trimmed(text, handle.end(), match.start())
        yield FoundPost(handle.start(), match.end(), (start, end), "tiktok", author, handle["handle"])
        floor = match.end()


def _handle_before(text: str, blocks: Blocks, stop: int, floor: int) -> re.Match[str] | None:
    """The handle that opens the post: the last at the start of a line or a sentence; others are in the caption."""
    low = max(floor, stop - LONGEST_CAPTION)
    index = blocks.index_at(stop)
    near = blocks.spans[max(0, index - 3)][0] if index >= 0 else 0
    found = list(_HANDLE.finditer(text, max(low, near), stop))
    opening = [m for m in found if _ENDS_BEFORE.search(text[max(0, m.start() - 4) : m.start()])]
    return opening[-1] if opening else (found[0] if found else None)
