import pandas as pd
import pytest

from samestory.overlap.origins import count_origins

QUOTE = "“We ask every resident to stay away from the river until the water has fallen below the mark,”"
WIRE = (
    "The river rose four metres in a single night and flooded the lower town.\n\n"
    "Firefighters carried elderly people out of a nursing home through the windows of the first floor.\n\n"
    "Trains stopped running at noon and the main road was under water for most of its length.\n\n"
    f"{QUOTE} a council spokeswoman said."
)
LAST = "Forecasters expect the rain to stop by the weekend, but the ground cannot take up any more water."
CREDITED = f"{WIRE}\n\n{LAST}\n\nAFP"
COPY = f"Flood!\n\n{WIRE}"
OTHER = (
    "Our reporter spent the night with a family who lost their bakery.\n\n"
    f"The council was brief. {QUOTE} it said in a message.\n\nNobody in the street slept, and the ovens stayed cold."
)

EVENING = (
    "Volunteers filled sandbags behind the old dairy until dawn. The mayor came home by boat. "
    "A bakery gave away its last bread. Two bridges were closed to lorries, and buses took the long way over the hill. "
    "Children slept on gym mats in the school, where a doctor looked after a man with a broken wrist. Power failed in "
    "three streets shortly after ten, a grid company said, and came back in one of them before midnight. Nobody could "
    "say how high the water stood in the cellars of the tannery, since its gauge had been swept away in spring."
)
MORNING = (
    "Insurers put the damage at forty million on Thursday, twice what they had expected when the sun rose. Divers "
    "searched a parked van and found it empty. In the market hall, stalls lay on their sides like stranded cows. The "
    "interior minister promised help within a week, but farmers upstream asked who would pay for lost seed. Engineers "
    "blamed a weir built in the sixties that nobody had repaired since. A petition to tear it down had four thousand "
    "names by noon, the group behind it said. Rail staff hoped to run a shuttle from Friday."
)


def rows(frames, name="origins"):
    return frames[f"overlap/{name}"].to_dict("records")


def test_credited_copy_uncredited_copy_and_shared_statement(overlap):
    frames = overlap({"a": CREDITED, "b": COPY, "c": OTHER}, agencies={"a": "AFP"})
    found = {(r["doc_id"], r["role"]): r for r in rows(frames)}
    assert sorted(found) == [
        ("a", "credited_copy"),
        ("a", "quotes_statement"),
        ("b", "copy_no_credit"),
        ("b", "quotes_statement"),
        ("c", "no_match_in_corpus"),
        ("c", "quotes_statement"),
    ]
    credited, copy = found["a", "credited_copy"], found["b", "copy_no_credit"]
    assert credited["origin_id"] == copy["origin_id"] == "wire:AFP:a"
    assert (credited["basis"], copy["basis"]) == ("printed_credit", "text_match")
    assert CREDITED[credited["evidence_start"] : credited["evidence_end"]] == "AFP"
    assert copy["evidence_doc"] == "a"
    assert len({found[d, "quotes_statement"]["origin_id"] for d in "abc"}) == 1
    assert count_origins(frames["overlap/origins"]) == (2, 2)


def test_what_a_copy_leaves_out_is_a_cut(overlap):
    frames = overlap({"a": CREDITED, "b": COPY}, agencies={"a": "AFP"})
    (cut,) = rows(frames, "cuts")
    assert (cut["doc_id"], cut["sibling"], cut["text"]) == ("b", "a", LAST)


def test_a_short_sentence_that_the_copy_prints_elsewhere_is_no_cut(overlap):
    short, head = "Nobody was hurt.", "The river rose"
    credited = CREDITED.replace("\n\nAFP", f" {short}\n\nAFP")
    copies = {doc: COPY.replace(head, f"{first} {head}") for doc, first in (("b", short), ("c", "Nobody slept."))}
    cuts = rows(overlap({"a": credited, **copies}, agencies={"a": "AFP"}), "cuts")
    assert {(row["doc_id"], row["text"]) for row in cuts if row["sibling"] == "a"} == {
        ("b", LAST),
        ("c", LAST),
        ("c", short),
    }


