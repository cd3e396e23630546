"""What pages show, brought up to date before anybody asks: so that a request reads and draws, and derives nothing."""

import gc
from threading import Event, Thread

from setwatch.desk import Desk, ready
from setwatch.web.draw.land import outlines
from setwatch.web.pages import ENVIRONMENT
from setwatch.web.views.whereabouts import spot_of

EVERY = 5.0
"""Seconds between two looks at whether anything changed."""

NAMED = 50
"""Documents in which titles are looked for between two looks."""

PAUSE = 0.02
"""Seconds between two ledgers: requests go first."""


def prepare() -> None:
    """Load what pages need once: the gazetteer, which takes longest of all, land, tracing, and the templates."""
    spot_of("London")
    spot_of("London", "geonames:2643743")
    outlines()
    ready()
    for name in ENVIRONMENT.list_templates(("html",)):
        ENVIRONMENT.get_template(name)
    gc.collect()
    gc.freeze()  # what stays for good is not looked through again: a third of a second, at some request


class Ahead:
    """A thread that brings the ledgers of a desk up to date whenever something changed; use it as a context."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._stop = Event()
        self._thread = Thread(target=self._run, name="ahead", daemon=True)

    def __enter__(self) -> "Ahead":
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End after the ledger that is being made."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        prepare()
        done: int | None = None
        more = True
        while not self._stop.is_set():
            before, done = done, self._bring_up(done)
            more = (before != done or more) and self._desk.suggested.note(most=NAMED) == NAMED
            self._stop.wait(PAUSE if more else EVERY)

    def _bring_up(self, done: int | None) -> int | None:
        serial = self._desk.serial()
        if serial == done:
            return done
        for production in self._desk.watched():
            if self._stop.wait(PAUSE):
                return done
            if not self._desk.board.bring_up(production.name):
                return done
        return serial
