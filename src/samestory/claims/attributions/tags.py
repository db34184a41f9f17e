"""Tags: a cue after or inside its content (“…”, said X; …, X said, …)."""

from samestory.claims.attributions.adverbials import skip_adverbial
from samestory.claims.attributions.agents import is_reference, source_after
from samestory.claims.attributions.forms import Verb
from samestory.claims.attributions.lexicon import (
    BETWEEN,
    DETERMINERS,
    MARKS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVE,
    VERBS,
    WEEKDAYS,
    cue_at,
    cues,
    word_set,
)
from samestory.claims.attributions.subjects import is_past_form, opens_relative
from samestory.claims.attributions.view import (
    Attribution,
    Tokens,
    View,
    attribute,
    clause_start,
    is_negative,
    quotation_stop,
    sentence_end,
    widened,
)
from samestory.claims.tokens import Sentence

CLOSING = frozenset({",", ".", ":", ";", "!", "?", "–", "—"})
# A clause that opens so is an adverbial: the main clause, not its tag, follows the comma.
ADVERBIAL = word_set("tags", "adverbial_openers")
# What may follow a speaker that closes its clause.
AFTER_SPEAKER = word_set("tags", "after_speaker")
# What opens an addition of the narrator's after a tag.
ADDITIONS = word_set("tags", "additions")
# Verbs that no speaker follows after a comma alone: "tests, run twice, found glass".
INQUIRING = word_set("tags", "inquiring")
# Content before a comma has more tokens than this.
SHORTEST = 4
FEWEST_BEFORE = 3
OPENS_ASIDE = DETERMINERS | PREPOSITIONS | PRONOUNS
LONGEST_ASIDE = 15


def read_tag(verb: Verb) -> Attribution | None:
    """Read a tag after or inside its content: "…, X said", "…," said X, "…, X said, …"."""
    view, cue = verb.view, verb.cue
    sentence = view.sentence
    if ("clause" not in cue.frames and "recipient" not in cue.frames) or _announces(verb):
        return None
    source = source_after(sentence, verb.last + 1, view.quoted) if _inverted(verb) else None
    if source is not None and _speaker_closes(view, verb.begin, source):
        first, after = verb.begin, skip_adverbial(sentence, source[1] + 1, view.quoted)
    else:
        source = verb.subject
        if source is None or sentence.lower[source[0]] in RELATIVE or not _is_tag(verb, source[0]):
            return None
        first, after = source[0], verb.after
    parts = _before_parts(view, first)
    if not parts:
        return None
    refuted = _is_refuted(view, first, after)
    parts += [] if refuted else _after_parts(view, first, after)
    # "…, it is feared", "…, he was told" name nobody.
    source = None if verb.agentless else source
    negative = verb.negative or refuted
    return attribute(view, parts, source, (verb.index, verb.last), cue.cue_class, "tag", negative, cue.lemma)


def _is_refuted(view: View, first: int, after: int) -> bool:
    """Tell "it did not sink, as X said, but was towed": X said what the sentence denies, and nothing behind "but"."""
    words = view.sentence.words
    contrast = words[after : after + 2] == [",", "but"] and _is_as_tag(view, first)
    return contrast and is_negative(view.sentence, 0, first - 1)


def _announces(verb: Verb) -> bool:
    """Tell whether a colon follows: the content stands behind it."""
    return verb.view.sentence.words[verb.last + 1 : verb.last + 2] == [":"]


def _inverted(verb: Verb) -> bool:
    """Tell whether content ends right before the cue, so that its speaker follows; "told" has its hearer there."""
    if "clause" not in verb.cue.frames or verb.cue.lemma == "tell" or verb.cue.participle:
        return False
    view, words = verb.view, verb.view.sentence.words
    if verb.begin and not view.quoted[verb.begin - 1] and words[verb.begin - 1] == "," and verb.cue.lemma in INQUIRING:
        return any(view.quoted[: verb.begin])
    if _is_titled(verb):
        return False
    if verb.cue.lemma == "say" and _is_aside(verb):
        return True
    return _content_ends_before(view, verb.begin) or (verb.begin > SHORTEST and _ends_clause(words, verb.begin - 1))


