"""Quotation marks paired into stretches: straight, curly, single, reversed, nested, over paragraphs, never closed."""

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

# ``…'' is how typewriters and old wires print curly marks; of three marks behind a word the first is the inner one.
# One mark between letters is an apostrophe, and is passed over: most marks of a text are.
# One set of characters opens the pattern, which the search for a match skips by.
MARK = re.compile(r"[“”\"„‟«»‘’'‚‛‹›`「」『』](?!(?<=[^\W_]['’])[^\W_])(?:(?<=')''?|(?<=`)`|(?<=‘)‘|(?<=’)’)?")
THREE = "'''"
FAMILY = {
    **dict.fromkeys(["“", "”", '"', "„", "‟", "``", "''", "‘‘", "’’"], "double"),
    **dict.fromkeys(["‘", "’", "'", "‚", "‛", "`"], "single"),
    **dict.fromkeys(["«", "»"], "guillemet"),
    **dict.fromkeys(["‹", "›"], "small guillemet"),
    **dict.fromkeys(["「", "」"], "corner"),
    **dict.fromkeys(["『", "』"], "white corner"),
}
OPENING = frozenset(["‘‘", "“", "„", "‟", "``", "‘", "‚", "‛", "`", "«", "‹", "「", "『"])
UNSURE = frozenset([THREE, *(mark for mark, family in FAMILY.items() if family == "single")])
CLOSING = frozenset(["’’", "”", "''", "’", "»", "›", "」", "』"])
# Letters left out at a word's beginning: the mark before them is an apostrophe.
ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|n|cause|bout|round|cos|tween|neath|ere)(?![^\W_])", re.IGNORECASE)
AFTER_OPENING = frozenset("([{—–-/…>*|")
SENTENCE_ENDS = frozenset('.?!…:;,—–"”')
BEFORE_CLOSING = frozenset(".,;:!?)]}—–-…/>*|")


class Quotation(NamedTuple):
    """A stretch between quotation marks.

    Attributes:
        start: position after the opening mark.
        end: position of the closing mark; of the paragraph's end where there is none.
        group: start of the first stretch of the quotation it continues; its own start where it is the first.
        closed: whether a closing mark stands.
    """

    start: int
    end: int
    group: int
    closed: bool


Mark = tuple[str, int, int]


class _Open(NamedTuple):
    """A mark that waits for its closing one."""

    family: str
    at: int
    start: int
    group: int | None


class _Closers(NamedTuple):
    """What stands further on than a single mark.

    Attributes:
        any: a single mark of the paragraph that may close.
        sure: one that is no apostrophe, with no quotation opening before it.
        goes_on: the next paragraph goes on with a quotation that is open at the end of this one.
    """

    any: bool
    sure: bool
    goes_on: bool = False


NONE_TO_COME = _Closers(any=False, sure=False)


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int, bool]]) -> list[Quotation]:
    """Pair the quotation marks of a text, paragraph by paragraph.

    A quotation left open at a paragraph's end goes on in the next one of the report if that begins with a mark of
    the same family, as newspapers print speech over several paragraphs.

    Args:
        text: of the article.
        paragraphs: start and end of each, in order, and whether it is of the report (not a heading or furniture);
            every mark stands in one.

    Returns:
        The stretches in order; a stretch inside another is nested in it, none is empty.
    """
    to_come = [(match.group(), *match.span()) for match in MARK.finditer(text)][::-1]
    found: list[Quotation] = []
    pending: _Open | None = None
    spans = list(paragraphs) if to_come else []
    for (start, end, report), goes_on in zip(spans, _going_on(text, spans), strict=True):
        marks = []
        while to_come and to_come[-1][1] < end:
            marks.append(to_come.pop())
        left = _pair(found, text, marks, (start, end), pending if report else None, goes_on) if marks else None
        if report:
            pending = left
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _going_on(text: str, paragraphs: list[tuple[int, int, bool]]) -> list[bool]:
    """Tell for each paragraph of the report whether it ends a sentence and the next one begins with a single mark."""
    result = [False] * len(paragraphs)
    going_on = False
    for index in range(len(paragraphs) - 1, -1, -1):
        start, end, report = paragraphs[index]
        if report:
            result[index] = going_on and text[end - 1 : end] in SENTENCE_ENDS
            going_on = start + 1 < end and FAMILY.get(text[start]) == "single" and _opens_word(text, start + 1)
    return result


