"""`setwatch read`: what one document says, with no store."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from setwatch.cli.console import REFUSED, fail, note, print_json, print_page
from setwatch.cli.options import JsonOption
from setwatch.cli.watchlist import productions_in
from setwatch.desk import model_reader, read_source
from setwatch.model import ClaimReader, Production, Refusal
from setwatch.publish import BLANK, reading_page, reading_shape


def read(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A file, or - for standard input.", show_default=False)],
    *,
    watch: Annotated[Path | None, typer.Option(metavar="FILE", help="Productions to look for, TOML or JSON.")] = None,
    title: Annotated[
        list[str] | None, typer.Option(metavar="TITLE", help="A production to look for; may be given again.")
    ] = None,
    llm: Annotated[
        str | None,
        typer.Option(metavar="MODEL", help="Ask this language model too; SETWATCH_LLM_URL says where it is."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Print what a document says, without a store: posts, footage, claims, and the words that they stand on."""
    watched = (*(productions_in(watch) if watch else ()), *(Production(name) for name in title or ()))
    second = _second(llm) if llm else None
    found = list(read_source(sys.stdin.buffer if str(path) == "-" else path, watched, datetime.now(UTC), second))
    readings = [(origin, item) for origin, item in found if not isinstance(item, Refusal)]
    refused = [item for _, item in found if isinstance(item, Refusal)]
    if json:
        shown = [reading_shape(reading, origin) for origin, reading in readings]
        print_json(shown)
    for number, (origin, reading) in enumerate(readings if not json else ()):
        print_page([*([BLANK, BLANK] if number else []), *reading_page(reading, origin)])
    if not watched and readings:
        note("no production is named, so there are no claims; name some with --title or --watch")
    for refusal in refused:
        note(f"{refusal.origin}: {refusal.reason}")
    if not found:
        fail(f"{path}: holds no document")
    if refused:
        raise typer.Exit(REFUSED)


def _second(model: str) -> ClaimReader:
    url = os.environ.get("SETWATCH_LLM_URL")
    if not url:
        fail("--llm: no address; set SETWATCH_LLM_URL to that of the model's API, up to /v1", usage=True)
    try:
        return model_reader(url, model, os.environ.get("SETWATCH_LLM_KEY"))
    except ImportError:
        fail("--llm: the extra is not installed; run: pip install 'setwatch[llm]'")
