"""Finds the names of people, places and organisations in a text."""

from setwatch.language.names.organisations import organisations
from setwatch.language.names.people import People
from setwatch.language.names.places import after_preposition, place_in, spread
from setwatch.language.names.runs import Run, runs
from setwatch.language.names.sites import sites
from setwatch.language.names.vocabulary import FIRST_NAMES, ORGANISATION_LAST, ROLES, TITLES
from setwatch.language.words import Words
from setwatch.model import Mention, MentionKind, Sentence, Span

_BEFORE_NAMES = ROLES | TITLES
_HYPHENS = ("-", "‑")
"""What makes one name of a title and what follows: `Saint-Orrin`."""


def find_names(words: Words, sentences: tuple[Sentence, ...], taken: list[Span], language: str) -> tuple[Mention, ...]:
    """Return the names in a text in order, none overlapping another or a span of `taken`.

    `language` is the first part of a BCP 47 tag.
    """
    mentions = organisations(words, taken)
    mentions += sites(words.text, taken + [mention.span for mention in mentions], language)
    everywhere = taken + [mention.span for mention in mentions]
    people = People(words, language)
    open_runs: list[Run] = []
    found = [
        run for run in (_bare(words, run) for run in runs(words, sentences, everywhere, language)) if run is not None
    ]
    surnames = {
        words.folded[run.last] for run in found if run.last > run.first and words.folded[run.first] in FIRST_NAMES
    }
    for run in found:
        if words.folded[run.first] == "studios" and run.last > run.first and _join_site(words, run, mentions):
            continue
        mention = None
        if not _is_surname(words, run, surnames, language):
            mention = place_in(words, run, language) or _organisation(words, run)
        if mention is not None:
            mentions.append(mention)
            rest = _after(words, run, mention)
            if rest is not None:
                open_runs.append(rest)
        else:
            open_runs.append(run)
    mentions += people.find(open_runs)
    mentions.sort(key=lambda mention: mention.span.start)
    doubtful = people.doubtful
    spread_out = spread(words, mentions)
    return tuple(m for m in spread_out if m.kind is not MentionKind.OTHER or m.span.start not in doubtful)


def _is_surname(words: Words, run: Run, surnames: set[str], language: str) -> bool:
    """Whether a single word is the surname of somebody in the text, and no preposition makes a place of it."""
    if run.last > run.first or words.folded[run.first] not in surnames:
        return False
    return not after_preposition(words, run, language)


def _join_site(words: Words, run: Run, mentions: list[Mention]) -> bool:
    """Make one place of a studio and the site named after it: `Northlight Pictures Studios Orrin`."""
    for at, mention in enumerate(mentions):
        if mention.span.end + 1 == words.starts[run.first] and words.text[mention.span.end] == " ":
            span = Span(mention.span.start, words.ends[run.last])
            mentions[at] = Mention(MentionKind.PLACE, words.text[span.start : span.end], span)
            return True
    return False


def _bare(words: Words, run: Run) -> Run | None:
    """Take roles and titles off the ends of a run: `Director Jane Roe`, `Mr Roe`."""
    first, last = run.first, run.last
    while first <= last and words.folded[first] in _BEFORE_NAMES:
        if first < last and words.gap(first) in _HYPHENS:
            break
        first += 1
    while last >= first and words.folded[last] in ROLES:
        last -= 1
    if first > last:
        return None
    return run if (first, last) == (run.first, run.last) else Run(first, last, run.opens, run.heading)


def _organisation(words: Words, run: Run) -> Mention | None:
    """Read a run as an organisation by its last word: `Northlight Pictures`."""
    if run.last == run.first or words.folded[run.last] not in ORGANISATION_LAST:
        return None
    span = Span(words.starts[run.first], words.ends[run.last])
    return Mention(MentionKind.ORGANISATION, words.text[span.start : span.end], span)


def _after(words: Words, run: Run, mention: Mention) -> Run | None:
    """Return what follows the mention inside the run."""
    at = run.first
    while at <= run.last and words.starts[at] < mention.span.end:
        at += 1
    return Run(at, run.last, False, run.heading) if at <= run.last else None
