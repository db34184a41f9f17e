"""The coding of claims, on a tram that left its rails on 2 May 2024."""

from collections.abc import Callable
from typing import Any

import pytest

from samestory.claims.coding.codebook import Codebook
from samestory.rows import rows_of

Read = Callable[[str], Codebook]
HURT = """
event:
  date: 2024-05-02
variables:
  - name: hurt
    type: count
    units:
      passenger: [passenger]
    values:
      none: [nobody was hurt]
      none reported: [no injuries were reported, no passengers were reported hurt]
    unknown: [not known how many]
    triggers: [hurt, injur*, how many]
"""


def claims(coded: dict[str, Any]) -> list[dict[str, Any]]:
    return rows_of(coded["claims/claims"])


def test_a_number_of_the_right_unit_is_a_claim(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["Two trams met and seven passengers were hurt."]})
    room.number("a", "Two trams", 2, 2, "tram")
    room.number("a", "seven passengers", 7, 7, "passenger")
    (claim,) = claims(room.code(codebook(HURT)))
    assert (claim["low"], claim["high"], claim["unit"], claim["text"]) == (7, 7, "passenger", "seven passengers")
    assert (claim["certainty"], claim["event"], claim["position"]) == ("asserted", "focal", "lead")
    assert claim["claim_id"] == "a:18-34:hurt"


def test_none_and_none_reported_and_unknown_and_silence_are_four_things(codebook: Read, newsroom: Any) -> None:
    room = newsroom(
        {
            "a": ["Nobody was hurt."],
            "b": ["No passengers were reported hurt."],
            "c": ["It is not known how many were hurt."],
            "d": ["The tram was new."],
        }
    )
    room.number("b", "No passengers", 0, 0, "passenger", negated=True)
    coded = room.code(codebook(HURT))
    found = {c["doc_id"]: (c["value"], c["low"], c["polarity"]) for c in claims(coded)}
    assert found["a"] == ("none", 0, "negative")
    assert found["b"] == ("none reported", 0, "negative")
    assert found["c"] == ("unknown", None, "unknown")
    status = {row["doc_id"]: row["status"] for row in rows_of(coded["claims/coverage"])}
    assert status == {"a": "stated", "b": "stated", "c": "explicitly_unknown", "d": "not_detected"}


def test_a_claim_on_somebodys_word_names_who_told_whom(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The operator says police told it seven passengers were hurt."]})
    room.number("a", "seven passengers", 7, 7, "passenger")
    room.says("a", "operator", "police told it seven passengers were hurt")
    room.says("a", "police", "seven passengers were hurt")
    (claim,) = claims(room.code(codebook(HURT)))
    assert (claim["certainty"], claim["source"]) == ("attributed", "police")
    assert claim["attribution_path"] == "police > operator"


def test_a_question_claims_nothing(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [("faq", "Were seven passengers hurt?")]})
    room.number("a", "seven passengers", 7, 7, "passenger")
    assert claims(room.code(codebook(HURT))) == []


def test_scopes_tell_two_numbers_of_one_sentence_apart(codebook: Read, newsroom: Any) -> None:
    book = codebook("""
variables:
  - name: north
    type: count
    units:
      tram: [tram]
    scopes:
      north: [in the north]
  - name: south
    type: count
    units:
      tram: [tram]
    scopes:
      south: [in the south]
""")
    room = newsroom({"a": ["There are 30 trams in the north and another 12 in the south."]})
    room.number("a", "30 trams", 30, 30, "tram")
    room.number("a", "12", 12, 12, "tram")
    assert [(c["variable"], c["low"]) for c in claims(room.code(book))] == [("north", 30), ("south", 12)]


def test_a_noun_that_only_qualifies_the_next_is_not_counted(codebook: Read, newsroom: Any) -> None:
    book = codebook("""
variables:
  - name: accidents
    type: count
    units:
      accident: [accident]
  - name: trams
    type: count
    units:
      tram: [tram]
""")
    room = newsroom({"a": ["There were twelve tram or bus accidents."]})
    room.number("a", "twelve tram", 12, 12, "tram")
    (claim,) = claims(room.code(book))
    assert (claim["variable"], claim["text"]) == ("accidents", "twelve tram or bus accidents")


