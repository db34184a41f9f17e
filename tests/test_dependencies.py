import json
import subprocess
import sys
from pathlib import Path

import pytest

from samestory.dependencies import code_behind

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted(path.stem for path in (ROOT / "scripts").glob("*.py"))
LOADED = """
import json, runpy, sys
runpy.run_path(sys.argv[1])
print(json.dumps([m.__file__ for n, m in sys.modules.items() if n.split(".")[0] == "samestory"]))
"""


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_rule_declares_every_module_its_script_loads(script):
    path = ROOT / "scripts" / f"{script}.py"
    done = subprocess.run([sys.executable, "-c", LOADED, str(path)], capture_output=True, text=True, check=True)
    declared = {file for file in code_behind(path, ROOT / "src" / "samestory") if file.endswith(".py")}
    assert set(json.loads(done.stdout)) <= declared


@pytest.fixture
def library(tmp_path):
    """A small library: one module imports another, which names a lexicon."""
    folder = tmp_path / "samestory"
    (folder / "claims").mkdir(parents=True)
    for name in ("__init__.py", "claims/__init__.py", "claims/other.py", "claims/other.toml"):
        (folder / name).write_text("")
    (folder / "words.py").write_text("import re\n")
    (folder / "claims" / "cues.py").write_text("from samestory import words\nLEXICON = 'cues.toml'\n")
    (folder / "claims" / "cues.toml").write_text("")
    (tmp_path / "script.py").write_text("from samestory.claims.cues import LEXICON\n")
    return folder


def test_modules_are_followed_with_their_packages_and_lexicons(library):
    behind = code_behind(library.parent / "script.py", library)
    assert [str(Path(file).relative_to(library)) for file in behind] == [
        "__init__.py",
        "claims/__init__.py",
        "claims/cues.py",
        "claims/cues.toml",
        "words.py",
    ]
