"""Every number in an alternative text is counted again here, in its place, from the cells of the published tables."""

import json
import re

import pandas as pd
import pytest
from figures.recount import NUMBER, chosen, numbers_in, of, placed_times

from samestory.figures import FIGURES
from samestory.figures.agreement import find_support
from samestory.figures.claim_values import claim_value, question_names
from samestory.figures.moments import say_span
from samestory.figures.overlap_matrix import containment
from samestory.figures.style import TELLING
from samestory.phrasing import listed, percent, say_interval
from samestory.words import count_words, word_spans


def more(number, limit):
    """How many are left out."""
    return [f"{number - limit:,}"] if number > limit else []


def up_to(limit, parts):
    """The numbers of the first parts, and how many more parts there are."""
    parts = list(parts)
    return [*(number for part in parts[:limit] for number in NUMBER.findall(part)), *more(len(parts), limit)]


def drawn(name, tables, number):
    """How many rows have room is a matter of layout; the caption says how many, or how many have none."""
    caption = FIGURES[name](tables).caption
    if shown := re.search(r"Shown: (\d+);", caption):
        return int(shown[1])
    left_out = re.search(r"No room for (\d+) more", caption)
    return number - int(left_out[1] if left_out else 0)


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
    yield from more(len(cells), 20)


def said_of_support(tables):
    conflicts = tables["compare/conflicts"]
    conflicts = conflicts[(conflicts["kind"] == "contradiction") & (conflicts["level"] == "articles")]
    support = find_support(tables)
    for row in support[:15]:
        mine = conflicts[conflicts["variable"] == row.variable]
        held = {*mine["doc_a"], *mine["doc_b"]}
        for column in ("documents_a", "documents_b"):
            held.update(doc for cell in mine[column].dropna() for doc in json.loads(cell))
        rows = tables["compare/agreement"].sort_values("scope", na_position="first")
        cells = rows[rows["variable"] == row.variable].iloc[0]
        origins_ = sorted({int(cells["n_origins_min"]), int(cells["n_origins_max"])})
        unheard = len(json.loads(cells["not_detected"]))
        yield from NUMBER.findall(row.name)
        yield from map(str, (*map(int, cells[["n_documents", "n_outlets"]]), *origins_, int(cells["n_sources"])))
        yield from map(str, (len(held), unheard))
        yield from up_to(5, json.loads(cells["values"]))
    yield from more(drawn("agreement", tables, len(support)), 15)


def said_of_coding(tables):
    rows = tables["compare/validation"].to_dict("records")
    rows.sort(key=lambda row: (row["n"] < 30, -(0 if pd.isna(row["f1"]) else row["f1"]), row["variable"]))
    for row in rows[:15]:
        yield from (*NUMBER.findall(row["variable"].replace("_", " ")), str(row["n"]))
        if row["n"] >= 30:
            yield from (f"{row['precision']:.2f}", f"{row['recall']:.2f}", "1", f"{row['f1']:.2f}")
    yield from more(drawn("validation", tables, len(rows)), 15)


def said_of_names(tables):
    rows = of(tables, "claims/wording")
    concepts = rows.groupby("concept").size()
    names = rows.groupby(["concept", "variant"]).size()
    ranked = sorted(names.index, key=lambda key: (-concepts[key[0]], key[0], -names[key], key[1]))
    for concept, name in ranked[:25]:
        yield from NUMBER.findall(f"{concept} {name}")
        mine = rows[(rows["concept"] == concept) & (rows["variant"] == name)]
        uses = [mine[mine["doc_id"] == doc]["voice"].value_counts() for doc in chosen(tables)]
        yield from up_to(
            6,
            [
                " ".join(str(own[voice]) for voice in ("narrator", "reported", "quoted") if voice in own)
                for own in uses
                if len(own)
            ],
        )
    yield from more(len(names), 25)


