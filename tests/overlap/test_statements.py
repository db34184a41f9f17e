QUOTE = "“We call on all sides to return to the table and to let the convoys pass without delay,”"


def statements(frames):
    rows = frames["overlap/origins"]
    return rows[rows["role"] == "quotes_statement"]


def spans(frames, doc, text):
    rows = frames["overlap/stretches"]
    return [text[r.start : r.end] for r in rows[rows["doc_id"] == doc].itertuples() if r.content == "statement"]


def test_the_whole_quotation_is_the_statement_where_most_of_it_is_shared(overlap):
    longer = QUOTE.replace("delay,”", "delay, as we have said before,”")
    texts = {
        "a": f"Talks failed. {QUOTE} the envoy said.",
        "b": f"{longer} an envoy told reporters. Fog hung over the lake.",
    }
    frames = overlap(texts)
    assert spans(frames, "a", texts["a"]) == [QUOTE]
    assert spans(frames, "b", texts["b"]) == [longer]
    assert statements(frames)["origin_id"].nunique() == 1


def test_a_quotation_reported_without_marks_is_the_statement_too(overlap):
    reported = "The envoy called on all sides to return to the table and to let the convoys pass without delay."
    texts = {"a": f"Talks failed. {QUOTE} the envoy said.", "b": f"Fog hung over the lake. {reported}"}
    frames = overlap(texts)
    assert spans(frames, "b", texts["b"]) == [reported]
    assert dict(zip(statements(frames)["doc_id"], statements(frames)["confidence"], strict=True)) == {
        "a": 0.9,
        "b": 0.7,
    }


def test_a_statement_is_called_by_its_words_between_the_marks(overlap):
    reported = "The envoy again called on all sides to return to the table and to let the convoys “pass through” soon."
    texts = {"a": f"Talks failed. {QUOTE} the envoy said.", "b": f"Fog hung over the lake. {reported}"}
    frames = overlap(texts)
    assert spans(frames, "b", texts["b"]) == [reported]
    assert {name.split(" to ")[0] for name in statements(frames)["origin"]} == {"statement “We call on all sides"}


def test_a_quotation_that_only_copies_of_one_story_carry_is_no_statement(overlap):
    story = (
        f"The envoy left the lakeside hotel by boat before sunrise without a word to anyone.\n\n{QUOTE} he had said."
    )
    assert len(statements(overlap({"a": f"{story}\n\nAP", "b": story}, agencies={"a": "AP"}))) == 0


def test_quotations_side_by_side_in_two_articles_are_one_statement(overlap):
    second = "“Every hour that passes costs lives that nobody will be able to give back to us,”"
    text = f"{QUOTE} the envoy said. {second} he added."
    texts = {
        "a": f"Nothing moved on the lake that day and the shops were shut.\n\n{text}",
        "b": f"Boats were kept in harbour while the delegations ate in silence upstairs.\n\n{text}",
        "c": f"{second} said the envoy, who wore a grey coat and took no questions.",
    }
    assert statements(overlap(texts))["origin_id"].nunique() == 1


def test_a_press_statement_in_the_corpus_is_the_statement(overlap):
    texts = {"a": f"Talks failed. {QUOTE.strip('“”')} says the ministry.", "p": QUOTE.strip("“”")}
    frames = overlap(texts, roles={"p": "press_statement"})
    assert set(statements(frames)["doc_id"]) == {"a", "p"}


def test_what_is_quoted_beside_a_press_statement_is_none_of_it(overlap):
    other = "“My crews could not get within fifty metres of the hall for the first hour of the night.”"
    told = f"{other} he said.\n\n{QUOTE} the ministry said."
    texts = {
        "a": f"Nothing moved on the lake that day and the shops were shut.\n\n{told}",
        "b": f"Boats were kept in harbour while the delegations ate in silence upstairs.\n\n{told}",
        "p": QUOTE.strip("“”"),
    }
    rows = statements(overlap(texts, roles={"p": "press_statement"}))
    assert sorted(rows.groupby("origin_id")["doc_id"].apply(sorted)) == [["a", "b"], ["a", "b", "p"]]


def test_an_utterance_introduced_with_a_new_name_is_another_statement(overlap):
    second = "“Every hour that passes costs lives that nobody will be able to give back to us,”"
    text = f"{QUOTE} the envoy said.\n\nThe camp's doctor, Ana Brook, told us: {second} and wept."
    texts = {
        "a": f"Nothing moved on the lake that day and the shops were shut.\n\n{text}",
        "b": f"Boats were kept in harbour while the delegations ate in silence upstairs.\n\n{text}",
        "c": f"Talks failed. {QUOTE} the envoy said. Her ferry left at noon under a flag of truce.",
        "d": f"{second} said Ana Brook, who wore a grey coat and took no questions.",
    }
    rows = statements(overlap(texts))
    assert sorted(rows.groupby("origin_id")["doc_id"].apply(sorted)) == [["a", "b", "c"], ["a", "b", "d"]]


def test_what_two_reports_of_a_statement_share_is_the_statement_too(overlap):
    told = (
        "The envoy called on the Arvian government to do its best to shield diplomatic and relief staff and "
        "their buildings."
    )
    again = (
        "In a note sent at noon, the embassy repeats its call on the Arvian government to act fast "
        "to shield diplomatic and relief staff and their buildings."
    )
    quotation = "“We call on you to do your best to shield diplomatic and relief staff and their buildings,”"
    texts = {
        "a": f"Nobody was hurt. {quotation} the envoy said.",
        "b": f"Sirens wailed for an hour. {told}",
        "c": f"Snow lay on the roofs. {again}",
    }
    frames = overlap(texts)
    assert spans(frames, "b", texts["b"]) == [told]
    assert spans(frames, "c", texts["c"]) == [again]
