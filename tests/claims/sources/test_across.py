"""One name for one source over all articles."""

import json

import pytest

from samestory.claims.sources.across import name_across
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.joint import single_sources
from samestory.claims.sources.naming import naming
from samestory.claims.sources.words import person_name, without_article
from samestory.tables import build


def tables(*mentions):
    """Make the tables of (article, event, name) rows."""
    documents = [
        {"doc_id": doc, "file": f"{doc}.txt", "label": doc, "role": "article", "event": event, "n_chars": 9,
         "n_words": 1, "encoding": "utf-8", "sha256": "0"}
        for doc, event in sorted({(doc, event) for doc, event, _ in mentions})
    ]  # fmt: skip
    rows = [
        {"doc_id": doc, "content_start": 100 * number, "content_end": 100 * number + 1, "content": "x", "parts": "[]",
         "source": name, "source_start": 100 * number + 2, "source_end": 100 * number + 2 + len(name),
         "source_canonical": name, "source_evidence": "printed", "sources": json.dumps([name]),
         "actor_type": actor_type(name), "naming": naming(name), "cue_class": "neutral", "type": "direct",
         "polarity": "positive", "rule": "tag"}
        for number, (doc, _, name) in enumerate(mentions)
    ]  # fmt: skip
    return build("clean/documents", documents), build("claims/quotes", []), build("claims/attributions", rows)


def across(*mentions):
    found = name_across(*tables(*mentions))["claims/attributions"]
    return list(zip(found["source_canonical"], found["source_evidence"], strict=True))


def test_spellings_of_a_person_are_one():
    assert across(("a", "e", "Maria del Campo"), ("b", "e", "Maria del Campo"), ("c", "e", "Mariah del Campo")) == [
        ("Maria del Campo", "printed"),
        ("Maria del Campo", "printed"),
        ("Maria del Campo", "spelling"),
    ]


def test_two_persons_of_one_surname_stay_two():
    assert [name for name, _ in across(("a", "e", "Ann Lee"), ("b", "e", "Bruce Lee"))] == ["Ann Lee", "Bruce Lee"]


def test_a_person_with_two_surnames_is_one_with_one():
    found = across(("a", "e", "Luisa Vargas"), ("b", "e", "Luisa Vargas Mora"), ("c", "e", "Ms. Vargas"))
    assert found == [
        ("Luisa Vargas Mora", "spelling"),
        ("Luisa Vargas Mora", "printed"),
        ("Luisa Vargas Mora", "fuller_name"),
    ]


def test_the_type_that_most_mentions_tell_is_of_the_source():
    documents, quotes, attributions = tables(*(("abcd"[i], "e", "Ann Lee") for i in range(4)))
    attributions["actor_type"] = ["eyewitness", "government", "government", "unknown"]
    found = name_across(documents, quotes, attributions)["claims/attributions"]
    assert set(found["actor_type"]) == {"government"}


def test_sources_of_one_kind_that_speak_together_are_of_it():
    documents, quotes, attributions = tables(("a", "e", "Canada and Mexico"), ("a", "e", "Canada and Ann Lee"))
    attributions["sources"] = ['["Canada", "Mexico"]', '["Canada", "Ann Lee"]']
    found = name_across(documents, quotes, attributions)["claims/attributions"]
    assert list(found["actor_type"]) == ["government", "unknown"]


def test_a_spokesperson_is_the_only_fuller_one_of_the_event():
    found = across(("a", "e", "port spokesman"), ("b", "e", "spokesperson for the Upton port"))
    assert found == [
        ("spokesperson for the Upton port", "event_role"),
        ("spokesperson for the Upton port", "printed"),
    ]


def test_a_spokesperson_of_another_event_is_another():
    found = across(("a", "e", "port spokesman"), ("b", "f", "spokesman for the Upton port"))
    assert [name for name, _ in found] == ["port spokesman", "spokesman for the Upton port"]


def test_a_spokesperson_that_may_be_two_stays_as_printed():
    found = across(
        ("a", "e", "port spokesman"), ("b", "e", "Upton port spokesman"), ("c", "e", "Downey port spokesman")
    )
    assert found[0] == ("port spokesman", "printed")


def test_no_source_stays_none():
    documents, quotes, attributions = tables(("a", "e", "Ann Lee"))
    attributions[["source", "source_canonical", "source_evidence"]] = None
    attributions[["source_start", "source_end"]] = None
    found = name_across(documents, quotes, build("claims/attributions", attributions.to_dict("records")))
    assert found["claims/attributions"]["source_evidence"].isna().all()


def test_a_relative_pronoun_is_no_health_organisation():
    assert actor_type("who") == "unknown"
    assert actor_type("the WHO commission") == "intergovernmental"
    assert actor_type("WHO") == "intergovernmental"


def test_a_name_is_found_among_titles():
    assert person_name("Iraqi Prime Minister Maria del Campo") == "Maria del Campo"


@pytest.mark.parametrize(
    "source",
    [
        "Dame Mia Holm", "Det Supt Mia Holm", "Det. Ch. Insp. Mia Holm", "DCI Mia Holm", "DI Mia Holm", "Sgt Mia Holm",
        "Cllr Mia Holm", "the Rev Mia Holm", "Prof Mia Holm", "Maj Gen Mia Holm", "Lt Col Mia Holm",
        "Asst Ch Con Mia Holm", "Mia Holm MP", "Upton North MP Mia Holm", "Mia Holm OBE, who runs the port",
    ],
)  # fmt: skip
def test_a_rank_is_no_part_of_a_name(source):
    assert person_name(source) == "Mia Holm"


def test_what_is_a_rank_in_capitals_may_be_a_part_of_a_name():
    assert person_name("Maria Di Stefano") == "Maria Di Stefano"


