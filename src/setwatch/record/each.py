"""Properties with many values at once (cast, crew, places, titles in use): each value stands by itself."""

from collections.abc import Sequence

from setwatch.model import Property, Standing
from setwatch.record.rules import FEW
from setwatch.record.verdict import Verdict, is_denied, is_doubted
from setwatch.record.weigh import Case, weight, witnesses


def judge_each(prop: Property, cases: Sequence[Case]) -> tuple[Verdict, ...]:
    """Judge every value on its own; where few hold a job, values that nobody names together contradict each other."""
    return tuple(_judge(prop, case, cases) for case in cases)


def _judge(prop: Property, case: Case, cases: Sequence[Case]) -> Verdict:
    if not case.affirmed and not case.denied:
        return Verdict(case, Standing.SUPERSEDED, "held formerly")
    if is_denied(case):
        return Verdict(case, Standing.DENIED, "its denials outweigh what affirms it" if case.affirmed else "denied")
    if not case.live:
        return Verdict(case, Standing.SUPERSEDED, "a later version of the page no longer says it")
    if case.guessed:
        return Verdict(case, Standing.RUMOURED, "nothing but guesses")
    if is_doubted(case):
        return Verdict(case, Standing.DISPUTED, "affirmed and denied")
    if prop in FEW:
        rival = next((other for other in cases if _contradicts(case, other)), None)
        if rival:
            return Verdict(case, Standing.DISPUTED, f"others name {rival.value}, with more weight")
    return Verdict(case, Standing.CURRENT, "affirmed, not denied", head=True)


def _contradicts(case: Case, other: Case) -> bool:
    """Whether `other` is named far more often for a job that one holds, never in one text with this value."""
    if other is case or other.guessed or is_denied(other):
        return False
    together = {w.statement.document_id for w in case.affirmed} & {w.statement.document_id for w in other.affirmed}
    one = witnesses(case.live) == 1
    return not together and one and witnesses(other.live) > 2 and weight(other.live) > 2 * weight(case.live)
