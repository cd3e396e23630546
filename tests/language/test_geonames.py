"""Which place of GeoNames a name means."""

import pytest

from setwatch.language.names.geonames import Named, areas, geonames_id

TRIESTE, LONDON, LONDON_IN_ONTARIO = 3165185, 2643743, 6058560


def near(*names: str) -> Named:
    return Named(near=frozenset().union(*(areas(name) for name in names)))


@pytest.mark.parametrize("name", ["Trieste", "Triest", "TRIESTE", "Триест"])
def test_the_names_of_one_town_have_one_id(name: str) -> None:
    assert geonames_id(name) == TRIESTE


@pytest.mark.parametrize(
    ("name", "number"),
    [("Norway", 3144096), ("Norwegen", 3144096), ("UK", 2635167), ("Scotland", 2638360), ("Sizilien", 2523119)],
)
def test_countries_and_regions_have_ids_too(name: str, number: int) -> None:
    assert geonames_id(name) == number


def test_of_several_the_best_known_is_meant() -> None:
    assert geonames_id("London") == LONDON


def test_the_region_that_stands_right_with_it_decides() -> None:
    assert geonames_id("London", Named(beside=areas("Ontario"))) == LONDON_IN_ONTARIO


def test_a_region_in_the_sentence_does_not_take_a_metropolis_away() -> None:
    assert geonames_id("London", near("Ontario")) == LONDON


def test_a_region_in_the_sentence_decides_between_towns() -> None:
    assert geonames_id("Birmingham") == 2655603
    assert geonames_id("Birmingham", near("Alabama")) == 4049979


def test_what_nothing_decides_has_no_id() -> None:
    assert geonames_id("Georgia") is None


@pytest.mark.parametrize(("town", "number"), [("Atlanta", 4197000), ("Tbilisi", 614540)])
def test_a_town_tells_which_of_two_regions_is_meant(town: str, number: int) -> None:
    assert geonames_id("Georgia", near(town)) == number


@pytest.mark.parametrize("name", ["Quarrymead Studios", "Cornwall", "Pinewood", ""])
def test_what_no_table_has_gets_no_namesake(name: str) -> None:
    assert geonames_id(name) is None


def test_a_metropolis_is_meant_and_not_its_state() -> None:
    assert geonames_id("New York") == 5128581
    assert geonames_id("Singapore") == 1880251
