import hashlib
import json

from samestory.provenance import checksums, environment, locked_versions

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
dependencies = [
  { name = "numpy", version = "2.4.6", marker = "python_full_version < '3.12'" },
  { name = "numpy", version = "2.5.5", marker = "python_full_version >= '3.12'" },
  { name = "other" },
]
"""


def test_versions_come_from_the_lock_and_name_both_where_there_are_two(tmp_path):
    (tmp_path / "uv.lock").write_text(LOCK)
    assert locked_versions(tmp_path / "uv.lock") == {
        "samestory": "0.1.0",
        "numpy": "2.4.6 (Python < 3.12) or 2.5.5 (Python >= 3.12)",
        "other": "1.0",
    }


def test_checksums_are_by_name_or_by_path(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "b.txt").write_bytes(b"b")
    digest = hashlib.sha256(b"b").hexdigest()
    assert checksums([tmp_path / "raw/b.txt"]) == {"b.txt": digest}
    assert checksums([tmp_path / "raw/b.txt"], tmp_path) == {"raw/b.txt": digest}


def test_the_environment_names_no_folder_and_no_host():
    told = json.dumps(environment())
    assert "/" not in told.replace("Etc/", "").replace("UTC/", "")
    assert json.loads(told)["cores"] >= 1
