"""Every number in a caption or an alternative text is counted again here, from the cells of the published tables."""

import json
import re

import pandas as pd
import pytest

from samestory.figures import FIGURES
from samestory.figures.agreement import find_support
from samestory.figures.overlap_matrix import containment
from samestory.figures.selection import percent, select
from samestory.figures.style import AGREEMENT
from samestory.results import read_results
from samestory.words import count_words, word_spans

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# How much a page holds is a matter of layout; test_figures looks at it.
LAYOUT = re.compile(r"(?:Shown: |No room for |Not shown for want of room: |Drawn as one: )[^.]*\.")


@pytest.fixture(scope="module", params=["small", "fifty", "seeds"])
def run_tables(request, event):
    if request.param == "seeds":
        return read_results(request.getfixturevalue("seed_run"))
    return event["make_tables"]() if request.param == "small" else request.getfixturevalue("fifty")


def numbers_in(words, tables):
    """The numbers of a text as printed, those inside names of articles apart."""
    for label in sorted(tables["clean/documents"]["label"], key=len, reverse=True):
        words = words.replace(label, "")
    return NUMBER.findall(words)


def said(*numbers):
    return [f"{number:,}" if isinstance(number, int) else number for number in numbers]


def share(part, whole):
    return NUMBER.findall(percent(part / whole if whole else 0))


def chosen(tables):
    return list(select(tables, 50).doc_ids)


def of(tables, name):
    frame = tables[name]
    return frame[frame["doc_id"].isin(chosen(tables))]


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
    return [*said(len(texts), total, words, own), *share(words, own), *said(origins)]


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
    roles = rows.groupby("role")["doc_id"].nunique()
    order = ("credited_copy", "copy_no_credit", "rewrite", "quotes_statement")
    inferred = int((rows["basis"] == "inferred").sum())
    counts = [int(roles[role]) for role in order if role in roles]
    return said(rows["origin_id"].nunique(), len(chosen(tables)), *counts, *([inferred] if inferred else []))


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
    placed = rows[rows["type"].isin(["DATE", "TIME"]) & rows["earliest"].notna() & rows["latest"].notna()]
    placed = placed[~placed["value"].fillna("").str.endswith("_REF")]
    here = placed[placed["utc_offset"].notna() & ~placed["value"].str.endswith("Z")]
    utc = pd.to_datetime(here["earliest"] + here["utc_offset"], utc=True).dt.strftime("%Y-%m-%dT%H:%MZ")
    by_the_local_clock = dict(zip(utc, here["earliest"], strict=True))
    placed = placed.replace(dict.fromkeys(("earliest", "latest"), by_the_local_clock))
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


@pytest.fixture(scope="module")
def cells(run_tables):
    """Every number of every cell, in the forms in which a sentence may say it."""
    found = set()
    for frame in run_tables.values():
        for column in frame.columns:
            values = frame[column].dropna().unique()
            for value in values:
                if isinstance(value, str):
                    found.update(NUMBER.findall(value))
                    found.update(number.lstrip("0") for number in NUMBER.findall(value))
                else:
                    found.update((f"{value:,.6g}", f"{value:,.0f}", f"{value:.2f}", *NUMBER.findall(percent(value))))
    return found


@pytest.mark.parametrize("name", ["origins", "claim_matrix", "numbers", "timeline", "quote_variants"])
def test_every_number_of_an_alternative_text_stands_in_a_cell(name, run_tables, cells):
    alt = REST.sub("", FIGURES[name](run_tables).alt)
    assert set(numbers_in(alt, run_tables)) - cells == set()


# Where an alternative text stops, it says how much it leaves out.
REST = re.compile(r"(?:And|and) [\d,]+ (?:more|smaller)[^.]*|×\d+")


def of_article(tables, frame, doc, keep):
    """Words of one article that begin in the spans of the rows kept."""
    rows = frame[(frame["doc_id"] == doc) & keep(frame)]
    text = tables["clean/texts"].set_index("doc_id")["text"][doc]
    return sum(sum(1 for at, _ in word_spans(text) if row.start <= at < row.end) for row in rows.itertuples())


def said_of_strips(tables):
    texts = tables["clean/texts"].set_index("doc_id")["text"]
    for doc in chosen(tables):
        yield f"{count_words(texts[doc]):,}"
        for content in ("wire", "statement", "background", "template", "own"):
            stretches = tables["overlap/stretches"]
            if number := of_article(tables, stretches, doc, lambda rows, kind=content: rows["content"] == kind):
                yield f"{number:,}"


