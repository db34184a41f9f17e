"""Below the lead: the end of the article, and paragraphs printed twice."""

import re

from samestory.cleaning.byline import NAME, NAMES, WIRE
from samestory.cleaning.caption import depicts, tells_speech
from samestory.cleaning.comments import find_comments, words_above
from samestory.cleaning.credit import INPUTS, Agencies
from samestory.cleaning.furniture import AUTHOR_NOTE, BULLET
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.links import mark_under_headings
from samestory.cleaning.rights import COPYRIGHT, ends_in_copyright, may_be_of_picture
from samestory.cleaning.subhead import stands_in_list
from samestory.cleaning.turns import TURN

DESK_LINE = re.compile(
    r"[\[(]?\s*(?:(?:additional |further )?"
    r"(?:reporting|writing|editing|compiled|compilation|graphics|translated|translation)"
    r"|with (?:additional )?reporting)\b[^.]{0,80}?\bby\b",
    re.IGNORECASE,
)
# "Additional reporting: Ada Quill"
DESK_NAMES = re.compile(
    rf"[\[(]?(?i:(?:additional |further )?(?:reporting|writing|editing|graphics)): {NAMES.pattern}[\])]?\.?"
)
CONTRIBUTED = re.compile(r"\bcontributed (?:reporting )?(?:to|for) (?:this|the) (?:report|story|article)\b", re.I)
# "Video producer Ada Quill contributed from Portville, Tarn."
CONTRIBUTED_FROM = re.compile(
    rf"[A-Z][^.!?]{{5,150}} contributed (?:reporting )?from {NAME}(?:,? (?:and )?{NAME}){{0,5}}\.?"
)
# "— With inputs from agencies", "(With reports from the Post)": whoever they are.
WITH_INPUTS = re.compile(
    rf"\W*with\s(?:(?:additional\s)?{INPUTS}\s[^.!?]{{2,60}}|(?:staff|agencies|wires|wire)(?:\s(?:writers?|reporters?|reports"
    r"|services))?\W*)",
    re.IGNORECASE,
)
LONGEST_INPUTS = 10
PRESENTED = re.compile(
    rf"(?P<name>{NAMES.pattern})"
    r"(?:$| (?:is|was|lives|teaches|writes|works|covers|reports|edits|has (?:been|written|worked))\b)"
    # "Quill covers the harbour": a name alone may be that of a place.
    rf"|(?P<surname>{NAME}) (?:writes|covers|reports|edits)\b"
)
LONGEST_AUTHOR_NOTE = 40
AUTHOR_REACH = 4
# "... it said. Enditem", "... it said. -30-": how agencies and papers mark the end of a report.
END_MARK = re.compile(r"(?<=[.!?”\"’])\s*(?:Enditem|ENDITEM|ENDS|-?30-|###|[■▪◼█∎])$")
END_REACH = 20
# "... it said. HPA", "... it said. HPA KME AB": initials that sign as those of an agency do, whether known or not.
SIGNED_BY_INITIALS = re.compile(r"(?:[a-z]{2}[.!?]|[.!?][”\"]) [A-Z]{2,6}(?: [A-Z]{2,3}){0,3}$")
SIGNED_CAPTION = ("caption", "photo_credit_at_end")
RUNNING_TEXT = ("body", "running_text")
SIGN_OFF = ("credit", "sign_off")
COPYRIGHT_LINE = ("credit", "copyright_line")
CONTRIBUTED_LINE = ("credit", "contribution")
FACT = re.compile(rf"^(?:{BULLET.pattern}|[—–] )|\d")
# "Harbour Wire" below the report: who wrote it, whether known or not.
SIGNED_BY_WIRE = re.compile(rf"\W?{WIRE}\W?")
LONGEST_NOTE = 70
FEWEST_SIGNED = 4
LONGEST_SHORT_LINE = 25
LONGEST_SIGNED_CAPTION = 25
LONGEST_CAPTION = 40
LONGEST_PULLED = 40
FEWEST_REPEATED = 6


def mark_tail(paragraphs: list[Paragraph], labels: list[Label], lead: int, agencies: Agencies) -> None:
    """Label sign-offs, copyright lines, comment forms and lists of other stories."""
    for paragraph in paragraphs[lead:]:
        if paragraph.signs and (note := _note(paragraph, labels[paragraph.number], agencies)):
            labels[paragraph.number] = note
    _keep_signed_paragraphs(paragraphs, labels, agencies)
    _sign_offs(paragraphs, labels, lead, agencies)
    _cut_tail(paragraphs, labels, lead)


