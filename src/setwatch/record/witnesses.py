"""Independent witnesses: documents with copies, credits and shared posts folded into the roots that they rest on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from setwatch.model import CopyKind, Document, Post, Reading, Statement, Tracing, fold
from setwatch.record.rules import UNNAMED
from setwatch.record.said import captured_at, ended


@dataclass(frozen=True, slots=True)
class Sources:
    """What each document rests on, looked up once for all values.

    `copied` maps a copy to what it copies; `credits` a document to the names that it credits; `posts` a version to
    the posts in it with the stretch of text that they take; `reprinted` a verbatim copy to what it copies; `versions` a
    document to all its versions, each with its capture.
    """

    copied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    credits: Mapping[str, frozenset[str]] = field(default_factory=dict)
    posts: Mapping[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    reprinted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    versions: Mapping[str, tuple[tuple[datetime, str], ...]] = field(default_factory=dict)


def sources(readings: Iterable[Reading], tracing: Tracing) -> Sources:
    """Return what the documents rest on."""
    copied: dict[str, set[str]] = defaultdict(set)
    reprinted: dict[str, set[str]] = defaultdict(set)
    for copy in tracing.copies:
        copied[copy.copy].add(copy.original)
        if copy.kind is CopyKind.VERBATIM and not copy.undecided:
            reprinted[copy.copy].add(copy.original)
    credited: dict[str, set[str]] = defaultdict(set)
    posts = {}
    versions: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for reading in readings:
        document = reading.document
        credited[document.document_id] |= {fold(credit.source) for credit in reading.telling.credits}
        posts[document.version] = _posts(document)
        versions[document.document_id].append((captured_at(document), document.version))
    return Sources(
        {key: frozenset(value) for key, value in copied.items()},
        {key: frozenset(value) for key, value in credited.items()},
        posts,
        {key: frozenset(value) for key, value in reprinted.items()},
        {key: tuple(value) for key, value in versions.items()},
    )


def _posts(document: Document) -> tuple[tuple[int, int, str], ...]:
    return tuple((post.evidence.start, post.evidence.end, _identity(post)) for post in document.posts)


def _identity(post: Post) -> str:
    """What two embeds of one post have in common: its id, else its address, else its author's words."""
    if post.post_id:
        return f"{post.platform} {post.post_id}"
    return post.permalink or f"{fold(post.handle or post.author or '')} {fold(post.text)[:80]}"


def roots(said: Sequence[Statement], known: Sources) -> dict[Statement, str]:
    """Return for each statement of one value the root that it rests on; equal roots are one witness.

    A document rests on what it copies, on the document of an outlet that it credits if that one says the same, and
    was not later, and on the post that its words stand in. Two that credit one named source for the fact are one.
    """
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    def join(a: str, b: str) -> None:
        low, high = sorted((find(a), find(b)))
        parent[high] = low

    outlets: dict[str, set[tuple[str, datetime]]] = defaultdict(set)
    for statement in said:
        if statement.outlet:
            outlets[fold(statement.outlet)].add((statement.document_id, ended(statement)))
    for statement in said:
        document = statement.document_id
        for original in known.copied.get(document, ()):
            join(document, original)
        attribution = fold(statement.claim.attribution or "")
        for name in {*known.credits.get(document, ()), attribution}:
            for other, time in outlets.get(name, ()):
                if other != document and time <= ended(statement):
                    join(document, other)
        if attribution and not UNNAMED & set(attribution.split()):
            join(document, f"={attribution}")
        place = statement.claim.evidence
        for start, end, identity in known.posts.get(statement.version, ()):
            if start <= place.start and place.end <= end:
                join(document, f"+{identity}")
    return {statement: find(statement.document_id) for statement in said}
