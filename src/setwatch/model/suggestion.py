"""Suggestions: titles that documents report on and nobody watches."""

from dataclasses import dataclass

from setwatch.model.production import Kind


@dataclass(frozen=True, slots=True)
class Naming:
    """A title that one document names, however often, and what around it tells what is called so.

    `cues` are the kinds of evidence in the order of their names (`heading`, `marked`, `cast`, …; see
    `following/suggest.toml`), `film` and `series` how often words of the one and the other stand beside it.
    `start` and `end` are where the sentence that tells most lies in the document's text.
    """

    name: str
    cues: tuple[str, ...]
    start: int
    end: int
    film: int = 0
    series: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """The titles that one document names. `outlet` is its host where it tells no outlet; `said` is ISO 8601 or EDTF.

    `about` is how many different words of the trade the document has.
    """

    document_id: str
    version: str
    outlet: str
    said: str
    about: int = 0
    namings: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A sentence that names a title: where it stands in which version of a document, and the cues in that document."""

    named: Named
    naming: Naming


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title that documents report on and nobody watches.

    `also` are other wordings of it. `cues` says in how many documents there is evidence of each kind, the most first;
    `witnesses` are the sentences that tell most, one a document, the best first.
    """

    title: str
    kind: Kind
    also: tuple[str, ...]
    score: float
    documents: int
    outlets: tuple[str, ...]
    cues: tuple[tuple[str, int], ...]
    witnesses: tuple[Witnessed, ...]
