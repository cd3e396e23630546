"""Lists of productions in a file: TOML (`[[production]]`) or JSON (a list)."""

import json
import tomllib
from pathlib import Path

from setwatch.cli.console import fail
from setwatch.model import Kind, Production

KEYS = {"name", "aliases", "franchise", "kind"}
SHAPE = 'a TOML file of [[production]] tables, or a JSON list of objects, each with "name"'
LARGEST = 16 * 1024 * 1024
"""Bytes of a list: room for a hundred thousand productions."""


def productions_in(path: Path) -> tuple[Production, ...]:
    """Return the productions of a list; ends the command with one line where the file is wrong."""
    try:
        with path.open("rb") as stream:
            text = stream.read(LARGEST + 1)
        entries = _entries(path, text.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except OSError as error:
        fail(f"{path}: cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        fail(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8")
    if len(text) > LARGEST:
        fail(f"{path}: is larger than {LARGEST:,} bytes; split it")
    if not entries:
        fail(f"{path}: names no production; give {SHAPE}")
    return tuple(_production(path, number, entry) for number, entry in enumerate(entries, start=1))


def _entries(path: Path, text: str) -> list[object]:
    if text.lstrip().startswith(("[[", "#")) or not text.lstrip().startswith(("[", "{")):
        try:
            found: object = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            fail(f"{path}: is no TOML ({error}); give {SHAPE}")
        found = found.get("production") if isinstance(found, dict) else found
    else:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            fail(f"{path}: is no JSON ({error}); give {SHAPE}")
    if found is None:
        return []
    if not isinstance(found, list):
        fail(f"{path}: is no list of productions; give {SHAPE}")
    return found


def _production(path: Path, number: int, entry: object) -> Production:
    place = f"{path}: production {number}"
    if not isinstance(entry, dict):
        fail(f'{place} is no table; give each at least a "name"')
    name, aliases, franchise = entry.get("name"), entry.get("aliases", []), entry.get("franchise")
    if not isinstance(name, str) or not name.strip():
        fail(f'{place} has no "name"; give its title')
    if unknown := sorted(set(entry) - KEYS):
        fail(f"{place} ({name}) has {unknown[0]!r}; known are {', '.join(sorted(KEYS))}")
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias.strip() for alias in aliases):
        fail(f'{place} ({name}) has "aliases" that are no list of names')
    if franchise is not None and not isinstance(franchise, str):
        fail(f'{place} ({name}) has a "franchise" that is no name')
    kinds = [kind.value for kind in Kind]
    if (kind := entry.get("kind", Kind.FILM.value)) not in kinds:
        fail(f'{place} ({name}) has the "kind" {kind!r}; it is one of {", ".join(kinds)}')
    return Production(name.strip(), tuple(alias.strip() for alias in aliases), franchise, Kind(kind))
