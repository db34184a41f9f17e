"""What day "today" is of in a quotation and beside a date, in articles of Friday 11 June 2021."""

import pytest

from samestory.claims.times.rows import find_times
from samestory.claims.tokens import tokenise


def values(text):
    rows = find_times([tokenise("d", 0, text)], {"d": "2021-06-11"})
    return {row["text"]: row["value"].removeprefix("2021-") for row in rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sailed this morning,” he said on Wednesday.", {"this morning": "06-09TMO", "Wednesday": "06-09"}),
        ("“We sail tomorrow,” he told the council late on Wednesday.", {"tomorrow": "06-10", "Wednesday": "06-09"}),
        ("“We sailed yesterday,” he said in Orlin on 8 June.", {"yesterday": "06-07", "8 June": "06-08"}),
        (
            'In a note posted that evening (31 May) she wrote: "Nine of us on deck tonight".',
            {"31 May": "05-31", "tonight": "05-31TNI"},
        ),
        (
            "“We sailed at 6 a.m. today,” he said on Wednesday.",
            {"6 a.m.": "06-09T06:00", "today": "06-09", "Wednesday": "06-09"},
        ),
        # No day of speaking.
        ("“We sailed this morning,” he said of Wednesday's race.", {"this morning": "06-11TMO", "Wednesday": "06-09"}),
        (
            "“We sailed this morning,” said the man who won on Wednesday.",
            {"this morning": "06-11TMO", "Wednesday": "06-09"},
        ),
        ("He said on Wednesday that the race is on today.", {"Wednesday": "06-09", "today": "06-11"}),
        ("“We sail today,” he said, and on Wednesday they won.", {"today": "06-11", "Wednesday": "06-09"}),
    ],
)
def test_today_in_a_quotation_is_the_day_it_was_spoken(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It holds from today, May 3, 2021.", {"today": "05-03", "May 3, 2021": "05-03"}),
        ("It ended yesterday evening (3 May).", {"yesterday evening": "05-03TEV", "3 May": "05-03"}),
        ("It ends today, and on May 3 it begins.", {"today": "06-11", "May 3": "05-03"}),
    ],
)
def test_today_is_the_date_that_stands_behind_it(text, expected):
    assert values(text) == expected
