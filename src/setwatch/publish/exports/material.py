"""What an export is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Change, Document, Footage, Production, Reading, Record, Statement, Value
from setwatch.publish.addresses import web
from setwatch.publish.ids import urn
from setwatch.publish.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Material:
    """A production with its record and changes, the readings that it stands on, and the footage of it.

    `shelf` has at least the documents of `readings`. All of it is of one `known` and `captured`.
    `rests` has for each statement that is no witness of its own the id of the document with which it shares one.
    """

    production: Production
    record: Record
    changes: tuple[Change, ...]
    readings: tuple[Reading, ...]
    footage: tuple[Footage, ...]
    shelf: Shelf
    rests: Mapping[Statement, str]

    def statements(self) -> Iterator[tuple[Value, Statement]]:
        """Yield each statement with the value that it is of."""
        for value in self.record.values:
            for statement in value.statements:
                yield value, statement

    def cited(self) -> tuple[Document, ...]:
        """Return the versions of documents that the record and the changes stand on, in the order of their digests."""
        versions = {statement.version for _, statement in self.statements()}
        versions |= {change.because.version for change in self.changes}
        return tuple(self.shelf.versions[v] for v in sorted(versions) if v in self.shelf.versions)


def production_urn(name: str) -> str:
    """Return the URN of a production."""
    return urn(f"production {name}")


def document_uri(document: Document | None, document_id: str) -> str:
    """Return the address of a document where it is on the web, else a URN of its id."""
    return (web(document.url) if document else None) or urn(f"document {document_id}")


def iso(when: datetime | None) -> str | None:
    """Return a time in UTC as RFC 3339, None for None."""
    return when.isoformat().replace("+00:00", "Z") if when else None


def pruned(told: dict[str, object]) -> dict[str, object]:
    """Return a mapping without what is not known: None, and empty lists and texts."""
    return {key: value for key, value in told.items() if value not in (None, "", [], {})}
