"""`setwatch read --llm`: what is said where a language model cannot be asked."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_without_an_address_the_command_says_what_to_set(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" date 2030-03-01 Glass Harbour wraps in Bergen.")
    result = run("read", "a.txt", "--title", "Glass Harbour", "--llm", "small")
    assert result.exit_code == 2
    assert "SETWATCH_LLM_URL" in result.stderr


def test_a_model_that_is_not_there_is_one_clear_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("httpx", reason="the llm extra is not installed")
    monkeypatch.setenv("SETWATCH_LLM_URL", "http://127.0.0.1:9/v1")
    (tmp_path / "a.txt").write_text(" date 2030-03-01 Glass Harbour wraps in Bergen.")
    result = run("read", "a.txt", "--title", "Glass Harbour", "--llm", "small")
    assert result.exit_code == 1
    assert "small at http://127.0.0.1:9/v1 cannot be asked" in result.stderr
