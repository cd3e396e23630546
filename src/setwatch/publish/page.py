"""Lines of a page for the terminal: styled text with an indent, wrapped by whoever prints them."""

from dataclasses import dataclass, field

from rich.text import Text

from setwatch.publish.safe import clean

GAP = 2
"""Blanks that a part may begin with."""

Part = str | tuple[str, str]
"""Words, or words with the name of their style. They are never read as markup."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: it begins at column `indent` and goes on at `indent + hang`. `whole`: it is never broken."""

    indent: int = 0
    text: Text = field(default_factory=Text)
    hang: int = 2
    whole: bool = False


BLANK = Line()


def line(indent: int, *parts: Part, hang: int = 2, whole: bool = False) -> Line:
    """Return a line of these parts, each made safe to show; the blanks at the ends of a part stay."""
    text = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        lead = len(words) - len(words.lstrip(" "))
        end = " " if words.strip() and words[-1:] == " " else ""
        text.append(f"{' ' * min(lead, GAP)}{clean(words)}{end}", style)
    return Line(indent, text, hang, whole)


def many(number: int, one: str, more: str | None = None) -> str:
    """Return a number with its noun: `1 witness`, `3 witnesses`."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
