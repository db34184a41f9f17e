"""Where the rules of times.toml are tried, in articles of Friday 11 June 2021."""

import pytest

from samestory.claims.times.rows import find_times
from samestory.claims.tokens import tokenise

STOPPED = "The sirens went at 5.40am."


def found(*sentences):
    """Give the words and values of the times of the last sentence."""
    tokenised, start = [], 0
    for sentence in sentences:
        tokenised.append(tokenise("d", start, sentence))
        start += len(sentence) + 1
    rows = find_times(tokenised, {"d": "2021-06-11"})
    return [(row["text"], row["value"]) for row in rows if row["start"] >= tokenised[-1].start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firemen were called to a sunken barge at 6.25 and cut it open.", [("6.25", "2021-06-11T06:25")]),
        ("The crew was called at 6.28 to a blaze on Mill Lane.", [("6.28", "2021-06-11T06:28")]),
        ("Two barges collided at about 5.05, he said.", [("5.05", "2021-06-11T05:05")]),
        ("The barge burned at 9.40 in the night.", [("9.40", "2021-06-11T21:40")]),
        ("The board sat at 7.20 that evening.", [("7.20", "2021-06-11T19:20")]),
        # Prices, results and measures.
        ("The shares closed at 6.25 and fell.", []),
        ("The shares closed at 6.25 this morning.", [("this morning", "2021-06-11TMO")]),
        ("Both sides met at 6.25 per cent.", []),
        ("They met the buyer, at 6.25 a share.", []),
        ("The franc left the day at 6.25 against the pound.", []),
        ("A tremor struck at 6.25 on the Lindt scale.", []),
        ("The fund was valued at 6.25.", []),
    ],
)
def test_a_number_with_a_stop_is_a_time_beside_an_event_or_a_part_of_the_day(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were woken by the noise; at 6.05 the roof gave way.", [("6.05", "2021-06-11T06:05")]),
        ("The shares closed at 6.05, it said.", []),
        ("The rate stood at 6.05 per cent.", []),
    ],
)
def test_an_article_that_prints_times_with_a_stop_does_so_again(text, expected):
    assert found(STOPPED, text) == expected
    assert found(text) == []
