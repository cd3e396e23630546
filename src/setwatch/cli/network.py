"""Options of commands that ask the network."""

from pathlib import Path
from typing import Annotated

import typer

from setwatch import desk as desks
from setwatch.cli.console import fail
from setwatch.desk import StoreError, default_store

ContactOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        envvar="SETWATCH_CONTACT",
        show_envvar=True,
        help="Your mail or web address; sites are told it, so that their owners can reach you.",
    ),
]
DelayOption = Annotated[float, typer.Option(metavar="SECONDS", min=0.5, help="Pause between two requests to a host.")]
OwnNetworkOption = Annotated[
    bool, typer.Option("--own-network", help="Ask addresses of your own network too, not only public ones.")
]


def live_at(store: Path | None, contact: str | None, delay: float, own_network: bool) -> "desks.Live":
    """Return what asks the network for the store; what a person can mend ends the command in one line."""
    contact = (contact or "").strip()
    if not contact or not contact.isascii() or not contact.isprintable():
        fail("say who asks: --contact you@example.org, or the variable SETWATCH_CONTACT", usage=True)
    try:
        return desks.Live.open(store or default_store(), desks.Network(contact, delay, own_network))
    except StoreError as error:
        fail(str(error))
