"""The order in which documents come in changes nothing."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setwatch.model import Reading, Role
from setwatch.tracing import trace

Maker = Callable[..., Reading]

SCENES = (
    "A video shows the lead waving from the roof of a train in the north.",
    "A clip of the lead on a motorbike by the cliff has gone round the web.",
    "A video of the lead on a train, waving at a car, came up again.",
)
WORDS = st.lists(
    st.sampled_from(
        ("crane", "quay", "lantern", "gull", "tram", "storm", "bakery", "poster", "umbrella", "trawler", "rehearsal")
    ),
    min_size=6,
    max_size=30,
)
DOCUMENT = st.tuples(
    st.sampled_from(SCENES),
    WORDS,
    st.sampled_from((None, "2021-05-02", "2021-05-04", "2021-05", "2023-01-01")),
    st.sampled_from((None, "ferrygirl88", "Mara Lindqvist", "maralindqvist", "Reel & Rope")),
    st.sampled_from((None, "tiktok", "twitter")),
    st.booleans(),
)


@given(documents=st.lists(DOCUMENT, min_size=2, max_size=9), seed=st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tracing_does_not_depend_on_the_order_of_readings(reading: Maker, documents: list, seed: object) -> None:  # type: ignore[type-arg]
    readings = []
    for number, (scene, words, published, actor, platform, new) in enumerate(documents):
        text = f"{scene} {' '.join(words)}."
        video = scene.split(" ", 2)[1]
        step = ((actor, platform, Role.ORIGIN, scene),)
        readings.append(reading(f"paper{number}", text, published, video=scene, steps=step, new=video if new else None))
    first = trace(readings, ())
    seed.shuffle(readings)  # type: ignore[attr-defined]
    assert trace(readings, ()) == first
    assert trace([*readings, readings[0]], ()) == first
