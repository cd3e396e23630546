"""Groups of things that are alike: average linkage, the same in whatever order the things come."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

UNLIKE = -0.5
"""The likeness of two things that cannot be one."""


def average_linkage(
    items: Sequence[str], alike: Mapping[tuple[str, str], float], least: float
) -> tuple[tuple[str, ...], ...]:
    """Return groups of `items`: the two groups most alike on average are joined while they reach `least`.

    `alike` is by pairs in ascending order; an absent pair is 0. Equal averages are joined in the order of the
    groups' least items, so the result does not depend on the order of `items`. Only pairs of groups with an
    entry are ever looked at, so things that have nothing to do with each other cost nothing.
    """
    groups: dict[str, list[str]] = {item: [item] for item in sorted(items)}
    near: dict[str, dict[str, float]] = {item: {} for item in groups}
    for (a, b), value in alike.items():
        near[a][b] = near[b][a] = value

    def average(a: str, b: str) -> float:
        return round(near[a][b] / (len(groups[a]) * len(groups[b])), 9)

    heap = [(-average(a, b), a, b) for a, others in near.items() for b in others if a < b and average(a, b) >= least]
    heapify(heap)
    while heap:
        value, keep, drop = heappop(heap)
        if keep not in groups or drop not in groups or -value != average(keep, drop):
            continue  # one of the two has been joined to another since
        _join(groups, near, keep, drop)
        for other in near[keep]:
            a, b = (keep, other) if keep < other else (other, keep)
            if (found := average(a, b)) >= least:
                heappush(heap, (-found, a, b))
    return tuple(tuple(sorted(group)) for _, group in sorted(groups.items()))


def _join(groups: dict[str, list[str]], near: dict[str, dict[str, float]], keep: str, drop: str) -> None:
    """Join two groups; sums of likenesses add up, so averages need no second look at the pairs."""
    groups[keep] += groups.pop(drop)
    for other, value in near.pop(drop).items():
        near[other].pop(drop, None)
        if other != keep:
            near[keep][other] = near[keep].get(other, 0.0) + value
            near[other][keep] = near[keep][other]


def pairs(items: Sequence[str], likeness: Callable[[str, str], float]) -> dict[tuple[str, str], float]:
    """Return the likeness of each pair of `items` that have any, by pairs in ascending order."""
    ordered = sorted(items)
    found = {}
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            value = likeness(a, b)
            if value:
                found[a, b] = value
    return found


def with_strays(
    groups: Sequence[tuple[str, ...]], alike: Mapping[tuple[str, str], float], least: float, few: int
) -> tuple[tuple[str, ...], ...]:
    """Return `groups` with those of up to `few` items joined to the group that has the items most like them.

    A thing told of in few words is like few of its group: of each stray the two nearest count. A stray that cannot be
    one with any of a group (`UNLIKE`) is never joined to it. Joined best first, equal ones in the order of their items.
    """
    found = {group[0]: list(group) for group in groups}
    while True:
        best = min(
            (
                (-round(value, 9), stray, key)
                for stray, small in found.items()
                if len(small) <= few
                for key, group in found.items()
                if key != stray and len(group) >= len(small) and (value := _nearness(small, group, alike)) >= least
            ),
            default=None,
        )
        if best is None:
            return tuple(tuple(sorted(group)) for _, group in sorted(found.items()))
        _, stray, key = best
        found[key] += found.pop(stray)


def _nearness(small: Sequence[str], group: Sequence[str], alike: Mapping[tuple[str, str], float]) -> float:
    total = 0.0
    for item in sorted(small):
        values = sorted((alike.get((min(item, other), max(item, other)), 0.0) for other in group), reverse=True)
        if values[-1] <= UNLIKE:
            return values[-1]
        total += sum(values[:2]) / len(values[:2])
    return total / len(small)
