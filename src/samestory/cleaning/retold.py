"""Parts of a page that tell the report again: boxes of key points, questions and answers, an editor's digest."""

import itertools
import re
from collections.abc import Iterator

from samestory.cleaning.credit import Agencies
from samestory.cleaning.dateline import find_dateline
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lexicon, lines_of, normal
from samestory.cleaning.restate import SENTENCE_END, content, mean, restated

BULLET = re.compile(r"(?:[•·▪●■*►▶–—-]|\d{1,2}[.)])\s")
HEADING = ("summary", "summary_heading")
STANDFIRST = ("standfirst", "between_headline_and_lead")
POINT = ("summary", "under_summary_heading")
LONGEST_HEADING = 8
LONGEST_POINT = 40
MOST_POINTS = 10
# Below the heading of a summary, three points, that of the outlook and what it says.
OUTLOOK_REACH = 5
MOST_BOXES = 3
FEWEST_BULLETS = 2
LONGEST_QUESTION = 18
FEWEST_ANSWERED = 5
FEWEST_ABOVE_FAQ = 2
SUMMARY_REACH = 8
FEWEST_WITH_SUMMARY = 4
SUMMARY_LOOKS = 200
SUMMARY_SHARE = 0.4
LONGEST_SOUGHT = 200
# Set by reading: a lead shares about a third of its content words with any one later paragraph, a digest most of them.
RESTATED_POINT = 0.35
RESTATED_SIGNED = 0.5
RESTATED = 0.65
# One paragraph of a digest may be said again by so much less than they are on the whole.
SLACK = 0.1


def mark_points(paragraphs: list[Paragraph], labels: list[Label], agencies: Agencies) -> None:
    """Label the points under the heading of a summary, at the top, amid the report or below it.

    A point has a bullet, or is said again in another paragraph; a line without a stop need be so only in part.
    """
    headings = [p for p in paragraphs if labels[p.number] == HEADING and p.n_words <= LONGEST_HEADING]
    for heading in headings[:MOST_BOXES]:
        first = heading.number + 1
        for point in paragraphs[first : first + MOST_POINTS]:
            if labels[point.number] is not None or point.n_words > LONGEST_POINT or find_dateline(point.text, agencies):
                break
            others = [*paragraphs[: heading.number], *paragraphs[point.number + 1 :]]
            said = [p.content for p in others[:SUMMARY_LOOKS] if labels[p.number] is None and p.prose]
            bar = RESTATED_SIGNED if point.stops else RESTATED_POINT
            if not BULLET.match(point.text) and restated(point.text, said) < bar:
                break
            labels[point.number] = POINT
        _mark_outlook(paragraphs[first : first + OUTLOOK_REACH], labels)


def _mark_outlook(below: list[Paragraph], labels: list[Label]) -> None:
    """Label what a summary says of what is to come, and the points above it: no other paragraph says that again."""
    heading = next((n for n, p in enumerate(below[:-1]) if normal(p.text) in lines_of("summary", "outlook")), None)
    points = below[: heading + 2] if heading is not None else []
    if all(labels[p.number] in (None, POINT) and p.n_words <= LONGEST_POINT for p in points):
        for point in points:
            labels[point.number] = POINT


