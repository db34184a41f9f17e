from samestory.figures import origins
from samestory.figures.flows import find_flows
from samestory.figures.selection import select


def test_flows_are_the_rows_that_lead_to_an_origin(tables):
    names, flows = find_flows(tables, select(tables, 50))
    assert names == {"wire:1": "WIREX"}
    assert [(f.doc_id, f.role, f.share, f.note) for f in flows] == [
        ("north", "credited_copy", 0.5, ""),
        ("south", "copy_no_credit", 0.5, "inferred"),
    ]


def test_what_has_no_match_is_said_and_not_called_independent(tables):
    figure = origins(tables)
    assert "1 article copies and credits and 1 article copies without credit" in figure.caption
    assert "which is not independence" in figure.caption
    assert figure.alt == (
        "North Post: 50 % WIREX (credited copy). South Mail: 50 % WIREX (copy without credit, inferred). "
        "West <b>Web</b>: no match in this corpus."
    )


def test_what_articles_draw_on_is_not_counted_among_those_that_copy(tables):
    documents = tables["clean/documents"]
    tables["clean/documents"] = documents.assign(
        role=documents["role"].mask(documents["doc_id"] == "north", "agency_original")
    )
    caption = origins(tables).caption
    assert "1 shared origin behind 2 articles and 1 agency original: 1 article copies without credit." in caption


def test_the_article_that_the_others_come_from_is_told_as_the_original(tables):
    rows = tables["overlap/origins"]
    tables["overlap/origins"] = rows.assign(direction=rows["direction"].mask(rows["doc_id"] == "north", "source"))
    figure = origins(tables)
    assert "1 article is the original and 1 article copies without credit" in figure.caption
    assert figure.alt.startswith("North Post: 50 % WIREX (the original). South Mail: 50 % WIREX (copy without credit")


def test_that_an_article_without_credit_is_the_original_is_inferred(tables):
    rows = tables["overlap/origins"]
    tables["overlap/origins"] = rows.assign(
        direction=rows["direction"].mask(rows["doc_id"] == "south", "source"), basis="text_match"
    )
    assert "South Mail: 50 % WIREX (the original, inferred)." in origins(tables).alt


def test_an_article_without_running_text_is_told_so(tables):
    rows = tables["overlap/origins"]
    tables["overlap/origins"] = rows.assign(confidence=rows["confidence"].mask(rows["doc_id"] == "west", 0.0))
    assert origins(tables).alt.endswith("West <b>Web</b>: no running text.")


def test_a_link_that_rests_on_the_name_alone_is_told_apart(tables):
    rows = tables["overlap/origins"]
    named = rows.assign(basis=rows["basis"].replace("inferred", "named_source"))
    tables["overlap/origins"] = named.assign(role=named["role"].replace("copy_no_credit", "rewrite"))
    figure = origins(tables)
    assert "South Mail: 50 % WIREX (rewrite, named as source)." in figure.alt
    assert "Dotted: retold in other words from a source that the article names (1 link)." in figure.caption


def test_a_statement_made_to_an_article_is_not_that_articles_own(tables):
    rows = tables["overlap/origins"]
    tables["overlap/origins"] = rows.assign(role="quotes_statement", direction="source", basis="text_match")
    figure = origins(tables)
    assert figure.alt.startswith("North Post: 50 % WIREX (statement made to it).")
    assert "original" not in figure.caption
