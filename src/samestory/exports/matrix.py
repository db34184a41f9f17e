"""The wide matrix: a row per article, columns of numeric codes for each question, with their labels.

For R and SPSS, and for people who open it in a spreadsheet: a text cell that a spreadsheet would take for a formula
begins with an apostrophe. The published tables carry such cells verbatim.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from samestory.claims.coding.codebook import UNKNOWN, Codebook, Variable
from samestory.exports.codes import IN_WORDS, Code
from samestory.exports.rights import Rights
from samestory.exports.values import records
from samestory.stored import table

FORMULA = re.compile(r"[=+\-@\t\r]")
STATUS = {1: "stated", 2: "explicitly_unknown", 3: "not_detected", 4: "confirmed_silent"}
STATED = {0: "not stated", 1: "stated"}
SEVERAL = 0
# What a claim answers.
ANSWER = ("value", "low", "high", "scope")
# SPSS allows 64 bytes; endings such as _status need some.
NAME_BYTES = 44
RESERVED = frozenset({"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"})
# Without a codebook questions are found by the hundred; those that most articles answer come first.
MAX_QUESTIONS = 300

Cells = Mapping[str, Any]


@dataclass(frozen=True)
class MatrixColumn:
    """A column of the matrix.

    Attributes:
        name: as R and SPSS take it.
        label: what it holds.
        cells: the value by doc_id; an absent one is missing.
        numeric: a number, not text.
        labels: the meaning of each code.
    """

    name: str
    label: str
    cells: Cells
    numeric: bool = True
    labels: Mapping[int, str] = field(default_factory=dict)


def matrix_columns(
    tables: Mapping[str, pd.DataFrame], codebook: Codebook | None, codes: Mapping[str, Code], *, rights: Rights
) -> list[MatrixColumn]:
    """Give the columns of the matrix.

    Each question has ``<name>_status`` (stated, explicitly_unknown, not_detected, confirmed_silent). A question
    answered in words has ``<name>``, the code of the article's value (0: it has more than one), and a 0/1 column
    ``<name>_<code>`` per value; a value that a finer one of the same article refines is left out of ``<name>``. A count
    has ``_low``, ``_high`` and ``_n``: the hull of its intervals and how many distinct ones there are, for each scope
    the codebook names, besides the values in words that the codebook gives it (none, none reported). A time has
    ``_value``. Only claims about the question's event count, as in compare/agreement.

    Args:
        tables: clean/documents, claims/claims, claims/coverage, claims/wording.
        codebook: the codebook, if the corpus has one.
        codes: the codes by question.
        rights: how much of a headline may stand.
    """
    names = _Names()
    columns = _articles(tables, names, rights)
    answers = _answers(tables, codebook)
    status: defaultdict[str, dict[str, int]] = defaultdict(dict)
    number = {word: code for code, word in STATUS.items()}
    for row in records(tables, "claims/coverage"):
        status[row["variable"]][row["doc_id"]] = number[row["status"]]
    asked = sorted(codes, key=lambda name: -len(answers[name]))[:MAX_QUESTIONS]
    docs = list(table(tables, "clean/documents", ("doc_id",))["doc_id"])
    for question in [name for name in codes if name in set(asked)]:
        variable = codebook.variable(question) if codebook else None
        name = names.take(question)
        label = (variable.question if variable else "") or question
        found = status[question]
        cells = {doc: found.get(doc, number["stated" if doc in answers[question] else "not_detected"]) for doc in docs}
        columns.append(MatrixColumn(names.take(f"{name}_status"), f"{label} Is it answered?", cells, True, STATUS))
        columns += _question(name, label, variable, codes[question], answers[question], docs, names)
    return columns


def matrix_frame(columns: Sequence[MatrixColumn], docs: Sequence[str]) -> pd.DataFrame:
    """Give the matrix with a row per article, formula cells escaped."""
    return pd.DataFrame({column.name: _cells(column, docs) for column in columns})


def _cells(column: MatrixColumn, docs: Sequence[str]) -> "pd.Series[Any]":
    """Give the cells of a column: whole numbers, numbers or text."""
    cells = [column.cells.get(doc) for doc in docs]
    if not column.numeric:
        return pd.Series([None if cell is None else escape(cell) for cell in cells], dtype="str")
    whole = all(cell is None or float(cell).is_integer() for cell in cells)
    return pd.Series(cells, dtype="Int64" if whole else "Float64")


def labels_frame(columns: Sequence[MatrixColumn]) -> pd.DataFrame:
    """Give the labels: column, type (numeric | text), label, code, value; a row per code, or one without code."""
    rows = [
        (column.name, "numeric" if column.numeric else "text", escape(column.label), code, value and escape(value))
        for column in columns
        for code, value in (column.labels.items() or [(None, None)])
    ]
    frame = pd.DataFrame.from_records(rows, columns=["column", "type", "label", "code", "value"])
    return frame.astype({"code": "Int64"})


def escape(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula; white space becomes single spaces."""
    flat = " ".join(text.replace("\x00", " ").split())
    return f"'{flat}" if FORMULA.match(text) or FORMULA.match(flat) else flat


