"""Which places the filming locations of a document are: their numbers in GeoNames."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from setwatch.claims.place_names import demonyms, listed
from setwatch.claims.scene import Scene
from setwatch.language.names.gazetteer import Area
from setwatch.language.names.geonames import Named, areas, geonames_id
from setwatch.model import Claim, Mention, MentionKind

FORM = "geonames:{}"
"""The form of an id."""

_LOCATED = re.compile(r"(?i)(?:,\s|\s\(|,?\s(?:in|within|en|au|à|im|i|в)\s)(?:the\s|der\s)?")
"""Between a town and the region that it lies in."""
_TOWN_OF = re.compile(r"(?i)(?:[’']s)?\s(?:\w+\s){0,2}(?:(?:city|town|village|port|capital|suburb)\sof\s)?(?:the\s)?")
"""Between a region and its town: `Georgia’s Rome`, `the Alabama town of Florence`."""
_POSSESSED = re.compile(r"[’']s\s|\s(?:city|town|village|port|capital|suburb)\sof\s")


def with_place_ids(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return filming locations with their ids: in one document a name means one place."""
    if not claims:
        return ()
    ids = _ids(scene, {claim.value for claim in claims})
    return tuple(replace(claim, place_id=ids[claim.value]) if claim.value in ids else claim for claim in claims)


def _ids(scene: Scene, wanted: Collection[str]) -> Mapping[str, str]:
    said = [(m, _areas_of(m)) for m in scene.analysis.names if m.name in wanted or _is_place(m)]
    bearers: dict[Area, set[str]] = defaultdict(set)
    near: dict[str, set[Area]] = defaultdict(set)
    beside: dict[str, set[Area]] = defaultdict(set)
    for group in _by_sentence(scene, said):
        for mention, told in group:
            for area in told:
                bearers[area].add(mention.name)
        for name in {mention.name for mention, _ in group if mention.name in wanted}:
            near[name].update(area for mention, told in group if mention.name != name for area in told)
        for at, (mention, _) in enumerate(group):
            if mention.name in wanted:
                beside[mention.name].update(_beside(scene.document.text, group, at))
    found: dict[str, str] = {}
    for name in wanted:
        others = frozenset(area for area, names in bearers.items() if names != {name})
        number = geonames_id(name, Named(frozenset(beside[name]), frozenset(near[name]), others))
        if number is not None:
            found[name] = FORM.format(number)
    return found


Said = Sequence[tuple[Mention, frozenset[Area]]]
"""Places with the countries and regions that they point to."""


def _is_place(mention: Mention) -> bool:
    return mention.kind is MentionKind.PLACE or mention.name.casefold() in demonyms()


def _areas_of(mention: Mention) -> frozenset[Area]:
    return areas(demonyms().get(mention.name.casefold(), mention.name))


def _by_sentence(scene: Scene, said: Said) -> Iterable[Said]:
    """Return the places of each sentence that names any."""
    groups: dict[int, list[tuple[Mention, frozenset[Area]]]] = defaultdict(list)
    for mention, told in said:
        sentence = scene.sentence_at(mention.span.start)
        groups[sentence.span.start if sentence else -1].append((mention, told))
    return groups.values()


def _beside(text: str, group: Said, at: int) -> frozenset[Area]:
    """Return the region that stands right with a place: `Rome, Georgia`, `Georgia’s Rome`."""
    place = group[at][0]
    if at + 1 < len(group):
        region, told = group[at + 1]
        goes_on = at + 2 < len(group) and listed(text, region, group[at + 2][0])
        if not goes_on and _LOCATED.fullmatch(text[place.span.end : region.span.start]):
            return told
    if at:
        region, told = group[at - 1]
        between = text[region.span.end : place.span.start]
        if _TOWN_OF.fullmatch(between) and _POSSESSED.search(between):
            return told
    return frozenset()
