"""A record as a page: each property's values, how they stand, on whose word."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from setwatch.model import Production, Property, Record, Standing, Statement, Value, claim_id, days_of
from setwatch.publish.dates import in_words, span, spoken, until
from setwatch.publish.decision_page import decided_lines, rejected_lines
from setwatch.publish.page import BLANK, Line, Part, line, many
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import CHANNEL, HEAD, MARK, PROPERTY, QUIET, QUOTE, STYLE, WHEN

FEW = 4
"""Values of one standing that are shown with all that is known of them; the rest are named in a line."""

SOURCES = 3
"""Outlets named beside the one that is cited."""

DATED = frozenset({Property.RELEASE_DATE})

ONE_AT_A_TIME = DATED | {Property.PRODUCTION_STATUS, Property.OFFICIAL_TITLE}
"""Properties whose current value took the place of another, so that the reason is worth a word."""


def record_page(
    record: Record, production: Production, shelf: Shelf, *, everything: bool = False, ids: bool = False
) -> list[Line]:
    """Return the page of a record; `everything`: no list of values is folded; `ids`: with the ids of claims."""
    lines = [line(0, (production.name, HEAD), f" ({production.kind}){_asked(record)}"), _counts(record)]
    for prop, group in groupby(record.values, key=lambda value: value.property):
        values = sorted(group, key=order)
        lines += [BLANK, line(0, (PROPERTY[prop], HEAD))]
        for _, alike in groupby(values, key=lambda value: value.standing):
            lines += _alike(list(alike), shelf, everything=everything, ids=ids)
    if record.rejected or record.decisions:
        lines += [BLANK, line(0, ("Decided by hand", HEAD))]
        lines += [*rejected_lines(record.rejected, shelf), *decided_lines(record.decisions, shelf)]
    return lines


STANDINGS = tuple(Standing)


def order(value: Value) -> tuple[int, bool, int, str, str, int, int, str]:
    """Return what values of one property are sorted by: how they stand, then what is to be told first."""
    return (
        STANDINGS.index(value.standing),
        not value.head,
        value.season or 0,
        value.channel or "",
        value.region or "",
        -value.witnesses,
        -len(value.documents),
        value.value,
    )


def _asked(record: Record) -> str:
    known = f", as known by {until(record.known)}" if record.known else ", as known now"
    return known + (f", from what was captured by {until(record.captured)}" if record.captured else "")


def _counts(record: Record) -> Line:
    statements = {(s.version, s.claim) for value in record.values for s in value.statements}
    documents = {document for value in record.values for document in value.documents}
    if not statements:
        return line(
            0,
            "Nothing was said of it by then." if record.known or record.captured else "Nothing is said of it yet.",
            hang=0,
        )
    return line(0, (f"{many(len(statements), 'statement')} in {many(len(documents), 'document')}", QUIET))


def _alike(values: Sequence[Value], shelf: Shelf, *, everything: bool, ids: bool) -> list[Line]:
    """Return the lines of values of one standing; a coarser date is told in a line of a finer one that it covers."""
    coarse = {} if everything else {value: fine for value in values if (fine := _finer(value, values)) is not None}
    values = [value for value in values if value not in coarse]
    shown = len(values) if everything or len(values) <= FEW + 1 else FEW
    lines = []
    for value in values[:shown]:
        lines += value_lines(value, shelf)
        lines += _ids(value, shelf) if ids else []
        also = [f"{value_name(c)} ({_counted(c)})" for c, fine in coarse.items() if fine is value]
        lines += [line(4, (f"also given as {', '.join(also)}", QUIET))] if also else []
    if rest := values[shown:]:
        names = ", ".join(value_name(value) for value in rest)
        lines.append(line(2, f"and {len(rest)} more ", (str(rest[0].standing), STYLE[rest[0].standing]), f": {names}"))
    return lines


def _finer(value: Value, values: Sequence[Value]) -> Value | None:
    """Return the first whole day of these that lies in a coarser date of the same place and channel."""
    days = days_of(value.value) if value.property in DATED else None
    if days is None or days.first == days.last:
        return None
    for other in values:
        fine = days_of(other.value)
        same = (other.region, other.channel, other.season) == (value.region, value.channel, value.season)
        if same and fine is not None and fine.first == fine.last and days.covers(fine):
            return other
    return None


def _counted(value: Value) -> str:
    return f"{many(value.witnesses, 'witness', 'witnesses')}, {many(len(value.documents), 'document')}"


def value_name(value: Value) -> str:
    """Return a value in words, with its region, channel and season where it has them."""
    name = spoken(value.value) if value.property in DATED else value.value.replace("_", " ")
    if value.property is not Property.PRODUCTION_STATUS and value.property not in DATED:
        name = value.value
    marks = [
        f"season {value.season}" if value.season is not None else "",
        value.region or "",
        CHANNEL[value.channel] if value.channel and value.channel != "theatrical" else "",
    ]
    found = ", ".join(mark for mark in marks if mark)
    return f"{name} ({found})" if found else name


def value_lines(value: Value, shelf: Shelf) -> list[Line]:
    """Return what is known of one value: standing, witnesses, when it was said, why it stands so, the sentence."""
    cited = next((s for s in value.statements if s.claim.evidence.exact == value.sentence), value.statements[0])
    details = [*details_of(value.statements), span(value.first_said, value.last_said)]
    if value.standing is not Standing.CURRENT or value.property in ONE_AT_A_TIME:
        details.append(in_words(value.reason))
    return [
        line(2, (value_name(value), HEAD), "  ", (str(value.standing), STYLE[value.standing]), f", {_counted(value)}"),
        line(4, ("; ".join(details), QUIET), hang=0),
        line(4, *quoted(cited, shelf)),
        *_others(value, cited, shelf),
    ]


def details_of(statements: Iterable[Statement]) -> list[str]:
    """Return what only some properties have: the part that is played, when a place is used, a status's own date."""
    claims = [s.claim for s in statements]
    parts = dict.fromkeys(claim.character for claim in claims if claim.character)
    whens = dict.fromkeys(WHEN[c.when] for c in claims if c.when and c.property is Property.FILMING_LOCATION)
    dates = dict.fromkeys(spoken(c.date) for c in claims if c.date)
    found = [f"as {' / '.join(parts)}"] if parts else []
    found += [f"told as {', '.join(whens)}"] if whens else []
    return found + ([f"dated {', '.join(dates)}"] if dates else [])


