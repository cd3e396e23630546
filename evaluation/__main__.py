"""Run the product over annotated folders and write what it finds, for the corpus' scorer.

    python -m evaluation GOLD_DIR OUT_DIR

For each folder of GOLD_DIR with `docs.jsonl` it reads `id`, `url`, `lang` and `text` of the documents and `titles` of
`dossier.json`, nothing else, takes them in at a desk with a fresh store, and writes `readings.jsonl` and
`dossier.json` into OUT_DIR/<folder>/.
"""

import argparse
import io
import json
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.convert import dossier, reading_row
from evaluation.gold import GoldFolder, folders
from setwatch.desk import Desk, model_reader
from setwatch.language import analyse
from setwatch.model import ClaimReader

CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)
"""When all documents count as captured: later than all of them, and the same on every run."""


def main() -> int:
    """Read the arguments, evaluate every folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("--reader", choices=("rules", "llm"), default="rules", help="who finds the claims")
    options = parser.parse_args()
    found = list(folders(options.gold))
    if not found:
        print(f"evaluation: no folder with docs.jsonl below {options.gold}", file=sys.stderr)
        return 1
    reader = _model() if options.reader == "llm" else None
    for folder in found:
        evaluate(folder, options.out / folder.name, reader)
    return 0


def _model() -> ClaimReader:
    """Return the language model at SETWATCH_LLM_URL, of the name SETWATCH_LLM_MODEL."""
    url, model = os.environ.get("SETWATCH_LLM_URL"), os.environ.get("SETWATCH_LLM_MODEL")
    if not url or not model:
        sys.exit("evaluation: --reader llm wants SETWATCH_LLM_URL and SETWATCH_LLM_MODEL")
    return model_reader(url, model, os.environ.get("SETWATCH_LLM_KEY"))


def evaluate(folder: GoldFolder, out: Path, reader: ClaimReader | None = None) -> None:
    """Run the product over one folder and write its `readings.jsonl` and `dossier.json`.

    With a `reader`, the claims in `readings.jsonl` are what it finds, instead of what the rules find.
    """
    with TemporaryDirectory() as place, Desk.open(Path(place) / "store.sqlite3", lambda: CAPTURED) as desk:
        desk.watch(folder.productions)
        refused = desk.add([io.BytesIO(b"\n".join(folder.lines))]).refused
        for refusal in refused:
            print(f"evaluation: {folder.name}: {refusal.origin}: {refusal.reason}", file=sys.stderr)
        write(folder, desk, out, reader)


def write(folder: GoldFolder, desk: Desk, out: Path, reader: ClaimReader | None = None) -> None:
    """Write what the desk found, documents in the order of the folder."""
    by_version = {reading.document.version: reading for reading in desk.readings()}
    if reader is not None:
        watched = desk.watched()
        by_version = {
            version: replace(
                found, claims=reader.find_claims(found.document, analyse(found.document, watched), watched)
            )
            for version, found in by_version.items()
        }
    tracing = desk.tracing()
    alarms = [alarm for footage in tracing.footage for alarm in footage.alarms]
    out.mkdir(parents=True, exist_ok=True)
    with (out / "readings.jsonl").open("w", encoding="utf-8") as stream:
        for version, doc_id in folder.ids.items():
            if version in by_version:
                mine = [alarm for alarm in alarms if alarm.version == version]
                stream.write(json.dumps(reading_row(doc_id, by_version[version], mine), ensure_ascii=False) + "\n")
    ids = {by_version[version].document.document_id: doc_id for version, doc_id in folder.ids.items()}
    names = [production.name for production in desk.watched()]
    reports = [report for name in names for report in desk.history(name)]
    conflicts = [conflict for name in names for conflict in desk.conflicts(name)]
    found = dossier(tracing, ids, reports, conflicts)
    (out / "dossier.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
