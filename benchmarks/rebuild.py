"""Time a full rebuild of the five articles, and a run that has nothing to do.

    uv run --locked python benchmarks/rebuild.py [--cores N] [--runs N]

Peer: `snakemake --version`, the time Snakemake itself needs to start.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def seconds(*arguments: str) -> float:
    """Run Snakemake once and give the seconds it took."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "snakemake", *arguments], check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the median and range of each over several runs."""
    parser = argparse.ArgumentParser(description="Time a full rebuild and an up-to-date run.")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    times: dict[str, list[float]] = {"full rebuild": [], "up-to-date run": [], "snakemake --version": []}
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as folder:
            run = ["--snakefile", str(ROOT / "Snakefile"), "--directory", folder, "--cores", str(options.cores)]
            times["full rebuild"].append(seconds(*run))
            times["up-to-date run"].append(seconds(*run))
            times["snakemake --version"].append(seconds("--version"))
    for name, measured in times.items():
        spread = f"{min(measured):.1f}-{max(measured):.1f}"
        print(f"{name:20} {statistics.median(measured):5.1f} s  ({spread}, {options.runs} runs, {options.cores} cores)")


if __name__ == "__main__":
    main()
