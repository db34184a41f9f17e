"""Negation: whether the wording of a value stands for its opposite, or for nothing that anybody claims."""

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.standing import is_denied
from samestory.claims.phrases import compile_pattern

# "Denied that it was going too fast", "did not believe it had been arson", "rejected claims that the alarm was off".
_DENIAL = (
    r"(?:\bden(?:y|ies|ied|ying)|(?:\b(?:not|never)|n['’]t)\s+(?:think|believe|suppose))(?:\s+[\pL-]+){0,6}"
    r"|\b(?:reject|dismiss|disput|refut|rebut|contradict|counter)[\pL]*(?:\s+[\pL-]+){0,2}\s+"
    r"(?:claim|report|rumou?r|suggestion|allegation|accusation|assertion|account|stor(?:y|ie)|idea|notion)s?\s+that"
    r"(?:\s+[\pL-]+){0,8}"
)
# "Was not arrested", "nobody was held"; "no faulty valve", "no sign of a fire", "without any fire".
NEGATION = compile_pattern(
    rf"(?:(?:\b(?:not|never|nobody|nor|neither)|n['’]t)(?:\s+(?:(?:the|an?|any|its|their)\s+)?[\pL-]+){{0,2}}|{_DENIAL}"
    r"|\b(?:no|without(?:\s+(?:an?|any|the))?"
    r"|no\s+(?:sign|trace|evidence|indication|proof|hint)s?\s+of(?:\s+[\pL-]+){0,2}))\s+$"
)
# "Have ruled out arson".
_RULED_OUT = compile_pattern(
    r"\b(?:rul(?:e|es|ed|ing)\s+out|discount(?:s|ed)|exclud(?:e|es|ed|ing))(?:\s+[\pL-]+){0,3}\s+$"
)
DENIAL = compile_pattern(rf"(?:{_DENIAL})\s+$")
# "Could not take the weight of the crowd" denies no weight.
_UNABLE = compile_pattern(
    r"(?:\b(?:could|can|would|did|does|do)\s+(?:not|never)|n['’]t|\bcannot|\bunable to|\bfail(?:s|ed|ing)? to)"
    r"\s+(?:bear|withstand|take|hold|support|carry|cope\s+with|handle|resist|survive|prevent|stop|avoid|escape|contain"
    r"|sustain|stand|absorb|accommodate|endure|tolerate|manage|control|extinguish|outrun)\b(?:\s+[\pL-]+){0,3}\s+$"
)
# "Have not ruled out arson", "neither confirmed nor denied that it was": it stays open.
NOT_DENIED = compile_pattern(
    r"(?:\b(?:not|never|nor|neither|no\s+one|nobody|cannot)|n['’]t)(?:\s+[\pL-]+)?"
    r"\s+(?:rul(?:e|ed|ing)\s+out|den(?:y|ied|ying)|exclud(?:e|ed|ing))(?:\s+[\pL-]+){0,6}\s+$"
)
# "The company denied any involvement": what a name that is the value says of itself; "the jetty was undamaged".
DENIED_BEHIND = compile_pattern(
    r"^(?:[’']s?)?(?:\s+(?:has|have|had|also|later|immediately|strongly|flatly|[\pL]+ly))*\s+(?:den(?:y|ies|ied)|reject(?:s|ed)?"
    r"|refut(?:es?|ed)|dismiss(?:es|ed)?|disput(?:es?|ed))\s+(?:(?:any|all|the|such|these|those|having)\s+)*"
    r"(?:involvement|responsibility|role|part|blame|charges?|claims?|accusations?|allegations?|links?|connection)\b"
    r"|^(?:\s+and\s+[\pL -]{1,30}?)?\s+(?:was|were|is|are|remained|remains|(?:had|has|have)\s+been)\s+(?:left\s+)?"
    r"(?:unharmed|undamaged|intact|untouched|unaffected|spared|not\s+(?:hit|damaged|affected|struck))\b"
    r"|^\s+(?:(?:has|have|had|was|were|is|are|been|being|also|already|now|[\pL]+ly)\s+)*(?:ruled\s+out|discounted|excluded)\b"
)
# "Not just arson" says that it was.
NOT_ALONE = compile_pattern(r"(?:\bnot|n['’]t)\s+(?:just|only|merely|simply|solely)(?:\s+[\pL-]+)?\s+$")
# "Did not say whether the alarm was off", "it was unclear whether it had rung".
# "Denied that anyone had died" tells of none.
_ANY = compile_pattern(r"any(?:one|body)?\b")
UNSAID = compile_pattern(
    r"(?:\b(?:not|declin[\pL]+|refus[\pL]+|unable|unclear|unknown|uncertain|no comment)|n['’]t)\b[^,;:.“”\"]*\bwhether"
    r"(?:\s+[\pL\d-]+){0,10}\s+$"
)


def is_negated(article: Article, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a wording is negated ("was not arrested", "no one was held"), or denied by who is its source."""
    before, behind = article.text[sentence.start : start], article.text[end : sentence.end]
    said_not = NEGATION.search(before) and not NOT_ALONE.search(before) and not _UNABLE.search(before)
    negated = bool(said_not) or _RULED_OUT.search(before) is not None or DENIED_BEHIND.match(behind) is not None
    return negated or is_denied(article, start, end)


def is_unclaimed(article: Article, sentence: Sentence, start: int, end: int, *, count: bool) -> bool:
    """Say whether nobody claims what a wording says: who speaks leaves it open or does not deny it; a number is denied.

    Args:
        article: the article.
        sentence: the wording's sentence.
        start: where the wording begins.
        end: where it ends.
        count: whether it is a number: who denies one tells none.
    """
    before = article.text[sentence.start : start]
    count = count and _ANY.match(article.text[start:end]) is None
    return bool(UNSAID.search(before) or NOT_DENIED.search(before)) or (
        count and (bool(DENIAL.search(before)) or is_denied(article, start, end))
    )
