import random
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.overlap.passages import KINDS, shared_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tokeniser import read_tokens

HARBOUR = "The harbour master closed the northern quay before dawn because two barges had broken loose in the gale."
BRIDGE = "Engineers will inspect every cable of the old suspension bridge before traffic may return next month."
SCHOOL = "Nobody at the village school had ever seen so many journalists waiting beside the playground gate."


def rows(found):
    kinds = KINDS[found.kind].tolist()
    return [SimpleNamespace(**row) for row in pd.DataFrame(vars(found) | {"kind": kinds}).to_dict("records")]


def find(*texts, **changes):
    return rows(shared_passages(read_tokens(texts), texts, OverlapSettings(**changes)))


def sides(passage, *texts):
    return texts[passage.a][passage.start_a : passage.end_a], texts[passage.b][passage.start_b : passage.end_b]


def test_a_shared_sentence_is_found_to_the_letter():
    texts = f"Rain fell. {HARBOUR} More soon.", f"A quiet night elsewhere. {HARBOUR}"
    (passage,) = find(*texts)
    assert sides(passage, *texts) == (HARBOUR, HARBOUR)
    assert (passage.kind, passage.identity, passage.n_words) == ("verbatim", 1.0, 18)


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        (("He said: “", "She told us: “"), ("”) Then", "”, now"), ("“", "”")),
        (("It (", "Now ["), ("... More", ".. Less"), ("", "..")),
        (("“", "“"), ("!", "!"), ("“", "!")),
        (("like“", "as “"), ("", " end"), ("", "")),
        # A mark between two words is neither one's, unless a sentence ends there.
        (("", ""), (":30 then", ":45 now"), ("", "")),
        (("", ""), (".Then", ".Now"), ("", ".")),
    ],
)
def test_a_passage_takes_in_the_marks_that_both_print(before, after, marks):
    words = HARBOUR.removesuffix(".")
    texts = [first + words + last for first, last in zip(before, after, strict=True)]
    (passage,) = find(*texts)
    assert sides(passage, *texts) == (marks[0] + words + marks[1],) * 2


def test_case_punctuation_and_spelling_leave_it_verbatim():
    one = "“The organisers’ defence of the programme,” she said, “came in a grey envelope last week.”"
    other = "The organizers' defense of the program, she said, came in a gray envelope last week"
    (passage,) = find(one, other)
    assert (passage.kind, passage.identity) == ("verbatim", 1.0)


def test_edited_words_make_it_near_verbatim():
    one = "The harbour master closed the northern quay at dawn, as two heavy barges had broken loose in the winter gale"
    other = one.replace("heavy ", "").replace("dawn", "sunrise")
    (passage,) = find(one, other)
    assert sides(passage, one, other) == (one, other)
    assert passage.kind == "near_verbatim"
    assert passage.identity == pytest.approx(18 / 20)


def test_passages_in_another_order_are_found():
    texts = f"{HARBOUR} Then came this. {BRIDGE}", f"{BRIDGE} In the meantime. {HARBOUR}"
    found = find(*texts)
    assert sorted(sides(p, *texts)[0] for p in found) == sorted([HARBOUR, BRIDGE])


def test_a_text_that_repeats_itself_gives_both_places():
    texts = HARBOUR, f"{HARBOUR} {SCHOOL} {HARBOUR}"
    found = find(*texts)
    assert [(p.start_a, p.start_b) for p in found] == [(0, 0), (0, len(HARBOUR) + len(SCHOOL) + 2)]


def test_a_shared_stub_of_the_next_sentence_is_left_out():
    texts = f"{HARBOUR} The end was near.", HARBOUR.rstrip(".") + ", the police added."
    (passage,) = find(*texts)
    assert sides(passage, *texts)[0].rstrip(".") == HARBOUR.rstrip(".")


def test_fewer_words_than_the_least_are_no_passage():
    phrase = "two barges had broken loose in the gale"
    assert find(phrase, phrase, min_words=9) == []
    assert len(find(phrase, phrase, min_words=8)) == 1


