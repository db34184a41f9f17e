"""The methods paragraph, ready to cite: how the articles were chosen, n, coders, agreement, parameters, hashes."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from samestory.figures.selection import count_texts
from samestory.phrasing import count, listed
from samestory.report.listing_texts import set_aside
from samestory.stored import count_rows, table

# corpus.yaml's words on how the articles were chosen, in the order of a methods section.
SELECTION = {
    "frame": "They were looked for in: {}.",
    "query": "Query: {}.",
    "window": "Dates searched: {}.",
    "retrieved": "Retrieved on {}.",
    "screened": "Looked at: {}.",
    "excluded": "Left out: {}.",
}
LIMITS = (
    "Support is counted by article, outlet, origin and named source; support is not truth. No match in this corpus "
    "is not independence, not detected is not silence, and a purposive corpus describes itself."
)


def methods(tables: Mapping[str, pd.DataFrame], about: Mapping[str, Any]) -> list[str]:
    """Write the paragraph's sentences.

    Args:
        tables: the published tables.
        about: what the corpus says of itself, as for samestory.report.render.
    """
    return [
        *_corpus(tables, str(about.get("title") or "").strip()),
        *_selection(about.get("selection") or {}),
        *_found(tables, about),
        *_coders(tables),
        LIMITS,
        *_identity(tables, about),
    ]


def corpus_hash(tables: Mapping[str, pd.DataFrame]) -> str:
    """Give the SHA-256 of the articles: of their ids and hashes (clean/documents), one line each, sorted by id."""
    documents = table(tables, "clean/documents")
    lines = (f"{sha}  {doc}\n" for doc, sha in sorted(zip(documents["doc_id"], documents["sha256"], strict=True)))
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def _corpus(tables: Mapping[str, pd.DataFrame], title: str) -> Iterable[str]:
    documents = table(tables, "clean/documents")
    articles = documents[documents["role"] == "article"]
    outlets = articles["outlet"].dropna().nunique()
    whose = "" if len(articles) == len(documents) else ", the articles"
    of = f"{whose} of {count(outlets, 'outlet')}" if outlets else ""
    basis = documents["published_basis"].value_counts().to_dict()
    dates = ", ".join(f"{basis[b]} {b}" for b in ("printed", "metadata", "assumed") if b in basis)
    days = sorted(str(day)[:10] for day in documents["published"].dropna())
    if days:
        span = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
        dates = f"Published {span} (dates: {dates})." if dates else f"Published {span}."
    else:
        dates = "No date of publication is known."
    words = count(int(documents["n_words"].sum()), "word")
    name = f"The corpus “{title}”" if title else "The corpus"
    yield f"{name} holds {count_texts(documents['role'])}{of}, {words}. {dates}"


def _selection(selection: Mapping[str, Any]) -> Iterable[str]:
    """How the articles were chosen; said too when nobody said it."""
    if inclusion := str(selection.get("inclusion", "")).strip():
        yield inclusion if inclusion.endswith((".", "!", "?")) else f"{inclusion}."
    for key, words in SELECTION.items():
        if key in selection:
            yield words.format(str(selection[key]).strip().rstrip("."))
    if not selection:
        yield "How they were chosen is not stated (corpus.yaml, selection)."


def _found(tables: Mapping[str, pd.DataFrame], about: Mapping[str, Any]) -> Iterable[str]:
    asked, aligned = (
        table(tables, "claims/claims", ("variable",), {"variable_origin": [origin]})["variable"].nunique()
        for origin in ("codebook", "auto")
    )
    how = [
        *([f"{count(asked, 'question')} of the codebook"] if asked else []),
        *([f"{count(aligned, 'question')} found by alignment"] if aligned else []),
    ]
    yield f"Cleaning deletes nothing: {set_aside(tables)}."
    yield (
        f"{count(count_rows(tables, 'overlap/passages'), 'shared passage')} and "
        f"{count(count_rows(tables, 'claims/claims'), 'claim')}"
        f"{f' on {listed(how)}' if how else ''} were found by rules and alignment; no text was generated and no "
        "language model was used."
    )
    if parameters := about.get("parameters"):
        yield f"Parameters of the search for passages: {', '.join(f'{k} {v}' for k, v in parameters.items())}."


def _coders(tables: Mapping[str, pd.DataFrame]) -> Iterable[str]:
    reliability, validation = table(tables, "compare/reliability"), table(tables, "compare/validation")
    if len(reliability):
        coders = sorted(set(reliability["coder_a"]) | set(reliability["coder_b"]))
        alpha = reliability["krippendorff_alpha"].dropna()
        units = int(reliability["n"].max())
        yield (
            f"{count(len(coders), 'coder')} ({listed(coders)}) were compared on "
            f"{count(int(reliability['variable'].nunique()), 'question')} and up to {count(units, 'article')}; "
            + (
                f"Krippendorff's alpha runs from {alpha.min():.2f} to {alpha.max():.2f}."
                if len(alpha)
                else "too few for Krippendorff's alpha, so agreement is given as counts."
            )
        )
    if len(validation):
        yield (
            f"The program was checked against hand coding of {count(int(validation['n'].max()), 'article')} on "
            f"{count(len(validation), 'question')}."
        )
    if not len(reliability) and not len(validation):
        yield "No hand coding was given: the program's coding is not validated on this corpus."


def _identity(tables: Mapping[str, pd.DataFrame], about: Mapping[str, Any]) -> Iterable[str]:
    hashes = [f"articles {corpus_hash(tables)}"] if len(table(tables, "clean/documents")) else []
    hashes += [f"{name} {value}" for name, value in (about.get("hashes") or {}).items()]
    if hashes:
        yield f"SHA-256: {'; '.join(hashes)}."
    if versions := about.get("versions"):
        either = any(" or " in version for version in versions.values())
        note = "; the results are the same with either of two versions, and environment.json of a run names its own"
        yield f"Versions: {', '.join(f'{name} {version}' for name, version in versions.items())}{note * either}."
