"""Where the readers' comments begin: from there to the end nothing is the article."""

import itertools
import re

from samestory.cleaning.dates import find_dates
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lines_of, normal

# "3 comments", "2 responses to “Trains meet”", "One thought on “Trains meet”"
COUNTED = re.compile(
    r"(?:\d{1,4}|one|two|three) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{1,120})?", re.IGNORECASE
)
# "Ada Quill says:", "Ada Quill on March 4, 2021 at 3:12 pm", "4 March 2021 at 15:12"
SIGNED = re.compile(
    r".{2,40} (?:says|said|writes|wrote)(?: on .{4,40})?:|.{0,40}\b\d{4},? (?:at )?\d{1,2}:\d\d ?(?:[ap]\.?m\.?)?:?",
    re.IGNORECASE,
)
LONGEST_HEADING = 8
LONGEST_COUNTED = 25
LONGEST_SIGN = 20
# "Bo Dahl, Old Harbour", "Posted by Bo Dahl on".
LONGEST_NAME = 5
FEWEST_ABOVE = 30
WITHIN = 4
FEWEST_SIGNS = 2
# Of the paragraphs below a heading, at least one in so many shows a comment.
SPACING = 6


def find_comments(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> int | None:
    """Find the paragraph that heads the comments or their form.

    A heading in the lower half with most of the running text above it is enough; further up it needs the fields of
    the form at once below it, or signed comments from there to the end: a link to the comments has neither.
    """
    half = lead + (len(paragraphs) - lead) // 2
    above = words_above(paragraphs, labels)
    shown: list[int] = []
    for paragraph in paragraphs[lead + 1 :]:
        if paragraph.n_words > LONGEST_COUNTED:
            continue
        number = paragraph.number
        heads = paragraph.n_words <= LONGEST_HEADING and normal(paragraph.text) in lines_of("tail", "comments")
        if heads and number >= half and 2 * above[number] >= above[-1]:
            return number
        if above[number] >= FEWEST_ABOVE and (heads or _counted(paragraph)):
            first = number + 1
            shown = shown or _comments_from(paragraphs)
            fields = any(_form_field(line) for line in paragraphs[first : first + WITHIN])
            if fields or _dense(shown[first], len(paragraphs) - first):
                return number
    return None


def signs_comment(paragraphs: list[Paragraph], labels: list[Label], lead: int, number: int) -> bool:
    """Tell whether a date or name signs a comment, not the article: an article stands above, signed texts below."""
    comments = find_comments(paragraphs, labels, lead)
    if comments is not None and comments < number:
        return True
    below = paragraphs[number:comments]
    return words_above(paragraphs, labels)[number] >= FEWEST_ABOVE and _dense(_comments_from(below)[0], len(below))


def words_above(paragraphs: list[Paragraph], labels: list[Label]) -> list[int]:
    """Give the words of running text above each paragraph, and at the end those of all."""
    words = (p.n_words if p.prose and labels[p.number] is None else 0 for p in paragraphs)
    return [0, *itertools.accumulate(words)]


def _comments_from(paragraphs: list[Paragraph]) -> list[int]:
    """Count from each paragraph to the end the lines that show a comment."""
    shown = [_shows_comment(paragraph) for paragraph in reversed(paragraphs)]
    return [*itertools.accumulate(shown, initial=0)][::-1]


def _dense(signs: int, lines: int) -> bool:
    """Tell whether so many signs of comments among so many lines show that they are comments."""
    return signs >= FEWEST_SIGNS and signs * SPACING >= lines


def _counted(paragraph: Paragraph) -> bool:
    line = paragraph.text
    return paragraph.n_words <= LONGEST_COUNTED and line[0] in "123456789OoTt" and bool(COUNTED.fullmatch(line))


def _form_field(paragraph: Paragraph) -> bool:
    """Tell whether a line is one of those that only a comment form has."""
    folded = normal(paragraph.text) if paragraph.n_words <= LONGEST_SIGN else ""
    return any(folded.startswith(field) for field in lines_of("tail", "comment_fields"))


def _shows_comment(paragraph: Paragraph) -> bool:
    """Tell whether a line names who comments and when, or offers an answer to a comment."""
    if paragraph.n_words > LONGEST_SIGN:
        return False
    line = paragraph.text
    return normal(line) in lines_of("tail", "comment_signs") or bool(SIGNED.fullmatch(line)) or _dated(paragraph)


def _dated(paragraph: Paragraph) -> bool:
    """Tell whether a line is a date with no more than a name beside it."""
    dates = [] if paragraph.stops else list(find_dates(paragraph.text))
    within = sum(len(paragraph.text[date.start : date.end].split()) for date in dates)
    return bool(dates) and paragraph.n_words - within <= LONGEST_NAME
