import pytest

from samestory.cleaning.decode import decode


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("naïve café\r\nrow".encode(), "naïve café\r\nrow", "utf-8"),
        (b"\xef\xbb\xbfmarked", "\ufeffmarked", "utf-8"),
        (b"\xff\xfe" + "wide é".encode("utf-16-le"), "\ufeffwide é", "utf-16-le"),
        (b"\xfe\xff" + "wide é".encode("utf-16-be"), "\ufeffwide é", "utf-16-be"),
        (b"", "", "utf-8"),
        (b"a\x00b\x1fc\r", "a\x00b\x1fc\r", "utf-8"),
    ],
)
def test_decodes_letter_for_letter(content, text, encoding):
    assert decode(content) == (text, encoding)


def test_declared_charset_is_used_where_utf8_does_not_fit():
    page = '<meta charset="iso-8859-2"><p>Łódź leży w środku kraju</p>'
    assert decode(page.encode("iso-8859-2")) == (page, "iso-8859-2")


def test_declared_latin_1_means_windows_1252():
    page = '<meta charset="ISO-8859-1"><p>“It’s done”</p>'
    assert decode(page.encode("windows-1252")) == (page, "windows-1252")


def test_a_lie_about_the_charset_does_not_spoil_utf8():
    page = '<meta charset="iso-8859-1"><p>“It’s done”</p>'
    assert decode(page.encode()) == (page, "utf-8")


def test_an_undeclared_charset_is_guessed():
    text = "Le ministre a déclaré que la réunion prévue à l’automne était repoussée à l’été prochain. " * 5
    assert decode(text.encode("windows-1252"))[0] == text


def test_what_fits_no_charset_is_replaced_and_told():
    text, encoding = decode(b'<meta charset="no-such-charset">' + bytes(range(256)) * 2 + b"\xff\xff ok")
    assert text.endswith(" ok")
    assert encoding
