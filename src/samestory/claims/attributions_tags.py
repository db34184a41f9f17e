"""Tags: a cue after or inside its content (“…”, said X; …, X said, …)."""

from samestory.claims.attributions_lexicon import Cue, word_set
from samestory.claims.attributions_phrases import MARKS, source_after, subject_before
from samestory.claims.attributions_view import (
    Attribution,
    View,
    attribute,
    clause_start,
    is_negative,
    sentence_end,
    skip_adverbial,
    skip_recipient,
    widened,
)

Tokens = tuple[int, int]


def read_tag(view: View, begin: int, index: int, last: int, cue: Cue) -> Attribution | None:
    """Read a tag after or inside its content: "…, X said", "…," said X, "…, X said, …"."""
    if "clause" not in cue.frames and "recipient" not in cue.frames:
        return None
    sentence = view.sentence
    if cue.lemma == "tell" and _before_content(view, index) is None:
        return None
    source, first, end = None, index, last
    if _content_ends_before(view, begin):
        source = source_after(sentence, last + 1, view.quoted)
        if source is not None and _clause_follows(view, source):
            return None
        end = source[1] if source else last
        first = begin
    else:
        source = subject_before(sentence, begin, view.quoted)
        if (
            source is None
            or not _content_ends_before(view, source[0])
            or not (_tag_closes(view, last, cue) or _quotation_waits(view, source[0]))
        ):
            return None
        first = source[0]
        end = skip_recipient(view, last + 1, cue) - 1
    if source is None:
        return None
    parts = _before_parts(view, first)
    if not parts:
        return None
    end = skip_adverbial(sentence, end + 1, view.quoted)
    rest = end
    while rest < len(sentence) and sentence.words[rest] in {",", ":", ";", "."} and rest < end + 2:
        rest += 1
    stop = sentence_end(sentence) - 1
    quote_follows = rest < len(sentence) and view.quoted[rest]
    if rest <= stop and (
        quote_follows
        or (
            sentence.words[rest - 1] == ","
            and not _quote_only(view, first)
            and sentence.lower[rest] not in {"who", "which", "adding", "while", "as", "in"}
        )
    ):
        parts.append(widened(view, rest, stop) if not quote_follows else _quote_span(view, rest))
    negative = is_negative(sentence, begin, last)
    return attribute(view, parts, source, (index, last), cue.cue_class, "tag", negative, cue.lemma)


def _before_content(view: View, index: int) -> int | None:
    """Give a token whose quotation closes before a token, if any."""
    return next((i for i in range(index) if view.quoted[i]), None) if index else None


def _content_ends_before(view: View, index: int) -> bool:
    """Tell whether content ends just before a token: a closing mark, or a comma after enough words."""
    if index <= 0:
        return view.before is not None and index == 0
    if view.quoted[index - 1]:
        return True
    # Two single marks typed for a double one.
    if view.sentence.words[index - 1] == "'" and view.sentence.words[max(0, index - 2)] in {"'", ",", "?", "!"}:
        return True
    if view.sentence.words[index - 1] in MARKS:
        return True
    if view.sentence.words[index - 1] != ",":
        return False
    if view.quoted[max(0, index - 2)]:
        return True
    return index > 4 and view.sentence.lower[0] not in {
        "in",
        "on",
        "at",
        "after",
        "when",
        "as",
        "while",
        "if",
        "since",
        "but",
        "during",
        "for",
        "asked",
        "although",
        "though",
        "before",
        "despite",
        "with",
        "and",
    }


def _clause_follows(view: View, source: Tokens) -> bool:
    """Tell that what follows the cue is a clause of its own, no speaker ("…, adding he would")."""
    after = view.sentence.lower[source[1] + 1] if source[1] + 1 < len(view.sentence) else "."
    return after in word_set("subject", "verbs") or (
        after in word_set("between", "words") - {"s", "t"}
        and after not in {"today", "yesterday", "later", "earlier", "also", "then", "first"}
    )


def _tag_closes(view: View, last: int, cue: Cue) -> bool:
    """Tell whether nothing but adverbials follows a tag up to a mark."""
    sentence = view.sentence
    index = skip_adverbial(sentence, skip_recipient(view, last + 1, cue), view.quoted)
    return (
        index >= len(sentence)
        or sentence.words[index] in {",", ".", ":", ";", "!", "?", "–", "—"}
        or view.quoted[index]
    )


def _quotation_waits(view: View, first: int) -> bool:
    """Tell whether a quotation that ends in a comma stands just before a token: it waits for its speaker."""
    words = view.sentence.words
    return first > 1 and view.quoted[first - 1] and words[first - 1] in MARKS and words[first - 2] in {",", "?", "!"}


def _before_parts(view: View, first: int) -> list[tuple[int, int]]:
    """Give the content before a tag that begins at token ``first``."""
    sentence = view.sentence
    stop = first - 1
    while stop >= 0 and sentence.words[stop] in {",", "-", "–", "—"} and not view.quoted[stop]:
        stop -= 1
    if stop < 0:
        if view.before is None:
            return []
        return [(view.before.start - 1, view.before.end + 1)]
    return [widened(view, clause_start(view, stop), stop)]


def _quote_only(view: View, first: int) -> bool:
    """Tell whether all before a token is quoted."""
    return all(view.quoted[i] or not view.sentence.words[i][0].isalnum() for i in range(first))


def _quote_span(view: View, token: int) -> tuple[int, int]:
    return widened(view, token, token)
