"""Faults in the middle of a run: nothing is half written, and a further run gives the same bytes."""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from samestory.verify import checksums

FERRY = (
    "Ferry stuck off Brill\n\nThe ferry Anna ran aground on Monday with 40 passengers aboard, the harbour office said."
    "\n\n“Nobody was hurt and the tide will lift her tonight,” said harbour master Ruth Okafor.\n"
)
# The first words of each rule's message: a stage has begun when they are said.
BEGUN = {
    "clean_articles": "Cleaning: reading",
    "passages": "Overlap: finding",
    "origins": "Overlap: tracing",
    "statements": "Claims: finding",
    "code_claims": "Claims: coding",
    "compare": "Compare: where",
    "figures": "Figures: drawing",
    "report": "Report: writing",
    "notebook": "Notebook: executing",
}
CONFIG = ("--config", "corpus=./event")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, snakemake):
    """The checksums of a run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    make_corpus(folder)
    run = snakemake(folder, *CONFIG)
    assert run.status == 0, run.said
    return checksums(folder / "results/event")


def make_corpus(folder):
    (folder / "event" / "raw").mkdir(parents=True)
    (folder / "event" / "raw" / "a.txt").write_text(FERRY, encoding="utf-8")
    (folder / "event" / "raw" / "b.txt").write_text(FERRY + "\nCrossings are cancelled.\n", encoding="utf-8")


@contextlib.contextmanager
def started(root, folder, **options):
    """A run in a process group of its own, which is gone at the end."""
    command = [sys.executable, "-m", "snakemake", "--snakefile", str(root / "Snakefile"), "--directory", str(folder)]
    with subprocess.Popen(
        [*command, "--cores", "2", *CONFIG],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        **options,
    ) as process:
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def wait_for(process, words):
    for line in process.stdout:
        if words in line:
            # Long enough for the job's Python to have begun its work.
            time.sleep(0.7)
            return
    pytest.fail(f"the run ended without saying {words!r}")


def finish(snakemake, folder):
    """Unlock, run again to the end, and give the checksums."""
    assert snakemake(folder, "--unlock", *CONFIG).status == 0
    run = snakemake(folder, *CONFIG)
    assert run.status == 0, run.said
    return checksums(folder / "results/event")


@pytest.mark.parametrize(
    "rule", [pytest.param(rule, marks=() if rule == "origins" else pytest.mark.full) for rule in BEGUN]
)
def test_killed_in_the_middle_of_a_stage_and_run_again_gives_the_same_bytes(
    tmp_path, root, snakemake, undisturbed, rule
):
    make_corpus(tmp_path)
    with started(root, tmp_path) as process:
        wait_for(process, BEGUN[rule])
        os.killpg(process.pid, signal.SIGKILL)
    assert finish(snakemake, tmp_path) == undisturbed


@pytest.mark.full
def test_a_script_that_outlives_its_killed_run_does_no_harm(tmp_path, root, snakemake, undisturbed):
    make_corpus(tmp_path)
    with started(root, tmp_path) as process:
        wait_for(process, BEGUN["statements"])
        process.kill()
        assert finish(snakemake, tmp_path) == undisturbed


@pytest.mark.full
def test_interrupted_by_the_user_and_run_again_gives_the_same_bytes(tmp_path, root, snakemake, undisturbed):
    make_corpus(tmp_path)
    with started(root, tmp_path) as process:
        wait_for(process, BEGUN["passages"])
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert process.wait(30) != 0
    assert finish(snakemake, tmp_path) == undisturbed


@pytest.mark.full
def test_a_disk_that_is_full_leaves_no_half_written_file(tmp_path, root, snakemake, undisturbed):
    make_corpus(tmp_path)

    def small_files_only():
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    with started(root, tmp_path, preexec_fn=small_files_only) as process:
        said = process.stdout.read()
        assert process.wait() != 0
    assert "samestory: " in said
    assert "Traceback" not in said
    left = checksums(tmp_path / "results/event")
    assert {file: undisturbed[file] for file in left} == left
    assert finish(snakemake, tmp_path) == undisturbed


@pytest.mark.full
def test_a_results_folder_that_cannot_be_written_is_named(tmp_path, snakemake):
    make_corpus(tmp_path)
    (tmp_path / "taken").write_text("a file, no folder")
    run = snakemake(tmp_path, "--config", "corpus=./event", "results=taken")
    assert run.status != 0
    assert "taken" in run.said
    assert "Traceback" not in run.said


@pytest.mark.full
def test_a_second_run_at_the_same_time_is_refused_and_the_first_goes_on(tmp_path, root, snakemake, undisturbed):
    make_corpus(tmp_path)
    with started(root, tmp_path) as process:
        wait_for(process, BEGUN["clean_articles"])
        second = snakemake(tmp_path, *CONFIG)
        process.stdout.read()
        assert process.wait() == 0
    assert second.status != 0
    assert "lock" in second.said
    assert checksums(tmp_path / "results/event") == undisturbed


@pytest.mark.full
@pytest.mark.parametrize("fault", ["vanishes", "changes"])
def test_a_raw_file_that_is_not_what_it_was_stops_the_run(tmp_path, root, snakemake, undisturbed, fault):
    make_corpus(tmp_path)
    raw = tmp_path / "event/raw/b.txt"
    before = raw.read_bytes()
    with started(root, tmp_path) as process:
        for line in process.stdout:
            if BEGUN["clean_articles"] in line:
                break
        if fault == "vanishes":
            raw.unlink()
        else:
            # Until the job has ended or been refused, the file is a different one every moment.
            while process.poll() is None and not (tmp_path / "results/event/clean/texts.parquet").exists():
                raw.write_bytes(before + str(time.monotonic_ns()).encode())
        said = process.stdout.read()
        status = process.wait()
    assert status != 0
    assert "b.txt" in said
    assert "Traceback" not in said
    raw.write_bytes(before)
    assert finish(snakemake, tmp_path) == undisturbed
