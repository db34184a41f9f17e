"""Who speaks: the noun phrase before or after a cue."""

from functools import cache

from samestory.claims.attributions_lexicon import cues, word_set
from samestory.claims.statements_tokens import Sentence

LONGEST_SOURCE = 32
MARKS = frozenset('“”"‘«»„`')
DETERMINERS = frozenset(
    {
        "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "these", "those", "some",
        "several", "many", "most", "two", "three", "one", "another",
    }
)  # fmt: skip
PREPOSITIONS = frozenset(
    {
        "of", "for", "from", "at", "in", "on", "by", "with", "to", "under", "over", "against", "about",
        "into", "during", "through", "within", "near", "after", "before", "since", "until", "amid",
        "despite", "like", "as", "without", "between", "among", "across", "along", "behind", "beyond",
        "via", "per", "around",
    }
)  # fmt: skip
RELATIVE = frozenset(["who", "which", "that"])
INNER = frozenset(["of", "for", "from", "at", "in", "with", "to", "on"])
CONJUNCTIONS = frozenset(["and", "or", "but", "so", "yet", "nor", "then", "thus"])
NAME_MARKS = frozenset([".", "'", "’", "-", "‑", "–", "&", "(", ")", "/", "s"])
SPANS = frozenset({"week", "month", "year", "morning", "afternoon", "evening", "night", "spring", "summer", "fall"})
OPENERS = frozenset(
    {
        "in", "on", "at", "after", "before", "during", "since", "for", "by", "with", "from", "as", "under",
        "amid", "following", "despite", "meanwhile", "however", "instead", "still", "also", "later",
        "earlier", "then", "now", "and", "but", "so", "yet", "while", "because", "asked", "according",
    }
)  # fmt: skip


@cache
def _stops() -> frozenset[str]:
    return word_set("subject", "boundary") | word_set("subject", "verbs")


@cache
def _plain_cues() -> frozenset[str]:
    """Give the forms that are surely verbs: a subject does not reach over them."""
    return frozenset(form for form, entries in cues().items() if not entries[0][1].ambiguous)


def verb_group_start(sentence: Sentence, cue: int) -> int:
    """Go left from a cue over auxiliaries, adverbs and days; give the first token of the verb group."""
    between, days = word_set("between", "words"), word_set("between", "weekdays")
    index = cue
    while index > 0:
        word = sentence.lower[index - 1]
        if index > 2 and word in SPANS and sentence.lower[index - 2] in {"this", "last"}:
            index -= 2
        elif word in days and index > 1:
            index -= 2 if sentence.lower[index - 2] in {"on", "late", "early"} else 1
        elif (
            (word in between and not _is_named(sentence, index - 1))
            or (word in {"’", "'"} and index < cue and sentence.lower[index] in {"s", "d", "ve", "ll", "t", "re"})
            or _is_adverb(sentence, index - 1)
        ):
            index -= 1
        else:
            break
    return index


def _is_named(sentence: Sentence, index: int) -> bool:
    """Tell a name that looks like an auxiliary ("Theresa May", "Will Smith") from the verb."""
    if sentence.words[index] not in {"May", "Will"} or len(sentence) < 2:
        return False
    before = sentence.words[index - 1][0].isupper() if index > 0 else False
    after = sentence.words[index + 1][0].isupper() if index + 1 < len(sentence) else False
    return before or after


