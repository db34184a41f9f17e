"""Reporting verbs: before their content (X said that …), as a tag, in the passive, as a participle."""

from samestory.claims.attributions_lexicon import Cue, cues, word_set
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
from samestory.claims.quantities_numbers import quantity_lexicon
from samestory.claims.sources import actor_type
from samestory.claims.statements_tokens import Sentence

Tokens = tuple[int, int]
# Plural nouns far more often than verbs.
PLURAL = frozenset({"i", "you", "we", "they", "who", "that", "which", "some", "many", "others", "both", "most"})
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
    if cue.ambiguous and (after in {"of", "over"} or _is_noun(view, begin, index)):
        return None
    # A disaster that "claimed 40 lives" says nothing.
    if cue.lemma == "claim" and "lives" in lower[last + 1 : last + 6]:
        return None
    if after == "by" and index and (_is_passive(sentence, begin, index) or _is_reduced(sentence, index)):
        return _passive(view, begin, index, cue)
    if index == 0 and sentence.words[0][0].isupper() and not cue.ambiguous:
        return _opening(view, last, cue)
    tag = read_tag(view, begin, index, last, cue)
    if tag is not None:
        return tag
    return _forward(view, begin, index, last, cue, previous)


def _is_noun(view: View, begin: int, index: int) -> bool:
    """Tell a noun from the base form of a verb ("Ohio state", "a news report"): its subject is in the singular."""
    source = subject_before(view.sentence, begin, view.quoted) if begin == index else None
    return source is not None and not _agrees(view, source, index)


def _is_passive(sentence: Sentence, begin: int, index: int) -> bool:
    return any(word in {"is", "are", "was", "were", "be", "been", "being"} for word in sentence.lower[begin:index])


def _is_reduced(sentence: Sentence, index: int) -> bool:
    """Tell "70 attacks claimed by X": a past form right after a plural noun."""
    noun = sentence.words[index - 1]
    return _tense(sentence.lower[index]) == "past" and noun.isalpha() and noun.islower() and noun.endswith("s")


def _counted(sentence: Sentence, first: int, last: int) -> Tokens:
    """Cut "saw 70 attacks" to the noun phrase: from its last determiner or number."""
    for index in range(last, first, -1):
        if sentence.words[index][0].isdigit() or sentence.lower[index] in DETERMINERS:
            return index, last
    return first, last


