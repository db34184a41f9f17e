"""How far what a reporting verb reports goes."""

from samestory.claims.attributions.circumstances import told_before
from samestory.claims.attributions.clauses import commas, is_finite, is_past, subordinate_end
from samestory.claims.attributions.content import LISTING, NAMING, OBJECT_PRONOUNS
from samestory.claims.attributions.forms import Verb, tense
from samestory.claims.attributions.lexicon import DETERMINERS, PREPOSITIONS, PRONOUNS, QUANTIFIERS, cue_at, word_set
from samestory.claims.attributions.narrator import before_narrator
from samestory.claims.attributions.view import Tokens, View, clause_end, sentence_end

OBJECT_ENDS = word_set("object", "ends")
QUOTATION_ENDS = word_set("object", "quotation_ends")
JOINING = frozenset({"and", "but"})
LONGEST_NAMED = 12


def content_of(verb: Verb, first: int, frame: str) -> Tokens:
    """Give the first and last token of the content that begins at ``first``."""
    view = verb.view
    if frame == "clause":
        stop = subordinate_end(verb, first, sentence_end(view.sentence) - 1)
    else:
        first = _named_as(verb, first)
        # "Records list a visit in May, and two faults."
        whole = verb.cue.lemma in LISTING
        stop = subordinate_end(verb, first, sentence_end(view.sentence) - 1 if whole else _series_end(view, first))
        ends = _ends_object if frame == "object" else _ends_promise
        if not OBJECT_ENDS.isdisjoint(view.sentence.lower[first + 1 : stop]):
            stop = next((i - 1 for i in range(first + 1, stop) if ends(view, i)), stop)
        stop = before_narrator(view, first, stop, past=verb.tense == "past", names=verb.cue.lemma in NAMING)
        if frame == "object" and not verb.agentless:
            stop = told_before(view, first, stop)
    return first, _second_verb(verb, first, _quotation_end(view, first, stop))


def _series_end(view: View, first: int) -> int:
    """Give the last token of a noun phrase or "to …", with the last member of "to hire, to train, and to build"."""
    lower, stop = view.sentence.lower, clause_end(view, first)
    last = stop + 2
    if lower[stop + 1 : last + 1] not in ([",", "and"], [",", "or"]) or last + 1 >= sentence_end(view.sentence):
        return stop
    members = [i + 1 for i in commas(view, first, stop)]
    if not members or any(_word_class(view, i) != _word_class(view, last + 1) for i in members):
        return stop
    end = clause_end(view, last + 1)
    return stop if any(is_finite(view, i) or is_past(lower, i) for i in range(last + 1, end + 1)) else end


def _word_class(view: View, index: int) -> str | None:
    """Tell what a member of a series opens with: an article or possessive, "to", "-ing", a word in small letters."""
    word = view.sentence.words[index]
    if view.quoted[index] or not word.isalpha():
        return None
    if word in DETERMINERS:
        return "determiner"
    if word in PREPOSITIONS:
        return word
    return "participle" if word.endswith("ing") else "word" if word.islower() else "name"


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
    if lower[index] != "after" or lower[index + 1] in PRONOUNS - QUANTIFIERS:
        return False
    last = clause_end(view, index)
    return not any(view.quoted[index : last + 1]) and any(is_past(lower, place) for place in range(index + 2, last + 1))


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
