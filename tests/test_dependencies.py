import json
import subprocess
import sys
from pathlib import Path

import pytest

from samestory.dependencies import code_behind

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted(path.stem for path in (ROOT / "scripts").glob("*.py"))
# The libraries are loaded once; each script then runs in a process that is split off from this one.
LOADED = """
import json, os, runpy, sys
import matplotlib.pyplot, pandas, pyarrow.parquet, scipy.sparse, trafilatura

def loaded(script):
    receive, send = os.pipe()
    if os.fork() == 0:
        runpy.run_path(script)
        modules = [m.__file__ for n, m in sys.modules.items() if n.split(".")[0] == "samestory"]
        os.write(send, json.dumps(modules).encode())
        os._exit(0)
    os.close(send)
    with open(receive) as pipe:
        return json.load(pipe)

print(json.dumps({script: loaded(script) for script in sys.argv[1:]}))
"""


@pytest.fixture(scope="module")
def loaded():
    """The modules of the library that each script loads."""
    paths = [str(ROOT / "scripts" / f"{script}.py") for script in SCRIPTS]
    done = subprocess.run([sys.executable, "-c", LOADED, *paths], capture_output=True, text=True, check=True)
    modules = json.loads(done.stdout)
    assert sum(map(len, modules.values())) > 500
    return modules


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_rule_declares_every_module_its_script_loads(script, loaded):
    path = ROOT / "scripts" / f"{script}.py"
    declared = {file for file in code_behind(path, ROOT / "src" / "samestory") if file.endswith(".py")}
    assert set(loaded[str(path)]) <= declared


@pytest.fixture
def library(tmp_path):
    """A small library: one module imports another, which names a lexicon."""
    folder = tmp_path / "samestory"
    (folder / "claims").mkdir(parents=True)
    for name in ("__init__.py", "claims/__init__.py", "claims/other.py", "claims/other.toml"):
        (folder / name).write_text("")
    (folder / "words.py").write_text("import re\n")
    (folder / "claims" / "cues.py").write_text(
        "def load():\n    from samestory import (  # (when needed)\n        words,\n    )\n    return 'cues.toml'\n"
    )
    (folder / "claims" / "cues.toml").write_text("")
    (tmp_path / "script.py").write_text("from samestory.claims.cues import load\n")
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


PLANNED = """
import json, pathlib, re, sys
for rules in pathlib.Path(sys.argv[1]).glob("*.smk"):
    exec("\\n".join(re.findall(r"^(?:from|import) samestory.*", rules.read_text(), re.MULTILINE)), {})
print(json.dumps([name for name in ("numpy", "pandas", "pyarrow", "matplotlib") if name in sys.modules]))
"""


def test_planning_a_run_loads_no_library_of_tables_or_figures():
    command = [sys.executable, "-c", PLANNED, str(ROOT / "workflow" / "rules")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
