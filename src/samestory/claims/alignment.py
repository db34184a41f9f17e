"""Alignment without a codebook: what several articles of one event state about the same thing.

Three kinds of shared facts are found: numbers that count the same in like sentences, dates in like sentences, and
sentences that say the same. Likeness is the cosine of the sentences' word vectors weighted by inverse document
frequency (Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0); what is alike is joined by single linkage.
The name of a question is the words its sentences share, so that it survives a rebuild.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from samestory.claims.context import Article, Finding, Row, Sentence, claim_row, inside, number_finding
from samestory.claims.lexicon import read_lexicon
from samestory.components import Components
from samestory.words import word_spans

# Likeness from which two sentences are about the same; numbers and dates are evidence of their own.
LIKE_STATEMENT = 0.5
LIKE_NUMBER = 0.12
LIKE_DATE = 0.25
# A sentence is looked up by its rarest shared words, each with the next that have it: single linkage does the rest.
TELLING_WORDS, NEXT = 8, 30
# Two numbers of one unit are of one thing where they are this near, and their sentences share a word besides.
NEAR_SHARE, LEAST_NEAR = 0.15, 10
LIKE_NEAR_NUMBER = 0.04
NEXT_WORD = 2
NAME_WORDS = 3
# Words that begin like the unit repeat it: casualty, casualties.
STEM_CHARS = 4
MIN_WORDS = 4


@dataclass(frozen=True)
class AlignmentSettings:
    """How far alignment goes.

    Attributes:
        max_documents: events with more articles are not aligned; they want a codebook.
        max_questions: of each event the questions that most articles answer.
    """

    max_documents: int = 5000
    max_questions: int = 200


@dataclass(frozen=True)
class Item:
    """A finding that may have its like in another article."""

    article: Article
    sentence: Sentence
    finding: Finding
    kind: str
    key: str
    words: frozenset[str]


def align(articles: Sequence[Article], max_questions: int = AlignmentSettings.max_questions) -> list[Row]:
    """Find what several articles of one event state.

    Args:
        articles: the articles of the event.
        max_questions: only the questions that most articles answer are kept; of equals the first by name.

    Returns:
        rows of claims/claims with variable_origin ``auto``.
    """
    items = [item for article in articles for item in _items(article)]
    weights = _weights(frozenset(content_words(s.text)) for article in articles for s in article.sentences)
    rows = []
    named: dict[str, list[list[Item]]] = defaultdict(list)
    for cluster in _clusters(items, weights):
        if len({item.article.doc_id for item in cluster}) > 1:
            named[_name(cluster, weights)].append(cluster)
    carried = {name: len({i.article.doc_id for cluster in named[name] for i in cluster}) for name in named}
    kept = sorted(named, key=lambda name: (-carried[name], name))[:max_questions]
    for name in sorted(kept):
        seen = set()
        for item in (item for cluster in named[name] for item in cluster):
            span = (item.article.doc_id, item.finding.start, item.finding.end)
            if span not in seen:
                seen.add(span)
                rows.append(claim_row(item.article, item.sentence, name, item.finding, "focal", variable_origin="auto"))
    return rows


def content_words(text: str) -> list[str]:
    """Give the words of a text that carry content, folded, without numbers, in their order."""
    words = (text[start:end].casefold() for start, end in word_spans(text))
    return [
        word.removesuffix("'s").removesuffix("’s")
        for word in words
        if len(word) > 1 and word not in stop_words() and not word[0].isdigit()
    ]


@cache
def stop_words() -> frozenset[str]:
    """Read the function words."""
    return frozenset(_lexicon()["stop_words"])


@cache
def _lexicon() -> Mapping[str, Sequence[str]]:
    """Read alignment.toml."""
    return read_lexicon("alignment.toml")


def _past_verbs(text: str) -> list[str]:
    """Give the words of a text that have the form of a verb in the past, in their order."""
    lexicon = _lexicon()
    past = [word for word in content_words(text) if word.endswith("ed") or word in lexicon["irregular_past"]]
    return [word for word in past if word not in lexicon["saying"]]


def _items(article: Article) -> Iterator[Item]:
    """Yield an article's statements, numbers with a unit and dates."""
    for sentence in article.sentences:
        words = frozenset(content_words(sentence.text))
        if sentence.text.rstrip().endswith("?"):
            continue
        if len(words) >= MIN_WORDS:
            whole = Finding(sentence.start, sentence.end, "like sentences", value="stated")
            yield Item(article, sentence, whole, "statement", "", words)
        for row in inside(article.quantities, sentence.start, sentence.end):
            if row["unit"] != "-":
                finding = number_finding(row, row["end"], row["unit"], row["scope"])
                yield Item(article, sentence, finding, "count", row["unit"].casefold().split(" ")[-1], words)
        for row in inside(article.times, sentence.start, sentence.end):
            about = _nearest_verb(article.text, sentence, row["start"], row["end"])
            if row["type"] == "DATE" and row["value"] and row["value"][:4].isdigit():
                finding = Finding(row["start"], row["end"], "like dates", value=row["value"], scope=about)
                yield Item(article, sentence, finding, "date", row["value"], words)


