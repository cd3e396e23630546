"""The annotated folders, and of them no more than a reader would have: address, language, text, titles."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from setwatch.model import Kind, Production


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """One production folder. `lines` are JSON records of `url`, `lang` and `text`; `ids` their ids, by SHA-256."""

    name: str
    productions: tuple[Production, ...]
    lines: tuple[bytes, ...]
    ids: dict[str, str]


def folders(gold: Path) -> Iterator[GoldFolder]:
    """Yield the folders of `gold` that have `docs.jsonl`, in the order of their names."""
    for path in sorted(gold.glob("*/docs.jsonl")):
        titles = json.loads((path.parent / "dossier.json").read_text(encoding="utf-8"))["titles"]
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        lines = {
            json.dumps(
                {key: record[key] for key in ("id", "url", "lang", "text")}, ensure_ascii=False
            ).encode(): record["id"]
            for record in records
        }
        yield GoldFolder(
            path.parent.name,
            tuple(_production(title) for title in titles),
            tuple(lines),
            {hashlib.sha256(line).hexdigest(): doc_id for line, doc_id in lines.items()},
        )


def _production(title: dict[str, object]) -> Production:
    aliases = title.get("aliases")
    franchise = title.get("franchise")
    return Production(
        name=str(title["name"]),
        aliases=tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else (),
        franchise=str(franchise) if franchise else None,
        kind=Kind(str(title.get("kind", "film"))),
    )


def digest(gold: Path) -> str:
    """Return the SHA-256 of all that is scored against, names and bytes, in the order of names."""
    total = hashlib.sha256()
    for path in sorted([*gold.glob("*/docs.jsonl"), *gold.glob("*/dossier.json")]):
        total.update(path.relative_to(gold).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
