"""`setwatch follow`, `unfollow`: which sources are asked."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from setwatch import desk as desks
from setwatch import following as following_
from setwatch.cli.console import REFUSED, fail, note, print_json, print_page, print_text
from setwatch.cli.network import ContactOption, DelayOption, OwnNetworkOption, live_at
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.model import FetchError, Followed, Source, SourceKind
from setwatch.publish import Line, followed_shape, line, many, source_shape


def follow(
    urls: Annotated[
        list[str] | None,
        typer.Argument(metavar="URL...", help="Feeds, sites, accounts, news sitemaps.", show_default=False),
    ] = None,
    *,
    listed: Annotated[bool, typer.Option("--list", help="Print what is followed.")] = False,
    export: Annotated[bool, typer.Option("--export", help="Print the feeds that are followed as OPML.")] = False,
    file: Annotated[Path | None, typer.Option("--opml", metavar="FILE", help="A list of feeds (OPML).")] = None,
    page: Annotated[bool, typer.Option("--page", help="Follow each URL as a page of which changes matter.")] = False,
    pages: Annotated[bool, typer.Option("--pages/--no-pages", help="Fetch the pages that a source names too.")] = True,
    contact: ContactOption = None,
    delay: DelayOption = 2.0,
    own_network: OwnNetworkOption = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Follow feeds, sites (their feeds or news sitemap are found), accounts on Bluesky, Mastodon and YouTube.

    `setwatch run` then asks them, each in its time.
    """
    if sum((bool(urls), listed, export, file is not None)) != 1:
        fail("give URLs, or --opml FILE, or --list, or --export", usage=True)
    if listed or export:
        with desk_at(store) as desk:
            followed = [each for each in desk.followed() if each.source.via is None]
        if export:
            print_text(following_.opml(each.source for each in followed).decode() + "\n")
        elif json:
            print_json([followed_shape(each) for each in followed])
        else:
            print_page(map(_row, followed))
        return
    found, wrong = _listed(file) if file else ([], False)
    for url in urls or ():
        if page:
            found.append(Source(url, SourceKind.PAGE))
            continue
        sources = _found(live_at(store, contact, delay, own_network), url)
        wrong = wrong or not sources
        found += sources[:1]
        for other in sources[1:]:
            note(f"{url} also names {other.url}{f' ({other.title})' if other.title else ''}; follow it by its address")
    with desk_at(store, make=True) as desk:
        new = desk.follow(Source(s.url, s.kind, s.title, s.via, s.asked_for, pages) for s in found)
    if json:
        print_json([source_shape(source) for source in new])
    else:
        print_page(_new(new, len(found)))
    if wrong:
        raise typer.Exit(REFUSED)


def unfollow(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="What is followed, or what it was found by.")],
    *,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Follow sources no more; what came from them stays."""
    with desk_at(store) as desk:
        gone = {url: desk.unfollow(url) for url in urls}
    if json:
        print_json([{"url": url, "unfollowed": list(found)} for url, found in gone.items()])
    else:
        print_page(
            line(0, f"No longer asked: {url} ({many(len(f), 'address', 'addresses')})") for url, f in gone.items() if f
        )
    for url in (url for url, found in gone.items() if not found):
        note(f"{url} is not followed; see `setwatch follow --list`")
    if not all(gone.values()):
        raise typer.Exit(REFUSED)


def _listed(file: Path) -> tuple[list[Source], bool]:
    try:
        return list(following_.feeds_in(file.read_bytes())), False
    except (OSError, ValueError) as error:
        fail(f"{file}: {getattr(error, 'strerror', None) or error}")


def _found(live: "desks.Live", url: str) -> tuple[Source, ...]:
    async def look() -> tuple[Source, ...]:
        async with live:
            return await live.sources(url)

    try:
        found = asyncio.run(look())
    except (FetchError, ValueError) as error:
        note(str(error) if url in str(error) else f"{url}: {error}")
        return ()
    if not found:
        note(f"{url}: names no feed and no news sitemap; follow the page itself with --page")
    return found


def _new(new: tuple[Source, ...], asked: int) -> Iterator[Line]:
    already = f" ({asked - len(new)} were followed already)" if asked > len(new) else ""
    yield line(0, f"Following {many(len(new), 'source')}{already}" + (":" if new else ""))
    for source in new:
        yield line(2, (source.title or source.url, "bold"), f" ({source.kind}) {source.url}" if source.title else "")
    if new:
        yield line(0, "They are asked by: setwatch run")


def _row(followed: Followed) -> Line:
    source, schedule = followed.source, followed.schedule
    state = schedule.trouble or ("asked no more" if schedule.ended else "")
    last = f"asked {schedule.asked:%Y-%m-%d %H:%M}" if schedule.asked else "not asked yet"
    every = f"about every {schedule.interval / 60:.0f} min"
    return line(
        0,
        (source.title or source.url, "bold"),
        f" ({source.kind}) {source.url if source.title else ''} {last}, {every}",
        f"; {state}" if state else "",
    )