def test_stretches_part_every_visible_character(overlap):
    articles = {"a": CREDITED, "b": COPY, "c": OTHER}
    frames = overlap(articles, agencies={"a": "AFP"})["overlap/stretches"]
    for doc, text in articles.items():
        seen = [0] * len(text)
        for row in frames[frames["doc_id"] == doc].to_dict("records"):
            for place in range(row["start"], row["end"]):
                seen[place] += 1
        assert all(count == 1 for count, character in zip(seen, text, strict=True) if not character.isspace())
        assert max(seen) == 1
    statement = frames[(frames["doc_id"] == "c") & (frames["content"] == "statement")].iloc[0]
    assert OTHER[statement["start"] : statement["end"]] == QUOTE


def test_copies_are_one_family_across_a_copy_in_between(overlap):
    first, second, third = (WIRE.split("\n\n")[i] for i in range(3))
    articles = {
        "a": f"{first}\n\n{second}\n\nAP",
        "b": f"{first}\n\n{second}\n\n{third}\n\n{LAST}",
        "c": f"{third}\n\n{LAST}",
    }
    found = rows(overlap(articles, agencies={"a": "AP"}))
    assert {(r["doc_id"], r["origin_id"], r["role"]) for r in found} == {
        ("a", "wire:AP:a", "credited_copy"),
        ("b", "wire:AP:a", "copy_no_credit"),
        ("c", "wire:AP:a", "copy_no_credit"),
    }


def test_an_agency_original_in_the_corpus_is_the_origin(overlap):
    found = rows(overlap({"a": COPY, "z": CREDITED.removesuffix("\n\nAFP")}, roles={"z": "agency_original"}))
    assert [(r["doc_id"], r["origin"], r["role"]) for r in found] == [
        ("a", "z", "copy_no_credit"),
        ("z", "z", "credited_copy"),
    ]


@pytest.mark.parametrize(
    ("outlet", "agency", "direction"),
    [
        ("Agence France-Presse", "AFP", "source"),
        ("afp.com", None, "source"),
        ("The Brook Wire", "Brook Wire", "source"),
        ("Reuters", "AFP", "derived"),
        ("AFP Weekly Mail", "AFP", "derived"),
    ],
)
def test_what_an_agency_publishes_is_its_original_and_others_come_from_it(overlap, outlet, agency, direction):
    text = CREDITED.replace("AFP", agency or "")
    frames = overlap({"a": COPY, "z": text}, agencies={"z": agency} if agency else None, outlets={"z": outlet})
    found = {r["doc_id"]: r for r in rows(frames) if r["role"] != "quotes_statement"}
    assert {doc: (r["origin"], r["role"]) for doc, r in found.items()} == {
        "a": (agency or "AFP", "copy_no_credit"),
        "z": (agency or "AFP", "credited_copy"),
    }
    assert (found["a"]["direction"], found["z"]["direction"]) == ("derived", direction)


@pytest.mark.parametrize(
    ("agency", "other"),
    [("Press Association", "Parish Association"), ("AFP", "MFP"), ("Press Association", "Press Associations")],
)
def test_a_rewrite_that_names_the_agency_is_surer(overlap, agency, other):
    second = WIRE.split("\n\n")[1]

    def confidence(name):
        told = f"{EVENING}\n\nThe {name} was there before the sun rose. {second}"
        found = rows(overlap({"a": f"{WIRE}\n\n{agency}", "b": told}, agencies={"a": agency}))
        (row,) = [row for row in found if row["role"] == "rewrite"]
        return row["confidence"]

    assert confidence(agency) == pytest.approx(confidence(other) + 0.1)
    # A line may end inside the name.
    assert confidence(agency.replace(" ", "\n")) == pytest.approx(confidence(agency))


