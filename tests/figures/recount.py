"""What the tests of captions and alternative texts count again from the published tables."""

import re

import pandas as pd

from samestory.figures.selection import select

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def numbers_in(words, tables):
    """The numbers of a text as printed, those inside names of articles apart."""
    for label in sorted(tables["clean/documents"]["label"], key=len, reverse=True):
        words = words.replace(label, "")
    return NUMBER.findall(words)


def chosen(tables):
    """The articles that a figure shows."""
    return list(select(tables, 50).doc_ids)


def of(tables, name):
    """The rows of a table that are of the articles shown."""
    frame = tables[name]
    return frame[frame["doc_id"].isin(chosen(tables))]


def placed_times(tables):
    """The dates and times that the timeline shows, those in UTC by the clock of the place where it is told."""
    rows = of(tables, "claims/times")
    rows = rows[rows["type"].isin(["DATE", "TIME"]) & rows["earliest"].notna() & rows["latest"].notna()]
    rows = rows[~rows["value"].fillna("").str.endswith("_REF")]
    here = rows[rows["utc_offset"].notna() & ~rows["value"].str.endswith("Z")]
    utc = pd.to_datetime(here["earliest"] + here["utc_offset"], utc=True).dt.strftime("%Y-%m-%dT%H:%MZ")
    by_the_local_clock = dict(zip(utc, here["earliest"], strict=True))
    return rows.replace(dict.fromkeys(("earliest", "latest"), by_the_local_clock))
