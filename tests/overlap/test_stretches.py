import pytest

QUAKE = "The village lies at the foot of the range and lives on apples, wool and a little tourism."
OTHER_DAY = "Two hundred houses collapsed on Monday when the ground shook for almost a minute in the valley."


def contents(frames, doc, text):
    rows = frames["overlap/stretches"]
    return [(text[r.start : r.end], r.content) for r in rows[rows["doc_id"] == doc].itertuples()]


def articles(shared):
    long = "Nothing else in this report resembles what any other newspaper printed about it during these weeks. "
    return {
        "a": f"{long * 3}\n\n{shared}",
        "b": f"The rescue teams were thanked in church, and the mayor wept as children sang.\n\n{shared}\n\nIt rained.",
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
    assert contents(frames, "b", texts["b"])[1][1] == "own"


def test_what_an_article_opens_with_is_no_background(overlap):
    opening = "Apples and wool keep the village alive, which lies at the foot of the range."
    texts = articles(QUAKE) | {"c": f"{QUAKE}\n\nNobody has counted the sheep since.", "d": f"{opening} It snows."}
    frames = overlap(texts)
    for doc in "abc":
        assert dict(contents(frames, doc, texts[doc]))[QUAKE] == "own"


@pytest.mark.parametrize("credit", ["AP", "AP; Hill Wire"])
def test_what_two_stories_of_one_agency_share_is_its_wire(overlap, credit):
    first = articles("Its only street was closed for weeks, and the bus went round by the quarry.")["a"]
    texts = {"a": f"{first}\n\nAP", "b": f"{articles(QUAKE)['b']}\n\n{credit}", "c": articles(QUAKE)["a"]}
    frames = overlap(texts, agencies={"a": "AP", "b": credit})
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


POLLEN = (
    "Pollen count: birch {}, grass {}, mugwort {} grains per cubic metre of air, "
    "measured on the roof of the town library at seven in the morning by two patient volunteers with a brush."
)


def test_a_form_filled_in_twice_is_a_template_and_no_copy(overlap):
    texts = {"a": "Today\n\n" + POLLEN.format(14, 80, 3), "b": "Tomorrow\n\n" + POLLEN.format(11, 95, 2)}
    frames = overlap(texts)
    assert contents(frames, "a", texts["a"])[-1][1] == "template"
    assert set(frames["overlap/origins"]["role"]) == {"no_match_in_corpus"}


def test_a_form_shared_with_an_agencys_story_is_no_rewrite_of_it(overlap):
    story = "The wind turned to the east at noon, and nobody in the valley could breathe for the dust of the quarries."
    texts = {"a": f"{POLLEN.format(14, 80, 3)}\n\n{story}\n\nTarn Wire", "b": POLLEN.format(11, 95, 2)}
    rows = overlap(texts, agencies={"a": "Tarn Wire"})["overlap/origins"]
    assert rows.loc[rows["doc_id"] == "b", "role"].tolist() == ["no_match_in_corpus"]


def test_an_update_that_keeps_most_numbers_is_a_copy(overlap):
    text = POLLEN.format(14, 80, 3) + " The count began in 1987 with 4 roofs and 9 brushes."
    frames = overlap({"a": text, "b": text.replace("80", "95")})
    assert set(frames["overlap/origins"]["role"]) == {"copy_no_credit"}


def test_an_update_of_a_story_with_few_numbers_is_a_copy_though_all_of_them_changed(overlap):
    story = (
        "The ferry ran aground below the lighthouse with {} people on board, the coast guard said. Rescuers brought {} "
        "of them ashore in open boats while the wind turned to the north and the swell grew. The others waited on deck "
        "for the tide that was to lift the keel off the sand bank again, wrapped in blankets which the village had "
        "sent over, and the cook handed out soup. The company could not say why the helmsman had left the marked "
        "channel, nor whether the {} buoys that the spring storms had moved were back where the charts show them."
    )
    frames = overlap({"a": story.format(212, 80, 14), "b": story.format(215, 120, 16)})
    assert set(frames["overlap/origins"]["role"]) == {"copy_no_credit"}


def test_what_an_outlet_prints_below_stories_of_different_events_is_no_lineage(overlap):
    appeal = (
        "Our newsroom is small and independent: whoever likes what we write about the valley can support us "
        "from three crowns a month at our counter in Mill Street or at the bakery beside the bridge."
    )
    texts = {
        "choir": "They sang three psalms and a shanty, and the hall stood up and would not let them go to bed. "
        "Their conductor had lost her voice by ten and thanked everybody with both hands instead. "
        "The bus home broke down twice and nobody minded.\n\n" + appeal,
        "fire": "Lorries with oil will be escorted from tonight, and hauliers who had not been asked fear long queues. "
        "The driver who ran two kilometres through the smoke is awake and asks for coffee and a comb. "
        "Engineers tap the lining with hammers.\n\n" + appeal,
    }
    frames = overlap(texts, events={"choir": "choir", "fire": "fire"})
    assert contents(frames, "fire", texts["fire"])[-1] == (appeal, "template")
    assert set(frames["overlap/origins"]["role"]) == {"no_match_in_corpus"}
