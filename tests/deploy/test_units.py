"""The units for systemd are sound and hardened, and call commands that there are."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from setwatch.cli import app

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
UNITS = sorted(path.name for path in DEPLOY.glob("setwatch-*.service"))
PROGRAM = "/opt/setwatch/bin/setwatch"
EXPOSED = 20
"""The most that `systemd-analyze security` may find, in tenths; 100 is all that there is to find."""

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")


def commands() -> list[tuple[str, str]]:
    return [
        (name, line.partition("=")[2])
        for name in UNITS
        for line in (DEPLOY / name).read_text(encoding="utf-8").splitlines()
        if line.startswith("ExecStart=")
    ]


@pytest.mark.parametrize(("unit", "command"), commands())
def test_a_unit_calls_a_command_with_options_that_it_has(unit: str, command: str) -> None:
    program, name, *rest = shlex.split(command)
    assert program == PROGRAM
    told = CliRunner().invoke(app, [name, "--help"], prog_name="setwatch").stdout
    assert [option for option in rest if option.startswith("--") and option not in told] == []


@needs_systemd
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for path in DEPLOY.glob("setwatch-*"):
        text = path.read_text(encoding="utf-8").replace(PROGRAM, sys.executable)
        (tmp_path / path.name).write_text(re.sub("^(User|Group)=.*$", r"\1=root", text, flags=re.MULTILINE))
    units = sorted(tmp_path.glob("setwatch-*"))
    assert len(units) == 4
    result = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], check=False, capture_output=True, text=True
    )
    ours = [line for line in (result.stdout + result.stderr).splitlines() if "setwatch-" in line]
    assert (ours, result.returncode) == ([], 0)


@needs_systemd
@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_hardened(unit: str) -> None:
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSED}", str(DEPLOY / unit)]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-400:] + result.stderr
