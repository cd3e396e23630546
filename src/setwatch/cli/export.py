"""`setwatch export`: what is known, in the formats that other programs read."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from setwatch.cli.console import fail, print_text
from setwatch.cli.dates import by_end_of
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import material_of
from setwatch.publish.exports import BINARY, EXPORTS, exported

FORMAT = "jsonld"


def export(
    title: Annotated[
        str, typer.Argument(metavar="TITLE", help="A watched production, by its name or an alias.", show_default=False)
    ],
    *,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(EXPORTS)}.")] = FORMAT,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write to this file, not to standard output.")
    ] = None,
    known: Annotated[str | None, typer.Option(metavar="DATE", help="As known by the end of this date.")] = None,
    captured: Annotated[str | None, typer.Option(metavar="DATE", help="From what was captured by then.")] = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Write what is known of a production as JSON-LD, Web Annotation, ninjs, PROV-JSON, CSV or Parquet."""
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


def _write(path: Path, data: bytes) -> None:
    """Write a file so that a reader finds the old one or the new one, never half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        fail(f"{path}: {error.strerror or error}")
