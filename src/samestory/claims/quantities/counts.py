"""Which numbers count something: no ordinals, scores, years, numbers of names, no pronoun "one"."""

from samestory.claims.quantities.money import currency_before
from samestory.claims.quantities.numbers import Number, quantity_lexicon, stop_words
from samestory.claims.quantities.plurals import is_plural
from samestory.claims.quantities.ratings import read_rating
from samestory.claims.quantities.reading import phrases
from samestory.claims.quantities.shares import determiners
from samestory.claims.quantities.units import is_letter_unit, read_measure, read_noun_phrase
from samestory.claims.tokens import Sentence

HYPHENS = frozenset({"-", "‑"})
DASHES = frozenset({"-", "–"})


def is_count(sentence: Sentence, number: Number) -> bool:
    """Tell a count from an ordinal, a clock time, a score, a name's number, the pronoun "one"."""
    before, after = lower_at(sentence, number.first - 1), lower_at(sentence, number.last + 1)
    # "Mother-of-two Ann Lee".
    if before in HYPHENS and sentence.joined(number.first) and lower_at(sentence, number.first - 2) == "of":
        return False
    if number.form == "words":
        if read_rating(sentence, number) is not None:
            return True
        return _word_counts(sentence, number, before, after)
    if _in_sequence(sentence, number) or _in_gallery(sentence, number):
        return False
    if number.form == "fraction":
        half = quantity_lexicon()["half"]
        named = after in half["not_before"] or before in half["not_after"]
        return not (sentence.lower[number.first] == "half" and named)
    return not _in_code(sentence, number, before, after) and _digits_count(sentence, number, before, after)


def lower_at(sentence: Sentence, index: int) -> str:
    """Give a token in lower case, or nothing before the beginning and after the end."""
    return sentence.lower[index] if 0 <= index < len(sentence) else ""


def _word_counts(sentence: Sentence, number: Number, before: str, after: str) -> bool:
    """Tell whether a number in words counts something, "one" among them."""
    if _named_by(sentence, number, before) or _is_name(sentence, number) or _is_faced(sentence, number):
        return False
    single = sentence.lower[number.first] == "one" and number.last == number.first
    return not single or _one_counts(sentence, number, before, after)


def _is_faced(sentence: Sentence, number: Number) -> bool:
    """Tell both numbers of "one-on-one", "one-to-one"; but "two-to-three-year" is a range."""
    word, first, last = sentence.lower[number.first], number.first, number.last
    around = (sentence.lower[max(0, first - 4) : first], sentence.lower[last + 1 : last + 5][::-1])
    return first == last and any(
        len(words) == 4 and words[0] == word and words[1] == words[3] == "-" and words[2] in stop_words()
        for words in around
    )


def _digits_count(sentence: Sentence, number: Number, before: str, after: str) -> bool:
    """Tell whether digits that stand for themselves count something, by the word before them."""
    identifiers, first = quantity_lexicon()["identifiers"], number.first
    if read_rating(sentence, number) is not None:
        return True
    if before in DASHES and first > 1 and sentence.joined(first) and sentence.joined(first - 1):
        # "F-16", "COVID-19"; but "sub-7", "minus-5" and the second half of "10-15" are numbers.
        return sentence.words[first - 2][0].isdigit() or sentence.lower[first - 2] in identifiers["signs"]
    if before in identifiers["always"] and number.last == first:
        return False
    if before in identifiers["words"] and number.value < 1000 and number.base == number.value:
        return sentence.words[first - 1][0].islower() and before not in identifiers["numbering"] and bool(after)
    if before == "." and lower_at(sentence, first - 2) in identifiers["abbreviated"]:
        return False
    return not _name_number(sentence, number, after) and not _year(sentence, number, before, after)


def _in_code(sentence: Sentence, number: Number, before: str, after: str) -> bool:
    """Tell digits that are part of something longer: "3rd", a telephone number, ".5" of a code, a clock time."""
    if sentence.joined(number.last + 1) and _is_tail(sentence, number.last + 1):
        return True
    mark = before in {":", ".", "#", "@", "&"} and sentence.joined(number.first)
    if _in_phone_number(sentence, number) or (mark and currency_before(sentence, number.first) is None):
        return True
    # "6:30", "9/11"; but "50/km".
    follows = lower_at(sentence, number.last + 2)
    return after in {":", "/"} and sentence.joined(number.last + 1) and follows[:1].isdigit()


