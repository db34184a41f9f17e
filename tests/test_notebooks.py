"""The notebooks as kept in git: stripped, in order, and reading results alone."""

import ast
import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def code_cells(notebook):
    return [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def test_there_are_four():
    assert [path.stem for path in NOTEBOOKS] == ["01_corpus", "02_overlap", "03_claims", "04_your_own_question"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_stripped(notebook):
    for cell in code_cells(notebook):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_only_results_are_read_and_the_figures_are_the_workflows(notebook):
    source = "\n".join("".join(cell["source"]) for cell in code_cells(notebook))
    modules = {node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    assert {"samestory.figures", "samestory.results"} <= modules
    assert modules <= {"samestory.figures", "samestory.results", "samestory.words"}
    assert "open(" not in source
    assert "raw" not in source
