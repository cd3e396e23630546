"""Footage that is back years later is joined with its first reports by who had it, or by whom and what it shows."""

from collections.abc import Callable

from setwatch.model import Reading, Role
from setwatch.tracing import trace

Maker = Callable[..., Reading]

SKATES = "Mara Lindqvist and Oke Brandt skate hand in hand along the beach, with neon suits and knee pads."


def _local(reading: Maker) -> Reading:
    return reading(
        "beacon",
        f"Ondine Moreno, a baker, recorded it and put it on TikTok (@ondinebakes). {SKATES}",
        "2021-06-27",
        video="recorded it",
        steps=(("Ondine Moreno", "tiktok", Role.ORIGIN, "Ondine Moreno, a baker, recorded"),),
        shown=("Mara Lindqvist", "Oke Brandt"),
    )


def _later(reading: Maker, origin: str, tells: str, published: str = "2024-02-11") -> Reading:
    return reading(
        "farandula",
        f"A video goes round since Sunday. It was shared by {origin}. {tells}",
        published,
        video="A video",
        steps=((origin, "tiktok", Role.ORIGIN, f"shared by {origin}"),),
        new="since Sunday",
        shown=tuple(name for name in ("Mara Lindqvist", "Oke Brandt") if name in tells),
    )


def test_the_same_people_with_so_many_of_the_same_things_are_an_old_piece_that_is_back(reading: Maker) -> None:
    (footage,) = trace([_local(reading), _later(reading, "Pop al Dia", SKATES)], ()).footage
    assert [alarm.evidence.exact for alarm in footage.alarms] == ["since Sunday"]
    assert footage.appearances[0].actor == "Ondine Moreno"


def test_the_same_people_with_other_things_years_later_are_another_piece(reading: Maker) -> None:
    other = "Mara Lindqvist and Oke Brandt ride a motorcycle over a bridge, and a helicopter follows through the rain."
    footage = trace([_local(reading), _later(reading, "Pop al Dia", other)], ()).footage
    assert len(footage) == 2
    assert not any(piece.alarms for piece in footage)


def test_the_same_things_with_nobody_known_are_another_piece(reading: Maker) -> None:
    tells = "Two doubles skate hand in hand along the beach, with neon suits and knee pads."
    assert len(trace([_local(reading), _later(reading, "Pop al Dia", tells)], ()).footage) == 2


def test_a_passer_by_who_had_one_thing_had_it_however_late_it_is_told(reading: Maker) -> None:
    tells = "Mara Lindqvist and Oke Brandt are on roller skates in it."
    for name in ("Ondine Moreno", "ondinebakes", "Ondine"):
        (footage,) = trace([_local(reading), _later(reading, name, tells)], ()).footage
        assert len(footage.documents) == 2, name


def test_who_goes_by_a_handle_is_its_owner(reading: Maker) -> None:
    user = reading(
        "munch",
        f"User quayrat shared it on Reddit. {SKATES}",
        "2021-06-28",
        video="shared it",
        steps=(("quayrat", "reddit", Role.ORIGIN, "quayrat shared"),),
    )
    check = reading(
        "checks",
        f"The old clip is by Tam Orrin, who goes by quayrat there. {SKATES}",
        "2024-02-13",
        video="The old clip",
        steps=(("Tam Orrin", "reddit", Role.ORIGIN, "by Tam Orrin"),),
        old="The old clip",
    )
    (footage,) = trace([user, check], ()).footage
    assert len(footage.documents) == 2
