"""What the store refuses."""

from sqlalchemy.exc import DatabaseError

from setwatch.model import Evidence


class StoreError(Exception):
    """A file that cannot serve as a store; the message is one line that names it."""


StoreFault = DatabaseError
"""What is raised where a store that was opened can be read or written no more."""


class EvidenceError(ValueError):
    """A quote that does not stand in its document; the message names both."""

    def __init__(self, evidence: Evidence, document_id: str) -> None:
        super().__init__(
            f"the words {evidence.exact!r} do not stand at {evidence.start} to {evidence.end} of {document_id}"
        )
        self.evidence = evidence
        self.document_id = document_id
