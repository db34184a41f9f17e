"""The codebook: the questions put to every article, as a scholar writes them.

``codebook.yaml`` is read as YAML 1.2 and checked by workflow/schemas/codebook.schema.yaml. Definitions are for
people; triggers, units and values with their wording are what the program looks for.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from samestory.claims.phrases import PhraseError, Phrases, named_phrases, phrase_pattern
from samestory.schema import InputError, read_yaml, validate

UNKNOWN = "unknown"
NOTES = ("label", "question", "definition", "include", "exclude", "example")
NO_WORDING = Phrases()
WORDING_LISTS = ("triggers", "unless", "unknown")
WORDING_NAMES = ("units", "values", "scopes")
COMPARE_BY_TYPE = {
    "count": "intervals",
    "time": "intervals",
    "category": "equal",
    "actor": "equal",
    "statement": "together",
    "naming": "equal",
}
NEEDS = {"count": ("units", "values"), "category": ("values",), "actor": ("values",), "naming": ("values",)}
# What a count's value in words means as an interval: none, exactly N, at least N, more than N, up to N.
_COUNT_VALUE = re.compile(r"(none|no|zero)\b|(?:(exactly|at least|more than|up to) )?(one|two|three|\d+)$")
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3}


@dataclass(frozen=True)
class Variable:
    """One question of the codebook.

    Attributes:
        name: its name in every table.
        label: its name in figures and report, "" for the name in words.
        type: count | category | actor | statement | time | naming.
        question, definition, include, exclude, example: for whoever codes.
        triggers: one must stand in the sentence (none given: every sentence is looked at).
        unless: rules a sentence out.
        units: what is counted, each with the words for it.
        values: the allowed values, each with the wording that shows it.
        unknown: wording that says it is not known.
        scopes: what a number is restricted to, each with its wording.
        times: clock | date | any.
        event: focal | background.
        compare: equal | intervals | hierarchy | together.
        differ: what two values that are not the same mean: contradiction | scope | wording.
        under: each finer value with the broader one.
        within: how far two numbers or times may lie apart and still agree.
        parts: the variable whose numbers add up to this one.
    """

    name: str
    type: str
    label: str = ""
    question: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    triggers: Phrases = NO_WORDING
    unless: Phrases = NO_WORDING
    units: Mapping[str, Phrases] = field(default_factory=dict)
    values: Mapping[str, Phrases] = field(default_factory=dict)
    unknown: Phrases = NO_WORDING
    scopes: Mapping[str, Phrases] = field(default_factory=dict)
    times: str = "any"
    event: str = "focal"
    compare: str = "equal"
    differ: str = "contradiction"
    under: Mapping[str, str] = field(default_factory=dict)
    within: float = 0.0
    parts: str | None = None


@dataclass(frozen=True)
class Event:
    """The event the corpus is about: its day, its places and the wording that tells it from others."""

    date: str | None = None
    place: Phrases = NO_WORDING
    focal: Phrases = NO_WORDING
    background: Phrases = NO_WORDING


@dataclass(frozen=True)
class Codebook:
    """The questions put to every article of a corpus."""

    variables: tuple[Variable, ...] = ()
    event: Event = field(default_factory=Event)

    def variable(self, name: str) -> Variable | None:
        """Give the variable of that name, None if the codebook has none."""
        return next((variable for variable in self.variables if variable.name == name), None)


def read_codebook(path: Path | str) -> Codebook:
    """Read and check a codebook.

    Raises:
        InputError: the message names file, line and key and says what to write instead.
    """
    path = Path(path)
    data = read_yaml(path)
    validate(data, "codebook", str(path))
    entries = [_with_block(entry, path) for entry in data["variables"]]
    names = [entry["name"] for entry in entries]
    for index, entry in enumerate(entries):
        where = f"{path}, line {_line(entry, 'name')}: variable {entry['name']}"
        if entry["name"] in names[:index]:
            raise InputError(f"{where}: stands twice; give one of them another name")
        _check_variable(entry, names, where, path)
    event = data.get("event", {})
    for key in ("place", "focal", "background"):
        _check_wordings(event.get(key, ()), f"{path}, line {_line(event, key)}: event, {key}")
    return Codebook(tuple(_variable(entry) for entry in entries), _event(event))


def count_value(name: str) -> tuple[float | None, float | None] | None:
    """Read a count's value in words as an interval: "none" 0..0, "more than one" 2.. (counts are whole numbers)."""
    match = _COUNT_VALUE.match(name)
    if match is None:
        return None
    if match[1]:
        return 0.0, 0.0
    number = float(_NUMBER_WORDS.get(match[3], 0) or match[3])
    how = match[2] or "exactly"
    low = {"exactly": number, "at least": number, "more than": number + 1}.get(how)
    return low, number if how in {"exactly", "up to"} else None


def is_negative(value: str) -> bool:
    """Say whether a value denies: its name begins with none, no or not ("none reported", "no claim known")."""
    return value.split(" ")[0] in {"none", "no", "not"}


