"""Notes on what an article said before it was corrected."""

import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, labels

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments


@pytest.mark.parametrize(
    "note",
    [
        "Correction, 5 March: An earlier version of this article said that nine people were hurt. That was wrong.",
        "CORRECTION (March 5, 2021): Nobody was hurt in the second train either.",
        "Correction appended: Nobody was hurt in the second train either.",
        "Corrections and clarifications: The second train was empty. We are glad to make this clear.",
        "Clarification (May 3): The driver of the second train is not employed by the company.",
        "Editor’s Note, March 5: This report has been changed to say that nobody was hurt.",
        "Editors' note - The second train was empty.",
        "This article was amended on 5 March 2021. It said that nine people were hurt.",
        "This report was updated on 5 March to include a statement by the company.",
        "This story has been corrected to say that nobody was hurt.",
        "(This March 4 story has been corrected to fix the number of trains in paragraph 3)",
        "(Corrects number of trains in paragraph 3)",
        "** An earlier version of this story misstated the number of trains.",
        "An earlier version of the article misstated the number of trains.",
        "Previous versions of the headline on this report misstated the number of trains.",
        "Because of an editing error, a previous version of this article named another harbour.",
        "This article originally stated that nine people were hurt. Nobody was.",
        "This version corrects the name of the harbour.",
        "Updated on 5 March to correct the number of trains.",
        "Updated, March 5: This story has been corrected to say that nobody was hurt.",
        "A correction was made on March 5, 2021: The second train was empty.",
        "For the record: An earlier version of this post said that nine people were hurt.",
        "The headline of this article has been corrected.",
        "We have amended this article to say that nobody was hurt.",
        "Hinweis der Redaktion: In einer früheren Fassung stand, neun Menschen seien verletzt worden.",
    ],
)
def test_a_note_is_furniture_wherever_it_stands(note):
    assert labels(HEAD, note, LEAD, NEXT) == ["title", "furniture", "body", "body"]
    assert labels(HEAD, LEAD, note, NEXT) == ["title", "body", "furniture", "body"]
    segments = find_segments("\n\n".join([HEAD, LEAD, NEXT, note]), known_agencies())
    assert segments[-1][2:4] == ("furniture", "correction")


@pytest.mark.parametrize(
    "line",
    [
        "The company issued a correction on Monday and said that nobody had been hurt in the second train either.",
        "An earlier version of this train was built in 1971 and had no second brake at all, the company said.",
        "Correction of the line’s course is to cost 12 million crowns, the railway company said on Monday.",
        "“This story was corrected by the company,” the mayor of the old harbour said to the council on Monday.",
        "This article of the treaty was amended in 1998, when the line was opened to trains with passengers.",
        "Update: The fault in the signals has been corrected, and trains run as they should, the company said.",
        "Note: the line is to stay closed on Sundays until the signals are tested, the company said on Monday.",
        "This report was changed by the ministry before the council saw it, the mayor said at the old harbour.",
        "An earlier version of the text had called for the line to be closed, and ministers refused to sign it.",
        "An earlier version of the report, seen by the union, had said that nobody looked after the signals.",
        "The original version of the list had 12 names, the company said after the meeting at the old harbour.",
        "Updated timetables are to correct the fault that let two trains meet on the line, the company said.",
    ],
)
def test_a_report_that_speaks_of_corrections_is_none(line):
    assert labels(HEAD, LEAD, line, NEXT) == ["title", "body", "body", "body"]


def test_a_note_goes_on_in_the_paragraph_below():
    note = "Correction, 5 March: An earlier version of this article said that nine people were hurt."
    assert labels(HEAD, LEAD, NEXT, note, "The number has been corrected.")[-2:] == ["furniture"] * 2
    assert labels(HEAD, LEAD, NEXT, note, "We apologise to the company for the error.")[-2:] == ["furniture"] * 2
    assert labels(HEAD, note, LEAD, NEXT) == ["title", "furniture", "body", "body"]


def test_the_label_of_a_note_may_stand_above_it():
    note = "We wrote that nine people were hurt. That was wrong, nobody was."
    assert labels(HEAD, LEAD, NEXT, "Correction", note) == ["title", "body", "body", "furniture", "furniture"]
    assert labels("Corrections", HEAD, LEAD, NEXT)[1:] == ["title", "body", "body"]
    assert labels(HEAD, LEAD, "Clarification:", LAST, NEXT)[2:] == ["furniture", "body", "body"]
