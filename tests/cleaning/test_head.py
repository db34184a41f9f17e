import pytest

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

HEAD = "Trains meet near old harbour"
LEAD = "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the railway company said."
NEXT = (
    "Workers cleared the line by noon. The company promised an inquiry into the signals, which had failed twice before."
)
LAST = "The harbour line was built to carry coal and has taken passengers only since the mines were closed."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in find_segments(text, known_agencies(), title)]


def labels(*paragraphs: str) -> list[str]:
    return [kind for kind, _ in kinds("\n\n".join(paragraphs))]


def test_headline_and_report():
    assert labels(HEAD, LEAD, NEXT) == ["title", "body", "body"]


def test_a_text_may_begin_without_headline():
    assert labels(LEAD, NEXT) == ["body", "body"]


def test_a_short_label_is_no_headline():
    assert labels("Old Harbour", LEAD, NEXT) == ["section", "body", "body"]


def test_a_byline_below_a_heading_signs_what_it_heads():
    box = ["A town stands still", "By Ada Quill, Harbour Post, Portville", LAST]
    assert labels(HEAD, LEAD, *box, NEXT) == ["title", "body", "subhead", "byline", "body", "body"]
    assert labels(HEAD, LEAD, "By Ada Quill, Harbour Post, Portville", LAST, NEXT)[1] == "standfirst"


def test_a_name_and_a_post_without_a_mark_between_them():
    assert labels(HEAD, "Ada Quill Transport editor", LEAD, NEXT)[1] == "byline"


def test_who_speaks_is_no_dateline():
    assert labels(HEAD, f"ADA QUILL, HOST: {LEAD}", NEXT) == ["title", "body", "body"]


def test_a_lead_with_a_dateline_is_no_standfirst():
    text = [HEAD, f"PORTVILLE (AP) — {LEAD}", "By Ada Quill", NEXT]
    assert labels(*text) == ["title", "dateline", "body", "byline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Sunday 7 March 2021 12:00, The Harbour Post",
        "10.11.2023 14:30",
        "07/03/2021 12:00",
        "Published 07/03/2021 at 12:00, updated 07/04/2021 at 9:15",
    ],
)
def test_a_line_of_a_date(line):
    assert labels(HEAD, line, LEAD, NEXT)[1] == "date"


def test_headline_printed_twice():
    assert labels(HEAD, "Trains Meet Near Old Harbour", LEAD) == ["title", "title", "body"]


def test_head_with_single_newlines():
    text = "\n".join(
        [
            " date 2021-03-04 Europe / Railways",
            "",
            "Trains meet near old harbour",
            "",
            "Nobody is hurt as two trains stop within sight",
            "",
            "04 March 2021 - 16:21",
            "by Ada Quill",
            "One of the trains on Monday. Picture: JO FRAME/REUTERS",
            "Portville — " + LEAD,
            "",
            NEXT,
        ]
    )
    assert kinds(text) == [
        ("date", "date 2021-03-04"),
        ("section", "Europe / Railways"),
        ("title", "Trains meet near old harbour"),
        ("standfirst", "Nobody is hurt as two trains stop within sight"),
        ("date", "04 March 2021 - 16:21"),
        ("byline", "by Ada Quill"),
        ("caption", "One of the trains on Monday. Picture: JO FRAME/REUTERS"),
        ("dateline", "Portville —"),
        ("body", LEAD),
        ("body", NEXT),
    ]


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
def test_datelines(dateline):
    assert kinds(f"Trains meet near old harbour\n\n{dateline} {LEAD}\n\n{NEXT}")[1:3] == [
        ("dateline", dateline),
        ("body", LEAD),
    ]


@pytest.mark.parametrize(
    "opening", ["The harbour — a ruin — ", "Portville Harbour, the harbour in Portville, ", "UPDATE: "]
)
def test_what_only_looks_like_a_dateline(opening):
    assert kinds(f"{opening}{LEAD}\n\n{NEXT}") == [("body", opening + LEAD), ("body", NEXT)]


def test_a_post_under_the_name_belongs_to_the_byline():
    head = [HEAD, "By Ada Quill", "Transport correspondent", "4 March 2021"]
    assert labels(*head, LEAD, NEXT) == ["title", "byline", "byline", "date", "body", "body"]
    assert labels(HEAD, "By Ada Quill, transport correspondent", LEAD, NEXT)[1] == "byline"


