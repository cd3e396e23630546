"""Followed by a process that is killed, a small world comes in whole: each version once, no host asked too soon."""

from pathlib import Path

from benchmarks.following.__main__ import TRAFFIC, begin, free_port, killed, outcome
from benchmarks.following.world import feeds

FEEDS, DAYS, SEED, KILLS = 5, 2.5, 5, [0.3, 1.1]


def test_nothing_is_lost_or_doubled_by_kills(tmp_path: Path) -> None:
    world, port = feeds(FEEDS, DAYS, SEED), free_port()
    begin(tmp_path, world, port)
    inside = ["--feeds", FEEDS, "--days", DAYS, "--seed", SEED, "--port", port]
    assert killed(tmp_path, [str(each) for each in inside], KILLS, SEED) == len(KILLS)
    result = outcome(tmp_path, world, DAYS)
    assert result.wanted > 0
    assert (result.lost, result.doubled, result.strange, result.hurried) == ((), (), (), 0)
    assert result.traffic <= TRAFFIC
