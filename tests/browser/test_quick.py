"""The page of a tiny event: what articles say never runs, passages overlap, links hold."""

import pytest

from samestory.report import render
from samestory.tables import build

HOSTILE = "<script>window.stolen = 1</script><img src=x onerror='window.stolen = 2'> “Aurora” </script><!--"
TEXT = "one two three four five six seven eight nine ten eleven twelve"


@pytest.fixture(scope="session")
def small(event, tmp_path_factory):
    """The small event's page, with script tags in labels, titles, texts and the corpus's own words."""
    tables = event["make_tables"]()
    documents = tables["clean/documents"].to_dict("records")
    for row in documents:
        row.update(label=row["label"] + HOSTILE, title=HOSTILE)
    tables["clean/documents"] = build("clean/documents", documents)
    texts = tables["clean/texts"].to_dict("records")
    texts[2]["text"] += f"\n\n{HOSTILE}"
    tables["clean/texts"] = build("clean/texts", texts)
    path = tmp_path_factory.mktemp("small") / "index.html"
    path.write_text(render(tables, {}, {"title": HOSTILE, "event": HOSTILE}), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def nested(tmp_path_factory):
    """Two articles that share a passage, one inside it, and one that overlaps it."""
    places = {"whole": (0, 40), "inside": (8, 18), "over the end": (34, 55)}
    passages = [
        {
            "passage_id": f"a:{start}-{end}~b:{start}-{end}",
            "doc_a": "a",
            "doc_b": "b",
            **{f"{end_}_{side}": at for side in "ab" for end_, at in (("start", start), ("end", end))},
            "kind": "verbatim",
            "n_words": (end - start) // 5,
            "identity": 1.0,
            "text_a": TEXT[start:end],
            "text_b": TEXT[start:end],
        }
        for start, end in places.values()
    ]
    blank = {"role": "article", "n_chars": len(TEXT), "n_words": 12, "encoding": "utf-8", "sha256": "0" * 64}
    tables = {
        "clean/texts": build("clean/texts", [{"doc_id": doc, "text": TEXT} for doc in "ab"]),
        "clean/documents": build(
            "clean/documents", [{"doc_id": d, "label": d.upper(), "file": f"{d}.txt", **blank} for d in "ab"]
        ),
        "overlap/passages": build("overlap/passages", passages),
    }
    path = tmp_path_factory.mktemp("nested") / "index.html"
    path.write_text(render(tables, {}, {}), encoding="utf-8")
    return path


def test_what_an_article_says_never_runs(visit, small):
    page = visit(small)
    page.select_option("#left", "west")
    page.select_option("#right", "")
    assert HOSTILE in page.inner_text("#pane-left .text")
    assert HOSTILE in page.inner_text("#pane-left h3")
    assert HOSTILE in page.inner_text(".event")
    assert page.evaluate("window.stolen") is None
    # The page's pictures are its own: none came out of a text.
    assert page.eval_on_selector_all("img", "all => all.map(i => i.getAttribute('src'))") == [None]


def test_the_policy_stops_a_script_that_gets_in_all_the_same(chromium, small):
    page = chromium.new_page()
    page.goto(small.as_uri())
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.stolen = 3";
        const picture = document.createElement("img");
        picture.src = "https://example.org/x.png";
        document.body.append(script, picture);
    }""")
    assert page.evaluate("window.stolen") is None
    assert page.eval_on_selector("img:last-of-type", "picture => picture.naturalWidth") == 0
    page.close()


def test_passages_inside_and_over_each_other_are_told_apart(visit, nested):
    page = visit(nested)
    assert page.locator("#pane-left .badge").all_inner_texts() == ["1", "2", "3"]
    pieces = page.eval_on_selector_all(
        "#pane-left [data-passages]", "all => all.map(s => [s.textContent, s.className, s.dataset.passages.trim()])"
    )
    assert pieces == [
        [TEXT[0:8], "shared-1", "1"],
        [TEXT[8:18], "shared-2", "1  2"],
        [TEXT[18:34], "shared-1", "1"],
        [TEXT[34:40], "shared-2", "1  3"],
        [TEXT[40:55], "shared-1", "3"],
    ]
    # A click on letters of two passages means the shorter one.
    page.locator("#pane-left [data-passages]").nth(1).click()
    assert page.inner_text("#said").startswith("Passage 2,")
    assert page.evaluate("document.activeElement.closest('#pane-right') !== null")
    assert page.evaluate("document.activeElement.dataset.number") == "2"
    assert page.inner_text("#pane-right .now") == TEXT[8:18]


def test_odd_fragments_do_no_harm(visit, small):
    for fragment in (
        "claim=%E0%A4",
        "claim=__proto__",
        "conflict=toString",
        "at=west:9-3",
        "at=",
        "cut=x",
        "nothing",
        "=",
    ):
        page = visit(small, fragment=fragment)
        assert page.locator("#pane-left .text").count() == 1


def test_without_a_script_the_findings_and_tables_are_there(chromium, small):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small.as_uri())
    assert page.is_visible("text=Where they contradict each other")
    assert page.locator("#table-agreement tbody tr").count() == 2
    assert not page.is_visible("#desk")
    assert not page.is_visible("#table-agreement .filter")
    context.close()
