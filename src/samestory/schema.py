"""User files against their schemas: what is wrong, where, and what to write instead.

The schemas are JSON Schema files written in YAML (workflow/schemas). fastjsonschema finds the error; this module
words it for the person who wrote the file.
"""

import difflib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
from ruamel.yaml import YAML
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from samestory.published import exists

SCHEMAS = Path(__file__).parents[2] / "workflow" / "schemas"

TYPE_NAMES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "nothing",
    "number": "a number",
    "object": "keys with values",
    "string": "text",
}

# What to do about the errors of those who write YAML for the first time, by what the parser says.
YAML_HINTS = {
    "'\\t'": "indent with spaces, not with a tab",
    "alias": "put words that begin with a star in quotes",
    "mapping values are not allowed": "put words that hold a colon in quotes, and indent keys of one level alike",
    "'@'": "put words that begin with it in quotes",
    "'%'": "put words that begin with it in quotes",
    "'`'": "put words that begin with it in quotes",
}


class InputError(ValueError):
    """Something the user gave cannot be used; the message names file, key or row and what to write instead."""


class DatesAsText(RoundTripConstructor):
    """Reads 2023-12-08 as the text it is, as YAML 1.2's core schema does."""


DatesAsText.add_constructor("tag:yaml.org,2002:timestamp", RoundTripConstructor.construct_scalar)


def read_yaml(path: Path) -> Any:
    """Read a YAML 1.2 file (``no`` stays a word, ``4:15`` text); mappings and lists keep their line numbers.

    Raises:
        InputError: the file is not UTF-8 or not YAML; the message names file and line.
    """
    yaml = YAML()
    yaml.Constructor = DatesAsText
    try:
        return yaml.load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save the file as UTF-8") from None
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        problem = error.problem or error.context or ""
        hint = next((f"; {hint}" for sign, hint in YAML_HINTS.items() if sign in problem), "")
        raise InputError(f"{path}, line {line}: not valid YAML: {problem}{hint}") from None
    except YAMLError as error:
        raise InputError(f"{path}: not valid YAML: {str(error).splitlines()[0]}") from None


def validate(data: Any, schema: str, where: str) -> None:
    """Check data against the schema of that name.

    Args:
        data: mappings, lists and scalars as read from the user's file.
        schema: a file of workflow/schemas without its ending: config, corpus, articles, codebook.
        where: the file (and row) for the message.

    Raises:
        InputError: names where, the line if known, the key, and what to write instead.
    """
    try:
        _validator(schema)(data)
    except fastjsonschema.JsonSchemaValueException as error:
        path = error.path[1:]
        unknown = _unknown_key(error)
        line = _line(data, [*path, unknown] if unknown is not None else path)
        raise InputError(f"{where}{line}: {_explain(error, path)}") from None


def known_keys(schema: str) -> list[str]:
    """Give the keys that the schema of that name knows, in its order."""
    return list(_definition(schema)["properties"])


@cache
def _validator(schema: str) -> Any:
    """Compile a schema once."""
    return fastjsonschema.compile(_definition(schema), use_default=False, formats={"moment": exists})


def _definition(schema: str) -> Any:
    """Read a schema."""
    return YAML(typ="safe").load((SCHEMAS / f"{schema}.schema.yaml").read_text(encoding="utf-8"))


def _line(data: Any, path: Sequence[str]) -> str:
    """Give the line of the deepest key of a path, where the YAML reader kept it."""
    line = ""
    for step in path:
        key = int(step) if isinstance(data, list) else step
        try:
            positions = getattr(data, "lc", None)
            if positions is not None:
                line = f", line {positions.data[key][0] + 1}"
            data = data[key]
        except (KeyError, IndexError, TypeError):
            break
    return line


def _unknown_key(error: fastjsonschema.JsonSchemaValueException) -> str | None:
    """Give the first key that the schema does not know, if that (or a lacking key, perhaps misspelt) is the error."""
    if error.rule not in {"additionalProperties", "required"} or error.definition.get("additionalProperties", True):
        return None
    return next((str(key) for key in error.value if key not in error.definition.get("properties", {})), None)


def _explain(error: fastjsonschema.JsonSchemaValueException, path: Sequence[str]) -> str:
    """Say in a sentence what is wrong with the value at a path and what to write instead."""
    key = ".".join(str(part) for part in path) or "the file"
    wanted, value = error.rule_definition, error.value
    unknown = _unknown_key(error)
    if unknown is not None:
        allowed = list(error.definition.get("properties", {}))
        near = difflib.get_close_matches(unknown, allowed, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"allowed are {', '.join(allowed)}"
        return f"unknown key {unknown!r}{f' in {key}' if path else ''}; {hint}"
    if error.rule == "required":
        missing = [name for name in wanted if name not in value]
        return f"{key} lacks {', '.join(repr(name) for name in missing)}; add it"
    if error.rule == "enum":
        return f"{key} is {value!r}; write one of {', '.join(str(option) for option in wanted)}"
    description = error.definition.get("description", "")
    if error.rule == "type":
        types = [wanted] if isinstance(wanted, str) else wanted
        kinds = " or ".join(TYPE_NAMES[kind] for kind in types)
        return f"{key} is {_shown(value)}; write {kinds}" + (f" ({description})" if description else "")
    if error.rule in {"minimum", "exclusiveMinimum"}:
        return f"{key} is {value!r}; write a number of at least {wanted}"
    if error.rule in {"maximum", "exclusiveMaximum"}:
        return f"{key} is {value!r}; write a number of at most {wanted}"
    if error.rule == "format":
        return f"{key} is {_shown(value)}, but there is no such day or time"
    if error.rule == "pattern":
        return f"{key} is {_shown(value)}; write {description or f'text that matches {wanted}'}"
    return f"{key} {str(error.message).removeprefix(str(error.name)).strip()}"


def _shown(value: Any) -> str:
    """Show a value in a message, cut to a readable length."""
    shown = "empty" if value is None else repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
