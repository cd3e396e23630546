"""Lines of a text with their offsets, and its head: what stands before the running text."""

from dataclasses import dataclass

from setwatch.model import after_leading_date

RUNNING = 140
"""Characters from which a line is running text: longer than nearly all headlines, shorter than paragraphs."""

FURNITURE = 24
"""Lines at most that a head has."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it; `start` is its offset in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after the line."""
        return self.start + len(self.text)


def lines_of(text: str) -> list[Line]:
    """Return the lines that are not blank, the leading date taken off."""
    at = after_leading_date(text)
    found = []
    for raw in text[at:].split("\n"):
        stripped = raw.strip()
        if stripped:
            found.append(Line(stripped, at + len(raw) - len(raw.lstrip())))
        at += len(raw) + 1
    return found


def head_of(lines: list[Line]) -> list[Line]:
    """Return the lines before the second line of running text: headline, standfirst, byline, date, breadcrumbs."""
    running = 0
    for index, line in enumerate(lines[:FURNITURE]):
        running += len(line.text) >= RUNNING
        if running == 2:
            return lines[:index]
    return lines[:FURNITURE]
