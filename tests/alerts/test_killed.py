"""A sending that is killed at any moment loses nothing, and tells nothing twice but what was in its hands."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from setwatch.desk import Desk
from setwatch.model import Means, Production, Rule, Target
from tests.alerts.hooks import SECRET, Hook

TITLES = ("Glass Harbour", "Salt Road", "Copper Row", "Paper Moonrise", "Silent Quarry", "Amber Field")
KILLS = 7
NOW = datetime.now(UTC)


def filled(path: Path, hook: Hook) -> None:
    """A store with two targets that are to be told of some changes each."""
    rows: list[dict[str, str]] = []
    for number, title in enumerate(TITLES):
        for text in (
            f"{title} opens in cinemas on {number + 5} June 2038, Lantern Pictures said.",
            f"Mara Lind directs {title}, which films in Bergen.",
            f"{title} has been delayed. It now opens in cinemas on {number + 5} October 2038.",
        ):
            day = NOW.date() - timedelta(days=9 - len(rows) % 3)
            rows.append({"url": f"https://p{len(rows)}.example/", "published": f"{day}", "text": text})
    with Desk.open(path) as desk:
        desk.watch(Production(title) for title in TITLES)
        for name in ("first", "second"):
            address = f"{hook.url}&to={name}"
            desk.outbox.add(Target(name, Means.WEBHOOK, address, SECRET, Rule(), NOW - timedelta(hours=1)))
        desk.add([BytesIO("\n".join(map(json.dumps, rows)).encode())])


def sending(path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "setwatch", "alerts", "send", "--store", str(path)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def in_hand(path: Path) -> set[tuple[str, str]]:
    """What is on lease: due only after the longest try."""
    soon = (datetime.now(UTC) + timedelta(minutes=2)).isoformat(timespec="microseconds")
    with sqlite3.connect(path) as store:
        query = "SELECT target, key FROM outbox WHERE state = 'pending' AND due > ? AND error IS NULL"
        return set(store.execute(query, [soon]))


def later(path: Path) -> None:
    """Let the time pass after which all that was not sent is due again."""
    with sqlite3.connect(path) as store:
        store.execute("UPDATE outbox SET due = ? WHERE state = 'pending'", [NOW.isoformat(timespec="microseconds")])


def told(hook: Hook) -> Counter[tuple[str, str]]:
    """How often each target got each message."""
    return Counter(each for each, _ in hook.told)


def test_killed_at_random_each_change_arrives_and_once_only_where_nobody_was_killed_with_it(
    tmp_path: Path, hook: Hook
) -> None:
    path, dice = tmp_path / "store.sqlite3", random.Random(11)
    filled(path, hook)
    held: Counter[tuple[str, str]] = Counter()
    most = 0
    for _ in range(KILLS):
        most += dice.randrange(6)
        process = sending(path)
        while process.poll() is None and len(hook.got) < most:
            time.sleep(0.001)
        time.sleep(dice.choice((0, 0.002, 0.01, 0.05)))
        process.send_signal(signal.SIGKILL)
        process.wait()
        mine = in_hand(path)
        assert len(mine) <= 1  # no more than one is in the hands of one who sends
        held.update(mine)
        later(path)
    hook.answers = [503, 503]  # a target that fails is told again
    assert sending(path).wait(60) == 0
    failed = Counter(each for each, status in hook.told if status == 503)
    later(path)
    assert sending(path).wait(60) == 0
    with sqlite3.connect(path) as store:
        kept = set(store.execute("SELECT target, key FROM outbox"))
        assert store.execute("SELECT DISTINCT state FROM outbox").fetchall() == [("sent",)]
    got = told(hook)
    assert len(kept) >= 2 * 3 * len(TITLES)
    assert set(got) == kept
    assert {each: times - 1 for each, times in got.items() if times - 1 > held[each] + failed[each]} == {}
    assert sending(path).wait(60) == 0
    assert told(hook) == got


def test_two_who_send_at_once_send_nothing_twice(tmp_path: Path, hook: Hook) -> None:
    path = tmp_path / "store.sqlite3"
    filled(path, hook)
    for process in [sending(path) for _ in range(3)]:
        assert process.wait(60) == 0
    assert set(told(hook).values()) == {1}
    with sqlite3.connect(path) as store:
        assert set(told(hook)) == set(store.execute("SELECT target, key FROM outbox"))
