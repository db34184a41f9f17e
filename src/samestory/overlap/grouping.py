"""Grouping: articles that are traced together, because they cover one event or one may be a copy of the other.

What articles of different groups share tells formulas alone. The number of groups is fixed before the run; each takes
its share of the work, in the order of ids.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from samestory.overlap.evidence import PARTNERS
from samestory.overlap.lineage import COPY_SHARE, COPY_WORDS
from samestory.overlap.tokens import Ints

# A group that grew too large falls apart along its weaker copies.
LEAST_SHARES = (COPY_SHARE, 0.5, 0.8)
# An article takes as much room as so many of the passages that are read of it.
ARTICLE_PASSAGES = 8


def is_strong(shared_words: Ints, containment: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Say which pairs may be copies: enough words in common, or enough of either article."""
    strong: NDArray[np.bool_] = (shared_words >= COPY_WORDS) | (containment >= COPY_SHARE)
    return strong


def group_articles(a: Ints, b: Ints, containment: NDArray[np.float64], events: Ints, groups: int) -> Ints:
    """Deal the articles among groups.

    Args:
        a: the first article of each strong pair, by number.
        b: the second.
        containment: the larger containment of each.
        events: the event of each article, -1 for none.
        groups: how many groups.

    Returns:
        The group of each article.
    """
    count = len(events)
    room = max(1, -(-count // groups))
    inside = np.flatnonzero(events >= 0)
    _, first, number = np.unique(events[inside], return_index=True, return_inverse=True)
    chain = inside[first][number], inside
    component = np.zeros(count, dtype=np.int64)
    for least in LEAST_SHARES:
        large = np.bincount(component)[component] > room
        kept = ~large[a] | (containment >= least) if least > COPY_SHARE else np.ones(len(a), dtype=bool)
        left, right = np.concatenate([a[kept], chain[0]]), np.concatenate([b[kept], chain[1]])
        graph = sparse.coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(count, count))
        component = connected_components(graph.tocsr(), directed=False)[1].astype(np.int64)
        if np.bincount(component, minlength=1).max(initial=0) <= room:
            break
    # Components in the order of their first article, one after the other into the groups.
    passages = np.minimum(np.bincount(b, minlength=count), PARTNERS)
    sizes = np.bincount(component, weights=ARTICLE_PASSAGES + passages).astype(np.int64)
    before = np.cumsum(sizes) - sizes
    group: Ints = np.minimum(groups - 1, before * groups // max(1, int(sizes.sum())))[component]
    return group
