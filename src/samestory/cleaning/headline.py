"""The headline: the line above the lead that reads as one."""

import itertools
import re
from functools import cache

from samestory.cleaning.byline import capitals
from samestory.cleaning.credit import Agencies
from samestory.cleaning.dateline import find_dateline
from samestory.cleaning.furniture import BULLET
from samestory.cleaning.layout import CLOSERS, WINDOW, Label, Paragraph
from samestory.cleaning.lexicon import lexicon, normal
from samestory.cleaning.press_release import announces_release
from samestory.cleaning.restate import restated
from samestory.cleaning.sentence import split_sentences

LONGEST = 25
LONGEST_GIVEN = 60
LONGEST_STOPPED = 16
# Not the end of an entity such as "&nbsp;".
SEMICOLON = re.compile(r"(?:^|\s)[^\s&]+;$")
# Set by reading: shares of a headline's content words in one of the two paragraphs below it.
SAID_AGAIN = 0.6
HINTED = 0.3
# "(LEAD)", "[WATCH]": what opens a headline in brackets.
TAG = re.compile(r"[(\[][A-Z0-9][A-Z0-9 ]{1,12}[)\]]\s")
LETTERS = re.compile(r"[^\W_]+")
# Shares of a line's content words that the report has: at most those of a slogan, and of one with words of a masthead
# above the name of a section; at least that of a headline below it.
SLOGAN_SHARE = 0.35
MASTHEAD_SHARE = 0.65
HEADLINE_SHARE = 0.4
# Paragraphs of the report that are read for them.
REPORT_READ = 20
SECTION_NAME = ("section", "section_name")


def find_headline(
    paragraphs: list[Paragraph], labels: list[Label], title: str | None, agencies: Agencies
) -> int | None:
    """Find the headline: the one given, else the first line above the lead that reads as one and is no slogan.

    Of a press release it stands below the line that announces it; what stands above is its letterhead.
    """
    if title:
        for paragraph in paragraphs:
            if same_line(paragraph, title):
                return paragraph.number
            if paragraph.number > WINDOW:
                break
    announced = max((p.number + 1 for p in paragraphs[:WINDOW] if announces_release(p)), default=0)
    below = _first_headline(paragraphs[announced:], labels, agencies) if announced else None
    first = _first_headline(paragraphs, labels, agencies) if below is None else below
    return first if first is None else _below_slogan(paragraphs, labels, first, agencies)


def _below_slogan(paragraphs: list[Paragraph], labels: list[Label], first: int, agencies: Agencies) -> int:
    """Pass over what a page prints below its name: the report takes up hardly a word of it, but those of a line below.

    So does a standfirst below a headline that plays with words: what is passed over has words of a masthead, or the
    name of a section stands between, which is a word that no author is named by.
    """
    between, masthead = False, _of_masthead(paragraphs[first])
    shown: frozenset[str] | None = None
    for place, paragraph in enumerate(paragraphs[first + 1 : first + WINDOW], first + 1):
        label = labels[place]
        between = between or label == SECTION_NAME or (label is None and paragraph.n_words == 1)
        if paragraph.prose or (label is not None and label[0] == "byline"):
            break
        if label is not None or not (between or masthead) or not _reads_as_headline(paragraph, [], agencies):
            continue
        if shown is None:
            report = (p for p in paragraphs[place:] if p.prose and labels[p.number] is None)
            shown = frozenset[str]().union(*(p.content for p in itertools.islice(report, REPORT_READ)))
        above, share = _share(paragraphs[first], shown), _share(paragraph, shown)
        if above <= (MASTHEAD_SHARE if between and masthead else SLOGAN_SHARE) and share >= max(HEADLINE_SHARE, above):
            return place
    return first


def _of_masthead(paragraph: Paragraph) -> bool:
    """Tell whether a line has words that pages print below their names and between their sections."""
    return not _masthead().isdisjoint(LETTERS.findall(paragraph.text.casefold()))


@cache
def _masthead() -> frozenset[str]:
    return frozenset(lexicon()["headline"]["masthead"])


def _share(paragraph: Paragraph, shown: frozenset[str]) -> float:
    """Give the share of a line's content words among those given, 0..1."""
    return len(paragraph.content & shown) / len(paragraph.content) if paragraph.content else 0.0


def _first_headline(paragraphs: list[Paragraph], labels: list[Label], agencies: Agencies) -> int | None:
    """Find the first line above the lead that reads as a headline."""
    for place, paragraph in enumerate(paragraphs[:WINDOW]):
        if labels[paragraph.number] is not None:
            continue
        following = [p for p in paragraphs[place + 1 : WINDOW + 2] if labels[p.number] is None][:2]
        if _reads_as_headline(paragraph, following, agencies):
            return paragraph.number
        if paragraph.prose:
            return None
    return None


def same_line(paragraph: Paragraph, title: str | None) -> bool:
    """Tell whether a paragraph is the headline known from elsewhere."""
    return bool(title) and paragraph.n_words <= LONGEST_GIVEN and normal(paragraph.text) == normal(str(title))


def _reads_as_headline(paragraph: Paragraph, following: list[Paragraph], agencies: Agencies) -> bool:
    """Tell whether a line reads as a headline: four words or more without a final stop, or headline English."""
    bulleted = BULLET.match(paragraph.text) and not TAG.match(paragraph.text)
    if not 4 <= paragraph.n_words <= LONGEST or bulleted:
        return False
    if find_dateline(paragraph.text, agencies):
        return False
    if paragraph.open_ended:
        return paragraph.number == 0 and bool(following) and bool(SEMICOLON.search(paragraph.text))
    if not paragraph.stops:
        return True
    line = paragraph.text.rstrip(CLOSERS)
    if not following or paragraph.number > 0 or len(split_sentences(line, 0, len(line))) > 1:
        return False
    if line.endswith(("...", "…")) or (line.endswith(("?", "!")) and not line.startswith(("“", '"'))):
        return True
    return capitals(line) >= 0.7 or _stopped_headline(paragraph, following, agencies)


def _stopped_headline(paragraph: Paragraph, following: list[Paragraph], agencies: Agencies) -> bool:
    """Tell whether one sentence above the rest is a headline that ends in a stop.

    It leaves out what headline English does, or the next two paragraphs say it again at greater length: a lead is
    told in more detail further down, but not at once.
    """
    if not following[0].gap or paragraph.n_words > LONGEST_STOPPED or '"' in paragraph.text[:1] + paragraph.text[-2:]:
        return False
    if find_dateline(following[0].text, agencies):
        return True
    below = [p.content for p in following]
    longer = following[0].n_words * 3 >= paragraph.n_words * 4
    words = set(LETTERS.findall(paragraph.text.casefold()))
    if not words & set(lexicon()["headline"]["omits"]):
        said_again = HINTED if "the" in words else 0.0
        return not paragraph.prose or (longer and restated(paragraph.text, below) >= said_again)
    return longer and restated(paragraph.text, below) >= SAID_AGAIN


def part_of(line: str, printed: str) -> bool:
    """Tell whether a line's words stand in the headline in the same order, unbroken."""
    words, headline = (" ".join(["", *LETTERS.findall(text.casefold()), ""]) for text in (line, printed))
    return len(words) > 5 and words in headline
