import pandas as pd
import pytest

from samestory.contract import published_tables
from samestory.exports.public_tables import public_tables, texts_table, words_sha256, write_public
from samestory.exports.rights import Rights, sha256
from samestory.tables import build, write

FULL, EXCERPTS = Rights(full=True), Rights(full=False)


def test_with_full_rights_a_public_table_has_the_bytes_of_the_published_one(tables, tmp_path):
    public_by_name = public_tables(tables, rights=FULL)
    assert public_by_name.keys() == published_tables().keys()
    for name, public in public_by_name.items():
        for suffix in (".csv", ".parquet"):
            write(tables[name], name, tmp_path / f"published{suffix}")
            write_public(tmp_path / f"public{suffix}", public)
            assert (tmp_path / f"public{suffix}").read_bytes() == (tmp_path / f"published{suffix}").read_bytes()


def test_excerpts_keep_short_text_cut_long_text_and_give_its_hash(tables, long):
    claims = public_tables(tables, rights=EXCERPTS)["claims/claims"].frame
    assert claims["text"].tolist()[0] == "40"
    assert claims["text"].tolist()[1] == " ".join(long.split()[:25]) + "…"
    assert claims["text_sha256"].tolist() == [sha256(text) for text in tables["claims/claims"]["text"]]


def test_texts_sentences_and_cuts_are_not_passed_on(tables):
    place = {"doc_id": "a", "sentence_id": "a:0-5", "paragraph": 0, "start": 0, "end": 5, "kind": "body"}
    tables["clean/sentences"] = build("clean/sentences", [{**place, "text": "Ferry"}])
    public = public_tables(tables, rights=EXCERPTS)
    assert "clean/texts" not in public
    for name in ("clean/sentences", "overlap/cuts"):
        assert "text" not in public[name].frame.columns
    assert public["clean/sentences"].frame["text_sha256"].tolist() == [sha256("Ferry")]


def test_an_explanation_quotes_no_more_than_an_excerpt(tables, long):
    claims = tables["claims/claims"]
    a, b = claims["claim_id"].iloc[1], claims["claim_id"].iloc[2]
    tables["compare/conflicts"] = build(
        "compare/conflicts",
        [
            {
                "conflict_id": "c", "variable": "cause", "level": "articles", "kind": "wording", "doc_a": "a",
                "claim_a": a, "doc_b": "b", "claim_b": b, "confidence": 0.5,
                "explanation": f"a has it (“{long}”) and b has not (“Nobody was hurt”).",
            }
        ],
    )  # fmt: skip
    explanation = public_tables(tables, rights=EXCERPTS)["compare/conflicts"].frame["explanation"].iloc[0]
    assert explanation == f"a has it (“{EXCERPTS.quote(long)}”) and b has not (“Nobody was hurt”)."


@pytest.mark.parametrize("rights", [FULL, EXCERPTS])
def test_cells_are_verbatim(tables, rights, tmp_path):
    public = public_tables(tables, rights=rights)["clean/documents"]
    write_public(tmp_path / "documents.csv", public)
    assert '"@sum(1)"' in (tmp_path / "documents.csv").read_text(encoding="utf-8")


def test_every_table_can_be_written_when_it_is_empty(tmp_path):
    empty = {name: build(name, []) for name in published_tables()}
    public_by_name = public_tables(empty, rights=EXCERPTS)
    assert public_by_name.keys() == published_tables().keys() - {"clean/texts"}
    for name, public in public_by_name.items():
        path = tmp_path / f"{name.replace('/', '-')}.csv"
        write_public(path, public)
        assert list(pd.read_csv(path).columns) == [column.name for column in public.table.columns]


def test_the_hashes_tell_letters_and_words_apart(tables, texts):
    rows = texts_table(tables)
    assert rows["text_sha256"].tolist() == [sha256(text) for text in texts.values()]
    assert words_sha256("The Ferry, adrift.") == words_sha256("the ferry\r\nadrift")
    assert words_sha256("The ferry adrift") != words_sha256("The ferries adrift")
