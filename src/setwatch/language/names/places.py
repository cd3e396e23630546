"""Places: known ones, those that a place word marks, and those that a preposition marks."""

from setwatch.language.names.gazetteer import MOST_WORDS, gazetteer
from setwatch.language.names.runs import Run
from setwatch.language.names.vocabulary import (
    ACTING,
    ENDINGS,
    FIRST_NAMES,
    PLACE_FIRST,
    PLACE_LAST,
    PLACE_SMALL,
    PREPOSITIONS,
    TELLING,
    THINGS,
    TONGUES,
)
from setwatch.language.words import Words, fold_text
from setwatch.model import Mention, MentionKind, Span

_NONE: frozenset[str] = frozenset()
_ARTICLES = frozenset(("the", "der", "die", "das", "dem", "den", "le", "la", "il", "el", "l"))
_HYPHENS = ("-", "‑")
LEAST_STEM = 3
"""Letters that are left of a place's name at least when an ending is taken off."""


def place_in(words: Words, run: Run, language: str) -> Mention | None:
    """Return the place with which a run begins, or that the run is; None where it is none."""
    preposition = _before(words, run)
    prepositional = preposition in PREPOSITIONS.get(language, _NONE)
    marked = _marked(words, run, preposition in TELLING.get(language, _NONE))
    if marked is not None:
        return marked
    known = gazetteer()
    for end in range(min(run.last, run.first + MOST_WORDS - 1), run.first - 1, -1):
        name = " ".join(words.folded[run.first : end + 1])
        whole = end == run.last
        if not whole and words.gap(end) in _HYPHENS:
            continue
        if name in known.strong and (whole or prepositional or end > run.first):
            return place(words, run.first, end)
        if name in known.weak and whole and prepositional:
            return place(words, run.first, end)
        if (whole or prepositional) and (base := _base(words, run.first, end, language)) is not None:
            return Mention(MentionKind.PLACE, base, Span(words.starts[run.first], words.ends[end]))
    if preposition in TELLING.get(language, _NONE) and _unknown(words, run):
        return place(words, run.first, run.last)
    if run.opens and run.last > run.first and words.folded[run.first] not in FIRST_NAMES:
        rest = place_in(words, Run(run.first + 1, run.last, False, run.heading), language)
        return rest if rest is not None and rest.span.end == words.ends[run.last] else None
    return None


def after_preposition(words: Words, run: Run, language: str) -> bool:
    """Whether a preposition that makes even an unknown name a place stands before a run."""
    return _before(words, run) in TELLING.get(language, PREPOSITIONS.get(language, _NONE))


def place(words: Words, first: int, last: int) -> Mention:
    """Return the place that the words `first` to `last` name."""
    start, end = words.starts[first], words.ends[last]
    if words.text[end : end + 1] == "." and "." in words.text[start:end]:
        end += 1
    return Mention(MentionKind.PLACE, words.text[start:end], Span(start, end))


def _before(words: Words, run: Run) -> str:
    """Return the folded word before a run, or the one before the article before it."""
    at = run.first - 1
    if at > 0 and words.folded[at] in _ARTICLES and words.starts[run.first] - words.ends[at] == 1:
        at -= 1
    if at < 0 or words.starts[at + 1] - words.ends[at] != 1:
        return ""
    return words.folded[at]


def _marked(words: Words, run: Run, telling: bool) -> Mention | None:
    """Return the place that a word for a place marks: `Orrin Castle`, `Orrin mausoleum`, `Lake Orrin`."""
    last, folded = run.last, words.folded
    following = last + 1
    if following < len(folded) and folded[following] in PLACE_SMALL and not words.capital[following]:
        near = words.text[words.ends[last] : words.starts[following]] == " "
        site = telling or folded[last] in PLACE_LAST
        if near and site and not run.heading and folded[run.first] not in FIRST_NAMES:
            return place(words, run.first, following)
    alone = words.text[words.starts[last] - 1 : words.starts[last]] == " "
    if run.heading or folded[run.first] in FIRST_NAMES:
        alone = alone and folded[run.first] not in FIRST_NAMES and gazetteer().knows(" ".join(folded[run.first : last]))
    if folded[last] in PLACE_LAST and last > run.first and alone:
        return place(words, run.first, last)
    if folded[run.first] in PLACE_FIRST and last > run.first and telling and folded[run.first + 1] not in FIRST_NAMES:
        return place(words, run.first, last)
    return None


def _base(words: Words, first: int, last: int, language: str) -> str | None:
    """Return the base form of an inflected place that the gazetteer knows: `Budapesten` is `Budapest`."""
    head = " ".join([*words.folded[first:last], ""]) if last > first else ""
    word = words.folded[last]
    raw = words.text[words.starts[first] : words.ends[last]]
    known = gazetteer()
    if language == "hu" and head + word in known.weak:
        return None
    for ending, instead in ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM - (language == "ru"):
            name = head + word[: len(word) - len(ending)] + fold_text(instead)
            if name in known.strong:
                return raw[: len(raw) - len(ending)] + instead
    return None


def _unknown(words: Words, run: Run) -> bool:
    """Whether a run that no list has may be a place after a preposition: few words, no person's, no thing's."""
    after = words.text[words.ends[run.last] : words.ends[run.last] + 2]
    if run.heading or run.last - run.first > 3 or after in ("’s", "'s") or after[:1] in ("'", "’", "-"):
        return False
    if run.last + 1 < len(words.folded) and words.capital[run.last + 1] and words.gap(run.last) == " ":
        return False
    folded = words.folded[run.first : run.last + 1]
    if folded[0] in TONGUES or ACTING.intersection(words.folded[max(0, run.first - 4) : run.first - 1]):
        return False
    if len(folded[0]) > 2 and words.text[words.starts[run.first] : words.ends[run.last]].isupper():
        return False
    return folded[0] not in FIRST_NAMES and not THINGS.intersection(folded) and all(word.isalpha() for word in folded)


def spread(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Take names for places that the text elsewhere has as one, or that a list has beside places."""
    names = {mention.name for mention in mentions if mention.kind is MentionKind.PLACE}
    known = gazetteer()
    result = list(mentions)
    for at, mention in enumerate(result):
        if mention.kind is not MentionKind.OTHER:
            continue
        if mention.name in names:
            result[at] = Mention(MentionKind.PLACE, mention.name, mention.span)
        else:
            before = at and result[at - 1].kind is MentionKind.PLACE and _listed(words, result[at - 1], mention)
            after = (
                at + 1 < len(result)
                and result[at + 1].kind is MentionKind.PLACE
                and _listed(words, mention, result[at + 1])
            )
            if (before and after) or ((before or after) and known.knows(mention.name.lower())):
                result[at] = Mention(MentionKind.PLACE, mention.name, mention.span)
    return result


def _listed(words: Words, one: Mention, two: Mention) -> bool:
    gap = words.text[one.span.end : two.span.start]
    return len(gap) <= 6 and (
        gap.startswith(",")
        or gap.strip() in ("and", "und", "et", "y", "e", "en", "och", "og", "и", "és", "i", "&", "/")
    )
