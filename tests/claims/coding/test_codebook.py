"""Reading a codebook: what a scholar writes, and what is said when it cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from samestory.claims.coding.codebook import Codebook, building_blocks, count_value, is_negative, read_codebook
from samestory.schema import InputError

Read = Callable[[str], Codebook]


def test_a_variable_is_read_with_its_wording(codebook: Read) -> None:
    book = codebook("""
event:
  date: 2024-05-02
variables:
  - name: passengers_hurt
    label: Hurt on the bus
    question: How many passengers were hurt?
    type: count
    units:
      passenger: [passenger, commuter]
    triggers: [hurt, injured]
""")
    variable = book.variable("passengers_hurt")
    assert variable is not None
    assert variable.units["passenger"].wordings == ("passenger", "commuter")
    assert variable.label == "Hurt on the bus"
    assert (variable.compare, variable.event) == ("intervals", "focal")
    assert book.event.date == "2024-05-02"


def test_no_stays_a_word(codebook: Read) -> None:
    book = codebook("variables:\n  - name: strike\n    type: category\n    values:\n      no: [no strike]\n")
    assert list(book.variables[0].values) == ["no"]


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("variables:\n  - name: a\n    type: count\n", "line 2: variable a: a count needs units or values"),
        ("variables:\n  - name: a\n    type: cuont\n", "write one of count, category"),
        ("variables:\n  - name: a\n    type: count\n    trigers: [x]\n", "did you mean 'triggers'?"),
        ("variables:\n  - name: a\n    type: category\n    values:\n      b: [2014]\n", "put a number in quotes"),
        (
            "variables:\n  - name: a\n    type: category\n    values:\n      b: [/c(/]\n",
            "line 5: variable a, values, b",
        ),
        ("variables:\n  - name: a\n    type: count\n    values:\n      many: [b]\n", "the value 'many' of a count"),
        ("variables:\n  - name: a\n    name: b\n    type: count\n", "line 3: not valid YAML"),
        ("event:\n  date: 2024-02-30\nvariables: []\n", "line 2: event.date is '2024-02-30', but there is no such day"),
        (
            "variables:\n  - name: a\n    type: category\n    values:\n      red: [b]\n    under:\n      rde: c\n",
            "line 7: variable a, under: there is no 'rde'; did you mean 'red'?",
        ),
        (
            "variables:\n  - name: a\n    type: statement\n    triggers: [b]\n"
            "  - name: a\n    type: statement\n    triggers: [b]\n",
            "line 5: variable a: stands twice",
        ),
    ],
)
def test_an_error_names_the_place_and_what_to_write(codebook: Read, yaml: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        codebook(yaml)
    assert "codebook.yaml" in str(error.value)
    assert said in str(error.value)


def test_the_values_of_a_count_are_intervals() -> None:
    assert count_value("none reported") == (0, 0)
    assert count_value("more than one") == (2, None)
    assert count_value("at least 3") == (3, None)
    assert count_value("up to 7") == (None, 7)
    assert count_value("several") is None


def test_a_value_that_denies_begins_with_no() -> None:
    assert is_negative("none reported")
    assert is_negative("no claim known")
    assert not is_negative("noticed")


def test_the_codebook_of_the_example_corpus_can_be_read(root: Path) -> None:
    book = read_codebook(root / "corpora" / "baghdad-embassy-2023" / "codebook.yaml")
    assert all(variable.question for variable in book.variables)


def test_a_block_is_filled_with_one_s_own_wording(codebook: Read) -> None:
    book = codebook("variables: [{use: damage, name: fire_damage, values: {none: [not a window broke]}}]")
    variable = book.variable("fire_damage")
    assert variable is not None
    assert variable.type == "category"
    assert variable.values["none"].match("Not a window broke.")
    assert variable.values["none"].match("There was no damage.")


def test_every_block_can_be_used_as_it_is(codebook: Read) -> None:
    blocks = building_blocks()
    book = codebook("variables: [" + ", ".join(f"{{use: {name}}}" for name in blocks) + "]")
    assert [variable.name for variable in book.variables] == list(blocks)


def test_a_block_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_text("variables:\n  - use: kiled\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2, use: there is no 'kiled'; did you mean 'killed'"):
        read_codebook(path)


def test_units_of_another_name_ask_for_some_of_the_people(codebook: Read) -> None:
    book = codebook("variables: [{use: injured, name: officers, units: {officer: [officer]}}]")
    variable = book.variable("officers")
    assert variable is not None
    assert list(variable.units) == ["officer"]
    book = codebook("variables: [{use: injured, units: {person: [clown]}}]")
    variable = book.variable("injured")
    assert variable is not None
    assert {"clown", "people"} <= set(variable.units["person"].wordings)
