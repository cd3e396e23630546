"""Who is named in the sentences of a page: people, accounts, papers, studios and crowds."""

import re
from bisect import bisect_right
from dataclasses import replace

from setwatch.model import Analysis, Document, MentionKind, fold
from setwatch.tracing.within.lexicon import Lexicon, Names, any_of, pattern
from setwatch.tracing.within.parts import LONGEST, Actor, Stretch, Who
from setwatch.tracing.within.unlisted import by_trade, outlets

_HANDLE = re.compile(r"(?<![\w@/.])(?:@|/?u/)(\w{2,40}(?:\.\w{2,40}){0,2})")
_ACCOUNT_NAME = re.compile(
    r",?\s+(?:@?(?P<plain>[a-z]\w*(?:[\d_]\w*|\.\w{2,20}(?:\.\w{2,20})?))|(?P<full>[^\W\d_a-z]\w*(?::[A-Z]\w+)?(?:\s(?:&\s|en\s|al\s|of\sthe\s|of\s|de\sla\s|de\s|du\s|des\s|di\s|del\s)?[^\W\d_a-z][\w'’]*){0,3}))"
)
_BEFORE_PRESS = re.compile(r"\b[Tt]he ([A-Z][\w'’]+(?:\s(?:the\s|of\s|&\s)?[A-Z][\w'’]+){1,4})\s$")
"""A name before what it is: `The Night Ferry podcast`."""
_WITH_HANDLE = re.compile(
    r"([^\W\d_a-z][\w'’.-]*(?:\s[^\W\d_a-z][\w'’.-]*){0,3}),?\s\(@?(\w{3,30})\)(?=\s(?:on|auf|su|en|på|op)\s)"
)
"""A name with its handle: `Berg (@bergfilms) on Twitter`."""
_GROUP = re.compile(
    r"(?<=\bthe )([^\W\d_a-z][\w'’-]*(?:\s(?:&\s|of\s|the\s)?[^\W\d_a-z][\w'’-]*){1,4}?)"
    r"(?=\s(?:(?:Facebook|Twitter|Instagram|Telegram|Reddit|YouTube|TikTok)\s(?:group|page|account|channel|feed)|subreddit)\b)"
)
"""A group or account with its name before it: `on the Old Harbour Facebook group`."""
_AGENCY_DESK = re.compile(r"\s(?:Entertainment|Television|Video|Archive|Live News|Photo)\b")
_LATIN = re.compile(r"\s+@?([a-z][a-z\d_.]{3,40})\b")
"""A handle in a text of another script."""


def actors_in(
    document: Document, analysis: Analysis, stretches: tuple[Stretch, ...], lexicon: Lexicon, known: Names
) -> tuple[tuple[Actor, ...], ...]:
    """Return the actors of each stretch, in the order of the text. Pure."""
    people = _people(analysis, stretches, known)
    _add_single_names((document, analysis), stretches, people, lexicon, known)
    _add_official_accounts(document, analysis, stretches, people)
    posters = _posters(document, analysis)
    titles = [(m.span.start, m.span.end) for m in analysis.productions]
    actors: list[tuple[Actor, ...]] = []
    last: Actor | None = None
    for stretch, named in zip(stretches, people, strict=True):
        found = [a for a in _actors_in(stretch, named, posters, lexicon, known) if not _in_title(a, titles)]
        found += _pronouns(stretch, found, last, lexicon)
        found.sort(key=lambda a: (a.start, -a.end))
        actors.append(tuple(found))
        last = next((a for a in found if a.who in (Who.PERSON, Who.ACCOUNT) and a.name), last)
    return tuple(actors)


def _in_title(actor: Actor, titles: list[tuple[int, int]]) -> bool:
    """Whether words are a part of a production's name."""
    return any(a <= actor.start and actor.end <= b and actor.end - actor.start < b - a for a, b in titles)


def _people(analysis: Analysis, stretches: tuple[Stretch, ...], known: Names) -> list[list[Actor]]:
    kinds = {MentionKind.PERSON: Who.PERSON, MentionKind.ORGANISATION: Who.ACCOUNT}
    starts = [s.start for s in stretches]
    found: list[list[Actor]] = [[] for _ in stretches]
    for mention in analysis.names:
        at = bisect_right(starts, mention.span.start) - 1
        inside = at >= 0 and mention.span.end <= stretches[at].end
        if inside and mention.kind in kinds and not known.is_platform(mention.name):
            found[at].append(Actor(mention.name, kinds[mention.kind], mention.span.start, mention.span.end))
    return found


