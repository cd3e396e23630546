"""Pages: what an editor sees of a record, a trail, changes, and a marked text."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from setwatch.cli.console import print_page
from setwatch.model import (
    Alarm,
    Appearance,
    Change,
    Claim,
    Copy,
    CopyKind,
    Document,
    Footage,
    FootageKind,
    Interval,
    Modality,
    Polarity,
    Production,
    Property,
    Record,
    Role,
    Standing,
    Statement,
    Story,
    Value,
    interval_of,
    quote,
)
from setwatch.publish import Line, Shelf, by_first_seen, changes_page, record_page, stories_page, trails_page
from setwatch.publish.reading_page import marked

GLASS = Production("Glass Harbour")
TEXT = "The pier is shut. A clip went from TikTok to Quay Notes. Glass Harbour opens on 5 June 2031. So be it."


def document(name: str, outlet: str, day: str) -> Document:
    return Document(
        name, f"v-{name}", f"https://{name}.example/1", outlet, (), None, day, f"{day}T12:00:00+00:00", "en", TEXT
    )


REEL, ECHO, QUAY = (
    document("reel", "The Reel", "2030-10-05"),
    document("echo", "Echo", "2030-10-06"),
    document("quay", "Quay News", "2034-02-01"),
)
COPY = Copy("reel", "echo", CopyKind.REWRITE, undecided=False, reason="later, no words of its own")
SHELF = Shelf.of((REEL, ECHO, QUAY), (COPY,))


def value(name: str, standing: Standing = Standing.CURRENT, prop: Property = Property.CAST_MEMBER) -> Value:
    start = TEXT.index("5 June")
    claim = Claim(
        GLASS.name,
        prop,
        name,
        Modality.PROBABLE,
        Polarity.AFFIRMED,
        None,
        quote(TEXT, start, start + len("5 June 2031")),
    )
    said = interval_of("2030-10-05")
    captured = datetime(2030, 10, 7, tzinfo=UTC)
    statement = Statement(claim, "reel", REEL.version, "The Reel", said, captured, dated=True)
    return Value(
        prop, name, standing, 1, ("reel", "echo"), said, said, (statement,), "5 June 2031", "affirmed, not denied"
    )


def printed(lines: Iterable[Line], capsys: pytest.CaptureFixture[str]) -> str:
    print_page(lines)
    return capsys.readouterr().out


def record(*values: Value) -> Record:
    return Record(GLASS.name, None, None, values)


def test_a_value_shows_standing_witnesses_documents_dates_and_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(record_page(record(value("2031-06-05", prop=Property.RELEASE_DATE)), GLASS, SHELF), capsys)
    assert "5 June 2031  current, 1 witness, 2 documents" in out
    assert "said 5 Oct 2030; affirmed, not denied" in out
    assert "“Glass Harbour opens on 5 June 2031.” The Reel, 5 October 2030 (probable)" in out
    assert "also Echo, 6 October 2030, copy of The Reel" in out


def test_current_values_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    values = [value("Old", Standing.SUPERSEDED), value("New"), value("Guess", Standing.RUMOURED)]
    out = printed(record_page(record(*values), GLASS, SHELF), capsys)
    assert out.index("New") < out.index("Old") < out.index("Guess")


def test_a_long_list_is_folded_and_names_all(capsys: pytest.CaptureFixture[str]) -> None:
    values = [value(f"Person {number}") for number in range(9)]
    out = printed(record_page(record(*values), GLASS, SHELF), capsys)
    assert "and 5 more current: Person 4, Person 5, Person 6, Person 7, Person 8" in out
    assert out.count("“") == 4
    assert printed(record_page(record(*values), GLASS, SHELF, everything=True), capsys).count("“") == 9


def appearance(actor: str | None, role: Role, time: Interval, **more: str) -> Appearance:
    start = TEXT.index("TikTok")
    return Appearance(
        actor, more.get("handle"), more.get("platform"), role, time, "reel", REEL.version,
        quote(TEXT, start, start + 6), more.get("named_by"),
    )  # fmt: skip


PIECE = Footage(
    "footage-1",
    FootageKind.VIDEO,
    GLASS.name,
    "A clip from the set",
    (
        appearance(
            "Ann Pier", Role.ORIGIN, interval_of("2030-10-03"), handle="annp", platform="tiktok", named_by="quay"
        ),
        appearance("Quay Notes", Role.PICKUP, interval_of("2030-10-04"), platform="twitter"),
        appearance("Quay Notes", Role.PICKUP, interval_of("2030-10-06"), platform="twitter"),
    ),
    ("reel", "echo", "quay"),
    (Alarm("quay", QUAY.version, quote(TEXT, 0, 17), interval_of("2030-10-03")),),
)


def test_a_trail_tells_who_had_it_first_and_who_names_whom(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(trails_page([PIECE], SHELF), capsys)
    assert "1. Ann Pier (@annp) on TikTok had it first, 3 Oct 2030" in out
    assert "left unnamed by The Reel, 5 October 2030; named by Quay News, 1 February" in out
    assert "2. Quay Notes on Twitter picked it up, 4 Oct 2030" in out
    assert "3." not in out


def test_copies_are_folded_under_their_original(capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(trails_page([PIECE], SHELF), capsys).splitlines()
    start = rows.index("  Told by")
    assert rows[start + 1 : start + 3] == ["    The Reel, 5 October 2030", "      https://reel.example/1"]
    assert rows[start + 3].startswith("      copied by Echo, 6 October 2030 (rewrite: ")
    assert rows[-2:] == ["    Quay News, 1 February 2034", "      https://quay.example/1"]


def test_old_footage_back_as_new_is_flagged(capsys: pytest.CaptureFixture[str]) -> None:
    out = " ".join(printed(trails_page([PIECE], SHELF), capsys).split())
    assert "! Old footage back as new: Quay News, 1 February 2034 gives it as new; first seen 3 Oct 2030" in out
    assert "“The pier is shut.”" in out


def test_footage_comes_in_the_order_in_which_it_was_first_seen(capsys: pytest.CaptureFixture[str]) -> None:
    early = replace(PIECE, footage_id="footage-2", appearances=(appearance("Bo", Role.ORIGIN, interval_of("2030-01")),))
    bare = replace(PIECE, footage_id="footage-0", summary="A poster", appearances=(), alarms=())
    pieces = by_first_seen([bare, PIECE, early])
    assert [piece.footage_id for piece in pieces] == ["footage-2", "footage-1", "footage-0"]
    out = printed(trails_page(pieces, SHELF), capsys)
    assert "Talked of, with no word on where it came from\n  Video “A poster” The Reel, 5 October 2030; Echo" in out


def test_a_coarser_date_is_told_with_the_day_that_it_covers(capsys: pytest.CaptureFixture[str]) -> None:
    values = [value(v, prop=Property.RELEASE_DATE) for v in ("2031-06-05", "2031-06")]
    values[0] = replace(values[0], reason="moved from 2030-11-02", head=True)
    out = printed(record_page(record(*values), GLASS, SHELF), capsys)
    assert "said 5 Oct 2030; moved from 2 November 2030" in out
    assert "    also given as June 2031 (1 witness, 2 documents)\n" in out
    assert "  June 2031  current" not in out


def test_a_change_shows_before_after_and_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    because = value("2031-06-05", prop=Property.RELEASE_DATE).statements[0]
    time = datetime(2030, 10, 5, 23, 59, 59, tzinfo=UTC)
    change = Change(GLASS.name, Property.RELEASE_DATE, time, "2031-03", "2031-06-05", because)
    out = printed(changes_page([change], SHELF), capsys)
    assert "5 Oct 2030  Release date: March 2031 → 5 June 2031" in out
    assert "opens on 5 June 2031" in out


def test_what_is_new_and_what_is_gone_are_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    because = value("Ann Pier").statements[0]
    time = datetime(2030, 10, 5, tzinfo=UTC)
    new = Change(GLASS.name, Property.CAST_MEMBER, time, None, "Ann Pier", because)
    gone = Change(GLASS.name, Property.CAST_MEMBER, time, "Bo Strand", None, because)
    out = printed(changes_page([new, gone], SHELF), capsys)
    assert "Cast: Ann Pier is new\n" in out
    assert "Cast: Bo Strand no longer stands\n" in out


def test_a_story_marks_copies(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(stories_page([Story("story-1", "A clip", ("reel", "echo"))], SHELF), capsys)
    assert "  Echo, 6 October 2030, rewrite copy of The Reel\n" in out


def test_the_words_of_each_claim_are_marked_with_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    text = "It opens in June.\nIn Rome."
    out = printed(marked(text, [quote(text, 3, 16), quote(text, 12, 16), quote(text, 21, 25)]), capsys)
    assert out == "  It ⟦opens in ⟧1⟦June⟧1,2.\n  In ⟦Rome⟧3.\n"


def test_a_pipe_gets_plain_lines_of_at_most_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(
        record_page(record(*(value(f"Person {n} of the Harbour Guild") for n in range(30))), GLASS, SHELF), capsys
    )
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out
    assert [row for row in out.splitlines() if row != row.rstrip()] == []
