QUAKE = "The village lies at the foot of the range and lives on apples, wool and a little tourism."
OTHER_DAY = "Two hundred houses collapsed on Monday when the ground shook for almost a minute in the valley."


def contents(frames, doc, text):
    rows = frames["overlap/stretches"]
    return [(text[r.start : r.end], r.content) for r in rows[rows["doc_id"] == doc].itertuples()]


def articles(shared):
    long = "Nothing else in this report resembles what any other newspaper printed about it during these weeks. "
    return {
        "a": f"{long * 3}\n\n{shared}",
        "b": f"{shared}\n\nThe rescue teams were thanked in church, and the mayor wept when children sang. It rained.",
    }


def test_standing_context_that_unrelated_articles_share_is_background(overlap):
    texts = articles(QUAKE)
    assert contents(overlap(texts), "a", texts["a"])[-1] == (QUAKE, "background")


def test_shared_news_of_the_day_is_no_background(overlap):
    texts = articles(OTHER_DAY)
    assert contents(overlap(texts), "a", texts["a"])[-1] == (OTHER_DAY, "own")


def test_what_one_of_two_articles_gives_as_news_is_no_background(overlap):
    told = f"{QUAKE[:-1]}, the mayor revealed."
    texts = {"a": articles(QUAKE)["a"], "b": articles(told)["b"]}
    frames = overlap(texts)
    assert contents(frames, "a", texts["a"])[-1] == (QUAKE, "own")
    assert contents(frames, "b", texts["b"])[0][1] == "own"


def test_what_two_stories_of_one_agency_share_is_its_wire(overlap):
    first = articles("Its only street was closed for weeks, and the bus went round by the quarry.")["a"]
    texts = {"a": f"{first}\n\nAP", "b": f"{articles(QUAKE)['b']}\n\nAP", "c": articles(QUAKE)["a"]}
    frames = overlap(texts, agencies={"a": "AP", "b": "AP"})
    rows = frames["overlap/origins"].set_index("doc_id")["origin_id"]
    assert rows["a"] == rows["c"] != rows["b"]
    assert contents(frames, "c", texts["c"])[-1] == (QUAKE, "wire")


def test_the_same_words_with_other_numbers_are_a_template(overlap):
    one = "Temperatures will reach 21 degrees on the coast and 25 degrees inland before the wind turns."
    texts = articles(one) | {"b": articles(one.replace("21", "14").replace("25", "19"))["b"]}
    assert contents(overlap(texts), "a", texts["a"])[-1] == (one, "template")


def test_what_two_events_share_is_a_template(overlap):
    texts = articles(QUAKE)
    frames = overlap(texts, events={"a": "quake", "b": "storm"})
    assert contents(frames, "a", texts["a"])[-1] == (QUAKE, "template")


FORMULA = "All market prices in this column are those of the evening before unless we say otherwise."


def test_a_formula_of_strangers_is_template(overlap):
    subjects = {doc: " ".join(f"{doc}{place}th" for place in range(90)) for doc in "abcd"}
    filler = {f"x{n:02}": " ".join(f"filler{n}word{place}" for place in range(90)) for n in range(60)}
    articles = {doc: f"{text}\n\n{FORMULA}" for doc, text in subjects.items()} | filler
    stretches = overlap(articles)["overlap/stretches"]
    kinds = {r["doc_id"]: r["content"] for r in stretches.to_dict("records") if r["content"] != "own"}
    assert kinds == dict.fromkeys("abcd", "template")
    # The same where the strangers are traced elsewhere, in jobs of their own.
    stretches = overlap(articles, part=["a", "x01"])["overlap/stretches"]
    assert stretches.loc[stretches["content"] == "template", "doc_id"].tolist() == ["a"]
