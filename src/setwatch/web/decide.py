"""The editor's hand: forms for decisions, and the list of those that were made."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from setwatch.desk import DecisionError
from setwatch.model import Act
from setwatch.publish import Shelf, documents_in
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Forbidden
from setwatch.web.pages import page
from setwatch.web.session import COOKIE, Desks, Session, form_of, from_here
from setwatch.web.views.decisions import ACTS, decision_view

router = APIRouter()

ON_A_PAGE = 100
"""Decisions that the list shows, the newest."""

MOST = 20
"""Things that one decision is about."""

About = Annotated[list[str], Query(max_length=MOST)]


def _desks(request: Request) -> Desks:
    desks: Desks = request.app.state.desks
    return desks


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


@router.get("/sign-in")
def ask_in(request: Request, to: Annotated[str, Query(max_length=2000)] = "/decisions") -> Response:
    """Ask for the token and a name."""
    return _private(page(request, "sign_in.html", to=to, session=_desks(request).session(request), wrong=""))


@router.post("/sign-in")
async def sign_in(request: Request) -> Response:
    """Sign in whoever has the token."""
    form = await form_of(request)
    token, author, to = (form.get(name, [""])[0].strip() for name in ("token", "author", "to"))
    if not from_here(request):
        raise Forbidden("The form came from another site.")
    if not author or not _desks(request).opens(token):
        wrong = "That is not the token." if author else "Say who you are."
        return _private(page(request, "sign_in.html", 403, to=to, session=None, wrong=wrong))
    inside = to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/decisions"
    response = RedirectResponse(inside, 303)
    _desks(request).sign_in(response, author, secure=request.url.scheme == "https")
    return _private(response)


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """Forget the session."""
    if not from_here(request):
        raise Forbidden("The form came from another site.")
    response = RedirectResponse("/", 303)
    response.delete_cookie(COOKIE)
    return _private(response)


@router.get("/decide/{act}")
def ask(request: Request, act: Act, about: About) -> Response:
    """Show what is to be decided, and the form for it."""
    session = _desks(request).session(request)
    return _private(page(request, "decide.html", act=act, what=ACTS[act], about=about, session=session, wrong=""))


@router.post("/decide/{act}")
async def decide(request: Request, desk: TheDesk, act: Act) -> Response:
    """Decide."""
    form = await form_of(request)
    session = _trusted(request, form.get("word", [""])[0])
    about = [item for item in form.get("about", []) if item.strip()][:MOST]
    note = form.get("note", [""])[0].strip() or None
    try:
        await run_in_threadpool(desk.decide, act, about, session.author, note)
    except DecisionError as error:
        given = {"act": act, "what": ACTS[act], "about": about, "session": session, "wrong": str(error)}
        return _private(page(request, "decide.html", 400, **given))
    return _private(RedirectResponse("/decisions", 303))


@router.get("/decisions")
def decisions(request: Request, desk: TheDesk) -> Response:
    """All decisions, the newest first, those taken back too."""
    found = desk.decisions()[::-1]
    session = _desks(request).session(request)
    part = found[:ON_A_PAGE]
    about = documents_in(tuple(decided.decision.ruling for decided in part))
    shelf = Shelf.of(reading.document for reading in desk.readings_at(about))
    shown = [decision_view(decided, shelf) for decided in part]
    return _private(page(request, "decisions.html", decisions=shown, count=len(found), session=session))


def _trusted(request: Request, word: str) -> Session:
    """Return the session of a form that came from a page of this site, with the session's own word."""
    session = _desks(request).session(request)
    if session is None:
        raise Forbidden("Sign in first; your session may have ended.")
    if not from_here(request) or word != session.word:
        raise Forbidden("The form came from another site, or from a session that has ended.")
    return session
