"""Make the histories: 60 productions that do not exist, reported in the wordings of `wordings.toml`.

    python -m benchmarks.record.make

Writes `docs.jsonl`, `dossier.json` and `truth.json` beside this file, the same at each run.
"""

import json
import random
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
WORDINGS = tomllib.loads((HERE / "wordings.toml").read_text(encoding="utf-8"))
SEED = 20_301

TITLES = (
    "The Salt Road", "Ironvale", "Midnight Ferry", "A Quiet Harvest", "Copper Sky 2", "The Lamplighter's Daughter",
    "Nine Rivers", "Harrowgate", "Starfall: Exodus", "Bluebeard's Orchard", "The Cartographer", "Wolfsbane Rising",
    "Paper Kingdoms", "Last Train to Ostrava", "Velvet Hour", "The Undertow", "Kestrel Down", "Thirteen Bells",
    "Monsoon Ledger", "Glass Harbour: Part Two", "The Orchardist", "Dead Reckoner", "Sunless Strait",
    "Captain Tempest", "Captain Tempest: Stormbreak", "The Beekeeper of Riga", "Marrow", "Tin Soldiers",
    "Operation Fennel", "The Hollow Choir", "Saltwater Kings", "Rook", "Emberline", "The Night Librarian",
    "Zero Meridian", "Goodbye, Lisbon", "Hex & Hazel", "The Pale Archive", "Iron Orchid 3", "Juniper Street",
    "Lake of Knives", "The Magpie Job", "Cinderfoot", "Atlas Burning", "Winter Counsel", "The Last Falconer",
    "Dragonroot", "Pirates of the Inland Sea", "Robo-Gardener", "The Tenth Wife", "Ghost Frequency", "Silver Mile",
    "Untamed Hearts of Utah", "The Clockmaker's War", "Barracuda Bay", "Foxglove", "The Inheritance Machine",
)  # fmt: skip
SERIES = ("The Wardens of Aldmoor", "Tidewater", "House of Sparrows")
STUDIOS = (
    "Lantern Pictures", "Northgate Studios", "Meridian Films", "Bright Anchor", "Paragon", "Castlewood Entertainment",
    "Blue Heron Releasing", "Orpheum", "Summit Road",
)  # fmt: skip
PEOPLE = (
    "Ada Quill", "Mateo Larsen", "Ines Okafor", "Tom Brandvold", "Hye-jin Park", "Lucas Amaral", "Priya Raman",
    "Noah Sterling", "Greta Lindqvist", "Samuel Adeyemi", "Clara Fontaine", "Viktor Hale", "Mei Tanaka", "Owen Castle",
)  # fmt: skip
OTHERS = (
    "The Granite Heir", "Moonrunner", "Seven Sisters of Cork", "Bad Weather", "Kingfisher", "The Velvet Rope",
    "Pale Horse Canyon", "Overtime", "Sparrowhawk 2", "A Winter's Debt",
)  # fmt: skip
OUTLETS = (
    "reel", "quay", "screencourier", "matinee", "boxofficewire", "popcornledger", "cinemagazette", "thedailies",
    "fanpier", "marquee", "filmherald", "nightowl", "trailerpark", "slate", "projector",
)  # fmt: skip
ABROAD = {"de": "kinokurier", "fr": "cinelune", "es": "pantalla", "it": "schermo"}
ORDINALS = ("first", "second", "third")
MONTHS = WORDINGS["months"]
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

Day = date | str
"""A day, or a month or year as EDTF."""


@dataclass
class Film:
    """A production with what its articles say beside the date."""

    title: str
    studio: str
    director: str
    star: str
    truth: list[list[str | None]] = field(default_factory=list)


