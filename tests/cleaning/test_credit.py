import pytest

from samestory.cleaning.credit import find_credit, known_agencies
from samestory.cleaning.segment import find_segments

HEADLINE = "Trains meet near old harbour"
LEAD = "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the railway company said."
NEXT = (
    "Workers cleared the line by noon. The company promised an inquiry into the signals, which had failed twice before."
)
COPYRIGHT = "Copyright 2021 The Associated Press"
INFORMATION = "information for this report came from Reuters and AFP"
CONTRIBUTING = "Contributing: Ada Quill, The Associated Press"
CONTRIBUTION = "The Associated Press contributed to"


def credit(*paragraphs: str, extra: tuple[str, ...] = ()) -> tuple[str, str] | None:
    text = "\n\n".join(paragraphs)
    agencies = known_agencies(extra)
    found = find_credit(text, [(s.start, s.end, s.kind, s.rule) for s in find_segments(text, agencies)], agencies)
    return (found.agency, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("paragraphs", "agency", "printed"),
    [
        ((HEADLINE, LEAD, NEXT, "AFP"), "AFP", "AFP"),
        ((HEADLINE, LEAD, NEXT, "— Reuters"), "Reuters", "Reuters"),
        ((HEADLINE, LEAD, NEXT, "Source: Xinhua"), "Xinhua", "Xinhua"),
        ((HEADLINE, LEAD, NEXT, "Reuters - AP"), "Reuters; AP", "Reuters - AP"),
        ((HEADLINE, LEAD, LEAD, f"{NEXT} (dpa)"), "dpa", "dpa"),
        ((HEADLINE, LEAD, LEAD, f"{NEXT} AFP"), "AFP", "AFP"),
        ((HEADLINE, f"PORTVILLE, March 4 (Reuters) - {LEAD}", NEXT), "Reuters", "Reuters"),
        ((HEADLINE, f"PORTVILLE (AP) — {LEAD}", NEXT), "AP", "AP"),
        ((HEADLINE, "By Ada Quill, Associated Press", LEAD, NEXT), "AP", "Associated Press"),
        ((HEADLINE, "By Press Association", LEAD, NEXT), "PA", "Press Association"),
        ((HEADLINE, "Agence France-Presse", LEAD, NEXT), "AFP", "Agence France-Presse"),
        ((HEADLINE, LEAD, NEXT, "The Associated  Press"), "AP", "The Associated  Press"),
        ((HEADLINE, LEAD, NEXT, COPYRIGHT + ". All rights reserved."), "AP", COPYRIGHT),
        ((HEADLINE, LEAD, NEXT, CONTRIBUTION + " this report."), "AP", CONTRIBUTION),
        ((HEADLINE, LEAD, NEXT, "(With inputs from ANI)"), "ANI", "ANI"),
        ((HEADLINE, LEAD, NEXT, "lo/ab (AFP)"), "AFP", "AFP"),
        ((HEADLINE, LEAD, "The line will be closed until Thursday. EFE"), "EFE", "EFE"),
        ((HEADLINE, f"(ANSA) - PORTVILLE, 4 MAR - {LEAD}", NEXT), "ANSA", "ANSA"),
        (("Встреча поездов в порту", "ВЛАДИВОСТОК, 4 марта. /ТАСС/. Два поезда встретились.", NEXT), "TASS", "ТАСС"),
        ((HEADLINE, LEAD, NEXT, CONTRIBUTING), "AP", CONTRIBUTING),
        ((HEADLINE, LEAD, NEXT, f"Some {INFORMATION}."), "Reuters; AFP", INFORMATION),
        ((HEADLINE, "Source: Xinhua | 2021-03-04 16:21:05 | Editor: huaxia", LEAD, NEXT), "Xinhua", "Xinhua"),
        ((HEADLINE, "KYODO NEWS - Mar 4, 2021 - 16:21 | World, All", LEAD, NEXT), "Kyodo", "KYODO NEWS"),
        ((HEADLINE, "(With inputs from ANI)", LEAD, NEXT), "ANI", "ANI"),
        ((HEADLINE, "(AFP)", LEAD, NEXT), "AFP", "AFP"),
        ((HEADLINE, "By Ada Quill", "[Reuters]", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEADLINE, "AFP in Portville", LEAD, NEXT), "AFP", "AFP"),
        ((HEADLINE, "Portville (Reuters)", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEADLINE, "NEW PORTVILLE [AP]", LEAD, NEXT), "AP", "AP"),
        ((HEADLINE, "PORTVILLE - Agence France-Presse", LEAD, NEXT), "AFP", "Agence France-Presse"),
        (("4 March 2021, Portville (AFP)", HEADLINE, LEAD, NEXT), "AFP", "AFP"),
        ((HEADLINE, "PORTVILLE, March 4. /TASS/. " + LEAD, NEXT), "TASS", "TASS"),
        ((HEADLINE, "Ada Quill and Jo Reed, Reuters", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEADLINE, "Reuters | Updated: Mar 4, 2021", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEADLINE, f"PORTVILLE, March 4 (PTI) {LEAD}", NEXT, "(With inputs from ANI)"), "PTI", "PTI"),
        ((HEADLINE, f"PORTVILLE (Reuters) - {LEAD}", NEXT, "AFP"), "AFP", "AFP"),
        ((HEADLINE, LEAD, NEXT, "AFP / Agence France-Presse"), "AFP", "AFP / Agence France-Presse"),
        ((HEADLINE, LEAD, NEXT, "dpa kbo abc"), "dpa", "dpa"),
        ((HEADLINE, LEAD, NEXT, "dpa/kme"), "dpa", "dpa"),
        ((HEADLINE, LEAD, NEXT, "(kme/dpa)"), "dpa", "dpa"),
        ((HEADLINE, LEAD, NEXT, "(avec AFP)"), "AFP", "AFP"),
        ((HEADLINE, LEAD, NEXT, "==Kyodo"), "Kyodo", "Kyodo"),
        ((HEADLINE, LEAD, NEXT, "The story was sent by AFP."), "AFP", "The story was sent by AFP"),
    ],
)  # fmt: skip
def test_credits(paragraphs, agency, printed):
    assert credit(*paragraphs) == (agency, printed)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (HEADLINE, "The trains on Monday. Picture: JO FRAME/REUTERS", LEAD, NEXT),
        (HEADLINE, "The trains on Monday (AFP/Getty Images)", LEAD, NEXT),
        (HEADLINE, LEAD, "When contacted by Reuters, the company did not answer at once.", NEXT),
        (HEADLINE, LEAD, "“We saw it,” the driver told AFP.", NEXT),
        (HEADLINE, LEAD, "Nobody was hurt, Reuters reported on Monday, citing the police.", NEXT),
        (HEADLINE, LEAD, "AFP", NEXT, LEAD, NEXT),
        (HEADLINE, LEAD, "The trains on Monday. — AFP", NEXT, HEADLINE + " " + LEAD),
        (HEADLINE, "The trains on Monday. REUTERS/Jo Frame", LEAD, NEXT),
        (HEADLINE, LEAD, NEXT, "Copyright 2021 The Harbour Post. All rights reserved."),
        (HEADLINE, LEAD, NEXT, "AFP had its say on it."),
        (HEADLINE, LEAD, NEXT),
        (HEADLINE, LEAD, NEXT, "Reuters has its own say"),
        (HEADLINE, LEAD, NEXT, "Additional reporting by Reuters"),
        (HEADLINE, "Ada Holm (AFP)", LEAD, NEXT),
        (HEADLINE, "The old harbour", "(AFP)", LEAD, NEXT),
        (HEADLINE, LEAD, "Portville (AFP)", NEXT),
    ],
)
def test_what_only_names_an_agency_is_no_credit(paragraphs):
    assert credit(*paragraphs) is None


