"""The statements for the Discourse Network Analyzer, as rDNA's functions would store them."""

from samestory.exports.dna import dna_documents, dna_statements, import_script


def test_every_statement_lies_at_its_words_counted_as_java_counts(tables, rights, long):
    documents = dna_documents(tables, rights=rights).set_index("document")
    found = {}
    for row in dna_statements(tables).to_dict("records"):
        units = documents.at[row["document"], "text"].encode("utf-16-le")
        assert 0 <= row["startCaret"] < row["endCaret"] <= len(units) // 2
        found[row["concept"]] = units[2 * row["startCaret"] : 2 * row["endCaret"]].decode("utf-16-le")
    assert found["passengers: 40 passenger"] == "40"
    assert found["injuries: none"] == "Nobody was hurt"
    assert found["cause: stated"] == long if rights.full else found["cause: stated"].startswith(long[:100])


def test_who_speaks_and_whether_they_agree(tables):
    statements = dna_statements(tables)
    assert list(statements["organization"]) == ["@sum(1)", "harbour master", "operator"]
    # "None were hurt" is agreed with; to deny that it was stuck is not to agree that it was.
    assert list(statements["agreement"]) == [1, 1, 1]
    tables["claims/claims"].loc[1, "polarity"] = "negative"
    assert list(dna_statements(tables)["agreement"]) == [1, 0, 1]


def test_the_columns_are_the_arguments_of_the_documented_functions(tables, rights):
    documents = {"title", "text", "author", "source", "section", "type", "notes", "date_time"}
    assert documents < set(dna_documents(tables, rights=rights).columns)
    script = "".join(import_script())
    assert "rDNA::dna_addDocuments(" in script
    assert "rDNA::dna_addStatement(" in script
    statements = set(dna_statements(tables).columns)
    assert {"startCaret", "endCaret", "statementType", "organization", "concept", "agreement"} < statements
    for column in statements - {"claim_id", "document"}:
        assert f"{column} = " in script
    for column in documents:
        assert f"{column} = " in script


def test_an_article_without_a_date_has_one_that_says_so(tables, rights):
    tables["clean/documents"].loc[0, "published"] = None
    assert list(dna_documents(tables, rights=rights)["date_time"]) == ["1970-01-01", "2031-05-02"]