@given(st.integers(0, 10_000), st.integers(9, 25))
def test_a_run_of_nine_words_is_always_found_and_nothing_doubled(seed, length):
    rng = random.Random(seed)  # noqa: S311
    words = [f"w{number}x" for number in range(12)]
    run = [f"shared{number}" for number in range(length)]
    one = [rng.choice(words) for _ in range(rng.randrange(40))]
    other = [rng.choice(words) for _ in range(rng.randrange(40))]
    place, other_place = rng.randrange(len(one) + 1), rng.randrange(len(other) + 1)
    texts = " ".join(one[:place] + run + one[place:]), " ".join(other[:other_place] + run + other[other_place:])
    found = find(*texts)
    assert any(" ".join(run) in sides(p, *texts)[0] and " ".join(run) in sides(p, *texts)[1] for p in found)
    for number, p in enumerate(found):
        for q in found[:number]:
            assert p.end_a <= q.start_a or q.end_a <= p.start_a or p.end_b <= q.start_b or q.end_b <= p.start_b


odd = st.text(alphabet="ab “”.\n\x00", max_size=40)


@given(st.lists(st.tuples(odd, odd), min_size=2, max_size=4))
def test_odd_text_around_a_shared_sentence_gives_spans_inside_the_text(around):
    texts = [before + HARBOUR + after for before, after in around]
    found = find(*texts, min_words=1)
    assert {(p.a, p.b) for p in found} == {(a, b) for b in range(len(texts)) for a in range(b)}
    for p in found:
        assert 0 <= p.start_a < p.end_a <= len(texts[p.a])
        assert 0 <= p.start_b < p.end_b <= len(texts[p.b])
        assert all("harbour master closed the northern quay" in side for side in sides(p, *texts))


def test_a_passage_ends_with_its_last_word_in_common_though_words_before_it_are_replaced():
    one = f"{HARBOUR[:-1]} that swept Kestrel Sound on Monday. Nobody was hurt."
    other = f"{HARBOUR[:-1].replace('dawn', 'sunrise')} which battered Kestrel Sound since Friday, the town hall wrote."
    # How rare a word is shows only in a corpus.
    corpus = " ".join(f"word{number}" for number in range(3000))
    (passage,) = find(one, other, corpus)
    assert sides(passage, one, other)[0].endswith("that swept Kestrel Sound")
    assert sides(passage, one, other)[1].endswith("which battered Kestrel Sound")


def test_what_is_the_same_word_for_word_stays_verbatim():
    one, other = (
        f"“{HARBOUR}” officer Ruth Okafor said.",
        f"“{HARBOUR}” she told the Kestrel Sound Gazette, Okafor said.",
    )
    (passage,) = find(one, other, " ".join(f"word{number}" for number in range(3000)))
    assert sides(passage, one, other) == (f"“{HARBOUR}”", f"“{HARBOUR}”")
    assert passage.kind == "verbatim"


HARBOURS = "the ports of Sallow, Pelling and old Lowdale harbour."


def test_few_words_do_not_go_on_over_the_end_of_a_paragraph():
    opened = "The harbour board has closed two of them since."
    a, b = f"Fog lay over {HARBOURS}\n\n{opened}", f"A gale shut {HARBOURS}\n\nThe harbour is of no use to barges."
    (found,) = find(a, b)
    assert sides(found, a, b) == (HARBOURS, HARBOURS)
    assert (found.kind, found.n_words, found.identity) == ("verbatim", 9, 1)
    short = "in Sallow, Pelling and old Lowdale."
    assert find(a.replace(HARBOURS, short), b.replace(HARBOURS, short)) == []


def test_a_copied_paragraph_goes_on_in_the_next():
    story = f"{HARBOUR}\n\n{BRIDGE}"
    (found,) = find(f"{SCHOOL}\n\n{story}", story)
    assert sides(found, f"{SCHOOL}\n\n{story}", story) == (story, story)
