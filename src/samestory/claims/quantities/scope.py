"""What a number is restricted to: the first place or time phrase after it in its own clause, or what is charged."""

from functools import cache

from samestory.claims.quantities.numbers import quantity_lexicon, stop_words
from samestory.claims.tokens import Sentence

LONGEST_WAY = 16
# "25 percent tariffs on cold rolled steel"
LONGEST_CHARGED = 4


@cache
def _words(name: str) -> frozenset[str]:
    """Give a list of the lexicon."""
    lexicon = quantity_lexicon()
    if name == "finite":
        return frozenset([*lexicon["auxiliaries"], *lexicon["noun_phrase"]["verbs"]])
    return frozenset(lexicon["scope"][name])


def read_scope(sentence: Sentence, after: int, until: int) -> tuple[int, int] | None:
    """Find the place or time phrase that restricts a quantity.

    Args:
        sentence: the sentence.
        after: the token after the quantity.
        until: the first token of the next quantity.

    Returns:
        The first and last token of the phrase ("in Iraq", "since mid-October"), or None where the clause has none.
    """
    lower, index, said = sentence.lower, after, False
    stop, prepositions, finite = _words("stop"), _words("prepositions"), _words("finite")
    until = min(until, len(lower))
    end = min(until, after + LONGEST_WAY)
    while index < end:
        word = lower[index]
        if word in stop or _goes_on(sentence, after, index):
            return None
        if word == ",":
            index = _over_comma(lower, index, until, said)
            continue
        # "For the first time in years" tells how long ago the last time was.
        if word in prepositions and lower[index - 1] != "time":
            last = _phrase_end(sentence, index + 1, until)
            if last is not None:
                # In "were hurt and a man in Porto was arrested" the phrase is part of another subject.
                return None if said and _is_finite(lower, last + 1) else (index, last)
            if word == "since":
                return None
        # "The plant where nine workers died was closed on Monday": the verb is not that of the number's clause.
        if said and word in _words("opening") and lower[index - 1] not in _words("opening"):
            return None
        said = said or word in finite
        index += 1
    return None


def read_charged(sentence: Sentence, after: int, until: int) -> tuple[int, int] | None:
    """Find what a percentage is charged on: "a 10 percent tariff on grain", "taxes of 25 percent on oil, 10 on gas".

    Args:
        sentence: the sentence.
        after: the token after the percentage.
        until: the first token of the next quantity.

    Returns:
        The first and last token of the phrase ("on grain"), or None where no charge is spoken of.
    """
    lower = sentence.lower
    place = after + (lower[after : after + 1] != ["on"])
    if lower[place : place + 1] != ["on"] or _words("charges").isdisjoint(lower[:place]):
        return None
    last = place
    while last + 1 < min(until, len(lower), place + 1 + LONGEST_CHARGED):
        printed = sentence.words[last + 1]
        if not (printed.isalpha() and printed.islower()) or printed in stop_words() or printed in _words("finite"):
            break
        last += 1
    return (place, last) if last > place and _words("time_words").isdisjoint(lower[place : last + 1]) else None


def _goes_on(sentence: Sentence, after: int, index: int) -> bool:
    """Tell the next predicate of a subject: "has 180 beds and will begin", "has 180 beds and plans to begin"."""
    lower = sentence.lower
    if index > after and lower[index - 1] == "and" and lower[index] in _words("finite"):
        return True
    verb = lower[index + 1 : index + 2]
    infinitive = lower[index] == "to" and bool(verb) and sentence.words[index + 1].islower()
    return infinitive and "and" in lower[after:index] and verb[0] not in _words("inside")


def _over_comma(lower: list[str], comma: int, until: int, said: bool) -> int:
    """Give the token to read on at after a comma, or ``until`` where another clause begins.

    A phrase may follow at once (", mostly in Porto"). An aside before the verb ends with a comma and the verb.
    """
    index = comma + 1
    while index < until and lower[index] in _words("after_comma"):
        index += 1
    if index < until and lower[index] in _words("prepositions"):
        return index
    if said or "," not in lower[index:until]:
        return until
    verb = lower.index(",", index) + 1
    return verb if _is_finite(lower, verb) else until


def _is_finite(lower: list[str], index: int) -> bool:
    """Tell a finite verb, as far as a list can."""
    return index < len(lower) and lower[index] in _words("finite")


def _phrase_end(sentence: Sentence, first: int, until: int) -> int | None:
    """Give the last token of the place or time phrase after the preposition before ``first``; None if it is none."""
    lower, last, index = sentence.lower, None, first
    timed = False
    while index < until:
        word = lower[index]
        timed = timed or word in _words("time_words")
        known = word in _words("time_words") or word in _words("places") or (last is not None and word.isdigit())
        if sentence.words[index][0].isupper() or known or _is_year(word):
            last = index
        elif word not in _words("inside"):
            break
        index += 1
    if last is None or (lower[first - 1] in _words("time_only") and not timed) or _modifies(sentence, first, last):
        return None
    # "2015/16"
    if _is_year(lower[last]) and lower[last + 1 : last + 2] in (["/"], ["-"]) and lower[last + 2 : last + 3]:
        return last + 2 if lower[last + 2].isdigit() else last
    return last


def _modifies(sentence: Sentence, first: int, last: int) -> bool:
    """Tell a name that only modifies a noun: "in Sunday's crash", "in the Greek sport"."""
    after = [word.strip("’'") for word in sentence.lower[last + 1 : last + 4]]
    if after[:2] == ["", "s"]:
        return True
    noun = bool(after) and after[0].isalpha() and sentence.words[last + 1].islower() and after[0] not in stop_words()
    place = not _words("places").isdisjoint(sentence.lower[first : last + 1])
    return sentence.lower[first] == "the" and noun and not place


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()
