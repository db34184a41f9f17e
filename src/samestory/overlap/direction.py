"""Direction: which article of a family the others come from, said only on evidence.

A printed credit, or the agency's own text in the corpus, settles it. Else an article is the source where, against
every other it shares words with, at least two signs speak for it and none against: an earlier date, the fuller text
(the other lies in it and not the other way round), the fuller quotation of the same words.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from samestory.overlap.articles import Articles
from samestory.overlap.evidence import Shared, Side
from samestory.overlap.lineage import Family
from samestory.published import order_of

WITHIN, BEYOND = 0.8, 0.5
SIGNS = 2


def find_directions(
    articles: Articles, families: Sequence[Family], evidence: Sequence[Shared], own: Mapping[str, int]
) -> dict[tuple[str, str], str]:
    """Say of each article and family whether it is the source, derived, or the direction is open.

    Args:
        articles: the articles; an agency's own and dates are evidence, an assumed date is none.
        families: the families.
        evidence: the passages.
        own: the unquoted words of each article.

    Returns:
        By article and origin: source | derived | open.
    """
    dates = articles.dates
    family_of = {doc: family for family in families for doc in family.members}
    by_family: dict[str, dict[tuple[str, str], list[Shared]]] = {family.origin_id: {} for family in families}
    for passage in evidence:
        family = family_of.get(passage.a.doc)
        if family is not None and family is family_of.get(passage.b.doc):
            by_family[family.origin_id].setdefault((passage.a.doc, passage.b.doc), []).append(passage)
    directions = {}
    for family in families:
        members = set(family.members)
        sources = members & articles.originals
        if not family.agency and not sources:
            source = _source(family.members, by_family[family.origin_id], dates, own)
            sources = {source} if source else set()
        for doc in (*family.members, *family.rewrites):
            known_source = family.agency or sources
            directions[doc, family.origin_id] = "source" if doc in sources else "derived" if known_source else "open"
    return directions


def _source(
    members: Sequence[str],
    pairs: Mapping[tuple[str, str], Sequence[Shared]],
    dates: Mapping[str, str],
    own: Mapping[str, int],
) -> str | None:
    """Give the member that all it shares words with come from, where the signs agree on one."""
    signs: dict[str, list[tuple[int, int]]] = {doc: [] for doc in members}
    for (a, b), rows in pairs.items():
        for_a, for_b = _signs(a, b, rows, dates, own)
        signs[a].append((for_a, for_b))
        signs[b].append((for_b, for_a))
    sources = [
        doc
        for doc, rows in signs.items()
        if len(rows) == len(members) - 1 and all(mine >= SIGNS and not others for mine, others in rows)
    ]
    return sources[0] if len(sources) == 1 else None


def _signs(a: str, b: str, rows: Sequence[Shared], dates: Mapping[str, str], own: Mapping[str, int]) -> tuple[int, int]:
    """Count the signs that ``a`` is the source of ``b``, and the other way round."""
    order = order_of(dates[a], dates[b]) if a in dates and b in dates else 0
    share_a = sum(row.a.unquoted for row in rows) / max(1, own[a])
    share_b = sum(row.b.unquoted for row in rows) / max(1, own[b])
    fuller = [_fuller_quotation(row) for row in rows]
    for_a = (order < 0) + (share_b >= WITHIN and share_a <= BEYOND) + (1 in fuller and -1 not in fuller)
    for_b = (order > 0) + (share_a >= WITHIN and share_b <= BEYOND) + (-1 in fuller and 1 not in fuller)
    return for_a, for_b


def _fuller_quotation(passage: Shared) -> int:
    """Say which side prints more of the same quotation within the passage: 1 the first, -1 the second, 0 neither."""
    a, b = _quoted_words(passage.a), _quoted_words(passage.b)
    return 0 if not a or not b or a == b else 1 if a > b else -1


def _quoted_words(side: Side) -> int:
    return int(np.count_nonzero(side.marked >= 0))
