"""What pages print around articles in other languages than English."""

import pytest

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

GERMAN = (
    "Zwei Züge sind sich beim alten Hafen auf einem Gleis begegnet",
    "Zwei Züge sind sich am Montag beim alten Hafen auf demselben Gleis begegnet; verletzt wurde niemand, so die Bahn.",
    "Arbeiter räumten die Strecke bis zum Mittag. Die Bahn will die Signale prüfen, die zweimal versagt hatten.",
)
RUSSIAN = (
    "Два поезда встретились на одном пути у старой гавани",
    "Два поезда встретились в понедельник на одном пути у старой гавани, никто не пострадал, сообщила железная дорога.",
    "К полудню рабочие освободили путь. Дорога обещала проверить сигналы, которые до этого отказывали уже дважды.",
)


def labels(*paragraphs: str) -> list[str]:
    return [s.kind for s in find_segments("\n\n".join(paragraphs), known_agencies())]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Anzeige", "furniture"),
        ("Diese Website verwendet Cookies, um Ihnen den besten Dienst zu bieten.", "furniture"),
        ("Lesen Sie auch: Hafenbahn soll zweites Gleis bekommen", "furniture"),
        ("Lesezeit: 3 Min.", "furniture"),
        ("Lire aussi : La ligne du port aura une seconde voie", "furniture"),
        ("Suscríbete a nuestra newsletter y recibe lo mejor de la semana.", "furniture"),
        ("RIPRODUZIONE RISERVATA", "furniture"),
        ("Leia também: Linha do porto terá segunda via", "furniture"),
        ("De tekst gaat verder onder de foto.", "furniture"),
        ("Czytaj także: Linia do portu będzie miała drugi tor", "furniture"),
        ("Читайте также: У линии в гавань будет второй путь", "furniture"),
        ("اقرأ أيضاً: مسار ثان لخط الميناء", "furniture"),
        ("İlgili Haberler", "furniture"),
        ("Foto: Bo Dahl, Küstendienst", "caption"),
        ("Фото: Бо Даль", "caption"),
    ],
)
def test_furniture_in_other_languages(line, kind):
    assert labels(*GERMAN, line, GERMAN[1].replace("Montag", "Freitag"))[3] == kind


@pytest.mark.parametrize(
    "line", ["Stand: 03.05.2023, 17:42 Uhr", "Publié le 03.05.2023 à 17:42", "Обновлено 03.05.2023"]
)
def test_words_about_a_date_in_other_languages(line):
    assert labels(GERMAN[0], line, *GERMAN[1:]) == ["title", "date", "body", "body"]


@pytest.mark.parametrize(
    "form",
    [
        ["Schreibe einen Kommentar", "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit *"],
        ["Laisser un commentaire", "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués"],
        ["Добавить комментарий", "Ваш адрес email не будет опубликован. Обязательные поля помечены *"],
        ["اترك تعليقاً", "لن يتم نشر عنوان بريدك الإلكتروني."],
        ["Bir yanıt yazın", "E-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir"],
    ],
)  # fmt: skip
def test_comment_forms_in_other_languages(form):
    assert labels(*RUSSIAN, *form, "So etwas habe ich noch nie gesehen, sagt einer.")[3:] == ["furniture"] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Anzeige hat niemand erstattet, obwohl die Polizei am Montag mit mehr als zwanzig Fahrgästen gesprochen hat.",
        "Teilen will die Stadt die Kosten nicht, die der Bahn durch die Sperrung am Montag entstanden sind.",
        "Реклама на вокзале обещала новые поезда, но в понедельник на линии работали только старые, сказали пассажиры.",
    ],
)
def test_sentences_that_open_with_such_words_stay(sentence):
    assert labels(*GERMAN, sentence, RUSSIAN[1])[3] == "body"
