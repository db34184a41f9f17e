"""Listings of what is said: agreement, differences, claims, attributions, quotations and their variants."""

import pandas as pd

from samestory.claims.sources.words import shown_name
from samestory.figures.moments import say_moment
from samestory.figures.style import AGREEMENT, TELLING
from samestory.phrasing import listed, say_variable
from samestory.report.findings import json_list
from samestory.report.listing import Item, Listing, Row, Sources, measure, number, plain, snippet
from samestory.report.quoting import path_words
from samestory.stored import rows, table

WITHIN = {
    "none": "",
    "sources_disagree": "its sources disagree",
    "voice_inconsistent": "its own voice and what it tells disagree",
    "zone_inconsistent": "headline or summary and text disagree",
}
EVENTS = {"focal": "this event", "background": "background"}
# "Certainty" alone would not say what differs.
KINDS = {"certainty": "how sure", "attribution": "on whose word", "precision": "how precise"}
VOICES = {"narrator": "own"}
NAMINGS = {"named": "by name", "role_only": "by role", "anonymity_stated": "anonymity stated", "unattributed": "–"}


def said_listings(sources: Sources) -> list[Listing]:
    """Make the listings of claims, of their comparison, and of who is quoted."""
    return [
        _agreement(sources),
        _conflicts(sources),
        _claims(sources),
        _attributions(sources),
        _quotes(sources),
        _variants(sources),
        _wording(sources),
        *_coders(sources),
    ]


def _agreement(sources: Sources) -> Listing:
    def question(row: Row) -> Item:
        scope = plain(row["scope"])
        return Item(sources.question(row["variable"]) + (f", {scope}" if scope else ""))

    def origins(row: Row) -> Item:
        low, high = int(row["n_origins_min"]), int(row["n_origins_max"])
        return Item(f"{low}" if low == high else f"{low} to {high}", float(low))

    def missing(row: Row) -> Item:
        docs = json_list(row["not_detected"])
        return Item(listed([sources.labels.get(doc, doc) for doc in docs], 3), float(len(docs)))

    every = list(rows(table(sources.tables, "compare/agreement")))
    return sources.listing(
        "agreement",
        "Agreement",
        "Each question: do the articles go together, and how many carry an answer, by article, origin and source.",
        "compare/agreement",
        {
            "question": question,
            "between articles": lambda row: Item(AGREEMENT[row["between"]][1]),
            "values": lambda row: Item(" · ".join(map(say_moment, json_list(row["values"])))),
            "articles": lambda row: number(row["n_documents"]),
            "origins": origins,
            "sources": lambda row: number(row["n_sources"]),
            "claims in own voice": lambda row: number(row["n_unattributed"]),
            "inside one article": lambda row: Item(WITHIN[row["within"]]),
            "not detected in": missing,
        },
        sorted(every, key=lambda row: (TELLING.index(row["between"]), -row["n_documents"])),
    )


def _conflicts(sources: Sources) -> Listing:
    def question(row: Row) -> Item:
        target = sources.pair(row, f"conflict={row['conflict_id']}")
        return Item(sources.question(row["variable"]), target=target)

    return sources.listing(
        "conflicts",
        "Differences",
        "Two claims that do not go together, and how. Follow a claim to its sentence, a question to both.",
        "compare/conflicts",
        {
            "question": question,
            "kind": lambda row: Item(KINDS.get(row["kind"], plain(row["kind"]))),
            "level": lambda row: Item(plain(row["level"])),
            "first article": lambda row: sources.article(row["doc_a"]),
            "its claim (first)": lambda row: sources.claim(row["claim_a"]),
            "second article": lambda row: sources.article(row["doc_b"]),
            "its claim (second)": lambda row: sources.claim(row["claim_b"]),
            "confidence": lambda row: measure(row["confidence"]),
        },
    )


def _claims(sources: Sources) -> Listing:
    def printed(row: Row) -> Item:
        target = f"claim={row['claim_id']}" if row["doc_id"] in sources.shown else ""
        return Item(snippet(row["text"]), target=target)

    def value(row: Row) -> Item:
        return Item(sources.quotations[row["claim_id"]].value, None if pd.isna(row["low"]) else float(row["low"]))

    return sources.listing(
        "claims",
        "Claims",
        "Every claim as it stands in its article.",
        "claims/claims",
        {
            "question": lambda row: Item(sources.question(row["variable"])),
            "article": lambda row: sources.article(row["doc_id"]),
            "as printed": printed,
            "value": value,
            "how sure": lambda row: Item(row["certainty"]),
            "on whose word": lambda row: Item(
                plain(row["source"]) if pd.isna(row["attribution_path"]) else path_words(row["attribution_path"])
            ),
            "scope": lambda row: Item(plain(row["scope"])),
            "about": lambda row: Item(EVENTS.get(row["event"], "another event")),
        },
    )


