"""When a source is asked next follows from what it answered."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from setwatch.following import answered, asking, failed, first, unanswered
from setwatch.model import Answer, FetchError, Followed, Schedule, Source, SourceKind, Trouble

NOW = datetime(2031, 3, 1, 12, tzinfo=UTC)
FEED = Source("https://reel.example/feed", SourceKind.FEED)
PAGE = Source("https://reel.example/a", SourceKind.PAGE)


def answer(status: int = 200, **headers: str) -> Answer:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(FEED.url, status, named, b"", NOW)


def after(source: Source, schedule: Schedule, got: Answer, new: int = 0) -> Schedule:
    return answered(Followed(source, schedule), got, new, NOW, Random(1))


def pause(schedule: Schedule) -> float:
    return (schedule.due - NOW).total_seconds()


def test_a_source_is_due_at_once_and_while_it_is_asked_not_again_in_its_interval() -> None:
    schedule = first(SourceKind.FEED, NOW)
    assert schedule.due == NOW
    assert asking(schedule, NOW).due == NOW + timedelta(seconds=schedule.interval)


def test_a_lively_source_is_asked_sooner_and_a_quiet_one_later_within_bounds() -> None:
    lively = quiet = first(SourceKind.FEED, NOW)
    for _ in range(40):
        lively, quiet = after(FEED, lively, answer(), new=3), after(FEED, quiet, answer(304))
    assert lively.interval == 300
    assert quiet.interval == 86400
    assert 300 <= pause(lively) <= 360
    assert 86400 <= pause(quiet) <= 1.2 * 86400


def test_validators_are_kept_over_an_answer_that_says_nothing_has_changed() -> None:
    known = after(FEED, first(SourceKind.FEED, NOW), answer(etag='"v1"', last_modified="Sat, 01 Mar 2031 10:00:00 GMT"))
    assert (known.etag, after(FEED, known, answer(304)).etag) == ('"v1"', '"v1"')
    assert after(FEED, known, answer(304)).last_modified == known.last_modified
    assert after(FEED, known, answer(200)).etag is None


def test_pauses_double_while_a_source_fails_and_end_with_the_first_answer() -> None:
    schedule, pauses = first(SourceKind.FEED, NOW), []
    for _ in range(12):
        schedule = after(FEED, schedule, answer(503))
        pauses.append(pause(schedule))
    assert all(second >= 1.5 * one for one, second in pairwise(pauses[:7]))
    assert max(pauses) <= 1.2 * 86400
    assert (schedule.failures, schedule.trouble) == (12, "answers 503")
    assert after(FEED, schedule, answer(304)).failures == 0


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("told", "seconds"), [("7200", 7200), ("Sat, 01 Mar 2031 14:00:00 GMT", 7200), ("99999999999999999999", 604800)]
)
def test_a_server_that_says_when_to_come_back_is_believed(status: int, told: str, seconds: float) -> None:
    assert pause(after(FEED, first(SourceKind.FEED, NOW), answer(status, retry_after=told))) == seconds


@pytest.mark.parametrize(
    "told", ["", "soon", "-5", "Sat, 01 Mar 2031 10:00:00 GMT", "Sat, 01 Mar 2031 14:00:00", "\u0663"]
)
def test_one_that_says_nothing_useful_is_asked_as_after_any_failure(told: str) -> None:
    assert 600 <= pause(after(FEED, first(SourceKind.FEED, NOW), answer(429, retry_after=told))) <= 720


def test_what_a_server_calls_fresh_is_not_asked_for_before() -> None:
    fresh = answer(cache_control="public, max-age=43200")
    assert pause(after(FEED, first(SourceKind.FEED, NOW), fresh)) >= 43200


def test_what_is_gone_is_asked_no_more() -> None:
    schedule = after(FEED, first(SourceKind.FEED, NOW), answer(410))
    assert schedule.ended
    assert "410" in (schedule.trouble or "")


def test_a_page_is_looked_at_ever_less_often_and_then_left() -> None:
    schedule, times = first(SourceKind.PAGE, NOW), 0
    while not schedule.ended:
        schedule, times = after(PAGE, schedule, answer(304)), times + 1
    assert 5 <= times <= 10


def test_a_page_that_keeps_failing_is_left_and_a_feed_that_a_person_named_is_not() -> None:
    page, feed = first(SourceKind.PAGE, NOW), first(SourceKind.FEED, NOW)
    for _ in range(30):
        page = failed(Followed(PAGE, page), "answers 404", NOW, Random(1))
        feed = failed(Followed(FEED, feed), "answers 404", NOW, Random(1))
    assert (page.ended, feed.ended) == (True, False)


def test_what_must_not_be_asked_is_tried_again_a_day_later() -> None:
    followed = Followed(FEED, first(SourceKind.FEED, NOW))
    refused = unanswered(followed, FetchError(Trouble.ROBOTS, "is not to be asked"), NOW, Random(1))
    late = unanswered(followed, FetchError(Trouble.TIME, "takes too long"), NOW, Random(1))
    assert pause(refused) >= 86400
    assert 600 <= pause(late) <= 720
