"""A sentence with what of it is quoted, the spans of its parts, and the attributions made of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from samestory.claims.attributions.lexicon import CLOSING_MARKS, MARKS, RELATIVE, plain_cues, word_set
from samestory.claims.attributions.subjects import antecedent, first_subject
from samestory.claims.sources.actors import actor_type
from samestory.claims.tokens import Article, Quotation, Sentence

Tokens = tuple[int, int]
NEGATIONS = word_set("negation", "words")


@dataclass(slots=True)
class Attribution:
    """One attribution; all spans are positions in the article, end exclusive."""

    parts: list[tuple[int, int]]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    cue_class: str
    rule: str
    negative: bool = False
    lemma: str = ""
    groups: set[str] = field(default_factory=set)
    antecedent: tuple[int, int] | None = None
    announces: int | None = None


@dataclass
class View:
    """A sentence with what of it is quoted.

    Attributes:
        sentence: the sentence.
        quoted: whether each token is quoted; the marks count as quoted.
        quotations: the quotations that touch the sentence.
        before: the quotation that ends just before it.
        finished: the quotation before it ends in a full stop.
    """

    sentence: Sentence
    quoted: list[bool]
    quotations: list[Quotation]
    before: Quotation | None
    finished: bool = False

    @cached_property
    def headline(self) -> bool:
        """Whether most words have a capital, as in a title."""
        words = self.sentence.words
        return self.sentence.kind == "title" or sum(word[0].isupper() for word in words) * 2 > len(words)

    @cached_property
    def _first_subject(self) -> tuple[int, Tokens] | None:
        return first_subject(self.sentence, self.quoted)

    def main_subject(self, until: int) -> Tokens | None:
        """Give the subject of the first finite verb, where that verb stands before a token."""
        found = self._first_subject
        return found[1] if found is not None and found[0] < until else None


def views(article: Article) -> Iterator[View]:
    """Give each sentence with the quotations that touch it and the one that ends just before it."""
    position = 0
    marks = article.quotations
    for sentence in article.sentences:
        end = sentence.start + len(sentence.text)
        while position < len(marks) and marks[position].outer_end < sentence.start:
            position += 1
        inside = []
        index = position
        while index < len(marks) and marks[index].start <= end:
            inside.append(marks[index])
            index += 1
        touching = [q for q in inside if q.end > sentence.start]
        earlier = marks[index - len(touching) - 1] if index - len(touching) > 0 else None
        if earlier is not None and article.text[earlier.outer_end : sentence.start].strip(" \n\t'"):
            earlier = None
        finished = earlier is not None and article.text[earlier.end - 1 : earlier.end] == "."
        yield View(sentence, _quoted_tokens(sentence, touching), touching, earlier, finished)


def _quoted_tokens(sentence: Sentence, quotations: list[Quotation]) -> list[bool]:
    """Tell for each token whether it is quoted; the marks count as quoted."""
    quoted = [False] * len(sentence.words)
    last = 0
    for quotation in quotations:
        first = bisect_left(sentence.starts, quotation.outer_start, last)
        last = max(first, bisect_right(sentence.ends, quotation.outer_end, first))
        quoted[first:last] = [True] * (last - first)
    return quoted


def sentence_end(sentence: Sentence) -> int:
    """Give the number of tokens without the final mark."""
    last = len(sentence)
    while last > 0 and sentence.words[last - 1] in {".", "!", "?", ":", ";", ","}:
        last -= 1
    return last


def token_span(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Give the positions from token ``first`` to the end of token ``last``."""
    return sentence.starts[first], sentence.ends[last]


def widened(view: View, first: int, last: int) -> tuple[int, int]:
    """Give the span of tokens, widened to the whole of the quotations it touches, with their marks."""
    return widened_span(view, *token_span(view.sentence, first, last))


