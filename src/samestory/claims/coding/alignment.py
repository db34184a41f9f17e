"""Alignment without a codebook: what several articles of one event state about the same thing.

Three kinds of shared facts are found: numbers that count the same in like sentences, dates in like sentences, and
sentences that say the same. Likeness is the cosine of the sentences' word vectors weighted by inverse document
frequency (Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0); what is alike is joined by single linkage, but
no two numbers that differ come into one question unless they count one thing (``counted``). The name of a question is
the words its sentences share, so that it survives a rebuild.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count

from samestory.claims.coding.alignment_clusters import MIN_WORDS, Item, clusters, word_weights
from samestory.claims.coding.anchoring import OTHER, anchor
from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.claim_rows import claim_row
from samestory.claims.coding.codebook import Event
from samestory.claims.coding.counted import content_words, counted, past_verbs, people_of
from samestory.claims.coding.findings import STATED, Finding, number_finding
from samestory.claims.coding.questions import told_part
from samestory.claims.quantities.numbers import measure_units
from samestory.phrasing import say_interval
from samestory.rows import Row

# Characters on either side of a date in which its verb is looked for.
VERB_REACH = 500
NEXT_WORD = 2
NAME_WORDS = 3
# Words that begin like the unit repeat it: casualty, casualties.
STEM_CHARS = 4


@dataclass(frozen=True)
class AlignmentSettings:
    """How far alignment goes.

    Attributes:
        max_documents: events with more articles are not aligned; they want a codebook.
        max_questions: of each event the questions that most articles answer.
    """

    max_documents: int = 5000
    max_questions: int = 200


def align(articles: Sequence[Article], max_questions: int = AlignmentSettings.max_questions) -> list[Row]:
    """Find what several articles of one event state.

    Args:
        articles: the articles of the event.
        max_questions: only the questions that most articles answer are kept; of equals the first by name.

    Returns:
        rows of claims/claims with variable_origin ``auto``.
    """
    items = [item for article in articles for item in _items(article)]
    weights = word_weights(frozenset(content_words(s.text)) for article in articles for s in article.sentences)
    named: dict[str, list[Item]] = {}
    for cluster in clusters(items, weights):
        if len({item.article.doc_id for item in cluster}) > 1:
            named[_name(cluster, weights, named.keys())] = cluster
    carried = {name: len({item.article.doc_id for item in cluster}) for name, cluster in named.items()}
    kept = sorted(named, key=lambda name: (-carried[name], name))[:max_questions]
    rows = []
    for name in sorted(kept):
        spans = {(item.article.doc_id, item.finding.start, item.finding.end): item for item in reversed(named[name])}
        for item in reversed(spans.values()):
            as_of = item.article.published if item.kind == "count" else None
            rows.append(claim_row(item.article, item.sentence, name, item.finding, "focal", as_of, "auto"))
    return rows


def _items(article: Article) -> Iterator[Item]:
    """Yield an article's statements, numbers with a unit and dates."""
    for printed, anchored in zip(article.sentences, anchor(article, Event()), strict=True):
        sentence = told_part(printed)
        if sentence is None:
            continue
        words = frozenset(content_words(sentence.text))
        if len(words) >= MIN_WORDS:
            told = "; ".join(_numbers_told(article, sentence))
            value = f"{STATED}: {told}" if told else STATED
            whole = Finding(sentence.start, sentence.end, "like sentences", value=value)
            yield Item(article, sentence, whole, "statement", "", words)
        numbers = inside(article.quantities, sentence.start, sentence.end)
        for row in numbers:
            unit = people_of(article.text, row) or row["unit"]
            if unit != "-":
                finding = number_finding(row, row["end"], unit, row["scope"])
                what = counted(article, sentence, row, numbers, other_event=anchored.event == OTHER)
                yield Item(article, sentence, finding, "count", unit.casefold().split(" ")[-1], words, what)
        for row in inside(article.times, sentence.start, sentence.end):
            about = _nearest_verb(article.text, sentence, row["start"], row["end"])
            if row["type"] == "DATE" and row["value"] and row["value"][:4].isdigit():
                finding = Finding(row["start"], row["end"], "like dates", value=row["value"], scope=about)
                yield Item(article, sentence, finding, "date", row["value"], words)


def _numbers_told(article: Article, sentence: Sentence) -> list[str]:
    """Give the numbers, times and dates of a sentence, each once, measures with their unit: 7, 14 centimetre, 1998."""
    numbers = inside(article.quantities, sentence.start, sentence.end)
    told = []
    for row in numbers:
        if row["low"] is not None or row["high"] is not None:
            unit = f" {row['unit']}" if row["unit"] in measure_units() else ""
            told.append(say_interval(row["low"], row["high"], row["comparator"]) + unit)
    for row in inside(article.times, sentence.start, sentence.end):
        # "Forty minutes" is a number already; "now" is no date.
        counted_too = any(number["start"] < row["end"] and row["start"] < number["end"] for number in numbers)
        if row["value"] and not row["value"].endswith("_REF") and not counted_too:
            told.append(row["value"])
    return list(dict.fromkeys(told))


def _nearest_verb(text: str, sentence: Sentence, start: int, end: int) -> str | None:
    """Give the verb in the past that stands nearest to a date: what happened then; at equal distance the one behind."""
    after = text[end : min(sentence.end, end + VERB_REACH)].casefold()
    before = text[max(sentence.start, start - VERB_REACH) : start].casefold()
    behind, ahead = past_verbs(after)[:1], past_verbs(before)[-1:]
    if not behind or not ahead:
        return next(iter(behind or ahead), None)
    # "In 2014 seized": a verb behind the date counts where it stands right there, or where none stands before it.
    return behind[0] if after.find(behind[0]) <= NEXT_WORD else ahead[0]


def _name(cluster: Sequence[Item], weights: Mapping[str, float], taken: Set[str]) -> str:
    """Name a question by its kind, its key and the words most of its sentences share, enough to tell it from others."""
    frequency = Counter(word for item in cluster for word in item.words)
    ranked = sorted(frequency, key=lambda word: (-frequency[word] * weights[word], word))
    first = cluster[0]
    stem = first.key[: max(STEM_CHARS, len(first.key) - 1)]
    words = [word for word in ranked if not first.key or not word.startswith(stem)]
    key = [first.key] if first.key else []
    names = (
        f"{first.kind}: {' '.join([*key, *words[:n]])}" for n in range(min(NAME_WORDS, len(words)), len(words) + 1)
    )
    found = next((name for name in names if name not in taken), None)
    # Of sentences with the very same words the later questions are counted.
    shortest = f"{first.kind}: {' '.join([*key, *words[:NAME_WORDS]])}"
    return found or next(name for n in count(2) if (name := f"{shortest} {n}") not in taken)
