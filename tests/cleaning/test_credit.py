import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, kinds

from samestory.cleaning.credit import find_credit, known_agencies
from samestory.cleaning.segment import find_segments

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
        ((HEAD, LEAD, NEXT, "AFP"), "AFP", "AFP"),
        ((HEAD, LEAD, NEXT, "— Reuters"), "Reuters", "Reuters"),
        ((HEAD, LEAD, NEXT, "Source: Xinhua"), "Xinhua", "Xinhua"),
        ((HEAD, LEAD, NEXT, "Reuters - AP"), "Reuters; AP", "Reuters - AP"),
        ((HEAD, LEAD, LEAD, f"{NEXT} (dpa)"), "dpa", "dpa"),
        ((HEAD, LEAD, LEAD, f"{NEXT} AFP"), "AFP", "AFP"),
        ((HEAD, f"PORTVILLE, March 4 (Reuters) - {LEAD}", NEXT), "Reuters", "Reuters"),
        ((HEAD, f"PORTVILLE (AP) — {LEAD}", NEXT), "AP", "AP"),
        ((HEAD, "By Ada Quill, Associated Press", LEAD, NEXT), "AP", "Associated Press"),
        ((HEAD, "By Press Association", LEAD, NEXT), "PA", "Press Association"),
        ((HEAD, "Agence France-Presse", LEAD, NEXT), "AFP", "Agence France-Presse"),
        ((HEAD, LEAD, NEXT, "The Associated  Press"), "AP", "The Associated  Press"),
        ((HEAD, LEAD, NEXT, COPYRIGHT + ". All rights reserved."), "AP", COPYRIGHT),
        ((HEAD, LEAD, NEXT, "Copyright PA Media"), "PA", "Copyright PA Media"),
        ((HEAD, LEAD, f"© {COPYRIGHT[10:]}. All rights reserved.", NEXT, LEAD), "AP", "© 2021 The Associated Press"),
        ((HEAD, LEAD, NEXT, CONTRIBUTION + " this report."), "AP", CONTRIBUTION),
        ((HEAD, LEAD, NEXT, "(With inputs from ANI)"), "ANI", "ANI"),
        ((HEAD, LEAD, NEXT, "Additional reporting: PA"), "PA", "PA"),
        ((HEAD, LEAD, NEXT, "With AFP"), "AFP", "AFP"),
        ((HEAD, LEAD, NEXT, "— Reuters, with files from the Harbour Post"), "Reuters", "Reuters"),
        ((HEAD, LEAD, NEXT, "lo/ab (AFP)"), "AFP", "AFP"),
        ((HEAD, LEAD, "The line will be closed until Thursday. EFE"), "EFE", "EFE"),
        ((HEAD, f"(ANSA) - PORTVILLE, 4 MAR - {LEAD}", NEXT), "ANSA", "ANSA"),
        (("Встреча поездов в порту", "ВЛАДИВОСТОК, 4 марта. /ТАСС/. Два поезда встретились.", NEXT), "TASS", "ТАСС"),
        ((HEAD, LEAD, NEXT, CONTRIBUTING), "AP", CONTRIBUTING),
        ((HEAD, LEAD, NEXT, f"Some {INFORMATION}."), "Reuters; AFP", INFORMATION),
        ((HEAD, "Source: Xinhua | 2021-03-04 16:21:05 | Editor: huaxia", LEAD, NEXT), "Xinhua", "Xinhua"),
        ((HEAD, "KYODO NEWS - Mar 4, 2021 - 16:21 | World, All", LEAD, NEXT), "Kyodo", "KYODO NEWS"),
        ((HEAD, "(With inputs from ANI)", LEAD, NEXT), "ANI", "ANI"),
        ((HEAD, "(AFP)", LEAD, NEXT), "AFP", "AFP"),
        ((HEAD, "By Ada Quill", "[Reuters]", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEAD, "AFP in Portville", LEAD, NEXT), "AFP", "AFP"),
        ((HEAD, "Portville (Reuters)", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEAD, "NEW PORTVILLE [AP]", LEAD, NEXT), "AP", "AP"),
        ((HEAD, "PORTVILLE - Agence France-Presse", LEAD, NEXT), "AFP", "Agence France-Presse"),
        (("4 March 2021, Portville (AFP)", HEAD, LEAD, NEXT), "AFP", "AFP"),
        ((HEAD, "PORTVILLE, March 4. /TASS/. " + LEAD, NEXT), "TASS", "TASS"),
        ((HEAD, "Ada Quill and Jo Reed, Reuters", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEAD, "Reuters | Updated: Mar 4, 2021", LEAD, NEXT), "Reuters", "Reuters"),
        ((HEAD, f"PORTVILLE, March 4 (PTI) {LEAD}", NEXT, "(With inputs from ANI)"), "PTI", "PTI"),
        ((HEAD, f"PORTVILLE (Reuters) - {LEAD}", NEXT, "AFP"), "AFP", "AFP"),
        ((HEAD, LEAD, NEXT, "AFP / Agence France-Presse"), "AFP", "AFP / Agence France-Presse"),
        ((HEAD, LEAD, NEXT, "dpa kbo abc"), "dpa", "dpa"),
        ((HEAD, LEAD, NEXT, "dpa/kme"), "dpa", "dpa"),
        ((HEAD, LEAD, NEXT, "PTI KME ABC"), "PTI", "PTI"),
        ((HEAD, LEAD, NEXT, "— With inputs from WAM"), "WAM", "WAM"),
        ((HEAD, "PTI |", LEAD, NEXT), "PTI", "PTI"),
        ((HEAD, LEAD, NEXT, "(kme/dpa)"), "dpa", "dpa"),
        ((HEAD, LEAD, NEXT, "(avec AFP)"), "AFP", "AFP"),
        ((HEAD, LEAD, NEXT, "==Kyodo"), "Kyodo", "Kyodo"),
        ((HEAD, LEAD, NEXT, "The story was sent by AFP."), "AFP", "The story was sent by AFP"),
    ],
)  # fmt: skip
def test_credits(paragraphs, agency, printed):
    assert credit(*paragraphs) == (agency, printed)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (HEAD, "The trains on Monday. Picture: JO FRAME/REUTERS", LEAD, NEXT),
        (HEAD, "The trains on Monday (AFP/Getty Images)", LEAD, NEXT),
        (HEAD, LEAD, "When contacted by Reuters, the company did not answer at once.", NEXT),
        (HEAD, LEAD, "“We saw it,” the driver told AFP.", NEXT),
        (HEAD, LEAD, "Nobody was hurt, Reuters reported on Monday, citing the police.", NEXT),
        (HEAD, LEAD, "AFP", NEXT, LEAD, NEXT),
        (HEAD, LEAD, "The trains on Monday. — AFP", NEXT, HEAD + " " + LEAD),
        (HEAD, "The trains on Monday. REUTERS/Jo Frame", LEAD, NEXT),
        (HEAD, LEAD, NEXT, "Copyright 2021 The Harbour Post. All rights reserved."),
        (HEAD, LEAD, NEXT, "AFP had its say on it."),
        (HEAD, LEAD, NEXT),
        (HEAD, LEAD, NEXT, "Reuters has its own say"),
        (HEAD, LEAD, NEXT, "Additional reporting by Reuters"),
        (HEAD, "Ada Holm (AFP)", LEAD, NEXT),
        (HEAD, "The old harbour", "(AFP)", LEAD, NEXT),
        (HEAD, LEAD, "Portville (AFP)", NEXT),
        (HEAD, LEAD, "The trains on Monday", "© PA Images", NEXT),
        (HEAD, LEAD, "The trains on Monday © AFP via Getty Images", NEXT),
        (HEAD, LEAD, "The trains on Monday", "© Reuters Pictures", NEXT),
        (HEAD, LEAD, "The trains on Monday", "Image: © AP Photo/Jo Frame", NEXT),
        (HEAD, LEAD, "The trains on Monday", "© AFP / Getty", NEXT),
        (HEAD, LEAD, "The trains on Monday", "Copyright PA Media", NEXT, LEAD, NEXT),
        (HEAD, LEAD, "The trains on Monday", "© 2021 Reuters", NEXT, LEAD, NEXT),
        (HEAD, "The trains on Monday", "Copyright PA Media", LEAD, NEXT),
        (HEAD, LEAD, NEXT, "© PA Images"),
        (HEAD, LEAD, NEXT, "The two trains stood near the old harbour on Monday. © PA Images"),
    ],
)
def test_what_only_names_an_agency_is_no_credit(paragraphs):
    assert credit(*paragraphs) is None


