"""What the rules of cleaning and the encodings are called in the report."""

from functools import cache

from samestory.cleaning.decode import REPLACED
from samestory.lexicon import read_lexicon


@cache
def rules() -> dict[str, str]:
    """Give the words for each rule that clean/segments can name."""
    return read_lexicon(__package__, "rules.toml")


def rule_words(rule: str) -> str:
    """Say a rule of clean/segments in words; one that is not known (of an older table) by its name."""
    return rules().get(rule, rule.replace("_", " "))


def encoding_words(encoding: str) -> str:
    """Say the encoding of clean/documents in words."""
    if encoding == "str":
        return "text of a record"
    if encoding.endswith(REPLACED):
        return f"{encoding.removesuffix(REPLACED)}; bytes that fit no letter are shown as \ufffd"
    return encoding
