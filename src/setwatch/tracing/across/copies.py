"""Copies: whose words come from whose, and which was first."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from urllib.parse import urlsplit

from rapidfuzz.distance import LCSseq

from setwatch.model import Copy, CopyKind, days_of, flat
from setwatch.tracing.across.figures import COPIES
from setwatch.tracing.across.paper import Paper, apart, path_of, post_time
from setwatch.tracing.across.sources import sources_of
from setwatch.tracing.across.weigh import Weight, overlap, weights


def find_copies(papers: Sequence[Paper]) -> tuple[Copy, ...]:
    """Return the copies among `papers`, in the order of their ids; a copy of a copy is one of the first only."""
    weight = weights([paper.telling for paper in papers])
    by_id = {paper.id: paper for paper in papers}
    found = []
    shared = _candidates(papers)
    credited = _credited(papers)
    for left, right in sorted({*shared, *credited}):
        copy = _compare(by_id[left], by_id[right], shared[left, right], weight, credited.get((left, right)))
        if copy is not None:
            found.append(copy)
    return without_detours(found)


def _candidates(papers: Sequence[Paper]) -> Counter[tuple[str, str]]:
    """Return how many shingles each pair of documents shares, through an index of shingles."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for paper in papers:
        for shingle in paper.shingles:
            holders[shingle].append(paper.id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= COPIES["common"]:
            shared.update(combinations(sorted(ids), 2))
    return shared


def _credited(papers: Sequence[Paper]) -> dict[tuple[str, str], str]:
    """Return the pairs of documents of which one names the other's outlet as its source, with the id of that other."""
    outlets: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        if name := flat(paper.document.outlet):
            outlets[name].append(paper)
    found: dict[tuple[str, str], str] = {}
    for paper in papers:
        for name in sources_of(paper.document, paper.reading.telling.credits):
            for other in outlets.get(name, ()):
                if other is not paper:
                    found[min(paper.id, other.id), max(paper.id, other.id)] = other.id
    return found


def _tells_again(teller: Paper, source: Paper, alike: float) -> str | None:
    """Return why a document that names another as its source is its rewrite: it has little of its own, soon after."""
    if not teller.dated or not source.dated or teller.days is None or source.days is None:
        return None
    after = teller.days[0] - source.days[1]
    shared = len(teller.names & source.names)
    share = shared / max(1, len(teller.names))
    enough = shared >= COPIES["facts_least"] and share >= COPIES["facts"]
    enough = enough or (shared >= COPIES["facts_short"] and share >= COPIES["facts_most"])
    told = alike >= COPIES["facts_words"] or share >= COPIES["facts_most"]
    if not told or not enough or not -1 < after <= COPIES["facts_days"]:
        return None
    return f"it names the other as its source, and has {share:.0%} of its own names and numbers of it"


def _compare(a: Paper, b: Paper, shared: int, weight: Weight, source: str | None) -> Copy | None:
    share = shared / max(1, min(len(a.shingles), len(b.shingles)))
    if share >= COPIES["verbatim"] and shared >= COPIES["verbatim_least"]:
        return _direct(a, b, CopyKind.VERBATIM, f"{share:.0%} of the shorter text stands word for word in the other")
    if _far(a, b):
        return None
    alike = overlap(frozenset(a.telling), frozenset(b.telling), weight)
    why = f"{alike:.0%} of the shorter text's own words and {shared} of its phrases"
    if share >= COPIES["phrases"] and alike >= COPIES["phrases_alike"]:
        return _direct(a, b, CopyKind.REWRITE, why)
    ordered, order = _in_order(a, b)
    credited = _names(a, b) or _names(b, a)
    least = COPIES["rewrite_credited" if credited else "rewrite"]
    if alike >= least and ordered >= COPIES["ordered_least"] and order >= COPIES["ordered"]:
        return _direct(a, b, CopyKind.REWRITE, f"{why}, {ordered} of the words in one order")
    if source is not None:
        first, second = (a, b) if source == a.id else (b, a)
        told = _tells_again(second, first, alike)
        if told is not None:
            return Copy(first.id, second.id, CopyKind.REWRITE, undecided=False, reason=told)
    return None


def _in_order(a: Paper, b: Paper) -> tuple[int, float]:
    """Return how many of the words that both have stand in one order in both, and their share of them."""
    shared = frozenset(a.telling) & frozenset(b.telling)
    length = LCSseq.similarity([w for w in a.telling if w in shared], [w for w in b.telling if w in shared])
    return length, length / max(1, len(shared))


def _far(a: Paper, b: Paper) -> bool:
    between = apart(a.days, b.days)
    return a.dated and b.dated and between is not None and between > COPIES["window_days"]


def _direct(a: Paper, b: Paper, kind: CopyKind, why: str) -> Copy:
    """Return the copy with its direction, by the first sign that tells which document was first."""
    for sign, words in (
        (_by_credit, "the copy names the other"),
        (_by_address, "both end on the other's address"),
        (_by_date, "the copy is dated later"),
        (_by_host, "both are of one site, and the copy has less of it"),
        (_by_posts_shown, "the copy shows a post newer than the other's date"),
        (_by_loss, "the copy is a part of the other"),
    ):
        first = sign(a, b, kind)
        if first is not None:
            second = b if first is a else a
            mirror = ", at the same path on another host" if _mirrors(a, b) else ""
            return Copy(first.id, second.id, kind, undecided=False, reason=f"{why}; {words}{mirror}")
    return Copy(a.id, b.id, kind, undecided=True, reason=f"{why}; nothing tells which was first")


def _mirrors(a: Paper, b: Paper) -> bool:
    path = path_of(a.document.url)
    return len(path) > 1 and path == path_of(b.document.url)


def _by_credit(a: Paper, b: Paper, kind: CopyKind) -> Paper | None:
    del kind
    forth, back = _names(b, a), _names(a, b)
    return None if forth == back else a if forth else b


def _names(teller: Paper, other: Paper) -> bool:
    """Whether `teller` credits `other`'s outlet, or ends on its name."""
    outlet, stem = flat(other.document.outlet), _stem(other)
    credited = {flat(credit.source) for credit in teller.reading.telling.credits}
    if (outlet and outlet in credited) or (len(stem) >= 4 and stem in credited):
        return True
    return len(outlet) >= 6 and outlet in _end(teller)


def _by_address(a: Paper, b: Paper, kind: CopyKind) -> Paper | None:
    """Return the one whose own address stands at the end of both, as a mirror leaves it."""
    del kind
    ends = _end(a) if _end(b) and _end(a) else ""
    homes = [p for p in (a, b) if len(_stem(p)) >= 5 and _stem(p) in ends and _stem(p) in _end(b)]
    return homes[0] if len(homes) == 1 else None


def _stem(paper: Paper) -> str:
    """Return the name in a document's host: `example` of `www.example.co.uk`; empty where it has no address."""
    host = urlsplit(paper.document.url).hostname or "" if paper.document.url else ""
    parts = [part for part in host.split(".")[:-1] if part not in ("www", "m", "amp")]
    return max(parts, key=len, default="")


def _end(paper: Paper) -> str:
    # What an article says of its own source stands at its end; a name elsewhere may be its subject.
    return flat(paper.document.text[-400:])


def _by_host(a: Paper, b: Paper, kind: CopyKind) -> Paper | None:
    """Return the one of two pages of one site that stands on its main host, or else has more of the text."""
    hosts = [(urlsplit(p.document.url or "").hostname or "").removeprefix("www.") for p in (a, b)]
    if kind is not CopyKind.VERBATIM or not all(hosts) or (len(a.words) == len(b.words) and hosts[0] == hosts[1]):
        return None
    if hosts[0] == hosts[1]:
        return a if len(a.words) > len(b.words) else b
    if hosts[0].endswith(f".{hosts[1]}"):
        return b
    return a if hosts[1].endswith(f".{hosts[0]}") else None


def _by_date(a: Paper, b: Paper, kind: CopyKind) -> Paper | None:
    del kind
    days = [days_of(p.document.published) if p.document.published else None for p in (a, b)]
    if days[0] is None or days[1] is None:
        return None
    return a if days[0].last < days[1].first else b if days[1].last < days[0].first else None


def _by_posts_shown(a: Paper, b: Paper, kind: CopyKind) -> Paper | None:
    del kind
    for first, later in ((a, b), (b, a)):
        dated = days_of(first.document.published) if first.document.published else None
        shown = [time for post in later.document.posts if (time := post_time(post)) is not None]
        if dated and shown and max(shown).date() > dated.last:
            return first
    return None


def _by_loss(a: Paper, b: Paper, kind: CopyKind) -> Paper | None:
    """Return the fuller one where the other has lost a part of it: an embed, or much of the text."""
    if kind is not CopyKind.VERBATIM:
        return None
    if bool(a.document.posts) != bool(b.document.posts):
        return a if a.document.posts else b
    shorter, longer = sorted((a, b), key=lambda p: (len(p.words), p.id))
    return longer if len(shorter.words) < COPIES["part"] * len(longer.words) else None


def without_detours(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Leave out a copy between two documents that both copy a third."""
    originals: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        if not copy.undecided:
            originals[copy.copy].add(copy.original)
    kept = [c for c in copies if not originals[c.original] & originals[c.copy]]
    return tuple(sorted(kept, key=lambda c: (c.original, c.copy)))
