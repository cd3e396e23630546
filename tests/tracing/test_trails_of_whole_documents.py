"""Short articles as sites of several kinds and languages write them: who had what, from the bytes on."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from setwatch.desk import read_source
from setwatch.model import FootageKind, Kind, Production, Reading, Role

WATCHED = (
    Production("The Glass Harbour", aliases=("Glass Harbour",), kind=Kind.FILM),
    Production("Salt Meridian", kind=Kind.SERIES),
)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
ORIGIN, PICKUP, REPOST = Role.ORIGIN, Role.PICKUP, Role.REPOST

Step = tuple[str | None, str | None, Role]
Trails = Callable[..., list[tuple[FootageKind, list[Step]]]]


def read(text: str, lang: str = "en") -> Reading:
    """Return the reading of an article as a record without a date of its own."""
    record = {"id": "a", "url": "https://www.pier-notes.example/a", "lang": lang, "text": text}
    ((_, found),) = read_source(io.BytesIO(json.dumps(record).encode()), WATCHED, NOW)
    assert isinstance(found, Reading)
    return found


@pytest.fixture
def trails() -> Trails:
    def told(text: str, lang: str = "en") -> list[tuple[FootageKind, list[Step]]]:
        footage = read(text, lang).telling.footage
        return [(m.kind, [(s.actor, s.platform, s.role) for s in m.trail]) for m in footage]

    return told


def test_a_fan_site_names_an_account_and_where_the_photos_went_on_to(trails: Trails) -> None:
    assert trails(
        " date 2024-05-12\nFirst Look At Mara Lindqvist On The Set Of The Glass Harbour\n\n"
        "Filming on The Glass Harbour is well under way. A series of set photos, first shared by Twitter user "
        "@kranwatcher, shows the actress boarding a trawler.\n\n"
        "The photos quickly made their way to Reddit, where fans pointed out the scar on her cheek.\n"
    ) == [(FootageKind.PHOTO, [("kranwatcher", "twitter", ORIGIN), (None, "reddit", REPOST)])]


def test_a_user_of_reddit_and_who_picked_the_pictures_up(trails: Trails) -> None:
    assert trails(
        " date 2023-08-11\nSalt Meridian Set Leak Shows Train Wreck\n\n"
        "Leaked images from the set of Salt Meridian have begun circulating on social media. The pictures, which were "
        "originally posted to Reddit by user u/saltydog_77, show a derailed freight train in the desert. They were "
        "later picked up by fan account @SaltMeridianHQ on Twitter.\n"
    ) == [(FootageKind.PHOTO, [("saltydog_77", "reddit", ORIGIN), ("SaltMeridianHQ", "twitter", PICKUP)])]


def test_a_channel_named_as_the_source_has_its_platform(trails: Trails) -> None:
    assert trails(
        " date 2024-05-15\nNew Glass Harbour Set Video Reveals Massive Explosion\n\n"
        "A new set video from The Glass Harbour has surfaced online, and it looks like half of the harbour is gone.\n\n"
        "The clip comes courtesy of YouTube channel Baltic Crane Spotters, who also captured stunt drivers rehearsing "
        "a chase last week. Discussing Film later shared it on X.\n"
    ) == [
        (FootageKind.VIDEO, [("Baltic Crane Spotters", "youtube", ORIGIN), ("Discussing Film", "twitter", PICKUP)]),
    ]


def test_who_took_the_pictures_stands_before_who_published_them(trails: Trails) -> None:
    assert trails(
        " date 2024-05-18\nOlu Bassey and Mara Lindqvist share a kiss on set\n\n"
        "In photographs published by the Daily Mail on Saturday, Mara Lindqvist and Olu Bassey kiss on the bridge of a "
        "ship for the film The Glass Harbour.\n\nThe images were taken by photographer Marek Zielinski.\n"
    ) == [(FootageKind.PHOTO, [("Marek Zielinski", None, ORIGIN), ("Daily Mail", None, PICKUP)])]


def test_an_agency_that_photographs_on_sets_is_the_origin_of_what_nobody_else_had(trails: Trails) -> None:
    assert trails(
        " date 2024-05-16\nMara Lindqvist Films Action Scenes for The Glass Harbour\n\n"
        "The actress was seen filming scenes for her new movie The Glass Harbour on Wednesday in Gdansk, Poland.\n\n"
        "There are exclusive photos of Mara Lindqvist and her co-star Olu Bassey on set.\nPhotos: Backgrid USA\n"
    ) == [(FootageKind.PHOTO, [("Backgrid USA", None, ORIGIN)])]


def test_a_director_nobody_knows_is_an_actor_and_so_is_who_passes_it_on(trails: Trails) -> None:
    assert trails(
        " date 2024-07-02\nStunt coordinator shares Glass Harbour throwback\n\n"
        "Stunt coordinator Piet Vos has posted a clip to his Facebook page that shows Mara Lindqvist rehearsing her "
        "dive for the thriller The Glass Harbour in a pool.\n\nThe video was later retweeted by Ilse Brandt.\n"
    ) == [(FootageKind.VIDEO, [("Piet Vos", "facebook", ORIGIN), ("Ilse Brandt", None, REPOST)])]


def test_the_official_account_of_a_production_is_called_by_its_name(trails: Trails) -> None:
    assert trails(
        " date 2024-12-01\nThe Glass Harbour gets a moody new poster\n\n"
        "The official Twitter account for The Glass Harbour has dropped a moody new poster featuring Mara Lindqvist "
        "up to her neck in black water.\n"
    ) == [(FootageKind.PHOTO, [("The Glass Harbour", "twitter", ORIGIN)])]


def test_a_studio_of_any_name_releases_a_trailer(trails: Trails) -> None:
    for lang, text in (
        ("en", "Northlight Pictures has unveiled the first trailer for The Glass Harbour, the new film."),
        ("de", "Northlight Pictures hat den ersten Trailer zum Film „The Glass Harbour“ veröffentlicht."),
        ("fr", "Northlight Pictures vient de dévoiler la bande-annonce du film The Glass Harbour."),
        ("pl", "Northlight Pictures opublikowało pierwszy zwiastun filmu „The Glass Harbour”."),
    ):
        assert trails(f" date 2024-09-03\n{text}\n", lang) == [
            (FootageKind.TRAILER, [("Northlight Pictures", None, ORIGIN)])
        ]


def test_polish_names_passers_by_accounts_and_platforms(trails: Trails) -> None:
    found = trails(
        " date 2024-05-14\n„The Glass Harbour”: co słychać na planie w Gdańsku\n\n"
        "Ekipa filmu „The Glass Harbour” pracuje w Gdańsku. Nagranie z planu opublikował na TikToku jeden z "
        "przechodniów, a później udostępnił je na Twitterze profil @filmowygdansk.\n\n"
        "Reżyserka Ilse Brandt pokazała na Instagramie zdjęcie stoczni nocą.\n",
        "pl",
    )
    assert found == [
        (FootageKind.VIDEO, [(None, "tiktok", ORIGIN), ("filmowygdansk", "twitter", REPOST)]),
        (FootageKind.PHOTO, [("Ilse Brandt", "instagram", ORIGIN)]),
    ]


def test_a_german_participle_has_the_platform_before_it(trails: Trails) -> None:
    assert trails(
        " date 2024-05-14\nDreharbeiten in Danzig\n\n"
        "In Danzig wird der Film „The Glass Harbour“ gedreht. Die Fotos vom Set wurden zuerst von einem Nutzer auf "
        "Reddit veröffentlicht und verbreiteten sich anschließend auf Twitter.\n",
        "de",
    ) == [(FootageKind.PHOTO, [(None, "reddit", ORIGIN), (None, "twitter", REPOST)])]


def test_spanish_and_italian_accounts(trails: Trails) -> None:
    assert trails(
        " date 2024-05-15\nThe Glass Harbour, le prime foto\n\nSono arrivate in rete le prime foto dal set del film "
        "The Glass Harbour. Gli scatti, pubblicati su Instagram dall'account @balticset, mostrano Mara Lindqvist.\n",
        "it",
    ) == [(FootageKind.PHOTO, [("balticset", "instagram", ORIGIN)])]
    assert trails(
        " date 2023-08-12\nEl actor y la cueva\n\nEl actor Tom Akerman compartió en su cuenta de Instagram un video "
        "desde el set de la serie Salt Meridian.\n",
        "es",
    ) == [(FootageKind.VIDEO, [("Tom Akerman", "instagram", ORIGIN)])]


def test_a_group_with_its_name_before_it(trails: Trails) -> None:
    assert trails(
        " date 2022-05-30\nSalt Meridian: cast seen filming in Whitby\n\n"
        "The cast of drama series Salt Meridian were seen filming on the pier on Monday. Pictures shared on the Whitby "
        "Then & Now Facebook group show lead actress Ottilie Grange in mourning dress.\n"
    ) == [(FootageKind.PHOTO, [("Whitby Then & Now", "facebook", ORIGIN)])]


def test_the_subject_of_a_participle_is_who_posted_not_the_fans(trails: Trails) -> None:
    assert trails(
        " date 2022-06-05\nSalt Meridian star posts behind-the-scenes selfie\n\n"
        "Ottilie Grange has delighted fans of the series Salt Meridian after posting a selfie from the set on "
        "Instagram alongside co-star Sam Adeyemi.\n"
    ) == [(FootageKind.PHOTO, [("Ottilie Grange", "instagram", ORIGIN)])]


def test_a_leak_spreads_from_one_platform_to_another(trails: Trails) -> None:
    assert trails(
        " date 2022-03-15\nLeaked Glass Harbour footage shows deadly stunt\n\n"
        "A 30-second clip from the set of the upcoming film The Glass Harbour was leaked on 4chan last night and has "
        "since spread to Twitter.\n"
    ) == [(FootageKind.VIDEO, [(None, "4chan", ORIGIN), (None, "twitter", REPOST)])]


def test_a_scene_that_is_shared_is_no_footage_that_is(trails: Trails) -> None:
    assert trails(
        " date 2022-03-22\nGlass Harbour set pics\n\n"
        "Some new set photos of the film The Glass Harbour have made their way online, and they feature Mara Lindqvist "
        "sharing a scene with an unknown actor.\n\nCheck them out below, with thanks to @PierWatch:\n"
    ) == [(FootageKind.PHOTO, [("PierWatch", None, ORIGIN)])]


def test_whoever_had_one_of_two_pictures_had_the_other(trails: Trails) -> None:
    found = trails(
        " date 2022-03-22\nThe Glass Harbour has wrapped\n\n"
        "The film The Glass Harbour has wrapped, says director Ilse Brandt, with set pictures to mark it. "
        "One picture has Mara Lindqvist beside a crane; in another her coat is torn.\n"
    )
    assert [(kind, [step[0] for step in steps]) for kind, steps in found] == [
        (FootageKind.PHOTO, ["Ilse Brandt"]),
        (FootageKind.PHOTO, ["Ilse Brandt"]),
    ]


def test_a_second_photo_that_somebody_else_posted(trails: Trails) -> None:
    found = trails(
        " date 2022-03-22\nThe Glass Harbour wraps\n\n"
        "Mara Lindqvist has posted a picture from the set of the film The Glass Harbour on Instagram. "
        "Olu Bassey posted one too, on Twitter.\n"
    )
    assert found == [
        (FootageKind.PHOTO, [("Mara Lindqvist", "instagram", ORIGIN)]),
        (FootageKind.PHOTO, [("Olu Bassey", "twitter", ORIGIN)]),
    ]


def test_words_of_a_title_are_nobody(trails: Trails) -> None:
    watched = (Production("A Time of Glass", kind=Kind.FILM),)
    record = {"id": "a", "url": None, "lang": "en", "text": " date 2024-01-05\nThe first photos from the set of the film A Time of Glass are out.\n"}  # fmt: skip  # noqa: E501
    ((_, found),) = read_source(io.BytesIO(json.dumps(record).encode()), watched, NOW)
    assert isinstance(found, Reading)
    assert all(step.actor is None for mention in found.telling.footage for step in mention.trail)


def test_sources_that_read_like_a_newspaper_are_credited() -> None:
    told = read(
        " date 2022-05-30\nSalt Meridian\n\nThe series Salt Meridian is filming in Whitby, according to the Dockside "
        "Herald.\n\nOne resident told Pier-Notes.com that it rained.\n"
    ).telling
    assert [credit.source for credit in told.credits] == ["Dockside Herald", "Pier-Notes.com"]
