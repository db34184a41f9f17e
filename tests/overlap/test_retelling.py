"""What an article retells of another one in the corpus, by naming who published it."""

import pytest

from samestory.overlap.origins import count_origins

STORY = (
    "A goods train loaded with sunflower oil left the rails near Tolm at dawn and tore down a signal mast.\n\n"
    "The driver, who had been on duty for thirteen hours, was pulled from his cab with a broken arm.\n\n"
    "Oil ran into the Brisk river, where volunteers laid straw barriers to keep it from the trout farms.\n\n"
    "The rail authority had marked the curve for repair two years ago, its yearly report shows.\n\n"
    "Passengers bound for the coast were taken on by bus and will have to wait a week for trains.\n\n"
)
RETOLD = [
    "Sunflower oil spilled from a goods train that derailed near Tolm, knocking over a signal mast, Reuters reported.",
    "According to Reuters, the driver was pulled from his cab; an arm was broken and he had worked thirteen hours.",
    "Volunteers told Reuters they had put barriers of straw in the Brisk to save the trout farms from the oil.",
    "A yearly report of the rail authority marked this curve for repair, Reuters said, two years before.",
]
BUSES = "Bus companies doubled their fares by noon, and the minister called that a disgrace in front of cameras."
DIARY = (
    "I drove down to the water with my sister. A heron stood in the reeds, black to the knees, and did not move.\n\n"
    "The old stationmaster, Ned Farrow, keeps a shoebox of letters to the railway about the rotten sleepers. "
    "“They never wrote back to me, not one line in nine years,” he told this newspaper over cold tea.\n\n"
    "His kitchen looks on the curve. From there he counted the tank cars as they tipped, eleven in all."
)


def links(frames, doc):
    found = frames["overlap/origins"].to_dict("records")
    return {r["origin_id"]: r for r in found if r["doc_id"] == doc and r["role"] != "quotes_statement"}


def corpus(retold, **more):
    return {"a": STORY + "Reuters", "b": "\n\n".join(retold), **more}


def test_an_article_that_retells_an_agency_by_name_goes_back_to_it(overlap):
    articles = corpus([*RETOLD, BUSES])
    frames = overlap(articles, agencies={"a": "Reuters"})
    found = links(frames, "b")
    row = found["wire:Reuters:a"]
    assert (row["origin"], row["role"], row["basis"], row["direction"]) == (
        "Reuters",
        "rewrite",
        "named_source",
        "derived",
    )
    assert articles["b"][row["evidence_start"] : row["evidence_end"]] == "Reuters reported"
    assert row["share"] == pytest.approx(1 - found["own:b"]["share"], abs=1e-6)
    assert row["share"] > 0.7
    assert count_origins(frames["overlap/origins"]) == (1, 1)
    wire = [r for r in frames["overlap/stretches"].to_dict("records") if (r["doc_id"], r["content"]) == ("b", "wire")]
    assert {r["origin_id"] for r in wire} == {"wire:Reuters:a"}
    assert [articles["b"][r["start"] : r["end"]] for r in wire] == RETOLD


def test_without_the_name_the_same_sentences_show_no_link(overlap):
    unnamed = [sentence.replace("Reuters", "police") for sentence in RETOLD]
    assert set(links(overlap(corpus(unnamed), agencies={"a": "Reuters"}), "b")) == {"own:b"}


def test_the_name_without_likeness_shows_no_link(overlap):
    named = [f"{BUSES} The timetable was printed on yellow paper and nobody could read it, Reuters reported."]
    assert set(links(overlap(corpus(named), agencies={"a": "Reuters"}), "b")) == {"own:b"}


def test_an_article_that_retells_little_keeps_its_own_origin(overlap):
    frames = overlap(corpus([DIARY, RETOLD[1]]), agencies={"a": "Reuters"})
    found = links(frames, "b")
    assert set(found) == {"own:b", "wire:Reuters:a"}
    assert found["wire:Reuters:a"]["confidence"] < 0.5
    assert count_origins(frames["overlap/origins"]) == (2, 2)


def test_one_sentence_may_retell_several(overlap):
    merged = (
        "It was a morning of thirteen hours on duty, straw for the trout farms, and a curve marked for repair, as "
        "Reuters reported in its first summary from a muddy field nearby."
    )
    assert "wire:Reuters:a" in links(overlap(corpus([BUSES, merged]), agencies={"a": "Reuters"}), "b")


