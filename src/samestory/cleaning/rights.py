"""Copyright lines: of the report, which they sign, or of the picture above them."""

import re

from samestory.cleaning.layout import Paragraph

# "Copyright law", "copyright holders": a report speaks of it.
_WORD = (
    r"copyright\b(?!\s(?:laws?|holders?|owners?|claims?|infringements?|protections?|rules?|cases?|lawyers?|lawsuits?"
    r"|disputes?|violations?|reforms?|legislation|complaints?|fees|royalties|theft)\b)"
)
COPYRIGHT = re.compile(rf"(?:{_WORD}|©|\(c\) ?\d{{4}})|\ball rights reserved\b", re.IGNORECASE)
OPENS = re.compile(rf"\W{{0,2}}(?:{_WORD}|©|\(c\)\s)", re.IGNORECASE)
# "... it said. © 2021 Harbour Post. All rights reserved."
TAIL = re.compile(
    rf"(?<=[.!?”\"’)] )(?:{_WORD}|©|\(c\) ?\d{{4}})[^.!?]{{0,80}}(?:\.\s?All rights reserved\.?[^.!?]{{0,80}}\.?)?\.?$",
    re.IGNORECASE,
)
REACH = 240
# What only the copyright line of a report says, not that of a picture.
OF_REPORT = re.compile(r"\ball rights reserved\b|\bmay not be\b", re.IGNORECASE)
# "... on Sunday. © PA Images": what stands above is a caption.
OF_PICTURE = re.compile(r"\b(?:Images?|Pictures?|Photos?|via)\b|/")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FEWEST_ABOVE = 9
LONGEST_OF_PICTURE = 12


def ends_in_copyright(paragraph: Paragraph) -> bool:
    """Tell whether a copyright line stands behind running text in one paragraph with it."""
    if "copyright" not in paragraph.signs:
        return False
    line = paragraph.text
    match = TAIL.search(line, max(0, len(line) - REACH))
    if match is None or OF_PICTURE.search(match.group()):
        return False
    return len(line[: match.start()].split()) >= FEWEST_ABOVE


def may_be_of_picture(paragraph: Paragraph) -> bool:
    """Tell whether a copyright line can be that of a picture: short, and it reserves no rights."""
    return paragraph.n_words <= LONGEST_OF_PICTURE and not OF_REPORT.search(paragraph.text)


def opens_as_copyright(paragraph: Paragraph) -> bool:
    """Tell whether a line begins as a copyright line does."""
    return "copyright" in paragraph.signs and OPENS.match(paragraph.text) is not None


def above_report(paragraph: Paragraph) -> tuple[str, str]:
    """Name a copyright line above the report: that of the page gives a year, that of a picture hardly does."""
    of_picture = may_be_of_picture(paragraph) and not YEAR.search(paragraph.text)
    return ("caption", "photo_credit") if of_picture else ("furniture", "copyright_line")
