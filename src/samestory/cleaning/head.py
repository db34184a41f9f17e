"""The head of an article: what stands above its lead."""

import re
from dataclasses import dataclass

from samestory.cleaning.byline import LONGEST as LONGEST_BYLINE
from samestory.cleaning.byline import (
    NAMES_AND_PLACE,
    find_byline,
    is_employer,
    is_post,
    names_before_post,
    opens_byline,
)
from samestory.cleaning.caption import PHOTOGRAPHER, ends_in_name, is_credit
from samestory.cleaning.comments import signs_comment
from samestory.cleaning.credit import Agencies
from samestory.cleaning.dateline import AGENCY_NOTE, find_dateline, stands_alone
from samestory.cleaning.dates import DATE_WORDS, find_dates, is_date_in_figures, is_date_without_year
from samestory.cleaning.entries import ENTRY
from samestory.cleaning.furniture import BULLET
from samestory.cleaning.headline import LONGEST as LONGEST_HEADLINE
from samestory.cleaning.headline import find_headline, part_of, same_line
from samestory.cleaning.layout import WINDOW, Label, Paragraph
from samestory.cleaning.lexicon import normal
from samestory.cleaning.press_release import announces_release
from samestory.cleaning.rights import above_report, opens_as_copyright
from samestory.cleaning.section import CRUMBS, is_section
from samestory.cleaning.turns import TURN

BYLINE_ABROAD = ("byline", "by_line_abroad")
DATELINE_LINE = ("dateline", "dateline_line")
# What an agency in brackets is taken for, where nothing is known of its place.
BRACKETED = (("caption", "photo_credit_at_end"), ("furniture", "related_link"))
FACTS = frozenset(["byline", "date", "dateline", "section"])
LONGEST_STANDFIRST = 45
LONGEST_CRUMB = 4
LONGEST_PATH = 20
DIGIT = re.compile(r"\d")
IN_FIGURES = re.compile(r"\d[/-]\d")
LETTERS = re.compile(r"[^\W_]+")
HANDLE = re.compile(r"(?:(?:^|\s+)(?:@\w+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+))+")


@dataclass(frozen=True)
class Head:
    """What the head is: the paragraph of the lead and that of the headline."""

    lead: int
    title: int | None


def mark_facts(paragraphs: list[Paragraph], labels: list[Label], agencies: Agencies) -> None:
    """Label the lines near the top that give date, author, section or place and nothing else."""
    above = True
    for paragraph in paragraphs[:WINDOW]:
        number = paragraph.number
        if above and labels[number] in BRACKETED:
            labels[number] = _credit_line(paragraph, labels, agencies) or labels[number]
        if labels[number] is None:
            labels[number] = _line_of_facts(paragraph, above, agencies)
            if labels[number] == BYLINE_ABROAD and _is_english(paragraphs[: 2 * WINDOW]):
                # "Di Maria Scores" heads an English report, "Par Three Course Reopens" a part of one.
                labels[number] = None
            above = above and not (labels[number] is None and paragraph.prose and number > 0)


def mark_head(paragraphs: list[Paragraph], labels: list[Label], title: str | None, agencies: Agencies) -> Head:
    """Label the paragraphs above the lead.

    Args:
        paragraphs: of the article.
        labels: what is known of each; those above the lead are filled in.
        title: the headline where it is known from elsewhere.
        agencies: the agencies known.

    Returns:
        Where the lead and the headline stand.
    """
    headline = find_headline(paragraphs, labels, title, agencies)
    lead = _find_lead(paragraphs, labels, headline, agencies)
    if headline is not None:
        labels[headline] = ("title", "given_title" if same_line(paragraphs[headline], title) else "first_headline_line")
    # Whether a longer line is a caption depends on the names and posts around it.
    for paragraph in sorted(paragraphs[:lead], key=_reads_as_more):
        if labels[paragraph.number] is None:
            labels[paragraph.number] = _head_line(paragraph, paragraphs[: lead + 1], headline, labels)
    return Head(lead, headline)


def _is_english(paragraphs: list[Paragraph]) -> bool:
    """Tell whether most of the running text is English; a title or a quotation in it does not make a text so."""
    prose = [p for p in paragraphs if p.prose]
    return 2 * sum(" the " in p.text for p in prose) > len(prose)


def _is(label: Label, kind: str) -> bool:
    return label is not None and label[0] == kind


