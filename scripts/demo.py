"""Load the sample into .demo/ and show what Setwatch makes of it. Run by `make demo`.

All commands run in this one process, as they would one by one: starting Python five times is what would take longest.
"""

import os
import shlex
import shutil
from pathlib import Path

from setwatch.cli import app

ROOT = Path(__file__).resolve().parents[1]
STORE = Path(".demo/setwatch.sqlite3")
FILM = "Harrow Line 3"

COMMANDS = (
    ("watch", "--from", "sample/watch.toml"),
    ("add", "sample/captures"),
    ("show", FILM, "--known", "2021-10-06"),
    ("show", FILM, "--known", "2022-03-10", "--property", "release_date", "--property", "production_status"),
    ("trace", FILM),
)

END = f"""
That was the sample: a film that does not exist, told by outlets that do not exist (sample/captures/).
Its store is {STORE}. Where to look next:

  .venv/bin/setwatch serve --store {STORE}      then open http://127.0.0.1:8000/ in a browser
  .venv/bin/setwatch changes "{FILM}" --store {STORE}
  .venv/bin/setwatch read sample/captures/2021-10-04-slate-and-reel.html --watch sample/watch.toml
  .venv/bin/setwatch --help      all commands; docs/commands.md says more
  docs/how-it-works.md           how it comes to what it says
  docs/record.md                 why a value is current, superseded, disputed, rumoured or denied
"""


def main() -> None:
    """Run the commands over a fresh store and print each before its output."""
    os.chdir(ROOT)
    os.environ["SETWATCH_STORE"] = str(STORE)
    shutil.rmtree(STORE.parent, ignore_errors=True)
    STORE.parent.mkdir()
    for command in COMMANDS:
        print(f"\n$ setwatch {shlex.join(command)}", flush=True)
        app(list(command), standalone_mode=False)
    print(END, end="")


if __name__ == "__main__":
    main()
