"""`setwatch rebuild`: all that is derived, derived again."""

import typer

from setwatch.cli.add import progress
from setwatch.cli.console import REFUSED, note, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.publish import line, many


def rebuild(*, json: JsonOption = False, store: StoreOption = None) -> None:
    """Drop all that is derived and derive it again from the captures; the result is the same, byte for byte."""
    with desk_at(store) as desk, progress("Reading") as report:
        refused = desk.rebuild(report)
        read = len(desk.readings())
    if json:
        print_json({"read": read, "refused": [{"origin": r.origin, "reason": r.reason} for r in refused]})
    else:
        print_page([line(0, f"{many(read, 'document')} read again")])
        for refusal in refused:
            note(f"{refusal.origin}: {refusal.reason}")
    if refused:
        raise typer.Exit(REFUSED)