def test_agencies_of_the_corpus():
    assert credit(HEADLINE, LEAD, NEXT, "Harbour Wire") is None
    assert credit(HEADLINE, LEAD, NEXT, "Harbour Wire", extra=("Harbour Wire",)) == ("Harbour Wire", "Harbour Wire")


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("The Associated Press", "AP"),
        ("Ada Quill; Reuters", "Reuters"),
        ("ADA QUILL Associated Press", "AP"),
        ("Ada Quill (AFP)", "AFP"),
        ("Ada Quill, Harbour Post", None),
        ("Ada Reuter", None),
        ("", None),
    ],
)
def test_authors_as_a_page_lists_them(byline, agency):
    assert known_agencies().byline_credit(byline) == agency


def test_an_abbreviation_given_beside_the_full_name_is_the_same_agency() -> None:
    extra = ("Inland Wire Service", "IWS", "Harbour Wire")
    assert credit(HEADLINE, LEAD, NEXT, "IWS", extra=extra) == ("Inland Wire Service", "IWS")
    assert credit(HEADLINE, LEAD, NEXT, "Harbour Wire", extra=extra) == ("Harbour Wire", "Harbour Wire")


def test_an_abbreviation_of_two_given_names_stays_itself() -> None:
    extra = ("Inland Wire Service", "Island Wire Service", "IWS")
    assert credit(HEADLINE, LEAD, NEXT, "IWS", extra=extra) == ("IWS", "IWS")


def test_a_line_of_reports_from_two_agencies_is_a_credit() -> None:
    line = "With reports from AFP and Reuters"
    assert credit(HEADLINE, LEAD, NEXT, line) == ("AFP; Reuters", "AFP and Reuters")


@pytest.mark.parametrize("mark", ["-", "=", "— ", "/"])
def test_a_rule_of_marks_is_no_credit_and_takes_no_time(mark):
    assert known_agencies().sign_off((mark * 110)[:110]) is None


def test_marks_may_stand_before_a_credit():
    assert known_agencies().sign_off("---=== AFP")["credit"] == "AFP"
