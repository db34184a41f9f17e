"""Who says what: the source, the cue and the content of a sentence's attributions."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Output is expected to fall.", "expected", "to fall"),
        ("Sales were expected to rise.", "expected", "to rise"),
        ("The road is reported closed.", "reported", "closed"),
        ("The dam was feared lost.", "feared", "lost"),
        ("The unions were told that pay would fall.", "told", "that pay would fall"),
        ("Two of the crew had drowned, it was feared.", "feared", "Two of the crew had drowned"),
    ],
)
def test_a_passive_without_an_agent_names_nobody(text, cue, content, only):
    row = only([text])
    assert (row["source"], row["source_canonical"], row["cue"], row["content"]) == (None, None, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        ("The mayor said that the bridge was safe.", "The mayor", "said", "that the bridge was safe", "indirect"),
        (
            "“The bridge is safe,” said Ann Lee, a spokeswoman for the city.",
            "Ann Lee, a spokeswoman for the city",
            "said",
            "“The bridge is safe,”",
            "direct",
        ),
        ("“The bridge is safe,” the mayor added.", "the mayor", "added", "“The bridge is safe,”", "direct"),
        (
            "The mayor said the bridge was “as safe as a house”.",
            "The mayor",
            "said",
            "the bridge was “as safe as a house”",
            "mixed",
        ),
        (
            "The bridge has been closed, the mayor said late on Friday, after a cable had snapped in the wind.",
            "the mayor",
            "said",
            "The bridge has been closed",
            "indirect",
        ),
        (
            "The bridge is safe, according to city officials.",
            "city officials",
            "according to",
            "The bridge is safe",
            "indirect",
        ),
        ("According to the mayor, the bridge is safe.", "the mayor", "According to", "the bridge is safe", "indirect"),
        (
            "The mayor told reporters that the bridge was safe.",
            "The mayor",
            "told",
            "that the bridge was safe",
            "indirect",
        ),
        (
            "The theft was claimed by a gang of students.",
            "a gang of students",
            "was claimed by",
            "The theft",
            "indirect",
        ),
        ("Ann Lee condemned the theft.", "Ann Lee", "condemned", "the theft", "indirect"),
        ("The mayor vowed to rebuild the bridge.", "The mayor", "vowed", "to rebuild the bridge", "indirect"),
    ],
)
def test_source_cue_and_content(text, source, cue, content, kind, only):
    row = only([text])
    assert (row["source"], row["cue"], row["content"], row["type"]) == (source, cue, content, kind)


def test_nobody_is_named_in_believed_to(only):
    row = only(["It was a fire believed to have been set by vandals."])
    assert (row["source"], row["cue_class"], row["naming"]) == (None, "distancing", "unattributed")


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility for the theft.",
        "There were no reported thefts.",
        "The United States sent ships.",
    ],
)
def test_no_attribution(text, statements):
    assert statements([text])[1] == []


def test_did_not_say_is_negative(only):
    assert only(["The mayor did not say whether the bridge was safe."])["polarity"] == "negative"


def test_what_is_felt_inside_what_is_said_is_no_attribution_of_its_own(sources):
    assert sources(["The mayor said she wanted a bridge."]) == [("The mayor", "she wanted a bridge")]


def test_a_source_inside_what_another_says_is_nested(sources):
    found = sources(["Police said the driver told them the lamp was red."])
    assert found == [
        ("Police", "the driver told them the lamp was red"),
        ("the driver", "the lamp was red"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("At least 12 died, two later, said Ann Lee, who runs the port.", "Ann Lee", "At least 12 died, two later"),
        ("Police, fire crews and residents said it fell.", "Police, fire crews and residents", "it fell"),
        ("In recent weeks, police and residents said the road was shut.", "police and residents", "the road was shut"),
        ("“Go on,” Ann Lee said to the driver.", "Ann Lee", "“Go on,”"),
        ("The mayor’s latest claim that it is safe is old.", "The mayor", "that it is safe is old"),
        ("The mayor made the claim that it is safe.", "The mayor", "that it is safe"),
        ("The mayor resigned, calling for more.", "The mayor", "more"),
        ("On Monday it issued a report saying the road was shut.", "it", "the road was shut"),
        ("However, according to Apex, the three missed the boat.", "Apex", "the three missed the boat"),
        ("It is not known if the road was shut.", None, "if the road was shut"),
        ("Asked whether that figure was whole, Ann Lee said she did not know.", "Ann Lee", "she did not know"),
        ("The man was admitted on 24 February, the clinic said.", "the clinic", "The man was admitted on 24 February"),
    ],
)  # fmt: skip
def test_who_says_what(text, source, content, statements):
    assert [(row["source"], row["content"]) for row in statements([text])[1]] == [(source, content)]


def test_not_believed_to_is_negative(only):
    row = only(["The road is not believed to be safe."])
    assert (row["rule"], row["polarity"]) == ("agentless passive", "negative")


def test_an_age_ends_no_content(sources):
    assert sources(["The man, 52, denies the theft, his lawyer said."]) == [
        ("his lawyer", "The man, 52, denies the theft"),
        ("The man, 52", "the theft"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry reported 12 dead.", "The ministry", "12 dead"),
        ("Local media reported 12 dead.", "Local media", "12 dead"),
        ("Unconfirmed reports put the number of dead at 40.", "Unconfirmed reports", "the number of dead at 40"),
        ("The mayor was quoted by the paper as saying the road was shut.", "The mayor", "the road was shut"),
        ("The union has warned for years that the boats are unsafe.", "The union", "that the boats are unsafe"),
        ("The union itself claims 12 percent.", "The union", "12 percent"),
        ("The firm did not respond to questions.", "The firm", "questions"),
    ],
)
def test_who_reports_what(text, source, content, sources):
    assert sources([text]) == [(source, content)]


def test_what_somebody_was_told_does_not_reach_over_a_semicolon(sources):
    assert sources(["Parents say they were not told; the school says they were."]) == [
        ("Parents", "they were not told"),
        ("the school", "they were"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Five suspects, including two sisters, were held.",
        "12 new reports, one of them from the coroner, were lost.",
        "Call the hotline on 105, quoting reference 88.",
        "Callers should ring 105, citing case number 88.",
        "A walker found a ring in the dunes.",
        "Allotment gardener finds £2m brooch",
        "The mayor gave two speeches.",
        "The mayor gave 40 coins to the school.",
        "The yard named two directors.",
        "The case was heard by ten judges rather than 11.",
        "The yard added a wing to its hall.",
        "The warden assumed office in May.",
    ],
)
def test_nobody_speaks_by_a_counted_noun_a_reference_or_a_find(text, sources):
    assert [found for found in sources([text]) if found[0] is not None] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ferry was late, said one sailor close to the crew.", "one sailor close to the crew"),
        ("The ferry was late, said one official.", "one official"),
        ("The ferry was late, said one of the pilots.", "one of the pilots"),
        ("The ferry was late, said two pilots.", "two pilots"),
        ("The ferry was late, said another resident.", "another resident"),
    ],
)
def test_who_is_one_of_several_speaks_after_what_is_said(text, source, sources):
    assert sources([text]) == [(source, "The ferry was late")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The lender, Tarn Mutual, put it at between £2 million and £3 million.",
            "The lender, Tarn Mutual",
            "it at between £2 million and £3 million",
        ),
        ("The union puts losses at between 3 and 4 million.", "The union", "losses at between 3 and 4 million"),
        ("The coastguard was still giving 21 missing.", "The coastguard", "21 missing"),
        ("The ministry gave 14 dead and 30 hurt.", "The ministry", "14 dead and 30 hurt"),
        ("Passenger lists name 18.", "Passenger lists", "18"),
        ("The union speaks of 70.", "The union", "70"),
        ("The police counted 60 rowers.", "The police", "60 rowers"),
    ],
)
def test_who_gives_a_number(text, source, content, sources):
    assert sources([text]) == [(source, content)]


def test_what_is_denied_as_somebody_said_is_not_the_word_of_who_denies_it(statements):
    rows = statements(["The barge did not sink, as some sailors claimed, but was towed, the pilot said."])[1]
    assert [(row["source"], row["content"], row["polarity"]) for row in rows] == [
        ("some sailors", "The barge did not sink", "negative"),
        ("the pilot", "The barge did not sink, as some sailors claimed, but was towed", "positive"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content", "polarity"),
    [
        ("The owner denied that the lock was shut.", "The owner", "that the lock was shut", "negative"),
        ("The owner rejected claims that the lock was shut.", "The owner", "claims that the lock was shut", "negative"),
        ("The owner dismissed reports of a leak.", "The owner", "reports of a leak", "negative"),
        (
            "The owner disputed the earlier suggestion that it leaked.",
            "The owner",
            "the earlier suggestion that it leaked",
            "negative",
        ),
        (
            "The log closed at noon, contradicting reports that it leaked.",
            "The log",
            "reports that it leaked",
            "negative",
        ),
        ("Claims that the lock leaked were rejected by the owner.", "the owner", "that the lock leaked", "negative"),
        ("The owner rejected the offer.", "The owner", "the offer", "positive"),
    ],
)
def test_who_rejects_a_claim_denies_what_it_says(text, source, content, polarity, only):
    row = only([text])
    assert (row["source"], row["content"], row["polarity"]) == (source, content, polarity)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Mia Holm -- author of a guide -- said the dyke leaked.", "Mia Holm -- author of a guide", "said",
         "the dyke leaked"),
        ("Mia Holm - author of a guide - said the dyke leaked.", "Mia Holm - author of a guide", "said",
         "the dyke leaked"),
        ("The dyke is “as old as sin,” as a council memo put it.", "a council memo", "put it",
         "The dyke is “as old as sin,”"),
        ("The warden told members of the council that the dyke leaked.", "The warden", "told", "that the dyke leaked"),
        ("The warden told farmers this weekend the dyke was safe.", "The warden", "told", "the dyke was safe"),
        ("A film questioned whether the dyke was safe.", "A film", "questioned", "whether the dyke was safe"),
        ("The warden was able to confirm that the dyke leaked.", "The warden", "confirm", "that the dyke leaked"),
        ("The warden told the paper’s “Morning Watch” that the dyke leaked.", "The warden", "told",
         "that the dyke leaked"),
        ("The mayor added the dyke had leaked.", "The mayor", "added", "the dyke had leaked"),
        ("Article 12 says that the dyke is free.", "Article 12", "says", "that the dyke is free"),
        ("A think tank said the dyke was safe.", "A think tank", "said", "the dyke was safe"),
        ("The dyke in the north leaked, said a think tank.", "a think tank", "said", "The dyke in the north leaked"),
        ("Mia Holm, the warden, noted the lack of sand.", "Mia Holm, the warden", "noted", "the lack of sand"),
    ],
)  # fmt: skip
def test_who_speaks_behind_an_aside_a_hearer_or_a_dash(text, source, cue, content, only):
    row = only([text])
    assert (row["source"], row["cue"], row["content"]) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The court stopped the works, citing a threat to health.",
            [("The court", "a threat to health")],
        ),
        (
            "Citing a lack of funds, the court stopped the works.",
            [("the court", "a lack of funds")],
        ),
        (
            "Bemoaning the “broken gates,” the warden blamed the council.",
            [("the warden", "the “broken gates,”"), ("the warden", "the council")],
        ),
        (
            "The dyke held, the warden said, contradicting reports of a leak.",
            [("the warden", "The dyke held"), ("the warden", "reports of a leak")],
        ),
    ],
)
def test_who_speaks_by_a_participle(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The call, said an aide, “lasted an hour and ended at the lock”.",
            "an aide",
            "The call, said an aide, “lasted an hour and ended at the lock”",
        ),
        (
            "Under the rules, said Ann Lee, a crew has an hour to act.",
            "Ann Lee",
            "Under the rules, said Ann Lee, a crew has an hour to act",
        ),
    ],
)
def test_a_speaker_between_two_commas_after_few_words(text, source, content, only):
    row = only([text])
    assert (row["source"], row["content"]) == (source, content)


def test_a_subject_with_a_long_relative_clause_is_no_content(only):
    row = only(
        ["A cook who ran the grill, and would not be named as she lives there, said two pans in three were cold."]
    )
    assert (row["source"], row["content"]) == ("A cook who ran the grill", "two pans in three were cold")


@pytest.mark.parametrize(
    "text", ["There were 118 confirmed cases.", "The crew brought their boats back at 10 on Monday."]
)
def test_words_that_look_like_a_cue(text, sources):
    assert sources([text]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By, ’s tally it is 12.", []),
        ("He left in the opinion of those there said:", [("those there", "He left")]),
        ("Crews, she decided today,", [("she", "Crews")]),
    ],
)
def test_a_sentence_that_is_cut_short_is_read(text, found, sources):
    assert sources([text]) == found
