"""Windows: runs of values from many places of one array, each read in one go."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from samestory.overlap.tokens import Ints

Value = TypeVar("Value", bound=np.generic)


def windows(values: NDArray[Value], first: Ints, size: int) -> NDArray[Value]:
    """Give ``size`` values from each place on.

    Args:
        values: an array without gaps, not empty.
        first: the places; beyond the array stands its first or last value again.
        size: values in a window.

    Returns:
        One row a place.
    """
    last = len(values) - size
    if last < 0:
        return values.take(np.add.outer(first, np.arange(size)), mode="clip")
    # A window is one item of as many bytes: it is copied whole, where a table of numbers would be looked up one by one.
    width = values.itemsize
    items = np.ndarray((last + 1,), dtype=f"V{size * width}", buffer=values.data, strides=(width,))
    rows = items[np.clip(first, 0, last)].view(values.dtype).reshape(-1, size)
    beyond = np.flatnonzero((first < 0) | (first > last))
    rows[beyond] = values.take(np.add.outer(first[beyond], np.arange(size)), mode="clip")
    return rows
