import pytest

from setwatch.reading.flattened import find_posts

ARTICLE = "Nobody on the pier had heard of the film before Ada Lind and Bo Ström came to town with it."


LIT = "The lamp is lit at last."


@pytest.mark.parametrize(
    ("sentence", "platform", "words"),
    [
        (f"Ada Lind wrote on Instagram: “{LIT}”", "instagram", LIT),
        (f"Lind tweeted, “{LIT}”", "twitter", LIT),
        (f"Ada Lind on Instagram: “{LIT}”", "instagram", LIT),
        (f"Ada Lind tweeted: {LIT}", "twitter", LIT),
        ("“The lamp is lit at last,” Lind posted on X.", "twitter", "The lamp is lit at last,"),
        (f"Lind put a selfie on Instagram.\n\n“{LIT}” reads the caption.", "instagram", LIT),
        (
            "Auf Instagram schrieb Ada Lind: «Die Lampe brennt nun endlich.»",
            "instagram",
            "Die Lampe brennt nun endlich.",
        ),
        ('Ada Lind ha scritto su Instagram: "La lampada è accesa!"', "instagram", "La lampada è accesa!"),
        ("Ada Lind написала в инстаграме: «Лампа наконец-то снова горит»", "instagram", "Лампа наконец-то снова горит"),
        (
            "Ada Lind képe az Instagramon van.\n\n– Végre ég a lámpa! – írta a kép alá.",
            "instagram",
            "Végre ég a lámpa!",
        ),
    ],
)
def test_a_sentence_that_introduces_it_makes_a_quotation_a_post(sentence: str, platform: str, words: str) -> None:
    (post,) = find_posts(f"{ARTICLE}\n\n{sentence}\n\nThe rest is known.")
    assert (post.platform, post.author, post.text) == (platform, "Ada Lind", words)


def test_a_handle_in_the_sentence_is_the_posters() -> None:
    (post,) = find_posts("The clip was put on TikTok by @pier.kid under the caption “Look who is on the lamp”.")
    assert (post.platform, post.handle) == ("tiktok", "pier.kid")


@pytest.mark.parametrize(
    "sentence",
    [
        "“The lamp is lit at last,” Lind told Lamplight on Monday.",
        "Lind said: “The lamp is lit at last.”",
        "On Instagram, Lind called it “a dream of a role” and went to bed.",
        "The trailer of “The Lamp That Was Lit” has been viewed a lot on Twitter.",
        "The video shows the lamp. “We have got the keeper,” the guards announced on their radios.",
        "Lind found the keeper on Instagram. “He looked a little surprised,” she wrote in an email.",
        "They watch each other on Instagram. “I was stunned to see it,” said Bo Ström, a friend of the crew's.",
        "After a letter posted on Twitter she added, “The keeper must be loved by all.”",
    ],
)
def test_speech_phrases_and_titles_are_no_posts(sentence: str) -> None:
    assert find_posts(f"{ARTICLE}\n\n{sentence}\n\nThe rest is known.") == ()


def test_a_heading_that_names_poster_and_platform_makes_a_post_of_what_follows() -> None:
    (post,) = find_posts(f"{ARTICLE}\n\nCaspar Vane on Twitter\n\n@lamplight the lamp is cardboard\n\n{ARTICLE}")
    assert (post.platform, post.author, post.text) == ("twitter", "Caspar Vane", "@lamplight the lamp is cardboard")


@pytest.mark.parametrize("who", ["one user", "another fan", "someone"])
def test_what_the_crowd_wrote_is_no_post(who: str) -> None:
    assert find_posts(f"Ada Lind was seen on the lamp. “Is nobody holding her?” wrote {who} on X.") == ()


def test_a_quotation_that_goes_on_in_the_next_paragraph_begins_a_post() -> None:
    text = f"{ARTICLE}\n\nAda Lind wrote on Twitter: “The lamp is lit at last.\n\n“And so are all of us on the pier!”"
    assert next(post.text for post in find_posts(text)) == "The lamp is lit at last."


def test_a_quotation_that_only_goes_on_is_no_post_of_its_own() -> None:
    text = "“The lamp is lit,” says the caption of @pier_watch. “Do not ask me for the bulb of it.”"
    (post,) = find_posts(text)
    assert (post.handle, post.text) == ("pier_watch", "The lamp is lit,")


def test_the_account_whose_pictures_a_sentence_before_tells_of_is_the_poster() -> None:
    text = "Pictures posted by the account @pier_watch show it.\n\n“The lamp is lit,” says the photographer's caption."
    (post,) = find_posts(text)
    assert post.handle == "pier_watch"


@pytest.mark.parametrize(
    ("sentence", "author"),
    [
        ("“The lamp is lit at last,” Lind tweeted before Lantern Night.", "Ada Lind"),
        ("“The lamp is lit at last,” harbour spokesman Bo Ström said in a tweet.", "Bo Ström"),
        ("“The lamp is lit at last,” Quist tweeted.", "Quist"),
        ("After Bo Ström had gone, Ada Lind wrote on X: “The lamp is lit at last.”", "Ada Lind"),
    ],
)
def test_the_poster_is_whose_name_stands_before_the_verb(sentence: str, author: str) -> None:
    (post,) = find_posts(f"{ARTICLE}\n\n{sentence}\n\nThe rest is known.")
    assert (post.platform, post.author) == ("twitter", author)
