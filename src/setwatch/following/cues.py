"""What stands beside a title and tells what is called so."""

from dataclasses import dataclass

from setwatch.following.words_of import LEXICON, Text


def _words(*places: str) -> frozenset[str]:
    found: set[str] = set()
    for place in places:
        table, _, key = place.partition(".")
        found.update(LEXICON[table][key])
    return frozenset(found)


FILM, SERIES = _words("nouns.film"), _words("nouns.series")
NOUNS = _words("nouns.film", "nouns.series", "nouns.either")
THINGS = _words("things.film", "things.series", "things.either")
FILM_THINGS, SERIES_THINGS = _words("things.film"), _words("things.series")
CAST, LINKS, OBJECTS = _words("cast.words"), _words("cast.links"), _words("cast.objects")
LIFE, HELPING = _words("life.words"), _words("life.helping")
TRADE = _words("trade.words")
TELLING = TRADE | _words("trade.loose")
OTHER, CREDIT, BEHIND = _words("other.words"), _words("credit.words"), _words("credit.behind")
ELSEWHERE = _words("elsewhere.words")
_ENDINGS = tuple(LEXICON["nouns"]["endings"])
_COMPOUND = 4
"""Characters before such an ending."""
CALLED, _ARTICLES, _BETWEEN = _words("called.words"), _words("called.articles"), _words("things.between")
RIGHTS = _words("other.unless")
PHRASES = tuple(LEXICON["other"]["phrases"])

_NEAR = 3
"""Characters between a title and the word beside it: a space and a quotation mark, a comma."""
_OWNS = ("'s", "’s", "s'", "s’")
_OWNER = 3
"""Words of a name before its possessive."""
FAR = 14
"""Words before a title among which those of casting are looked for."""
WITHIN = 5
"""Words behind a title among which what it does stands."""
APPOSED = 8
"""Words behind a comma in which it is said what the title is."""


@dataclass(slots=True)
class Place:
    """One place where a title stands: its words, those of its sentence, and whether that is a headline."""

    text: Text
    first: int
    last: int
    since: int
    until: int
    heading: bool

    def before(self) -> str:
        """Return what stands between the title and the word before it."""
        return self.text.gap(self.first - 1) if self.first > self.since else "\n"

    def behind(self) -> str:
        """Return what stands between the title and the word behind it."""
        return self.text.gap(self.last) if self.last + 1 < self.until else "\n"


def cues_at(place: Place) -> tuple[set[str], int, int]:
    """Return the cues at a place, and how many of them are of films and of series."""
    cues: set[str] = set()
    nouns = [*_noun(place), *_apposed(place)]
    things = _things(place)
    if nouns:
        cues.add("noun")
    if things:
        cues.add("thing")
    if _cast(place):
        cues.add("cast")
    if _life(place):
        cues.add("life")
    if _other(place):
        cues.add("other")
    if _credit(place):
        cues.add("credit")
    if _spoken(place):
        cues.add("speech")
    film = sum(word in FILM for word in nouns) + sum(word in FILM_THINGS for word in things)
    series = sum(word in SERIES for word in nouns) + sum(word in SERIES_THINGS for word in things)
    return cues, film, series


def _close(gap: str) -> bool:
    return len(gap) <= _NEAR and "\n" not in gap and not any(mark in gap for mark in ".;!?()|")


def _noun(place: Place) -> list[str]:
    """Say what is called so before it: `the thriller Title`, `the series, Title`, `film called Title`."""
    text, at = place.text, place.first - 1
    if at < place.since or not _close(place.before()):
        return []
    if text.low[at] in CALLED and at > place.since:
        at -= 1
        told = [word for word in text.low[max(place.since, at - FAR) : at + 1] if word in NOUNS]
        return told[-1:]
    return [text.low[at]] if is_noun(text.low[at]) else []


def _apposed(place: Place) -> list[str]:
    """Say what it is behind a comma: `Title, a dark comedy about …`; or behind `is`: `Title is a series`."""
    text, at = place.text, place.last + 1
    gap = place.behind()
    if at + 1 >= place.until:
        return []
    if text.low[at] in {"is", "ist", "est", "es", "è"}:
        at += 1
    elif "," not in gap or len(gap) > _NEAR:
        return []
    if at >= place.until or text.low[at] not in _ARTICLES:
        return []
    for word in range(at + 1, min(at + APPOSED, place.until)):
        if text.low[word] in NOUNS:
            return [text.low[word]]
        if text.gap(word - 1).strip(" -,") and text.gap(word - 1) != " ":
            break
    return []


