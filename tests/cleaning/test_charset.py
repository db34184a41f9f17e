import pytest

from samestory.cleaning.charset import judge
from samestory.cleaning.decode import decode

SHORT = {
    "windows-1250": [
        "Burmistrz powiedział, że pieniądze zostaną wydane na remont mostu.",
        "„Déle už čekat nemůžeme,“ uvedl ministr.",
        "Vláda v stredu schválila návrh rozpočtu na budúci rok.",
        "„Nem várhatunk tovább” – tette hozzá.",
        "Banii vor fi folosiţi mai ales pentru şcoli şi spitale.",
        "Ministar je rekao da će novac otići na škole i bolnice.",
    ],
    "iso-8859-2": ["Opozycja uważa, że plan jest zbyt ostrożny.", "Opozice tvrdí, že plán je příliš opatrný."],
    "windows-1257": [
        "Opozicija mano, kad planas yra per daug atsargus ir nieko neišspręs.",
        "Ministrs sacīja, ka nauda tiks tērēta skolām un slimnīcām.",
    ],
    "iso-8859-13": ["Vyriausybė trečiadienį patvirtino kitų metų biudžetą."],
    "iso-8859-4": ["Opozīcija uzskata, ka plāns ir pārāk piesardzīgs."],
    "iso-8859-15": ["L'œuvre coûte 3 € de plus, selon le maire.", "La sœur du maire n'était pas là."],
    "iso-8859-6": ["قال الوزير إن الأموال ستذهب إلى المدارس"],
    "macintosh": ["L’opposition juge le plan trop prudent – il ne règle rien.", "Das Geld geht an Krankenhäuser."],
    "mac-cyrillic": ["Министр сказал, что деньги пойдут на школы."],
    "ibm866": ["Министр сказал, что деньги пойдут на школы."],
    "windows-1254": ["Muhalefet, planın fazla temkinli olduğunu düşünüyor."],
    "koi8-r": ["Министр сказал, что деньги пойдут на школы."],
    "windows-1253": ["Ο υπουργός είπε ότι τα χρήματα θα πάνε σε σχολεία."],
    "windows-1255": ["השר הודיע כי הפגישה שנקבעה לסתיו נדחתה לקיץ הבא."],
    "windows-1252": [
        "We can’t wait – it costs £3m.",
        "Das Geld geht vor allem an Krankenhäuser.",
        "L’opposition juge le plan trop prudent – il ne règle rien.",
        "La oposición cree que no soluciona nada: ¿quién lo habría pensado?",
        "Não podemos esperar mais.",
        "Regeringen godkendte onsdag næste års budget.",
        "Café Müller",
    ],
}


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
@pytest.mark.parametrize(("charset", "text"), [(charset, text) for charset in SHORT for text in SHORT[charset]])
def test_one_sentence_is_enough(charset, text, declared):
    tag = f'<meta charset="{declared}">' if declared else ""
    page = f"{tag}<p>{text}</p>"
    assert decode(page.encode(charset))[0] == page


def test_names_of_other_languages_tell_the_charset_of_an_english_text():
    text = "The minister met Vojtěch Novák in Łódź on Monday, the paper said."
    assert judge(text.encode("windows-1250"), None) == "windows-1250"


def test_of_two_charsets_that_read_a_text_alike_the_one_declared_is_taken():
    text = "Länger könne man nicht warten."
    assert [judge(text.encode("windows-1252"), declared) for declared in (None, "iso-8859-2")] == [
        "windows-1252",
        "iso-8859-2",
    ]


def test_what_reads_as_no_language_is_left_open():
    assert judge("部长宣布会议将推迟到明年夏天。".encode("gb18030"), None) is None


@pytest.mark.parametrize("charset", ["iso-8859-16", "windows-1250", "iso-8859-2"])
def test_a_long_text_in_which_two_ways_to_write_a_letter_share_a_byte_is_read_as_declared(charset):
    text = "Părinții și toți cetățenii știu că banii vor fi folosiți pentru școli și spitale. " * 8
    written = text if charset == "iso-8859-16" else text.replace("ș", "ş").replace("ț", "ţ")
    assert decode(f'<meta charset="{charset}"><p>{written}</p>'.encode(charset)) == (
        f'<meta charset="{charset}"><p>{written}</p>',
        charset,
    )