def _is_adverb(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is an adverb of manner ("barely", "flatly"); names and the first word are left alone."""
    word = sentence.words[index]
    return index > 0 and len(word) > 4 and word.endswith("ly") and word.islower() and word not in _not_adverbs()


@cache
def _not_adverbs() -> frozenset[str]:
    return word_set("between", "not_adverbs")


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
    return _noun_phrase_left(sentence, last, quoted)


def antecedent(sentence: Sentence, relative: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Find the noun phrase that "who", "which" or "that" at a token stands for."""
    end = relative - 2 if relative > 1 and sentence.lower[relative - 1] == "," else relative - 1
    found = _noun_phrase_left(sentence, end, quoted)
    return _nearest(sentence, *found) if found else None


def _is_dash(sentence: Sentence, index: int) -> bool:
    """Tell a hyphen typed as a dash ("- he said", "--") from one inside a word."""
    return sentence.words[index] == "-" and not sentence.joined(index)


def _nearest(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Cut the antecedent of "who" down to the noun phrase after the last preposition that is not "of"."""
    cut = [i for i in range(first, last) if sentence.lower[i] in PREPOSITIONS - {"of"}]
    return (cut[-1] + 1, last) if cut else (first, last)


def main_subject(sentence: Sentence, until: int, quoted: list[bool]) -> tuple[int, int] | None:
    """Find the subject of the first finite verb before a token: the word that an auxiliary or "-ed" follows."""
    for index in range(1, until):
        word = sentence.lower[index]
        if quoted[index] or sentence.lower[index - 1] == "-":
            continue
        verb = word in word_set("subject", "verbs") or (word.endswith("ed") and word[0] == sentence.words[index][0])
        if not verb and word not in _plain_cues():
            continue
        found = subject_before(sentence, verb_group_start(sentence, index), quoted)
        if found and sentence.lower[found[0]] not in {"no", "it", "there"}:
            return found
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
    pronouns = word_set("subject", "pronouns")
    if lower[last] in pronouns and lower[last] not in {"one", "many", "some", "others", "both"}:
        return last, last
    if lower[last] in PREPOSITIONS or lower[last] in DETERMINERS - {
        "many",
        "some",
        "several",
        "most",
        "two",
        "one",
        "three",
    }:
        return None
    first = last
    for index in range(last - 1, max(-1, last - LONGEST_SOURCE), -1):
        word = lower[index]
        compound = index > 0 and lower[index - 1] in {"-", "‑"} and sentence.joined(index)
        stops = (word in _stops() and not _is_named(sentence, index)) or (word in _plain_cues() and not compound)
        if quoted[index] or stops or word in pronouns:
            break
        if not word[0].isalnum() and word not in NAME_MARKS:
            if word == "," and _list_goes_on(sentence, index, first):
                continue
            break
        if word in {"and", "or"} and not _joined(sentence, index):
            break
        if word in {"'", "’", "-", "–"} and not sentence.joined(index) and not sentence.joined(index + 1):
            break
        if word == ")" and ("(" not in lower[:index] or words[index + 1][0].isupper()):
            break
        first = index
    first = _trim(sentence, first, last)
    if first > last or (first == last and lower[first] in DETERMINERS - {"many", "some", "several", "most", "one"}):
        return None
    return (first, last) if words[first][0].isalnum() or words[first] in {"’", "'"} else None


def _joined(sentence: Sentence, index: int) -> bool:
    """Tell whether "and" joins two nouns of one subject: names or plurals on both sides."""
    if index == 0 or index + 1 >= len(sentence):
        return False
    before, after = sentence.words[index - 1], sentence.words[index + 1]
    if before[0].isupper() and (after[0].isupper() or after in {"other", "others", "his", "her", "its", "their"}):
        return True
    return before[0].islower() and before.endswith("s") and after[0].islower() and index < 6


def _list_goes_on(sentence: Sentence, comma: int, first: int) -> bool:
    """Tell whether a comma stands inside "A, B and C"."""
    after = sentence.lower[comma + 1 : comma + 5]
    return "and" in after and sentence.words[comma - 1][0].isupper() and sentence.words[first][0].isupper()


def _trim(sentence: Sentence, first: int, last: int) -> int:
    """Drop what stands before the noun phrase: conjunctions, "In Washington", "On Friday"."""
    lower = sentence.lower
    while first <= last:
        word = lower[first]
        if word in CONJUNCTIONS or not (word[0].isalnum() or word in {"’", "'"}):
            first += 1
        elif word in OPENERS or word in PREPOSITIONS:
            step = first + 1
            days = word_set("between", "weekdays")
            while step <= last and (lower[step] in days or lower[step].isdigit()):
                step += 1
            if step == first + 1:
                step = _after_adverbial(sentence, first, last)
            first = step
        else:
            break
    return first


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


def source_after(sentence: Sentence, first: int, quoted: list[bool], apposition: bool = True) -> tuple[int, int] | None:
    """Find the noun phrase that begins at token ``first``, with a short apposition.

    Returns:
        Its first and last token, or None.
    """
    lower = sentence.lower
    if first >= len(lower) or quoted[first] or not lower[first][0].isalnum() or lower[first] in _stops():
        return None
    if lower[first] in OPENERS or lower[first] in PREPOSITIONS:
        return None
    if lower[first] in word_set("subject", "pronouns") - {"one", "some", "many", "others", "both"}:
        return first, first
    last = None
    for index in range(first, min(len(lower), first + LONGEST_SOURCE)):
        word = lower[index]
        if (
            quoted[index]
            or (word in _stops() - {"that"} and word != "as" and not _is_named(sentence, index))
            or word in {"that", "to"} | CONJUNCTIONS - {"and", "or"}
        ):
            break
        if word in {"and", "or"} and not (_joined(sentence, index) or index < first + 4):
            break
        if word in PREPOSITIONS and (word not in INNER or _adverbial(sentence, index)):
            break
        compound = index > first and lower[index - 1] in {"-", "‑"} and sentence.joined(index)
        after_determiner = index > first and lower[index - 1] in DETERMINERS
        if word in word_set("between", "weekdays") or (
            word in _plain_cues() and index > first and not compound and not after_determiner
        ):
            break
        if last is not None and word.endswith("ing") and sentence.words[index - 1].endswith("s"):
            break
        if not word[0].isalnum() and word not in NAME_MARKS:
            if word == "," and last is not None:
                return first, (_apposition_end(sentence, index, quoted) if apposition else None) or last
            break
        if word == "." and not sentence.joined(index):
            break
        if word[0].isalnum() and word not in DETERMINERS and word not in PREPOSITIONS:
            last = index
    return (first, last) if last is not None else None


def _adverbial(sentence: Sentence, index: int) -> bool:
    """Tell whether a preposition opens an adverbial ("in a statement", "on Friday", "at a briefing")."""
    after = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    return (
        after in {"a", "an"} or after in word_set("between", "weekdays") or after[:1].isdigit() or after.endswith("ing")
    )


def _apposition_end(sentence: Sentence, comma: int, quoted: list[bool]) -> int | None:
    """Give the last token of the apposition after a comma ("…, a spokesman for the ministry"), or None."""
    lower = sentence.lower
    first = comma + 1
    if first >= len(lower) or lower[first] in OPENERS | word_set("subject", "pronouns"):
        return None
    if lower[first].endswith("ing") and lower[first] not in DETERMINERS:
        return None
    if lower[first] not in DETERMINERS and not sentence.words[first][0].islower() and not lower[first].isdigit():
        return None
    for index in range(first, min(len(lower), first + LONGEST_SOURCE)):
        word = lower[index]
        if quoted[index] or word in word_set("subject", "verbs") or word in _plain_cues():
            return None
        if word in {",", ";", "."} and not (word == "." and sentence.joined(index) and index + 1 < len(lower)):
            return index - 1
    return len(lower) - 1
