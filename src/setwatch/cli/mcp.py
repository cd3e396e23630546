"""`setwatch mcp`: what is known, for language models."""

import sys

from setwatch import mcp as served
from setwatch.cli.console import fail, print_json
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import default_store


def mcp(*, json: JsonOption = False, store: StoreOption = None) -> None:
    """Serve the Model Context Protocol on standard input and output; a client starts it, not a person."""
    if json:
        args = ["-m", "setwatch", "mcp", "--store", str((store or default_store()).resolve())]
        print_json({"mcpServers": {"setwatch": {"command": sys.executable, "args": args}}})
        return
    with desk_at(store) as desk:
        try:
            server = served.create_server(desk)
        except ImportError:
            fail("this needs more libraries: pip install 'setwatch[mcp]'")
        server.run("stdio")
