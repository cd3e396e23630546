"""A text that names another as its source, and has little of its own, is that one's rewrite."""

from collections.abc import Callable

from setwatch.model import CopyKind, Reading
from setwatch.tracing import trace

Maker = Callable[..., Reading]

SOURCE = (
    "The thriller starts on 14 March in Trieste, with Mara Lindqvist as the pilot. Under the eye of Tia Moreno, "
    "Oke Brandt plays Captain Holm. The camera is in the hands of Ada Winter, and Jonas Vale has the score. Northlight "
    "pays 85 million for it, and wants it in cinemas on 21 November. Before, Moreno made Salt Meridian in Jordan."
)
AGAIN = (
    "Good news for those who like boats: per The Harbour, Tia Moreno is about to roll on her next one in Trieste on 14 "
    "March. Mara Lindqvist steers, Oke Brandt is along as Holm, Ada Winter lights it, and Jonas Vale writes music. "
    "Nobody has seen a page of it yet, so cross your fingers until 21 November, when Northlight hopes to cash in."
)


def test_a_text_told_again_with_its_source_named(reading: Maker) -> None:
    (copy,) = trace([reading("harbour", SOURCE, "2024-02-01"), reading("boatblog", AGAIN, "2024-02-02")], ()).copies
    assert (copy.original, copy.copy) == ("https://harbour.example/story", "https://boatblog.example/story")
    assert copy.kind is CopyKind.REWRITE
    assert not copy.undecided


def test_the_same_without_a_source_is_a_report_of_its_own(reading: Maker) -> None:
    own = AGAIN.replace("per The Harbour, ", "")
    assert trace([reading("harbour", SOURCE, "2024-02-01"), reading("boatblog", own, "2024-02-02")], ()).copies == ()


def test_a_source_named_weeks_later_is_no_copy(reading: Maker) -> None:
    assert trace([reading("harbour", SOURCE, "2024-02-01"), reading("boatblog", AGAIN, "2024-03-20")], ()).copies == ()


def test_a_text_with_news_of_its_own_beside_the_credit_is_no_copy(reading: Maker) -> None:
    news = (
        "As The Harbour reported, Tia Moreno will roll in Trieste. Yesterday the mayor, Livia Costa, told a council in "
        "Palazzo Verdi that Via Roma, Piazza Unita and the Molo Audace close from 3 April to 9 April. Buses 6 and 36 "
        "go round by Via Carducci, and the market of Ponterosso moves to Campo Marzio, says Livia Costa."
    )
    assert trace([reading("harbour", SOURCE, "2024-02-01"), reading("courier", news, "2024-02-02")], ()).copies == ()


def test_a_short_text_that_has_most_of_its_facts_of_its_source_is_its_rewrite(reading: Maker) -> None:
    short = (
        "The Harbour broke the news: the cameras start in Trieste on 14 March, with Mara Lindqvist as the pilot and "
        "Oke Brandt as Holm. Jonas Vale has the score. It is in cinemas on 21 November, so keep calm."
    )
    (copy,) = trace(
        [reading("harbour", SOURCE, "2024-02-01"), reading("boatblog", short, "2024-02-02", credits=("The Harbour",))],
        (),
    ).copies
    assert copy.kind is CopyKind.REWRITE


def test_a_source_may_be_named_by_its_short_form(reading: Maker) -> None:
    source = reading("The Hollywood Reporter", SOURCE, "2024-02-01")
    again = reading("boatblog", AGAIN.replace("per The Harbour", "per THR"), "2024-02-02", credits=("THR",))
    (copy,) = trace([source, again], ()).copies
    assert copy.kind is CopyKind.REWRITE
