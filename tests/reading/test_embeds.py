"""Embeds in the markup that each platform documents, with posts that nobody made."""

import base64
import html
import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from setwatch.reading.embeds import Embed, find_embeds, post_at

X = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The lamp is lit.<br><br>At last! '
    '<a href="https://t.co/aB3dE5gH7j">pic.twitter.com/aB3dE5gH7j</a></p>&mdash; Ada Lind (@adalind) '
    '<a href="https://twitter.com/adalind/status/1620000000000000000?ref_src=twsrc">January 30, 2023</a></blockquote>'
)


def embeds(body: str) -> tuple[Embed, ...]:
    return find_embeds(LexborHTMLParser(f"<html amp><body><p>Before.</p>{body}<p>After.</p></body></html>"))


def only(body: str) -> Embed:
    (embed,) = embeds(body)
    assert "Before" not in embed.paragraph
    assert "After" not in embed.paragraph
    return embed


def test_a_tweet_has_its_words_signature_and_address() -> None:
    embed = only(X)
    assert embed.words == "The lamp is lit. At last! pic.twitter.com/aB3dE5gH7j"
    assert (embed.platform, embed.author, embed.handle) == ("twitter", "Ada Lind", "adalind")
    assert embed.printed == "2023-01-30"
    assert embed.permalink == "https://twitter.com/adalind/status/1620000000000000000"
    assert embed.post_id == "1620000000000000000"


def test_an_embed_put_into_a_text_is_a_post_with_its_evidence_and_clock() -> None:
    embed = only(X)
    text = f"Before.\n{embed.paragraph}\nAfter."
    post = post_at(embed, text, 8)
    assert post.evidence.exact == embed.paragraph
    assert text[8:].startswith(post.text)
    assert post.media_keys == ("pic.twitter.com/aB3dE5gH7j",)
    assert post.clock is not None
    assert post.clock.not_before is not None
    assert post.clock.not_before.date().isoformat() == "2023-01-30"


@pytest.mark.parametrize(
    "body",
    [
        X.replace(' class="twitter-tweet"', ""),
        f'<figure class="embed embed--twitter">{X}</figure>',
        f"<ul><li>{X}</li></ul>",
    ],
)
def test_a_blockquote_that_ends_in_a_signature_is_a_tweet_with_or_without_its_class(body: str) -> None:
    assert only(body).handle == "adalind"


def test_a_deleted_tweet_keeps_its_address() -> None:
    embed = only(
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/adalind/status/1620000000000000000">'
        "Tweet may have been deleted</a></blockquote>"
    )
    assert (embed.deleted, embed.words, embed.post_id) == (True, "", "1620000000000000000")


@pytest.mark.parametrize(
    "body",
    [
        '<amp-twitter data-tweetid="1620000000000000000"></amp-twitter>',
        '<div class="js-tweet" data-tweetid="1620000000000000000"></div>',
        '<div data-tweet-id=1620000000000000000><a href="https://x.com/adalind/status/1620000000000000000"></a></div>',
        '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1620000000000000000&lang=en"></iframe>',
        '<iframe data-src="//platform.twitter.com/embed/index.html?dnt=true&id=1620000000000000000"></iframe>',
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/x/status/1620000000000000000"></a></blockquote>',
    ],
)
def test_a_tweet_without_words_is_known_by_its_id(body: str) -> None:
    embed = only(body)
    assert (embed.platform, embed.post_id, embed.words) == ("twitter", "1620000000000000000", "")


def test_an_instagram_post_has_caption_signature_and_day() -> None:
    embed = only(
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cabc123defg/?utm_source=x">'
        '<div><a href="https://www.instagram.com/p/Cabc123defg/">View this post on Instagram</a>'
        '<p><a href="https://www.instagram.com/p/Cabc123defg/">The lamp is lit. #lamp</a></p><p>A post shared by '
        '<a href="https://www.instagram.com/ada.lind/"> Ada Lind</a> (@ada.lind) on '
        '<time datetime="2031-02-03T22:14:00+00:00">Feb 3, 2031 at 3:14pm PST</time></p></div></blockquote>'
    )
    assert (embed.platform, embed.author, embed.handle) == ("instagram", "Ada Lind", "ada.lind")
    assert (embed.words, embed.printed, embed.post_id) == ("The lamp is lit. #lamp", "2031-02-03", "Cabc123defg")
    assert embed.permalink == "https://www.instagram.com/p/Cabc123defg/"


def test_an_instagram_post_without_caption_has_no_words() -> None:
    embed = only(
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cabc123defg/">'
        "<div>View this post on Instagram</div><p><a>A post shared by Ada Lind (@ada.lind)</a></p></blockquote>"
    )
    assert (embed.words, embed.handle) == ("", "ada.lind")


