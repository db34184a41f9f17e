"""Which number belongs to what is said: "seven people died and dozens were injured" gives each state its own.

A number belongs to the wording that follows it in its clause, else to the one before it.
"""

from collections.abc import Sequence
from functools import cache

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.lexicon import binding_lexicon, phrases_of, words_of
from samestory.claims.coding.superseding import rises
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.rows import Row

# What ends a clause, or begins the next predicate.
BREAK = compile_pattern(r"[;:()\n–—]|, |\b(?:and|but|while|after|when|as)\b")
_STRONG_BREAK = compile_pattern(
    r"[;:()\n–—]|, (?:who|which|while|when|but|after|officials|police)\b"
    r"|\b(?:when|while|after)\b|\bas (?:an?|the|his|her|its|their)\b"
)
_OTHER_CLAUSE = compile_pattern(
    r"\b(?:until|till|before|because|although|though|if|unless|whether|when|while|after|as|he|she|they|it|we|I|you)\b"
)
_DETERMINED = compile_pattern(r"(?:\b(?:the|his|her|its|their|our|my|your|this|that|these|those|an?)|[\pL][’']s?)\s+$")
# Between the numbers of one list, and between two states that are denied together.
JOINED = compile_pattern(r"(?:,? and|,|,? as well as|,? along with|,? plus)(?: the| another| a further)?\s+")
_EITHER = compile_pattern(r"(?:\s+[\pL-]+ly)?(?:,|\s+(?:or|nor|and))\s+(?:[\pL-]+ly\s+)?")
_ADDED = compile_pattern(r"\b(?:and|or|plus)\s+(?:the\s+|another\s+|a further\s+)?$")
# What a clause begins behind, and the verb behind a number: "and two others were suspended", "nobody knows".
_OPENS = compile_pattern(r"(?:[,;:–—]|\b(?:and|but|while|that|said|says|say|told|reported|reports))\s*$")
_NEXT_VERB = compile_pattern(r"\s+(?:could|can|has|is|was|[\pL]+s)\b")
_PREDICATE = compile_pattern(
    r"(?:\s+(?:others|more))?(?:\s+(?:is|are|was|were|has|have|had|been|being|be|also|later|still|then|now|already|since|[\pL]+ly)\b)*\s+[\pL-]+(?:ed|en)\b"
    r"|(?:\s+(?:others|more))?\s+(?:is|are|was|were|remain|remains|remained)\s+[\pL-]+"
)
# "Four bodies were found, and we are in touch with 38": what is told of a number has a subject of its own.
_OWN_SUBJECT = compile_pattern(r"\b(?:and|but|while)\s+(?:we|he|she|they|it|I|you)\s")
# "250 officers were there and the injured were helped".
_NEW_SUBJECT = compile_pattern(
    r"\b(?:and|but|while|when|as)\s+(?:that\s+)?(?:the|an?|its|his|her|their|one|another)\s+(?:[^,;]*\b(?:was|is|has)\s[^,;]*)?$"
)
# "The toll, which stood at 12 on Sunday, rose to 19": what stands aside, and where a clause about the toll begins.
_ASIDE = compile_pattern(r", (?:which|who|that)\b[^,;:]*,|, which\b")
# "The injured were given as 69": no clause of its own.
_GIVEN_AS = compile_pattern(r"\b(?:given|put|set|listed|reported|recorded|counted)\s+as\b")
# "And forcing 1,200 residents from their homes": the verb whose object a number is.
_GOVERNED = compile_pattern(r"(?:[,;]|\band)\s+([\pL-]+(?:ing|ed))\s+$")
# "Seven rings worth £4,000 were stolen": a number that only tells more of those counted.
_MEASURED = compile_pattern(r"\b(?:worth|valued at|priced at|costing|aged|weighing|measuring)\s+$")
# "Two of the 12 injured died": the 12 are only those of whom it is told.
_OF_GROUP = compile_pattern(r"\b(?:of|among)\s+(?:the|those|these|all)\s+$")
# "340 people, many of whom were injured".
_SOME_OF_THEM = compile_pattern(r"\bof (?:whom|them|which)\b[^,;]*$")
_AMONG = compile_pattern(r"\s+(?:among|of)\s+(?:the\s+|those\s+)?")
_INCLUDING = compile_pattern(r",?\s+(?:including|among them|of them|of whom)\s+$")
# From this level on a wording stands in another clause.
LOOSE = 3
# A number without a noun belongs to a state this near: "killing 12", "12 confirmed dead".
NEAR_CHARS = 24
# The words before a number by which it only tells more of something have at most so many characters.
MEASURED_REACH = 12