def _is_titled(verb: Verb) -> bool:
    """Tell "Ann Lee, the mayor, noted": a name with what its bearer is, from the first word to the verb."""
    words, begin = verb.view.sentence.words, verb.begin
    # "A cook who ran the grill, and who would not be named, said …".
    if verb.subject is not None and verb.subject[0] == 0 and "who" in words[: verb.subject[1]]:
        return True
    if verb.subject is None or verb.subject[0] or begin < SHORTEST or words[begin - 1] != ",":
        return False
    comma = words.index(",")
    return comma < begin - 1 and words[comma - 1][0].isupper() and words[comma + 1].lower() in DETERMINERS


def _is_aside(verb: Verb) -> bool:
    """Tell "The call, said an aide, lasted an hour": speaker and cue between two commas, after few words."""
    view, words, begin = verb.view, verb.view.sentence.words, verb.begin
    if begin < FEWEST_BEFORE or words[begin - 1] != "," or view.quoted[begin - 1] or "," in words[: begin - 1]:
        return False
    source = source_after(view.sentence, verb.last + 1, view.quoted)
    if source is None or words[source[1] + 1 : source[1] + 2] != [","] or words[source[1] + 2 : source[1] + 3] == []:
        return False
    # "Ann Lee, said to be ill, left", and "Ann Lee, the mayor, said Bo Dahl, a friend, had left".
    return words[0][0].isupper() and view.sentence.lower[0] in OPENS_ASIDE


def _ends_clause(words: list[str], comma: int) -> bool:
    """Tell a comma behind a clause from one behind an age or an aside ("the board, which is new, said")."""
    if words[comma] != "," or (words[comma - 1].isdigit() and words[comma - 2] == ","):
        return False
    opener = next((i for i in range(comma - 1, 0, -1) if words[i] == ","), 0)
    aside = opener > 0 and opens_relative(words, opener + 1)
    return not aside or any(is_past_form(word) or word in VERBS for word in words[:opener])


def _speaker_closes(view: View, begin: int, source: Tokens) -> bool:
    """Tell a speaker after the cue from the subject of a clause of its own ("…, adding he would")."""
    sentence = view.sentence
    following = source[1] + 1
    after = sentence.lower[following] if following < len(sentence) else "."
    if after in VERBS or (after in BETWEEN and after not in AFTER_SPEAKER) or is_reference(sentence, source):
        return False
    if begin == 0 or view.quoted[begin - 1] or sentence.words[begin - 1] != "," or view.quoted[max(0, begin - 2)]:
        return True
    # After a comma alone ("Ann Lee, the mayor, said the council …") only a speaker that ends the clause is one.
    pronoun = sentence.lower[source[0]] in PRONOUNS - (QUANTIFIERS if source[1] > source[0] else frozenset())
    acts = any(map(is_past_form, sentence.words[source[0] : source[1] + 1]))
    if pronoun or acts:
        return False
    # "…, said an official who asked not to be named."
    if after == "who":
        return sentence.lower[source[0]] in {"a", "an", "one", "another"} and not sentence.lower[begin].endswith("ing")
    return after in CLOSING or after in WEEKDAYS or after in {"on", "in", "at"}


def _is_tag(verb: Verb, first: int) -> bool:
    """Tell whether "X said", from token ``first``, stands after content."""
    view, words = verb.view, verb.view.sentence.words
    after_comma = (first > 1 and words[first - 1] == ",") or _is_as_tag(view, first)
    after_content = _content_ends_before(view, first)
    if not after_comma and not after_content:
        return False
    following = verb.after
    closes = following >= len(words) or words[following] in CLOSING or view.quoted[following]
    while following < len(words) and words[following] in {",", ":"} and not view.quoted[following]:
        following += 1
    quotation_follows = following < len(words) and view.quoted[following]
    if quotation_follows and _is_finished(view, first):
        return False
    aside = words[verb.last + 1 : verb.last + 2] == [","] and not quotation_follows
    # "…, police said on Friday, revising a figure."
    aside = aside or (
        words[verb.after : verb.after + 1] == [","]
        and following < len(words)
        and words[following][0].islower()
        and (view.sentence.lower[following] in ADDITIONS or _adds_participle(view.sentence, following))
    )
    if after_comma and (following >= sentence_end(view.sentence) or aside):
        return closes
    # "…, an aide said because she was not allowed to speak."
    if after_comma and view.sentence.lower[following] == "because":
        return True
    return after_content and (closes or _quotation_waits(view, first))


def _is_as_tag(view: View, first: int) -> bool:
    """Tell "the judge was her cousin, as the paper wrote", from "Yet, as the paper wrote, …"."""
    words = view.sentence.words
    if first <= SHORTEST or words[first - 1] != "as":
        return False
    return words[first - 2] == "," or quotation_stop(view, first - 1) == ","


