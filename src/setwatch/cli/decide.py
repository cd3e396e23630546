"""`setwatch decide ...`, `setwatch decisions`: what a person rules, and what was ruled."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from setwatch.cli.console import fail, note, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import DecisionError, shelf_of
from setwatch.model import Act, Decided
from setwatch.publish import decision_shape, decisions_page

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        envvar="SETWATCH_BY",
        show_envvar=True,
        help="Who decides; without it, the name that you are logged in by.",
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, in a few words.")]
Document = Annotated[str, typer.Argument(metavar="URL", help="A page's address, or a document's id.")]
Footage = Annotated[str, typer.Argument(metavar="FOOTAGE", help="A footage id (`setwatch trace` prints them).")]

decide = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Decide on what was read: reject a claim, say what copies what, merge or split footage, correct a date.",
)
"""The commands below `setwatch decide`."""


@decide.command(epilog='Example: setwatch decide reject claim-1c0ffee12345 --note "a slip"')
def reject(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id (`setwatch show --ids` prints them).")],
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Reject a claim: it counts no more, nor what copies it or tells it on its word."""
    _decide(store, Act.REJECT, [claim], by, note, json=json)


@decide.command(epilog="Example: setwatch decide confirm-copy https://reel.example/a https://echo.example/b")
def confirm_copy(
    original: Document,
    copy: Document,
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say that the second document is a copy of the first."""
    _decide(store, Act.CONFIRM_COPY, [original, copy], by, note, json=json)


@decide.command(epilog="Example: setwatch decide undo-copy https://reel.example/a https://echo.example/b")
def undo_copy(
    original: Document,
    copy: Document,
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say that neither document is a copy of the other."""
    _decide(store, Act.UNDO_COPY, [original, copy], by, note, json=json)


@decide.command(epilog="Example: setwatch decide merge footage-1c0ffee12345 footage-5ca1ab1e0000")
def merge(
    footage: Annotated[list[str], typer.Argument(metavar="FOOTAGE FOOTAGE ...", help="Footage ids, two or more.")],
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say that these are one piece of footage."""
    _decide(store, Act.MERGE, footage, by, note, json=json)


@decide.command(epilog="Example: setwatch decide split footage-1c0ffee12345 https://echo.example/b")
def split(
    footage: Footage,
    documents: Annotated[list[str], typer.Argument(metavar="URL ...", help="Documents that talk of another piece.")],
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say that what these documents talk about is a piece of footage of its own."""
    _decide(store, Act.SPLIT, [footage, *documents], by, note, json=json)


@decide.command(epilog="Example: setwatch decide date https://echo.example/b 2022-10-07")
def date(
    document: Document,
    published: Annotated[str, typer.Argument(metavar="DATE", help="When it was published: 2022-10-07, 2022-10.")],
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say when a document was published."""
    _decide(store, Act.DATE, [document, published], by, note, json=json)


@decide.command(epilog="Example: setwatch decide gone https://x.com/onlooker/status/1315000000000000000")
def gone(
    post: Annotated[str, typer.Argument(metavar="URL", help="The post's address, as a document shows it.")],
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say that a post is gone from its platform, as seen now; its clock and its place in trails stay."""
    _decide(store, Act.GONE, [post], by, note, json=json)


@decide.command(epilog="Example: setwatch decide take-back decision-1c0ffee12345")
def take_back(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="A decision's id (`setwatch decisions` prints them).")
    ],
    *,
    by: By = None,
    note: Note = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take a decision back; that is a decision too, and can be taken back."""
    _decide(store, Act.TAKE_BACK, [decision], by, note, json=json)


def decisions(*, json: JsonOption = False, store: StoreOption = None) -> None:
    """Print all decisions: who decided what, when and why, and what was taken back."""
    with desk_at(store) as desk:
        found = desk.decisions()
        shelf = shelf_of(desk, found)
    if json:
        print_json([decision_shape(decided) for decided in found])
    elif found:
        print_page(decisions_page(found, shelf))
    else:
        note("nobody has decided anything")


def _decide(store: Path | None, act: Act, about: list[str], by: str | None, why: str | None, *, json: bool) -> None:
    with desk_at(store) as desk:
        try:
            decision = desk.decide(act, about, by or _login(), why)
        except DecisionError as error:
            fail(str(error))
        decided = Decided(decision, None, found=True)
        shelf = shelf_of(desk, decided)
    if json:
        print_json(decision_shape(decided))
    else:
        print_page(decisions_page([decided], shelf))


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        fail("say who decides: --by NAME", usage=True)
