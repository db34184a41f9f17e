import pandas as pd
import pytest

from samestory import merging
from samestory.merging import merge_parts
from samestory.tables import TableError, read, write

TEXTS = {f"{number:03}": f"text {number} " * 40 for number in range(200)}


@pytest.fixture
def parts(tmp_path):
    """The texts dealt among three files, not in the order of ids."""
    paths = []
    for part in range(3):
        ids = [doc for number, doc in enumerate(TEXTS) if number % 3 == part]
        paths.append(tmp_path / str(part) / "clean" / "texts.parquet")
        write(pd.DataFrame({"doc_id": ids, "text": [TEXTS[doc] for doc in ids]}), "clean/texts", paths[-1])
    return paths


@pytest.mark.parametrize("size", [2_000, 10_000_000])
def test_parts_come_together_in_the_order_of_keys(parts, tmp_path, monkeypatch, size):
    monkeypatch.setattr(merging, "RANGE_BYTES", size)
    merge_parts(parts, "clean/texts", [tmp_path / "texts.parquet"])
    assert dict(read(tmp_path / "texts.parquet", "clean/texts").itertuples(index=False)) == TEXTS
    assert read(tmp_path / "texts.parquet", "clean/texts")["doc_id"].is_monotonic_increasing


def test_a_table_is_read_in_ranges(parts, monkeypatch):
    monkeypatch.setattr(merging, "RANGE_BYTES", 2_000)
    sizes = [len(frame) for frame in merging._ranges(parts, "clean/texts")]
    assert sum(sizes) == len(TEXTS)
    assert max(sizes) < len(TEXTS) / 4


def test_parts_without_rows_make_a_table_without_rows(tmp_path):
    empty = tmp_path / "0" / "clean" / "texts.parquet"
    write(pd.DataFrame({"doc_id": [], "text": []}, dtype="str"), "clean/texts", empty)
    merge_parts([empty], "clean/texts", [tmp_path / "texts.parquet"])
    assert read(tmp_path / "texts.parquet", "clean/texts").empty


def test_a_key_in_two_parts_is_refused(parts, tmp_path, monkeypatch):
    monkeypatch.setattr(merging, "RANGE_BYTES", 2_000)
    with pytest.raises(TableError, match="two rows have the key doc_id='000'"):
        merge_parts([*parts, parts[0]], "clean/texts", [tmp_path / "texts.parquet"])
    assert not (tmp_path / "texts.parquet").exists()
