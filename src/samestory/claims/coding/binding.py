"""Which number belongs to what is said: "seven people died and dozens were injured" gives each state its own.

A number belongs to the wording that follows it in its clause, else to the one before it; a number that is a part of
another ("five of the dead", "12, including 10 tourists") or the size of a group ("a family of five") is no total.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import takewhile

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.findings import Finding
from samestory.claims.coding.superseding import rises
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.claims.quantities.numbers import measure_units, number_words, quantity_lexicon
from samestory.lexicon import read_lexicon
from samestory.rows import Row

# What ends a clause, or begins the next predicate.
_BREAK = compile_pattern(r"[;:()\n–—]|, |\b(?:and|but|while|after|when|as)\b")
_STRONG_BREAK = compile_pattern(r"[;:()\n–—]|, (?:who|which|while|when|but|after|officials|police)\b")
_OTHER_CLAUSE = compile_pattern(
    r"\b(?:until|till|before|because|although|though|if|unless|whether|when|while|after|as|he|she|they|it|we|I|you)\b"
)
_JOINED = compile_pattern(r"(?:,? and|,|,? as well as|,? along with|,? plus)(?: the| another| a further)?\s+")
_OF_OWN = re.compile(r" of (?:our|my|his|her|its|their) ", re.IGNORECASE)
# The words behind "of the".
_OF_THE = compile_pattern(r"\s+of the ((?:[\pL\d’'-]+\s+){0,3}[\pL\d’'-]+)")
# The unit of a fraction begins with this: "% inmate".
SHARE = "% "
# The rule of a number that is told as a part together with its whole.
OF_WHOLE = "part of a whole"
# "Three members of the crew" are some of it.
MEMBER = "member"
_CLAUSE_END = re.compile(r"[;:,()\n–—]|\band\b")
# From this level on a wording stands in another clause.
LOOSE = 3
# A number without a noun belongs to a state this near: "killing 12", "12 confirmed dead".
NEAR_CHARS = 24
# How far before a number "including" bears on it.
PART_REACH = 40

Span = tuple[int, int]


def belongs(
    text: str, sentence: Sentence, row: Row, end: int, rows: Sequence[Row], own: Phrases, *, near: bool = False
) -> bool:
    """Say whether a number belongs to a question's own wording rather than to another state in its sentence.

    Args:
        text: the article's text.
        sentence: the number's sentence.
        row: the number, a row of claims/quantities.
        end: where the noun it counts ends.
        rows: all numbers of the sentence.
        own: the question's triggers.
        near: ask for the wording right beside the number, for a number without a noun.
    """
    spans = own.spans(sentence.text, sentence.start)
    states = _lexicon_phrases("states").spans(sentence.text, sentence.start)
    rivals = [span for span in states if not any(_meet(span, mine) for mine in spans)]
    ranked = [(*_rank(text, row["start"], end, span, rows), False, span) for span in spans]
    ranked += [(*_rank(text, row["start"], end, span, rows), True, span) for span in rivals]
    everybody = _lexicon_phrases("everybody").match(sentence.text)
    if not everybody and any(_meet(span, mine) for span in states for mine in spans):
        there = _lexicon_phrases("presence").spans(sentence.text, sentence.start)
        ranked += [(LOOSE, 0, True, span) for span in there if _rank(text, row["start"], end, span, rows)[0] < LOOSE]
    if not ranked:
        return False
    level, distance, other, span = min(ranked)
    if other or (near and (level >= LOOSE - 1 or not (distance <= NEAR_CHARS or _is_reached(text, sentence, row)))):
        return False
    # "Nobody told us until my neighbour was dead": another clause says who is dead.
    if row["negated"] and _OTHER_CLAUSE.search(text[row["end"] : max(span[0], row["end"])]):
        return False
    # "More than 100 workers battled to free five people trapped": the wording belongs to the other number.
    others = [r for r in rows if r["start"] != row["start"] and not in_list(text, end, r)]
    return level <= LOOSE or all(_rank(text, r["start"], r["end"], span, rows)[0] >= LOOSE - 1 for r in others)


def _is_reached(text: str, sentence: Sentence, row: Row) -> bool:
    """Say whether a number is what a count of its clause stands at: "the toll in the flooded valley has risen to 3"."""
    clause = _BREAK.split(text[sentence.start : row["start"]])[-1]
    counted = any(_lexicon_words("reached", "counts").spans(clause))
    ends = [end for words in (_lexicon_words("reached", "verbs"), rises()) for _, end in words.spans(clause)]
    return counted and any(not clause[end:].strip() for end in ends)


def in_list(text: str, end: int, row: Row) -> bool:
    """Say whether a number stands in one list with the one before it: "10 tourists, two pilots", not "four of whom"."""
    part = any(start <= 1 for start, _ in _parts("of").spans(text[row["end"] : row["end"] + NEAR_CHARS]))
    return bool(_JOINED.fullmatch(text[end : row["start"]])) and not part


def severity(text: str, start: int, end: int) -> str | None:
    """Say how badly people are hurt, where the words around a number in its clause say so: serious or slight."""
    clause = _CLAUSE_END.split(text[start:end])[0]
    return next((name for name in _lexicon()["severity"] if _severity(name).match(clause)), None)


def is_part(text: str, sentence: Sentence, row: Row, rows: Sequence[Row], *, total: bool) -> bool:
    """Say whether a number is a part of another, or the size of a group that is.

    Args:
        text: the article's text.
        sentence: the number's sentence.
        row: the number, a row of claims/quantities.
        rows: all numbers of the sentence.
        total: whether the question asks for all people: then "12, including 10 tourists" counts its 10 as a part.
    """
    behind = text[row["start"] : min(sentence.end, row["end"] + 12)]
    head = len(row["text"].split(" of ")[0])
    # "800 metres of the rocks" is a distance; "25 per cent of the people" is a part.
    share = row["unit"] not in measure_units() or row["unit"] == "percentage"
    # "Eleven of our workers" counts workers, "two of them" a part of a number told before.
    share = share and not is_of_own(row)
    reach = max(head, row["end"] - row["start"]) + 1
    if share and any(s <= reach for s, _ in _parts("of").spans(behind)) and not _tells_whose(text, sentence, row):
        return True
    before = text[max(sentence.start, row["start"] - PART_REACH) : row["start"]]
    if any(not before[e:].strip() for _, e in _parts("groups").spans(before)):
        return True
    if any(not before[e:].strip() for _, e in _parts("within").spans(before)) and any(
        other["end"] <= row["start"] and other["unit"] == row["unit"] for other in rows
    ):
        return True
    if not total:
        return False
    if any(not before[e:].strip() for _, e in _parts("some").spans(before)):
        return True
    rest = text[row["end"] : sentence.end]
    later = any(other["start"] >= row["end"] for other in rows)
    if later and any(s <= PART_REACH and not _BREAK.search(rest[:s]) for s, _ in _parts("among").spans(rest)):
        return True
    if any(not _BREAK.search(rest[:s]) for s, _ in _parts("also").spans(rest)):
        return True
    return any("." not in before[e:] for _, e in _parts("within").spans(before))


def parts_told(text: str, sentence: Sentence, rows: Sequence[Row], own: Phrases) -> list[Row]:
    """Join a part and its whole where a question's wording is said of the part: "180 of the 900 inmates took part".

    Not so where it tells which whole is meant ("five of the 40 people killed were children"), or where the whole is
    a state that people are counted in ("two of the 12 injured have died").
    """
    told: list[Row] = []
    for row in rows:
        before = told[-1] if told else None
        if before is not None and _is_whole(text, before, row) and _said_of_part(text, sentence, row, own):
            told[-1] = _with_whole(text, before, row)
        else:
            told.append(row)
    return told


def _is_whole(text: str, part: Row, whole: Row) -> bool:
    """Say whether a number is what the one before it is some or none of: "180 of the prison's 900"."""
    gap = text[part["end"] : whole["start"]]
    of_one_kind = part["unit"] in {"-", whole["unit"], f"{SHARE}{whole['unit']}", f"{SHARE}-"} or part["negated"]
    # "5 among 12 killed" are some of the dead, "no one among the 12" none.
    links = ("of ", "among ") if part["negated"] else ("of ",)
    return of_one_kind and gap.lstrip().startswith(links) and not _BREAK.search(gap)


def results_in(text: str, before: Row, row: Row) -> bool:
    """Say whether a count changed to a number from the one before it: "the dead were revised from 14 to 11"."""
    opened = text[max(0, before["start"] - len(" from ")) : before["start"]].rstrip().endswith(" from")
    return opened and text[before["end"] : row["start"]].strip() == "to"


def _with_whole(text: str, part: Row, whole: Row) -> Row:
    """Make the number of a part and its whole: 180 of "180 of the 900", about 300 of "a third of the 900"."""
    joined = {**part, "unit": whole["unit"], "end": whole["end"], "text": text[part["start"] : whole["end"]]}
    if part["unit"].startswith(SHARE):
        ends = {end: part[end] and whole[end] and round(part[end] * whole[end]) for end in ("low", "high")}
        joined |= {**ends, "approximate": True}
    return {**joined, "rule": OF_WHOLE}


def _said_of_part(text: str, sentence: Sentence, whole: Row, own: Phrases) -> bool:
    """Say whether a question's wording is said behind "of the 900 inmates" and does not tell which they are."""
    clause = _BREAK.split(text[whole["end"] : sentence.end])[0]
    first = next(iter(own.spans(clause)), None)
    if first is None or _lexicon_phrases("states").match(text[whole["start"] : whole["end"] + first[0]]):
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
    return not counted and not _lexicon_phrases("states").match(" ".join(words))


