"""Where a picture or video was found: who had it, when and where it matches."""

from collections.abc import Sequence

from setwatch.model import CameFrom, Likeness, MediaMatch, Post, Sighting
from setwatch.publish.dates import moment, said, spoken
from setwatch.publish.page import BLANK, Line, line
from setwatch.publish.shapes import Shape, interval_shape
from setwatch.publish.words import HEAD, QUIET, platform

SAID = {
    Likeness.COPY: "Copy",
    Likeness.SAME_TAKE: "Same take or place, not a copy",
}


CAME = {
    CameFrom.THIS_FROM_THAT: "posted later than that, so it came from there, or from where that came from",
    CameFrom.THAT_FROM_THIS: "posted earlier than that, which came from here, or from where this came from",
    CameFrom.UNDECIDED: "which of the two came from the other is undecided",
}


def sightings_page(found: Sequence[Sighting]) -> list[Line]:
    """Return one page for all sightings, the surest first."""
    lines: list[Line] = []
    for sighting in found:
        match = sighting.match
        lines += [BLANK] if lines else []
        said = "The very file" if sighting.same_file else f"{SAID[match.likeness]} of"
        lines.append(line(0, (f"{said} ", HEAD), (sighting.origin, HEAD)))
        if not sighting.same_file:
            lines += [line(2, CAME[sighting.came_from])] if match.likeness is Likeness.COPY else []
            lines.append(line(2, _where(match)))
        lines.append(line(2, f"captured {moment(sighting.captured)}", hang=4))
        if sighting.url:
            lines.append(line(2, f"at {sighting.url}", whole=True))
        lines += [line(2, f"posted by {_who(post)}") for post in sighting.posts]
        lines += [line(2, (f"shown in {document}", QUIET)) for document in sighting.documents]
    return lines


def _who(post: Post) -> str:
    name = f"@{post.handle}" if post.handle else post.author or "somebody"
    where = f" on {platform(post.platform)}" if post.platform else ""
    time = said(post.clock) if post.clock else spoken(post.printed) if post.printed else "undated"
    return f"{name}{where}, {time}"


def _where(match: MediaMatch) -> str:
    left, top, right, bottom = (round(100 * share) for share in match.area)
    area = (
        "all of it"
        if (left, top, right, bottom) == (0, 0, 100, 100)
        else f"{left}-{right} % across, {top}-{bottom} % down"
    )
    mirrored = ", mirrored" if match.mirrored else ""
    return (
        f"at {match.time:.1f} s stands what is there at {match.reference_time:.1f} s; {area}{mirrored}; "
        f"agreement {match.agreement:.2f}"
    )


def sighting_shape(sighting: Sighting) -> Shape:
    """Return a sighting for programs."""
    match = sighting.match
    return {
        "likeness": match.likeness.value,
        "same_file": sighting.same_file,
        "agreement": match.agreement,
        "time": match.time,
        "reference_time": match.reference_time,
        "area": list(match.area),
        "mirrored": match.mirrored,
        "unseen": match.unseen,
        "came_from": sighting.came_from.value,
        "digest": match.reference,
        "origin": sighting.origin,
        "url": sighting.url,
        "captured": sighting.captured.isoformat(),
        "posted": [_post(post) for post in sighting.posts],
        "documents": list(sighting.documents),
    }


def _post(post: Post) -> Shape:
    return {
        "author": post.author,
        "handle": post.handle,
        "platform": post.platform,
        "time": interval_shape(post.clock),
        "printed": post.printed,
    }
