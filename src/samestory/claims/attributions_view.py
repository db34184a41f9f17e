"""A sentence with what of it is quoted, the spans of its parts, and the attributions made of them."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from samestory.claims.attributions_lexicon import Cue, word_set
from samestory.claims.attributions_phrases import (
    DETERMINERS,
    MARKS,
    RELATIVE,
    SPANS,
    antecedent,
    main_subject,
)
from samestory.claims.statements_tokens import Article, Quotation, Sentence

Tokens = tuple[int, int]
HEARERS = frozenset({"me", "him", "us", "them", "reporters", "journalists"})


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


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with what of it is quoted."""

    sentence: Sentence
    quoted: list[bool]
    quotations: list[Quotation]
    before: Quotation | None
    headline: bool
    finished: bool = False


def views(article: Article) -> Iterator[View]:
    """Give each sentence with the quotations that touch it and the one that ends just before it."""
    position = 0
    marks = article.quotations
    for sentence in article.sentences:
        end = sentence.start + len(sentence.text)
        while position < len(marks) and marks[position].end + 1 < sentence.start:
            position += 1
        inside = []
        index = position
        while index < len(marks) and marks[index].start <= end:
            inside.append(marks[index])
            index += 1
        touching = [q for q in inside if q.end > sentence.start]
        earlier = marks[index - len(touching) - 1] if index - len(touching) > 0 else None
        if earlier is not None and article.text[earlier.end + 1 : sentence.start].strip(" \n\t'"):
            earlier = None
        headline = sentence.kind == "title" or sum(w[0].isupper() for w in sentence.words) * 2 > len(sentence)
        finished = earlier is not None and article.text[earlier.end - 1 : earlier.end] == "."
        yield View(sentence, _quoted_tokens(sentence, touching), touching, earlier, headline, finished)


def _quoted_tokens(sentence: Sentence, quotations: list[Quotation]) -> list[bool]:
    """Tell for each token whether it is quoted; the marks count as quoted."""
    quoted = [False] * len(sentence)
    token = 0
    for quotation in quotations:
        while token < len(sentence) and sentence.starts[token] < quotation.start - 1:
            token += 1
        while token < len(sentence) and sentence.ends[token] <= quotation.end + 1:
            quoted[token] = True
            token += 1
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
        if quotation.start - 1 < end and quotation.end > start:
            start, end = min(start, quotation.start - 1), max(end, quotation.end + 1)
    return start, end


def groups_within(view: View, parts: list[tuple[int, int]]) -> set[str]:
    """Give the groups of the quotations that lie in the parts of a content."""
    found = {q.group for q in view.quotations for a, b in parts if a <= q.start and q.end <= b}
    if view.before is not None and any(a <= view.before.start and view.before.end <= b for a, b in parts):
        found.add(view.before.group)
    return found


def is_negative(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a negation stands among tokens."""
    words = word_set("negation", "words")
    return any(word in words for word in sentence.lower[first : last + 1])


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
            near = main_subject(sentence, source[0], view.quoted)
        made.antecedent = token_span(sentence, *near) if near else None
    return made


def clause_start(view: View, stop: int) -> int:
    """Give the first token of the content that ends at ``stop``: of the sentence, or of the quotation."""
    sentence = view.sentence
    first = 0
    while first < stop and not (sentence.words[first][0].isalnum() or sentence.words[first] in MARKS):
        first += 1
    return first


def clause_end(view: View, first: int) -> int:
    """Give the last token of the clause that begins at ``first``: before ", and", ", who", a dash or semicolon."""
    sentence, end = view.sentence, sentence_end(view.sentence)
    for index in range(first + 1, end):
        if view.quoted[index]:
            continue
        word = sentence.words[index]
        if word in {";", "–", "—"} or (word == "-" and not sentence.joined(index)):
            return index - 1
        if word == "," and index + 1 < end:
            after = sentence.lower[index + 1]
            if after in {
                "and",
                "but",
                "who",
                "which",
                "while",
                "as",
                "after",
                "when",
                "although",
                "though",
                "because",
                "where",
                "with",
                "according",
                "amid",
                "or",
            } or after.endswith("ing"):
                return index - 1
    return end - 1


def skip_adverbial(sentence: Sentence, index: int, quoted: list[bool]) -> int:
    """Go over "on Friday", "late Monday", "in a statement", "at a news conference" after a cue."""
    days = word_set("between", "weekdays") | {"today", "yesterday", "tonight", "later", "earlier", "recently", "then"}
    while index < len(sentence) and not quoted[index]:
        lower = sentence.lower
        part_of_day = lower[index] in {"morning", "afternoon", "evening", "night"} and lower[index - 1] in days
        if lower[index] in days or part_of_day:
            index += 1
        elif _two_words_of_time(lower[index : index + 2], days):
            index += 2
        elif lower[index] in {"in", "at", "during", "on", "via", "through", "after", "of", "about", "from"} and (
            end := _adverbial_end(sentence, index, quoted)
        ):
            index = end
        else:
            break
    return index


def _two_words_of_time(words: list[str], days: Set[str]) -> bool:
    """Tell "on Friday", "late Monday", "last week" from other words."""
    if len(words) < 2:
        return False
    return (words[0] in {"on", "late", "early"} and words[1] in days) or (
        words[0] in {"last", "this"} and words[1] in days | SPANS
    )


def _adverbial_end(sentence: Sentence, index: int, quoted: list[bool]) -> int | None:
    """Give the token after "in a statement …" when a mark, "that" or a quotation comes within few words."""
    for end in range(index + 2, min(len(sentence) + 1, index + 14)):
        if (
            end == len(sentence)
            or quoted[end]
            or sentence.words[end] in {",", ":", "."}
            or sentence.lower[end] == "that"
        ):
            return end
        if sentence.lower[end] in word_set("subject", "verbs"):
            return None
    return None


def skip_recipient(view: View, index: int, cue: Cue) -> int:
    """Go over the hearer of "told reporters that": up to "that", a mark, a quotation, a pronoun or a determiner."""
    if "recipient" not in cue.frames:
        return index
    sentence, first = view.sentence, index
    pronouns = word_set("subject", "pronouns")
    if sentence.lower[index : index + 1] and sentence.lower[index] in HEARERS:
        return index + 1
    while index < len(sentence) and index < first + 12:
        word = sentence.lower[index]
        if view.quoted[index] or word in {
            "that",
            "to",
            ",",
            ":",
            ".",
            "in",
            "on",
            "during",
            "at",
            "about",
            "of",
            "how",
            "what",
        }:
            break
        if index > first and (word in pronouns or (word in DETERMINERS and index > first + 1) or word in {"there"}):
            break
        index += 1
    return index
