"""Copies of footage: how many are found, at no false match, beside what others hash frames with.

`make_copies.py` of the folder makes 14 kinds of copy of each clip in `originals/`; all are looked for among the
originals and `others/`. False is a copy said of anything else: each copy is asked again where its original is absent,
and each clip where it is absent itself. Setwatch is measured at its own threshold, the peers at the best cut at which
they say nothing false: `imagehash` (pHash of frames at 1 a second, mean distance of a copy's frames to their nearest)
and PDQ frame voting as vPDQ describes it (frames at 1 a second, quality 50, 31 bits; share of a copy's frames that
have one in the other), by `pdqhash`, since `vpdq` itself is built only where FFmpeg's headers are. Bars: nothing
false; on every kind at least as good as either peer; 0.90 on the mean over the kinds; 0.60 on each kind that ends in
`25` or is a picture in a picture; reading a video at most twice its decoding; a hash found among 10^6 in 5 ms, and a
clip with its second look in 300 ms (median, CPU seconds of one core).

    python -m benchmarks.footage [DIR]

`DIR` is a folder of the shape of `../shared/footage` (the default). Exit code 0 if the bars hold. The copies are kept
in the system's folder for temporary files. Needs ffmpeg on the path.
"""

import hashlib
import importlib.util
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.table import table, verdict
from setwatch.media import Library, print_of
from setwatch.media.figures import SAMPLE
from setwatch.media.frames import Frame, sample
from setwatch.media.library import flat
from setwatch.media.match import look
from setwatch.model import Likeness, MediaPrint

SHARED = Path(__file__).resolve().parents[2] / "shared"
MEAN_BAR, HARD_BAR = 0.90, 0.60
READING_BAR = 2.0
HASH_MS, LOOK_MS = 5.0, 300.0
MANY = 1_000_000
VPDQ_BITS, VPDQ_QUALITY = 31, 50
Bits = NDArray[np.bool_]


class Hashed(NamedTuple):
    """A clip as the peers see it: pHash and PDQ of frames at 1 a second, 64 and 256 bits."""

    phash: Bits
    pdq: Bits


class Told(NamedTuple):
    """What was found for one kind of copy: shares of the copies, and where Setwatch was wrong."""

    kind: str
    ours: float
    phash: float
    vpdq: float


def copies(folder: Path) -> Path:
    """Return the folder of the copies of a folder's originals, made where they are not there yet."""
    clips = sorted((folder / "originals").glob("*.mp4"))
    state = hashlib.sha256()
    for path in (folder / "make_copies.py", *clips):
        state.update(path.name.encode() + path.read_bytes())
    out = Path(tempfile.gettempdir()) / f"setwatch-footage-{state.hexdigest()[:12]}"
    done = out / "done"
    if not done.exists():
        script = folder / "make_copies.py"
        subprocess.run([sys.executable, str(script), str(folder / "originals"), str(out)], check=True)
        done.touch()
    return out


def hashed(payload: bytes) -> Hashed:
    """Return what the peers keep of a clip."""
    import imagehash  # noqa: PLC0415 (peers are asked for where they are needed)
    import pdqhash  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    phashes, pdqs = [], []
    for frame in _each_second(payload):
        phashes.append(imagehash.phash(Image.fromarray(frame.grey)).hash.reshape(-1))
        bits, quality = pdqhash.compute(cv2.cvtColor(frame.grey, cv2.COLOR_GRAY2RGB))
        if quality >= VPDQ_QUALITY:
            pdqs.append(bits.astype(bool))
    return Hashed(np.array(phashes).reshape(-1, 64), np.array(pdqs, bool).reshape(-1, 256))


def _each_second(payload: bytes) -> list[Frame]:
    due, found = 0.0, []
    for frame in sample(payload, 512, SAMPLE["densest"]).frames:
        if frame.time >= due:
            due = frame.time + 0.95
            found.append(frame)
    return found


def by_phash(query: Hashed, reference: Hashed) -> float:
    """Return how alike two clips are by pHash: 1 less the mean distance, as a share of 64 bits."""
    return 1.0 - float(_distances(query.phash, reference.phash).min(axis=1).mean()) / 64


def by_vpdq(query: Hashed, reference: Hashed) -> float:
    """Return the share of a query's frames that have a frame within 31 bits in the other."""
    if not len(query.pdq) or not len(reference.pdq):
        return 0.0
    return float((_distances(query.pdq, reference.pdq).min(axis=1) <= VPDQ_BITS).mean())


def _distances(ours: Bits, theirs: Bits) -> NDArray[np.int64]:
    return np.asarray((ours[:, None, :] != theirs[None, :, :]).sum(axis=2))


def said(payload: bytes, library: Library) -> tuple[set[str], float]:
    """Return what Setwatch says a clip is a copy of, and the milliseconds after its decoding."""
    sampled = sample(payload, int(SAMPLE["query"]), SAMPLE["query_per_second"])
    start = time.process_time()
    found = look(sampled, library)
    spent = (time.process_time() - start) * 1000
    return {match.reference for match in found if match.likeness is Likeness.COPY}, spent


def without(prints: Mapping[str, MediaPrint], name: str) -> Library:
    """Return a library that lacks one clip."""
    return Library({key: media for key, media in prints.items() if key != name})


