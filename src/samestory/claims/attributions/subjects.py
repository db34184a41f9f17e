"""Who speaks, before the cue: the noun phrase that a verb has as its subject."""

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
    RELATIVE,
    SPANS,
    VERBS,
    WEEKDAYS,
    barriers,
    plain_cues,
    stops,
    word_set,
)
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import is_person, is_plural, lexicon_words
from samestory.claims.tokens import Sentence

NOT_ADVERBS = word_set("between", "not_adverbs")
# "many said": a determiner that may stand for the noun itself.
ALONE = frozenset({"many", "some", "several", "most", "one"})
# A role is at most this many words long: "deputy transport minister".
LONGEST_ROLE = 4
# "An official who was not authorised to speak to the press".
LONGEST_RELATIVE = 14
BOUNDARY = word_set("subject", "boundary")
PAST = word_set("forms", "past")


def verb_group_start(sentence: Sentence, cue: int) -> int:
    """Go left from a cue over auxiliaries, adverbs and days; give the first token of the verb group."""
    index = cue
    while index > 0:
        word = sentence.lower[index - 1]
        if index > 2 and word in SPANS and sentence.lower[index - 2] in {"this", "last"}:
            index -= 2
        elif word in WEEKDAYS and index > 1:
            index -= 2 if sentence.lower[index - 2] in {"on", "late", "early"} else 1
        elif (
            (word in BETWEEN and not is_named(sentence, index - 1))
            or (word in {"’", "'"} and index < cue and sentence.lower[index] in {"s", "d", "ve", "ll", "t", "re"})
            or _is_adverb(sentence, index - 1)
        ):
            index -= 1
        else:
            break
    return index


def is_named(sentence: Sentence, index: int) -> bool:
    """Tell a name that looks like an auxiliary ("Theresa May", "Will Smith") from the verb."""
    if sentence.words[index] not in {"May", "Will"} or len(sentence) < 2:
        return False
    before = sentence.words[index - 1][0].isupper() if index > 0 else False
    after = sentence.words[index + 1][0].isupper() if index + 1 < len(sentence) else False
    return before or after


