"""Numbers that count nothing: a difference, an age, what is allowed or would be, others' count, what is not known."""

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.lexicon import phrases_of, words_of
from samestory.claims.intervals import known_end
from samestory.claims.phrases import compile_pattern
from samestory.claims.quantities.numbers import measure_units
from samestory.rows import Row

# "26, one more than first thought".
_DIFFERENCE = compile_pattern(r"\s+(?:more|fewer|less|higher|lower) than\b")
# "85 km/h where 60 km/h is permitted", "a limit of 60": what is allowed, not what was.
_ALLOWED_BEHIND = compile_pattern(
    r"\s+(?:(?:speed\s+)?(?:limit|zone)\b|(?:is|are|was|were)\s+(?:the\s+)?(?:limit|maximum|allowed|permitted|legal))"
)
_ALLOWED_BEFORE = compile_pattern(r"\b(?:limit|maximum|allowed|permitted)(?:\s+(?:is|was|of|to|speed))*\s+$")
# "Had not been told of any deaths", "people who had no ticket": neither says that there was none.
_NOT_KNOWN = compile_pattern(
    r"\b(?:informed|aware|told|notified|kn[eo]wn?|heard|learned|learnt)\s+(?:of|about)\s+$"
    r"|\b(?:who|that)\s+(?:had|have|has|held|bought|carried)\s+$|\bwith\s+$"
)
# "If the boats had not come, there would have been hundreds dead".
_WOULD_BE = compile_pattern(r"(?:\bwould|['’]d)\s+(?:have\s+been|be)\s+$")
_COUNT_OF = compile_pattern(r"\b(?:number|count|total|tally) of (?:the )?([\pL-]+)[^;:()]*\s(?:to|at|is|was)\s+$")
_IS = compile_pattern(r"\b(?:is|are|was|were|be)\s+$")
OLDEST = 120


def counts_nothing(variable: Variable, article: Article, sentence: Sentence, row: Row) -> bool:
    """Say whether a number answers no question on how many there were, though its noun and place may fit one."""
    before, behind = article.text[sentence.start : row["start"]], article.text[row["end"] : sentence.end]
    if _DIFFERENCE.match(behind) or _WOULD_BE.search(before) or _is_age(before, row):
        return True
    if _is_allowed(variable, before, behind, row) or _is_of_other_state(variable, row):
        return True
    if _is_count_of_else(variable, before, row):
        return True
    return bool(row["negated"]) and _NOT_KNOWN.search(before) is not None


def _is_of_other_state(variable: Variable, row: Row) -> bool:
    """Say whether those counted are named by a state that the question asks nothing of: "94 wounded marchers"."""
    states, named = phrases_of("states"), row["unit"].rpartition(" ")[0]
    return states.match(named) and not any(states.match(wording) for wording in variable.triggers.wordings)


def _is_count_of_else(variable: Variable, before: str, row: Row) -> bool:
    """Say whether a number without a noun is a count of others: "raised its count of operations that it lost to 58"."""
    counted = _COUNT_OF.search(before) if row["unit"] == "-" else None
    asked = (variable.triggers, *variable.units.values())
    return counted is not None and not any(words.match(counted[1]) for words in asked)


def _is_age(before: str, row: Row) -> bool:
    """Say whether a number without a noun is how old people are: "most of the dead were over 60", not the toll."""
    age = known_end(row["low"], row["high"])
    old = row["unit"] == "-" and row["comparator"] in {"<", ">"} and age is not None and age < OLDEST
    return old and _IS.search(before) is not None and not words_of("reached", "counts").match(before)


def _is_allowed(variable: Variable, before: str, behind: str, row: Row) -> bool:
    """Say whether a measure is what is allowed; not where the question asks for that."""
    if row["unit"] not in measure_units() and row["unit"] != "-":
        return False
    match = _ALLOWED_BEHIND.match(behind) or _ALLOWED_BEFORE.search(before)
    return match is not None and not variable.triggers.match(match[0])
