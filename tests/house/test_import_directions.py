"""Imports run downwards only, as docs/how-it-works.md draws them."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "setwatch"

# A part may import itself, the parts named here, and nothing else of ours.
ALLOWED = {
    "model": set(),
    "language": {"model"},
    "capture": {"model"},
    "store": {"model"},
    "reading": {"language", "model"},
    "claims": {"language", "model"},
    "tracing": {"language", "model"},
    "record": {"model"},
    "fetch": {"model", ""},
    "following": {"capture", "model"},
    "llm": {"model"},
    "media": {"model"},
    "publish": {"model"},
    "desk": {
        "capture",
        "claims",
        "fetch",
        "following",
        "language",
        "llm",
        "media",
        "model",
        "publish",
        "reading",
        "record",
        "store",
        "tracing",
        "",
    },
    "web": {"desk", "model", "publish", ""},
    "mcp": {"desk", "model", "publish", ""},
    "cli": {"desk", "following", "mcp", "model", "publish", "web", ""},
    "__main__": {"cli"},
    "": set(),
}

MODULES = sorted(SOURCE.rglob("*.py"))


def part_of(module: str) -> str:
    """The part of the house that a dotted module name lies in (`` is the package itself)."""
    names = module.split(".")
    return names[1] if len(names) > 1 else ""


def imported(tree: ast.AST) -> set[str]:
    """All modules of ours that the tree imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            found.add(node.module or "")
            if node.module == "setwatch":
                found |= {f"setwatch.{alias.name}" for alias in node.names if (SOURCE / alias.name).exists()}
    return {name for name in found if name.split(".")[0] == "setwatch"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    names = path.relative_to(SOURCE).with_suffix("").parts
    part = "" if names == ("__init__",) else names[0]
    assert part in ALLOWED, f"{part} has no place in the house"
    wrong = {name for name in imported(ast.parse(path.read_text())) if part_of(name) not in ALLOWED[part] | {part}}
    assert not wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_other_parts_are_entered_by_their_door(path: Path) -> None:
    names = path.relative_to(SOURCE).with_suffix("").parts
    inside = {
        name
        for name in imported(ast.parse(path.read_text()))
        if part_of(name) != names[0] and name.count(".") > 1 and part_of(name) not in {"model", "language", "publish"}
    }
    assert not inside, "import from the package, not from a module inside it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nothing_of_ours_is_imported_inside_a_function(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert not imported(node), f"{node.name} imports inside"
