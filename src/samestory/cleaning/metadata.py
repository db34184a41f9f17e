"""What a page says of itself: JSON-LD of schema.org first, then meta tags (Open Graph, Dublin Core, schema.org)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from samestory.published import exists

# schema.org: NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting, Report ...
ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report)$")
META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "byline": ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"),
    "outlet": ("og:site_name", "application-name"),
    "published": (
        "article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dc.date", "date",
        "publishdate", "parsely-pub-date", "sailthru.date", "pubdate",
    ),
}  # fmt: skip
DEEPEST = 6
# Templates print 0001-01-01 or 1970-01-01 where they know no date.
EARLIEST = "1970-01-02"
ADDRESS = re.compile(r"^(?:https?:|www\.|@|/)")
MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
LETTERS = re.compile(r"[^\W_]+")
# What stands between a headline and the outlet's name.
BESIDE_OUTLET = re.compile(r"\s(?:[|–—·»«-]|::)\s")
ENDS_IN_MARK = re.compile(r"\s*(?:\s[|–—·»«-]|::|[|：｜:])\s*$")
OPENS_WITH_MARK = re.compile(r"\s*(?:[|–—·»«-]\s|::|[|：｜:])\s*")
FEWEST_IN_HEADLINE = 3


def page_facts(tree: Any) -> dict[str, str]:
    """Read what a page says of itself.

    Args:
        tree: the page as lxml parsed it.

    Returns:
        Those known of title, byline, outlet and published (ISO 8601). The headline is
        without the outlet's name; one that neither the page's title nor a heading repeats is a slip of the template.
    """
    linked = next(_articles(tree), {})
    named = _meta(tree)
    titles = [linked.get("headline"), linked.get("name"), *(named.get(name) for name in META["title"])]
    outlet = _people(linked.get("publisher")) or _first(named, "outlet")
    facts = {
        "title": _confirmed(tree, [_bare(_text(title), outlet) for title in titles]),
        "byline": _people(linked.get("author")) or _first(named, "byline"),
        "outlet": outlet,
        "published": _date([linked.get("datePublished"), *(named.get(name) for name in META["published"])]),
    }
    return {key: value for key, value in facts.items() if value}


def shown_headline(tree: Any, outlet: str) -> str:
    """Give the headline that a page shows: its first heading that is no name of the outlet, else the page's title.

    Args:
        tree: the page as lxml parsed it.
        outlet: its name where it is known, else an empty string; then what stands last in the page's title is.
    """
    titled = _text(" ".join(next((node.itertext() for node in tree.iter("title")), "")))
    pieces = BESIDE_OUTLET.split(titled)
    outlet = outlet or (pieces[-1] if len(pieces) > 1 else "")
    headline = _bare(titled, outlet)
    named = LETTERS.findall(headline.casefold())
    for node in tree.iter("h1"):
        shown = _text(" ".join(node.itertext()))
        words = LETTERS.findall(shown.casefold())
        if len(words) < FEWEST_IN_HEADLINE or shown == outlet:
            continue
        # The name of a section may stand in the heading as well.
        return headline if len(named) >= FEWEST_IN_HEADLINE and words[-len(named) :] == named else shown
    return headline if len(named) >= FEWEST_IN_HEADLINE else ""


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD that describe an article."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _described(data, DEEPEST)


def _described(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the articles among nested objects, the outer ones first."""
    if isinstance(data, list) and depth:
        for entry in data:
            yield from _described(entry, depth - 1)
    elif isinstance(data, dict) and depth:
        types = data.get("@type")
        listed = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and ARTICLE_TYPE.search(name) for name in listed):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _described(data.get(key), depth - 1)


def _meta(tree: Any) -> dict[str, str]:
    """Read the meta tags: the first that is not empty of each name."""
    named: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = _text(tag.get("content"))
        for attribute in ("property", "name", "itemprop"):
            if content and (name := tag.get(attribute)):
                named.setdefault(name.casefold(), content)
    return named


def _first(named: dict[str, str], fact: str) -> str:
    """Give the first meta tag of a fact that is no address."""
    found = (named.get(name, "") for name in META[fact])
    return next((value for value in found if value and not ADDRESS.match(value)), "")


def _confirmed(tree: Any, titles: list[str]) -> str:
    """Give the first headline that the page's title or a heading shows."""
    shown = [" ".join(node.itertext()) for name in ("title", "h1", "h2") for node in tree.iter(name)]
    folded = [f" {' '.join(LETTERS.findall(text.casefold()))} " for text in shown]
    for title in titles:
        words = " ".join(LETTERS.findall(title.casefold()))
        if words and (any(f" {words} " in text for text in folded) or len(words.split()) >= 4):
            return title
    return ""


def _bare(title: str, outlet: str) -> str:
    """Give a title without the outlet's name at either end of it."""
    if not outlet or len(title) <= len(outlet):
        return title
    folded, name = title.casefold(), outlet.casefold()
    if folded.endswith(name) and (match := ENDS_IN_MARK.search(title, 0, len(title) - len(name))):
        return title[: match.start()]
    if folded.startswith(name) and (match := OPENS_WITH_MARK.match(title, len(name))):
        return title[match.end() :]
    return title


def _people(value: Any) -> str:
    """Give the names of authors or of a publisher, joined by "; "."""
    names: list[str] = []
    for entry in value if isinstance(value, list) else [value]:
        held = entry.get("name") if isinstance(entry, dict) else entry
        for name in held if isinstance(held, list) else [held]:
            text = _text(name)
            if text and not ADDRESS.match(text) and text not in names:
                names.append(text)
    return "; ".join(names)


def _date(values: list[Any]) -> str:
    """Give the first date in ISO 8601."""
    for value in values:
        match = MOMENT.match(_text(value))
        if match and match["day"] >= EARLIEST and exists(match["day"]):
            return match["day"] + (f"T{match['clock']}{match['zone'] or ''}" if match["clock"] else "")
    return ""


def _text(value: Any) -> str:
    """Give a string with its spaces made single; nothing of what is no string."""
    return " ".join(value.split()) if isinstance(value, str) else ""
