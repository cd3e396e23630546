"""Real clips of ../shared/footage, copied by ffmpeg, are found, and no other is; two cuts of one take are no copies."""

import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("av", reason="the media extra is not installed")

from setwatch.media import Library, matches, print_of
from setwatch.model import Likeness

THIRD_LESS = "crop=iw*0.8:ih*0.8:iw*0.2:0"
"""A crop of a third of the picture."""


@pytest.fixture(scope="module")
def clips(shared: Path) -> dict[str, Path]:
    found = {path.stem: path for path in sorted((shared / "footage").glob("o*/*.mp4"))}
    if not found:
        pytest.skip("there is no footage in ../shared")
    return found


@pytest.fixture(scope="module")
def real(clips: dict[str, Path]) -> Library:
    some = [name for name in clips if name.startswith(("009", "046", "088", "092", "094", "145", "146"))]
    return Library({name: print_of(clips[name].read_bytes()) for name in some})


@pytest.mark.parametrize("start", ["009", "092"])
@pytest.mark.parametrize("change", [THIRD_LESS, "hflip,scale=-2:240"])
def test_a_copy_by_ffmpeg_is_found(
    start: str, change: str, clips: dict[str, Path], real: Library, tmp_path: Path
) -> None:
    if shutil.which("ffmpeg") is None:
        pytest.skip("there is no ffmpeg on the path")
    source = next(path for name, path in clips.items() if name.startswith(start))
    made = tmp_path / "copy.mp4"
    command = ["ffmpeg", "-v", "error", "-nostdin", "-ss", "1", "-t", "4", "-i", str(source), "-vf", change]
    subprocess.run([*command, "-an", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "32", str(made)], check=True)
    found = matches(made.read_bytes(), real)
    assert [match.reference for match in found if match.likeness is Likeness.COPY] == [source.stem]
    copy = found[0]
    assert copy.reference_time - copy.time == pytest.approx(1.0, abs=0.3)
    assert copy.mirrored is change.startswith("hflip")


def test_cuts_of_one_take_are_the_same_take(clips: dict[str, Path], real: Library) -> None:
    for start, other in (("145", "146"), ("146", "145")):
        cut = next(name for name in clips if name.startswith(start))
        found = matches(clips[cut].read_bytes(), real.only(name for name in real.prints if name != cut))
        assert [(m.reference[:3], m.likeness) for m in found] == [(other, Likeness.SAME_TAKE)]


def test_toys_before_one_background_are_no_copies(clips: dict[str, Path], real: Library) -> None:
    for start in ("088", "092", "094"):
        toy = next(name for name in clips if name.startswith(start))
        found = matches(clips[toy].read_bytes(), real.only(name for name in real.prints if name != toy))
        assert all(match.likeness is not Likeness.COPY for match in found)
