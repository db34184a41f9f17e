"""Where what somebody says begins and ends."""

import pytest


def test_a_tag_splits_its_content(only):
    row = only(["“We lost,” said the coach, “but we will be back.”"])
    assert row["content"] == "“We lost,” said the coach, “but we will be back.”"
    assert row["parts"] == "[[0, 10], [27, 49]]"


def test_a_named_thing_is_content_without_the_pronoun(sources):
    assert sources(["Critics called it a waste."]) == [("Critics", "a waste")]


def test_attacks_claimed_by_a_group(only):
    row = only(["The town saw 70 thefts claimed by a gang of students."])
    assert (row["source"], row["content"], row["rule"]) == ("a gang of students", "70 thefts", "passive")


@pytest.mark.parametrize("counted", ["more than 70 thefts", "at least seventy thefts", "about 70 thefts", "two thefts"])
def test_a_content_begins_before_what_compares_its_number(counted, only):
    assert only([f"The town saw {counted} claimed by a gang."])["content"] == counted


def test_what_a_thing_is_seen_as_is_said(only):
    assert only(["Ann Lee saw the ledger as a forgery."])["content"] == "the ledger as a forgery"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The plan was passed by 40 votes to 12, the chair of the council, Ann Lee, announced shortly after noon.",
            [("the chair of the council, Ann Lee", "The plan was passed by 40 votes to 12")],
        ),
        (
            "The fire began at noon, two officials said on the condition of anonymity because they were not allowed "
            "to speak.",
            [("two officials", "The fire began at noon")],
        ),
        (
            "Union leaders said as many as six clerks were away.",
            [("Union leaders", "as many as six clerks were away")],
        ),
        ("Managers at Apex claim the pump was sound.", [("Managers at Apex", "the pump was sound")]),
        ("The police estimated the crowd at 35,000.", [("The police", "the crowd at 35,000")]),
        (
            "The mayor said he would not stay, arguing that the road was not safe.",
            [("The mayor", "he would not stay"), ("The mayor", "that the road was not safe")],
        ),
        ("The mayor has ruled out a new vote.", [("The mayor", "a new vote")]),
        ("It passed a law that the opposition calls unfair.", [("the opposition", "unfair")]),
        (
            "Police said 200 people came, while the union put the figure at more than 900.",
            [("Police", "200 people came"), ("the union", "the figure at more than 900")],
        ),
        (
            "Police said the road was open, but the mayor said it was shut.",
            [("Police", "the road was open"), ("the mayor", "it was shut")],
        ),
        (
            "Ten people were held, according to the ministry, while the union says twelve were.",
            [("the ministry", "Ten people were held"), ("the union", "twelve were")],
        ),
        (
            "The party put the figure at 40 and said that it would go to court.",
            [("The party", "the figure at 40"), ("The party", "that it would go to court")],
        ),
        ("Apex said in a statement that the pump was sound.", [("Apex", "that the pump was sound")]),
        (
            "Ten people died, police said yesterday, revising an earlier figure of two.",
            [("police", "Ten people died")],
        ),
        (
            "A man close to the firm, who declined to be named, said the pump was off.",
            [("A man close to the firm", "the pump was off")],
        ),
        ("A clerk, who asked not to be named, claimed the pump was off.", [("A clerk", "the pump was off")]),
        ("“It is final,” says Ann Lee of Upton, who has advised both sides.", [("Ann Lee of Upton", "“It is final,”")]),
    ],
)  # fmt: skip
def test_each_says_no_more_than_what_is_theirs(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee recalled seeing the smoke.", "seeing the smoke"),
        ("Ann Lee recalled that it rained.", "that it rained"),
        ("Ann Lee recalled it was dark.", "it was dark"),
        ("Ann Lee recalled a “good and quiet” man.", "a “good and quiet” man"),
        ("“It was dark,” Ann Lee recalled.", "“It was dark,”"),
    ],
)
def test_what_somebody_recalls_is_said(text, content, only):
    assert only([text])["content"] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The ministry has promised an inquiry after two men were killed.", "an inquiry"),
        ("The ministry announced a review after the roof had fallen in.", "a review"),
        ("The firm promised compensation after the families had complained.", "compensation"),
        ("The council vowed to repair the lock after two barges sank.", "to repair the lock"),
        # What is still to come is promised too; so is what "after" tells of a thing.
        ("The council vowed to repair the lock after the frost ends.", "to repair the lock after the frost ends"),
        ("The council vowed to meet after the planned vote.", "to meet after the planned vote"),
        ("The council confirmed the man held after the fire was a guard.", "the man held after the fire was a guard"),
        ("The council suggested sales after the fire were low.", "sales after the fire were low"),
        ("The council said it met after two barges had sunk.", "it met after two barges had sunk"),
        (
            "“We will build anew after the lock was wrecked,” the council vowed.",
            "“We will build anew after the lock was wrecked,”",
        ),
    ],
)
def test_what_came_before_a_promise_is_told_by_the_narrator(text, content, statements):
    assert content in [row["content"] for row in statements([text])[1]]


