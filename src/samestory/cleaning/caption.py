"""Captions: what tells that a paragraph belongs to a picture."""

import re
from functools import cache

from samestory.cleaning.credit import Agencies
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lexicon, lines_of

PHOTO_WORD = r"(?:P(?:hoto(?:graph)?|ic(?:ture)?|HOTO|ICTURE)|I(?:mage|llustration|MAGE)|Graphic|Video)s?"
PHOTO_TAIL_LENGTH = 120
CREDIT_MARK = re.compile(rf"[/©]|Copyright|(?i:credit)(?:\.\.\.|…|:)|\([cC]\)|{PHOTO_WORD}")
# A picture of a gallery: "3/34 The caption".
GALLERY = re.compile(r"\d{1,3}/\d{1,3}\s+\S")
# "34 show all", "8 show all" heads a gallery run into one line.
GALLERY_HEAD = re.compile(r"[^.!?]{0,80}?\b(?:\d{1,3} show all\b|show all \d{1,3}\b)", re.IGNORECASE)
# Where somebody is in the picture, and that there is one.
PICTURED = re.compile(
    r"\((?:pictured|left|right|cent(?:re|er)|above|below|top|bottom|(?:second|third|far) (?:from )?(?:left|right)"
    r"|(?:pictured|above|below|seen)[^()]{0,40}|(?:left|right)(?: to (?:left|right)|,[^()]{0,40}))\)",
    re.IGNORECASE,
)
IN_PICTURE = re.compile(
    r"\bin (?:a|an|this|these) (?:undated |recent |still |file |handout |combination |screen ?grab |video )?"
    r"(?:photo(?:graph)?s?|pictures?|images?|screen ?grab|still)\b"
    r"(?: (?:released|taken|obtained|provided|posted|made)\b[^.]{0,80})?[.]?$",
    re.IGNORECASE,
)
PICTURE_TELLS = re.compile(
    r"(?:in )?(?:this|an?|the)\s+(?:undated |recent |still |combination |composite )?"
    r"(?:file |handout |satellite |aerial )?"
    r"(?:photo(?:graph)?|image|picture|screengrab|screenshot|video grab|frame grab|still)\b.{0,80}?"
    r"\b(?:released|taken|showing|shows?|provided|issued|made public|obtained|from video|posted|shared"
    r"|made available)\b",
    re.IGNORECASE,
)
# "Waves break over the wall – video": how pages end the line below a film or a gallery.
FILM = re.compile(r"\s[–—-] (?:in )?(?:video|pictures?|photos?|gallery)$")
PICTURE_OPENS = frozenset("IiTtAa")
# "Ada Quill, left, and": where somebody stands, as captions of agencies say it.
BESIDE = re.compile(
    r"\b[A-Z][\w.’'-]+, (?:(?:second|third|fourth|far) from |far |top |bottom )?(?:left|right|cent(?:er|re)),"
)
# What houses call what they sell besides their reports: "PA Images", "Reuters Pictures", "AP Photo".
PICTURES = r"(?:Images?|Pictures?|Photos?)"
# "Ada Quill/Harbour Post": who took a picture and for whom, though neither is known.
_NAME = r"[A-Z][\w.’'&-]+"
PHOTOGRAPHER = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}} ?/ ?{_NAME}(?: {_NAME}){{0,3}}")
SIGNED_AT_END = re.compile(
    rf"(?<=[.!?”\"] ){PHOTOGRAPHER.pattern}$|\({_NAME}(?: (?:{_NAME}|d[aeio]|del|of|the)){{0,5}}\)$"
)
# "© WFP/Ada Quill The trains after they met": a house and perhaps a name, then a sentence; no year, as copyright has.
CREDIT_ABOVE = re.compile(rf"© ?{_NAME}(?: ?/ ?{_NAME})?(?: {_NAME}){{0,3}}? (?=[A-Z][a-z]* [a-z])")
# A line that only says who took the picture above is no longer.
LONGEST_CREDIT = 12
# Labels and the photographer between them ("Image copyright Ada Quill Image caption") take no more room.
LABELS_REACH = 100
CREDITS = frozenset({"photo_credit", "photo_credit_at_end", "photo_credit_at_start", "caption_label"})
LONGEST_SCENE = 40
LONGEST_DATE = 40
ENDS_WITH_DAY = ("day.", *(f"{digit}." for digit in range(10)))
DAY_ENDS = frozenset(end[-2:] for end in ENDS_WITH_DAY)
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH_DAY = r"(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)"
# What no caption of a scene says: speech, and verbs that tell what happened or is to come.
TELLS = re.compile(r"\b(?:has|have|is|was|were|had|said|says|will|plans|appears|faces|goes)\b|[“”\"]")
# "Monday, March 1, 2021." ends the captions of agencies and hardly a sentence of a report.
DATED = re.compile(rf"\b{DAY},? {MONTH_DAY},? \d{{4}}\.$")