Span = tuple[int, int]


def belongs(
    text: str, sentence: Sentence, row: Row, end: int, rows: Sequence[Row], own: Phrases, *, near: bool = False
) -> bool:
    """Say whether a number belongs to a question's own wording rather than to another state in its sentence.

    Args:
        text: the article's text.
        sentence: the number's sentence.
        row: the number, a row of claims/quantities.
        end: where the noun it counts ends.
        rows: all numbers of the sentence.
        own: the question's triggers.
        near: ask for the wording right beside the number, for a number without a noun.
    """
    ranked = _ranked(text, sentence, row, end, rows, own)
    if not ranked:
        return False
    level, distance, other, span = min(ranked)
    if other or (near and (level >= LOOSE - 1 or not (distance <= NEAR_CHARS or _is_reached(text, sentence, row)))):
        return False
    if span[1] <= row["start"] and _has_said_more(text, row, end, span, level, own):
        return False
    # "Nobody told us until my neighbour was dead", "nobody blamed the dead": something else says who is dead.
    between = text[row["end"] : max(span[0], row["end"])]
    if row["negated"] and (_OTHER_CLAUSE.search(between) or _DETERMINED.search(between)):
        return False
    if level > LOOSE and span[0] >= end and _NEW_SUBJECT.search(text[end : span[0]]):
        return False
    # "More than 100 workers battled to free five people trapped": the wording belongs to the other number.
    others = [r for r in rows if r["start"] != row["start"] and not in_list(text, end, r)]
    # So it does in "left 24 people dead in the market, two officers said".
    apart = row["rule"] == "noun" and span[1] <= row["start"] and not _ADDED.search(text[span[1] : row["start"]])
    return (
        level < LOOSE
        or (level == LOOSE and not apart)
        or all(_rank(text, r["start"], r["end"], span, rows)[0] >= LOOSE - 1 for r in others)
    )


def _ranked(
    text: str, sentence: Sentence, row: Row, end: int, rows: Sequence[Row], own: Phrases
) -> list[tuple[int, int, bool, Span]]:
    """Rank what may be said of a number: (level, distance, whether it is another state than the question's, span)."""
    spans = [span for span in own.spans(sentence.text, sentence.start) if not _said_of_some(text, end, span)]
    states = phrases_of("states").spans(sentence.text, sentence.start)
    rivals = [span for span in states if not any(_is_own(text, span, mine, row) for mine in spans)]
    ranked = [(*_rank(text, row["start"], end, span, rows), False, span) for span in spans]
    ranked += [(*_rank(text, row["start"], end, span, rows), True, span) for span in rivals]
    everybody = phrases_of("everybody").match(sentence.text)
    if not everybody and any(_meet(span, mine) for span in states for mine in spans):
        there = [span for span in phrases_of("presence").spans(sentence.text, sentence.start) if span[1] != end]
        ranked += [(LOOSE, 0, True, span) for span in there if _rank(text, row["start"], end, span, rows)[0] < LOOSE]
    return ranked


def _has_said_more(text: str, row: Row, end: int, span: Span, level: int, own: Phrases) -> bool:
    """Say whether something else is said of a number behind its question's wording.

    "One clerk was arrested and two others were suspended", "injuring nine and forcing 1,200 to flee", "how many
    died nobody knows"; but "killing nobody".
    """
    before = text[span[1] : row["start"]]
    if row["negated"] and (not before.isspace() or _NEXT_VERB.match(text[row["end"] :])):
        return True
    if level <= 1:
        return False
    if _OWN_SUBJECT.search(before):
        return True
    governed = _GOVERNED.search(before)
    if governed is not None and not own.match(governed[1]) and not words_of("governing", "none").match(governed[1]):
        return True
    predicate = _PREDICATE.match(text[end:]) if _OPENS.search(before) else None
    return predicate is not None and not own.match(predicate[0])


