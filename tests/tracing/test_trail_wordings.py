"""Whose footage is, in wordings that point back: another of several, `each`, what comes with an announcement."""

import re

from setwatch.model import Analysis, Document, FootageMention, Mention, MentionKind, Role, Sentence, Span
from setwatch.tracing import tell

PEOPLE = ("Mara Lindqvist", "Oke Brandt", "Tia Moreno")


def told(text: str, lang: str = "en") -> tuple[FootageMention, ...]:
    """Return what a text tells of footage, cut at full stops that a capital follows."""
    document = Document("doc", "v", None, "The Own Gazette", (), None, None, "2026-01-01", lang, text, ())
    sentences = tuple(
        Sentence(Span(m.start(), m.end()), m[0]) for m in re.finditer(r"\S.*?(?:(?<!\d)\.(?=\s|$)|$)", text)
    )
    names = [Mention(MentionKind.PERSON, n, Span(m.start(), m.end())) for n in PEOPLE for m in re.finditer(n, text)]
    names.sort(key=lambda mention: mention.span.start)
    return tell(document, Analysis(sentences, tuple(names), (), (), (), "The Glass Harbour"), ()).footage


def origins(text: str, lang: str = "en") -> list[list[tuple[str | None, str | None]]]:
    """Return, for each piece, who had it first and where."""
    return [[(s.actor, s.platform) for s in piece.trail if s.role is Role.ORIGIN] for piece in told(text, lang)]


def test_the_stop_of_a_date_ends_no_clause() -> None:
    text = "Netflix hat am 5. Mai selbst Bilder vom Set der Hafenserie herausgegeben."
    assert origins(text, "de") == [[("Netflix", None)]]


def test_a_poster_that_came_with_an_announcement_is_the_announcers() -> None:
    text = "Netflix said on Monday that the harbour series opens in May. A poster came with the date."
    assert origins(text) == [[("Netflix", None)]]


def test_a_poster_that_came_with_rain_is_nobodys() -> None:
    text = "Netflix said on Monday that the harbour series opens in May. A new poster came with the rain."
    assert origins(text) == [[]]


def test_pictures_of_a_magazine_are_the_magazines() -> None:
    assert origins("A series of set photos of Just Jared shows the quay.") == [[("Just Jared", None)]]


def test_whoever_had_one_of_two_pictures_had_the_other() -> None:
    text = (
        "On Monday two set pictures turned up on Twitter. "
        "They were first shown on the feed of YouTuber Mara Lindqvist. "
        "In the second, a crane stands on the quay."
    )
    assert origins(text) == [[("Mara Lindqvist", "twitter")], [("Mara Lindqvist", "twitter")]]


def test_each_of_a_row_posted() -> None:
    text = "Mara Lindqvist, Oke Brandt and Tia Moreno know it well. On Instagram, each posted a set photo of the quay."
    assert origins(text) == [[(name, "instagram") for name in PEOPLE]]


def test_a_handle_in_brackets_may_stand_before_the_platform() -> None:
    text = "The set video comes from Mara Lindqvist (@maralind) on Instagram."
    assert origins(text) == [[("Mara Lindqvist", "instagram")]]


def test_what_stands_before_who_posts_is_not_what_is_posted() -> None:
    text = "While the studio chased copies of the trailer, somebody put a blurry set photo on Twitter."
    pieces = {piece.kind.value: [s.platform for s in piece.trail] for piece in told(text)}
    assert pieces["photo"] == ["twitter"]
    assert not pieces.get("trailer")
