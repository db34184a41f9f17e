"""Files that hold no text, whatever their name ends in."""

# The signs by which file formats are known (PRONOM, the registry of the UK's National Archives).
SIGNS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or ZIP file",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word or Excel file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG\r\n": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip file",
    b"\x28\xb5\x2f\xfd": "a zstd file",
    b"SQLite format 3\x00": "a database",
    b"\x7fELF": "a program",
}
MARKS = (b"\xff\xfe", b"\xfe\xff")
# In no encoding of text does more than this share of the bytes stand for control characters.
CONTROLS = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\x0b\f\r\x1b")
MOST_CONTROLS = 0.05
LOOKED_AT = 65536


def binary_kind(content: bytes) -> str | None:
    """Say what a file is that holds no text; None for text, valid UTF-8 always among it."""
    for sign, kind in SIGNS.items():
        if content.startswith(sign):
            return kind
    head = content[:LOOKED_AT]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls <= MOST_CONTROLS * len(head) or head.startswith(MARKS):
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "binary data"
    return None
