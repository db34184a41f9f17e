"""Lines among the report's paragraphs: subheadings, inner bylines, captions that nobody signs."""

import re

from samestory.cleaning.byline import find_byline
from samestory.cleaning.caption import PHOTOGRAPHER, is_credit, names_scene
from samestory.cleaning.credit import Agencies
from samestory.cleaning.entries import ENTRY, ENTRY_TIME
from samestory.cleaning.headline import part_of
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lexicon, normal
from samestory.cleaning.restate import content
from samestory.cleaning.turns import is_spoken

SHORT_LINE = ("subhead", "short_line_between_paragraphs")
QUESTION = ("subhead", "question_between_paragraphs")
LONGEST = 12
LONGEST_QUESTION = 9
# "What went wrong?"; in one that somebody is heard to ask stand quotation marks.
ASKED = re.compile(r"(?:\d{1,2}[.)] )?(?P<opener>[A-Z][\w’']*) [^.!?“”\"]{2,70}\?")
# "Ada Quill, harbour master, on the Portville train crash"
SPEAKS_ON = re.compile(r"[A-Z][\w.’'-]+ [A-Z][\w.’'-]+(?:, [^,.:;!?]{3,60},)? on (?P<matter>[^,.:;!?“”\"]{4,60})")
FEWEST_OF_MATTER = 2
# Of the paragraphs of a report at most one in so many is a question that heads the next; an interview has more, and so
# has an explainer, in which nobody speaks.
SPACING = 2


def mark_inner(
    paragraphs: list[Paragraph], labels: list[Label], lead: int, headline: int | None, agencies: Agencies
) -> None:
    """Label repeated headlines, subheadings, inner bylines and unsigned captions among the report's paragraphs."""
    printed = normal(paragraphs[headline].text) if headline is not None else ""
    for paragraph in paragraphs[lead:]:
        number = paragraph.number
        if labels[number] is None and number > lead and ENTRY_TIME.fullmatch(paragraph.text):
            labels[number] = ENTRY
        if labels[number] is not None or paragraph.prose or paragraph.stops or paragraph.open_ended:
            continue
        folded = normal(paragraph.text)
        if folded == printed:
            labels[number] = ("title", "headline_repeated")
        elif part_of(folded, printed):
            labels[number] = ("subhead", "part_of_headline")
        elif (
            number > lead
            and not stands_in_list(paragraphs, labels, number)
            and not paragraph.text.startswith(('"', "“"))
        ):
            if paragraph.n_words <= LONGEST and (rule := find_byline(paragraph.text, agencies)):
                labels[number] = ("byline", rule)
                continue
            if headline is not None and _speaks_on(paragraph, paragraphs[headline]):
                labels[number] = ("caption", "line_without_stop")
                continue
            labels[number] = _short_line(paragraph, paragraphs[number + 1 : number + 2], labels)
        elif number > lead and paragraph.n_words <= LONGEST // 2 and _heads_as_quotation(paragraph, paragraphs, labels):
            labels[number] = SHORT_LINE
    _mark_questions(paragraphs, labels, lead)


def _short_line(paragraph: Paragraph, below: list[Paragraph], labels: list[Label]) -> Label:
    """Tell a subheading from a caption that nobody signs in its own line, by what stands below it if anything does."""
    if PHOTOGRAPHER.fullmatch(paragraph.text):
        return "caption", "photo_credit"
    if below and is_credit(below[0], labels[below[0].number]):
        return "caption", "above_photo_credit"
    short = paragraph.n_words <= LONGEST - (0 if paragraph.gap else 2)
    return SHORT_LINE if short and not names_scene(paragraph.text) else ("caption", "line_without_stop")


def _speaks_on(paragraph: Paragraph, headline: Paragraph) -> bool:
    """Tell whether a line says who speaks in a film, and on what: the matter of the headline, in its words."""
    match = SPEAKS_ON.fullmatch(paragraph.text)
    matter = content(match["matter"]) if match else frozenset[str]()
    return len(matter) >= FEWEST_OF_MATTER and matter <= headline.content


def _heads_as_quotation(paragraph: Paragraph, paragraphs: list[Paragraph], labels: list[Label]) -> bool:
    """Tell whether words in quotation marks, all of them or to the end of the line, head a paragraph of the report."""
    text, below = paragraph.text, paragraph.number + 1
    if text[0] == "“" and "”" not in text:
        return True
    whole = text[-1] in '”"' and not any(mark in text[1:-1] for mark in '“”"')
    return whole and below < len(paragraphs) and paragraphs[below].prose and labels[below] is None


def _mark_questions(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label short questions that head what stands below them: two or more, or one that asks who, what or why.

    A question amid a train of thought ("But will it hold?") goes on from the sentence before.
    """
    asked = [p for p in paragraphs[lead + 1 : -1] if labels[p.number] is None and _may_head(p, paragraphs, labels)]
    report = sum(p.prose and labels[p.number] is None for p in paragraphs[lead:])
    if len(asked) * SPACING > report and _is_interview(asked, paragraphs):
        return
    if len(asked) > 1:
        # Where questions head the parts of a report, so do those above a short answer.
        asked = [p for p in paragraphs[lead + 1 : -1] if labels[p.number] is None and _asks_briefly(p)]
    # Where the parts of a report have headings, a question may take up the last word of the part above.
    headed = len(asked) > 1 or SHORT_LINE in labels
    for paragraph in asked:
        if headed or _stands_alone(normal(paragraph.text).strip("?").split()):
            labels[paragraph.number] = QUESTION


def _is_interview(questions: list[Paragraph], paragraphs: list[Paragraph]) -> bool:
    """Tell whether questions are put to somebody, or most answers are given by one who speaks."""
    put = (set(normal(question.text).strip("?").split()) for question in questions)
    if any(not words.isdisjoint(lexicon()["subhead"]["addresses"]) for words in put):
        return True
    return 2 * sum(is_spoken(paragraphs[question.number + 1].text) for question in questions) >= len(questions)


def _stands_alone(words: list[str]) -> bool:
    """Tell whether a question asks who, what or why, or names a thing, and points at nothing that stands above it."""
    subhead = lexicon()["subhead"]
    names = words[0] in subhead["articles"] and len(words) > 2 and not set(words) & set(subhead["verbs"])
    return (names or words[0] in subhead["asks"]) and not set(words) & set(subhead["points_back"])


def _may_head(paragraph: Paragraph, paragraphs: list[Paragraph], labels: list[Label]) -> bool:
    """Tell whether a paragraph is a short question between two paragraphs of running text."""
    if not _asks_briefly(paragraph):
        return False
    below = paragraphs[paragraph.number + 1]
    return below.prose and labels[below.number] is None and not below.text.startswith(('"', "“"))


def _asks_briefly(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a short question that goes on from no sentence before."""
    if paragraph.n_words > LONGEST_QUESTION or paragraph.text[-1] != "?" or paragraph.prose:
        return False
    asks = ASKED.fullmatch(paragraph.text)
    return asks is not None and asks["opener"].casefold() not in lexicon()["subhead"]["goes_on"]


def stands_in_list(paragraphs: list[Paragraph], labels: list[Label], number: int) -> bool:
    """Tell whether a short line is one of three or more in a row: a list or a table."""

    def short(at: int) -> bool:
        if not 0 <= at < len(paragraphs):
            return False
        paragraph = paragraphs[at]
        fits = labels[at] is None or labels[at] == SHORT_LINE
        return fits and not paragraph.prose and not paragraph.stops

    first = last = number
    while first > number - 3 and short(first - 1):
        first -= 1
    while last < number + 3 and short(last + 1):
        last += 1
    return last - first >= 2
