"""Metrics of the store and of the site, as Prometheus asks for them; docs/operations.md says what each means."""

import time
from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Histogram, disable_created_metrics
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from setwatch import __version__
from setwatch.desk import State

disable_created_metrics()  # type: ignore[no-untyped-call]  # when each series began: as many numbers again, and nobody asks for them

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class StoreCollector(Collector):
    """Gauges of a store, counted when they are asked for."""

    def __init__(self, state: Callable[[], State]) -> None:
        self._state = state

    def describe(self) -> Iterator[Metric]:
        """Nothing is counted before it is asked for."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Yield all of them."""
        state = self._state()
        vitals = state.vitals
        yield InfoMetricFamily("setwatch", "Which Setwatch serves.", value={"version": __version__})
        yield _gauge("setwatch_store_bytes", "Bytes of the store's file.", vitals.size)
        yield _gauge("setwatch_disk_free_bytes", "Free bytes on the disk that the store lies on.", state.free)
        yield _gauge("setwatch_captures", "Captures in the store.", vitals.captures)
        yield _gauge("setwatch_captures_unread", "Captures that nothing was derived from yet.", vitals.unread)
        yield _gauge("setwatch_captures_refused", "Captures that cannot be read.", vitals.refused)
        yield _gauge("setwatch_productions", "Productions that are watched.", vitals.productions)
        sources = GaugeMetricFamily("setwatch_sources", "Sources that are followed, by state.", labels=["state"])
        fine = vitals.sources - vitals.ended - vitals.failing
        for name, count in (("fine", fine), ("failing", vitals.failing), ("ended", vitals.ended)):
            sources.add_metric([name], count)
        yield sources
        yield _gauge("setwatch_sources_due", "Sources whose time to be asked has come.", vitals.due)
        asked = vitals.asked.timestamp() if vitals.asked else 0
        yield _gauge("setwatch_last_asked_timestamp_seconds", "When any source was last asked; 0: never.", asked)
        yield _gauge("setwatch_run_up", "Whether a `setwatch run` follows with this store.", int(state.running))
        outbox = GaugeMetricFamily("setwatch_outbox_messages", "Alerts by state.", labels=["target", "state"])
        for target, name, count in vitals.outbox:
            outbox.add_metric([target, name], count)
        yield outbox


def _gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, words, value=value)


class Timed:
    """Measures how long each request takes, by the kind of page that it asks for, never by its address."""

    def __init__(self, app: ASGIApp, registry: CollectorRegistry) -> None:
        self.app = app
        self._seconds = Histogram(
            "setwatch_site_request_seconds",
            "Seconds that a request took, by route, method and status.",
            ["route", "method", "status"],
            buckets=SECONDS,
            registry=registry,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and note when its answer has ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), "500"

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
        finally:
            route = getattr(scope.get("route"), "path", None) or "other"
            method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "PUT", "DELETE") else "other"
            self._seconds.labels(route, method, status).observe(time.perf_counter() - began)
