"""Who speaks where captions stand between the paragraphs."""

CAPTION = [("caption", "Mia Dean, a nurse, lost her son on Monday.")]


def test_she_is_nobody_in_a_caption(statements):
    rows = statements(["Rosa Hill said her son was on the bus."], CAPTION, ["She said it had braked late."])[1]
    assert [row["source_canonical"] for row in rows] == ["Rosa Hill", "Rosa Hill"]


def test_a_caption_parts_no_speech(statements):
    quotes, _ = statements(["Rosa Hill said her son was on the bus."], CAPTION, ["“It was late, and it was fast.”"])
    assert [row["speaker"] for row in quotes] == ["Rosa Hill"]


def test_who_speaks_in_a_caption_speaks_no_paragraph(statements):
    caption = [("caption", "“It was here,” said Mia Dean.")]
    quotes, _ = statements(["“It is late,” said Rosa Hill."], caption, ["“It was late, and it was fast.”"])
    assert [row["speaker"] for row in quotes] == ["Rosa Hill", "Mia Dean", "Rosa Hill"]


def test_a_caption_says_of_nobody_who_she_is(statements):
    caption = [("caption", "Mia Dean says that she waited there.")]
    rows = statements(["Rosa Hill said her son was on the bus."], caption, ["She said it had braked late."])[1]
    assert [row["source_canonical"] for row in rows] == ["Rosa Hill", "Mia Dean", "Rosa Hill"]
