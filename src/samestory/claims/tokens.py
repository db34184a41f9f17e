"""Tokens: the words, numbers and marks of a sentence, each with its place in the article."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from samestory.claims.currencies import money_prefix

# A number with its separators; a word (letters first, digits may follow); any other single mark.
# "2.8bn" and "16-hour" come apart, "A320" and "U.S." stay whole, the marks of "Rs500" and "M6.9" stand
# apart. The commonest words and marks are tried first.
TOKEN = re.compile(
    r"([A-Za-z][a-z]+(?![^\W_])|[^\w\s.]|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+"
    rf"|{money_prefix()}|Mw?(?=\d\.\d\b)|(?:[^\W\d_]\.){{2,}}|[^\W\d_][^\W_]*|\.|_)"
)


# The kinds of segments that stand between the paragraphs of the report, and tell of nobody it goes on with.
ASIDE = frozenset({"caption", "subhead"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as its tokens.

    Attributes:
        doc_id: the article.
        start: position of the sentence in the article.
        text: the sentence as printed.
        kind: the kind of its segment.
        paragraph: the paragraph it stands in.
        words: the tokens as printed.
        lower: the tokens in lower case.
        starts: first position of each token, in the article.
        ends: position after each token, in the article.
    """

    doc_id: str
    start: int
    text: str
    kind: str
    paragraph: int
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def between(self, first: int, last: int) -> str:
        """Give the text from token ``first`` up to and with token ``last``."""
        return self.text[self.starts[first] - self.start : self.ends[last] - self.start]

    def joined(self, index: int) -> bool:
        """Tell whether token ``index`` follows the one before it without a space."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]


def tokenise(doc_id: str, start: int, text: str, kind: str = "body", paragraph: int = 0) -> Sentence:
    """Split a sentence that begins at ``start`` of its article."""
    # What stands between the tokens, and the tokens, in turn.
    pieces = TOKEN.split(text)
    words = pieces[1::2]
    edges = list(accumulate(map(len, pieces), initial=start))
    lower = list(map(str.lower, words))
    return Sentence(doc_id, start, text, kind, paragraph, words, lower, edges[1:-1:2], edges[2::2])


# Marks of two characters, as typewriters and old wires print them.
TWICE = frozenset({"''", "``", "‘‘", "’’"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        start: position after the opening mark.
        end: position of the closing mark.
        group: shared by the paragraphs of one quotation.
        opening: how many characters the opening mark has.
        closing: how many characters the closing mark has.
    """

    start: int
    end: int
    group: str
    opening: int = 1
    closing: int = 1

    @property
    def outer_start(self) -> int:
        """The position of the opening mark."""
        return self.start - self.opening

    @property
    def outer_end(self) -> int:
        """The position after the closing mark."""
        return self.end + self.closing


def quotation_in(text: str, start: int, end: int, group: str) -> Quotation:
    """Give the quotation of a text that stands between two positions, with how long its marks are."""
    opening = 2 if text[max(0, start - 2) : start] in TWICE else 1
    closing = 2 if text[end : end + 2] in TWICE else 1
    return Quotation(start, end, group, opening, closing)


@dataclass(frozen=True)
class Article:
    """What the statements of an article are found in."""

    doc_id: str
    text: str
    sentences: list[Sentence]
    quotations: list[Quotation]
