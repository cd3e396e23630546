"""Lines that are a title and nothing else, and head what stands below them: in lists, calendars and round-ups."""

import re
from bisect import bisect_left

from setwatch.language.words import line_at
from setwatch.model import Analysis, ProductionMention, Sentence

_NUMBER = re.compile(r"\s*\d{1,3}[.)] [\"“‘*_]{0,2}")
_NUMBER_LENGTH = 12
_MARK = re.compile(r"[ \t]*[•*\-–—▪■]?[ \t]*[\"“‘«„*_#]{0,3} ?")
_SHORT_LINE = 60
"""Characters of a line that may be a title and nothing else."""
_NOTE = re.compile(
    r"[ \u00a0\u202f]?[\"”’»*_]{0,2}(?: ?\([^()\n]{1,40}\)| ?[–—:-][^\n]{0,40}|"
    r",? (?:de|by|von|di|del|av|van) [^\n.]{3,40})?\s{0,3}"
)


def heads_of(text: str, analysis: Analysis) -> dict[int, str | None]:
    """Return what the lines that are a title and nothing else head, by where their sentences begin.

    A number before it makes one line enough: `5. Harbour Lights (May)`. Without, two of different watched productions
    make a list, in which any short line in capitals is a title.
    """
    starts = [mention.span.start for mention in analysis.productions]
    numbered: dict[int, str | None] = {}
    bare: dict[int, str | None] = {}
    for sentence in analysis.sentences:
        first = bisect_left(starts, sentence.span.start)
        mentions = analysis.productions[first : bisect_left(starts, sentence.span.end)]
        at = sentence.span.start
        before = _before(text, mentions[0]) if mentions else None
        if before is not None and _NUMBER.fullmatch(before):
            numbered[at] = mentions[0].production
        elif at and before is not None and _MARK.fullmatch(before):
            bare[at] = mentions[0].production
        elif at and len(sentence.text) <= _SHORT_LINE and _is_line(text, sentence):
            bare[at] = None
    return numbered | (bare if len(set(bare.values()) - {None}) > 1 else {})


def _is_line(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a whole line in capitals, as a title is, without an end."""
    start, end = sentence.span.start, sentence.span.end
    alone = text[start - 1 : start] == "\n" and text[end : end + 1] == "\n"
    words = sentence.text.split()
    large = sum(word[:1].isupper() or word[:1].isdigit() for word in words)
    return alone and sentence.text[-1:] not in ".!?:" and words[0][:1].isupper() and 2 * large > len(words)


def _before(text: str, mention: ProductionMention) -> str | None:
    """Return the little that stands before a title in its line, None where a note is not all that stands behind it."""
    line, end = line_at(text, mention.span.start, mention.span.end)
    short = mention.span.start - line < _NUMBER_LENGTH
    alone = short and _NOTE.fullmatch(text, mention.span.end, end) is not None
    return text[line : mention.span.start] if alone else None
