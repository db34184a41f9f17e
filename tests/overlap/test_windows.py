import numpy as np
import pytest

from samestory.overlap.windows import windows

VALUES = np.arange(10, 20, dtype=np.uint16)


def test_a_window_is_read_from_each_place_in_the_order_given():
    assert windows(VALUES, np.array([6, 0, 2]), 3).tolist() == [[16, 17, 18], [10, 11, 12], [12, 13, 14]]


@pytest.mark.parametrize("size", [4, 12])
def test_beyond_the_array_stands_its_first_or_last_value_again(size):
    places = np.array([-20, -2, 5, 8, 30])
    expected = [[VALUES[min(max(0, place + step), 9)] for step in range(size)] for place in places.tolist()]
    assert windows(VALUES, places, size).tolist() == expected


def test_no_places_give_no_windows():
    assert windows(VALUES, np.zeros(0, dtype=np.int64), 4).shape == (0, 4)
