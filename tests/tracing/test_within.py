"""What one document tells of footage and of its sources."""

from collections.abc import Callable

import pytest

from setwatch.model import (
    Analysis,
    Document,
    FootageKind,
    Interval,
    Mention,
    MentionKind,
    Post,
    Role,
    Sentence,
    Span,
    Telling,
    quote,
)
from setwatch.tracing import tell

Teller = Callable[..., Telling]


@pytest.fixture
def telling() -> Teller:
    """Tell what a text of single-sentence lines tells; `people` are full names that it uses, `posts` stand in it."""

    def run(text: str, people: tuple[str, ...] = (), posts: tuple[Post, ...] = (), lang: str = "en") -> Telling:
        document = Document("doc", "v", None, "The Own Gazette", (), None, None, "2026-01-01", lang, text, posts)
        lines, at = [], 0
        for line in text.splitlines():
            post = next((i for i, p in enumerate(posts) if p.evidence.start <= at < p.evidence.end), None)
            if line.strip():
                lines.append(Sentence(Span(at, at + len(line)), line, post))
            at += len(line) + 1
        names = [
            Mention(MentionKind.PERSON, name, Span(start, start + len(name)))
            for name in people
            for start in range(len(text))
            if text.startswith(name, start)
        ]
        names.sort(key=lambda m: m.span.start)
        return tell(document, Analysis(tuple(lines), tuple(names), (), (), (), "The Glass Harbour"), ())

    return run


def test_an_unnamed_origin_and_a_named_pickup(telling: Teller) -> None:
    told = telling(
        "A new video from the set of The Glass Harbour shows the crew on a ferry.\n"
        "The clip was first posted on TikTok before the film outlet Reel & Rope picked it up on Twitter.\n"
    )
    (mention,) = told.footage
    assert mention.kind is FootageKind.VIDEO
    assert [(s.actor, s.platform, s.role) for s in mention.trail] == [
        (None, "tiktok", Role.ORIGIN),
        ("Reel & Rope", "twitter", Role.PICKUP),
    ]
    assert mention.presented_as_new is not None


def test_one_piece_is_one_mention_however_often_it_is_spoken_of(telling: Teller) -> None:
    told = telling(
        "A clip filmed by a passer-by has gone viral since the morning of the ferry stunt.\n"
        "In the clip the star waves, and the video ends when the ferry leaves the harbour.\n"
        "The footage has been seen a million times, which is more than the trailer was.\n"
    )
    assert [m.kind for m in told.footage if m.kind is FootageKind.VIDEO] == [FootageKind.VIDEO]


def test_another_photo_is_another_piece(telling: Teller) -> None:
    told = telling(
        "Mara Lindqvist posted a photo of the ferry on Instagram on Friday morning.\n"
        "Another photo, shared by Olu Bassey on Twitter, shows the second unit at lunch.\n",
        people=("Mara Lindqvist", "Olu Bassey"),
    )
    assert [m.trail[0].actor for m in told.footage] == ["Mara Lindqvist", "Olu Bassey"]


def test_a_repost_is_told_from_an_origin(telling: Teller) -> None:
    told = telling(
        "The video was first posted on TikTok by user ferrygirl88 during the shoot.\n"
        "Director Mara Lindqvist re-posted it on Instagram a few hours later, with a laugh.\n",
        people=("Mara Lindqvist",),
    )
    (mention,) = told.footage
    assert [(s.actor, s.role) for s in mention.trail] == [
        ("ferrygirl88", Role.ORIGIN),
        ("Mara Lindqvist", Role.REPOST),
    ]


def test_an_embedded_post_is_joined_to_the_step_that_tells_of_it(telling: Teller) -> None:
    text = "Mara Lindqvist shared a photo from the set of The Glass Harbour.\n\nCold hands, warm crew (Instagram)\n"
    start = text.index("Cold")
    post = Post(
        "instagram",
        "Mara Lindqvist",
        "maralindqvist",
        "Cold hands, warm crew",
        quote(text, start, len(text)),
        clock=Interval(None, None),
    )
    (mention,) = telling(text, people=("Mara Lindqvist",), posts=(post,)).footage
    (step,) = mention.trail
    assert (step.actor, step.platform, step.role, step.post) == ("Mara Lindqvist", "instagram", Role.ORIGIN, 0)


