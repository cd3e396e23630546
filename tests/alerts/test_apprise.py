"""Apprise's services: told in words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from setwatch.desk import Desk, send_alerts
from setwatch.model import Means
from tests.alerts.hooks import SITE, Clock, Hook, target

Say = Callable[[str, str], None]
pytestmark = pytest.mark.filterwarnings("ignore:.*imghdr.*:DeprecationWarning")  # the library's, on old Pythons


def test_a_service_is_told_title_words_and_link(desk: Desk, clock: Clock, hook: Hook, say: Say) -> None:
    pytest.importorskip("apprise", reason="the alerts extra is not installed")
    address = hook.url.replace("http://", "json://").partition("?")[0]
    desk.outbox.add(replace(target(hook), means=Means.APPRISE, address=address, secret=None))
    clock.on(hours=1)
    say("2030-01-01", "Glass Harbour opens in cinemas on 5 June 2031.")
    assert send_alerts(desk, SITE, clock).sent == 1
    [(_, body)] = hook.got
    assert b"Glass Harbour, release date: 5 June 2031" in body
    assert b"https://" in body


def test_a_service_that_fails_is_tried_again_and_nothing_secret_is_written(
    desk: Desk, clock: Clock, hook: Hook, say: Say, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("apprise", reason="the alerts extra is not installed")
    address = hook.url.replace("http://", "json://user:hidden@").partition("?")[0]
    desk.outbox.add(replace(target(hook), means=Means.APPRISE, address=address, secret=None))
    clock.on(hours=1)
    say("2030-01-01", "Glass Harbour opens in cinemas on 5 June 2031.")
    hook.answers = [500]
    assert send_alerts(desk, SITE, clock).again == 1
    [delivery] = desk.outbox.deliveries("desk")
    printed = capfd.readouterr()
    assert "hidden" not in printed.out + printed.err + str(delivery.error)
