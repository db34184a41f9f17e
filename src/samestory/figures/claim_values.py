"""What one claim says, in the few words of a table cell, and what its question is called."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from samestory.figures.moments import say_moment
from samestory.phrasing import say_interval, say_variable
from samestory.stored import table

# Printed words this short are shown as they stand; longer ones as the value they were coded to.
SHORT = 40
ISO_DATE = re.compile(r"\d{4}-\d\d")
SURE = {"asserted": 0, "attributed": 1, "hedged": 2}


# Behind a number that an article tells as an earlier one.
EARLIER = " (earlier)"


def claim_value(claim: Mapping[Any, Any]) -> str:
    """Say the value of a row of claims/claims: as printed where that is short, else as coded."""
    return _value(claim) + EARLIER * bool(claim.get("superseded", False))


def _value(claim: Mapping[Any, Any]) -> str:
    if claim["polarity"] == "unknown":
        return "not known"
    number = not (pd.isna(claim["low"]) and pd.isna(claim["high"]))
    printed = " ".join(str(claim["text"]).split())
    if number:
        rounded = "about " if claim["approximate"] and claim["low"] == claim["high"] else ""
        return printed if len(printed) <= SHORT else rounded + say_interval(*ends(claim), claim["comparator"])
    if ISO_DATE.match(str(claim["value"])) and len(printed) <= SHORT:
        return printed
    value = printed if pd.isna(claim["value"]) else say_moment(str(claim["value"])).replace("_", " ")
    return (
        f"not {value}" if claim["polarity"] == "negative" and value.split()[0] not in {"no", "not", "none"} else value
    )


def ends(claim: Mapping[Any, Any]) -> tuple[float | None, float | None]:
    """Give the ends of a claim's number (``low``, ``high``), None where one is open."""
    low, high = (None if pd.isna(claim[column]) else float(claim[column]) for column in ("low", "high"))
    return low, high


def question_names(tables: Mapping[str, pd.DataFrame]) -> Callable[[str], str]:
    """Give the function from a variable to its question's name for readers (compare/agreement ``label``)."""
    agreement = table(tables, "compare/agreement", ("variable", "label"))
    labels = dict(zip(agreement["variable"], agreement["label"].fillna(""), strict=True))
    return lambda variable: labels.get(variable) or say_variable(variable)
