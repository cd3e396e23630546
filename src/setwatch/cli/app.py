"""The command line: its global option and where each command is."""

import io
import sys

import typer

from setwatch import __version__
from setwatch.cli.add import add
from setwatch.cli.alerts import alerts
from setwatch.cli.ask import changes, show, stories, trace
from setwatch.cli.backup import backup, restore
from setwatch.cli.beside import compare, conflicts, versions
from setwatch.cli.decide import decide, decisions
from setwatch.cli.doctor import doctor
from setwatch.cli.export import export
from setwatch.cli.follow import follow, unfollow
from setwatch.cli.mcp import mcp
from setwatch.cli.publish import publish
from setwatch.cli.read import read
from setwatch.cli.rebuild import rebuild
from setwatch.cli.run import fetch, run
from setwatch.cli.serve import serve
from setwatch.cli.settings import settings
from setwatch.cli.suggest import suggest
from setwatch.cli.token import token
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

COMMANDS = (
    (watch, "Follow a production", 'setwatch watch "Harrow Line 3" --alias HL3'),
    (add, "Take in documents", "setwatch add articles/ more.jsonl"),
    (follow, "Ask a source from now on", "setwatch follow https://reel.example --contact you@reel.example"),
    (unfollow, "Ask a source no more", "setwatch unfollow https://reel.example"),
    (fetch, "Take pages and posts now", "setwatch fetch https://reel.example/a --contact you@reel.example"),
    (run, "Keep up with all that is followed", "setwatch run --contact you@reel.example"),
    (suggest, "Propose what nobody watches", 'setwatch suggest --watch "Harrow Line 4"'),
    (read, "Print what one document says", 'setwatch read page.html --title "Harrow Line 3"'),
    (show, "Print the record", 'setwatch show "Harrow Line 3" --known 2022-10-07'),
    (trace, "Print where footage came from", 'setwatch trace "Harrow Line 3"'),
    (stories, "Print which documents tell one event", 'setwatch stories "Harrow Line 3"'),
    (changes, "Print what changed", 'setwatch changes "Harrow Line 3" --since 2022-10'),
    (conflicts, "Print what is contradicted", 'setwatch conflicts "Harrow Line 3"'),
    (versions, "Print what a page changed", "setwatch versions https://reel.example/a"),
    (compare, "Print what two pages share", "setwatch compare https://reel.example/a https://echo.example/b"),
    (serve, "Show all of it in a browser", "setwatch serve --port 8000"),
    (export, "Write what is known as data", 'setwatch export "Harrow Line 3" --format jsonld'),
    (publish, "Write the site as files", "setwatch publish public/ --site https://desk.example/"),
    (mcp, "Serve language models", "setwatch mcp --json"),
    (decisions, "Print what people decided", "setwatch decisions"),
    (settings, "Rules for the whole store", "setwatch settings gone-words hidden"),
    (backup, "Copy the store, while it is written", "setwatch backup setwatch-monday.sqlite3"),
    (restore, "Put a copy of the store back", "setwatch restore setwatch-monday.sqlite3"),
    (doctor, "Say whether all is well", "setwatch doctor"),
    (rebuild, "Derive everything again", "setwatch rebuild"),
)
"""Each command, what it does in the list of commands, and the example that its help ends with."""

for command, brief, example in COMMANDS:
    app.command(short_help=brief, epilog=f"Example: {example}")(command)
app.add_typer(decide, name="decide", short_help="Reject, confirm, merge, split, correct")
app.add_typer(alerts, name="alerts", short_help="Tell others what changes")
app.add_typer(token, name="token", short_help="Give out tokens for the API")


@app.callback(invoke_without_command=True)
def setwatch(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    """Follow films and series in production through the news: what was known, how surely, on whose word."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


def main() -> None:
    """Run the commands."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Where the terminal has no such character (or a file's name is no text at all), show `?` and go on.
            stream.reconfigure(errors="replace")
    app()
