"""The sums a text offers: a total against the parts named in the same article."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samestory.compare.questions import Question
from samestory.compare.relation import Claim
from samestory.compare.values import show_value


@dataclass(frozen=True)
class Sum:
    """A total of one article, the parts it names, and whether they add up."""

    total: Claim
    parts: Sequence[Claim]
    sum: float

    @property
    def holds(self) -> bool:
        """Say whether the parts add up to the total."""
        return bool(self.total["low"] == self.sum)

    def shown(self) -> str:
        """Write the sum as a reader would: "37 (Iraq) + 41 (Syria) = 78, as stated"."""
        parts = " + ".join(f"{show_value(part)} ({part['scope']})" for part in self.parts)
        stated = "as stated" if self.holds else f"but {show_value(self.total)} is stated"
        return f"{self.total['doc_id']}: {parts} = {self.sum:,.0f}, {stated}"


def find_sums(questions: Iterable[Question]) -> Mapping[tuple[str, str | None], list[Sum]]:
    """Find each article's total with exact parts of two scopes or more, by the total's question and event."""
    of_parts = {
        (question.name, question.event): (question, question.variable.parts)
        for question in questions
        if question.variable and question.variable.parts
    }
    named_as_parts = {(parts, event) for (_, event), (_, parts) in of_parts.items()}
    by_name = {
        (question.name, question.event): question
        for question in (questions if of_parts else ())
        if (question.name, question.event) in named_as_parts
    }
    found: dict[tuple[str, str | None], list[Sum]] = defaultdict(list)
    for question, name in of_parts.values():
        parts = by_name.get((name, question.event))
        if parts is None:
            continue
        named = parts.by_document()
        for doc_id, totals in question.by_document().items():
            by_scope = {c["scope"]: c for c in named.get(doc_id, []) if c["low"] is not None and c["low"] == c["high"]}
            exact = [c for c in totals if c["low"] is not None and c["low"] == c["high"] and not c["approximate"]]
            if len(by_scope) > 1 and exact:
                claims = [by_scope[scope] for scope in sorted(by_scope, key=str)]
                found[question.name, question.event].append(
                    Sum(exact[0], claims, sum(claim["low"] for claim in claims))
                )
    return found
