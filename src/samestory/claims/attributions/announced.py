"""A quotation behind a colon in a sentence that has no cue for it: "Ann Lee gave them a day: “Then we leave.”"."""

from samestory.claims.attributions.view import Attribution, View, attribute, speaks, widened
from samestory.claims.sources.words import is_person


def read_announced(view: View, found: list[Attribution]) -> Attribution | None:
    """Give a quotation that stands right behind a colon, and that no cue has, to the subject of its sentence.

    Args:
        view: the sentence.
        found: the attributions that its cues have.
    """
    sentence, taken = view.sentence, {group for made in found for group in made.groups}
    if view.headline or ":" not in sentence.words or all(q.group in taken for q in view.quotations):
        return None
    colon = next((i for i in range(1, len(sentence) - 1) if _opens(view, i)), None)
    source = view.main_subject(colon) if colon is not None else None
    if colon is None or source is None or not (is_person(sentence.between(*source)) or speaks(sentence, source)):
        return None
    made = attribute(view, [widened(view, colon + 1, colon + 1)], source, (colon, colon), "neutral", "announced")
    return made if made is not None and taken.isdisjoint(made.groups) else None


def _opens(view: View, index: int) -> bool:
    """Tell whether an unquoted colon stands at a token, and a quotation right behind it."""
    return view.sentence.words[index] == ":" and not view.quoted[index] and view.quoted[index + 1]