def test_an_article_of_pictures_alone_is_no_origin(overlap):
    pictures = "A boat is tied to a street lamp.\n\nThe bakery after the flood."
    frames = overlap({"a": EVENING, "b": pictures, "c": ""}, captions=pictures.split("\n\n"))
    assert [(r["doc_id"], r["origin"], r["share"], r["confidence"]) for r in rows(frames)] == [
        ("a", "own text of a", 1.0, 0.5),
        ("b", "no running text in b", 0.0, 0.0),
        ("c", "no running text in c", 0.0, 0.0),
    ]
    assert count_origins(frames["overlap/origins"]) == (1, 1)


def test_a_feature_with_some_paragraphs_of_a_story_may_be_an_origin_of_its_own(overlap):
    lost = WIRE.rpartition("\n\n")[0]
    feature = f"{EVENING}\n\n{lost}\n\nOn the bridge a boy sold tea from a pram."
    frames = overlap({"a": CREDITED, "b": feature}, agencies={"a": "AFP"})
    (row,) = [r for r in rows(frames) if r["doc_id"] == "b"]
    assert (row["role"], row["origin"]) == ("copy_no_credit", "AFP")
    assert row["share"] < 1 / 3
    assert count_origins(frames["overlap/origins"]) == (1, 2)


def test_two_copies_without_a_credit_leave_the_direction_open(overlap):
    found = rows(overlap({"a": WIRE, "b": WIRE}))
    assert [(r["doc_id"], r["origin_id"], r["role"]) for r in found] == [
        ("a", "shared:a", "copy_no_credit"),
        ("b", "shared:a", "copy_no_credit"),
    ]


def test_articles_that_credit_two_agencies_are_not_one_family(overlap):
    found = rows(overlap({"a": f"{WIRE}\n\nAP", "b": f"{WIRE}\n\nAFP"}, agencies={"a": "AP", "b": "AFP"}))
    assert {r["origin_id"] for r in found if r["role"] == "credited_copy"} == {"wire:AP:a", "wire:AFP:b"}


def test_an_early_and_a_late_version_of_one_wire_story_are_one_family(overlap):
    shared = "\n\n".join(WIRE.split("\n\n")[:2])
    early, late = f"{shared}\n\n{EVENING}", f"{shared}\n\n{MORNING}"
    credited = overlap({"a": f"{early}\n\nAP", "b": f"{late}\n\nAP"}, agencies={"a": "AP", "b": "AP"})
    assert {r["origin_id"] for r in rows(credited) if r["role"] == "credited_copy"} == {"wire:AP:a"}
    assert {r["role"] for r in rows(overlap({"a": early, "b": late}))} == {"no_match_in_corpus"}


def test_the_range_of_origins_follows_from_the_confidence():
    columns = ["doc_id", "origin_id", "origin", "role", "share", "confidence"]
    rows = [
        ("a", "wire:AP:a", "AP", "credited_copy", 1.0, 0.95),
        ("b", "wire:AP:a", "AP", "rewrite", 0.1, 0.4),
        ("c", "wire:AP:c", "AP", "credited_copy", 1.0, 0.95),
        ("c", "statement:a:1-9", "a statement", "quotes_statement", 0.1, 0.9),
        ("d", "own:d", "own text of d", "no_match_in_corpus", 1.0, 0.5),
    ]
    origins = pd.DataFrame(rows, columns=columns)
    assert count_origins(origins) == (2, 4)
    assert count_origins(origins[:0]) == (0, 0)


def test_a_press_statement_is_an_origin_and_no_article(overlap):
    release = f"{QUOTE}\n\nFurther notice will be given on Friday through the usual channels of the council."
    frames = overlap({"a": CREDITED, "c": OTHER, "p": release}, agencies={"a": "AFP"}, roles={"p": "press_statement"})
    found = rows(frames)
    of_statement = [r for r in found if r["role"] == "quotes_statement"]
    assert {r["origin_id"] for r in of_statement} == {f"statement:p:0-{len(release)}"}
    assert {r["doc_id"]: r["direction"] for r in of_statement} == {"a": "derived", "c": "derived", "p": "source"}
    assert {r["doc_id"] for r in found if r["role"] == "no_match_in_corpus"} == {"c"}


