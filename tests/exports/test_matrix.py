import shutil
import subprocess

import pandas as pd
import pytest

from samestory.exports.archive import write_csv
from samestory.exports.codes import code_tree
from samestory.exports.matrix import escape, labels_frame, matrix_columns, matrix_frame
from samestory.exports.rights import Rights
from samestory.exports.syntax import r_script, spss_syntax


@pytest.fixture
def columns(tables, codebook):
    codes = code_tree(codebook, tables["claims/claims"], tables["claims/wording"])
    return matrix_columns(tables, codebook, codes, rights=Rights(full=False))


@pytest.fixture
def frame(columns):
    return matrix_frame(columns, ["a", "b"]).set_index("doc_id")


def test_words_are_codes_and_numbers_are_numbers(frame):
    assert frame.loc["a", ["passengers_low", "passengers_high", "passengers_n"]].tolist() == [40, 40, 1]
    assert frame.loc["b", ["injuries", "injuries_1", "injuries_2"]].tolist() == [1, 1, 0]
    assert pd.isna(frame.at["a", "injuries"])
    assert frame["cause_1"].tolist() == [1, 0]


def test_silence_and_an_unknown_are_two_codes(frame):
    assert frame["passengers_status"].tolist() == [1, 2]
    assert frame["injuries_status"].tolist() == [3, 1]
    assert frame["cause_status"].tolist() == [1, 3]


def test_an_unknown_is_no_value(tables, codebook):
    claims = tables["claims/claims"]
    tables["claims/claims"] = pd.concat(
        [claims, claims.iloc[[2]].assign(doc_id="a", value="unknown", polarity="unknown")]
    )
    codes = code_tree(codebook, tables["claims/claims"], tables["claims/wording"])
    frame = matrix_frame(matrix_columns(tables, codebook, codes, rights=Rights(full=True)), ["a", "b"])
    assert "unknown" in codes["injuries"].values
    assert pd.isna(frame.at[0, "injuries"])
    assert [column for column in frame if column.startswith("injuries_")] == [
        "injuries_status",
        "injuries_1",
        "injuries_2",
    ]


def test_a_finer_value_stands_for_its_broader_one(tables, tmp_path):
    from samestory.claims.coding.codebook import read_codebook

    (tmp_path / "c.yaml").write_text(
        "variables: [{name: injuries, type: category, values: {hurt: [hurt], two hurt: [two hurt]}, "
        "compare: hierarchy, under: {two hurt: hurt}}]"
    )
    codebook = read_codebook(tmp_path / "c.yaml")
    claims = tables["claims/claims"]
    both = pd.concat([claims.iloc[[2]].assign(value=value, claim_id=value) for value in ("hurt", "two hurt")])
    tables["claims/claims"] = both
    codes = code_tree(codebook, both, tables["claims/wording"].iloc[:0])
    frame = matrix_frame(matrix_columns(tables, codebook, codes, rights=Rights(full=True)), ["b"])
    assert frame[["injuries", "injuries_1", "injuries_2"]].iloc[0].tolist() == [2, 1, 1]


def test_formula_cells_are_escaped_in_the_spreadsheet_only(frame, tables):
    assert frame["label"].tolist() == ["'@sum(1)", "Gazette"]
    assert frame.at["b", "outlet"] == "'+Gazette"
    assert tables["clean/documents"]["outlet"].tolist()[1] == "+Gazette"
    assert [escape(cell) for cell in ("=1+1", "-5", "\tx", " =1", "a=b", "")] == [
        "'=1+1",
        "'-5",
        "'x",
        "'=1",
        "a=b",
        "",
    ]


def test_the_labels_name_every_column_and_code(columns, frame):
    labels = labels_frame(columns)
    assert set(labels["column"]) == {"doc_id", *frame.columns}
    assert labels.loc[labels["column"] == "injuries", ["code", "value"]].to_numpy().tolist() == [
        [0, "more than one value"],
        [1, "none"],
        [2, "some"],
    ]


def test_column_names_are_valid_and_distinct_for_r_and_spss(tables):
    names = ["all", "all_status", "1st", "ÉTÉ", "x" * 90, "x" * 91, "injuries", "Injuries"]
    claims = pd.concat([tables["claims/claims"].iloc[[0]].assign(variable=name, claim_id=name) for name in names])
    tables["claims/claims"] = claims
    codes = code_tree(None, claims, tables["claims/wording"])
    found = [column.name for column in matrix_columns(tables, None, codes, rights=Rights(full=True))]
    assert len({name.lower() for name in found}) == len(found)
    assert all(name.isascii() and name[0].isalpha() and len(name) <= 64 for name in found)
    assert "all" not in found


def test_strings_cannot_leave_their_quotes(columns, frame):
    spss, r = "".join(spss_syntax(columns, frame.reset_index())), "".join(r_script(columns))
    assert "/injuries 'Was anyone \"hurt\"?'" in spss
    assert r'attr(articles[["injuries"]], "label") <- "Was anyone \"hurt\"?"' in r
    assert "    1 'none'\n    2 'some'\n" in spss
    assert 'levels = c(0, 1, 2), labels = c("more than one value", "none", "some"))' in r
    hostile = [column for column in columns if column.name == "injuries"]
    hostile[0] = type(hostile[0])("injuries", "x'.\nHOST COMMAND=['rm'].\n\"); q()", {}, labels={1: "it's\n\\"})
    spss, r = "".join(spss_syntax(hostile, frame.reset_index())), "".join(r_script(hostile))
    assert "injuries 'x''. HOST COMMAND=[''rm'']. \"); q()'\n" in spss
    assert "\"x'. HOST COMMAND=['rm']. \\\"); q()\"" in r
    assert 'labels = c("it\'s \\\\")' in r


def test_spss_reads_as_many_columns_as_there_are(columns, frame):
    spss = "".join(spss_syntax(columns, frame.reset_index()))
    listed = spss.split("/VARIABLES=\n")[1].split("  .\n")[0].split("\n")[:-1]
    assert [line.split()[0] for line in listed] == [column.name for column in columns]
    assert {line.split()[1][0] for line in listed} == {"A", "F"}


def test_codes_are_nominal_and_numbers_are_not(columns, frame):
    spss = "".join(spss_syntax(columns, frame.reset_index()))
    levels = spss.split("VARIABLE LEVEL\n")[1]
    assert "injuries (NOMINAL)\n" in levels
    assert "n_words" not in levels


@pytest.mark.skipif(shutil.which("pspp") is None, reason="needs PSPP")
def test_pspp_reads_the_matrix_as_it_stands(columns, frame, tmp_path):
    write_csv(tmp_path / "matrix.csv", frame.reset_index())
    translate = "SAVE TRANSLATE /OUTFILE='back.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES.\n"
    (tmp_path / "matrix.sps").write_text("".join(spss_syntax(columns, frame.reset_index())) + translate, "utf-8")
    done = subprocess.run(["pspp", "matrix.sps"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    back = pd.read_csv(tmp_path / "back.csv", dtype=str, keep_default_na=False, skipinitialspace=True)
    given = pd.read_csv(tmp_path / "matrix.csv", dtype=str, keep_default_na=False)
    assert list(back.columns) == list(given.columns)
    for name in given.columns:
        read = back[name].str.strip().replace(".", "")
        if pd.to_numeric(given[name], errors="coerce").notna().any():
            assert pd.to_numeric(read).equals(pd.to_numeric(given[name])), name
        else:
            assert list(read) == list(given[name]), name
