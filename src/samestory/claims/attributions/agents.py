"""Who speaks, after the cue: the noun phrase that follows "according to", "was claimed by" or an inverted "said"."""

from samestory.claims.attributions.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    INNER,
    LONGEST_SOURCE,
    MONTHS,
    NAME_MARKS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    VERBS,
    WEEKDAYS,
    plain_cues,
    stops,
    word_set,
)
from samestory.claims.attributions.noun_phrases import COMPOUNDS, can_speak, is_joined, is_named, noun_phrase_left
from samestory.claims.attributions.view import Tokens, speaks
from samestory.claims.tokens import Sentence

LONGEST_NAME = 4
PERSONAL = word_set("subject", "personal")
# "The coordinator there, Ann Lee".
HERE = frozenset({"there", "here"})
# Roles that are to somebody.
RELATED = word_set("subject", "related")
# "Reference 0417", "case number 12": what is quoted on the telephone, nobody's word.
REFERENCES = word_set("subject", "references")
# What a body has done with a document of its own.
MADE = word_set("subject", "made")


def source_after(sentence: Sentence, first: int, quoted: list[bool], apposition: bool = True) -> tuple[int, int] | None:
    """Find the noun phrase that begins at token ``first``, with a short apposition.

    Returns:
        Its first and last token, or None.
    """
    lower = sentence.lower
    if first >= len(lower) or quoted[first] or not lower[first][0].isalnum() or lower[first] in stops():
        return None
    if lower[first] in OPENERS or lower[first] in PREPOSITIONS:
        return None
    if lower[first] in PRONOUNS and lower[first] not in QUANTIFIERS:
        return first, first
    last = None
    for index in range(first, min(len(lower), first + LONGEST_SOURCE)):
        word = lower[index]
        if quoted[index] or _ends_phrase(sentence, index, first):
            break
        if last is not None and word.endswith("ing") and sentence.words[index - 1].endswith("s"):
            break
        if not word[0].isalnum() and word not in NAME_MARKS:
            if word == "," and last is not None:
                named = _name_end(sentence, index, quoted)
                return first, (_apposition_end(sentence, index, quoted) if apposition else None) or named or last
            break
        if word == "." and not sentence.joined(index):
            break
        if word[0].isalnum() and word not in DETERMINERS and word not in PREPOSITIONS:
            last = index
    return (first, last) if last is not None else None


def is_reference(sentence: Sentence, source: tuple[int, int]) -> bool:
    """Tell a number, a reference or a telephone line from who speaks or what is cited."""
    words = [
        word for word in sentence.lower[source[0] : source[1] + 1] if word[0].isalnum() and word not in DETERMINERS
    ]
    return any(word[0].isdigit() for word in words) and all(word[0].isdigit() or word in REFERENCES for word in words)


def _ends_phrase(sentence: Sentence, index: int, first: int) -> bool:
    """Tell whether a noun phrase that begins at ``first`` ends before a token."""
    word, lower = sentence.lower[index], sentence.lower
    if word in stops() and word not in {"that", "as"} and not is_named(sentence, index):
        return True
    # "According to Ann Lee it all began …".
    if word in PERSONAL and index > first:
        return True
    # "An aide to the mayor" is one source, "the mayor to the crowd" is not.
    if word == "to" and index > first and lower[index - 1] in RELATED:
        return False
    # "Figures released by the ministry".
    if word == "by" and index > first and lower[index - 1] in MADE:
        return False
    if word in {"that", "to", "who"} or (word in CONJUNCTIONS and word not in {"and", "or"}):
        return True
    if word in {"and", "or"} and not (is_joined(sentence, index) or index < first + 4):
        return True
    if word in PREPOSITIONS and (word not in INNER or _adverbial(sentence, index)):
        return True
    if word in WEEKDAYS:
        return True
    if index == first or word not in plain_cues():
        return False
    compound = lower[index - 1] in {"-", "‑"} and sentence.joined(index)
    compound = compound or " ".join(lower[index : index + 2]) in COMPOUNDS
    return not compound and lower[index - 1] not in DETERMINERS


def _adverbial(sentence: Sentence, index: int) -> bool:
    """Tell whether a preposition opens an adverbial ("in a statement", "on Friday", "at a briefing")."""
    after = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    return after in {"a", "an"} or after in WEEKDAYS or after in MONTHS or after[:1].isdigit() or after.endswith("ing")


def _name_end(sentence: Sentence, comma: int, quoted: list[bool]) -> int | None:
    """Give the last token of a name after a comma that tells who a role is ("said the mayor, Ann Lee."), or None."""
    role = comma - 1 - (sentence.lower[comma - 1] in HERE)
    if not can_speak(sentence.lower[role]) or sentence.words[role][0].isupper():
        return None
    last = comma
    for index in range(comma + 1, min(len(sentence), comma + 1 + LONGEST_NAME)):
        word = sentence.words[index]
        if quoted[index] or not word[0].isupper() or sentence.lower[index] in WEEKDAYS | MONTHS:
            break
        last = index
    closes = last + 1 >= len(sentence) or sentence.words[last + 1] in {",", ";", "."}
    return last if closes and last - comma > 1 else None


def _apposition_end(sentence: Sentence, comma: int, quoted: list[bool]) -> int | None:
    """Give the last token of the apposition after a comma ("…, a spokesman for the ministry"), or None."""
    lower = sentence.lower
    first = comma + 1
    if first >= len(lower) or lower[first] in OPENERS or lower[first] in PRONOUNS:
        return None
    # "Two are missing, according to the Red Cross, down from 11."
    if lower[first] in {"up", "down"}:
        return None
    if lower[first].endswith("ing") and lower[first] not in DETERMINERS:
        return None
    if lower[first] not in DETERMINERS and not sentence.words[first][0].islower() and not lower[first].isdigit():
        return None
    for index in range(first, min(len(lower), first + LONGEST_SOURCE)):
        word = lower[index]
        if quoted[index] or word in VERBS or word in plain_cues():
            return None
        if word in {",", ";", "."} and not (word == "." and sentence.joined(index) and index + 1 < len(lower)):
            return index - 1
    return len(lower) - 1


def before_stray_comma(sentence: Sentence, begin: int, last: int, quoted: list[bool]) -> Tokens | None:
    """Read "The hospital in Upton, said 20 people had come": behind the verb a clause follows, and no speaker."""
    if begin < 2 or sentence.words[begin - 1] != ",":
        return None
    found, behind = noun_phrase_left(sentence, begin - 2, quoted), source_after(sentence, last + 1, quoted)
    clause = behind is not None and not VERBS.isdisjoint(sentence.lower[behind[1] + 1 : behind[1] + 2])
    return found if clause and found is not None and found[0] == 0 and speaks(sentence, found) else None
