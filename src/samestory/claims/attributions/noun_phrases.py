"""The noun phrase that ends at a token: walked from its last word to its first."""

from samestory.claims.attributions.adverbials import DAYS
from samestory.claims.attributions.lexicon import (
    BETWEEN,
    CONJUNCTIONS,
    DETERMINERS,
    LONGEST_SOURCE,
    MARKS,
    NAME_MARKS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    SPANS,
    WEEKDAYS,
    barriers,
    plain_cues,
    stops,
    word_set,
)
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import is_plural, lexicon_words
from samestory.claims.tokens import Sentence

BOUNDARY = word_set("subject", "boundary")
NOT_ADVERBS = word_set("between", "not_adverbs")
# "many said": a determiner that may stand for the noun itself.
ALONE = frozenset({"many", "some", "several", "most", "one"})
# What ends no noun phrase.
NO_HEAD = PREPOSITIONS | BOUNDARY | DETERMINERS - ALONE - {"two", "three"}
# "A band calling itself the Lamps said".
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
# Endings of nouns for what happens.
EVENT_ENDS = ("ion", "ment", "ing")
COMPOUNDS = word_set("compounds", "nouns")
SHORTEST_ADVERB = 4
# The labels of captions: "Image caption", "Media caption".
LABELS = word_set("labels", "captions")
PICTURES = word_set("labels", "pictures")
# A role is at most this many words long: "deputy transport minister".
LONGEST_ROLE = 4


