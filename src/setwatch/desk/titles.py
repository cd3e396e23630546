"""Which watched production a title names."""

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from setwatch.model import Production, fold, once_per_watch_list

NEAR = 60
"""Similarity (0 to 100, rapidfuzz WRatio) from which a watched name is offered for an unknown title."""


class UnknownTitleError(LookupError):
    """A title that is not watched; the message names those that come near."""


def production_of(watched: tuple[Production, ...], title: str) -> Production:
    """Return the production that has this name or alias, whatever its case, accents and punctuation.

    Raises:
        UnknownTitleError: none has; the message lists near matches.
    """
    named = _named(watched)
    if (found := named.get(fold(title))) is not None:
        return found
    near = process.extract(fold(title), list(named), scorer=fuzz.WRatio, limit=5, score_cutoff=NEAR)
    names = dict.fromkeys(named[name].name for name, _, _ in near)
    hint = f"near: {', '.join(names)}" if names else "see `setwatch watch --list`"
    raise UnknownTitleError(f"{title!r} is not watched; {hint}")


@once_per_watch_list
def _named(watched: tuple[Production, ...]) -> Mapping[str, Production]:
    """Return the productions by name and alias; a name goes before another's alias."""
    named = {fold(name): production for production in watched for name in reversed(production.names)}
    return named | {fold(production.name): production for production in watched}
