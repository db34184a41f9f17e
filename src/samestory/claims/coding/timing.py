"""The times that answer a question of when: of the right kind, the nearest to the question's wording."""

import re

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.bounds import bound_of
from samestory.claims.coding.clauses import relatives
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.earlier import spoken_at
from samestory.claims.coding.findings import Finding
from samestory.claims.phrases import compile_pattern
from samestory.rows import Row

# How far from a trigger a time may stand, in characters.
TIME_REACH = 120
# A time beyond one of these stands so much farther.
CLAUSE_BREAK = compile_pattern(r"[,;:()–—]|\b(?:and|but|or|while|when|after|before)\b")
OTHER_CLAUSE = 40
_ARTICLES = "the|an?|its|this|that|their|his|her"
# "Hours after the", "hours after it", "hours before the first of the": what follows is a thing counted from.
COUNTED_FROM = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?)\s+(?:after|before|since)\s+"
    r"(?:(?:it|they|he|she|that|this|which)\s+(?:had\s+)?"
    rf"|(?:{_ARTICLES})\s+(?:(?!(?:{_ARTICLES})\b)[\w’'-]+\s+){{0,3}})?$",
    re.IGNORECASE,
)
NONE_OF_IT = re.compile(r"\b(?:no|any)\s+(?:other\s+|further\s+)?$", re.IGNORECASE)
AGAIN = re.compile(r",? or (?:about |around )?")
# The offset of a time in GMT whose local time stands beside it.
GMT = "+00:00"
TIME_TYPES = {"clock": {"TIME"}, "date": {"DATE"}, "any": {"TIME", "DATE", "DURATION", "SET"}}


def time_findings(variable: Variable, article: Article, sentence: Sentence) -> list[Finding]:
    """Find the time nearest to each trigger of a sentence."""
    kinds = TIME_TYPES[variable.times]
    rows = [
        row
        for row in inside(article.times, sentence.start, sentence.end)
        if row["type"] in kinds and row["value"] and _is_known(row)
    ]
    triggers = variable.triggers.spans(sentence.text, sentence.start)
    told = [row for row in rows if not _is_of_speech(article.text, sentence, row, triggers)]
    asides = relatives(sentence.text, sentence.start)
    nearest = {}
    for start, end in triggers:
        before = article.text[sentence.start : start]
        # "Will shut in X, where it has made vans since 2006, in May": what only an aside dates is another thing.
        rows = [row for row in told if all(a <= start < b or not a <= row["start"] < b for a, b in asides)]
        # "At 4:50 p.m., 14 hours after the blast": the time is not the blast's; "no blast after midnight" had none.
        if rows and not COUNTED_FROM.search(before) and not NONE_OF_IT.search(before):
            row = _local(article.text, rows, min(rows, key=lambda r: _distance(article.text, r, start, end)))
            if max(row["start"] - end, start - row["end"]) > TIME_REACH:
                continue
            bound, first, last = bound_of(article.text, sentence.start, row["start"], row["end"], sentence.end)
            nearest[row["start"]] = Finding(
                first,
                last,
                row["rule"],
                value=with_zone(row),
                comparator=bound,
                approximate=bool(row.get("approximate")),
            )
    return list(nearest.values())


def with_zone(row: Row) -> str:
    """Give the value of a time, with the offset from UTC that its text gives it."""
    offset = row.get("utc_offset")
    return f"{row['value']}{offset}" if offset and offset != GMT else str(row["value"])


def _local(text: str, rows: list[Row], row: Row) -> Row:
    """Give the local time that stands beside a time in GMT, so that all articles tell the time of the place.

    A time without a zone is local where it tells the moment again: "1am UK time, or 3.55am in Nomea".
    """
    if row.get("utc_offset") != GMT:
        return row
    place = rows.index(row)
    beside = [other for other in rows[max(0, place - 1) : place + 2] if other.get("utc_offset") not in {None, GMT}]
    if not beside and place + 1 < len(rows) and rows[place + 1]["type"] == row["type"]:
        beside = [rows[place + 1]] if AGAIN.fullmatch(text[row["end"] : rows[place + 1]["start"]]) else []
    return beside[0] if beside else row


def _distance(text: str, row: Row, start: int, end: int) -> int:
    """Give how far a time stands from a trigger; what another clause holds stands farther."""
    behind = row["start"] >= end
    gap = text[end : row["start"]] if behind else text[row["end"] : start]
    return int(max(row["start"] - end, start - row["end"])) + OTHER_CLAUSE * bool(CLAUSE_BREAK.search(gap))


def _is_known(row: Row) -> bool:
    """Say whether a time can answer a question: of a date, one that is known."""
    unknown_day = row["type"] == "DATE" and row["value"].startswith("X")
    return not unknown_day and not row["value"].endswith("_REF")


def _is_of_speech(text: str, sentence: Sentence, row: Row, triggers: list[tuple[int, int]]) -> bool:
    """Say whether a time is when somebody spoke, where the question asks for something else."""
    spoke = spoken_at(text[sentence.start : row["start"]])
    return spoke is not None and not any(start <= sentence.start + spoke < end for start, end in triggers)
