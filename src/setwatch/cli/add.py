"""`setwatch add`: documents in."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from setwatch import desk as desks
from setwatch.cli.console import REFUSED, note, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.publish import Line, line, many


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders; - is standard input.")],
    *,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take in documents: pages, text, JSON Lines, feeds, web archives, posts; and pictures and video.

    What a file holds is told from its content.
    """
    sources = [sys.stdin.buffer if str(path) == "-" else path for path in paths]
    with desk_at(store, make=True) as desk, progress("Reading") as report:
        summary = desk.add(sources, report)
        watched = bool(desk.watched())
    if json:
        refused = [{"origin": refusal.origin, "reason": refusal.reason} for refusal in summary.refused]
        undated = list(summary.undated)
        print_json(
            {
                "read": summary.read,
                "media": summary.media,
                "decisions": summary.decisions,
                "already": summary.already,
                "undated": undated,
                "refused": refused,
            }
        )
    else:
        print_page(_summary(summary))
        for origin in summary.undated:
            note(f"{origin}: tells no date; it counts from today on, and is shown as undated")
        for refusal in summary.refused:
            note(f"{refusal.origin}: {refusal.reason}")
    if not watched and (summary.read or not summary.media):
        note('nothing is watched yet; say what to follow with: setwatch watch "TITLE"')
    if summary.refused:
        raise typer.Exit(REFUSED)


def _summary(summary: desks.AddSummary) -> Iterator[Line]:
    refused = f", {len(summary.refused):,} refused" if summary.refused else ""
    already = f", {summary.already:,} already there" if summary.already else ""
    media = f", {many(summary.media, 'picture or video', 'pictures and videos')} fingerprinted" if summary.media else ""
    decisions = f", {many(summary.decisions, 'decision')} kept" if summary.decisions else ""
    other = f"{media}{decisions}"
    read = "" if other and not summary.read else f"{many(summary.read, 'document')} read"
    yield line(0, f"{read}{other}{already}{refused}".removeprefix(", "))


@contextmanager
def progress(what: str) -> Iterator[desks.Progress]:
    """Show a bar on standard error while something long goes on; nothing where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
