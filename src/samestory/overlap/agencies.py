"""Agencies: which agency an article goes back to, and which articles are an agency's own."""

import re
from collections.abc import Mapping
from functools import cache

import pandas as pd

from samestory.overlap.lineage import names_of

# "The Associated Press", "Reuters News", "dpa.com": how the agency is named as the publisher of its own page.
ARTICLE = re.compile(r"^\s*the\s+", re.IGNORECASE)
ADDED = re.compile(r"(?:\.\w{2,3}|\s+News)$", re.IGNORECASE)


def credited_agencies(documents: pd.DataFrame) -> dict[str, str]:
    """Give the agency each article credits; what an agency published itself is credited to it.

    An agency's original (by its role) is credited to its outlet where none is printed.

    Args:
        documents: clean/documents.
    """
    agencies = {}
    for doc, agency, role, outlet, label in zip(
        *(documents[column].tolist() for column in ("doc_id", "agency", "role", "outlet", "label")), strict=True
    ):
        published = _agency_of(outlet) if isinstance(outlet, str) else None
        if isinstance(agency, str):
            agencies[doc] = agency
        elif role == "agency_original":
            agencies[doc] = outlet if isinstance(outlet, str) else label
        elif published is not None:
            agencies[doc] = published
    return agencies


def agency_originals(documents: pd.DataFrame) -> frozenset[str]:
    """Give the articles that are an agency's own: by their role, or because it published what it is credited with."""
    credited = credited_agencies(documents)
    return frozenset(
        doc
        for doc, role, outlet in zip(*(documents[c].tolist() for c in ("doc_id", "role", "outlet")), strict=True)
        if role == "agency_original" or (isinstance(outlet, str) and _publishes(outlet, credited.get(doc)))
    )


def _publishes(outlet: str, agencies: str | None) -> bool:
    """Say whether an outlet is one of the agencies credited; a corpus may name agencies that nobody else knows."""
    names = names_of(agencies)
    return _agency_of(outlet) in names or _bare(outlet) in {_bare(name) for name in names}


@cache
def agency_forms() -> Mapping[str, str]:
    """Give the agency of each way to print one that is known."""
    # Loading how pages are read takes as long as tracing a thousand articles, and few corpora need it.
    from samestory.cleaning.credit import known_agencies

    return known_agencies().names


@cache
def _by_bare_name() -> Mapping[str, str]:
    return {_bare(form): name for form, name in agency_forms().items()}


def _agency_of(outlet: str) -> str | None:
    """Give the agency that an outlet is, None where it is none that is known."""
    known = _by_bare_name()
    return known.get(_bare(outlet)) or known.get(_bare(ADDED.sub("", outlet)))


def _bare(name: str) -> str:
    return without_article(" ".join(name.split())).casefold()


def without_article(name: str) -> str:
    """Give a name without the article before it: the Standard, Standard."""
    return ARTICLE.sub("", name, count=1)
