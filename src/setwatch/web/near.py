"""Who asks from this machine itself, and who shows a token."""

import ipaddress

from starlette.requests import Request

from setwatch.desk import Desk, token_of

_PASSED_ON = {"forwarded", "x-forwarded-for", "x-real-ip", "via"}


def is_near(request: Request) -> bool:
    """Whether a request comes from this machine itself, and was not passed on for somebody else."""
    if request.client is None or _PASSED_ON & set(request.headers):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def may_see(request: Request, desk: Desk) -> bool:
    """Whether somebody may see how the machine does: who asks from it, and who shows a token of the API."""
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    return is_near(request) or (scheme.casefold() == "bearer" and token_of(desk, shown.strip()) is not None)
