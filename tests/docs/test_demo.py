"""`make demo` on an installed tree."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_demo_shows_two_dates_the_trail_and_where_to_look_next(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/demo.py", tmp_path / "scripts")
    (tmp_path / "sample").symlink_to(ROOT / "sample")
    result = subprocess.run(
        [sys.executable, "scripts/demo.py"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    for words in (
        "15 documents read",
        "as known by 6 Oct 2021",
        "18 November 2022  current",
        "as known by 10 Mar 2022",
        "21 April 2023  current",
        "(@gondelfranzi) on TikTok had it first, 2 Oct 2021 15:48",
        "Old footage back as new: Set Jetter",
        "docs/how-it-works.md",
    ):
        assert words in result.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == [".demo", "sample", "scripts"]