def said_of_origins(tables):
    rows = of(tables, "overlap/origins")
    rows = rows[(rows["role"] != "no_match_in_corpus") & (rows["share"] > 0)]
    size = rows.groupby("origin_id")["share"].sum().round(6)
    ranked = sorted(rows.to_dict("records"), key=lambda row: (-size[row["origin_id"]], row["origin_id"]))
    for doc in chosen(tables)[:25]:
        yield from up_to(8, [f"{percent(row['share'])} {row['origin']}" for row in ranked if row["doc_id"] == doc])
    yield from more(len(chosen(tables)), 25)


def answers(tables):
    claims = tables["claims/claims"]
    return claims.assign(superseded=claims["superseded"].fillna(False))[claims["answers"].fillna(True)]


def said_of_answers(tables):
    claims, agreement = answers(tables), tables["compare/agreement"].sort_values("scope", na_position="last")
    claims = claims[claims["variable_origin"] == "codebook"]
    between = dict(zip(agreement["variable"], agreement["between"], strict=True))
    docs = claims.groupby("variable")["doc_id"].nunique()
    ranked = sorted(docs[docs > 1].index, key=lambda name: (TELLING.index(between[name]), -docs[name], name))
    shown = drawn("claim_matrix", tables, len(ranked))
    codes = ["polarity", "value", "low", "high", "unit", "approximate", "superseded"]
    for name in ranked[: min(shown, 12)]:
        yield from NUMBER.findall(question_names(tables)(name))
        for doc in chosen(tables):
            mine = claims[(claims["variable"] == name) & (claims["doc_id"] == doc)]
            yield from up_to(4, [claim_value(row) for row in mine.drop_duplicates(codes).to_dict("records")])
    yield from more(shown, 12)


def said_of_numbers(tables):
    claims = answers(tables)
    claims = claims[claims["low"].notna() | claims["high"].notna()]
    claims = claims.assign(unit=claims["unit"].fillna(""), scope=claims["scope"].fillna(""))
    agreement = tables["compare/agreement"].fillna({"scope": ""})
    between = {(row.variable, row.scope): row.between for row in agreement.itertuples()}
    claims["scope"] = [s if (v, s) in between else "" for v, s in zip(claims["variable"], claims["scope"], strict=True)]
    several = claims.groupby("variable")["doc_id"].transform("nunique") > 1
    # "At least 70" and "more than 70" are two numbers, "= 70" and "70" one.
    exact = (claims["low"] == claims["high"]).fillna(False)
    claims = claims.assign(comparator=claims["comparator"].where(~exact, None).fillna(""))[several]
    panels = []
    for (variable, unit, scope), rows in claims.groupby(["variable", "unit", "scope"]):
        verdict = between.get((variable, scope)) or between[variable, ""]
        found = rows.groupby(["low", "high", "approximate", "comparator", "superseded"], dropna=False)["doc_id"]
        order = (found.ngroups == 1, TELLING.index(verdict), -found.ngroups, -rows["doc_id"].nunique())
        panels.append(((*order, variable, unit, scope), found))
    for (*_, variable, unit, scope), found in sorted(panels, key=lambda panel: panel[0]):
        yield from NUMBER.findall(f"{question_names(tables)(variable)} {unit} {scope}")
        ends = [(*(None if pd.isna(end) else end for end in key[:2]), *key[2:], docs) for key, docs in found]
        ends.sort(key=lambda row: (row[0] or 0, float("inf") if row[1] is None else row[1], row[2]))
        for low, high, _, comparator, _, docs in ends:
            yield from NUMBER.findall(say_interval(low, high, comparator))
            yield from up_to(6, [""] * docs.nunique())


