import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.cleaning import clean
from samestory.corpus import RawArticle

LEAD = (
    "Two trains met on a single track near the old harbour on Monday, the railway company said. "
    "“Nobody was hurt,” it added."
)
TEXT = (
    "Trains meet near old harbour\n\n04 March 2021 - 16:21\nBy Ada Quill\n"
    f"PORTVILLE (AFP) – {LEAD}\n\nWorkers cleared the line by noon."
)


def article(content, doc_id="a", form="text", given=None, page=None):
    return RawArticle(doc_id, f"{doc_id}.txt", form, content, "0" * 64, given or {}, page or {})


def document(*arguments, **settings):
    return clean([article(*arguments, **settings)])["clean/documents"].iloc[0]


PAGE = (
    "<html><head><title>Trains meet near old harbour</title><script type='application/ld+json'>"
    '{"@type": "NewsArticle", "headline": "Trains meet near old harbour", "author": "Reuters",'
    ' "publisher": {"name": "Harbour Post"}, "datePublished": "2021-03-05T08:00:00Z"}</script></head><body><article>'
    f"<h1>Trains meet near old harbour</h1><p>04 March 2021</p><p>{LEAD}</p><p>{LEAD.replace('Two', 'Three')}</p>"
    "</article></body></html>"
)


def test_the_table_wins_over_the_page_and_the_page_over_the_text():
    row = document(PAGE.encode(), form="html")
    assert (row["published"], row["published_basis"]) == ("2021-03-05T08:00:00Z", "metadata")
    assert (row["outlet"], row["byline"], row["agency"]) == ("Harbour Post", "Reuters", "Reuters")
    given = {"published": "2021-03-06", "published_basis": "assumed", "outlet": "Post", "title": "Two trains"}
    row = document(PAGE.encode(), form="html", given=given)
    assert (row["published"], row["published_basis"], row["outlet"]) == ("2021-03-06", "assumed", "Post")
    assert row["title"] == "Two trains"


def test_a_record_of_jsonl_may_hold_a_page():
    tables = clean([article(PAGE, form="html", page={"outlet": "The Post", "published": "2021-03-07"})])
    row = tables["clean/documents"].iloc[0]
    assert (row["outlet"], row["published"], row["title"]) == ("The Post", "2021-03-07", "Trains meet near old harbour")
    text = tables["clean/texts"]["text"].iloc[0]
    places = tables["clean/source_map"]
    assert LEAD in [text[start:end] for start, end in zip(places["start"], places["end"], strict=True)]


def test_tables_of_an_article():
    tables = clean([article(TEXT.encode())])
    row = tables["clean/documents"].iloc[0]
    assert row["title"] == "Trains meet near old harbour"
    assert (row["byline"], row["dateline"], row["agency"]) == ("By Ada Quill", "PORTVILLE (AFP)", "AFP")
    assert (row["published"], row["published_basis"]) == ("2021-03-04T16:21", "printed")
    assert TEXT[row["published_start"] : row["published_end"]] == "04 March 2021 - 16:21"
    assert (row["label"], row["role"], row["encoding"], row["n_chars"]) == ("a", "article", "utf-8", len(TEXT))
    sentences = tables["clean/sentences"]
    assert [TEXT[s:e] for s, e in zip(sentences["start"], sentences["end"], strict=True)] == list(sentences["text"])
    assert sentences["sentence_id"].iloc[0] == "a:0-28"
    assert list(sentences["paragraph"]) == [0, 1, 2, 3, 3, 3, 4]
    quotation = tables["clean/quotations"].iloc[0]
    assert TEXT[quotation["start"] : quotation["end"]] == "Nobody was hurt,"
    assert quotation["group_id"] == f"a:{quotation['start']}-{quotation['end']}"


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [("PORTVILLE: ", "PORTVILLE"), ("Portville: ", "Portville"), ("Harbour News/ ", "Harbour News")],
)
def test_the_dateline_of_a_long_lead(opening, dateline):
    rest = "A line of coal trains ran there before, and the people of the town walk along it in Portville."
    row = document(f"{opening}{LEAD} {rest} {LEAD}")
    assert (row["dateline"], row["dateline_start"], row["dateline_end"]) == (dateline, 0, len(dateline))


