"""Where hubs push what is new (W3C WebSub), under an address that nobody else knows."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from setwatch.web.asked import TheDesk

router = APIRouter(prefix="/websub")

BODY = 8 * 1024 * 1024
"""Bytes of a push: as many as a feed may have that is fetched."""

Token = Annotated[str, Path(max_length=64, pattern=r"^[\w-]+$")]


@router.get("/{token}")
def verify(request: Request, desk: TheDesk, token: Token) -> Response:
    """Tell a hub that this desk asked it to push."""
    told = {name: value[:2000] for name, value in request.query_params.items()}
    challenge = desk.hubs.verified(token, told, datetime.now(UTC))
    return Response(status_code=404) if challenge is None else PlainTextResponse(challenge)


@router.post("/{token}")
async def push(request: Request, desk: TheDesk, token: Token) -> Response:
    """Keep what a hub pushes."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > BODY:
            return Response(status_code=413)
    headers = {name.lower(): value for name, value in request.headers.items()}
    new = await run_in_threadpool(desk.hubs.pushed, token, bytes(body), headers, datetime.now(UTC))
    return Response(status_code=410 if new is None else 202)
