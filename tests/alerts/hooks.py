"""A clock that tests set, a server on loopback that answers as told, and targets there."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from setwatch.model import Means, Rule, Target
from setwatch.publish.addresses import Addresses

START = datetime(2030, 1, 1, 12, tzinfo=UTC)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
SITE = Addresses("https://desk.example/")


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Hook:
    """What came in, and the statuses to answer with; when they are used up, 200.

    `told` has of each message the target (`&to=` of its address), the id, and the status that it was answered with.
    """

    url: str = ""
    answers: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    told: list[tuple[tuple[str, str], int]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.got]


def target(hook: Hook, name: str = "desk", rule: Rule | None = None, since: datetime = START) -> Target:
    return Target(name, Means.WEBHOOK, hook.url, SECRET, rule or Rule(), since)
