"""Who is named as the origin of footage, however the sentence is built."""

import pytest

from setwatch.model import Analysis, Document, Mention, MentionKind, Role, Sentence, Span, Step
from setwatch.tracing import tell

PERSON = "Mara Lindqvist"


def steps(text: str, lang: str) -> list[tuple[str | None, str | None, Role]]:
    """Return the steps of the only piece of footage that one sentence tells of."""
    document = Document("doc", "v", None, "The Own Gazette", (), None, None, "2026-01-01", lang, text, ())
    at = text.find(PERSON)
    names = (Mention(MentionKind.PERSON, PERSON, Span(at, at + len(PERSON))),) if at >= 0 else ()
    analysis = Analysis((Sentence(Span(0, len(text)), text, None),), names, (), (), (), "The Glass Harbour")
    (mention,) = tell(document, analysis, ()).footage
    return [_plain(step) for step in mention.trail]


def _plain(step: Step) -> tuple[str | None, str | None, Role]:
    return step.actor, step.platform, step.role


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Netflix ha lanzado el primer tráiler de la serie del puerto."),
        ("pt", "A Netflix lançou o primeiro trailer da série do porto."),
        ("nl", "Netflix heeft de eerste trailer van de havenserie uitgebracht."),
        ("sv", "Netflix har släppt den första trailern till hamnserien."),
        ("hu", "A Netflix kiadta a kikötős sorozat első előzetesét."),
        ("fr", "Netflix a sorti la première bande-annonce de la série du port."),
        ("it", "Netflix ha rilasciato il primo trailer della serie sul porto."),
    ],
)
def test_a_studio_that_releases_a_trailer_is_its_origin(lang: str, text: str) -> None:
    assert steps(text, lang) == [("Netflix", None, Role.ORIGIN)]


@pytest.mark.parametrize(
    "text",
    [
        f"A set photo of the empty quay was {PERSON}'s way of saying that filming had begun.",
        f"The set video is from {PERSON}, who lives by the harbour.",
        f"The new set photos come courtesy of {PERSON} and show the quay.",
    ],
)
def test_whose_footage_is_told_without_a_verb_of_sharing(text: str) -> None:
    assert steps(text, "en") == [(PERSON, None, Role.ORIGIN)]


def test_footage_from_the_film_of_somebody_is_not_that_persons() -> None:
    assert steps(f"The new set photo is from {PERSON}'s film about a harbour.", "en") == []


def test_a_clip_that_originated_on_a_platform_has_an_unnamed_origin_there() -> None:
    told = steps("The set video originated on TikTok and was later picked up by Screen Herald on Twitter.", "en")
    assert told[0] == (None, "tiktok", Role.ORIGIN)


def test_each_german_participle_has_the_agent_and_the_platform_before_it() -> None:
    text = f"Das Video wurde zuerst auf TikTok geteilt und dann von {PERSON} auf Twitter weiterverbreitet."
    assert steps(text, "de") == [(None, "tiktok", Role.ORIGIN), (PERSON, "twitter", Role.REPOST)]


def test_a_picture_of_somebody_is_not_by_them_in_a_german_passive() -> None:
    text = f"Gestern wurden Fotos von {PERSON} auf Instagram veröffentlicht."
    assert steps(text, "de") == [(None, "instagram", Role.ORIGIN)]
