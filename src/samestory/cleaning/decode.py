"""Bytes to text: no newline is translated, no byte dropped, the encoding used is told."""

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from samestory.cleaning.charset import judge

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
# What the web is written in: the encodings of the WHATWG standard that news pages use, the usual ones first.
GUESSED = {
    "cp1252": "windows-1252",
    "iso8859_2": "iso-8859-2",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
    "gb18030": "gb18030",
    "big5": "big5",
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "cp949": "euc-kr",
    "cp1253": "windows-1253",
    "iso8859_7": "iso-8859-7",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "iso8859_5": "iso-8859-5",
    "iso8859_15": "iso-8859-15",
}
USUAL = list(GUESSED)
REPLACED = " with replacement"
# A text with a few broken bytes among this many times as many well-formed letters is UTF-8 nevertheless.
WELL_FORMED = 4
# Only what stands between tags and on lines with such bytes tells one charset from another.
PIECE = re.compile(rb"[^<>\r\n]+")
LONGEST_SAMPLE = 6_000
# So much of it is enough to judge by letters and words.
JUDGED = 1_200
# No letter of windows-1252: a few of them are strays that would rule it out.
STRAYS = b"\x81\x8d\x8f\x90\x9d"
# With fewer such bytes a charset declared is believed, and Western Europe assumed where none is.
FEW = 6
TIDY = 0.02
NEAR = 0.05
ALIKE = 0.08


def decode(content: bytes) -> tuple[str, str]:
    """Decode a raw file.

    A UTF-16 mark decides; then UTF-8, if all or nearly all of it fits; then the charset declared, unless what it
    gives reads worse than another as any language known; then a guess; finally U+FFFD for each byte that does not fit.

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
        return replaced, "utf-8" + REPLACED
    candidates = _candidates(content)
    for encoding in candidates:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    texts = [(content.decode(encoding, "replace"), encoding + REPLACED) for encoding in (*candidates, "windows-1252")]
    return min([*texts, (replaced, "utf-8" + REPLACED)], key=lambda read: read[0].count("\ufffd"))


def _candidates(content: bytes) -> list[str]:
    """Give the charsets to try, the likeliest first.

    Where the text reads as a language known, that is all there is to try; else the shapes of the bytes are compared,
    and the one declared comes first unless the guess is better.
    """
    declared = _declared(content)
    sample = b"\n".join(piece for piece in PIECE.findall(content) if not piece.isascii())[:LONGEST_SAMPLE]
    if (judged := judge(sample[:JUDGED], declared)) is not None:
        return [judged]
    high = sum(byte > 0x7F for byte in sample)
    if 0 < sum(sample.count(stray) for stray in STRAYS) <= max(1, high // 50):
        sample = sample.translate(None, STRAYS)
    if high < FEW:
        return [declared or "windows-1252"]
    matches = list(from_bytes(sample, cp_isolation=list(GUESSED), enable_fallback=False))
    if not matches:
        return [declared] if declared else []
    clean = [match for match in matches if match.chaos <= matches[0].chaos + TIDY]
    coherent = max(match.coherence for match in clean) - ALIKE
    # Charsets that read the sample alike are one match.
    usual, best = min(
        ((_usual(match), match) for match in clean if match.coherence >= coherent), key=lambda ranked: ranked[0]
    )
    guess = GUESSED[USUAL[usual]]
    if declared is None:
        return [guess]
    text = _reads(sample, declared)
    near = (match for match in matches if match.chaos <= best.chaos + NEAR and match.coherence >= best.coherence - NEAR)
    believed = text is not None and any(str(match) == text for match in near)
    return [declared, guess] if believed else [guess, declared]


def _usual(match: CharsetMatch) -> int:
    """Give the place of the most usual charset among those of a match."""
    return min(USUAL.index(name) for name in (match.encoding, *match.could_be_from_charset) if name in GUESSED)


def _reads(sample: bytes, encoding: str) -> str | None:
    """Give what a sample reads as in a charset; nothing where it does not fit."""
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError:
        return None


def _declared(content: bytes) -> str | None:
    """Give the charset a page declares, by the name it is read with; nothing where it is UTF-8 or unknown."""
    match = DECLARED.search(content, 0, DECLARED_WITHIN)
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    name = WHATWG.get(name, name)
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    # A page that can be searched for its tags is not written in UTF-16; and what is UTF-8 was read already.
    return None if codec.name.startswith(("utf", "idna", "punycode")) or not codec._is_text_encoding else name
