from itertools import groupby

import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, kinds, labels
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments


def test_end_mark_and_comment_form_are_furniture():
    tail = [
        "END.",
        "Leave a Reply",
        "Your email address will not be published.",
        "What a mess this railway is, as everybody knows.",
    ]
    assert labels(HEAD, LEAD, NEXT, "\u00a0", *tail) == [
        "title",
        "body",
        "body",
        *["furniture"] * 4,
    ]


def test_sign_off():
    assert kinds(f"{LEAD}\n\n{NEXT}\n\nAFP")[-1] == ("credit", "AFP")
    assert kinds(f"{LEAD}\n\n{LAST}\n\n{NEXT} (Reuters)")[-2:] == [("body", NEXT), ("credit", "(Reuters)")]


def test_an_agency_alone_above_the_report_is_a_byline_and_amid_it_a_photo_credit():
    assert labels(HEAD, "Reuters", LEAD, NEXT)[1] == "byline"
    assert labels(HEAD, LEAD, "Reuters", NEXT, LAST, LAST + " More follows.")[2] == "caption"


def test_what_a_phrase_of_the_page_announces_is_furniture_with_it():
    offer = "To continue reading this story, please subscribe to the Harbour Post for a year."
    goods = ["Subscribe to get:", "— Stories before anybody else", "— A calendar of the tides", "— Our weekly letter"]
    assert labels(HEAD, LEAD, NEXT, offer, *goods) == ["title", "body", "body", *["furniture"] * 5]
    assert labels(HEAD, LEAD, NEXT, "The towns by trains:", *goods[1:])[3:] == ["body"] * 4


def test_a_list_below_the_report_is_of_it_only_where_it_gives_facts():
    topics = ["Trains", "Old harbour", "Railway companies"]
    assert labels(HEAD, LEAD, NEXT, *topics)[3:] == ["furniture"] * 3
    assert labels(HEAD, LEAD, NEXT, "Trains: 2", "Hurt: 0", "Passengers: 40")[3:] == ["body"] * 3
    assert labels(HEAD, LEAD, f"{NEXT[:-1]}, and named:", "Ada Quill", "Bo Dahl", "Cy Ebbing")[3:] == ["body"] * 3


def test_glued_captions():
    text = "\n\n".join(
        [HEAD, LEAD, "The Old HarbourThe Old Harbour is closed to trains.", "Old Harbour“We saw it,” he said."]
    )
    assert kinds(text)[2:] == [
        ("caption", "The Old Harbour"),
        ("body", "The Old Harbour is closed to trains."),
        ("caption", "Old Harbour"),
        ("body", "“We saw it,” he said."),
    ]


def test_a_caption_glued_to_a_word_that_stands_elsewhere():
    text = "\n\n".join([HEAD, LEAD, "Old harbourWorkers closed the line on Monday.", f"{NEXT} No workers slept."])
    assert kinds(text)[2:4] == [("caption", "Old harbour"), ("body", "Workers closed the line on Monday.")]


def test_names_in_two_parts_are_no_glued_captions():
    assert labels(
        LEAD, "A YouTube film by McDonald and the FirstGroup firm shows the first group of trains on Monday."
    ) == ["body", "body"]


