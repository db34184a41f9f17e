"""Stars: the pairs within a story that more articles carry than ``max_df`` allows to pair outright.

The join ties a common fingerprint to its earliest occurrence only. Where that tie grew to a long match, the article is
a copy and no chance neighbour; two copies of one stretch of the earliest article are then paired with each other.
"""

import numpy as np

from samestory.overlap.tokens import Ints, Tokens

LONG_WORDS = 24
EVERY = 4


def complete_stars(center: Ints, member: Ints, matches: Ints, tokens: Tokens) -> tuple[Ints, Ints]:
    """Give seeds between the articles that hold the same stretch of an earliest article.

    Args:
        center: of each tie of the join the token in the earliest article.
        member: the token in the other article.
        matches: the matches found with the ties.
        tokens: the tokens of all texts.

    Returns:
        The tokens at which the two sides of each new seed begin. One center token in ``EVERY`` is used: a match of
        ``LONG_WORDS`` words holds several.
    """
    tied = _in_long_match(center, member, matches, tokens.block)
    center, member = center[tied], member[tied]
    order = np.lexsort((member, center))
    center, member = center[order], member[order]
    _, number = np.unique(center, return_inverse=True)
    kept = number % EVERY == 0
    center, member = center[kept], member[kept]
    starts = np.flatnonzero(np.concatenate([[True], center[1:] != center[:-1]])) if len(center) else center
    sizes = np.diff(np.append(starts, len(center)))
    later = np.repeat(starts + sizes, sizes) - np.arange(len(center)) - 1
    left, right = [center[:0]], [center[:0]]
    alive, step = np.flatnonzero(later > 0), 1
    while len(alive):
        left.append(member[alive])
        right.append(member[alive + step])
        step += 1
        alive = alive[later[alive] >= step]
    a, b = np.concatenate(left), np.concatenate(right)
    apart = tokens.doc[a] != tokens.doc[b]
    return a[apart], b[apart]


def _in_long_match(center: Ints, member: Ints, matches: Ints, block: Ints) -> Ints:
    """Say which ties lie in a long match of their two blocks."""
    long = matches[matches[:, 1] - matches[:, 0] >= LONG_WORDS]
    if not len(long) or not len(center):
        return np.zeros(0, dtype=np.int64)
    # One number orders matches by the blocks of both sides and the place in the first.
    width, blocks = len(block) + 1, int(block[-1]) + 1
    if blocks * blocks > np.iinfo(np.int64).max // width:
        raise OverflowError(f"{blocks} blocks of {width} tokens are too many for one job")
    pair = block[long[:, 0]] * blocks + block[long[:, 2]]
    order = np.lexsort((long[:, 0], pair))
    long, pair = long[order], pair[order]
    tie_pair = block[center] * blocks + block[member]
    place = np.searchsorted(pair * width + long[:, 0], tie_pair * width + center, side="right") - 1
    at = np.maximum(place, 0)
    return np.flatnonzero((place >= 0) & (pair[at] == tie_pair) & (center < long[at, 1]))
