"""`setwatch settings`: rules that hold for a whole store."""

from typing import Annotated

import typer

from setwatch.cli.console import fail, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.model import Setting
from setwatch.publish import line


def settings(
    name: Annotated[Setting | None, typer.Argument(metavar="NAME", help="Which one.", show_default=False)] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="What it is to be.", show_default=False)] = None,
    *,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print or change the rules that hold for a store, whoever asks it: the site, the feeds, the API, `run`."""
    with desk_at(store) as desk:
        if name is not None and value is not None:
            try:
                desk.settings.put(name, value)
            except ValueError as error:
                fail(str(error), usage=True)
        found = {each: held for each, held in desk.settings.all().items() if name in (None, each)}
    if json:
        print_json({each.value: held for each, held in found.items()})
    else:
        print_page(line(0, f"{each.value}: {held or 'nothing'}") for each, held in found.items())
