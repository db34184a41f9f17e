"""What a reporting verb takes where it stands: a clause, a noun phrase or "to …"."""

from samestory.claims.attributions.adverbials import compares_at
from samestory.claims.attributions.clauses import is_past
from samestory.claims.attributions.deeds import is_deed, is_somebody
from samestory.claims.attributions.forms import COUNTING, Verb
from samestory.claims.attributions.lexicon import (
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    VERBS,
    word_set,
)
from samestory.claims.attributions.numerals import says_number
from samestory.claims.attributions.view import Tokens, View, clause_end, sentence_end
from samestory.claims.quantities.numbers import number_words
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import AGENT_ENDS, head_words, is_person

CLAUSE_WORDS = word_set("frames", "clause")
BOUNDARY = word_set("subject", "boundary")
NO_CLAUSE = word_set("frames", "no_clause")
NAMING = word_set("naming", "verbs")
OBJECT_PRONOUNS = word_set("naming", "pronouns")
PERCEIVING = word_set("perception", "verbs")
NOTICING = word_set("perception", "noticing")
ASKING = word_set("asked", "persons")
SILENT = word_set("negation", "silence")
REMEMBERING = word_set("memory", "verbs")
DOING = word_set("doing", "verbs")
ESTIMATING = word_set("estimates", "guesses")
OWNED = word_set("estimates", "owned")
GIVING = word_set("estimates", "giving")
TOLLS = word_set("estimates", "tolls")
LISTING = word_set("estimates", "listing")
NAMED = word_set("frames", "named")
ESTIMATES = word_set("estimates", "verbs")
DEFINITE = OBJECT_PRONOUNS | {"the", "this", "that", "these", "those"}
# "At about 12", "at no fewer than $12".
NUMBER_REACH = 4
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
        # "If you would like to comment" tells of no wish.
        reader = verb.subject is not None and view.sentence.lower[verb.subject[0]] == "you"
        # "Was determined to have failed" is no resolve.
        found = verb.cue.adjective and view.sentence.lower[first + 1 : first + 2] == ["have"]
        return "infinitive" if "infinitive" in frames and not reader and not found else None
    if "clause" in frames or "recipient" in frames:
        if view.quoted[first] or word in CLAUSE_WORDS:
            return "clause"
        # "As many as 40 came", but not "as a mayor".
        if word in NO_CLAUSE and not compares_at(view.sentence.lower, first):
            return None
        if verb.cue.lemma in ASKING:
            return None if is_somebody(view, first) else "object"
        if verb.cue.lemma in DOING and not _tells(verb, first):
            return None
        if verb.cue.lemma in REMEMBERING and not _remembers(view, first):
            return None
        if cue_estimates(verb, first):
            return "object"
        if is_deed(verb, first) and not _has_verb(verb, first):
            return None
        if verb.cue.lemma in NOTICING and not _finds_out(verb, first):
            return None
        # "Was glad when it came" tells of no thought.
        if verb.cue.adjective and (word in BOUNDARY or not _has_verb(verb, first)):
            return None
        if "object" not in frames or _has_verb(verb, first):
            return "clause"
    if is_deed(verb, first) or (verb.cue.lemma in PERCEIVING and not _judges(view, first)):
        return None
    if verb.cue.lemma in ESTIMATES and not _estimates(verb, first):
        return None
    if verb.cue.lemma in COUNTING and not _counts(verb, first):
        return None
    if "object" in frames and (word not in PREPOSITIONS or verb.cue.size > 1) and word not in {"and", "or", "."}:
        return "object"
    return None


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
        if word in {",", ";", ".", "but", "yet"} or (index > first and _opens_clause(verb, first, index)):
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
    return lower[index] == "after" and deed and not is_past(lower, index - 1)


