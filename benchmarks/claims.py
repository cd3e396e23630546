"""How fast documents are analysed and their claims found: `python -m benchmarks.claims [DIR]`.

Bars, for documents of 2 KB on one thread: at least 500 a second with 100 watched productions, at least 300 with 10,000,
and time that grows no worse than the logarithm of the watch list. A document is counted as its characters over 2,048.

Timed is `analyse` and `find_claims` alone, in CPU time of the process, which has one thread: from a document (text,
address, language) and a watch list to its claims. Not timed are reading the bytes, tracing, stories, the store, and
what is made once for a watch list or a language, which a first round makes. Then come several rounds, of which the
median counts. No text that is made here is read twice, so that nothing kept from one reading helps another; those of
a folder are read in each round.

The documents are two hundred texts of 2 KB a round made from templates about invented productions, the same each time,
about as dense as the reports of the annotated corpus. To 2 KB they have (the corpus in brackets) 24 sentences (27),
14 people (15), 6 places (5), 6 organisations (5), 7 dates (8), 5 mentions of watched productions (5), 18 claims (16).
All are about a watched production, as the corpus is. With DIR they are those of the `docs.jsonl` files below it
(`../shared/corpus`). A watch list has the productions of the texts or of the `dossier.json` files beside them, the
titles of `../shared/titles/films.tsv` where that is there, and invented titles for the rest.

Beside it a blank English pipeline of spaCy with a `Matcher` for the names of the productions, if `make peers` has been
run: it splits words and finds names, and tells no dates, people, places or claims.
"""

import csv
import json
import math
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from itertools import count
from pathlib import Path

from benchmarks.table import table, verdict
from setwatch.claims import find_claims
from setwatch.language import analyse
from setwatch.model import Document, Kind, Production, take
from setwatch.reading import read

BARS = {100: 500, 10_000: 300}
SIZE = 2048
"""Characters of a document."""
TEXTS, ROUNDS, SEED = 200, 3, 20
PEER_TEXTS = 20
"""Texts of a round that the peer is timed on."""
SIZES = (100, 1_000, 10_000)
FILMS = Path(__file__).resolve().parents[2] / "shared/titles/films.tsv"
CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)

