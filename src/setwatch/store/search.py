"""Full text search over documents and the posts in them, by SQLite's FTS5.

Readings that are kept are put in by `put_in`; what goes is taken out by a trigger (migration 0006), however it goes.
"""

import re
from datetime import date

from sqlalchemy import Connection, Engine, Select, insert, select, text

from setwatch.model import Hit, Reading
from setwatch.store.tables import FOUND, KEYS

LAST = "~"
"""Sorts after all dates."""

TERMS = 12
"""Words of a search that are looked for."""

LONGEST = 200
"""Characters of a search that are read."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w")

_PUT = text("INSERT INTO search (rowid, title, who, words) VALUES (:id, :title, :who, :words)")
_MATCHING = "SELECT rowid FROM search WHERE search MATCH :query"
_MANY = text("SELECT count(*) > :most FROM (SELECT rowid FROM search WHERE search MATCH :query LIMIT :most + 1)")
_ROW = "SELECT f.digest, f.post FROM"
_NEWEST = "r.basis = :basis AND (f.post IS NULL OR :posts) ORDER BY f.said DESC, f.id LIMIT :limit OFFSET :offset"
_AHEAD = "(:place IS NULL OR f.said < :place OR (f.said = :place AND f.id > :id))"
_BY = "f.said <= :year AND (f.said <= :day OR substr(f.said, 6, 2) > '12')"
"""Of a year's documents those up to a day, and those that tell a season or quarter (EDTF: 21 and more) of it."""
_DOCUMENTS = f"r.basis = :basis AND f.post IS NULL AND {_BY} AND {_AHEAD} ORDER BY f.said DESC, f.id LIMIT :limit"
_JOINED = "JOIN readings r ON r.digest = f.digest"
_SORTED = text(f"{_ROW} search JOIN found f ON f.id = search.rowid {_JOINED} WHERE search MATCH :query AND {_NEWEST}")
_SORTED_DOCUMENTS = text(
    f"{_ROW} search JOIN found f ON f.id = search.rowid {_JOINED} WHERE search MATCH :query AND {_DOCUMENTS}"
)
_WALKED_DOCUMENTS = text(
    f"{_ROW} found f INDEXED BY ix_found_said {_JOINED} WHERE f.id IN ({_MATCHING}) AND {_DOCUMENTS}"
)
_ALL_DOCUMENTS = text(f"{_ROW} found f INDEXED BY ix_found_said {_JOINED} WHERE {_DOCUMENTS}")
_WALKED = text(f"{_ROW} found f INDEXED BY ix_found_said {_JOINED} WHERE f.id IN ({_MATCHING}) AND {_NEWEST}")

FEW = 500
"""Hits up to which all are looked up and sorted; of more, the newest rows are walked until enough of them match.

At 10^5 documents the one costs 6 µs a hit, the other 10 ms at most for words that so many have.
"""


