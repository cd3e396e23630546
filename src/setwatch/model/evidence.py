"""Evidence: the exact words in a document that a statement stands on."""

from msgspec import Struct

CONTEXT = 32
"""Characters kept before and after the words, enough to tell two equal quotes apart on a page."""


class Evidence(Struct, frozen=True, gc=False):
    """A place in a document's text [W3C Web Annotation TextQuoteSelector and TextPositionSelector].

    `start` and `end` are offsets in code points of the document's text; `exact` is the text between them.
    """

    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""

    def stands_in(self, text: str) -> bool:
        """Whether `text` has exactly these words at this place."""
        return bool(self.exact) and text[self.start : self.end] == self.exact


def quote(text: str, start: int, end: int) -> Evidence:
    """Return the words of `text` from `start` to `end`, without the white space at their ends, as evidence."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Evidence(text[start:end], start, end, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
