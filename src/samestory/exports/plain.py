"""A text as other programs keep it in memory, with the way from our positions to theirs."""

import re
from bisect import bisect_left

# A byte-order mark is taken for a sign of the encoding, \r\n for one line end.
DROPPED = re.compile(r"\A\ufeff|\r(?=\n)")
WIDE = re.compile(r"[^\u0000-\uffff]")


class PlainText:
    r"""A text without byte-order mark whose line ends are ``\n``.

    Attributes:
        text: the text, without lone surrogates (each is a ``?``), so that it can be written as UTF-8.
    """

    def __init__(self, original: str) -> None:
        self._dropped = [match.start() for match in DROPPED.finditer(original)]
        plain = DROPPED.sub("", original).replace("\r", "\n")
        self.text = plain.encode("utf-8", "replace").decode("utf-8")
        self._wide = [match.start() for match in WIDE.finditer(self.text)]

    def at(self, position: int) -> int:
        """Give the place of a position of the original, in code points."""
        return position - bisect_left(self._dropped, position)

    def units_at(self, position: int) -> int:
        """Give the place of a position of the original in UTF-16 code units, as Java and JavaScript count."""
        place = self.at(position)
        return place + bisect_left(self._wide, place)