def _is_tail(sentence: Sentence, index: int) -> bool:
    """Tell what makes the digits before it no count: "3rd", "30s", "12A", "49ers"."""
    word = sentence.words[index]
    if word.lower() in {"st", "nd", "rd", "th"} or word == "s":
        return True
    glued = word[0].isalpha() and word.lower() not in quantity_lexicon()["scale_suffixes"]
    return glued and not is_letter_unit(word) and read_measure(sentence, index) is None


def _in_phone_number(sentence: Sentence, number: Number) -> bool:
    """Tell digits that begin with a needless zero, or a group of three before a hyphen and four."""
    printed = sentence.words[number.first]
    if len(printed) > 1 and printed[0] == "0" and printed.isdigit():
        return True
    after = sentence.words[number.last + 1 : number.last + 3]
    groups = len(after) == 2 and after[0] == "-" and len(printed) == 3 and len(after[1]) == 4 and after[1].isdigit()
    return groups and sentence.joined(number.last + 1) and sentence.joined(number.last + 2)


def _named_by(sentence: Sentence, number: Number, before: str) -> bool:
    """Tell a number word that names what stands before it: "day eight of the trial", "page one"."""
    words = quantity_lexicon()["identifiers"]
    if number.last > number.first or not (before in words["words"] or before in words["always"]):
        return False
    return read_noun_phrase(sentence, number.last + 1, number.value) is None


def _in_sequence(sentence: Sentence, number: Number) -> bool:
    """Tell the digits of "4/8" that is no fraction, of "1/8 The scene", "[1/4]" (a gallery), the end of "2015/16"."""
    words, first = sentence.words, number.first
    if number.last > first + 1 and words[first + 1] == "/":
        # All there is of a sentence, but for a bracket.
        if (first == 1 and words[0] in {"[", "("}) or number.last - first + 1 == len(words):
            return True
        return number.last + 1 < len(words) and words[number.last + 1][0].isupper()
    if first < 2 or not sentence.joined(first) or not sentence.joined(first - 1) or not words[first - 2].isdigit():
        return False
    if words[first - 1] == "/":
        return True
    years = words[first - 1] in {"-", "–"} and len(words[first - 2]) == 4 and len(words[first]) == 2
    return years and (int(words[first - 2]) + 1) % 100 == number.value


def _in_gallery(sentence: Sentence, number: Number) -> bool:
    """Tell both numbers of "1 of 6 |", "Photo 1 of 6" above a picture: they are all that stands before a mark."""
    words, lower = sentence.words, sentence.lower
    first = int(bool(words) and lower[0] in quantity_lexicon()["gallery"])
    counter = words[first : first + 3]
    if len(counter) < 3 or lower[first + 1] not in {"of", "/"} or not (counter[0] + counter[2]).isdecimal():
        return False
    closed = words[first + 3 : first + 4] in ([], ["|"], ["]"], [")"], [":"])
    return closed and number.first in {first, first + 2} and int(counter[0]) <= int(counter[2])


def is_number_word(word: str) -> bool:
    """Tell a number from another word: a numeral above one, or few digits."""
    if word.isdigit():
        return len(word) < 4 and word.isdecimal() and int(word) > 1
    return word != "one" and word in quantity_lexicon()["numerals"]


def _one_counts(sentence: Sentence, number: Number, before: str, after: str) -> bool:
    """Tell whether "one" counts something."""
    lexicon = quantity_lexicon()["one"]
    follows = lower_at(sentence, number.last + 2)
    if before in lexicon["not_after"] or not after or (before == "at" and after in lexicon["not_after_at"]):
        return False
    if before in lexicon["noun_after"]:
        alone = lower_at(sentence, number.first - 2) == "the"
        return not alone and read_noun_phrase(sentence, number.last + 1, 1) is not None
    if after == "or" and is_number_word(follows):
        return True
    if after in lexicon["not_before"]:
        return False
    if (after == "out" and follows == "of") or (after == "in" and (follows == "every" or is_number_word(follows))):
        return True
    if after == "of":
        return _of_many(sentence, number.last + 2)
    if after == "-" and sentence.joined(number.last + 1):
        return follows not in stop_words()
    if after in lexicon["elsewhere"] and before in {"and", ","} and sentence.words[number.last + 2 :][:1] != []:
        # "Three drowned in Tarn and one in Belk".
        return sentence.words[number.last + 2][0].isupper()
    return read_noun_phrase(sentence, number.last + 1, 1) is not None