def _variable(entry: Mapping[str, Any]) -> Variable:
    """Make a variable from its checked entry."""
    names = {attribute.name for attribute in fields(Variable)}
    given: dict[str, Any] = {key: entry[key] for key in entry if key in names}
    given |= {key: entry[key].strip() for key in NOTES if key in entry}
    given |= {key: Phrases(tuple(entry[key])) for key in WORDING_LISTS if key in entry}
    given |= {key: named_phrases(entry[key]) for key in WORDING_NAMES if key in entry}
    given["under"] = {str(finer): broader for finer, broader in entry.get("under", {}).items()}
    return Variable(**{"compare": COMPARE_BY_TYPE[entry["type"]], **given})


def _event(entry: Mapping[str, Any]) -> Event:
    """Make the event from its checked entry."""
    wordings = {key: Phrases(tuple(entry.get(key, ()))) for key in ("place", "focal", "background")}
    return Event(entry.get("date"), **wordings)


@cache
def building_blocks() -> Mapping[str, Mapping[str, Any]]:
    """Read the building blocks that ship with the library, by name."""
    return dict(read_yaml(Path(__file__).parent / "blocks.yaml"))


def _with_block(entry: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """Fill an entry that uses a building block: wording is added to the block's, everything else replaces it.

    Units of other names than the block's replace its units: who asks for officers does not ask for all people.

    Raises:
        InputError: no block has that name; or the entry has neither block nor name and type.
    """
    where = f"{path}, line {_line(entry, 'use' if 'use' in entry else 'name')}"
    if "use" not in entry:
        lacking = [key for key in ("name", "type") if key not in entry]
        if lacking:
            raise InputError(f"{where}: variable {entry.get('name', '?')} lacks {' and '.join(lacking)}; add it")
        return entry
    blocks = building_blocks()
    if entry["use"] not in blocks:
        raise InputError(f"{where}, use: {_unknown(entry['use'], list(blocks))}")
    filled = {"name": entry["use"], **blocks[entry["use"]]}
    for key, given in entry.items():
        if key in WORDING_LISTS:
            filled[key] = [*filled.get(key, ()), *given]
        elif key in WORDING_NAMES:
            own = {str(name): list(wordings) for name, wordings in given.items()}
            of_block = filled.get(key, {})
            kept = {} if key == "units" and own.keys().isdisjoint(of_block) else of_block
            filled[key] = {**kept, **{name: [*kept.get(name, ()), *wordings] for name, wordings in own.items()}}
        elif key == "under":
            filled[key] = {**filled.get(key, {}), **given}
        elif key != "use":
            filled[key] = given
    return filled


def _check_variable(entry: Mapping[str, Any], names: Sequence[str], where: str, path: Path) -> None:
    """Check what the schema cannot: wordings, what each type needs, names that must exist.

    Raises:
        InputError: names file, line and key and what to write instead.
    """
    needs = NEEDS.get(entry["type"], ())
    if needs and not any(key in entry for key in needs):
        raise InputError(f"{where}: a {entry['type']} needs {' or '.join(needs)}; add it")
    if entry["type"] == "time" and "triggers" not in entry:
        raise InputError(f"{where}: a time needs triggers, the wording it stands beside; add them")
    if entry["type"] == "statement" and not {"triggers", "values"} & set(entry):
        raise InputError(f"{where}: a statement needs triggers or values; add them")
    for key in WORDING_LISTS:
        _check_wordings(entry.get(key, ()), f"{path}, line {_line(entry, key)}: variable {entry['name']}, {key}")
    for key in WORDING_NAMES:
        for name, wordings in entry.get(key, {}).items():
            line = _line(entry[key], name)
            _check_wordings(wordings, f"{path}, line {line}: variable {entry['name']}, {key}, {name}")
            if key == "values" and entry["type"] == "count" and count_value(str(name)) is None:
                raise InputError(
                    f"{path}, line {line}: variable {entry['name']}: the value {name!r} of a count is no number; "
                    "write none, none reported, at least 2, more than one, up to 7 or 3"
                )
    known = [str(value) for value in (*entry.get("values", {}), *entry.get("under", {}).values())]
    for value in entry.get("under", {}):
        if str(value) not in known:
            line = _line(entry["under"], value)
            raise InputError(f"{path}, line {line}: variable {entry['name']}, under: {_unknown(str(value), known)}")
    if "parts" in entry and entry["parts"] not in names:
        raise InputError(f"{where}, parts: {_unknown(entry['parts'], names)}")


def _check_wordings(wordings: Sequence[str], where: str) -> None:
    """Check that each phrase can be read.

    Raises:
        InputError: names file, line and key and what to write instead.
    """
    for wording in wordings:
        try:
            phrase_pattern(wording)
        except PhraseError as error:
            raise InputError(f"{where}: {error}") from None


def _unknown(name: str, known: Sequence[str]) -> str:
    """Say that a name does not exist, and which was probably meant."""
    near = get_close_matches(name, known, n=1)
    return f"there is no {name!r}; " + (f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(known)}")


def _line(mapping: Mapping[str, Any], key: str) -> int | str:
    """Give the line of a key, as the YAML reader kept it."""
    positions = getattr(mapping, "lc", None)
    try:
        return int(positions.data[key][0]) + 1 if positions is not None else "?"
    except (KeyError, TypeError):
        return "?"
