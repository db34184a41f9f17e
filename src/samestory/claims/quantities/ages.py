"""The age of a person, told by what stands before a number: "Smith, 45, said", "a woman of 71", "who is 19"."""

from samestory.claims.quantities.numbers import Number, quantity_lexicon
from samestory.claims.quantities.units import Unit
from samestory.claims.tokens import Sentence

OLDEST = 120
# What ends an age behind the name of a person.
CLOSING = frozenset({",", "."})


def age_told(sentence: Sentence, number: Number) -> Unit | None:
    """Read the age of "a boy of six", "aged 24", "Smith, 45, said"."""
    first, last, lower = number.first, number.last, sentence.lower
    if first < 2 or last + 1 >= len(lower) or not _can_be_age(number):
        return None
    # "A boy of six"; a mother of two has them.
    aged = quantity_lexicon()["aged"]
    if number.form == "words" and lower[first - 1] == "of" and lower[first - 2] in aged["young"]:
        return _age(last)
    # "A man nearing 80".
    if lower[first - 1] in aged["towards"] and lower[first - 2] in aged["words"]:
        return _age(last)
    if number.form != "digits":
        return None
    if lower[max(0, first - 3) : first] == ["the", "age", "of"] and lower[last + 1] in {"years", ",", "."}:
        return _age(last + (lower[last + 1] == "years"))
    # "A woman of 71": who is one person is that old.
    if lower[first - 1] == "of" and lower[first - 2] in aged["words"]:
        return _age(last)
    # "Aged 24", "aged between 24 and 61", "the ages of 24 and 61".
    opener = first - 1 - (lower[first - 1] in aged["linked_by"])
    if lower[opener] in aged["openers"] or _is_apposed(sentence, number):
        return _age(last)
    return None


def age_of_person(sentence: Sentence, number: Number) -> Unit | None:
    """Read the age of "who is 19", "she turned 50": a number with no noun behind it."""
    first, lower, aged = number.first, sentence.lower, quantity_lexicon()["aged"]
    if not first or not _can_be_age(number):
        return None
    reached = lower[first - 1] in aged["reached"]
    person = first > 1 and lower[first - 1] in aged["being"] and lower[first - 2] in aged["persons"]
    after = lower[number.last + 1 : number.last + 2]
    ends = not after or not after[0][0].isalnum() or after[0] in aged["before"]
    return _age(number.last) if (reached or person) and ends and after not in (["-"], ["%"], ["/"], [":"]) else None


def _is_apposed(sentence: Sentence, number: Number) -> bool:
    """Tell a number between commas that tells how old the person before it is: "Smith, 45, said", "the driver, 42,".

    In a list of names a semicolon follows it, but so it does in a list of results: there the name must be a full one.
    """
    words, first, after = sentence.words, number.first, sentence.lower[number.last + 1]
    if words[first - 1] != ",":
        return False
    if words[first - 2][0].isupper():
        return after in CLOSING or (after == ";" and _is_full_name(words[: first - 1]))
    # Who is named by a noun alone: "the winner, 42, from Tarn"; a number in a list goes on with numbers.
    noun, behind = sentence.lower[first - 2], words[number.last + 2 : number.last + 3]
    aged = quantity_lexicon()["aged"]
    person = noun in aged["words"] or noun in aged["apposed"] or noun.endswith(tuple(aged["endings"]))
    return person and after == "," and bool(behind) and not behind[0][0].isdigit()


def _is_full_name(words: list[str]) -> bool:
    """Tell whether words end with a name of two words, an initial among them."""
    before = words[-3:-2] if words[-2:-1] == ["."] else words[-2:-1]
    return bool(before) and before[0][0].isupper()


def _can_be_age(number: Number) -> bool:
    return number.value < OLDEST and not number.value % 1


def _age(last: int) -> Unit:
    return Unit("year of age", last, "age")
