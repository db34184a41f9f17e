"""What is owned, where a number counts that and not its owners: "84,000 children's lamps", "two driver's licences"."""

from samestory.claims.quantities.numbers import quantity_lexicon, stop_words
from samestory.claims.quantities.plurals import is_plural, singular
from samestory.claims.tokens import Sentence


def behind_owner(sentence: Sentence, index: int, first: int) -> int | None:
    """Give the token of what the owner at a token has; None where it is no owner.

    Args:
        sentence: the sentence.
        index: the token of the owner.
        first: the token the noun phrase of the number begins at.
    """
    if is_plural(sentence.words[index]):
        return _behind_plural(sentence, index)
    # "Ten of the bank's clerks" are the bank's.
    of_one = first > 0 and sentence.lower[first - 1] in quantity_lexicon()["determiners"]
    return None if of_one else _behind_kind(sentence, index)


def _behind_plural(sentence: Sentence, index: int) -> int | None:
    """Give the token behind a plural that owns it: "84,000 children's lamps" are lamps."""
    lower = sentence.lower
    after = index + 1
    # "Three years' probation" lasts years.
    if singular(lower[index]) in quantity_lexicon()["per"]["nouns"]:
        return None
    if lower[after : after + 1] not in (["'"], ["’"]) or not sentence.joined(after):
        return None
    if lower[after + 1 : after + 2] == ["s"] and sentence.joined(after + 1):
        after += 2
    elif lower[index].endswith("s") and lower[after] not in lower[:index]:
        # One mark alone may also close a quotation that another opened.
        after += 1
    else:
        return None
    goes_on = after < len(lower) and not sentence.joined(after) and lower[after].isalpha()
    return after if goes_on and lower[after] not in stop_words() else None


def _behind_kind(sentence: Sentence, index: int) -> int | None:
    """Give the plural behind a singular that tells its kind: "two bachelor's degrees", "nine driver's licences"."""
    mark = sentence.lower[index + 1 : index + 3]
    owner = sentence.words[index]
    if mark not in (["'", "s"], ["’", "s"]) or not owner.islower() or is_plural(owner) or index + 3 >= len(sentence):
        return None
    owned = sentence.words[index + 3]
    return index + 3 if owned.islower() and is_plural(owned) else None
