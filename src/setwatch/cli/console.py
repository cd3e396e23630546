"""What commands print: pages on the terminal or into a pipe, JSON, and one clear line where something is wrong."""

import sys
from collections.abc import Iterable
from typing import NoReturn

import typer
from rich.console import Console
from rich.text import Text

from setwatch.publish import Line, clean, json_text

WIDTH = 80
"""Columns in a pipe, where there is no terminal to ask."""

WIDEST = 100
"""Columns on a wide terminal: longer lines are hard to read."""

REFUSED = 1
"""Exit code where something was refused, or is not there."""

USAGE = 2
"""Exit code where the command was given wrongly."""


def print_page(lines: Iterable[Line]) -> None:
    """Print a page: with style on a terminal, plain and 80 columns wide elsewhere."""
    terminal = sys.stdout.isatty()
    out = Console(highlight=False, markup=False, emoji=False, width=None if terminal else WIDTH)
    pieces = [piece for row in lines for piece in _wrapped(row, out)]
    if terminal:
        out.print(Text("\n").join(pieces), soft_wrap=True, overflow="ignore", crop=False)
    else:
        typer.echo("\n".join(piece.plain for piece in pieces))


def print_json(value: object) -> None:
    """Print JSON."""
    typer.echo(json_text(value))


def print_text(text: str) -> None:
    """Print text that is in a format of its own, as it is."""
    typer.echo(text, nl=False)


def note(message: str) -> None:
    """Print one line on standard error."""
    typer.echo(f"setwatch: {clean(message)}", err=True)


def fail(message: str, *, usage: bool = False) -> NoReturn:
    """End the command with one line on standard error."""
    note(message)
    raise typer.Exit(USAGE if usage else REFUSED)


def _wrapped(row: Line, out: Console) -> Iterable[Text]:
    if row.whole:
        return [Text(" " * row.indent) + row.text]
    width = min(out.width, WIDEST) - row.indent - row.hang
    first, *rest = list(row.text.wrap(out, width + row.hang)) or [Text()]
    if rest:
        # Only the first piece has the room that the hang takes.
        cut = row.text[len(first.plain) :] if row.hang else None
        if cut is not None:
            cut = cut[len(cut.plain) - len(cut.plain.lstrip()) :]
            rest = list(cut.wrap(out, width))
    pieces = [Text(" " * row.indent) + first, *(Text(" " * (row.indent + row.hang)) + piece for piece in rest)]
    for piece in pieces:
        piece.rstrip()
    return pieces
