import pytest

from samestory.results_folder import results_folder
from samestory.schema import InputError


def test_results_go_where_the_config_says_and_else_by_the_corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert results_folder("out/new", "ferry") == "out/new"
    assert results_folder(None, "ferry") == "results/ferry"


@pytest.mark.parametrize("inside", ["", "/deeper"])
def test_a_file_in_the_way_is_named(tmp_path, inside):
    (tmp_path / "taken").write_text("")
    with pytest.raises(InputError, match="taken is a file; write another folder"):
        results_folder(f"{tmp_path}/taken{inside}", "ferry")


def test_a_folder_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(InputError, match="cannot be written"):
        results_folder(f"{tmp_path}/new", "ferry")


def test_a_working_folder_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.access", lambda path, _: path != tmp_path)
    (tmp_path / "out").mkdir()
    with pytest.raises(InputError, match="Snakemake keeps its notes there"):
        results_folder("out", "ferry")