def _is_finished(view: View, first: int) -> bool:
    """Tell whether the quotation before a token ends in a full stop: it waits for no speaker."""
    return view.finished if first == 0 else quotation_stop(view, first) == "."


def _content_ends_before(view: View, index: int) -> bool:
    """Tell whether content ends just before a token: a closing mark, or a comma after enough words."""
    words = view.sentence.words
    if index <= 0:
        return view.before is not None and index == 0
    if view.quoted[index - 1]:
        return not _is_title(view, index - 1)
    # Two single marks typed for a double one.
    if words[index - 1] == "'" and words[max(0, index - 2)] in {"'", ",", "?", "!"}:
        return True
    if words[index - 1] in MARKS:
        return True
    if not _ends_clause(words, index - 1):
        return False
    if view.quoted[max(0, index - 2)]:
        return True
    return index > SHORTEST and view.sentence.lower[0] not in ADVERBIAL


def _is_title(view: View, last: int) -> bool:
    """Tell whether the quotation that closes at a token is a title of a work inside a sentence."""
    first = last
    while first > 0 and view.quoted[first - 1]:
        first -= 1
    words = [word for word in view.sentence.words[first:last] if word[0].isalpha()]
    inside = any(word[0].isalnum() for word in view.sentence.words[:first])
    return inside and 0 < len(words) < 6 and all(word[0].isupper() or len(word) < 4 for word in words)


def _quotation_waits(view: View, first: int) -> bool:
    """Tell whether a quotation that ends in a comma stands just before a token: it waits for its speaker."""
    if quotation_stop(view, first) in {",", "?", "!"}:
        return True
    # "‘The bridge is safe’, the mayor told reporters": British pages print the comma behind the mark.
    behind = first > SHORTEST and view.sentence.words[first - 1] == "," and quotation_stop(view, first - 1) is not None
    return behind and _quote_only(view, first) and view.quoted[0]


def _before_parts(view: View, first: int) -> list[tuple[int, int]]:
    """Give the content before a tag that begins at token ``first``."""
    sentence = view.sentence
    stop = first - 1 - _is_as_tag(view, first)
    while stop >= 0 and sentence.words[stop] in {",", "-", "–", "—"} and not view.quoted[stop]:
        stop -= 1
    if stop < 0:
        if view.before is None:
            return []
        return [(view.before.outer_start, view.before.outer_end)]
    first = clause_start(view, stop)
    # "She scolded him: “It is late,” she said": what stands before the colon is the narrator's.
    colon = next((i for i in range(stop, first, -1) if not view.quoted[i]), first)
    if sentence.words[colon] == ":" and colon < stop:
        first = colon + 1
    return [widened(view, first, stop)]


def _after_parts(view: View, first: int, end: int) -> list[tuple[int, int]]:
    """Give the content that goes on after a tag: a quotation, or the rest of an unquoted clause."""
    sentence = view.sentence
    rest = end
    while rest < len(sentence) and sentence.words[rest] in CLOSING - {"!", "?"} and rest < end + 2:
        rest += 1
    if rest < len(sentence) and view.quoted[rest]:
        return [widened(view, rest, rest)]
    if rest == end or sentence.words[rest - 1] != "," or rest > sentence_end(sentence) - 1:
        return []
    if _quote_only(view, first):
        goes_on = _next_quotation(view, rest)
        return [] if goes_on is None else [widened(view, goes_on, goes_on)]
    if sentence.lower[rest] in ADDITIONS or _adds_participle(sentence, rest):
        return []
    return [widened(view, rest, sentence_end(sentence) - 1)]


def _adds_participle(sentence: Sentence, index: int) -> bool:
    """Tell ", contradicting the earlier report" from what is said."""
    cue = cue_at(sentence.lower, index)
    return cue is not None and cue.participle


def _next_quotation(view: View, rest: int) -> int | None:
    """Find a quotation that goes on after an aside: "…", he said, pointing at the door, "…"."""
    sentence = view.sentence
    for index in range(rest, min(len(sentence), rest + LONGEST_ASIDE)):
        if view.quoted[index]:
            return index if sentence.words[index - 1] == "," or index == rest + 1 else None
        if sentence.lower[index] in cues():
            return None
    return None


def _quote_only(view: View, first: int) -> bool:
    """Tell whether all before a token is quoted."""
    return all(view.quoted[i] or not view.sentence.words[i][0].isalnum() for i in range(first))
