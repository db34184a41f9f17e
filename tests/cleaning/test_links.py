"""Links to other stories amid the report."""

import pytest

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

HEAD = "Trains meet near old harbour"
LEAD = "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the railway company said."
NEXT = (
    "Workers cleared the line by noon. The company promised an inquiry into the signals, which had failed twice before."
)
GUIDES = ["- A SHORT GUIDE: How do I get home?", "- LOOK-UP TOOL: Trains today", "- VIDEO: The two trains"]


def labels(*paragraphs):
    return [segment.kind for segment in find_segments("\n\n".join(paragraphs), known_agencies())]


@pytest.mark.parametrize(
    "line",
    [
        "HARBOUR LINE TO CLOSE FOR REPAIRS UNTIL SUMMER",
        "Harbour wall to be raised a second time [VIDEO]|",
        "Why the old harbour silts up [IN DEPTH]",
    ],
)
def test_a_line_in_capitals_or_with_a_tag_is_a_link(line):
    assert labels(HEAD, LEAD, line, NEXT) == ["title", "body", "furniture", "body"]


def test_a_short_line_in_capitals_is_a_subheading():
    assert labels(HEAD, LEAD, "SIGNALS FAILED TWICE", NEXT) == ["title", "body", "subhead", "body"]


def test_a_remark_in_brackets_that_is_no_tag_stays():
    assert labels(HEAD, LEAD, "The mayor spoke of “a warning to [us]” and left the harbour early that day.", NEXT) == [
        "title", "body", "body", "body",
    ]  # fmt: skip


def test_a_list_of_labels_is_one_of_links_where_one_is_known_as_a_link():
    assert labels(HEAD, LEAD, *GUIDES, NEXT) == ["title", "body", *["furniture"] * 3, "body"]
    facts = ["- WHERE: The old harbour", "- WHEN: Monday morning", "- WHO: Two trains and 40 passengers"]
    assert "furniture" not in labels(HEAD, LEAD, *facts, NEXT)
