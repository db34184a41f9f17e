"""The data goes one way, as docs/contributing.md says: no module imports one of a later stage."""

import ast
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[1] / "src" / "samestory"
# exports is no later than report, and neither imports the other.
STAGES = {"cleaning": 1, "overlap": 2, "claims": 3, "compare": 4, "figures": 5, "report": 6, "exports": 6}


def imported_stages(module: Path) -> set[str]:
    """Give the stages that a module imports from."""
    tree = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    names = [node.module.split(".") for node in tree if isinstance(node, ast.ImportFrom) and node.module]
    return {name[1] for name in names if name[0] == "samestory" and len(name) > 1} & STAGES.keys()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_earlier_ones_only(stage):
    modules = sorted((LIBRARY / stage).rglob("*.py"))
    assert modules
    allowed = {stage} | {other for other, place in STAGES.items() if place < STAGES[stage]}
    assert {module.name: late for module in modules if (late := imported_stages(module) - allowed)} == {}


def test_what_all_stages_share_imports_none_of_them():
    # The command line is no stage, and reaches them all.
    shared = [module for module in sorted(LIBRARY.glob("*.py")) if module.name != "command.py"]
    assert {module.name for module in shared if imported_stages(module)} == set()
