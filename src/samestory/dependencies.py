"""Which library files stand behind a script: what its rule must name among its inputs.

Snakemake sees an edited script, not an edited module that the script imports. The imports are read from the source
without running it, so that planning a workflow loads no library.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA_SUFFIXES = (".toml", ".yaml", ".json", ".html", ".css", ".js", ".j2", ".R")


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
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _imported(path: Path, library: Path) -> tuple[Path, ...]:
    """Give the library files that a file's import statements load, packages' own files included."""
    names: list[str] = []
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
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
    strings = {
        node.value
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith(DATA_SUFFIXES)
    }
    return tuple(path for name in sorted(strings) if (path := module.parent / name).is_file())