def _of_many(sentence: Sentence, index: int) -> bool:
    """Tell "one of the boats", "one of 16 boats" from "a story, one of hope"."""
    word = lower_at(sentence, index)
    if not word or word in determiners() or word in quantity_lexicon()["one"]["of"] or is_number_word(word):
        return True
    unit = read_noun_phrase(sentence, index, 2)
    return unit is not None and is_plural(sentence.words[unit.last])


def _is_name(sentence: Sentence, number: Number) -> bool:
    """Tell a number word that ends a name ("Ground Zero said"); in a title the next word has a capital too."""
    words, first, after = sentence.words, number.first, sentence.words[number.last + 1 : number.last + 2]
    if number.last > first or not words[first][0].isupper():
        return False
    # "The Million Lamp Walk", but "Dozen People".
    scale = quantity_lexicon()["scales"].get(sentence.lower[first], 0)
    if scale > quantity_lexicon()["scales"]["dozen"] and bool(after) and after[0][0].isupper():
        return True
    if not first or not words[first - 1].isalpha():
        return False
    # "Channel Nine News", "the Gang of Four", "the Seven Sisters"; in a title every number has a capital.
    return sentence.kind == "body" or (words[first - 1][0].isupper() and bool(after) and after[0][0].islower())


def _name_number(sentence: Sentence, number: Number, after: str) -> bool:
    """Tell a number that belongs to a name: after a capitalised word, before no plain noun."""
    if number.first == 0 or number.value != int(number.value) or "," in sentence.words[number.first]:
        return False
    before = sentence.words[number.first - 1]
    if before == "s" and number.first > 2 and sentence.words[number.first - 3][0].isupper():
        # "Poor's 500 Index"
        unit = read_noun_phrase(sentence, number.last + 1, 2)
        return unit is not None and sentence.words[unit.last][0].isupper() and not is_plural(sentence.words[unit.last])
    model = _is_model(sentence, number)
    if not before[0].isupper() or (not model and (number.first == 1 or number.last > number.first)):
        return False
    if currency_before(sentence, number.first) is not None or before.lower() in phrases("comparators"):
        return False
    if _is_acronym(sentence, number.first - 1):
        return True
    if after in quantity_lexicon()["identifiers"]["not_before"]:
        return False
    printed = sentence.words[number.last + 1] if after else ""
    if model and not printed[:1].isupper() and sentence.kind != "body":
        return False
    return not (printed[:1].islower() and read_noun_phrase(sentence, number.last + 1, 2) is not None)


def _is_model(sentence: Sentence, number: Number) -> bool:
    """Tell a letter that is glued to the digits of a model: "Cessna 208B"; it multiplies nothing behind a name."""
    glued = number.last == number.first + 1 and sentence.joined(number.last)
    return glued and len(sentence.words[number.last]) == 1 and sentence.words[number.last].isupper()


def _year(sentence: Sentence, number: Number, before: str, after: str) -> bool:
    """Tell a bare year: four digits after a preposition or before no word."""
    printed = sentence.words[number.first]
    if number.last > number.first or len(printed) != 4 or not printed.isdecimal() or not 1400 <= number.value <= 2100:
        return False
    words = quantity_lexicon()["years"]
    if currency_before(sentence, number.first) is not None or before in words["not_after"]:
        return False
    return before in words["after"] or not after[:1].isalpha()


def _is_acronym(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is an acronym that numbers go with ("ASX 200", "S&P 500"), no state's."""
    word = sentence.words[index]
    if word in quantity_lexicon()["identifiers"]["states"] or not word.isupper() or not word.isalpha():
        return False
    single = index > 0 and len(word) == 1 and sentence.words[index - 1] in {"&", "S"}
    return single or (1 < len(word) < 6 and word.lower() not in quantity_lexicon()["scales"])
