"""`setwatch show`, `trace`, `stories`, `changes`: what is known."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from setwatch.cli.console import fail, note, print_json, print_page, print_text
from setwatch.cli.dates import by_end_of, from_start_of
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import Desk, rests_in, shelf_of
from setwatch.model import Footage, Property
from setwatch.publish import (
    FORMATS,
    Graph,
    by_first_seen,
    change_shape,
    changes_page,
    documents_in,
    export,
    footage_shape,
    graph_of,
    record_page,
    record_shape,
    sighting_shape,
    sightings_page,
    stories_page,
    story_shape,
    trails_page,
)

Title = Annotated[
    str, typer.Argument(metavar="TITLE", help="A watched production, by its name or an alias.", show_default=False)
]


def show(
    title: Title,
    *,
    known: Annotated[str | None, typer.Option(metavar="DATE", help="As known by the end of this date.")] = None,
    captured: Annotated[str | None, typer.Option(metavar="DATE", help="From what was captured by then.")] = None,
    only: Annotated[
        list[Property] | None,
        typer.Option("--property", metavar="NAME", help="Only this property (release_date, ...); may be given again."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Fold no list of values.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="With the ids of claims, to decide on them by.")] = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the record: each property's values, how they stand, on how many witnesses, in which sentence."""
    known_by, captured_by = by_end_of("--known", known), by_end_of("--captured", captured)
    with desk_at(store) as desk:
        production = desk.production(title)
        record = desk.record(title, known_by, captured_by)
        if only:
            record = replace(record, values=tuple(value for value in record.values if value.property in only))
        shelf = shelf_of(desk, record)
        rests = rests_in(desk, record) if json else {}
    if json:
        print_json(record_shape(record, production, shelf, rests))
    else:
        print_page(record_page(record, production, shelf, everything=everything, ids=ids))


def trace(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[TITLE|FOOTAGE|URL|FILE]",
            help="A production, a footage id, an address, a picture or video; else all.",
        ),
    ] = None,
    *,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="As data: prov (PROV-JSON), graphml, gexf or csv."),
    ] = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the trails of footage: who had it first, who picked it up, who copied whom, what came back as new."""
    if form is not None and form not in FORMATS:
        fail(f"--format: {form!r} is none; take one of {', '.join(FORMATS)}", usage=True)
    if what is not None and Path(what).is_file():
        _trace_media(Path(what), store, json=json)
        return
    if what is not None and Path(what).suffix.lower() in _MEDIA_SUFFIXES and "://" not in what:
        fail(f"{what}: there is no such file")
    with desk_at(store) as desk:
        footage = by_first_seen(desk.trails(what))
        shelf = shelf_of(desk, footage)
        graph = _graph(footage, desk) if form else None
    if graph is not None and form is not None:
        print_text(export(graph, form))
    elif json:
        print_json([footage_shape(piece, shelf) for piece in footage])
    elif footage:
        print_page(trails_page(footage, shelf))
    else:
        note("no document tells of footage there")


_MEDIA_SUFFIXES = frozenset((".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v", ".gif", ".jpg", ".jpeg", ".png", ".webp"))
"""What names of pictures and video end on, which those of productions do not."""


def _graph(footage: tuple[Footage, ...], desk: Desk) -> Graph:
    told = documents_in(footage)
    return graph_of(footage, desk.readings_at(told), desk.tracing_near(told).copies)


def _trace_media(path: Path, store: Path | None, *, json: bool) -> None:
    with desk_at(store) as desk:
        found = desk.look(path)
    if json:
        print_json([sighting_shape(sighting) for sighting in found])
    elif found:
        print_page(sightings_page(found))
        if all(sighting.same_file for sighting in found):
            note("no other picture or video in the store is a copy of it")
    else:
        note("no picture or video in the store is a copy of it")


def stories(title: Title, *, json: JsonOption = False, store: StoreOption = None) -> None:
    """Print the stories: which documents report the same event, in the order of their dates."""
    with desk_at(store) as desk:
        found = desk.tracing_of(title).stories
        shelf = shelf_of(desk, found)
    if json:
        print_json([story_shape(story, shelf) for story in found])
    elif found:
        print_page(stories_page(found, shelf))
    else:
        note("no document says anything of it")


def changes(
    title: Title,
    *,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only those said on this date or later.")] = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the changes: was this, now that, because of these words."""
    start = from_start_of("--since", since)
    with desk_at(store) as desk:
        found = desk.changes(title, start)
        shelf = shelf_of(desk, found)
    if json:
        print_json([change_shape(change, shelf) for change in found])
    elif found:
        print_page(changes_page(found, shelf))
    else:
        note("nothing changed")
