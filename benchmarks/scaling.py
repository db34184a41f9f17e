"""Run the whole workflow on one event of many articles, and say what each stage took.

    uv run --locked python benchmarks/scaling.py [--articles N ...] [--cores N] [--keep FOLDER]

The articles are invented: two in five are copies of an agency's report, cut and edited, by outlets of very different
size; the rest are written anew; every article has sources, quotations, numbers and dates. Times and memory are those
that Snakemake measures of each job: CPU seconds, and the peak of the memory of one job.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).parents[1]
COPIES = 0.4
SENTENCES = (12, 22)
OUTLETS = 2000

NEWS = tomllib.loads((Path(__file__).parent / "scaling.toml").read_text(encoding="utf-8"))


def invent(folder: Path, count: int) -> float:
    """Make a corpus of one event and give its size in MB; the same on every machine."""
    rng = random.Random(11)  # noqa: S311
    syllables = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "ar", "en", "il", "or")]
    invented = sorted({"".join(rng.choices(syllables, k=3)).capitalize() for _ in range(8000)})
    words = {
        **NEWS["words"],
        "place": invented[:3000],
        "name": [f"{a} {b}" for a, b in zip(invented, invented[3000:], strict=False)],
    }
    outlets = [f"{name} {rng.choice(('Post', 'Herald', 'Times', 'News'))}" for name in invented[:OUTLETS]]
    (folder / "raw").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(NEWS["codebook"], encoding="utf-8")
    reports: list[list[str]] = []
    with (folder / "raw" / "articles.jsonl").open("w", encoding="utf-8") as sink:
        for number in range(count):
            told = [_sentence(rng, words) for _ in range(rng.randint(*SENTENCES))]
            if reports and rng.random() < COPIES:
                # A few reports are printed by very many.
                report = reports[int(len(reports) * rng.random() ** 4)]
                told = [s for s in report if rng.random() < 0.85] + told[: rng.randint(0, 3)]
            else:
                reports.append(told)
            text = "\n\n".join(" ".join(told[at : at + 3]) for at in range(0, len(told), 3))
            outlet = outlets[int(len(outlets) * rng.random() ** 2)]
            record = {
                "id": f"a{number:07}",
                "text": text,
                "outlet": outlet,
                "published": f"2024-05-{rng.randint(1, 28):02}",
            }
            sink.write(json.dumps(record, ensure_ascii=False) + "\n")
    return (folder / "raw" / "articles.jsonl").stat().st_size / 1e6


def _sentence(rng: random.Random, words: dict[str, list[str]]) -> str:
    """Fill a template, each of its places with a word of its own."""
    parts = rng.choice(NEWS["templates"]).split("{")
    text = parts[0]
    for part in parts[1:]:
        slot, rest = part.split("}", 1)
        if slot in {"n", "m"}:
            word = f"{rng.randint(2, 900)}"
        elif slot == "date":
            word = f"{rng.randint(1, 28)}"
        elif slot == "hour":
            word = f"{rng.randint(1, 11)}"
        elif slot == "minute":
            word = f"{rng.randint(10, 59)}"
        else:
            word = rng.choice(words[slot.lower()])
            word = word.capitalize() if slot[0].isupper() else word
        text += word + rest
    return text[0].upper() + text[1:]


def measure(folder: Path, cores: int) -> tuple[float, pd.DataFrame]:
    """Run the workflow; give its seconds, and of each rule the jobs, CPU seconds and the peak of one job in GB."""
    run = ["--snakefile", str(ROOT / "Snakefile"), "--directory", str(folder), "--cores", str(cores)]
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "snakemake", *run, "--config", "corpus=./event", "results=run"],
        check=False,
        capture_output=True,
        text=True,
    )
    seconds = time.perf_counter() - begun
    if done.returncode:
        sys.exit(f"the run on {folder} failed:\n{done.stderr[-3000:]}")
    jobs: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for path in sorted((folder / "run" / "benchmarks").glob("*.tsv")):
        row = pd.read_csv(path, sep="\t", na_values="NA").iloc[0]
        rule = path.stem.rstrip("0123456789").rstrip("_")
        jobs[rule].append((float(row["cpu_time"]), float(row["max_rss"]) / 1000))
    rows = [
        {"rule": rule, "jobs": len(seen), "CPU s": sum(s for s, _ in seen), "peak GB": max(gb for _, gb in seen)}
        for rule, seen in jobs.items()
    ]
    return seconds, pd.DataFrame(rows).sort_values("CPU s", ascending=False, ignore_index=True)


def say(count: int, megabytes: float, seconds: float, rules: pd.DataFrame, cores: int) -> None:
    """Print one run as a table in Markdown."""
    print(f"\n### {count:,} articles, {megabytes:,.0f} MB: {seconds:,.0f} s on {cores} cores", flush=True)
    print(f"\n{rules['CPU s'].sum():,.0f} CPU seconds; no job above {rules['peak GB'].max():.2f} GB\n")
    print("| rule | jobs | CPU s | peak GB of a job |\n|---|---:|---:|---:|")
    for row in rules.to_dict("records"):
        print(f"| {row['rule']} | {row['jobs']} | {row['CPU s']:,.1f} | {row['peak GB']:.2f} |")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size, the smallest first."""
    parser = argparse.ArgumentParser(description="Time the whole workflow on one event of many articles.")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="keep corpora and results in this folder")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        for count in sorted(options.articles):
            folder = (options.keep or Path(temporary)).resolve() / f"{count}"
            megabytes = invent(folder / "event", count)
            say(count, megabytes, *measure(folder, options.cores), options.cores)


if __name__ == "__main__":
    main()
