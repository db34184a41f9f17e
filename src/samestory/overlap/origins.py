"""Origins: what each article goes back to, on what evidence, how sure; and how many origins that makes."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

import pandas as pd

from samestory.overlap.articles import Articles
from samestory.overlap.evidence import Shared
from samestory.overlap.lineage import COPY_SHARE, COPY_WORDS, Family
from samestory.overlap.reading import touches
from samestory.overlap.retelling import Retelling
from samestory.overlap.statements import Statement
from samestory.words import count_words

NAME_CHARS = 80
CREDITED, QUOTED, REPORTED, UNMATCHED, NO_REPORT = 0.95, 0.9, 0.7, 0.5, 0.0
# An origin is surely an article's where the row is so sure, and so much goes back to it or its credit is printed.
CERTAIN, MAIN_SHARE = 0.5, 1 / 3
Shares = Mapping[tuple[str, str], float]


class Match(NamedTuple):
    """A place that an article shares with another, those with most words first; reworded or word for word."""

    minus_words: float
    doc: str
    start: int
    end: int
    reworded: bool


Matches = Mapping[str, Sequence[Match]]


def describe_origins(
    articles: Articles,
    stretches: Sequence[Mapping[str, Any]],
    evidence: Sequence[Shared],
    families: Sequence[Family],
    statements: Sequence[Statement],
    retellings: Sequence[Retelling],
    directions: Mapping[tuple[str, str], str],
) -> list[dict[str, Any]]:
    """Make the rows of overlap/origins: what each article draws on, and what is its own text."""
    shares = _shares(articles.texts, stretches)
    labels = articles.labels
    matches = _matches(evidence)
    rows = list[dict[str, Any]]()
    for family in families:
        named = ", ".join(labels[doc] for doc in family.members[:5])
        origin = {"origin_id": family.origin_id, "origin": family.agency or f"a common source of {named}, not credited"}
        rows += [origin | row for row in _copies(articles, family, shares, matches)]
        rows += [origin | row for row in _rewrites(articles, family, shares, matches)]
    rows = [{"direction": directions[row["doc_id"], row["origin_id"]]} | row for row in rows]
    # A press statement is what others go back to, and no article.
    derived = {row["doc_id"] for row in rows} | articles.with_role("press_statement")
    for statement in statements:
        rows += _quotations(articles, statement, shares, retellings)
    rows += _retold(retellings, shares)
    traced = dict.fromkeys(articles.texts, 0.0)
    for (doc, _), share in shares.items():
        traced[doc] += share
    rows += [
        _own_text(doc, labels[doc], 1.0 - share) if doc in articles.reporting else _no_report(doc, labels[doc])
        for doc, share in traced.items()
        if doc not in derived
    ]
    return rows


def _copies(articles: Articles, family: Family, shares: Shares, matches: Matches) -> Iterator[dict[str, Any]]:
    """Make the rows of a family's copies.

    An article that prints the credit, or is the agency's own, is a credited copy (confidence 0.95); else it is a
    copy without credit (0.6 to 0.95, rising with the share of its words that are the family's).
    """
    originals, members = articles.originals, frozenset(family.members)
    for doc in family.members:
        share = shares.get((doc, family.origin_id), 0.0)
        row: dict[str, Any] = {"doc_id": doc, "share": share, "role": "credited_copy", "confidence": CREDITED}
        if _credits(articles, doc, family):
            row |= _credit(articles, doc)
        elif doc in originals:
            row |= {"basis": "inferred"}
        else:
            row |= {"role": "copy_no_credit", "basis": "text_match", "confidence": min(0.95, 0.6 + 0.35 * share)}
            row |= _place(_best_match(matches, doc, members))
        yield row


def _credits(articles: Articles, doc: str, family: Family) -> bool:
    """Say whether an article prints the family's credit; one for a part may be another agency's."""
    if doc in articles.contributed:
        return not family.agencies.isdisjoint(articles.credited[doc])
    return doc in articles.credits


def _credit(articles: Articles, doc: str) -> dict[str, Any]:
    """Give the columns of an article that prints the credit."""
    start, end = articles.credits[doc]
    evidence = {"evidence_doc": doc, "evidence_start": start, "evidence_end": end}
    return {"basis": "printed_credit", "confidence": CREDITED} | evidence


def _rewrites(articles: Articles, family: Family, shares: Shares, matches: Matches) -> Iterator[dict[str, Any]]:
    """Make the rows of the articles that share sentences with a family.

    Their confidence (0.2 to 0.8) rises with the share and the number of words, and where they name the agency; it is
    0.95 where they credit it with a part. What has as much of it to the letter as a copy is one, though more of it may
    be another agency's.
    """
    agencies, members = sorted(family.agencies), frozenset(family.members)
    names = "|".join(r"\s+".join(map(re.escape, agency.split())) for agency in agencies)
    name = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if agencies else None
    for doc, words in sorted(family.rewrites.items()):
        share = shares.get((doc, family.origin_id), 0.0)
        if doc in family.borrowed and doc in articles.credits:
            yield {"doc_id": doc, "share": share, "role": "credited_copy"} | _credit(articles, doc)
            continue
        if doc in articles.contributed and _credits(articles, doc, family):
            yield {"doc_id": doc, "share": share, "role": "rewrite"} | _credit(articles, doc)
            continue
        named = name is not None and name.search(articles.texts[doc])
        best = _best_match(matches, doc, members)
        copied = doc in family.borrowed and share >= COPY_SHARE and words >= COPY_WORDS
        yield {
            "doc_id": doc,
            "role": "copy_no_credit" if copied else "rewrite",
            "share": share,
            "basis": "inferred" if best is not None and best.reworded else "text_match",
            "confidence": min(0.8, 0.2 + share + words / 500 + (0.1 if named else 0.0)),
        } | _place(best)


def _retold(retellings: Sequence[Retelling], shares: Shares) -> Iterator[dict[str, Any]]:
    """Make the rows of what articles retell of a source that they name: 0.3 to 0.7, rising with the share."""
    for retelling in retellings:
        share = shares.get((retelling.doc, retelling.origin_id), 0.0)
        if share:
            yield {
                "doc_id": retelling.doc,
                "origin_id": retelling.origin_id,
                "origin": retelling.origin,
                "role": "rewrite",
                "share": share,
                "basis": "named_source",
                "confidence": min(REPORTED, 0.3 + share / 2),
                "direction": "derived",
                "evidence_doc": retelling.doc,
                "evidence_start": retelling.named[0],
                "evidence_end": retelling.named[1],
            }


def _speakers_medium(articles: Articles, statement: Statement, retellings: Sequence[Retelling]) -> frozenset[str]:
    """Give the articles that a statement was made to, as those say that have it from there ("told the Standard")."""
    return frozenset(
        doc
        for retelling in retellings
        if any(touches(span, statement.spans.get(retelling.doc, ())) for span in retelling.spans)
        for doc in retelling.docs
        if retelling.origin_id == f"own:{doc}" or doc in articles.originals
    )


def _quotations(
    articles: Articles, statement: Statement, shares: Shares, retellings: Sequence[Retelling]
) -> Iterator[dict[str, Any]]:
    """Make the rows of the articles that print a statement: between quotation marks 0.9, reported 0.7."""
    name = statement.text[:NAME_CHARS] + ("…" if len(statement.text) > NAME_CHARS else "")
    printed = articles.with_role("press_statement") & statement.spans.keys()
    sources = printed or _speakers_medium(articles, statement, retellings)
    for doc, spans in statement.spans.items():
        start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
        yield {
            "doc_id": doc,
            "origin_id": statement.origin_id,
            "origin": f"statement “{name}”",
            "role": "quotes_statement",
            "share": shares.get((doc, statement.origin_id), 0.0),
            "basis": "text_match",
            "confidence": QUOTED if doc in statement.marked else REPORTED,
            "direction": "source" if doc in sources else "derived",
            "evidence_doc": doc,
            "evidence_start": start,
            "evidence_end": end,
        }


def _own_text(doc: str, label: str, share: float) -> dict[str, Any]:
    """Make the row of an article without a family.

    Its confidence is 0.5: nothing here speaks against its independence, and nothing can prove it.
    """
    return {
        "doc_id": doc,
        "origin_id": f"own:{doc}",
        "origin": f"own text of {label}",
        "role": "no_match_in_corpus",
        "share": share,
        "basis": "inferred",
        "confidence": UNMATCHED,
        "direction": None,
    }


def _no_report(doc: str, label: str) -> dict[str, Any]:
    """Make the row of an article without running text, which nothing can be said of: its confidence is 0."""
    row = _own_text(doc, label, 0.0)
    return row | {"origin": f"no running text in {label}", "confidence": NO_REPORT}


def count_origins(origins: pd.DataFrame) -> tuple[int, int]:
    """Count the origins that articles go back to, as a range.

    Statements are no origins of an article and are left out here: an article that quotes one is still written by
    somebody. Each article counts with its main origin, the one with the largest share; one without running text, which
    has confidence 0, counts with none.

    Args:
        origins: overlap/origins, or the rows of the articles asked about.

    Returns:
        ``(low, high)``. The lower end believes every row, and takes all stories of one agency for one origin. The
        upper end believes rows of confidence 0.5 and more by which a third of the article goes back to the origin, or
        that rest on a printed credit; any other article counts as an origin of its own, for much of it may be, and so
        does each story of an agency.
    """
    counted = (origins["role"] != "quotes_statement") & (origins["confidence"] > NO_REPORT)
    rows = origins[counted].sort_values(
        ["doc_id", "share", "confidence", "origin_id"], ascending=[True, False, False, True]
    )
    main = rows.drop_duplicates("doc_id")
    enough = (main["share"] >= MAIN_SHARE) | (main["role"] == "credited_copy")
    certain = main[(main["confidence"] >= CERTAIN) & enough]
    return int(main["origin"].nunique()), int(certain["origin_id"].nunique() + len(main) - len(certain))


def _shares(texts: Mapping[str, str], stretches: Sequence[Mapping[str, Any]]) -> Shares:
    """Give the share of each article's words (furniture apart) that go back to each origin."""
    total: dict[str, int] = dict.fromkeys(texts, 0)
    parts: dict[tuple[str, str], int] = {}
    for row in stretches:
        if row["content"] == "furniture":
            continue
        words = count_words(texts[row["doc_id"]][row["start"] : row["end"]])
        total[row["doc_id"]] += words
        if row["origin_id"] is not None:
            key = row["doc_id"], row["origin_id"]
            parts[key] = parts.get(key, 0) + words
    return {key: words / max(1, total[key[0]]) for key, words in parts.items()}


def _matches(evidence: Sequence[Shared]) -> Matches:
    """Give for each article the places that it shares with others."""
    matches: dict[str, list[Match]] = {}
    for passage in evidence:
        for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
            match = Match(-passage.unquoted_matched, other.doc, other.start, other.end, passage.kind == "paraphrase")
            matches.setdefault(side.doc, []).append(match)
    return matches


def _best_match(matches: Matches, doc: str, members: Set[str]) -> Match | None:
    """Give the place in one of some articles of the passage that shares most unquoted words with an article."""
    return min((match for match in matches.get(doc, ()) if match.doc in members), default=None)


def _place(match: Match | None) -> dict[str, Any]:
    """Give the columns that say where the evidence stands."""
    if match is None:
        return {}
    return {"evidence_doc": match.doc, "evidence_start": match.start, "evidence_end": match.end}