def said_of_pairs(tables):
    docs = chosen(tables)
    shares = containment(tables, docs)
    cells = [
        (-row.share, i, j)
        for a, b, share in (("doc_a", "doc_b", "containment_a"), ("doc_b", "doc_a", "containment_b"))
        for row in tables["overlap/pairs"].rename(columns={a: "a", b: "b", share: "share"}).itertuples()
        if row.a in docs and row.b in docs and row.share > 0
        for i, j in [(docs.index(row.a), docs.index(row.b))]
    ]
    for share, i, j in sorted(cells)[:20]:
        yield from (*NUMBER.findall(percent(-share)), *NUMBER.findall(percent(shares.own_voice[i, j])))


def said_of_support(tables):
    conflicts = tables["compare/conflicts"]
    conflicts = conflicts[(conflicts["kind"] == "contradiction") & (conflicts["level"] == "articles")]
    for row in find_support(tables)[:15]:
        mine = conflicts[conflicts["variable"] == row.variable]
        held = {*mine["doc_a"], *mine["doc_b"]}
        for column in ("documents_a", "documents_b"):
            held.update(doc for cell in mine[column].dropna() for doc in json.loads(cell))
        rows = tables["compare/agreement"].sort_values("scope", na_position="first")
        cells = rows[rows["variable"] == row.variable].iloc[0]
        origins_ = sorted({int(cells["n_origins_min"]), int(cells["n_origins_max"])})
        unheard = len(json.loads(cells["not_detected"]))
        yield from NUMBER.findall(row.name)
        yield from said(*map(int, cells[["n_documents", "n_outlets"]]), *origins_, int(cells["n_sources"]))
        yield from said(len(held), unheard)
        shown = json.loads(cells["values"])
        yield from (number for value in shown[:5] for number in NUMBER.findall(value))


def said_of_coding(tables):
    rows = tables["compare/validation"].to_dict("records")
    rows.sort(key=lambda row: (row["n"] < 30, -(0 if pd.isna(row["f1"]) else row["f1"]), row["variable"]))
    for row in rows[:15]:
        yield from (*NUMBER.findall(row["variable"].replace("_", " ")), str(row["n"]))
        if row["n"] >= 30:
            yield from (f"{row['precision']:.2f}", f"{row['recall']:.2f}", "1", f"{row['f1']:.2f}")


def said_of_names(tables):
    rows = of(tables, "claims/wording")
    concepts = rows.groupby("concept").size()
    names = rows.groupby(["concept", "variant"]).size()
    ranked = sorted(names.index, key=lambda key: (-concepts[key[0]], key[0], -names[key], key[1]))
    for concept, name in ranked[:25]:
        yield from NUMBER.findall(f"{concept} {name}")
        mine = rows[(rows["concept"] == concept) & (rows["variant"] == name)]
        for doc in [doc for doc in chosen(tables) if doc in set(mine["doc_id"])][:6]:
            uses = mine[mine["doc_id"] == doc]["voice"].value_counts()
            yield from (str(uses[voice]) for voice in ("narrator", "reported", "quoted") if voice in uses)


SAID = {
    "reuse_map": said_of_strips,
    "overlap_matrix": said_of_pairs,
    "agreement": said_of_support,
    "validation": said_of_coding,
    "wording": said_of_names,
}


@pytest.mark.parametrize("name", SAID)
def test_every_number_of_an_alternative_text_is_counted_from_table_cells(name, run_tables):
    alt = REST.sub("", FIGURES[name](run_tables).alt)
    assert numbers_in(alt, run_tables) == list(SAID[name](run_tables))


def test_the_shares_of_voices_are_counted_from_their_words(run_tables):
    rows = of(run_tables, "claims/attributions")
    alt = REST.sub("", FIGURES["voices"](run_tables).alt)
    labels = dict(run_tables["clean/documents"][["doc_id", "label"]].itertuples(index=False, name=None))
    texts = run_tables["clean/texts"].set_index("doc_id")["text"]
    told = 0
    for (name, doc), mine in rows.groupby([rows["source_canonical"].fillna(rows["source"]), "doc_id"]):
        parts = [part for cell in mine["parts"] for part in json.loads(cell)]
        spoken = sum(any(first <= at < last for first, last in parts) for at, _ in word_spans(texts[doc]))
        furniture = of_article(
            run_tables, run_tables["clean/segments"], doc, lambda frame: frame["kind"] == "furniture"
        )
        line = re.search(rf"(?:^|\. ){re.escape(name)}: (.*?\)) ?\.", alt)
        if line and f"of {labels[doc]} (" in line[1]:
            assert f"{percent(spoken / (count_words(texts[doc]) - furniture))} of {labels[doc]} (" in line[1]
            told += 1
    assert told
