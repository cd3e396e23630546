"""Copies of footage: how many are found, at no false match, beside what others hash frames with.

`make_copies.py` of the folder makes 14 kinds of copy of each clip in `originals/`; all are looked for among the
originals and `others/`. False is a copy said of anything else: each copy is asked again where its original is absent,
and each clip where it is absent itself. Setwatch is measured at its own threshold (where that says something false, at
the cut above which nothing is, and the falsehoods are shown), the peers at the best cut at which they say nothing
false: `imagehash` (pHash of frames at 1 a second, mean distance of a copy's frames to their nearest) and `vpdq`
(frames at 1 a second, quality 50, 31 bits; share of a copy's frames that have one in the other). Where `vpdq` is not
installed, which is built only where FFmpeg's headers are, the same vote over PDQ hashes by `pdqhash` stands in.

Bars: nothing false; on every kind at least as good as either peer; 0.90 on the mean over the kinds; 0.60 on each kind
that ends in `25` or is a picture in a picture; reading a video at most twice its decoding; at 10^6 hashes of frames a
hash, and the median clip with all its hashes, found in 5 ms, and a clip with its second look in 300 ms (the median,
whether a copy is there or not, CPU time of one core).

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
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import av
import cv2
import numpy as np
import pdqhash
from numpy.typing import NDArray

from benchmarks.table import table, verdict
from setwatch.media import Library, print_of
from setwatch.media.figures import FEATURES, SAMPLE
from setwatch.media.frames import Frame, Sampled, sample
from setwatch.media.match import look
from setwatch.media.prints import code_of
from setwatch.media.propose import WINDOWS
from setwatch.media.query import Query
from setwatch.model import FramePrint, Likeness, MediaPrint

SHARED = Path(__file__).resolve().parents[2] / "shared"
MEAN_BAR, HARD_BAR = 0.90, 0.60
READING_BAR = 2.0
HASH_MS, LOOK_MS = 5.0, 300.0
MANY = 1_000_000
VPDQ_BITS, VPDQ_QUALITY = 31, 50
HAS_VPDQ = importlib.util.find_spec("vpdq") is not None
VPDQ_NAME = "vPDQ" if HAS_VPDQ else "vPDQ voting"
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


def hashed(path: Path) -> Hashed:
    """Return what the peers keep of a clip."""
    import imagehash  # noqa: PLC0415 (peers are asked for where they are needed)
    from PIL import Image  # noqa: PLC0415

    frames = _each_second(path.read_bytes())
    phashes = [imagehash.phash(Image.fromarray(frame.grey)).hash.reshape(-1) for frame in frames]
    if HAS_VPDQ:
        import vpdq  # noqa: PLC0415

        codes = vpdq.computeHash(str(path), seconds_per_hash=1.0)
        pdqs = [
            np.unpackbits(np.frombuffer(bytes.fromhex(c.hex), np.uint8)) for c in codes if c.quality >= VPDQ_QUALITY
        ]
    else:
        found = [pdqhash.compute(cv2.cvtColor(frame.grey, cv2.COLOR_GRAY2RGB)) for frame in frames]
        pdqs = [bits for bits, quality in found if quality >= VPDQ_QUALITY]
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


def asked(path: Path) -> Sampled:
    """Return what is sampled of a clip that is looked for."""
    return sample(path.read_bytes(), int(SAMPLE["query"]), SAMPLE["query_per_second"])


def said(sampled: Sampled, library: Library) -> dict[str, float]:
    """Return what Setwatch says a clip is a copy of, and how far the two agree."""
    return {m.reference: m.agreement for m in look(sampled, library) if m.likeness is Likeness.COPY}


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


class Times(NamedTuple):
    """Milliseconds at a million hashes: of one, of all those of a clip, of clips that are there and that are not."""

    one: float
    all: float
    there: list[float]
    absent: list[float]


def times(prints: Mapping[str, MediaPrint], copied: Mapping[str, list[Path]]) -> Times:
    """Return how long clips take among a million hashes: one copy of each kind, there and with its original absent."""
    many = {**prints, **_many(MANY - sum(len(media.frames) for media in prints.values()))}
    chosen = [paths[number % len(paths)] for number, (_, paths) in enumerate(sorted(copied.items()))]
    there, absent = Library(many), Library({k: v for k, v in many.items() if k not in {p.stem for p in chosen}})
    random = np.random.default_rng(1)
    ones = [[random.bytes(32)] for _ in range(50)]
    clips = [Query(asked(path)) for path in chosen]
    alls = [[code_of(view.grey)[0] for view in clip.hashed for _ in WINDOWS] for clip in clips]
    spent: list[list[float]] = [[], []]
    for library, into in zip((there, absent), spent, strict=True):
        for path in chosen:
            sampled = asked(path)
            into.append(cpu(lambda s=sampled, lib=library: look(s, lib)) * 1000)  # type: ignore[misc]
    one, every = (
        statistics.median(cpu(lambda c=codes: there.near_codes(c)) for codes in some) * 1000  # type: ignore[misc]
        for some in (ones, alls)
    )
    return Times(one, every, *spent)


def _many(count: int, each: int = 200) -> dict[str, MediaPrint]:
    """Return prints of videos that are noise: so many frames in all, one of `each` with local features."""
    random = np.random.default_rng(0)
    features = int(FEATURES["reference"])
    made = {}
    for start in range(0, count, each):
        codes = random.bytes(32 * each)
        frames = []
        for number in range(min(each, count - start)):
            points = random.random((features, 2)).astype(np.float16).tobytes() if number == 0 else b""
            local = random.bytes(32 * features) if number == 0 else b""
            code = codes[32 * number : 32 * number + 32]
            frames.append(FramePrint(number / 2, (0, 0, 1, 1), code, 100, bytes(64 * 64), (64, 64), points, local))
        made[f"noise {start}"] = MediaPrint(640, 360, each / 2, tuple(frames))
    return made


class Score(NamedTuple):
    """What Setwatch says of a copy: how far it agrees with its original, and with what it is no copy of."""

    kind: str
    original: float
    false: dict[str, float]


def scores(
    copied: Mapping[str, list[Path]], clips: Mapping[str, Path], prints: Mapping[str, MediaPrint]
) -> Iterator[Score]:
    """Yield what Setwatch says of each copy, and of each clip where it is absent itself (of kind `itself`)."""
    library = Library(prints)
    for kind, path in [("itself", p) for p in clips.values()] + [(k, p) for k, those in copied.items() for p in those]:
        sampled = asked(path)
        found = said(sampled, library) if kind != "itself" else {}
        false = {**found, **said(sampled, without(prints, path.stem))}
        yield Score(kind, found.get(path.stem, 0.0), {k: v for k, v in false.items() if k != path.stem})


def told(copied: Mapping[str, list[Path]], scored: Sequence[Score], peers: Mapping[str, Hashed]) -> Iterator[Told]:
    """Yield for each kind of copy the shares that are found at nothing false."""
    queries = {path: hashed(path) for paths in copied.values() for path in paths}
    cuts = [_cut(alike, queries, peers) for alike in (by_phash, by_vpdq)]
    ours = max((value for score in scored for value in score.false.values()), default=0.0)
    for kind, paths in sorted(copied.items()):
        phash, vpdq = (
            sum(alike(queries[path], peers[path.stem]) > cut for path in paths) / len(paths)
            for alike, cut in zip((by_phash, by_vpdq), cuts, strict=True)
        )
        yield Told(kind, sum(s.original > ours for s in scored if s.kind == kind) / len(paths), phash, vpdq)


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
    copied = {part.name: sorted(part.glob("*.mp4")) for part in sorted(copies(folder).iterdir()) if part.is_dir()}
    clips = {p.stem: p for part in ("originals", "others") for p in sorted((folder / part).glob("*.mp4"))}
    decoding = sum(cpu(lambda p=p: decoding_alone(p.read_bytes())) for p in clips.values())  # type: ignore[misc]
    prints: dict[str, MediaPrint] = {}
    reading = sum(cpu(lambda k=k, p=p: prints.update({k: print_of(p.read_bytes())})) for k, p in clips.items())  # type: ignore[misc]
    scored = list(scores(copied, clips, prints))
    rows = list(told(copied, scored, {key: hashed(path) for key, path in clips.items()}))
    mean = Told("mean", *(statistics.fmean(row[n] for row in rows) for n in (1, 2, 3)))  # type: ignore[misc]
    shown = [(row.kind, *(f"{share:.2f}" for share in row[1:])) for row in (*rows, mean)]
    print(table((f"{len(clips)} clips", "setwatch", "imagehash 1 fps", VPDQ_NAME), shown))
    wrong = [f"{s.kind}: said to be {name} ({value:.2f})" for s in scored for name, value in sorted(s.false.items())]
    print(*(f"false: {line}\n" for line in wrong), sep="", end="")
    spent = times(prints, copied)
    print(_said_of(spent, reading / decoding))
    hard = [row for row in rows if row.kind.endswith("25") or row.kind == "picture-in-picture"]
    there, absent = statistics.median(spent.there), statistics.median(spent.absent)
    return verdict(
        [
            ("nothing false", not wrong),
            ("on every kind at least as good as either peer", all(r.ours >= max(r.phash, r.vpdq) for r in rows)),
            (f"mean over the kinds at least {MEAN_BAR}", mean.ours >= MEAN_BAR),
            (f"at least {HARD_BAR} on crops of a quarter and pictures in pictures", all(r.ours >= 0.6 for r in hard)),
            (f"reading at most {READING_BAR} times decoding", reading <= READING_BAR * decoding),
            (f"a hash, and a clip's, among 10^6 in at most {HASH_MS} ms", max(spent.one, spent.all) <= HASH_MS),
            (f"a clip, second look included, in at most {LOOK_MS} ms", max(there, absent) <= LOOK_MS),
        ]
    )


def _said_of(spent: Times, reading: float) -> str:
    there, absent = (f"{statistics.median(t):.0f} ms (slowest {max(t):.0f})" for t in (spent.there, spent.absent))
    return (
        f"reading {reading:.2f} times decoding; at 10^6 hashes: one {spent.one:.1f} ms, a clip's {spent.all:.1f} ms, "
        f"with the second look {there} where a copy is there, {absent} where none is"
    )


if __name__ == "__main__":
    sys.exit(main())
