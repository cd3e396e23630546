"""The patterns of a language by which a sentence, its names made signs, tells who says so."""

import re
from dataclasses import dataclass
from functools import lru_cache

from setwatch.claims.cues import FALLBACK, lists

SOURCE = "\ue010"
"""The sign that stands for a run of names."""
VOICE = lists("voice")
"""The words of all languages; a regular expression each."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns of a language over sentences in signs: what is told stands ahead of the verb, behind it, or around."""

    ahead: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]
    around: tuple[re.Pattern[str], ...]
    indirect: tuple[re.Pattern[str], ...]
    so: tuple[re.Pattern[str], ...]
    closed: re.Pattern[str]


_LISTS = (
    "say",
    "by",
    "after",
    "nobody",
    "pre",
    "pronoun",
    "house",
    "outlet",
    "stated",
    "title",
    "link",
    "so",
    "thus",
    "indirect",
)


@lru_cache(maxsize=32)
def patterns_of(lang: str) -> Patterns:
    """Return the patterns of a language, those of English for one that has none."""
    words = VOICE.get(lang, VOICE[FALLBACK])
    say, by, after, nobody, pre, pronoun, house, outlet, stated, title, link, so, thus, indirect = (
        "|".join(words.get(key, ())) or "(?!)" for key in _LISTS
    )
    stands_for = "|".join(
        rf"(?P<{kind}>(?:{entries})(?!\w| {SOURCE}|(?-i: [A-Z\d])))"
        for kind, entries in (("outlet", outlet), ("house", house), ("pronoun", pronoun))
    )
    source = rf"(?P<source>{SOURCE}|(?<!\w)(?:{stands_for}|@\w{{2,30}}|(?:{nobody})(?!\w)))"
    aside = (
        r"(?:'s (?:\w+ ){0,6}\w+|,? \([^()]{1,60}\)|, [^,;.]{1,50},|,? (?:who|which)|"
        r" (?:caption|post|tweet|message|statement|note))?"
    )
    said = rf"(?:(?: (?:{pre})){{0,3}} (?:{say})(?!\w))"
    statement = (rf"(?<!\w)(?:{stated}) {source}",) if words.get("stated") else ()
    behind_it = (rf"{source} (?:{after})(?!\w)",) if words.get("after") else ()
    mark = r"[,;.?!:”\"»“–-] ?"
    return Patterns(
        ahead=_compiled(
            rf"{source}{aside}{said}",
            rf"{source} [^.;:,\"“”]{{3,90}} and(?: \w+)? (?:{say})(?!\w)(?= that| \w+ that)",
            *statement,
        ),
        behind=_compiled(
            rf"{mark}(?:(?:{link}) )?(?:(?:{title}) )?{source}{aside}{said}(?=[ ,.;:]|$)(?! that)",
            rf"{mark}(?:(?:{link}) )?(?:(?:{pre}) ?)?(?:{say}) (?:(?:{title}) )?{source}",
            rf"{mark}(?:{link}) (?:(?:{title}) )?{source}(?: [^,;.]{{1,40}})? (?:{say})(?=[,.;]|$)",
        ),
        around=_compiled(
            rf"(?<!\w)(?:{by})(?: the| le| la| die| das| der| dem| el)?(?:(?: (?:{title}))| \w+(?: \w+)?)?? {source}",
            *behind_it,
        ),
        so=_compiled(
            rf"{SOURCE}(?: (?:{pre}))? (?:{say}) (?:{so})(?!\w)",
            rf"(?:{thus})(?:(?: (?:{pre}))? (?:{say}))?(?: (?:{title}))? {SOURCE}",
        ),
        indirect=_compiled(rf"(?<!\w)(?:{indirect})(?!\w)"),
        closed=re.compile(rf"(?:,? {SOURCE})?(?: on \w+| am \w+| exclusively| today| heute)?(?:[,.;]|$)"),
    )


def _compiled(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