def test_the_earlier_and_fuller_of_two_is_the_source(overlap):
    fuller = f"{WIRE}\n\n{LAST}\n\n{OTHER}"
    articles = {"a": WIRE.rpartition("\n\n")[0], "z": fuller}
    found = rows(overlap(articles, dates={"a": "2024-03-02", "z": "2024-03-01"}))
    assert {r["doc_id"]: r["direction"] for r in found} == {"a": "derived", "z": "source"}
    found = rows(overlap(articles, dates={"a": "2024-03-01", "z": "2024-03-02"}))
    assert {r["direction"] for r in found} == {"open"}


def test_a_cut_is_a_sentence_of_the_story_and_no_subhead(overlap):
    frames = overlap(
        {"a": CREDITED.replace(LAST, f"– Rain –\n\n{LAST}"), "b": COPY}, agencies={"a": "AFP"}, subheads=("– Rain –",)
    )
    assert [row["text"] for row in rows(frames, "cuts")] == [LAST]


def test_of_a_story_in_very_many_articles_one_lineage_is_left(overlap):
    articles = {f"{number:03}": f"Issue {number}\n\n{WIRE}" for number in range(60)}
    frames = overlap(articles, events=dict.fromkeys(articles, "flood"))
    assert len(frames["overlap/pairs"]) == 60 * 59 / 2
    assert {r["origin_id"] for r in rows(frames)} == {"shared:000"}


REPORT = (
    "A car ferry carrying 214 passengers lost power off Cape Orrin on Tuesday.\n\n"
    "At dawn the ship sent a distress call at six in the morning and came close to the rocks.\n\n"
    "“The wind was pushing her ashore and we had perhaps an hour left,” officer Ruth Okafor said.\n\n"
    "Seven passengers were treated for bruises and seasickness at the island clinic.\n\n"
    "It was the third breakdown on the route since the thaw, records show.\n\nAFP"
)
REWRITE = (
    "Islanders spoke of a night they will not forget, and of a crossing many had dreaded for years.\n\n"
    "Children and others among them were treated for bruises and seasickness at the island school.\n\n"
    "“The wind was pushing her ashore and we had perhaps an hour left,” Okafor told this paper.\n\n"
    "Rain fell, and the ship sent a distress call at six in the dark, a fisherman who heard it on the radio said.\n\n"
    "Nobody at the market doubts that it was the third breakdown on the route since spring, and that more will follow."
)


def test_short_passages_spread_over_an_article_make_a_rewrite(overlap):
    origins = overlap({"a": REPORT, "b": REWRITE}, agencies={"a": "AFP"})["overlap/origins"].set_index("doc_id")
    assert origins.loc["b", "role"] == "rewrite"
    assert origins.loc["b", "origin_id"] == origins.loc["a", "origin_id"] == "wire:AFP:a"


def test_a_quotation_that_only_a_report_and_its_rewrite_print_is_no_origin_beside_it(overlap):
    origins = overlap({"a": REPORT, "b": REWRITE}, agencies={"a": "AFP"})["overlap/origins"]
    assert set(origins["role"]) == {"credited_copy", "rewrite"}


def test_what_a_press_statement_says_too_can_be_cut_from_a_credited_story(overlap):
    told = "All crossings to the outer islands have been cancelled until Thursday noon."
    report = REPORT.replace("\n\nAFP", f"\n\n{told}\n\nAFP")
    copy = REPORT.removesuffix("\n\nAFP")
    statement = f"Statement of the line. {told} We regret it."
    found = overlap({"a": report, "b": copy, "s": statement}, agencies={"a": "AFP"}, roles={"s": "press_statement"})[
        "overlap/cuts"
    ]
    assert list(found[["doc_id", "sibling", "text"]].itertuples(index=False, name=None)) == [("b", "a", told)]


