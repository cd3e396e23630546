"""The table that every benchmark prints."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return `rows` under `head` in aligned columns: the first to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def verdict(bars: Sequence[tuple[str, bool]]) -> int:
    """Print each bar with whether it holds; return the exit code: 0 if all hold, else 1."""
    for bar, holds in bars:
        print(f"{'holds' if holds else 'FAILS'}: {bar}")
    return 0 if all(holds for _, holds in bars) else 1