@pytest.mark.parametrize(
    "headline",
    [
        "Council votes to close harbour line after two trains meet on single track.",
        "Trains meet near the old harbour as signals fail, and nobody is hurt.",
        "Trains meet near harbour;",
    ],
)
def test_headlines_that_end_in_a_mark(headline):
    lead = LEAD + " The council voted to close the harbour line, where signals fail."
    assert kinds("\n\n".join([headline, lead, NEXT]))[0] == ("title", headline)


def test_a_sentence_completes_a_headline_that_ends_in_a_semicolon():
    standfirst = "The company promises an inquiry into the signals of the line."
    assert labels("Trains meet near harbour;", standfirst, LEAD, NEXT) == ["title", "standfirst", "body", "body"]


@pytest.mark.parametrize("lead", ["The trains met on Monday and the line was shut for a day.", "It rained all night."])
def test_a_short_lead_is_no_headline(lead):
    assert labels(lead, NEXT, LAST)[0] != "title"


def test_the_given_headline_wins():
    assert kinds(f"Railway news from all over\n\nTrains meet\n\n{LEAD}", "Trains meet")[1] == ("title", "Trains meet")


def test_the_name_of_a_kind_of_article_in_front_of_the_headline_is_a_section():
    assert kinds(f"Opinion | {HEAD}\n\n{LEAD}\n\n{NEXT}")[:2] == [("section", "Opinion |"), ("title", HEAD)]
    assert kinds(f"Analysis: {HEAD}\n\n{LEAD}\n\n{NEXT}")[1] == ("title", HEAD)
    assert kinds(f"Portville: {HEAD}\n\n{LEAD}\n\n{NEXT}")[0] == ("title", f"Portville: {HEAD}")
    given = f"Analysis: {HEAD}"
    assert kinds(f"{given}\n\n{LEAD}\n\n{NEXT}", given)[0] == ("title", given)


def test_bylines_and_dates_in_other_languages():
    head = "Züge begegnen sich am alten Hafen"
    lead = "Zwei Züge sind sich am Montag am alten Hafen auf einem Gleis begegnet, verletzt wurde niemand."
    assert labels(head, "Von Ada Quill", "Donnerstag, 4. März 2021, 16:21 Uhr", lead) == [
        "title", "byline", "date", "body",
    ]  # fmt: skip
    assert kinds(f"{head}\n\nPar Ada Quill | 4 mars 2021\n\n{lead}")[1] == ("byline", "Par Ada Quill")
    # A title or a name in English makes no English text.
    quoted = (
        "Der Bürgermeister sprach von „End of the Line“, einem Lied, das an diesem Tag alle im Kopf hatten, und ging."
    )
    below = lead.replace("zwei", "drei")
    assert labels(head, "Von Ada Quill und Bo Dahl", lead, quoted, below)[1] == "byline"

    assert labels(HEAD, LEAD, "Par Three Course Reopens", NEXT)[1] == "body"
    assert labels("Di Maria Scores Twice", LEAD, NEXT)[0] == "title"


def test_the_paper_behind_a_mark_is_no_part_of_the_byline():
    assert kinds(f"{HEAD}\n\nBy Ada Quill | Harbour Post | March 4, 2021\n\n{LEAD}\n\n{NEXT}")[1:4] == [
        ("byline", "By Ada Quill"),
        ("section", "| Harbour Post |"),
        ("date", "March 4, 2021"),
    ]


def test_a_sentence_above_a_photo_credit_is_its_caption_where_the_author_stands_above_both():
    scene = "Passengers wait for news outside the old harbour station."
    lead = f"PORTVILLE (AP) — {LEAD}"
    assert labels(HEAD, "By Ada Quill", scene, "Jo Frame/AP", lead, NEXT)[2:4] == ["caption", "caption"]
    assert labels(HEAD, scene, "Jo Frame/AP", lead, NEXT)[1:3] == ["standfirst", "caption"]


def test_a_post_and_an_address_below_a_name():
    head = [HEAD, "Ada Quill", "Valley correspondent", "@adaquill"]
    assert kinds("\n\n".join([*head, LEAD, NEXT]))[1:4] == [("byline", line) for line in head[1:]]


def test_times_of_day_beside_a_date_are_no_section():
    assert kinds(f"{HEAD}\n\nPublié le 4 mars 2021 à 11h32, mis à jour à 14h05\n\n{LEAD}\n\n{NEXT}")[1][0] == "date"
    assert labels(HEAD, "Publié le 4 mars 2021 à 11h32, mis à jour à 14h05", LEAD, NEXT) == [
        "title",
        "date",
        "body",
        "body",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "• Signals fail on harbour line",
        "Trains meet near harbour. Nobody hurt.",
        "Trains meet near harbour &nbsp;",
        '"Two trains met near the old harbour on Monday," says the railway company.',
        "The pilot waits for news of the boats in the fog tonight.",
    ],
)
def test_what_is_no_headline(line):
    assert labels(line, LEAD, NEXT)[0] != "title"


