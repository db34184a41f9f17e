"""Measure cleaning: main text of HTML pages beside its peers, and the speed on plain text.

    uv run --locked --group benchmarks python benchmarks/cleaning.py --data FOLDER [--text FOLDER]

FOLDER holds pages as fetched, ``name.html``, each beside its gold: ``name.gold.txt`` (the article's text) or
``name.gold.json`` (``with`` and ``without``: strings that must and must not stand in the main text). Such sets are
public: scrapinghub/article-extraction-benchmark (pages and article bodies) and the tests of adbar/trafilatura and
AndyTheFactory/newspaper4k on GitHub. Scores are of tokens as bags (precision, recall, F1; mean over pages).

Peers, in the same run, each with its defaults: trafilatura, justext, readability-lxml. samestory is measured twice: its
published text whole, and the segments of it that are report (no furniture, headline, caption or credit).
``--text`` names a folder of plain text (.txt) to time decoding, segments, sentences and quotation marks on.
"""

import argparse
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from samestory.cleaning import clean
from samestory.corpus import RawArticle
from samestory.provenance import checksum

WORD = re.compile(r"\w+")
REPORT = ("body", "summary", "faq", "dateline", "standfirst", "subhead")


def tables(path: Path) -> tuple[str, str]:
    """Give samestory's text of a page, and those segments of it that are report."""
    cleaned = clean([RawArticle(path.stem, path.name, "html", path.read_bytes(), checksum(path))])
    text = str(cleaned["clean/texts"].text.iloc[0] or "")
    segments = cleaned["clean/segments"]
    kept = segments[segments.kind.isin(REPORT)]
    return text, "\n".join(text[start:end] for start, end in zip(kept.start, kept.end, strict=True))


def with_trafilatura(path: Path) -> str:
    """Give trafilatura's main text."""
    import trafilatura

    return trafilatura.extract(path.read_bytes()) or ""


def with_justext(path: Path) -> str:
    """Give jusText's paragraphs that are no boilerplate."""
    import justext

    paragraphs = justext.justext(path.read_bytes(), justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def with_readability(path: Path) -> str:
    """Give the text of readability's summary."""
    import lxml.html
    import readability

    summary = readability.Document(path.read_bytes()).summary()
    return str(lxml.html.fromstring(summary).text_content())


SYSTEMS: dict[str, Callable[[Path], str]] = {
    "samestory, text": lambda path: tables(path)[0],
    "samestory, report": lambda path: tables(path)[1],
    "trafilatura": with_trafilatura,
    "justext": with_justext,
    "readability-lxml": with_readability,
}


def token_scores(found: str, gold: str) -> tuple[float, float, float]:
    """Give precision, recall and F1 of the tokens, counted as often as they stand."""
    a, b = Counter(WORD.findall(found.casefold())), Counter(WORD.findall(gold.casefold()))
    shared = (a & b).total()
    precision, recall = shared / max(a.total(), 1), shared / max(b.total(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def squeezed(text: str) -> str:
    """Make spaces single, so that line ends decide nothing."""
    return " ".join(text.split())


def measure_pages(folder: Path, each: bool) -> None:
    """Print the scores of every system on every page that has a gold text or gold strings."""
    pages = sorted(folder.rglob("*.html"))
    print(f"{'':20} {'P':>6} {'R':>6} {'F1':>6} {'min F1':>7}   must have  must not   failed  seconds")
    for name, system in SYSTEMS.items():
        scores, held, lacked, failed, seconds = [], [0, 0], [0, 0], 0, 0.0
        for page in pages:
            begun = time.perf_counter()
            try:
                found = system(page)
            except Exception as error:  # a peer that fails on a page scores nothing there
                print(f"  {name}: {page.name}: {type(error).__name__}")
                found, failed = "", failed + 1
            seconds += time.perf_counter() - begun
            gold_text, gold_strings = page.with_suffix(".gold.txt"), page.with_suffix(".gold.json")
            if gold_text.exists():
                scores.append(token_scores(found, gold_text.read_text(encoding="utf-8")))
                if each:
                    print(f"  {name:20} {page.name:28} " + " ".join(f"{score:.3f}" for score in scores[-1]))
            elif gold_strings.exists():
                gold = json.loads(gold_strings.read_text(encoding="utf-8"))
                text = squeezed(found)
                for wanted, count in ((gold["with"], held), (gold["without"], lacked)):
                    count[0] += sum(squeezed(string) in text for string in wanted)
                    count[1] += len(wanted)
                if each and (missed := [s for s in gold["with"] if squeezed(s) not in text]):
                    print(f"  {name:20} {page.name}: lacks {missed}")
                if each and (extra := [s for s in gold["without"] if squeezed(s) in text]):
                    print(f"  {name:20} {page.name}: has {extra}")
        means = [statistics.mean(column) for column in zip(*scores, strict=True)] if scores else [0.0] * 3
        lowest = min((score[2] for score in scores), default=0.0)
        print(
            f"{name:20} {means[0]:6.3f} {means[1]:6.3f} {means[2]:6.3f} {lowest:7.3f}   {held[0]:3} of {held[1]:3}"
            f"  {lacked[0]:3} of {lacked[1]:3} {failed:6} {seconds:8.1f}"
        )


def measure_speed(folder: Path, megabytes: float = 4.0) -> None:
    """Print how many MB of plain text a core cleans in a second: the best of five runs."""
    files = sorted(folder.rglob("*.txt"))
    articles: list[RawArticle] = []
    size = 0
    while files and size < megabytes * 1e6:
        for file in files:
            content = file.read_bytes()
            size += len(content)
            articles.append(RawArticle(str(len(articles)), file.name, "text", content, checksum(file)))
    if not articles:
        raise SystemExit(f"{folder}: no .txt files")
    times = []
    for _ in range(5):
        begun = time.process_time()
        clean(articles)
        times.append(time.process_time() - begun)
    print(f"plain text: {size / 1e6 / min(times):.1f} MB/s per core ({len(articles)} articles, best of 5)")


def main() -> None:
    """Measure what the options name."""
    parser = argparse.ArgumentParser(description="Measure cleaning beside its peers.")
    parser.add_argument("--data", type=Path, help="folder of HTML pages with gold")
    parser.add_argument("--text", type=Path, help="folder of plain text to time")
    parser.add_argument("--each", action="store_true", help="print each page's scores")
    options = parser.parse_args()
    if options.data:
        measure_pages(options.data, options.each)
    if options.text:
        measure_speed(options.text)
    if not (options.data or options.text):
        parser.error("name --data, --text or both")


if __name__ == "__main__":
    main()
