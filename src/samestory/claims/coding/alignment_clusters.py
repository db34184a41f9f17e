"""Which findings of several articles are of one thing: alike, and with no two numbers that count different things."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.counted import NEWS_DAYS, NOTHING, Counted
from samestory.claims.coding.findings import Finding
from samestory.claims.coding.standing import attribution_of
from samestory.claims.intervals import number_interval
from samestory.components import Components

# Likeness from which two sentences are about the same; numbers and dates are evidence of their own.
LIKE_STATEMENT = 0.5
LIKE_NUMBER = 0.12
LIKE_DATE = 0.25
# A sentence is looked up by its rarest shared words, each with the next that have it: single linkage does the rest.
TELLING_WORDS, NEXT = 8, 30
# Two numbers of one unit are of one thing where they are this near, and their sentences share a word besides.
NEAR_SHARE, LEAST_NEAR = 0.15, 10
LIKE_NEAR_NUMBER = 0.04
# Fewer content words are a heading.
MIN_WORDS = 4
# Groups with more pairs of distinct numbers than this are not joined: what is told so variously is not one question.
MOST_PAIRS = 10_000


@dataclass(frozen=True)
class Item:
    """A finding that may have its like in another article; a number says what it counts."""

    article: Article
    sentence: Sentence
    finding: Finding
    kind: str
    key: str
    words: frozenset[str]
    counted: Counted = NOTHING


@dataclass
class _Group:
    """The numbers of a group: one item of each that is distinct, and the items of each article."""

    distinct: dict[tuple[object, ...], Item] = field(default_factory=dict)
    by_document: dict[str, list[Item]] = field(default_factory=dict)

    @classmethod
    def of(cls, item: Item) -> "_Group":
        """Make the group of one item."""
        finding = item.finding
        key = (finding.low, finding.high, finding.approximate, item.counted, (item.article.published or "")[:10])
        return cls({key: item}, {item.article.doc_id: [item]})

    def goes_with(self, other: "_Group") -> bool:
        """Say whether the numbers of two groups can be of one thing."""
        if len(self.distinct) * len(other.distinct) > MOST_PAIRS:
            return False
        pairs = [(a, b) for a in self.distinct.values() for b in other.distinct.values()]
        exclusive = [pair for pair in pairs if _exclude(*pair)]
        if not all(a.counted.may_be(b.counted) for a, b in pairs) or not all(_of_one_time(*p) for p in exclusive):
            return False
        # Of those who give one number some say what it counts, others only give it.
        if exclusive and not any(a.counted.is_same(b.counted) for a, b in exclusive):
            return False
        both = self.by_document.keys() & other.by_document.keys()
        return not any(_told_apart(a, b) for doc in both for a in self.by_document[doc] for b in other.by_document[doc])

    def take(self, other: "_Group") -> None:
        """Take in the numbers of another group."""
        self.distinct.update(other.distinct)
        for doc_id, items in other.by_document.items():
            self.by_document.setdefault(doc_id, []).extend(items)


def _of_one_time(a: Item, b: Item) -> bool:
    """Say whether two numbers may be of one group at one time."""
    return a.counted.nothing_differs(b.counted) and _days_apart(a.article, b.article) <= NEWS_DAYS


def _exclude(a: Item, b: Item) -> bool:
    """Say whether two numbers cannot both be true of one thing."""
    first, second = (number_interval(i.finding.low, i.finding.high, approximate=i.finding.approximate) for i in (a, b))
    return first is not None and second is not None and (first[0] > second[1] or second[0] > first[1])


def _days_apart(a: Article, b: Article) -> int:
    """Give how many days lie between two publications, 0 where one is not known."""
    if not a.published or not b.published:
        return 0
    return abs(date.fromisoformat(a.published[:10]).toordinal() - date.fromisoformat(b.published[:10]).toordinal())


def _told_apart(a: Item, b: Item) -> bool:
    """Say whether an article tells two numbers apart: who gives both in the running text means two things."""
    if not _exclude(a, b) or {a.sentence.zone, b.sentence.zone} != {"body"}:
        return False
    first, second = (attribution_of(i.article, i.finding.start, i.finding.end) for i in (a, b))
    return (first and first.source) == (second and second.source)


def word_weights(sentences: Iterable[frozenset[str]]) -> dict[str, float]:
    """Give each word's inverse document frequency, a sentence being the document."""
    bags = list(sentences)
    frequency = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / n) for word, n in frequency.items()}


