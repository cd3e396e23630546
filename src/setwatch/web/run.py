"""Running the site: one process, on this machine unless told otherwise."""

from collections.abc import Callable, Sequence

import uvicorn

from setwatch.desk import Desk
from setwatch.web.app import LOOPBACK, create_app


def run(
    open_desk: Callable[[], Desk], host: str, port: int, names: Sequence[str] = (), token: str | None = None
) -> None:
    """Serve the site until interrupted; `names` are names under which it answers beside those of this machine.

    Whoever has the `token` may decide; None: nobody.
    """
    hosts = ["*"] if "*" in names else [*LOOPBACK, host, *names]
    uvicorn.run(
        create_app(open_desk, hosts, token, ahead=True),
        host=host,
        port=port,
        log_level="warning",
        log_config=None,
        server_header=False,
    )
