"""The matrix for R and SPSS: scripts that read matrix.csv and attach its labels."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

import pandas as pd

from samestory.exports.matrix import MatrixColumn

# What SPSS takes, in bytes.
VARIABLE_LABEL, VALUE_LABEL, TEXT_WIDTH = 256, 120, 32767


def spss_syntax(columns: Sequence[MatrixColumn], frame: pd.DataFrame) -> Iterator[str]:
    """Write the .sps file: run it in the folder of matrix.csv.

    Args:
        columns: the columns of the matrix.
        frame: the matrix, for the width of its text columns.
    """
    yield "* Encoding: UTF-8.\n* Run in the folder of matrix.csv; 'more than one value' is code 0, empty is missing.\n"
    yield "GET DATA /TYPE=TXT /FILE='matrix.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE\n"
    yield "  /DELIMITERS=',' /QUALIFIER='\"' /FIRSTCASE=2 /VARIABLES=\n"
    for column in columns:
        yield f"  {column.name} {'F8.2' if column.numeric else f'A{_width(frame[column.name])}'}\n"
    yield "  .\nCACHE.\nEXECUTE.\nVARIABLE LABELS\n"
    for number, column in enumerate(columns):
        yield f"  {'/' if number else ''}{column.name} {_spss(column.label, VARIABLE_LABEL)}\n"
    yield "  .\n"
    labelled = [column for column in columns if column.labels]
    if labelled:
        yield "VALUE LABELS\n"
        for number, column in enumerate(labelled):
            yield f"  {'/' if number else ''}{column.name}\n"
            for code, value in column.labels.items():
                yield f"    {code} {_spss(value, VALUE_LABEL)}\n"
        yield "  .\nVARIABLE LEVEL\n"
        for number, column in enumerate(labelled):
            yield f"  {'/' if number else ''}{column.name} (NOMINAL)\n"
        yield "  .\n"
    yield "EXECUTE.\n"


def r_script(columns: Sequence[MatrixColumn]) -> Iterator[str]:
    """Write the .R file: ``source("matrix.R", chdir = TRUE)`` gives the data frame ``articles`` with factors."""
    yield '# Reads matrix.csv into the data frame `articles`, codes as factors: source("matrix.R", chdir = TRUE)\n'
    runs = groupby("numeric" if column.numeric else "character" for column in columns)
    kinds = ", ".join(f'rep("{kind}", {len(list(run))})' for kind, run in runs)
    yield f"kinds <- c({kinds})\n"
    options = 'encoding = "UTF-8", check.names = FALSE, na.strings = "", colClasses = kinds'
    yield f'articles <- read.csv("matrix.csv", {options})\n'
    for column in columns:
        place = f"articles[[{_r(column.name)}]]"
        if not column.numeric:
            # The apostrophe that keeps spreadsheets from running a cell.
            yield f'{place} <- sub("^\'(?=[=+@-])", "", {place}, perl = TRUE)\n'
        if column.labels:
            codes = ", ".join(str(code) for code in column.labels)
            values = ", ".join(_r(value) for value in column.labels.values())
            yield f"{place} <- factor({place}, levels = c({codes}), labels = c({values}))\n"
        yield f'attr({place}, "label") <- {_r(column.label)}\n'


def _width(cells: "pd.Series[str]") -> int:
    """Give the width of a text column in bytes."""
    return min(TEXT_WIDTH, max((len(cell.encode("utf-8", "replace")) for cell in cells.dropna()), default=0) or 1)


def _spss(text: str, limit: int) -> str:
    """Write a string of SPSS syntax on one line, cut to so many bytes."""
    flat = " ".join(text.split()).encode("utf-8", "replace")[:limit].decode("utf-8", "ignore")
    return "'" + flat.replace("'", "''") + "'"


def _r(text: str) -> str:
    """Write a string of R on one line."""
    return json.dumps(" ".join(text.replace("\x00", " ").split()), ensure_ascii=False)
