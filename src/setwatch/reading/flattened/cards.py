"""Posts whose words a text does not show: cards of Threads and Mastodon, addresses of posts on lines of their own."""

import re
from collections.abc import Iterator

from setwatch.reading.addresses import ADDRESS, post_address
from setwatch.reading.flattened.found import FoundPost
from setwatch.reading.printed import printed_dates

_CARD = re.compile(
    r"Post by @(?P<handle>\w[\w.]{0,60}(?:@[\w.-]{3,100})?)\s{1,4}View on (?P<platform>Threads|Mastodon)", re.IGNORECASE
)


def find_cards(text: str) -> Iterator[FoundPost]:
    """Yield the cards in order."""
    for match in _CARD.finditer(text):
        start, end = match.span()
        yield FoundPost(start, end, (start, start), match["platform"].lower(), None, match["handle"])


_COPIED = re.compile(
    r"^(?P<name>[^\n@]{1,60}?)[ \n]@(?P<handle>\w{1,20})[ \n]·[ \n](?P<date>[^\n·]{4,34})\n{1,2}"
    r"(?P<words>[^\n]{1,600})$",
    re.MULTILINE,
)


def find_copied(text: str) -> Iterator[FoundPost]:
    """Yield posts as they are copied from X's own page: name, handle, a dot, the date, then the words."""
    for match in _COPIED.finditer(text):
        date = next(printed_dates(match["date"], month_first=True), None)
        if date:
            start, end = match.span("words")
            yield FoundPost(
                match.start(), end, (start, end), "twitter", match["name"].strip(), match["handle"], date.edtf
            )


def find_links(text: str) -> Iterator[FoundPost]:
    """Yield the posts whose address is a line, as embeds that were never loaded leave it."""
    for match in ADDRESS.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 3) : start].rstrip(" \t\xa0")
        after = text[end : end + 3].lstrip(" \t\xa0")
        if before[-1:] not in {"", "\n"} or after[:1] not in {"", "\n"}:
            continue
        address = post_address(match.group())
        if address:
            yield FoundPost(
                start,
                end,
                (start, start),
                address.platform,
                None,
                address.handle,
                permalink=address.permalink,
                post_id=address.post_id,
            )
