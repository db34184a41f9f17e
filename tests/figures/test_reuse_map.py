from samestory.figures import reuse_map
from samestory.figures.extent import word_starts
from samestory.figures.pieces import origin_letters, read_pieces


def test_stretches_become_words_lettered_by_size(tables, event):
    starts = {doc: word_starts(text) for doc, text in event["TEXTS"].items()}
    pieces = read_pieces(tables, starts)
    south = [(p.first, p.last, p.content, p.inferred) for p in pieces if p.doc_id == "south"]
    assert south == [(0, 17, "wire", True), (17, 35, "statement", False)]
    assert origin_letters(pieces) == {"wire:1": "A", "statement:1": "B"}


def test_the_caption_counts_what_the_strips_show(tables):
    caption = reuse_map(tables).caption
    # 17 words of wire twice; the paragraphs with the statement have 15 and 18 words; 2 of furniture.
    assert "3 articles, 87 words" in caption
    assert "67 of the 85 words outside page furniture (79 %)" in caption


def test_the_alternative_text_says_each_strip(tables):
    alt = reuse_map(tables).alt
    assert "South Mail, 35 words: 17 words wire copy and 18 words quoted statement, from origins A and B." in alt
