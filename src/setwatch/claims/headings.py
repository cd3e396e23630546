"""Lines that are a title and nothing else, and head what stands below them: in lists, calendars and round-ups."""

import re
from bisect import bisect_left

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
        if mentions and _is_alone(text, mentions[0], _NUMBER):
            numbered[sentence.span.start] = mentions[0].production
        elif mentions and sentence.span.start and _is_alone(text, mentions[0], _MARK):
            bare[sentence.span.start] = mentions[0].production
        elif sentence.span.start and len(sentence.text) <= _SHORT_LINE and _is_line(text, sentence):
            bare[sentence.span.start] = None
    return numbered | (bare if len(set(bare.values()) - {None}) > 1 else {})


def _is_line(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a whole line in capitals, as a title is, without an end."""
    alone = text[: sentence.span.start].endswith("\n") and text[sentence.span.end :][:1] == "\n"
    words = sentence.text.split()
    large = sum(word[:1].isupper() or word[:1].isdigit() for word in words)
    return alone and sentence.text[-1:] not in ".!?:" and words[0][:1].isupper() and 2 * large > len(words)


def _is_alone(text: str, mention: ProductionMention, before: re.Pattern[str]) -> bool:
    """Whether a title is a line of its own, `before` before it and a note behind it at most."""
    line = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end)
    behind = text[mention.span.end : end if end >= 0 else len(text)]
    led = len(text[line : mention.span.start]) < _NUMBER_LENGTH and before.fullmatch(text, line, mention.span.start)
    return bool(led) and _NOTE.fullmatch(behind) is not None