def widened_span(view: View, start: int, end: int) -> tuple[int, int]:
    """Give a span, widened to the whole of the quotations it touches, with their marks."""
    for quotation in view.quotations:
        if quotation.outer_start < end and quotation.end > start:
            start, end = min(start, quotation.outer_start), max(end, quotation.outer_end)
    return start, end


def groups_within(view: View, parts: list[tuple[int, int]]) -> set[str]:
    """Give the groups of the quotations that lie in the parts of a content."""
    found = {q.group for q in view.quotations for a, b in parts if a <= q.start and q.end <= b}
    if view.before is not None and any(a <= view.before.start and view.before.end <= b for a, b in parts):
        found.add(view.before.group)
    return found


def is_negative(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a negation stands among tokens."""
    return not NEGATIONS.isdisjoint(sentence.lower[first : last + 1])


def attribute(view: View, parts: list[tuple[int, int]], source: Tokens | None, cue: Tokens, cue_class: str, rule: str,
          negative: bool = False, lemma: str = "") -> Attribution | None:  # fmt: skip
    """Make the attribution of a cue in a sentence; None without content."""
    parts = [(a, b) for a, b in parts if b > a]
    if not parts:
        return None
    sentence = view.sentence
    where = token_span(sentence, *source) if source else None
    made = Attribution(
        parts, where, token_span(sentence, *cue), cue_class, rule, negative, lemma, groups_within(view, parts)
    )
    if source is not None and source[0] == source[1]:
        word, near = sentence.lower[source[0]], None
        if word in RELATIVE:
            near = antecedent(sentence, source[0], view.quoted)
        elif word in {"it", "they", "he", "she"}:
            near = view.main_subject(source[0])
            # "The bridge stays shut, it said": a thing says nothing, the last speaker does.
            if near and word == "it" and not speaks(sentence, near):
                near = None
        made.antecedent = token_span(sentence, *near) if near else None
    return made


def speaks(sentence: Sentence, source: Tokens) -> bool:
    """Tell whether a noun phrase names somebody or a kind of actor, no thing ("the bridge")."""
    named = sentence.words[source[1]][0].isupper()
    return named or actor_type(sentence.between(*source)) != "unknown"


def clause_start(view: View, stop: int) -> int:
    """Give the first token of the content that ends at ``stop``: of the sentence, or of the quotation."""
    sentence = view.sentence
    first = 0
    while first < stop and not (sentence.words[first][0].isalnum() or sentence.words[first] in MARKS):
        first += 1
    return first


def quotation_stop(view: View, first: int) -> str | None:
    """Give the last token of the quotation that closes right before a token, without its marks; None for none."""
    words, last = view.sentence.words, first - 1
    if last < 1 or not view.quoted[last] or words[last] not in CLOSING_MARKS:
        return None
    # "“He said ‘go,’” she said": one quotation closes inside another.
    while last > 0 and view.quoted[last] and words[last] in CLOSING_MARKS:
        last -= 1
    return words[last]


def clause_end(view: View, first: int) -> int:
    """Give the last token of the clause that begins at ``first``: before ", and", ", who", a dash or semicolon."""
    sentence, end = view.sentence, sentence_end(view.sentence)
    for index in range(first + 1, end):
        word = sentence.words[index]
        if view.quoted[index]:
            # "“Go,” and": American pages print the comma inside the marks.
            closes = index + 1 < end and not view.quoted[index + 1] and quotation_stop(view, index + 1) == ","
            if closes and _goes_on(sentence, index + 1):
                return index
            continue
        if word in {";", "–", "—"} or (word == "-" and not sentence.joined(index)):
            return index - 1
        if word == "," and index + 1 < end and _goes_on(sentence, index + 1):
            return index - 1
    return end - 1


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Tell whether what stands behind a comma is no part of the clause before it: "who …", "rapidly ending …"."""
    after = sentence.lower[index]
    if after.endswith("ly") and index + 1 < len(sentence) and sentence.lower[index + 1].endswith("ing"):
        return True
    return after in word_set("object", "clause_openers") or after in plain_cues() or after.endswith("ing")
