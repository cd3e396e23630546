"""The application: what it is made of, and in which order a request passes through it."""

import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from setwatch import __version__
from setwatch.desk import Desk, state_of
from setwatch.web import (
    calendar,
    decide,
    document,
    errors,
    exports,
    feeds,
    footage,
    franchise,
    home,
    media,
    outlet,
    production,
    search,
    status,
    suggestions,
    websub,
)
from setwatch.web.ahead import Ahead
from setwatch.web.api import mounted
from setwatch.web.conditional import Conditional
from setwatch.web.headers import Bare, SafeHeaders
from setwatch.web.kept import Pages
from setwatch.web.metrics import StoreCollector, Timed
from setwatch.web.session import Desks

STATIC = Path(__file__).with_name("static")

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""Names under which it answers if nobody says otherwise: a page elsewhere cannot reach it by a name of its own."""

PARTS = (
    home,
    search,
    production,
    franchise,
    footage,
    document,
    media,
    outlet,
    feeds,
    calendar,
    exports,
    decide,
    status,
    suggestions,
    websub,
)
"""What brings a `router`, in the order in which addresses are looked up."""


def create_app(
    open_desk: Callable[[], Desk],
    hosts: Sequence[str] = LOOPBACK,
    token: str | None = None,
    *,
    ahead: bool = False,
) -> FastAPI:
    """Return the site over the desk that `open_desk` opens when it starts, and that is closed when it ends.

    `hosts` are the names under which it answers; `*` is any. Whoever has the `token` may decide; None: nobody. With
    `ahead`, what pages show is brought up to date in the background.
    """

    registry = CollectorRegistry()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with open_desk() as desk, Ahead(desk) if ahead else nullcontext():
            app.state.desk = desk
            registry.register(StoreCollector(lambda: state_of(desk, datetime.now(UTC))))
            app.state.pages = Pages()
            yield

    app = FastAPI(
        title="Setwatch",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,  # both load scripts from elsewhere
        redoc_url=None,
        middleware=[
            Middleware(Timed, registry=registry),
            Middleware(SafeHeaders),
            Middleware(Bare),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(Conditional, under=("/feeds/", "/calendar/", "/export/")),
        ],
    )
    app.state.registry = registry
    app.state.desks = Desks(token or secrets.token_urlsafe())
    for part in PARTS:
        app.include_router(part.router, include_in_schema=False)
    app.router.routes.append(mounted(lambda: app.state.desk))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.install(app)
    return app