def _who(canonical: object, printed: object) -> Item:
    """Name who speaks; nobody where only a pronoun does that stands for nobody known."""
    return Item(shown_name(plain(canonical), plain(printed)) or "")


def _attributions(sources: Sources) -> Listing:
    return sources.listing(
        "attributions",
        "Who says what",
        "Every statement that an article puts into somebody's mouth, quoted or not.",
        "claims/attributions",
        {
            "source": lambda row: _who(row["source_canonical"], row["source"]),
            "article": lambda row: sources.article(row["doc_id"]),
            "says": lambda row: sources.stretch(row["doc_id"], row["content_start"], row["content_end"]),
            "cue": lambda row: Item(plain(row["cue"]) + (" (negative)" if row["polarity"] == "negative" else "")),
            "quoted": lambda row: Item(row["type"]),
            "actor": lambda row: Item(plain(row["actor_type"])),
            "named": lambda row: Item(NAMINGS.get(row["naming"], plain(row["naming"]))),
        },
    )


def _quotes(sources: Sources) -> Listing:
    return sources.listing(
        "quotes",
        "Quotations",
        "Every stretch between quotation marks that quotes somebody.",
        "claims/quotes",
        {
            "speaker": lambda row: _who(row["speaker_canonical"], row["speaker"]),
            "article": lambda row: sources.article(row["doc_id"]),
            "words quoted": lambda row: sources.stretch(row["doc_id"], row["start"], row["end"]),
            "cue": lambda row: Item(plain(row["cue"])),
        },
    )


def _variants(sources: Sources) -> Listing:
    numbers: dict[str, int] = {}
    for row in sources.rows("compare/quote_variants"):
        numbers.setdefault(row["utterance_id"], len(numbers) + 1)
    return sources.listing(
        "variants",
        "One utterance, several wordings",
        "The same utterance as each article prints it, against the fullest; none is shown as the original.",
        "compare/quote_variants",
        {
            "utterance": lambda row: number(numbers[row["utterance_id"]]),
            "speaker": lambda row: Item(plain(row["speaker_canonical"])),
            "article": lambda row: sources.article(row["doc_id"]),
            "as printed": lambda row: sources.stretch(row["doc_id"], row["start"], row["end"]),
            "change": lambda row: Item(row["change"]),
        },
    )


def _wording(sources: Sources) -> Listing:
    return sources.listing(
        "wording",
        "Naming choices",
        "Which of the possible names stands where, in whose voice. A choice of name is no proof of bias.",
        "claims/wording",
        {
            "concept": lambda row: Item(say_variable(row["concept"])),
            "name chosen": lambda row: Item(plain(row["variant"])),
            "article": lambda row: sources.article(row["doc_id"]),
            "as printed": lambda row: sources.stretch(row["doc_id"], row["start"], row["end"]),
            "voice": lambda row: Item(VOICES.get(row["voice"], str(row["voice"]))),
            "whose": lambda row: Item(plain(row["holder"])),
        },
    )


def _coders(sources: Sources) -> list[Listing]:
    """Coder against coder and program against hand coding, where there is hand coding."""
    reliability = sources.listing(
        "reliability",
        "Coder against coder",
        "Krippendorff's alpha from 30 units on, with its 95 % interval; below, counts only.",
        "compare/reliability",
        {
            "question": lambda row: Item(sources.question(row["variable"])),
            "coders": lambda row: Item(f"{row['coder_a']} – {row['coder_b']}"),
            "articles": lambda row: number(row["n"]),
            "coded alike": lambda row: measure(row["agreement"]),
            "alpha": lambda row: measure(row["krippendorff_alpha"]),
            "from": lambda row: measure(row["ci_low"]),
            "to": lambda row: measure(row["ci_high"]),
        },
    )
    validation = sources.listing(
        "validation",
        "Program against hand coding",
        "How much of the hand coding the program finds, with the 95 % interval of F1.",
        "compare/validation",
        {
            "question": lambda row: Item(sources.question(row["variable"])),
            "articles": lambda row: number(row["n"]),
            "precision": lambda row: measure(row["precision"]),
            "recall": lambda row: measure(row["recall"]),
            "F1": lambda row: measure(row["f1"]),
            "from": lambda row: measure(row["ci_low"]),
            "to": lambda row: measure(row["ci_high"]),
        },
    )
    return [listing for listing in (reliability, validation) if listing.rows]
