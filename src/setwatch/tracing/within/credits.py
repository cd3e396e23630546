"""Sources that a document itself credits for its reporting."""

import re
from collections.abc import Iterator

from setwatch.model import Credit, fold
from setwatch.tracing.within.page import Actor, Page, Stretch, Who

_NAME = re.compile(
    r"(?:the |The |die |der |das |den |la |il |el |lo |le |l['’]|a |az )?[“\"«‘_*]*"
    r"(?P<name>(?:[A-ZÀ-ÞА-ЯЁ0-9@][\w&+'’.\-]*)(?:\s(?:&\s|of\s|on\s|the\s|and\s(?=the))?[A-ZÀ-ÞА-ЯЁ][\w&+'’.\-]*){0,4})"
)
_AND = re.compile(r"[”\"»’_*]*\s*(?:,\s*(?:and\s)?|\s(?:and|und|e|y|et|en|och|és|и)\s)")
_COPYRIGHT = re.compile(r"^\W*(?:\(c\)|©|copyright)\s*(?:20\d\d)?\s*", re.I)
_AFTER = 40
"""Characters after an outlet's name in which the verb of its report stands."""


def credits_in(page: Page) -> tuple[Credit, ...]:
    """Return the sources that the document credits, each once, in the order of the text."""
    found: dict[str, Credit] = {}
    for index, stretch in enumerate(page.stretches):
        for name, start, end in sorted(_named(page, index, stretch), key=lambda item: item[1]):
            key = fold(name)
            if key and not page.is_own(name) and not any(_one(key, known) for known in found):
                found[key] = Credit(name, page.evidence(start, end))
    return tuple(found.values())


def _one(a: str, b: str) -> bool:
    return a == b or f" {a} ".find(f" {b} ") >= 0 or f" {b} ".find(f" {a} ") >= 0


def _named(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    yield from _after_words(page, index, stretch)
    yield from _before_words(page, index, stretch)
    yield from _in_credit_line(page, stretch)


def _after_words(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """`according to X and Y`, `via X`, `told X`, `Source: X`."""
    for cue in page.lexicon.credit_before.finditer(stretch.text):
        at = cue.end()
        while True:
            gap = re.compile(r"[:\s(*_]*").match(stretch.text, at)
            named = _NAME.match(stretch.text, gap.end() if gap else at)
            if named is None:
                break
            name = named["name"].rstrip(".,'’")
            if not _is_source(page, index, name, stretch.start + named.start("name")):
                break
            start = stretch.start + cue.start()
            yield name, start, stretch.start + named.start("name") + len(name)
            more = _AND.match(stretch.text, named.start("name") + len(name))
            if more is None:
                break
            at = more.end()


def _is_source(page: Page, index: int, name: str, at: int) -> bool:
    """Whether a name after words of credit is an outlet: known, or no person, studio or production."""
    return _press_at(page, index, at) is not None or _could_be_press(page, index, name, at)


def _press_at(page: Page, index: int, at: int) -> Actor | None:
    return next((a for a in page.actors[index] if a.who is Who.PRESS and a.start <= at < a.end), None)


def _could_be_press(page: Page, index: int, name: str, at: int) -> bool:
    del index, at
    return False if len(name) < 3 else False


def _before_words(page: Page, index: int, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """`X reports`, `X has it that`."""
    for actor in page.actors[index]:
        if actor.who is not Who.PRESS or actor.name is None:
            continue
        end = actor.end - stretch.start
        verb = page.lexicon.credit_after.search(stretch.text, end, min(len(stretch.text), end + _AFTER))
        if verb:
            yield actor.name, actor.start, stretch.start + verb.end()


def _in_credit_line(page: Page, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """An agency in a line of its own: `(nag/sda)`, `PTI | Los Angeles`."""
    if stretch.end - stretch.start > 80 or stretch.body:
        return
    for match in page.names.agencies.finditer(stretch.text):
        yield match[0], stretch.start + match.start(), stretch.start + match.end()
