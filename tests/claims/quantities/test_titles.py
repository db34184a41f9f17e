"""Quantities of titles."""

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise

BODY = "A family of four was among nine people killed when a ferry sank at the pier in Porto Alto."


def of_title(title, body=BODY):
    sentences = [tokenise("d", 0, title, "title"), tokenise("d", len(title) + 1, body)]
    rows = find_quantities(sentences)
    return [(row["text"], row["unit"], row["scope"]) for row in rows if row["start"] < len(title)]


def test_a_title_in_title_case_is_read_as_one_in_sentence_case():
    rows = of_title("Lisbon Family Of 4 Among 9 Killed In Porto Alto Ferry Wreck")
    assert [(text, unit) for text, unit, _ in rows] == [("4", "-"), ("9", "-")]


def test_the_scope_of_a_title_ends_with_the_name():
    assert of_title("9 People Killed In Porto Alto Pier Wreck") == [("9 People", "people", "In Porto Alto")]


def test_the_unit_of_a_title_is_in_small_letters():
    assert of_title("The Tolls Are Put Off For 30 Days") == [("30 Days", "day", None)]
    assert of_title("9 People Killed On Pier") == [("9 People", "people", None)]


def test_names_in_titles_keep_their_capitals():
    assert of_title("20 Porto Alto Families Mourn") == [("20 Porto Alto Families", "Porto Alto Family", None)]


def test_a_title_in_sentence_case_stays_as_it_is():
    assert of_title("Family Court hears 20 Days fans") == [("20 Days fans", "Days fan", None)]
