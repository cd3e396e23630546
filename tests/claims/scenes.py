"""Scenes for tests, analysed by marks instead of by the language layer: what is said of made-up films."""

import re
from collections.abc import Mapping

from setwatch.claims.scene import Scene
from setwatch.model import (
    Analysis,
    DateMention,
    Document,
    Kind,
    Mention,
    MentionKind,
    Production,
    ProductionMention,
    Sentence,
    Span,
)

HARBOUR = Production("Harbour Lights", ("Harbour 2",))
TUNDRA = Production("Tundra", kind=Kind.SERIES)
WATCHED = (HARBOUR, TUNDRA)


def scene(
    text: str,
    *,
    titles: Mapping[str, str | None] | None = None,
    dates: Mapping[str, str] | None = None,
    places: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
    organisations: tuple[str, ...] = (),
    main: str | None = HARBOUR.name,
    lang: str = "en",
    outlet: str | None = None,
) -> Scene:
    """Return a scene: titles, dates and names are wherever their words are."""
    sentences = tuple(
        Sentence(Span(m.start(), m.end()), m.group()) for m in re.finditer(r"[^\s].*?(?:[.?!](?= |$)|$)", text, re.M)
    )
    names = [Mention(MentionKind.PLACE, word, span) for word in places for span in _places_of(text, word)]
    names += [Mention(MentionKind.PERSON, word, span) for word in people for span in _places_of(text, word)]
    names += [Mention(MentionKind.ORGANISATION, w, span) for w in organisations for span in _places_of(text, w)]
    analysis = Analysis(
        sentences,
        tuple(sorted(names, key=lambda m: m.span.start)),
        tuple(
            sorted(
                (DateMention(edtf, span) for word, edtf in (dates or {}).items() for span in _places_of(text, word)),
                key=lambda m: m.span.start,
            )
        ),
        tuple(
            sorted(
                (
                    ProductionMention(name, word, span)
                    for word, name in ({HARBOUR.name: HARBOUR.name} if titles is None else titles).items()
                    for span in _places_of(text, word)
                ),
                key=lambda m: m.span.start,
            )
        ),
        main_production=main,
    )
    document = Document("d", "v", None, outlet, (), None, "2021-01-15", "2021-01-16T00:00:00+00:00", lang, text)
    return Scene(document, analysis, WATCHED)


def _places_of(text: str, word: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
