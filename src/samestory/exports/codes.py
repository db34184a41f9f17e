"""The codebook as a tree of codes: questions, and under each the values found or allowed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.exports.identity import guid

# Answers to these are words that a code can name; counts and times have too many.
IN_WORDS = frozenset({"category", "actor", "statement", "naming"})


@dataclass(frozen=True)
class Code:
    """A question or one of its values.

    Attributes:
        name: the variable's name, or the value.
        description: the question with its notes; of a value how it is related to another.
        guid: from the names alone, so that codings survive an edit and two projects merge by question.
        values: the codes under it, by value.
    """

    name: str
    description: str
    guid: str
    values: Mapping[str, "Code"] = field(default_factory=dict)


def code_tree(codebook: Codebook | None, claims: pd.DataFrame, wording: pd.DataFrame) -> dict[str, Code]:
    """Give a code for each question: the codebook's in its order, then those found without one, by name.

    Args:
        codebook: the codebook, if the corpus has one.
        claims: claims/claims.
        wording: claims/wording.
    """
    found: dict[str, set[str]] = {}
    for frame, variable, value in ((claims, "variable", "value"), (wording, "concept", "variant")):
        for name, values in frame.groupby(variable)[value]:
            found.setdefault(str(name), set()).update(str(value) for value in values.dropna())
    variables = {variable.name: variable for variable in (codebook.variables if codebook else ())}
    return {
        name: _code(name, variables.get(name), found.get(name, set()))
        for name in [*variables, *sorted(found.keys() - variables.keys())]
    }


def _code(name: str, variable: Variable | None, found: set[str]) -> Code:
    """Make the code of one question."""
    allowed = list(variable.values) if variable else []
    if variable and variable.type in IN_WORDS:
        allowed += sorted(found - set(allowed))
    under = variable.under if variable else {}
    values = {
        value: Code(value, f"a case of: {under[value]}" if value in under else "", guid("code", name, value))
        for value in allowed
    }
    return Code(name, _description(variable), guid("code", name), values)


def _description(variable: Variable | None) -> str:
    """Write the question with the notes for whoever codes."""
    if variable is None:
        return "Found by aligning the articles, without a codebook."
    notes = {
        "Definition": variable.definition, "Include": variable.include, "Exclude": variable.exclude,
        "Example": variable.example, "Type": variable.type,
    }  # fmt: skip
    return "\n".join([variable.question, *(f"{name}: {note}" for name, note in notes.items() if note)]).strip()
