"""Sources that a document itself credits for its reporting."""

import re
from collections.abc import Iterator

from setwatch.model import Credit, MentionKind, fold
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Actor, Deed, Stretch, Who
from setwatch.tracing.within.trail import events_in

_NAME = re.compile(
    r"[:\s(*_“\"«‘]{0,6}(?:(?:the|die|der|das|den|la|il|el|lo|le|l['’]|a|az)\s(?:[\w-]+\s){0,3}?)?[“\"«‘_*]{0,3}"
    r"(?P<name>[A-ZÀ-ÞА-ЯЁ][\w&+'’.-]*(?::[A-Z]\w+)?(?:\s(?:&\s|of\s|on\s|the\s|de\s)?[A-ZÀ-ÞА-ЯЁ][\w&+'’.-]*){0,4})"
)
_AND = re.compile(r"[”\"»’_*]{0,3}(?:\s?,\s?(?:and\s)?|\s(?:and|und|e|y|et|en|och|és|и)\s)(?:the\s)?")
_COPYRIGHT = re.compile(r"^\W*(?:\(c\)|©|copyright)", re.I)
_IMAGE = re.compile(r"photo|foto|image|imag|bild|picture|getty|still|фото|kép", re.I)
_SOURCE_LINE = re.compile(r"[^:\n]{1,12}:\s", re.I)
_AFTER = 40
"""Characters after an outlet's name in which the verb of its report stands."""

_LINE = 120
"""Characters up to which a line may be one of credit."""


def credits_in(page: Page) -> tuple[Credit, ...]:
    """Return the sources that the document credits, each once, in the order of the text."""
    found: dict[str, Credit] = {}
    for index, stretch in enumerate(page.stretches):
        for name, start, end in sorted(_named(page, index, stretch), key=lambda item: (item[1], -len(item[0]))):
            full = page.names.short.get(name, name)
            full = full if full in page.document.text else name
            key = fold(full)
            if key and not page.is_own(full) and not any(_one(key, known) for known in found):
                found[key] = Credit(full, page.evidence(start, end))
    return tuple(found.values())


def _one(a: str, b: str) -> bool:
    return f" {b} " in f" {a} " or f" {a} " in f" {b} "


