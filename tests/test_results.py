import pytest

from samestory.results import VARIABLE, find_results, read_results
from samestory.tables import build, write


def test_the_variable_goes_before_the_config(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert find_results() == tmp_path


def test_the_config_above_names_corpus_or_folder(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "config").mkdir()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    (tmp_path / "config" / "config.yaml").write_text("corpus: corpora/ferry\n", encoding="utf-8")
    assert find_results() == tmp_path / "results" / "ferry"
    (tmp_path / "config" / "config.yaml").write_text("corpus: ferry\nresults: elsewhere\n", encoding="utf-8")
    assert find_results() == tmp_path / "elsewhere"


def test_the_results_are_called_as_the_corpus_calls_itself(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    for folder in ("config", "corpora/ferry"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "corpora/ferry/corpus.yaml").write_text("name: ferry-copy\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "config")
    for corpus in ("ferry", "corpora/ferry", f"{tmp_path}/corpora/ferry"):
        (tmp_path / "config" / "config.yaml").write_text(f"corpus: {corpus}\n", encoding="utf-8")
        assert find_results() == tmp_path / "results" / "ferry-copy"


def test_the_tables_that_are_there_are_read(tmp_path):
    frame = build("clean/texts", [{"doc_id": "a", "text": "One."}])
    write(frame, "clean/texts", [tmp_path / "clean" / "texts.parquet"])
    assert list(read_results(tmp_path)) == ["clean/texts"]


def test_an_empty_folder_says_what_to_run(tmp_path):
    with pytest.raises(FileNotFoundError, match="run snakemake"):
        read_results(tmp_path)
