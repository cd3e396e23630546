"""A plain text to its document."""

from setwatch.model import Capture, Document, Post
from setwatch.reading.addresses import ADDRESS
from setwatch.reading.flattened import find_posts
from setwatch.reading.plain import byline_of, outlet_of, published_of, title_of, tongue_of
from setwatch.reading.told import with_told_days


def document_of(
    capture: Capture,
    text: str,
    *,
    url: str | None = None,
    lang: str | None = None,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: tuple[str, ...] = (),
    posts: tuple[Post, ...] = (),
) -> Document:
    """Return the document of a text; what is given goes before what the text tells.

    `posts` are those whose places in `text` the caller knows (`setwatch.reading.embeds`), in order; those that the
    text has flattened or quoted elsewhere are added.

    Line ends are made one, NULs become spaces; nothing else is changed, so offsets are those of the capture.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    url = url or capture.url
    lang = lang or tongue_of(text)
    outlet = outlet or outlet_of(text, url)
    published = published or published_of(text, url, lang)
    found = find_posts(text, lang, posts)
    return Document(
        document_id=url or f"sha256:{capture.digest}",
        version=capture.digest,
        url=url,
        outlet=outlet,
        byline=byline or byline_of(text, outlet),
        title=title or title_of(text, url),
        published=published,
        captured=capture.captured.isoformat(),
        lang=lang,
        text=text,
        posts=with_told_days(text, found, published, lang),
        links=tuple(dict.fromkeys(match.group().rstrip(".,;:!?") for match in ADDRESS.finditer(text))),
    )
