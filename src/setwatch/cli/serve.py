"""`setwatch serve`: all of it in a browser."""

import secrets
from typing import Annotated

import typer

from setwatch import __version__, web
from setwatch.cli.console import fail, note
from setwatch.cli.logs import LogOption, event, log_to
from setwatch.cli.options import StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import Desk, default_store

NO_SITE = "the site needs more libraries: pip install 'setwatch[site]'"

LEAST = 12
"""Characters that a word to sign in with has at least."""


def serve(
    *,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where it listens.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMBER", min=1, max=65535, help="The port.")] = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A name under which browsers may ask for it; may be given again, * is any."),
    ] = None,
    sign_in: Annotated[
        str | None,
        typer.Option(
            "--sign-in",
            metavar="WORD",
            envvar="SETWATCH_SIGN_IN",
            show_envvar=True,
            help="What editors sign in with; without it, a new word each time, which is printed.",
        ),
    ] = None,
    log: LogOption = None,
    store: StoreOption = None,
) -> None:
    """Show all of it in a browser, until you press Ctrl-C."""
    try:
        run = web.run
    except ImportError:
        fail(NO_SITE)
    with desk_at(store):  # what is wrong with the store is said before anything is served
        pass
    path = store or default_store()
    log_to(log)
    event("serving", host=host, port=port, store=str(path), version=__version__)
    if sign_in is not None and len(sign_in) < LEAST:
        fail(f"--sign-in: give {LEAST} characters or more", usage=True)
    token = sign_in or secrets.token_urlsafe(16)
    if log is not None:  # lines of text would break the log, and what one signs in with is none of its business
        run(lambda: Desk.open(path), host, port, name or (), token)
        return
    note(f"http://{f'[{host}]' if ':' in host else host}:{port}/ shows {path}; Ctrl-C ends it")
    if sign_in is None:
        note(f"to reject claims, undo copies and the like, sign in with {token}")
    run(lambda: Desk.open(path), host, port, name or (), token)
