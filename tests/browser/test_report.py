"""The report of the five articles, as its readers use it."""

import json
import re
from urllib.parse import quote

import pytest

WIDTHS = (360, 800, 1440)
VIOLATIONS = """async () => {
    const found = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] });
    return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`);
}"""
# What is wider than the window, unless it lies in something that scrolls by itself.
TOO_WIDE = """() => [...document.body.querySelectorAll("*")].filter(node => {
    if (!node.checkVisibility() || node.closest(".quiet, .skip")) return false;
    const scroller = node.parentElement.closest(".scroll, .frame");
    return !scroller && node.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5;
}).map(node => node.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def room(five):
    """What the reading room knows."""
    return json.loads(re.search(r'id="data">(.*?)</script>', five.read_text(encoding="utf-8"))[1])


def open_all(page):
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")


def test_under_two_megabytes_and_usable_within_a_second(visit, five):
    assert five.stat().st_size < 2_000_000
    times = []
    for _ in range(3):
        page = visit(five)
        page.wait_for_selector("#pane-right .badge")
        times.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    assert min(times) < 1000


def test_a_passage_leads_to_its_partner_and_back(visit, five):
    page = visit(five)
    number = page.locator("#pane-left .badge").last.inner_text()
    page.locator("#pane-left .badge").last.click()
    focused = "[document.activeElement.closest('#panes > article').id, document.activeElement.dataset.number]"
    assert page.evaluate(focused) == ["pane-right", number]
    inside = """() => {
        const [badge, pane] = [document.activeElement, document.activeElement.closest("#panes > article")];
        const [a, b] = [badge.getBoundingClientRect(), pane.getBoundingClientRect()];
        return a.top >= b.top && a.bottom <= b.bottom;
    }"""
    assert page.evaluate(inside)
    # The letters that are marked are the passage's, on both sides.
    sides = [re.sub(r"\W+", "", page.locator(f"#pane-{side} .now").first.inner_text()) for side in ("left", "right")]
    assert sides[0][:12].lower() == sides[1][:12].lower()
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == ["pane-left", number]


def test_every_passage_of_every_pair_has_its_partner(visit, five, room):
    page = visit(five)
    for passage in room["passages"]:
        number, a, start_a, end_a, b, start_b, end_b = passage[:7]
        page.evaluate("hash => { location.hash = hash; }", f"passage={a}:{start_a}-{end_a}~{b}:{start_b}-{end_b}")
        page.wait_for_function("number => document.activeElement.dataset.number === number", arg=str(number))
        for side, doc, start, end in (("left", a, start_a, end_a), ("right", b, start_b, end_b)):
            letters = next(article for article in room["articles"] if article["id"] == doc)["text"][start:end]
            assert "".join(page.locator(f"#pane-{side} .now").all_text_contents()) == letters


def test_a_claim_cell_opens_its_sentence(visit, five):
    page = visit(five)
    page.locator("#table-claims summary").click()
    link = page.locator("#table-claims tbody tr").nth(3).locator("a.open").nth(1)
    words = link.inner_text()
    link.click()
    page.wait_for_selector("#pane-left mark")
    assert page.evaluate("document.activeElement.id") == "pane-left"
    marked = " ".join("".join(page.locator("#pane-left mark").all_text_contents()).split())
    assert marked.startswith(words.rstrip("…"))
    assert page.locator("#pane-left mark").first.is_visible()
    assert page.evaluate("decodeURIComponent(location.hash.slice(1))").startswith("claim=")


def test_every_permanent_link_marks_its_letters(visit, five, room):
    page = visit(five)
    texts = {article["id"]: article["text"] for article in room["articles"]}
    for claim_id, (doc, start, end, *_) in room["claims"].items():
        page.evaluate("hash => { location.hash = hash; }", quote(f"claim={claim_id}"))
        page.wait_for_function(
            "letters => [...document.querySelectorAll('#pane-left mark')].map(m => m.textContent).join('') === letters",
            arg=texts[doc][start:end],
        )


def test_a_conflict_opens_both_sentences(visit, five):
    page = visit(five)
    page.locator(".pair a.open").first.click()
    page.wait_for_selector("#pane-right mark")
    assert page.locator("#pane-left mark").count() >= 1
    assert " against " in page.inner_text("#said")


def test_a_fragment_opens_by_itself(visit, five, room):
    claim_id, claim = next(iter(room["claims"].items()))
    page = visit(five, fragment=quote(f"claim={claim_id}"))
    assert page.locator("#pane-left mark").count() >= 1
    page = visit(five, fragment=quote(f"at={claim[0]}:0-20"))
    assert len("".join(page.locator("#pane-left mark").all_text_contents())) == 20


def test_what_a_copy_left_out_is_underlined_in_its_sibling(visit, five):
    page = visit(five)
    page.locator("#findings details", has_text="lacks").first.locator("summary").click()
    page.locator("#findings a.open[href^='#cut']").first.click()
    page.wait_for_selector("#pane-right .cut")
    assert "lacks" in page.inner_text("#said")


def test_a_table_sorts_and_filters(visit, five):
    page = visit(five)
    column = "[...document.querySelectorAll('#table-agreement tbody tr')].map(r => r.cells[%d].textContent)"
    page.get_by_role("button", name="articles", exact=True).click()
    numbers = [int(words) for words in page.evaluate(column % 3)]
    assert numbers == sorted(numbers)
    page.get_by_role("button", name="articles", exact=True).click()
    assert [int(words) for words in page.evaluate(column % 3)] == sorted(numbers, reverse=True)
    assert page.locator("#table-agreement th[aria-sort=descending]").inner_text().startswith("articles")
    page.get_by_label("Filter Agreement").fill("contradict")
    left = page.evaluate(column % 1)
    assert left
    assert all("contradict" in words for words in left)
    assert page.inner_text("#table-agreement output") == f"{len(left)} of {len(numbers)} rows"
    page.get_by_label("Filter Agreement").fill("")
    assert len(page.evaluate(column % 0)) == len(numbers)


def test_more_rows_come_as_one_scrolls(visit, five):
    page = visit(five)
    page.locator("#table-claims summary").click()
    rows = page.locator("#table-claims tbody tr")
    total = int(page.inner_text("#table-claims .tally").split()[0])
    page.locator("#table-claims .scroll").evaluate("box => { box.scrollTop = box.scrollHeight; }")
    page.wait_for_function("n => document.querySelectorAll('#table-claims tbody tr').length >= n", arg=min(total, 140))
    assert rows.count() <= total


def test_one_article_alone_shows_what_its_stretches_are(visit, five):
    page = visit(five)
    page.select_option("#right", "")
    assert not page.is_visible("#pane-right")
    assert page.locator("#pane-left .kind").count() >= 1
    assert page.locator("#pane-left .filled.content-wire, #pane-left .filled.content-statement").count() >= 1
    assert "quoted statement" in page.inner_text("#key")
    # What colour shows is there in words for who cannot see it.
    assert "[quoted statement" in page.locator("#pane-left .text").text_content()


def test_the_whole_way_by_keyboard(visit, five):
    page = visit(five)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "findings"
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.closest('section')?.id, document.activeElement.id]")
        reached.add(tuple(here))
        if here[1] == "copy":
            break
    assert {at[0] for at in reached} >= {"figures", "tables", "room", "methods"}
    assert {at[1] for at in reached} >= {
        "left",
        "right",
        "before",
        "after",
        "partner",
        "pane-left",
        "pane-right",
        "copy",
    }
    page.focus("#pane-left")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.className") == "badge"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#panes > article').id") == "pane-right"
    page.focus("#table-agreement th button")
    page.keyboard.press("Enter")
    assert page.locator("#table-agreement th[aria-sort=ascending]").count() == 1
    page.focus("[data-enlarge]")
    page.keyboard.press("Enter")
    assert page.is_visible("#large img")
    page.keyboard.press("Escape")
    assert not page.is_visible("#large")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows(visit, five, width):
    page = visit(five, width=width)
    assert page.evaluate(TOO_WIDE) == []
    open_all(page)
    assert page.evaluate(TOO_WIDE) == []
    page.select_option("#right", "")
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1440, False), (1440, True)])
def test_axe_finds_nothing(visit, five, axe, width, dark):
    page = visit(five, width=width, dark=dark)
    page.evaluate(axe)
    assert page.evaluate(VIOLATIONS) == []
    open_all(page)
    page.select_option("#right", "")
    assert page.evaluate(VIOLATIONS) == []
    page.locator(".pair a.open").first.click()
    page.wait_for_selector("#pane-right mark")
    assert page.evaluate(VIOLATIONS) == []
    page.locator("[data-enlarge]").first.click()
    assert page.evaluate(VIOLATIONS) == []


def test_axe_would_find_something(visit, five, axe):
    page = visit(five)
    page.evaluate(axe)
    page.evaluate("document.querySelector('.picture img').removeAttribute('alt')")
    page.evaluate("document.querySelector('#left').parentElement.replaceWith(document.querySelector('#left'))")
    assert {violation.split(":")[0] for violation in page.evaluate(VIOLATIONS)} >= {"image-alt", "select-name"}


def test_on_paper_it_is_light_and_fits(visit, five):
    page = visit(five, width=688, dark=True)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.is_visible("#room")
    assert not page.is_visible("nav")
    assert page.is_visible("#paragraph")
    assert page.evaluate(TOO_WIDE) == []
