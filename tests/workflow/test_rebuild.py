"""What a change rebuilds, on a corpus that is nothing but raw files."""

import re
import shutil

import pytest

from samestory.tables import read

CODEBOOK = "variables:\n  - name: crossings\n    type: statement\n    triggers: [crossings]\n"
DOWNSTREAM = {
    *("passages", "origins", "statements", "code_claims", "coverage", "compare"),
    *("figures", "report", "notebooks", "exports", "all"),
}


@pytest.fixture
def ferry(ferry_run, tmp_path):
    """A copy of the folder that was run, to change."""
    folder = tmp_path / "moved here"
    shutil.copytree(ferry_run, folder, copy_function=shutil.copy2)
    return folder


def planned(snakemake, folder, *arguments):
    """The rules that a further run would execute."""
    run = snakemake(folder, "--dry-run", *arguments, "--config", "corpus=./event")
    assert run.status == 0, run.said
    table = run.said.partition("Job stats:")[2].partition("total")[0]
    return {match[1] for match in re.finditer(r"^(\w+) +\d+$", table, re.MULTILINE)}


def test_raw_files_alone_run_through_and_the_copy_is_found(ferry_run):
    pair = read(ferry_run / "results/event/overlap/pairs").iloc[0]
    assert (pair["doc_a"], pair["doc_b"], pair["containment_a"]) == ("a", "b", 1.0)


def test_a_moved_folder_and_touched_files_rebuild_nothing(ferry, snakemake):
    (ferry / "event/raw/a.txt").touch()
    assert planned(snakemake, ferry) == set()


def test_one_changed_letter_rebuilds_all_that_depends_on_it(ferry, snakemake):
    raw = ferry / "event/raw/a.txt"
    raw.write_text(raw.read_text(encoding="utf-8").replace("40", "41"), encoding="utf-8")
    assert planned(snakemake, ferry) == {"clean_articles", *DOWNSTREAM}


def test_a_changed_overlap_setting_leaves_cleaning_and_statements_alone(ferry, snakemake):
    changed = ferry / "longer.yaml"
    changed.write_text("overlap:\n  shingle_words: 8\n", encoding="utf-8")
    assert planned(snakemake, ferry, "--configfile", str(changed)) == DOWNSTREAM - {"statements"}


def test_a_new_codebook_recodes_and_leaves_overlap_alone(ferry, snakemake):
    (ferry / "event/codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    assert planned(snakemake, ferry) == DOWNSTREAM - {"passages", "origins", "statements"}


def test_each_stage_is_a_target(ferry, snakemake):
    shutil.rmtree(ferry / "results")
    assert planned(snakemake, ferry, "clean") == {"clean_articles", "clean"}
    assert planned(snakemake, ferry, "overlap") == {"clean_articles", "passages", "origins", "overlap"}


def test_shards_give_the_same_tables(ferry, tmp_path, snakemake):
    shutil.copytree(ferry / "event", tmp_path / "event")
    (tmp_path / "small.yaml").write_text("articles_per_shard: 1\n", encoding="utf-8")
    in_shards = ("--configfile", str(tmp_path / "small.yaml"))

    def claims(folder, *more):
        run = snakemake(folder, "claims", *more, "--config", "corpus=./event")
        assert run.status == 0, run.said

    def both(name):
        return [(folder / f"results/event/{name}.csv").read_bytes() for folder in (ferry, tmp_path)]

    claims(tmp_path, *in_shards)
    for name in ("clean/documents", "clean/sentences", "claims/quantities"):
        whole, sharded = both(name)
        assert whole == sharded, name

    # With a codebook each shard is coded on its own.
    for folder, more in ((ferry, ()), (tmp_path, in_shards)):
        (folder / "event/codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
        claims(folder, *more)
    for name in ("claims/wording", "claims/claims", "claims/coverage"):
        whole, sharded = both(name)
        assert whole == sharded, name
    assert b"crossings" in whole
