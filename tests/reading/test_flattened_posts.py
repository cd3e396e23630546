from dataclasses import replace

import pytest

from setwatch.model import Post
from setwatch.reading.flattened import find_posts

DAY = "2031-02-03"
ARTICLE = "Nobody on the pier had heard of the film, and the mayor said that he would rather have had a new road."


def only(text: str, lang: str = "en") -> Post:
    (post,) = find_posts(text, lang)
    assert post.evidence.stands_in(text)
    assert post.text in post.evidence.exact
    return post


@pytest.mark.parametrize("gap", ["\n", " ", "\n\n"])
def test_a_tweet_is_its_paragraph_and_its_signature(gap: str) -> None:
    words = "The lamp is lit again! Second unit on the pier all night pic.twitter.com/aB3dE5gH7j"
    post = only(f"{ARTICLE}\n\n{words}{gap}— Pier Watch (@pier_watch) February 3, 2031\n\n{ARTICLE}")
    assert (post.platform, post.author, post.handle) == ("twitter", "Pier Watch", "pier_watch")
    assert (post.text, post.printed) == (words, "2031-02-03")
    assert post.media_keys == ("pic.twitter.com/aB3dE5gH7j",)


def test_where_lines_are_paragraphs_the_line_before_is_not_the_posts() -> None:
    post = only(f"{ARTICLE}\nThe lamp is lit.\n— Pier Watch (@pier_watch) February 3, 2031\n{ARTICLE}")
    assert post.text == "The lamp is lit."


def test_a_signature_may_name_its_platform_in_place_of_a_date() -> None:
    post = only(f"{ARTICLE}\n\nThe lamp is lit, see you there x\n\n— Ada Lind (@adalind) via Instagram\n\n{ARTICLE}")
    assert (post.platform, post.author, post.handle) == ("instagram", "Ada Lind", "adalind")
    assert (post.text, post.printed) == ("The lamp is lit, see you there x", None)


def test_posts_that_run_on_are_told_apart() -> None:
    text = "First lamp! — A (@aaa) May 1, 2031 Second lamp! — B (@bbb) May 2, 2031 And so the evening went on."
    first, second = find_posts(text)
    assert (first.text, first.handle, first.printed) == ("First lamp!", "aaa", "2031-05-01")
    assert (second.text, second.handle, second.printed) == ("Second lamp!", "bbb", "2031-05-02")


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("3. Februar 2031", "2031-02-03"),
        ("3 février 2031", "2031-02-03"),
        ("3 de febrero de 2031", "2031-02-03"),
        ("3 febbraio 2031", "2031-02-03"),
        ("3 februari 2031", "2031-02-03"),
        ("3 февраля 2031 г.", "2031-02-03"),
        ("2031. február 3.", "2031-02-03"),
        ("February 3, 2031 at 9:14 PM", "2031-02-03"),
    ],
)
def test_a_signature_has_its_date_in_any_language(date: str, edtf: str) -> None:
    post = only(f"{ARTICLE}\n\nThe lamp is lit.\n\n— Pier Watch (@pier_watch) {date}\n\n{ARTICLE}")
    assert post.printed == edtf
    assert ARTICLE not in post.evidence.exact


def test_a_foreign_post_run_into_a_paragraph_begins_where_its_language_does() -> None:
    article = "Auf der Mole wird gedreht, und die Leute haben es nicht mit der Ruhe. Der Bürgermeister ist das leid."
    words = "The lamp is lit and the whole of the crew is on the pier with it."
    assert only(f"{article} {words} — Pier (@pier) 3. Februar 2031", "de").text == words


def test_a_thread_without_a_signature_of_its_own_is_by_the_same_hand() -> None:
    thread = "Lamp one. pic.twitter.com/aB3dE5gH7j\n\nLamp two. pic.twitter.com/bB3dE5gH7j\n\n— P (@pier) May 1, 2031"
    first, second = find_posts(f"{ARTICLE}\n\n{thread}")
    assert (first.handle, first.printed) == ("pier", None)
    assert (second.handle, second.printed) == ("pier", "2031-05-01")


def test_a_bluesky_signature_has_a_host_for_a_handle() -> None:
    post = only(f"{ARTICLE}\n\nThe lamp is lit.\n\n— Pier (@pier.example.com) May 1, 2031 at 3:14 PM")
    assert (post.platform, post.handle) == ("bluesky", "pier.example.com")


