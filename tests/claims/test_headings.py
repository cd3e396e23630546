"""What stands below a line that is a title and nothing else is told of that title."""

from tests.claims.test_release_news import standing

ROUND_UP = """These films were moved

Harbour Lights

The family film was due on May 5, 2030. The release is now set for June 3, 2031.

Hollow Crown

The thriller was to be seen in theaters on July 1, 2030. It will now be released on August 9, 2031.

Copper Sky

The western was to open in theaters on September 4, 2030. It will now be released on October 2, 2031.
"""


def test_dates_below_a_heading_are_told_of_its_title() -> None:
    assert standing(ROUND_UP) == [("Harbour Lights", "2031-06-03"), ("Hollow Crown", "2031-08-09")]


def test_a_heading_in_a_text_about_one_title_changes_nothing() -> None:
    text = """Harbour Lights is delayed

What Happened

The family film was due in theaters on May 5, 2030. The release is now set for June 3, 2031.
"""
    assert standing(text) == [("Harbour Lights", "2031-06-03")]


def test_a_title_with_its_director_heads_what_stands_below() -> None:
    text = """La liste des films repoussés

« Harbour Lights », de Jo Roe

Cette comédie devait sortir le 5 mai 2030. Elle sortira finalement au cinéma le 3 juin 2031.

« Hollow Crown », de Ann Quill

Ce drame devait sortir le 1er juillet 2030. Il sortira finalement au cinéma le 9 août 2031.
"""
    assert standing(text, lang="fr") == [("Harbour Lights", "2031-06-03"), ("Hollow Crown", "2031-08-09")]