class Desk:
    """All that has been written: documents in the order of their making."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.docs: list[dict[str, str]] = []
        self.used: dict[str, int] = {}

    def wording(self, kind: str, lang: str = "en") -> str:
        """Return the wording of a kind that was used least."""
        choices = WORDINGS[lang][kind]
        least = min(self.used.get(c, 0) for c in choices)
        chosen = self.dice.choice([c for c in choices if self.used.get(c, 0) == least])
        self.used[chosen] = self.used.get(chosen, 0) + 1
        return str(chosen)

    def write(self, film: Film, kind: str, said: date, days: Mapping[str, Day], lang: str = "en") -> None:
        """Write an article that tells `kind`, among other sentences; `days` are what its words name."""
        u, v = self.dice.sample(OTHERS, 2)
        names = {"t": film.title, "s": film.studio, "d": film.director, "a": film.star, "u": u, "v": v}
        style = self.dice.randrange(5)
        words = {key: _words(value, said, lang, style) for key, value in days.items()}
        new, old = days.get("new"), days.get("old")
        more = {"sd": DAYS[said.weekday()], "n": str(days.get("n", "")), "nth": _nth(days.get("n"))}
        for name, day in (("new", new), ("old", old)):
            if isinstance(day, date):
                month = MONTHS[lang][day.month - 1]
                more |= {f"{name}_m": f"{month} {day.year}", f"{name}_y": str(day.year), "wd": DAYS[day.weekday()]}
            elif day:
                more |= {f"{name}_m": _words(day, said, lang, 0), f"{name}_y": day[:4]}
        lead = self.wording(kind, lang).format(**(names | more | words))
        rest = [w.format(**names) for w in self.dice.sample(WORDINGS[lang]["filler"], 2)]
        order = [lead, *rest] if self.dice.random() < 0.7 else [rest[0], lead, rest[1]]
        self.keep(said, lang, "\n".join(order) if self.dice.random() < 0.5 or "\n" in lead else " ".join(order))

    def keep(self, said: date, lang: str, text: str) -> None:
        """Keep a text as a document of some outlet."""
        outlet = ABROAD.get(lang) or self.dice.choice(OUTLETS)
        number = len(self.docs)
        head = f" date {said} " if self.dice.random() < 0.3 else ""
        self.docs.append(
            {
                "id": f"d{number:04}",
                "url": f"https://{outlet}.example/{said:%Y/%m}/{number}",
                "published": said.isoformat(),
                "lang": lang,
                "text": head + text,
            }
        )


def _nth(number: object) -> str:
    return ORDINALS[int(str(number)) - 1] if number else ""


def _words(day: Day, said: date, lang: str, style: int) -> str:
    """Return a day as an article of that style gives it; near ones without their year now and then."""
    if not isinstance(day, date):
        year, _, month = day.partition("-")
        return f"{MONTHS[lang][int(month) - 1]} {year}" if month else year
    month, near = MONTHS[lang][day.month - 1], 0 < (day - said).days < 240 and style % 2 == 1
    if lang == "de":
        return f"{day.day}. {month}" + ("" if near else f" {day.year}")
    if lang == "es":
        return f"{day.day} de {month}" + ("" if near else f" de {day.year}")
    if lang in {"fr", "it"}:
        return f"{day.day} {month}" + ("" if near else f" {day.year}")
    if style == 4:
        return f"{day.day} {month} {day.year}"
    name = SHORT[day.month - 1] if style in {1, 2} else month
    return f"{name} {day.day}" + ("" if near else f", {day.year}")


def _friday(day: date) -> date:
    return day + timedelta((4 - day.weekday()) % 7)


def _later(dice: random.Random, day: date, least: int, most: int) -> date:
    return _friday(day + timedelta(dice.randint(least, most)))


class History:
    """One film's news from its first date on."""

    def __init__(self, desk: Desk, film: Film, began: date) -> None:
        self.desk, self.film, self.dice = desk, film, desk.dice
        self.now = began
        self.stands: date | None = None
        self.left: list[date] = []

    def wait(self, least: int = 20, most: int = 90) -> None:
        """Let some days pass."""
        self.now += timedelta(self.dice.randint(least, most))

    def event(self, kind: str, new: date | None, langs: Sequence[str] = ("en",), **days: Day) -> None:
        """Tell that the date is `new` now: one to four articles, the first on the day."""
        old = self.stands
        given: dict[str, Day] = dict(days)
        if new is not None:
            given["new"] = new
        if old is not None:
            given["old"] = old
            self.left.append(old)
        elif self.left:
            given.setdefault("old", self.left[-1])
        for number in range(self.dice.randint(1, 3)):
            self.desk.write(self.film, kind, self.now + timedelta(min(number, 1)), given)
        for lang in langs:
            if lang != "en" and kind in WORDINGS[lang]:
                self.desk.write(self.film, kind, self.now + timedelta(1), given, lang)
        self.stands = new
        self.film.truth.append([self.now.isoformat(), new.isoformat() if new else None])

    def repeats(self, count: int, langs: Sequence[str] = ("en",)) -> None:
        """Let others mention the date that stands."""
        for _ in range(count):
            self.wait(4, 30)
            if self.stands is not None:
                self.desk.write(self.film, "repeat", self.now, {"new": self.stands}, self.dice.choice(langs))

    def noise(self, kind: str) -> None:
        """Tell what moves nothing."""
        self.wait(5, 25)
        stands = self.stands
        if stands is None:
            return
        far = _later(self.dice, stands, 90, 200)
        near: dict[str, Day] = {"pd": stands - timedelta(self.dice.randint(12, 40)), "sv": stands + timedelta(45)}
        near |= _lists(self.dice, stands) | {"rd": stands - timedelta(2), "ld": stands - timedelta(14)}
        if kind == "stray":
            slip = stands + timedelta(self.dice.choice([-1, 1, 7, -7]))
            self.desk.write(self.film, "repeat", self.now, {"new": slip})
        elif kind == "rumour":
            self.desk.write(self.film, "rumour", self.now, {"new": far})
        elif kind == "old" and self.left:
            early = [d for d in self.desk.docs if self.film.title in d["text"] and d["lang"] == "en"]
            text = early[0]["text"]
            self.desk.keep(self.now, "en", text.partition(" date ")[2][11:] if text.startswith(" date ") else text)
        else:
            self.desk.write(self.film, kind, self.now, {"new": stands, **near})


