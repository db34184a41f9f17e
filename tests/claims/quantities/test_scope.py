"""What a number is restricted to, within its own clause."""

import pytest

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def scopes(text):
    return [(row["text"], row["scope"]) for row in find_quantities([tokenise("d", 0, text)])]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("There were 14 fires in Portugal.", "in Portugal"),
        ("The army has 900 soldiers in northwestern Portugal.", "in northwestern Portugal"),
        ("Police counted 14 fires in recent weeks.", "in recent weeks"),
        ("There have been 14 fires since mid-August.", "since mid-August"),
        ("Some 300 firefighters, most of them volunteers, are in Portugal.", "in Portugal"),
        ("There were 14 fires, mostly in Portugal.", "in Portugal"),
        ("Nine people were hurt in the Portuguese capital.", "in the Portuguese capital"),
        ("In all 14 people died on Sunday.", "on Sunday"),
        ("Nine million riders used it in 2015/16.", "in 2015/16"),
    ],
)
def test_the_place_or_time_of_the_clause(text, scope):
    assert [found for _, found in scopes(text)] == [scope]


@pytest.mark.parametrize(
    "text",
    [
        "While no party has called a strike so far, the union in Porto wants one.",
        "No party called a strike, the union in Porto said.",
        "Nine people were hurt when a bus overturned near Porto.",
        "Nine people were hurt after a bus overturned in Porto.",
        "Nine girls were freed, officials said on Thursday.",
        "Talks went on between the two countries, Prime Minister Ann Lee said on Monday.",
        "The clinic has 180 beds and plans to begin vaccinating on Friday.",
        "The clinic has 180 beds and will open on Friday.",
        "Nine people were hurt and a man in Porto was arrested.",
        "Nine people were hurt, the mayor, speaking in Porto, said.",
        "It is not known whether 14 coins changed hands in this swap.",
        "Their 19-year-old son studies in Porto.",
        "Nine people were hurt in Sunday’s crash.",
        "Nine people took part in the Portuguese game.",
    ],
)
def test_a_clause_with_a_subject_of_its_own_restricts_nothing(text):
    assert [found for _, found in scopes(text)] == [None]


def test_the_verb_of_another_clause_restricts_nothing():
    assert scopes("The plant where nine workers were hurt was closed in Porto.") == [("nine workers", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Duties of 25 percent on rolled grain and 10 percent on oats were to begin on Tuesday.",
            [("25 percent", "on rolled grain"), ("10 percent", "on oats")],
        ),
        ("They put a 10% tariff on oats in early March.", [("10%", "on oats")]),
        ("Shares lost 10 percent on fears of a storm.", [("10 percent", None)]),
        ("The tax rose 10 percent on Tuesday.", [("10 percent", "on Tuesday")]),
        ("It rose above 80 percent for the first time in years.", [("above 80 percent", None)]),
        ("It rose above 80 percent for the first time in years in Porto.", [("above 80 percent", "in Porto")]),
    ],
)
def test_what_is_charged_stands_nearer_than_a_time(text, found):
    assert scopes(text) == found