def test_repeated_headline_phrase_amid_the_report():
    assert labels("Trains meet near old harbour, nobody hurt", LEAD, HEAD, NEXT)[2] == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement", "Advertisement Continue reading the main story", "Read more", "Related: Five ways to travel",
        "Sign up for our newsletter to get the best of the week in your inbox.", "___", "https://example.org/a",
        "This website uses cookies to improve your experience.",
        "Correction: An earlier version named another harbour.",
        "“So quick!” pic.twitter.com/abcdef — Ada Quill (@adaquill) March 4, 2021",
        "Please verify you are human to go on.",
        "Click to share on Facebook (Opens in new window)",
        "By signing up, you agree to our Terms of Use and Privacy Policy.",
        "(This story has not been edited by Post staff and is published from a syndicated feed.)",
        "Follow the Harbour Post on Facebook, Instagram and YouTube.",
        "This text has been adapted from its original source.", "Visit the Post's homepage for more stories.",
        "Listen: What the driver saw", "Get in touch: Were you on the trains? Tell us.", "+6", "Comments 28",
        "• Follow the Harbour Post on Twitter at @harbourpost", "Related: Who pays for the signals?",
        "3 min read", "Updated 2 hours ago", "1 of 5", "More on the harbour line", "3-Minute Listen", "• 4h •",
        "41 View comments", "Read more from the Harbour Post:", "This article is more than 1 year old",
        "Please use Chrome browser to watch this.", "← Previous: Ferry runs late", "All stories of the harbour →",
        "Thanks for reading The Harbour Letter! Subscribe for free to receive new posts.", "Upgrade to paid",
        "Have a story? Write to us at the Post.", "Were you on the trains? Call our newsdesk on 555 0134.",
    ],
)  # fmt: skip
def test_furniture_amid_the_report(line):
    assert labels(HEAD, LEAD, line, NEXT) == ["title", "body", "furniture", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Image copyright Getty Images Image caption The trains on the old track",
        "The trains after they met (Jo Frame/AP)",
        "Enlarge this image toggle caption Jo Frame/AP",
        "SWNS • PA The trains on the track after the driver had stopped them",
        "This photo released by the railway shows the trains on Monday, March 1, 2021. (Railway via AP)",
        "3/34 The trains seen from the bridge",
        "The trains stand face to face. | Photo Credit: REUTERS",
        "Reuters In 2014 the harbour was closed to every train",
        "From left: Ada Quill, Jon Amber and the mayor",
        "Grab from a video obtained by the Post shows the trains on the track",
        "Ada Quill, second from left, and Jon Amber visit the old harbour.",
        "Passengers walk along the track after two trains met near the harbour on Monday.",
        "Workers are seen clearing the line near the old harbour on March 1.",
        "The mayor meets the drivers of both trains at the station, Monday, March 1, 2021.",
        "A woman in a red coat photographs one of the trains near the old harbour on Monday.",
        "A young man rides past the closed station in Portville on Tuesday, March 2.",
        "Passengers queue outside the old harbour station on Monday.",
        "One of the trains leaves for the depot – video",
        "Mayor Ada Quill at the opening in March 2019",
        "The nave where the stones fell CREDIT: Ada Quill for The Harbour Post",
        "The trains on Thursday. Bo Dahl / Harbour Post via AP",
        "© HB/Ada Quill The trains stand on the track near the old harbour.",
        "The trains struck one another at about walking pace. (Harbour News: Bo Dahl)",
    ],
)  # fmt: skip
def test_captions_amid_the_report(line):
    assert [kind for kind, _ in groupby(labels(HEAD, LEAD, line, NEXT))] == ["title", "body", "caption", "body"]


@pytest.mark.parametrize(
    ("line", "kind", "rule"),
    [
        ("• This article was amended on 5 March to remove a name that was wrong.", "furniture", "correction"),
        ("This is a developing story, more follows.", "furniture", "page_phrase"),
        ("Related Stories 'NOT AGAIN' Harbour line shut IN FOG Ferry late", "furniture", "related_link"),
        ("Ada Quill (left) and Jon Amber met the drivers at the harbour on Monday.", "caption", "points_at_picture"),
        ("The two drivers stand at the harbour, in a photo taken by a passenger.", "caption", "points_at_picture"),
        ("Trains at Portville 8 show all Trains at Portville 1/8 The trains The track", "caption", "gallery_heading"),
        ("Download the Harbour Post app for alerts.", "furniture", "page_phrase"),
        ("Listen again on our website", "furniture", "page_phrase"),
        ("Join the Post's WhatsApp channel and read it first.", "furniture", "page_phrase"),
        ("Get the day's top stories of the harbour by mail.", "furniture", "page_phrase"),
        ("Also read | Why did the signals fail?", "furniture", "related_link"),
        ("Additional reporting: Ada Quill and Jon Amber", "credit", "desk_line"),
        ("Ada Quill and Jon Amber of the Bell contributed to this report", "credit", "contribution"),
        ("Whoever saw the trains can fill in the form below, without a name.", "furniture", "page_phrase"),
        (
            "The Bell's desk has the support of a fund. The Bell is solely responsible for all content.",
            "furniture",
            "page_phrase",
        ),
    ],
)
def test_what_pages_print_amid_the_report(line, kind, rule):
    found = {s.rule: s.kind for s in find_segments("\n\n".join([HEAD, LEAD, NEXT, line, LAST]), known_agencies())}
    assert found[rule] == kind