def _passive(view: View, begin: int, index: int, cue: Cue) -> Attribution | None:
    """Read "most were claimed by X": the subject is the content."""
    sentence = view.sentence
    source = source_after(sentence, index + cue.size + 1, view.quoted)
    content = subject_before(sentence, begin, view.quoted)
    if source is None or content is None:
        return None
    if not _is_passive(sentence, begin, index):
        content = _counted(sentence, *content)
    first = content[0]
    while (
        _is_passive(sentence, begin, index)
        and first > 0
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
    source = None if _is_coordinated(sentence, begin) else subject_before(sentence, begin, view.quoted)
    where: tuple[int, int] | None = None
    if cue.participle and not _is_progressive(sentence, begin, index):
        where = _left_out(view, index, source, previous)
        if where is None:
            return None
    elif _is_coordinated(sentence, begin):
        if begin == index and _tense(sentence.lower[index]) == "base":
            return None
        main = main_subject(sentence, begin, view.quoted)
        where = previous or (token_span(sentence, *main) if main else None)
        if where is None:
            return None
    elif source is None or sentence.lower[source[0]] in {"no", "nobody", "none"}:
        return None
    first = skip_adverbial(sentence, skip_recipient(view, last + 1, cue), view.quoted)
    while first < len(sentence) and sentence.words[first] in {",", ":", "–", "—"} and not view.quoted[first]:
        first += 1
    denied = is_negative(sentence, begin, last) or cue.lemma in word_set("negation", "verbs")
    if first >= sentence_end(sentence):
        return _announced(view, source, where, (index, last), cue, denied)
    frame = _frame(view, first, last, cue)
    if frame is None or (cue.ambiguous and where is None and not _sure(view, source, begin, index, frame)):
        return None
    first, stop = _content(view, first, cue, index, frame)
    speaker = source if where is None else None
    parts = [widened(view, first, stop)]
    attribution = attribute(view, parts, speaker, (index, last), cue.cue_class, f"{frame} after cue", denied, cue.lemma)
    if attribution is not None and where is not None:
        attribution.source, attribution.rule = where, "participle" if cue.participle else "coordinated verb"
    return attribution


def _opening(view: View, last: int, cue: Cue) -> Attribution | None:
    """Read "Said Ann Lee: “…”": a cue that opens the sentence, its speaker, and a colon or a quotation."""
    sentence = view.sentence
    source = source_after(sentence, last + 1, view.quoted)
    if source is None or "clause" not in cue.frames:
        return None
    first = source[1] + 1
    while first < len(sentence) and sentence.words[first] in {",", ":"} and not view.quoted[first]:
        first += 1
    stop = sentence_end(sentence) - 1
    if first > stop or not (view.quoted[first] or sentence.words[first - 1] == ":"):
        return None
    return attribute(view, [widened(view, first, stop)], source, (0, last), cue.cue_class, "clause after cue")


def _is_coordinated(sentence: Sentence, begin: int) -> bool:
    """Tell whether a verb group shares the subject of the verb before it ("… and said")."""
    return begin > 1 and sentence.lower[begin - 1] in {"and", "but", "or", "then"}


def _announced(
    view: View, source: Tokens | None, where: tuple[int, int] | None, cue_at: Tokens, cue: Cue, denied: bool
) -> Attribution | None:
    """Read "He said:" at the end of a sentence: the quotation that follows in the next paragraph is its content."""
    sentence = view.sentence
    if "clause" not in cue.frames or not sentence.text.rstrip().endswith(":"):
        return None
    place = where or (token_span(sentence, *source) if source else None)
    if place is None:
        return None
    made = Attribution([], place, token_span(sentence, *cue_at), cue.cue_class, "announced", denied, cue.lemma)
    made.announces = sentence.start + len(sentence.text.rstrip())
    return made


def _content(view: View, first: int, cue: Cue, index: int, frame: str) -> Tokens:
    """Give the first and last token of the content that begins at ``first``."""
    sentence = view.sentence
    if frame != "clause":
        first = _named_as(view, first, cue)
        stop = clause_end(view, first)
        if frame == "object":
            stop = next((i - 1 for i in range(first + 1, stop) if _ends_object(view, i)), stop)
        return first, _second_verb(view, first, _quotation_end(view, first, stop), index)
    return first, _second_verb(view, first, _quotation_end(view, first, sentence_end(sentence) - 1), index)


def _named_as(view: View, first: int, cue: Cue) -> int:
    """Go over what is named in "called them “lone wolves”", "likened it to …": the name given is the content."""
    if cue.lemma not in word_set("naming", "verbs"):
        return first
    sentence, stop = view.sentence, sentence_end(view.sentence)
    for index in range(first, min(stop - 1, first + 12)):
        if view.quoted[index]:
            return index
        if index > first and sentence.lower[index] in {"as", "to"} and not view.quoted[index]:
            return index + 1 if index + 1 < stop and view.quoted[index + 1] else index
        if sentence.words[index] in {",", ";"}:
            break
    pronouns = {"him", "her", "them", "it", "me", "us", "himself", "herself", "itself", "themselves"}
    return first + 1 if sentence.lower[first] in pronouns and first + 1 < stop else first


def _ends_object(view: View, index: int) -> bool:
    """Tell whether a noun phrase ends before a token: an adverbial clause or a time follows."""
    return not view.quoted[index] and view.sentence.lower[index] in word_set("object", "ends")


def _quotation_end(view: View, first: int, stop: int) -> int:
    """Cut what follows a quotation that opens the content, when it is an adverbial ("“Go,” until the lights went")."""
    if not view.quoted[first]:
        return stop
    last = first
    while last < stop and view.quoted[last + 1]:
        last += 1
    after = view.sentence.lower[last + 1 : last + 2]
    if last > first and view.sentence.words[last - 1] == "," and "said" in view.sentence.lower[last + 1 : stop + 1]:
        return last
    if any(view.quoted[last + 1 : stop + 1]) or not after or after[0] not in word_set("object", "quotation_ends"):
        return stop
    return last


def _second_verb(view: View, first: int, stop: int, index: int) -> int:
    """Cut the content before "and" and a second reporting verb of the same subject, in the same tense."""
    sentence, table = view.sentence, cues()
    tense = _tense(sentence.lower[index])
    for place in range(first + 2, stop - 1):
        if sentence.lower[place] not in {"and", "but"} or view.quoted[place]:
            continue
        verb = place + 1
        pronoun = sentence.lower[verb] in {"he", "she", "they"}
        while verb < stop and (pronoun or sentence.lower[verb] in word_set("coordination", "between")):
            verb, pronoun = verb + 1, False
        word = sentence.lower[verb]
        if view.quoted[verb] or word not in table or _tense(word) != tense or tense == "base":
            continue
        if table[word][0][1].ambiguous and sentence.lower[verb + 1 : verb + 2] != ["that"]:
            continue
        end = place - 1
        return end - 1 if sentence.words[end] in {",", "–", "—"} and not view.quoted[end] else end
    return stop


def _tense(form: str) -> str:
    """Tell the tense of a cue's form by its ending: "says", "saying", "said"."""
    entry = cues()[form][0][1]
    if entry.participle or form == entry.lemma:
        return "ing" if entry.participle else "base"
    return "third" if form.endswith("s") else "past"


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
    if not _agrees(view, source, index):
        return False
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


def _agrees(view: View, source: Tokens, index: int) -> bool:
    """Tell whether a base form ("state") has a subject in the plural: after a singular it is a noun."""
    sentence = view.sentence
    if _tense(sentence.lower[index]) != "base":
        return True
    head = sentence.lower[source[1]]
    plural = head.endswith("s") or head in PLURAL or "and" in sentence.lower[source[0] : source[1]]
    return plural or head in quantity_lexicon()["plurals"]
