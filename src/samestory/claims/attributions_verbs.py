"""Reporting verbs: before their content (X said that …), as a tag, in the passive, as a participle."""

from samestory.claims.attributions_lexicon import Cue, word_set
from samestory.claims.attributions_phrases import (
    DETERMINERS,
    PREPOSITIONS,
    main_subject,
    source_after,
    subject_before,
    verb_group_start,
)
from samestory.claims.attributions_tags import read_tag
from samestory.claims.attributions_view import (
    Attribution,
    View,
    attribute,
    clause_end,
    is_negative,
    sentence_end,
    skip_adverbial,
    skip_recipient,
    token_span,
    widened,
)
from samestory.claims.sources import actor_type
from samestory.claims.statements_tokens import Sentence

Tokens = tuple[int, int]
# Plural nouns far more often than verbs.
NOUNS = frozenset(
    {"reports", "claims", "states", "rules", "debates", "comments", "remarks", "figures", "values", "views"}
)


def read_verb(view: View, index: int, cue: Cue, previous: tuple[int, int] | None) -> Attribution | None:
    """Read a reporting verb."""
    sentence, lower = view.sentence, view.sentence.lower
    last = index + cue.size - 1
    begin = verb_group_start(sentence, index)
    before = lower[index - 1] if index else ""
    after = lower[last + 1] if last + 1 < len(sentence) else ""
    if before in DETERMINERS or before in {"no", "any", "of", "for"} or (before in PREPOSITIONS and not cue.participle):
        return None
    if before == "to" or (before == "s" and lower[index - 2 : index - 1] in (["’"], ["'"]) and cue.ambiguous):
        return None
    if after == "by" and lower[index - 1 : index] and _is_passive(sentence, begin, index):
        return _passive(view, begin, index, cue)
    tag = read_tag(view, begin, index, last, cue)
    if tag is not None:
        return tag
    return _forward(view, begin, index, last, cue, previous)


def _is_passive(sentence: Sentence, begin: int, index: int) -> bool:
    return any(word in {"is", "are", "was", "were", "be", "been", "being"} for word in sentence.lower[begin:index])


def _passive(view: View, begin: int, index: int, cue: Cue) -> Attribution | None:
    """Read "most were claimed by X": the subject is the content."""
    sentence = view.sentence
    source = source_after(sentence, index + cue.size + 1, view.quoted)
    content = subject_before(sentence, begin, view.quoted)
    if source is None or content is None:
        return None
    first = content[0]
    while (
        first > 0
        and sentence.words[first - 1] not in {",", ";", ":", "–", "—"}
        and sentence.lower[first - 1] not in word_set("subject", "boundary")
    ):
        first -= 1
    parts, denied = [widened(view, first, content[1])], is_negative(sentence, begin, index)
    return attribute(view, parts, source, (begin, index + cue.size), cue.cue_class, "passive", denied, cue.lemma)


def _forward(
    view: View, begin: int, index: int, last: int, cue: Cue, previous: tuple[int, int] | None
) -> Attribution | None:
    """Read a verb before its content: "X said that …", "X condemned …", "X vowed to …", "…, adding that …"."""
    sentence = view.sentence
    source = subject_before(sentence, begin, view.quoted)
    where: tuple[int, int] | None = None
    if cue.participle and not _is_progressive(sentence, begin, index):
        where = _left_out(view, index, source, previous)
        if where is None:
            return None
    elif source is None or sentence.lower[source[0]] in {"no", "nobody", "none"}:
        return None
    first = skip_adverbial(sentence, skip_recipient(view, last + 1, cue), view.quoted)
    while first < len(sentence) and sentence.words[first] in {",", ":", "–", "—"}:
        first += 1
    stop = sentence_end(sentence) - 1
    if first > stop:
        return None
    frame = _frame(view, first, last, cue)
    if frame is None or (cue.ambiguous and not _sure(view, source, begin, index, frame)):
        return None
    if frame != "clause":
        stop = clause_end(view, first)
    denied = is_negative(sentence, begin, last) or cue.lemma in word_set("negation", "verbs")
    speaker = source if where is None else None
    parts = [widened(view, first, stop)]
    attribution = attribute(view, parts, speaker, (index, last), cue.cue_class, f"{frame} after cue", denied, cue.lemma)
    if attribution is not None and where is not None:
        attribution.source, attribution.rule = where, "participle"
    return attribution


def _is_progressive(sentence: Sentence, begin: int, index: int) -> bool:
    return any(
        word in {"is", "are", "was", "were", "be", "been", "’re", "'re", "s"} for word in sentence.lower[begin:index]
    )


def _left_out(
    view: View, index: int, source: Tokens | None, previous: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Find who a participle speaks for: after a comma, "by" or "and" the last source, else the main subject.

    Right after a noun ("sirens warning people") a participle only describes; a document ("a letter saying") speaks.
    """
    sentence = view.sentence
    before = sentence.lower[index - 1] if index else ","
    if before in {",", "by", "and", "while", "after", "before", "in", "–", "—"}:
        if previous is not None:
            return previous
        main = main_subject(sentence, index, view.quoted)
        return token_span(sentence, *main) if main else None
    if source is None or actor_type(sentence.between(*source)) == "unknown":
        return None
    if sentence.words[source[1]][0].islower() and sentence.lower[source[0]] not in DETERMINERS:
        main = main_subject(sentence, source[0], view.quoted)
        source = main or source
    return token_span(sentence, *source)


def _frame(view: View, first: int, last: int, cue: Cue) -> str | None:
    """Tell what a cue takes here: a clause, a quotation, "to …" or a noun phrase."""
    word = view.sentence.lower[first]
    if word == "to" and first == last + 1:
        return "infinitive" if "infinitive" in cue.frames else None
    if "clause" in cue.frames or "recipient" in cue.frames:
        if view.quoted[first] or word in {"that", "whether", "if", "how", "why", "what", "there"}:
            return "clause"
        if word in {"in", "on", "by", "with", "from", "of", "for", "against", "as", "and", "or", "."}:
            return None
        if "object" not in cue.frames or _has_verb(view, first):
            return "clause"
    if "object" in cue.frames and (word not in PREPOSITIONS or cue.size > 1) and word not in {"and", "or", "."}:
        return "object"
    return None


def _has_verb(view: View, first: int) -> bool:
    """Tell whether an auxiliary follows before the clause ends."""
    for index in range(first, min(len(view.sentence), first + 12)):
        if view.sentence.words[index] in {",", ";", "."}:
            return False
        if view.sentence.lower[index] in word_set("subject", "verbs"):
            return True
    return False


def _sure(view: View, source: Tokens | None, begin: int, index: int, frame: str) -> bool:
    """Tell whether an ambiguous form is a verb here: an auxiliary, pronoun or name before it."""
    sentence = view.sentence
    if begin < index or source is None:
        return source is not None
    head = sentence.words[source[1]]
    if head.lower() in word_set("subject", "pronouns") or head[0].isupper():
        return True
    if source[0] == 0 and head.endswith("s") and not sentence.lower[index].endswith("s"):
        return True
    return (
        frame == "clause"
        and (head.endswith("s") or sentence.lower[index].endswith("s"))
        and sentence.lower[index] not in NOUNS
    )
