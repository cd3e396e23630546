"""Texts and productions of our own that the tests of the language layer share."""

from setwatch.model import Analysis, Document, Kind, Post, Production, quote

RIVERFALL = Production("Riverfall: Deep Water", ("Riverfall 4", "RF4"), "Riverfall")
RIVERFALL_NEXT = Production("Riverfall: Part Five", ("Riverfall 5",), "Riverfall")
HOLLOW = Production("The Hollow Crown Affair", (), None)
LANTERN = Production("Lantern", (), None, Kind.SERIES)


def document(text: str, lang: str = "en", published: str | None = None, posts: tuple[Post, ...] = ()) -> Document:
    """Return a document with this text and little else."""
    return Document("d", "v", None, None, (), None, published, "2021-01-01T00:00:00Z", lang, text, posts)


def post(text: str, start: int, end: int, printed: str | None = None) -> Post:
    """Return a post whose evidence is this stretch of `text`."""
    return Post("twitter", None, None, text[start:end], quote(text, start, end), printed=printed)


def surfaces(analysis: Analysis, name: str | None) -> list[str]:
    """Return the wordings of the mentions of one production."""
    return [mention.surface for mention in analysis.productions if mention.production == name]