def test_a_promise_may_wait_for_what_is_to_come(only):
    row = only(["The council is expected to meet after the frost has ended."])
    assert row["content"] == "to meet after the frost has ended"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Critics called the raid a mistake.", "Critics", "the raid a mistake"),
        ("The union called half of the managers “liars”.", "The union", "half of the managers “liars”"),
        ("The mayor described the fire as the worst yet.", "The mayor", "the fire as the worst yet"),
    ],
)
def test_what_is_named_stands_in_what_is_said_of_it(text, source, content, sources):
    assert sources([text]) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "While the mayor said the dam, built in 1950, was safe, residents fled.",
            "the mayor",
            "the dam, built in 1950, was safe",
        ),
        (
            "But even though the union noted that nobody was hurt, work was stopped.",
            "the union",
            "that nobody was hurt",
        ),
        ("Ann Lee, who understood that a vote was near, told nobody.", "who", "that a vote was near"),
        ("The mayor said the dam was safe, but he refuses to pay.", "The mayor", "the dam was safe"),
    ],
)
def test_content_ends_where_its_sentence_goes_on(text, source, content, sources):
    assert sources([text])[0] == (source, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The driver was found guilty on Monday.", []),
        ("How do you find a body?", []),
        ("They believe him.", []),
        ("Tests found sand in the flour.", ["sand in the flour"]),
        ("They found 31 faults.", ["31 faults"]),
        ("They found the bridge was closed.", ["the bridge was closed"]),
    ],
)
def test_what_somebody_came_upon_is_no_content(text, content, sources):
    assert [said for _, said in sources([text])] == content


@pytest.mark.parametrize(
    "text",
    ["A set of clean air rules that bind the mills was passed.", "Tenants' advocates have left the hall."],
)
def test_a_noun_that_looks_like_a_verb(text, sources):
    assert sources([text]) == []


def test_who_cites_a_thing_and_who_is_cited(sources):
    assert sources(["The court blocked the sale, citing a threat to public health."]) == [
        ("The court", "a threat to public health")
    ]
    assert sources(["Two men fled, the paper wrote, citing sources close to the inquiry."])[1][0] == (
        "sources close to the inquiry"
    )


def test_figures_have_their_maker_in_their_source(sources):
    assert sources(["According to figures released by the ministry, 11 people drowned."]) == [
        ("figures released by the ministry", "11 people drowned")
    ]


def test_an_accusation_without_an_accuser(only):
    row = only(["The guards were accused of stealing a boat."])
    assert (row["source"], row["content"], row["cue_class"]) == (None, "of stealing a boat", "distancing")


def test_an_adverb_behind_the_cue_is_no_content(only):
    assert only(["The mayor said repeatedly that the dam leaks."])["content"] == "that the dam leaks"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The board said in a statement it would pay.", [("The board", "it would pay")]),
        (
            "Asked whether he would back an inquiry, he replied: “Into what?”",
            [("he", "“Into what?”")],
        ),
        (
            "According to their report, published on Tuesday, observers were sent away.",
            [("their report", "observers were sent away")],
        ),
        (
            "According to the guard, masked men opened the gate, letting the herd out.",
            [("the guard", "masked men opened the gate, letting the herd out")],
        ),
        ("The judge was a cousin of hers, as the paper wrote.", [("the paper", "The judge was a cousin of hers")]),
        ("In their own report they write of four fires.", [("they", "four fires")]),
        ("The owner, Carl Finch, denies it.", [("The owner, Carl Finch", "it")]),
        (
            "The board, which includes two clerks, certified the vote on Monday.",
            [("The board", "the vote on Monday")],
        ),
    ],
)
def test_what_stands_between_a_source_and_what_it_says(text, said, sources):
    assert sources([text]) == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The coach talked about the winter and spoke out against the rules.",
            [("The coach", "the winter"), ("The coach", "the rules")],
        ),
        (
            "The club said the pool was shut and warned of a leak.",
            [("The club", "the pool was shut"), ("The club", "a leak")],
        ),
        ("The club said a boat sank and called it a loss.", [("The club", "a boat sank"), ("The club", "a loss")]),
        # What is felt or discussed behind a clause is told of its subject.
        (
            "The club said the divers had come back and thought of the reef.",
            [("The club", "the divers had come back and thought of the reef")],
        ),
        # "Took" alone reports nothing.
        ("The club said the divers swam and took the boat.", [("The club", "the divers swam and took the boat")]),
    ],
)
def test_a_second_verb_ends_the_content_of_the_first(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("While the bakers railed against the tax, they paid it.", [("the bakers", "the tax")]),
        (
            "As the coach talked about the frost, the club praised its fans.",
            [("the coach", "the frost"), ("the club", "its fans")],
        ),
        ("As the coach said, when it rains, the pitch floods.", [("the coach", "when it rains, the pitch floods")]),
    ],
)
def test_a_content_ends_before_the_main_clause(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "In a statement announcing the plan, the council welcomed the bridge.",
            [("a statement", "the plan"), ("the council", "the bridge")],
        ),
        ("A clerk waved to the crew: “It is late,” she said.", [("she", "“It is late,”")]),
        (
            "The mayor said “the lock is sound,” while divers said it leaked.",
            [("The mayor", "“the lock is sound,”"), ("divers", "it leaked")],
        ),
        ("On the quay, Ann Lee restricted comments about the lock.", []),
    ],
)
def test_what_one_says_ends_where_another_begins(text, said, sources):
    assert sources([text]) == said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The club pledged to hire a coach, train its guards, and improve the rota.",
            "to hire a coach, train its guards, and improve the rota",
        ),
        ("The mayor condemned the raid, the arrests, and the fines.", "the raid, the arrests, and the fines"),
        # No member of the series.
        ("The club pledged to hire a coach, and swimmers were glad.", "to hire a coach"),
        ("The club pledged to hire a coach, a guard, and the swimmers were glad.", "to hire a coach, a guard"),
        ("The mayor vowed to act, if need be, and went home.", "to act, if need be"),
    ],
)
def test_the_last_member_of_a_series_is_content(text, content, only):
    assert only([text])["content"] == content
