"""Official titles: one at a time, the newest that is plainly given."""

from collections.abc import Sequence

from setwatch.model import Modality, Standing
from setwatch.record.rules import SAME_TIME
from setwatch.record.verdict import Verdict, is_denied, last
from setwatch.record.weigh import Case, weight


def judge_titles(cases: Sequence[Case]) -> tuple[Verdict, ...]:
    """Judge the titles: of those given at about one time the weightiest, then the one given later."""
    told = [c for c in cases if c.live and not c.guessed and not is_denied(c)]
    head: Case | None = None
    for case in sorted(told, key=_key):
        if head is None or _takes_over(case, head):
            head = case
    return tuple(_judge(case, head) for case in cases)


def _key(case: Case) -> tuple[float, float, str]:
    time = last(case.live)
    return time.timestamp() if time else 0.0, weight(case.live), case.value


def _takes_over(case: Case, head: Case) -> bool:
    said, before = last(case.live), last(head.live)
    if said is None or (before is not None and said - before <= SAME_TIME):
        return weight(case.live) >= weight(head.live)
    return any(w.statement.claim.modality is Modality.CERTAIN for w in case.live) or before is None


def _judge(case: Case, head: Case | None) -> Verdict:
    if is_denied(case):
        return Verdict(case, Standing.DENIED, "its denials outweigh what affirms it" if case.affirmed else "denied")
    if not case.affirmed:
        return Verdict(case, Standing.SUPERSEDED, "held formerly")
    if not case.live:
        return Verdict(case, Standing.SUPERSEDED, "a later version of the page no longer says it")
    if case is head:
        return Verdict(case, Standing.CURRENT, "the newest title plainly given", head=True)
    if case.guessed or head is None:
        return Verdict(case, Standing.RUMOURED, "nothing but guesses")
    said, now = last(case.live), last(head.live)
    if said is not None and now is not None and now - said > SAME_TIME:
        return Verdict(case, Standing.SUPERSEDED, f"{head.value} was given later")
    return Verdict(case, Standing.DISPUTED, f"more weight for {head.value}")
