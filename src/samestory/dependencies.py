"""Which library files stand behind a script: what its rule must name among its inputs.

Snakemake sees an edited script, not an edited module that the script imports. The imports are read from the source
without running it, so that planning a workflow loads no library; and by their form, since every start of Snakemake
reads them: parsing the library would take longer than all else that it does before the first job.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# ``import a.b, c`` and ``from a.b import c, d``, the names in brackets over several lines or not.
IMPORT = re.compile(r"^[ \t]*import[ \t]+(?P<modules>.+)", re.MULTILINE)
FROM = re.compile(r"^[ \t]*from[ \t]+(?P<module>\w[\w.]*)[ \t]+import[ \t]*(?P<names>\([^)]*\)|.+)", re.MULTILINE)
NAME = re.compile(r"[\w.]+")
COMMENT = re.compile(r"#.*")
DATA_FILE = re.compile(r"[\"']([^\"'\n]+\.(?:toml|yaml|json|html|css|js|j2|R))[\"']")


def code_behind(script: Path, library: Path) -> list[str]:
    """List the samestory modules that a script loads, and the data files these name, as sorted paths below ``library``.

    A data file counts when a module names it in a string (``"agencies.toml"``) and it lies in the module's folder.
    """
    found: set[Path] = set()
    waiting = list(_imported(script, library))
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting.extend(_imported(module, library))
    return sorted({str(path) for module in found for path in (module, *_data_files(module))})


@cache
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _imported(path: Path, library: Path) -> tuple[Path, ...]:
    """Give the library files that a file's import statements load, packages' own files included."""
    source = COMMENT.sub("", _source(path))
    names = [name for match in IMPORT.finditer(source) for name in NAME.findall(match["modules"])]
    for match in FROM.finditer(source):
        names += [match["module"], *(f"{match['module']}.{name}" for name in NAME.findall(match["names"]))]
    return tuple(dict.fromkeys(file for name in names for file in _module_files(name, library)))


def _module_files(name: str, library: Path) -> Iterator[Path]:
    """Yield the files that importing a dotted name runs: every package on the way and the module."""
    package, *rest = name.split(".")
    if package != "samestory":
        return
    folder = library
    yield folder / "__init__.py"
    for part in rest:
        if (folder / f"{part}.py").exists():
            yield folder / f"{part}.py"
            return
        folder = folder / part
        if not (folder / "__init__.py").exists():
            return
        yield folder / "__init__.py"


@cache
def _data_files(module: Path) -> tuple[Path, ...]:
    """Give the data files beside a module that one of its strings names."""
    names = sorted({match[1] for match in DATA_FILE.finditer(_source(module))})
    return tuple(path for name in names if (path := module.parent / name).is_file())
