import hashlib
import json

from samestory.provenance import checksums, environment, locked_versions, methods
from samestory.tables import build

LOCK = """
[[package]]
name = "numpy"
version = "2.4.6"
resolution-markers = ["python_full_version < '3.12'"]

[[package]]
name = "numpy"
version = "2.5.5"

[[package]]
name = "other"
version = "1.0"

[[package]]
name = "samestory"
version = "0.1.0"
source = { editable = "." }
dependencies = [{ name = "numpy" }, { name = "numpy" }]
"""


def test_versions_come_from_the_lock_and_name_both_where_there_are_two(tmp_path):
    (tmp_path / "uv.lock").write_text(LOCK)
    assert locked_versions(tmp_path / "uv.lock") == {"samestory": "0.1.0", "numpy": "2.4.6 or 2.5.5"}


def test_checksums_are_by_name_or_by_path(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "b.txt").write_bytes(b"b")
    digest = hashlib.sha256(b"b").hexdigest()
    assert checksums([tmp_path / "raw/b.txt"]) == {"b.txt": digest}
    assert checksums([tmp_path / "raw/b.txt"], tmp_path) == {"raw/b.txt": digest}


def test_the_methods_paragraph_counts_what_the_tables_hold():
    text = "Home | News\nThe ferry was stuck."
    tables = {
        "clean/texts": build("clean/texts", [{"doc_id": "a", "text": text}]),
        "clean/documents": build(
            "clean/documents",
            [
                {
                    "doc_id": "a", "file": "a.txt", "label": "a", "role": "article", "n_chars": len(text),
                    "n_words": 6, "encoding": "utf-8", "sha256": "0", "published": "2031-05-02",
                    "published_basis": "assumed",
                }
            ],
        ),
        "clean/segments": build(
            "clean/segments", [{"doc_id": "a", "start": 0, "end": 11, "kind": "furniture", "rule": "menu"}]
        ),
        "overlap/passages": build("overlap/passages", []),
        "claims/claims": build("claims/claims", []),
    }  # fmt: skip
    selection = {"query": "ferry", "window": "May 2031", "screened": 12, "excluded": 11, "inclusion": "Two pages"}
    said = methods(tables, selection=selection, questions=1, version="0.1.0")
    assert said[:5] == [
        "Two pages.",
        "The articles were searched with ferry, published in May 2031.",
        "12 articles screened, 11 of them left out.",
        "The corpus has 1 article and 6 words; 2 words of page furniture in 1 article were set aside.",
        "Dates of publication: 1 assumed.",
    ]
    assert any("0 passages." in sentence for sentence in said)
    assert any("a codebook of 1 question, 0 claims" in sentence for sentence in said)
    assert any("not validated" in sentence for sentence in said)


def test_a_run_without_tables_has_methods_all_the_same():
    assert any("samestory" in sentence for sentence in methods({}))


def test_the_environment_names_no_folder_and_no_host():
    told = json.dumps(environment())
    assert "/" not in told.replace("Etc/", "").replace("UTC/", "")
    assert json.loads(told)["cores"] >= 1
