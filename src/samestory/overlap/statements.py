"""Statements: words of one speaker that articles of different lineage print.

What stands between quotation marks in one article and is shared with an article that did not copy it goes back to
the same utterance: a press statement, a post, an interview. The statement is an origin of its own.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from samestory.components import Components
from samestory.overlap.evidence import Shared, Side
from samestory.overlap.reading import Span
from samestory.words import count_words

MIN_WORDS = 5
MOSTLY = 0.5
ADJACENT_CHARS = 200


@dataclass(frozen=True)
class Statement:
    """One statement: its id, and per article the places where it stands, quoted or reported."""

    origin_id: str
    spans: Mapping[str, tuple[Span, ...]]
    marked: frozenset[str]
    text: str


def find_statements(
    evidence: Sequence[Shared],
    lineage: Mapping[str, str],
    quoted: Mapping[str, Sequence[Span]],
    sentences: Mapping[str, Sequence[Span]],
    texts: Mapping[str, str],
    printed: Set[str] = frozenset(),
) -> list[Statement]:
    """Find the statements that articles of different lineage share.

    Args:
        evidence: the passages.
        lineage: the family of each article that has one.
        quoted: per article the stretches between quotation marks.
        sentences: per article its sentences.
        texts: per article its text.
        printed: the press statements in the corpus: each is one statement, whatever is quoted of it.
    """
    links: list[tuple[tuple[str, Span], tuple[str, Span], bool]] = []
    for passage in evidence:
        apart = lineage.get(passage.a.doc, passage.a.doc) != lineage.get(passage.b.doc, passage.b.doc)
        for first, last in _quoted_runs(passage):
            first_b, last_b = int(passage.places[first]), int(passage.places[last - 1])
            end_b = min(max(first_b, last_b) + 1, len(passage.b.quoted))
            first_b = min(first_b, end_b - 1)
            if min(last - first, end_b - first_b) < MIN_WORDS:
                continue
            a = _place(passage.a, first, last, quoted, sentences, texts)
            b = _place(passage.b, first_b, end_b, quoted, sentences, texts)
            links.append(((passage.a.doc, a), (passage.b.doc, b), apart))
    return _group(links, quoted, texts, printed)


def _quoted_runs(passage: Shared) -> list[Span]:
    """Give the runs of quoted words of side a, cut where one quotation of either side ends and another begins."""
    runs: list[Span] = []
    if passage.a.unquoted == len(passage.a.quoted):
        return runs
    quoted, places = passage.a.quoted.tolist(), passage.places.tolist()
    marked_a, marked_b = passage.a.marked.tolist(), passage.b.marked.tolist()
    first, before = 0, (-1, -1)
    for place in range(len(quoted) + 1):
        here = (-1, -1)
        if place < len(quoted) and quoted[place]:
            other = places[place]
            here = marked_a[place], marked_b[other] if other < len(marked_b) else before[1]
        if here != before:
            if max(before) >= 0:
                runs.append((first, place))
            first, before = place, here
    return runs


def _place(
    side: Side,
    first: int,
    last: int,
    quoted: Mapping[str, Sequence[Span]],
    sentences: Mapping[str, Sequence[Span]],
    texts: Mapping[str, str],
) -> Span:
    """Give the place of some words of a side: the whole quotation or sentence where most of it is meant."""
    start, end = side.span(first, last)
    rows = quoted[side.doc] if side.marked[first:last].max() >= 0 else sentences[side.doc]
    for row in rows[max(0, bisect_right(rows, (start, start)) - 1) :]:
        if row[0] >= end:
            break
        low, high = max(row[0], start), min(row[1], end)
        text = texts[side.doc]
        if low < high and count_words(text[low:high]) >= MOSTLY * max(1, count_words(text[row[0] : row[1]])):
            start, end = min(start, row[0]), max(end, row[1])
    return start, end


def _group(
    links: Sequence[tuple[tuple[str, Span], tuple[str, Span], bool]],
    quoted: Mapping[str, Sequence[Span]],
    texts: Mapping[str, str],
    printed: Set[str],
) -> list[Statement]:
    """Put the linked places together to statements; those that never leave one lineage are no statements."""
    nodes = sorted({node for a, b, _ in links for node in (a, b)})
    joined = Components(range(len(nodes)))
    number = {node: place for place, node in enumerate(nodes)}
    for a, b, _ in links:
        joined.join(number[a], number[b])
    for place in range(1, len(nodes)):
        (doc, (_, end)), (next_doc, (start, _)) = nodes[place - 1], nodes[place]
        if doc == next_doc and (start < end or doc in printed):
            joined.join(place - 1, place)
    # Utterances that stand side by side in two articles belong to one statement.
    beside: dict[tuple[int, int], set[str]] = {}
    for place in range(1, len(nodes)):
        (doc, (_, end)), (next_doc, (start, _)) = nodes[place - 1], nodes[place]
        pair = joined.head(place - 1), joined.head(place)
        if doc == next_doc and pair[0] != pair[1] and start - end <= ADJACENT_CHARS:
            beside.setdefault((min(pair), max(pair)), set()).add(doc)
    for (a_root, b_root), docs in sorted(beside.items()):
        if len(docs) > 1:
            joined.join(a_root, b_root)
    shared = {joined.head(number[a]) for a, _, apart in links if apart}
    groups: dict[int, list[tuple[str, Span]]] = {}
    for place, node in enumerate(nodes):
        if joined.head(place) in shared:
            groups.setdefault(joined.head(place), []).append(node)
    return [_statement(group, quoted, texts, printed) for group in groups.values()]


def _statement(
    group: Sequence[tuple[str, Span]],
    quoted: Mapping[str, Sequence[Span]],
    texts: Mapping[str, str],
    printed: Set[str],
) -> Statement:
    """Make a statement of its places."""
    spans: dict[str, list[Span]] = {}
    for doc, (start, end) in group:
        rows = spans.setdefault(doc, [])
        if rows and start < rows[-1][1]:
            rows[-1] = (rows[-1][0], max(end, rows[-1][1]))
        else:
            rows.append((start, end))
    marked = frozenset(
        doc for doc, rows in spans.items() if any(q[0] < e and s < q[1] for q in quoted[doc] for s, e in rows)
    )
    # The id is that of the first article, so that it survives articles added later; the text is the fullest.
    # A press statement in the corpus comes before those who quote it.
    quoting = {doc: rows for doc, rows in spans.items() if doc in printed}
    quoting = quoting or {doc: rows for doc, rows in spans.items() if doc in marked} or spans
    first = min(quoting)
    _, doc, start, end = min((start - end, doc, start, end) for doc, rows in quoting.items() for start, end in rows)
    return Statement(
        f"statement:{first}:{quoting[first][0][0]}-{quoting[first][0][1]}",
        {key: tuple(rows) for key, rows in spans.items()},
        marked,
        " ".join(texts[doc][start:end].split()),
    )