def _keep_signed_paragraphs(paragraphs: list[Paragraph], labels: list[Label], agencies: Agencies) -> None:
    """Take for running text what an agency or a mark of the end signs behind its stop.

    That is the last paragraph, however many short lines of the page stand below it, and further up one that no caption
    is like: it tells what somebody said, or is too long where little running text follows, or too long anywhere.
    """
    signed = [p for p in paragraphs[2:] if labels[p.number] in (None, SIGNED_CAPTION)]
    last = next((p for p in reversed(signed) if not _is_short_line(p) or _ends_signed(p, agencies)), None)
    if last is not None and last.n_words >= FEWEST_SIGNED and _ends_signed(last, agencies):
        labels[last.number] = RUNNING_TEXT
    captions = [p for p in signed if p.prose and labels[p.number] == SIGNED_CAPTION]
    above = words_above(paragraphs, labels) if captions else []
    for paragraph in captions:
        ends = 3 * (above[-1] - above[paragraph.number + 1]) <= above[paragraph.number]
        longest = LONGEST_SIGNED_CAPTION if ends else LONGEST_CAPTION
        tells = paragraph.n_words > longest or tells_speech(paragraph.text)
        sign_off = agencies.sign_off_at_end(paragraph.text) if tells else None
        # "... on Monday. (Harbour Rail via AP) (Reuters)" ends in a photo credit all the same.
        if sign_off and paragraph.text[sign_off.start() - 1] != ")" and not depicts(paragraph):
            labels[paragraph.number] = RUNNING_TEXT


def _is_short_line(paragraph: Paragraph) -> bool:
    return not (paragraph.stops or paragraph.open_ended or paragraph.n_words > LONGEST_SHORT_LINE)


def _ends_signed(paragraph: Paragraph, agencies: Agencies) -> bool:
    """Tell whether an agency, initials, a copyright line or a mark of the end stand behind a paragraph's last stop."""
    line = paragraph.text
    if agencies.sign_off_at_end(line) or ends_in_copyright(paragraph):
        return True
    end = max(0, len(line) - END_REACH)
    return END_MARK.search(line, end) is not None or SIGNED_BY_INITIALS.search(line, end) is not None


def _note(paragraph: Paragraph, label: Label, agencies: Agencies) -> Label:
    """Recognise a line in which the newsroom signs: copyright, desk, contribution."""
    line, signs = paragraph.text, paragraph.signs
    if "desk" in signs and paragraph.n_words <= 60 and (DESK_LINE.match(line) or DESK_NAMES.fullmatch(line)):
        return "credit", "desk_line"
    if paragraph.n_words > LONGEST_NOTE or (label is not None and label[0] == "caption"):
        return None
    if "copyright" in signs and COPYRIGHT.search(line) and not ends_in_copyright(paragraph):
        if agencies.copyright.search(line):
            return COPYRIGHT_LINE
        if COPYRIGHT.match(line) or paragraph.n_words < 15:
            return "furniture", "copyright_line"
    if "contribution" in signs and paragraph.n_words <= 60 and not line.startswith(('"', "“")):
        if agencies.wrote.search(line):
            return SIGN_OFF
        if CONTRIBUTED.search(line) or CONTRIBUTED_FROM.fullmatch(line) or agencies.contributed.search(line):
            return CONTRIBUTED_LINE
    if "contribution" in signs and paragraph.n_words <= LONGEST_INPUTS and WITH_INPUTS.fullmatch(line):
        return CONTRIBUTED_LINE
    return None


