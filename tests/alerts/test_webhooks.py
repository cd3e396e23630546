"""Webhooks: signed as Standard Webhooks says, delivered at least once, and once where nothing fails."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from standardwebhooks.webhooks import Webhook

from setwatch.desk import Desk, send_alerts
from setwatch.model import Message, Production, Rule, State, Target
from setwatch.publish.alerts import Outcome, deliver, shown
from tests.alerts.hooks import SECRET, SITE, Clock, Hook, target

Say = Callable[[str, str], None]
SAMPLE = Path(__file__).resolve().parents[2] / "sample/captures"
FIRST = "Glass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said."
SECOND = "Glass Harbour has been delayed. It now opens in cinemas on 2 October 2031."


def send(desk: Desk, clock: Clock) -> tuple[int, int, int, int]:
    found = send_alerts(desk, SITE, clock, jitter=lambda: 1.0)
    return found.queued, found.sent, found.again, found.given_up


def test_a_change_is_told_once_with_a_signature_that_others_can_check(
    desk: Desk, clock: Clock, hook: Hook, say: Say
) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    assert send(desk, clock) == (1, 1, 0, 0)
    assert send(desk, clock) == (0, 0, 0, 0)
    [(headers, body)] = hook.got
    now = clock.now.timestamp()
    assert abs(int(headers["webhook-timestamp"]) - now) < 1
    assert headers["webhook-signature"] == Webhook(SECRET).sign(headers["webhook-id"], clock.now, body.decode())
    told = json.loads(body)
    assert told["type"] == "setwatch.change"
    assert told["data"]["id"] == headers["webhook-id"]
    assert told["data"]["quote"] == FIRST
    assert told["data"]["url"].startswith("https://")
    assert told["data"]["page"] == "https://desk.example/productions/glass-harbour"


def test_what_failed_is_tried_again_later_under_the_same_id(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    hook.answers = [503, 500]
    assert send(desk, clock) == (1, 0, 1, 0)
    assert send(desk, clock) == (0, 0, 0, 0)
    clock.on(seconds=31)
    assert send(desk, clock) == (0, 0, 1, 0)
    clock.on(seconds=31)
    assert send(desk, clock) == (0, 0, 0, 0)
    clock.on(seconds=60)
    assert send(desk, clock) == (0, 1, 0, 0)
    assert len(hook.got) == 3
    assert len(set(hook.ids)) == 1


def test_a_target_that_asks_for_time_gets_it(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    hook.answers, hook.headers = [429], {"Retry-After": "600"}
    send(desk, clock)
    clock.on(seconds=599)
    assert send(desk, clock) == (0, 0, 0, 0)
    clock.on(seconds=2)
    assert send(desk, clock) == (0, 1, 0, 0)


def test_after_many_failures_it_is_given_up_and_can_be_tried_again(
    desk: Desk, clock: Clock, hook: Hook, say: Say
) -> None:
    desk.outbox.add(replace(target(hook), address="http://127.0.0.1:9/nobody"))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    for _ in range(12):
        send(desk, clock)
        clock.on(hours=13)
    [delivery] = desk.outbox.deliveries("desk")
    assert (delivery.state, delivery.tries, delivery.error) == (State.FAILED, 12, "ConnectError")
    assert send(desk, clock) == (0, 0, 0, 0)
    assert desk.outbox.again("desk", clock.now) == 1
    assert send(desk, clock)[2] == 1


def test_one_that_is_gone_is_not_tried_again(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    hook.answers = [410]
    assert send(desk, clock) == (1, 0, 0, 1)
    assert [d.state for d in desk.outbox.deliveries("desk")] == [State.FAILED]


class Killed(BaseException):
    """The process dies here."""


def test_a_kill_between_sending_and_marking_sends_it_once_more_under_the_same_id(
    desk: Desk, clock: Clock, hook: Hook, say: Say
) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)

    def and_die(to: Target, message: Message, now: datetime) -> Outcome:
        deliver(to, message, now)
        raise Killed

    with pytest.raises(Killed):
        send_alerts(desk, SITE, clock, and_die)
    assert send(desk, clock) == (0, 0, 0, 0)
    clock.on(minutes=6)
    assert send(desk, clock) == (0, 1, 0, 0)
    assert send(desk, clock) == (0, 0, 0, 0)
    assert len(hook.ids) == 2
    assert len(set(hook.ids)) == 1


def test_two_who_send_at_the_same_time_do_not_send_the_same(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)

    def meanwhile(to: Target, message: Message, now: datetime) -> Outcome:
        assert send(desk, clock)[1] == 0
        return deliver(to, message, now)

    assert send_alerts(desk, SITE, clock, meanwhile).sent == 1
    assert len(hook.got) == 1


def test_each_target_is_told_of_its_own_failures_or_not(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook, "a"))
    desk.outbox.add(target(hook, "b"))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    hook.answers = [500]
    assert send(desk, clock) == (2, 1, 1, 0)
    clock.on(minutes=1)
    assert send(desk, clock) == (0, 1, 0, 0)
    assert len(hook.got) == 3


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Rule(), 2),
        (Rule(titles=("glass harbour",)), 2),
        (Rule(titles=("Harbour",)), 2),
        (Rule(titles=("Salt Road",)), 0),
        (Rule(properties=("release_date",)), 2),
        (Rule(properties=("alarm", "director")), 0),
        (Rule(standings=("current",)), 1),
        (Rule(within=3), 1),
        (Rule(within=0), 2),
    ],
)
def test_a_target_is_told_of_what_its_rule_asks_for(
    desk: Desk, clock: Clock, hook: Hook, say: Say, *, rule: Rule, told: int
) -> None:
    desk.outbox.add(target(hook, rule=rule))
    clock.on(days=9)
    say("2030-01-01", FIRST)
    say("2030-01-09", SECOND)
    assert send(desk, clock)[0] == told


def test_old_footage_shown_as_new_is_told_too(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook, rule=Rule(properties=("alarm",))))
    say("2029-10-01", "A clip on TikTok by @quaywatcher shows a chase from the set of Glass Harbour in Bergen.")
    clock.on(days=5)
    say("2030-01-05", "New footage from the set of Glass Harbour in Bergen shows a chase. "
        "It was posted to TikTok by @quaywatcher.")  # fmt: skip
    assert send(desk, clock)[:2] == (1, 1)
    assert json.loads(hook.got[0][1])["type"] == "setwatch.alarm"


def test_a_new_target_is_not_told_of_what_was_there_before(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    say("2030-01-01", FIRST)
    clock.on(hours=1)
    desk.outbox.add(target(hook, since=clock.now))
    assert send(desk, clock) == (0, 0, 0, 0)


def test_a_rebuild_tells_nothing_again(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    assert send(desk, clock)[1] == 1
    desk.rebuild()
    assert send(desk, clock) == (0, 0, 0, 0)


def test_a_redirect_is_not_followed(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    hook.answers, hook.headers = [302], {"Location": hook.url}
    assert send(desk, clock) == (1, 0, 1, 0)
    assert len(hook.got) == 1


def test_of_an_address_only_scheme_and_host_are_shown() -> None:
    assert shown("https://user:pw@hooks.example/T00/B00?key=k") == "https://hooks.example/…"
    assert shown("mailto://user:pw@mail.example") == "mailto://…"


def test_a_message_goes_when_its_target_does(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    desk.outbox.add(target(hook))
    clock.on(hours=1)
    say("2030-01-01", FIRST)
    hook.answers = [500]
    send(desk, clock)
    assert desk.outbox.remove("desk")
    clock.on(hours=1)
    assert send(desk, clock) == (0, 0, 0, 0)
    assert not desk.outbox.remove("desk")


def test_a_clip_of_one_film_passed_off_as_of_another_is_told_to_who_follows_either(
    desk: Desk, clock: Clock, hook: Hook
) -> None:
    old, new = "Harrow Line: Afterlight", "Harrow Line 4"
    desk.watch([Production(old, ("Harrow Line 3", "HL3"), "Harrow Line"), Production(new, ("HL4",), "Harrow Line")])
    for name, titles in (("of-it", (old,)), ("as-it", (new,)), ("all", ()), ("none", ("Salt Road",))):
        desk.outbox.add(target(hook, name, rule=Rule(titles=titles, properties=("alarm",), within=0)))
    clock.on(hours=1)
    desk.add([SAMPLE])
    assert send(desk, clock)[:2] == (3, 3)
    assert len({headers["webhook-id"] for headers, _ in hook.got}) == 1
    for _, body in hook.got:
        data = json.loads(body)["data"]
        assert (data["production"], data["also"]) == (old, [new])
        assert data["quote"].startswith("New footage from the set of Harrow Line 4")
