"""Suggestions as a page and as JSON."""

from collections.abc import Sequence

from setwatch.model import Evidence, Suggestion, Witnessed, quote
from setwatch.publish.page import BLANK, Line, line, many
from setwatch.publish.shapes import Shape, evidence_shape
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import CUE, HEAD, MARK, QUIET, QUOTE

TOLD = 4
"""Kinds of evidence that are told in words."""


def suggestions_page(found: Sequence[Suggestion], shelf: Shelf) -> list[Line]:
    """Return what is proposed, each with why, and the sentences that tell most."""
    lines: list[Line] = []
    for each in found:
        also = f"; also {', '.join(each.also)}" if each.also else ""
        where = f": {many(each.documents, 'document')} of {many(len(each.outlets), 'outlet')}"
        lines += [BLANK] if lines else []
        lines.append(line(0, (each.title, HEAD), f" ({each.kind}{also})", where))
        lines.append(line(2, (why(each), QUIET)))
        for witnessed in each.witnesses:
            words = evidence_of(witnessed, shelf)
            if words is not None:
                before, name, after = marked(words, witnessed.naming.name)
                source = shelf.cite(witnessed.named.document_id, witnessed.named.version)
                lines.append(
                    line(4, ("“", QUOTE), (before, QUOTE), (name, MARK), (after, QUOTE), ("” ", QUOTE), source)
                )
    return lines


def suggestion_shape(each: Suggestion, shelf: Shelf) -> Shape:
    """Return one proposal as JSON."""
    return {
        "title": each.title,
        "kind": each.kind.value,
        "also": list(each.also),
        "score": each.score,
        "documents": each.documents,
        "outlets": list(each.outlets),
        "cues": dict(each.cues),
        "evidence": [
            evidence_shape(words, shelf.versions.get(w.named.version), w.named.document_id, w.named.version)
            for w in each.witnesses
            if (words := evidence_of(w, shelf)) is not None
        ],
    }


def why(each: Suggestion) -> str:
    """Say in words what kinds of evidence there are."""
    return ", ".join(dict.fromkeys(CUE[cue] for cue, _ in each.cues if cue in CUE)) or CUE["sentence"]


def evidence_of(witnessed: Witnessed, shelf: Shelf) -> Evidence | None:
    """Return the sentence; None where its document is not at hand."""
    document = shelf.versions.get(witnessed.named.version)
    if document is None or witnessed.naming.end > len(document.text):
        return None
    return quote(document.text, witnessed.naming.start, witnessed.naming.end)


def marked(words: Evidence, name: str) -> tuple[str, str, str]:
    """Return what stands in a sentence before a name, the name, and what stands behind it."""
    at = words.exact.find(name)
    if at < 0:
        return words.exact, "", ""
    return words.exact[:at], name, words.exact[at + len(name) :]
