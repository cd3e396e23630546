"""Parts of the archive traced one by one, and put together: what crosses a border holds where both sides see it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from typing import TypeVar

from setwatch.model import Copy, Footage, Mentioned, Part, PartTracing, Reading, Story, Tracing
from setwatch.tracing.across.actors import Actors
from setwatch.tracing.across.copies import without_detours
from setwatch.tracing.across.paper import latest, paper_of, with_sure_date
from setwatch.tracing.across.stories import story_of
from setwatch.tracing.across.trail import footage_of
from setwatch.tracing.across.whole import trace_with_mentions

Item = TypeVar("Item", bound=Hashable)
Fetch = Callable[[Iterable[str]], Sequence[Reading]]
"""Returns the readings of these documents, all versions of each."""


def trace_part(readings: Sequence[Reading], inside: Set[str]) -> PartTracing:
    """Return what is traced among the documents of a part (the ids `inside`) and of its margins. Pure."""
    tracing, mentions = trace_with_mentions(readings)
    shown = [
        (footage, told)
        for footage, told in zip(tracing.footage, mentions, strict=True)
        if not inside.isdisjoint(footage.documents)
    ]
    touching = Tracing(
        stories=tuple(story for story in tracing.stories if not inside.isdisjoint(story.documents)),
        copies=tuple(copy for copy in tracing.copies if copy.original in inside or copy.copy in inside),
        footage=tuple(footage for footage, _ in shown),
    )
    return PartTracing(tuple(sorted(inside)), touching, tuple(told for _, told in shown))


class Joined:
    """Parts put together: each group of documents or mentions that parts found, over their borders."""

    def __init__(self, parts: Mapping[Part, PartTracing]) -> None:
        self._parts = dict(sorted(parts.items()))
        self._home = {document: part for part, traced in self._parts.items() for document in traced.inside}
        told = {part: [story.documents for story in traced.tracing.stories] for part, traced in self._parts.items()}
        shown = {part: traced.mentions for part, traced in self._parts.items()}
        self._stories = _agreed(told, self._home.get)
        self._footage = _by_posts(_agreed(shown, lambda m: self._home.get(m.document_id)), self._home)
        self._copies = self._agreed_copies()

    def reach(self, documents: Set[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Return the documents whose parts tell all that touches these, and the posts that they show as footage."""
        told = set(documents).union(*(group for group in self._stories if not documents.isdisjoint(group)))
        shown = {m for group in self._footage if any(m.document_id in documents for m in group) for m in group}
        found, posts = set(told), set[str]()
        for traced in self._parts.values():
            for story in traced.tracing.stories:
                if not told.isdisjoint(story.documents):
                    found |= set(story.documents)
            for copy in traced.tracing.copies:
                if copy.original in documents or copy.copy in documents:
                    found |= {copy.original, copy.copy}
            for mentions in traced.mentions:
                if not shown.isdisjoint(mentions):
                    found |= {m.document_id for m in mentions}
                    posts |= {post for m in mentions for post in m.posts}
        return frozenset(found), frozenset(posts)

    def tracing(self, fetch: Fetch, documents: Set[str] | None = None) -> Tracing:
        """Return the tracing of all parts, or what of it touches these documents.

        `fetch` gives the readings of those documents that speak of what crosses a border.
        """
        stories = [group for group in self._stories if _touches(group, documents)]
        footage = [
            group for group in self._footage if documents is None or any(m.document_id in documents for m in group)
        ]
        copies = tuple(c for c in self._copies if _touches((c.original, c.copy), documents))
        return Tracing(
            tuple(sorted(self._as_stories(stories, fetch), key=lambda story: min(story.documents))),
            copies,
            tuple(sorted(self._as_footage(footage, fetch), key=lambda piece: piece.footage_id)),
        )

    def _agreed_copies(self) -> tuple[Copy, ...]:
        seen: dict[frozenset[str], list[Copy]] = defaultdict(list)
        for traced in self._parts.values():
            for copy in traced.tracing.copies:
                seen[frozenset((copy.original, copy.copy))].append(copy)
        return without_detours(
            [
                found[0]
                for pair, found in seen.items()
                if pair <= self._home.keys() and len(found) == len({self._home[document] for document in pair})
            ]
        )

    def _as_stories(self, groups: Sequence[frozenset[str]], fetch: Fetch) -> list[Story]:
        known: dict[frozenset[str], Story] = {}
        for traced in self._parts.values():
            for story in traced.tracing.stories:
                known.setdefault(frozenset(story.documents), story)
        readings = _by_document(fetch, {document for group in groups if group not in known for document in group})
        return [
            known[group]
            if group in known
            else story_of([paper_of(latest(readings[document])) for document in sorted(group)])
            for group in groups
        ]

    def _as_footage(self, groups: Sequence[frozenset[Mentioned]], fetch: Fetch) -> list[Footage]:
        known: dict[frozenset[Mentioned], Footage] = {}
        for traced in self._parts.values():
            for mentions, footage in zip(traced.mentions, traced.tracing.footage, strict=True):
                known.setdefault(frozenset(mentions), footage)
        readings = _by_document(fetch, {m.document_id for group in groups if group not in known for m in group})
        return [known[group] if group in known else self._piece(group, readings) for group in groups]

    def _piece(self, group: frozenset[Mentioned], readings: Mapping[str, Sequence[Reading]]) -> Footage:
        about = [r for document in sorted({m.document_id for m in group}) for r in readings[document]]
        versions = {reading.document.version: reading for reading in about}
        told = [(versions[m.version], versions[m.version].telling.footage[m.number]) for m in sorted(group)]
        return footage_of(told, Actors(about), self._copies)


