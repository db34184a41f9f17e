"""Seeds: the places at which two texts have a fingerprint in common, and the batches in which they are aligned."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from samestory.overlap.chains import exact_runs
from samestory.overlap.fingerprints import fingerprints
from samestory.overlap.join import join
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.stars import complete_stars
from samestory.overlap.tokens import Ints, Places, Tokens

# Seeds, or runs, aligned together: few enough that what is made of them stays in the processor's cache.
BATCH_SEEDS = 131_072


def find_seeds(tokens: Tokens, settings: OverlapSettings, threads: int) -> tuple[Places, Places, Ints]:
    """Find where two texts have a fingerprint in common.

    Returns:
        The tokens at which the two sides of each seed begin, the first before the second; and the runs of equal
        tokens (``chains``) between articles of a story that more carry than are paired outright.
    """
    size = settings.shingle_words
    prints, places = fingerprints(tokens.hashes, tokens.block, size, settings.window, threads)
    left, right, ties = join(prints, places, tokens.doc, settings.max_df, settings.max_repeats, threads)
    if not len(ties):
        return left, right, np.zeros((0, 4), dtype=np.int64)
    star = exact_runs(left[ties], right[ties], tokens, size)
    return left, right, complete_stars(star, tokens, size // 2, settings.link_gap, settings.max_copies)


def seed_batches(left: Places, right: Places, runs: Ints, tokens: Tokens) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Give seeds and runs in batches, in the order of the first side; what begins in one block stays together."""
    seeds = (left.astype(np.int64) << 32) | right
    seeds.sort()
    runs = runs[np.argsort(runs[:, 0], kind="stable")]
    starts = np.concatenate([seeds[::BATCH_SEEDS] >> 32, runs[::BATCH_SEEDS, 0]])
    borders = np.unique(tokens.block_limits[tokens.block[starts]])
    seed_limits = [*np.searchsorted(seeds, borders << 32).tolist(), len(seeds)]
    run_limits = [*np.searchsorted(runs[:, 0], borders).tolist(), len(runs)]
    for (low, high), own in zip(pairwise(seed_limits), pairwise(run_limits), strict=True):
        yield seeds[low:high] >> 32, seeds[low:high] & 0xFFFFFFFF, runs[slice(*own)]