def test_prose_that_shares_words_with_furniture_stays():
    for line in (
        "Images of the trains were shared by Reuters and other agencies on Monday, and many people saw them.",
        "The train ran at 120 mph (193 km/h) through the old harbour, which has a limit of 12 mph (20 km/h).",
        "A man appears in court on Monday over the signals that failed near the old harbour in March.",
        "A worker at the depot earns about 12 crowns more each month than a driver did in 2019.",
        "A passenger of the first train goes to court on Monday, and the company does so on Tuesday.",
        "By providing trains at night, the company has won many passengers since the harbour line was opened again.",
        "More on Monday’s accident was to be told by the company, which has asked its drivers what they had seen.",
        "The council votes on the second bridge on Tuesday, and the mayor speaks to the railway company on Wednesday.",
        "The two drivers are seen as heroes by those who had taken the train to the old harbour on Monday.",
        "Share prices stand at 12 crowns, and the company is to tell its owners more about the trains on Tuesday.",
        "Share prices of the company fell by a tenth on Monday after the trains had met near the old harbour.",
    ):
        assert labels(HEAD, LEAD, line, NEXT) == ["title", "body", "body", "body"], line


def test_a_paragraph_printed_a_second_time_is_set_aside():
    assert labels(HEAD, LEAD, NEXT, LAST, NEXT) == ["title", "body", "body", "body", "furniture"]
    assert labels(HEAD, LEAD, "“No.”", NEXT, "“No.”", LAST) == ["title", *["body"] * 5]


def test_a_quotation_pulled_from_the_report_is_set_aside():
    said = "“We saw it coming and nobody listened to us,” said Ada Quill of the harbour office on Monday."
    assert labels(HEAD, LEAD, said, NEXT, "“We saw it coming and nobody listened”", LAST)[4] == "furniture"
    assert labels(HEAD, LEAD, NEXT, "“We saw it coming and nobody listened”", LAST)[3] == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Copyright 2021 Harbour Post. All rights reserved.", "furniture"),
        ("© 2021 The Associated Press. All rights reserved.", "credit"),
        ("(c) 2021 Harbour Post", "furniture"),
    ],
)
def test_a_copyright_line_behind_the_last_sentence(line, kind):
    assert kinds(f"{LEAD}\n\n{LAST}\n\n{NEXT} {line}")[-2:] == [("body", NEXT), (kind, line)]


def test_links_under_their_heading_amid_the_report():
    links = ["Recommended", "Ferry company to lay up half its boats", "Mayor wants a second track at the harbour"]
    rest = [NEXT, LAST, NEXT[::-1], LAST[::-1], LEAD[::-1]]
    assert labels(HEAD, LEAD, NEXT[:60] + ".", *links, *rest)[3:7] == ["furniture", "furniture", "furniture", "body"]


@pytest.mark.parametrize("mark", ["Enditem", "ENDS", "-30-", "■"])
def test_the_mark_of_the_end_behind_the_last_stop(mark):
    assert kinds(f"{HEAD}\n\n{LEAD}\n\n{NEXT} {mark}")[-2:] == [("body", NEXT), ("furniture", mark)]


def test_the_note_on_the_author_below_the_report():
    for note in ("Ada Quill is a reporter for the Post.", "Follow Ada Quill on Twitter @adaquill"):
        assert labels(HEAD, LEAD, NEXT, LAST, note)[-1] == "furniture"
    assert labels(HEAD, LEAD, NEXT, LAST, "Ada Quill can be reached at 555-0134.")[-1] == "furniture"
    assert labels(HEAD, "By Ada Quill", LEAD, NEXT, "Ada Quill is a novelist and former pilot")[-1] == "furniture"
    signed = "By Ada Quill | 4 March 2021 | @adaquill"
    assert labels(HEAD, signed, LEAD, NEXT, LAST, "Ada Quill is an editor of this journal.")[-1] == "furniture"
    assert labels(HEAD, "By Ada Quill", LEAD, NEXT, "Ada Quill", "Ada Quill is a novelist.")[-2:] == ["furniture"] * 2
    told = "Ada Quill is a novelist and former pilot who lives by the harbour of Portville."
    assert labels(HEAD, "By Ada Quill", LEAD, NEXT, told, LAST)[-2] == "furniture"
    assert labels(HEAD, "By Bo Dahl", LEAD, NEXT, "Ada Quill is a novelist, and a former pilot.")[-1] == "body"
    assert labels(HEAD, LEAD, "Ada Quill is a reporter for the Post.", NEXT, LAST)[2] == "body"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u00a0\r\n ", []),
        ("Leave a Reply\n\nAdvertisement", ["furniture", "furniture"]),
        ("\ufeff" + LEAD, ["furniture", "body"]),
        (LEAD, ["body"]),
        (f"Trains meet near old harbour\r\n\r\n{LEAD}\r\n\r\nAFP\r\n", ["title", "body", "credit"]),
        (
            "列车在旧港口附近相遇无人受伤\n\n星期一，两列火车在旧港口附近的单线铁路上相遇，铁路公司说没有人受伤，中午前线路已经恢复通车。",
            ["title", "body"],
        ),
    ],
)
def test_odd_texts(text, expected):
    assert [kind for kind, _ in kinds(text)] == expected


