"""Faults in the middle of a run: nothing is half written, and a further run gives the same bytes."""

import contextlib
import ctypes
import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from samestory.verify import published_checksums

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
    "notebooks": "Notebooks: executing",
    "exports": "Exports: writing",
}
CONFIG = ("--config", "corpus=./event")
SAME = "the run goes on after `snakemake --unlock`, and ends with the bytes of an undisturbed one"


@pytest.fixture(scope="module")
def undisturbed(ferry_run):
    """The checksums of a run that nothing disturbed."""
    return published_checksums(ferry_run / "results/event")


@contextlib.contextmanager
def started(root, folder, *arguments, **options):
    """A run in a process group of its own, which is gone at the end."""
    command = [sys.executable, "-m", "snakemake", "--snakefile", str(root / "Snakefile"), "--directory", str(folder)]
    with subprocess.Popen(
        [*command, "--cores", "2", *CONFIG, *arguments],
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


def wait_for(process, words, seconds=0.7):
    """Read on to these words; the job's Python has begun its work some tenths of a second later."""
    for line in process.stdout:
        if words in line:
            time.sleep(seconds)
            return
    pytest.fail(f"the run ended without saying {words!r}")


def finish(snakemake, folder):
    """Unlock, run again to the end, and give the checksums."""
    assert snakemake(folder, "--unlock", *CONFIG).status == 0
    run = snakemake(folder, *CONFIG)
    assert run.status == 0, run.said
    return published_checksums(folder / "results/event")


def in_the_foreground():
    """Hear Ctrl-C, though the tests themselves may run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupt(process):
    """Press Ctrl-C, and impatiently a second time."""
    os.killpg(process.pid, signal.SIGINT)
    time.sleep(0.4)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    return process.stdout.read()


def refusal(said):
    """The line with which samestory ended a run or a job."""
    assert "Traceback" not in said
    (line,) = {line for line in said.splitlines() if line.startswith("samestory: ")}
    return line.removeprefix("samestory: ")


@pytest.mark.parametrize(
    "rule", [pytest.param(rule, marks=() if rule == "origins" else pytest.mark.full) for rule in BEGUN]
)
def test_killed_in_the_middle_of_a_stage_and_run_again_gives_the_same_bytes(
    tmp_path, make_ferry, root, snakemake, undisturbed, tried, rule
):
    make_ferry(tmp_path)
    with started(root, tmp_path) as process:
        wait_for(process, BEGUN[rule])
        os.killpg(process.pid, signal.SIGKILL)
    left = published_checksums(tmp_path / "results/event")
    assert {file: undisturbed[file] for file in left} == left
    assert finish(snakemake, tmp_path) == undisturbed
    tried("Faults", f"killed (SIGKILL) in the middle of `{rule}`", f"what is there is whole; {SAME}")


@pytest.mark.full
def test_a_script_that_outlives_its_killed_run_does_no_harm(tmp_path, make_ferry, root, snakemake, undisturbed, tried):
    make_ferry(tmp_path)
    with started(root, tmp_path) as process:
        wait_for(process, BEGUN["statements"])
        process.kill()
        assert finish(snakemake, tmp_path) == undisturbed
    tried("Faults", "Snakemake alone killed, its script lives on and writes while the next run does", SAME)


def test_interrupted_by_the_user_ends_in_a_message(tmp_path, make_ferry, root, undisturbed):
    make_ferry(tmp_path)
    with started(root, tmp_path, preexec_fn=in_the_foreground) as process:
        wait_for(process, BEGUN["clean_articles"], 0.3)
        said = interrupt(process)
        assert process.wait() != 0
    assert "Traceback" not in said
    assert "Terminating processes on user request" in said
    left = published_checksums(tmp_path / "results/event")
    assert {file: undisturbed[file] for file in left} == left


# From the moment a job is started: its Python has not begun, loads Snakemake, loads the libraries, or works.
@pytest.mark.full
@pytest.mark.parametrize(
    ("rule", "seconds"),
    [("passages", 0.0), ("passages", 0.05), ("passages", 0.3), ("passages", 1.0), ("figures", 2.0), ("notebooks", 3.0)],
)
def test_interrupted_by_the_user_and_run_again_gives_the_same_bytes(
    tmp_path, make_ferry, root, snakemake, undisturbed, tried, rule, seconds
):
    make_ferry(tmp_path)
    with started(root, tmp_path, preexec_fn=in_the_foreground) as process:
        wait_for(process, BEGUN[rule], seconds)
        said = interrupt(process)
        assert process.wait() != 0
    assert "Traceback" not in said
    assert "Terminating processes on user request" in said
    assert finish(snakemake, tmp_path) == undisturbed
    tried(
        "Faults",
        "Ctrl-C, and again, at six moments: before a job's Python has begun, while it loads, while it works",
        f"the run ends without a traceback; {SAME}",
    )


@pytest.mark.full
def test_a_disk_that_is_full_leaves_no_half_written_file(tmp_path, make_ferry, root, snakemake, undisturbed, tried):
    make_ferry(tmp_path)

    def small_files_only():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    with started(root, tmp_path, preexec_fn=small_files_only) as process:
        said = process.stdout.read()
        assert process.wait() != 0
    assert "samestory: " in said
    assert "Traceback" not in said
    left = published_checksums(tmp_path / "results/event")
    assert {file: undisturbed[file] for file in left} == left
    assert finish(snakemake, tmp_path) == undisturbed
    tried(
        "Faults", "no file may grow over 100 kB (a quota)", f"the job ends in a message, no file is cut short; {SAME}"
    )


@pytest.mark.full
def test_a_disk_without_a_byte_left_ends_in_a_message(tmp_path, make_ferry, root, snakemake, undisturbed, tried):
    make_ferry(tmp_path)
    disk = tmp_path / "results"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        with started(root, tmp_path) as process:
            said = process.stdout.read()
            assert process.wait() != 0
        assert "No space left on device" in refusal(said)
        left = published_checksums(disk / "event")
        assert left
        assert {file: undisturbed[file] for file in left} == left
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        assert finish(snakemake, tmp_path) == undisturbed
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    tried("Faults", "the disk is full", f"“{refusal(said)}”; what is there is whole; with room, {SAME}")


def without_privileges():
    """Let permissions hold for root as well: a program that this process becomes cannot pass them over."""
    drop_from_bounding_set, dac_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


def test_a_results_folder_that_is_a_file_is_named(tmp_path, make_ferry, snakemake, tried):
    make_ferry(tmp_path)
    (tmp_path / "taken").write_text("a file, no folder")
    run = snakemake(tmp_path, "--config", "corpus=./event", "results=taken")
    assert run.status != 0
    said = refusal(run.said).replace(str(tmp_path), "…")
    assert said.startswith("results is 'taken', but taken is a file; write another folder")
    tried("Faults", "the results folder is a file", f"refused before anything runs: “{said}”")


@pytest.mark.parametrize(
    ("locked", "message"),
    [
        ("shelf", "results is 'shelf/run', but …/shelf cannot be written; write another folder"),
        (".", "… cannot be written, and Snakemake keeps its notes there, in .snakemake; start the run in another"),
    ],
)
def test_a_folder_that_cannot_be_written_is_named(tmp_path, make_ferry, root, tried, locked, message):
    make_ferry(tmp_path)
    (tmp_path / "shelf").mkdir()
    (tmp_path / locked).chmod(0o555)
    with started(root, tmp_path, "results=shelf/run", preexec_fn=without_privileges) as process:
        said = process.stdout.read()
        assert process.wait() != 0
    (tmp_path / locked).chmod(0o755)
    said = refusal(said).replace(str(tmp_path), "…")
    assert said.startswith(message)
    what = "results folder" if locked == "shelf" else "folder in which the run is started"
    tried("Faults", f"the {what} cannot be written", f"refused before anything runs: “{said}”")


@pytest.mark.full
def test_a_folder_of_results_that_can_no_longer_be_written_ends_in_a_message(
    tmp_path, make_ferry, root, snakemake, undisturbed, tried
):
    make_ferry(tmp_path)
    folder = tmp_path / "results/event/overlap"
    folder.mkdir(parents=True)
    folder.chmod(0o555)
    with started(root, tmp_path, preexec_fn=without_privileges) as process:
        said = process.stdout.read()
        assert process.wait() != 0
    # Snakemake removes folders that a failed job left empty.
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    assert "Permission denied" in refusal(said)
    assert finish(snakemake, tmp_path) == undisturbed
    tried("Faults", "a folder of the results that cannot be written any more", f"the job ends in a message; {SAME}")


@pytest.mark.full
def test_a_second_run_at_the_same_time_is_refused_and_the_first_goes_on(
    tmp_path, make_ferry, root, snakemake, undisturbed, tried
):
    make_ferry(tmp_path)
    with started(root, tmp_path) as process:
        wait_for(process, BEGUN["clean_articles"])
        second = snakemake(tmp_path, *CONFIG)
        process.stdout.read()
        assert process.wait() == 0
    assert second.status != 0
    assert "Directory cannot be locked" in second.said
    assert "Traceback" not in second.said
    assert published_checksums(tmp_path / "results/event") == undisturbed
    tried(
        "Faults", "two runs at once", "the second is refused (“Directory cannot be locked”); the first is not disturbed"
    )


@pytest.mark.full
@pytest.mark.parametrize("fault", ["vanishes", "changes"])
def test_a_raw_file_that_is_not_what_it_was_stops_the_run(
    tmp_path, make_ferry, root, snakemake, undisturbed, tried, fault
):
    make_ferry(tmp_path)
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
        assert process.wait() != 0
    # A file that is gone before its job begins is missed by Snakemake itself.
    missed = [line for line in said.splitlines() if "b.txt (missing locally" in line]
    said = missed[-1] if missed and "Traceback" not in said else refusal(said)
    assert "b.txt" in said
    raw.write_bytes(before)
    assert finish(snakemake, tmp_path) == undisturbed
    tried("Faults", f"a raw file {fault} during the run", f"the job ends in a message: “{said}”; {SAME}")
