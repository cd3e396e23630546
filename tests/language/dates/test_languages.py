"""The same grammar in other languages, resolved against a Monday, 5 October 2020."""

from datetime import date

import pytest

from setwatch.language.dates import find_dates

BASE = date(2020, 10, 5)

CASES = {
    "de": [
        ("Der Film startet am 19. November 2021.", ["2021-11-19"]),
        ("Kinostart ist der 19.11.2021", ["2021-11-19"]),
        ("Im Februar wurde der Dreh unterbrochen", ["2020-02"]),
        ("Ende 2020 soll er fertig sein", ["2020"]),
        ("kommt erst im Frühjahr 2022", ["2022-21"]),
        ("im dritten Quartal 2021", ["2021-35"]),
        ("vor zwei Wochen", ["2020-09-21"]),
        ("nächste Woche", ["2020-10-12/2020-10-18"]),
        ("vom 6. bis 20. Juli 2021", ["2021-07-06/2021-07-20"]),
        ("Anfang nächsten Jahres", ["2021"]),
        ("A post of October 4, 2020", ["2020-10-04"]),
        ("vom 1. bis 3. Mai 2021", ["2021-05-01/2021-05-03"]),
        ("Ende des Monats", ["2020-10"]),
        ("kommenden Freitag", ["2020-10-09"]),
        ("am Morgen nach dem Dreh", []),
    ],
    "fr": [
        ("Le film sortira le 19 novembre 2021", ["2021-11-19"]),
        ("le 1er mai 2022", ["2022-05-01"]),
        ("il sortira le 30 septembre prochain", ["2021-09-30"]),
        ("à l'été 2022", ["2022-22"]),
        ("la semaine prochaine", ["2020-10-12/2020-10-18"]),
        ("il y a deux ans", ["2018"]),
        ("fin 2021", ["2021"]),
        ("en mai 2018, puis à l'été de la même année", ["2018-05", "2018-22"]),
        ("mi-mai 2022", ["2022-05"]),
        ("du 4 au 10 mai 2021", ["2021-05-04/2021-05-10"]),
        ("entre avril et juin 2021", ["2021-04", "2021-06"]),
        ("à la fin de l’année prochaine", ["2021"]),
    ],
    "es": [
        ("Se estrena el 2 de abril de 2021", ["2021-04-02"]),
        ("llegará en el verano de 2022", ["2022-22"]),
        ("a finales de 2021", ["2021"]),
        ("en mayo de 2018 o a fines de ese año", ["2018-05", "2018"]),
        ("el próximo 3 de mayo", ["2021-05-03"]),
        ("el año pasado", ["2019"]),
        ("hace tres meses", ["2020-07"]),
        ("del 4 al 10 de mayo de 2021", ["2021-05-04/2021-05-10"]),
        ("mayo del próximo año", ["2021-05"]),
        ("de abril a junio de 2021", ["2021-04", "2021-06"]),
    ],
    "it": [
        ("Uscirà il 12 novembre 2021", ["2021-11-12"]),
        ("nell'estate del 2022", ["2022-22"]),
        ("nel 2018", ["2018"]),
        ("due anni fa", ["2018"]),
        ("la prossima settimana", ["2020-10-12/2020-10-18"]),
        ("a fine 2021", ["2021"]),
        ("dal 4 al 10 maggio 2021", ["2021-05-04/2021-05-10"]),
        ("quest'estate", ["2020-22"]),
        ("arrivato lunedì 19", ["2020-10-19"]),
    ],
    "nl": [
        ("De film komt op 19 november 2021", ["2021-11-19"]),
        ("in de herfst van 2021", ["2021-23"]),
        ("vorig jaar", ["2019"]),
        ("twee weken geleden", ["2020-09-21"]),
        ("eind 2021", ["2021"]),
        ("van 4 tot 10 mei 2021", ["2021-05-04/2021-05-10"]),
        ("vorige week vrijdag", ["2020-10-02"]),
    ],
    "sv": [
        ("Filmen har premiär den 19 november 2021", ["2021-11-19"]),
        ("skjuts upp till hösten 2021", ["2021-23"]),
        ("i fjol", ["2019"]),
        ("nästa vecka", ["2020-10-12/2020-10-18"]),
        ("mellan den 4 och 10 maj 2021", ["2021-05-04/2021-05-10"]),
        ("i höst", ["2020-23"]),
    ],
    "nb": [
        ("Filmen har premiere 19. november 2021", ["2021-11-19"]),
        ("høsten 2021", ["2021-23"]),
        ("i fjor", ["2019"]),
        ("for innspilling i september 2020", ["2020-09"]),
        ("fra 4. til 10. mai 2021", ["2021-05-04/2021-05-10"]),
    ],
    "ru": [
        ("Фильм выйдет 19 ноября 2021 года", ["2021-11-19"]),
        ("съемки начались 7 октября 2019 года", ["2019-10-07"]),
        ("в 2017 году", ["2017"]),
        ("летом 2022 года", ["2022-22"]),
        ("на прошлой неделе", ["2020-09-28/2020-10-04"]),
        ("два года назад", ["2018"]),
        ("с 4 по 10 мая 2021 года", ["2021-05-04/2021-05-10"]),
        ("в мае этого года", ["2020-05"]),
        ("к концу года", ["2020"]),
    ],
    "hu": [
        ("A film 2021. november 19-én kerül a mozikba", ["2021-11-19"]),
        ("2020. október 7-én", ["2020-10-07"]),
        ("2023 októberére tervezik", ["2023-10"]),
        ("2017-ben készült", ["2017"]),
        ("tavaly", ["2019"]),
        ("jövő héten", ["2020-10-12/2020-10-18"]),
        ("2021. május 4. és 10. között", ["2021-05-04/2021-05-10"]),
        ("jövő év elején", ["2021"]),
        ("idén ősszel", ["2020-23"]),
    ],
    "pt": [
        ("O filme estreia em 2 de abril de 2021", ["2021-04-02"]),
        ("no ano passado", ["2019"]),
        ("no verão de 2022", ["2022-22"]),
        ("no final de 2021", ["2021"]),
        ("de 4 a 10 de maio de 2021", ["2021-05-04/2021-05-10"]),
        ("em maio deste ano", ["2020-05"]),
    ],
    "pl": [
        ("Film trafi do kin 19 listopada 2021 roku", ["2021-11-19"]),
        ("w październiku 2021", ["2021-10"]),
        ("w zeszłym roku", ["2019"]),
        ("dwa tygodnie temu", ["2020-09-21"]),
        ("latem 2022 roku", ["2022-22"]),
        ("od 4 do 10 maja 2021", ["2021-05-04/2021-05-10"]),
        ("w przyszłym tygodniu", ["2020-10-12/2020-10-18"]),
    ],
}
ROWS = [(lang, text, expected) for lang, rows in CASES.items() for text, expected in rows]


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS, ids=[f"{lang}: {text}" for lang, text, _ in ROWS])
def test_a_date_is_its_value(lang: str, text: str, expected: list[str]) -> None:
    assert [found.edtf for found in find_dates(text, BASE, lang)] == expected


@pytest.mark.parametrize("lang", ["de-CH", "nn-NO", "xx", "", "PT_br"])
def test_any_tag_reads_a_plain_date(lang: str) -> None:
    assert [found.edtf for found in find_dates("2021-11-19", BASE, lang)] == ["2021-11-19"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "4 octobre 2020", "2020-10-04"),
        ("en", "7 октября 2020", "2020-10-07"),
        ("fr", "October 4, 2020", "2020-10-04"),
        ("ru", "Nov. 19, 2021", "2021-11-19"),
        ("hu", "summer 2021", "2021-22"),
        ("en", "11/10/2020", "2020-11-10"),
        ("de", "11/10/2020", "2020-10-11"),
    ],
)
def test_a_date_of_another_language_is_found(lang: str, text: str, expected: str) -> None:
    assert [found.edtf for found in find_dates(text, BASE, lang)] == [expected]
