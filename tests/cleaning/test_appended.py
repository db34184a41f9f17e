import pytest

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

STORY = [
    "Trains meet near old harbour",
    "Two trains met on a single track near Portville on Monday, and nobody was hurt, the company Coastline said.",
    "The drivers of the trains saw each other in time, said Ada Quill, who runs the line for Coastline.",
    "Workers from Portville cleared the track by noon, and the trains ran again, Quill told reporters.",
    "The track to Portville was built for coal, and the signals of the line have failed twice, said Quill.",
    "Coastline promised an inquiry into the signals and said the trains would run more slowly on that track.",
]
OTHER = [
    "Meanwhile, the painter Jon Amber left most of his pictures to the museum of his home town, Lower Fenwick.",
    "Curators in Fenwick opened the crates of Amber on Friday and counted some ninety oils and drawings.",
    "Most show the marsh around Fenwick in winter, which Amber painted until his eyes grew weak in old age.",
    "A first hall opens in spring, said curator Mina Holt, and the letters of Amber follow when Holt has read them.",
]


def cut(*paragraphs):
    text = "\n\n".join(paragraphs)
    segments = find_segments(text, known_agencies())
    return [text[s.start : s.end] for s in segments if (s.kind, s.rule) == ("furniture", "appended_story")]


def test_a_story_about_something_else_is_set_aside():
    assert cut(*STORY, *OTHER) == OTHER


def test_its_headline_goes_with_it():
    other = ["Painter leaves his pictures to Fenwick", OTHER[0].removeprefix("Meanwhile, "), *OTHER[1:]]
    assert cut(*STORY, *other) == other


def test_a_story_that_nothing_announces_is_set_aside_below_a_longer_one():
    longer = [
        *STORY,
        "The drivers had asked for a second track in spring, Quill said, and the railway had put the plan aside.",
        "Passengers of both trains walked along the track to Portville, where buses of the railway took them on.",
        "The mayor of Portville called for more money for the line, on which the trains of Coastline are often late.",
        "Signals on the line had shown green in both directions, an engineer of Coastline told the inquiry on Tuesday.",
    ]
    bare = [OTHER[0].removeprefix("Meanwhile, "), *OTHER[1:], "A catalogue of the paintings and letters is planned."]
    assert cut(*longer, *bare) == bare


def test_background_that_names_the_same_people_stays():
    background = [
        "Meanwhile, the council asked for money to build a second platform and a bridge over the old market street.",
        "Its members had heard Quill in spring, when Coastline first spoke of the signals and of a slower timetable.",
        "The mayor, Tom Reed, said on Sunday that Reed would write to Coastline, and that Portville had waited long.",
    ]
    assert cut(*STORY, *background) == []


def test_a_short_text_is_left_whole():
    assert cut(*STORY[:3], *OTHER[:2]) == []
    assert cut(*OTHER) == []


def test_what_still_has_the_words_of_the_headline_stays():
    kept = [*OTHER[:2], OTHER[2].replace("the marsh", "the trains"), OTHER[3]]
    assert cut(*STORY, *kept) == []


LONGER = [
    *STORY,
    "The drivers had asked for a second track in spring, Quill said, and the railway had put the plan aside.",
    "Passengers of both trains walked along the track to Portville, where buses of the railway took them on.",
    "The mayor of Portville called for more money for the line, on which the trains of Coastline are often late.",
    "Signals on the line had shown green in both directions, an engineer of Coastline told the inquiry on Tuesday.",
]
ELSEWHERE = [
    "On the quay the market went on, and Mina Holt sold herring to the crews of Lower Fenwick from a cart.",
    "Herring has been dear since the Amber yard closed its gates, said Jon Amber, and crews go as far as Nordhaven.",
    "Holt buys from two crews and from Amber himself, whose boat has wintered in Fenwick for some nine years now.",
    "Crews from Nordhaven pay more for ice than Amber does, and Holt thinks that herring will be dearer still.",
    "Ice comes by road from Nordhaven, and the cart of Holt stands where crews of Fenwick once mended their nets.",
]


def test_a_tail_that_names_a_place_of_the_report_but_once_stays():
    assert cut(*LONGER, *ELSEWHERE) == ELSEWHERE
    named = [*ELSEWHERE[:3], ELSEWHERE[3].replace("Crews from Nordhaven", "Crews from Portville"), ELSEWHERE[4]]
    named[4] = named[4].replace("by road from Nordhaven", "by road from Portville")
    assert cut(*LONGER, *named) == []


def test_the_first_name_of_another_person_is_no_name_of_the_report():
    other = [OTHER[0], OTHER[1], OTHER[2], OTHER[3].replace("curator Mina Holt", "curator Ada Holt")]
    assert cut(*STORY, *other) == other


def test_a_short_heading_heads_a_part_of_the_report():
    under = [OTHER[0].removeprefix("Meanwhile, "), *OTHER[1:]]
    assert cut(*STORY, "The legacy of a painter", *under) == ["The legacy of a painter", *under]
    assert cut(*STORY, "The legacy", *under) == []
    assert cut(*STORY, "Who was the painter Amber?", *under) == []


def test_a_story_begins_with_no_quotation():
    spoken = [
        "“We sold it in the open, and nobody on that quay asked for more,” a fishwife said of her herring at noon."
    ]
    assert cut(*LONGER, *spoken, *ELSEWHERE) == ELSEWHERE


@pytest.mark.parametrize("opening", ["But on the quay", "There on the quay", "“No trains here,” said a boy, and"])
def test_a_story_does_not_go_on_from_the_paragraph_above(opening):
    first = ELSEWHERE[0].replace("On the quay", opening)
    assert first not in cut(*LONGER, first, *ELSEWHERE[1:])


def test_a_tail_with_parts_of_its_own_belongs_to_the_report():
    assert cut(*LONGER, *ELSEWHERE[:2], "Dear ice", *ELSEWHERE[2:]) == []
    assert cut(*LONGER, "At the quay", *ELSEWHERE) == []
