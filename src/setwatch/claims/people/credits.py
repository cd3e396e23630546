"""Who does what on which production: all findings of one document, settled against each other.

Patterns find a person in a job sentence by sentence. Over the whole document it is then settled who is a character
and no person, what somebody has left, and whose weak signs count: `returns` makes no actor of a known director.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from setwatch.claims.people.finding import ELSEWHERE, Finding
from setwatch.claims.people.reduced import OTHER, PERSON, Person, Reduced, loose_names, reduce
from setwatch.claims.people.settled import passing, settled
from setwatch.claims.people.words import KINDS, MERE, SIGNS, Pattern, Words, words_of
from setwatch.claims.scene import Scene
from setwatch.claims.several import productions_at
from setwatch.claims.surely import sureness
from setwatch.claims.telling import Telling
from setwatch.claims.voice import attribution
from setwatch.model import Claim, Mention, MentionKind, Modality, Polarity, Property, Sentence, Span, fold

_STAR = re.compile(r"(?:star|actor|actress|director|filmmaker|helmer) ", re.IGNORECASE)
_ANOTHER = re.compile(r"(?<![.!?:] )(?<!^)\b([A-Z][\w’']+)[”\"’'*_]{0,2} $")
_IN_TITLE = re.compile(r" in ([A-Z][\w’']+(?: (?:of |the |and )?[A-Z][\w’']+){1,4})(?=[ ,.;]|$)")
_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Season|Part|Chapter|"
    r"Episode|Volume|Spring|Summer|Autumn|Fall|Winter|Series)\b"
)
_FOR_ANOTHER = re.compile(rf"\b(?:for|in)(?: an?| the| his| her)? {OTHER}", re.IGNORECASE)
"""A part in another title: `in talks for a Rosa Quill cameo`."""
_ORIGIN = re.compile(r"(?:ish|an|ese|ch|wood|winning|nominated|time|The|And|As|But)$")
"""Capital words before `star` that name no work: `British star`, `Hollywood star`, `Oscar-winning star`."""
_LONGEST_WORD = 30
_SINGULAR = re.compile(r" (?:\w+ ){0,3}?(?:plays|is|was|portrays|returns|has|keeps|takes|reprises)\b")
_PARTS = re.compile(r",? and |, ")
_WITH = re.compile(r"(?:^|\s)(?:with|mit|avec|con|med|met|starring|с)\s$", re.IGNORECASE)
_OF_HIS = re.compile(r"['’]s? (?:[\w-]+ ){0,2}(?:double|stand-in|stunt|stunts|co-?star)\b", re.IGNORECASE)
_REFUTES = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|refut(?:es|ed)|shot down|no truth|untrue|false)\b"
    r"[^.;]{0,40}\b(?:that|reports?|rumou?rs?)\s?(?:that )?$",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\b(?:whether|ob)\s(?:\w+\s)?$", re.IGNORECASE)
_BEFORE = 90
"""Characters before a sentence in which the job of somebody who comes or goes may be told."""
_WORD = 12
"""Characters of the longest word that sets a name beside what is told."""
_BY_THE_WAY = frozenset(("named", "owner", "by", "shown"))
"""Kinds of words that tell a job by the way; who tells of the rest of the sentence need not tell of it."""
LONGEST_SENTENCE = 2000
"""Characters; what is longer is no sentence that somebody wrote, and costs time."""
LONGEST = 380
"""Characters of evidence; the words of a longer match are cut at the end."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the claims on people of a document, of all jobs, in the words that tell them best."""
    return (telling.claim for telling in tellings(scene) if not telling.passing)


def tellings(scene: Scene) -> Iterator[Telling]:
    """Yield the claims on people with all the places that tell them."""
    words = words_of(scene.lang)
    authors = frozenset(fold(name) for name in (*scene.document.byline, scene.document.outlet or "") if name)
    loose = loose_names(scene, words)
    found = [f for s in scene.analysis.sentences for f in _in_sentence(scene, s, words, loose.get(s.span.start, ()))]
    often = Counter(finding.person for finding in found)
    settled_ = settled(found)
    denied = {(f.person, f.job) for f in settled_ if f.kind == "denied"}
    for finding, weaker in zip(settled_, passing(settled_), strict=True):
        if finding.production == ELSEWHERE or (finding.kind == "left" and _is_refuted(scene, finding)):
            continue
        if often[finding.person] > 1 or fold(finding.person) not in authors:
            yield Telling(_claim(scene, finding, (finding.person, finding.job) in denied), weaker)


