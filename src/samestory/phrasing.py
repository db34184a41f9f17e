"""How numbers, lists, questions and segments are put into words: one wording for whatever speaks to a reader."""

from collections.abc import Sequence

SINGLE = str.maketrans("“”„", "‘’‚")
# Kinds of segments that a reader knows by another word.
KINDS = {
    "title": "headline",
    "subhead": "subheading",
    "caption": "photo caption",
    "faq": "FAQ",
    "furniture": "page furniture",
}


def in_marks(words: str) -> str:
    """Put words between quotation marks; those inside become single, as in print."""
    first, *rest = words.translate(SINGLE).split('"')
    inner = first + "".join(("’" if number % 2 else "‘") + part for number, part in enumerate(rest))
    return f"“{inner}”"


def say_kind(kind: str) -> str:
    """Say what a segment is (clean/segments ``kind``): ``title`` is ``headline``."""
    return KINDS.get(kind, kind)


def say_number(number: float) -> str:
    """Say a number in figures: ``2,500``, ``7,700,000,000``, ``4.5``."""
    return f"{number:,.0f}" if number == round(number) else f"{number:,.6g}"


def say_interval(low: float | None, high: float | None, comparator: str | None = None) -> str:
    """Say an interval: ``14``, ``24 to 90``, ``more than 70``, ``at least 70``, ``fewer than 7``, ``up to 7``.

    Args:
        low: the lower end, None where it is open.
        high: the upper end, None where it is open.
        comparator: as in claims/claims; ``>`` and ``<`` leave the end itself out.

    Returns:
        The words, ``–`` where both ends are open.
    """
    if low is not None and high is not None:
        return say_number(low) if low == high else f"{say_number(low)} to {say_number(high)}"
    if low is not None:
        return f"{'more than' if comparator == '>' else 'at least'} {say_number(low)}"
    if high is not None:
        return f"{'fewer than' if comparator == '<' else 'up to'} {say_number(high)}"
    return "–"


def say_variable(variable: str) -> str:
    """Say a variable's name as words that begin with a capital: ``rockets_fired`` is ``Rockets fired``.

    The words that articles share on a question found by alignment are no phrase, and are listed: ``count: people left``
    is ``Count (people, left)``.
    """
    words = variable.replace("_", " ").strip() or variable
    kind, colon, shared = words.partition(": ")
    if colon:
        words = f"{kind} ({', '.join(shared.split())})"
    return words[:1].upper() + words[1:]


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Say how many: ``1 article``, ``5 articles``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Sequence[str], limit: int = 8) -> str:
    """Join words as a sentence does, the rest of a long list as a number."""
    if len(words) > limit:
        return f"{', '.join(words[:limit])} and {len(words) - limit} more"
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def percent(share: float) -> str:
    """Say a share 0..1 as a whole percentage; what is not nothing is never called 0 %."""
    if 0 < share < 0.005:
        return "under 1 %"
    return f"{share * 100:.0f} %"