def is_of_own(row: Row) -> bool:
    """Say whether a number counts some of somebody's own: "four of its members"."""
    return row["unit"] != "-" and _OF_OWN.search(row["text"]) is not None


def is_in_hospital(text: str, start: int, end: int) -> bool:
    """Say whether a clause counts those in hospital, who are some of the injured: "19 were taken to hospital"."""
    clause = text[start:end]
    return _lexicon_words("hospital", "taken").match(clause) and not _lexicon_words("hospital", "hurt").match(clause)


def is_toll(own: Phrases) -> bool:
    """Say whether a question counts the dead or the hurt, of whom ever more become known."""
    return any(own.match(word) for word in _lexicon()["tolls"]["words"])


def narrow(unit: str) -> bool:
    """Say whether a unit names some of the people only: children of all the dead."""
    return _parts("narrow").match(unit)


def sums(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Join the numbers that one list adds up: "10 tourists and two pilots" is one claim of 12."""
    joined: list[Finding] = []
    for finding in findings:
        last = joined[-1] if joined else None
        gap = text[last.end : finding.start] if last else ""
        if last is None or last.low is None or finding.low is None or not _JOINED.fullmatch(gap):
            joined.append(finding)
            continue
        high = None if last.high is None or finding.high is None else last.high + finding.high
        joined[-1] = Finding(
            last.start,
            finding.end,
            "sum of a list",
            low=last.low + finding.low,
            high=high,
            unit=last.unit,
            scope=last.scope,
            approximate=last.approximate or finding.approximate,
            comparator=">=" if high is None else "=",
        )
    return joined


def _rank(text: str, start: int, end: int, span: Span, rows: Sequence[Row]) -> tuple[int, int]:
    """Rank how closely a wording belongs to a number: (level, distance); the lower the closer."""
    first, last = span
    if first < end and start < last:
        # "21 abducted girls were freed": what qualifies the noun gives way to what is said of it.
        return 1, 0
    behind = first >= end
    gap = text[end:first] if behind else text[last:start]
    between = any((end <= r["start"] < first) if behind else (last <= r["start"] < start) for r in rows)
    if behind:
        return (0 if not between and not _BREAK.search(gap) else LOOSE + 1), len(gap)
    if not between and not _BREAK.search(gap):
        return 1, len(gap)
    return (2 if not _STRONG_BREAK.search(gap) and "," not in gap else LOOSE), len(gap)


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


@cache
def _lexicon() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Read binding.toml."""
    return read_lexicon(__package__, "binding.toml")


@cache
def _lexicon_phrases(table: str) -> Phrases:
    """Read all the wording of a table of the lexicon."""
    return Phrases(tuple(wording for wordings in _lexicon()[table].values() for wording in wordings))


@cache
def _lexicon_words(table: str, key: str) -> Phrases:
    """Read one list of wording of the lexicon."""
    return Phrases(tuple(_lexicon()[table][key]))


@cache
def _severity(name: str) -> Phrases:
    """Read the wording of one severity."""
    return _lexicon_words("severity", name)


@cache
def _parts(kind: str) -> Phrases:
    """Read the wording that makes a number a part."""
    return _lexicon_words("parts", kind)
