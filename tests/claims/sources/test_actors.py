"""What kind of actor a source is."""

import pytest

from samestory.claims.sources.actors import actor_type, made_by


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the director general of the port agency", "government"),
        ("General Bo Dahl", "military"),
        ("the general manager", "unknown"),
        ("Bo Dahl, president of Tarn Steel USA", "company"),
        ("Bo Dahl, president of Bright Tarn", "unknown"),
        ("Ann Lee, a former president of Costa Rica", "government"),
        ("Ann Lee, president of the Alliance for Upton", "civil_society"),
        ("the chief executive of the charity Bright Tarn", "civil_society"),
        ("the president and chief executive of Tarn", "company"),
        ("the executive director of Bright Tarn", "unknown"),
        ("Managing Director Bo Dahl", "company"),
        ("The Guardian", "media"),
        ("the Upton Advertiser", "media"),
        ("Tarn Valley Hospital", "expert"),
        ("a patient at Tarn Valley Hospital", "eyewitness"),
        ("Upton Health NHS Trust", "government"),
        ("the Harbour Accident Investigation Branch", "government"),
        ("the commissioner of Transport for Upton", "government"),
        ("Rui De Sa", "unknown"),
        ("Upton SA", "company"),
    ],
)
def test_whose_a_role_is_decides(source, kind):
    assert actor_type(source) == kind


@pytest.mark.parametrize(
    ("document", "maker"),
    [
        ("A statement from the ministry", "the ministry"),
        ("First findings of the Harbour Board", "the Harbour Board"),
        ("a report by the harbour board, published on Thursday", "the harbour board"),
        ("figures released by the ministry on Monday", "the ministry"),
        ("a list of the passengers", None),
        ("a report of the crash", None),
        ("a video from the scene", None),
        ("letters from residents", None),
    ],
)
def test_who_has_written_a_document(document, maker):
    assert made_by(document) == maker
