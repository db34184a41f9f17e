import pytest
from cleaning.trains import HEAD, LEAD, NEXT, kinds, labels

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
        ("PORTVILLE (RT), March 4 (Tarn Wire): Two trains met.", "PORTVILLE (RT), March 4 (Tarn Wire)"),
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


def test_who_speaks_is_no_dateline():
    assert labels(HEAD, f"ADA QUILL, HOST: {LEAD}", NEXT) == ["title", "body", "body"]


def test_a_lead_with_a_dateline_is_no_standfirst():
    text = [HEAD, f"PORTVILLE (AP) — {LEAD}", "By Ada Quill", NEXT]
    assert labels(*text) == ["title", "dateline", "body", "byline", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "PORTVILLE, Ruritania (AP) —",
        "PORTVILLE, March 4 (Reuters) -",
        "NEW PORTVILLE (Reuters) -",
        "Portville (Ruritania) [Europe], March 4 (ANI):",
        "PORTVILLE, March 4. /TASS/.",
        "Portville, Mar 4 (EFE).-",
        "Portville (AFP) –",
        "(CNN)",
        "PORTVILLE:",
        "PORTVILLE, Ruritania _",
        "PORTVILLE, Rur. (Coast News Service) --",
        "PORTVILLE, March 4, 2021 /NewsOfCompanies/ --",
    ],
)
def test_a_dateline_is_parted_from_the_lead(dateline):
    assert kinds(f"Trains meet near old harbour\n\n{dateline} {LEAD}\n\n{NEXT}")[1:3] == [
        ("dateline", dateline),
        ("body", LEAD),
    ]


@pytest.mark.parametrize(
    "opening", ["The harbour — a ruin — ", "Portville Harbour, the harbour in Portville, ", "UPDATE: "]
)
def test_what_only_looks_like_a_dateline(opening):
    assert kinds(f"{opening}{LEAD}\n\n{NEXT}") == [("body", opening + LEAD), ("body", NEXT)]


def test_a_place_in_capitals_with_a_day_is_a_dateline_on_its_line():
    line = "PORTVILLE, Tarn, March 4, 2021"
    assert labels(HEAD, "By Ada Quill", line, LEAD, NEXT)[2] == "dateline"
    assert labels(HEAD, "By Ada Quill", "WORLD NEWS, March 4, 2021", LEAD, NEXT)[2] != "dateline"


def test_a_place_in_capitals_and_its_country_stand_above_the_report():
    assert labels(HEAD, "By Ada Quill", "PORTVILLE, Ruritania", LEAD, NEXT)[2] == "dateline"
    assert labels(HEAD, "By Ada Quill", "WORLD, Europe", LEAD, NEXT)[2] == "section"


@pytest.mark.parametrize("region", ["ONT.", "N.Y."])
def test_the_region_of_a_place_in_capitals_may_be_cut_short(region):
    assert labels(HEAD, "By Ada Quill", f"PORTVILLE, {region}", "4 March 2021", LEAD, NEXT)[2] == "dateline"
    assert labels(HEAD, "JON AMBER, M.D.", "4 March 2021", LEAD, NEXT)[1] != "dateline"


def test_a_place_and_a_day_without_its_year_are_a_dateline():
    page = [HEAD, "Old Portville, March 4", LEAD, NEXT]
    assert labels(*page) == ["title", "dateline", "body", "body"]
    assert "dateline" not in labels(HEAD, "Thursday, March 4", LEAD, NEXT)
