"""Titles of works that nobody watches: what is said of them is not said of a watched production."""

import re
from collections.abc import Iterator

from setwatch.language.lexicon import lexicon
from setwatch.language.names.gazetteer import gazetteer
from setwatch.language.names.organisations import known_organisations, tails
from setwatch.language.names.vocabulary import FIRST_NAMES, ROLES, STOP, TITLES
from setwatch.language.productions.cues import Cues
from setwatch.language.productions.descriptions import DATES, SMALL, capitals_to
from setwatch.language.words import Words, fold_text
from setwatch.model import Sentence, Span

_TITLES = lexicon(__package__, "words.toml")["titles"]
_BEFORE = frozenset(fold_text(word) for word in _TITLES["before"])
_COUNTED = frozenset(fold_text(word) for word in _TITLES["counted"])
_LABELS = frozenset(fold_text(word) for word in _TITLES["labels"])

_GOES_ON = frozenset(fold_text(word) for word in _TITLES["goes_on"])
_FOLLOWING = re.compile(r"[^\W\d_]{1,20}")

_QUOTED = re.compile(
    r"[“„«»\"‘'_](?:(?<=“)([^“”\n]{2,60})”|(?<=„)([^„“”\n]{2,60})[“”]|(?<=«)([^«»\n]{2,60})»|(?<=»)([^«»\n]{2,60})«"
    r"|(?<=\")([^\"\n]{2,60})\"|(?<!\w[‘'])(?<=[‘'])([^‘’'\n]{2,50})[’'](?!\w)|(?<!\w_)(?<=_)([^_\n]{2,60})_(?!\w))"
)
"""Words in quotation marks. The opening mark comes first, since a search for one of a few characters is quick."""
_GROUPS = range(1, _QUOTED.groups + 1)
_END = re.compile(r"[.!?…;]$")
_WORKING = re.compile(
    r"(?:\b(?:working|production|code|fake|official|provisional|final|new)[ -]?(?:title|name)|codenamed?|"
    r"under the (?:title|name)|called|titled|entitled|dubbed|known as|"
    r"Arbeitstitel|titre de travail|título provisional|titolo provvisorio)(?: is| was| of|:)? ?$",
    re.IGNORECASE,
)
"""What makes words in quotation marks another name of what is spoken of."""
_LONGEST_LEAD = 40
_YEAR = re.compile(r" \((?:19|20)\d\d\)")
_ROMAN = re.compile(r"(?:II|III|IV|V|VI|VII|VIII|IX)\b")
_SIGN = re.compile(r"[:\dIVX](?:(?<=\d)|(?<=:) |(?<=[IVX])\b)")
"""A colon and a blank, a digit, or a Roman numeral's last letter."""
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_POSSESSIVE = re.compile(r"[’']s?\b")
MOST_WORDS = 8
LARGEST = 12
"""Numbers up to this one are read as the number of a film behind its title."""


def other_titles(words: Words, cues: Cues, lang: str) -> Iterator[Span]:
    """Yield the spans of what look like titles: in quotation marks, numbered, with a subtitle, or called a film.

    In German, where all nouns have capitals, only those in quotation marks.
    """
    yield from _quoted(words.text)
    if lang.startswith("de"):
        return
    people = _surnames(words)
    telling: dict[int, bool] = {}
    sentence: Sentence | None = None
    dated = False
    at = -1
    for first in words.capitals:
        if first <= at:
            continue
        if sentence is None or words.starts[first] >= sentence.span.end:
            sentence = cues.sentence_at(words.starts[first])
            dated = sentence is not None and cues.dated.in_sentence(sentence)
        if sentence is None:
            continue
        if dated:
            end = _dated(words, cues, first, capitals_to(words, first))
            if end is not None:
                yield Span(words.starts[first], words.ends[end])
                at = end
                continue
        start = sentence.span.start
        if start not in telling:
            telling[start] = _may_name(words, sentence) and not cues.is_heading(sentence)
        if not telling[start]:
            continue
        at = capitals_to(words, first)
        opens = words.starts[first] == sentence.span.start
        span = None if words.folded[at] in people else _unquoted(words, first, at, opens)
        if span is not None:
            yield span
            at = max(at, words.at(span.end) - 1)


def _may_name(words: Words, sentence: Sentence) -> bool:
    """Whether a sentence has any of the signs that make a title of capital words."""
    if _SIGN.search(sentence.text):
        return True
    return not _BEFORE.isdisjoint(words.folded[words.at(sentence.span.start) : words.at(sentence.span.end)])


def _dated(words: Words, cues: Cues, first: int, last: int) -> int | None:
    """Return the last word of a title that the date told of it makes one: `Hollow Lake moves to May 5`."""
    while last + 2 < len(words.folded) and words.gap(last) in _APOSTROPHES and words.folded[last + 1] == "s":
        if not words.capital[last + 2] or words.gap(last + 1) != " ":
            break
        last = capitals_to(words, last + 2)
    last = cues.dated.before_date(first, last)
    name = words.folded[first : last + 1]
    if (
        not name
        or _NTH.fullmatch(name[0])
        or (first == last and len(name[0]) < 2)
        or DATES.intersection(name)
        or _LABELS.intersection(name)
        or name[-1] in STOP
        or name[-1] in tails()
    ):
        return None
    before = words.folded[first - 1] if first else ""
    if _is_name(words, first, last) or before in ROLES or before in _WHERE or name[0] in _WHERE:
        return None
    return last if cues.dated.names_another(first, last) else None


