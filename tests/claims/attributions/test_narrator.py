"""Where the narrator goes on behind what somebody says, wants or condemns."""

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The firm promised lower rents but has done little.", "lower rents"),
        ("The firm promised “lower rents,” but it has done little.", "“lower rents,”"),
        ("The council condemned the strike as the trains stopped.", "the strike"),
        ("The council agreed to fund the lock but closed the pool.", "to fund the lock"),
        ("The council condemned the strike as a threat.", "the strike as a threat"),
        ("The council backed shops such as bakeries the fire closed.", "shops such as bakeries the fire closed"),
        ("The union described the frost as the worst the town had seen.", "the frost as the worst the town had seen"),
    ],
)
def test_the_narrator_goes_on_behind_an_object(text, content, only):
    assert only([text])["content"] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A guard accused them of fraud and the swimmers were asked to leave.", "them of fraud"),
        ("A guard accused them of fraud and forced them out of the pool.", "them of fraud"),
        ("Norland agreed to limit its catch and was granted a quota.", "to limit its catch"),
        ("Norland agreed to limit its catch and it was granted a quota.", "to limit its catch"),
        ("The club condemned the strike and walked out.", "the strike"),
        ("The union wants a law on rents and the mayor has agreed.", "a law on rents"),
        ("The firm blamed the frost and the union blamed the firm.", "the frost"),
        ("She was accused of theft and was fined.", "of theft"),
    ],
)
def test_a_second_predicate_or_clause_is_the_narrators(text, content, statements):
    assert statements([text])[1][0]["content"] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norland agreed to limit its catch and reclaim the bay.", "to limit its catch and reclaim the bay"),
        ("The mayor criticized old and outdated laws.", "old and outdated laws"),
        ("The mayor praised the dead and injured in the fire.", "the dead and injured in the fire"),
        ("The mayor praised her skill and will to win.", "her skill and will to win"),
        ("The mayor praised the crew and the two guards.", "the crew and the two guards"),
        (
            "The mayor condemned the men who robbed a bank and burned a car.",
            "the men who robbed a bank and burned a car",
        ),
        ("The mayor condemned the raid and the way the vote was held.", "the raid and the way the vote was held"),
        ("The film condemned the war and the profits firms have made.", "the war and the profits firms have made"),
        (
            "The mayor backs a law drafted in May and backed by the union.",
            "a law drafted in May and backed by the union",
        ),
        ("The club promised to act if fans rioted and it was unsafe.", "to act if fans rioted and it was unsafe"),
        ("The mayor said the lock was sound and the bridge was shut.", "the lock was sound and the bridge was shut"),
    ],
)
def test_what_and_joins_to_the_content_stays_in_it(text, content, sources):
    assert [said for _, said in sources([text])] == [content]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mayor said it was “a shame,” adding that the road was shut.",
            [("The mayor", "it was “a shame,”"), ("The mayor", "that the road was shut")],
        ),
        (
            "The mayor said it was “a shame,” but the union said it was just.",
            [("The mayor", "it was “a shame,”"), ("the union", "it was just")],
        ),
        ("The mayor described the fire as “a blow,” but spoke of no arson.", [("The mayor", "the fire as “a blow,”")]),
        ("Norland agreed to delay the levy, narrowly avoiding a strike.", [("Norland", "to delay the levy")]),
    ],
)
def test_a_comma_inside_the_marks_ends_a_clause_too(text, found, sources):
    assert sources([text])[: len(found)] == found
