"""Who speaks, before the cue: the noun phrase that a verb has as its subject."""

from samestory.claims.attributions.lexicon import (
    DETERMINERS,
    LONGEST_SOURCE,
    MAKING,
    MONTHS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    VERBS,
    WEEKDAYS,
    cues,
    plain_cues,
    word_set,
)
from samestory.claims.attributions.noun_phrases import is_named, noun_phrase_left
from samestory.claims.attributions.verb_groups import verb_group_start
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import is_person, is_plural
from samestory.claims.tokens import Sentence

# "An official who was not authorised to speak to the press".
LONGEST_RELATIVE = 14
BOUNDARY = word_set("subject", "boundary")
OBJECTS = [["it"], ["this"], ["that"], ["them"]]
# "Ann Lee, from Upton, who …": what opens an aside on where somebody is from or belongs.
ORIGIN = frozenset({"of", "from", "in", "at"})
PAST = word_set("forms", "past")
# Participles of what is done with a document that do not end in -ed.
PARTICIPLES = word_set("subject", "participles")


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
    found = noun_phrase_left(sentence, last, quoted)
    if found is None:
        return None
    for widen in (_before_relative, _before_agent, _before_place):
        if wide := widen(sentence, found, quoted):
            return wide
    return found


def _before_relative(sentence: Sentence, found: tuple[int, int], quoted: list[bool]) -> tuple[int, int] | None:
    """Read "an official who spoke on condition of anonymity": what a relative clause without commas tells of, with it.

    "That" opens such a clause behind a noun; behind a verb it opens what is said.

    Args:
        sentence: the sentence.
        found: the noun phrase before the verb, which may be the end of such a clause.
        quoted: whether each token is quoted.
    """
    lower, clause = sentence.lower, _is_clause(sentence, found)
    for index in range(found[0] - 1, max(0, found[0] - LONGEST_RELATIVE), -1):
        word = lower[index]
        relative = word == "who" or (word == "that" and index > 0 and lower[index - 1] not in cues())
        if relative and not quoted[index]:
            head = antecedent(sentence, index, quoted) if _is_finite(lower, index + 1, who=word == "who") else None
            return (head[0], found[1]) if head else None
        # "A man who was there when the quay collapsed said …".
        if quoted[index] or not word[0].isalnum() or (word in BOUNDARY and not clause):
            return None
    return None


def _is_clause(sentence: Sentence, found: tuple[int, int]) -> bool:
    """Tell "the quay collapsed" from "the injured": a verb in the past stands behind a noun."""
    first, last = found
    noun = sentence.lower[last - 1]
    behind_noun = last - first > 1 and noun.isalpha() and len(noun) > 1 and not noun.endswith(("ed", "ly"))
    return behind_noun and is_past_form(sentence.words[last])


def is_past_form(word: str) -> bool:
    """Tell a verb in the past by its form as printed: no name ("United")."""
    return word in PAST or (word.endswith("ed") and word.islower())


def _before_agent(sentence: Sentence, found: tuple[int, int], quoted: list[bool]) -> tuple[int, int] | None:
    """Read "records seen by the paper": what a participle and its agent tell of, with both."""
    lower, by = sentence.lower, found[0] - 1
    if by < 2 or lower[by] != "by" or not (lower[by - 1].endswith("ed") or lower[by - 1] in PARTICIPLES):
        return None
    head = noun_phrase_left(sentence, by - 2, quoted)
    return (head[0], found[1]) if head else None


def _before_place(sentence: Sentence, found: tuple[int, int], quoted: list[bool]) -> tuple[int, int] | None:
    """Read "Ann Lee, 58, of Upton served": a name and where its bearer is from, behind a comma, with both."""
    comma = found[0] - 2
    if comma < 1 or sentence.lower[comma + 1] not in {"of", "from"} or sentence.words[comma] != ",":
        return None
    head = _with_apposition(sentence, comma, quoted)
    return (head[0], found[1]) if head and sentence.words[head[0]][0].isupper() else None


def _is_finite(lower: list[str], index: int, *, who: bool) -> bool:
    """Guess whether a word behind "who" or "that" is its verb: "who own the house", but not "who officials said"."""
    word, after = lower[index], lower[index + 1]
    if word in VERBS or word in PAST or word in plain_cues() or (who and word.endswith("ed")):
        return True
    # "That leaked papers show" opens what is said.
    verb = word.endswith("ed") if not who else word not in DETERMINERS | PREPOSITIONS | PRONOUNS
    return verb and (after in DETERMINERS or after in PREPOSITIONS)


