"""Which event a sentence is about, on a ferry that sank off Port Alder on 3 June 2024."""

from typing import Any

import pytest

from samestory.claims.coding.anchoring import anchor, sums_up
from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Event
from samestory.claims.phrases import Phrases

EVENT = Event("2024-06-03", place=Phrases(("Port Alder",)))


def events(sentences: list[str], days: dict[str, str] | None = None, event: Event = EVENT) -> list[str]:
    text, found, times = "", [], []
    for sentence in sentences:
        position = "title" if not found else "body"
        found.append(Sentence(len(text), len(text) + len(sentence), sentence, "body", position))
        text += sentence + "\n"
    for words, day in (days or {}).items():
        span: dict[str, Any] = {"start": text.index(words), "end": text.index(words) + len(words), "type": "DATE"}
        times.append({**span, "earliest": day, "latest": day})
    times.sort(key=lambda row: row["start"])
    return [a.event for a in anchor(Article("a", text, sentences=found, times=times), event)]


def test_a_day_before_the_event_tells_of_what_came_before() -> None:
    told = ["A ferry sank off Port Alder.", "In March 2019 a barge sank and four people died.", "Divers are searching."]
    assert events(told, {"March 2019": "2019-03-01"}) == ["focal", "background", "focal"]


def test_the_day_on_which_somebody_spoke_is_no_earlier_event() -> None:
    told = ["A ferry sank off Port Alder.", "Police said on Monday that nine people had died."]
    assert events(told, {"Monday": "2024-05-27"}) == ["focal", "focal"]


def test_the_level_of_an_earlier_year_is_no_earlier_event() -> None:
    told = ["A ferry sank off Port Alder.", "The line cut its sailings by 30 percent from 2019 levels."]
    assert events(told, {"2019": "2019-01-01"}) == ["focal", "focal"]


def test_the_limit_of_a_comparison_is_no_earlier_event_but_what_follows_it_is() -> None:
    told = ["A ferry sank off Port Alder.", "It was the worst loss since 1987, when 30 people drowned."]
    text = "\n".join(told) + "\n"
    times = [{"start": text.index("1987"), "end": text.index("1987") + 4, "type": "DATE"}]
    times[0] |= {"earliest": "1987-01-01", "latest": "1987-12-31"}
    sentences = [Sentence(0, len(told[0]), told[0], "body", "lead")]
    sentences.append(Sentence(len(told[0]) + 1, len(text) - 1, told[1], "body", "body"))
    found = anchor(Article("a", text, sentences=sentences, times=times), EVENT)[1]
    assert found.at(text.index("worst")) == "focal"
    assert found.at(text.index("30 people")) == "background"


def test_what_stands_between_since_and_the_day_is_earlier() -> None:
    told = ["A ferry sank off Port Alder.", "It was the worst loss since 30 people drowned in 1987."]
    text = "\n".join(told)
    times = [{"start": text.index("1987"), "end": len(text) - 1, "type": "DATE"}]
    times[0] |= {"earliest": "1987-01-01", "latest": "1987-12-31"}
    sentences = [Sentence(0, len(told[0]), told[0], "body", "lead")]
    sentences.append(Sentence(len(told[0]) + 1, len(text), told[1], "body", "body"))
    found = anchor(Article("a", text, sentences=sentences, times=times), EVENT)[1]
    assert [found.at(text.index(words)) for words in ("worst", "30 people")] == ["focal", "background"]


@pytest.mark.parametrize(
    ("told", "focal", "background"),
    [
        ("The owner blamed a faulty pump that had been fitted in March 2019.", "faulty pump", "fitted"),
        ("A pump fitted in March 2019 did not start.", "did not start", "fitted"),
        ("Police questioned a man who was arrested in March 2019 over a wreck.", "questioned", "arrested"),
    ],
)
def test_a_clause_that_says_which_thing_is_meant_leaves_its_sentence_where_it_is(told, focal, background) -> None:
    text = "A ferry sank off Port Alder.\n" + told + "\n"
    start = text.index("March 2019")
    times = [{"start": start, "end": start + 10, "type": "DATE", "earliest": "2019-03-01", "latest": "2019-03-31"}]
    sentences = [Sentence(0, 28, text[:28], "body", "lead"), Sentence(29, len(text) - 1, told, "body", "body")]
    found = anchor(Article("a", text, sentences=sentences, times=times), EVENT)[1]
    assert found.at(text.index(focal)) == "focal"
    assert found.at(text.index(background)) == "background"


@pytest.mark.parametrize(
    "told", ["Police said that a barge was sunk in March 2019.", "Four people had been saved in March 2019 there."]
)
def test_a_clause_that_tells_what_happened_is_of_its_day(told) -> None:
    assert events(["A ferry sank off Port Alder.", told], {"March 2019": "2019-03-01"}) == ["focal", "background"]