def noun_phrase_left(sentence: Sentence, last: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Walk left from the last token of a noun phrase to its first."""
    lower, words = sentence.lower, sentence.words
    if last < 0 or quoted[last] or not (lower[last][0].isalnum() or lower[last] in {")", ".", "%"}):
        return None
    if lower[last] in PRONOUNS and lower[last] not in QUANTIFIERS:
        return last, last
    if lower[last] in NO_HEAD:
        return None
    first, walls = last, barriers()
    for index in range(last - 1, max(-1, last - LONGEST_SOURCE), -1):
        word = lower[index]
        # "This paper", but not "told her this".
        if word == "this" and not quoted[index] and _opens_phrase(sentence, first):
            first = index
            break
        # "One of the workers", "one nurse".
        if word in QUANTIFIERS and not quoted[index] and (lower[index + 1] == "of" or _determines(sentence, index)):
            first = index
            break
        if quoted[index] or (word in walls and _is_barrier(sentence, index)) or _ends_label(lower, index):
            break
        if not word[0].isalnum():
            if word == "," and _list_goes_on(sentence, index, first):
                continue
            if word not in NAME_MARKS or not _holds_name(sentence, index):
                break
        elif word in {"and", "or"} and not is_joined(sentence, index):
            break
        first = index
    first = _trim(sentence, first, last)
    if first > last or (first == last and lower[first] in DETERMINERS and lower[first] not in ALONE):
        return None
    return (first, last) if words[first][0].isalnum() or words[first] in {"’", "'"} else None


def _ends_label(lower: list[str], index: int) -> bool:
    """Tell "Image caption", which a page prints before the words of its caption."""
    return lower[index] in LABELS and index > 0 and lower[index - 1] in PICTURES


def _determines(sentence: Sentence, index: int) -> bool:
    """Tell "one nurse" from "the one nurses know": nothing stands before it that it belongs to."""
    before = sentence.lower[index - 1] if index else ","
    return sentence.lower[index] in DETERMINERS and before not in DETERMINERS


def _opens_phrase(sentence: Sentence, first: int) -> bool:
    """Tell whether a noun phrase without a determiner, no span of time, begins at a token."""
    word = sentence.words[first]
    return word.isalpha() and word.islower() and word not in DETERMINERS | PREPOSITIONS | SPANS | PRONOUNS


def _is_barrier(sentence: Sentence, index: int) -> bool:
    """Tell a clause's edge, a verb or a pronoun from a name ("May") and a compound ("much-quoted")."""
    word = sentence.lower[index]
    if word in PRONOUNS:
        return True
    if f"{word} {sentence.lower[index + 1]}" in COMPOUNDS:
        return False
    if word in plain_cues() and not (index > 0 and sentence.lower[index - 1] in {"-", "‑"} and sentence.joined(index)):
        return True
    return word in stops() and not is_named(sentence, index)


def is_named(sentence: Sentence, index: int) -> bool:
    """Tell a name that looks like an auxiliary ("Theresa May", "Will Smith") from the verb."""
    if sentence.words[index] not in {"May", "Will"} or len(sentence) < 2:
        return False
    before = sentence.words[index - 1][0].isupper() if index > 0 else False
    after = sentence.words[index + 1][0].isupper() if index + 1 < len(sentence) else False
    return before or after


def _holds_name(sentence: Sentence, index: int) -> bool:
    """Tell whether a mark stands inside a name or a compound, not as a dash or an unmatched bracket."""
    word = sentence.words[index]
    if word in {"'", "’", "-", "–"}:
        return sentence.joined(index) or sentence.joined(index + 1)
    return not (word == ")" and ("(" not in sentence.lower[:index] or sentence.words[index + 1][0].isupper()))


def is_joined(sentence: Sentence, index: int) -> bool:
    """Tell whether "and" joins two nouns of one subject: names, plurals, or "police and …" on both sides."""
    if index == 0 or index + 1 >= len(sentence):
        return False
    before, after = sentence.words[index - 1], sentence.words[index + 1]
    if before[0].isupper() and (after[0].isupper() or after in {"other", "others", "his", "her", "its", "their"}):
        return True
    if (after in DETERMINERS or after[0].isupper()) and _opens_subject(sentence, index - 1):
        return True
    if before in lexicon_words("roles") and _is_bare_role(sentence, index + 1):
        return True
    if not after[0].islower():
        return False
    if before[0].isupper() and _is_titled_name(sentence, index + 1):
        return True
    return _are_sources(sentence.lower[index - 1]) or (before[0].islower() and before.endswith("s") and index < 6)


def _opens_subject(sentence: Sentence, last: int) -> bool:
    """Tell whether a speaker or a name that ends at a token opens its clause: "…, the company and the council said"."""
    if sentence.words[last][0].isupper():
        first = last
        while first > 0 and (sentence.words[first - 1][0].isupper() or sentence.words[first - 1] in NAME_MARKS):
            first -= 1
        return first == 0 or sentence.words[first - 1] == "," or sentence.words[first - 1] in MARKS
    if not can_speak(sentence.lower[last]):
        return False
    for place in range(last - 1, max(-1, last - LONGEST_ROLE), -1):
        if sentence.lower[place] in {"the", "its", "their"}:
            return place == 0 or sentence.words[place - 1] == "," or sentence.words[place - 1] in MARKS
    return False


def _is_titled_name(sentence: Sentence, first: int) -> bool:
    """Tell whether a role and a name stand from a token on: "transport minister Bo Dahl"."""
    for place in range(first, min(first + LONGEST_ROLE, len(sentence) - 1)):
        if sentence.words[place][0].isupper():
            return False
        if sentence.lower[place] in lexicon_words("roles") and sentence.words[place + 1][0].isupper():
            return True
    return False


def _is_bare_role(sentence: Sentence, first: int) -> bool:
    """Tell "the president and chief executive" from "the mayor and residents": one role that has no article."""
    for place in range(first, min(first + LONGEST_ROLE, len(sentence))):
        word = sentence.words[place]
        if not (word.islower() or word.isupper()) or word in DETERMINERS or word in PREPOSITIONS:
            return False
        if word.lower() in lexicon_words("roles"):
            return not is_plural(word)
    return False


def _are_sources(word: str) -> bool:
    """Tell whether a word is a plural of those who speak: "police", "residents", not "photographs"."""
    return can_speak(word) and is_plural(word)


def can_speak(word: str) -> bool:
    """Tell whether a word names a role or a body: "mayor", "company"."""
    return word in lexicon_words("roles") or actor_type(word) not in {"unknown", "document"}


def _list_goes_on(sentence: Sentence, comma: int, first: int) -> bool:
    """Tell whether a comma stands inside "Ann, Bo and Cy" or "police, fire crews and residents"."""
    if "and" not in sentence.lower[comma + 1 : comma + 5]:
        return False
    before = sentence.words[comma - 1]
    if before[0].isupper() and sentence.words[first][0].isupper():
        return True
    return _are_sources(sentence.lower[comma - 1])


def _trim(sentence: Sentence, first: int, last: int) -> int:
    """Drop what stands before the noun phrase: conjunctions, "In Washington", "On Friday"."""
    lower, words, opened = sentence.lower, sentence.words, False
    while first <= last:
        word = lower[first]
        if word in CONJUNCTIONS or word in REFLEXIVE or not (word[0].isalnum() or word in {"’", "'"}):
            first += 1
        elif word in OPENERS or word in PREPOSITIONS:
            step = first + 1
            while step <= last and (lower[step] in WEEKDAYS or lower[step].isdigit()):
                step += 1
            if step == first + 1:
                step, opened = _after_adverbial(sentence, first, last), True
            first = step
        elif after := _after_day(sentence, first, last):
            first = after
        elif _is_opening_adverb(sentence, first, last):
            first += 1
        else:
            break
    # "At a meeting of the council the mayor said": no article stands right behind a noun of its own phrase.
    for index in range(last, first, -1):
        if opened and lower[index] == "the" and _is_noun(sentence, index - 1):
            return index
    # "After publication Ann Lee said": some prepositions end a noun phrase as conjunctions do.
    before = lower[first - 1] if first else ""
    event = first < last and words[first].islower() and lower[first].endswith(EVENT_ENDS)
    if event and words[first + 1][0].isupper() and before in PREPOSITIONS & BOUNDARY:
        return first + 1
    return first


def _after_day(sentence: Sentence, first: int, last: int) -> int | None:
    """Give where the subject begins after "Today the mayor", "Last week Ann Lee"; None where no day stands first."""
    lower = sentence.lower
    if lower[first] in {"last", "this"} and lower[first + 1] in SPANS | WEEKDAYS:
        after = first + 2
    elif lower[first] in DAYS:
        after = first + 1
    else:
        return None
    begins = after <= last and (lower[after] in DETERMINERS or sentence.words[after][0].isupper())
    return after if begins else None


def _is_opening_adverb(sentence: Sentence, first: int, last: int) -> bool:
    """Tell an adverb that opens a sentence ("Previously the council") from a name ("Emily Lee")."""
    word = sentence.lower[first]
    opens = first < last and (first == 0 or not sentence.words[first - 1][0].isalnum())
    if not opens or not word.endswith("ly") or len(word) <= SHORTEST_ADVERB or word in NOT_ADVERBS:
        return False
    return word in BETWEEN or sentence.lower[first + 1] in DETERMINERS


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Guess whether a token is a noun: a name, or a word of no closed class that is no verb in the past."""
    word = sentence.words[index]
    if word[0].isupper():
        return index > 0 and word.isalpha() and word.lower() not in OPENERS | PREPOSITIONS
    closed = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | OPENERS | QUANTIFIERS
    return word.isalpha() and word.islower() and word not in closed and not word.endswith("ed")


def _after_adverbial(sentence: Sentence, first: int, last: int) -> int:
    """Give where the subject begins after "In a radio interview Ann Lee": at a determiner, or a name after a noun."""
    for index in range(first + 2, last + 1):
        if sentence.lower[index] in DETERMINERS:
            return index
        name = sentence.words[index][0].isupper() and sentence.words[last][0].isupper()
        noun = sentence.words[index - 1]
        if name and noun.isalpha() and noun.islower() and noun not in PREPOSITIONS | DETERMINERS:
            return index
    return first + 1