def said_of_moments(tables):
    rows = placed_times(tables)
    said = of(tables, "claims/attributions")
    spoken = [(row.doc_id, *part) for row in said.itertuples() for part in json.loads(row.parts)]
    moments = list(rows.groupby(["earliest", "latest"]))
    for (earliest, latest), mine in moments[:25]:
        yield from NUMBER.findall(say_span(earliest, latest))
        told = []
        for doc in (doc for doc in chosen(tables) if doc in set(mine["doc_id"])):
            times = {}
            for row in mine[mine["doc_id"] == doc].itertuples():
                on_word = any(who == doc and first <= row.start and row.end <= last for who, first, last in spoken)
                times.setdefault((row.text.casefold(), on_word), []).append(row.text)
            words = [f"{rows[0]} {len(rows) if len(rows) > 1 else ''}" for rows in times.values()]
            told.append(" ".join(up_to(3, words)))
        yield from up_to(6, told)
    yield from more(len(moments), 25)


SAID = {
    "reuse_map": said_of_strips,
    "overlap_matrix": said_of_pairs,
    "origins": said_of_origins,
    "claim_matrix": said_of_answers,
    "numbers": said_of_numbers,
    "timeline": said_of_moments,
    "agreement": said_of_support,
    "validation": said_of_coding,
    "wording": said_of_names,
}


@pytest.mark.parametrize("name", SAID)
def test_every_number_of_an_alternative_text_is_counted_from_table_cells(name, run_tables):
    assert numbers_in(FIGURES[name](run_tables).alt, run_tables) == list(SAID[name](run_tables))


def test_the_shares_of_voices_are_counted_from_their_words(run_tables):
    rows = of(run_tables, "claims/attributions")
    alt = FIGURES["voices"](run_tables).alt
    labels = dict(run_tables["clean/documents"][["doc_id", "label"]].itertuples(index=False, name=None))
    texts = run_tables["clean/texts"].set_index("doc_id")["text"]
    told = 0
    for (name, doc), mine in rows.groupby([rows["source_canonical"].fillna(rows["source"]), "doc_id"]):
        parts = [part for cell in mine["parts"] for part in json.loads(cell)]
        spoken = sum(any(first <= at < last for first, last in parts) for at, _ in word_spans(texts[doc]))
        furniture = of_article(
            run_tables, run_tables["clean/segments"], doc, lambda frame: frame["kind"] == "furniture"
        )
        line = re.search(rf"(?:^|\. ){re.escape(name)}: (.*?(?:\)| more))\.", alt)
        if line and f"of {labels[doc]} (" in line[1]:
            assert f"{percent(spoken / (count_words(texts[doc]) - furniture))} of {labels[doc]} (" in line[1]
            told += 1
    assert told


def test_an_utterance_is_given_in_each_wording_with_the_articles_that_print_it(run_tables):
    labels = dict(run_tables["clean/documents"][["doc_id", "label"]].itertuples(index=False, name=None))
    utterances = []
    for name, rows in run_tables["compare/quote_variants"].groupby("utterance_id"):
        # The pieces of a wording that its tag splits are printed as one.
        wording = rows["wording_id"].fillna(rows["doc_id"] + ":" + rows["start"].astype(str))
        rows = rows.assign(text=rows.groupby(wording)["text"].transform(" … ".join)).loc[~wording.duplicated()]
        ranked = rows.assign(shorter=rows["change"] != "fullest", length=-rows["text"].str.len())
        wordings = {}
        for row in ranked.sort_values(["shorter", "length", "doc_id"]).itertuples():
            words = () if row.change in {"fullest", "same"} else re.findall(r"\w+", row.text.casefold())
            wordings.setdefault(tuple(words), []).append(row)
        parts = []
        for same in wordings.values():
            printing = [labels[doc] for doc in sorted({row.doc_id for row in same})]
            parts.append(f"{listed(printing, 5)}: “{' '.join(same[0].text.split())}” ({same[0].change})")
        utterances.append((len(wordings) == 1, -rows["doc_id"].nunique(), name, f"{'; '.join(parts)}."))
    told = [words for *_, words in sorted(utterances)]
    rest = [f"And {len(told) - 10} more, in compare/quote_variants."] if len(told) > 10 else []
    assert FIGURES["quote_variants"](run_tables).alt == " ".join([*told[:10], *rest])
