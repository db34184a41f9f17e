import itertools
import json

import pytest
from lxml.html import fromstring

from samestory.cleaning.metadata import page_facts, shown_headline
from samestory.cleaning.page import main_text


def page(head="", linked=None, body="<h1>Ferry runs aground in fog</h1>"):
    script = f"<script type='application/ld+json'>{json.dumps(linked)}</script>" if linked else ""
    return f"<html><head><title>Ferry runs aground in fog | Bell</title>{head}{script}</head><body>{body}</body></html>"


def facts(head="", linked=None):
    return page_facts(fromstring(page(head, linked)))


def test_json_ld_wins_over_meta_tags():
    head = (
        "<meta property='og:title' content='Fog and a ferry'><meta property='og:site_name' content='bell.example'>"
        "<meta property='article:published_time' content='2024-02-04T00:00:00Z'><meta name='author' content='Staff'>"
    )
    linked = {
        "@type": ["NewsArticle"],
        "headline": "Ferry runs aground in fog",
        "author": [{"@type": "Person", "name": "Ann Low"}, {"@type": "Person", "name": "Bo Reed"}],
        "publisher": {"@type": "Organization", "name": "The Bell"},
        "datePublished": "2024-02-03T08:15:00.000+01:00",
    }
    assert facts(head, {"@graph": [{"@type": "WebPage", "name": "x"}, linked]}) == {
        "title": "Ferry runs aground in fog",
        "byline": "Ann Low; Bo Reed",
        "outlet": "The Bell",
        "published": "2024-02-03T08:15:00+01:00",
    }
    assert facts(head) == {
        "title": "Fog and a ferry", "byline": "Staff", "outlet": "bell.example", "published": "2024-02-04T00:00:00Z"
    }  # fmt: skip


def test_what_a_template_filled_in_by_mistake_is_no_fact():
    linked = {"@type": "NewsArticle", "headline": "newsroom5", "datePublished": "0001-01-01T00:00:00Z"}
    head = "<meta property='article:author' content='https://example.org/bell'>"
    assert facts(head, linked) == {}


@pytest.mark.parametrize("script", ["", "{", "[[[[[[[[1]]]]]]]]", '"NewsArticle"', '{"@type": 5}', "[" * 100000])
def test_json_ld_that_says_nothing(script):
    assert page_facts(fromstring(f"<html><script type='application/ld+json'>{script}</script><p>x</p></html>")) == {}


def test_a_page_is_not_read_again_by_the_charset_it_declares():
    body = "<article>" + "<p>Die Fähre lief am Montag im dichten Nebel auf Grund, wie die Reederei erklärte.</p>" * 3
    # Half a pair makes lxml read bytes, which it would decode as declared.
    for declared, odd in itertools.product(("iso-8859-7", "utf-16", "utf-32", "no-such"), ("", "\ud83d")):
        source = f"<?xml version='1.0' encoding='{declared}'?>" + page(body=body.replace("Nebel", f"Nebel{odd}"))
        found = main_text(source).text
        assert "Fähre" in found
        assert "\ufffd" not in found


@pytest.mark.parametrize("mark", [" | ", " - ", " – ", ": ", "："])
def test_the_name_of_the_outlet_is_no_part_of_the_headline(mark):
    outlet = "<meta property='og:site_name' content='The Bell'>"
    for title in (f"Ferry runs aground in fog{mark}The Bell", f"The Bell{mark}Ferry runs aground in fog"):
        head = f"<meta property='og:title' content='{title}'>{outlet}"
        assert facts(head)["title"] == "Ferry runs aground in fog"
    assert facts(f"<meta property='og:title' content='Who rings The Bell'>{outlet}")["title"] == "Who rings The Bell"


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("Harbour news", ["Ferry runs aground in fog"]),
        ("Ferry runs aground in fog - The Harbour Bell", []),
        ("Ferry runs aground in fog - The Harbour Bell", ["The Harbour Bell"]),
        ("Fog and a ferry - The Harbour Bell", ["The Harbour Bell", "Ferry runs aground in fog"]),
        ("Ferry runs aground in fog", ["<span>Transport</span> <span>Ferry runs aground in fog</span>"]),
    ],
)
def test_a_page_that_says_nothing_of_itself_shows_its_headline(title, headings):
    shown = "".join(f"<h1>{heading}</h1>" for heading in headings)
    tree = fromstring(f"<html><head><title>{title}</title></head><body>{shown}<p>x</p></body></html>")
    assert shown_headline(tree, "") == "Ferry runs aground in fog"


def test_a_heading_outside_the_article_is_the_title_of_the_page():
    paragraphs = "<p>The ferry ran aground in dense fog on Monday, and nobody was hurt, the line said.</p>" * 3
    body = f"<div><a href='/'>Home</a></div><h1>Ferry runs aground in fog</h1>{paragraphs}"
    found = main_text(f"<html><body>{body}</body></html>")
    assert found.facts["title"] == "Ferry runs aground in fog"
