"""What tests share: corpora made of a few words, and the real Snakefile run in a folder of the test's own."""

import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# No test fails for being slow; the same examples are tried on every run. .ci/full tries many more.
settings.register_profile("samestory", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("deep", settings.get_profile("samestory"), max_examples=400)
settings.load_profile("samestory")


@dataclass(frozen=True)
class Finished:
    """A finished run: its exit status and all it said."""

    status: int
    said: str


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def snakemake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Finished]]:
    """Run the repository's Snakefile in a folder: ``snakemake(folder, "--config", "corpus=./event")``."""
    said = tmp_path_factory.mktemp("said") / "said.txt"
    with subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "loaded_snakemake.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as loaded:

        def run(folder: Path, *arguments: str, cores: int = 2) -> Finished:
            where = ["--snakefile", str(ROOT / "Snakefile"), "--directory", str(folder), "--cores", str(cores)]
            environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
            asked = {"arguments": [*where, *arguments], "environment": environment, "said": str(said)}
            print(json.dumps(asked), file=loaded.stdin, flush=True)
            status = int(loaded.stdout.readline())
            return Finished(status, said.read_text(encoding="utf-8"))

        yield run


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Make a folder once, however many processes share the tests: ``once("five articles", make)``.

    ``make`` is given the folder, empty.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent

    def folder_of(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = base / name, base / f"{name}.done"
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                with contextlib.suppress(FileNotFoundError):
                    shutil.rmtree(folder)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return folder_of


@pytest.fixture(scope="session")
def run_once(
    once: Callable[[str, Callable[[Path], None]], Path], snakemake: Callable[..., Finished]
) -> Callable[..., Path]:
    """Give a folder in which Snakemake was run: ``run_once("ferry", make_corpus, "--config", "corpus=./event")``."""

    def folder_of(name: str, make: Callable[[Path], None] | None, *arguments: str) -> Path:
        def run(folder: Path) -> None:
            if make:
                make(folder)
            run = snakemake(folder, *arguments)
            assert run.status == 0, run.said
            assert "Traceback" not in run.said

        return once(name, run)

    return folder_of


@pytest.fixture(scope="session")
def seed_run(run_once: Callable[..., Path]) -> Path:
    """The results of the five articles, from raw files to report."""
    return run_once("five articles", None) / "results" / "baghdad-embassy-2023"


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Callable[[str, str, str], None]:
    """Keep what was tried and what happened for docs/reliability.md: ``tried("Bad input", "an empty file", "…")``."""

    def keep(part: str, what: str, happened: str) -> None:
        record_property("tried", (part, what, happened))

    return keep


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Path]:
    """Make a corpus folder from texts by file name: ``corpus({"a.txt": "…"}, **{"corpus.yaml": "…"})``."""

    def make(raw: dict[str, str | bytes], **others: str) -> Path:
        folder = tmp_path / "event"
        (folder / "raw").mkdir(parents=True)
        for name, content in raw.items():
            data = content.encode() if isinstance(content, str) else content
            (folder / "raw" / name).write_bytes(data)
        for name, content in others.items():
            (folder / name).write_text(content, encoding="utf-8")
        return folder

    return make


class Recorded(dict[str, object]):
    """Tables that remember which of them were asked for."""

    def __init__(self, tables: dict[str, object]) -> None:
        super().__init__(tables)
        self.names: set[str] = set()

    def __contains__(self, name: object) -> bool:
        self.names.add(str(name))
        return super().__contains__(name)


@pytest.fixture(scope="session")
def asked_for() -> type[Recorded]:
    """Wrap tables so that ``names`` tells which were asked for."""
    return Recorded
