import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.cleaning.quotation import find_quotations


def quoted(*paragraphs: str, report: bool = True) -> list[tuple[str, bool]]:
    text = "\n\n".join(paragraphs)
    return [(text[q.start : q.end], q.closed) for q in find_quotations(text, spans(paragraphs, report))]


def spans(paragraphs, report=True):
    start, found = 0, []
    for paragraph in paragraphs:
        found.append((start, start + len(paragraph), report))
        start += len(paragraph) + 2
    return found


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He called it “a lie” twice.", ["a lie"]),
        ('He called it "a lie" twice.', ["a lie"]),
        ("He called it ‘a lie’ twice.", ["a lie"]),
        ("'...and we were sorry to hear of it,' read a note.", ["...and we were sorry to hear of it,"]),
        ("Out on the boats'... and 'a lie' it was.", ["a lie"]),
        ("He called it 'a lie' twice.", ["a lie"]),
        ("He called it ``a lie'' twice.", ["a lie"]),
        ("He called it “a lie’’ twice.", ["a lie"]),
        ("''He called it 'a lie''' and left.", ["He called it 'a lie'", "a lie"]),
        ("''A lie,'' he said, ''no more.''", ["A lie,", "no more."]),
        ("Er nannte es „eine Lüge“ und ging.", ["eine Lüge"]),
        ("Il parle d’un «mensonge» ici.", ["mensonge"]),
        ("他说「没有」。", ["没有"]),
        ("He called it ”a lie“ twice.", ["a lie"]),
        ("The Green Wall“At this point,” he said.", ["At this point,"]),
        ("The militia’s men didn’t say, and the rebels’ chief left.", []),
        ("The militia's men didn't say, and the rebels' chief left.", []),
        ("In the ’90s and the ‘80s rock ‘n’ roll was king.", []),
        ("He is 6'2\" tall.", []),
        ("‘It wasn’t the rebels’ fault,’ he said.", ["It wasn’t the rebels’ fault,"]),
        ("'It wasn't the rebels' fault,' he said.", ["It wasn't the rebels' fault,"]),
        ("“He told me ‘go’ and left,” she said.", ["He told me ‘go’ and left,", "go"]),
        ("\"He said 'yes' at once,\" she said.", ["He said 'yes' at once,", "yes"]),
        ("“One,” he said, “and two.”", ["One,", "and two."]),
        ("He called it 'a house for the boats' and 'a shame'.", ["a house for the boats", "a shame"]),
        ("'The lads' hut, from the '90s, doesn't leak,' he said.", ["The lads' hut, from the '90s, doesn't leak,"]),
        ("'She told me \"run\" and I did,' he said.", ['She told me "run" and I did,', "run"]),
        ("An empty “” pair.", []),
    ],
)
def test_marks_are_paired(text, stretches):
    assert quoted(text) == [(stretch, True) for stretch in stretches]


def test_a_quotation_over_paragraphs_is_one_group():
    paragraphs = ["“We begin.", "“We go on.", "“We end,” he said.", "“Another,” she said."]
    text = "\n\n".join(paragraphs)
    found = find_quotations(text, spans(paragraphs))
    assert [(text[q.start : q.end], q.closed) for q in found] == [
        ("We begin.", False), ("We go on.", False), ("We end,", True), ("Another,", True),
    ]  # fmt: skip
    assert [q.group for q in found] == [1, 1, 1, found[3].start]


@pytest.mark.parametrize(("opens", "closes"), [("'", "'"), ("‘", "’")])
def test_single_marks_go_on_over_paragraphs_past_apostrophes(opens, closes):
    printed = ["The mayor said: ‘It took the lads’ hut.", "‘We’ll miss it.", "‘It dates from the ’80s,’ he said."]
    paragraphs = [paragraph.replace("‘", opens).replace("’", closes) for paragraph in printed]
    text = "\n\n".join(paragraphs)
    found = find_quotations(text, spans(paragraphs))
    begins = [text.index(word) for word in ("It took", "We", "It dates")]
    assert [(q.start, q.closed) for q in found] == list(zip(begins, [False, False, True], strict=True))
    assert {q.group for q in found} == {begins[0]}


def test_a_caption_cut_short_is_no_part_of_the_quotation_of_the_next_paragraph():
    assert quoted("A spokesman: 'We regret it. It was [the", "'We regret it,' he said.") == [("We regret it,", True)]


def test_a_phrase_in_single_marks_ends_before_the_next_paragraph_begins_with_one():
    assert quoted("He called it 'a house for boats' and left.", "'We will build,' she said.") == [
        ("a house for boats", True),
        ("We will build,", True),
    ]


def test_an_open_quotation_does_not_go_on_without_a_mark():
    assert quoted("“We begin.", "He left.", "“Another,” she said.") == [("We begin.", False), ("Another,", True)]
    found = find_quotations(
        "“We begin.\n\nHe left.\n\n“Yes,” she said.", spans(["“We begin.", "He left.", "“Yes,” she said."])
    )
    assert len({q.group for q in found}) == 2


def test_a_subheading_never_closed_ends_with_it():
    paragraphs = ["‘Acts of war", "‘We saw it,’ he said."]
    text = "\n\n".join(paragraphs)
    found = find_quotations(text, [(0, 12, False), (14, len(text), True)])
    assert [(text[q.start : q.end], q.closed) for q in found] == [("Acts of war", False), ("We saw it,", True)]
    assert len({q.group for q in found}) == 2


def test_paragraphs_run_together_are_one_group():
    text = "“We begin. “We end,” he said."
    found = find_quotations(text, [(0, len(text), True)])
    assert [(text[q.start : q.end], q.closed) for q in found] == [("We begin.", False), ("We end,", True)]
    assert len({q.group for q in found}) == 1


@given(st.text(alphabet=st.sampled_from(list(" “”\"'‘’`„«»ab.S\n1")), max_size=80), st.booleans())
def test_quotations_lie_within_the_text(text, report):
    found = find_quotations(text, [(0, len(text), report)])
    assert all(0 < q.start < q.end <= len(text) for q in found)
    keys = [(q.start, q.end) for q in found]
    assert len(keys) == len(set(keys))
    assert {q.group for q in found} <= {q.start for q in found}


def test_megabytes_of_quotes_are_paired_in_time():
    for mark in ('"', "'", "“", "’", "a' ", "`"):
        text = mark * 50_000
        find_quotations(text, [(0, len(text), True)])
