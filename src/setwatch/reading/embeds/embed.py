"""An embedded post, as its markup tells it."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from setwatch.model import Post, quote
from setwatch.reading.clocks import clock_of
from setwatch.reading.flattened import media_keys


@dataclass(frozen=True, slots=True)
class Embed:
    """A post in a page. `node` holds all of it; `words` are its own, in one line, empty where the page shows none.

    `signature` is how the page signs it (`— Ada Lind (@ada) May 1, 2031`), in one line, empty where it does not.
    `deleted` says that the page shows it to be gone. The other fields are those of `Post`.
    """

    node: LexborNode
    platform: str
    author: str | None = None
    handle: str | None = None
    words: str = ""
    signature: str = ""
    printed: str | None = None
    permalink: str | None = None
    post_id: str | None = None
    deleted: bool = False

    @property
    def paragraph(self) -> str:
        """The post as a paragraph of a document's text: words and signature, or its address where it shows none."""
        return f"{self.words} {self.signature}".strip() or self.permalink or f"{self.platform} {self.post_id or 'post'}"


def post_at(embed: Embed, text: str, start: int) -> Post:
    """Return the post of an embed whose `paragraph` stands in `text` at `start`."""
    return Post(
        platform=embed.platform,
        author=embed.author,
        handle=embed.handle,
        text=embed.words,
        evidence=quote(text, start, start + len(embed.paragraph)),
        permalink=embed.permalink,
        post_id=embed.post_id,
        printed=embed.printed,
        clock=clock_of(embed.platform, embed.post_id),
        media_keys=media_keys(embed.words),
    )
