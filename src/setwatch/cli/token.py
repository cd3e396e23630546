"""`setwatch token`: who may use the API from elsewhere, and who may write."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from setwatch.cli.console import fail, note, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import new_token
from setwatch.publish import line

token = typer.Typer(no_args_is_help=True, help="Tokens for the API: for reading from elsewhere, and for writing.")


@token.command("new", short_help="Give out a token")
def new(
    name: Annotated[str, typer.Argument(help="Who or what it is for.", show_default=False)],
    *,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="It may read from elsewhere, and write nothing.")
    ] = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Make a token and print it, once: the store keeps its hash alone."""
    with desk_at(store) as desk:
        made = new_token(desk, name, datetime.now(UTC), writes=not read_only)
    if json:
        print_json({"name": name, "writes": not read_only, "token": made})
    else:
        print_page([line(0, "Its token, shown this once:")])
        typer.echo(made)


@token.command("list", short_help="Print who has one")
def listed(*, json: JsonOption = False, store: StoreOption = None) -> None:
    """Print for whom there are tokens."""
    with desk_at(store) as desk:
        found = desk.tokens.all()
    if json:
        print_json(
            [{"name": t.name, "made": t.made.isoformat().replace("+00:00", "Z"), "writes": t.writes} for t in found]
        )
    elif found:
        print_page(
            line(0, f"{t.name}  {'reads and writes' if t.writes else 'reads'}, since {t.made:%Y-%m-%d}") for t in found
        )
    else:
        note("nobody has a token")


@token.command("revoke", short_help="Take a token back")
def revoke(
    name: Annotated[str, typer.Argument(help="Whose.", show_default=False)],
    *,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take a token back: from now on it opens nothing."""
    with desk_at(store) as desk:
        if not desk.tokens.revoke(name):
            fail(f"there is no token {name!r}; see: setwatch token list")
    if json:
        print_json({"revoked": name})