def test_a_dateline_with_a_year_tells_the_day_where_nothing_else_does():
    text = "PORTVILLE, Ruritania, March 4, 2021 (AP) — Two trains met near the old harbour, and nobody was hurt."
    (row,) = clean([article(text)])["clean/documents"].to_dict("records")
    assert (row["published"], row["published_basis"]) == ("2021-03-04", "printed")
    assert text[row["published_start"] : row["published_end"]] == "March 4, 2021"


def test_what_articles_csv_says_wins():
    given = {
        "title": "Another",
        "published": "2021-03-04",
        "published_basis": "assumed",
        "label": "A",
        "outlet": "Post",
    }
    row = document(TEXT.encode(), given=given, page={"title": "A third", "outlet": "Gazette"})
    assert (row["title"], row["label"], row["outlet"]) == ("Another", "A", "Post")
    assert (row["published"], row["published_basis"]) == ("2021-03-04", "assumed")
    # The text prints the same day: it is pointed at. The headline given is not the one printed: it is not.
    assert TEXT[row["published_start"] : row["published_end"]] == "04 March 2021 - 16:21"
    assert row.isna()["title_start"]


def test_another_day_printed_is_not_pointed_at():
    row = document(TEXT.encode(), given={"published": "2021-03-05"})
    assert (row["published"], row["published_basis"]) == ("2021-03-05", "metadata")
    assert row.isna()["published_start"]


def test_record():
    row = document(TEXT, form="record", page={"published": "2021-03-04"})
    assert (row["published"], row["published_basis"]) == ("2021-03-04", "metadata")


def test_a_mark_at_the_beginning_is_no_part_of_the_headline():
    row = document(b"\xef\xbb\xbf" + TEXT.encode())
    assert (row["title"], row["title_start"], row["n_chars"]) == ("Trains meet near old harbour", 1, len(TEXT) + 1)


def test_a_page_without_main_text_is_kept():
    assert document(b"<html></html>", form="html")["n_chars"] == 0


EXAMPLE = Path(__file__).parents[2] / "corpora" / "baghdad-embassy-2023"


@pytest.mark.parametrize(
    ("doc_id", "agency"), [("000", "AFP"), ("001", None), ("002", None), ("003", "Reuters"), ("004", None)]
)
def test_the_example_corpus_is_cleaned_as_it_was_coded_by_reading(doc_id, agency):
    (path,) = (EXAMPLE / "raw").glob(f"{doc_id}_*.txt")
    tables = clean([article(path.read_bytes(), doc_id=doc_id)])
    with (EXAMPLE / "gold" / "segments.csv").open(encoding="utf-8", newline="") as lines:
        coded = [
            (int(row["start"]), int(row["end"]), row["kind"])
            for row in csv.DictReader(lines)
            if row["doc_id"] == doc_id
        ]
    segments = tables["clean/segments"]
    assert list(zip(segments["start"], segments["end"], segments["kind"], strict=True)) == coded
    row = tables["clean/documents"].iloc[0]
    assert (None if row.isna()["agency"] else row["agency"]) == agency


def test_empty_and_odd_articles():
    tables = clean([article(b"", "a"), article(b"\x00\x00", "b"), article(b"AFP", "c"), article("。".encode(), "d")])
    assert len(tables["clean/documents"]) == 4
    assert clean([])["clean/segments"].empty


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text):
    tables = clean([article(text, form="record")])
    segments = tables["clean/segments"]
    for sentence in tables["clean/sentences"].itertuples():
        assert text[sentence.start : sentence.end] == sentence.text
        assert ((segments["start"] <= sentence.start) & (sentence.end <= segments["end"])).sum() == 1
    assert (tables["clean/quotations"]["end"] <= len(text)).all()


@pytest.mark.parametrize(("byline", "agency"), [("Press Association", "PA"), ("Ada Quill; Harbour Post", None)])
def test_an_agency_that_the_table_names_as_author_is_credited(byline, agency):
    row = clean([article("Two trains met near the old harbour on Monday.", given={"byline": byline})])[
        "clean/documents"
    ].iloc[0]
    assert (row["byline"], None if pd.isna(row["agency"]) else row["agency"]) == (byline, agency)
    assert pd.isna(row["agency_start"])