def test_two_years_that_limit_a_period_are_one_date() -> None:
    told = ["A ferry sank off Port Alder.", "A pump fitted between 2014 and 2018 did not start."]
    assert events(told, {"2014": "2014-01-01", "2018": "2018-12-31"}) == ["focal", "focal"]


def test_a_period_that_the_toll_is_compared_with_is_no_earlier_event() -> None:
    told = ["A ferry sank off Port Alder.", "Nine people died, more than in 2014 and 2018 together."]
    assert events(told, {"2014": "2014-01-01", "2018": "2018-12-31"}) == ["focal", "focal"]


def test_the_day_as_of_which_somebody_counted_is_no_earlier_event() -> None:
    told = ["A ferry sank off Port Alder.", "As of 11 p.m. on 2 June, four people were missing."]
    assert events(told, {"2 June": "2024-06-02"}) == ["focal", "focal"]


def test_another_accident_in_the_same_article_goes_on_until_the_text_returns() -> None:
    told = [
        "A ferry sank off Port Alder and nine people died.",
        "The owner, Grey Line, offered its help.",
        "Ministers met.",
        "The harbour was closed.",
        "Relatives waited.",
        "Meanwhile six people died when a glider fell in Marlow Vale.",
        "The pilot also died.",
        "The owner of the ferry, Grey Line, said it would pay.",
    ]
    assert events(told)[4:] == ["focal", "other", "other", "focal"]


def test_on_that_occasion_points_back() -> None:
    told = ["A ferry sank off Port Alder.", "A barge sank in 2019.", "On that occasion four people died."]
    assert events(told, {"2019": "2019-01-01"}) == ["focal", "background", "background"]


def test_a_clause_about_what_began_before_leaves_its_sentence_where_it_is() -> None:
    told = ["A ferry sank off Port Alder.", "The storm, which began last Monday, has kept 30 boats in port."]
    assert events(told, {"last Monday": "2024-05-27"}) == ["focal", "focal"]


def test_earlier_ones_are_other_events() -> None:
    told = ["A ferry sank off Port Alder.", "The three earlier ones killed two people."]
    assert events(told) == ["focal", "other"]


def test_a_thing_found_long_ago_may_be_told_of_between_commas() -> None:
    told = ["A ferry sank off Port Alder.", "Its bell, found by a diver in 1974, is worth £4,000."]
    assert events(told, {"1974": "1974-01-01"}) == ["focal", "focal"]


def test_which_behind_an_earlier_date_tells_of_that_day() -> None:
    told = ["A ferry sank off Port Alder.", "Monday's loss recalls that of 2011, which cost 61 lives."]
    text = "\n".join(told) + "\n"
    days = {"Monday": "2024-06-03", "2011": "2011-01-01"}
    times = [
        {
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "type": "DATE",
            "earliest": day,
            "latest": day,
        }
        for words, day in days.items()
    ]
    sentences = [Sentence(0, len(told[0]), told[0], "body", "lead")]
    sentences.append(Sentence(len(told[0]) + 1, len(text) - 1, told[1], "body", "body"))
    found = anchor(Article("a", text, sentences=sentences, times=times), EVENT)[1]
    assert (found.at(text.index("loss")), found.at(text.index("61 lives"))) == ("focal", "background")


@pytest.mark.parametrize(
    ("told", "number", "asked", "summed"),
    [
        ("The line has lost 40 sailors since 2019.", "40 sailors", "How many sailors were lost?", True),
        ("The line has lost 40 sailors since 2019.", "40 sailors", "How many sailors has it lost since 2019?", False),
        ("It lost 40 sailors in five years.", "40 sailors", "How many sailors were lost?", True),
        ("It lost 40 sailors in five years.", "40 sailors", "How many sailors were lost in five years?", False),
        ("Some 40 sailors drown off the coast each year.", "40 sailors", "How many sailors were lost?", True),
        ("Some 40 sailors drown off the coast each year.", "40 sailors", "How many are lost each year?", False),
        ("It comes 15 years after 40 sailors drowned at Tarn.", "40 sailors", "How many sailors were lost?", True),
    ],
)
def test_a_sum_over_a_longer_time_is_of_the_event_where_the_question_names_it(told, number, asked, summed) -> None:
    sentence = Sentence(0, len(told), told, "body", "body")
    times = [{"start": told.index(y), "end": told.index(y) + 4, "text": y, "value": y} for y in ("2019",) if y in told]
    times = [row | {"type": "DATE", "earliest": "2019-01-01", "latest": "2019-12-31"} for row in times]
    start = told.index(number)
    article = Article("a", told, sentences=[sentence], times=times)
    assert sums_up(article, sentence, EVENT, start, start + len(number), asked) == summed