def decoding_alone(payload: bytes) -> None:
    """Decode a clip and keep nothing."""
    with av.open(io.BytesIO(payload), "r") as container:
        container.streams.video[0].thread_type = "AUTO"
        for _ in container.decode(video=0):
            pass


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def hash_milliseconds() -> float:
    """Return the milliseconds in which one hash is looked up among a million."""
    random = np.random.default_rng(0)
    index = flat(random.integers(0, 256, (MANY, 32), np.uint8))
    asked = random.integers(0, 256, (50, 32), np.uint8)
    return statistics.median(cpu(lambda one=one: index.search(one[None, :], 8)) for one in asked) * 1000  # type: ignore[misc]


def measured(
    made: Path, prints: Mapping[str, MediaPrint], peers: Mapping[str, Hashed], spent: list[float], wrong: list[str]
) -> Iterator[Told]:
    """Yield what was found of each kind of copy; `spent` and `wrong` get times, and what was falsely said."""
    library = Library(prints)
    paths = sorted(made.glob("*/*.mp4"))
    queries = {path: hashed(path.read_bytes()) for path in paths}
    cuts = [_cut(alike, queries, peers) for alike in (by_phash, by_vpdq)]
    for kind in sorted({path.parent.name for path in paths}):
        clips = [path for path in paths if path.parent.name == kind]
        hits = 0
        for path in clips:
            payload = path.read_bytes()
            found, milliseconds = said(payload, library)
            hits += path.stem in found
            spent.append(milliseconds)
            false = (found | said(payload, without(prints, path.stem))[0]) - {path.stem}
            wrong += [f"{kind}/{path.stem} is said to be {name}" for name in sorted(false)]
        phash, vpdq = (
            sum(alike(queries[path], peers[path.stem]) > cut for path in clips) / len(clips)
            for alike, cut in zip((by_phash, by_vpdq), cuts, strict=True)
        )
        yield Told(kind, hits / len(clips), phash, vpdq)


def _cut(
    alike: Callable[[Hashed, Hashed], float], queries: Mapping[Path, Hashed], peers: Mapping[str, Hashed]
) -> float:
    """Return the highest score of what is no copy, above which a peer says nothing false."""
    asked = [*((path.stem, query) for path, query in queries.items()), *peers.items()]
    return max(alike(query, other) for stem, query in asked for key, other in peers.items() if key != stem)


def missing() -> str | None:
    """Say in one line what is not there, or None."""
    if shutil.which("ffmpeg") is None or shutil.which("ffprobe") is None:
        return "needs ffmpeg and ffprobe on the path, which make the copies"
    absent = [name for name in ("PIL", "imagehash") if importlib.util.find_spec(name) is None]
    return f"needs {', '.join(absent)}; install with: make peers" if absent else None


def main() -> int:
    """Measure, print the table, and return the exit code."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "footage"
    if (wanted := missing()) is not None:
        print(f"benchmarks.footage: {wanted}", file=sys.stderr)
        return 1
    if not (folder / "make_copies.py").is_file():
        print(f"benchmarks.footage: {folder} has no make_copies.py", file=sys.stderr)
        return 1
    made = copies(folder)
    clips = {p.stem: p.read_bytes() for part in ("originals", "others") for p in sorted((folder / part).glob("*.mp4"))}
    decoding = sum(cpu(lambda payload=payload: decoding_alone(payload)) for payload in clips.values())  # type: ignore[misc]
    prints: dict[str, MediaPrint] = {}
    reading = sum(cpu(lambda k=k, p=p: prints.update({k: print_of(p)})) for k, p in clips.items())  # type: ignore[misc]
    peers = {key: hashed(payload) for key, payload in clips.items()}
    spent: list[float] = []
    wrong = [
        f"{key} is said to be {name}" for key, p in clips.items() for name in sorted(said(p, without(prints, key))[0])
    ]
    told = list(measured(made, prints, peers, spent, wrong))
    mean = Told("mean", *(statistics.fmean(row[n] for row in told) for n in (1, 2, 3)))  # type: ignore[misc]
    rows = [(row.kind, *(f"{share:.2f}" for share in row[1:])) for row in (*told, mean)]
    print(table((f"{len(clips)} clips", "setwatch", "imagehash 1 fps", "vPDQ voting"), rows))
    print(*(f"false: {line}" for line in wrong), sep="\n", end="")
    found, hashing = statistics.median(spent), hash_milliseconds()
    print(f"query {found:.0f} ms (slowest {max(spent):.0f}), hash among 10^6 {hashing:.1f} ms; reading {reading:.1f} s")
    hard = [row for row in told if row.kind.endswith("25") or row.kind == "picture-in-picture"]
    return verdict(
        [
            ("nothing false", not wrong),
            ("on every kind at least as good as either peer", all(r.ours >= max(r.phash, r.vpdq) for r in told)),
            (f"mean over the kinds at least {MEAN_BAR}", mean.ours >= MEAN_BAR),
            (f"at least {HARD_BAR} on crops of a quarter and pictures in pictures", all(r.ours >= 0.6 for r in hard)),
            (f"reading {reading / decoding:.2f} times decoding, at most {READING_BAR}", reading <= 2 * decoding),
            (f"a hash among 10^6 in at most {HASH_MS} ms", hashing <= HASH_MS),
            (f"a clip, second look included, in at most {LOOK_MS} ms", found <= LOOK_MS),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
