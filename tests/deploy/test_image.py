"""The steps of the image, run in a plain folder: it needs no more than is in them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    line.strip()
    for line in (ROOT / "deploy/Containerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    if line.strip() and not line.startswith("#")
]
STEPS = [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in LINES]


def copied(folder: Path) -> None:
    """Do what the COPY steps do."""
    for keyword, rest in STEPS:
        if keyword == "COPY":
            *sources, target = rest.split()
            for source in sources:
                place = folder / target / Path(source).name if target.endswith("/") else folder / target
                place.parent.mkdir(parents=True, exist_ok=True)
                found = ROOT / source
                shutil.copytree(found, place) if found.is_dir() else shutil.copy2(found, place)


def test_the_image_runs_as_nobody_special_and_keeps_its_store_in_a_volume() -> None:
    told = dict(STEPS)
    assert told["USER"] == "setwatch"
    assert told["VOLUME"] == "/data"
    assert "SETWATCH_STORE=/data/" in told["ENV"]
    assert told["ENTRYPOINT"] == '["setwatch"]'


def test_all_that_is_copied_is_there(tmp_path: Path) -> None:
    copied(tmp_path)
    assert (tmp_path / "src/setwatch/cli/app.py").is_file()
    assert (tmp_path / "deploy/install.sh").is_file()


@pytest.mark.skipif("SETWATCH_TEST_IMAGE" not in os.environ, reason="SETWATCH_TEST_IMAGE is not set (takes minutes)")
def test_the_steps_make_a_program_that_keeps_a_store(tmp_path: Path) -> None:
    copied(tmp_path)
    (step,) = [rest for keyword, rest in STEPS if keyword == "RUN" and "install.sh" in rest]
    prefix = tmp_path / "opt"
    subprocess.run(step.replace("/opt/setwatch", str(prefix)), shell=True, cwd=tmp_path, check=True, timeout=900)
    data = tmp_path / "data"
    data.mkdir()
    env = {"PATH": f"{prefix}/bin:/usr/bin:/bin", "SETWATCH_STORE": str(data / "setwatch.sqlite3"), "HOME": str(data)}
    for args in (["watch", "Glass Harbour"], ["doctor"], ["backup", "copy.sqlite3"], ["serve", "--help"]):
        subprocess.run([prefix / "bin/setwatch", *args], env=env, cwd=data, check=True, timeout=120)
    assert (data / "copy.sqlite3").is_file()
