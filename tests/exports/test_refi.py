"""The REFI-QDA files, read back by the rules of their schemas."""

import re
import xml.etree.ElementTree as ET
import zipfile

import pytest

from samestory.exports.archive import archive
from samestory.exports.codes import code_tree
from samestory.exports.refi import write_codebook, write_project
from samestory.exports.rights import MASK, Rights

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What each element may hold, in this order, and which attributes it must and may have: Codebook.xsd and Project.xsd
# of REFI-QDA 1.5, as far as they are used.
RULES = {
    "CodeBook": (["Codes"], set(), {"origin"}),
    "Codes": (["Code"], set(), set()),
    "Code": (["Description", "Code"], {"guid", "name", "isCodable"}, set()),
    "Description": ([], set(), set()),
    "Project": (["Users", "CodeBook", "Sources"], {"name"}, {"origin"}),
    "Users": (["User"], set(), set()),
    "User": ([], {"guid"}, {"name"}),
    "Sources": (["TextSource"], set(), set()),
    "TextSource": (["Description", "PlainTextSelection"], {"guid"}, {"name", "plainTextPath"}),
    "PlainTextSelection": (
        ["Description", "Coding"],
        {"guid", "startPosition", "endPosition"},
        {"name", "creatingUser"},
    ),
    "Coding": (["CodeRef"], {"guid"}, {"creatingUser"}),
    "CodeRef": ([], {"targetGUID"}, set()),
}
ONE_OR_MORE = {"Codes", "Users", "Sources", "CodeBook", "Coding"}


def read_by_rules(content, namespace):
    """Parse a file, check every element against the rules, and give the root without its namespace."""
    root = ET.fromstring(content)  # noqa: S314 -- our own file
    for element in root.iter():
        space, name = re.fullmatch(r"\{(.*)\}(.*)", element.tag).groups()
        assert space == namespace
        element.tag = name
    for element in root.iter():
        children, must, may = RULES[element.tag]
        order = [children.index(child.tag) for child in element]
        assert order == sorted(order), element.tag
        assert element.tag not in ONE_OR_MORE or len(element)
        assert must <= set(element.attrib) <= must | may, element.tag
        assert all(GUID.fullmatch(value) for key, value in element.attrib.items() if "guid" in key.lower())
    return root


@pytest.fixture
def codes(codebook, tables):
    return code_tree(codebook, tables["claims/claims"], tables["claims/wording"])


@pytest.fixture
def project(tmp_path, tables, codes, rights):
    """The project, read back: its root and its texts by path."""
    with archive(tmp_path / "project.qdpx") as opened:
        write_project(opened, tables, codes, rights=rights, name="Ferry", origin="samestory 1")
    with zipfile.ZipFile(tmp_path / "project.qdpx") as opened:
        texts = {name: opened.read(name).decode("utf-8") for name in opened.namelist()}
    return read_by_rules(texts.pop("project.qde"), "urn:QDA-XML:project:1.0"), texts


def test_the_codebook_reads_back_with_its_questions_and_values(codes):
    root = read_by_rules("".join(write_codebook(codes, "samestory 1")), "urn:QDA-XML:codebook:1.0")
    top = root.find("Codes/Code")
    assert top.get("isCodable") == "false"
    questions = {
        code.get("name"): [value.get("name") for value in code.findall("Code")] for code in top.findall("Code")
    }
    assert questions == {"passengers": [], "injuries": ["none", "some"], "cause": ["stated"], "firm": []}
    assert top.find("Code/Description").text == "How many passengers?\nType: count"


def test_every_selection_is_its_text(project, rights, long):
    root, texts = project
    selected = {}
    for source in root.iter("TextSource"):
        path = source.get("plainTextPath").replace("internal://", "Sources/")
        assert path == f"Sources/{source.get('guid')}.txt"
        text = texts.pop(path)
        assert not text.startswith("\ufeff")
        assert "\r" not in text
        for selection in source.iter("PlainTextSelection"):
            stretch = text[int(selection.get("startPosition")) : int(selection.get("endPosition"))]
            selected[selection.find("Description").text.split(": ")[0]] = stretch
            assert selection.get("name") == Rights(full=False).quote(stretch)
    assert texts == {}
    assert [text for text in selected.values() if text != long] == [
        "40",
        "Nobody was hurt",
        "operator",
    ] or not rights.full
    shown = next(text for key, text in selected.items() if key.endswith("cause"))
    assert len(shown) == len(long)
    assert shown == long if rights.full else shown.startswith(long[:100]) and shown.endswith(f"·{MASK * 3}·")


def test_every_coding_names_a_code_of_the_project(project):
    root, _ = project
    codes = {code.get("guid"): code.get("name") for code in root.iter("Code")}
    coded = [codes[reference.get("targetGUID")] for reference in root.iter("CodeRef")]
    assert sorted(coded) == ["firm", "none", "passengers", "stated"]
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))


def test_a_project_without_claims_is_still_valid(tmp_path, tables):
    empty = {name: frame.iloc[:0] for name, frame in tables.items()}
    with archive(tmp_path / "project.qdpx") as opened:
        write_project(opened, empty, {}, rights=Rights(full=True), name="nothing", origin="samestory 1")
    with zipfile.ZipFile(tmp_path / "project.qdpx") as opened:
        read_by_rules(opened.read("project.qde"), "urn:QDA-XML:project:1.0")


def test_letters_that_xml_cannot_hold_are_replaced_one_for_one(tmp_path, tables, codes):
    tables["clean/texts"].loc[0, "text"] = tables["clean/texts"].loc[0, "text"].replace("stuck", "s\x00\x0b\ufffe\x1fk")
    with archive(tmp_path / "project.qdpx") as opened:
        write_project(opened, tables, codes, rights=Rights(full=True), name="\x00", origin="samestory 1")
    with zipfile.ZipFile(tmp_path / "project.qdpx") as opened:
        root = read_by_rules(opened.read("project.qde"), "urn:QDA-XML:project:1.0")
    assert root.get("name") == "\ufffd"


def test_an_archive_has_no_clock_and_no_compressor(tmp_path, tables, codes):
    for name in ("one", "two"):
        with archive(tmp_path / name) as opened:
            write_project(opened, tables, codes, rights=Rights(full=True), name="Ferry", origin="samestory 1")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with zipfile.ZipFile(tmp_path / "one") as opened:
        assert {(info.date_time[0], info.compress_type) for info in opened.infolist()} == {(1980, zipfile.ZIP_STORED)}
