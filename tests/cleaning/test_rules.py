import ast
from pathlib import Path

import samestory.cleaning
from samestory.cleaning.lexicon import lexicon
from samestory.cleaning.rules import encoding_words, rule_words, rules
from samestory.contract import published_tables

# Functions that give the name of a rule and nothing else.
NAMING = {"find_caption", "_signed", "_told", "find_byline"}


def kinds():
    return {kind for column in published_tables()["clean/segments"].columns for kind in column.values}


def rules_in_code():
    """Every name behind a kind, given to a variable for rules, or returned by a function that names rules."""
    for path in Path(samestory.cleaning.__file__).parent.glob("*.py"):
        if path.name == "metadata.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Tuple | ast.Call):
                parts = node.elts if isinstance(node, ast.Tuple) else node.args
                behind = next((i for i, part in enumerate(parts) if is_kind(part)), len(parts))
                yield from (c for part in parts[behind + 1 :] for c in constants(part))
            elif isinstance(node, ast.Assign) and any("rule" in ast.dump(target) for target in node.targets):
                yield from constants(node.value)
            elif isinstance(node, ast.FunctionDef) and node.name in NAMING:
                yield from (
                    c for n in ast.walk(node) if isinstance(n, ast.Return) and n.value for c in constants(n.value)
                )


def is_kind(node):
    return getattr(node, "value", None) in kinds() or getattr(node, "id", None) == "kind"


def constants(node):
    return (c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str))


def test_every_rule_that_can_occur_has_words():
    furniture = {name for name in lexicon()["furniture"] if name != "related_list"}
    can_occur = {*rules_in_code(), *furniture} - kinds() - {"heading", "interview", "label", "outlook"}
    assert can_occur == set(rules())


def test_rules_and_encodings_in_words():
    assert rule_words("appended_story") == "story at the end that is about something else"
    assert rule_words("rule_of_another_version") == "rule of another version"
    assert encoding_words("utf-8") == "utf-8"
    assert encoding_words("utf-8 with replacement") == "utf-8; bytes that fit no letter are shown as \ufffd"