class Search:
    """The search of a store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, words: str, basis: str, limit: int, offset: int) -> tuple[Hit, ...]:
        """Return where all of these words stand (`"in quotes"`: together), what was said last first."""
        query = match_of(words)
        if not query:
            return ()
        return self._newest(query, basis, limit, offset, posts=True)

    def _newest(self, query: str, basis: str, limit: int, offset: int, *, posts: bool) -> tuple[Hit, ...]:
        given = {"query": query, "basis": basis, "limit": limit, "offset": offset, "posts": posts}
        with self._engine.begin() as connection:
            many = connection.scalar(_MANY, {"query": query, "most": FEW})
            found = connection.execute(_WALKED if many else _SORTED, given)
            return tuple(Hit(digest, post) for digest, post in found)

    def documents(
        self, words: str, basis: str, limit: int, known: date | None = None, after: str | None = None
    ) -> tuple[str, ...]:
        """Return the digests of documents in which all of these words stand (none: of all), what was said last first.

        `known`: without those that were surely said after this day. `after`: only those that come after the document
        with this digest.

        Raises:
            KeyError: no document has the digest `after`.
        """
        query = match_of(words)
        if not query and words.strip():
            return ()
        ends = {"year": f"{known:%Y}-4" if known else LAST, "day": f"{known:%Y-%m-%d}~" if known else LAST}
        given = {"query": query, "basis": basis, "limit": limit, "place": None, "id": None} | ends
        with self._engine.begin() as connection:
            if after is not None:
                found = select(FOUND.c.said, FOUND.c.id).where(FOUND.c.digest == after, FOUND.c.post.is_(None))
                last = connection.execute(found).one_or_none()
                if last is None:
                    raise KeyError(after)
                given |= {"place": last.said, "id": last.id}
            if not query:
                statement = _ALL_DOCUMENTS
            else:
                many = connection.scalar(_MANY, {"query": query, "most": FEW})
                statement = _WALKED_DOCUMENTS if many else _SORTED_DOCUMENTS
            return tuple(row.digest for row in connection.execute(statement, given))

    def newest(self, limit: int) -> tuple[str, ...]:
        """Return the keys of productions (`of NAME`) of the documents that were said last, the last first."""
        newest = _last(limit).subquery()
        query = select(KEYS.c.key).join_from(newest, KEYS, KEYS.c.digest == newest.c.digest)
        query = query.where(KEYS.c.key.like("of %")).order_by(newest.c.said.desc(), KEYS.c.key)
        with self._engine.begin() as connection:
            return tuple(dict.fromkeys(connection.scalars(query)))

    def last(self, limit: int) -> tuple[str, ...]:
        """Return the digests of the documents that were said last, the last first."""
        with self._engine.begin() as connection:
            return tuple(connection.scalars(_last(limit)))

    def versions_of(self, outlet: str, basis: str, limit: int) -> tuple[str, ...]:
        """Return the digests of the newest documents of an outlet."""
        if not _WORD.search(outlet):
            return ()
        found = self._newest(f"who : {_phrase(outlet)}", basis, limit, 0, posts=False)
        return tuple(hit.version for hit in found)


def _last(limit: int) -> Select[tuple[str, str]]:
    documents = select(FOUND.c.digest, FOUND.c.said).where(FOUND.c.post.is_(None))
    return documents.order_by(FOUND.c.said.desc(), FOUND.c.id).limit(limit)


def put_in(connection: Connection, reading: Reading) -> None:
    """Put a reading into the search: its document, and each of its posts."""
    document = reading.document
    said = document.published if document.published and document.published[0].isdigit() else document.captured
    who = " ".join([document.outlet or "", *document.byline])
    _put(connection, (document.version, None, said), (document.title or "", who, document.text))
    for number, post in enumerate(document.posts):
        who = " ".join([post.author or "", post.handle or ""])
        when = post.clock.not_before.isoformat() if post.clock and post.clock.not_before else post.printed or said
        _put(connection, (document.version, number, when), ("", who, post.text))


def _put(connection: Connection, place: tuple[str, int | None, str], words: tuple[str, str, str]) -> None:
    digest, post, said = place
    made = connection.execute(insert(FOUND).values(digest=digest, post=post, said=said)).inserted_primary_key
    title, who, body = words
    connection.execute(_PUT, {"id": made[0] if made else None, "title": title, "who": who, "words": body})


def match_of(words: str) -> str:
    """Return a search as FTS5 reads it: every word a phrase of its own, so that nothing in it is an operator."""
    terms = [quoted or word for quoted, word in _TERM.findall(words[:LONGEST])]
    return " AND ".join(_phrase(term) for term in [t for t in terms if _WORD.search(t)][:TERMS])


def _phrase(term: str) -> str:
    bare = term.replace('"', " ").replace("\0", " ").strip()
    return f'"{bare.removesuffix("*")}"{"*" if bare.endswith("*") else ""}'
