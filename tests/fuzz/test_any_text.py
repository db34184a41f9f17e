"""Whatever letters come: no exception, every position one, and twice the text no more than twice the time."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samestory.claims.coding.codebook import read_codebook
from samestory.claims.coding.coder import code_claims
from samestory.claims.statements import find_statements
from samestory.cleaning import clean
from samestory.contract import published_tables
from samestory.corpus import RawArticle
from samestory.overlap.reuse import find_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tracing import trace_origins

# Questions of every type: counts, categories, times, actors, statements, names.
CODEBOOK = read_codebook(Path(__file__).parents[2] / "corpora/ferry-drift/codebook.yaml")
# Words, marks and numbers that the rules look for, so that odd letters meet them.
WORDS = [
    "The ferry",
    "Ruth Okafor",
    "the coastguard",
    "said",
    "according to",
    "told reporters",
    "denied",
    "that",
    "who",
    "he",
    "since",
    "no",
    "not",
    "may have",
    "12",
    "1,2,3",
    "4.15am",
    "half",
    "two",
    "dozens of",
    "more than",
    "between 3 and 4",
    "%",
    "$",
    "Tuesday",
    "May 14, 2024",
    "2024-13-45",
    "99:99",
    "last week",
    "By Ana Lund",
    "(Reuters)",
    "PORT, May 14 -",
    "© 2024",
    "Share this article",
    "Read more",
    "FAQ",
    "What happened?",
    "drifted for six hours",
    "214 passengers",
    "a fire in the engine room",
]
MARKS = [*"“”\"'‘’«»()–—-…|.!?,:;\n\t\r\x00\u2028\u200b\u202e\ufeff", "...", "\n\n", "\r\n"]
LETTERS = ["e\u0301", "ſ", "ı", "🚢", "عبّارة", "渡轮", "İ", "ß", "ﬁ", "½", "٣", "Ⅷ", "\U000e0041"]
TAGS = [
    "<p>",
    "</p>",
    "<h1>",
    "<div",
    ">",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "&amp;",
    "&#x0;",
    "&#xD800;",
    "<a href='",
    "]]>",
    "<svg>",
    "</body>",
    "<meta charset='x'>",
]
PIECES = st.sampled_from([*WORDS, *MARKS, *LETTERS])
CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=300),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(st.one_of(PIECES, st.text(CHARACTERS, max_size=5)), max_size=60).map("".join),
)
OPENING = "<html><body><article><p>The ferry lost power on Tuesday off the cape, the coastguard said.</p>"
PAGES = st.lists(st.one_of(PIECES, st.sampled_from(TAGS)), max_size=60).map(lambda parts: OPENING + "".join(parts))
# Most of the time goes into checking tables: several texts share them, and there are fewer examples.
AT_ONCE = 8
FUZZED = settings(max_examples=settings.default.max_examples // 4, suppress_health_check=list(HealthCheck))


def stages(*contents, kind="text", codebook=None):
    """Run cleaning, statements, passages, origins and the coding on texts."""
    articles = [RawArticle(f"{n}", f"{n}.txt", kind, content, "0") for n, content in enumerate(contents)]
    frames = clean(articles)
    read = {name: frames[f"clean/{name}"] for name in ("texts", "documents", "segments", "sentences", "quotations")}
    frames |= find_statements(**read)
    quotations = read.pop("quotations")
    frames |= find_passages(**read, settings=OverlapSettings())
    shared = {name: frames[f"overlap/{name}"] for name in ("passages", "pairs")}
    frames |= trace_origins(**read, quotations=quotations, **shared)
    del read["segments"]
    used = ("claims/attributions", "claims/quantities", "claims/times", "overlap/stretches", "overlap/origins")
    found = {name.partition("/")[2]: frames[name] for name in used}
    return frames | {"claims/claims": code_claims(codebook, **read, **found)}


def check_positions(frames):
    """Assert that every span of every table is one, and the words it carries are those at its place."""
    texts = dict(zip(frames["clean/texts"]["doc_id"], frames["clean/texts"]["text"].fillna(""), strict=True))
    for name, frame in frames.items():
        for span in published_tables()[name].spans:
            for row in frame[frame[span.start].notna()].to_dict("records"):
                text = texts[row[span.doc]]
                assert 0 <= row[span.start] <= row[span.end] <= len(text), (name, row)
                if span.text:
                    assert text[row[span.start] : row[span.end]] == row[span.text], (name, row)


def check_pieces(frames, table):
    """Assert that the pieces of a table are disjoint and cover every visible character."""
    texts = dict(zip(frames["clean/texts"]["doc_id"], frames["clean/texts"]["text"].fillna(""), strict=True))
    for doc, text in texts.items():
        pieces = frames[table][frames[table]["doc_id"] == doc].sort_values("start")
        at = 0
        for start, end in zip(pieces["start"], pieces["end"], strict=True):
            assert at <= start < end, doc
            assert not text[at:start].strip(), (doc, text[at:start])
            at = end
        assert not text[at:].strip(), (doc, text[at:])


@FUZZED
@given(st.lists(TEXTS, min_size=1, max_size=AT_ONCE))
@example(["“" * 50, "said " * 50, "\ufeff\ufeff", "\u2028\x85\x1c"])
def test_any_texts_go_through_with_every_position_valid(texts):
    frames = stages(*texts, codebook=CODEBOOK)
    check_positions(frames)
    check_pieces(frames, "clean/segments")
    check_pieces(frames, "overlap/stretches")


@FUZZED
@given(st.lists(st.binary(max_size=400), min_size=1, max_size=AT_ONCE))
def test_any_bytes_do_too(contents):
    frames = stages(*contents)
    check_positions(frames)
    check_pieces(frames, "clean/segments")
    check_pieces(frames, "overlap/stretches")


@FUZZED
@given(st.lists(PAGES, min_size=1, max_size=AT_ONCE))
def test_any_pages_do_too(pages):
    frames = stages(*pages, kind="html")
    check_positions(frames)
    check_pieces(frames, "clean/segments")
    check_pieces(frames, "overlap/stretches")


def test_fuzzing_is_told(tried):
    tried(
        "Bad input",
        f"sets of up to {AT_ONCE} texts, byte strings and pages made of odd letters and of what the rules look for "
        "(hypothesis)",
        f"{3 * FUZZED.max_examples} sets: no exception in cleaning, statements, passages, origins and coding, with a "
        "codebook and without; every position is valid, every visible character lies in one segment and in one stretch",
    )


REPEATED = {
    "one long word": "a",
    "digits and commas": "1,",
    "initials": "A. ",
    "opening quotation marks": "“",
    "straight quotation marks": '"x ',
    "nested quotation marks": "‘“",
    "closing marks": "”’",
    "cues": "said ",
    "conjunctions": "and ",
    "names": "Ruth ",
    "numbers": "12 and 13 to 14 of ",
    "brackets": "((",
    "dates": "May 14, ",
    "times": "4.15am (",
    "dashes": "- ",
    "line breaks": "\n",
    "short lines": "x\n\n",
    "carriage returns": "\r",
    "spaces": " ",
    "tags": "<p>",
    "entities": "&amp",
    "commas": "the man, who, ",
    "hyphens": "one-two-",
    "percent": "% of ",
    "negations": "not no ",
    "combining marks": "e\u0301",
}


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in REPEATED.items()])
def test_time_is_linear_in_the_text(piece, tried):
    def seconds(letters):
        started = time.process_time()
        stages(piece * (letters // len(piece)), kind="html" if piece[0] in "<&" else "text")
        return time.process_time() - started

    short, long = max(seconds(1500), seconds(1500)), seconds(12_000)
    # Eight times the letters: a quadratic rule would take 64 times as long.
    assert long < 16 * short + 0.5, (short, long)
    tried(
        "Bad input",
        f"one of {len(REPEATED)} pieces repeated to 12,000 letters (a letter, a quotation mark, a cue, a tag …)",
        "eight times the letters take at most sixteen times as long (and half a second): the time is linear",
    )


@pytest.mark.parametrize("piece", ["seven people died, ", "12 dead in a decade ", "the toll rose to 12 "])
def test_coding_is_linear_in_a_sentence_without_end(piece, tmp_path):
    path = tmp_path / "codebook.yaml"
    path.write_text("event: {date: 2021-03-05}\nvariables: [{use: killed}, {use: injured}]\n", encoding="utf-8")
    codebook = read_codebook(path)

    def seconds(letters):
        started = time.process_time()
        stages(piece * (letters // len(piece)), codebook=codebook)
        return time.process_time() - started

    short, long = max(seconds(1500), seconds(1500)), seconds(12_000)
    assert long < 16 * short + 0.5, (short, long)


def names(count):
    """Give words with a capital, no two alike."""
    return ["".join(chr(ord("a") + n // 26**place % 26) for place in range(5)).capitalize() for n in range(count)]


def in_lines(words, length, end):
    return end.join(" ".join(words[n : n + length]) for n in range(0, len(words), length))


DISTINCT = {
    "short lines, the last of them twice": lambda words: in_lines(words + words[-100:], 4, "\n"),
    "headings of comments": lambda words: in_lines(words, 1, " says:\n\n3 comments\n\n"),
}


@pytest.mark.parametrize("layout", DISTINCT.values(), ids=DISTINCT)
def test_time_is_linear_in_words_that_are_all_different(layout):
    def seconds(count):
        article = RawArticle("0", "0.txt", "text", layout(names(count)), "0")
        started = time.process_time()
        clean([article])
        return time.process_time() - started

    short, long = max(seconds(2000), seconds(2000)), seconds(16_000)
    assert long < 16 * short + 0.5, (short, long)


# No two paragraphs alike: what is printed twice is no running text.
ORDINARY = (
    "The mayor said on Monday that the bridge was safe, and that {0} ferries would sail. “We lost {0} days,” "
    "said Ann Lee, who runs the port. It had rained since May 3, and about {0} people were waiting on the quay.\n\n"
)
CHARACTERS = 40_000


@pytest.mark.parametrize("piece", ["said ", "he said ", "Ann Lee said police and ", "claims said that ", "“x y” said "])
def test_cue_words_alone_cost_little_more_than_ordinary_text(piece):
    def seconds(text):
        frames = clean([RawArticle("0", "0.txt", "text", text.encode(), "0")])
        read = {name: frames[f"clean/{name}"] for name in ("texts", "documents", "segments", "sentences", "quotations")}
        started = time.process_time()
        find_statements(**read)
        return time.process_time() - started

    cues = piece * (CHARACTERS // len(piece))
    ordinary = "".join(ORDINARY.format(number) for number in range(2, 2 + CHARACTERS // len(ORDINARY)))
    assert min(seconds(cues), seconds(cues)) < 5 * min(seconds(ordinary), seconds(ordinary))
