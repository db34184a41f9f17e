"""Which articles a figure shows, in which order, and what its caption says of the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from samestory.phrasing import count, listed
from samestory.stored import table

# Up to so many articles keep the order of their ids: a reader looks them up by name.
SMALL_CORPUS = 12
# What a text of each role (clean/documents) is called.
ROLE_NOUNS = {"article": "article", "agency_original": "agency original", "press_statement": "press statement"}


@dataclass(frozen=True)
class Selection:
    """The articles shown: their ids in drawing order, labels and roles, and a sentence on what is left out (or "")."""

    doc_ids: tuple[str, ...]
    labels: Mapping[str, str]
    roles: Mapping[str, str]
    note: str

    @property
    def counted(self) -> str:
        """How many texts are shown: ``4 articles and 1 press statement``."""
        return count_texts(self.roles[doc] for doc in self.doc_ids)

    @property
    def names(self) -> list[str]:
        """The labels in drawing order."""
        return [self.labels[doc] for doc in self.doc_ids]


# What figures and findings read of a claim.
CLAIM = (
    "claim_id", "doc_id", "variable", "variable_origin", "value", "low", "high", "comparator", "approximate", "unit",
    "scope", "polarity", "certainty", "source", "event", "start", "end", "text", "origin_id", "answers",
    "superseded",
)  # fmt: skip


def answers(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Give the rows of claims/claims that answer their question, with the columns of ``CLAIM``.

    Those about another event are left out.
    """
    claims = table(tables, "claims/claims", CLAIM)
    claims = claims.assign(superseded=claims["superseded"].fillna(False).astype(bool))
    return claims[claims["answers"].fillna(True).astype(bool)]


def select(tables: Mapping[str, pd.DataFrame], limit: int) -> Selection:
    """Choose up to ``limit`` articles: all of them, or the largest clusters of articles that share passages."""
    documents = table(tables, "clean/documents", ("doc_id", "label", "role"))
    labels = dict(zip(documents["doc_id"], documents["label"], strict=True))
    roles = dict(zip(documents["doc_id"], documents["role"], strict=True))
    doc_ids = sorted(labels)
    if len(doc_ids) > SMALL_CORPUS:
        pairs = table(tables, "overlap/pairs", ("doc_a", "doc_b"))
        doc_ids = [doc for cluster in clusters(doc_ids, pairs) for doc in cluster]
    note = ""
    if len(doc_ids) > limit:
        note = f"Shown: {limit} of {count_texts(roles.values())}, the largest clusters of shared passages first."
    return Selection(tuple(doc_ids[:limit]), labels, roles, note)


def clusters(doc_ids: Sequence[str], pairs: pd.DataFrame) -> list[list[str]]:
    """Group articles that are linked by shared passages, directly or through others; largest group first."""
    # It takes long to load, and small corpora have no need of it.
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    ids = sorted(doc_ids)
    places = pd.Index(ids)
    a, b = (places.get_indexer(pd.Index(pairs[side])) for side in ("doc_a", "doc_b"))
    known = np.flatnonzero((a >= 0) & (b >= 0))
    links = sparse.coo_array((np.ones(len(known), dtype=bool), (a[known], b[known])), shape=(len(ids), len(ids)))
    _, cluster = connected_components(links.tocsr(), directed=False)
    groups: dict[int, list[str]] = {}
    for doc, number in zip(ids, cluster.tolist(), strict=True):
        groups.setdefault(number, []).append(doc)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))


def count_kind(roles: Iterable[str]) -> str:
    """Say how many texts there are in few words: articles, or what else all of them are, or texts of several kinds."""
    kinds = list(roles)
    return count(len(kinds), ROLE_NOUNS[kinds[0]] if len(set(kinds)) == 1 else "text")


def count_texts(roles: Iterable[str]) -> str:
    """Say how many texts of each role there are: what an article draws on is none itself."""
    counted = Counter(roles)
    kinds = [count(counted[role], noun) for role, noun in ROLE_NOUNS.items() if counted[role]]
    return listed(kinds) if kinds else count(0, "article")
