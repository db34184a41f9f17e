"""Every number in a caption is counted again here, from the cells of the published tables."""

import json
import re

import pandas as pd
import pytest
from figures.recount import NUMBER, chosen, numbers_in, of, placed_times

from samestory.figures import FIGURES
from samestory.figures.overlap_matrix import containment
from samestory.figures.style import AGREEMENT
from samestory.phrasing import percent
from samestory.words import count_words, word_spans

# How much a page holds is a matter of layout; test_figures looks at it.
LAYOUT = re.compile(r"(?:Shown: |No room for |Not shown for want of room: |Drawn as one: )[^.]*\.")


def said(*numbers):
    return [f"{number:,}" if isinstance(number, int) else number for number in numbers]


def share(part, whole):
    return NUMBER.findall(percent(part / whole if whole else 0))


def words_in(tables, name, keep):
    """Words that begin in the spans of the rows kept."""
    texts = tables["clean/texts"].set_index("doc_id")["text"]
    starts = {doc: [start for start, _ in word_spans(texts[doc])] for doc in chosen(tables)}
    rows = of(tables, name)
    return sum(
        sum(1 for at in starts[row.doc_id] if row.start <= at < row.end) for row in rows[keep(rows)].itertuples()
    )


def reuse_map(tables):
    texts = of(tables, "clean/texts")
    total = sum(count_words(text) for text in texts["text"])
    own = total - words_in(tables, "overlap/stretches", lambda rows: rows["content"] == "furniture")
    shared = ["wire", "statement", "background", "template"]
    words = words_in(tables, "overlap/stretches", lambda rows: rows["content"].isin(shared))
    stretches = of(tables, "overlap/stretches")
    origins = stretches.loc[stretches["content"].isin(shared), "origin_id"].dropna().nunique()
    quoted = stretches.loc[stretches["content"] == "statement", "origin_id"].dropna().nunique()
    return [*said(len(texts), total, words, own), *share(words, own), *said(origins, *([quoted] if quoted else []))]


def overlap_matrix(tables):
    docs = chosen(tables)
    pairs = tables["overlap/pairs"]
    pairs = pairs[pairs["doc_a"].isin(docs) & pairs["doc_b"].isin(docs)]
    sides = [(row.containment_a, row.doc_a, row.doc_b) for row in pairs.itertuples()]
    sides += [(row.containment_b, row.doc_b, row.doc_a) for row in pairs.itertuples()]
    most, a, b = min(sides, key=lambda side: (-side[0], docs.index(side[1]), docs.index(side[2])))
    own = containment(tables, docs).own_voice[docs.index(a), docs.index(b)]
    return [*share(most, 1), *share(own, 1), *(["100"] if len(docs) > 14 or most >= 0.995 else [])]


def origins(tables):
    rows = of(tables, "overlap/origins")
    rows = rows[(rows["role"] != "no_match_in_corpus") & (rows["share"] > 0)]
    source = (rows["direction"] == "source") & (rows["role"] != "quotes_statement")
    roles = rows.groupby(rows["role"].mask(source, "original"))["doc_id"].nunique()
    order = ("original", "credited_copy", "copy_no_credit", "rewrite", "quotes_statement")
    inferred = int(((rows["basis"] == "inferred") | (source & (rows["role"] == "copy_no_credit"))).sum())
    named = int((rows["basis"] == "named_source").sum())
    counts = [int(roles[role]) for role in order if role in roles]
    quoted = rows.loc[rows["role"] == "quotes_statement", "origin_id"].nunique()
    origins = [rows["origin_id"].nunique(), *([quoted] if quoted else [])]
    return said(*origins, len(chosen(tables)), *counts, *(number for number in (inferred, named) if number))


def between(tables, variable):
    rows = tables["compare/agreement"]
    rows = rows[rows["variable"] == variable].sort_values("scope", na_position="last")
    return rows["between"].iloc[-1] if len(rows) else "not_comparable"


def claim_matrix(tables):
    claims = tables["claims/claims"]
    if (claims["variable_origin"] == "codebook").any():
        claims = claims[claims["variable_origin"] == "codebook"]
    articles = claims.groupby("variable")["doc_id"].nunique()
    verdicts = pd.Series([between(tables, variable) for variable in articles.index])
    tally = [int((verdicts == word).sum()) for word in AGREEMENT]
    single = int((articles == 1).sum())
    counts = [len(articles), len(chosen(tables)), *(number for number in tally if number)]
    return said(*counts, *([single] if single and single < len(articles) else []))


