"""Which event a sentence is about: the focal one, what came before it, or another one in the same article.

The codebook's wording decides first; then dates (a day before the event tells of what came before), then places and
the wording that turns to another event, which goes on until the text returns to what its headline and first
paragraphs name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.codebook import Event
from samestory.claims.coding.named_days import has_named_day, is_clock, is_on_eve, names_day
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.lexicon import read_lexicon
from samestory.rows import Row

FOCAL, BACKGROUND, OTHER = "focal", "background", "other"
# The headline and this many sentences name what the article is about.
LEAD_SENTENCES = 4
# What began more days than these before the event is no part of it.
LONGEST_EVENT = 7
_NAME = compile_pattern(r"(?-i:\b\p{Lu}[\pL'’-]+(?:\s+\p{Lu}[\pL'’-]+)*)")
_LOCATIVE = compile_pattern(
    r"\b(?:in|into|near|at|off|outside|over)\s+(?:the\s+)?((?-i:\p{Lu}[\pL-]+(?:\s+\p{Lu}[\pL-]+)*))"
)
_SPOKE = compile_pattern(
    r"\b(?:said|says|told|confirmed|announced|reported|wrote|tweeted|added|statement|conference|interview|late|early)"
    r"(?:\s+[\pL]+){0,3}\s+$"
    r"|\bas of (?:[\pL\d.:]+,?\s+){0,5}$"
)
# Two dates that limit one period: "between 2014 and 2018".
_BETWEEN = compile_pattern(r"\bbetween\s+$")
_BUT = compile_pattern(r",? (?:but|while|although|whereas)\b")
_WHEN = compile_pattern(r",?\s+when\b|,\s+(?:in\s+)?which\b")
# A clause that only says which thing is meant: "a valve that was fitted in August", "a valve fitted in August did".
_RELATIVE = compile_pattern(
    r"\b(?:(?:that|which|who)\s+(?:had|has|have|was|were|is|are|(?:(?:first|last|only)\s+)?[\pL]+ed)|which\s+[\pL]+)\b[^,;:]*$"
)
_PARTICIPLE = compile_pattern(r"\b(?:[\pL]+(?:ed|en|lt|nt|ought|ound)|made|sold|held)\s+(?:[\pL]+\s+){0,4}$")
_VERB_FOLLOWS = compile_pattern(
    r"^,?\s+(?:did|does|was|were|is|are|has|had|have|could|can|would|will|may|might|should|failed)\b"
)
# What lies between a number and the period it is summed over: "96 deaths since December", "six dead in a decade".
_SINCE = compile_pattern(r"[^,;:.()\n]*\bsince\s+(?:(?:the|late|early|mid)[\s-]+)*")
_IN_WHICH = compile_pattern(r",?\s+in which\s+")
_PERIOD = compile_pattern(
    r"[^,;:.()\n]*\b((?:in|over|within|during)\s+(?:[\pL\d-]+\s+){1,3}?(?:years?|decades?|months|century|centuries))\b"
)
_BACK_PRONOUN = compile_pattern(r"(?-i:^\W*(?:That|Those|Then)\b)")


@dataclass(frozen=True)
class Anchor:
    """Which event a sentence is about.

    ``turns`` is the position from which on it tells of an earlier one (", when ..."), ``returns`` that from which on it
    no longer does; ``limited``: it names an earlier day only to compare ("the first since 1959").
    """

    event: str
    turns: int | None = None
    limited: bool = False
    returns: int | None = None

    def at(self, position: int) -> str:
        """Give the event of a claim at a position."""
        if self.turns is None or position < self.turns or (self.returns is not None and position >= self.returns):
            return self.event
        return BACKGROUND


def anchor(article: Article, event: Event) -> list[Anchor]:
    """Say which event each sentence of an article is about, in their order."""
    known = _lead_names(article)
    anchors: list[Anchor] = []
    apart = False
    for sentence in article.sentences:
        found = _by_codebook(sentence, event) or _by_date(article, sentence, event)
        if found is None and event.place.match(sentence.text):
            found = Anchor(FOCAL)
        if found is None and _opens_another(sentence, known):
            found, apart = Anchor(OTHER), True
        elif found is None and anchors and _goes_on(sentence) and (anchors[-1].event != FOCAL or anchors[-1].limited):
            found = Anchor(OTHER if anchors[-1].event == OTHER else BACKGROUND)
        elif found is None and apart and not _names(sentence.text) & known:
            found = Anchor(OTHER)
        if found is None or found.event != OTHER:
            apart = False
        anchors.append(found or _with_aside(article, sentence, event))
    return anchors


def sums_up(article: Article, sentence: Sentence, event: Event, start: int, end: int, asked: str = "") -> bool:
    """Say whether a number is a sum over a longer time than the event: "96 deaths since December", "six in a decade".

    "The deadliest since December" and "the worst in a decade" compare; a question that names the time asks for the sum.

    Args:
        article: the article.
        sentence: the number's sentence.
        event: the codebook's event.
        start: where the number begins.
        end: where it ends.
        asked: what the question asks for, in words.
    """
    long_before = [row for row in _earlier(article, sentence, event) if _days_before(event, row) > LONGEST_EVENT]
    long_before = [row for row in long_before if not Phrases((row["text"],)).match(asked)]
    spans = [
        (end, row["start"])
        for row in long_before
        if _SINCE.fullmatch(article.text[end : row["start"]])
        or (_IN_WHICH.fullmatch(article.text[row["end"] : start]) and row["end"] < start)
    ]
    period = _PERIOD.match(article.text[end : sentence.end])
    if period is not None and not Phrases((period[1],)).match(asked):
        spans.append((end, end + period.end()))
    return any(not _lexicon_phrases("compare").match(article.text[a:b]) for a, b in spans)


def _days_before(event: Event, row: Row) -> int:
    """Give how many days before the event a time ends."""
    try:
        return date.fromisoformat(event.date or "").toordinal() - date.fromisoformat(row["latest"][:10]).toordinal()
    except ValueError:
        return 0


def spoken(before: str) -> bool:
    """Say whether the words before a date make it the day somebody spoke or counted: "police said on Monday"."""
    return bool(_SPOKE.search(before))


def _with_aside(article: Article, sentence: Sentence, event: Event) -> Anchor:
    """Anchor a sentence in the focal event but for the first clause in it that only names an earlier day."""
    clauses = [_aside(article.text, sentence, row) for row in _earlier(article, sentence, event)]
    start, end = next(filter(None, clauses), (None, None))
    return Anchor(FOCAL, turns=start, returns=end)


def _aside(text: str, sentence: Sentence, row: Row) -> tuple[int, int] | None:
    """Give the clause, up to the day it names, that only says which thing is meant; None where the day is in none."""
    before = text[sentence.start : row["start"]]
    match = _RELATIVE.search(before)
    if match is None and _VERB_FOLLOWS.search(text[row["end"] : sentence.end]):
        match = _PARTICIPLE.search(before)
    return (sentence.start + match.start(), row["end"]) if match else None


def _earlier(article: Article, sentence: Sentence, event: Event) -> list[Row]:
    """Give the days before the event that a sentence names, but for those when somebody spoke."""
    rows = inside(article.times, sentence.start, sentence.end)
    return [
        row
        for row in _days(article, sentence)
        if event.date is not None
        and row["latest"][:10] < event.date
        and not (is_clock(row) and (not has_named_day(row, rows) or is_on_eve(row, event.date)))
        and not any(names_day(row, clock) and is_on_eve(clock, event.date) for clock in rows)
        and not spoken(article.text[sentence.start : row["start"]])
    ]


def _days(article: Article, sentence: Sentence) -> list[Row]:
    """Give the times of a sentence that are known to the day, or whose limits are; a period is one."""
    rows = inside(article.times, sentence.start, sentence.end)
    days: list[Row] = []
    for row in rows:
        if row["type"] not in {"DATE", "TIME"} or not row["earliest"] or not row["latest"]:
            continue
        if is_clock(row):
            # By its zone's clock it may be of another day than in UTC.
            ends = (row["value"], row["earliest"], row["latest"])
            days.append({**row, "earliest": min(ends), "latest": max(ends)})
        elif days and _is_period(article.text, sentence, days[-1], row):
            days[-1] = {**days[-1], "end": row["end"], "latest": row["latest"]}
        else:
            days.append(row)
    return days


def _is_period(text: str, sentence: Sentence, first: Row, last: Row) -> bool:
    """Say whether two dates are the ends of one period: "between 2014 and 2018"."""
    opened = _BETWEEN.search(text[sentence.start : first["start"]])
    return opened is not None and text[first["end"] : last["start"]].strip() == "and"


def _by_codebook(sentence: Sentence, event: Event) -> Anchor | None:
    """Judge by the codebook's wording."""
    if event.focal.match(sentence.text):
        return Anchor(FOCAL)
    return Anchor(BACKGROUND) if event.background.match(sentence.text) else None


