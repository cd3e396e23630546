"""What feeds are made of: a change or an alarm in words, with its link and its times."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from setwatch.model import Change, Footage, Property, Record, Standing, interval_of
from setwatch.publish.addresses import Addresses, web
from setwatch.publish.dates import said as in_words
from setwatch.publish.dates import spoken
from setwatch.publish.ids import alarm_id, change_id
from setwatch.publish.safe import clean
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import CHANNEL, KIND, PROPERTY

ABOUT = frozenset({*(prop.value for prop in Property), "alarm"})
"""What an item can be about: what feeds and alerts are filtered by."""

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Code points that XML 1.0 (2.2) does not have and that `clean` leaves; JSON can bring lone surrogates in."""

Subject = tuple[str, Property, int | None, str | None, str | None, str]
"""Production, property, season, channel, region and value: what a standing is looked up by."""


@dataclass(frozen=True, slots=True)
class Item:
    """One change or alarm. `said` is when its words were said, `captured` when they were taken in, both in UTC.

    `link` is the cited page where it is on the web, else the site's own page; `source` names the document. `also` are
    the watched productions that it concerns besides `production`: those that footage of another one is passed off as.
    """

    key: str
    kind: str
    title: str
    quote: str
    source: str
    link: str
    page: str
    said: datetime
    captured: datetime
    production: str | None = None
    prop: Property | None = None
    standing: Standing | None = None
    also: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words and who says them, in one line."""
        return f"“{self.quote}” ({self.source})"

    @property
    def html(self) -> str:
        """The same as HTML, captured words escaped."""
        cited = f' cite="{escape(self.link)}"' if self.link != self.page else ""
        there = f'<a href="{escape(self.link)}">{escape(self.source)}</a>'
        return (
            f"<p>{escape(self.title)}.</p><blockquote{cited}><p>{escape(self.quote)}</p></blockquote>"
            f'<p>{there}. <a href="{escape(self.page)}">The record and its sources</a>.</p>'
        )

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is about, as a reader may sort by: property or `alarm`, standing, productions."""
        named = (self.prop or self.kind, self.standing, self.production, *self.also)
        return tuple(str(label) for label in named if label)


def change_items(changes: Iterable[Change], record: Record, shelf: Shelf, addresses: Addresses) -> Iterator[Item]:
    """Yield the changes of a production as items; `record` says how their values stand now."""
    standing = _standings(record)
    for change in changes:
        because = change.because
        page = addresses.production(change.production)
        value = change.after if change.after is not None else change.before or ""
        yield Item(
            change_id(change),
            "change",
            tidy(f"{change.production}, {change_words(change)}"),
            tidy("".join(shelf.sentence(because.claim.evidence, because.version))),
            tidy(_source(change, shelf)),
            web(shelf.place(because.document_id, because.version)) or page,
            page,
            change.said,
            because.captured,
            change.production,
            change.property,
            standing.get(_subject(change, value)),
        )


def change_words(change: Change) -> str:
    """Return what changed in words: `release date (GB): 5 June 2031 → 2 October 2031`."""
    marks = [
        f"season {change.season}" if change.season is not None else "",
        change.region or "",
        CHANNEL[change.channel] if change.channel and change.channel != "theatrical" else "",
    ]
    found = ", ".join(mark for mark in marks if mark)
    what = PROPERTY[change.property].lower() + (f" ({found})" if found else "")
    before, after = (None if v is None else value_words(change.property, v) for v in (change.before, change.after))
    if before is None:
        return f"{what}: {after}"
    return f"{what}: {before} no longer stands" if after is None else f"{what}: {before} → {after}"


def value_words(prop: Property, value: str) -> str:
    """Return a value in words: a date spelled out, a status without its underscore, a name as it is."""
    if prop is Property.RELEASE_DATE:
        return spoken(value)
    return value.replace("_", " ") if prop is Property.PRODUCTION_STATUS else value


def alarm_items(footage: Iterable[Footage], shelf: Shelf, addresses: Addresses) -> Iterator[Item]:
    """Yield the alarms of footage, old that came back as new, as items."""
    for piece in footage:
        page = addresses.footage(piece.footage_id)
        for alarm in piece.alarms:
            document = shelf.versions.get(alarm.version)
            if document is None:
                continue
            captured = datetime.fromisoformat(document.captured)
            said = interval_of(document.published or "").not_after
            about = f"{piece.production}, " if piece.production else ""
            yield Item(
                alarm_id(piece, alarm),
                "alarm",
                tidy(f"{about}{KIND[piece.kind].lower()} shown as new was first seen {in_words(alarm.first_seen)}"),
                tidy("".join(shelf.sentence(alarm.evidence, alarm.version))),
                tidy(shelf.cite(alarm.document_id, alarm.version)),
                web(shelf.place(alarm.document_id, alarm.version)) or page,
                page,
                min(said, captured) if said else captured,
                captured,
                piece.production,
            )


def placed(item: Item, addresses: Addresses) -> Item:
    """Return an item that was made below no address (`Addresses("")`) as it is below `addresses`."""
    page = addresses.base + item.page
    return replace(item, page=page, link=page if item.link == item.page else item.link)


def filtered(items: Iterable[Item], properties: Collection[str], standings: Collection[str]) -> Iterator[Item]:
    """Yield the items of these properties (`alarm` is one) and standings; an empty collection lets all pass."""
    for item in items:
        about = item.prop or item.kind
        if (not properties or about in properties) and (not standings or item.standing in standings):
            yield item


def tidy(text: str) -> str:
    """Return text in one line that JSON and XML 1.0 can hold and that steers no terminal."""
    return _NO_XML.sub("\ufffd", clean(text))


def _source(change: Change, shelf: Shelf) -> str:
    claim = change.because.claim
    by = f"{claim.attribution} in " if claim.attribution else ""
    denied = "denied, " if claim.polarity == "denied" else ""
    return f"{by}{shelf.cite(change.because.document_id, change.because.version)}; {denied}{claim.modality}"


def _standings(record: Record) -> Mapping[Subject, Standing]:
    return {(record.production, v.property, v.season, v.channel, v.region, v.value): v.standing for v in record.values}


def _subject(change: Change, value: str) -> Subject:
    return change.production, change.property, change.season, change.channel, change.region, value
