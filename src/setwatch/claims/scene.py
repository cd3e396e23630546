"""One document as the properties see it: its text, what the language layer found, and which production is meant."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from setwatch.claims.cues import FALLBACK, Cue, Cues, phrasebook
from setwatch.claims.headings import heads_of
from setwatch.claims.triggers import triggers
from setwatch.language.words import low_of, words_of
from setwatch.model import (
    Analysis,
    DateMention,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Post,
    Production,
    ProductionMention,
    Quotation,
    Sentence,
    Span,
    once_per_watch_list,
    quote,
)

LONGEST = 400
"""Characters of the longest evidence: more words point at nothing."""

_FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s*$")
_ASIDE = re.compile(
    r"(?i)\b(?:who|which|(?:sequel|prequel|follow-?up) to(?: (?:19|20)\d\d.s)?|made|did|directed|wrote|since|after|"
    r"before|than|like|unlike|with|of|and|for)\W{1,3}$"
)
_ENGLISH = frozenset(("the", "and", "to", "for", "with", "has", "are", "this", "that", "from", "his", "her", "will"))
_FEW = 2
"""So many small English words make a sentence English."""
_PREVIOUS = re.compile(
    r"(?i)\b(?:the previous (?:film|movie|entry|one|instal+ment|chapter)|(?:its|the) predecessor|der letzte teil|"
    r"der vorgänger|le précédent|la anterior (?:película|entrega)|il precedente|de vorige film|förra filmen|"
    r"forrige film|előző (?:film|rész))\b[^.;]*$"
)
_PREVIOUS_WORDS = triggers(_PREVIOUS.pattern.removeprefix("(?i)")) or frozenset(("",))
"""Words one of which stands wherever `_PREVIOUS` matches."""
_HEADER = re.compile(r"\s*date\s\d{4}(?:-\d\d){0,2}\b")
_BOTH = re.compile(r"(?i)\b(?:both|next two|these two|two upcoming|beiden|les deux|las dos|i due)\b")
_TOGETHER = re.compile(r"[”\"’'»]?,?\s?(?:and|und|et|y|e|en|och|og|и|és|i|&)?\s?[“\"‘'«„]?")
_DERIVED_AFTER = re.compile(
    r"[\"'”’*_]{0,2} (?:prequel|sequel|spin-?off|follow-up|reboot|universe|offshoot)", re.IGNORECASE
)
_DERIVED_BEFORE = re.compile(
    r"(?:(?:prequel|sequel|spin-?off|follow-up|offshoot|successor) (?:to|of|from)|(?:that|which) follows|(?:film|movie|"
    r"picture|series) (?:after|following)|(?:secuela|precuela) del?|suite (?:de|du)|"
    r"(?:seguito|sequel|prequel) (?:di|del)|Fortsetzung (?:von|zu)) (?:the )?[\"'“‘«„*_]{0,2}$",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"[\"”’»]?,[\"”’»]?\s(?:(?:which|that|que|qui|che) (?:is|was|es|est|è)|an?|the|una?|une|la|el|le|il|"
    r"eine?|der|die|das)\b[^,;.]{0,80}$"
)
"""What stands between a title and another that says what the first one is: `, which is a prequel to the series`."""
_OTHERWISE = re.compile(
    r"(?:Also|Likewise|Meanwhile|Elsewhere|Asimismo|También|Además|Por su parte|Également|De même|Anche|Inoltre|Auch|"
    r"Ebenso|Ebenfalls)\b"
)
"""What a sentence begins with that goes on to another title."""
_NEXT_TO = 6
"""Characters of the small words between `the sequel` and the title that it follows."""
_ENDED = re.compile(
    r",[”\"’]?\s(?!(?:which|who|that|whose|now|formerly)\b)|[”\"],\s(?!(?:which|who|that|whose|now|formerly)\b)"
)
_CLAUSE_END = re.compile(
    r"[;:(]|,\s(?:the|a|la|el|il|der)\s(?:\w+\s){0,3}?(?:date|day|slot|spot|weekend|frame|place|fecha|data|hueco|Termin)\b|"
    r"\s[–—-]\s|,\s(?:which|who|an?\s\w+\s(?:that|which))\b|,\s(?:but|while|though|and|after|before|nine|when|as)\b|\b(?:after|before|than|until)\b"
)
_FROM = re.compile(
    r"(?i)\b(?:(?:sequel|prequel|follow-?up|successor|spin-?off) (?:to|of|from)|suite (?:de|du)|Fortsetzung (?:von|zu)|"
    r"secuela de|seguito di|vervolg op)(?: [\w'’-]+){0,4} [\"'“‘«„*_]{0,2}$"
)
"""What makes the title behind it the one that another comes from."""
_QUOTED_MARKS = re.compile(r"[“\"«„]([^\W\d_][\w'’ -]{1,30}[:!?,][\w'’:!?, –-]{1,40})[”\"»“]")
"""Few words in quotation marks with a mark among them: `“Cold Water: Rising”`."""
_ANOTHER = re.compile(
    r"(?:Another|A (?:second|different)|The other|Une? autre|Eine? andere[rs]?|Otra?|Un(?:a |['’])altr[ao]?) "
    r"(?:\w+ )?(?:production|film|movie|series|show|shoot|project|projet|série|tournage|Produktion|Film|Serie|"
    r"producción|película|serie|rodaje|produzione|pellicola)\b"
)
"""What a sentence on something else than what the text is about begins with."""
_LEAD = 60
_BACK = re.compile(r"(?i)[\"“(]?(?:it|its|the (?:film|movie|sequel|series|show|picture)|that|this|these|both|they)\b")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Scene:
    """A document with its analysis and the watched productions; look-ups by place are by bisection."""

    document: Document
    analysis: Analysis
    watched: tuple[Production, ...]
    plain: str = field(init=False, repr=False)
    """The text with the marks inside names, titles and dates made letters: what is left ends phrases and clauses."""
    _names: tuple[int, ...] = field(init=False, repr=False)
    _sentences: tuple[int, ...] = field(init=False, repr=False)
    _dates: tuple[int, ...] = field(init=False, repr=False)
    _productions: tuple[int, ...] = field(init=False, repr=False)
    surnames: frozenset[str] = field(init=False, repr=False)
    """Last names of the people of the document: `Holland` is a country until Tom Holland comes in."""
    _header: int = field(init=False, repr=False)
    _cues: dict[str, Cues] = field(init=False, repr=False)
    lang: str = field(init=False, repr=False)
    """The language of the document without its region, in lower case: `de` for `de-CH`."""
    _told: tuple[str, ...] = field(init=False, repr=False)
    _by_name: dict[str, Production] = field(init=False, repr=False)
    _points_back: bool = field(init=False, repr=False)
    """Whether a word for the film before stands anywhere."""
    _topics: dict[int, str | None] = field(init=False, repr=False)
    _mains: dict[int, str | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Build the indexes."""
        analysis = self.analysis
        _set(self, "plain", _plain(self))
        _set(self, "_names", tuple(m.span.start for m in analysis.names))
        _set(self, "_sentences", tuple(s.span.start for s in analysis.sentences))
        _set(self, "_dates", tuple(m.span.start for m in analysis.dates))
        _set(self, "_productions", tuple(m.span.start for m in analysis.productions))
        people = [m.name.split() for m in analysis.names if m.kind is MentionKind.PERSON]
        _set(self, "surnames", frozenset(words[-1] for words in people if len(words) > 1))
        header = _HEADER.match(self.document.text)
        _set(self, "_header", header.end() if header else 0)
        _set(self, "_told", tuple(dict.fromkeys(m.production for m in analysis.productions if m.production)))
        _set(self, "_by_name", _by_name(self.watched))
        _set(self, "_cues", {})
        _set(self, "lang", self.document.lang.split("-")[0].casefold())
        low = low_of(self.document.text)
        _set(self, "_points_back", any(word in low for word in _PREVIOUS_WORDS))
        topics, mains = _topics(self)
        _set(self, "_topics", topics)
        _set(self, "_mains", mains)

    def lang_of(self, sentence: Sentence) -> str:
        """Return the language whose word lists to read `sentence` with: English where English posts are shown."""
        if self.lang == FALLBACK:
            return self.lang
        words = words_of(self.document.text)
        said = words.folded[words.at(sentence.span.start) : words.at(sentence.span.end)]
        return FALLBACK if sum(word in _ENGLISH for word in said) >= _FEW else self.lang

    def cues(self, name: str, sentence: Sentence, within: Span | None = None) -> tuple[Cue, ...]:
        """Return the cues of the list `name` in a sentence, or in a stretch of it, in order."""
        lang = self.lang if self.lang == FALLBACK else self.lang_of(sentence)
        return self.cues_in(lang, name, sentence, within)

    def cues_in(self, lang: str, name: str, sentence: Sentence, within: Span | None = None) -> tuple[Cue, ...]:
        """Return the cues of a list of one language, whatever language the sentence is in."""
        if (cues := self._cues.get(lang)) is None:
            cues = phrasebook(lang).read(words_of(self.document.text), self.analysis.sentences)
            self._cues[lang] = cues
        return cues.of(name, sentence) if within is None else cues.within(name, sentence, within)

    def is_furniture(self, span: Span) -> bool:
        """Whether a stretch belongs to the date of the page or to the signature of a post, not to what is said."""
        if span.start < self._header:
            return True
        return bool(self.document.posts) and any(
            post.evidence.start <= span.start < post.evidence.end and not _said(self.document.text, post, span)
            for post in self.document.posts
        )

    def sentence_at(self, at: int) -> Sentence | None:
        """Return the sentence that covers an offset."""
        last = bisect_right(self._sentences, at) - 1
        found = self.analysis.sentences[last] if last >= 0 else None
        return found if found and at < found.span.end else None

    def is_headline(self, at: int) -> bool:
        """Whether the words at an offset stand in a headline, caption or list: a line without a full stop."""
        sentence = self.sentence_at(at)
        return sentence is not None and not _FULL_STOP.search(sentence.text)

    def names_in(self, span: Span, kind: MentionKind | None = None) -> tuple[Mention, ...]:
        """Return the names that begin in `span`, of one kind or of all, in the order of the text."""
        first = bisect_left(self._names, span.start)
        last = bisect_left(self._names, span.end, first)
        if first == last:
            return ()
        found = self.analysis.names[first:last]
        return found if kind is None else tuple([m for m in found if m.kind is kind])

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """Return the dates that begin in `span`, in the order of the text."""
        first = bisect_left(self._dates, span.start)
        return self.analysis.dates[first : bisect_left(self._dates, span.end, first)]

    def productions_in(self, span: Span) -> tuple[ProductionMention, ...]:
        """Return the titles that begin in `span`, those of other productions too, in the order of the text."""
        first = bisect_left(self._productions, span.start)
        return self.analysis.productions[first : bisect_left(self._productions, span.end, first)]

    def is_title(self, span: Span) -> bool:
        """Whether a stretch is part of a title."""
        last = bisect_right(self._productions, span.start) - 1
        return last >= 0 and span.start < self.analysis.productions[last].span.end

    def quotation_at(self, at: int) -> Quotation | None:
        """Return the quotation that covers an offset, the innermost of several."""
        return next((q for q in reversed(self.analysis.quotations) if q.span.start <= at < q.span.end), None)

    def production_at(self, sentence: Sentence, at: int) -> Production | None:
        """Return whom the words at this offset of `sentence` are about; None is another title, or nothing.

        The last title before the offset in the sentence decides, unless a bracket or an aside that has ended holds it;
        else the first title after it in the same clause; else the topic that runs through the sentences before it.
        """
        mentions = self.productions_in(sentence.span)
        if self._points_back and _PREVIOUS.search(self.document.text[sentence.span.start : at]):
            return None
        if (mention := self._mention_before(mentions, at) or self._mention_after(mentions, at)) is not None:
            return self.named(mention.production)
        if _ANOTHER.match(sentence.text):
            return None
        return self.named(self._topics.get(sentence.span.start))

    def topic_at(self, sentence: Sentence) -> Production | None:
        """Return the production that the sentences before this one lead to."""
        return self.named(self._topics.get(sentence.span.start))

    def main_at(self, sentence: Sentence) -> Production | None:
        """Return what the document is about where `sentence` stands: in a list, what its entry is about."""
        return self.named(self._mains.get(sentence.span.start, self.analysis.main_production))

    def productions_at(self, sentence: Sentence, at: int) -> tuple[Production, ...]:
        """Return whom the words at this offset are about where titles are named together: `X and Y are delayed`."""
        first = self.production_at(sentence, at)
        found = {first.name: first} if first else {}
        if _says_both(sentence.text):
            found |= {name: self._by_name[name] for name in self._told if name in self._by_name}
        for one, other in pairwise(self.productions_in(sentence.span)):
            if _TOGETHER.fullmatch(self.document.text[one.span.end : other.span.start]):
                both = [self.named(one.production), self.named(other.production)]
                if first in both:
                    found |= {p.name: p for p in both if p}
        return tuple(found.values())

    def _mention_before(self, mentions: Sequence[ProductionMention], at: int) -> ProductionMention | None:
        text = self.document.text
        for mention in reversed(mentions):
            if mention.span.start > at:
                continue
            behind = text[mention.span.end : at]
            ended = _ENDED.search(self.plain, mention.span.end, at)
            if mention.production is None and ended and self._in_aside(mentions, mention):
                continue
            if (")" in behind and "(" not in behind) or self._is_own_origin(mention):
                continue
            return mention
        return None

    def _in_aside(self, mentions: Sequence[ProductionMention], mention: ProductionMention) -> bool:
        """Whether a title stands in an aside: behind `who made`, or in what is said of the one before, `, a sequel`."""
        text = self.document.text
        if _ASIDE.search(text[: mention.span.start][-24:]):
            return True
        last = next((m for m in reversed(mentions) if m.span.end <= mention.span.start), None)
        return last is not None and _SAID_OF.match(text[last.span.end : mention.span.start]) is not None

    def _mention_after(self, mentions: Sequence[ProductionMention], at: int) -> ProductionMention | None:
        first = next((m for m in mentions if m.span.start > at), None)
        between = self.document.text[at : first.span.start] if first else ""
        if first is None or _CLAUSE_END.search(between) or (first.production is None and "," in between):
            return None
        return first

    def is_origin(self, mention: ProductionMention) -> bool:
        """Whether a title only says what the production comes from: `the X prequel`, `a sequel to X`."""
        text, span = self.document.text, mention.span
        before, after = text[max(0, span.start - 24) : span.start], text[span.end :][:16]
        return bool(_DERIVED_AFTER.match(after) or _DERIVED_BEFORE.search(before))

    def _is_own_origin(self, mention: ProductionMention) -> bool:
        """Whether a title says what the production of the sentence before comes from, which names no other."""
        if mention.production is not None or not self.is_origin(mention):
            return False
        if self._follows_sequel(mention):
            return True
        index = bisect_right(self._sentences, mention.span.start) - 1
        if index >= 0 and _OTHERWISE.match(self.analysis.sentences[index].text):
            return False
        before = self.productions_in(self.analysis.sentences[index - 1].span) if index > 0 else ()
        return len({m.production or m.surface for m in before}) == 1 and before[0].production is not None

    def _follows_sequel(self, mention: ProductionMention) -> bool:
        """Whether a title stands right behind what stands for a watched one: `the sequel` of `the sequel to X`."""
        last = bisect_left(self._productions, mention.span.start) - 1
        before = self.analysis.productions[last] if last >= 0 else None
        if before is None or before.production is None:
            return False
        return mention.span.start - before.span.end <= _NEXT_TO

    def named(self, name: str | None) -> Production | None:
        """Return the watched production of this canonical name."""
        return None if name is None else self._by_name.get(name)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the words from `start` to `end` as evidence.

        Words that stand earlier in the text too are widened to their sentence, so that the words alone lead there.
        """
        text = self.document.text
        sentence = self.sentence_at(start)
        if sentence and end <= sentence.span.end and text.find(text[start:end].strip()) < start:
            span = sentence.span
            if span.end - span.start <= LONGEST:
                start, end = span.start, span.end
        return quote(text, start, end)


@lru_cache(maxsize=256)
def _says_both(text: str) -> bool:
    return _BOTH.search(text) is not None


@once_per_watch_list
def _by_name(watched: tuple[Production, ...]) -> dict[str, Production]:
    return {production.name: production for production in watched}


def _plain(scene: Scene) -> str:
    text, analysis = scene.document.text, scene.analysis
    pieces: list[str] = []
    at = 0
    spans = [m.span for found in (analysis.names, analysis.dates, analysis.productions) for m in found]
    spans += [Span(*match.span(1)) for match in _QUOTED_MARKS.finditer(text)]
    for span in sorted(spans, key=lambda span: span.start):
        end = span.end
        if text[end - 1 : end] not in ".!?" and text[end : end + 1] == "." and text[end + 1 : end + 2].islower():
            end += 1
        words = text[max(at, span.start) : end]
        if not words.replace(" ", "").isalnum() and words:
            pieces += (text[at : end - len(words)], "".join([c if c.isalnum() or c == " " else "_" for c in words]))
            at = end
    return "".join([*pieces, text[at:]])


def _topics(scene: Scene) -> tuple[dict[int, str | None], dict[int, str | None]]:
    """For each sentence, by its start: the production that the sentences before it lead to, and what its part is about.

    A paragraph begins with what the document is about, unless its first words point back (`It`, `The film`) or it
    stands below a line of a list that is a title and nothing else.
    """
    topics: dict[int, str | None] = {}
    mains: dict[int, str | None] = {}
    main = topic = scene.analysis.main_production
    heads = heads_of(scene.document.text, scene.analysis)
    end = 0
    for sentence in scene.analysis.sentences:
        if "\n" in scene.document.text[end : sentence.span.start] and not _BACK.match(sentence.text):
            topic = main
        topics[sentence.span.start] = topic
        end = sentence.span.end
        mentions = scene.productions_in(sentence.span)
        text = scene.document.text
        watched = [m.production for m in mentions if m.production and not _FROM.search(text[: m.span.start][-_LEAD:])]
        if watched:
            topic = watched[0]
        if sentence.span.start in heads:
            main = topic = heads[sentence.span.start]
        mains[sentence.span.start] = main
    return topics, mains


def _said(text: str, post: Post, span: Span) -> bool:
    """Whether `span` lies in a post's own words."""
    start = text.find(post.text, post.evidence.start) if post.text else -1
    return start >= 0 and start <= span.start and span.end <= start + len(post.text)


def _set(scene: Scene, name: str, value: object) -> None:
    object.__setattr__(scene, name, value)
