"""Which release date stands."""

from datetime import UTC, datetime

from setwatch.model import Channel, Modality, Move, Polarity, Property, Reading, When, quote
from tests.record.sayings import claim, known, page, standings, value_of

JUNE, OCTOBER = "2031-06-05", "2031-10-02"


def moved(outlet: str, said: str, old: str, new: str) -> Reading:
    return page(outlet, said, claim(old, when=When.FORMER), claim(new, when=When.CURRENT))


def test_a_date_that_one_paper_gives_against_many_is_disputed() -> None:
    pages = [page(f"Paper {n}", "2030-03-01", claim(JUNE)) for n in range(3)]
    pages.append(page("Slip", "2030-03-02", claim("2031-06-07")))
    assert standings(known(pages)) == {JUNE: "current", "2031-06-07": "disputed"}


def test_a_told_move_supersedes_however_many_gave_the_old_date() -> None:
    pages = [page(f"Paper {n}", "2030-03-01", claim(JUNE)) for n in range(5)]
    pages.append(moved("The Reel", "2030-04-01", JUNE, OCTOBER))
    assert standings(known(pages)) == {JUNE: "superseded", OCTOBER: "current"}
    assert standings(known(pages, "2030-03-31")) == {JUNE: "current"}


def test_the_year_does_not_contradict_a_day_in_it() -> None:
    pages = [page("The Reel", "2030-03-01", claim("2031")), page("Quay", "2030-03-02", claim(JUNE))]
    found = known(pages)
    assert standings(found) == {"2031": "current", JUNE: "current"}
    assert [v.value for v in found.values if v.head] == [JUNE]


def test_guesses_are_rumours_and_do_not_stand_against_a_plain_word() -> None:
    guess = claim(OCTOBER, modality=Modality.POSSIBLE)
    assert standings(known([page("Quay", "2030-03-02", guess)])) == {OCTOBER: "rumoured"}
    pages = [page(f"Guess {n}", "2030-03-02", guess) for n in range(4)] + [page("The Reel", "2030-03-01", claim(JUNE))]
    assert standings(known(pages)) == {JUNE: "current", OCTOBER: "rumoured"}


def test_a_denial_by_the_studio_beats_rumours() -> None:
    pages = [page(f"Guess {n}", "2030-03-02", claim(OCTOBER, modality=Modality.POSSIBLE)) for n in range(3)]
    denial = claim(OCTOBER, polarity=Polarity.DENIED, attribution="the official account")
    assert standings(known([*pages, page("The Reel", "2030-03-03", denial)])) == {OCTOBER: "denied"}


def test_a_date_named_only_as_the_one_before_is_superseded() -> None:
    assert standings(known([page("The Reel", "2030-03-01", claim(JUNE, when=When.FORMER))])) == {JUNE: "superseded"}


def test_a_premiere_is_not_the_release() -> None:
    pages = [page("The Reel", "2030-03-01", claim(JUNE), claim("2031-05-20", channel=Channel.PREMIERE))]
    assert standings(known(pages)) == {JUNE: "current", "2031-05-20": "current"}


def test_the_second_season_does_not_move_the_first() -> None:
    pages = [
        page("The Reel", "2030-03-01", claim("2031-06-05", season=1)),
        page("The Reel", "2030-09-01", claim("2032-06-10", season=2)),
    ]
    assert standings(known(pages)) == {"2031-06-05": "current", "2032-06-10": "current"}


def test_another_countrys_day_is_kept_under_that_country() -> None:
    pages = [page("The Reel", "2030-03-01", claim(JUNE), claim("2031-06-04", region="FR"))]
    found = known(pages)
    assert standings(found) == {JUNE: "current", "2031-06-04": "current"}
    assert value_of(found, "2031-06-04").region == "FR"


def test_what_a_later_version_of_the_page_no_longer_says_is_superseded() -> None:
    early = page("The Reel", "2030-03-01", claim(JUNE), captured=datetime(2030, 3, 2, tzinfo=UTC), version="one")
    late = page("The Reel", "2030-03-01", claim(OCTOBER), captured=datetime(2030, 3, 9, tzinfo=UTC), version="two")
    assert standings(known([early, late], "2030-03-03")) == {JUNE: "current"}
    assert standings(known([early, late])) == {JUNE: "superseded", OCTOBER: "current"}


def test_a_date_left_for_another_beside_it_is_left_whatever_else_the_text_says_of_it() -> None:
    pages = [page(f"Paper {n}", "2030-03-01", claim(JUNE)) for n in range(3)]
    far = quote("x" * 900 + JUNE, 900, 900 + len(JUNE))
    another = claim("2031-06", evidence=far)
    pages.append(page("The Reel", "2030-04-01", claim(JUNE, when=When.FORMER), claim(OCTOBER), another))
    found = standings(known(pages))
    assert (found[JUNE], found[OCTOBER]) == ("superseded", "current")


