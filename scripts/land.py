"""Make the outlines of land that maps are drawn over from a shapefile of Natural Earth.

    python scripts/land.py ne_110m_admin_0_countries.shp > src/setwatch/web/draw/land.txt

Natural Earth (naturalearthdata.com) is in the public domain. Each line of the result is one outline: pairs of degrees
east and north, in tenths. The format of the input is ESRI's (Shapefile Technical Description, July 1998, type 5).
"""

import itertools
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

HEADER = 100
POLYGON = 5
SMALLEST = 4
"""Points of an outline that is kept: a triangle, closed."""


def outlines(data: bytes) -> Iterator[list[tuple[int, int]]]:
    """Yield the rings of all polygons, in tenths of degrees, without points that are there already."""
    place = HEADER
    while place < len(data):
        (length,) = struct.unpack_from(">4xi", data, place)
        record = data[place + 8 : place + 8 + 2 * length]
        place += 8 + 2 * length
        kind, parts, count = struct.unpack_from("<i32xii", record)
        if kind != POLYGON:
            continue
        starts = [*struct.unpack_from(f"<{parts}i", record, 44), count]
        numbers = struct.unpack_from(f"<{2 * count}d", record, 44 + 4 * parts)
        for first, last in itertools.pairwise(starts):
            ring = [(round(10 * numbers[2 * n]), round(10 * numbers[2 * n + 1])) for n in range(first, last)]
            yield [point for n, point in enumerate(ring) if not n or point != ring[n - 1]]


def main() -> None:
    """Print the outlines of the file that is named."""
    for ring in outlines(Path(sys.argv[1]).read_bytes()):
        if len(ring) >= SMALLEST:
            print(" ".join(f"{x},{y}" for x, y in ring))


if __name__ == "__main__":
    main()
