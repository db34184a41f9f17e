"""Statements for the Discourse Network Analyzer, as rDNA's documented functions take them.

DNA has no file of statements to import; its R package adds them to a database with ``dna_addDocuments`` and
``dna_addStatement`` (rDNA 3). The two tables have the arguments of these functions as columns; ``import.R`` reads
them and calls the functions. Positions count UTF-16 code units of the text, as Java does.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import pandas as pd

from samestory.claims.coding.codebook import is_negative
from samestory.exports.plain import PlainText
from samestory.exports.rights import Rights, sha256
from samestory.exports.values import coded_value, records
from samestory.stored import spans_of, texts_of

# DNA wants a date; this one says that none is known.
NO_DATE = "1970-01-01"


def dna_documents(tables: Mapping[str, pd.DataFrame], *, rights: Rights) -> pd.DataFrame:
    """Give the arguments of ``dna_addDocuments``, a row per article.

    Args:
        tables: clean/texts, clean/documents, claims/claims.
        rights: what the texts may show.

    Returns:
        Columns document (1, 2, … in the order of ids), doc_id, title, text, author, source, section, type, notes,
        date_time (ISO 8601, UTC where it has no offset; 1970-01-01 where no date is known).
    """
    spans, texts = spans_of(tables, "claims/claims"), texts_of(tables)
    rows = []
    for number, row in enumerate(records(tables, "clean/documents"), 1):
        doc = row["doc_id"]
        rows.append(
            {
                "document": number,
                "doc_id": doc,
                "title": rights.quote(row["title"] or row["label"]),
                "text": PlainText(rights.show(texts[doc], spans.get(doc, ()))).text,
                "author": rights.quote(row["byline"] or ""),
                "source": row["outlet"] or row["label"],
                "section": "",
                "type": row["role"],
                "notes": f"doc_id {doc}; SHA-256 of the text {sha256(texts[doc])}",
                "date_time": row["published"] or NO_DATE,
            }
        )
    return pd.DataFrame.from_records(rows, columns=list(DOCUMENT_COLUMNS))


def dna_statements(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Give the arguments of ``dna_addStatement``, a row per claim.

    The source of a claim, or the outlet where the article says it itself, is DNA's ``organization``: the tables do not
    tell persons from bodies, and ``person`` stays empty. Who denies what the concept says has ``agreement`` 0; a
    concept that itself says no ("casualties: none reported") is agreed with.

    Args:
        tables: clean/texts, clean/documents, claims/claims.

    Returns:
        Columns claim_id, document (of documents.csv), startCaret, endCaret (UTF-16 code units, end exclusive),
        statementType, organization, concept, agreement.
    """
    documents = list(records(tables, "clean/documents"))
    numbers = {row["doc_id"]: number for number, row in enumerate(documents, 1)}
    outlets = {row["doc_id"]: row["outlet"] or row["label"] for row in documents}
    texts = {doc: PlainText(text) for doc, text in texts_of(tables).items()}
    rows = []
    for row in records(tables, "claims/claims"):
        doc = row["doc_id"]
        rows.append(
            (
                row["claim_id"],
                numbers[doc],
                texts[doc].units_at(row["start"]),
                texts[doc].units_at(row["end"]),
                "DNA Statement",
                row["source"] or outlets[doc],
                f"{row['variable']}: {coded_value(row)}" + (f" ({row['scope']})" if row["scope"] else ""),
                0 if _denies(row) else 1,
            )
        )
    return pd.DataFrame.from_records(rows, columns=list(STATEMENT_COLUMNS))


def _denies(claim: Mapping[str, Any]) -> bool:
    """Say whether a claim denies the value it is coded to."""
    says_no = claim["high"] == 0 or (claim["value"] is not None and is_negative(claim["value"]))
    return claim["polarity"] == "negative" and not says_no


DOCUMENT_COLUMNS = (
    "document", "doc_id", "title", "text", "author", "source", "section", "type", "notes", "date_time",
)  # fmt: skip
STATEMENT_COLUMNS = (
    "claim_id", "document", "startCaret", "endCaret", "statementType", "organization", "concept", "agreement",
)  # fmt: skip


def import_script() -> Iterator[str]:
    """Give the R script that reads both tables and adds them to the open DNA database."""
    yield files("samestory.exports").joinpath("import_dna.R").read_text(encoding="utf-8")
