"""What tests share: corpora made of a few words, and the real Snakefile run in a folder of the test's own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# No test fails for being slow; the same examples are tried on every run.
settings.register_profile("samestory", deadline=None, derandomize=True)
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
def snakemake() -> Callable[..., Finished]:
    """Run the repository's Snakefile in a folder: ``snakemake(folder, "--config", "corpus=./event")``."""

    def run(folder: Path, *arguments: str, cores: int = 2) -> Finished:
        command = [sys.executable, "-m", "snakemake", "--snakefile", str(ROOT / "Snakefile"), "--directory"]
        done = subprocess.run(
            [*command, str(folder), "--cores", str(cores), *arguments],
            env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )
        return Finished(done.returncode, done.stdout + done.stderr)

    return run


@pytest.fixture(scope="session")
def seed_run(tmp_path_factory: pytest.TempPathFactory, snakemake: Callable[..., Finished]) -> Path:
    """The results of the five articles, from raw files to report."""
    folder = tmp_path_factory.mktemp("five articles")
    run = snakemake(folder)
    assert run.status == 0, run.said
    return folder / "results" / "baghdad-embassy-2023"


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
