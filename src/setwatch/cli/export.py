"""`setwatch export`: what is known, in the formats that other programs read."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from setwatch import desk as desks
from setwatch import following as following_
from setwatch.cli.console import fail, print_json, print_page, print_text
from setwatch.cli.dates import by_end_of
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import default_store, material_of
from setwatch.model import SourceKind
from setwatch.publish import line, many
from setwatch.publish.exports import BINARY, EXPORTS, exported

FORMAT = "jsonld"


def export(
    title: Annotated[
        str | None,
        typer.Argument(metavar="TITLE", help="A watched production, by its name or an alias.", show_default=False),
    ] = None,
    *,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(EXPORTS)}.")] = FORMAT,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write to this file, not to standard output.")
    ] = None,
    warc: Annotated[
        Path | None, typer.Option("--warc", metavar="FILE", help="Write all captures as a web archive (.warc.gz).")
    ] = None,
    opml: Annotated[
        Path | None, typer.Option("--opml", metavar="FILE", help="Write the feeds that are followed as a list (OPML).")
    ] = None,
    known: Annotated[str | None, typer.Option(metavar="DATE", help="As known by the end of this date.")] = None,
    captured: Annotated[str | None, typer.Option(metavar="DATE", help="From what was captured by then.")] = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Write what is known of a production as JSON-LD, Web Annotation, ninjs, PROV-JSON, CSV or Parquet."""
    if sum(given is not None for given in (title, warc, opml)) != 1:
        fail("give a TITLE, or --warc FILE, or --opml FILE", usage=True)
    if title is None:
        _whole(warc, opml, store, json=json)
        return
    if form not in EXPORTS:
        fail(f"--format: {form!r} is none; take one of {', '.join(EXPORTS)}", usage=True)
    if json and form in BINARY | {"csv"}:
        fail(f"--json: {form} is no JSON; leave one of the two out", usage=True)
    if form in BINARY and output is None and sys.stdout.isatty():
        fail(f"{form} is no text; say where it goes with --output FILE", usage=True)
    known_by, captured_by = by_end_of("--known", known), by_end_of("--captured", captured)
    with desk_at(store) as desk:
        try:
            data = exported(form, material_of(desk, title, known_by, captured_by))
        except ImportError:
            fail(f"{form} needs more libraries: pip install 'setwatch[tables]'")
    if output is not None:
        _write(output, data)
    elif form in BINARY:
        sys.stdout.buffer.write(data)
    else:
        print_text(data.decode())


def _whole(warc: Path | None, opml: Path | None, store: Path | None, *, json: bool) -> None:
    """Write what is there whatever the production: all captures, or what is followed."""
    with desk_at(store) as desk:
        if warc is None:
            assert opml is not None
            sources = [each.source for each in desk.followed() if each.source.via is None]
            _write(opml, following_.opml(sources) + b"\n")
            told: dict[str, object] = {"file": str(opml), "feeds": sum(s.kind is SourceKind.FEED for s in sources)}
            words = f"{told['feeds']} feeds in {opml}"
        else:
            try:
                written, left = desks.write_archive(store or default_store(), warc)
            except OSError as error:
                fail(f"{warc}: {error.strerror or error}")
            told = {"file": str(warc), "captures": written, "left_out": left}
            hidden = f"; {left:,} left out: in them are words that are hidden by rule" if left else ""
            words = f"{many(written, 'capture')} in {warc}{hidden}"
    if json:
        print_json(told)
    else:
        print_page([line(0, words)])


def _write(path: Path, data: bytes) -> None:
    """Write a file so that a reader finds the old one or the new one, never half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        fail(f"{path}: {error.strerror or error}")