def _line_of_facts(paragraph: Paragraph, above: bool, agencies: Agencies) -> Label:
    """Recognise a line that gives date, author, section or place and nothing else; the last two above prose only."""
    line = paragraph.text
    if paragraph.n_words > 24:
        return None
    dates = list(find_dates(line)) if DIGIT.search(line) else []
    if dates and above and stands_alone(line, agencies):
        return DATELINE_LINE
    if dates:
        rest = line
        for date in reversed(dates):
            rest = rest[: date.start] + " " + rest[date.end :]
        rest = DATE_WORDS.sub(" ", rest)
        n_words = sum(LETTERS.search(word) is not None for word in rest.split())
        if n_words <= 3 or (n_words <= 12 and not paragraph.stops and _facts_only(rest.strip())):
            return "date", "date_line"
    elif (IN_FIGURES.search(line) and is_date_in_figures(DATE_WORDS.sub("", line).strip(" :"))) or (
        above and DIGIT.search(line) and is_date_without_year(line)
    ):
        return "date", "date_line"
    if paragraph.n_words <= LONGEST_BYLINE and not paragraph.stops and (rule := find_byline(line, agencies)):
        return "byline", rule
    if not above:
        return None
    if line[0] + line[-1] == "()" and AGENCY_NOTE.match(line):
        return "furniture", "agency_note"
    if signed := _signed(line.rstrip(" |·•"), agencies):
        return signed
    if stands_alone(line, agencies) or ((found := find_dateline(line, agencies)) and found[1] >= len(line)):
        return DATELINE_LINE
    if paragraph.n_words <= LONGEST_PATH and not paragraph.stops and is_section(line):
        return "section", "section_name"
    return None


def _credit_line(paragraph: Paragraph, labels: list[Label], agencies: Agencies) -> Label:
    """Recognise a line above the report that gives the agency in brackets; below a caption it is the photographer's."""
    if stands_alone(paragraph.text, agencies):
        return DATELINE_LINE
    if opens_as_copyright(paragraph):
        return None
    beside = labels[paragraph.number - 1] if paragraph.number > 1 else None
    heads = paragraph.number <= 1 or (beside is not None and beside[0] in FACTS)
    return _signed(paragraph.text, agencies) if heads else None


def _signed(line: str, agencies: Agencies) -> Label:
    """Recognise a line that credits an agency with the report, or with a part of it, and says no more."""
    if not agencies.sign_off(line):
        return None
    return ("byline", "contribution") if agencies.signs_part(line) else ("byline", "agency_line")


def _facts_only(rest: str) -> bool:
    """Tell whether what a date line has besides the date is an author or a path of sections."""
    parts = CRUMBS.split(rest)
    return opens_byline(rest) or (len(parts) > 1 and all(len(part.split()) <= LONGEST_CRUMB for part in parts))


def _find_lead(paragraphs: list[Paragraph], labels: list[Label], headline: int | None, agencies: Agencies) -> int:
    """Find the paragraph the report begins with; the number of paragraphs where there is none."""
    open_ones = [p for p in paragraphs if labels[p.number] is None and p.number != headline]
    if headline is not None and _standfirst_follows(paragraphs[headline], open_ones):
        open_ones = open_ones[1:]
    first = next((p.number for p in open_ones if _opens_report(p) or find_dateline(p.text, agencies)), None)
    entry = next((p.number for p in paragraphs[:first] if labels[p.number] in (ENTRY, TURN)), None)
    if entry is not None and (first is not None or labels[entry] == TURN):
        return entry
    if first is None or first > 2 * WINDOW:
        first = next((p.number for p in open_ones if p.prose), None)
    if first is None or first > 2 * WINDOW:
        # No running text near the top: a list, a poem, a page of short lines. More than a few of them are its body.
        return open_ones[0].number if len(open_ones) > 2 else len(paragraphs)
    return _below_anchor(paragraphs, labels, first, agencies) if headline is not None else first


def _standfirst_follows(headline: Paragraph, below: list[Paragraph]) -> bool:
    """Tell whether a headline ends in a semicolon and a sentence that completes it stands below."""
    return headline.open_ended and len(below) > 1 and below[0].n_words <= LONGEST_HEADLINE < below[1].n_words + 15


