"""`setwatch run`, `fetch`: the network asked."""

import asyncio
import signal
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from setwatch import __version__
from setwatch import desk as desks
from setwatch.cli.alerts import SITE, SiteOption, addresses_at
from setwatch.cli.console import REFUSED, fail, note, print_json, print_page
from setwatch.cli.logs import LogOption, event, log_to
from setwatch.cli.network import ContactOption, DelayOption, OwnNetworkOption, live_at
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.running import View
from setwatch.desk import default_store
from setwatch.publish import json_text, line, many


def fetch(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Pages and posts.")],
    *,
    contact: ContactOption = None,
    delay: DelayOption = 2.0,
    own_network: OwnNetworkOption = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take pages and posts now, by their addresses; posts without login or key, where the platform gives them."""

    async def take() -> tuple["desks.Taken", ...]:
        async with live_at(store, contact, delay, own_network) as live:
            return await live.fetch(urls)

    taken = asyncio.run(take())
    if json:
        print_json([_shape(each) for each in taken])
    else:
        print_page([line(0, f"{many(sum(each.new for each in taken), 'new document')} taken")])
        for each in taken:
            if each.trouble is not None:
                note(each.trouble)
    if any(each.trouble is not None for each in taken):
        raise typer.Exit(REFUSED)


def run(
    *,
    contact: ContactOption = None,
    delay: DelayOption = 2.0,
    own_network: OwnNetworkOption = False,
    site: SiteOption = SITE,
    log: LogOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Ask all that is followed, each source in its time, until stopped (Ctrl-C, SIGTERM).

    Stopping ends what has begun; after a kill it goes on where it was. Prints a line for each source that brings
    something or has a trouble, and in a terminal how it stands; with --json, a line of JSON. Who is to be told of
    changes (`setwatch alerts`) is told.
    """

    log_to(log)
    view: View | None = None

    def report(taken: "desks.Taken") -> None:
        level = "fine" if taken.trouble is None else "trouble"
        event("asked", url=taken.url, new=taken.new, state=level, trouble=taken.trouble)
        if json:
            typer.echo(json_text(_shape(taken), indent=None))
        elif log is not None:
            pass  # the log says it all
        elif view is not None:
            view.report(taken)
        elif taken.trouble is not None:
            note(taken.trouble if taken.url in taken.trouble else f"{taken.url}: {taken.trouble}")
        elif taken.new:
            print_page([line(0, f"{taken.new} new from {taken.url}")])

    async def go(path: Path) -> None:
        nonlocal view
        stop = asyncio.Event()

        def end() -> None:
            stop.set()
            if view is not None:
                view.stop()

        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, end)
        async with live_at(path, contact, delay, own_network) as live:
            if sys.stdout.isatty() and log is None and not json:
                view = View(live.ahead, Console(highlight=False, markup=False, emoji=False))
            event("started", store=str(path), version=__version__)
            async with view.shown() if view is not None else nullcontext():
                alerts = desks.Alerts(addresses_at(site), _told if log is None and not json else _logged)
                await live.run(stop, report, desks.run_lock(path), alerts=alerts)
            event("stopped", store=str(path))

    try:
        asyncio.run(go(store or default_store()))
    except desks.BusyError as error:
        fail(str(error))


def _logged(summary: "desks.SendSummary") -> None:
    event("alerts", sent=summary.sent, again=summary.again, given_up=summary.given_up)


def _told(summary: "desks.SendSummary") -> None:
    print_page([line(0, f"{many(summary.sent, 'alert')} sent, {summary.again} to be tried again")])


def _shape(taken: "desks.Taken") -> dict[str, object]:
    return {"url": taken.url, "new": taken.new, "trouble": taken.trouble}
