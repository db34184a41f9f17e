"""What stands between a cue and its content: the hearer ("told reporters that"), a day, "in a statement"."""

from functools import cache

from samestory.claims.attributions.lexicon import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    SPANS,
    VERBS,
    WEEKDAYS,
    Cue,
    word_set,
)
from samestory.claims.attributions.numerals import says_number
from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.tokens import Sentence

HEARERS = word_set("adverbials", "hearers")
DAYS = WEEKDAYS | word_set("adverbials", "days")
PARTS_OF_DAY = word_set("adverbials", "parts_of_day")
PLACES = word_set("adverbials", "prepositions")
OCCASIONS = word_set("adverbials", "occasions")
HEARER_ENDS = word_set("adverbials", "hearer_ends")
CLOSELY = word_set("adverbials", "closely")
SHORTEST_ADVERB = 4
LONGEST_ADVERBIAL = LONGEST_HEARER = 12
LONGEST_STATED = 26
# Verbs that may take their hearer before a clause, and what stands in no hearer.
ADDRESSING = word_set("adverbials", "addressing")
ADDRESSED_ENDS = word_set("subject", "boundary") - {"that"} | {"to", "and", "or", "about", "who"}
LONGEST_ADDRESSED = 4


def skip_adverbial(sentence: Sentence, index: int, quoted: list[bool]) -> int:
    """Go over "on Friday", "late Monday", "early on Friday", "in a statement", "at a news conference" after a cue."""
    lower = sentence.lower
    while index < len(lower) and not quoted[index]:
        word = lower[index]
        if word in DAYS or (word in PARTS_OF_DAY and lower[index - 1] in DAYS):
            index += 1
        elif _is_time(word, lower[index + 1 : index + 2]):
            index += 2
        elif (
            word in {"late", "early"}
            and lower[index + 1 : index + 2] == ["on"]
            and DAYS & {*lower[index + 2 : index + 3]}
        ):
            index += 3
        elif word.endswith("ly") and len(word) > SHORTEST_ADVERB and _opens_content(sentence, index + 1, quoted):
            index += 1
        elif end := _phrase_end(sentence, index, quoted):
            index = end
        else:
            break
    return index


def _opens_content(sentence: Sentence, index: int, quoted: list[bool]) -> bool:
    """Tell whether "that", a mark or a quotation stands at a token: "told them repeatedly that …"."""
    return index < len(sentence) and (quoted[index] or sentence.lower[index] in {"that", ":", ",", "."})


def _is_time(word: str, following: list[str]) -> bool:
    """Tell "on Friday", "late Monday", "last week" from other words."""
    if word in {"on", "late", "early"}:
        return following != [] and following[0] in DAYS
    return word in {"last", "this"} and following != [] and (following[0] in DAYS or following[0] in SPANS)


def _phrase_end(sentence: Sentence, index: int, quoted: list[bool]) -> int | None:
    """Give the token after "on condition of anonymity", "shortly before noon", "in a statement"."""
    lower = sentence.lower
    if lower[index] == "on" and "anonymity" in lower[index + 2 : index + 6]:
        return lower.index("anonymity", index) + 1
    if lower[index] in CLOSELY and lower[index + 1 : index + 2] in (["before"], ["after"]):
        return _adverbial_end(sentence, index + 1, quoted)
    # "Has warned for years that …".
    if lower[index] == "for":
        end = _adverbial_end(sentence, index, quoted)
        return end if end is not None and lower[end : end + 1] == ["that"] else None
    # "Said at least three …", "spoke of about 20 …".
    number = lower[index] == "about" and any(map(says_number, lower[index + 1 : index + 2]))
    if lower[index] not in PLACES or number or compares_at(lower, index):
        return None
    return _adverbial_end(sentence, index, quoted)


def compares_at(lower: list[str], index: int) -> bool:
    """Tell whether a wording of several words that compares a number begins at a token: "as many as", "at least"."""
    return any(lower[index : index + len(words)] == words for words in _comparing().get(lower[index], ()))


@cache
def _comparing() -> dict[str, list[list[str]]]:
    """Give the wordings of several words that compare a number, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for wording in (wording for wordings in quantity_lexicon()["comparators"].values() for wording in wordings):
        words = wording.split()
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return found


def _adverbial_end(sentence: Sentence, index: int, quoted: list[bool]) -> int | None:
    """Give the token after "in a statement …" when a mark, "that" or a quotation comes within few words."""
    lower, near = sentence.lower, index + LONGEST_ADVERBIAL + 2
    # "Said in a statement posted on its page and sent to the Courier that …".
    stated = lower[index] in OCCASIONS and lower[index + 1 : index + 2] in (["a"], ["an"])
    for end in range(index + 2, min(len(lower), index + LONGEST_STATED if stated else near)):
        if quoted[end] or lower[end] in {",", ":", ".", "that"}:
            return end if end < near or lower[end] == "that" else None
        # "Said in a statement it would go on."
        opens = lower[end] in PRONOUNS - RELATIVE or lower[end] in DETERMINERS or lower[end] == "there"
        if opens and _is_occasion(lower, index, end):
            return end
        if lower[end] in VERBS:
            return None
    return len(lower) if index + 2 <= len(lower) < near else None


def _is_occasion(lower: list[str], index: int, end: int) -> bool:
    """Tell "in a statement" before a subject: a whole noun phrase with its article stands between two tokens."""
    whole = end > index + 2 and lower[end - 1] not in PREPOSITIONS | DETERMINERS | {"and", "or"}
    return whole and lower[index] in OCCASIONS and lower[index + 1] in {"a", "an", "the"}


def skip_recipient(sentence: Sentence, index: int, quoted: list[bool], cue: Cue) -> int:
    """Go over the hearer of "told reporters that": up to "that", a mark, a quotation, a pronoun or a determiner."""
    if cue.lemma in ADDRESSING:
        return _skip_addressed(sentence, index, quoted)
    if "recipient" not in cue.frames:
        return index
    lower, first = sentence.lower, index
    if first < len(lower) and lower[first] in HEARERS:
        return first + 1
    while index < min(len(lower), first + LONGEST_HEARER) and not quoted[index]:
        word = lower[index]
        # "Told of a leak", but "told members of the council that …".
        if word in HEARER_ENDS and not (word == "of" and index > first):
            break
        opens = word in DETERMINERS and index > first + 1 and lower[index - 1] != "of"
        if index > first and (word in PRONOUNS or word == "there" or opens):
            break
        index += 1
    return _past_title(lower, index, quoted)


def _skip_addressed(sentence: Sentence, first: int, quoted: list[bool]) -> int:
    """Go over the hearer of "warned residents that …", "warned its staff they …", if there is one: no verb in it."""
    lower = sentence.lower
    for index in range(first, min(len(lower), first + LONGEST_ADDRESSED)):
        word = lower[index]
        if quoted[index] or not word[0].isalnum() or word in VERBS or word in ADDRESSED_ENDS:
            break
        pronoun = word in PRONOUNS - RELATIVE or word == "there"
        opens = pronoun or (word in DETERMINERS and lower[index - 1] not in PREPOSITIONS)
        if word == "that" or (index > first and opens):
            return index
    return first


def _past_title(lower: list[str], index: int, quoted: list[bool]) -> int:
    """Go over a title in marks before "that": "told “Morning Report” that …"."""
    end = index
    while end < len(lower) and quoted[end]:
        end += 1
    return end if lower[end : end + 1] == ["that"] else index
