"""The site as files that any web server can hold: every page that links lead to, with feeds and calendars."""

import posixpath
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import httpx
from fastapi import FastAPI
from selectolax.lexbor import LexborHTMLParser

from setwatch.publish.addresses import Addresses
from setwatch.publish.feeds import FORMATS

MOST = 200_000
"""Files at most: a site that has more of them wants a server."""

ALIVE = ("/api/", "/search", "/compare/", "/decide/", "/media", "/sign-in", "/sign-out", "/status")
"""What only a running site answers; links that lead there become words."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a site: where it is below the folder, and what is in it."""

    path: str
    data: bytes


async def files_of(app: FastAPI, addresses: Addresses) -> list[File]:
    """Return the files of a site whose addresses, as feeds and calendars tell them, are below those."""
    site = urlsplit(addresses.base)
    transport = httpx.ASGITransport(app, root_path=site.path.rstrip("/"))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=addresses.base, trust_env=False) as client,
    ):
        found: dict[str, File] = {}
        ahead = deque(["/", *_beside(app)])
        seen = set(ahead)
        while ahead and len(found) < MOST:
            address = ahead.popleft()
            answer = await client.get(address.lstrip("/"))
            name = file_of(address)
            if answer.status_code != httpx.codes.OK or name is None:
                continue
            body = answer.content
            if answer.headers.get("content-type", "").startswith("text/html"):
                body, links = still(body, address)
                new = [link for link in links if link not in seen]
                seen.update(new)
                ahead.extend(new)
            found[name] = File(name, body)
        return list(found.values())


def _beside(app: FastAPI) -> Iterator[str]:
    watched = app.state.desk.watched()
    local = Addresses("/")
    names = [("production", p.name) for p in watched]
    names += sorted({("franchise", p.franchise) for p in watched if p.franchise})
    for form in FORMATS:
        yield from (local.feed("all", None, form), local.feed("alarms", None, form))
        yield from (local.feed(what, name, form) for what, name in names)
    yield local.calendar("all", None)
    yield from (local.calendar(what, name) for what, name in names)


def file_of(address: str) -> str | None:
    """Return which file an address of the site is, None for one that is none: no way leads out of the folder."""
    parts = [unquote(part) for part in urlsplit(address).path.split("/") if part]
    if any(part.startswith(".") or not part.isprintable() or set(part) & set('/\\:*?"<>|') for part in parts):
        return None
    if any(len(part.encode()) > 200 for part in parts):
        return None
    file = bool(parts) and parts[0] in {"static", "feeds", "calendar", "export"}
    return "/".join(parts if file else [*parts, "index.html"])


def still(body: bytes, address: str) -> tuple[bytes, list[str]]:
    """Return a page whose links are relative and lead to files, and the addresses on the site that they lead to."""
    page = LexborHTMLParser(body)
    here = posixpath.dirname(file_of(address) or "")
    links: list[str] = []
    for node in page.css("[href], [src]"):
        name = "href" if "href" in node.attributes else "src"
        given = node.attributes.get(name) or ""
        if not given.startswith("/") or given.startswith("//"):
            continue
        target = urlsplit(given).path
        there = None if target.startswith(ALIVE) else file_of(target)
        if there is None:
            del node.attrs[name]
            continue
        links.append(target)
        node.attrs[name] = posixpath.relpath(there, here or ".")
    for form in page.css("form"):
        form.decompose()  # nobody is there to answer
    for switch in page.css("section.media"):
        switch.decompose()
    html = page.html or ""
    return (html if html.startswith("<!") else f"<!doctype html>\n{html}").encode(), links