class _Names:
    """Column names that are valid and distinct, upper and lower case apart or not."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """Give a name like the one wanted that no column has yet."""
        plain = re.sub(r"[^a-z0-9]+", "_", wanted.lower()).strip("_")[: NAME_BYTES + 8].strip("_") or "q"
        plain = f"q_{plain}" if not plain[0].isalpha() or plain in RESERVED else plain
        name, number = plain, 2
        while name in self._taken:
            name, number = f"{plain}_v{number}", number + 1
        self._taken.add(name)
        return name


def _articles(tables: Mapping[str, pd.DataFrame], names: _Names, rights: Rights) -> list[MatrixColumn]:
    """Give what is known about each article."""
    rows = list(records(tables, "clean/documents"))
    about = {
        "doc_id": "the article's id", "label": "a short name", "outlet": "who published it",
        "published": "date of publication", "agency": "the news agency the text credits", "title": "its headline",
    }  # fmt: skip
    columns = [
        MatrixColumn(
            names.take(name),
            label,
            {row["doc_id"]: rights.quote(row[name]) for row in rows if row[name] is not None},
            numeric=False,
        )
        for name, label in about.items()
    ]
    words = {row["doc_id"]: row["n_words"] for row in rows}
    return [*columns, MatrixColumn(names.take("n_words"), "words of the text", words)]


def _answers(
    tables: Mapping[str, pd.DataFrame], codebook: Codebook | None
) -> defaultdict[str, defaultdict[str, list[dict[str, Any]]]]:
    """Group the claims about each question's event, and the name choices, by question and article."""
    found: defaultdict[str, defaultdict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    columns = ("doc_id", "variable", "event", "polarity", *ANSWER)
    for row in records(tables, "claims/claims", columns):
        variable = codebook.variable(row["variable"]) if codebook else None
        if row["event"] == (variable.event if variable else "focal") and row["polarity"] != UNKNOWN:
            found[row["variable"]][row["doc_id"]].append({column: row[column] for column in ANSWER})
    for row in records(tables, "claims/wording"):
        choice = {"value": row["variant"], "low": None, "high": None, "scope": None}
        found[row["concept"]][row["doc_id"]].append(choice)
    return found


def _question(
    name: str,
    label: str,
    variable: Variable | None,
    code: Code,
    answers: Mapping[str, list[dict[str, Any]]],
    docs: Sequence[str],
    names: _Names,
) -> Iterator[MatrixColumn]:
    """Yield the columns of one question."""
    if variable and (variable.type in IN_WORDS or variable.values):
        # That it is not known is a status, not a value.
        values = [value for value in code.values if value != UNKNOWN or value in variable.values]
        yield from _in_words(name, label, variable, values, answers, docs, names)
    if variable and variable.type in IN_WORDS:
        return
    if variable and variable.type == "time":
        times = {doc: sorted({row["value"] for row in rows if row["value"]}) for doc, rows in answers.items()}
        known = {doc: " | ".join(found) for doc, found in times.items() if found}
        yield MatrixColumn(names.take(f"{name}_value"), label, known, numeric=False)
        return
    if variable is None and not any(
        (row["low"], row["high"]) != (None, None) for rows in answers.values() for row in rows
    ):
        return
    for scope in [None, *(variable.scopes if variable else ())]:
        yield from _count(name, label, scope, answers, names)


def _in_words(
    name: str,
    label: str,
    variable: Variable,
    values: Sequence[str],
    answers: Mapping[str, list[dict[str, Any]]],
    docs: Sequence[str],
    names: _Names,
) -> Iterator[MatrixColumn]:
    """Yield the code column and a 0/1 column per value."""
    numbers = {value: number for number, value in enumerate(values, 1)}
    held = {doc: {row["value"] for row in answers.get(doc, ())} & numbers.keys() for doc in docs}
    cells = {}
    for doc, stated in held.items():
        finest = stated - {variable.under.get(value) for value in stated}
        if finest:
            cells[doc] = numbers[finest.pop()] if len(finest) == 1 else SEVERAL
    labels = {SEVERAL: "more than one value", **{number: value for value, number in numbers.items()}}
    yield MatrixColumn(name, label, cells, labels=labels)
    for value, number in numbers.items():
        yes = {doc: int(value in held[doc]) for doc in docs}
        yield MatrixColumn(names.take(f"{name}_{number}"), f"{label} {value}", yes, labels=STATED)


def _count(
    name: str, label: str, scope: str | None, answers: Mapping[str, list[dict[str, Any]]], names: _Names
) -> Iterator[MatrixColumn]:
    """Yield the ends of the hull of an article's intervals, and how many distinct ones it has."""
    intervals = {
        doc: {(row["low"], row["high"]) for row in rows if scope in (None, row["scope"])} - {(None, None)}
        for doc, rows in answers.items()
    }
    known = {doc: found for doc, found in intervals.items() if found}
    lows = {
        doc: min(low for low, _ in found) for doc, found in known.items() if all(low is not None for low, _ in found)
    }
    highs = {
        doc: max(high for _, high in found)
        for doc, found in known.items()
        if all(high is not None for _, high in found)
    }
    own, of = (f"{name}_{scope}", f"{label} ({scope})") if scope else (name, label)
    yield MatrixColumn(names.take(f"{own}_low"), f"{of} Lower end; missing: open", lows)
    yield MatrixColumn(names.take(f"{own}_high"), f"{of} Upper end; missing: open", highs)
    yield MatrixColumn(
        names.take(f"{own}_n"), f"{of} Distinct answers", {doc: len(found) for doc, found in known.items()}
    )