def test_a_number_without_a_noun_counts_by_the_word_behind_it(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: toll\n    type: count\n    units:\n      person: [people, dead]\n")
    room = newsroom({"a": ["Twelve dead in the north, nine in the south."]})
    room.number("a", "Twelve", 12, 12, "-")
    room.number("a", "nine", 9, 9, "-")
    assert [(c["low"], c["text"]) for c in claims(room.code(book))] == [(12, "Twelve dead")]


def test_of_two_wordings_that_overlap_the_longer_decides(codebook: Read, newsroom: Any) -> None:
    book = codebook("""
variables:
  - name: blame
    type: category
    values:
      no claim known: [no ... claimed responsibility]
      claimed: [claimed responsibility]
""")
    room = newsroom({"a": ["No group has claimed responsibility."], "b": ["A group claimed responsibility."]})
    assert [(c["value"], c["polarity"]) for c in claims(room.code(book))] == [
        ("no claim known", "negative"),
        ("claimed", "positive"),
    ]


def test_who_writes_speaks_in_his_own_voice(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["We think that nobody was hurt."]})
    room.says("a", None, "that nobody was hurt")
    room.rows["claims/attributions"][0]["source"] = "We"
    (claim,) = claims(room.code(codebook(HURT)))
    assert (claim["certainty"], claim["source"]) == ("asserted", None)


def test_editing_one_variable_leaves_the_claims_of_the_others_as_they_are(codebook: Read, newsroom: Any) -> None:
    other = "  - name: other\n    type: statement\n    triggers: [%s]\n"
    room = newsroom({"a": ["Nobody was hurt.", "The line is closed."]})
    before, after = (room.code(codebook(HURT + other % word)) for word in ("closed", "open"))
    hurt = [[c for c in claims(coded) if c["variable"] == "hurt"] for coded in (before, after)]
    assert hurt[0] == hurt[1] != []
    assert len(claims(before)) > len(claims(after))


def test_a_claim_carries_the_origin_of_its_stretch(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["Nobody was hurt."], "b": ["The line is closed."]})
    room.add("overlap/stretches", {"doc_id": "a", "start": 0, "end": 16, "origin_id": "wire:x", "content": "wire"})
    for doc_id in "ab":
        origin = {"origin_id": "wire:x", "origin": "X", "role": "rewrite", "share": 1, "basis": "inferred"}
        room.add("overlap/origins", {"doc_id": doc_id, "confidence": 1, **origin})
    coded = room.code(codebook(HURT))
    assert [c["origin_id"] for c in claims(coded)] == ["wire:x"]
    carried = {row["doc_id"]: row["carried_by_same_origin"] for row in rows_of(coded["claims/coverage"])}
    assert carried == {"a": False, "b": True}


WEATHER = """
variables:
  - name: weather
    type: category
    values: {fog: [fog], rain: [rain]}
  - name: speed
    type: category
    values: {fast: [too fast], slow: [slowly]}
"""


def test_what_a_coder_is_sure_of_is_confirmed_silent(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The tram was new."]})
    coded = room.code(codebook(WEATHER), silent={("speed", "a")})
    status = {row["variable"]: row["status"] for row in rows_of(coded["claims/coverage"])}
    assert status == {"weather": "not_detected", "speed": "confirmed_silent"}


def test_a_distance_of_something_is_no_part_of_it(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The tram stopped within 80 metres of the bridge."]})
    room.number("a", "80 metres", 80, 80, "metre")
    book = codebook("variables: [{name: far, type: count, units: {metre: [metre]}, triggers: [bridge]}]")
    assert [claim["low"] for claim in claims(room.code(book))] == [80]


def test_without_a_known_day_of_publication_no_day_is_given(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["Seven passengers were hurt."]})
    room.number("a", "Seven passengers", 7, 7, "passenger")
    (claim,) = claims(room.code(codebook(HURT)))
    assert claim["as_of"] is None


def test_an_agency_is_no_source_of_what_the_outlet_adds_itself(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["Nobody was hurt, police said.", "No injuries were reported, a clerk said."]})
    room.rows["clean/documents"][0]["agency"] = "Tarn Wire"
    for source, content, kind in (("police", "Nobody was hurt", "own"), ("clerk", "No injuries were reported", "wire")):
        room.says("a", source, content)
        room.add("overlap/stretches", {**room.span("a", content), "origin_id": None, "content": kind})
    paths = [c["attribution_path"] for c in claims(room.code(codebook(HURT)))]
    assert paths == ["police", "clerk > Tarn Wire"]