def test_amp_instagram_has_the_shortcode() -> None:
    assert only('<amp-instagram data-shortcode="Cabc123defg"></amp-instagram>').post_id == "Cabc123defg"


def test_a_tiktok_post_has_caption_and_sound() -> None:
    embed = only(
        '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@pier.kid/video/7195000000000000000" '
        'data-video-id="7195000000000000000"><section><a target="_blank" title="@pier.kid" '
        'href="https://www.tiktok.com/@pier.kid?refer=embed">@pier.kid</a> who is on the lamp? <a title="lamp" '
        'href="https://www.tiktok.com/tag/lamp">#lamp</a> <a title="♬ original sound - Pier Kid" '
        'href="https://www.tiktok.com/music/x-1">♬ original sound - Pier Kid</a></section></blockquote>'
    )
    assert (embed.platform, embed.author, embed.handle) == ("tiktok", "Pier Kid", "pier.kid")
    assert (embed.words, embed.post_id) == ("who is on the lamp? #lamp", "7195000000000000000")
    assert embed.permalink == "https://www.tiktok.com/@pier.kid/video/7195000000000000000"


def test_a_facebook_post_has_words_and_signature() -> None:
    embed = only(
        '<div class="fb-post" data-href="https://www.facebook.com/lampfilm/posts/1234567890"><blockquote '
        'cite="https://www.facebook.com/lampfilm/posts/1234567890"><p>The lamp is lit.</p>Posted by <a '
        'href="https://www.facebook.com/lampfilm">The Lamp</a> on&nbsp;<a href="#">Monday, February 3, 2031</a>'
        "</blockquote></div>"
    )
    assert (embed.platform, embed.author, embed.words) == ("facebook", "The Lamp", "The lamp is lit.")
    assert (embed.printed, embed.post_id) == ("2031-02-03", "1234567890")


def test_a_bluesky_post_is_signed_by_a_host() -> None:
    embed = only(
        '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:lamp123/app.bsky.feed.post/3kabcdefgh2ij">'
        '<p lang="en">The lamp is lit.<br><br><a href="https://bsky.app/profile/did:plc:lamp123/post/3kabcdefgh2ij">'
        '[image or embed]</a></p>&mdash; Ada Lind (<a href="https://bsky.app/profile/did:plc:lamp123">@ada.example.com'
        '</a>) <a href="https://bsky.app/profile/did:plc:lamp123/post/3kabcdefgh2ij">February 3, 2031 at 3:14 PM</a>'
        "</blockquote>"
    )
    assert (embed.platform, embed.author, embed.handle) == ("bluesky", "Ada Lind", "ada.example.com")
    assert (embed.words, embed.printed, embed.post_id) == ("The lamp is lit.", "2031-02-03", "3kabcdefgh2ij")


def test_a_threads_post_is_known_by_its_address() -> None:
    embed = only(
        '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@ada.lind/post/Cabc123defg">'
        '<a href="https://www.threads.net/@ada.lind/post/Cabc123defg">View on Threads</a></blockquote>'
    )
    assert (embed.platform, embed.handle, embed.post_id) == ("threads", "ada.lind", "Cabc123defg")


@pytest.mark.parametrize("tag", ["blockquote", "iframe"])
def test_a_mastodon_post_is_known_by_its_address(tag: str) -> None:
    where = "data-embed-url" if tag == "blockquote" else "src"
    embed = only(f'<{tag} class="mastodon-embed" {where}="https://lamp.social/@ada/109000000000000000/embed"></{tag}>')
    assert (embed.platform, embed.handle, embed.post_id) == ("mastodon", "ada", "109000000000000000")
    assert embed.permalink == "https://lamp.social/@ada/109000000000000000"


def test_a_reddit_card_has_title_and_user() -> None:
    embed = only(
        '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/lamps/comments/abc123/the_lamp/">'
        'The lamp is lit</a><br> by<a href="https://www.reddit.com/user/adalind/">u/adalind</a> in'
        '<a href="https://www.reddit.com/r/lamps/">lamps</a></blockquote>'
    )
    assert (embed.platform, embed.handle, embed.words, embed.post_id) == (
        "reddit",
        "adalind",
        "The lamp is lit",
        "abc123",
    )