NOISE = ("stray", "rumour", "denial", "premiere", "streaming", "region", "list_repeat", "limited", "day_and_date")


def _film_history(history: History, plan: str, langs: Sequence[str]) -> None:
    """Tell a film's news by a plan: a letter an event."""
    dice = history.dice
    for letter in plan:
        if history.stands and history.stands - history.now < timedelta(60):
            return  # it is out
        base = history.stands or (history.left[-1] if history.left else None)
        if letter == "f":
            history.event("first", _later(dice, history.now, 300, 700), langs)
        elif letter in "dl" and base:
            history.event(
                "delay" if letter == "d" else "list", _later(dice, base, 40, 300), langs, **_lists(dice, base)
            )
        elif letter == "e" and base:
            history.event(
                "earlier",
                max(_friday(base - timedelta(dice.randint(14, 60))), _friday(history.now + timedelta(60))),
                langs,
            )
        elif letter == "u":
            history.event("undated", None, langs)
        elif letter == "b":
            history.event("back", history.left[0], langs)
        elif letter == "r" and base:
            history.event("redated", _later(dice, base, 100, 300))
        elif letter == "w" and base:
            history.event("swap", _later(dice, base, 40, 120))
        elif letter == "x":
            history.event("cancelled", None)
        elif letter == "n":
            history.noise(dice.choice(NOISE))
        elif letter == "c" and history.left:
            history.desk.write(
                history.film, "correction", history.now, {"new": history.stands or "", "old": history.left[-1]}
            )
        elif letter == "o":
            history.noise("old")
        if letter in "fdlebrw":
            history.repeats(dice.randint(1, 4), langs)
        history.wait(10, 50)


def _lists(dice: random.Random, base: date) -> dict[str, Day]:
    return {"ud": _later(dice, base, 10, 90), "xd": _later(dice, base, 100, 200)}


def _partial_history(history: History) -> None:
    """A year, then a month, then a day."""
    day = _later(history.dice, history.now, 500, 800)
    film, desk = history.film, history.desk
    for value in (str(day.year), f"{day:%Y-%m}"):
        said = history.now
        desk.write(film, "month" if "-" in value else "year", said, {"new": value})
        film.truth.append([said.isoformat(), value])
        history.wait(40, 100)
    history.event("first", day)
    history.repeats(3)


PLANS = (
    "fnndnnd", "fnenn", "funrn", "fdbnn", "fnlnn", "fnwnno", "fddnddo", "fnnnn", "fdnono", "fnx", "flnbn", "fdurnn",
    "fendn", "fwndn", "fnddno", "fdcnn", "fnnlnw", "fnuorn",
)  # fmt: skip


def _series_history(history: History) -> Iterator[tuple[str, str, str]]:
    """Tell of three seasons, yield season, day and date of each word on them."""
    for number in (1, 2, 3):
        new = _later(history.dice, history.now, 150, 300)
        for kind in ("season_first", "season_delay") if number > 1 else ("season_first",):
            old = new
            if kind == "season_delay":
                new = _later(history.dice, new, 40, 120)
            for _ in range(2):
                history.desk.write(history.film, kind, history.now, {"new": new, "old": old, "n": str(number)})
            yield str(number), history.now.isoformat(), new.isoformat()
            history.wait(30, 80)
        history.now = max(history.now, new + timedelta(30))


def main() -> int:
    """Write the three files."""
    dice = random.Random(SEED)
    desk = Desk(dice)
    films: list[Film] = []
    truth: dict[str, list[list[str | None]]] = {}
    for number, title in enumerate((*TITLES, *SERIES)):
        director, star = dice.sample(PEOPLE, 2)
        film = Film(title, dice.choice(STUDIOS), director, star)
        films.append(film)
        history = History(desk, film, date(2027, 1, 4) + timedelta(dice.randrange(500)))
        if title in SERIES:
            for season, said, value in _series_history(history):
                truth.setdefault(f"{title} (season {season})", []).append([said, value])
            continue
        langs = ("en", "en", ("de", "fr", "es", "it")[number % 4]) if number % 2 else ("en",)
        if number % 9 == 8:
            _partial_history(history)
        else:
            _film_history(history, PLANS[number % len(PLANS)], langs)
        truth[title] = film.truth
    titles = [{"name": f.title, "kind": "series" if f.title in SERIES else "film"} for f in films]
    docs = sorted(desk.docs, key=lambda doc: (doc["published"], doc["id"]))
    (HERE / "docs.jsonl").write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in docs), encoding="utf-8")
    (HERE / "dossier.json").write_text(json.dumps({"titles": titles}, indent=1, ensure_ascii=False) + "\n")
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(docs)} documents on {len(films)} productions, {len(desk.used)} wordings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