def _named(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    if _is_credit_line(page, stretch):
        yield from _in_credit_line(page, stretch)
        yield from _unlisted(page, stretch)
    else:
        yield from _after_words(page, index, stretch)
        yield from _before_words(page, index, stretch)
        yield from _unlisted(page, stretch)
        yield from _rumoured(page, index, stretch)
        yield from _same_report(page, index, stretch)
        yield from _dateline(page, stretch)


def _after_words(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """`according to X and Y`, `via X`, `told X`, `Source: X`."""
    for cue in page.lexicon.credit_before.finditer(stretch.text):
        at = cue.end()
        for _ in range(5):
            named = _NAME.match(stretch.text, at)
            if named is None:
                break
            start = stretch.start + named.start("name")
            name = _source(page, index, stretch, named["name"].rstrip(".,'’"), start)
            if name is None:
                break
            yield name, stretch.start + cue.start(), start + len(name)
            more = _AND.match(stretch.text, start - stretch.start + len(name))
            if more is None:
                break
            at = more.end()


def _source(page: Page, index: int, stretch: Stretch, name: str, start: int) -> str | None:
    """Return the outlet that a name after words of credit is, None where it is none that is known to be one."""
    press = next((a for a in page.actors[index] if a.who is Who.PRESS and a.start <= start + 4 < a.end), None)
    if press is None:  # `laut der Lokalzeitung Leither Kurier`: the name after what it is
        inside = (a for a in page.actors[index] if a.who is Who.PRESS and start < a.start < start + len(name))
        press = next((a for a in inside if page.lexicon.press.fullmatch(name[: a.start - start].strip())), None)
    if press is not None:
        return press.name
    whole = name.casefold() == stretch.text[start - stretch.start :].strip(" .)*_").casefold()
    if whole and _SOURCE_LINE.match(stretch.text) and page.platform(start, start + len(name)):
        return name
    likely = (name, f"The {name}", name.split(maxsplit=1)[0])
    found = next((n for n in likely if page.names.press.fullmatch(n)), None)
    return found or next((n for n in (name, name.split(maxsplit=1)[0]) if _may_be_outlet(page, n, start)), None)


def _may_be_outlet(page: Page, name: str, start: int) -> bool:
    """Whether a name reads like an outlet's, and is no production's, place's or studio's here."""
    if not page.names.reads_like_an_outlet(name) or page.names.studios.fullmatch(name) or page.names.is_platform(name):
        return False
    if any(p.span.start < start + len(name) and start < p.span.end for p in page.analysis.productions):
        return False
    the = page.document.text[max(0, start - 4) : start].casefold() == "the "  # before nobody's name
    kinds = (MentionKind.PERSON, MentionKind.PLACE) if " " in name and not the else (MentionKind.PLACE,)
    others = [m.span for m in page.analysis.names if m.kind in kinds]
    return not any(span.start <= start and start + len(name) <= span.end for span in others)


_ANY_NAME = re.compile(r"(?<![\w@])[A-ZÀ-Þ][\w'’-]*(?::[A-Z]\w+)?(?:\s(?:of\s|&\s)?[A-ZÀ-Þ][\w'’-]*){0,3}")


def _unlisted(page: Page, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """An outlet that no list has, with the verb of its report behind it: `the Leith Beacon wrote about it`."""
    for match in _ANY_NAME.finditer(stretch.text):
        name = match[0].removeprefix("The ")
        start = match.end() - len(name)
        verb = page.lexicon.credit_after.match(stretch.text, match.end() + 1)
        if verb and stretch.text[match.end()] == " " and _may_be_outlet(page, name, stretch.start + start):
            yield name, stretch.start + start, stretch.start + verb.end()


_WHO = re.compile(r"\s@?(?P<name>[\w'’]{4,30}(?:\s[A-ZÀ-Þ][\w'’-]+){0,2})\s")


def _rumoured(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """Where a rumour is from: `a user on Reddit claims`, `scooper Jo Berg says`."""
    start = stretch.start
    for cue in page.lexicon.rumour.finditer(stretch.text):
        near = page.platforms(start + cue.start(), min(stretch.end, start + cue.end() + 20))
        if near:
            at = next(m for m in page.names.platforms[near[0]].finditer(stretch.text, cue.start()))
            yield _LABELS.get(at[0].casefold(), at[0]), start + cue.start(), start + at.end()
    for cue in page.lexicon.insider.finditer(stretch.text):
        named = _WHO.match(stretch.text, cue.end())
        verb = page.lexicon.credit_after.match(stretch.text, named.end()) if named else None
        if named and verb:
            yield named["name"], start + cue.start(), start + verb.end()


_LABELS = {"subreddit": "Reddit", "redditor": "Reddit"}


def _same_report(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """The outlet named last, where words of credit go back to it: `according to the same article`."""
    for again in page.lexicon.same_report.finditer(stretch.text):
        if not any(
            cue.end() + 1 == again.start() for cue in page.lexicon.credit_before.finditer(stretch.text)
        ) and not (page.lexicon.credit_after.match(stretch.text, again.end() + 1)):
            continue
        known = [a for row in page.actors[: index + 1] for a in row if a.who is Who.PRESS and a.name]
        named = [(a.start, a.name) for a in known if a.name and _stands_for_press(page, a)]
        text = page.document.text[: stretch.start]
        named += [
            (m.start(), name)
            for m in _ANY_NAME.finditer(text, max(0, stretch.start - _BACK))
            if _may_be_outlet(page, name := m[0].removeprefix("The "), m.start())
        ]
        named = [(at, name) for at, name in named if not page.is_own(name)]
        if named:
            yield max(named)[1], stretch.start + again.start(), stretch.start + again.end()


_BACK = 2_000
"""Characters before `the same article` in which its outlet is named, at most."""

_DATELINE = re.compile(r"^[A-ZÀ-Þ][\w .,'’-]{2,50}?\((?P<name>[A-Z][\w ]{1,20}|dpa|apa|sda)\)\s?[-–—]")


def _dateline(page: Page, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """An agency whose place and name open its report: `GENOA (AFP) - `."""
    match = _DATELINE.match(stretch.text)
    if match and page.names.agencies.fullmatch(match["name"]):
        yield match["name"], stretch.start, stretch.start + match.end("name")


def _before_words(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """`X reports`, `X has it that`; not `X published the photos`, which is a step of their trail."""
    showing = {e.at for e in events_in(page, index) if e.deed in (Deed.SHARE, Deed.PICKUP)}
    for actor in page.actors[index]:
        if actor.who is not Who.PRESS or actor.name is None or not _stands_for_press(page, actor):
            continue
        end = actor.end - stretch.start
        verb = page.lexicon.credit_after.search(stretch.text, end, min(len(stretch.text), end + _AFTER))
        rival = verb and any(
            a.who is Who.PRESS and actor.end <= a.start < stretch.start + verb.start() for a in page.actors[index]
        )
        if verb and not rival and stretch.start + verb.start() not in showing:
            yield actor.name, actor.start, stretch.start + verb.end()


def _stands_for_press(page: Page, actor: Actor) -> bool:
    """Whether a name that is also a common word, or a part of a title, is an outlet's here."""
    if any(p.span.start < actor.end and actor.start < p.span.end for p in page.analysis.productions):
        return False
    if not page.names.plain_too.fullmatch(actor.name or ""):
        return True
    text = page.document.text
    close = page.lexicon.credit_after.match(text, actor.end + 1)
    return close is not None and text[actor.end : actor.end + 1] == " "


def _is_credit_line(page: Page, stretch: Stretch) -> bool:
    """Whether a stretch is a line of its own, or last words in brackets, that can do no more than name a source."""
    text = page.document.text
    alone = not text[text.rfind("\n", 0, stretch.start) + 1 : stretch.start].strip()
    if not (alone and not stretch.body) and not (stretch.text.startswith("(") and stretch.text.endswith(")")):
        return False
    short = stretch.end - stretch.start <= _LINE
    return short and page.lexicon.credit_before.search(stretch.text) is None and not _IMAGE.search(stretch.text)


def _in_credit_line(page: Page, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """An agency in a line of its own: `(nag/sda)`, `PTI | Los Angeles`, `© 2020 The Daily Planet`."""
    names = [page.names.agencies] + ([page.names.press] if _COPYRIGHT.match(stretch.text) else [])
    for known in names:
        for match in known.finditer(stretch.text):
            yield match[0], stretch.start + match.start(), stretch.start + match.end()