def photo_sources(agencies: Agencies) -> list[str]:
    """Give who signs photographs, as printed, the longest first."""
    return sorted({*lexicon()["photo"]["sources"], *agencies.names}, key=lambda name: (-len(name), name))


@cache
def _photo_patterns(agencies: Agencies) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile what ends, wholly is, and begins a photo credit."""
    source = rf"(?:{'|'.join(map(re.escape, photo_sources(agencies)))})"
    of_pictures = rf"{source}(?:\s{PICTURES}|\s?/\s?{source}|\svia\s{source})"
    at_end = re.compile(
        rf"(?:(?:^|[\s.|(\[]){PHOTO_WORD}(?:\s(?:[Cc]redit|CREDIT|[Cc]ourtesy|by|[Cc]opyright))?\s?[:©/|]"
        rf"\s?[^\s.:][^.:]{{1,80}}"
        rf"|{PHOTO_WORD}\s(?:by|[Cc]ourtesy of|[Cc]redit)\s[A-Z][^.:]{{2,60}}"
        rf"|\bCredit(?:\.\.\.|…)\s?[A-Z][^.:]{{2,60}}"
        rf"|[(\[]\s*{PHOTO_WORD}\b[^()]{{1,60}}"
        rf"|\((?:[A-Z][^()]{{0,60}})?(?:\s?/\s?|\svia\s|[Cc]ourtesy of )[A-Z][^()]{{1,60}}"
        rf"|{PHOTOGRAPHER.pattern} via {source}|\b(?:CREDIT|Credit): ?[A-Z][^.:]{{2,60}}"
        rf"|\((?:{_NAME} ){{0,2}}{_NAME}: {_NAME}(?: {_NAME}){{0,3}}"
        rf"|[(\[]\s*{source}(?:\s{PHOTO_WORD})?\s*"
        rf"|\S\s?/\s?{source}|(?<!\w){source}\s?/\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}|(?:©|\([cC]\))\s*{source}"
        # Of a report as well as of a picture, where it is a line of its own.
        rf"|(?:©|\([cC]\)|Copyright:?)\s*(?:(?:19|20)\d\d\s)?{of_pictures}|\S\sCopyright:?\s{source})[)\]]*\.?$"
    )
    whole = re.compile(
        rf"\(?(?:{source}|[\w .'’-]{{2,40}})\s?[/|•]\s?(?:{source})(?:\s?[/|•]\s?{source})*\)?\.?|{source}\s{PICTURES}"
    )
    # "SWNS • PA A passenger survived", "Reuters In 2014 the group said": a source, and at once a new sentence.
    first = re.compile(rf"{source}(?:\s?[/|•:,]\s?{source})*\s+(?=[A-Z][a-z’']*\s)")
    return at_end, whole, first


def find_caption(paragraph: Paragraph, agencies: Agencies) -> str | None:
    """Name the rule by which a paragraph is a caption; None where nothing says so."""
    line, n_words = paragraph.text, paragraph.n_words
    if line[0].isdigit() and GALLERY.match(line) and n_words <= 90:
        return "gallery_number"
    if paragraph.signs and (rule := _signed(paragraph, agencies)):
        return rule
    if n_words <= 40 and (line[0] == "©" or not paragraph.stops) and _credit_at_start(line, agencies):
        return "photo_credit_at_start"
    if paragraph.signs and (rule := _told(paragraph)):
        return rule
    if n_words <= LONGEST_SCENE and _shows_scene(line):
        return "shows_scene"
    return None


def _credit_at_start(line: str, agencies: Agencies) -> re.Match[str] | None:
    """Match the photo credit that a line begins with."""
    return (CREDIT_ABOVE if line[0] == "©" else _photo_patterns(agencies)[2]).match(line)


def label_end(line: str, rule: str, agencies: Agencies) -> int:
    """Give where the labels and the credit end that a caption by some rule begins with: no words of the caption."""
    if rule == "caption_label":
        return max((match.end() for match in _labels().finditer(line, 0, LABELS_REACH)), default=0)
    match = _credit_at_start(line, agencies) if rule == "photo_credit_at_start" else None
    return match.end() if match else 0


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in sorted(lines_of("caption", "label")) if " caption" in label)
    return re.compile(rf"\b(?:{labels})(?![a-z])\s*[:,]?", re.IGNORECASE)


def depicts(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a caption by what it tells, whoever signs it."""
    return _told(paragraph) is not None or _shows_scene(paragraph.text)


def tells_speech(line: str) -> bool:
    """Tell whether a line says what somebody said, which no caption does."""
    return _speech().search(line) is not None


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon()['caption']['speech']['verbs'])})\b")


def _signed(paragraph: Paragraph, agencies: Agencies) -> str | None:
    """Name the rule by which a paragraph is a photo credit or ends in one."""
    line, signs = paragraph.text, paragraph.signs
    at_end, whole, _ = _photo_patterns(agencies)
    if "photo credit" in signs and len(line) < PHOTO_TAIL_LENGTH and whole.fullmatch(line):
        return "photo_credit"
    tail = max(0, len(line) - PHOTO_TAIL_LENGTH)
    if paragraph.n_words <= 90 and _may_end_in_credit(line[tail:], signs) and at_end.search(line, tail):
        return "photo_credit_at_end"
    return None