def test_wrapped_lines_are_one_paragraph():
    words = (LEAD + " " + NEXT).split()
    lines = [" ".join(words[i : i + 9]) for i in range(0, len(words), 9)]
    assert labels("\n".join(lines), "\n".join(lines[2:])) == ["body", "body"]


PIECES = (
    *("AFP", "(Reuters)", "By Ada Quill", "FAQ", "What is it?", LEAD, NEXT, "Leave a Reply", "4 March 2021 16:00"),
    *("A — B", "— PA", "“", "’", "The HarbourThe", "\ufeff", "\x00", "©", "Related", "PORTVILLE (AP) -", "Key points"),
    *("。", "3/4 x", "\n", "\n\n", "\r\n", " ", "\u2028"),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12))).map("".join))
def test_segments_are_disjoint_and_cover_every_visible_character(text):
    last, covered = 0, 0
    for segment in find_segments(text, known_agencies()):
        assert last <= segment.start < segment.end <= len(text)
        piece = text[segment.start : segment.end]
        assert piece == piece.strip()
        covered += sum(not character.isspace() for character in piece)
        last = segment.end
    assert covered == sum(not character.isspace() for character in text)


def test_a_label_before_lower_case_heads_a_part_of_the_report():
    assert labels(HEAD, LEAD, "Analysis: what comes next", NEXT) == ["title", "body", "subhead", "body"]
    assert labels(HEAD, LEAD, "Analysis: What the line costs", NEXT)[2] == "furniture"


def test_credit_of_a_picture_behind_points():
    assert labels(HEAD, LEAD, "The trains on the old line. Credit...Harbour Archive", NEXT)[2] == "caption"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share | Save", "furniture"),
        ("Report an error | Submit a tip", "furniture"),
        ("Share | The harbour", "subhead"),
        ("31 shares    9 View comments", "furniture"),
        ("Share   Tweet   WhatsApp   Save article", "furniture"),
        ("Follow us    Font size A- A A+", "furniture"),
        ("Share  the track", "subhead"),
        ("Remote video URL", "furniture"),
        ("[Picture caption: Alone: two trains stand at the old harbour]", "caption"),
        ("Caption: Two trains stand at the old harbour.", "caption"),
        ("[Photo: Two trains at the old harbour]", "caption"),
        ("[Two trains at the old harbour]", "furniture"),
    ],
)
def test_a_line_of_buttons_or_in_brackets(line, kind):
    assert labels(HEAD, LEAD, NEXT, line, LAST, NEXT)[3] == kind


def test_a_house_of_reports_signs_below_them_though_nobody_knows_it():
    text = "\n\n".join([HEAD, LEAD, NEXT, LAST, "Harbour Wire"])
    assert [(s.kind, s.rule) for s in find_segments(text, known_agencies())][-1] == ("credit", "sign_off")
    assert labels(HEAD, LEAD, NEXT, LAST, "Harbour wire cut")[-1] == "furniture"


def test_initials_behind_the_last_stop_leave_it_running_text():
    signed = "The line gives work to some forty people of Portville, according to the harbour board. HPB"
    assert labels(HEAD, LEAD, NEXT, LAST, signed)[-1] == "body"


def test_initials_of_several_who_wrote_sign_behind_the_last_sentence():
    last = "A third train was stopped in time, said the company. HBW KSR AB"
    assert labels(HEAD, LEAD, NEXT, last)[-1] == "body"


def test_a_note_on_the_author_may_give_the_surname_alone():
    page = [HEAD, "By Ada Quill", LEAD, NEXT, LAST]
    assert labels(*page, "Quill covers ports and railways for the Bell. She lives in Portville.")[-1] == "furniture"
    assert labels(*page, "Quill is a village below the pass, and no train stops there.")[-1] == "body"
    assert labels(*page, "Snow covers the line from November to March, and no train runs then.")[-1] == "body"
