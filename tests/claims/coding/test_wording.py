"""Naming choices and their voices."""

from collections.abc import Callable
from typing import Any

from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.wording import find_wording
from samestory.rows import rows_of

BOOK = """
variables:
  - name: crowd
    type: naming
    values:
      protesters: [protesters]
      mob: [mob, angry mob]
"""


def test_a_variant_is_the_narrators_quoted_or_reported(codebook: Callable[[str], Codebook], newsroom: Any) -> None:
    room = newsroom({"a": ["Protesters met.", "The mayor called them an “angry mob”.", "Police said the mob left."]})
    room.says("a", "police", "the mob left")
    quote = {**room.span("a", "an “angry mob”"), "speaker_canonical": "mayor", "group_id": "1"}
    quote |= {"start": quote["start"] + 4, "end": quote["end"] - 1, "text": "angry mob"}
    room.add("claims/quotes", quote)
    tables = {name.split("/")[1]: room.table(name) for name in ("clean/texts", "clean/sentences")}
    tables |= {name: room.table(f"claims/{name}") for name in ("quotes", "attributions")}
    found = [
        (row["text"], row["variant"], row["voice"], row["holder"])
        for row in rows_of(find_wording(codebook(BOOK), **tables))
    ]
    assert found == [
        ("Protesters", "protesters", "narrator", None),
        ("angry mob", "mob", "quoted", "mayor"),
        ("mob", "mob", "reported", "police"),
    ]
    assert find_wording(None, **tables).empty


def test_the_tag_between_the_parts_of_what_is_said_is_the_narrators(
    codebook: Callable[[str], Codebook], newsroom: Any
) -> None:
    text = "The mob left, police chasing the protesters said, and no protesters stayed."
    room = newsroom({"a": [text]})
    room.says("a", "police", text)
    parts = [(0, text.index(",")), (text.index("and no"), len(text))]
    room.rows["claims/attributions"][0]["parts"] = str([list(part) for part in parts])
    tables = {name.split("/")[1]: room.table(name) for name in ("clean/texts", "clean/sentences")}
    tables |= {name: room.table(f"claims/{name}") for name in ("quotes", "attributions")}
    found = [(row["text"], row["voice"], row["holder"]) for row in rows_of(find_wording(codebook(BOOK), **tables))]
    assert found == [
        ("mob", "reported", "police"),
        ("protesters", "narrator", None),
        ("protesters", "reported", "police"),
    ]
