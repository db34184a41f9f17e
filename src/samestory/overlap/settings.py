"""The parameters of the search for shared passages, each with its default and what it does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OverlapSettings:
    """Parameters of the overlap stage. One setting serves every figure that is quoted.

    Attributes:
        shingle_words: tokens in a shingle; no passage is found that lacks a shared run of this length.
        window: shingles in a winnowing window; every shared run of ``shingle_words + window - 1`` tokens is found.
        max_df: a fingerprint with more occurrences is tied to its earliest occurrence only, so that the cost
            stays linear in the corpus; stories that grow from such ties are completed (``stars``).
        max_copies: a stretch in more articles than this is a formula, no story: its ties are not completed.
        max_repeats: places in one article at which the same fingerprint counts; later ones are passed over.
        link_gap: two matches of one pair at most this many tokens apart on both sides are one passage.
        look: tokens looked at past the end of a passage in one step; it grows as long as a step finds more.
        band: how far, in tokens, the two sides may shift against each other in one such step.
        edit_penalty: matched tokens that one inserted, deleted or replaced token must be repaid with.
        min_words: words that the shorter side of a passage must have.
        paraphrase_threshold: least similarity of two sentences (0..1) to be a paraphrase; see ``paraphrase``.
        paraphrase_min_words: words that both sentences must have.
        paraphrase_max_documents: events with more articles are not searched for paraphrases.
        text_max_documents: above this many articles passages carry no text_a and text_b.
        text_max_mb: nor do they where these would be more than so many million characters in all.
    """

    shingle_words: int = 6
    window: int = 4
    max_df: int = 64
    max_copies: int = 1000
    max_repeats: int = 8
    link_gap: int = 12
    look: int = 24
    band: int = 4
    edit_penalty: int = 1
    min_words: int = 8
    paraphrase_threshold: float = 0.45
    paraphrase_min_words: int = 6
    paraphrase_max_documents: int = 200
    text_max_documents: int = 10_000
    text_max_mb: int = 200
