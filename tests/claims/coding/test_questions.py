"""What a sentence tells before it asks."""

import pytest

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.questions import told_part


def told(text: str) -> str | None:
    part = told_part(Sentence(7, 7 + len(text), text, "title", "title"))
    assert part is None or part.end - part.start == len(part.text)
    return part and part.text


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Nine hurt in fire.", "Nine hurt in fire."),
        ("Nine hurt, two dead; who lit the fire?", "Nine hurt, two dead"),
        ("Nine hurt – what we know?", "Nine hurt"),
        ("Nine hurt, or eight?", None),
        ("Were nine hurt?", None),
        ("Who was hurt; and why?", None),
    ],
)
def test_what_stands_before_a_question_is_told(text: str, part: str | None) -> None:
    assert told(text) == part
