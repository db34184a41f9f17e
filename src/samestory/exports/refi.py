"""REFI-QDA: the codebook (.qdc) and the project (.qdpx) that NVivo, MAXQDA, ATLAS.ti and QualCoder import.

REFI-QDA Standard 1.5 (Rotterdam Exchange Format Initiative, 2019): Codebook 1.0 and Project 1.0. The dates it allows
are left out; they would be those of the run. Positions count code points of the plain text, end exclusive.
"""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from samestory.exports.archive import add
from samestory.exports.codes import Code
from samestory.exports.identity import guid
from samestory.exports.plain import PlainText
from samestory.exports.rights import Rights, sha256
from samestory.exports.values import coded_value, records
from samestory.stored import labels_of, texts_of

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
# A selection's name is a label: an excerpt of it will do, whatever the rights.
NAMED = Rights(full=False)
# What XML 1.0 cannot hold.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_codebook(codes: Mapping[str, Code], origin: str) -> Iterator[str]:
    """Write the .qdc file.

    Args:
        codes: the codes by question.
        origin: the software and its version.
    """
    root = ET.Element("CodeBook", {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": origin})
    root.append(_codes(codes))
    yield XML + _written(root)


def write_project(
    opened: zipfile.ZipFile,
    tables: Mapping[str, pd.DataFrame],
    codes: Mapping[str, Code],
    *,
    rights: Rights,
    name: str,
    origin: str,
) -> None:
    """Write the parts of the .qdpx archive: project.qde and a plain text per article.

    Each claim and each name choice is a selection coded with its value, or with its question where the value is a
    number, a time or not in the codebook. Under ``rights: excerpts`` the texts keep their length, but what no excerpt
    shows is masked.

    Args:
        opened: the archive.
        tables: clean/texts, clean/documents, claims/claims, claims/wording.
        codes: the codes by question.
        rights: what the texts may show.
        name: the project's name.
        origin: the software and its version.
    """
    selections = _selections(tables)
    labels, texts = labels_of(tables), texts_of(tables)
    plain = {
        doc: PlainText(rights.show(text, [span[:2] for span in selections.get(doc, ())])) for doc, text in texts.items()
    }
    user = guid("user", "samestory")

    def project() -> Iterator[str]:
        head = ET.Element("Project", {"xmlns": "urn:QDA-XML:project:1.0", "name": _clean(name), "origin": origin})
        yield XML + _written(head).replace(" />", ">", 1)
        users, codebook = ET.Element("Users"), ET.Element("CodeBook")
        ET.SubElement(users, "User", {"guid": user, "name": "samestory"})
        codebook.append(_codes(codes))
        yield _written(users) + _written(codebook)
        yield "<Sources>\n" if texts else ""
        for doc, text in texts.items():
            source = ET.Element("TextSource", {"guid": _source_guid(doc, text), "name": _clean(labels[doc])})
            source.set("plainTextPath", f"internal://{source.get('guid')}.txt")
            ET.SubElement(source, "Description").text = _clean(f"doc_id {doc}, SHA-256 of the text {sha256(text)}")
            for selection in selections.get(doc, ()):
                source.append(_selection(source.get("guid", ""), plain[doc], selection, codes, user))
            yield _written(source)
        yield "</Sources>\n" if texts else ""
        yield "</Project>\n"

    add(opened, "project.qde", project())
    for doc, text in texts.items():
        add(opened, f"Sources/{_source_guid(doc, text)}.txt", [plain[doc].text])


Selection = tuple[int, int, str, str, str, str]


def _selections(tables: Mapping[str, pd.DataFrame]) -> Mapping[str, list[Selection]]:
    """Give each article's selections: start, end, id, question, value, description."""
    found: dict[str, list[Selection]] = defaultdict(list)
    for row in records(tables, "claims/claims"):
        held = ", ".join(
            part for part in (coded_value(row), row["scope"], row["certainty"], row["source"], row["event"]) if part
        )
        value = row["value"] or ""
        found[row["doc_id"]].append((row["start"], row["end"], row["claim_id"], row["variable"], value, held))
    for row in records(tables, "claims/wording"):
        held = row["voice"] + (f", {row['holder']}" if row["holder"] else "")
        own = f"{row['doc_id']}:{row['start']}-{row['end']}:{row['concept']}"
        found[row["doc_id"]].append((row["start"], row["end"], own, row["concept"], row["variant"], held))
    for rows in found.values():
        rows.sort()
    return found


def _selection(source: str, plain: PlainText, row: Selection, codes: Mapping[str, Code], user: str) -> ET.Element:
    """Make one coded selection of a source; its name is its text, cut to an excerpt."""
    start, end, key, question, value, held = row
    first, last = plain.at(start), plain.at(end)
    selection = ET.Element(
        "PlainTextSelection",
        {
            "guid": guid("selection", source, key), "name": _clean(NAMED.quote(plain.text[first:last])),
            "startPosition": str(first), "endPosition": str(last), "creatingUser": user,
        },
    )  # fmt: skip
    ET.SubElement(selection, "Description").text = _clean(f"{key}: {held}")
    coding = ET.SubElement(selection, "Coding", {"guid": guid("coding", source, key), "creatingUser": user})
    code = codes[question]
    ET.SubElement(coding, "CodeRef", {"targetGUID": code.values.get(value, code).guid})
    return selection


def _source_guid(doc: str, text: str) -> str:
    return guid("source", doc, sha256(text))


def _codes(codes: Mapping[str, Code]) -> ET.Element:
    """Make the tree of codes under one that is not for coding: the schemas want at least one."""
    root = ET.Element("Codes")
    top = ET.SubElement(root, "Code", {"guid": guid("codes"), "name": "questions", "isCodable": "false"})
    for code in codes.values():
        _append(top, code)
    return root


def _append(parent: ET.Element, code: Code) -> None:
    element = ET.SubElement(parent, "Code", {"guid": code.guid, "name": _clean(code.name), "isCodable": "true"})
    if code.description:
        ET.SubElement(element, "Description").text = _clean(code.description)
    for value in code.values.values():
        _append(element, value)


def _clean(text: str) -> str:
    """Replace what XML cannot hold by U+FFFD, letter for letter."""
    return FORBIDDEN.sub("\ufffd", text)


def _written(element: ET.Element) -> str:
    ET.indent(element, " ")
    return ET.tostring(element, encoding="unicode") + "\n"