def test_a_number_that_leaves_its_noun_out_counts_some_of_those_before(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The maker has 11 reports of overheating, including three of burns."]})
    room.number("a", "11 reports", 11, 11, "report")
    room.number("a", "three", 3, 3, "report", rule="elliptic")
    book = codebook("variables: [{name: reports, type: count, units: {report: [report]}, triggers: [overheat*]}]")
    assert [claim["low"] for claim in claims(room.code(book))] == [11]


@pytest.mark.parametrize(
    ("block", "text", "value"),
    [
        ("killed", "No deaths have been reported.", "none reported"),
        ("injured", "No injuries had been reported by noon.", "none reported"),
        ("killed", "Nobody died.", "none"),
        ("cause", "The fire was started deliberately.", "deliberate act"),
    ],
)
def test_the_blocks_read_the_usual_wordings(block: str, text: str, value: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    (claim,) = claims(room.code(codebook(f"variables: [{{use: {block}}}]")))
    assert claim["value"] == value


def test_deaths_are_people_killed(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The fire service has confirmed two deaths and 14 injuries."]})
    room.number("a", "two deaths", 2, 2, "death")
    room.number("a", "14 injuries", 14, 14, "injury")
    found = claims(room.code(codebook("variables: [{use: killed}, {use: injured}]")))
    assert [(claim["variable"], claim["low"]) for claim in found] == [("killed", 2), ("injured", 14)]


def test_a_number_answers_the_question_whose_unit_is_its_noun(answers: Any) -> None:
    book = """variables:
  - {name: officers, type: count, units: {officer: [officer]}, triggers: [injured]}
  - {name: protesters, type: count, units: {protester: [protester, person, people]}, triggers: [injured]}
"""
    told = "On Monday 23 officers and nine protesters were injured."
    assert [row["low"] for row in answers(book, "officers", told)] == [23]
    assert [row["low"] for row in answers(book, "protesters", told)] == [9]


def test_who_is_cited_is_not_counted(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["Two injured marchers of the town said that 40 people had been hurt."]})
    room.number("a", "Two injured marchers", 2, 2, "injured marcher")
    room.number("a", "40 people", 40, 40, "people")
    room.says("a", "Two injured marchers of the town", "that 40 people had been hurt")
    assert [claim["low"] for claim in claims(room.code(codebook("variables: [{use: injured}]")))] == [40]


@pytest.mark.parametrize(
    ("text", "marched"),
    [
        ("The hospital took in 94 wounded marchers.", []),
        ("There were 94 cheerful marchers.", [94]),
        ("There were 94 marchers and 20 horses.", [94]),
    ],
)
def test_those_named_by_another_state_are_not_all(answers: Any, text: str, marched: list[float]) -> None:
    book = "variables: [{name: crowd, type: count, units: {person: [marcher]}, triggers: [marchers]}]"
    assert [row["low"] for row in answers(book, "crowd", text)] == marched


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("It raised its count of operations that it lost to the nurses' strike to 58,300.", []),
        ("The number of nurses on strike rose to 58,300.", [58300]),
    ],
)
def test_a_count_of_others_is_none_of_these(answers: Any, text: str, struck: list[float]) -> None:
    book = "variables: [{name: strikers, type: count, units: {person: [nurse, person]}, triggers: [strike]}]"
    assert [row["low"] for row in answers(book, "strikers", text)] == struck


def test_one_group_has_many_nouns(answers: Any) -> None:
    book = "variables: [{name: officers, type: count, units: {officer: [officer]}, triggers: [hurt]}]"
    assert [row["low"] for row in answers(book, "officers", "In all 23 cops were hurt, and nine marchers.")] == [23]
