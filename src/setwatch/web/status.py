"""How it does: a page for people, a line for watchdogs, numbers for Prometheus."""

from datetime import UTC, datetime

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from setwatch.desk import StoreFault, state_of
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Forbidden
from setwatch.web.near import may_see
from setwatch.web.pages import page
from setwatch.web.views.status import MOST, source_rows

router = APIRouter()

ELSEWHERE = "The numbers of this site are shown on its own machine, and to who shows a token of the API."


@router.get("/health")
def health(desk: TheDesk) -> Response:
    """Whether the site can answer: 200 where the store can be read, else 503."""
    try:
        state = state_of(desk, datetime.now(UTC))
    except StoreFault:
        return _fresh(JSONResponse({"status": "fault", "run": None}, 503))
    return _fresh(JSONResponse({"status": "ok", "run": "up" if state.running else "down"}))


@router.get("/status")
def status(request: Request, desk: TheDesk) -> Response:
    """How fresh it is; to who may see it also sources, what waits, and alerts."""
    state = state_of(desk, datetime.now(UTC))
    whole = may_see(request, desk)
    rows = source_rows(desk.followed()) if whole else []
    answer = page(
        request,
        "status.html",
        whole=whole,
        watched=len(desk.watched()),
        state=state,
        vitals=state.vitals,
        rows=rows[:MOST],
        count=len(rows),
    )
    return _fresh(answer)


@router.get("/metrics")
def metrics(request: Request, desk: TheDesk) -> Response:
    """Numbers for Prometheus."""
    if not may_see(request, desk):
        raise Forbidden(ELSEWHERE)
    return _fresh(Response(generate_latest(request.app.state.registry), media_type=CONTENT_TYPE_LATEST))


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
