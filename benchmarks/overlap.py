"""Find planted reuse with this engine and with its peers: same corpus, same run.

    uv run --locked --group benchmarks python benchmarks/overlap.py [--data FOLDER] [--runs N] [--growth]

FOLDER holds raw/docs.jsonl (id, text) and, for accuracy, truth.jsonl (src, der, cat, spans of
[src_start, src_end, der_start, der_end]). Without it a corpus of invented words is made. Each tool runs in a process
of its own, its imports before the clock; what it compiles while running counts. The same parameters at every size.

Peers: datasketch and rensa (MinHash LSH, word 5-grams, t=.5), TF-IDF of word 5-grams with sparse_dot_topn.
"""

import argparse
import json
import math
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil

Found = dict[tuple[int, int], list[tuple[int, int, int, int]]]
WORD = re.compile(r"[^\W_]+")
THRESHOLD, PERMUTATIONS, SHINGLE, TOP = 0.5, 128, 5, 20


def samestory(texts: list[str]) -> tuple[float, float, Found]:
    """This project's engine, with its default parameters."""
    from samestory.overlap.passages import shared_passages
    from samestory.overlap.settings import OverlapSettings
    from samestory.overlap.tokens import read_tokens

    begun = time.perf_counter()
    tokens = read_tokens(texts)
    read = time.perf_counter()
    passages = shared_passages(tokens, texts, OverlapSettings())
    done = time.perf_counter()
    found: Found = {}
    columns = ("a", "b", "start_a", "end_a", "start_b", "end_b")
    for a, b, *places in zip(*(getattr(passages, column).tolist() for column in columns), strict=True):
        found.setdefault((a, b), []).append(tuple(places))
    return read - begun, done - read, found


def datasketch_lsh(texts: list[str]) -> tuple[float, float, Found]:
    """MinHash LSH in Python and numpy."""
    from datasketch import MinHash, MinHashLSH

    begun = time.perf_counter()
    grams = [[gram.encode() for gram in _grams(text)] for text in texts]
    read = time.perf_counter()
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found: Found = {}
    for number, minhash in enumerate(MinHash.generator(grams, num_perm=PERMUTATIONS)):
        found |= {(other, number): [] for other in index.query(minhash)}
        index.insert(number, minhash)
    return read - begun, time.perf_counter() - read, found


def rensa_lsh(texts: list[str]) -> tuple[float, float, Found]:
    """MinHash LSH in Rust."""
    from rensa import RMinHash, RMinHashLSH

    begun = time.perf_counter()
    grams = [_grams(text) for text in texts]
    read = time.perf_counter()
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    found: Found = {}
    for number, own in enumerate(grams):
        minhash = RMinHash(num_perm=PERMUTATIONS, seed=1)
        minhash.update(own)
        found |= {(other, number): [] for other in index.query(minhash)}
        index.insert(number, minhash)
    return read - begun, time.perf_counter() - read, found


