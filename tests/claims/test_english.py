"""Texts that are not English, in which no claims can be read."""

import pytest

from samestory.claims.english import is_foreign

GERMAN = (
    "Nach dem Brand in der Fähre hat die Polizei am Dienstag drei Männer festgenommen. Also war es so, sagte eine "
    "Sprecherin, wie es in der Nacht an Bord war. Gestohlen wurde nichts, der Schaden liegt bei 4,2 Millionen Pfund."
)
FRENCH = (
    "La police a interrogé trois hommes après l'incendie du ferry. On ne sait pas encore comment le feu a pris, mais "
    "une porte a été forcée. Selon le capitaine, les dégâts se montent à quatre millions de livres au moins."
)
SPANISH = (
    "La policía interrogó a tres hombres tras el incendio del transbordador. No se sabe cómo empezó el fuego, pero una "
    "puerta fue forzada. Según el capitán, los daños suman cuatro millones de libras y no hubo heridos a bordo ayer."
)
ARABIC = "استجوبت الشرطة ثلاثة رجال بعد حريق العبارة. وقالت متحدثة باسم الشرطة إن الأضرار تبلغ نحو أربعة ملايين جنيه."
CHINESE = "渡轮起火后，警方讯问了三名男子。发言人周二表示，损失约四百万英镑。目前尚不清楚火灾如何发生，但一扇门被撬开。"
ENGLISH = (
    "Police questioned three men after the fire on the ferry. How it began is not known, but a door had been forced. "
    "Damage amounts to four million pounds, according to the captain, and nobody aboard was hurt in the night."
)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, ARABIC, CHINESE])
def test_a_text_in_another_language_is_told(text: str) -> None:
    assert is_foreign([text])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH, id="English"),
        pytest.param("Ferry fire: £4.2m damage, three men held", id="a headline"),
        pytest.param("Fähre brennt im Hafen, drei Männer festgenommen.", id="too short to tell"),
        pytest.param("", id="nothing"),
        pytest.param(f"{ENGLISH} „{GERMAN[:80]}“, said a passenger. “消防队来了。”", id="English that quotes"),
        pytest.param("Zoë Brontë’s naïve café façade in Curaçao, said Ångström, and Dvořák, Łukasz, Þór", id="names"),
    ],
)
def test_english_and_short_texts_are_not(text: str) -> None:
    assert not is_foreign([text])
