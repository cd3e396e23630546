"""Run the product over annotated folders and write what it finds, for the corpus' scorer.

    python -m evaluation GOLD_DIR OUT_DIR

For each folder of GOLD_DIR with `docs.jsonl` it reads `id`, `url`, `lang` and `text` of the documents and `titles` of
`dossier.json`, nothing else, and writes `readings.jsonl` and `dossier.json` into OUT_DIR/<folder>/.
"""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from evaluation.convert import dossier, reading_row
from evaluation.gold import GoldFolder, folders
from setwatch.claims import find_claims
from setwatch.language import analyse
from setwatch.model import Reading, take
from setwatch.reading import read
from setwatch.tracing import tell, trace

CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)
"""When all documents count as captured: later than all of them, and the same on every run."""


def main() -> int:
    """Read the arguments, evaluate every folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    options = parser.parse_args()
    found = list(folders(options.gold))
    if not found:
        print(f"evaluation: no folder with docs.jsonl below {options.gold}", file=sys.stderr)
        return 1
    for folder in found:
        evaluate(folder, options.out / folder.name)
    return 0


def evaluate(folder: GoldFolder, out: Path) -> None:
    """Run the product over one folder and write its `readings.jsonl` and `dossier.json`."""
    readings = []
    for line in folder.lines:
        document = read(take(line, "application/json", CAPTURED, json.loads(line)["url"]))
        analysis = analyse(document, folder.productions)
        readings.append(
            Reading(
                document,
                find_claims(document, analysis, folder.productions),
                tell(document, analysis, folder.productions),
            )
        )
    tracing = trace(readings, folder.productions)
    ids = {reading.document.document_id: folder.ids[reading.document.version] for reading in readings}
    alarms = [alarm for footage in tracing.footage for alarm in footage.alarms]
    out.mkdir(parents=True, exist_ok=True)
    with (out / "readings.jsonl").open("w", encoding="utf-8") as stream:
        for reading in readings:
            mine = [alarm for alarm in alarms if alarm.version == reading.document.version]
            row = reading_row(folder.ids[reading.document.version], reading, mine)
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    found = dossier(tracing, ids, [], [])
    (out / "dossier.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
