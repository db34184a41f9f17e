"""The facts of a document: headline, byline, dateline, date and agency, each with where it is printed."""

import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from samestory.cleaning.credit import Agencies, find_credit
from samestory.cleaning.dateline import find_dateline
from samestory.cleaning.dates import PrintedDate, find_dates
from samestory.cleaning.segment import Segment

# Datelines that a pattern of dashes does not find.
WITHOUT_DASH = frozenset({"dateline_line", "opens_with_place"})
DATED = frozenset({"date", "byline", "section"})


def document_facts(
    text: str, segments: Sequence[Segment], given: Mapping[str, str], page: Mapping[str, str], agencies: Agencies
) -> dict[str, Any]:
    """Gather what is known of an article.

    Args:
        text: of the article.
        segments: of the article.
        given: what articles.csv says; it wins.
        page: what the page or record says of itself; it wins over what the text shows.
        agencies: the agencies known.

    Returns:
        The columns title, byline, dateline, published (each with _start and _end), published_basis and agency.
    """
    facts: dict[str, Any] = {}
    facts |= _title(text, segments, given.get("title") or page.get("title"))
    facts |= _first(text, segments, "byline", given.get("byline") or page.get("byline"))
    facts |= _dateline(text, segments, agencies)
    facts |= _published(text, segments, given, page)
    if credit := find_credit(text, [(s.start, s.end, s.kind, s.rule) for s in segments], agencies):
        facts |= {"agency": credit.agency, "agency_start": credit.start, "agency_end": credit.end}
    elif "byline_start" not in facts and (named := agencies.byline_credit(facts.get("byline") or "")):
        # An agency that the page alone names as the author: credited, with no place in the text.
        facts |= {"agency": named}
    return facts


def _title(text: str, segments: Sequence[Segment], known: str | None) -> dict[str, Any]:
    """Give the headline; its span where the text prints it letter for letter."""
    printed = [s for s in segments if s.kind == "title"]
    if known is None:
        return _spanned("title", text, printed[0].start, printed[0].end) if printed else {}
    exact = next((s for s in printed if text[s.start : s.end] == known), None)
    return _spanned("title", text, exact.start, exact.end) if exact else {"title": known}


def _first(text: str, segments: Sequence[Segment], kind: str, known: str | None) -> dict[str, Any]:
    """Give the first segment of a kind; what is known from elsewhere wins, with a span where it says the same."""
    printed = next((s for s in segments if s.kind == kind), None)
    if known is None:
        return _spanned(kind, text, printed.start, printed.end) if printed else {}
    at = text.find(known, printed.start, printed.end) if printed else -1
    return _spanned(kind, text, at, at + len(known)) if at >= 0 else {kind: known}


def _dateline(text: str, segments: Sequence[Segment], agencies: Agencies) -> dict[str, Any]:
    """Give the dateline without the dash behind it."""
    for segment, following in itertools.zip_longest(segments, segments[1:]):
        if segment.kind != "dateline":
            continue
        found = find_dateline(text[segment.start : following.end if following else None], agencies)
        if found or segment.rule in WITHOUT_DASH:
            length = found[0] if found else len(text[segment.start : segment.end].rstrip(":/ "))
            return _spanned("dateline", text, segment.start, segment.start + length)
    return {}


def _published(
    text: str, segments: Sequence[Segment], given: Mapping[str, str], page: Mapping[str, str]
) -> dict[str, Any]:
    """Give the date of publication, how it is known, and where the text prints the same day."""
    printed = _printed_in(text, segments, DATED) or _printed_in(text, segments, {"dateline"})
    printed = printed or _printed_in(text, segments, {"subhead"}, "time_of_entry")
    known = given.get("published") or page.get("published")
    same = [date for date in printed if known is None or date.value[:10] == known[:10]]
    # The first that is no later correction of the page; among several of one day the one that gives the time.
    best = max(same, key=lambda date: (not _updated(text, date), len(date.value), -date.start), default=None)
    if known is None and best is not None:
        first = next(date for date in same if date.value[:10] == best.value[:10])
        best = first if len(first.value) >= len(best.value) else best
    span = {"published_start": best.start, "published_end": best.end} if best else {}
    if known is not None:
        basis = given.get("published_basis") if given.get("published") else None
        return {"published": known, "published_basis": basis or "metadata", **span}
    return {"published": best.value, "published_basis": "printed", **span} if best else {}


def _printed_in(
    text: str, segments: Sequence[Segment], kinds: Collection[str], rule: str | None = None
) -> list[PrintedDate]:
    """Give the dates of the segments of some kinds, and of a rule, at their places in the text."""
    return [
        PrintedDate(segment.start + date.start, segment.start + date.end, date.value)
        for segment in segments
        if segment.kind in kinds and (rule is None or segment.rule == rule)
        for date in find_dates(text[segment.start : segment.end][:300])
    ]


def _updated(text: str, date: PrintedDate) -> bool:
    """Tell whether a printed date is that of a change."""
    before = text[max(0, date.start - 20) : date.start].casefold()
    return "updated" in before or "modified" in before


def _spanned(name: str, text: str, start: int, end: int) -> dict[str, Any]:
    """Give a fact with its span."""
    return {name: text[start:end], f"{name}_start": start, f"{name}_end": end}