_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ]{3,}(?![\w-])")
_LEADS = re.compile(
    r"\s(?:has|had|have|also|then|later|recently|herself|himself|ha|a|hat|har|también|anche|också|também)\s", re.I
)
_POSTING = re.compile(
    r"\b(?:after|by|while|when)\s(?:\w+ly\s)?(?:posting|sharing|uploading|tweeting|releasing)\b", re.I
)
_BY_PASSIVE = re.compile(rf"\b{any_of('by')}\s(?:[a-zà-ÿ]+\s){{0,2}}$")


def _add_single_names(
    page: tuple[Document, Analysis],
    stretches: tuple[Stretch, ...],
    people: list[list[Actor]],
    lexicon: Lexicon,
    known: Names,
) -> None:
    """Add people who go by one name: a capitalised word that is never a plain one here, and that does things.

    Not in German, which writes every noun so.
    """
    document, analysis = page
    if document.lang.startswith("de"):
        return
    spans = [m.span for m in analysis.names if m.kind is not MentionKind.OTHER]
    spans += [m.span for m in analysis.productions]
    taken = [(span.start, span.end) for span in spans]
    text = document.text[:LONGEST]
    plain = set(re.findall(r"(?<!\w)[a-zà-ÿ]{4,}", text))
    _add_unknown_names(page, stretches, people, lexicon, known)
    for row, stretch in zip(people, stretches, strict=True):
        for match in _CAPITAL.finditer(stretch.text):
            start, end = stretch.start + match.start(), stretch.start + match.end()
            word = match[0]
            if (
                word.casefold() in known.days
                or word.casefold() in plain
                or any(a < end and start < b for a, b in taken)
            ):
                continue
            if any(w.fullmatch(word) for w in (known.press, known.studios, lexicon.crowd, *lexicon.nouns.values())):
                continue
            leads = _LEADS.match(text, end)
            verb = lexicon.share.match(text, leads.end() if leads else end + 1)
            if verb and word.casefold() not in known.no_name and not known.is_platform(word):
                row.append(Actor(word, Who.PERSON, start, end))


def _add_unknown_names(
    page: tuple[Document, Analysis],
    stretches: tuple[Stretch, ...],
    people: list[list[Actor]],
    lexicon: Lexicon,
    known: Names,
) -> None:
    """Add names of nobody known that show, pass on or take something: `Vos has posted`, `retweeted by Brandt`."""
    document, analysis = page
    text, starts = document.text, [s.start for s in stretches]
    productions = [(m.span.start, m.span.end) for m in analysis.productions]
    for mention in analysis.names:
        start, end = mention.span.start, mention.span.end
        at = bisect_right(starts, start) - 1
        if mention.kind is not MentionKind.OTHER or at < 0 or end > stretches[at].end or text[start].islower():
            continue
        taken = any(a < end and start < b for a, b in productions)
        listed = any(names_of.fullmatch(mention.name) for names_of in (known.press, known.studios))
        if taken or listed or known.is_platform(mention.name) or mention.name.casefold() in known.days:
            continue
        leads = _LEADS.match(text, end)
        verbs = (lexicon.share, lexicon.repost, lexicon.pickup)
        does = any(words.match(text, leads.end() if leads else end + 1) for words in verbs)
        opens = start == stretches[at].start and " " in mention.name
        does = does or (opens and _POSTING.search(stretches[at].text) is not None)
        by = _BY_PASSIVE.search(text, max(stretches[at].start, start - 40), start)
        before = text[max(stretches[at].start, by.start() - 30) : by.start()] if by else ""
        done = any(words.search(before) for words in (*verbs, lexicon.take))
        if does or done:
            people[at].append(Actor(mention.name, Who.PERSON, start, end))


_ACCOUNTS = r"(?:accounts?|pages?|feeds?|profiles?|handles?|channels?)"
_OFFICIAL_OF = re.compile(
    rf"\bofficial\s(?:[\w/]+\s){{0,3}}?{_ACCOUNTS}\s(?:for|of)\s(?:the\s(?:film|movie|series|show)\s)?[\W_]{{0,2}}$",
    re.I,
)
_OFFICIAL_AFTER = re.compile(rf"[\W_]{{0,2}}(?:['’]s)?\s(?:own\s)?official\s(?:[\w/]+\s){{0,3}}?{_ACCOUNTS}\b", re.I)