def quoted(statement: Statement, shelf: Shelf) -> list[Part]:
    """Return the sentence of a statement with its words marked, who says it, how surely, in which document."""
    claim = statement.claim
    before, words, after = shelf.sentence(claim.evidence, statement.version)
    by = f"{claim.attribution} in " if claim.attribution else ""
    denied = "denied, " if claim.polarity == "denied" else ""
    source = f"{by}{shelf.cite(statement.document_id, statement.version)} ({denied}{claim.modality})"
    return [("“", QUOTE), (before.lstrip(), QUOTE), (words, MARK), (after.rstrip(), QUOTE), ("” ", QUOTE), source]


def _ids(value: Value, shelf: Shelf) -> list[Line]:
    """Return the id of each claim for a value, to decide on it by."""
    found = {claim_id(s.document_id, s.claim): shelf.cite(s.document_id, s.version) for s in value.statements}
    return [line(4, (f"{identity}  {source}", QUIET), hang=0) for identity, source in found.items()]


def _others(value: Value, cited: Statement, shelf: Shelf) -> list[Line]:
    rest = [document for document in value.documents if document != cited.document_id]
    if not rest:
        return []
    named = [_with_original(document, shelf) for document in rest[:SOURCES]]
    more = f" and {len(rest) - SOURCES} more" if len(rest) > SOURCES else ""
    return [line(4, (f"also {'; '.join(named)}{more}", QUIET))]


def _with_original(document_id: str, shelf: Shelf) -> str:
    copy = shelf.copies.get(document_id)
    return shelf.cite(document_id) + (f", copy of {shelf.name(copy.original)}" if copy and not copy.undecided else "")
