"""Readings of invented documents on an invented production, for tests across documents."""

from collections.abc import Callable
from datetime import datetime

import pytest

from setwatch.model import (
    Credit,
    Depiction,
    Document,
    Evidence,
    FootageKind,
    FootageMention,
    Interval,
    Modality,
    Post,
    Reading,
    Role,
    Step,
    Telling,
    quote,
)

Maker = Callable[..., Reading]


def words(text: str, part: str) -> Evidence:
    """Return `part` of `text` as evidence."""
    start = text.index(part)
    return quote(text, start, start + len(part))


@pytest.fixture
def reading() -> Maker:
    """Make a reading; `steps` are (actor, platform, role, words) of one video, told of by `video`, of those `shown`."""

    def make(
        name: str,
        text: str,
        published: str | None = None,
        *,
        video: str | None = None,
        steps: tuple[tuple[str | None, str | None, Role, str], ...] = (),
        new: str | None = None,
        old: str | None = None,
        credits: tuple[str, ...] = (),
        posts: tuple[Post, ...] = (),
        lang: str = "en",
        shown: tuple[str, ...] = (),
    ) -> Reading:
        url = f"https://{name}.example/story"
        document = Document(
            url, f"version-{name}", url, name.title(), (), None, published, "2026-01-01T00:00:00Z", lang, text, posts
        )
        mention = video and FootageMention(
            FootageKind.VIDEO,
            words(text, video),
            tuple(Step(actor, platform, role, words(text, said)) for actor, platform, role, said in steps),
            tuple(Depiction(who, Modality.CERTAIN, words(text, who)) for who in shown),
            production="The Glass Harbour",
            presented_as_new=words(text, new) if new else None,
            presented_as_old=words(text, old) if old else None,
        )
        telling = Telling((mention,) if mention else (), tuple(Credit(c, words(text, c)) for c in credits))
        return Reading(document, (), telling)

    return make


@pytest.fixture
def clock() -> Callable[[str], Interval]:
    """Return the interval of one instant, given in ISO 8601."""

    def at(text: str) -> Interval:
        instant = datetime.fromisoformat(text)
        return Interval(instant, instant)

    return at
