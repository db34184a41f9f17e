from samestory.figures import reuse_map
from samestory.figures.extent import word_starts
from samestory.figures.pieces import Piece, origin_letters, read_pieces
from samestory.figures.reuse_map import _lettered


def test_stretches_become_words_lettered_by_size(tables, event):
    starts = {doc: word_starts(text) for doc, text in event["TEXTS"].items()}
    pieces = read_pieces(tables, starts)
    south = [(p.first, p.last, p.content, p.note) for p in pieces if p.doc_id == "south"]
    assert south == [(0, 17, "wire", "inferred"), (17, 35, "statement", "")]
    assert origin_letters(pieces) == {"wire:1": "A", "statement:1": "B"}


def test_the_caption_counts_what_the_strips_show(tables):
    caption = reuse_map(tables).caption
    # 17 words of wire twice; the paragraphs with the statement have 15 and 18 words; 2 of furniture.
    assert "3 articles, 87 words" in caption
    assert "67 of the 85 words outside page furniture (79 %)" in caption


def test_the_alternative_text_says_each_strip(tables):
    alt = reuse_map(tables).alt
    assert "South Mail, 35 words: 17 words wire copy and 18 words quoted statement, from origins A and B." in alt


def test_the_key_names_no_letter_that_no_strip_shows(fifty):
    words = [text.get_text() for text in reuse_map(fifty).drawing.axes[0].texts]
    named = {line.split("  ")[0] for line in words if "  " in line}
    shown = {letter for line in words if "  " not in line for letter in line.split()}
    assert named
    assert named <= shown


def test_a_stretch_too_thin_for_its_letter_has_it_behind_the_strip():
    pieces = [Piece("long", 0, 500, "wire", "a", False), Piece("long", 500, 502, "statement", "b", False)]
    shown, aside = _lettered(pieces, {"a": "A", "b": "B"}, 0.005, inside=True)
    assert shown == {"A", "B"}
    assert aside == {"long": ["B"]}


def test_what_is_retold_by_name_is_hatched_apart_from_what_is_shared(tables):
    rows = tables["overlap/origins"]
    tables["overlap/origins"] = rows.assign(basis=rows["basis"].replace("inferred", "named_source"))
    figure = reuse_map(tables)
    assert "Dotted: told in other words, and the article names the origin as its source." in figure.caption
    assert "origin named as source" in [text.get_text() for text in figure.drawing.axes[0].texts]