_ITSELF = re.compile(
    r"\bthe (?:show|series|film|movie)(?: itself\b|(?=(?: has| also| then)? (?:posted|shared|tweeted|retweeted)\b))",
    re.I,
)
"""`the show itself posted a picture`: whoever keeps its accounts."""


def _add_official_accounts(
    document: Document, analysis: Analysis, stretches: tuple[Stretch, ...], people: list[list[Actor]]
) -> None:
    """Add the accounts of productions: `the official Twitter account for The Lantern`."""
    text, starts = document.text, [s.start for s in stretches]
    for stretch, row in zip(stretches, people, strict=True):
        for found in _ITSELF.finditer(stretch.text) if analysis.main_production else ():
            at = stretch.start
            row.append(Actor(analysis.main_production, Who.ACCOUNT, at + found.start(), at + found.end()))
    for mention in analysis.productions:
        start, end = mention.span.start, mention.span.end
        at = bisect_right(starts, start) - 1
        if at < 0 or end > stretches[at].end:
            continue
        before = _OFFICIAL_OF.search(text, max(stretches[at].start, start - 70), start)
        after = _OFFICIAL_AFTER.match(text, end, min(stretches[at].end, end + 70))
        if before or after:
            first, last = before.start() if before else start, after.end() if after else end
            people[at].append(Actor(mention.surface, Who.ACCOUNT, first, last))


def _posters(document: Document, analysis: Analysis) -> re.Pattern[str]:
    """Return what finds the authors of the document's posts in its text."""
    titles = {fold(mention.surface) for mention in analysis.productions}
    names = {p.author for p in document.posts if p.author and len(p.author) >= 6 and fold(p.author) not in titles}
    return pattern(sorted(names), cased=True)


def _actors_in(
    stretch: Stretch, people: list[Actor], posters: re.Pattern[str], lexicon: Lexicon, known: Names
) -> list[Actor]:
    text, at = stretch.text, stretch.start
    nameless: list[Actor] = []
    found = [Actor(m[0], Who.ACCOUNT, at + m.start(), at + m.end()) for m in posters.finditer(text)]
    persons = [(p.start, p.end) for p in people if p.who is Who.PERSON]
    found = [a for a in found if not any(start <= a.start and a.end <= end for start, end in persons)]
    found += [Actor(m[1], Who.ACCOUNT, at + m.start(), at + m.end()) for m in _HANDLE.finditer(text)]
    found += [Actor(m[1], Who.ACCOUNT, at + m.start(), at + m.end()) for m in _WITH_HANDLE.finditer(text)]
    found += [Actor(m[1], Who.ACCOUNT, at + m.start(), at + m.end()) for m in _GROUP.finditer(text)]
    found += [Actor(m[0], Who.ACCOUNT, at + m.start(), at + m.end()) for m in known.paparazzi.finditer(text)]
    for match in known.agencies.finditer(text):
        more = _AGENCY_DESK.match(text, match.end())
        end = more.end() if more else match.end()
        found.append(Actor(text[match.start() : end], Who.PRESS, at + match.start(), at + end, agency=True))
    trade = [Actor(m[0], Who.PRESS, at + m.start(), at + m.end()) for m in outlets(text, lexicon, known)]
    trade = [a for a in trade if not any(p.start < a.end and a.start < p.end for p in people)]
    trade += [
        Actor(m[0], who, at + m.start(), at + m.end())
        for who, names_of in ((Who.PRESS, known.press), (Who.STUDIO, known.studios))
        for m in names_of.finditer(text)
    ]
    # A magazine's name may begin a studio's, and the other way round: the longer one is meant.
    found += [a for a in trade if not any(b.start <= a.start and a.end <= b.end and b is not a for b in trade)]
    pages = [m.span() for m in lexicon.press.finditer(text)]
    for match in lexicon.account.finditer(text):
        if any(start < match.end() and match.start() < end and end - start > len(match[0]) for start, end in pages):
            continue  # the page of `fan page` is no account of somebody's own
        named = _ACCOUNT_NAME.match(text, match.end()) or (_CALLED.match(text, match.start()))
        latin = None if match[0].isascii() else _LATIN.match(text, match.end())
        if latin:
            found.append(Actor(latin[1], Who.ACCOUNT, at + latin.start(1), at + latin.end(1)))
        elif named and not _is_platform(named, known):
            found.append(_account(stretch, match, named, lexicon, known))
    for match in lexicon.press.finditer(text):
        named = _ACCOUNT_NAME.match(text, match.end())
        before = _BEFORE_PRESS.search(text, 0, match.start())
        if named and named["full"]:
            found.append(Actor(named["full"], Who.PRESS, at + named.start("full"), at + named.end("full")))
        elif before:
            found.append(Actor(before[1], Who.PRESS, at + before.start(1), at + before.end(1)))
        else:
            nameless.append(Actor(None, Who.PRESS, at + match.start(), at + match.end()))
    accounts = [a for a in found if a.who is Who.ACCOUNT and a not in trade]
    found = [a for a in found if a not in trade or not any(b.start <= a.start and a.end <= b.end for b in accounts)]
    found += people + nameless
    crowds = (m for m in lexicon.crowd.finditer(text) if not any(a <= m.start() and m.end() < b for a, b in pages))
    found += [Actor(None, Who.CROWD, at + m.start(), at + m.end()) for m in crowds]
    found += [Actor(None, Who.CROWD, at + start, at + end) for start, end in by_trade(text, lexicon)]
    return _without_overlaps(found, stretch)