ADJECTIVES = [
    "Amber",
    "Brittle",
    "Crimson",
    "Distant",
    "Fallow",
    "Gilded",
    "Hollow",
    "Ivory",
    "Lantern",
    "Marble",
    "Northern",
    "Quiet",
    "Salt",
    "Velvet",
]
NOUNS = [
    "Harbour",
    "Orchard",
    "Meridian",
    "Causeway",
    "Foundry",
    "Almanac",
    "Regent",
    "Tideline",
    "Viaduct",
    "Parish",
    "Cartographer",
    "Kiln",
]
ENDS = ("", " Rising", " at Dawn", " Road", " and the Fox", ": Low Water", " Part Two", " Season")
FIRST = ["Anna", "James", "Maria", "Robert", "Laura", "David", "Helen", "Thomas", "Julia", "Peter", "Sofia", "Daniel"]
LAST = [
    "Varrow",
    "Kestrel",
    "Halloran",
    "Brandt",
    "Oyelaran",
    "Lindqvist",
    "Moreau",
    "Castellane",
    "Pryce",
    "Takeda",
    "Dunmore",
    "Ferris",
]
PLACES = [
    "Budapest",
    "Lisbon",
    "Glasgow",
    "Toronto",
    "Prague",
    "Malta",
    "Oslo",
    "Dublin",
    "Vancouver",
    "Marseille",
    "Seville",
    "Antwerp",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
STUDIOS = ["Netflix", "Warner Bros.", "Paramount", "Universal", "Sony Pictures", "Amazon", "A24", "Lionsgate"]
OUTLETS = ["Variety", "Deadline", "The Guardian", "Collider", "Empire", "Total Film"]
THINGS = [
    "Comic-Con",
    "Super Bowl",
    "Riverside Hall",
    "Golden Mile",
    "Academy Award",
    "Bond Street",
    "Halden",
    "Ostrava",
]
OTHERS = ["Paper Lantern 2", "Winterfold: The Return", "Grey Harvest III", "Saltmarsh 3", "Ninth Hour: Reckoning"]
SENTENCES = (
    "{film} will be released in theaters on {month} {day}, {year}.",
    "Directed by {person}, the film stars {other} and {third} as two sisters.",
    "Production on {film} began in {place} last {month}, with {person} behind the camera.",
    "The sequel was delayed from {month} {day} to a date in {year}, the studio said.",
    "“We wrapped in {place} and it was a long winter,” {last} told {outlet}.",
    "{person} posted on {month} {day}: “Back on set for {film}!”",
    "Cameras were seen near the old bridge in {place}, where several streets were closed for the shoot.",
    "{other} is reportedly in talks to join the cast, according to {outlet}.",
    "{studio} has not said who will write the next chapter, though {last} is said to have read an early draft.",
    "Tickets for the concert at {thing} sold out within a day.",
    "The council met on {month} {day} to talk about the new tram line, and nobody asked about the film.",
    "It is not clear whether {third} will return for another part.",
    "Critics at {thing} praised the score, and audiences have been patient about the long wait.",
    "A first trailer is expected before the end of {year}.",
    "Rain fell for most of the week, and the crew of {film} waited in the Hotel Meridian for better light.",
    "{person}, who made {title}, said that the work had been harder than he thought.",
    "A spokesperson for {studio} declined to comment on the report.",
    "Last week, fans gathered between {thing} and the Old Customs House, and some of them filmed it with their phones.",
    "{last} was seen hanging from the side of a train while {second} and the stunt team watched.",
    "He said it was the hardest thing that he had ever done, and that he would do it again.",
    "The stunt took four months to prepare, and it was shot on {month} {day} at {thing}.",
    "“It’s not about how high it is,” said {last}, who did not want to give away more.",
    "The story of {film} follows a courier from {thing} to the end of the Silver Line.",
    "Photos from {thing} show {other} in a grey coat beside {third}.",
    "{studio} will show the film at {thing}, {outlet} reports.",
    "Those who saw {title} will know what to expect from a long chase through the old town.",
    "No new date has been announced for {film}, which was once due in {month} {year}.",
    "The music is by {person}.",
    "{other} and {third} spent the afternoon with students in the town hall and answered questions for an hour.",
    "Nobody in the street knew what the noise was about, least of all {last}, who had slept through the night.",
    "{person} has kept a house near {thing} for years and does not like to talk about it.",
    "That may sound like a small thing, but {second} and {last} have heard it often enough to smile about it.",
    "The idea is as old as {thing} itself, and people still like to argue about who had it first.",
    "Whether that helps {studio} in a crowded year is another matter, as {outlet} noted in {month}.",
)


def titles() -> Iterator[str]:
    """Yield invented titles without end, each once."""
    for number in count():
        for end in ENDS:
            for adjective in ADJECTIVES:
                for noun in NOUNS:
                    yield f"The {adjective} {noun}{end}{f' {number + 1}' if number else ''}"


def watch_list(size: int, about: tuple[Production, ...] = ()) -> tuple[Production, ...]:
    """Return so many productions: what the texts are `about` or two hundred invented ones, known films, others."""
    invented = titles()
    known = {production.name: production for production in about[:size]}
    if not about:
        names = (next(invented) for _ in range(min(TEXTS, size // 2)))
        known = {name: Production(name) for name in names}
    if FILMS.is_file():
        with FILMS.open(encoding="utf-8", newline="") as lines:
            films = [row["title"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
        for name in films[1 :: max(1, 2 * len(films) // size)][: size - len(known)]:
            known.setdefault(name, Production(name))
    while len(known) < size:
        name = next(invented)
        known.setdefault(name, Production(name))
    return tuple(known.values())


def written(seed: int) -> Iterator[str]:
    """Yield the texts of a round made from templates, each about a production or two."""
    draw = random.Random(seed)
    films = [film.name for film in watch_list(SIZES[0])]
    for _ in range(TEXTS):
        about, text = draw.sample(films, 2), ""
        people = [f"{first} {last}" for first, last in zip(draw.sample(FIRST, 5), draw.sample(LAST, 5), strict=True)]
        while len(text) < SIZE:
            person, other, third, fourth, fifth = draw.sample(people, 5)
            text += draw.choice(SENTENCES).format(
                film=draw.choice(about),
                person=person,
                other=other,
                third=third,
                last=fourth.split()[1],
                second=fifth.split()[1],
                place=draw.choice(PLACES),
                studio=draw.choice(STUDIOS),
                outlet=draw.choice(OUTLETS),
                thing=draw.choice(THINGS),
                title=draw.choice(OTHERS),
                month=draw.choice(MONTHS),
                day=draw.randint(1, 28),
                year=draw.randint(2026, 2028),
            )
            text += draw.choice((" ", " ", " ", "\n\n"))
        yield text[: text.rindex(" ", 0, SIZE)]


def documents(folder: Path | None, seed: int = SEED) -> tuple[Document, ...]:
    """Return the documents of a folder, or those that are made here for one round."""
    if folder is None:
        records = [{"url": f"https://news.example/{at}", "lang": "en", "text": t} for at, t in enumerate(written(seed))]
    else:
        lines = [line for path in sorted(folder.glob("**/docs.jsonl")) for line in path.read_text("utf-8").splitlines()]
        records = [{key: each[key] for key in ("url", "lang", "text")} for each in map(json.loads, lines)]
    return tuple(read(take(json.dumps(r).encode(), "application/json", CAPTURED, r["url"])) for r in records)


def productions(folder: Path) -> tuple[Production, ...]:
    """Return the productions that the documents of a folder are about, by its `dossier.json` files."""
    found = [each for path in sorted(folder.glob("**/dossier.json")) for each in json.loads(path.read_text())["titles"]]
    return tuple(Production(t["name"], tuple(t["aliases"]), t["franchise"], Kind(t["kind"])) for t in found)


def ours(watched: tuple[Production, ...]) -> Callable[[Document], object]:
    """Return the reading that is measured."""
    return lambda document: find_claims(document, analyse(document, watched), watched)


def peer(watched: tuple[Production, ...]) -> Callable[[Document], object] | None:
    """Return a blank pipeline of spaCy with the names as patterns, None where it is not installed."""
    try:
        pipeline = import_module("spacy").blank("en")
        matcher = import_module("spacy.matcher").Matcher(pipeline.vocab)
    except ImportError:
        return None
    for number, production in enumerate(watched):
        words = pipeline.make_doc(production.name)
        matcher.add(str(number), [[{"LOWER": word.lower_} for word in words]])
    return lambda document: matcher(pipeline(document.text))


def rate(work: Callable[[Document], object], rounds: list[tuple[Document, ...]]) -> float:
    """Return documents of 2 KB a second of CPU time, the median of the rounds but the first."""
    rates = []
    for found in rounds:
        begun = time.process_time()
        for document in found:
            work(document)
        rates.append(sum(len(d.text) for d in found) / SIZE / (time.process_time() - begun))
    return statistics.median(rates[1:])


def main(argv: list[str]) -> int:
    """Print the table and the bars; return the exit code."""
    folder = Path(argv[0]) if argv else None
    rounds = [documents(folder, SEED + at) for at in range(ROUNDS + 1)]
    found, about = rounds[0], productions(folder) if folder else ()
    print(f"{len(found)} documents a round, {sum(len(d.text) for d in found) / SIZE:.0f} times 2 KB", flush=True)
    rates, rows = {}, []
    for size in SIZES:
        watched = watch_list(size, about)
        rates[size] = rate(ours(watched), rounds)
        beside = peer(watched)
        # A Matcher takes minutes over all texts where it has 10,000 patterns.
        other = f"{rate(beside, [r[:PEER_TEXTS] for r in rounds[:2]]):.0f}" if beside else "not installed: make peers"
        rows.append([f"{size:,} watched", f"{rates[size]:.0f}", other])
        print(": ".join(rows[-1][:2]), file=sys.stderr, flush=True)
    print(table(["documents of 2 KB a second", "setwatch", "spaCy, blank, Matcher"], rows))
    few, many = SIZES[0], SIZES[-1]
    bars = [(f"{size:,} watched: at least {bar} a second", rates[size] >= bar) for size, bar in BARS.items()]
    growth, log = rates[few] / rates[many], math.log(many) / math.log(few)
    bars.append((f"time grows by {growth:.2f}, the logarithm of the watch list by {log:.2f}", growth <= log))
    return verdict(bars)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