def _nearest_verb(text: str, sentence: Sentence, start: int, end: int) -> str | None:
    """Give the verb in the past that stands nearest to a date: what happened then; at equal distance the one behind."""
    after, before = text[end : sentence.end].casefold(), text[sentence.start : start].casefold()
    behind, ahead = _past_verbs(after)[:1], _past_verbs(before)[-1:]
    if not behind or not ahead:
        return next(iter(behind or ahead), None)
    # "In 2014 seized": a verb behind the date counts where it stands right there, or where none stands before it.
    return behind[0] if after.find(behind[0]) <= NEXT_WORD else ahead[0]


def _weights(sentences: Iterable[frozenset[str]]) -> dict[str, float]:
    """Give each word's inverse document frequency, a sentence being the document."""
    bags = list(sentences)
    frequency = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / n) for word, n in frequency.items()}


def _likeness(a: Item, b: Item, weights: dict[str, float]) -> float:
    """Give the cosine of two sentences' weighted words, 0..1."""
    shared = sum(weights[word] ** 2 for word in a.words & b.words)
    norm = math.sqrt(sum(weights[w] ** 2 for w in a.words) * sum(weights[w] ** 2 for w in b.words))
    return shared / norm if norm else 0.0


def _clusters(items: Sequence[Item], weights: dict[str, float]) -> list[list[Item]]:
    """Join items of one kind and key that are alike, over articles."""
    least = {"statement": LIKE_STATEMENT, "count": LIKE_NUMBER, "date": LIKE_DATE}
    joined = Components(range(len(items)))
    near = _near_numbers(items)
    for a, b in sorted(_candidates(items, weights) | near):
        if joined.head(a) == joined.head(b):
            continue
        # A heading has no words but what it counts: there the number alone is the evidence.
        heading = min(len(items[a].words), len(items[b].words)) < MIN_WORDS
        enough = (0.0 if heading else LIKE_NEAR_NUMBER) if (a, b) in near else least[items[a].kind]
        if _likeness(items[a], items[b], weights) >= enough:
            joined.join(a, b)
    return [[items[index] for index in group] for group in joined.groups()]


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


def _name(cluster: Sequence[Item], weights: dict[str, float]) -> str:
    """Name a question by its kind, its key and the words most of its sentences share."""
    frequency = Counter(word for item in cluster for word in item.words)
    ranked = sorted(frequency, key=lambda word: (-frequency[word] * weights[word], word))
    first = cluster[0]
    stem = first.key[: max(STEM_CHARS, len(first.key) - 1)]
    words = [word for word in ranked if not first.key or not word.startswith(stem)][:NAME_WORDS]
    return f"{first.kind}: {' '.join([first.key, *words] if first.key else words)}"
