"""The command line: its global option and where each command is."""

import typer

from setwatch import __version__
from setwatch.cli.add import add
from setwatch.cli.ask import changes, show, stories, trace
from setwatch.cli.read import read
from setwatch.cli.rebuild import rebuild
from setwatch.cli.watch import watch

app = typer.Typer(
    name="setwatch",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Follow films and series in production through the news: what was known, how surely, on whose word.",
    epilog='Begin with: setwatch watch "TITLE", setwatch add FOLDER, setwatch show "TITLE".',
)

EXAMPLES = (
    (watch, 'setwatch watch "Night Ferry" --alias "The Ferry Film" --franchise "Harbour Stories"'),
    (add, "setwatch add articles/ more.jsonl"),
    (read, 'setwatch read article.html --title "Night Ferry"'),
    (show, 'setwatch show "Night Ferry" --known 2020-10-07'),
    (trace, 'setwatch trace "Night Ferry"'),
    (stories, 'setwatch stories "Night Ferry"'),
    (changes, 'setwatch changes "Night Ferry" --since 2020-10'),
    (rebuild, "setwatch rebuild"),
)
"""Each command with the example that its help ends with."""

for command, example in EXAMPLES:
    app.command(epilog=f"Example: {example}")(command)


@app.callback(invoke_without_command=True)
def setwatch(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    """Follow films and series in production through the news: what was known, how surely, on whose word."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


def main() -> None:
    """Run the commands."""
    app()
