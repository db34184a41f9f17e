"""What a number counts in its clause, so that only numbers of one thing are held against each other.

"Seven people were killed" and "five people were injured" count people and do not contradict each other; nor do "21 of
the 276 girls", "three died in 2015" or "25 percent on steel and 10 percent on aluminium". Two numbers that differ are
of one thing only where the same is said of the same group at the same time.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.binding import in_list
from samestory.claims.coding.parts import is_part
from samestory.claims.coding.population import severity
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.claims.quantities.numbers import measure_units, quantity_lexicon
from samestory.lexicon import read_lexicon
from samestory.rows import Row
from samestory.words import word_spans

# What ends the clause of a number; a comma alone does not: "in 2015, a crash killed three people".
_BREAK = compile_pattern(
    r"[;:()\n–—“”\"]|, (?:who|which|while|when|where|but|and|or|after|as|with|leaving|including)\b"
    r"|\b(?:and|but|while|when|after|before|although|though|because|until|as)\b"
)
# "Seven others", "another 40", "two more": besides those named before.
_FURTHER = compile_pattern(r"\b(?:others?|another|additional|further)\b|\bmore$|^\W*more\b")
_WHEN = compile_pattern(r",? when\s+")
_MORE_THAN = compile_pattern(r"\b(?:no|not)?\s*more than\b")
# A date this many days from publication is of another time than the news.
NEWS_DAYS = 7
ANOTHER_EVENT = "another event"
# How far behind a number its outcome may stand, in characters.
OUTCOME_REACH = 24
# How far before a clause the date may begin that it is of, in characters.
WHEN_REACH = 40
# Of two measures, as percentages, this share of the words around them must be the same.
SAME_WORDS, LEAST_SAME_WORDS = 0.5, 2
# Fewer content words do not say what a number is of: "it is 14 metres long".
LEAST_TELLING_WORDS = 4
# Numbers of one list that are read with a number, on either side.
LONGEST_LIST = 20


@dataclass(frozen=True)
class Counted:
    """What a number counts.

    Attributes:
        said: the outcomes that its clause tells: dead, aboard.
        verbs: the other verbs in the past of its clause.
        words: the content words of a clause without either, where there are enough to say what is counted: "the crack
            in the cellar wall is 14 centimetres long".
        narrower: the words that narrow the group: "Costa Rican" crew, the seriously hurt.
        part: whether it is a part of a group, or besides others.
        when: the days it is of, where they are not those of the news.
        near: for a measure (percentage, dollar, hour) the content words of its clause, which say what is measured.
    """

    said: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    narrower: frozenset[str] = frozenset()
    part: bool = False
    when: frozenset[str] = frozenset()
    near: frozenset[str] | None = None

    def may_be(self, other: "Counted") -> bool:
        """Say whether nothing tells that two numbers count different things."""
        apart = self.said and other.said and not self.said & other.said
        nested = self.narrower <= other.narrower or other.narrower <= self.narrower
        one_event = (ANOTHER_EVENT in self.when) == (ANOTHER_EVENT in other.when)
        return not apart and nested and one_event and self.part == other.part

    def nothing_differs(self, other: "Counted") -> bool:
        """Say whether two numbers may be of one group at one time, as far as their clauses tell."""
        whole = not self.part and not other.part
        return whole and self.may_be(other) and self.narrower == other.narrower and self.when == other.when

    def is_same(self, other: "Counted") -> bool:
        """Say whether two numbers that differ are of one thing."""
        if not self.nothing_differs(other):
            return False
        told, told_of_other = self.said or self.verbs or self.words, other.said or other.verbs or other.words
        if not told or told != told_of_other:
            return False
        if self.near is None or other.near is None:
            return True
        shared = len(self.near & other.near)
        return shared >= max(LEAST_SAME_WORDS, SAME_WORDS * len(self.near | other.near))


NOTHING = Counted()


def counted(article: Article, sentence: Sentence, row: Row, rows: Sequence[Row], other_event: bool) -> Counted:
    """Read from its clause what a number counts.

    Args:
        article: the article.
        sentence: the number's sentence.
        row: the number, a row of claims/quantities.
        rows: all numbers of the sentence.
        other_event: whether the sentence tells of another event than the article.
    """
    text = article.text
    first, last, clause = _clause(text, sentence, row, rows)
    said, verbs = _said(clause)
    words = frozenset(content_words(clause))
    narrower = {word.casefold() for word in row["unit"].split(" ")[:-1]}
    if degree := severity(text, row["end"], last) or severity(text, first, row["start"]):
        narrower.add(degree)
    return Counted(
        said=said,
        verbs=verbs,
        words=words if not said and not verbs and len(words) >= LEAST_TELLING_WORDS else frozenset(),
        narrower=frozenset(narrower),
        part=_is_further(text, sentence, row, rows, said) or is_part(text, sentence, row, rows, total=True),
        when=frozenset(_when(article, first, last) | ({ANOTHER_EVENT} if other_event else set())),
        near=words if row["unit"] in measure_units() else None,
    )


def people_of(text: str, row: Row) -> str | None:
    """Give the unit of a number without a noun that counts people by what became of them: "five dead"."""
    if row["unit"] != "-" or row["negated"]:
        return None
    rest = text[row["end"] : row["end"] + OUTCOME_REACH]
    named = read_lexicon(__package__, "alignment.toml")["of_people"]
    stands_next = any(not rest[:start].strip() for name in named for start, _ in _outcomes()[name].spans(rest))
    return "people" if stands_next else None


def content_words(text: str) -> list[str]:
    """Give the words of a text that carry content, folded, without numbers, in their order."""
    words = (text[start:end].casefold() for start, end in word_spans(text))
    return [
        word.removesuffix("'s").removesuffix("’s")
        for word in words
        if len(word) > 1 and word not in _empty_words() and not word[0].isdigit() and not _is_number(word)
    ]


def past_verbs(text: str) -> list[str]:
    """Give the words of a text that have the form of a verb in the past, in their order."""
    lexicon = read_lexicon(__package__, "alignment.toml")
    past = [word for word in content_words(text) if word.endswith("ed") or word in lexicon["irregular_past"]]
    return [word for word in past if word not in lexicon["saying"]]


def _clause(text: str, sentence: Sentence, row: Row, rows: Sequence[Row]) -> tuple[int, int, str]:
    """Give where the clause of a number begins and ends, and its words.

    Another number begins what is said of that one, but those of one list share it: "198 passengers and 19 crew on
    board".
    """
    place = bisect_left(rows, row["start"], key=lambda other: int(other["start"]))
    head, tail = place, place
    while head > 0 and place - head < LONGEST_LIST and in_list(text, rows[head - 1]["end"], rows[head]):
        head -= 1
    while tail + 1 < len(rows) and tail - place < LONGEST_LIST and in_list(text, rows[tail]["end"], rows[tail + 1]):
        tail += 1
    first = rows[head - 1]["end"] if head > 0 else sentence.start
    last = rows[tail + 1]["start"] if tail + 1 < len(rows) else sentence.end
    breaks = [match.end() for match in _BREAK.finditer(text[first : rows[head]["start"]])]
    first += breaks[-1] if breaks else 0
    end = _BREAK.search(text[rows[tail]["end"] : last])
    last = rows[tail]["end"] + end.start() if end else last
    before = _predicate(text[first : rows[head]["start"]], behind=False)
    words = f"{before} {row['text']} {_predicate(text[rows[tail]['end'] : last], behind=True)}"
    return first, last, words


def _is_further(text: str, sentence: Sentence, row: Row, rows: Sequence[Row], said: frozenset[str]) -> bool:
    """Say whether a number is besides others: "two more", "another 40", but not "five died and 40 others were hurt"."""
    around = f"{text[sentence.start : row['start']].rstrip()[-10:]} {row['text']} {text[row['end'] : sentence.end][:8]}"
    if not _FURTHER.search(_MORE_THAN.sub("", around)):
        return False
    before = [_said(_clause(text, sentence, other, rows)[2])[0] for other in rows if other["end"] <= row["start"]]
    return not any(other and not other & said for other in before)


def _predicate(text: str, *, behind: bool) -> str:
    """Give the part of a clause that stands with its number: up to a comma once there is a verb."""
    pieces = text.split(", ") if behind else text.split(", ")[::-1]
    for index, piece in enumerate(pieces):
        words = {piece[start:end].casefold() for start, end in word_spans(piece)}
        if past_verbs(piece) or _auxiliaries() & words or any(p.match(piece) for p in _outcomes().values()):
            kept = pieces[: index + 1]
            return ", ".join(kept if behind else kept[::-1])
    return text


def _said(clause: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the outcomes that a clause tells, and its other verbs in the past."""
    found, rest = set(), clause
    for name, phrases in _outcomes().items():
        for start, end in phrases.spans(clause):
            found.add(name)
            rest = rest[:start] + " " * (end - start) + rest[end:]
    return frozenset(found), frozenset(past_verbs(rest))


