"""Lineage: which articles go back to one wire story, or to one text whose origin is not known.

Articles that share much of their unquoted text are joined, the strongest match first and transitively, so that an
edited copy of a copy still finds its family; two articles that credit different agencies are never joined.
"""

import re
from bisect import insort
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from samestory.components import Components
from samestory.overlap.evidence import Shared, Side
from samestory.overlap.reading import Reading, Span, touches
from samestory.overlap.tokens import Flags

COPY_SHARE = 0.25
# Two articles that credit one agency need share less to be versions of one story: who wrote what they share is printed.
VERSION_SHARE = COPY_SHARE / 2
COPY_WORDS = 30
REWRITE_WORDS = 12
# Short passages go back to the story, too, where so many stand in a rewrite, with so many words and so much of it; or
# where they make up as much of it as of a copy, for a short article has few.
SPREAD_PASSAGES, SPREAD_WORDS, SPREAD_SHARE, SPREAD_LEAST = 3, 24, 0.1, 4
NEARLY_ALL = 0.9
# So many passages that stand in as much of it as of a copy show a rewrite, however few of their words are shared.
RETOLD_PASSAGES = 5
# What stands in articles of different events shows a copy only where it is most of either.
MOSTLY = 0.5


@dataclass
class Family:
    """Articles that go back to one text.

    Attributes:
        origin_id: the id of that text.
        members: its copies.
        agency: the agency that any of them credits, None where not known.
        rewrites: the articles that share sentences with it without being copies, with the words they share.
        spread: those of them that share several passages spread over the article, or much of it; short ones among them.
        thorough: those of them of which enough goes back to it that a quotation they share may come from there too.
        borrowed: those of them that are copies of another agency's story, with the passages they have from this one.
    """

    origin_id: str
    members: list[str]
    agency: str | None
    rewrites: dict[str, float] = field(default_factory=dict)
    spread: set[str] = field(default_factory=set)
    thorough: set[str] = field(default_factory=set)
    borrowed: dict[str, set[Shared]] = field(default_factory=dict)

    @property
    def agencies(self) -> set[str]:
        """The agencies credited, one by one."""
        return names_of(self.agency)

    def is_rewritten(self, doc: str, passage: Shared) -> bool:
        """Say whether what a rewrite shares with a member in a passage goes back to the family's text."""
        if doc in self.borrowed:
            return passage in self.borrowed[doc]
        return doc in self.spread or (doc in self.rewrites and passage.unquoted_matched >= REWRITE_WORDS)


@dataclass(frozen=True)
class Link:
    """What two articles share outside quotation marks: words, and the share of either's unquoted words."""

    a: str
    b: str
    words: int
    share_a: float
    share_b: float


def unquoted_words(reading: Reading, counted: Flags) -> dict[str, int]:
    """Count each article's words outside quotation marks, of those counted at all."""
    own = (reading.marked < 0) & counted
    counts = np.bincount(reading.tokens.doc[own], minlength=len(reading.texts))
    return dict(zip(reading.texts, counts.tolist(), strict=True))


def copy_links(
    evidence: Sequence[Shared], own: Mapping[str, int], headed: Mapping[str, int], formulas: Set[Shared]
) -> list[Link]:
    """Give the pairs that share so much unquoted text, word for word, that one text may stand behind both."""
    shared: dict[tuple[str, str], list[Shared]] = {}
    for passage in evidence:
        if passage.kind != "paraphrase" and not passage.is_form:
            shared.setdefault((passage.a.doc, passage.b.doc), []).append(passage)
    links = []
    for (a, b), passages in shared.items():
        words_a, words_b = _unquoted([p.a for p in passages]), _unquoted([p.b for p in passages])
        if words_a < MOSTLY * own[a] and words_b < MOSTLY * own[b] and not formulas.isdisjoint(passages):
            passages = [passage for passage in passages if passage not in formulas and not passage.is_form]
            words_a, words_b = _unquoted([p.a for p in passages]), _unquoted([p.b for p in passages])
        common = min(words_a, words_b)
        share_a, share_b = words_a / max(1, own[a]), words_b / max(1, own[b])
        enough = common >= COPY_WORDS or common >= NEARLY_ALL * min(own[a] - headed[a], own[b] - headed[b])
        if common and max(share_a, share_b) >= VERSION_SHARE and enough:
            links.append(Link(a, b, common, share_a, share_b))
    return sorted(links, key=lambda link: (-max(link.share_a, link.share_b), -link.words, link.a, link.b))


def _unquoted(sides: Sequence[Side]) -> int:
    """Count the words of some sides of one article that nobody is quoted with, those of several sides once."""
    if len(sides) < 2:
        return sum(side.unquoted for side in sides)
    return len(np.unique(np.concatenate([side.first + np.flatnonzero(~side.quoted) for side in sides])))


