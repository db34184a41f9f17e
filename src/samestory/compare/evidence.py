"""How sure a contradiction is, by what its two values are read from and what else the articles tell.

A number that was read wrongly (of a part, of another thing) is mostly told by one article, far from the others and
against several of them. The weights were set on 243 contradictions of twelve invented events, judged by reading, and
tried on 111 of four others; docs/method.md has how many were right.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from samestory.claims.intervals import known_end
from samestory.compare.explaining import Holders
from samestory.compare.questions import Question
from samestory.compare.relation import Claim, Relation
from samestory.compare.values import show_value

# A number or a time is read wrongly more often than words of the codebook.
NUMBER = 0.95
# For each value that one article alone tells; for each side in nobody's name; for each further value it contradicts.
ALONE, UNSOURCED, RIVAL = 0.8, 0.85, 0.88
MOST_RIVALS = 4
# Two numbers of which one is more than so many times the other: the farther apart, the less likely of one thing.
FAR, VERY_FAR = (3.0, 0.7), (8.0, 0.35)

Found = tuple[Holders, Holders, Relation, Mapping[str, str]]
# What makes two claims of a question tell the same value.
Value = tuple[str, str | None, str | None]


@dataclass(frozen=True)
class Evidence:
    """What the claims on one question tell about how its values were read.

    Attributes:
        in_words: whether the values are words of the codebook.
        articles: the articles that tell each value.
        rivals: the values that each value contradicts.
    """

    in_words: bool
    articles: Mapping[Value, set[str]]
    rivals: Mapping[Value, set[Value]]

    @classmethod
    def gather(cls, question: Question, found: Sequence[Found]) -> "Evidence":
        """Gather it from a question's claims and the conflicts between them."""
        articles, rivals = defaultdict[Value, set[str]](set), defaultdict[Value, set[Value]](set)
        for claim in question.claims:
            articles[_value(claim)].add(claim["doc_id"])
        for a, b, relation, _ in found:
            if relation.kind == "contradiction":
                rivals[_value(a.claim)].add(_value(b.claim))
                rivals[_value(b.claim)].add(_value(a.claim))
        in_words = question.variable is not None and question.variable.type not in {"count", "time"}
        return cls(in_words, articles, rivals)

    def weigh(self, a: Claim, b: Claim) -> float:
        """Weigh two claims that contradict each other, 0..1."""
        values = _value(a), _value(b)
        alone = any(len(self.articles[value]) < 2 for value in values)
        unsourced = sum(claim["source"] is None for claim in (a, b))
        further = min(MOST_RIVALS, max(len(self.rivals[value]) for value in values) - 1)
        weight = (ALONE if alone else 1.0) * UNSOURCED**unsourced * RIVAL**further
        return weight if self.in_words else weight * NUMBER * _nearness(a, b)


def weighed(question: Question, found: Sequence[Found]) -> list[Found]:
    """Give a question's conflicts with the contradictions among them weighed by the evidence."""
    evidence = Evidence.gather(question, found)
    return [
        (a, b, replace(relation, sure=relation.sure * evidence.weigh(a.claim, b.claim)), extra)
        if relation.kind == "contradiction"
        else (a, b, relation, extra)
        for a, b, relation, extra in found
    ]


def _value(claim: Claim) -> Value:
    return show_value(claim), claim["unit"], claim["population"]


def _nearness(a: Claim, b: Claim) -> float:
    """Weigh how many times one number is the other; 1 where either claim has none."""
    first, second = (known_end(claim["low"], claim["high"]) for claim in (a, b))
    if first is None or second is None:
        return 1.0
    # None against one is as far as one against three.
    smaller, larger = sorted(abs(number) + 1 for number in (first, second))
    return next((weight for times, weight in (VERY_FAR, FAR) if larger > times * smaller), 1.0)
