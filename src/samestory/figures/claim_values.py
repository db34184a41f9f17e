"""What one claim says, in the few words of a table cell."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

# Printed words this short are shown as they stand; longer ones as the value they were coded to.
SHORT = 40
ISO_DATE = re.compile(r"\d{4}-\d\d")
SURE = {"asserted": 0, "attributed": 1, "hedged": 2}


def claim_value(claim: Mapping[Any, Any]) -> str:
    """Say the value of a row of claims/claims: as printed where that is short, else as coded."""
    if claim["polarity"] == "unknown":
        return "not known"
    number = not (pd.isna(claim["low"]) and pd.isna(claim["high"]))
    printed = " ".join(str(claim["text"]).split())
    if number:
        rounded = "about " if claim["approximate"] and claim["low"] == claim["high"] else ""
        return printed if len(printed) <= SHORT else rounded + interval(claim["low"], claim["high"])
    if ISO_DATE.match(str(claim["value"])) and len(printed) <= SHORT:
        return printed
    value = printed if pd.isna(claim["value"]) else str(claim["value"]).replace("_", " ")
    return (
        f"not {value}" if claim["polarity"] == "negative" and value.split()[0] not in {"no", "not", "none"} else value
    )


def interval(low: float | None, high: float | None) -> str:
    """Say an interval: ``14``, ``70 or more``, ``up to 7``, ``24 to 90``."""
    if pd.isna(low) and pd.isna(high):
        return "–"
    if pd.isna(high):
        return f"{say_number(low)} or more"
    if pd.isna(low):
        return f"up to {say_number(high)}"
    return say_number(low) if low == high else f"{say_number(low)} to {say_number(high)}"


def say_number(number: float | None) -> str:
    """Say a number in figures: ``2,500``, ``7,700,000,000``, ``4.5``."""
    if number is None or pd.isna(number):
        return "–"
    return f"{number:,.0f}" if number == round(number) else f"{number:,.6g}"


def variable_name(variable: str) -> str:
    """Say a variable's name as words."""
    return variable.replace("_", " ").strip() or variable