def numbers(tables):
    claims = tables["claims/claims"]
    claims = claims[claims["low"].notna() | claims["high"].notna()].copy()
    scoped = set(tables["compare/agreement"][["variable", "scope"]].dropna().itertuples(index=False, name=None))
    claims["scope"] = [s if (v, s) in scoped else "" for v, s in zip(claims["variable"], claims["scope"], strict=True)]
    several = set(claims.groupby("variable")["doc_id"].nunique().loc[lambda n: n > 1].index)
    panels = claims.fillna({"unit": ""})[["variable", "unit", "scope"]].drop_duplicates()
    drawn = panels[panels["variable"].isin(several)]
    rows = tables["compare/agreement"].fillna({"scope": ""}).set_index(["variable", "scope"])["between"]
    verdicts = pd.Series(
        [rows.get((v, s), rows.get((v, ""))) for v, s in zip(drawn.variable, drawn.scope, strict=True)]
    )
    tally = [int((verdicts == word).sum()) for word in AGREEMENT]
    rest = len(panels) - len(drawn)
    return said(len(drawn), len(tables["clean/documents"]), *(n for n in tally if n), *([rest] if rest else []))


def voices(tables):
    rows = of(tables, "claims/attributions")
    names = rows["source_canonical"].fillna(rows["source"])
    articles = rows.groupby(names)["doc_id"].nunique()
    texts = tables["clean/texts"].set_index("doc_id")["text"]
    shares = []
    for doc in chosen(tables):
        starts = [start for start, _ in word_spans(texts[doc])]
        spoken = set()
        for row in rows[rows["doc_id"] == doc].itertuples():
            for first, last in json.loads(row.parts) or [(row.content_start, row.content_end)]:
                spoken.update(at for at in starts if first <= at < last)
        segments = tables["clean/segments"]
        aside = segments[(segments["doc_id"] == doc) & (segments["kind"] == "furniture")]
        own = len(starts) - sum(sum(1 for at in starts if r.start <= at < r.end) for r in aside.itertuples())
        shares.append(len(spoken) / own)
    several = int((articles > 1).sum())
    counts = said(len(articles), len(chosen(tables)), several, len(articles) - several)
    return [*counts, *share(min(shares), 1), *share(max(shares), 1)]


def timeline(tables):
    rows = of(tables, "claims/times")
    placed = placed_times(tables)
    moments = placed.groupby(["earliest", "latest"])["doc_id"].nunique()
    counts = (len(placed), len(chosen(tables)), len(moments), int((moments > 1).sum()), len(rows) - len(placed))
    return said(*counts)


def agreement(tables):
    rows = tables["compare/agreement"]
    rows = rows[rows["scope"].isna()]
    several = rows[rows["n_documents"] > 1]
    conflicts = tables["compare/conflicts"]
    against = conflicts[(conflicts["kind"] == "contradiction") & (conflicts["level"] == "articles")]["variable"]
    contrary = int(rows["variable"].isin(against).sum())
    return said(len(rows), len(several), int((several["n_origins_min"] == 1).sum()), contrary)


def quote_variants(tables):
    rows = tables["compare/quote_variants"]
    differ = ~rows["change"].isin(["fullest", "same"])
    by_words = differ.groupby(rows["utterance_id"]).sum()
    speakers = rows.groupby("utterance_id")["speaker_canonical"].nunique()
    return said(len(by_words), int((by_words > 0).sum()), int((speakers > 1).sum()))


def validation(tables):
    rows = tables["compare/validation"]
    if rows.empty:
        return []
    rated = rows[rows["n"] >= 30]
    if rated.empty:
        return said(len(rows), len(rows), 30)
    scores = [f"{rated['f1'].min():.2f}", f"{rated['f1'].max():.2f}"]
    # F1, of the measure's name, twice 95 and 30 of the method.
    return [*said(len(rows)), "1", *scores, "95", *said(len(rows) - len(rated)), "30"]


def wording(tables):
    rows = of(tables, "claims/wording")
    voices_ = [int((rows["voice"] == voice).sum()) for voice in ("narrator", "reported", "quoted")]
    return said(len(rows), rows["concept"].nunique(), len(chosen(tables)), *voices_)


EXPECTED = {
    function.__name__: function
    for function in (
        reuse_map,
        overlap_matrix,
        origins,
        claim_matrix,
        numbers,
        voices,
        timeline,
        agreement,
        quote_variants,
        validation,
        wording,
    )
}


@pytest.mark.parametrize("name", FIGURES)
def test_every_number_of_a_caption_is_counted_from_table_cells(name, run_tables):
    caption = LAYOUT.sub("", FIGURES[name](run_tables).caption)
    if name == "validation":
        caption = re.sub(r"\((?:Hurt|On board)[^)]*\)", "", caption)
    assert numbers_in(caption, run_tables) == EXPECTED[name](run_tables)
