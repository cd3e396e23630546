"""What several documents together establish of footage, copies and stories."""

from collections.abc import Callable
from dataclasses import replace

from setwatch.model import CopyKind, Interval, Post, Reading, Role, quote
from setwatch.tracing import trace

Maker = Callable[..., Reading]

STUNT = (
    "A video shows Mara Lindqvist waving from the roof of a tram in Tallinn while the crew looks on. "
    "The driver of a passing van held the phone, and the crew laughed at the horn of the tram in the old town."
)
NAMED = f"{STUNT} The clip was posted on TikTok by ferrygirl88 on Saturday."
UNNAMED = f"{STUNT} It was first seen on TikTok before Reel & Rope picked it up on Twitter."


def _named(reading: Maker) -> Reading:
    return reading(
        "gazette",
        NAMED,
        "2021-05-02",
        video="A video shows Mara Lindqvist",
        steps=(("ferrygirl88", "tiktok", Role.ORIGIN, "posted on TikTok by ferrygirl88"),),
    )


def _unnamed(reading: Maker) -> Reading:
    return reading(
        "courier",
        UNNAMED,
        "2021-05-03",
        video="A video shows Mara Lindqvist",
        steps=(
            (None, "tiktok", Role.ORIGIN, "first seen on TikTok"),
            ("Reel & Rope", "twitter", Role.PICKUP, "Reel & Rope picked it up on Twitter"),
        ),
    )


def test_who_one_document_leaves_unnamed_another_names(reading: Maker) -> None:
    (footage,) = trace([_unnamed(reading), _named(reading)], ()).footage
    left = next(a for a in footage.appearances if a.document_id.startswith("https://courier") and a.role is Role.ORIGIN)
    assert (left.actor, left.named_by) == ("ferrygirl88", "https://gazette.example/story")


def test_old_footage_called_new_raises_an_alarm_and_what_is_called_old_does_not(reading: Maker) -> None:
    story = f"{STUNT} The new video is from the shoot that goes on in Tallinn, says a post."
    fresh = reading("late", story, "2023-09-01", video="A video shows Mara Lindqvist", new="new video")
    honest = reading(
        "honest", f"{STUNT} The clip resurfaced.", "2023-09-02", video="A video shows Mara Lindqvist", old="resurfaced"
    )
    (footage,) = trace([_named(reading), fresh, honest], ()).footage
    assert [(alarm.document_id, alarm.evidence.exact) for alarm in footage.alarms] == [
        ("https://late.example/story", "new video")
    ]


def test_footage_called_new_within_a_month_raises_none(reading: Maker) -> None:
    fresh = reading(
        "week", f"{STUNT} The new video.", "2021-05-20", video="A video shows Mara Lindqvist", new="new video"
    )
    assert all(not footage.alarms for footage in trace([_named(reading), fresh], ()).footage)


def test_a_clock_orders_a_trail_before_any_printed_date(reading: Maker, clock: Callable[[str], Interval]) -> None:
    text = f"{STUNT}\n\nLook at that (@reelandrope) May 1, 2021"
    start = text.index("Look")
    post = Post(
        "twitter",
        "Reel and Rope",
        "reelandrope",
        "Look at that",
        quote(text, start, len(text)),
        post_id="1388500000000000000",
        printed="2021-06-09",
        clock=clock("2021-05-01T14:00:00+00:00"),
    )
    told = reading(
        "gallery",
        text,
        "2021-05-03",
        video="A video shows Mara Lindqvist",
        steps=(("Reel and Rope", "twitter", Role.PICKUP, "(@reelandrope)"),),
        posts=(post,),
    )
    steps = told.telling.footage[0].trail
    told = replace(
        told,
        telling=replace(told.telling, footage=(replace(told.telling.footage[0], trail=(replace(steps[0], post=0),)),)),
    )
    (footage,) = trace([told], ()).footage
    assert footage.appearances[0].time == clock("2021-05-01T14:00:00+00:00")


ARTICLE = (
    "The makers of the harbour film spent a second night on the breakwater, where a storm drenched cameras and "
    "costumes alike. Nobody complained, according to a carpenter, who counted eleven umbrellas and one broken "
    "lantern. A trawler "
    "circled the lighthouse until sunrise, its searchlight sweeping over rehearsals that the director kept repeating. "
    "Afterwards everybody walked to the bakery, which had opened an hour early and sold every bun before breakfast."
)
RETOLD = (
    "A second night on the breakwater awaited the makers of the film, and a storm drenched costumes and cameras. A "
    "carpenter, who counted umbrellas and a broken lantern, heard nobody complain. Until sunrise a trawler circled the "
    "lighthouse, and its searchlight was sweeping over the rehearsals, which were repeated. Everybody then walked to a "
    "bakery that had opened early and sold all buns before breakfast. (h/t Gazette)"
)


def test_a_verbatim_copy_is_folded_under_the_earlier_document(reading: Maker) -> None:
    first, second = reading("gazette", ARTICLE, "2021-05-02"), reading("mirror", ARTICLE, "2021-05-04")
    (copy,) = trace([second, first], ()).copies
    assert (copy.original, copy.copy) == ("https://gazette.example/story", "https://mirror.example/story")
    assert (copy.kind, copy.undecided) == (CopyKind.VERBATIM, False)


def test_a_text_told_again_in_the_same_order_is_a_rewrite_of_what_it_credits(reading: Maker) -> None:
    original = reading("gazette", ARTICLE)
    rewrite = reading("courier", RETOLD, credits=("Gazette",))
    others = [
        reading(f"other{n}", f"Item {n}: the {word} of the {word} said {word} things on a {word} evening by the sea.")
        for n, word in enumerate(("mayor", "baker", "pilot", "tailor", "singer"))
    ]
    (copy,) = trace([rewrite, original, *others], ()).copies
    assert (copy.original, copy.kind) == ("https://gazette.example/story", CopyKind.REWRITE)


def test_where_nothing_tells_who_was_first_it_stays_undecided(reading: Maker) -> None:
    (copy,) = trace([reading("gazette", ARTICLE), reading("mirror", ARTICLE)], ()).copies
    assert copy.undecided


def test_reports_on_one_event_are_one_story_and_a_later_event_another(reading: Maker) -> None:
    same = "Filming of the harbour film stopped on Tuesday after a crane fell onto the quay in Tallinn, police said."
    again = "A crane fell onto the quay in Tallinn on Tuesday, and police stopped the filming of the harbour film."
    later = "The harbour film has a poster now, with a lantern and a gull on it, and opens in cinemas in spring."
    stories = trace(
        [
            reading("gazette", same, "2021-05-02"),
            reading("courier", again, "2021-05-03"),
            reading("late", later, "2022-02-01"),
        ],
        (),
    ).stories
    assert sorted(len(story.documents) for story in stories) == [1, 2]


def test_a_post_is_one_by_its_id_whatever_the_host_of_its_address(reading: Maker) -> None:
    def pieces(*hosts: str) -> int:
        texts = ("A video of a tram has the old town talking", "Un video di cui parla il porto")
        linked = [
            reading(f"site{n}", f"{text}. See {host} for it.", f"202{n}-05-03", video=text, lang=lang)
            for n, (text, host, lang) in enumerate(zip(texts, hosts, ("en", "it"), strict=True))
        ]
        return len(trace(linked, ()).footage)

    one, other = "/status/1918593874130000001", "/status/1918642192512000001"
    assert pieces(f"https://x.com/tramfan{one}", f"https://mobile.twitter.com/i{one}") == 1
    assert pieces(f"https://x.com/tramfan{one}", f"https://x.com/tramfan{other}") == 2
