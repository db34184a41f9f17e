"""What a run rests on: checksums, parameters, the versions that are locked, and the methods in words."""

import hashlib
import locale
import os
import platform
import sys
import time
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from samestory.overlap.origins import count_origins
from samestory.words import count_words

# What corpus.yaml says of the choice of articles, in words.
CHOSEN = {"frame": "looked for in", "query": "searched with", "window": "published in", "retrieved": "retrieved"}
OVERLAP_TABLES = ("overlap/passages", "overlap/origins", "clean/documents")


def checksum(path: Path | str) -> str:
    """Give the SHA-256 of a file, in hexadecimal."""
    with Path(path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def checksums(paths: Iterable[Path | str], base: Path | str | None = None) -> dict[str, str]:
    """Give the SHA-256 of files by their path below ``base``, or by their name; sorted."""
    named = {(Path(path).relative_to(base).as_posix() if base else Path(path).name): path for path in paths}
    return {name: checksum(named[name]) for name in sorted(named)}


def locked_versions(lock: Path | str) -> dict[str, str]:
    """Read from uv.lock the versions of samestory and of every package it names itself, sorted; never the machine's.

    A package that is locked in two versions, each for its Python, has both: ``2.4.6 or 2.5.5``.
    """
    packages = tomllib.loads(Path(lock).read_text(encoding="utf-8"))["package"]
    versions: dict[str, list[str]] = {}
    for package in packages:
        versions.setdefault(package["name"], []).append(package.get("version", ""))
    own = next(package for package in packages if package["name"] == "samestory")
    wanted = sorted({dependency["name"] for dependency in own["dependencies"]})
    return {"samestory": own["version"], **{name: " or ".join(versions[name]) for name in wanted}}


def environment() -> dict[str, Any]:
    """Say what this machine is, for whoever looks into a difference; it never enters anything that is compared."""
    return {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "libc": " ".join(platform.libc_ver()).strip(),
        "cores": os.cpu_count(),
        "time_zone": list(time.tzname),
        "encoding": [sys.getfilesystemencoding(), locale.getpreferredencoding(False)],
        "locale": locale.setlocale(locale.LC_ALL, None),
        "hash_seed": os.environ.get("PYTHONHASHSEED", "random"),
    }


def methods(
    tables: Mapping[str, pd.DataFrame],
    *,
    selection: Mapping[str, Any] | None = None,
    questions: int = 0,
    version: str = "",
) -> list[str]:
    """Write the methods paragraph, sentence by sentence, as a paper would have it; every number is counted here.

    Args:
        tables: clean/texts, clean/documents, clean/segments, overlap/passages, overlap/origins, claims/claims,
            compare/reliability, compare/validation; a table that is missing is passed over.
        selection: ``selection`` of corpus.yaml.
        questions: variables of the codebook; 0 without one.
        version: of samestory.
    """
    return [
        *_chosen(selection or {}),
        *_corpus(tables),
        *_overlap(tables),
        *_claims(tables, questions),
        *_checks(tables),
        "Support is counted by article, outlet, origin and named source; support is not truth. Every result is given "
        "with its position in the article, in Unicode code points.",
        f"The analysis was run with samestory{f' {version}' if version else ''}; the versions of all packages are "
        "locked, and the checksums of texts, settings and tables are published with them.",
    ]


def _chosen(selection: Mapping[str, Any]) -> list[str]:
    """Say how the articles were chosen, as far as corpus.yaml does."""
    sentences = [_sentence(selection["inclusion"])] if selection.get("inclusion") else []
    details = [f"{words} {_flat(selection[key])}" for key, words in CHOSEN.items() if selection.get(key)]
    if details:
        sentences.append(f"The articles were {', '.join(details)}.")
    if "screened" in selection:
        out = f", {_count(selection['excluded'], 'of them')} left out" if "excluded" in selection else ""
        sentences.append(f"{_count(selection['screened'], 'article')} screened{out}.")
    return sentences


def _corpus(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    documents = tables.get("clean/documents")
    if documents is None:
        return []
    words, basis = int(documents["n_words"].sum()), documents["published_basis"].value_counts().to_dict()
    sentences = [f"The corpus has {_count(len(documents), 'article')} and {_count(words, 'word')}"]
    texts, segments = tables.get("clean/texts"), tables.get("clean/segments")
    if texts is not None and segments is not None:
        held = dict(zip(texts["doc_id"], texts["text"], strict=True))
        rows = segments[segments["kind"] == "furniture"]
        aside = sum(
            count_words(held[doc][start:end])
            for doc, start, end in zip(rows["doc_id"], rows["start"], rows["end"], strict=True)
        )
        where = _count(rows["doc_id"].nunique(), "article")
        sentences[0] += f"; {_count(aside, 'word')} of page furniture in {where} were set aside" if aside else ""
    sentences[0] += "."
    dates = [f"{basis[kind]} {kind}" for kind in ("printed", "metadata", "assumed") if kind in basis]
    return [*sentences, f"Dates of publication: {', '.join(dates)}." if dates else "No date of publication is known."]


def _overlap(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    passages, origins, documents = (tables.get(name) for name in OVERLAP_TABLES)
    sentences = []
    if passages is not None:
        kinds = passages["kind"].value_counts().to_dict()
        named = (("verbatim", "verbatim"), ("near_verbatim", "near verbatim"), ("paraphrase", "paraphrased"))
        parts = ", ".join(f"{kinds[kind]} {words}" for kind, words in named if kind in kinds)
        sentences.append(
            "Shared passages were found by winnowed word shingles (Schleimer, Wilkerson and Aiken 2003) and aligned "
            f"word by word: {_count(len(passages), 'passage')}{f' ({parts})' if parts else ''}."
        )
    if origins is not None and documents is not None and len(origins):
        # Press statements and agency originals define origins; they are no articles.
        articles = documents.loc[documents["role"] == "article", "doc_id"]
        low, high = count_origins(origins[origins["doc_id"].isin(articles)])
        count = _count(low, "origin") if low == high else f"between {low:,} and {high:,} origins"
        sentences.append(f"By printed credits and matching text the articles go back to {count}.")
    return sentences


def _claims(tables: Mapping[str, pd.DataFrame], questions: int) -> list[str]:
    claims = tables.get("claims/claims")
    if claims is None:
        return []
    asked = (
        f"a codebook of {_count(questions, 'question')}" if questions else "aligning the articles, without a codebook"
    )
    return [
        f"By rules and {asked}, {_count(len(claims), 'claim')} were coded, each with the source it is attributed to; "
        "no text was generated and no language model was used."
    ]


def _checks(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    reliability, validation = tables.get("compare/reliability"), tables.get("compare/validation")
    sentences = []
    if reliability is not None and len(reliability):
        coders = len(set(reliability["coder_a"]) | set(reliability["coder_b"]))
        sentences.append(
            f"{_count(coders, 'coder')}; agreement by question (Krippendorff's alpha) is in compare/reliability."
        )
    if validation is not None and len(validation):
        sentences.append(f"{_count(len(validation), 'question')} checked against hand coding, in compare/validation.")
    return sentences or ["No hand coding was given, so the program's coding is not validated on this corpus."]


def _count(number: int, noun: str) -> str:
    """Write a number with its noun: ``1 article``, ``2,500 words``."""
    return f"{number:,} {noun}{'s' * (number != 1 and noun != 'of them')}"


def _sentence(text: Any) -> str:
    flat = _flat(text)
    return flat if flat.endswith((".", "!", "?")) else f"{flat}."


def _flat(text: Any) -> str:
    return " ".join(str(text).split())
