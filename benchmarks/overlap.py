"""Find planted reuse with this engine and with its peers: same corpus, same run.

    uv run --locked --group benchmarks python benchmarks/overlap.py [--data FOLDER] [--runs N] [--growth]

FOLDER holds raw/docs.jsonl (id, text) and, for accuracy, truth.jsonl (src, der, cat, spans of
[src_start, src_end, der_start, der_end]). Without it a corpus of invented words is made. Each tool runs in a process
of its own, its imports before the clock; what it compiles while running counts. The same parameters at every size.

The corpus and the scores are in planted.py, the tools in overlap_tools.py. Peers: datasketch and rensa (MinHash LSH,
word 5-grams, t=.5), TF-IDF of word 5-grams with sparse_dot_topn.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import psutil
from overlap_tools import MODULES, TOOLS
from planted import invent, read_documents, read_truth, score


def run_tool(name: str, folder: Path, limit: int | None) -> None:
    """Run one tool in this process and print what it took and found."""
    ids, texts = read_documents(folder, limit)
    for module in MODULES[name]:
        import_module(module)
    begun = time.process_time()
    tokenising, seconds, found = TOOLS[name](texts)
    cpu = time.process_time() - begun
    truth = read_truth(folder, ids)
    places = any(found.values())
    result = {
        "documents": len(texts),
        "tokenising": tokenising,
        "seconds": seconds,
        "cpu": cpu,
        "pairs_found": len(found),
    }
    print(json.dumps(result | (score(found, truth, places) if truth else {})))


def measure(name: str, folder: Path, limit: int | None, runs: int) -> dict[str, float]:
    """Run a tool several times; the fastest run, and the largest memory of its processes together."""
    results = []
    for _ in range(runs):
        command = [sys.executable, __file__, "--tool", name, "--data", str(folder)]
        process = subprocess.Popen(
            [*command, *(["--limit", str(limit)] if limit else [])], stdout=subprocess.PIPE, text=True
        )
        peak: list[int] = [0]
        watch = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
        watch.start()
        said, _ = process.communicate()
        watch.join()
        if process.returncode:
            sys.exit(f"{name} stopped with status {process.returncode}")
        results.append(json.loads(said) | {"gb": peak[0] / 1e9})
    best: dict[str, float] = min(results, key=lambda row: row["tokenising"] + row["seconds"])
    return best | {"gb": max(row["gb"] for row in results)}


def _watch(pid: int, peak: list[int]) -> None:
    """Keep the largest memory that a process and its children held at one moment."""
    try:
        process = psutil.Process(pid)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            family = [process, *process.children(recursive=True)]
            peak[0] = max(peak[0], sum(member.memory_info().rss for member in family))
            time.sleep(0.01)
    except psutil.NoSuchProcess:
        return


def table(rows: list[tuple[str, dict[str, float]]]) -> Iterator[str]:
    """Give the lines of the comparison."""
    yield f"{'tool':13}{'docs':>7}{'tokens s':>10}{'rest s':>11}{'cpu s':>8}{'docs/s':>10}{'GB':>7}" + (
        f"{'planted':>9}{'char rec':>10}{'char prec':>11}{'time / ours':>13}"
    )
    ours = rows[0][1]["tokenising"] + rows[0][1]["seconds"]
    for name, row in rows:
        total = row["tokenising"] + row["seconds"]
        shares = [f"{row[key]:9.4f}" if key in row else f"{'-':>9}" for key in ("pairs", "recall", "precision")]
        yield (
            f"{name:13}{row['documents']:7.0f}{row['tokenising']:10.2f}{row['seconds']:11.2f}{row['cpu']:8.2f}"
            f"{row['documents'] / total:10.0f}{row['gb']:7.2f}"
            f"{shares[0]}{shares[1]:>10}{shares[2]:>11}{total / ours:13.1f}"
        )


def main() -> None:
    """Compare the tools, and with ``--growth`` show how this engine's time grows."""
    parser = argparse.ArgumentParser(description="Measure the search for passages beside its peers.")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--documents", type=int, default=10_000, help="how many to invent without --data")
    parser.add_argument("--limit", type=int, help="take the first so many documents")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", action="store_true", help="measure this engine on growing parts of the corpus")
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    parser.add_argument("--only", nargs="*", choices=TOOLS, default=list(TOOLS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.data or Path(temporary) / "invented"
        if options.tool:
            run_tool(options.tool, folder, options.limit)
            return
        if options.data is None:
            invent(folder, options.documents)
        rows = [(name, measure(name, folder, options.limit, options.runs)) for name in options.only]
        print("\n".join(table(rows)))
        if options.growth:
            show_growth(folder, int(rows[0][1]["documents"]), options.runs)


def show_growth(folder: Path, documents: int, runs: int) -> None:
    """Print this engine's processor time at growing sizes, and the exponent of time = c * documents ** exponent."""
    sizes = sorted({max(50, documents // part) for part in (16, 8, 4, 2, 1)})
    points = []
    print("\ndocuments  tokens s  rest s   cpu s    GB  pairs found")
    for size in sizes:
        row = measure("samestory", folder, size, runs)
        print(
            f"{size:9}{row['tokenising']:10.3f}{row['seconds']:8.3f}{row['cpu']:8.3f}{row['gb']:6.2f}"
            f"{row['pairs_found']:13.0f}"
        )
        points.append((math.log(size), math.log(row["cpu"])))
    mean_x, mean_y = (sum(column) / len(points) for column in zip(*points, strict=True))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    print(f"time grows with the number of documents to the power of {slope:.2f}")


if __name__ == "__main__":
    main()
