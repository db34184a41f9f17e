import pytest

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.dateline import find_dateline, opens_with_place


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("PORTVILLE, Ruritania (AP) — Two trains met.", "PORTVILLE, Ruritania (AP)"),
        ("PORTVILLE, March 4, 2021 (Reuters) - Two trains met.", "PORTVILLE, March 4, 2021 (Reuters)"),
        ("PORTVILLE - (Reuters) - Two trains met.", "PORTVILLE - (Reuters)"),
        ("OLD PORT/NEW PORT, 4 March (dpa) - Two trains met.", "OLD PORT/NEW PORT, 4 March (dpa)"),
        ("Portville (AFP) – Two trains met.", "Portville (AFP)"),
        ("Portville — Two trains met.", "Portville"),
        ("PORTVILLE: Two trains met.", "PORTVILLE"),
        ("(CNN) Two trains met.", "(CNN)"),
        ("(ANSA) - PORTVILLE, 4 MAR - Two trains met.", "(ANSA) - PORTVILLE, 4 MAR"),
    ],
)
def test_datelines(line, dateline):
    end, body = find_dateline(line, known_agencies())
    assert (line[:end], line[body:]) == (dateline, "Two trains met.")


@pytest.mark.parametrize(
    "line",
    [
        "Old Harbour in Portville, the port said on Monday that two trains met.",
        "The harbour — a ruin — was closed.",
        "The Harbour Board (HB) said two trains met.",
        "Sallow Line ( SLOW.PA ) said two trains met.",
        "BREAKING: Two trains met.",
        "HARBOUR FIRE: Two trains meet near the old port",
        "Captain Blames Fog — Inquiry Is Opened",
        "HARBOUR NEWS - Mar 4, 2021 - 16:21 | Trains",
        "Two trains met - nobody was hurt.",
        "TRAIN-spotting — the hobby — is old.",
        "",
    ],
)
def test_no_dateline(line):
    assert find_dateline(line, known_agencies()) is None


def test_a_place_before_a_colon_stands_elsewhere_in_the_text():
    line = "Old Harbour: Two trains met on Monday."
    assert opens_with_place(line, f"{line}\n\nNobody was hurt in Old Harbour.") == len("Old Harbour: ")
    assert opens_with_place(line, f"{line}\n\nOld Harbour said nobody was hurt.") is None
    assert opens_with_place("Harbour News/ Two trains met.", "Two trains met.") == len("Harbour News/ ")
    assert opens_with_place("Old Harbour: two trains met.", "Trains met in Old Harbour.") is None
    assert opens_with_place("Old Harbour: Two trains meet", "Trains met in Old Harbour.") is None
