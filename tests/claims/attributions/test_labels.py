"""Speakers set before a colon, in a headline and in a transcript."""

import pytest

from samestory.claims.attributions.labels import read_label
from samestory.claims.attributions.sentences import find_in_sentences
from samestory.claims.attributions.view import views
from samestory.claims.tokens import Article, Quotation, tokenise


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Ortiz: “They knew about the tank”", "Ortiz"),
        ("Seven dead in plant fire: “They knew about the tank”", None),
    ],
)
def test_what_happened_speaks_no_quotation(headline, speaker):
    opened = headline.index("“")
    quotation = Quotation(opened + 1, len(headline) - 1, f"d:{opened}")
    article = Article("d", headline, [tokenise("d", 0, headline, "title", 0)], [quotation])
    label = read_label(next(views(article)))
    assert (headline[slice(*label.source)] if label else None) == speaker


@pytest.mark.parametrize(
    ("headline", "speaker"), [("Lee: Upton lock to stay shut", "Lee"), ("Upton: lock to stay shut", None)]
)
def test_who_speaks_in_the_text_speaks_in_the_headline(headline, speaker):
    body = "Ann Lee said the lock at Upton stays shut."
    sentences = [tokenise("d", 0, headline, "title", 0), tokenise("d", len(headline) + 1, body, "body", 1)]
    article = Article("d", f"{headline}\n{body}", sentences, [])
    labels = [made.source for made in find_in_sentences(article) if made.rule == "speaker label"]
    assert [article.text[slice(*source)] for source in labels] == ([speaker] if speaker else [])


def test_a_label_speaks_in_a_transcript(only):
    row = only(["LEE: The bridge is safe."])
    assert (row["source"], row["rule"], row["content"]) == ("LEE", "speaker label", "The bridge is safe")


def test_the_word_for_a_picture_is_no_speaker(sources):
    assert sources(["PHOTO: Crews at work on the lock."]) == []
    assert sources(["LEE: Crews are at work on the lock."]) == [("LEE", "Crews are at work on the lock")]


@pytest.mark.parametrize("headline", ["Ashby protests: Three hurt after march", "Ashby claims: mayor to testify"])
def test_the_matter_of_a_headline_speaks_not(headline):
    article = Article("d", headline, [tokenise("d", 0, headline, "title", 0)], [])
    assert find_in_sentences(article) == []


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Tarnia to delay lock vote until June 1: report", [("report", "Tarnia to delay lock vote until June 1")]),
        ("Nine dead in ferry blast: officials", [("officials", "Nine dead in ferry blast")]),
        ("Nine Dead in Ferry Blast: Police", [("Police", "Nine Dead in Ferry Blast")]),
        ("Nine hurt in Upton bus crash - police", [("police", "Nine hurt in Upton bus crash")]),
        ("Nine hurt in bus crash - Tarn Police", []),
        ("The bus that tipped over: the police", []),
        ("Upton bus crash: police dig for clues", []),
        ("Nine dead in a ferry blast: what we know", []),
        ("Who died in the ferry blast: mother, son", []),
    ],
)
def test_who_tells_a_headline_stands_at_its_end(headline, found):
    article = Article("d", headline, [tokenise("d", 0, headline, "title", 0)], [])
    made = [(a.source, a.parts[0]) for a in find_in_sentences(article) if a.rule == "speaker label"]
    assert [(headline[slice(*source)], headline[slice(*part)]) for source, part in made] == found


def test_who_speaks_in_the_text_tells_a_headline():
    headline, body = "Upton lock is to stay shut: Lee", "Ann Lee said the lock at Upton stays shut."
    sentences = [tokenise("d", 0, headline, "title", 0), tokenise("d", len(headline) + 1, body, "body", 1)]
    found = find_in_sentences(Article("d", f"{headline}\n{body}", sentences, []))
    labels = [made.source for made in found if made.rule == "speaker label"]
    assert [headline[slice(*source)] for source in labels] == ["Lee"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tarn Air spokesman: 'We are sorry for it. [the two men and the coach were late.", "Tarn Air spokesman"),
        ("Mayor Ann Lee: “It is safe and it will stay so.”", "Mayor Ann Lee"),
    ],
)
def test_a_role_before_a_quotation_speaks_it(text, source, only):
    row = only([text])
    assert (row["source"], row["rule"]) == (source, "speaker label")
