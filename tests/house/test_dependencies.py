"""Each dependency is used, explained and locked."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME = [re.split(r"[^\w-]", line)[0] for line in PROJECT["project"]["dependencies"]]
EXTRAS = [
    re.split(r"[^\w-]", line)[0] for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines
]
IMPORTED = {"faiss-cpu": "faiss", "opencv-python-headless": "cv2"}
"""What packages are imported as, where that is not their name."""
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"]
GROUPS = [re.split(r"[^\w-]", line)[0] for lines in PROJECT["dependency-groups"].values() for line in lines]


@pytest.mark.parametrize("name", [*RUNTIME, *EXTRAS])
def test_a_dependency_is_imported(name: str) -> None:
    pattern = re.compile(rf"^\s*(from|import) {IMPORTED.get(name, name.replace('-', '_'))}\b", re.MULTILINE)
    assert any(pattern.search(path.read_text()) for path in (ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("name", [*RUNTIME, *EXTRAS, *GROUPS])
def test_a_dependency_is_explained_and_locked(name: str) -> None:
    assert re.search(rf"^\| ([\w-]+, )*{name}[, |]", (ROOT / "docs/dependencies.md").read_text(), re.MULTILINE)
    assert any(re.search(rf"^{name}==", (ROOT / lock).read_text(), re.MULTILINE) for lock in LOCKS)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text()
