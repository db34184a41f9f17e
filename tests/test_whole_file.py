"""Files that are written whole or not at all."""

import os

import pytest

from samestory.whole_file import whole_file


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "a [1].csv"
    path.write_text("before", encoding="utf-8")

    def stopped():
        with whole_file(path) as temporary:
            temporary.write_text("half", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a [1].csv": "before"}


def test_what_a_killed_run_left_is_removed_when_it_is_old(tmp_path):
    old, live, other = (
        tmp_path / name for name in (".a.csv.x_0yz1ab.csv", ".a.csv.x_0yz1cd.csv", ".b.csv.x_0yz1ab.csv")
    )
    for path in (old, live, other):
        path.write_text("half", encoding="utf-8")
    for path in (old, other):
        os.utime(path, (0, 0))
    with whole_file(tmp_path / "a.csv") as temporary:
        temporary.write_text("whole", encoding="utf-8")
    assert set(tmp_path.iterdir()) == {tmp_path / "a.csv", live, other}
