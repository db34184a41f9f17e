"""Retelling: what an article has from another one of its event by its own word, since it names who published that.

"The gate came off its hinges, Reuters reported": a sentence that names an agency or a paper as its source goes back to
a story of theirs in the corpus where it also says much of what a few sentences there say. The name alone may mean
another story, and likeness alone two reporters at one scene; so both are asked for. No words need be the same in order,
and what is found is no passage: it stands beside the evidence of shared words and never adds to it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samestory.lexicon import read_lexicon
from samestory.overlap.agencies import agency_forms, without_article
from samestory.overlap.articles import Articles
from samestory.overlap.lineage import Family
from samestory.overlap.reading import Span
from samestory.overlap.stems import Weights, stem, weigh
from samestory.published import order_of
from samestory.words import WORD

# So much of the weight of a sentence's stems stands in so many sentences of the story, and so many stems do.
LIKENESS, TOGETHER, MIN_COMMON = 0.3, 3, 6
# Events of more articles are not searched, as for paraphrases.
MOST_ARTICLES = 200
# "The Times of Lusk" is called the Times, "The Lusk Times" too.
PLACE = re.compile(r"\s+(?:of|in|on|for)\s.*", re.DOTALL)


@dataclass(frozen=True)
class Source:
    """Who may be named as a source.

    Attributes:
        naming: the pattern of naming it so.
        called: what a text that names it must hold.
        docs: what it published, in order.
        origin_id, origin: what retelling that goes back to.
        dated: whether only what was published before can be retold; of an agency's story there are late copies.
    """

    naming: re.Pattern[str]
    called: tuple[str, ...]
    docs: tuple[str, ...]
    origin_id: str
    origin: str
    dated: bool


@dataclass(frozen=True)
class Retelling:
    """What an article retells of a source: the sentences, the articles they are like, where it is named first."""

    doc: str
    origin_id: str
    origin: str
    docs: frozenset[str]
    spans: tuple[Span, ...]
    named: Span


@dataclass(frozen=True)
class Told:
    """A sentence of running text: its place and its stems."""

    start: int
    end: int
    stems: frozenset[str]


def find_retellings(articles: Articles, families: Sequence[Family]) -> list[Retelling]:
    """Find what articles that go back to no story retell of a source that they name, event by event.

    Args:
        articles: the articles.
        families: the articles of one lineage.

    Returns:
        The retellings, by article and origin.
    """
    events: dict[str, list[str]] = {}
    for doc in articles.texts:
        events.setdefault(articles.events.get(doc, ""), []).append(doc)
    stories: dict[str, list[Family]] = {}
    for family in families:
        for event in {articles.events.get(doc, "") for doc in (*family.members, *family.rewrites)}:
            stories.setdefault(event, []).append(family)
    found = list[Retelling]()
    for event, docs in events.items():
        if 1 < len(docs) <= MOST_ARTICLES:
            found += _retold(docs, articles, stories.get(event, ()))
    return sorted(found, key=lambda row: (row.doc, row.origin_id))


def _retold(docs: Sequence[str], articles: Articles, families: Sequence[Family]) -> list[Retelling]:
    """Find the retellings of one event, its families given."""
    copies = {doc for family in families for doc in family.members} | articles.with_role("press_statement")
    sources = _sources(docs, articles, families)
    named = {
        doc: [source for source in sources if _may_name(doc, source, articles)] for doc in docs if doc not in copies
    }
    named = {doc: rows for doc, rows in named.items() if rows}
    if not named:
        return []
    told = {doc: _told(doc, articles) for doc in docs}
    near = {doc: [*_together(rows)] for doc, rows in told.items()}
    weights = weigh([sentence.stems for rows in told.values() for sentence in rows])
    rewrites = {(doc, family.origin_id) for family in families for doc in family.rewrites}
    found = list[Retelling]()
    for doc, rows in named.items():
        best: dict[int, tuple[float, str, Source, Span, Told]] = {}
        for source in rows:
            for place, (score, other, span) in _likeness(source, told[doc], near, weights, articles.texts[doc]).items():
                if place not in best or score > best[place][0]:
                    best[place] = score, other, source, span, told[doc][place]
        for origin_id in sorted({row[2].origin_id for row in best.values()}):
            mine = [best[place] for place in sorted(best) if best[place][2].origin_id == origin_id]
            if (doc, origin_id) not in rewrites:
                spans = tuple((sentence.start, sentence.end) for *_, sentence in mine)
                others = frozenset(other for _, other, *_ in mine)
                found.append(Retelling(doc, origin_id, mine[0][2].origin, others, spans, mine[0][3]))
    return found


def _likeness(
    source: Source,
    told: Sequence[Told],
    near: Mapping[str, Sequence[frozenset[str]]],
    weights: Weights,
    text: str,
) -> dict[int, tuple[float, str, Span]]:
    """Give the sentences of an article that name a source and are like what it published: how much, what, the name."""
    alike = {}
    for place, sentence in enumerate(told):
        match = source.naming.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        stems = sentence.stems - {stem(word.group()) for word in WORD.finditer(match.group())}
        whole = math.fsum(weights[s] ** 2 for s in stems)
        score, other = max(
            ((_held(stems, few, weights), other) for other in source.docs for few in near[other]),
            default=(0.0, ""),
        )
        if whole and score >= LIKENESS * whole:
            alike[place] = score / whole, other, match.span()
    return alike


def _together(sentences: Sequence[Told]) -> Iterator[frozenset[str]]:
    """Give the stems of each few sentences that follow one another."""
    for first in range(max(1, len(sentences) - TOGETHER + 1)):
        yield frozenset[str]().union(*(sentence.stems for sentence in sentences[first : first + TOGETHER]))


def _held(stems: frozenset[str], near: frozenset[str], weights: Weights) -> float:
    """Give the weight of the stems that a few sentences hold, nothing where these are few."""
    common = stems & near
    return math.fsum(weights[s] ** 2 for s in common) if len(common) >= MIN_COMMON else 0.0


def _told(doc: str, articles: Articles) -> list[Told]:
    text = articles.texts[doc]
    return [
        Told(start, end, frozenset(stem(match.group()) for match in WORD.finditer(text, start, end)))
        for start, end in articles.running[doc]
    ]


def _may_name(doc: str, source: Source, articles: Articles) -> bool:
    """Say whether an article may have something from a source: it holds its name, and neither is it nor came before."""
    text = articles.texts[doc]
    own = without_article(articles.outlets.get(doc, ""))
    if doc in source.docs or not any(name in text for name in source.called):
        return False
    if own and any(own == without_article(articles.outlets.get(other, "")) for other in source.docs):
        return False
    return not source.dated or any(not _is_before(doc, other, articles.dates) for other in source.docs)


def _is_before(doc: str, other: str, dates: Mapping[str, str]) -> bool:
    """Say whether an article was published before another; of one without a date that is not known."""
    date, later = dates.get(doc), dates.get(other)
    return date is not None and later is not None and order_of(date, later) < 0


def _sources(docs: Sequence[str], articles: Articles, families: Sequence[Family]) -> list[Source]:
    """Give who of an event may be named: the agencies, and the outlets of articles that go back to no story."""
    inside, copies = set(docs), {doc for family in families for doc in family.members}
    sources = list[Source]()
    for family in families:
        mine = tuple(doc for doc in family.members if doc in inside)
        if family.agency and mine:
            names = tuple(
                sorted(family.agencies | {f for f, name in agency_forms().items() if name in family.agencies})
            )
            sources.append(Source(_naming(names), names, mine, family.origin_id, family.agency, dated=False))
    outlets = {
        doc: bare for doc in docs if doc in articles.outlets if (bare := without_article(articles.outlets[doc]).strip())
    }
    short = Counter(_short(name) for name in set(outlets.values()))
    for doc, name in outlets.items():
        if doc in copies or doc in articles.with_role("press_statement"):
            continue
        called = (name, _short(name)) if short[_short(name)] == 1 and _is_name(_short(name)) else (name,)
        naming = _naming((name,), called[1:])
        origin = f"own text of {articles.labels[doc]}"
        sources.append(Source(naming, called, (doc,), f"own:{doc}", origin, dated=True))
    return sources


def _short(name: str) -> str:
    """Give what a paper is called for short: the Standard."""
    return PLACE.sub("", name).split()[-1]


def _is_name(short: str) -> bool:
    """Say whether a short name is a word with a capital: "the 24 said" names no paper."""
    return short.isalpha() and short[0].isupper()


def _naming(names: Sequence[str], short: Sequence[str] = ()) -> re.Pattern[str]:
    """Give the pattern of naming somebody as a source; a short name has its article."""
    cues = read_lexicon(__package__, "retelling.toml")
    before, after, between = (_any_of(cues[part]) for part in ("before", "after", "between"))
    name = rf"(?:(?:[Tt]he\s+)?{_any_of(names)}" + (rf"|[Tt]he\s+{_any_of(short)}" if short else "") + ")"
    return re.compile(
        rf"(?<!\w)(?:(?i:{before})\s+(?:[a-z’'-]+\s+){{0,3}}?{name}|{name}\s+(?:{between}\s+){{0,2}}{after})(?!\w)"
    )


def _any_of(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) + ")"