def _by_date(article: Article, sentence: Sentence, event: Event) -> Anchor | None:
    """Judge by the days a sentence names; days after the event are when somebody spoke."""
    if event.date is None:
        return None
    days = _days(article, sentence)
    on_the_day = any(row["earliest"][:10] <= event.date <= row["latest"][:10] for row in days)
    earlier = [row for row in _earlier(article, sentence, event) if not _aside(article.text, sentence, row)]
    if on_the_day and _lexicon_phrases("turn").match(sentence.text):
        return None
    if not earlier:
        return Anchor(FOCAL) if on_the_day else None
    # "The first since 1959, when two people died": only what follows tells of the earlier event.
    first = earlier[0]
    limited = _lexicon_phrases("limit").match(article.text[sentence.start : first["start"]])
    if limited or on_the_day:
        return Anchor(FOCAL, _turn(article.text, sentence, earlier), limited=True)
    return Anchor(BACKGROUND)


def _turn(text: str, sentence: Sentence, earlier: Sequence[Row]) -> int | None:
    """Give where a sentence turns to an earlier event: behind ", when", or at a "but" before another earlier date."""
    first = earlier[0]
    if _WHEN.match(text[first["end"] : sentence.end]):
        return int(first["end"])
    breaks = [sentence.start + match.start() for match in _BUT.finditer(sentence.text)]
    return next((at for at in breaks if at >= first["end"] and any(row["start"] > at for row in earlier)), None)


