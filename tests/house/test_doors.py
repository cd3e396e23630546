"""Every part says what it offers: `__all__` is sorted and names what is there."""

import importlib
import pkgutil

import pytest

import setwatch

PARTS = sorted(m.name for m in pkgutil.iter_modules(setwatch.__path__, "setwatch.") if m.ispkg)


@pytest.mark.parametrize("name", PARTS)
def test_a_part_exports_what_it_names(name: str) -> None:
    if name == "setwatch.media":
        pytest.importorskip("av", reason="the media extra is not installed")
    part = importlib.import_module(name)
    assert list(part.__all__) == sorted(part.__all__)
    assert [missing for missing in part.__all__ if not hasattr(part, missing)] == []