def _when(article: Article, first: int, last: int) -> set[str]:
    """Give the dates of a clause that are not those of the news; "since 2004, when seven died" is of another event."""
    found, rows = set(), inside(article.times, first, last)
    before = inside(article.times, max(0, first - WHEN_REACH), first)
    if before and _WHEN.fullmatch(article.text[before[-1]["end"] : first]):
        found.add(ANOTHER_EVENT)
    for row in rows:
        if row["type"] not in {"DATE", "TIME", "SET"} or not row["value"]:
            continue
        if row["type"] == "SET" or not _in_the_news(row, article.published):
            found.add(row["value"])
    return found


def _in_the_news(row: Row, published: str | None) -> bool:
    """Say whether a time is of the days around publication; where that is not known, whether it names a day."""
    if not row["earliest"] or not row["latest"]:
        return str(row["value"]).endswith("_REF")
    if published is None:
        return bool(row["earliest"][:10] == row["latest"][:10])
    day = date.fromisoformat(published[:10]).toordinal()
    try:
        first, last = (date.fromisoformat(row[end][:10]).toordinal() for end in ("earliest", "latest"))
    except ValueError:
        return False
    return first - NEWS_DAYS <= day <= last + NEWS_DAYS


def _is_number(word: str) -> bool:
    """Say whether a word is a number, as "twenty-one"."""
    return all(part in _number_words() for part in word.split("-"))


@cache
def _number_words() -> frozenset[str]:
    """Read the words of numbers: seven, dozens, third."""
    lexicon = quantity_lexicon()
    words = {word for table in ("numerals", "scales", "fractions", "vague") for word in lexicon[table]}
    return frozenset(words | {f"{word}s" for word in words}) - {"second", "seconds"}


@cache
def _empty_words() -> frozenset[str]:
    """Read the function words."""
    return frozenset(read_lexicon(__package__, "alignment.toml")["stop_words"])


@cache
def _auxiliaries() -> frozenset[str]:
    """Read the auxiliary verbs."""
    return frozenset(quantity_lexicon()["auxiliaries"])


@cache
def _outcomes() -> Mapping[str, Phrases]:
    """Read the wording of each outcome."""
    return {
        name: Phrases(tuple(wordings))
        for name, wordings in read_lexicon(__package__, "alignment.toml")["outcomes"].items()
    }
