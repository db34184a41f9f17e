"""The page: one file, no network, nothing of an article becomes markup."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from samestory.figures import FIGURES, save
from samestory.report import READS, ReportSettings, read_pictures, render
from samestory.tables import build, published_tables

VOID = {"meta", "img", "input", "br"}


class Reader(HTMLParser):
    """Elements with their attributes, scripts and styles as text; checks that elements close in order."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements, self.raw, self.open, self.words = [], {"script": [], "style": []}, [], []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
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
    assert len(reader.raw["script"]) == 2
    assert "<script>alert" not in page
    assert "<b>Web" not in page
    assert "<i>Aurora" not in page
    room = json.loads(reader.raw["script"][0])
    assert room["articles"][2]["chunks"] == [
        [0, "A ship hit the rocks. <script>alert(1)</script> Tickets cost $5 to $9.\n\nSubscribe now"]
    ]


def test_the_policy_allows_its_own_script_and_style_only(page):
    reader = parse(page)
    policy = next(a["content"] for tag, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    for kind, text in (("script", reader.raw["script"][1]), ("style", reader.raw["style"][0])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
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
            assert attributes["src"].startswith("data:image/svg+xml;base64,")


def test_every_link_leads_to_something(page):
    reader = parse(page)
    ids = {attributes["id"] for _, attributes in reader.elements if "id" in attributes}
    room = json.loads(reader.raw["script"][0])
    known = {
        "claim": room["claims"],
        "conflict": room["conflicts"],
        "cut": room["cuts"],
        "passage": {passage[9] for passage in room["passages"]},
        "article": {article["id"] for article in room["articles"]},
    }
    links = [attributes["href"][1:] for tag, attributes in reader.elements if tag == "a"]
    assert links
    for link in links:
        kind, _, target = link.replace("%3D", "=").replace("%3A", ":").replace("%7E", "~").partition("=")
        assert link in ids or target in known[kind]


def test_the_first_screen_says_what_was_found(page):
    words = " ".join(" ".join(parse(page).words).split())
    assert "3 articles, between 2 and 3 origins" in words
    assert "hurt: Nobody was hurt against Two passengers were hurt" in words
    assert "South Mail , on the word of harbour master" in words
    assert "Support is not truth" in words


def test_every_picture_has_words_for_who_cannot_see_it(page):
    pictures = [attributes for tag, attributes in parse(page).elements if tag == "img"]
    assert len(pictures) == len(FIGURES)
    assert all(picture["alt"] for picture in pictures)


def test_the_same_page_twice(tables):
    assert render(tables, {}, {}) == render(tables, {}, {})


def test_an_empty_run_gives_a_page():
    reader = parse(render({}, {}, {}))
    assert "No article" in " ".join(reader.words)


def test_excerpts_leave_out_the_rest_of_a_text(tables):
    page = render(tables, {}, {"rights": "excerpts"})
    assert "Tickets cost" not in page
    assert "Two passengers were hurt" in page


def test_a_large_corpus_links_only_what_the_reading_room_has(tables):
    page = render(tables, {}, {}, ReportSettings(max_documents=1, max_rows=1))
    room = json.loads(parse(page).raw["script"][0])
    assert [article["id"] for article in room["articles"]] == ["north"]
    assert "Shown: 1 of 3 articles" in page
    assert "The first 1 of 4 rows; all are in claims/claims." in page
    assert not re.search(r'href="#claim%3Dsouth', page)


def test_lone_surrogates_do_not_stop_it(tables):
    texts = tables["clean/texts"].to_dict("records")
    texts[2]["text"] = texts[2]["text"].replace("ship", "sh\x00p")
    tables["clean/texts"] = build("clean/texts", texts)
    assert render(tables, {}, {}).encode("utf-8")


def test_what_is_read_is_published():
    assert set(READS) <= set(published_tables())
