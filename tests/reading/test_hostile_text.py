import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setwatch.reading.flattened import find_posts
from tests.reading.made_captures import read_text

PIECES = [
    "View this post on Instagram",
    "A post shared by Ada (@ada)",
    "— Ada (@ada) May 1, 2031",
    "♬ original sound - A",
    "@ada ",
    "“",
    "”",
    '"',
    "pic.twitter.com/aB3dE5gH7j",
    "By Ada Lind",
    "\n",
    "\n\n",
    " ",
    "tweeted: ",
    "May 1, 2031",
    "date 2031-01-01",
    "(@",
    "—",
    "https://x.com/a/status/1",
    "“Ada Lind wrote on X.” ",
    "«",
    "»",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join))
def test_any_text_is_read_and_its_posts_stand_in_it(text: str) -> None:
    document = read_text(text.encode("utf-8", "replace").decode())
    last = 0
    for post in document.posts:
        assert post.evidence.stands_in(document.text) or not post.evidence.exact
        assert post.text in post.evidence.exact
        assert post.evidence.start >= last
        last = post.evidence.end


@pytest.mark.parametrize("piece", [*PIECES, "(", "a ", "A", "1 ", "Ada Lind ", "-", "\t"])
def test_a_long_run_of_one_thing_takes_no_long_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.process_time()
    find_posts(text)
    read_text(text)
    assert time.process_time() - begun < 10