def _opens_word(text: str, after: int) -> bool:
    """Tell a single mark that may open before a position from an apostrophe ("’90s") and a stray."""
    return _begins(text, after) and not ELISION.match(text, after)


def _begins(text: str, after: int) -> bool:
    """Tell whether what stands at a position may be the first of a quotation: a word, a bracket, points of omission."""
    return text[after : after + 1].isalnum() or text.startswith(("“", '"', "[", "(", "…", "..", ". . ."), after)


def _pair(
    found: list[Quotation],
    text: str,
    marks: list[Mark],
    span: tuple[int, int],
    pending: _Open | None,
    goes_on: bool,
) -> _Open | None:
    """Pair the marks of one paragraph, adding to what is found; give the quotation it leaves open."""
    start, end = span
    signs = [sign for sign, _, _ in marks]
    if signs == ["“", "”"] * (len(marks) // 2):
        found += _curly_pairs(marks, start, pending)
        return None
    printed = frozenset(signs)
    if THREE in printed:
        marks = list(_parted(text, marks, start))
    # What stands beside each; a space stands for the paragraph's ends.
    before = [text[at - 1] if at > start else " " for _, at, _ in marks]
    behind = [text[after] if after < end else " " for _, _, after in marks]
    # Only a single mark is judged by what comes.
    closers = (
        itertools.repeat(NONE_TO_COME)
        if printed.isdisjoint(UNSURE)
        else _closers_to_come(text, marks, before, behind, goes_on)
    )
    stack: list[_Open] = []
    depth: dict[str, int] = {}
    for (sign, at, after), left, right, to_come in zip(marks, before, behind, closers, strict=False):
        family = FAMILY[sign]
        is_open = depth.get(family, 0) > 0
        if family == "single":
            # Over a paragraph's end only what is printed as a whole sentence goes on.
            waits = to_come.goes_on and _is_utterance(text, stack[-1].start if is_open else after)
            role = _single_role(sign, left, right, is_open, _Closers(to_come.any, to_come.sure, waits), text, after)
        else:
            role = _role(sign, left, right, is_open)
        if role == "close":
            _close(found, stack, depth, family, at)
        elif role == "open":
            group = pending.group if pending and at == start and pending.family == family else None
            if is_open and family == "double" and stack[-1].family == "double":
                # A second opening mark: the quotation goes on in a paragraph that was run into this one.
                group = _break_off(found, stack, depth, text, at)
            stack.append(_Open(family, at, after, group))
            depth[family] = depth.get(family, 0) + 1
    return _leave(found, stack, text, span, goes_on) if stack else None


def _curly_pairs(marks: list[Mark], start: int, pending: _Open | None) -> Iterator[Quotation]:
    """Pair curly marks that open and close in turn: these need no look at what stands beside them."""
    for (_, at, opened), (_, closed, _) in zip(marks[::2], marks[1::2], strict=True):
        if opened < closed:
            continued = pending if pending and at == start and pending.family == "double" else None
            yield Quotation(opened, closed, _group(continued) if continued else opened, True)


def _parted(text: str, marks: list[tuple[str, int, int]], start: int) -> Iterator[tuple[str, int, int]]:
    """Part three straight single marks into a double and a single one: behind a word the first closes the inner."""
    for mark, at, after in marks:
        if mark != THREE:
            yield mark, at, after
        elif at > start and not text[at - 1].isspace():
            yield from (("'", at, at + 1), ("''", at + 1, after))
        else:
            yield from (("''", at, at + 2), ("'", at + 2, after))


def _closers_to_come(
    text: str, marks: list[Mark], before: list[str], behind: list[str], goes_on: bool
) -> list[_Closers]:
    """Tell for each mark which single marks that may close stand behind it."""
    any_, sure = False, False
    result = [NONE_TO_COME] * len(marks)
    for index in range(len(marks) - 1, -1, -1):
        sign, left, right = marks[index][0], before[index], behind[index]
        result[index] = _Closers(any_, sure, goes_on)
        if FAMILY[sign] != "single":
            continue
        if sign not in OPENING and not left.isspace() and not right.isalnum():
            any_ = True
            # A word in s may own something: "the rebels' chief".
            sure = sure or not (left in "sS" and right == " ")
        elif not left.isalnum() and _opens_word(text, marks[index][2]):
            # "'a house for the boats' and 'a shame'": no single quotation opens inside another.
            sure = False
    return result


@lru_cache(maxsize=4096)
def _role(sign: str, before: str, behind: str, is_open: bool) -> str | None:
    """Say whether a mark that is no single one opens or closes; None for an inch sign or a stray."""
    leads = (before.isspace() or before in AFTER_OPENING or before in FAMILY) and not behind.isspace()
    trails = not before.isspace() and (behind.isspace() or behind in BEFORE_CLOSING or behind in FAMILY)
    if sign in OPENING:
        return "close" if is_open and trails and not leads else "open"
    if sign in CLOSING:
        if is_open:
            return "close"
        return "open" if leads and not trails else None
    if leads != trails:
        return "open" if leads else "close" if is_open else None
    if before.isdigit() and not is_open:
        return None
    return "close" if is_open else ("open" if not behind.isspace() else None)


def _is_utterance(text: str, start: int) -> bool:
    """Tell whether a quotation begins as a whole sentence: with a capital, no word of its sentence right before it."""
    return text[start : start + 1].isupper() and not text[max(0, start - 3) : start - 1].rstrip(" ")[-1:].isalnum()


def _single_role(
    sign: str, before: str, behind: str, is_open: bool, closers: _Closers, text: str, after: int
) -> str | None:
    """Say what a single mark does; between letters, in a possessive or an elision it is an apostrophe."""
    if before.isalnum() and behind.isalnum():
        return "open" if sign == "‘" and before.islower() and behind.isupper() else None
    leads = (before.isspace() or before in AFTER_OPENING or before in FAMILY) and _begins(text, after)
    if leads and not before.isalnum():
        if ELISION.match(text, after):
            return None
        return "open" if sign in OPENING or (not is_open and (closers.any or closers.goes_on)) else None
    if before.isspace() or sign in OPENING or not is_open:
        return None
    owner = before in "sS" and behind == " " and (closers.sure or closers.goes_on)
    return None if owner else "close"


def _close(found: list[Quotation], stack: list[_Open], depth: dict[str, int], family: str, at: int) -> None:
    """Close the innermost quotation of a family; marks left open inside it are dropped as strays."""
    while stack:
        opened = stack.pop()
        depth[opened.family] -= 1
        if opened.family == family:
            if opened.start < at:
                found.append(Quotation(opened.start, at, _group(opened), True))
            return


def _break_off(found: list[Quotation], stack: list[_Open], depth: dict[str, int], text: str, at: int) -> int | None:
    """End an open quotation before a second opening mark; give its group."""
    opened = stack.pop()
    depth[opened.family] -= 1
    end = at
    while end > opened.start and text[end - 1].isspace():
        end -= 1
    if opened.start >= end:
        return opened.group
    found.append(Quotation(opened.start, end, _group(opened), False))
    return _group(opened)


def _leave(found: list[Quotation], stack: list[_Open], text: str, span: tuple[int, int], goes_on: bool) -> _Open | None:
    """End what is still open at the paragraph's end; give the outermost, which the next paragraph may continue."""
    start, end = span
    outer = None
    for opened in stack:
        # A straight single mark that nothing closes is an apostrophe more often than a quotation.
        waits = opened.at == start or (goes_on and _is_utterance(text, opened.start))
        if opened.start >= end or (text[opened.at] == "'" and not waits):
            continue
        if outer is not None and opened.family == outer.family:
            continue
        found.append(Quotation(opened.start, end, _group(opened), False))
        outer = outer or opened._replace(group=_group(opened))
    return outer


def _group(opened: _Open) -> int:
    return opened.start if opened.group is None else opened.group