def test_a_long_reworded_passage_takes_nothing_from_the_short_ones(overlap):
    report = REPORT.replace(
        "passengers lost power off Cape Orrin on Tuesday.",
        "passengers and 19 crew lost power off Cape Orrin on Tuesday and drifted for six hours before two tugs brought "
        "it back to Port Sallow.",
    )
    rewrite = REWRITE.replace(
        "Islanders spoke of a night they will not forget, and of a crossing many had dreaded for years.",
        "With 214 passengers and 19 crew, the car ferry had lost power near Cape Orrin on Tuesday, and it drifted six "
        "hours until tugs brought it to Port Sallow.",
    )
    frames = overlap({"a": report, "b": rewrite}, agencies={"a": "AFP"})
    assert frames["overlap/passages"]["kind"].tolist().count("paraphrase") == 1
    of_wire = [r for r in rows(frames, "stretches") if (r["doc_id"], r["content"]) == ("b", "wire")]
    wire = "\n".join(rewrite[r["start"] : r["end"]] for r in of_wire)
    assert "With 214 passengers and 19 crew" in wire
    assert "were treated for bruises and seasickness at the island" in wire
    assert "it was the third breakdown on the route since" in wire


def mixed_corpus(signed=""):
    """Two agencies' stories, and an article put together from halves of both."""
    evening, morning = EVENING.split(". "), MORNING.split(". ")
    texts = {"afp": EVENING + "\n\nAFP", "reuters": MORNING + "\n\nReuters"}
    return texts | {"mixed": ". ".join(evening[:5]) + ".\n\n" + ". ".join(morning[:5]) + "." + signed}


def test_an_article_put_together_from_two_agencies_goes_back_to_both(overlap):
    texts = mixed_corpus()
    frames = overlap(texts, agencies={"afp": "AFP", "reuters": "Reuters"})
    found = {r["origin_id"]: (r["origin"], r["role"]) for r in rows(frames) if r["doc_id"] == "mixed"}
    assert sorted(found.values()) == [("AFP", "copy_no_credit"), ("Reuters", "copy_no_credit")]
    wire = [found[r["origin_id"]][0] for r in rows(frames, "stretches") if r["doc_id"] == "mixed"]
    assert wire == ["AFP", "Reuters"]


def test_an_article_that_credits_two_agencies_is_a_credited_copy_of_both(overlap):
    texts = mixed_corpus("\n\nAFP; Reuters")
    frames = overlap(texts, agencies={"afp": "AFP", "reuters": "Reuters", "mixed": "AFP; Reuters"})
    found = {(r["origin"], r["role"], r["basis"]) for r in rows(frames) if r["doc_id"] == "mixed"}
    assert found == {(name, "credited_copy", "printed_credit") for name in ("AFP", "Reuters")}


def test_what_two_agencies_both_report_makes_no_copy_of_one_a_copy_of_the_other(overlap):
    common = ". ".join(EVENING.split(". ")[3:6]) + "."
    reuters = f"{MORNING}\n\n{common}"
    texts = {"afp": f"{EVENING}\n\nAFP", "reuters": f"{reuters}\n\nReuters", "copy": reuters}
    frames = overlap(texts, agencies={"afp": "AFP", "reuters": "Reuters"})
    assert {r["origin"] for r in rows(frames) if r["doc_id"] == "copy"} == {"Reuters"}


def test_all_of_a_short_rewrite_goes_back_to_the_story(overlap):
    story = (
        "Nineteen people with stomach cramps have seen a doctor since Tuesday, but the cause was not known. "
        "The reservoir was last cleaned in 2021, and a plan to cover it was dropped for lack of money. " + EVENING
    )
    short = (
        "Nineteen people have gone to a doctor with stomach cramps since Tuesday, but the cause was unknown. "
        "A plan to put a cover on the reservoir, last cleaned in 2021, had been dropped because money was lacking."
    )
    frames = overlap({"story": story + "\n\nAFP", "short": short, "other": MORNING}, agencies={"story": "AFP"})
    assert [r["role"] for r in rows(frames) if r["doc_id"] == "short"] == ["rewrite"]
    assert [r["content"] for r in rows(frames, "stretches") if r["doc_id"] == "short"] == ["wire"]
