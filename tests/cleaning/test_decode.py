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


TEXTS = {
    "windows-1252": "The trains met – “nobody was hurt,” said the café’s owner, who paid £5 or €6 in Zürich.",
    "windows-1250": "Minister oświadczył, że spotkanie zostało przełożone na następne lato. „To postanowione”, dodał.",
    "windows-1251": "Министр заявил, что встреча, назначенная на осень, перенесена на лето. «Решено», — добавил он.",
    "koi8-r": "Министр заявил, что встреча, назначенная на осень, перенесена на лето, и это решено, добавил он.",
    "windows-1254": "Bakan, sonbaharda yapılacak toplantının gelecek yaza ertelendiğini açıkladı. “Karar tamam” dedi.",
    "iso-8859-2": "Minister oświadczył, że spotkanie zostało przełożone na następne lato, i dodał to w Łodzi.",
    "shift_jis": "大臣は秋に予定されていた会合が来年の夏に延期されると述べた。「もう決まったことだ」と付け加えた。",
    "gb18030": "部长宣布，原定于秋天举行的会议将推迟到明年夏天。他补充说：“这已经决定了。”他从北京抵达日内瓦。",
}


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "no-such-charset", "rot13"])
@pytest.mark.parametrize("encoding", TEXTS)
def test_a_charset_wrongly_declared_or_not_at_all(encoding, declared):
    tag = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{tag}<style>a {{ color: red }}</style></head><p>{TEXTS[encoding]}</p></html>"
    assert decode(page.encode(encoding)) == (page, encoding)


@pytest.mark.parametrize("declared", [None, "iso-8859-9", "windows-1252"])
def test_icelandic_is_not_taken_for_turkish(declared):
    tag = f'<meta charset="{declared}">' if declared else ""
    page = f"{tag}<p>Ráðherrann sagði að fundinum, sem halda átti í haust, yrði frestað, þótt óljóst sé.</p>"
    assert decode(page.encode("windows-1252")) == (page, "windows-1252")


def test_a_byte_that_fits_nothing_does_not_spoil_the_others():
    text, encoding = decode(TEXTS["windows-1252"].encode("windows-1252") + b" \x81 end")
    assert "“nobody was hurt,”" in text
    assert text.endswith(" \ufffd end")
    assert encoding == "windows-1252 with replacement"


def test_an_undeclared_charset_is_guessed():
    text = "Le ministre a déclaré que la réunion prévue à l’automne était repoussée à l’été prochain. " * 5
    assert decode(text.encode("windows-1252"))[0] == text


def test_what_fits_no_charset_is_replaced_and_told():
    text, encoding = decode(b'<meta charset="no-such-charset">' + bytes(range(256)) * 2 + b"\xff\xff ok")
    assert text.endswith(" ok")
    assert encoding
