"""A corpus searched by several jobs gives the tables that one job gives."""

import random

from samestory.tables import read

TABLES = ["passages", "pairs", "stretches", "origins", "cuts"]


def test_sharded_tables_are_those_of_one_job(tmp_path, snakemake):
    rng = random.Random(9)  # noqa: S311
    words = [f"word{number}" for number in range(900)]
    raw = tmp_path / "event" / "raw"
    raw.mkdir(parents=True)
    story = [" ".join(rng.choices(words, k=14)).capitalize() + "." for _ in range(8)]
    for number in range(12):
        own = [" ".join(rng.choices(words, k=14)).capitalize() + "." for _ in range(6)]
        shared = story[: 2 + number // 2] if number % 2 else []
        (raw / f"a{number * 5 % 12:02}.txt").write_text(
            "\n\n".join(own[:3] + shared + own[3:]) + "\n", encoding="utf-8"
        )
    (tmp_path / "many.yaml").write_text(
        "articles_per_shard: 4\noverlap:\n  one_job_up_to_mb: 0\n  job_memory_mb: 500\n", encoding="utf-8"
    )
    one = snakemake(tmp_path, "overlap", "--config", "corpus=./event", "results=one")
    assert one.status == 0, one.said
    many = snakemake(
        tmp_path, "overlap", "--configfile", str(tmp_path / "many.yaml"), "--config", "corpus=./event", "results=many"
    )
    assert many.status == 0, many.said
    assert "align_shards" in many.said
    for name in TABLES:
        table = read(tmp_path / f"one/overlap/{name}")
        assert len(table) > 0
        assert table.equals(read(tmp_path / f"many/overlap/{name}")), name
