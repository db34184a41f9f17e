import time
from types import SimpleNamespace

import pytest

from samestory.cleaning.page import _located, main_text

FIRST = "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the company said."
SECOND = "Workers cleared the line by noon &amp; left, as the <b>company</b> said, and the port&rsquo;s doors opened."
PAGE = (
    "<html><head><title>Trains meet near old harbour</title><script>if (1 < 2) { FIRST }</script></head><body>"
    "<nav><a href='/'>Home</a></nav><article><h1>Trains meet near old harbour</h1>"
    f"<p>{FIRST}</p>\n<p>{SECOND}</p><p>{FIRST.replace('Two', 'Three')}</p></article></body></html>"
)


def test_each_paragraph_is_found_in_the_page():
    page = main_text(PAGE)
    places = {page.text[start:end]: PAGE[raw_start:raw_end] for start, end, raw_start, raw_end in page.source_map}
    assert places[FIRST] == FIRST
    shown = "Workers cleared the line by noon & left, as the company said, and the port’s doors opened."
    assert places[shown] == SECOND
    assert page.facts["title"] == "Trains meet near old harbour"


def test_the_marks_at_both_ends_of_a_paragraph_are_part_of_it():
    raw = f"&ldquo;<i>{FIRST.removesuffix('.')}</i>.&rdquo;"
    source = PAGE.replace(f"<p>{FIRST}</p>", f"<p>{raw} </p>- ", 1)
    page = main_text(source)
    places = {page.text[start:end]: source[raw_start:raw_end] for start, end, raw_start, raw_end in page.source_map}
    assert places[f"“{FIRST}”"] == raw


def test_a_paragraph_the_page_interrupts_is_found_from_end_to_end():
    button = "<button>Share</button>"
    page = main_text(PAGE.replace("near the old harbour on", f"near the old {button} harbour on", 1))
    places = {page.text[start:end]: (raw_start, raw_end) for start, end, raw_start, raw_end in page.source_map}
    assert all(0 < start < end for start, end in places.values())
    assert any(text.startswith("Two trains met") for text in places)


def test_a_title_of_one_word_that_the_page_does_not_confirm_is_none():
    assert "title" not in main_text(PAGE.replace("Trains meet near old harbour", "Harbour")).facts


def test_a_character_no_page_may_hold_is_a_space():
    assert FIRST in main_text(PAGE.replace("near the old harbour on", "near the\x01old harbour on", 1)).text


def test_paragraphs_stand_in_the_order_of_the_page(monkeypatch):
    third = FIRST.replace("Two", "Three")
    extracted = "\n".join([third, "A line that the page has not.", FIRST])
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: SimpleNamespace(text=extracted))
    page = main_text(PAGE)
    assert page.text.split("\n\n") == [FIRST, third, "A line that the page has not."]
    assert [PAGE[raw_start:raw_end] for _, _, raw_start, raw_end in page.source_map] == [FIRST, third]


def test_what_has_no_main_text():
    for source in ("", "\x00", "<", "<html></html>", "<p>&#xZ;", "no tags at all"):
        page = main_text(source)
        assert all(0 <= start < end <= len(page.text) for start, end, _, _ in page.source_map)


OTHER = "The harbour line was built to carry coal and has taken passengers only since the mines were closed."


def test_blocks_that_were_extracted_as_one_paragraph_are_parted():
    cell = f"<p>{FIRST}</p><div class='ad'></div><p>Top stories</p><p>{OTHER}</p>"
    source = f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>"
    page = main_text(source)
    assert page.text.split("\n\n") == [FIRST, "Top stories", OTHER]
    places = [source[raw_start:raw_end] for _, _, raw_start, raw_end in page.source_map]
    assert places == [FIRST, "Top stories", OTHER]


def test_a_block_that_opens_amid_a_sentence_parts_nothing():
    cell = f"<p>{FIRST[:30]}<div class='ad'></div>{FIRST[30:]}</p><p>{OTHER}</p>"
    page = main_text(f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>")
    assert [part.replace(" ", "") for part in page.text.split("\n\n")] == [
        FIRST.replace(" ", ""),
        OTHER.replace(" ", ""),
    ]


def test_a_block_the_page_leaves_out_parts_what_stands_around_it():
    cell = f"<p>{FIRST}</p><button>Share this story with others</button><p>{OTHER}</p>"
    page = main_text(f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>")
    assert page.text.split("\n\n") == [FIRST, OTHER]


@pytest.mark.parametrize("opening", ["<!--a>", "<script>", "<", "<!-->", "<STYLE >"])
def test_what_opens_and_never_closes_takes_no_time_and_hides_nothing_above(opening):
    source = f"<html><body><!-- --><p>{FIRST}</p><script></script><p>{OTHER}</p></body></html>" + opening * 50_000
    started = time.process_time()
    located = [place and source[slice(*place)] for _, place in _located([FIRST, OTHER], source)]
    assert located == [FIRST, OTHER]
    assert time.process_time() - started < 5
