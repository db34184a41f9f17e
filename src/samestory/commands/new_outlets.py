"""The outlet of an article, where the page or the text's foot names it."""

import html
import re
from collections.abc import Collection
from urllib.parse import urlsplit

# "© 2024 The Port Observer. All rights reserved." on a line of its own.
COPYRIGHT = re.compile(
    r"^\W{0,3}(?:©|\(c\)|copyright)\s{0,3}(?:©\s{0,3})?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[\s,]{0,3}"
    r"(?P<outlet>[^\W\d][^.|\n]{1,60})",
    re.IGNORECASE | re.MULTILINE,
)
# Behind the name: "Harbour Post Ltd", "Harbour Post 2024", "Harbour Post 2019-2024".
COMPANY = re.compile(
    r"(?:,?\s(?:ltd|limited|inc|llc|plc|corp|gmbh|ag|pty ltd|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)\W*)+$",
    re.IGNORECASE,
)
TITLE = re.compile(r"<title\b[^>]*>(.{1,1000}?)</title", re.IGNORECASE | re.DOTALL)
SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+")
TAG = re.compile(r"<[^<>]{0,2000}>")
FOOT = 5000
LONGEST = 60


def outlet_in_foot(foot: str, agencies: Collection[str]) -> str | None:
    """Give who holds the copyright by the last lines of a text or page, unless that is a news agency.

    Args:
        foot: the lines.
        agencies: the names of the agencies known, in small letters.
    """
    named = [COMPANY.sub("", match["outlet"].strip(" ,-–—")) for match in COPYRIGHT.finditer(foot)]
    return next((name for name in named if name and name.casefold() not in agencies), None)


def outlet_of_page(page: str, headline: str | None, agencies: Collection[str]) -> str | None:
    """Give the site that a page names beside the headline in its title, or in its footer.

    Args:
        page: the HTML.
        headline: of the article, as it was read from the page.
        agencies: the names of the agencies known, in small letters.
    """
    title = TITLE.search(page)
    if title and headline:
        printed, known = (" ".join(text.split()) for text in (html.unescape(title[1]), headline))
        # Behind the headline stands the site, or a section and the site.
        nothing, *names = SEPARATOR.split(printed.removeprefix(known))
        if printed.startswith(known) and not nothing and names and 0 < len(names[-1]) <= LONGEST:
            return names[-1]
    foot = html.unescape(TAG.sub("\n", page[-FOOT:]))
    return outlet_in_foot(foot, agencies)


def outlet_of_address(url: str) -> str | None:
    """Give the site of an address, which stands in for the outlet's name."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None
