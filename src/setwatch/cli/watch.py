"""`setwatch watch`: which productions are followed."""

from pathlib import Path
from typing import Annotated

import typer

from setwatch.cli.console import fail, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.cli.watchlist import productions_in
from setwatch.model import Kind, Production
from setwatch.publish import Line, line, many, production_shape


def watch(
    title: Annotated[
        str | None, typer.Argument(metavar="TITLE", help="The production's name.", show_default=False)
    ] = None,
    *,
    alias: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Another name of it; may be given again.")
    ] = None,
    franchise: Annotated[str | None, typer.Option(metavar="NAME", help="The franchise that it belongs to.")] = None,
    kind: Annotated[Kind, typer.Option(help="What it is.")] = Kind.FILM,
    file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A list of productions, TOML or JSON.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print what is watched.")] = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Follow a production, or several from a list; what is in the store already is read again for them."""
    if sum((title is not None, file is not None, listed)) != 1:
        fail("give a TITLE, or --from FILE, or --list", usage=True)
    if title is None and (alias or franchise):
        fail("--alias and --franchise go with a TITLE; in a list they stand beside each name", usage=True)
    if title is not None and not title.strip():
        fail("the TITLE is empty; give the production's name", usage=True)
    asked: tuple[Production, ...]
    if title is not None:
        asked = (Production(title.strip(), tuple(a.strip() for a in alias or () if a.strip()), franchise, kind),)
    else:
        asked = productions_in(file) if file else ()
    with desk_at(store, make=not listed) as desk:
        desk.watch(asked)
        shown = desk.watched() if listed else asked
    if json:
        print_json([production_shape(production) for production in shown])
    elif listed:
        print_page(_row(production) for production in shown)
    else:
        print_page([line(0, f"Watching {many(len(shown), 'production')}:"), *(_row(p, 2) for p in shown)])


def _row(production: Production, indent: int = 0) -> Line:
    also = f"; also {', '.join(production.aliases)}" if production.aliases else ""
    part = f"; part of {production.franchise}" if production.franchise else ""
    return line(indent, (production.name, "bold"), f" ({production.kind}{part}{also})")
