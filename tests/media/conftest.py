"""A small library of scenes that the tests ask."""

import pytest


@pytest.fixture(scope="session")
def library():  # type: ignore[no-untyped-def]
    """Six scenes: places 1 to 5, and place 1 once more with something else that moves in it."""
    pytest.importorskip("av", reason="the media extra is not installed")
    from setwatch.media import Library, print_of
    from tests.media.clips import scene, video

    scenes = {f"place {n}": scene(n, n) for n in range(1, 6)}
    return Library({key: print_of(video(frames)) for key, frames in scenes.items()})