def antecedent(sentence: Sentence, relative: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Find the noun phrase that "who", "which" or "that" at a token stands for."""
    end = relative - 2 if relative > 1 and sentence.lower[relative - 1] == "," else relative - 1
    if sentence.lower[end] == "those" and not quoted[end]:
        return end, end
    found = noun_phrase_left(sentence, end, quoted)
    if found is None:
        return None
    if end == relative - 2 and _is_aside(sentence, found):
        return _with_apposition(sentence, relative - 1, quoted)
    if sentence.lower[relative] != "who" and (thing := _thing(sentence, found, quoted)) is not None:
        return thing
    # "Ann Lee, the union's secretary, who …": the name before the apposition.
    if end == relative - 2 and _is_apposition(sentence, found):
        name = noun_phrase_left(sentence, found[0] - 2, quoted)
        if name and _is_name(sentence, name) and (name[0] == 0 or sentence.lower[name[0] - 1] not in PREPOSITIONS):
            return name[0], found[1]
    return _nearest(sentence, *found, person=sentence.lower[relative] == "who")


def _thing(sentence: Sentence, found: tuple[int, int], quoted: list[bool]) -> tuple[int, int] | None:
    """Read "the head of the Board for Locks, which …", "Ann Lee issued a letter that …": the Board, Ann Lee."""
    first, last = found
    if (verb := verb_inside(sentence, found)) is not None:
        made = actor_type(sentence.between(verb + 1, last)) == "document" and sentence.lower[verb] in MAKING
        made_by = subject_before(sentence, verb_group_start(sentence, verb), quoted) if made else None
        return made_by or (verb + 1, last)
    place = next((i for i in range(first + 1, last) if sentence.lower[i] in PREPOSITIONS), None)
    return (place + 1, last) if place and is_person(sentence.between(first, place - 1)) else None


def verb_inside(sentence: Sentence, found: tuple[int, int]) -> int | None:
    """Find a verb and its object in what was taken for a noun phrase: "Ann Lee issued a letter"."""
    words = ((i, sentence.words[i]) for i in range(*found) if sentence.lower[i + 1] in DETERMINERS)
    return next((i for i, word in words if word in MAKING or is_past_form(word)), None)


def _is_dash(sentence: Sentence, index: int) -> bool:
    """Tell a hyphen typed as a dash ("- he said", "--") from one inside a word."""
    double = index > 0 and sentence.words[index - 1] == "-"
    return sentence.words[index] == "-" and (double or not sentence.joined(index))


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
        if quoted[index] or sentence.lower[index - 1] == "-" or is_named(sentence, index):
            continue
        verb = word in VERBS or word in PAST or (word.endswith("ed") and word[0] == sentence.words[index][0])
        if not verb and word not in plain_cues() and not _has_object(sentence.lower, index):
            continue
        found = subject_before(sentence, verb_group_start(sentence, index), quoted)
        if found and sentence.lower[found[0]] not in {"no", "it", "there"}:
            return index, found
    return None


def _has_object(lower: list[str], index: int) -> bool:
    """Tell "sees it otherwise", "disputes this": a form that is a noun too has a pronoun for its object."""
    return lower[index] in cues() and lower[index].endswith("s") and lower[index + 1 : index + 2] in OBJECTS


def _with_apposition(sentence: Sentence, comma: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Read "Name, a spokesman for the ministry, who …," back from its last comma, piece by piece.

    A clause inside ("who watched", "speaking in Rome") is no part of the source; it ends before it.
    """
    mark, stop = sentence.lower[comma], max(-1, comma - LONGEST_SOURCE)
    last = comma - 1 - (mark == "-" == sentence.lower[comma - 1])
    found: tuple[int, int] | None = None
    for index in range(last, stop, -1):
        if quoted[index] or sentence.lower[index] in {";", ":"}:
            break
        if sentence.lower[index] != mark or (mark == "-" and not _is_dash(sentence, index)):
            continue
        inside = sentence.lower[index + 1]
        if opens_relative(sentence.lower, index + 1) or inside in OPENERS or inside.endswith("ing"):
            last = index - 1
        # A dash may be typed as two hyphens.
        head = noun_phrase_left(sentence, index - 1 - (mark == "-" == sentence.lower[index - 1]), quoted)
        head = head and (_before_relative(sentence, head, quoted) or head)
        if head is None or sentence.lower[head[1]] in WEEKDAYS | MONTHS:
            break
        if _is_aside(sentence, head):
            continue
        if found is not None and not _starts_clause(sentence, head[0]) and not _is_name(sentence, head):
            break
        found = head[0], max(last, head[1])
        if not _is_apposition(sentence, head):
            break
    return found


def opens_relative(lower: list[str], index: int) -> bool:
    """Tell whether a relative clause begins at a token: "who", "whose", "of which", "some of whom"."""
    if lower[index] in RELATIVE or lower[index] == "whose":
        return True
    ends = (i for i in range(index + 1, min(index + 3, len(lower))) if lower[i] in {"which", "whom"})
    return any(lower[end - 1] in PREPOSITIONS for end in ends)


def _is_aside(sentence: Sentence, piece: tuple[int, int]) -> bool:
    """Tell whether a piece behind a comma is an age, or where somebody is from."""
    first, last = piece
    if first < 2:
        return False
    age = first == last and sentence.words[first].isdigit() and sentence.words[first - 1] == ","
    return age or (sentence.lower[first - 1] in ORIGIN and sentence.words[first - 2] == ",")


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