def test_words_in_common_need_no_name_and_are_told_once(overlap):
    copied = STORY.split("\n\n")[3]
    retold = [BUSES, copied, *RETOLD[:3]]
    found = links(overlap(corpus(retold), agencies={"a": "Reuters"}), "b")
    assert found["wire:Reuters:a"]["basis"] == "text_match"
    assert len(found) == 1


def test_what_an_agency_has_from_another_is_its_own_story(overlap):
    frames = overlap(corpus([*RETOLD, "AP"]), agencies={"a": "Reuters", "b": "AP"})
    assert set(links(frames, "b")) == {"wire:AP:b"}


TOLD = (
    "The curve had been rotten for years. Ned Farrow, the old stationmaster, told the Herald that he keeps a shoebox "
    "of letters about its sleepers.\n\n"
    "“They never wrote back to me, not one line in nine years,” Farrow told the Tolm Herald.\n\n" + BUSES
)


def local(told, outlet="The Tolm Herald", dates=None):
    articles = {"b": told, "h": DIARY}
    return articles, {"outlets": {"h": outlet, "b": "Coast Mail"}, "dates": dates}


def test_what_was_told_to_a_paper_in_the_corpus_goes_back_to_its_article(overlap):
    articles, facts = local(TOLD)
    frames = overlap(articles, **facts)
    found = links(frames, "b")
    assert set(found) == {"own:b", "own:h"}
    row = found["own:h"]
    assert (row["origin"], row["role"], row["basis"]) == ("own text of h", "rewrite", "named_source")
    assert articles["b"][row["evidence_start"] : row["evidence_end"]] == "told the Herald"
    assert row["confidence"] < 0.5
    assert count_origins(frames["overlap/origins"]) == (2, 2)
    quoted = frames["overlap/origins"].query("role == 'quotes_statement'")
    assert dict(zip(quoted["doc_id"], quoted["direction"], strict=True)) == {"b": "derived", "h": "source"}


@pytest.mark.parametrize(
    ("told", "outlet", "dates"),
    [
        (TOLD, "Brisk Gazette", None),
        # The article came after what is said to rest on it.
        (TOLD, "The Tolm Herald", {"b": "2024-05-01", "h": "2024-05-03"}),
        # It is told of the paper, not from it.
        (
            TOLD.replace("told the Herald", "worked for the Herald").replace("told the Tolm", "sued the Tolm"),
            "The Herald",
            None,
        ),
    ],
)
def test_no_link_to_another_paper_a_later_article_or_one_that_is_no_source(overlap, told, outlet, dates):
    articles, facts = local(told, outlet, dates)
    assert set(links(overlap(articles, **facts), "b")) == {"own:b"}


def test_a_short_name_of_two_papers_is_nobodys(overlap):
    articles, facts = local(TOLD.replace("the Tolm Herald", "the Herald"))
    facts["outlets"]["m"] = "Morning Herald"
    assert set(links(overlap({**articles, "m": RETOLD[3]}, **facts), "b")) == {"own:b"}


def test_a_paper_that_names_itself_is_not_its_own_source(overlap):
    articles, _ = local(TOLD)
    assert set(links(overlap(articles, outlets=dict.fromkeys("bh", "The Tolm Herald")), "b")) == {"own:b"}
    assert set(links(overlap(articles, outlets={"b": "Tolm Herald", "h": "The Tolm Herald"}), "b")) == {"own:b"}


def test_a_number_in_a_paper_s_name_is_no_short_name(overlap):
    articles, facts = local(TOLD.replace("the Tolm Herald", "the 24").replace("the Herald", "the 24"), "Tolm 24")
    assert set(links(overlap(articles, **facts), "b")) == {"own:b"}


def test_the_name_itself_makes_nothing_alike(overlap):
    articles, facts = local(
        f"{BUSES}\n\nA carter told the Tolm Herald he had to walk to the mill with one of the cows."
    )
    articles["h"] = DIARY.replace("told this newspaper", "told the Tolm Herald")
    assert set(links(overlap(articles, **facts), "b")) == {"own:b"}


def test_other_events_are_not_retold(overlap):
    articles, facts = local(TOLD)
    assert set(links(overlap(articles, events={"b": "one", "h": "two"}, **facts), "b")) == {"own:b"}


def test_a_few_words_that_name_the_source_show_no_link(overlap):
    few = ["A signal mast fell near Tolm, Reuters reported.", BUSES]
    assert set(links(overlap(corpus(few), agencies={"a": "Reuters"}), "b")) == {"own:b"}