@pytest.mark.parametrize(
    ("opening", "signature", "edtf"),
    [
        (
            "View this post on Instagram",
            "A post shared by {by} on Feb 3, 2031 at 3:14pm PDT",
            "2031-02-03",
        ),
        ("View this post on Instagram", "A post shared by {by}", None),
        (
            "Sieh dir diesen Beitrag auf Instagram an",
            "Ein Beitrag geteilt von {by} am 3. Feb 2031 um 8:41 Uhr",
            "2031-02-03",
        ),
        (
            "Ver esta publicación en Instagram",
            "Una publicación compartida por {by} el 3 de Feb de 2031",
            "2031-02-03",
        ),
        (
            "Visualizza questo post su Instagram",
            "Un post condiviso da {by} in data: 3 Feb 2031 alle ore 8:41 PDT",
            "2031-02-03",
        ),
        ("Voir cette publication sur Instagram", "Une publication partagée par {by}", None),
        ("Bekijk dit bericht op Instagram", "Een bericht gedeeld door {by}", None),
        (
            "Visa det här inlägget på Instagram",
            "Ett inlägg delat av {by} 3 feb 2031 kl. 8:41 PDT",
            "2031-02-03",
        ),
        ("Посмотреть эту публикацию в Instagram", "Публикация от {by}", None),
        ("A bejegyzés megtekintése az Instagramon", "{by} által megosztott bejegyzés", None),
    ],
)
def test_an_instagram_post_lies_between_its_opening_and_its_signature(opening: str, signature: str, edtf: str) -> None:
    words = "Last night on the pier.\n\nThank you all! #lamp"
    signature = signature.format(by="Ada Lind (@ada.lind)")
    text = f"{ARTICLE}\n\n{opening}\n\n{words}\n\n{signature}\n\n{ARTICLE}"
    post = only(text)
    assert (post.platform, post.author, post.handle) == ("instagram", "Ada Lind", "ada.lind")
    assert (post.text, post.printed) == (words, edtf)
    assert post.evidence.exact == f"{opening}\n\n{words}\n\n{signature}"


def test_an_instagram_post_without_words_has_none_of_the_articles() -> None:
    assert only(f"{ARTICLE}\n\nA post shared by Ada Lind (@ada.lind)\n\n{ARTICLE}").text == ""


def test_a_tiktok_post_runs_from_handle_to_sound() -> None:
    line = "@pier.kid look who is up on the lamp @mum #lamp ♬ original sound - Pier Kid"
    post = only(f"{ARTICLE}\n\n{line}\n\n{ARTICLE}")
    assert (post.platform, post.author, post.handle) == ("tiktok", "Pier Kid", "pier.kid")
    assert post.text == "look who is up on the lamp @mum #lamp"
    assert post.evidence.exact == line


def test_prose_that_mentions_a_handle_is_no_post() -> None:
    assert find_posts(f"{ARTICLE} Ada Lind (@adalind) plays the keeper. Follow us (@lamplight) on March 3.") == ()


def test_a_post_whose_place_is_known_is_not_found_again() -> None:
    text = f"{ARTICLE}\n\nThe lamp is lit.\n\n— Pier (@pier) May 1, 2031\n\n@pier.kid hello ♬ original sound"
    first, second = find_posts(text)
    known = replace(first, permalink="https://twitter.com/pier/status/1620000000000000000")
    assert find_posts(text, "en", (known,)) == (known, second)


def test_an_unsigned_instagram_post_is_by_whom_the_sentence_before_names() -> None:
    lead = "The keeper is out now. See director Ada Lind’s Instagram post from Norway below."
    post = only(
        f"{ARTICLE}\n{lead}\nView this post on Instagram\nWe thank our friends on the pier.\nBo Ek is the editor."
    )
    assert (post.platform, post.author) == ("instagram", "Ada Lind")
    assert post.text == "We thank our friends on the pier."


def test_an_opening_line_without_a_caption_takes_no_words_of_the_article() -> None:
    assert find_posts(f"{ARTICLE}\n\nView this post on Instagram\n\nThe film opens on May 1, 2031.") == ()


