"""One reading as a page: the document, its posts, its footage, its claims, and the text with their words marked."""

from collections.abc import Sequence
from datetime import datetime

from rich.text import Text

from setwatch.model import Absence, Claim, Credit, Evidence, FootageMention, Post, Reading
from setwatch.publish.dates import day, said, spoken
from setwatch.publish.page import BLANK, Line, line
from setwatch.publish.safe import clean, clean_lines
from setwatch.publish.words import CHANNEL, HEAD, KIND, MARK, PROPERTY, QUIET, QUOTE, ROLE, WHEN, platform

OPEN, SHUT = "⟦", "⟧"
"""What stands around marked words; the numbers of the claims that stand on them follow."""


def reading_page(reading: Reading, origin: str) -> list[Line]:
    """Return the page of one reading; `origin` is where its bytes came from."""
    document = reading.document
    facts = [
        f"outlet {document.outlet}" if document.outlet else "outlet not told",
        f"by {', '.join(document.byline)}" if document.byline else "no byline",
        f"published {spoken(document.published)}" if document.published else "date not told",
        f"language {document.lang}",
    ]
    lines = [line(0, (document.title or origin, HEAD)), line(0, ("; ".join(facts), QUIET))]
    lines += [line(0, (document.url, QUIET), whole=True)] if document.url else []
    lines += _section("Posts", [_post(number, post) for number, post in enumerate(document.posts, start=1)])
    lines += _section("Footage", [_footage(mention) for mention in reading.telling.footage])
    lines += _section("Credited sources", [[_credit(credit)] for credit in reading.telling.credits])
    lines += _section("Claims", [_claim(number, claim) for number, claim in enumerate(reading.claims, start=1)])
    return [*lines, BLANK, line(0, ("Text", HEAD)), *marked(document.text, [c.evidence for c in reading.claims])]


def _section(name: str, entries: Sequence[Sequence[Line]]) -> list[Line]:
    return [BLANK, line(0, (name, HEAD)), *(row for entry in entries for row in entry)] if entries else []


def _post(number: int, post: Post) -> list[Line]:
    handle = f"@{post.handle}" if post.handle else ""
    who = f"{post.author} ({handle})" if post.author and handle else post.author or handle or "author not told"
    where = f" on {platform(post.platform)}" if post.platform else ""
    times = [said(post.clock)] if post.clock else []
    times += [f"printed {spoken(post.printed)}"] if post.printed else []
    lines = [line(2, f"{number}. ", (who, HEAD), where, f", {', '.join(times) or 'date not told'}")]
    lines += [line(5, (f"“{_short(post.text)}”", QUOTE))] if post.text and not (post.gone and post.gone.hidden) else []
    lines += [line(5, (gone(post.gone), QUIET))] if post.gone else []
    return [*lines, *([line(5, (post.permalink, QUIET), whole=True)] if post.permalink else [])]


def gone(absence: Absence) -> str:
    """Return in words that a post is gone, when that was seen, and whether its words are hidden."""
    seen = f"gone from its platform, seen on {day(datetime.fromisoformat(absence.checked).date())}"
    return f"{seen}; its words are hidden (SHA-256 {absence.digest[:16]}…)" if absence.hidden else seen


def _footage(mention: FootageMention) -> list[Line]:
    about = f" of {mention.production}" if mention.production else ""
    lines = [line(2, (f"{KIND[mention.kind]}{about}: ", HEAD), (f"“{_short(mention.evidence.exact)}”", QUOTE))]
    for step in mention.trail:
        where = f" on {platform(step.platform)}" if step.platform else ""
        lines.append(
            line(4, f"{step.actor or 'somebody unnamed'}{where} {ROLE[step.role]} ", (_quote(step.evidence), QUOTE))
        )
    for shown in mention.depicts:
        lines.append(line(4, f"shows {shown.who_or_what} ({shown.modality}) ", (_quote(shown.evidence), QUOTE)))
    for words, what in ((mention.presented_as_new, "called new "), (mention.presented_as_old, "called older ")):
        lines += [line(4, what, (_quote(words), QUOTE))] if words else []
    return lines


def _credit(credit: Credit) -> Line:
    return line(2, f"{credit.source} ", (_quote(credit.evidence), QUOTE))


def _claim(number: int, claim: Claim) -> list[Line]:
    value = spoken(claim.value) if claim.property == "release_date" else claim.value.replace("_", " ")
    facts = [
        f"as {claim.character}" if claim.character else "",
        f"season {claim.season}" if claim.season is not None else "",
        claim.region or "",
        CHANNEL[claim.channel] if claim.channel else "",
        WHEN[claim.when] if claim.when else "",
        f"dated {spoken(claim.date)}" if claim.date else "",
        f"{'denied, ' if claim.polarity == 'denied' else ''}{claim.modality}",
        f"on the word of {claim.attribution}" if claim.attribution else "",
        f"found by {claim.found_by}" if claim.found_by else "",
    ]
    told = ", ".join(fact for fact in facts if fact)
    return [
        line(2, f"{number}. {PROPERTY[claim.property]} of {claim.production}: ", (value, HEAD), f" ({told})", hang=5),
        line(5, (_quote(claim.evidence), QUOTE)),
    ]


def _quote(evidence: Evidence) -> str:
    return f"“{_short(evidence.exact)}”"


def _short(words: str, room: int = 160) -> str:
    words = clean(words)
    return words if len(words) <= room else words[: room - 2].rsplit(" ", 1)[0] + " …"


def marked(text: str, evidence: Sequence[Evidence]) -> list[Line]:
    """Return the lines of a text; the words of each piece of evidence stand in brackets with its number from 1."""
    ends = sorted({place for piece in evidence for place in (piece.start, piece.end)} | {0, len(text)})
    rows: list[Text] = [Text()]
    held: tuple[int, ...] = ()
    for start, end in zip(ends, [*ends[1:], len(text)], strict=True):
        numbers = tuple(n for n, piece in enumerate(evidence, start=1) if piece.start <= start < piece.end)
        if held and numbers != held:
            rows[-1].append(f"{SHUT}{','.join(map(str, held))}", QUIET)
        if numbers and numbers != held:
            rows[-1].append(OPEN, QUIET)
        held = numbers
        first, *more = clean_lines(text[start:end])
        rows[-1].append(first, MARK if numbers else "")
        for row in more:
            rows.append(Text(row, MARK if numbers else ""))
    return [Line(2, row, 0) for row in rows]