def _finds_out(verb: Verb, first: int) -> bool:
    """Tell "found it was safe" and "tests found sand" from "they found a way" and "was found guilty"."""
    view = verb.view
    lower = view.sentence.lower
    named = verb.subject is not None and lower[verb.subject[1]] not in PRONOUNS and not _is_finder(verb, first)
    if says_number(lower[first]) or (named and not verb.agentless):
        return True
    for index in range(first + 1, min(len(lower), first + CLAUSE_REACH)):
        if lower[index] in {",", ";", "."} and not view.quoted[index]:
            return False
        if lower[index] in VERBS | CLAUSE_WORDS or view.quoted[index] or is_past(lower, index):
            return not verb.agentless
    return False


def _is_finder(verb: Verb, first: int) -> bool:
    """Tell "a walker found a ring", who came upon it, from "the inspectors found a fault", who tell of it.

    Who "found the claim absurd" judges it.
    """
    if verb.cue.lemma != "find" or verb.view.sentence.lower[first] in DEFINITE:
        return False
    who = verb.view.sentence.between(*verb.subject) if verb.subject else ""
    doer = bool(heads := head_words(who)) and heads[-1].endswith(AGENT_ENDS) and actor_type(who) == "unknown"
    return actor_type(who) in {"unknown", "eyewitness"} and (doer or is_person(who))


def _judges(view: View, first: int) -> bool:
    """Tell "sees the plan as a threat" from "has seen the plan": what it is seen as follows."""
    return "as" in view.sentence.lower[first + 1 : clause_end(view, first) + 1]


def _tells(verb: Verb, first: int) -> bool:
    """Tell "added it was late" and "wrote “no”" from "added a wing", "wrote letters": a verb or a quotation follows."""
    view, lower, words = verb.view, verb.view.sentence.lower, verb.view.sentence.words
    last = clause_end(view, first)
    quotes = any(view.quoted[first : last + 1])
    finite = any(words[i] in VERBS or is_past(lower, i) for i in range(first + 1, last + 1))
    return quotes or finite or lower[first] in PRONOUNS


def _remembers(view: View, first: int) -> bool:
    """Tell "recalled seeing it", "recalled it had rained", "recalled a “good man”" from "recalled the lamps"."""
    word = view.sentence.lower[first]
    quotes = any(view.quoted[first : clause_end(view, first) + 1])
    return quotes or word.endswith("ing") or word in PRONOUNS - QUANTIFIERS


def _estimates(verb: Verb, first: int) -> bool:
    """Tell "put the toll at 12" from "put the boxes at the door": a number right behind "at", or behind "about"."""
    words = verb.view.sentence.lower[first : clause_end(verb.view, first) + 1]
    return _number_behind(words, "at")


def _number_behind(words: list[str], preposition: str) -> bool:
    """Tell whether a number stands right behind a preposition that is not the first word, or behind "no less than"."""
    behind = [words[i + 1 : i + 1 + NUMBER_REACH] for i, word in enumerate(words) if word == preposition and i]
    return any(word[0].isdigit() or word in number_words() for reach in behind for word in reach)


def _counts(verb: Verb, first: int) -> bool:
    """Tell "counts 30 injured", "gave 20 dead" from "counts on them", "counts 900 members", "gave two speeches"."""
    words = verb.view.sentence.lower[first : clause_end(verb.view, first) + 1]
    if verb.cue.lemma in GIVING and _number_behind(words, "as"):
        return True
    if verb.cue.lemma in GIVING and TOLLS.isdisjoint(words):
        return False
    if verb.cue.lemma in LISTING:
        if verb.subject and _is_document(verb.view, verb.subject):
            return True
        # "Inspectors listed 260", but not "the shop lists 20 houses".
        return bool(verb.subject and _may_list(verb.view, verb.subject)) and says_number(words[0])
    owned = verb.cue.lemma == "count" and verb.tense == "third" and not OWNED.isdisjoint(words)
    return not owned and (verb.view.quoted[first] or any(says_number(word) for word in words[:COUNT_REACH]))


def _is_document(view: View, source: Tokens) -> bool:
    return actor_type(view.sentence.between(*source)) == "document"


def _may_list(view: View, source: Tokens) -> bool:
    """Tell a body or its people, who list what they found, from a firm, which lists what it sells."""
    return actor_type(view.sentence.between(*source)) not in {"unknown", "company", "eyewitness"}