def _things(place: Place) -> list[str]:
    """Say what it has: `Title trailer`, `‘Title’: first trailer`, `Title season 2`."""
    text, at, gap = place.text, place.last + 1, place.behind()
    colon = place.heading and ":" in gap and len(gap) <= _NEAR
    if at >= place.until or not (colon or (_close(gap) and "," not in gap)):
        return []
    found = []
    for word in range(at, min(at + (4 if colon else 2), place.until)):
        if text.low[word] in THINGS:
            found.append(text.low[word])
        elif text.low[word] not in _BETWEEN and not colon and not text.low[word].isdigit():
            break
    return found


def _cast(place: Place) -> bool:
    """Whether who works on it is said: `joins X in Title`, `directs Title`."""
    text, at = place.text, place.first - 1
    if at < place.since or not _close(place.before()) or "," in place.before():
        return False
    while at > place.since and text.low[at] in {"the", "upcoming", "new", "next", "s", "der", "la", "le"}:
        at -= 1
    if text.low[at].endswith(_OWNS):
        owner, at = at, at - 1
        while at > place.since and owner - at < _OWNER and text.capital(at) and text.low[at] not in OBJECTS | LINKS:
            at -= 1
    if text.low[at] in OBJECTS:
        return True
    if text.low[at] not in LINKS:
        return False
    since = max(place.since, at - FAR)
    return not CAST.isdisjoint(text.low[since:at]) and ". " not in text.text[text.ends[since] : text.starts[at]]


def _life(place: Place) -> bool:
    """Whether it does what films and series do: `Title will premiere`."""
    text, at = place.text, place.last + 1
    gap = place.behind()
    if at >= place.until or len(gap) > _NEAR or any(mark in gap for mark in ".;!?(|\n"):
        return False
    for word in range(at, min(at + WITHIN, place.until)):
        if text.low[word] in LIFE:
            return OTHER.isdisjoint(text.low[word + 1 : min(word + WITHIN, place.until)])
        if text.low[word] not in HELPING:
            return False
    return False


def _other(place: Place) -> bool:
    """Whether a word beside it says that it is a song, a book, a play."""
    text = place.text
    before = range(max(place.since, place.first - 3), place.first)
    lead = text.text[max(0, text.starts[place.first] - 30) : text.starts[place.first]].lower()
    if any(phrase in lead for phrase in PHRASES):
        return True
    if not RIGHTS.isdisjoint(text.low[place.since : place.until]):
        return False
    beside = {low for low in text.low[before.start : before.stop] if low not in CAST} | {text.low[place.first - 1]}
    if before and not OTHER.isdisjoint(beside) and _close(place.before()) and ":" not in place.before():
        return True
    after = place.last + 1
    return after < place.until and _close(place.behind()) and "," not in place.behind() and text.low[after] in OTHER


def _credit(place: Place) -> bool:
    """Whether it only says who somebody is: behind a name in brackets, `nominated for`, `Title star Jane Roe`."""
    text = place.text
    since = max(place.since, place.first - 6)
    told = next((at for at in range(since, place.first) if text.low[at] in CREDIT), None)
    if told is not None and not (place.heading and any("," in text.gap(at) for at in range(told, place.first))):
        return True
    if place.heading:
        return False
    if "(" in place.before() and ")" in place.behind():
        return True
    after = place.last + 1
    if _owned(place):
        return True
    return (
        after + 1 < place.until
        and _close(place.behind())
        and text.low[after] in BEHIND
        and text.capital(after + 1)
        and text.gap(after) == " "
    )


def _owned(place: Place) -> bool:
    """Whether it stands before a name that it owns: `Title’s Jane Roe`."""
    text, after = place.text, place.last + 1
    if after + 1 >= place.until or not text.low[place.last].endswith(("'s", "’s")):
        return False
    return (
        len(text.gap(place.last)) < _NEAR and text.capital(after) and text.capital(after + 1) and text.gap(after) == " "
    )


def _spoken(place: Place) -> bool:
    """Whether words in a headline's quotation marks are said by somebody: `Name: ‘Title’`, `says ‘Title’`."""
    return place.heading and place.first > place.since and ":" in place.before() and place.last + 1 >= place.until


def is_noun(word: str) -> bool:
    """Whether a word in small letters is one for films or series, or a German compound of one."""
    return word in NOUNS or any(word.endswith(end) and len(word) >= len(end) + _COMPOUND for end in _ENDINGS)