@pytest.mark.parametrize(
    ("line", "platform", "handle", "post_id"),
    [
        ("https://twitter.com/pier/status/1620000000000000000?s=20", "twitter", "pier", "1620000000000000000"),
        ("https://www.instagram.com/p/Cabc123defg/", "instagram", None, "Cabc123defg"),
        ("Post by @ada.lind\nView on Threads", "threads", "ada.lind", None),
        ("Post by @ada@lamp.social View on Mastodon", "mastodon", "ada@lamp.social", None),
    ],
)
def test_a_post_whose_words_are_not_shown_is_told_by_its_address_or_card(
    line: str, platform: str, handle: str | None, post_id: str | None
) -> None:
    post = only(f"{ARTICLE}\n\n{line}\n\n{ARTICLE}")
    assert (post.platform, post.handle, post.post_id, post.text) == (platform, handle, post_id, "")


def test_an_address_within_prose_is_no_post() -> None:
    assert find_posts(f"{ARTICLE} (Credit: https://twitter.com/pier/status/1620000000000000000)") == ()


def test_a_facebook_post_ends_in_who_posted_it_on_which_weekday() -> None:
    post = only(f"{ARTICLE}\n\nThe lamp is lit.\n\nPosted by The Lamp on Monday, February 3, 2031\n\n{ARTICLE}")
    assert (post.platform, post.author, post.text, post.printed) == (
        "facebook",
        "The Lamp",
        "The lamp is lit.",
        "2031-02-03",
    )


def test_a_signature_followed_by_its_address_has_permalink_and_clock() -> None:
    post = only("The lamp is lit. — Pier (@pier) January 30, 2023 https://twitter.com/Pier/status/1620000000000000000")
    assert post.post_id == "1620000000000000000"
    assert post.clock is not None


def test_a_date_glued_to_a_picture_key_is_the_posts() -> None:
    post = only(f"{ARTICLE}\n\nThe lamp is lit pic.twitter.com/aB3dE5gH7jFebruary 3, 2031 See more\n\n{ARTICLE}")
    assert (post.text, post.printed) == ("The lamp is lit pic.twitter.com/aB3dE5gH7j", "2031-02-03")
    assert post.media_keys == ("pic.twitter.com/aB3dE5gH7j",)


def test_a_post_of_list_items_begins_with_the_first() -> None:
    text = f"{ARTICLE}\n\n- They lit the lamp\n\n- I saw it myself\n\n— Pier (@pier) May 1, 2031"
    assert only(text).text == "- They lit the lamp\n\n- I saw it myself"


def test_a_handle_between_dashes_in_a_sentence_signs_nothing() -> None:
    assert (
        find_posts(f"{ARTICLE} The keeper — Ada Lind (@adalind) — has a lamp, and so has her son — Bo (@bo) said so.")
        == ()
    )


def test_a_dash_in_a_name_is_the_names() -> None:
    post = only(f"{ARTICLE}\n\nThe lamp is lit.\n\n— Ada – lamp fan (@ada) May 1, 2031")
    assert (post.author, post.text) == ("Ada – lamp fan", "The lamp is lit.")


def test_a_signature_in_a_script_that_is_not_read_is_one_without_a_date() -> None:
    assert only(f"{ARTICLE}\n\nThe lamp is lit.\n\n— Ada (@ada) ١ مايو ٢٠٣١").printed is None


def test_a_post_copied_from_its_own_page_has_its_words_after_name_handle_and_date() -> None:
    post = only(f"{ARTICLE}\n\nAda Lind\n@adalind\n·\nMay 1, 2031\nThe lamp is lit at last.\n\n{ARTICLE}")
    assert (post.author, post.handle, post.printed) == ("Ada Lind", "adalind", "2031-05-01")
    assert post.text == "The lamp is lit at last."


def test_an_instagram_post_may_run_on_in_one_line() -> None:
    shown = "View this post on Instagram The lamp is lit! A post shared by Ada (@ada) on Feb 3, 2031 at 3:14pm PST"
    post = only(f"{ARTICLE} {shown} And the film goes on.")
    assert (post.text, post.handle, post.printed) == ("The lamp is lit!", "ada", "2031-02-03")
    assert post.evidence.exact == shown