def _is_reached(text: str, sentence: Sentence, row: Row) -> bool:
    """Say whether a number is what a count of its clause stands at: "the toll in the flooded valley has risen to 3"."""
    clause = BREAK.split(_ASIDE.sub(" ", text[sentence.start : row["start"]]))[-1]
    counted = any(words_of("reached", "counts").spans(clause))
    ends = [end for words in (words_of("reached", "verbs"), rises()) for _, end in words.spans(clause)]
    return counted and any(not clause[end:].strip() for end in ends)


def in_list(text: str, end: int, row: Row) -> bool:
    """Say whether a number stands in one list with the one before it: "10 tourists, two pilots", not "four of whom"."""
    part = any(start <= 1 for start, _ in words_of("parts", "of").spans(text[row["end"] : row["end"] + NEAR_CHARS]))
    return bool(JOINED.fullmatch(text[end : row["start"]])) and not part


def belongs_to(text: str, counted: Row, row: Row) -> bool:
    """Say whether a number is of what those counted before it belong to: "20 residents of three villages"."""
    return counted["rule"] == "noun" and text[counted["end"] : row["start"]].strip() == "of"


@cache
def is_toll(own: Phrases) -> bool:
    """Say whether a question counts the dead or the hurt, of whom ever more become known."""
    return any(own.match(word) for word in binding_lexicon()["tolls"]["words"])


@cache
def grows(own: Phrases) -> bool:
    """Say whether a question counts what only grows while the news goes on: a toll, arrests."""
    return is_toll(own) or any(own.match(word) for word in binding_lexicon()["growing"]["words"])


@cache
def is_volatile(own: Phrases) -> bool:
    """Say whether a question counts the missing, of whom some are found and others reported by the hour."""
    return any(own.match(word) for word in binding_lexicon()["volatile"]["words"])


def _rank(text: str, start: int, end: int, span: Span, rows: Sequence[Row]) -> tuple[int, int]:
    """Rank how closely a wording belongs to a number: (level, distance); the lower the closer."""
    first, last = span
    if first < end and start < last:
        # "12 deaths"; in "21 abducted girls were freed" what qualifies the noun gives way to what is said of it.
        return (0, 0) if last == end and phrases_of("states").match(text[first:last]) else (1, 0)
    behind = first >= end
    gap = text[end:first] if behind else _GIVEN_AS.sub("", text[last:start])
    inside = [r for r in rows if ((end <= r["start"] < first) if behind else (last <= r["start"] < start))]
    if behind:
        counted = [r for r in rows if r["start"] == start]
        inside = [r for r in inside if not any(belongs_to(text, other, r) for other in counted)]
        # "Ten Danes among 12 dead": what is said of all is said of these.
        if any(r["rule"] == "noun" for r in counted):
            inside = [r for r in inside if not _AMONG.fullmatch(text[end : r["start"]])]
    between = any(not _MEASURED.search(text[max(0, r["start"] - MEASURED_REACH) : r["start"]]) for r in inside)
    if not behind and (bare := _ASIDE.sub("", gap)) != gap:
        gap, between = bare, False
    elif not behind and (whole := _INCLUDING.search(gap)) is not None:
        # "Killed 12 people, including ten Danes".
        gap, between = gap[: whole.start()], any(last <= r["start"] for r in inside[:-1])
    if behind:
        return (0 if not between and not BREAK.search(gap) else LOOSE + 1), len(gap)
    if not between and not BREAK.search(gap):
        return 1, len(gap)
    return (2 if not _STRONG_BREAK.search(gap) and "," not in gap else LOOSE), len(gap)


def _is_own(text: str, state: Span, mine: Span, row: Row) -> bool:
    """Say whether a state is the question's own, or said with it: "remain missing", "no one was killed or injured"."""
    if _meet(state, mine):
        return True
    between = text[min(state[1], mine[1]) : max(state[0], mine[0])]
    joined = row["negated"] and row["end"] <= state[0] and _EITHER.fullmatch(between)
    if joined or state[1] >= mine[0] or not between.isspace():
        return bool(joined)
    return not _OF_GROUP.search(text[max(0, row["start"] - NEAR_CHARS) : row["start"]])


def _said_of_some(text: str, end: int, span: Span) -> bool:
    """Say whether a wording behind a number is said of some of those it counts: "340 people, many of whom ..."."""
    match = _SOME_OF_THEM.search(text[end : span[0]]) if end <= span[0] else None
    return match is not None and not text[end : end + match.start()].isspace()


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
