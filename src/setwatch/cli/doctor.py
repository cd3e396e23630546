"""`setwatch doctor`: whether all is well with the store."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

import typer

from setwatch.cli.console import REFUSED, fail, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.desk import Check, Health, StoreError, default_store
from setwatch.desk import doctor as examined
from setwatch.publish import Line, line

STYLES = {Health.FINE: "green", Health.WARNING: "yellow", Health.FAULT: "bold red"}


def doctor(
    *,
    deep: Annotated[bool, typer.Option("--deep", help="Look at the bytes of each capture too; takes longer.")] = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say whether all is well: the file, its version, the disk, what cannot be read, sources that fail, alerts.

    Changes nothing. Ends with 1 where there is a fault; warnings alone end with 0.
    """
    try:
        checks = examined(store or default_store(), datetime.now(UTC), deep=deep)
    except StoreError as error:
        fail(str(error))
    if json:
        print_json([{"name": c.name, "health": c.health, "words": c.words, "details": list(c.details)} for c in checks])
    else:
        print_page(_rows(checks))
    if any(check.health is Health.FAULT for check in checks):
        raise typer.Exit(REFUSED)


def _rows(checks: tuple[Check, ...]) -> Iterator[Line]:
    for check in checks:
        yield line(0, (f"{check.health:<8}", STYLES[check.health]), f" {check.name}: {check.words}", hang=9)
        for detail in check.details:
            yield line(9, detail)
