"""`setwatch suggest`: what nobody watches yet."""

from typing import Annotated

import typer

from setwatch.cli.add import progress
from setwatch.cli.console import fail, note, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.model import Production, Suggestion, fold
from setwatch.publish import Shelf, line, production_shape, suggestion_shape, suggestions_page


def suggest(
    *,
    title: Annotated[
        str | None, typer.Option("--watch", metavar="TITLE", help="Watch this one of what is proposed.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many are printed.")] = 20,
    documents: Annotated[int, typer.Option(min=1, help="How many documents are looked at, the newest first.")] = 5000,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Propose titles that documents report on and nobody watches, the surest first, each with its evidence."""
    with desk_at(store) as desk:
        with progress("Looking for titles") as report:
            found = desk.suggested.found(documents, progress=report)
        if title is not None:
            asked = _production(found, title)
            desk.watch([asked])
            shelf = Shelf.of((), ())
        else:
            found = found[:limit]
            shelf = Shelf.of(desk.suggested.documents(found), ())
    if title is not None:
        also = f"; also {', '.join(asked.aliases)}" if asked.aliases else ""
        if json:
            print_json(production_shape(asked))
        else:
            print_page([line(0, "Watching ", (asked.name, "bold"), f" ({asked.kind}{also})")])
    elif json:
        print_json([suggestion_shape(each, shelf) for each in found])
    elif found:
        print_page(suggestions_page(found, shelf))
        note(f'watch one with: setwatch suggest --watch "{found[0].title}"')
    else:
        note("nothing is proposed: the documents report on no title that is not watched")


def _production(found: tuple[Suggestion, ...], title: str) -> Production:
    wanted = fold(title)
    for each in found:
        if wanted in {fold(name) for name in (each.title, *each.also)}:
            return Production(each.title, each.also, None, each.kind)
    return fail(f'{title!r} is not proposed; to watch it all the same: setwatch watch "{title}"')