def _sign_offs(paragraphs: list[Paragraph], labels: list[Label], lead: int, agencies: Agencies) -> None:
    """Tell sign-offs and copyright lines from photo credits: under a sign-off little or no running text follows."""
    above = words_above(paragraphs, labels)
    for paragraph in paragraphs[lead:]:
        if paragraph.n_words > LONGEST_SIGNED_CAPTION:
            continue
        signed = paragraph.n_words <= 12 and (
            agencies.sign_off(paragraph.text) or SIGNED_BY_WIRE.fullmatch(paragraph.text)
        )
        if signed or (labels[paragraph.number] == COPYRIGHT_LINE and may_be_of_picture(paragraph)):
            before, after = above[paragraph.number], above[-1] - above[paragraph.number + 1]
            if after * 3 > before:
                labels[paragraph.number] = ("caption", "photo_credit")
            elif signed:
                labels[paragraph.number] = CONTRIBUTED_LINE if agencies.signs_part(paragraph.text) else SIGN_OFF
        elif (
            labels[paragraph.number] is None
            and lead < paragraph.number
            and above[-1] > above[paragraph.number + 1]
            and agencies.sign_off_at_end(paragraph.text)
            and not paragraph.text.startswith(('"', "“"))
        ):
            labels[paragraph.number] = SIGNED_CAPTION


def _cut_tail(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label what follows a comment form or a heading of other stories, and short lines below the last paragraph."""
    comments = find_comments(paragraphs, labels, lead)
    if comments is not None:
        for paragraph in paragraphs[comments:]:
            labels[paragraph.number] = ("furniture", "comment_form")
    mark_under_headings(paragraphs[:comments], labels, lead)
    last = max((p.number for p in paragraphs if labels[p.number] in (None, TURN) and p.prose), default=len(paragraphs))
    _mark_author_notes(paragraphs, labels, lead, last)
    _mark_short_lines(paragraphs, labels, max(last, lead))


def _mark_author_notes(paragraphs: list[Paragraph], labels: list[Label], lead: int, last: int) -> None:
    """Label what tells of the author around the last paragraph; of one who signs above, also a little further up."""
    authors = [p.text for p in paragraphs[:lead] if (label := labels[p.number]) and label[0] in {"byline", "date"}]
    for paragraph in paragraphs[max(last - AUTHOR_REACH, lead) + 1 :]:
        if labels[paragraph.number] is not None or paragraph.n_words > LONGEST_AUTHOR_NOTE:
            continue
        note = paragraph.number >= last and AUTHOR_NOTE.match(paragraph.text)
        if note or _names_author(paragraph.text, authors):
            labels[paragraph.number] = ("furniture", "author_note")


def _mark_short_lines(paragraphs: list[Paragraph], labels: list[Label], last: int) -> None:
    """Label the short lines without a stop below the last paragraph, but no list of facts."""
    below = paragraphs[last + 1 :]
    # A line announces a list of facts, or its lines have bullets or figures; names of topics have neither.
    facts = any(p.open_ended for p in paragraphs[last:]) or any(
        FACT.search(p.text) for p in below if not labels[p.number]
    )
    offered = False
    for paragraph in below:
        label = labels[paragraph.number]
        # What a phrase of the page announces ("Subscribe to get:") goes on in the short lines below it.
        offered = offered if label is None else label[0] == "furniture" and (offered or paragraph.prose)
        if label is not None or paragraph.stops or paragraph.n_words > LONGEST_SHORT_LINE:
            continue
        listed = facts and stands_in_list(paragraphs, labels, paragraph.number)
        if offered or not (paragraph.open_ended or listed):
            labels[paragraph.number] = ("furniture", "short_line_below_article")


def _names_author(line: str, authors: list[str]) -> bool:
    """Tell whether a line is the name of one who signs above, or opens with it and says who that is."""
    presented = PRESENTED.match(line)
    if presented is None:
        return False
    name = (presented["name"] or presented["surname"]).casefold()
    return any(name in author.casefold() for author in authors)


def mark_repeated(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label a paragraph of the report that stands in it a second time, letter for letter: a pull quote, a caption."""
    seen: set[str] = set()
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    for paragraph in paragraphs[lead:]:
        if labels[paragraph.number] is None and paragraph.n_words >= FEWEST_REPEATED:
            if paragraph.text in seen or _pulled(paragraph, text):
                labels[paragraph.number] = ("furniture", "repeated_paragraph")
            seen.add(paragraph.text)


def _pulled(paragraph: Paragraph, text: str) -> bool:
    """Tell whether what a paragraph without a stop has in quotation marks stands in the text a second time."""
    quote = paragraph.text
    if paragraph.stops or quote[0] not in "“\"‘'" or quote[-1] not in "”\"’'" or paragraph.n_words > LONGEST_PULLED:
        return False
    return text.count(quote[1:-1]) > 1
