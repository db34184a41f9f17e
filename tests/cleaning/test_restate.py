from samestory.cleaning.restate import content, restated

SOURCE = content(
    "There are roughly 40 engines at the harbour and about 12 in the hills, to prevent a shortage of coal."
)


def test_stems_of_content_words():
    assert content("The engines were running") == {"engin", "runni"}


def test_a_reworded_sentence_is_found_again():
    digest = "Approximately 40 engines are at the harbour and 12 in the hills, focused on preventing a coal shortage."
    assert restated(digest, [content("Something else."), SOURCE]) > 0.7


def test_another_sentence_is_not():
    assert restated("Nobody was hurt when two trains met on a single track on Monday.", [SOURCE]) < 0.2


def test_nothing_restates_nothing():
    assert restated("", [SOURCE]) == 0
    assert restated("Nobody was hurt on Monday at noon.", []) == 0
