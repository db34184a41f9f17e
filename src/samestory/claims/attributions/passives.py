"""Reporting verbs in the passive with who speaks behind "by": "most were claimed by X", "was put at 12 by X"."""

from samestory.claims.attributions.agents import source_after
from samestory.claims.attributions.content import GIVING, LISTING
from samestory.claims.attributions.forms import Verb
from samestory.claims.attributions.lexicon import (
    DETERMINERS,
    PRONOUNS,
    attribution_lexicon,
    cues,
    plain_cues,
    word_set,
)
from samestory.claims.attributions.numerals import says_number
from samestory.claims.attributions.view import Attribution, Tokens, attribute, widened
from samestory.claims.quantities.numbers import number_words, quantity_lexicon
from samestory.claims.tokens import Sentence

# How far behind "as" or "at" and a number "by" stands.
MEASURE_REACH = 6
DENIALS = word_set("negation", "denials")
SUBJECT_ENDS = word_set("subject", "boundary") | {",", ";", ":", "–", "—"}
# "Claims that it leaked were rejected by X."
CLAIMS = frozenset(noun for nouns in attribution_lexicon()["nouns"].values() for noun in nouns)


def read_passive(verb: Verb) -> Attribution | None:
    """Read "most were claimed by X": the subject is the content."""
    view, cue = verb.view, verb.cue
    source = source_after(view.sentence, verb.last + 2, view.quoted)
    content = verb.subject
    if source is None or content is None or cue.lemma in GIVING | LISTING:
        return None
    first, last = content if verb.passive else _counted(view.sentence, *content)
    lower = view.sentence.lower
    while verb.passive and first > 0 and lower[first - 1] not in SUBJECT_ENDS and not _reports(lower, first - 1):
        first -= 1
    # "Bo Dahl claims she was scolded by Ann Lee", "the outlines of which were told by her": a pronoun tells nothing.
    inner = first == last and first > 0 and lower[first] in PRONOUNS and _reports(lower, first - 1)
    if verb.passive and (inner or lower[last - 1 : last + 1] in (["of", "which"], ["of", "whom"])):
        return None
    # "Claims that it leaked were rejected by X."
    claim = verb.passive and view.sentence.lower[max(0, first - 1)] == "that" and first > 1
    claim = claim and view.sentence.lower[first - 2] in CLAIMS
    first -= claim
    denied = verb.negative or (claim and cue.lemma in DENIALS)
    return attribute(
        view, [widened(view, first, last)], source, (verb.begin, verb.last + 1), cue.cue_class, "passive",
        denied, cue.lemma,
    )  # fmt: skip


def _reports(lower: list[str], index: int) -> bool:
    """Tell a verb that reports the clause behind it, no noun: "claims she …", "said most of …"."""
    return lower[index] in plain_cues() or (lower[index] in cues() and lower[index + 1] in DETERMINERS | PRONOUNS)


def read_measured(verb: Verb) -> Attribution | None:
    """Read "the number of dead was given as 12 by X", "put at 12 by X": the subject and its number are the content."""
    view, lower = verb.view, verb.view.sentence.lower
    reach = lower[verb.last + 2 : verb.last + 2 + MEASURE_REACH]
    if lower[verb.last + 1 : verb.last + 2] not in (["as"], ["at"]) or "by" not in reach or verb.subject is None:
        return None
    by = verb.last + 2 + reach.index("by")
    source = source_after(view.sentence, by + 1, view.quoted) if any(map(says_number, reach)) else None
    if source is None:
        return None
    parts = [widened(view, verb.subject[0], by - 1)]
    return attribute(view, parts, source, (verb.begin, verb.last), verb.cue.cue_class, "passive", lemma=verb.cue.lemma)


def _counted(sentence: Sentence, first: int, last: int) -> Tokens:
    """Cut "saw 70 attacks" to the noun phrase: from its last determiner or number."""
    for index in range(last, first - 1, -1):
        number = sentence.words[index][0].isdigit() or sentence.lower[index] in number_words()
        if number or sentence.lower[index] in DETERMINERS:
            return (index - _comparator_before(sentence.lower, index) if number else index), last
    return first, last


def _comparator_before(lower: list[str], number: int) -> int:
    """Give how many tokens before a number compare it: 2 for "more than 70"."""
    wordings = (wording.split() for found in quantity_lexicon()["comparators"].values() for wording in found)
    return max((len(words) for words in wordings if lower[max(0, number - len(words)) : number] == words), default=0)