def _told(paragraph: Paragraph) -> str | None:
    """Name the rule by which a paragraph heads a gallery, tells of a picture or points at one."""
    line, signs, n_words = paragraph.text, paragraph.signs, paragraph.n_words
    if "gallery" in signs and n_words <= 250 and GALLERY_HEAD.match(line):
        return "gallery_heading"
    if "picture" in signs and line[0] in PICTURE_OPENS and n_words <= 90 and PICTURE_TELLS.match(line):
        return "tells_of_picture"
    if n_words <= 40 and not paragraph.stops and FILM.search(line, max(0, len(line) - PHOTO_TAIL_LENGTH)):
        return "tells_of_picture"
    if n_words <= 60 and _points_at_picture(line, signs):
        return "points_at_picture"
    return None


def _may_end_in_credit(tail: str, signs: frozenset[str]) -> bool:
    """Tell whether the end of a line has a sign of a photo credit, or a bracket that only the end closes."""
    if "photo credit" in signs and CREDIT_MARK.search(tail):
        return True
    opened = max(tail.rfind("("), tail.rfind("[")) if "bracket" in signs else -1
    return opened >= 0 and ")" not in (inner := tail[opened:].rstrip(")].")) and "]" not in inner


def _points_at_picture(line: str, signs: frozenset[str]) -> bool:
    """Tell whether a line says where somebody is in a picture, or ends by naming the picture; speech does not."""
    if signs.isdisjoint(("picture", "place in picture")) or line.startswith(("“", '"')):
        return False
    if "place in picture" in signs and (PICTURED.search(line) or BESIDE.search(line)):
        return True
    return "picture" in signs and bool(IN_PICTURE.search(line, max(0, len(line) - PHOTO_TAIL_LENGTH)))


def _shows_scene(line: str) -> bool:
    """Tell whether a sentence shows what is to be seen, in the present tense, on a day that it names at its end."""
    if line[-2:] not in DAY_ENDS or not line.endswith(ENDS_WITH_DAY):
        return False
    words, scene, somebody = _scene()
    if DATED.search(line, max(0, len(line) - LONGEST_DATE)):
        return True
    if not words.isdisjoint(line.split()) and scene.match(line):
        return True
    return line.startswith(("A ", "An ")) and bool(somebody.match(line)) and not TELLS.search(line)


def ends_in_name(line: str) -> bool:
    """Tell whether a line ends with a photographer and a house, or with a name in brackets."""
    return bool(SIGNED_AT_END.search(line))


def is_credit(paragraph: Paragraph, label: Label) -> bool:
    """Tell whether a caption is no more than who took the picture: what it shows stands above."""
    return label is not None and label[0] == "caption" and label[1] in CREDITS and paragraph.n_words <= LONGEST_CREDIT


def names_scene(line: str) -> bool:
    """Tell whether a line without a stop names who is to be seen, where and when, and tells nothing."""
    return bool(_named_scene().search(line)) and not TELLS.search(line)


@cache
def _named_scene() -> re.Pattern[str]:
    """Compile a name, a place or an occasion, and a day, month or year at the end."""
    months = "|".join(day.capitalize() for day in lexicon()["appended"]["calendar"])
    return re.compile(
        r"[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:at|in|on|outside|inside|near|during|with|before|after) "
        rf".{{2,80}}(?:\b(?:on|in)|,) (?:{months}|{MONTH_DAY})?(?:,? ?(?:19|20)\d\d)?$"
    )


@cache
def _scene() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """Compile two kinds of scenes, and the words of which the first has one.

    The first: who, a verb of posture in the present tense, where, and when. The second: somebody without a name does
    something, whatever it is, and on which day.
    """
    entry = lexicon()["caption"]["scene"]
    verbs, people = entry["verbs"], "|".join(entry["people"])
    return (
        frozenset(verb.split()[-1] for verb in verbs),
        re.compile(
            rf"[A-Z][^.,;:!?“”\"]{{2,70}}? (?:{'|'.join(verbs)})\b(?! (?:at \d|(?:as|by|for|to)\b))[^.!?“”\"]{{5,200}}"
            rf"(?:\b(?:on|in)|,) (?:{DAY}|{MONTH_DAY}|(?:[A-Z][a-z]+ )?(?:19|20)\d\d)\.$"
        ),
        re.compile(
            rf"An? (?:[a-z-]+ ){{0,2}}?(?:{people})"
            rf"(?: (?:in|with|on|from|of|and|wearing|carrying|holding)(?: [\w-]+){{1,4}}?)?"
            rf" [a-z]+[^s\W]s\b[^.!?]{{5,200}}(?:\bon|,) {DAY}(?:,? {MONTH_DAY}(?:,? \d{{4}})?)?\.$"
        ),
    )
