"""Which event a sentence is about: the focal one, what came before it, or another one in the same article.

The codebook's wording decides first; then dates (a day before the event tells of what came before), then places and
the wording that turns to another event, which goes on until the text returns to what its headline and first
paragraphs name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.clauses import aside, coordinates
from samestory.claims.coding.codebook import Event
from samestory.claims.coding.earlier import (
    LONGEST_EVENT,
    Earlier,
    days_before,
    earlier_days,
    earlier_than,
    known_days,
    occurrences,
    words,
)
from samestory.claims.phrases import Phrases, compile_pattern

FOCAL, BACKGROUND, OTHER = "focal", "background", "other"
# The headline and this many sentences name what the article is about.
LEAD_SENTENCES = 4
_NAME = compile_pattern(r"(?-i:\b\p{Lu}[\pL'’-]+(?:\s+\p{Lu}[\pL'’-]+)*)")
_LOCATIVE = compile_pattern(
    r"\b(?:in|into|near|at|off|outside|over)\s+(?:the\s+)?((?-i:\p{Lu}[\pL-]+(?:\s+\p{Lu}[\pL-]+)*))"
)
_WHEN = compile_pattern(r",?\s+when\b|,\s+(?:in\s+)?which\b")
# What lies between a number and the period it is summed over: "96 deaths since December", "six dead in a decade".
_SINCE = compile_pattern(r"[^,;:.()\n]*\bsince\s+(?:(?:the|late|early|mid)[\s-]+)*")
_IN_WHICH = compile_pattern(r",?\s+in which\s+")
_PERIOD = compile_pattern(
    r"[^,;:.()\n]*\b((?:in|over|within|during)\s+(?:[\pL\d-]+\s+){1,3}?(?:years?|decades?|months|century|centuries))\b"
)
# "Some 170 people die of it each year".
_RATE = compile_pattern(
    r"[^,;:.()\n]*\b((?:each|every|per|an?)\s+(?:year|month|week|day)|annually|yearly|monthly|weekly|daily)\b"
)
# "It comes 15 years after 61 people died at Tarn".
_YEARS_AFTER = compile_pattern(r"\b(?:years?|decades?)\s+(?:to\s+the\s+day\s+)?after\s+(?:[\pL’'-]+\s+){0,8}$")
# "Nobody has been arrested for that raid".
_THAT = compile_pattern(r"\b(?:for|in|after|during|of) that ([\pL-]+)")
# "Cut its shipments by 30 per cent from 2017 levels".
_LEVEL = compile_pattern(r"(?:[’']s?)?\s+(?:levels?|figures?|baselines?|averages?)\b")
_BACK_PRONOUN = compile_pattern(r"(?-i:^\W*(?:That|Those|Then)\b)")


@dataclass(frozen=True)
class Apart:
    """A part of a sentence that tells of something earlier; ``dated``: only a day in it says so."""

    start: int
    end: int
    dated: bool = False


@dataclass(frozen=True)
class Anchor:
    """Which event a sentence is about.

    Attributes:
        event: that of the sentence as a whole.
        apart: the parts that tell of something earlier (", when ...", ", where it has stood since ...").
        limited: it names an earlier day only to compare ("the first since 1959").
        dated: only a day makes it background.
    """

    event: str
    apart: tuple[Apart, ...] = ()
    limited: bool = False
    dated: bool = False

    def at(self, position: int, *, lasting: bool = False) -> str:
        """Give the event of a claim at a position.

        Args:
            position: where the claim begins.
            lasting: what is asked for may hold before the day of the event ("was the union told?"): a day alone then
                tells of no other event.
        """
        if any(part.start <= position < part.end and not (lasting and part.dated) for part in self.apart):
            return BACKGROUND
        return FOCAL if lasting and self.dated else self.event


def anchor(article: Article, event: Event) -> list[Anchor]:
    """Say which event each sentence of an article is about, in their order."""
    known = _lead_names(article)
    anchors: list[Anchor] = []
    apart = ends_earlier = False
    for sentence in article.sentences:
        named = [] if event.focal.match(sentence.text) else earlier_than(article, sentence, event)
        asides = [_aside(sentence, words) for words in named]
        main = [words for words, part in zip(named, asides, strict=True) if part is None]
        found = Anchor(FOCAL) if event.focal.match(sentence.text) else _by_clauses(article, sentence, event, main)
        if found is None and event.place.match(sentence.text):
            found = Anchor(FOCAL)
        if found is None and _opens_another(sentence, known):
            found, apart = Anchor(OTHER), True
        elif found is None and ends_earlier and _goes_on(sentence):
            found = Anchor(OTHER) if anchors[-1].event == OTHER else Anchor(BACKGROUND, dated=anchors[-1].dated)
        elif found is None and apart and not _names(sentence.text) & known:
            found = Anchor(OTHER)
        if found is None or found.event != OTHER:
            apart = False
        found = found or Anchor(FOCAL)
        if found.event == FOCAL:
            found = replace(found, apart=(*found.apart, *filter(None, asides)))
        anchors.append(found)
        ends_earlier = found.event != FOCAL or found.limited or any(part.end == sentence.end for part in found.apart)
    return anchors


def sums_up(article: Article, sentence: Sentence, event: Event, start: int, end: int, asked: str = "") -> bool:
    """Say whether a number is a sum over a longer time than the event: "96 deaths since December", "six in a decade".

    So is one that is told of any such time: "170 a year", and one of years before the news.
    "The deadliest since December" and "the worst in a decade" compare; a question that names the time asks for the sum.

    Args:
        article: the article.
        sentence: the number's sentence.
        event: the codebook's event.
        start: where the number begins.
        end: where it ends.
        asked: what the question asks for, in words.
    """
    long_before = [row for row in earlier_days(article, sentence, event) if days_before(event, row) > LONGEST_EVENT]
    long_before = [row for row in long_before if not Phrases((row["text"],)).match(asked)]
    spans = [
        (end, row["start"])
        for row in long_before
        if _SINCE.fullmatch(article.text[end : row["start"]])
        or (_IN_WHICH.fullmatch(article.text[row["end"] : start]) and row["end"] < start)
    ]
    if _is_news(article, event) and _YEARS_AFTER.search(article.text[sentence.start : start]):
        return True
    for pattern in (_PERIOD, _RATE):
        period = pattern.match(article.text[end : sentence.end])
        if period is not None and not Phrases((period[1],)).match(asked):
            spans.append((end, end + period.end()))
    return any(not words("compare").match(article.text[a:b]) for a, b in spans)


def _is_news(article: Article, event: Event) -> bool:
    """Say whether an article is of the year of its event, so that what was years before is another one."""
    return event.date is None or article.published is None or event.date[:4] == article.published[:4]


def _aside(sentence: Sentence, words: Earlier) -> Apart | None:
    """Give the clause around words for something earlier that only says more of a thing beside; None for a main one."""
    span = aside(sentence.text, words.start - sentence.start, words.end - sentence.start)
    return Apart(sentence.start + span[0], sentence.start + span[1], words.dated) if span else None


def _by_clauses(article: Article, sentence: Sentence, event: Event, earlier: Sequence[Earlier]) -> Anchor | None:
    """Judge each coordinate clause by what it names that is earlier, and by the day of the event.

    What names neither goes on with the clause before. Days after the event are when somebody spoke.

    Args:
        article: the article.
        sentence: one of its sentences.
        event: the codebook's event.
        earlier: what the sentence names in its main clauses.
    """
    times = inside(article.times, sentence.start, sentence.end)
    days = known_days(article.text, sentence, times) if event.date is not None else []
    on_day = [row["start"] for row in days if row["earliest"][:10] <= (event.date or "") <= row["latest"][:10]]
    later = [row["start"] for row in days if row["earliest"][:10] > (event.date or "")]
    if on_day and words("turn").match(sentence.text) and not any(found.named for found in earlier):
        return None
    if not earlier:
        return Anchor(FOCAL) if on_day else None
    parts: list[Apart] = []
    focal = limited = False
    before: Apart | None = None
    for start, end in coordinates(sentence.text, sentence.start):
        here = [found for found in earlier if start <= found.start < end]
        now = any(start <= place < end for place in on_day)
        if here:
            compares = words("limit").match(article.text[start : here[0].start])
            compares = compares or _LEVEL.match(article.text[here[0].end : end]) is not None
            # The codebook's wording for another event goes before the day of the event.
            told = not compares and (not now or any(found.named for found in here))
            before = Apart(start, end, all(found.dated for found in here)) if told else None
            limited = limited or not told
            parts += _limits(article.text, start, end, here) if not told else []
        elif before is not None:
            # "It had spoken of January; 3 May is the day": a day of its own.
            own = any(start <= place < end for place in later)
            before = None if now or own else replace(before, start=start, end=end)
        parts += [before] if before else []
        focal = focal or before is None
    if focal:
        return Anchor(FOCAL, tuple(parts), limited)
    return Anchor(BACKGROUND, dated=all(part.dated for part in parts))


def _limits(text: str, start: int, end: int, earlier: Sequence[Earlier]) -> list[Apart]:
    """Give what a clause tells of the limit of its comparison.

    That is what stands between its wording and the day ("the worst since 23 people died in 1959"), and behind the day
    in "the first since 1959, when two people died".
    """
    first = earlier[0]
    opened = [close for _, close in words("limit").spans(text[start : first.start], start)]
    until = [Apart(opened[-1], first.end)] if opened else []
    turns = [Apart(found.end, end) for found in earlier if _WHEN.match(text[found.end : end])]
    return until + turns[:1]


def _opens_another(sentence: Sentence, known: frozenset[str]) -> bool:
    """Say whether a sentence turns to another event."""
    if words("apart").match(sentence.text):
        return True
    if not words("turn").match(sentence.text):
        return False
    places = {word for match in _LOCATIVE.finditer(sentence.text) for word in match.group(1).split()}
    return bool(places) and not places & known


def _goes_on(sentence: Sentence) -> bool:
    """Say whether a sentence points back to the event of the one before."""
    named = (occurrences().match(match[1]) for match in _THAT.finditer(sentence.text))
    return bool(words("back").match(sentence.text) or _BACK_PRONOUN.search(sentence.text) or any(named))


def _lead_names(article: Article) -> frozenset[str]:
    """Give the words of the names in the headline and the first sentences."""
    titles = [s for s in article.sentences if s.position == "title"]
    first: Sequence[Sentence] = [s for s in article.sentences if s.position != "title"][:LEAD_SENTENCES]
    return frozenset().union(*(_names(sentence.text) for sentence in (*titles, *first)))


def _names(text: str) -> frozenset[str]:
    """Give the words of the names in a text, its first word apart."""
    return frozenset(w for match in _NAME.finditer(text) if match.start() > 1 for w in match.group().split())