def _opens_another(sentence: Sentence, known: frozenset[str]) -> bool:
    """Say whether a sentence turns to another event."""
    if _lexicon_phrases("apart").match(sentence.text):
        return True
    if not _lexicon_phrases("turn").match(sentence.text):
        return False
    places = {word for match in _LOCATIVE.finditer(sentence.text) for word in match.group(1).split()}
    return bool(places) and not places & known


def _goes_on(sentence: Sentence) -> bool:
    """Say whether a sentence points back to the event of the one before."""
    return bool(_lexicon_phrases("back").match(sentence.text) or _BACK_PRONOUN.search(sentence.text))


def _lead_names(article: Article) -> frozenset[str]:
    """Give the words of the names in the headline and the first sentences."""
    titles = [s for s in article.sentences if s.position == "title"]
    first: Sequence[Sentence] = [s for s in article.sentences if s.position != "title"][:LEAD_SENTENCES]
    return frozenset().union(*(_names(sentence.text) for sentence in (*titles, *first)))


def _names(text: str) -> frozenset[str]:
    """Give the words of the names in a text, its first word apart."""
    return frozenset(w for match in _NAME.finditer(text) if match.start() > 1 for w in match.group().split())


@cache
def _lexicon() -> Mapping[str, Sequence[str]]:
    """Read anchoring.toml."""
    return read_lexicon(__package__, "anchoring.toml")


@cache
def _lexicon_phrases(kind: str) -> Phrases:
    """Read the wording of one kind."""
    return Phrases(tuple(_lexicon()[kind]))
