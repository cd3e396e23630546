"""One document as the properties see it: its text, what the language layer found, and which production is meant."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from setwatch.model import (
    Analysis,
    DateMention,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Production,
    ProductionMention,
    Quotation,
    Sentence,
    Span,
    quote,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its analysis and the watched productions; look-ups by place are by bisection."""

    document: Document
    analysis: Analysis
    watched: tuple[Production, ...]
    _names: tuple[int, ...] = field(init=False, repr=False)
    _dates: tuple[int, ...] = field(init=False, repr=False)
    _productions: tuple[int, ...] = field(init=False, repr=False)
    _by_name: dict[str, Production] = field(init=False, repr=False)
    _topics: dict[int, str | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Build the indexes."""
        analysis = self.analysis
        _set(self, "_names", tuple(m.span.start for m in analysis.names))
        _set(self, "_dates", tuple(m.span.start for m in analysis.dates))
        _set(self, "_productions", tuple(m.span.start for m in analysis.productions))
        _set(self, "_by_name", {p.name: p for p in self.watched})
        _set(self, "_topics", _topics(self))

    @property
    def lang(self) -> str:
        """The language of the document without its region, in lower case: `de` for `de-CH`."""
        return self.document.lang.split("-")[0].casefold()

    def names_in(self, span: Span, kind: MentionKind | None = None) -> tuple[Mention, ...]:
        """Return the names that begin in `span`, of one kind or of all, in the order of the text."""
        first, last = bisect_left(self._names, span.start), bisect_left(self._names, span.end)
        return tuple(m for m in self.analysis.names[first:last] if kind is None or m.kind is kind)

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """Return the dates that begin in `span`, in the order of the text."""
        return self.analysis.dates[bisect_left(self._dates, span.start) : bisect_left(self._dates, span.end)]

    def productions_in(self, span: Span) -> tuple[ProductionMention, ...]:
        """Return the titles that begin in `span`, those of other productions too, in the order of the text."""
        first, last = bisect_left(self._productions, span.start), bisect_left(self._productions, span.end)
        return self.analysis.productions[first:last]

    def quotation_at(self, at: int) -> Quotation | None:
        """Return the quotation that covers an offset, the innermost of several."""
        return next((q for q in reversed(self.analysis.quotations) if q.span.start <= at < q.span.end), None)

    def production_at(self, sentence: Sentence, at: int) -> Production | None:
        """Return whom the words at this offset of `sentence` are about; None is another title, or nothing.

        The last title before the offset in the sentence decides, else the topic that runs through the sentences
        before it, else the first title after it, else what the document is about.
        """
        mentions = self.productions_in(sentence.span)
        before = bisect_right([m.span.start for m in mentions], at)
        if before:
            return self.named(mentions[before - 1].production)
        if mentions:
            return self.named(mentions[0].production)
        return self.named(self._topics.get(sentence.span.start))

    def named(self, name: str | None) -> Production | None:
        """Return the watched production of this canonical name."""
        return None if name is None else self._by_name.get(name)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the words from `start` to `end` as evidence."""
        return quote(self.document.text, start, end)


def _topics(scene: Scene) -> dict[int, str | None]:
    """For each sentence, by its start: the production that the sentences before it lead to."""
    topics = {}
    topic = scene.analysis.main_production
    for sentence in scene.analysis.sentences:
        topics[sentence.span.start] = topic
        watched = [m.production for m in scene.productions_in(sentence.span) if m.production is not None]
        if watched:
            topic = watched[0]
    return topics


def _set(scene: Scene, name: str, value: object) -> None:
    object.__setattr__(scene, name, value)