def test_a_whole_sentence_above_a_dateline_is_a_headline():
    line = "It rained all night on the coast and the pilots stayed in town."
    assert labels(line, f"PORTVILLE (AP) — {LEAD}", NEXT)[0] == "title"
    assert labels(line, LEAD, NEXT)[0] == "body"


def test_a_headline_may_hold_a_date():
    assert labels("Harbour line to reopen for goods trains on 4 March 2021", LEAD, NEXT)[0] == "title"


@pytest.mark.parametrize(("line", "kind"), [("127", "furniture"), ("near old harbour", "caption"), ("Old", "section")])
def test_short_lines_between_headline_and_lead(line, kind):
    assert labels(HEAD, line, LEAD, NEXT) == ["title", kind, "body", "body"]


def test_lines_below_the_heading_of_a_summary_sum_up():
    points = ["Two trains stop", "Signals failed twice before the two trains met"]
    assert labels(HEAD, "Key points", *points, "By Ada Quill", LEAD, NEXT)[1:4] == ["summary"] * 3


def test_a_text_of_short_lines_is_its_body():
    poem = ["The harbour sleeps", "The trains stand still", "And nobody comes", "To mend the line"]
    assert "section" not in labels(*poem)
    assert labels(HEAD, "Closed on Monday") == ["title", "section"]


def test_an_agency_in_capitals_is_a_byline():
    assert labels(HEAD, "THE ASSOCIATED PRESS", LEAD, NEXT)[1] == "byline"


def test_a_place_in_capitals_with_a_day_is_a_dateline_on_its_line():
    line = "PORTVILLE, Tarn, March 4, 2021"
    assert labels(HEAD, "By Ada Quill", line, LEAD, NEXT)[2] == "dateline"
    assert labels(HEAD, "By Ada Quill", "WORLD NEWS, March 4, 2021", LEAD, NEXT)[2] != "dateline"


def test_the_headline_of_a_press_release_stands_below_its_letterhead():
    head = ["HARBOUR RAIL OF PORTVILLE", "PRESS RELEASE No. 31/2021", HEAD]
    assert labels(*head, LEAD, NEXT) == ["section", "section", "title", "body", "body"]
    assert labels("Press release sparks a row", HEAD, LEAD, NEXT)[0] == "title"


@pytest.mark.parametrize("note", ["(Adds quotes from minister, background)", "(Corrects number in second paragraph)"])
def test_the_note_of_an_agency_above_the_report_is_no_standfirst(note):
    assert labels(HEAD, "By Ada Quill", note, LEAD, NEXT)[2] == "furniture"


def test_the_notice_that_an_article_is_old_is_no_headline():
    notice = "This article is more than 1 year old"
    assert labels(notice, HEAD, notice, LEAD, NEXT) == ["furniture", "title", "furniture", "body", "body"]


def test_who_employs_the_author_stands_below_the_name():
    assert labels(HEAD, "Ada Quill", "Harbour News, Portville", LEAD, NEXT)[1:3] == ["byline", "byline"]


def test_who_edited_an_article_may_sign_it():
    assert labels(HEAD, "Edited by: Ada Quill", LEAD, NEXT)[1] == "byline"


def test_two_dates_and_their_words_are_one_line_of_facts():
    line = "Posted at 4:50 PM, Mar 03, 2021 and last updated 11:21 PM, Mar 03, 2021"
    assert labels(HEAD, line, LEAD, NEXT)[1:3] == ["date", "body"]


def test_a_headline_beside_a_section_and_a_date_is_no_line_of_facts():
    line = "Trains meet near the old harbour of Portville | World | 04.03.2021"
    assert labels(line, LEAD, NEXT)[0] == "title"


def test_a_path_of_sections_and_the_kind_of_release_are_no_headline():
    path = "Home > Office of the Harbour Master > Press Releases"
    release = [path, HEAD, "Press Statement", "Ada Quill, Harbour Spokesperson", "4 March 2021"]
    assert labels(*release, LEAD, NEXT)[:6] == ["section", "title", "section", "byline", "date", "body"]


def test_points_below_the_headline_are_its_standfirst():
    assert (
        labels(HEAD, "• Nobody hurt", "• Company promises inquiry", "By Ada Quill", LEAD, NEXT)[1:3]
        == ["standfirst"] * 2
    )