def tfidf_topn(texts: list[str]) -> tuple[float, float, Found]:
    """TF-IDF of word 5-grams, each document's nearest by a sparse product."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    begun = time.perf_counter()
    vectors = TfidfVectorizer(analyzer=_grams, dtype=np.float32).fit_transform(texts)
    read = time.perf_counter()
    nearest = sp_matmul_topn(vectors, vectors.T.tocsr(), top_n=TOP, threshold=0.01, n_threads=2).tocoo()
    pairs = zip(nearest.row.tolist(), nearest.col.tolist(), strict=True)
    found: Found = {(min(a, b), max(a, b)): [] for a, b in pairs if a != b}
    return read - begun, time.perf_counter() - read, found


TOOLS: dict[str, Callable[[list[str]], tuple[float, float, Found]]] = {
    "samestory": samestory,
    "rensa": rensa_lsh,
    "datasketch": datasketch_lsh,
    "tfidf + topn": tfidf_topn,
}


def _grams(text: str) -> list[str]:
    words = WORD.findall(text.lower())
    return [" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))]


def read_documents(folder: Path, limit: int | None = None) -> tuple[list[str], list[str]]:
    """Give ids and texts in the order of ids; of a large folder the first ``limit`` lines."""
    with (folder / "raw" / "docs.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for number, line in enumerate(lines) if limit is None or number < limit]
    ordered = sorted((str(row["id"]), row["text"]) for row in rows)
    return [row[0] for row in ordered], [row[1] for row in ordered]


def read_truth(folder: Path, ids: list[str]) -> list[dict[str, Any]]:
    """Give the planted reuse between the articles read, by their numbers."""
    number = {doc_id: place for place, doc_id in enumerate(ids)}
    if not (folder / "truth.jsonl").exists():
        return []
    with (folder / "truth.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        row["src"], row["der"] = number.get(str(row["src"])), number.get(str(row["der"]))
    return [row for row in rows if row["src"] is not None and row["der"] is not None]


def invent(folder: Path, count: int) -> None:
    """Make a corpus of invented words, one document in 20 derived from an earlier one."""
    rng = random.Random(7)  # noqa: S311
    syllables = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "ei", "an")]
    vocabulary = ["".join(rng.choices(syllables, k=1 + rank % 4)) for rank in range(30_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    (folder / "raw").mkdir(parents=True)
    texts: list[list[str]] = []
    truth = []
    for number in range(count):
        paragraphs = [_paragraph(rng, vocabulary, weights) for _ in range(rng.randint(3, 12))]
        if number > 10 and number % 20 == 0:
            source = rng.randrange(number)
            kind = rng.choice(["full", "half", "paragraph", "edits", "reorder"])
            paragraphs, spans = _derive(rng, kind, texts[source], paragraphs, vocabulary)
            truth.append({"src": f"{source:07}", "der": f"{number:07}", "cat": kind, "spans": spans})
        texts.append(paragraphs)
    with (folder / "raw" / "docs.jsonl").open("w", encoding="utf-8") as sink:
        sink.writelines(json.dumps({"id": f"{n:07}", "text": "\n\n".join(text)}) + "\n" for n, text in enumerate(texts))
    (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in truth), encoding="utf-8")


def _paragraph(rng: random.Random, vocabulary: list[str], weights: list[float]) -> str:
    words = rng.choices(vocabulary, weights, k=rng.randint(20, 60))
    return " ".join(words).capitalize() + "."


def _derive(
    rng: random.Random, kind: str, source: list[str], own: list[str], vocabulary: list[str]
) -> tuple[list[str], list[list[int]]]:
    """Put paragraphs of a source among a document's own, and say where they stand in both."""
    taken = list(range(len(source)))
    if kind in {"half", "edits"}:
        taken = taken[: max(1, len(taken) // 2)]
    elif kind == "paragraph":
        taken = [rng.choice(taken)]
    elif kind == "reorder":
        taken.reverse()
    copied = [source[place] for place in taken]
    if kind == "edits":
        copied = [
            " ".join(word if rng.random() > 0.2 else rng.choice(vocabulary) for word in text.split(" "))
            for text in copied
        ]
    paragraphs = [own[0], *copied, own[-1]]
    spans, at = [], len(own[0]) + 2
    for place, text in zip(taken, copied, strict=True):
        start = sum(len(before) + 2 for before in source[:place])
        spans.append([start, start + len(source[place]), at, at + len(text)])
        at += len(text) + 2
    return paragraphs, spans


def score(found: Found, truth: list[dict[str, Any]], places: bool) -> dict[str, float]:
    """Give the share of planted pairs found, and the recall and precision of characters of the derived side."""
    pairs = wanted = hit = reported = right = 0
    for row in truth:
        a, b = sorted((row["src"], row["der"]))
        rows = found.get((a, b))
        if rows is None:
            rows, missed = [], True
        else:
            missed = False
        sides = [(p[2:], p[:2]) if row["der"] == b else (p[:2], p[2:]) for p in rows]
        gold = {at for span in row["spans"] for at in range(span[2], span[3])}
        got: set[int] = set()
        for src_start, src_end, der_start, der_end in row["spans"]:
            for der, src in sides:
                if der[0] < der_end and der_start < der[1] and src[0] < src_end and src_start < src[1]:
                    got.update(range(*der))
        pairs += bool(got) if places else not missed
        wanted, hit = wanted + len(gold), hit + len(gold & got)
        reported, right = reported + len(got), right + len(got & gold)
    scores = {"pairs": pairs / max(1, len(truth))}
    if places:
        scores |= {"recall": hit / max(1, wanted), "precision": right / max(1, reported)}
    return scores


def run_tool(name: str, folder: Path, limit: int | None) -> None:
    """Run one tool in this process and print what it took and found."""
    ids, texts = read_documents(folder, limit)
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
    parser.add_argument("--documents", type=int, default=5000, help="how many to invent without --data")
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
    """Print this engine's time at growing sizes, and the exponent of time = c * documents ** exponent."""
    sizes = sorted({max(50, documents // part) for part in (16, 8, 4, 2, 1)})
    points = []
    print("\ndocuments  tokens s  rest s    GB")
    for size in sizes:
        row = measure("samestory", folder, size, runs)
        print(f"{size:9}{row['tokenising']:10.3f}{row['seconds']:8.3f}{row['gb']:6.2f}")
        points.append((math.log(size), math.log(row["tokenising"] + row["seconds"])))
    mean_x, mean_y = (sum(column) / len(points) for column in zip(*points, strict=True))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    print(f"time grows with the number of documents to the power of {slope:.2f}")


if __name__ == "__main__":
    main()