def mark_faq(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label questions and answers below the report: under their heading, or where the answers repeat the report.

    An interview is none, nor are the questions that head the parts of a report: their answers are new.
    """
    heading = next((p for p in paragraphs[lead + 1 :] if p.n_words <= LONGEST_HEADING and _heads_faq(p)), None)
    below = [p for p in paragraphs[lead + 1 :] if labels[p.number] is None]
    questions = [p for p in below if "?" in p.text and _asks(p) and (heading is None or p.number > heading.number)]
    if not questions:
        return
    start, rule = questions[0].number, "questions_answered_above"
    above = [p for p in paragraphs[lead:start] if labels[p.number] is None and p.prose]
    if heading is not None and len(above) >= FEWEST_ABOVE_FAQ:
        start, rule = heading.number, "under_faq_heading"
        bar = RESTATED_SIGNED if normal(heading.text) in lines_of("faq", "interview") else 0.0
    elif len(above) > FEWEST_ABOVE_FAQ and len(questions) > 1:
        bar = RESTATED_SIGNED if len(questions) > 2 else RESTATED
    else:
        return
    if bar and _repeated(above, below, questions) < bar:
        return
    if heading is not None and start == heading.number:
        labels[start] = ("faq", "faq_heading")
    for paragraph in below:
        if paragraph.number >= start and labels[paragraph.number] is None:
            labels[paragraph.number] = ("faq", rule)


def _heads_faq(paragraph: Paragraph) -> bool:
    """Tell whether a short line heads questions and answers."""
    folded = normal(paragraph.text)
    if folded in lines_of("faq", "heading") or folded in lines_of("faq", "interview"):
        return True
    return not paragraph.stops and any(folded.startswith(start + " ") for start in lexicon()["faq"]["heading"]["start"])


def _asks(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph with a question mark is a short question, or one with its answer on the same line."""
    question = paragraph.text.partition("?")[0]
    return question[:1].isalnum() and len(question.split()) <= LONGEST_QUESTION and "." not in question[3:]


def _repeated(above: list[Paragraph], below: list[Paragraph], questions: list[Paragraph]) -> float:
    """Give how far what stands between short questions says again what stands above the first of them, 0..1."""
    asked = {p.number for p in questions if p.text.endswith("?")}
    answers = [
        p.text.partition("?")[2] if p in questions else p.text
        for p in below
        if p.number >= questions[0].number and p.number not in asked and p.n_words >= FEWEST_ANSWERED
    ]
    if not answers or len(answers) > 3 * len(questions):
        return 0.0
    words = [p.content for p in above[:SUMMARY_LOOKS]]
    return mean(restated(answer, words) for answer in answers[:20])


def mark_summary(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label an editor's digest above the report: two paragraphs or more that the rest says again in full.

    The bar is lower where an agency signs the text below: then the digest is the outlet's, the rest the agency's.
    """
    if _mark_bulleted(paragraphs, labels, lead):
        return
    body = [p for p in paragraphs[lead:] if labels[p.number] is None and p.prose]
    signed = any(label == ("credit", "sign_off") for label in labels)
    bar = RESTATED_SIGNED if signed else RESTATED
    above = [p for p in paragraphs[:lead] if labels[p.number] == STANDFIRST and p.prose and p.stops]
    scores = (
        [restated(p.text, [told.content for told in body[:SUMMARY_LOOKS]]) for p in above] if len(above) > 1 else []
    )
    if scores and min(scores) >= bar - SLACK and mean(scores) >= bar:
        for paragraph in above:
            labels[paragraph.number] = ("summary", "restated_below")
        return
    room = SUMMARY_SHARE * sum(p.n_words for p in body)
    if len(body) < FEWEST_WITH_SUMMARY or body[0].n_words + body[1].n_words > room:
        return
    if any(bound < bar - SLACK for bound in _bounds(body[:2], body[2:SUMMARY_LOOKS])):
        return
    words = [p.content for p in body[:SUMMARY_LOOKS]]
    digest: list[Paragraph] = []
    for count in range(2, min(SUMMARY_REACH, len(body) - 2) + 1):
        opening = body[:count]
        if sum(p.n_words for p in opening) > room:
            break
        scores = [restated(p.text, words[count:]) for p in opening]
        if min(scores) < bar - SLACK:
            # The more paragraphs the digest has, the fewer are left to be restated in.
            break
        if mean(scores) >= bar:
            digest = opening
    for paragraph in digest:
        labels[paragraph.number] = ("summary", "restated_below")


def _mark_bulleted(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> bool:
    """Label points with bullets that open the report and are said again below; tell whether there are any."""
    points = list(itertools.takewhile(lambda p: labels[p.number] is None and BULLET.match(p.text), paragraphs[lead:]))
    if not FEWEST_BULLETS <= len(points) <= MOST_POINTS:
        return False
    below = [p.content for p in paragraphs[lead + len(points) :] if labels[p.number] is None and p.prose]
    if mean(restated(p.text, below[:SUMMARY_LOOKS]) for p in points) < RESTATED_SIGNED:
        return False
    for point in points:
        labels[point.number] = ("summary", "restated_below")
    return True


def _bounds(opening: list[Paragraph], below: list[Paragraph]) -> Iterator[float]:
    """Give how far each paragraph is restated at most: its stems looked for as letters, which takes less time.

    A long paragraph has too many of them: for it the bound is 1.
    """
    folded = [p.text.casefold() for p in below]
    for paragraph in opening:
        if paragraph.n_words > LONGEST_SOUGHT:
            yield 1.0
            continue
        sentences = [stems for sentence in SENTENCE_END.split(paragraph.text) if len(stems := content(sentence)) >= 3]
        yield mean(max([sum([stem in text for stem in stems]) for text in folded]) / len(stems) for stems in sentences)
