"""What a reporting verb takes here, and how far it goes."""

from functools import cache

from samestory.claims.attributions.adverbials import compares_at
from samestory.claims.attributions.clauses import subordinate_end
from samestory.claims.attributions.forms import COUNTING, Verb, tense
from samestory.claims.attributions.lexicon import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    VERBS,
    cue_at,
    word_set,
)
from samestory.claims.attributions.subjects import PAST
from samestory.claims.attributions.view import Tokens, View, clause_end, sentence_end
from samestory.claims.quantities.numbers import number_words, quantity_lexicon

CLAUSE_WORDS = word_set("frames", "clause")
NO_CLAUSE = word_set("frames", "no_clause")
OBJECT_ENDS = word_set("object", "ends")
QUOTATION_ENDS = word_set("object", "quotation_ends")
JOINING = frozenset({"and", "but"})
NAMING = word_set("naming", "verbs")
OBJECT_PRONOUNS = word_set("naming", "pronouns")
LONGEST_NAMED = 12
PERCEIVING = word_set("perception", "verbs")
NOTICING = word_set("perception", "noticing")
SILENT = word_set("negation", "silence")
REMEMBERING = word_set("memory", "verbs")
ESTIMATING = word_set("estimates", "guesses")
OWNED = word_set("estimates", "owned")
NAMED = word_set("frames", "named")
ESTIMATES = word_set("estimates", "verbs")
# "At about 12", "at more than $12".
NUMBER_REACH = 3
SHORTEST_PAST = 4
# "Of as many as 20", "of a further 12".
COUNT_REACH = 4
# A verb farther behind is hardly that of the clause.
CLAUSE_REACH = 12


def frame_at(verb: Verb, first: int) -> str | None:
    """Tell what a verb takes from token ``first`` on: a clause or quotation, "to …" or a noun phrase."""
    view, frames = verb.view, verb.cue.frames
    word = view.sentence.lower[first]
    if verb.cue.lemma in SILENT and not verb.negative:
        return None
    if _hides_name(view, first) or ("object" not in frames and _is_bare(view, first)):
        return None
    if word == "to" and first == verb.last + 1:
        return "infinitive" if "infinitive" in frames else None
    if "clause" in frames or "recipient" in frames:
        if view.quoted[first] or word in CLAUSE_WORDS:
            return "clause"
        # "As many as 40 came", but not "as a mayor".
        if word in NO_CLAUSE and not compares_at(view.sentence.lower, first):
            return None
        if verb.cue.lemma in REMEMBERING and not _remembers(view, first):
            return None
        if cue_estimates(verb, first):
            return "object"
        if verb.cue.lemma in NOTICING and not _finds_out(verb, first):
            return None
        if "object" not in frames or _has_verb(verb, first):
            return "clause"
    if verb.cue.lemma in PERCEIVING and not _judges(view, first):
        return None
    if verb.cue.lemma in ESTIMATES and not _estimates(verb, first):
        return None
    if verb.cue.lemma in COUNTING and not _counts(verb, first):
        return None
    if "object" in frames and (word not in PREPOSITIONS or verb.cue.size > 1) and word not in {"and", "or", "."}:
        return "object"
    return None


def content_of(verb: Verb, first: int, frame: str) -> Tokens:
    """Give the first and last token of the content that begins at ``first``."""
    view = verb.view
    if frame == "clause":
        stop = subordinate_end(verb, first, sentence_end(view.sentence) - 1)
    else:
        first = _named_as(verb, first)
        stop = subordinate_end(verb, first, clause_end(view, first))
        ends = _ends_object if frame == "object" else _ends_promise
        if not OBJECT_ENDS.isdisjoint(view.sentence.lower[first + 1 : stop]):
            stop = next((i - 1 for i in range(first + 1, stop) if ends(view, i)), stop)
    return first, _second_verb(verb, first, _quotation_end(view, first, stop))