def _opens_report(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph can be a lead: running text with a stop, or too long for a standfirst."""
    return paragraph.prose and (paragraph.stops or paragraph.open_ended or paragraph.n_words > LONGEST_STANDFIRST)


def _below_anchor(paragraphs: list[Paragraph], labels: list[Label], first: int, agencies: Agencies) -> int:
    """Move the lead below a byline, date line or dateline that stands under a standfirst of whole sentences."""
    lead, prose = first, 0
    if find_dateline(paragraphs[first].text, agencies):
        return first
    for paragraph in paragraphs[first:WINDOW]:
        label = labels[paragraph.number]
        if label is None and find_dateline(paragraph.text, agencies) and prose:
            return paragraph.number
        if label is not None and label[0] in {"byline", "date", "dateline"}:
            if label[0] == "byline" and prose and _heads_box(paragraphs[paragraph.number - 1], labels):
                return lead
            if signs_comment(paragraphs, labels, first, paragraph.number):
                return lead
            below = paragraphs[paragraph.number + 1 :]
            later = [p for p in below if labels[p.number] in (None, ENTRY) and not _above_credit(p, paragraphs, labels)]
            # Names and headings may stand between.
            begins = (p for p in later if labels[p.number] == ENTRY or p.prose or p.stops or p.open_ended)
            return next(begins, later[0] if later else paragraphs[lead]).number
        if label is None and (paragraph.prose or paragraph.stops):
            prose += 1
            if prose > 3 or paragraph.n_words > LONGEST_STANDFIRST:
                break
    return lead


def _heads_box(paragraph: Paragraph, labels: list[Label]) -> bool:
    """Tell whether a line above a byline is a heading: what it heads and signs is a part of the report or a box."""
    heads = labels[paragraph.number] is None and not paragraph.prose and not paragraph.stops
    return heads and not paragraph.open_ended and paragraph.n_words > 1


def _head_line(paragraph: Paragraph, paragraphs: list[Paragraph], headline: int | None, labels: list[Label]) -> Label:
    """Name a line above the lead that gives no fact by itself."""
    if headline is not None and paragraph.number > headline:
        printed = normal(paragraphs[headline].text)
        if normal(paragraph.text) == printed:
            return "title", "headline_repeated"
        if part_of(paragraph.text, printed):
            return "caption", "part_of_headline"
        if not any(character.isalpha() for character in paragraph.text):
            return "furniture", "counter"
        if any(label is not None and label[1] == "summary_heading" for label in labels[: paragraph.number]):
            return "summary", "under_summary_heading"
        if opens_as_copyright(paragraph):
            return above_report(paragraph)
        if _reads_as_more(paragraph):
            return _below_facts(paragraph, paragraphs, headline, labels) or ("standfirst", "between_headline_and_lead")
        if BULLET.match(paragraph.text):
            return "standfirst", "between_headline_and_lead"
        if announces_release(paragraph):
            return "section", "section_name"
        if _is(labels[paragraph.number - 1], "byline") and (
            HANDLE.fullmatch(paragraph.text)
            or is_post(HANDLE.sub("", paragraph.text).strip())
            or is_employer(paragraph.text)
        ):
            return "byline", "post_under_byline"
        if ("byline", "by_line") not in labels and NAMES_AND_PLACE.fullmatch(paragraph.text):
            return "byline", "names_under_headline"
        if names_before_post(paragraph.text):
            return "byline", "names_and_post"
        if PHOTOGRAPHER.fullmatch(paragraph.text) and any(_is(label, "byline") for label in labels[: paragraph.number]):
            return "caption", "photo_credit"
        return "section", "short_line_above_lead"
    if paragraph.stops or paragraph.open_ended:
        return "standfirst", "above_lead"
    return "section", "short_line_above_lead"


def _reads_as_more(paragraph: Paragraph) -> bool:
    """Tell whether a line above the lead is more than a name or a label."""
    return paragraph.n_words >= 6 or paragraph.stops


def _above_credit(paragraph: Paragraph, paragraphs: list[Paragraph], labels: list[Label]) -> bool:
    below = paragraphs[paragraph.number + 1 : paragraph.number + 2]
    return bool(below) and is_credit(below[0], labels[below[0].number])


def _gives_fact(label: Label) -> bool:
    return label is not None and label[0] in {"byline", "date"}


def _below_facts(paragraph: Paragraph, paragraphs: list[Paragraph], headline: int, labels: list[Label]) -> Label:
    """Recognise a caption above the report, below author and date.

    A photo credit ends it or stands under it, or it has no stop: a standfirst without one stands above the author, or
    between author and date.
    """
    number = paragraph.number
    if not any(map(_gives_fact, labels[headline + 1 : number])):
        return None
    if not paragraph.stops and ends_in_name(paragraph.text):
        return "caption", "photo_credit_at_end"
    if _above_credit(paragraph, paragraphs, labels):
        return "caption", "above_photo_credit"
    last = not paragraph.stops and not any(map(_gives_fact, labels[number : len(paragraphs)]))
    return ("caption", "line_without_stop") if last else None
