"""What is shown of posts that are gone: the one place where they are marked, and where their words are hidden."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from setwatch.desk.hand import kept
from setwatch.desk.upkeep import basis_of
from setwatch.model import (
    Absence,
    ClaimMark,
    Document,
    Evidence,
    FootageMark,
    GonePost,
    Hit,
    Post,
    Setting,
)
from setwatch.record import in_force
from setwatch.store import Store, with_post

T = TypeVar("T")

BAR = "█"
"""What stands for each character of hidden words that is no blank, so that all offsets stay as they are."""
LEAST = 12
"""Characters from which on words alone, without a place in a text, tell whose they are."""
_LOOSE = frozenset(("summary", "sentence", "title", "words"))
"""Fields of the model that hold words of documents without saying where in them they stand."""

Span = tuple[int, int]


def shown(store: Store, found: T) -> T:
    """Return an answer as it may be shown: posts that are gone say so, and their words are hidden where the rule is.

    `found` is anything of the model, or several in a tuple. All that a desk answers passes through here once.
    """
    gone = _gone(store)
    if not gone:
        return found
    hidden = _hidden(store)
    marked: T = _marked(found, gone, hidden)
    if not hidden:
        return marked
    documents = {document.version: document for document in _those(found, (Document,))}
    documents |= _more(store, found, gone, documents)
    if isinstance(found, tuple) and any(isinstance(item, Hit) for item in found):
        return _without(found, documents, gone)  # type: ignore[return-value]
    veiled: T = _veil(documents, gone).over(marked)
    return veiled


def veils(store: Store) -> bool:
    """Whether words of any post are hidden."""
    return bool(_gone(store)) and _hidden(store)


def _hidden(store: Store) -> bool:
    return store.settings.get(Setting.GONE_WORDS) == "hidden"


def _gone(store: Store) -> dict[str, Absence]:
    """Return that posts are gone, by each name of theirs."""
    found: dict[str, Absence] = {}
    for decision in in_force(kept(store)):
        if isinstance(decision.ruling, GonePost):
            ruling = decision.ruling
            absence = Absence(decision.made.isoformat(), ruling.digest)
            for name in _names(ruling.platform, ruling.post_id, ruling.address):
                found.setdefault(name, absence)
    return found


def _names(platform: str | None, post_id: str | None, address: str | None) -> Iterator[str]:
    if platform and post_id:
        yield f"id {platform} {post_id}"
    if address:
        yield f"at {address}"


def _absence(post: Post, gone: Mapping[str, Absence]) -> Absence | None:
    names = _names(post.platform, post.post_id, post.permalink)
    return next((gone[name] for name in names if name in gone), None)


def _more(store: Store, found: object, gone: Mapping[str, Absence], had: Mapping[str, Document]) -> dict[str, Document]:
    """Return the documents whose words an answer shows without having them in it, by version."""
    basis = basis_of(store.watched())
    readings = store.readings_of(basis, sorted(_versions_in(found) - had.keys()))
    if any(True for _ in _those(found, (ClaimMark, FootageMark))):
        addresses = sorted(name.removeprefix("at ") for name in gone if name.startswith("at "))
        readings += store.readings_with(basis, *map(with_post, addresses))
    return {reading.document.version: reading.document for reading in readings}


def _veil(documents: Mapping[str, Document], gone: Mapping[str, Absence]) -> "_Veil":
    spans = {version: tuple(_spans(document, gone)) for version, document in documents.items()}
    words = {" ".join(documents[version].text[a:b].split()) for version, places in spans.items() for a, b in places}
    return _Veil({v: places for v, places in spans.items() if places}, tuple(sorted(words)))


def _spans(document: Document, gone: Mapping[str, Absence]) -> Iterator[Span]:
    """Yield where the words of posts that are gone stand in a document."""
    for post in document.posts:
        if post.text and _absence(post, gone) is not None:
            start = document.text.find(post.text, post.evidence.start, post.evidence.end)
            # Where its words do not stand in one piece, all that shows the post is hidden.
            yield (start, start + len(post.text)) if start >= 0 else (post.evidence.start, post.evidence.end)


def _marked(found: Any, gone: Mapping[str, Absence], hidden: bool) -> Any:
    """Return what was found with the posts in it that are gone marked as such."""
    if isinstance(found, tuple):
        return tuple(_marked(item, gone, hidden) for item in found)
    if isinstance(found, Document):
        absences = [_absence(post, gone) for post in found.posts]
        if not any(absences):
            return found
        pairs = zip(found.posts, absences, strict=True)
        return replace(found, posts=tuple(replace(p, gone=replace(a, hidden=hidden)) if a else p for p, a in pairs))
    document = getattr(found, "document", None)
    if isinstance(document, Document):
        return replace(found, document=_marked(document, gone, hidden))
    return found


def _without(hits: tuple[Hit, ...], documents: Mapping[str, Document], gone: Mapping[str, Absence]) -> tuple[Hit, ...]:
    """Return the hits that are no posts with hidden words: what was looked for stands in them."""

    def is_gone(hit: Hit) -> bool:
        document = documents.get(hit.version)
        if document is None or hit.post is None or hit.post >= len(document.posts):
            return False
        return _absence(document.posts[hit.post], gone) is not None

    return tuple(hit for hit in hits if not is_gone(hit))


@dataclass(frozen=True, slots=True)
class _Veil:
    """What is hidden: places by version, and the words there with single blanks."""

    spans: Mapping[str, tuple[Span, ...]]
    words: tuple[str, ...]

    def over(self, found: Any, version: str | None = None) -> Any:
        """Return something of the model with all hidden words as bars; `version` is the document that it is of."""
        if isinstance(found, tuple):
            return tuple(self.over(item, version) for item in found)
        if isinstance(found, Evidence):
            places = self.spans.get(version or "", ())
            return _evidence(found, places) if places else found
        if not is_dataclass(found) or isinstance(found, type):
            return found
        version = _version_of(found) or version
        places = self.spans.get(version or "", ())
        # A claim's mark says in which document its words stand: there a word or two are known again.
        least = 1 if isinstance(found, ClaimMark) else LEAST
        changed: dict[str, Any] = {}
        for field in fields(found):
            value = getattr(found, field.name)
            if isinstance(value, str):
                new: Any = self._words(value, least) if field.name in _LOOSE else value
            else:
                new = self.over(value, version)
            if new is not value:
                changed[field.name] = new
        if isinstance(found, Document) and places:
            changed["text"] = _barred(found.text, 0, places)
            changed["posts"] = tuple(_post(post) for post in changed.get("posts", found.posts))
        return replace(found, **changed) if changed else found

    def _words(self, value: str, least: int) -> str:
        """Return words that stand alone with those in them hidden that are hidden in their documents."""
        plain = " ".join(value.split())
        for words in self.words:
            if plain == words or (len(plain) >= least and plain.strip("… ") in words):
                return _bars(plain)
            if len(words) >= LEAST:
                plain = plain.replace(words, _bars(words))
        return plain if BAR in plain else value


def _version_of(found: object) -> str | None:
    document = getattr(found, "document", None)
    if isinstance(document, Document):
        return document.version
    version = getattr(found, "version", None)
    return version if isinstance(version, str) else None


def _evidence(evidence: Evidence, places: Iterable[Span]) -> Evidence:
    return Evidence(
        exact=_barred(evidence.exact, evidence.start, places),
        start=evidence.start,
        end=evidence.end,
        prefix=_barred(evidence.prefix, evidence.start - len(evidence.prefix), places),
        suffix=_barred(evidence.suffix, evidence.end, places),
    )


def _post(post: Post) -> Post:
    return replace(post, text=_bars(post.text)) if post.gone and post.gone.hidden else post


def _barred(text: str, start: int, places: Iterable[Span]) -> str:
    """Return a piece of a text that begins at `start` of it, with what lies in these places hidden."""
    for first, last in places:
        a, b = max(first - start, 0), min(last - start, len(text))
        if a < b:
            text = text[:a] + _bars(text[a:b]) + text[b:]
    return text


def _bars(words: str) -> str:
    return "".join(c if c.isspace() else BAR for c in words)


def _those(found: object, kinds: tuple[type[T], ...]) -> Iterator[T]:
    if isinstance(found, kinds):
        yield found
    elif isinstance(found, tuple):
        for item in found:
            yield from _those(item, kinds)
    elif is_dataclass(found) and not isinstance(found, type | Evidence):
        for field in fields(found):
            yield from _those(getattr(found, field.name), kinds)


def _versions_in(found: object) -> set[str]:
    if isinstance(found, tuple):
        return {version for item in found for version in _versions_in(item)}
    if not is_dataclass(found) or isinstance(found, type | Evidence | Document):
        return set()
    own = getattr(found, "version", None)
    versions = {own} if isinstance(own, str) else set()
    return versions.union(*(_versions_in(getattr(found, field.name)) for field in fields(found)))
