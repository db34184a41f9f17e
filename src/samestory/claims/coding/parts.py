"""Parts and wholes: "five of the dead", "180 of the 900 inmates", "12, including 10 tourists", "a family of five".

A number that is a part of another, or the size of a group, is no total.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.binding import BREAK, JOINED, belongs_to
from samestory.claims.coding.lexicon import phrases_of, words_of
from samestory.claims.coding.lists import spells_out
from samestory.claims.coding.population import BEHIND
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.claims.quantities.numbers import measure_units, number_words, quantity_lexicon
from samestory.rows import Row

_OF_OWN = re.compile(r" of (?:our|my|his|her|its|their) ", re.IGNORECASE)
_OF_THINGS = compile_pattern(r" of the [\pL-]+$")
# The words behind "of the".
_OF_THE = compile_pattern(r"\s+of the ((?:[\pL\d’'-]+\s+){0,3}[\pL\d’'-]+)")
# "36 of those who fell ill had to be", "31 of them were": those told before.
_OF_THEM = compile_pattern(
    r"\s+of (?:them|whom|(?:those|the people) who (?:[\pL-]+ ){1,6}?(?:had|have|has|were|was|are))\b"
)
_ALL_BUT = compile_pattern(r"\ball but\s+$")
# The unit of a fraction begins with this: "% inmate".
SHARE = "% "
# The rule of a number that is told as a part together with its whole.
OF_WHOLE = "part of a whole"
# "Three members of the crew" are some of it.
MEMBER = "member"
# Of these states "three of them" may be said of a group.
HARMED = ("dead", "hurt", "missing")
# How far before a number "including" bears on it.
PART_REACH = 40


# "At least 19 died in the city of Ashby alone".
_ALONE = compile_pattern(r"[^,;:()\n]*\bin [^,;:()\n]{1,40} alone\b")


def is_part(
    text: str,
    sentence: Sentence,
    row: Row,
    rows: Sequence[Row],
    own: Phrases | None = None,
    *,
    total: bool,
    further: bool = True,
) -> bool:
    """Say whether a number is a part of another, or the size of a group that is.

    Args:
        text: the article's text.
        sentence: the number's sentence.
        row: the number, a row of claims/quantities.
        rows: all numbers of the sentence.
        own: the question's triggers.
        total: whether the question asks for all people: then "12, including 10 tourists" counts its 10 as a part.
        further: whether "another four" come on top of those told before, who may be others: "Five died. Another four
            were hurt."
    """
    if any(belongs_to(text, other, row) for other in rows):
        return True
    behind = text[row["start"] : min(sentence.end, row["end"] + 12)]
    head = len(row["text"].split(" of ")[0])
    # "800 metres of the rocks" is a distance; "25 per cent of the people" is a part.
    share = row["unit"] not in measure_units() or row["unit"] == "percentage"
    # "Eleven of our workers" counts workers, "two of them" a part of a number told before.
    share = share and not is_of_own(row) and end_of_everybody(text, sentence, row) is None
    reach = max(head, row["end"] - row["start"]) + 1
    if (
        share
        and any(s <= reach for s, _ in words_of("parts", "of").spans(behind))
        and not _tells_whose(text, sentence, row)
    ):
        return True
    before = text[max(sentence.start, row["start"] - PART_REACH) : row["start"]]
    if any(not before[e:].strip() for _, e in words_of("parts", "groups").spans(before)):
        return True
    if any(not before[e:].strip() for _, e in words_of("parts", "within").spans(before)) and any(
        other["end"] <= row["start"] and other["unit"] == row["unit"] for other in rows
    ):
        return True
    if not total:
        return False
    if (further and _is_further(text, sentence, row, rows, own)) or spells_out(text, row, rows):
        return True
    if any(not before[e:].strip() for _, e in words_of("parts", "some").spans(before)):
        return True
    rest = text[row["end"] : sentence.end]
    if _ALONE.match(rest):
        return True
    later = any(other["start"] >= row["end"] for other in rows)
    if any(not BREAK.search(rest[:s]) for s, _ in words_of("parts", "among_all").spans(rest)):
        return True
    if later and any(s <= PART_REACH and not BREAK.search(rest[:s]) for s, _ in words_of("parts", "among").spans(rest)):
        return True
    if any(not BREAK.search(rest[:s]) for s, _ in words_of("parts", "also").spans(rest)):
        return True
    # "A third of them guards, and 30 injured": what some of them are ends at the comma; "including" goes on.
    within = words_of("parts", "within").spans(before)
    ends = {e: ",." if before[b:e].casefold().startswith("of ") else "." for b, e in within}
    return any(not set(marks) & set(before[e:]) for e, marks in ends.items())


def says_of_them(text: str, sentence: Sentence, row: Row, own: Phrases, before: str) -> bool:
    """Say whether a number of those told before is all that a question asks for: "nine of them have a fever".

    Not so where those before were counted for the same ("six have a fever, two of them a high one"), or of the dead,
    hurt and missing: "three of them were hurt" may be said of one crew. Who is in hospital may be asked for by itself.

    Args:
        text: the article's text.
        sentence: the number's sentence.
        row: the number, a row of claims/quantities.
        own: the question's triggers.
        before: what was told before the number.
    """
    begun = end_of_those(text, sentence, row)
    clause = BREAK.split(text[begun : sentence.end])[0] if begun is not None else ""
    told = [clause[start:end] for start, end in own.spans(clause)]
    apart = [words for words in told if not words_of("hospital", "taken").match(words)]
    harmed = any(words_of("states", state).match(words) for state in HARMED for words in apart)
    return bool(told) and not own.match(before) and not harmed


def is_done_to_some(text: str, sentence: Sentence, rows: Sequence[Row], index: int, own: Phrases) -> bool:
    """Say whether a question asks what was done to some of the things told before: "shot down seven of the drones".

    What was done stands right before the number, before the one that it is listed with, or right behind the things.
    """
    row = rows[index]
    if _OF_THINGS.search(row["text"]) is None:
        return False
    lead, behind = text[sentence.start : row["start"]], text[row["end"] : sentence.end]
    if any(not lead[end:].strip() for _, end in own.spans(lead)):
        return True
    if any(BEHIND.fullmatch(behind[:start]) for start, _ in own.spans(behind)):
        return True
    listed = index > 0 and JOINED.fullmatch(text[rows[index - 1]["end"] : row["start"]])
    return bool(listed) and is_done_to_some(text, sentence, rows, index - 1, own)


def end_of_those(text: str, sentence: Sentence, row: Row) -> int | None:
    """Give where "of those who fell ill had" behind a number ends, from where on it is said what became of them.

    Where those are named ("38 of the pupils"), the number's noun ends there.
    """
    if _OF_THINGS.search(row["text"]) is not None:
        return int(row["end"])
    match = _OF_THEM.match(text[row["end"] : sentence.end])
    return int(row["end"]) + match.end() if match else None


def end_of_everybody(text: str, sentence: Sentence, row: Row) -> int | None:
    """Give where "of those on board" behind a number ends: some of all who were there are no part of those counted."""
    spans = words_of("parts", "everybody").spans(text[row["end"] : sentence.end], row["end"])
    return next((end for start, end in spans if not text[row["end"] : start].strip()), None)


def _is_further(text: str, sentence: Sentence, row: Row, rows: Sequence[Row], own: Phrases | None) -> bool:
    """Say whether a number comes on top of one told before: "three more bodies".

    In "two people died and another nine were hurt" it does not, nor in "nine people, one more than on Monday" or in a
    list: "40 boats in the north and another nine in the south".
    """
    if any(other["end"] <= row["start"] and other["unit"] == row["unit"] for other in rows):
        return False
    before = text[sentence.start : row["start"]].rstrip()
    # "Two more die": without a noun the word stands behind the number.
    behind = text[row["end"] : sentence.end].split()[:1] if row["unit"] == "-" else []
    words = [before.rpartition(" ")[2].casefold(), *row["text"].casefold().split(), *map(str.casefold, behind)]
    further = any(words_of("parts", "further").match(word) for word in words) and "than" not in words
    states = (before[start:end] for start, end in phrases_of("states").spans(before)) if further else ()
    return further and not row["negated"] and not any(own is None or not own.match(state) for state in states)


def parts_told(text: str, sentence: Sentence, rows: Sequence[Row], own: Phrases) -> list[Row]:
    """Join a part and its whole where a question's wording is said of the part: "180 of the 900 inmates took part".

    Not so where it tells which whole is meant ("five of the 40 people killed were children"), or where the whole is
    a state that people are counted in ("two of the 12 injured have died"). Of patients neither is a total.
    """
    told: list[Row] = []
    for row in rows:
        before = told[-1] if told else None
        if before is not None and _is_whole(text, before, row) and _said_of_part(text, sentence, row, own):
            # Of patients neither number is a total.
            if not words_of("parts", "treated").match(text[row["start"] : row["end"]]):
                told[-1] = _with_whole(text, before, row)
        else:
            told.append(row)
    return [row for row in told if not _is_exception(text, sentence, row)]


def _is_exception(text: str, sentence: Sentence, row: Row) -> bool:
    """Say whether a number is of those left out: "all but two"."""
    return bool(_ALL_BUT.search(text[sentence.start : row["start"]]))


def _is_whole(text: str, part: Row, whole: Row) -> bool:
    """Say whether a number is what the one before it is some or none of: "180 of the prison's 900"."""
    gap = text[part["end"] : whole["start"]]
    of_one_kind = part["unit"] in {"-", whole["unit"], f"{SHARE}{whole['unit']}", f"{SHARE}-"} or part["negated"]
    # "5 among 12 killed" are some of the dead, "no one among the 12" none.
    links = ("of ", "among ") if part["negated"] else ("of ",)
    return of_one_kind and gap.lstrip().startswith(links) and not BREAK.search(gap)


def results_in(text: str, before: Row, row: Row) -> bool:
    """Say whether a count changed to a number from the one before it: "the dead were revised from 14 to 11"."""
    opened = text[max(0, before["start"] - len(" from ")) : before["start"]].rstrip().endswith(" from")
    return opened and text[before["end"] : row["start"]].strip() == "to"


def comes_from(text: str, row: Row, before: Row) -> bool:
    """Say whether a count changed to a number from the one behind it: "it climbed to 24, from 19"."""
    reached = text[max(0, row["start"] - len(" to ")) : row["start"]].rstrip().endswith(" to")
    return reached and text[row["end"] : before["start"]].strip(" ,") == "from"


def _with_whole(text: str, part: Row, whole: Row) -> Row:
    """Make the number of a part and its whole: 180 of "180 of the 900", about 300 of "a third of the 900"."""
    joined = {**part, "unit": whole["unit"], "end": whole["end"], "text": text[part["start"] : whole["end"]]}
    if (opened := _ALL_BUT.search(text[: part["start"]])) is not None:
        ends = {
            end: whole[end] and max(0, whole[end] - (part[other] or 0))
            for end, other in (("low", "high"), ("high", "low"))
        }
        joined |= {**ends, "start": opened.start(), "text": text[opened.start() : whole["end"]]}
    if part["unit"].startswith(SHARE):
        ends = {end: part[end] and whole[end] and round(part[end] * whole[end]) for end in ("low", "high")}
        joined |= {**ends, "approximate": True}
    return {**joined, "rule": OF_WHOLE}


def _said_of_part(text: str, sentence: Sentence, whole: Row, own: Phrases) -> bool:
    """Say whether a question's wording is said behind "of the 900 inmates" and does not tell which they are."""
    clause = BREAK.split(text[whole["end"] : sentence.end])[0]
    first = next(iter(own.spans(clause)), None)
    if first is None:
        return False
    if phrases_of("states").match(text[whole["start"] : whole["end"] + first[0]]):
        return False
    # "Two of the 15 people injured in the blast later died".
    if any(not own.match(clause[start:end]) for start, end in phrases_of("states").spans(clause) if start >= first[1]):
        return False
    auxiliaries = frozenset(quantity_lexicon()["auxiliaries"])
    ahead, behind = (set(part.casefold().split()) & auxiliaries for part in (clause[: first[0]], clause[first[1] :]))
    # "5 of 12 killed": without a noun the wording is what there are 12 of.
    return bool(ahead) or (not behind and whole["unit"] != "-")


def _tells_whose(text: str, sentence: Sentence, row: Row) -> bool:
    """Say whether "of the" tells where those counted belong: "20 residents of the old town", not "of the 40 dead".

    The number has a noun of its own, and neither a number nor a state that people are counted in stands behind it.
    """
    own = row["rule"] == "noun" and " of " not in row["text"] and not row["unit"].endswith(MEMBER)
    whose = _OF_THE.match(text[row["end"] : sentence.end]) if own else None
    if whose is None:
        return False
    words = list(takewhile(lambda word: word not in quantity_lexicon()["auxiliaries"], whose[1].casefold().split()))
    counted = any(word[0].isdigit() or word in number_words() for word in words)
    return not counted and not phrases_of("states").match(" ".join(words))


def is_of_own(row: Row) -> bool:
    """Say whether a number counts some of somebody's own: "four of its members"."""
    return row["unit"] != "-" and _OF_OWN.search(row["text"]) is not None
