"""Flows: from which origins how much of each article comes, as overlap/origins tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from samestory.figures.selection import Selection
from samestory.figures.style import NOTES, ROLES
from samestory.overlap.origins import NO_REPORT
from samestory.stored import table

# Origins with a name of their own; the rest is one.
NAMED = 14
REST = "smaller origins"
ORIGINAL = "original"
MADE_TO_IT = "made to it"


@dataclass(frozen=True)
class Flow:
    """A row of overlap/origins that leads somewhere: the share (0..1) of an article that goes back to an origin.

    The role is the row's, or ``original`` where the others come from the article. The note says what the link rests on
    where that is not words in common or a printed credit, or that a statement was made to the article's reporter.
    """

    origin_id: str
    doc_id: str
    role: str
    share: float
    note: str

    @property
    def use(self) -> str:
        """Say how the article uses the origin."""
        if self.note == MADE_TO_IT:
            return f"statement {self.note}"
        return ROLES[self.role][3] + (f", {self.note}" if self.note else "")


def find_flows(tables: Mapping[str, pd.DataFrame], chosen: Selection) -> tuple[dict[str, str], list[Flow]]:
    """Read overlap/origins for the articles chosen: the names of the origins, and the flows by size of origin."""
    rows = table(tables, "overlap/origins", where={"doc_id": chosen.doc_ids})
    rows = rows[(rows["role"] != "no_match_in_corpus") & (rows["share"] > 0)]
    names = dict(zip(rows["origin_id"], rows["origin"], strict=True))
    size = rows.groupby("origin_id")["share"].sum().to_dict()
    flows = [_read_flow(row, chosen.roles[row["doc_id"]]) for row in rows.to_dict("records")]
    return names, sorted(flows, key=lambda f: (-round(size[f.origin_id], 6), f.origin_id, f.doc_id))


def _read_flow(row: Mapping[Any, Any], kind: str) -> Flow:
    """Read a row; that an article which prints no credit is the original is inferred from dates and lengths.

    A statement is its speaker's: a press statement is the original, an article that it was made to is not.
    """
    role, note = row["role"], NOTES.get(row["basis"], "")
    if row["direction"] == "source":
        if role == "quotes_statement" and kind != "press_statement":
            note = MADE_TO_IT
        else:
            note = "inferred" if role == "copy_no_credit" else note
            role = ORIGINAL
    return Flow(row["origin_id"], row["doc_id"], role, float(row["share"]), note)


def gather(flows: list[Flow]) -> list[Flow]:
    """Put all but the largest origins together as one."""
    ranked = list(dict.fromkeys(flow.origin_id for flow in flows))
    named = set(ranked if len(ranked) <= NAMED + 1 else ranked[:NAMED])
    return [f if f.origin_id in named else replace(f, origin_id=REST) for f in flows]


def find_silent(tables: Mapping[str, pd.DataFrame], chosen: Selection) -> frozenset[str]:
    """Give the articles chosen that have no running text, which could go back to an origin."""
    rows = table(tables, "overlap/origins", ("doc_id", "confidence"), {"doc_id": chosen.doc_ids})
    return frozenset(rows.loc[rows["confidence"] == NO_REPORT, "doc_id"])
