"""The contract of the published tables."""

from pathlib import Path

from samestory.contract import data_dictionary, published_tables


def test_every_key_and_span_names_a_column():
    for table in published_tables().values():
        named = {*table.key, *(name for span in table.spans for name in vars(span).values() if name)}
        assert named <= set(table.column_names), table.name


def test_the_data_dictionary_in_docs_is_the_one_the_library_makes():
    docs = Path(__file__).parents[1] / "docs"
    assert (docs / "tables.md").read_text(encoding="utf-8") == data_dictionary()
