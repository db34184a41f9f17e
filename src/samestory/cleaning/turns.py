"""Transcripts: who speaks in turn, and what happens between the turns."""

import itertools
import re

from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lexicon

TURN = ("body", "turn_of_speaker")
# "ADA QUILL, HOST:", "QUILL (on camera):", "SEN. BO DAHL (I), CHAIRMAN:": a name in capitals, perhaps who that is.
SPEAKER = re.compile(
    r"(?P<name>[^\W\d_a-z]{2}(?:[^\W\d_a-z]|[.’' -]){1,40})(?:[ ,(][^:.!?“”\"]{0,60}(?:\.[^:.!?“”\"]{0,30})?)?:"
)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
WORD = re.compile(r"[a-z']+")
REACH = 120


def mark_turns(paragraphs: list[Paragraph], labels: list[Label]) -> None:
    """Label the turns of a transcript and the directions in brackets between them.

    A dateline in capitals with a colon looks like the name of who speaks. It stands above a report once, or above
    each of several in turn; who speaks comes back after somebody else has spoken, and says "I", "you" or asks.
    """
    turns = {
        p.number: name
        for p in paragraphs
        if labels[p.number] is None and p.text[:2].isupper() and (name := _speaker(p.text))
    }
    if not _in_turn(list(turns.values())) or _reports([paragraphs[number] for number in turns]):
        return
    for number in turns:
        labels[number] = TURN
    for paragraph in paragraphs:
        line = paragraph.text
        if labels[paragraph.number] is None and line[0] + line[-1] in {"()", "[]"} and line.isupper():
            labels[paragraph.number] = ("furniture", "direction_in_transcript")


def _reports(turns: list[Paragraph]) -> bool:
    """Tell whether what stands behind the names is an English report of places in turn: nobody speaks in it."""
    if not any(" the " in turn.text for turn in turns):
        return False
    said = " ".join(QUOTED.sub(" ", turn.text) for turn in turns)
    return "?" not in said and not is_spoken(said)


def is_spoken(text: str) -> bool:
    """Tell whether a text says "I", "you" or "we", quotations aside, as who speaks does and a report does not."""
    said = QUOTED.sub(" ", text).replace("’", "'").casefold()
    return not set(lexicon()["turn"]["spoken"]).isdisjoint(WORD.findall(said))


def _speaker(line: str) -> str | None:
    """Give the last name of who speaks at the beginning of a line."""
    match = SPEAKER.match(line, 0, REACH)
    if match is None or not match["name"].isupper():
        return None
    words = match["name"].split()
    return words[-1] if words[0] not in lexicon()["dateline"]["not_places"] else None


def _in_turn(names: list[str]) -> bool:
    """Tell whether somebody speaks again after another has spoken."""
    spoken: set[str] = set()
    for before, name in itertools.pairwise(names):
        spoken.add(before)
        if name != before and name in spoken:
            return True
    return False
