"""The outlets that a document names as its source, known ones and those that only its own words of credit show."""

import re
from collections.abc import Iterable

from setwatch.model import Credit, Document, flat
from setwatch.tracing.across.paper import LONGEST
from setwatch.tracing.within.lexicon import lexicon_of, names

_NAME = re.compile(r"[\s:(]{1,3}(?:[Tt]he\s)?([^\W\d_][\w.&+'’-]{1,24}(?:\s[^\W\d_a-z][\w.&+'’-]{0,24}){0,3})")


def sources_of(document: Document, credits: Iterable[Credit]) -> frozenset[str]:
    """Return the names, flat, that a document credits: those read as credits, and any name after words of credit.

    The latter may be anybody's: they count only where another document's outlet bears one.
    """
    short = names().short
    named_so = {credit.source for credit in credits}
    found = {flat(name) for source in named_so for name in (source, short.get(source, source))}
    text = document.text[:LONGEST]
    for cue in lexicon_of(document.lang).credit_before.finditer(text):
        named = _NAME.match(text, cue.end())
        parts = named[1].rstrip(".'’").split() if named else []
        found.update(flat(" ".join(parts[: n + 1])) for n in range(len(parts)))
    return frozenset(found - {"", flat(document.outlet)})
