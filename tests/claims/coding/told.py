"""What a sentence by itself answers to a question."""

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook, Variable
from samestory.claims.coding.counting import count_findings
from samestory.claims.coding.findings import Finding
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def findings(variable: Variable, text: str) -> list[Finding]:
    """Find the numbers of a sentence that answer a question."""
    article = Article("a", text, quantities=find_quantities([tokenise("a", 0, text)]))
    return count_findings(variable, article, Sentence(0, len(text), text, "body", "body"))


def numbers(book: Codebook, name: str, text: str) -> list[tuple[float | None, str | None]]:
    """Give each number that answers a question of a codebook, with who is counted."""
    variable = book.variable(name)
    assert variable is not None
    return [(finding.low, finding.population) for finding in findings(variable, text)]