def test_credits_are_found_and_image_credits_are_not(telling: Teller) -> None:
    told = telling(
        "According to Variety, the ferry scenes will take another week to finish in the harbour.\n"
        "The studio told Deadline that nobody was hurt when the gangway came down on Monday.\n"
        "(Photo: Reuters)\n"
    )
    assert [c.source for c in told.credits] == ["Variety", "Deadline"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Laut Variety dauern die Dreharbeiten im Hafen noch eine Woche länger als geplant."),
        ("it", "Secondo Variety le riprese nel porto dureranno una settimana più del previsto."),
        ("es", "Según Variety, el rodaje en el puerto durará una semana más de lo previsto."),
        ("fr", "Selon Variety, le tournage dans le port durera une semaine de plus que prévu."),
        ("hu", "A Variety szerint a kikötői forgatás egy héttel tovább tart a tervezettnél."),
    ],
)
def test_credits_are_found_in_other_languages(telling: Teller, lang: str, text: str) -> None:
    assert [c.source for c in telling(text, lang=lang).credits] == ["Variety"]


def test_old_footage_is_not_called_new(telling: Teller) -> None:
    told = telling("A clip from the set resurfaced on Twitter this week, five years after a fan filmed it.\n")
    (mention,) = told.footage
    assert mention.presented_as_old is not None
    assert mention.presented_as_new is None


def test_who_passed_a_clip_on_is_not_its_origin(telling: Teller) -> None:
    told = telling("A clip from the set went round TikTok. The clip was reposted by the account Quay Notes.\n")
    assert [(s.actor, s.role) for mention in told.footage for s in mention.trail] == [
        (None, Role.ORIGIN),
        ("Quay Notes", Role.REPOST),
    ]


def test_the_name_of_a_studio_is_no_picture(telling: Teller) -> None:
    assert telling("The studio Lantern Pictures has not shared a date, and shows nothing from the set.\n").footage == ()
    assert len(telling("A fan shared pictures from the set on Twitter.\n").footage) == 1


def test_those_named_in_a_row_each_had_it(telling: Teller) -> None:
    told = telling(
        "On Friday night Mara Lindqvist, Olu Bassey and Ines Pardo posted stills of the ferry on Instagram.\n",
        people=("Mara Lindqvist", "Olu Bassey", "Ines Pardo"),
    )
    (mention,) = told.footage
    assert [step.actor for step in mention.trail] == ["Mara Lindqvist", "Olu Bassey", "Ines Pardo"]
    assert {step.platform for step in mention.trail} == {"instagram"}


def test_leaked_pictures_and_a_photo_that_the_studio_shares_are_two_pieces(telling: Teller) -> None:
    told = telling(
        "Pictures from the set of the harbour series turned up online before anything official was out.\n"
        "HBO, for its part, shared a photo of the cast at a table read later in the same week.\n",
    )
    assert [[step.actor for step in mention.trail] for mention in told.footage] == [[None], ["HBO"]]


def test_a_caption_from_the_shoot_names_its_photographer(telling: Teller) -> None:
    told = telling(
        "The release of the harbour film has been put off for another year, the studio said on Friday morning.\n"
        "The lead and a stunt driver while the ferry scene is filmed in the harbour. (Photo: Jo Brandt/Getty Images)\n",
    )
    (mention,) = told.footage
    assert [(step.actor, step.role) for step in mention.trail] == [("Jo Brandt", Role.ORIGIN)]


def test_an_account_that_shows_what_a_passer_by_filmed_picked_it_up(telling: Teller) -> None:
    told = telling(
        "A video that Twitter account Reel & Rope posted has the star on the roof of the ferry, waving.\n"
        "He salutes the fans who filmed it from the quay, and they can hardly hold the camera for laughing.\n",
    )
    (mention,) = told.footage
    assert [(step.actor, step.role) for step in mention.trail if step.actor] == [("Reel & Rope", Role.PICKUP)]


def test_words_that_only_look_like_footage_are_none(telling: Teller) -> None:
    told = telling(
        "The film won Best Picture, and the studio's motion pictures are still shown in the harbour cinema.\n"
        "Image credit: somebody at the agency, who holds all rights in the whole of the picture library.\n",
    )
    assert told.footage == ()


def test_a_page_without_a_watched_production_tells_of_no_footage() -> None:
    text = "A video of the mayor on a ferry has gone viral since it was posted on TikTok on Monday."
    document = Document("doc", "v", None, None, (), None, None, "2026-01-01", "en", text)
    analysis = Analysis((Sentence(Span(0, len(text)), text),), (), (), ())
    assert tell(document, analysis, ()).footage == ()
