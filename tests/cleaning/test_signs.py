import pytest

from samestory.cleaning.signs import PAGE_PHRASE, SIGNS, signs_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The ferry left Portville at noon with a photograph of the crew.", {"photo credit", "picture"}),
        ("The quay at dawn. Ada Quill/Portville Wire", {"photo credit"}),
        ("The crew (RIGHT) before the storm", {"bracket", "place in picture"}),
        ("Additional reporting by Ada Quill", {"desk"}),
        ("© 2021 The Portville Post", {"photo credit", "copyright"}),
        ("With inputs from the Wire", {"contribution"}),
        ("Please enter your email address below", {PAGE_PHRASE}),
        ("Damage and aviation in Bolivia were topics of the day.", set()),
        ("", set()),
    ],
)
def test_a_text_has_the_signs_that_stand_in_it(line, names):
    assert signs_of(line) == names


def test_letters_of_any_script_and_half_a_pair_are_read():
    assert signs_of("Ünter \U0001f4f7 日本 \ud83d show all") == {"gallery"}


def test_every_sign_can_be_found():
    found = signs_of(
        "photo (left, show all pic.twitter reporting copyright corrected contributed enter your email address"
    )
    assert found | {"bracket"} == {*SIGNS, PAGE_PHRASE}
