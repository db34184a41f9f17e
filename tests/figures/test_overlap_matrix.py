import pytest

from samestory.figures import overlap_matrix
from samestory.figures.overlap_matrix import containment


def test_quotations_are_set_aside_in_the_second_matrix(tables):
    shares = containment(tables, ["north", "south", "west"])
    assert shares.all_words[0, 1] == pytest.approx(24 / 36)
    assert shares.all_words[2, 0] == 0
    # 17 words of wire copy among the 28 of south that stand outside quotation marks.
    assert shares.own_voice[1, 0] == pytest.approx(17 / 28)


def test_the_caption_names_the_largest_share(tables):
    assert "Most: 69 % of South Mail stands in North Post" in overlap_matrix(tables).caption


def test_numbers_stand_in_the_cells_while_there_is_room(tables):
    def cells(figure):
        return [text.get_text() for text in figure.drawing.axes[0].texts if text.get_text().isdigit()]

    assert cells(overlap_matrix(tables)) == ["67", "69", "59", "61"]


def test_with_fifty_articles_one_panel_holds_numbers_and_the_whole_is_said_as_all(fifty):
    words = [text.get_text() for text in overlap_matrix(fifty).drawing.axes[0].texts]
    assert words.count("67") == 17
    assert words.count("all") == 16
