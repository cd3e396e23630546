"""Renew the outputs in README.md: each console block shows a command and what it prints over the sample.

A block that ends with `[...]` shows the beginning of it. `make readme` writes the file anew.
"""

import contextlib
import re
import shlex
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from setwatch.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MORE = "[...]\n"
BLOCK = re.compile(r"```console\n\$ setwatch ([^\n]*)\n(.*?)```", re.DOTALL)


def renewed(text: str) -> str:
    """Return the text of the README with the outputs as they are now."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        store = str(Path(folder) / "store.sqlite3")

        def run(*args: str) -> str:
            result = CliRunner().invoke(app, args, env={"SETWATCH_STORE": store}, prog_name="setwatch")
            if result.exit_code:
                raise RuntimeError(f"setwatch {shlex.join(args)}: {result.output}")
            return result.stdout

        def block(found: re.Match[str]) -> str:
            whole = run(*shlex.split(found[1]))
            shown = found[2].removesuffix(MORE)
            if shown != found[2]:
                whole = "".join(whole.splitlines(keepends=True)[: shown.count("\n")]) + MORE
            return f"```console\n$ setwatch {found[1]}\n{whole}```"

        run("watch", "--from", "sample/watch.toml")
        run("add", "sample/captures")
        return BLOCK.sub(block, text)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
