"""Where a clause ends that stands before the rest of its sentence: "while the mayor said …, residents fled"."""

from samestory.claims.attributions.adverbials import OCCASIONS
from samestory.claims.attributions.forms import Verb
from samestory.claims.attributions.lexicon import CONJUNCTIONS, DETERMINERS, RELATIVE, VERBS, plain_cues, word_set
from samestory.claims.attributions.subjects import PAST, antecedent
from samestory.claims.attributions.view import Tokens, View

SHORTEST_PAST = 4
LONGEST_OPENER = 4
AGENT_REACH = 12
ASKED = word_set("asked", "verbs")
ASKED_AFTER = word_set("asked", "openers")
QUESTIONS = word_set("asked", "questions")
SUBORDINATORS = word_set("object", "subordinators")
PERSONAL = word_set("subject", "personal")
# What follows a comma and opens no main clause.
GOES_ON = CONJUNCTIONS | RELATIVE | word_set("subject", "boundary")


def subordinate_end(verb: Verb, first: int, stop: int) -> int:
    """Give the last token of a content that begins at ``first``, before the clause that its sentence goes on with.

    Args:
        verb: the verb that reports it.
        first: its first token.
        stop: the last token it may have.
    """
    view = verb.view
    if verb.subject is None or "," not in view.sentence.words[first:stop]:
        return stop
    begin = verb.subject[0]
    # "The lake, which swimmers say is clean, …".
    relative = begin - (begin > 0 and view.sentence.lower[begin - 1] in RELATIVE)
    if view.sentence.lower[relative] in RELATIVE and view.sentence.words[relative - 1 : relative] == [","]:
        return next((i - 1 for i in commas(view, first, stop) if is_finite(view, i + 1)), stop)
    opener = _opener(view)
    # "In a statement announcing the plan, the council thanked …".
    if verb.cue.participle and begin < LONGEST_OPENER and view.sentence.lower[0] in OCCASIONS:
        return next((i - 1 for i in commas(view, first, stop) if opens_main(view, i + 1)), stop)
    if (
        opener is not None
        and opener < begin
        and "," not in [*view.sentence.words[opener:begin], view.sentence.words[first - 1]]
    ):
        return next((i - 1 for i in commas(view, first, stop) if opens_main(view, i + 1)), stop)
    return stop


def _opener(view: View) -> int | None:
    """Give the token of the subordinator that opens the sentence: "while", "but even though"."""
    lower = view.sentence.lower
    start = next((i for i, word in enumerate(lower) if word[0].isalnum()), 0)
    for before in (("but", "and"), ("even", "only")):
        start += start < len(lower) and lower[start] in before
    return start if start < len(lower) and lower[start] in SUBORDINATORS else None


def commas(view: View, first: int, stop: int) -> list[int]:
    """Give the commas between two tokens that are not quoted."""
    words = view.sentence.words
    return [i for i in range(first + 1, stop) if words[i] == "," and not view.quoted[i]]


def is_finite(view: View, index: int) -> bool:
    """Tell a verb in the past or present behind a relative clause: "…, who said it was safe, has left"."""
    word = view.sentence.lower[index]
    return not view.quoted[index] and (word in VERBS or word in PAST or (word in plain_cues() and word[-3:] != "ing"))


def opens_main(view: View, index: int) -> bool:
    """Tell whether a clause with a subject and a verb begins at a token."""
    lower = view.sentence.lower
    if (
        index >= len(lower)
        or view.quoted[index]
        or lower[index] in GOES_ON
        or is_finite(view, index)
        or lower[index].endswith("ing")
    ):
        return False
    if lower[index] in PERSONAL:
        return True
    end = next((i for i in range(index, len(lower)) if lower[i] == ","), len(lower))
    return any(is_finite(view, i) or lower[i].endswith("ed") for i in range(index + 1, end))


def is_past(lower: list[str], index: int) -> bool:
    """Tell a verb in the past, as far as its form does: no "has ended" or "is ended", no "planned" vote."""
    word = lower[index]
    if not word.endswith("ed") or len(word) < SHORTEST_PAST:
        return word in PAST
    return lower[index - 1] not in DETERMINERS and (VERBS - PAST).isdisjoint(lower[index - 2 : index])


def asked_span(view: View) -> range:
    """Give the tokens of "asked whether she would resign," and "when pressed on the delay,": nobody's word yet."""
    lower = view.sentence.lower
    if ASKED.isdisjoint(lower):
        return range(0)
    for index, word in enumerate(lower[:-1]):
        opens = index == 0 or lower[index - 1] in ASKED_AFTER or not lower[index - 1][0].isalnum()
        if word in ASKED and opens and lower[index + 1] in QUESTIONS and not view.quoted[index]:
            comma = next((i for i in range(index, len(lower)) if lower[i] == "," and not view.quoted[i]), None)
            return range(index, comma or index)
    return range(0)


def agent_told_of(verb: Verb) -> Tokens | None:
    """Find who speaks in "it was sued by a man who left and claims …": the agent that a relative clause tells of."""
    view, lower = verb.view, verb.view.sentence.lower
    reach = range(verb.begin - 2, max(1, verb.begin - AGENT_REACH), -1)
    who = next((i for i in reach if lower[i] == "who" or not lower[i][0].isalnum()), None)
    agent = antecedent(view.sentence, who, view.quoted) if who is not None and lower[who] == "who" else None
    return agent if agent and agent[0] and lower[agent[0] - 1] == "by" else None