def _hides_name(view: View, first: int) -> bool:
    """Tell "declined to be named", "asked not to be named": how somebody speaks, not what they say."""
    lower = view.sentence.lower
    first += lower[first] == "not"
    return lower[first : first + 2] == ["to", "be"] and not NAMED.isdisjoint(lower[first + 2 : first + 3])


def _is_bare(view: View, first: int) -> bool:
    """Tell "I believe him.": a pronoun alone, of which nothing is said."""
    return view.sentence.lower[first] in OBJECT_PRONOUNS and first == sentence_end(view.sentence) - 1


def cue_estimates(verb: Verb, first: int) -> bool:
    """Tell "estimated the crowd at 900" from "estimated it was at 900"."""
    return verb.cue.lemma in ESTIMATING and not _has_verb(verb, first) and _estimates(verb, first)


def _has_verb(verb: Verb, first: int) -> bool:
    """Tell whether an auxiliary follows before the clause ends: in "promised an inquiry after two died" none does."""
    lower = verb.view.sentence.lower
    for index in range(first, min(len(lower), first + CLAUSE_REACH)):
        word = lower[index]
        if word in {",", ";", "."} or (index > first and _opens_clause(verb, first, index)):
            return False
        if word in VERBS:
            return True
    return False


def _opens_clause(verb: Verb, first: int, index: int) -> bool:
    """Tell whether "after" opens a clause of its own behind an object that begins at ``first``.

    "Sales after the strike were up" goes on; what is promised or announced as "an inquiry" is an object for sure. In
    "the man held after the fire was a guard" it tells of the participle.
    """
    lower = verb.view.sentence.lower
    deed = verb.cue.cue_class == "performative" or lower[first] in {"a", "an"}
    return lower[index] == "after" and deed and not _is_past(lower, index - 1)


def _finds_out(verb: Verb, first: int) -> bool:
    """Tell "found it was safe" and "tests found sand" from "they found a way" and "was found guilty"."""
    view = verb.view
    lower = view.sentence.lower
    named = verb.subject is not None and lower[verb.subject[1]] not in PRONOUNS
    if says_number(lower[first]) or (named and not verb.agentless):
        return True
    for index in range(first + 1, min(len(lower), first + CLAUSE_REACH)):
        if lower[index] in {",", ";", "."} and not view.quoted[index]:
            return False
        if lower[index] in VERBS | CLAUSE_WORDS or view.quoted[index] or _is_past(lower, index):
            return not verb.agentless
    return False


def _judges(view: View, first: int) -> bool:
    """Tell "sees the plan as a threat" from "has seen the plan": what it is seen as follows."""
    return "as" in view.sentence.lower[first + 1 : clause_end(view, first) + 1]


def _remembers(view: View, first: int) -> bool:
    """Tell "recalled seeing it", "recalled it had rained", "recalled a “good man”" from "recalled the lamps"."""
    word = view.sentence.lower[first]
    quotes = any(view.quoted[first : clause_end(view, first) + 1])
    return quotes or word.endswith("ing") or word in PRONOUNS - QUANTIFIERS


def _estimates(verb: Verb, first: int) -> bool:
    """Tell "put the toll at 12" from "put the boxes at the door": a number right behind "at", or behind "about"."""
    words = verb.view.sentence.lower[first : clause_end(verb.view, first) + 1]
    behind = [words[place + 1 : place + 1 + NUMBER_REACH] for place, word in enumerate(words) if word == "at" and place]
    return any(word[0].isdigit() or word in number_words() for reach in behind for word in reach)


def _counts(verb: Verb, first: int) -> bool:
    """Tell "counts 30 injured" and "spoke of at least 20 dead" from "counts on them" and "counts 900 members"."""
    words = verb.view.sentence.lower[first : clause_end(verb.view, first) + 1]
    owned = verb.cue.lemma == "count" and verb.tense == "third" and not OWNED.isdisjoint(words)
    return not owned and (verb.view.quoted[first] or any(says_number(word) for word in words[:COUNT_REACH]))