@pytest.mark.parametrize(
    ("source", "platform", "post_id"),
    [
        ("https://www.youtube.com/embed/abcDEF12345?rel=0", "youtube", "abcDEF12345"),
        ("//www.youtube-nocookie.com/embed/abcDEF12345", "youtube", "abcDEF12345"),
        ("https://www.youtube.com/embed/videoseries?list=PL1", "youtube", None),
        ("https://player.vimeo.com/video/123456789?h=1", "vimeo", "123456789"),
        ("https://www.dailymotion.com/embed/video/x8abcde", "dailymotion", "x8abcde"),
        ("https://www.instagram.com/p/Cabc123defg/embed/", "instagram", "Cabc123defg"),
        ("https://www.tiktok.com/embed/v2/7195000000000000000", "tiktok", "7195000000000000000"),
        (
            "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Flamp%2Fposts%2F12345",
            "facebook",
            "12345",
        ),
        (
            "https://embed.bsky.app/embed/did:plc:lamp123/app.bsky.feed.post/3kabcdefgh2ij?id=1",
            "bluesky",
            "3kabcdefgh2ij",
        ),
        ("https://open.spotify.com/embed/track/1", "spotify", None),
    ],
)
@pytest.mark.parametrize("name", ["src", "data-src"])
def test_a_frame_shows_a_post_by_its_address(name: str, source: str, platform: str, post_id: str | None) -> None:
    embed = only(f'<iframe {name}="{source}"></iframe>')
    assert (embed.platform, embed.post_id, embed.words) == (platform, post_id, "")


@pytest.mark.parametrize(
    "body",
    ['<amp-youtube data-videoid="abcDEF12345"></amp-youtube>', '<lite-youtube videoid="abcDEF12345"></lite-youtube>'],
)
def test_elements_that_have_a_video_by_its_id(body: str) -> None:
    assert only(body).permalink == "https://www.youtube.com/watch?v=abcDEF12345"


def test_a_box_that_a_publisher_draws_is_the_one_post_it_links_to() -> None:
    embed = only(
        '<div class="social-embed"><div><a href="https://twitter.com/adalind/status/1620000000000000000"></a><div '
        'data-alt="Twitter post by @adalind: The lamp is lit."></div><a href="https://help.example">Why?</a></div></div>'
    )
    assert (embed.platform, embed.handle, embed.words) == ("twitter", "adalind", "The lamp is lit.")


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote>“The lamp is lit,” said Ada Lind (@adalind), and went home.</blockquote>",
        '<iframe src="https://ads.example/frame?x=1"></iframe>',
        '<div class="share-bar"><a href="https://twitter.com/intent/tweet?url=x">Tweet</a></div>',
        '<div class="follow-instagram"><a href="https://www.instagram.com/lampfilm/">Follow us</a></div>',
        '<p>As <a href="https://twitter.com/adalind/status/1620000000000000000">she tweeted</a>, it is lit.</p>',
    ],
)
def test_quotations_advertisements_buttons_and_links_in_prose_are_no_embeds(body: str) -> None:
    assert embeds(body) == ()


def test_embeds_come_in_the_order_of_the_page() -> None:
    box = '<div class="social-embed"><a href="https://www.instagram.com/p/Cabc123defg/">x</a></div>'
    frame = '<iframe src="https://www.youtube.com/embed/abcDEF12345"></iframe>'
    assert [e.platform for e in embeds(frame + box + X)] == ["youtube", "instagram", "twitter"]


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote>" * 20_000,
        '<blockquote class="twitter-tweet">' * 5_000 + X,
        "<div class=tweet>" * 5_000 + '<a href="https://twitter.com/a/status/1620000000000000000">x</a>',
        '<blockquote class="twitter-tweet">' + "word " * 400_000,
        '<iframe src="' + "a" * 1_000_000 + '"></iframe>',
        '<iframe src="https://www.youtube.com/embed/abcDEF12345"></iframe>' * 20_000,
    ],
)
def test_hostile_markup_is_read_in_bounded_time(body: str) -> None:
    assert len(embeds(body)) <= 2000


@pytest.mark.parametrize(
    "body",
    [
        f"<div data-html='{html.escape(X)}'></div>",
        f"<iframe srcdoc='{html.escape(X)}'></iframe>",
        f'<script type="text/template">{X}</script>',
        f'<script type="text/template">{base64.b64encode(X.encode()).decode()}</script>',
        f"<template>{X}</template>",
        f'<script type="application/json">{json.dumps({"body": X})}</script>',
        f'<script type="application/json">{json.dumps({"body": X}).replace("<", chr(92) + "u003c")}</script>',
    ],
)
def test_an_embed_that_is_folded_away_is_unfolded(body: str) -> None:
    embed = only(body)
    assert (embed.handle, embed.post_id) == ("adalind", "1620000000000000000")
    assert embed.words == "The lamp is lit. At last! pic.twitter.com/aB3dE5gH7j"


def test_an_embed_that_is_shown_is_not_unfolded_again() -> None:
    assert len(embeds(X + f"<template>{X}</template>")) == 1
