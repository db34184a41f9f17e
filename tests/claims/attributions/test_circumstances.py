"""Where and when a thing is told is no part of it."""

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor condemned the march in a statement on Thursday.", "the march"),
        ("The mayor condemned the march in a strongly worded letter to the council.", "the march"),
        ("The mayor condemned the march in an on-air speech.", "the march"),
        ("The mayor expressed her regret on Twitter.", "her regret"),
        ("The mayor attacked the club late Friday night.", "the club"),
        ("The mayor attacked the club at a hearing last week.", "the club"),
        # Of the thing itself.
        ("The mayor attacked the report in the statement of the club.", "the report in the statement of the club"),
        ("The mayor defended the tax that the town imposed last month.", "the tax that the town imposed last month"),
        ("The mayor praised the boats in the harbour.", "the boats in the harbour"),
        ("The mayor vowed to speak on Friday.", "to speak on Friday"),
    ],
)
def test_content_ends_before_where_and_when_it_is_told(text, content, only):
    assert only([text])["content"] == content
