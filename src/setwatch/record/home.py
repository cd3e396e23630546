"""The home market: what is said for it is said of the date that texts give where they name no market."""

from collections.abc import Sequence

from setwatch.model import Claim
from setwatch.record.rules import HOME_MARKET
from setwatch.record.weigh import Case, Weighed


def with_home(cases: Sequence[Case]) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """Return the cases of no region as they are, and all cases with what was said for the home market among those.

    A text that gives a date for no market besides says of that what it says. Nothing is added where no text names a
    date without a market, or where the date of another market is the one that such texts give: that one is at home.
    """
    own = tuple(case for case in cases if case.region is None)
    values = {case.value for case in own if case.affirmed and case.value != Claim.UNDATED}
    abroad = {case.value for case in cases if case.region not in (None, HOME_MARKET)} & values
    home = [case for case in cases if case.region == HOME_MARKET]
    if not values or not home or (abroad and not values & {case.value for case in home}):
        return own, tuple(cases)
    texts = {w.statement.document_id for case in own for w in case.affirmed if case.value != Claim.UNDATED}
    added = {case.value: tuple(w for w in case.affirmed if w.statement.document_id not in texts) for case in home}
    known = {case.value: case for case in own}
    joined = [
        _joined(known.get(value) or Case(value, None, ()), added.get(value, ()))
        for value in dict.fromkeys((*known, *added))
        if value in known or added[value]
    ]
    return own, (*joined, *(case for case in cases if case.region is not None))


def _joined(case: Case, more: tuple[Weighed, ...]) -> Case:
    return Case(case.value, None, (*case.affirmed, *more), case.denied, case.former) if more else case