@pytest.mark.parametrize(
    "caption", ["The trains after they met (Harbour Board)", "The trains after they met. Bo Dahl/Post"]
)
def test_a_line_below_the_author_that_ends_with_a_name_is_a_caption(caption):
    assert labels(HEAD, "By Ada Quill", caption, LEAD, NEXT)[2] == "caption"
    assert labels(HEAD, caption, "By Ada Quill", LEAD, NEXT)[1] == "standfirst"


def test_a_photographer_and_a_house_alone_below_the_author():
    assert labels(HEAD, "By Ada Quill", "Bo Dahl/Harbour Post", LEAD, NEXT)[2] == "caption"
    assert labels(HEAD, LEAD, "Bo Dahl / Harbour Post", NEXT)[2] == "caption"


def test_a_place_in_capitals_and_its_country_stand_above_the_report():
    assert labels(HEAD, "By Ada Quill", "PORTVILLE, Ruritania", LEAD, NEXT)[2] == "dateline"
    assert labels(HEAD, "By Ada Quill", "WORLD, Europe", LEAD, NEXT)[2] == "section"


def test_a_post_and_an_address_stand_below_the_author():
    assert labels(HEAD, "Ada Quill", "News reporter @adaquill", LEAD, NEXT)[2] == "byline"


def test_what_a_page_offers_may_stand_between_a_standfirst_and_the_author():
    offers = ["Harbour alerts", "Live on", "Your choice", "All our mails"]
    told = "The trains stood on the line until noon, and nobody could leave the harbour by land."
    below = labels(HEAD, told, *offers, "4 March 2021", "By Ada Quill", LEAD, NEXT)
    assert (below[1], below[-4:]) == ("standfirst", ["date", "byline", "body", "body"])


@pytest.mark.parametrize("line", ["Harbour Post | By Ada Quill", "By Ada Quill", "Ada Quill, Reporter"])
def test_addresses_stand_below_the_author(line):
    assert labels(HEAD, line, "@adaquill ada.quill@post.example", LEAD, NEXT)[1:3] == ["byline", "byline"]


def test_the_title_of_a_film_is_no_second_byline():
    assert labels(HEAD, "Harbour Floods Ferry in Portville", "By Ada Quill", LEAD, NEXT)[1] == "section"


def test_a_tag_in_brackets_opens_a_headline():
    wire = ["(LEAD) Two trains meet near old harbour", "(ATTN: ADDS details in paras 2-3)"]
    assert labels(*wire, f"PORTVILLE, March 4 (AP) -- {LEAD}", NEXT) == [
        "title", "furniture", "dateline", "body", "body",
    ]  # fmt: skip


def test_a_line_below_author_and_date_is_a_caption_and_between_them_a_standfirst():
    line = "Passengers on the track between the two trains"
    assert labels(HEAD, "By Ada Quill", "4 March 2021", line, LEAD, NEXT)[3] == "caption"
    assert labels(HEAD, "4 March 2021", line, "By Ada Quill", LEAD, NEXT)[2] == "standfirst"


def test_a_sentence_above_a_photo_credit_is_no_lead():
    caption = ["A train leaves Portville, illustrative.", "(photo credit: HARBOUR BOARD)"]
    assert labels(HEAD, "By Ada Quill", *caption, LEAD, NEXT)[2:5] == ["caption", "caption", "body"]


@pytest.mark.parametrize("place", ["Reporting from Portville", "in Old Portville"])
def test_where_one_writes_from_stands_below_the_author(place):
    assert labels(HEAD, "By Ada Quill", place, LEAD, NEXT)[2] == "byline"


def test_how_long_ago_is_a_fact_of_the_date():
    line = "Published date: 9 March 2021 17:22 GMT | Last update: 6 months 1 week ago"
    assert labels(HEAD, "By Ada Quill", line, LEAD, NEXT)[2] == "date"


def test_a_line_below_the_heading_of_a_summary_is_of_it_though_nothing_says_it_again():
    point = "Ferries run all night until the week is out"
    assert labels(HEAD, "Key points", point, LEAD, NEXT)[1:3] == ["summary", "summary"]


def test_a_line_above_names_without_by_is_a_standfirst():
    line = "Company promises inquiry into signals after second failure"
    assert labels(HEAD, "World | 4 March 2021", line, "Ada Quill in Portville", LEAD, NEXT)[1:] == [
        "section", "date", "standfirst", "byline", "body", "body",
    ]  # fmt: skip