def _in_sentence(scene: Scene, sentence: Sentence, words: Words, loose: Sequence[Mention]) -> Iterator[Finding]:
    if len(sentence.text) > LONGEST_SENTENCE:
        return
    reduced = reduce(scene, sentence, words, loose)
    if reduced is None:
        return
    for pattern in words.picked.of(reduced.text.lower()):
        for match in pattern.regex.finditer(reduced.text):
            yield from _of_match(scene, reduced, words, pattern, match)
    yield from _with_parts(scene, reduced)


def _with_parts(scene: Scene, reduced: Reduced) -> Iterator[Finding]:
    """Yield whoever stands beside the part played, `(Mr X)` or `as Ms Y`, whatever the rest of the sentence says."""
    for index, people in reduced.people.items():
        if any(person.part for person in people):
            for production in productions_at(scene, reduced.sentence, reduced.start(index)):
                for person in people:
                    yield Finding(
                        Property.CAST_MEMBER,
                        "weak",
                        person.name,
                        production,
                        reduced.sentence,
                        reduced.span(index, index + 1),
                        person.span,
                        person.part,
                    )


def _of_match(
    scene: Scene, reduced: Reduced, words: Words, pattern: Pattern, match: re.Match[str]
) -> Iterator[Finding]:
    groups = match.groupdict()
    index = next((match.start(name) for name in ("p", "first", "last") if groups.get(name)), None)
    if index is None:
        return
    everybody = reduced.people[index]
    people = everybody[:1] if groups.get("first") else everybody[-1:] if groups.get("last") else everybody
    if groups.get("part") and len(people) > 1 and _SINGULAR.match(match[0][1:]):
        people = people[-1:]
    parts = _parts(scene, reduced, match, people)
    replaced = _replaced(reduced, match) if groups.get("whom") else None
    span = _cut(reduced.span(match.start(), match.end()))
    if pattern.kind in MERE and words.pronoun.fullmatch(_words(scene, everybody[0].span).lower()):
        return
    elsewhere = pattern.kind == "elsewhere" or (groups.get("part") and _in_another(scene, span.end))
    about = (ELSEWHERE,) if elsewhere else _productions(scene, reduced, pattern, match, index)
    start = reduced.sentence.span.start
    before = "" if pattern.job else scene.document.text[max(0, start - _BEFORE) : start]
    kind = "weak" if pattern.kind == "named" and _known_for_another(reduced.text, match) else pattern.kind
    for production in about:
        for person, part in zip(people, parts, strict=True):
            finding = Finding(
                pattern.job, kind, person.name, production, reduced.sentence, span, person.span, part, replaced, before
            )
            yield finding
            if len(people) == 1 and part and groups.get("part"):
                yield from _elliptic(scene, reduced, words, match.end(), finding)


def _in_another(scene: Scene, at: int) -> bool:
    """Whether words behind the part played name another title: `plays the Beast in Dark Lantern`."""
    match = _IN_TITLE.match(scene.document.text, at)
    if match is None or _TIME.search(match[1]):
        return False
    span = Span(*match.span(1))
    return not scene.productions_in(span) and not scene.names_in(span, MentionKind.PLACE)


def _known_for_another(text: str, match: re.Match[str]) -> bool:
    """Whether a name with a capital before `star X` tells what else X is known for: `Paper Kings star X`.

    A name of a person that stands there is a title: `Rosa Quill star X`.
    """
    if _STAR.match(match[0]) is None:
        return False
    if text[: match.start()].endswith(f"{PERSON} "):
        return True
    before = _ANOTHER.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    return before is not None and _ORIGIN.search(before[1]) is None


def _elliptic(scene: Scene, reduced: Reduced, words: Words, part: int, first: Finding) -> Iterator[Finding]:
    """Yield the rest of `A is X, B Y and C Z`, `first` being that A is X, whose words end before `part`.

    Where X is a person's name too, `X, B` is one run, and B its last.
    """
    at = part
    while True:
        run = reduced.people.get(at - 1, ())
        match = words.elliptic_part.match(reduced.text, at) if len(run) > 1 else None
        if match is None and (match := words.elliptic.match(reduced.text, at)):
            run = reduced.people[match.start("p")]
        if match is None:
            return
        person = run[-1]
        part_told = _parts(scene, reduced, match, (person,))[0]
        span = Span(person.span.start, reduced.end(match.end() - 1))
        yield replace(first, person=person.name, span=span, at=person.span, part=part_told)
        at = match.end()