def test_agencies_of_the_corpus():
    assert credit(HEAD, LEAD, NEXT, "Harbour Wire") is None
    assert credit(HEAD, LEAD, NEXT, "Harbour Wire", extra=("Harbour Wire",)) == ("Harbour Wire", "Harbour Wire")


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
    assert credit(HEAD, LEAD, NEXT, "IWS", extra=extra) == ("Inland Wire Service", "IWS")
    assert credit(HEAD, LEAD, NEXT, "Harbour Wire", extra=extra) == ("Harbour Wire", "Harbour Wire")


def test_an_abbreviation_of_two_given_names_stays_itself() -> None:
    extra = ("Inland Wire Service", "Island Wire Service", "IWS")
    assert credit(HEAD, LEAD, NEXT, "IWS", extra=extra) == ("IWS", "IWS")


def test_a_line_of_reports_from_two_agencies_is_a_credit() -> None:
    line = "With reports from AFP and Reuters"
    assert credit(HEAD, LEAD, NEXT, line) == ("AFP; Reuters", "AFP and Reuters")


@pytest.mark.parametrize("mark", ["-", "=", "— ", "/"])
def test_a_rule_of_marks_is_no_credit_and_takes_no_time(mark):
    assert known_agencies().sign_off((mark * 110)[:110]) is None


