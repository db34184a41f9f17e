"""Paragraphs given sentence by sentence, coded by one codebook."""

from collections.abc import Callable

import pytest

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.coder import code_article
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise
from samestory.rows import Row

Answers = Callable[..., list[Row]]


@pytest.fixture
def answers(codebook: Callable[[str], Codebook]) -> Answers:
    """Code the sentences of a paragraph: (codebook's YAML, question, *sentences) to the rows of that question."""

    def code(yaml: str, name: str, *told: str, between: str = " ") -> list[Row]:
        text, sentences = "", list[Sentence]()
        for sentence in told:
            sentences.append(Sentence(len(text), len(text) + len(sentence), sentence, "body", "body"))
            text += sentence + between
        numbers = [
            row for sentence in sentences for row in find_quantities([tokenise("a", sentence.start, sentence.text)])
        ]
        article = Article("a", text, sentences=sentences, quantities=numbers)
        return [row for row in code_article(codebook(yaml), article) if row["variable"] == name]

    return code
