"""The commands."""

import typer

from setwatch import __version__

__all__ = ["app", "main"]

app = typer.Typer(name="setwatch", no_args_is_help=True, help="Follow films and series in production through the news.")


@app.callback(invoke_without_command=True)
def setwatch(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    """Follow films and series in production through the news."""
    if version:
        typer.echo(__version__)


def main() -> None:
    """Run the commands."""
    app()
