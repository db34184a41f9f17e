"""Statements: words of one speaker that articles of different lineage print.

What stands between quotation marks in one article and is shared with an article that did not copy it goes back to
the same utterance: a press statement, a post, an interview. The statement is an origin of its own.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from samestory.components import Components
from samestory.overlap.articles import Articles
from samestory.overlap.evidence import Shared, Side
from samestory.overlap.news_cues import news_cues
from samestory.overlap.reading import Span, merge_spans
from samestory.words import WORD, count_words

MIN_WORDS = 5
MOSTLY = 0.5
ADJACENT_CHARS = 200
Node = tuple[str, Span]
PRONOUNS = frozenset({"He", "She", "They", "It", "We", "I", "Who"})


@dataclass(frozen=True)
class Statement:
    """One statement: its id, and per article the places where it stands, quoted or reported."""

    origin_id: str
    spans: Mapping[str, tuple[Span, ...]]
    marked: frozenset[str]
    text: str


def find_statements(articles: Articles, evidence: Sequence[Shared], lineage: Mapping[str, Set[str]]) -> list[Statement]:
    """Find the statements that articles of different lineage share.

    A press statement in the corpus is one statement, whatever is quoted of it.

    Args:
        articles: the articles.
        evidence: the passages.
        lineage: the families of each article that has one.
    """
    links: list[tuple[Node, Node, bool]] = []
    none = frozenset[str]()
    for passage in evidence:
        apart = lineage.get(passage.a.doc, none).isdisjoint(lineage.get(passage.b.doc, none))
        for first, last in _quoted_runs(passage):
            first_b, last_b = int(passage.places[first]), int(passage.places[last - 1])
            end_b = min(max(first_b, last_b) + 1, len(passage.b.quoted))
            first_b = min(first_b, end_b - 1)
            if min(last - first, end_b - first_b) < MIN_WORDS:
                continue
            a = _place(passage.a, first, last, articles)
            b = _place(passage.b, first_b, end_b, articles)
            links.append(((passage.a.doc, a), (passage.b.doc, b), apart))
    return _complete(_group(links, articles), evidence, articles)


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


def _place(side: Side, first: int, last: int, articles: Articles) -> Span:
    """Give the place of some words of a side: the whole quotation or sentence where most of it is meant."""
    start, end = side.span(first, last)
    rows = (articles.quoted if side.marked[first:last].max() >= 0 else articles.sentences)[side.doc]
    for row in rows[max(0, bisect_right(rows, (start, start)) - 1) :]:
        if row[0] >= end:
            break
        if start <= row[0] and row[1] <= end:
            # It is held whole already.
            continue
        low, high = max(row[0], start), min(row[1], end)
        text = articles.texts[side.doc]
        if low < high and count_words(text[low:high]) >= MOSTLY * max(1, count_words(text[row[0] : row[1]])):
            start, end = min(start, row[0]), max(end, row[1])
    return start, end


def _group(links: Sequence[tuple[Node, Node, bool]], articles: Articles) -> list[Statement]:
    """Put the linked places together to statements; those that never leave one lineage are no statements."""
    printed = articles.with_role("press_statement")
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
    # What a press statement says stands in the corpus: what is quoted beside it is somebody else's.
    whole = {joined.head(place) for place, (doc, _) in enumerate(nodes) if doc in printed}
    for place in range(1, len(nodes)):
        (doc, (_, end)), (next_doc, (start, _)) = nodes[place - 1], nodes[place]
        pair = joined.head(place - 1), joined.head(place)
        if doc != next_doc or pair[0] == pair[1] or start - end > ADJACENT_CHARS or not whole.isdisjoint(pair):
            continue
        if not _names_another(articles, doc, nodes[place - 1][1], nodes[place][1]):
            beside.setdefault((min(pair), max(pair)), set()).add(doc)
    for (a_root, b_root), docs in sorted(beside.items()):
        if len(docs) > 1:
            joined.join(a_root, b_root)
    shared = {joined.head(number[a]) for a, _, apart in links if apart}
    groups: dict[int, list[Node]] = {}
    for place, node in enumerate(nodes):
        if joined.head(place) in shared:
            groups.setdefault(joined.head(place), []).append(node)
    return [_statement(group, articles, printed) for group in groups.values()]


def _names_another(articles: Articles, doc: str, first: Span, second: Span) -> bool:
    """Say whether the second utterance is introduced as that of somebody whom the article has not named before."""
    text = articles.texts[doc]
    begin = max(first[1], _sentence_at(articles.sentences[doc], second[0])[0])
    words = [match.group() for match in WORD.finditer(text, begin, second[0])]
    beside = [*pairwise(words), *pairwise(words[::-1])]
    speakers = {word for word, cue in beside if word[0].isupper() and cue in news_cues()} - PRONOUNS
    return bool(speakers) and speakers.isdisjoint(match.group() for match in WORD.finditer(text, 0, begin))


def _sentence_at(sentences: Sequence[Span], place: int) -> Span:
    """Give the sentence that a place lies in; outside all, the place alone."""
    number = bisect_right(sentences, (place, place + 1)) - 1
    inside = number >= 0 and sentences[number][0] <= place < sentences[number][1]
    return sentences[number] if inside else (place, place)


def _complete(statements: Sequence[Statement], evidence: Sequence[Shared], articles: Articles) -> list[Statement]:
    """Take in what a sentence that reports a statement shares with the statement's words in another article.

    What one article quotes, others tell in their own words; so two of them may share more of it than either shares
    with the quotation. Where a sentence has quotation marks, these say what the statement is.
    """
    more: dict[tuple[int, str], list[Span]] = {}
    by_doc: dict[str, set[int]] = {}
    for number, statement in enumerate(statements):
        for doc in statement.spans:
            by_doc.setdefault(doc, set()).add(number)
    for passage in evidence:
        for number in sorted(by_doc.get(passage.a.doc, set()) & by_doc.get(passage.b.doc, set())):
            spans = statements[number].spans
            for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
                for own in spans[side.doc]:
                    wider = _widen(passage, side, own, other, spans[other.doc], articles)
                    if wider != own:
                        more.setdefault((number, side.doc), []).append(wider)
    return [
        replace(
            statement,
            spans={
                doc: tuple(merge_spans([*held, *more.get((number, doc), ())])) for doc, held in statement.spans.items()
            },
        )
        for number, statement in enumerate(statements)
    ]


def _widen(passage: Shared, side: Side, own: Span, other: Side, spans: Sequence[Span], articles: Articles) -> Span:
    """Widen a statement's place on a side by what its sentence shares with the statement's places on the other."""
    sentence = _sentence_at(articles.sentences[side.doc], own[0])
    if any(start < sentence[1] and sentence[0] < end for start, end in articles.quoted[side.doc]):
        return own
    found = _matched_with(passage, side, sentence, other, spans)
    if found is None or (own[0] <= found[0] and found[1] <= own[1]):
        return own
    hull = min(own[0], found[0]), max(own[1], found[1])
    words = [count_words(articles.texts[side.doc][start:end]) for start, end in (hull, sentence)]
    return sentence if words[0] >= MOSTLY * words[1] else hull


def _matched_with(passage: Shared, side: Side, within: Span, other: Side, spans: Sequence[Span]) -> Span | None:
    """Give the hull of the words of a side in a stretch that stand in some spans of the other too."""
    low, high = side.begun(*within)
    if low >= high or not any(start < other.end and other.start < end for start, end in spans):
        return None
    tokens = other.reading.tokens
    held = [
        place
        for place, number in enumerate(passage.counterparts(side)[low:high].tolist(), low)
        if number >= 0
        and tokens.hashes[number] == tokens.hashes[side.first + place]
        and any(start <= tokens.start[number] < end for start, end in spans)
    ]
    return side.span(held[0], held[-1] + 1) if held else None


def _statement(group: Sequence[Node], articles: Articles, printed: Set[str]) -> Statement:
    """Make a statement of its places."""
    spans: dict[str, list[Span]] = {}
    for doc, (start, end) in group:
        spans.setdefault(doc, []).append((start, end))
    spans = {doc: merge_spans(rows) for doc, rows in spans.items()}
    marked = frozenset(
        doc for doc, rows in spans.items() if any(q[0] < e and s < q[1] for q in articles.quoted[doc] for s, e in rows)
    )
    # The id is that of the first article, so that it survives articles added later; the text is the fullest of what
    # stands between quotation marks, for a sentence with marks in it may be the reporter's for the rest.
    # A press statement in the corpus comes before those who quote it.
    quoting = {doc: rows for doc, rows in spans.items() if doc in printed}
    quoting = quoting or {doc: rows for doc, rows in spans.items() if doc in marked} or spans
    first = min(quoting)
    words = {
        doc: [(max(q[0], s), min(q[1], e)) for q in articles.quoted[doc] for s, e in rows if q[0] < e and s < q[1]]
        for doc, rows in quoting.items()
    }
    words = words if any(words.values()) else quoting
    _, doc, start, end = min((start - end, doc, start, end) for doc, rows in words.items() for start, end in rows)
    return Statement(
        f"statement:{first}:{quoting[first][0][0]}-{quoting[first][0][1]}",
        {key: tuple(rows) for key, rows in spans.items()},
        marked,
        " ".join(articles.texts[doc][start:end].split()),
    )
