"""Candidates: places where the text has the words of a name, and what speaks for the name being meant."""

import re
from math import log

from msgspec import Struct

from setwatch.language.lexicon import lexicon
from setwatch.language.names.gazetteer import gazetteer
from setwatch.language.names.organisations import known_organisations
from setwatch.language.names.vocabulary import FIRST_NAMES
from setwatch.language.productions.cues import SERIES, WORKS, Cues
from setwatch.language.productions.watchlist import ARTICLES, MOST, Form, Strength, Watchlist, marks_of
from setwatch.language.sentences import ABBREVIATIONS
from setwatch.language.words import Words, fold_text, line_at
from setwatch.model import Kind, Production, Sentence, Span

WEIGHTS = lexicon(__package__, "evidence.toml")
THRESHOLD: float = WEIGHTS["threshold"]
BELOW: float = WEIGHTS["threshold_few"] - 0.1
"""Evidence from which a name counts where many are watched, and what never suffices; see `weigh` and `least`."""

_GAP = re.compile(r"[\s:;,.\-–—‑&+/|'’‘´`\"“”„*_#()…·!?]{0,5}")
_STOP = re.compile(r"[.;!?]\s|\n\s*\n")
_OWNED = frozenset(("’s ", "'s ", "s’ ", "s' ", "’ ", "' "))
_HASHTAG = re.compile(r"#([^\W_]\w{2,60})")
_MARKS = {
    "“": "”",
    "„": "“",
    "«": "»",
    "»": "«",
    "‘": "’",
    "'": "'",
    '"': '"',
    "_": "_",
    "*": "*",
    "”": "”",
    "‚": "‘",
    "’": "’",
}
_BLANKS = (" ", "\u00a0", "\u202f")
"""Stand inside French quotation marks."""
_CLOSERS = {**_MARKS, "„": '“”"', "“": '”"“'}
_GUILLEMET = re.compile(r"«[ \u00a0\u202f]")
_GUILLEMET_BEHIND = re.compile(r"[ \u00a0\u202f]»")
"""French quotation marks, a blank inside."""
_NUMBER = re.compile(r"\s*\d{1,3}[.)] [\"“‘*_]{0,2}")
_NUMBER_LENGTH = 10
_NOTE = re.compile(r"[\"”’*_]{0,2} ?(?:\([^()\n]{1,40}\)|[–—:-])")
_YEAR = re.compile(r"[\"”’'_*]?,?\s?\((?:19|20)\d\d\)")


def least(watched: int) -> float:
    """Return the evidence from which a name counts where so many productions are watched."""
    few, many = WEIGHTS["few"], WEIGHTS["many"]
    share = log(min(max(watched, few), many) / few) / log(many / few)
    return float(WEIGHTS["threshold_few"] + share * (THRESHOLD - WEIGHTS["threshold_few"]))


class Candidate(Struct, frozen=True, gc=False):
    """The words of a name in the text. `shaped`: written with capitals as the name is, or with no need for them."""

    production: int
    span: Span
    strength: Strength
    shaped: bool
    quoted: bool
    caps: bool
    first: int
    last: int
    ends_on: str = ""
    """The marks with which the name ends: the `!` of `Lantern!`."""
    numbered: bool = False
    """Whether its last word is a number."""


def candidates(text: str, words: Words, watch: Watchlist) -> list[Candidate]:
    """Return the longest readings of the watched names in the text, none overlapping, in order."""
    found: list[Candidate] = []
    for start, end, forms in watch.matches(words.joined):
        first, last = words.between(start, end)
        if first == last and not words.capital[first] and all(form.cased[0] for form in forms):
            continue
        apart = _apart(text, words, first, last)
        for form in forms:
            if not apart or (form.marked and _has_marks(text[words.starts[first] : words.ends[last]], form)):
                found += _candidate(text, words, first, last, form)
    for tag in _HASHTAG.finditer(text):
        span = Span(tag.start(), tag.end())
        for form in watch.squashed.get(fold_text(tag[1]), ()):
            found.append(Candidate(form.production, span, Strength.NUMBERED, True, True, False, 0, -1))
    found.sort(key=lambda c: (c.span.start, -c.span.end, c.production))
    return _longest(found)