def _agreed(
    found: Mapping[Part, Sequence[Sequence[Item]]], home: Callable[[Item], Part | None]
) -> list[frozenset[Item]]:
    """Return the groups of items over all parts.

    Two items of one part are together where that part has them so, two of different parts where both have.
    """
    label = {part: {item: n for n, group in enumerate(groups) for item in group} for part, groups in found.items()}
    root: dict[Item, Item] = {}

    def find(item: Item) -> Item:
        while (up := root.setdefault(item, item)) != item:
            item = up
        return item

    for part, groups in found.items():
        for group in groups:
            own = [item for item in group if home(item) == part]
            for item in group:
                there = home(item)
                if there is None:
                    continue
                for other in own if there != part else own[:1]:
                    if there == part or label[there].get(other) == label[there].get(item, -1):
                        root[find(item)] = find(other)
    grouped: dict[Item, set[Item]] = defaultdict(set)
    for item in root:
        grouped[find(item)].add(item)
    return [frozenset(group) for group in grouped.values()]


def _by_posts(groups: Sequence[frozenset[Mentioned]], home: Mapping[str, Part]) -> list[frozenset[Mentioned]]:
    """Join groups of different parts that show one post as footage of one kind.

    Two of one part were looked at side by side, and stay apart: of these, the one with more mentions of the post is it.
    """
    parts = [{home[m.document_id] for m in group} for group in groups]
    holders: dict[tuple[str, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for number, group in enumerate(groups):
        for mention in group:
            for post in mention.posts:
                holders[post, mention.kind][number] += 1
    joined = {number: {number} for number in range(len(groups))}
    for key in sorted(holders):
        count = holders[key]
        first, *others = sorted(count, key=lambda n: (-count[n], min(groups[n])))
        for other in others:
            if parts[first].isdisjoint(parts[other]) and joined[first] is not joined[other]:
                joined[first] |= joined[other]
                for number in joined[other]:
                    joined[number] = joined[first]
    several = {id(numbers): numbers for numbers in joined.values()}
    return [frozenset().union(*(groups[n] for n in numbers)) for numbers in several.values()]


def _touches(group: Iterable[str], documents: Set[str] | None) -> bool:
    return documents is None or not documents.isdisjoint(group)


def _by_document(fetch: Fetch, documents: Set[str]) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(map(with_sure_date, fetch(documents)), key=lambda r: r.document.version) if documents else ():
        found[reading.document.document_id].append(reading)
    return found