def test_marks_may_stand_before_a_credit():
    assert known_agencies().sign_off("---=== AFP")["credit"] == "AFP"


def test_inputs_from_others_are_a_credit_whoever_they_are():
    for line in (
        "— With inputs from the Harbour Post",
        "(With additional reporting from agencies)",
        "With staff writers",
    ):
        assert kinds("\n\n".join([HEAD, LEAD, NEXT, line]))[-1] == ("credit", line)
        assert credit(HEAD, LEAD, NEXT, line) is None
    assert (
        kinds(f"{HEAD}\n\n{LEAD}\n\nWith reports from both drivers at hand, the company began its inquiry.")[-1][0]
        == "body"
    )


GERMAN = (
    "Zwei Züge begegnen sich am alten Hafen",
    "Zwei Züge sind sich am Montag auf einem einzigen Gleis begegnet, und niemand wurde verletzt, sagte die Bahn.",
    "Bis Mittag war die Strecke geräumt. Die Bahn versprach, die Signale zu prüfen, die schon zweimal versagt hatten.",
)


@pytest.mark.parametrize("agency", ["(dpa)", "(Reuters)", "(AP)", "dpa"])
@pytest.mark.parametrize("last", ["Ein Fahrer wurde leicht verletzt.", "Verletzt wurde niemand."])
def test_a_sign_off_behind_the_last_sentence_whatever_the_page_prints_below(agency, last):
    page = ["Mehr zum Thema", "Newsletter abonnieren", "Die Bahn im Netz", "Zur Startseite"]
    for below in range(len(page) + 1):
        found = credit(*GERMAN, f"{last} {agency}", *page[:below])
        assert found == (agency.strip("()"), agency.strip("()"))


def test_a_sign_off_behind_running_text_with_more_of_it_below():
    told = "The two trains had left on time and on the same track, the railway company said. (Reuters)"
    assert credit(HEAD, LEAD, told, NEXT, LEAD) == ("Reuters", "Reuters")
    long = f"{LAST} {LAST} {NEXT} (AFP)"
    assert credit(HEAD, LEAD, long, NEXT, LEAD) == ("AFP", "AFP")
    assert credit(HEAD, LEAD, "A banner that reads “No more trains” on the harbour wall. (AFP)", NEXT, LEAD) is None
    shown = f"This photo shows the old harbour on Monday. {NEXT} {NEXT} (AFP)"
    assert credit(HEAD, LEAD, shown, NEXT, LEAD) is None
    assert credit(HEAD, LEAD, f"{LAST} {NEXT} (Harbour Rail via AP) (AP)", NEXT, LEAD) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("The Associated Press contributed to this report.", "contribution"),
        ("(With inputs from ANI)", "contribution"),
        ("(avec AFP)", "contribution"),
        ("Video producer Ada Quill contributed from Portville, Tarn.", "contribution"),
        ("Associated Press writer Ada Quill in Portville contributed to this report.", "sign_off"),
        ("This story was written by Reuters.", "sign_off"),
        ("(AFP)", "sign_off"),
    ],
)
def test_who_contributed_wrote_a_part_and_whose_people_did_the_whole(line, rule):
    found = find_segments("\n\n".join([HEAD, LEAD, NEXT, LAST, line]), known_agencies())[-1]
    assert (found.kind, found.rule) == ("credit", rule)


def test_who_gave_money_did_not_contribute_to_the_report():
    told = "Half of the money for the signals was contributed from Portville, and the rest came from the harbour board."
    assert kinds("\n\n".join([HEAD, LEAD, told, NEXT]))[2] == ("body", told)
