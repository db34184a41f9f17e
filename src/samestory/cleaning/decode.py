"""Bytes to text: no newline is translated, no byte dropped, the encoding used is told."""

import re

from charset_normalizer import from_bytes

MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
DECLARED_WITHIN = 4096
# The WHATWG encoding standard: what declares Latin-1 or ASCII is read as windows-1252.
WHATWG = {
    **dict.fromkeys(["iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"], "windows-1252"),
    **dict.fromkeys(["iso-8859-9", "latin5"], "windows-1254"),
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
}
REPLACED = "utf-8 with replacement"
# A text with a few broken bytes among this many times as many well-formed letters is UTF-8 nevertheless.
WELL_FORMED = 4


def decode(content: bytes) -> tuple[str, str]:
    """Decode a raw file.

    A UTF-16 mark decides; then UTF-8, if all or nearly all of it fits; then the charset declared; then a guess;
    finally UTF-8 with U+FFFD for each byte that does not fit.

    Args:
        content: the file's bytes.

    Returns:
        The text, a byte-order mark kept as U+FEFF, and the encoding's name.
    """
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace"), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        replaced = content.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    if sum(character > "\x7f" for character in replaced) - broken > WELL_FORMED * broken:
        return replaced, REPLACED
    for encoding in (*_declared(content), *_guessed(content)):
        try:
            return content.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return replaced, REPLACED


def _declared(content: bytes) -> list[str]:
    """Give the charset a page declares, by the name it is read with."""
    match = DECLARED.search(content, 0, DECLARED_WITHIN)
    if match is None:
        return []
    name = match.group(1).decode("ascii").lower()
    return [WHATWG.get(name, name)]


def _guessed(content: bytes) -> list[str]:
    """Guess the charset; windows-1252 where it fits as well as the best, as most such pages are written in it."""
    matches = from_bytes(content)
    best = matches.best()
    if best is None:
        return []
    western = any(match.encoding == "cp1252" and match.chaos <= best.chaos for match in matches)
    return ["windows-1252" if western else best.encoding]