@pytest.mark.parametrize(
    ("source", "singles"),
    [
        ("police and witnesses", ("police", "witnesses")),
        ("Ann Lee and Bo Dahl", ("Ann Lee", "Bo Dahl")),
        ("Apex, Brill and Cone", ("Apex", "Brill", "Cone")),
        ("Police, fire crews and residents", ("Police", "fire crews", "residents")),
        ("Mr. Lee and three neighbours", ("Mr. Lee", "three neighbours")),
        ("Upton and other analysts", ("Upton", "other analysts")),
        ("both the mayor and the governor", ("the mayor", "the governor")),
        ("the Upton Post and others", ("the Upton Post",)),
    ],
)
def test_who_speak_together_are_several(source, singles):
    assert single_sources(source) == singles


@pytest.mark.parametrize(
    "source",
    [
        "the Roads and Harbours Commission",
        "US and Iraqi officials",
        "health and rescue workers",
        "officials in Iraq and Syria",
        "the founder and owner",
        "Chairman and Chief Executive Ann Lee",
        "Upton’s Energy and Mines Minister Ann Lee",
        "Bo Dahl, president and chief executive",
    ],
)
def test_what_and_joins_may_be_one_source(source):
    assert single_sources(source) == (source,)


def test_each_of_several_sources_has_its_name_over_all_articles():
    documents, quotes, attributions = tables(("a", "e", "Mariah del Campo and Bo Dahl"), ("b", "e", "Maria del Campo"))
    rows = attributions.to_dict("records")
    rows[0]["sources"] = json.dumps(["Mariah del Campo", "Bo Dahl"])
    rows += [{**rows[1], "content_start": 900, "content_end": 901}]
    found = name_across(documents, quotes, build("claims/attributions", rows))["claims/attributions"].iloc[0]
    assert json.loads(found["sources"]) == ["Maria del Campo", "Bo Dahl"]
    assert (found["source_canonical"], found["source_evidence"]) == ("Maria del Campo and Bo Dahl", "spelling")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a Taliban official", "armed_group"),
        ("a spokesman for the rebels", "armed_group"),
        ("rebel leaders", "armed_group"),
        ("the Islamic State", "armed_group"),
        ("a US official", "government"),
        ("an embassy spokesperson", "government"),
        ("Upton coastguard", "government"),
        ("armed police", "government"),
        ("an airline spokesman", "company"),
        ("Upton Line", "company"),
        ("the Upton Line Commission", "government"),
        ("Ann Lee, chief executive of the ferry operator", "company"),
        ("the ship’s log", "document"),
        ("a police report", "document"),
        ("the company", "company"),
        ("a market research analyst", "expert"),
        ("a Reuters witness", "eyewitness"),
        ("the Upton Post", "media"),
        ("the train drivers’ union", "civil_society"),
        ("the European Union", "intergovernmental"),
        ("the United Nations mission in Upton", "intergovernmental"),
        ("the UN refugee agency", "intergovernmental"),
        ("the space agency", "government"),
        ("an army general", "military"),
        ("Bill Lee", "unknown"),
        ("a spokesman", "unknown"),
        ("the World Health Organization", "intergovernmental"),
        ("the pilot who saw it", "unknown"),
        ("the Mines and Quarries Executive", "unknown"),
        ("Upton General", "unknown"),
        ("the Attorney General", "government"),
        ("the president of the miners’ federation", "civil_society"),
        ("President Ann Lee", "government"),
        ("the Russian Federation", "government"),
        ("an official of the Upton Front", "unknown"),
        ("an official from the U.S.", "government"),
        ("the Upton Liberation Front", "armed_group"),
    ],
)
def test_what_kind_of_actor_a_source_is(source, kind):
    assert actor_type(source) == kind


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Dr Mia Holm", "expert"),
        ("the director, Dr Mia Holm", "unknown"),
        ("Dr Mia Holm, president of Tarn Radiology", "expert"),
        ("the museum’s director, Dr Mia Holm", "civil_society"),
        ("Dr Mia Holm, the director of Upton Foods", "company"),
        ("Det Supt Mia Holm", "government"),
        ("Detective Sergeant Mia Holm", "government"),
        ("Sergeant Mia Holm", "military"),
    ],
)
def test_a_director_is_of_the_kind_of_the_institution(source, kind):
    assert actor_type(source) == kind


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("Ann Lee", "named"),
        ("the Upton embassy", "named"),
        ("a US official", "role_only"),
        ("Upton-backed militias in Downey", "role_only"),
        ("The ministry", "role_only"),
        ("a group of Upton farmers", "role_only"),
        (None, "unattributed"),
    ],
)
def test_how_a_source_is_named(source, how):
    assert naming(source) == how


def test_a_capital_at_the_start_of_a_sentence_makes_no_other_source():
    found = across(("a", "e", "Pro-port groups"), ("b", "e", "pro-port groups"), ("c", "e", "Upton port"))
    assert found == [("pro-port groups", "spelling"), ("pro-port groups", "printed"), ("Upton port", "printed")]


def test_a_ministry_is_one_in_either_order_of_its_words():
    found = across(("a", "e", "Ministry of Health"), ("b", "e", "health ministry"), ("c", "e", "health ministry"))
    assert [name for name, _ in found] == ["health ministry"] * 3
    assert [name for name, _ in across(("a", "e", "Ministry of Health"), ("b", "e", "Ministry of Trade"))] == [
        "Ministry of Health",
        "Ministry of Trade",
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [("The United States", "US"), ("the U.S.", "US"), ("the US", "US"), ("the United Nations", "UN"),
     ("the UN", "UN"), ("the United States Navy", "United States Navy")],
)  # fmt: skip
def test_a_state_and_its_abbreviation_are_one(printed, name):
    assert without_article(printed) == name
