"""Where words that are looked for stand in a text, as a search compares them: without case and accents."""

import re
import unicodedata

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


def spans_of(text: str, asked: str, room: int) -> list[tuple[int, int]]:
    """Return where words of a search stand in a text, of those up to `room` characters after the first.

    A word of the search that ends in `*` is the beginning of a word.
    """
    terms = [quoted or word for quoted, word in _TERM.findall(asked)]
    wanted = {_plain(word) for term in terms for word in _WORD.findall(term)}
    begins = tuple(_plain(word) for term in terms if term.endswith("*") for word in _WORD.findall(term)[-1:])
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        plain = _plain(word[0])
        if plain in wanted or (begins and plain.startswith(begins)):
            found.append(word.span())
        if found and word.start() > found[0][0] + room:
            break
    return found


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
