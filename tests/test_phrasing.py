import pytest

from samestory.phrasing import count, in_marks, listed, percent, say_interval, say_kind, say_number, say_variable


@pytest.mark.parametrize(
    ("low", "high", "comparator", "said"),
    [
        (14, 14, "=", "14"),
        (24, 90, None, "24 to 90"),
        (70, None, ">", "more than 70"),
        (70, None, ">=", "at least 70"),
        (None, 7, "<", "fewer than 7"),
        (None, 7, None, "up to 7"),
        (None, None, None, "–"),
    ],
)
def test_an_interval_says_whether_its_end_is_in_it(low, high, comparator, said):
    assert say_interval(low, high, comparator) == said


def test_numbers_in_figures():
    assert [say_number(number) for number in (2500.0, 4.5, 7.7e9)] == ["2,500", "4.5", "7,700,000,000"]


def test_a_variable_as_a_reader_writes_it():
    assert say_variable("rockets_fired") == "Rockets fired"
    assert say_variable("_") == "_"
    assert say_variable("count: people centre left") == "Count (people, centre, left)"


def test_marks_inside_marks_are_single():
    assert in_marks("Two people") == "“Two people”"
    assert in_marks("“Go,” she said. “Now.”") == "“‘Go,’ she said. ‘Now.’”"
    assert in_marks('"Go," she said.') == "“‘Go,’ she said.”"


def test_a_segment_is_called_what_a_reader_calls_it():
    assert [say_kind(kind) for kind in ("title", "caption", "dateline")] == ["headline", "photo caption", "dateline"]


def test_counts_lists_and_shares():
    assert [count(number, "article") for number in (0, 1, 2500)] == ["0 articles", "1 article", "2,500 articles"]
    assert count(2, "date or time", "dates and times") == "2 dates and times"
    assert [listed(list("abcd")[:number], 3) for number in range(5)] == [
        "",
        "a",
        "a and b",
        "a, b and c",
        "a, b, c and 1 more",
    ]
    assert [percent(share) for share in (0, 0.001, 0.525, 1)] == ["0 %", "under 1 %", "52 %", "100 %"]