def find_families(
    docs: Sequence[str],
    agencies: Mapping[str, str],
    evidence: Sequence[Shared],
    own: Mapping[str, int],
    headed: Mapping[str, int],
    formulas: Set[Shared] = frozenset(),
    contributed: Set[str] = frozenset(),
) -> list[Family]:
    """Join the articles to families, and note which other articles share reworded sentences with each.

    Args:
        docs: all articles, in order.
        agencies: the agency each credits, where it credits one.
        evidence: the passages.
        own: the unquoted words of each article.
        headed: those of its headline, which are no sign of copying.
        formulas: the passages that are formulas.
        contributed: the articles that credit their agency with a part: what they share tells which.
    """
    joined = Components(docs)
    agency = {doc: set() if doc in contributed else names_of(agencies.get(doc)) for doc in docs}
    for link in copy_links(evidence, own, headed, formulas):
        a, b = joined.head(link.a), joined.head(link.b)
        if a == b or (agency[a] and agency[b] and not agency[a] & agency[b]):
            continue
        if max(link.share_a, link.share_b) < COPY_SHARE and not agency[a] & agency[b]:
            continue
        # A long article that holds a little of an agency's story is no copy of it (it may be a rewrite).
        if (link.share_a < COPY_SHARE and agency[b] and not agency[a]) or (
            link.share_b < COPY_SHARE and agency[a] and not agency[b]
        ):
            continue
        joined.join(a, b)
        agency[joined.head(a)] = agency[a] & agency[b] or agency[a] | agency[b]
    families = []
    for group in joined.groups():
        head = joined.head(group[0])
        name = "; ".join(sorted(agency[head] or _credited_by_two(group, agencies))) or None
        if len(group) > 1 or name:
            families.append(Family(f"wire:{name}:{head}" if name else f"shared:{head}", group, name))
    evidence = telling(evidence, formulas)
    _note_rewrites(families, evidence, own)
    return families


def _credited_by_two(group: Sequence[str], agencies: Mapping[str, str]) -> set[str]:
    """Give the agencies that two copies or more of one text credit, each with a part."""
    named = Counter(name for doc in group for name in names_of(agencies.get(doc)))
    return {name for name, count in named.items() if count > 1}


def telling(evidence: Sequence[Shared], formulas: Set[Shared]) -> list[Shared]:
    """Give the passages that tell of lineage: no formulas, and no forms that each side fills in."""
    return [passage for passage in evidence if passage not in formulas and not passage.is_form]


def names_of(agencies: str | None) -> set[str]:
    """Take apart the agencies that a credit names."""
    return set(re.split(r"\s*;\s*", agencies)) if agencies else set()


def _note_rewrites(families: Sequence[Family], evidence: Sequence[Shared], own: Mapping[str, int]) -> None:
    """Enter the articles that share sentences with a family without being copies, with the words they share."""
    family_of = {doc: family for family in families for doc in family.members}
    best: dict[tuple[str, str], dict[Span, float]] = {}
    retold: dict[tuple[str, str], dict[Span, float]] = {}
    for passage in evidence:
        for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
            family = family_of.get(other.doc)
            # A copy has its family; only an article without one is looked at as a rewrite.
            if family is None or side.doc in family_of:
                continue
            retold.setdefault((side.doc, family.origin_id), {})[side.start, side.end] = float(side.unquoted)
            if passage.unquoted_matched >= SPREAD_LEAST:
                spans = best.setdefault((side.doc, family.origin_id), {})
                spans[side.start, side.end] = max(spans.get((side.start, side.end), 0.0), passage.unquoted_matched)
    by_id = {family.origin_id: family for family in families}
    for (doc, origin_id), spans in sorted(best.items()):
        family, weights = by_id[origin_id], disjoint_weights(spans)
        long = [weight for weight in weights if weight >= REWRITE_WORDS]
        enough = sum(weights) >= max(SPREAD_WORDS, SPREAD_SHARE * own[doc])
        much = sum(weights) >= max(REWRITE_WORDS, COPY_SHARE * own[doc])
        told = disjoint_weights(retold[doc, origin_id])
        all_told = len(told) >= RETOLD_PASSAGES and sum(told) >= COPY_SHARE * own[doc]
        much = much or all_told
        if much or (enough and len(weights) >= SPREAD_PASSAGES):
            family.rewrites[doc] = sum(weights)
            family.spread.add(doc)
        elif long:
            family.rewrites[doc] = sum(long)
        if (enough or all_told) and doc in family.rewrites:
            family.thorough.add(doc)


def disjoint_weights(spans: Mapping[Span, float]) -> list[float]:
    """Give the weights of spans, of overlapping ones only the heaviest."""
    weights, kept = list[float](), list[Span]()
    for span, weight in sorted(spans.items(), key=lambda item: (-item[1], item[0])):
        if not touches(span, kept):
            insort(kept, span)
            weights.append(weight)
    return weights
