"""The verb group that a cue ends: its auxiliaries, and the adverbs and days among them."""

from samestory.claims.attributions.lexicon import BETWEEN, PREPOSITIONS, SPANS, WEEKDAYS, word_set
from samestory.claims.attributions.noun_phrases import NOT_ADVERBS, SHORTEST_ADVERB, is_named
from samestory.claims.tokens import Sentence

RAISING = frozenset(tuple(phrase.split()) for phrase in word_set("between", "raising"))
RAISING_SIZES = sorted({len(phrase) for phrase in RAISING}, reverse=True)
PARTS_OF_DAY = word_set("adverbials", "parts_of_day")
HAVE = frozenset({"has", "have", "had"})
# "Had, in a statement on Saturday, said": what may open the aside, and how long it may be.
OPENS_ASIDE = PREPOSITIONS | {"however", "meanwhile", "though", "too", "instead", "therefore", "moreover"}
LONGEST_ASIDE = 12
BEFORE_DAY = frozenset({"on", "late", "early", "by", "until", "till"})


def verb_group_start(sentence: Sentence, cue: int) -> int:
    """Go left from a cue over auxiliaries, adverbs and days; give the first token of the verb group."""
    index = cue
    while index > 0:
        word = sentence.lower[index - 1]
        if index > 2 and word in SPANS and sentence.lower[index - 2] in {"this", "last"}:
            index -= 2
        elif index > 1 and word in PARTS_OF_DAY and sentence.lower[index - 2] in WEEKDAYS:
            index -= 1
        elif word in WEEKDAYS and index > 1:
            index -= 2 if sentence.lower[index - 2] in BEFORE_DAY else 1
        elif index > 1 and (sentence.lower[index - 2] == "in" if word.isdigit() else _no_longer(sentence.lower, index)):
            index -= 2
        elif size := _raising_before(sentence.lower, index):
            index -= size
        elif word == "," and (opened := _aside_before(sentence.lower, index)):
            index = opened
        elif (
            has_since(sentence.lower, index)
            or (word in BETWEEN and not is_named(sentence, index - 1))
            or (word in {"’", "'"} and index < cue and sentence.lower[index] in {"s", "d", "ve", "ll", "t", "re", "m"})
            or _is_adverb(sentence, index - 1)
        ):
            index -= 1
        else:
            break
    return index


def has_since(lower: list[str], index: int) -> bool:
    """Tell the adverb of "has since said" before a verb from the preposition."""
    return index > 1 and lower[index - 1] == "since" and lower[index - 2] in HAVE


def _no_longer(lower: list[str], index: int) -> bool:
    return lower[index - 2 : index] == ["no", "longer"]


def _aside_before(lower: list[str], index: int) -> int | None:
    """Give where the aside between an auxiliary and its verb begins that ends right before a token, with its comma."""
    for first in range(index - 2, max(0, index - LONGEST_ASIDE), -1):
        if lower[first] == ",":
            parted = lower[first - 1] in HAVE or lower[first - 1] == "not"
            return first if parted and lower[first + 1] in OPENS_ASIDE else None
    return None


def _raising_before(lower: list[str], index: int) -> int:
    """Give how many tokens before a verb let the subject of another be its own: 2 for "appeared to" say, else 0."""
    if index < 1 or lower[index - 1] != "to":
        return 0
    return next((size for size in RAISING_SIZES if tuple(lower[max(0, index - size) : index]) in RAISING), 0)


def _is_adverb(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is an adverb of manner ("barely", "flatly"); names and the first word are left alone."""
    word = sentence.words[index]
    manner = len(word) > SHORTEST_ADVERB and word.endswith("ly") and word.islower()
    return index > 0 and manner and word not in NOT_ADVERBS