def _is_platform(named: re.Match[str], known: Names) -> bool:
    """Whether the name after `account` is no more than its platform's."""
    full = named.groupdict().get("full")
    return bool(full) and known.is_platform(str(full).split(maxsplit=1)[0])


def _account(stretch: Stretch, what: re.Match[str], named: re.Match[str], lexicon: Lexicon, known: Names) -> Actor:
    """Return the account that a name after what it is (`page`, `user`) stands for."""
    at = stretch.start
    if named["plain"] or "full" not in named.groupdict():
        return Actor(named["plain"], Who.ACCOUNT, at + named.start("plain"), at + named.end("plain"))
    name = _ON_PLATFORM.sub(lambda m: "" if known.is_platform(m[1].split(maxsplit=1)[0]) else m[0], named["full"])
    passes = lexicon.sharer.fullmatch(what[0]) is not None and (" " in name or known.passes_on(name))
    start = at + named.start("full")
    return Actor(name, Who.ACCOUNT, start, start + len(name), passes=passes)


_CALLED = re.compile(
    r"(?:named|called|by the name of|known as|known only as|goes by|going by)\s@?"
    r"(?P<plain>(?!after\b|another\b|simply\b)[a-z]\w{5,30})\b"
)
"""A handle without digits, where words say that it is a name: `an account by the name of quaywatcher`."""

_ON_PLATFORM = re.compile(rf"\s{any_of('on')}\s(.+)$")


_FRESH = re.compile(rf"\s{any_of('fresh')}\s")


def _without_overlaps(found: list[Actor], stretch: Stretch) -> list[Actor]:
    """Keep of overlapping actors the first found: handles and described accounts before names before crowds.

    A crowd that a name follows at once (`TikTok user Jo Berg`) is that name's description.
    """
    kept: list[Actor] = []
    for actor in found:
        named = (k for k in kept if actor.name is None and 0 <= k.start - actor.end <= _reach(k))
        described = any(
            not _FRESH.search(stretch.text, actor.end - stretch.start, k.start - stretch.start) for k in named
        )
        over = [n for n, k in enumerate(kept) if actor.start < k.end and k.start < actor.end]
        if over and actor.passes and kept[over[0]].who is Who.ACCOUNT:
            kept[over[0]] = replace(kept[over[0]], passes=True)
        elif not described and not over:
            kept.append(actor)
    return kept


def _reach(actor: Actor) -> int:
    return 25 if actor.who is Who.ACCOUNT else 2


def _pronouns(stretch: Stretch, found: list[Actor], last: Actor | None, lexicon: Lexicon) -> list[Actor]:
    result = []
    for match in lexicon.he.finditer(stretch.text):
        start = stretch.start + match.start()
        before = [a for a in found if a.who is Who.PERSON and a.end <= start]
        named = any(0 <= a.start - (stretch.start + match.end()) <= 1 for a in found if a.name)
        whom = None if named else before[0] if before else last
        if whom is not None:
            result.append(Actor(whom.name, whom.who, start, stretch.start + match.end()))
    return result