def _likeness(a: Item, b: Item, weights: dict[str, float]) -> float:
    """Give the cosine of two sentences' weighted words, 0..1."""
    shared = sum(weights[word] ** 2 for word in a.words & b.words)
    norm = math.sqrt(sum(weights[w] ** 2 for w in a.words) * sum(weights[w] ** 2 for w in b.words))
    return shared / norm if norm else 0.0


def clusters(items: Sequence[Item], weights: dict[str, float]) -> list[list[Item]]:
    """Join items of one kind and key that are alike, over articles."""
    least = {"statement": LIKE_STATEMENT, "count": LIKE_NUMBER, "date": LIKE_DATE}
    joined = Components(range(len(items)))
    groups = {index: _Group.of(item) for index, item in enumerate(items) if item.kind == "count"}
    near = _near_numbers(items)
    # Numbers that agree first, so that one that differs is held against all who agree.
    pairs = sorted(_candidates(items, weights) | near, key=lambda pair: (_differ(items, *pair), pair))
    for a, b in pairs:
        first, second = sorted((joined.head(a), joined.head(b)))
        if first == second:
            continue
        # A heading has no words but what it counts: there the number alone is the evidence.
        heading = min(len(items[a].words), len(items[b].words)) < MIN_WORDS
        enough = (0.0 if heading else LIKE_NEAR_NUMBER) if (a, b) in near else least[items[a].kind]
        if _likeness(items[a], items[b], weights) < enough:
            continue
        if items[a].kind == "count":
            if not groups[first].goes_with(groups[second]):
                continue
            groups[first].take(groups.pop(second))
        joined.join(a, b)
    return [[items[index] for index in group] for group in joined.groups()]


def _differ(items: Sequence[Item], a: int, b: int) -> bool:
    """Say whether two findings are different numbers."""
    first, second = items[a].finding, items[b].finding
    return (first.low, first.high) != (second.low, second.high)


def _near_numbers(items: Sequence[Item]) -> set[tuple[int, int]]:
    """Give the pairs of numbers of one unit, from two articles, that lie near: "around 80" and 78, 78 and over 70."""
    by_unit: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for index, item in enumerate(items):
        low = item.finding.low
        vague = item.finding.approximate and item.finding.high is None
        if item.kind == "count" and low is not None and low >= LEAST_NEAR and not vague:
            by_unit[item.key].append((low, index))
    found = set()
    for numbers in by_unit.values():
        numbers.sort()
        for position, (low, a) in enumerate(numbers):
            for other, b in numbers[position + 1 : position + 1 + NEXT]:
                if other > low * (1 + NEAR_SHARE):
                    break
                if items[a].article.doc_id != items[b].article.doc_id:
                    found.add((min(a, b), max(a, b)))
    return found


def _candidates(items: Sequence[Item], weights: dict[str, float]) -> set[tuple[int, int]]:
    """Give the pairs of items of one kind and key from two articles that share two telling words."""
    holders: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    # A word of one article alone leads to no other.
    spread: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for word in item.words:
            if len(spread[word]) < 2:
                spread[word].add(item.article.doc_id)
    for index, item in enumerate(items):
        shared = sorted((w for w in item.words if len(spread[w]) > 1), key=lambda word: (-weights[word], word))
        for word in shared[:TELLING_WORDS]:
            holders[item.kind, item.key, word].append(index)
    found: Counter[tuple[int, int]] = Counter()
    for indexes in holders.values():
        for position, a in enumerate(indexes):
            for b in indexes[position + 1 : position + 1 + NEXT]:
                if items[a].article.doc_id != items[b].article.doc_id:
                    found[a, b] += 1
    return {pair for pair, n in found.items() if n > 1}
