"""Whether running text is English, the one language that claims are read in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from samestory.lexicon import read_lexicon
from samestory.words import runs

# English reports of this length have never been found with a smaller share of the words of english.toml; shorter texts
# may be a list of names and numbers, of which nothing is said.
LEAST_WORDS = 40
LEAST_SHARE = 0.01
# A text in another script needs no words to tell: the first letter behind the Latin ones.
LEAST_LETTERS = 40
BEHIND_LATIN = "\u0250"
# An article is told by its beginning.
ENOUGH_WORDS = 400


@dataclass(slots=True)
class Reading:
    """What was counted of one article's running text."""

    words: int = 0
    english: int = 0
    letters: int = 0
    foreign_letters: int = 0

    def add(self, text: str) -> None:
        """Count one more stretch of running text."""
        if self.words >= ENOUGH_WORDS:
            return
        found = runs(text)
        self.words += len(found)
        self.english += sum(word in function_words() for word in found)
        self.letters += sum(map(len, found))
        if not text.isascii():
            self.foreign_letters += sum(letter >= BEHIND_LATIN for word in found for letter in word)

    @property
    def is_foreign(self) -> bool:
        """Whether the text is surely not English."""
        if self.letters >= LEAST_LETTERS and 2 * self.foreign_letters > self.letters:
            return True
        return self.words >= LEAST_WORDS and self.english < LEAST_SHARE * self.words


def is_foreign(texts: Iterable[str]) -> bool:
    """Say whether stretches of running text are surely not English; a short text never is, unless its script is."""
    reading = Reading()
    for text in texts:
        reading.add(text)
    return reading.is_foreign


@cache
def function_words() -> frozenset[str]:
    """Give the function words that only English has."""
    return frozenset(read_lexicon(__package__, "english.toml")["words"])
