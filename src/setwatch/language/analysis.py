"""One pass over a document's text for all that claims and tracing need to know of its language."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from setwatch.language.dates import find_dates
from setwatch.language.names import find_names
from setwatch.language.productions import find_productions, names_of, numbered_names, whole_names
from setwatch.language.quotations import quotations
from setwatch.language.sentences import sentences
from setwatch.language.words import words_of
from setwatch.model import Analysis, DateMention, Document, Production, Span, days_of


def analyse(document: Document, watched: tuple[Production, ...]) -> Analysis:
    """Return the sentences and mentions of `document`; pure, offsets into `document.text`."""
    words = words_of(document.text)
    named = names_of(document, watched)
    found = sentences(document, whole_names(named, document.text))
    dates = find_dates(document.text, base_of(document), document.lang, words)
    dates = _outside(document, dates, numbered_names(named))
    productions = find_productions(document, found, dates, named, watched)
    dates = _outside(document, dates, [mention.span for mention in productions.mentions])
    language = document.lang.split("-", 1)[0].lower() or "en"
    taken = [mention.span for mention in productions.mentions] + list(productions.franchises)
    names = find_names(words, found, taken, language)
    return Analysis(
        sentences=found,
        names=names,
        dates=dates,
        productions=productions.mentions,
        quotations=quotations(words, names),
        main_production=productions.main,
    )


def _outside(document: Document, dates: tuple[DateMention, ...], titles: Sequence[Span]) -> tuple[DateMention, ...]:
    """Return the dates; where a title holds a part of one (`Lantern 3 on 8 May`), they are found anew without it."""
    starts = [date.span.start for date in dates]
    touched = [
        title
        for title in titles
        for date in dates[max(0, bisect_left(starts, title.start) - 1) : bisect_left(starts, title.end)]
        if date.span.start < title.end and title.start < date.span.end
    ]
    if not touched:
        return dates
    letters = list(document.text)
    for span in touched:
        letters[span.start : span.end] = "_" * (span.end - span.start)
    return find_dates("".join(letters), base_of(document), document.lang)


def base_of(document: Document) -> date | None:
    """Return the day from which relative dates are counted: the document's first, else that of its newest post."""
    if document.published and (days := days_of(document.published)) is not None:
        return days.first
    printed = [days.first for post in document.posts if post.printed and (days := days_of(post.printed)) is not None]
    return max(printed, default=None)