_WHERE = frozenset(("in", "im", "nel", "nella", "negli", "nei", "en", "au", "aux", "dans", "i", "w", "na", "em", "no"))
"""Words before a place: what opens there is not called so."""
_APOSTROPHES = ("'", "’")


def _surnames(words: Words) -> set[str]:
    """Return the words with a capital that follow a first name somewhere in the text."""
    pairs = zip(words.folded, words.folded[1:], words.capital[1:], strict=False)
    return {second for first, second, capital in pairs if capital and first in FIRST_NAMES}


def _quoted(text: str) -> Iterator[Span]:
    for match in _QUOTED.finditer(text):
        start, end = next(match.span(group) for group in _GROUPS if match[group] is not None)
        end -= text[end - 1] == ","
        words = text[start:end]
        if not _is_title(words) or (" " not in words and _describes(text, match.end())):
            continue
        if not _WORKING.search(text[max(0, match.start() - _LONGEST_LEAD) : match.start()]):
            yield Span(start, end)


def _describes(text: str, at: int) -> bool:
    """Whether a word in small letters follows, to which one quoted word belongs: `the “Roman” set`."""
    if text[at : at + 1] != " " or not text[at + 1 : at + 2].islower() or text[at - 2] == ",":
        return False
    following = _FOLLOWING.match(text, at + 1)
    return following is None or fold_text(following[0]) not in _GOES_ON


def _is_title(words: str) -> bool:
    """Whether words in quotation marks look like a title: few, and capital but for small ones."""
    pieces = words.split()
    if not pieces or len(pieces) > MOST_WORDS or _END.search(words) or not words[0].isupper():
        return words[:1].isdigit() and len(pieces) > 1 and pieces[-1][0].isupper()
    large = [piece for piece in pieces if fold_text(piece) not in SMALL]
    return all(piece[0].isupper() or not piece[0].isalpha() for piece in large)


def _unquoted(words: Words, first: int, last: int, opens: bool) -> Span | None:
    """Return the title that capital words are by what stands after or before them."""
    while first < last and words.folded[first] in STOP and words.folded[first] not in ("the", "a"):
        first += 1
        opens = False
    if not words.capital[first] or DATES.intersection(words.folded[first : last + 1]):
        return None
    start, text = words.starts[first], words.text
    if _is_name(words, first, last):
        return None
    if (end := _with_subtitle(words, first, last, opens)) is not None:
        return Span(start, end)
    if (end := _with_number(words, first, last)) is not None:
        return Span(start, end)
    if _YEAR.match(text, words.ends[last]) and not (opens and first == last):
        return Span(start, words.ends[last])
    called = first > 0 and words.folded[first - 1] in _BEFORE and words.gap(first - 1) == " "
    if called and not words.capital[first - 1] and not _POSSESSIVE.match(text, words.ends[last]):
        return Span(start, words.ends[last])
    return None


def _is_name(words: Words, first: int, last: int) -> bool:
    """Whether the words begin like a person's name, or are a known place or organisation."""
    name = " ".join(words.folded[first : last + 1])
    begins = words.folded[first]
    if begins in ROLES or begins in TITLES or (begins in FIRST_NAMES and last > first):
        return True
    before = words.folded[first - 1] if first else ""
    return before in FIRST_NAMES or name in gazetteer().strong or name in known_organisations()


def _with_subtitle(words: Words, first: int, last: int, opens: bool) -> int | None:
    """Return the end of a title with a subtitle: `Hollow Lake: The Return`. A label before a colon is none."""
    text = words.text
    if text[words.ends[last] : words.ends[last] + 2] != ": " or last + 1 >= len(words.folded):
        return None
    if not words.capital[last + 1] or words.gap(last) != ": " or words.folded[last] in _LABELS:
        return None
    end = capitals_to(words, last + 1)
    single = last == first
    if (opens and single) or words.folded[last + 1] in FIRST_NAMES or (single and words.folded[end] in STOP):
        return None
    return words.ends[end]


def _with_number(words: Words, first: int, last: int) -> int | None:
    """Return the end of a title with a number behind it: `Hollow Lake 2`, `Hollow Lake III`."""
    if words.folded[last] in _COUNTED or words.folded[last] in STOP:
        return words.ends[last] if _ROMAN.fullmatch(words.text, words.starts[last], words.ends[last]) else None
    if last > first and _ROMAN.fullmatch(words.text, words.starts[last], words.ends[last]):
        return words.ends[last] if words.ends[last] - words.starts[last] > 1 else None
    if last > first and words.folded[last].isdecimal() and 1 < int(words.folded[last]) <= LARGEST:
        counted = words.folded[last - 1] in _COUNTED or words.folded[last - 1] in STOP
        return None if counted else words.ends[last]
    return None