def _longest(found: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in found:
        if not kept or kept[-1].span.end <= candidate.span.start:
            kept.append(candidate)
        elif _better(candidate, kept[-1]):
            kept[-1] = candidate
    return kept


def _better(new: Candidate, old: Candidate) -> bool:
    """Whether a later candidate replaces the one that it overlaps: a surer one of the same place, or a longer one."""
    if new.shaped != old.shaped:
        return new.shaped
    return new.span.end - new.span.start > old.span.end - old.span.start


def _apart(text: str, words: Words, first: int, last: int) -> bool:
    """Whether more than a blank, a comma or a mark inside a name parts the words, such as the end of a sentence."""
    for at in range(first, last):
        gap = words.gap(at)
        if gap != " " and (_GAP.fullmatch(gap) is None or (_STOP.search(gap) and not _abbreviates(words, at))):
            return True
    return False


def _abbreviates(words: Words, at: int) -> bool:
    """Whether the word before a full stop is one that does not end a sentence: `Vol. 3`, `Mr. Lantern`, `E.T. the`."""
    short = words.folded[at] in ABBREVIATIONS or (len(words.folded[at]) == 1 and words.capital[at])
    return short and words.gap(at)[:2] == ". " and "\n" not in words.gap(at)


def _has_marks(named: str, form: Form) -> bool:
    """Whether words are the name with its own marks in it: `Lantern! The Return`."""
    return "\n" not in named and marks_of(named) == form.marked.rstrip(".!?")


def _candidate(text: str, words: Words, first: int, last: int, form: Form) -> list[Candidate]:
    start, end = words.starts[first], words.ends[last]
    if form.initials and not text[start].isupper():
        return []
    if text[start - 1 : start] in ("@", "/") or text[end : end + 1] in ("/", "@") or _in_word(text, start, end):
        return []
    capital = [text[at].isupper() or text[at].isdecimal() for at in words.starts[first : last + 1]]
    shaped = form.strength is Strength.NUMBERED or all(
        is_ or not wanted for is_, wanted in zip(capital, form.cased, strict=True)
    )
    surface = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if after and after in ",.?!":
        after = text[end + 1 : end + 2]
    if before in _BLANKS and after in _BLANKS and text[start - 2 : start - 1] == "«":
        before, after = "«", text[end + 1 : end + 2]
    quoted = before in _MARKS and bool(after) and after in _CLOSERS[before] if before else False
    quoted = quoted or (
        _GUILLEMET.match(text, max(0, start - 2)) is not None and _GUILLEMET_BEHIND.match(text, end) is not None
    )
    if before == "#":
        start -= 1
    caps = surface.isupper() and len(surface) > 2
    ends_on = form.marked[len(form.marked.rstrip(".!?")) :]
    span = Span(start, end)
    numbered = words.folded[last].isdecimal()
    return [Candidate(form.production, span, form.strength, shaped, quoted, caps, first, last, ends_on, numbered)]


def _in_word(text: str, start: int, end: int) -> bool:
    """Whether the words are a piece of an address or of a longer word (`10mi7`, `dune.com`)."""
    after = text[end : end + 1]
    if after == "." and text[end + 1 : end + 2].islower():
        return True
    return text[start - 1 : start] == "." and start > 1 and text[start - 2].isalnum()


def weigh(candidate: Candidate, cues: Cues, watched: tuple[Production, ...]) -> float:
    """Return how much speaks for a candidate by itself; `WEIGHTS` says what counts how much.

    A numbered name of a franchise needs nothing else. Any other counts by its length, and by marks (quotation marks,
    a year, capitals), words of the trade beside it, in its sentence and in the text; without one such word it is below
    the threshold. Against it speak a longer name that it is a piece of, and a word for another kind of work beside it.
    """
    if candidate.strength is Strength.NUMBERED:
        return THRESHOLD
    if not candidate.shaped:
        return 0
    words, span = cues.words, candidate.span
    sentence = cues.sentence_at(span.start)
    trade = 0.0 if sentence is None else cues.within(sentence.span.start, sentence.span.end, (span.start, span.end))
    heading = sentence is None or cues.is_heading(sentence)
    beside = _beside(words, candidate)
    weight: float = WEIGHTS["length"][min(candidate.strength, 2)]
    long = (
        candidate.last - candidate.first + 1 >= WEIGHTS["long_words"]
        and not heading
        and not _is_piece(words, candidate)
    )
    weight += WEIGHTS["long"] * long + WEIGHTS["counted"] * _is_counted(words.folded[candidate.last])
    weight += WEIGHTS["quoted"] * candidate.quoted
    weight += WEIGHTS["year"] * (_YEAR.match(words.text, span.end) is not None)
    series = watched[candidate.production].kind is Kind.SERIES
    weight += WEIGHTS["beside"] * bool(beside & (WORKS | SERIES if series else WORKS))
    weight += (said := _said(candidate, cues, sentence))
    weight += (led := _led(candidate, cues))
    explained = cues.is_explained(candidate.last)
    weight += WEIGHTS["apposition"] * explained
    numbered = _in_list(words.text, candidate)
    weight += numbered
    dated, opens = _of_dates(candidate, cues, sentence)
    weight += dated + WEIGHTS["opens"] * opens
    text = _of_the_trade(cues, Strength.PAIR if candidate.quoted else candidate.strength)
    weight += min(WEIGHTS["sentence_most"], trade) + min(WEIGHTS["text_most"], text)
    spoken = candidate.quoted and cues.tells_release
    owned = _owned(candidate, words)
    weight += owned + WEIGHTS["text_dated"] * spoken
    if not heading:
        weight += WEIGHTS["capitals"] * (candidate.caps and sentence is not None and not sentence.text.isupper())
        weight += WEIGHTS["article"] * _inside_article(words, candidate, sentence)
        weight -= WEIGHTS["piece"] * (not candidate.quoted and not dated and _is_piece(words, candidate))
    if not series and beside & SERIES:
        weight -= WEIGHTS["other_kind"]
    weight -= WEIGHTS["other_name"] * (not candidate.quoted and _is_other_name(words, candidate))
    bare = not (candidate.quoted or candidate.caps or beside or numbered or explained or cues.dated.in_calendar(span))
    if (
        candidate.strength is Strength.WORD
        and bare
        and not (opens and trade + cues.density >= WEIGHTS["opens_least"])
        and not (said and words.capital[candidate.first])
        and (_opens(words, candidate, sentence) or not words.capital[candidate.first])
    ):
        return min(weight, BELOW)
    made = owned > WEIGHTS["owned"]
    known = long or trade or made or beside or said or led or dated or explained or numbered
    known = known or spoken or cues.density >= WEIGHTS["text_least"] or text >= 1
    return weight if known else min(weight, BELOW)


def _is_counted(last: str) -> bool:
    """Whether the last word of a name is the number of a film: `Lantern 2`."""
    return last.isdecimal() and 1 < int(last) <= MOST


def _said(candidate: Candidate, cues: Cues, sentence: Sentence | None) -> float:
    """Return how much the words behind a candidate speak for it; at the start of a sentence the text must too."""
    inside = cues.words.capital[candidate.first] and not _opens(cues.words, candidate, sentence)
    alone = not inside and cues.density < WEIGHTS["follows_least"]
    if (alone and candidate.strength <= Strength.WORD) or not cues.follows(candidate.last):
        return 0.0
    weight: float = WEIGHTS["follows"] + WEIGHTS["said_surely"] * cues.follows(candidate.last, surely=True)
    return weight


def _led(candidate: Candidate, cues: Cues) -> float:
    """Return how much the words before a candidate speak for it."""
    if not cues.words.capital[candidate.first] or not cues.leads(candidate.first):
        return 0.0
    weight: float = WEIGHTS["leads"] + WEIGHTS["surely"] * cues.leads(candidate.first, surely=True)
    return weight


def _owned(candidate: Candidate, words: Words) -> float:
    """Return how much a possessive before a candidate speaks for it."""
    if _is_made(words, candidate):
        fully: float = WEIGHTS["owned"] + WEIGHTS["owned_fully"]
        return fully
    at = candidate.span.start - candidate.quoted
    if words.text[at - 3 : at] not in _OWNED and words.text[at - 2 : at] not in _OWNED:
        return 0.0
    weight: float = WEIGHTS["owned"] + WEIGHTS["owned_fully"] * _is_of_a_maker(words, candidate.first)
    return weight


def _of_dates(candidate: Candidate, cues: Cues, sentence: Sentence | None) -> tuple[float, bool]:
    """Return how much the dates of its sentence speak for a candidate, and whether the words beside it say it opens."""
    words = cues.words
    if sentence is None:
        return 0.0, False
    if not candidate.quoted and _is_piece(words, candidate):
        whole = _behind_opener(words, candidate, sentence) or cues.dated.says_plan(candidate.last + 1)
        if not whole:
            return 0.0, False
    dated = cues.dated.weight(sentence, candidate.span)
    said = cues.dated.says(sentence, candidate.last) or cues.dated.asks(sentence, candidate.first)
    return dated, dated > 0 and (said or cues.dated.names_another(candidate.first, candidate.last))


def _of_the_trade(cues: Cues, strength: Strength) -> float:
    """Return how much the words of the trade say of a text: by their number, in a short one by their share.

    For a name of one word that is not in quotation marks their number alone counts.
    """
    share = cues.density / max(1, len(cues.words.folded))
    short: float = WEIGHTS["text_most"] * min(1.0, share / WEIGHTS["text_share"])
    by_number: float = cues.density / WEIGHTS["text_each"]
    if strength is Strength.WORD or cues.density < WEIGHTS["text_share_least"]:
        return by_number
    return max(by_number, short)


def _in_list(text: str, candidate: Candidate) -> float:
    """Return how much it says that a name stands alone in its line, with a number or a bracket: `6. Lantern (May)`."""
    span = candidate.span
    line, end = line_at(text, span.start, span.end)
    behind = text[span.end : end].strip()
    before = text[line : span.start][-_NUMBER_LENGTH:]
    weight = 0.0
    if _NUMBER.fullmatch(before) and (not behind or _NOTE.match(behind)):
        weight = WEIGHTS["numbered"]
    elif line and end < len(text) and not before.strip() and not behind and candidate.strength > Strength.WORD:
        weight = WEIGHTS["alone"]
    return weight


def _is_made(words: Words, candidate: Candidate) -> bool:
    """Whether the name itself begins with its studio: `Pixar's Lantern`."""
    at = candidate.first
    inside = candidate.last > at + 1 and words.folded[at + 1] == "s"
    return inside and words.capital[at] and words.folded[at] in known_organisations()


def _is_of_a_maker(words: Words, first: int) -> bool:
    """Whether the possessive before the word `first` is a person's with first and last name, or a studio's."""
    last = first - 1 - (first > 1 and words.folded[first - 1] == "s")
    if last < 0 or not words.capital[last]:
        return False
    if words.folded[last] in known_organisations():
        return True
    return last > 0 and words.folded[last - 1] in FIRST_NAMES and words.gap(last - 1) == " "


def _opens(words: Words, candidate: Candidate, sentence: Sentence | None) -> bool:
    """Whether a sentence begins with the candidate, so that its capital says nothing."""
    at = candidate.first
    return sentence is None or at == 0 or words.starts[at - 1] < sentence.span.start


def _behind_opener(words: Words, candidate: Candidate, sentence: Sentence | None) -> bool:
    """Whether the capital before the name is but that of the sentence's first word: `Catch Lantern in theaters`."""
    at = candidate.first - 1
    follows = candidate.last + 1 < len(words.folded) and words.capital[candidate.last + 1]
    return sentence is not None and at >= 0 and words.starts[at] == sentence.span.start and not follows


def _is_other_name(words: Words, candidate: Candidate) -> bool:
    """Whether the words are the name of a large place or of an organisation of the trade."""
    name = " ".join(words.folded[candidate.first : candidate.last + 1])
    return name in gazetteer().strong or name in known_organisations()


def _inside_article(words: Words, candidate: Candidate, sentence: Sentence | None) -> bool:
    """Whether the name begins with an article that has its capital though the sentence goes on: `for The Lantern`."""
    return (
        sentence is not None
        and candidate.last > candidate.first
        and words.folded[candidate.first] in ARTICLES
        and candidate.first > 0
        and words.starts[candidate.first - 1] >= sentence.span.start
        and words.text[words.ends[candidate.first - 1] : candidate.span.start] in (" ", "’ ", "' ", ", ")
    )


def _is_piece(words: Words, candidate: Candidate) -> bool:
    """Whether capitals before or after make the words a piece of a longer name: `Mohegan Sun Arena`."""
    text, first, last = words.text, candidate.first, candidate.last
    before = first > 0 and words.capital[first - 1] and text[words.ends[first - 1] : words.starts[first]] == " "
    after = last + 1 < len(words.folded) and text[words.ends[last] : words.starts[last + 1]] == " "
    if (
        text[words.ends[last] : words.ends[last] + 1] == "-"
        and text[words.ends[last] + 1 : words.ends[last] + 2].islower()
    ):
        return True
    return (before and words.folded[first - 1] not in ARTICLES) or (after and words.capital[last + 1])


def _beside(words: Words, candidate: Candidate) -> set[str]:
    """Return the folded words next to a candidate."""
    around = words.folded[max(0, candidate.first - 1) : candidate.first]
    around += words.folded[candidate.last + 1 : candidate.last + 3]
    return {word for word in around if word in WORKS or word in SERIES}