def test_a_delay_leads_to_no_earlier_day() -> None:
    delayed = claim("delayed", Property.PRODUCTION_STATUS)
    pages = [moved("The Reel", "2030-03-01", "2031-01-10", JUNE)]
    pages.append(page("Quay", "2030-05-01", claim("2031-02"), claim(OCTOBER), delayed))
    assert standings(known(pages)) == {
        "2031-01-10": "superseded",
        "2031-02": "disputed",
        JUNE: "superseded",
        OCTOBER: "current",
    }


def test_nothing_is_moved_into_the_past() -> None:
    pages = [page("The Reel", "2030-03-01", claim(JUNE))]
    pages.append(page("Quay", "2030-05-01", claim(JUNE, when=When.FORMER), claim("2030-01"), claim(OCTOBER)))
    found = known(pages)
    assert [v.value for v in found.values if v.head] == [OCTOBER]


def test_a_day_in_a_month_that_texts_moved_it_to_stands_before_the_month() -> None:
    pages = [moved("The Reel", "2030-03-01", JUNE, OCTOBER)]
    pages += [moved(f"Paper {n}", "2030-03-02", JUNE, "2031-10") for n in range(3)]
    assert [v.value for v in known(pages).values if v.head] == [OCTOBER]


def test_a_date_given_for_a_market_ends_being_off_the_calendar() -> None:
    off = page("The Reel", "2030-03-01", claim(JUNE, when=When.FORMER), claim("XXXX"))
    found = known([off, page("Quay", "2030-05-01", claim(OCTOBER, region="US"))])
    assert [(v.value, v.region) for v in found.values if v.head] == [(OCTOBER, "US")]


def test_a_move_that_leaves_one_of_two_dates_leaves_the_other() -> None:
    near = "2031-06-26"
    pages = [
        page("The Reel", "2030-03-01", claim(JUNE, move=Move.TO)),
        page("Quay", "2030-03-02", claim(near, move=Move.TO)),
    ]
    pages.append(moved("The Slate", "2030-03-03", JUNE, near))
    assert standings(known(pages)) == {JUNE: "superseded", near: "current"}


def test_a_move_told_for_the_home_market_moves_the_general_date() -> None:
    pages = [page("The Reel", "2030-03-01", claim(JUNE))]
    pages.append(page("Quay", "2030-05-01", claim(OCTOBER, region="US", move=Move.TO)))
    assert [(v.value, v.region) for v in known(pages).values if v.head] == [(OCTOBER, "US")]
    elsewhere = [pages[0], page("Quay", "2030-05-01", claim(OCTOBER, region="FR", move=Move.TO))]
    assert (JUNE, None) in [(v.value, v.region) for v in known(elsewhere).values if v.head]


def test_a_move_to_a_day_near_the_last_is_a_new_one_when_it_is_told_later() -> None:
    near = "2031-06-13"
    pages = [moved("The Reel", "2030-03-01", "2031-03-01", JUNE)]
    pages += [page(f"Paper {n}", "2030-03-02", claim(JUNE)) for n in range(3)]
    later = page("Quay", "2030-05-01", claim(near, move=Move.TO))
    assert [v.value for v in known([*pages, later]).values if v.head] == [near]


def test_no_year_that_looks_back_takes_the_place_of_a_day() -> None:
    pages = [page("The Reel", "2028-03-01", claim("2028-06-06")), page("Quay", "2030-03-01", claim("2029"))]
    assert [v.value for v in known(pages).values if v.head] == ["2028-06-06"]


def test_nothing_is_moved_to_the_month_that_has_begun() -> None:
    pages = [page("The Reel", "2030-03-01", claim(JUNE))]
    pages.append(page("Quay", "2030-05-09", claim(JUNE, when=When.FORMER), claim("2030-05"), claim(OCTOBER)))
    assert [v.value for v in known(pages).values if v.head] == [OCTOBER]


def test_what_is_said_for_the_home_market_counts_for_the_date_without_a_market() -> None:
    old = page("The Reel", "2030-03-01", claim(JUNE))
    home = page("Quay", "2030-06-01", claim(OCTOBER, region="US"), claim("2031-10-01", region="UK"))
    found = known([old, home])
    assert [v.value for v in found.values if v.head and v.region in {None, "US"}] == [OCTOBER]


def test_the_home_market_counts_by_itself_where_another_is_at_home() -> None:
    at_home = [page("The Reel", "2030-03-01", claim(JUNE)), page("Quay", "2030-03-02", claim(JUNE, region="FR"))]
    found = known([*at_home, page("Post", "2030-06-01", claim(OCTOBER, region="US"))])
    assert [v.value for v in found.values if v.head and v.region is None] == [JUNE]