def says_number(word: str) -> bool:
    """Tell a number of more than one, in digits or words, or "dozens"."""
    return word[0].isdigit() or (word in _more_than_one())


@cache
def _more_than_one() -> frozenset[str]:
    """Give the number words that count several."""
    lexicon = quantity_lexicon()
    vague = {phrase.split()[0] for phrase in lexicon["vague"]} - {"a"}
    return frozenset(lexicon["numerals"]) - {"one"} | frozenset(lexicon["scales"]) | vague


def _named_as(verb: Verb, first: int) -> int:
    """Go over what is named in "called them “lone wolves”", "likened it to …": the name given is the content."""
    view = verb.view
    if verb.cue.lemma not in NAMING or verb.view.sentence.lower[first] not in OBJECT_PRONOUNS:
        return first
    sentence, stop = view.sentence, sentence_end(view.sentence)
    for index in range(first, min(stop - 1, first + LONGEST_NAMED)):
        if view.quoted[index]:
            return index
        if index > first and sentence.lower[index] in {"as", "to"}:
            return index + 1 if view.quoted[index + 1] else index
        if sentence.words[index] in {",", ";"}:
            break
    return first + 1 if sentence.lower[first] in OBJECT_PRONOUNS and first + 1 < stop else first


def _ends_object(view: View, index: int) -> bool:
    """Tell whether a noun phrase ends before a token: an adverbial clause or a time follows."""
    return not view.quoted[index] and view.sentence.lower[index] in OBJECT_ENDS


def _ends_promise(view: View, index: int) -> bool:
    """Tell whether the narrator goes on with what came before a promise: "to act after two people died".

    What is still to come ("after the recount ends") is a part of it, and so is what is quoted.
    """
    lower = view.sentence.lower
    last = clause_end(view, index)
    if lower[index] != "after" or any(view.quoted[index : last + 1]) or lower[index + 1] in PRONOUNS - QUANTIFIERS:
        return False
    return any(_is_past(lower, place) for place in range(index + 2, last + 1))


def _is_past(lower: list[str], index: int) -> bool:
    """Tell a verb in the past, as far as its form does: no "has ended" or "is ended", no "planned" vote."""
    word = lower[index]
    if not word.endswith("ed") or len(word) < SHORTEST_PAST:
        return word in PAST
    return lower[index - 1] not in DETERMINERS and (VERBS - PAST).isdisjoint(lower[index - 2 : index])


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
    if any(view.quoted[last + 1 : stop + 1]) or not after or after[0] not in QUOTATION_ENDS:
        return stop
    return last


def _second_verb(verb: Verb, first: int, stop: int) -> int:
    """Cut the content before "and" and a second reporting verb of the same subject, in the same tense."""
    sentence, quoted = verb.view.sentence, verb.view.quoted
    if JOINING.isdisjoint(sentence.lower[first + 2 : stop - 1]) or verb.tense == "base":
        return stop
    for place in range(first + 2, stop - 1):
        if sentence.lower[place] not in JOINING or quoted[place]:
            continue
        second = place + 1
        pronoun = sentence.lower[second] in {"he", "she", "they"}
        while second < stop and (pronoun or sentence.lower[second] in word_set("coordination", "between")):
            second, pronoun = second + 1, False
        cue = cue_at(sentence.lower, second)
        if quoted[second] or cue is None or tense(sentence.lower[second]) != verb.tense:
            continue
        if cue.ambiguous and sentence.lower[second + 1 : second + 2] != ["that"]:
            continue
        # "Said the pool was shut and warned of a leak", but not "said they had come and thought of staying".
        felt = cue.cue_class == "neutral" and "clause" not in cue.frames and cue.lemma not in NAMING
        if felt and "clause" in verb.cue.frames:
            continue
        end = place - 1
        return end - 1 if sentence.words[end] in {",", "–", "—"} and not quoted[end] else end
    return stop