def _parts(scene: Scene, reduced: Reduced, match: re.Match[str], people: tuple[Person, ...]) -> tuple[str | None, ...]:
    """Return the part that each of `people` plays, as the match or the words behind each name tell it."""
    groups = match.groupdict()
    if groups.get("parts"):
        parts = [part for part in _PARTS.split(groups["parts"]) if part]
        return tuple(parts) if len(parts) == len(people) else tuple(person.part for person in people)
    if not groups.get("part"):
        return tuple(person.part for person in people)
    start, end = match.span("part")
    signs = [index for index in range(start, end) if index in reduced.people]
    if end - start == 1 and signs and len(reduced.people[signs[0]]) == len(people) > 1:
        return tuple(person.name for person in reduced.people[signs[0]])
    if signs and end - start == 1:
        return tuple(reduced.people[signs[0]][0].name for _ in people)
    span = reduced.span(start, end)
    stop = reduced.people[end - 1][0].span.end if end - 1 in reduced.people else span.end
    words = scene.document.text[span.start : stop].rstrip(" .,;:!")
    return tuple(words if len(people) == 1 else person.part for person in people)


def _words(scene: Scene, span: Span) -> str:
    return scene.document.text[span.start : span.end]


def _replaced(reduced: Reduced, match: re.Match[str]) -> str:
    return reduced.people[match.start("whom")][0].name


def _productions(scene: Scene, reduced: Reduced, pattern: Pattern, match: re.Match[str], index: int) -> tuple[str, ...]:
    """Return whom a match speaks of: the titles in it, else what its words are about; nobody for another title."""
    if OTHER in match[0] and (not pattern.loose or _FOR_ANOTHER.search(match[0])):
        return (ELSEWHERE,)
    named = [t.production for i, found in reduced.titles.items() if match.start() <= i < match.end() for t in found]
    if named:
        return tuple(dict.fromkeys(name for name in named if name))
    start, end = reduced.start(index), reduced.end(match.end() - 1)
    return productions_at(scene, reduced.sentence, start, end) or (ELSEWHERE,)


def _cut(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST))


def _is_by_the_way(scene: Scene, finding: Finding) -> bool:
    """Whether the words tell a job by the way: `director X`, `the film with X`, `X's stunt double`."""
    if finding.kind in _BY_THE_WAY:
        return True
    text = scene.document.text
    before, behind = text[finding.sentence.span.start : finding.at.start], text[finding.at.end : finding.span.end]
    return bool(_WITH.search(before[-_WORD:]) or _OF_HIS.match(behind))


def _is_refuted(scene: Scene, finding: Finding) -> bool:
    """Whether it is denied that somebody left: `denied that X has quit`."""
    before = scene.document.text[finding.sentence.span.start : finding.span.start]
    return bool(_REFUTES.search(before))


def _claim(scene: Scene, finding: Finding, disputed: bool) -> Claim:
    """Return the claim of a finding; what the person denies elsewhere (`disputed`) is no more than possible."""
    assert finding.job is not None
    modality, polarity = KINDS[finding.kind]
    told, negation = sureness(scene, finding.sentence, finding.span)
    if finding.kind in SIGNS and finding.job is Property.DIRECTOR:
        modality = Modality.CERTAIN
    if modality is None:
        modality = told
        polarity = negation if polarity is Polarity.AFFIRMED else polarity
    elif (polarity is Polarity.DENIED and told is Modality.PROBABLE) or finding.kind == "probable":
        modality = told if told is not Modality.CERTAIN else modality
    asked = _WHETHER.search(scene.document.text[finding.sentence.span.start : finding.at.start])
    if polarity is Polarity.AFFIRMED and (disputed or (asked and finding.job is Property.CAST_MEMBER)):
        modality = Modality.POSSIBLE
    said = attribution(scene, finding.sentence, finding.span, aside=_is_by_the_way(scene, finding))
    return Claim(
        production=finding.production,
        property=finding.job,
        value=finding.person,
        modality=modality,
        polarity=polarity,
        attribution=None if said and fold(said) == fold(finding.person) and not finding.denied else said,
        evidence=scene.evidence(finding.span.start, finding.span.end),
        character=finding.part if finding.job is Property.CAST_MEMBER else None,
    )