def _is_adverb(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is an adverb of manner ("barely", "flatly"); names and the first word are left alone."""
    word = sentence.words[index]
    return index > 0 and len(word) > 4 and word.endswith("ly") and word.islower() and word not in NOT_ADVERBS


def subject_before(sentence: Sentence, verb: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Find the noun phrase that ends just before token ``verb``, with its apposition; "who" stands for itself.

    Returns:
        Its first and last token, or None.
    """
    last = verb - 1
    if last < 0 or quoted[last]:
        return None
    if sentence.lower[last] == "," or sentence.lower[last] in {"–", "—"} or _is_dash(sentence, last):
        return _with_apposition(sentence, last, quoted)
    if sentence.lower[last] in RELATIVE:
        return last, last
    found = _noun_phrase_left(sentence, last, quoted)
    return found and (_before_relative(sentence, found, quoted) or found)


def _before_relative(sentence: Sentence, found: tuple[int, int], quoted: list[bool]) -> tuple[int, int] | None:
    """Read "an official who spoke on condition of anonymity": what a relative clause without commas tells of, with it.

    Args:
        sentence: the sentence.
        found: the noun phrase before the verb, which may be the end of such a clause.
        quoted: whether each token is quoted.
    """
    lower = sentence.lower
    for index in range(found[0] - 1, max(0, found[0] - LONGEST_RELATIVE), -1):
        if quoted[index] or not lower[index][0].isalnum() or lower[index] in BOUNDARY:
            return None
        if lower[index] == "who":
            head = antecedent(sentence, index, quoted) if _is_finite(lower, index + 1) else None
            return (head[0], found[1]) if head else None
    return None


def _is_finite(lower: list[str], index: int) -> bool:
    """Guess whether a word behind "who" is its verb: "who owns the house", but not "who officials said"."""
    word, after = lower[index], lower[index + 1]
    if word in VERBS or word in PAST or word in plain_cues() or word.endswith("ed"):
        return True
    return word.endswith("s") and (after in DETERMINERS or after in PREPOSITIONS)


def antecedent(sentence: Sentence, relative: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Find the noun phrase that "who", "which" or "that" at a token stands for."""
    end = relative - 2 if relative > 1 and sentence.lower[relative - 1] == "," else relative - 1
    found = _noun_phrase_left(sentence, end, quoted)
    if found is None:
        return None
    # "Ann Lee, the union's secretary, who …": the name before the apposition.
    if end == relative - 2 and _is_apposition(sentence, found):
        name = _noun_phrase_left(sentence, found[0] - 2, quoted)
        if name and _is_name(sentence, name) and (name[0] == 0 or sentence.lower[name[0] - 1] not in PREPOSITIONS):
            return name[0], found[1]
    return _nearest(sentence, *found, person=sentence.lower[relative] == "who")


def _is_dash(sentence: Sentence, index: int) -> bool:
    """Tell a hyphen typed as a dash ("- he said", "--") from one inside a word."""
    return sentence.words[index] == "-" and not sentence.joined(index)


def _nearest(sentence: Sentence, first: int, last: int, *, person: bool) -> tuple[int, int]:
    """Cut the antecedent of "who" down to the noun phrase after the last preposition that is not "of".

    Args:
        sentence: the sentence.
        first: its first token.
        last: its last token.
        person: a thing is passed over: "an engineer at the yard who …".
    """
    for index in range(last - 1, first - 1, -1):
        if sentence.lower[index] in PREPOSITIONS - {"of"}:
            near, word = sentence.between(index + 1, last), sentence.words[last]
            named = word[0].isupper() or word in PRONOUNS | {"those"}
            if not person or named or is_person(near) or is_plural(near):
                return index + 1, last
    return first, last


def first_subject(sentence: Sentence, quoted: list[bool]) -> tuple[int, tuple[int, int]] | None:
    """Find the first finite verb that has a subject: a word that an auxiliary is or that ends in "-ed".

    Returns:
        The verb's token, and the first and last token of its subject; None without one.
    """
    for index in range(1, len(sentence)):
        word = sentence.lower[index]
        if quoted[index] or sentence.lower[index - 1] == "-":
            continue
        verb = word in VERBS or (word.endswith("ed") and word[0] == sentence.words[index][0])
        if not verb and word not in plain_cues():
            continue
        found = subject_before(sentence, verb_group_start(sentence, index), quoted)
        if found and sentence.lower[found[0]] not in {"no", "it", "there"}:
            return index, found
    return None


def _with_apposition(sentence: Sentence, comma: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Read "Name, a spokesman for the ministry, who …," back from its last comma, piece by piece.

    A clause inside ("who watched", "speaking in Rome") is no part of the source; it ends before it.
    """
    mark, last, stop = sentence.lower[comma], comma - 1, max(-1, comma - LONGEST_SOURCE)
    found: tuple[int, int] | None = None
    for index in range(comma - 1, stop, -1):
        if quoted[index] or sentence.lower[index] in {";", ":"}:
            break
        if sentence.lower[index] != mark:
            continue
        inside = sentence.lower[index + 1]
        if inside in RELATIVE | OPENERS or inside.endswith("ing"):
            last = index - 1
        head = _noun_phrase_left(sentence, index - 1, quoted)
        if head is None:
            break
        if found is not None and not _starts_clause(sentence, head[0]) and not _is_name(sentence, head):
            break
        found = head[0], max(last, head[1])
        if not _is_apposition(sentence, head):
            break
    return found


def _is_apposition(sentence: Sentence, piece: tuple[int, int]) -> bool:
    """Tell whether a piece between commas may itself be an apposition to what stands before it."""
    first = piece[0]
    if first < 2 or sentence.words[first - 1] != ",":
        return False
    return sentence.lower[first] in DETERMINERS or sentence.words[first][0].isdigit() or sentence.words[first].islower()


def _starts_clause(sentence: Sentence, first: int) -> bool:
    return first == 0 or (not sentence.words[first - 1][0].isalnum() and sentence.words[first - 1] != ",")


def _is_name(sentence: Sentence, piece: tuple[int, int]) -> bool:
    return sentence.words[piece[1]][0].isupper()


def _noun_phrase_left(sentence: Sentence, last: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Walk left from the last token of a noun phrase to its first."""
    lower, words = sentence.lower, sentence.words
    if last < 0 or quoted[last] or not (lower[last][0].isalnum() or lower[last] in {")", ".", "%"}):
        return None
    if lower[last] in PRONOUNS and lower[last] not in QUANTIFIERS:
        return last, last
    if lower[last] in PREPOSITIONS or (lower[last] in DETERMINERS and lower[last] not in ALONE | {"two", "three"}):
        return None
    first, walls = last, barriers()
    for index in range(last - 1, max(-1, last - LONGEST_SOURCE), -1):
        word = lower[index]
        # "One of the workers", "one nurse".
        if word in QUANTIFIERS and not quoted[index] and (lower[index + 1] == "of" or _determines(sentence, index)):
            first = index
            break
        if quoted[index] or (word in walls and _is_barrier(sentence, index)):
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


def _determines(sentence: Sentence, index: int) -> bool:
    """Tell "one nurse" from "the one nurses know": nothing stands before it that it belongs to."""
    before = sentence.lower[index - 1] if index else ","
    return sentence.lower[index] in DETERMINERS and before not in DETERMINERS


def _is_barrier(sentence: Sentence, index: int) -> bool:
    """Tell a clause's edge, a verb or a pronoun from a name ("May") and a compound ("much-quoted")."""
    word = sentence.lower[index]
    if word in PRONOUNS:
        return True
    if word in plain_cues() and not (index > 0 and sentence.lower[index - 1] in {"-", "‑"} and sentence.joined(index)):
        return True
    return word in stops() and not is_named(sentence, index)


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
    if not after[0].islower():
        return False
    if before[0].isupper() and _is_titled_name(sentence, index + 1):
        return True
    if after in {"the", "its", "their"} and _opens_subject(sentence, index - 1):
        return True
    return _are_sources(sentence.lower[index - 1]) or (before[0].islower() and before.endswith("s") and index < 6)


def _opens_subject(sentence: Sentence, last: int) -> bool:
    """Tell whether a speaker that ends at a token opens its clause: "…, the company and the council said"."""
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
    lower, opened = sentence.lower, False
    while first <= last:
        word = lower[first]
        if word in CONJUNCTIONS or not (word[0].isalnum() or word in {"’", "'"}):
            first += 1
        elif word in OPENERS or word in PREPOSITIONS:
            step = first + 1
            while step <= last and (lower[step] in WEEKDAYS or lower[step].isdigit()):
                step += 1
            if step == first + 1:
                step, opened = _after_adverbial(sentence, first, last), True
            first = step
        else:
            break
    # "At a meeting of the council the mayor said": no article stands right behind a noun of its own phrase.
    for index in range(last, first, -1):
        if opened and lower[index] == "the" and _is_noun(sentence, index - 1):
            return index
    return first


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Guess whether a token is a common noun: a word in small letters, of no closed class and no verb in the past."""
    word = sentence.words[index]
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
