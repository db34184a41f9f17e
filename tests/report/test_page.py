"""The page: one file, no network, nothing of an article becomes markup."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from samestory.figures import FIGURES, save
from samestory.reads import REPORT_READS
from samestory.report import ReportSettings, read_pictures, render
from samestory.tables import build

VOID = {"meta", "img", "input", "br"}


class Reader(HTMLParser):
    """Elements with their attributes, scripts and styles as text; checks that elements close in order."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements, self.raw, self.open, self.words = [], {}, [], []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"script", "style"}:
            self.raw[dict(attrs).get("id", tag)] = ""
            self.inside = dict(attrs).get("id", tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in {"script", "style"}:
            self.raw[self.inside] += data
        else:
            self.words.append(data)


def parse(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def page(event, tmp_path_factory):
    tables, tmp_path = event["make_tables"](), tmp_path_factory.mktemp("figures")
    for name, draw in FIGURES.items():
        save(draw(tables), tmp_path, name)
    return render(tables, read_pictures(tmp_path, list(FIGURES)), {"title": "Ferry <i>Aurora</i>"})


def test_an_article_with_a_script_stays_words(page):
    reader = parse(page)
    assert {name for name in reader.raw if not name.startswith("rows-")} == {"style", "data", "script"}
    assert "<script>alert" not in page
    assert "<b>Web" not in page
    assert "<i>Aurora" not in page
    room = json.loads(reader.raw["data"])
    assert (
        room["articles"][2]["text"]
        == "A ship hit the rocks. <script>alert(1)</script> Tickets cost $5 to $9.\n\nSubscribe now"
    )


def test_the_policy_allows_its_own_script_and_style_only(page):
    reader = parse(page)
    policy = next(a["content"] for tag, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(reader.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched_and_nothing_runs_inline(page):
    for tag, attributes in parse(page).elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        if tag != "a":
            assert "href" not in attributes
        else:
            assert attributes["href"].startswith("#")
        if "src" in attributes:
            assert attributes["src"].startswith("data:image/svg+xml,")


def test_every_link_leads_to_something(page):
    reader = parse(page)
    ids = {attributes["id"] for _, attributes in reader.elements if "id" in attributes}
    room = json.loads(reader.raw["data"])
    known = {
        "claim": room["claims"],
        "conflict": room["conflicts"],
        "cut": room["cuts"],
        "passage": {f"{p[1]}:{p[2]}-{p[3]}~{p[4]}:{p[5]}-{p[6]}" for p in room["passages"]},
        "article": {article["id"] for article in room["articles"]},
    }
    links = [unquote(attributes["href"][1:]) for tag, attributes in reader.elements if tag == "a"]
    for name, rows in reader.raw.items():
        if name.startswith("rows-"):
            links += [cell[2] for row in json.loads(rows) for cell in row if isinstance(cell, list) and len(cell) > 2]
    assert {link.partition("=")[0] for link in links} >= {"claim", "conflict", "cut", "passage", "article", "at"}
    for link in links:
        kind, _, target = link.partition("=")
        if kind == "at":
            doc, start, end = re.fullmatch(r"(.*):(\d+)-(\d+)", target).groups()
            assert doc in known["article"]
            assert int(start) < int(end)
        else:
            assert link in ids or target in known[kind]


def test_the_first_screen_says_what_was_found(page):
    words = " ".join(" ".join(parse(page).words).split())
    assert "3 articles, between 2 and 3 origins" in words
    assert "Hurt: Nobody was hurt against Two passengers were hurt" in words
    assert "South Mail , on the word of harbour master" in words
    assert "Support is not truth" in words


def test_a_table_that_is_shown_whole_offers_no_more(page):
    assert not re.search(r"Show -\d+ more", page)


def test_every_picture_has_words_for_who_cannot_see_it(page):
    pictures = [attributes for tag, attributes in parse(page).elements if tag == "img"]
    # The last is the empty one into which a figure is enlarged.
    assert len(pictures) == len(FIGURES) + 1
    assert all(picture["alt"] for picture in pictures[:-1])


def test_a_picture_is_the_figures_own_drawing(event, tmp_path):
    save(FIGURES["voices"](event["make_tables"]()), tmp_path, "voices")
    page = render({}, read_pictures(tmp_path, ["voices"]), {})
    address = next(attributes["src"] for tag, attributes in parse(page).elements if tag == "img")
    drawn = unquote(address.removeprefix("data:image/svg+xml,")).replace("'", '"').split()
    assert drawn == (tmp_path / "voices.svg").read_text(encoding="utf-8").replace("'", '"').split()


def test_the_same_page_twice(tables):
    assert render(tables, {}, {}) == render(tables, {}, {})


def test_an_empty_run_gives_a_page():
    reader = parse(render({}, {}, {}))
    assert "No article" in " ".join(reader.words)


@pytest.mark.parametrize(("rights", "kept"), [("excerpts", True), (None, True), ("full", False)])
def test_a_page_of_whole_texts_says_whether_it_may_be_passed_on(tables, rights, kept):
    words = " ".join(parse(render(tables, {}, {"rights": rights})).words)
    assert ("this page is for those who have the articles" in words) is kept


def test_a_large_corpus_links_only_what_the_reading_room_has(tables):
    page = render(tables, {}, {}, ReportSettings(max_documents=1, max_rows=1))
    room = json.loads(parse(page).raw["data"])
    assert [article["id"] for article in room["articles"]] == ["north"]
    assert "Shown: 1 of 3 articles" in page
    assert "The first 1 of 4 rows; all are in claims/claims." in page
    assert not re.search(r'href="#claim%3Dsouth', page)
    assert "article=south" not in page


def test_contradictions_are_grouped_by_question(tables):
    conflicts = tables["compare/conflicts"].to_dict("records")
    again = {**conflicts[0], "conflict_id": conflicts[0]["conflict_id"] + "2", "confidence": 0.5}
    tables["compare/conflicts"] = build("compare/conflicts", [*conflicts, again])
    words = " ".join(" ".join(parse(render(tables, {}, {"questions": {"hurt": "Who was hurt?"}})).words).split())
    assert words.count("Hurt: Nobody was hurt against Two passengers were hurt") == 1
    assert "Who was hurt?" in words
    assert "1 more pair on this question" in words


def test_every_article_that_holds_a_side_of_a_contradiction_is_named(tables):
    conflict = {**tables["compare/conflicts"].to_dict("records")[0]}
    conflict |= {"documents_a": '["north", "west"]', "documents_b": '["south"]'}
    tables["compare/conflicts"] = build("compare/conflicts", [conflict])
    words = " ".join(" ".join(parse(render(tables, {}, {})).words).split())
    assert "North Post , in its own voice; the same value also in West <b>Web</b>" in words
    assert "South Mail , on the word of harbour master; the same value" not in words


def test_cleaning_at_a_glance(page):
    rows = json.loads(parse(page).raw["rows-cleaning"])
    words = [[cell if isinstance(cell, str) else cell[0] for cell in row] for row in rows]
    assert [row[0] for row in words] == ["North Post", "South Mail", "West <b>Web</b>"]
    # West: 14 words of text, and 2 of page furniture by the rule named beside them.
    assert words[2][1:6] == ["16", "14", "", "2 (12 %)", "hand 2"]


def test_lone_surrogates_do_not_stop_it(tables):
    texts = tables["clean/texts"].to_dict("records")
    texts[2]["text"] = texts[2]["text"].replace("ship", "sh\x00p")
    tables["clean/texts"] = build("clean/texts", texts)
    assert render(tables, {}, {}).encode("utf-8")


def test_the_tables_that_are_read_are_those_that_the_rule_names(tables, asked_for):
    recorded = asked_for(tables)
    render(recorded, {}, {})
    assert recorded.names == set(REPORT_READS)


def test_a_contradiction_found_by_alignment_says_so(tables):
    claims = [{**row, "variable_origin": "auto"} for row in tables["claims/claims"].to_dict("records")]
    asked = "do both speak of one thing?"
    assert asked in render({**tables, "claims/claims": build("claims/claims", claims)}, {}, {})
    assert asked not in render(tables, {}, {})


def test_who_told_whom_is_said_in_words(tables):
    claims = tables["claims/claims"].to_dict("records")
    for row in claims:
        if row["source"] == "harbour master":
            row["attribution_path"] = "harbour master > AFP"
    tables["claims/claims"] = build("claims/claims", claims)
    assert "on the word of harbour master, via AFP" in " ".join(parse(render(tables, {}, {})).words)
