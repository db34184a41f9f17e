"""What a sentence tells, where it ends in a question: "18 dead, 50 hurt; who is behind it?" tells of the dead."""

from dataclasses import replace

from samestory.claims.coding.articles import Sentence
from samestory.claims.phrases import compile_pattern

_ASKING = (
    r"(?:who|whom|whose|what|which|why|how|where|when|is|are|was|were|did|does|do|has|have|had|can|could|will|would"
    r"|should)\b"
)
# Behind a mark that ends a clause a question begins with its own word or its verb; ", or 58?" asks of what is before.
_ASKS = compile_pattern(rf"\s*(?:[;:–—]|\s-\s)\s*(?:(?:and|but|so)\s+)?{_ASKING}[^;:–—?]*\?\s*$")
_OPENS = compile_pattern(_ASKING)


def told_part(sentence: Sentence) -> Sentence | None:
    """Give the part of a sentence that claims something: all of it, what stands before a question, or None."""
    text = sentence.text.rstrip()
    if not text.endswith("?"):
        return sentence
    asks = _ASKS.search(text)
    if asks is None or not asks.start() or _OPENS.match(text):
        return None
    return replace(sentence, end=sentence.start + asks.start(), text=text[: asks.start()])
