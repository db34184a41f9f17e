"""Reporting verbs: before their content (X said that …), in the passive, as a participle; tags are read first."""

from samestory.claims.attributions.agents import source_after
from samestory.claims.attributions.clauses import commas, is_finite, is_past, opens_main
from samestory.claims.attributions.content import GIVING, LISTING, PERCEIVING, frame_at
from samestory.claims.attributions.ends import content_of
from samestory.claims.attributions.forms import NOMINAL, TO_BE, Verb, is_sure
from samestory.claims.attributions.lexicon import DETERMINERS, MAKING, attribution_lexicon, word_set
from samestory.claims.attributions.numerals import says_number
from samestory.claims.attributions.subjects import subject_before, verb_group_start
from samestory.claims.attributions.tags import read_tag
from samestory.claims.attributions.view import (
    Attribution,
    Tokens,
    View,
    attribute,
    quotation_stop,
    sentence_end,
    token_span,
    widened,
)
from samestory.claims.quantities.numbers import number_words, quantity_lexicon
from samestory.claims.sources.actors import actor_type
from samestory.claims.tokens import Sentence

Span = tuple[int, int]
QUOTED_REACH = 8
# Verbs that tell a number behind "as" or "at", and how far behind it "by" stands.
MEASURING = frozenset({"give", "put", "estimate"})
MEASURE_REACH = 6
DEMONSTRATIVES = word_set("pronouns", "demonstratives")
NOBODY = word_set("pronouns", "nobody")
MATTERS = word_set("forms", "matters")
# A participle after one of these speaks for the last source; right after a noun it describes the noun.
LINKS = word_set("forms", "before_participle")
DENIALS = word_set("negation", "denials")
# "The ministry's earlier claim that …": a claim, and what joins it to what it says.
CLAIMS = frozenset(noun for nouns in attribution_lexicon()["nouns"].values() for noun in nouns)
CLAIM_JOINED = word_set("negation", "joined")
CLAIM_REACH = 6
SUBJECT_ENDS = word_set("subject", "boundary") | {",", ";", ":", "–", "—"}


def read_verb(verb: Verb, previous: Span | None) -> Attribution | None:
    """Read what a reporting verb reports.

    Args:
        verb: the verb where it stands.
        previous: the source of the last attribution of the sentence.
    """
    sentence, cue = verb.view.sentence, verb.cue
    if verb.passive and cue.lemma in MEASURING and (made := _measured(verb)) is not None:
        return made
    agent = sentence.lower[verb.last + 1 : verb.last + 2] == ["by"]
    # "Records seen by the paper" are nobody's word of it.
    reduced = verb.reduced and cue.lemma not in PERCEIVING
    if agent and verb.index and not cue.adjective and (verb.passive or reduced):
        return _passive(verb)
    opens = verb.index == 0 or (verb.index == 1 and sentence.lower[0] in LINKS)
    if opens and cue.participle and sentence.words[0][0].isupper():
        return _opening_participle(verb)
    if verb.index == 0 and sentence.words[0][0].isupper() and not cue.ambiguous:
        return _opening(verb)
    return read_tag(verb) or _forward(verb, previous)


def _passive(verb: Verb) -> Attribution | None:
    """Read "most were claimed by X": the subject is the content."""
    view, cue = verb.view, verb.cue
    source = source_after(view.sentence, verb.last + 2, view.quoted)
    content = verb.subject
    if source is None or content is None or cue.lemma in GIVING | LISTING:
        return None
    first, last = content if verb.passive else _counted(view.sentence, *content)
    while verb.passive and first > 0 and view.sentence.lower[first - 1] not in SUBJECT_ENDS:
        first -= 1
    # "Claims that it leaked were rejected by X."
    claim = verb.passive and view.sentence.lower[max(0, first - 1)] == "that" and first > 1
    claim = claim and view.sentence.lower[first - 2] in CLAIMS
    first -= claim
    denied = verb.negative or (claim and cue.lemma in DENIALS)
    return attribute(
        view, [widened(view, first, last)], source, (verb.begin, verb.last + 1), cue.cue_class, "passive",
        denied, cue.lemma,
    )  # fmt: skip


def _measured(verb: Verb) -> Attribution | None:
    """Read "the number of dead was given as 12 by X", "put at 12 by X": the subject and its number are the content."""
    view, lower = verb.view, verb.view.sentence.lower
    reach = lower[verb.last + 2 : verb.last + 2 + MEASURE_REACH]
    if lower[verb.last + 1 : verb.last + 2] not in (["as"], ["at"]) or "by" not in reach or verb.subject is None:
        return None
    by = verb.last + 2 + reach.index("by")
    source = source_after(view.sentence, by + 1, view.quoted) if any(map(says_number, reach)) else None
    if source is None:
        return None
    parts = [widened(view, verb.subject[0], by - 1)]
    return attribute(view, parts, source, (verb.begin, verb.last), verb.cue.cue_class, "passive", lemma=verb.cue.lemma)


def _counted(sentence: Sentence, first: int, last: int) -> Tokens:
    """Cut "saw 70 attacks" to the noun phrase: from its last determiner or number."""
    for index in range(last, first - 1, -1):
        number = sentence.words[index][0].isdigit() or sentence.lower[index] in number_words()
        if number or sentence.lower[index] in DETERMINERS:
            return (index - _comparator_before(sentence.lower, index) if number else index), last
    return first, last


def _comparator_before(lower: list[str], number: int) -> int:
    """Give how many tokens before a number compare it: 2 for "more than 70"."""
    wordings = (wording.split() for found in quantity_lexicon()["comparators"].values() for wording in found)
    return max((len(words) for words in wordings if lower[max(0, number - len(words)) : number] == words), default=0)


def _opening(verb: Verb) -> Attribution | None:
    """Read "Said Ann Lee: “…”": a cue that opens the sentence, its speaker, and a colon or a quotation."""
    view = verb.view
    sentence = view.sentence
    source = source_after(sentence, verb.last + 1, view.quoted)
    if source is None or "clause" not in verb.cue.frames:
        return None
    first = source[1] + 1
    while first < len(sentence) and sentence.words[first] in {",", ":"} and not view.quoted[first]:
        first += 1
    stop = sentence_end(sentence) - 1
    if first > stop or not (view.quoted[first] or sentence.words[first - 1] == ":"):
        return None
    parts = [widened(view, first, stop)]
    return attribute(view, parts, source, (0, verb.last), verb.cue.cue_class, "clause after cue")


def _opening_participle(verb: Verb) -> Attribution | None:
    """Read "Claiming that it was safe, the mayor …", "After saying it was safe, …": the main subject speaks."""
    view, cue = verb.view, verb.cue
    ends = [*commas(view, verb.after, len(view.sentence)), *_quotation_ends(view, verb.after)]
    stop = next((end for end in sorted(ends) if opens_main(view, end + 1)), None)
    frame = frame_at(verb, verb.after) if stop is not None and verb.after < stop else None
    if stop is None or frame is None or (_is_means(verb) and frame == "object"):
        return None
    source = _subject_from(verb, stop + 1)
    first, last = content_of(verb, verb.after, frame)
    parts = [widened(view, first, min(last, stop - 1))]
    return attribute(view, parts, source, (verb.index, verb.last), cue.cue_class, "participle") if source else None


def _quotation_ends(view: View, first: int) -> list[int]:
    """Give the marks that close a quotation with a comma inside it, as American pages print it."""
    last = len(view.sentence) - 1
    ends = [i for i in range(first + 1, last) if view.quoted[i] and not view.quoted[i + 1]]
    return [end for end in ends if quotation_stop(view, end + 1) == ","]


def _subject_from(verb: Verb, first: int) -> Tokens | None:
    """Find the subject of the clause that begins at a token."""
    sentence, quoted = verb.view.sentence, verb.view.quoted
    for index in range(first + 1, len(sentence)):
        if is_finite(verb.view, index) or is_past(sentence.lower, index):
            found = subject_before(sentence, verb_group_start(sentence, index), quoted)
            return found if found and found[0] >= first else None
    return None


def _forward(verb: Verb, previous: Span | None) -> Attribution | None:
    """Read a verb before its content: "X said that …", "X condemned …", "X vowed to …", "…, adding that …"."""
    view, cue = verb.view, verb.cue
    speaker = None if _names_matter(verb) else _speaker(verb, previous)
    if speaker is None:
        return None
    source, where = speaker
    first = verb.after
    while first < len(view.sentence) and view.sentence.words[first] in {",", ":", "–", "—"} and not view.quoted[first]:
        first += 1
    denied = verb.negative or cue.lemma in word_set("negation", "verbs") or _refutes(verb, first)
    if first >= sentence_end(view.sentence):
        return _announced(verb, token_span(view.sentence, *source) if source else where, denied)
    frame = frame_at(verb, first)
    if frame == "object" and where is not None and _is_means(verb):
        return None
    # "She was admitted on Monday, the hospital said": nobody is said to have admitted what follows.
    aside = verb.passive and "," in view.sentence.words[verb.last + 1 : first]
    if aside and not view.quoted[first]:
        return None
    if frame is None or (cue.ambiguous and where is None and not is_sure(verb, frame)):
        return None
    parts = [widened(view, *content_of(verb, first, frame))]
    made = attribute(
        view, parts, source, (verb.index, verb.last), cue.cue_class, f"{frame} after cue", denied, cue.lemma
    )
    if made is not None and where is not None:
        made.source, made.rule = where, "participle" if cue.participle else "coordinated verb"
    return made


def _names_matter(verb: Verb) -> bool:
    """Tell "Ashby protests: three hurt": a headline names its matter before a colon, and nobody protests."""
    view, behind = verb.view, verb.last + 1
    matter = view.headline and verb.subject is not None and verb.subject[0] == 0
    return matter and view.sentence.words[behind : behind + 1] == [":"] and view.sentence.lower[verb.last] in MATTERS


def _refutes(verb: Verb, first: int) -> bool:
    """Tell "rejected claims that it was shut" from "rejected the plan": what a claim says is denied with it."""
    lower = verb.view.sentence.lower
    if verb.cue.lemma not in DENIALS:
        return False
    claims = range(first, min(len(lower) - 1, first + CLAIM_REACH))
    return any(lower[i] in CLAIMS and lower[i + 1] in CLAIM_JOINED for i in claims)


def _speaker(verb: Verb, previous: Span | None) -> tuple[Tokens | None, Span | None] | None:
    """Find who speaks by a verb before its content.

    Returns:
        the tokens of its own subject, or else the positions of a source said before; None when nobody speaks.
    """
    view = verb.view
    if verb.cue.participle and not _is_progressive(verb):
        where = _left_out(verb, previous)
        return (None, where) if where else None
    if verb.coordinated:
        if verb.begin == verb.index and verb.tense == "base":
            return None
        main = view.main_subject(verb.begin)
        where = previous or (token_span(view.sentence, *main) if main else None)
        return (None, where) if where else None
    if verb.subject is None or view.sentence.lower[verb.subject[0]] in NOBODY or _is_noun(verb):
        return None
    # "It was reported that …", "sales are expected to …" name nobody.
    return (None if verb.agentless else verb.subject), None


def _is_noun(verb: Verb) -> bool:
    """Tell "that figure", "those claims" from a verb: the only word before them is a determiner then."""
    if not verb.cue.ambiguous or verb.subject is None or verb.begin < verb.index:
        return False
    first, last = verb.subject
    return first == last == verb.index - 1 and verb.view.sentence.lower[first] in DEMONSTRATIVES


def _is_progressive(verb: Verb) -> bool:
    """Tell "is saying", "he's saying" from a participle."""
    group = verb.view.sentence.lower[verb.begin : verb.index]
    return "s" in group or not TO_BE.isdisjoint(group)


def _left_out(verb: Verb, previous: Span | None) -> Span | None:
    """Find who a participle speaks for: after a comma, "by" or "and" the last source, else the main subject.

    Right after a noun ("sirens warning people") a participle only describes; a document ("a letter saying") speaks.
    """
    view = verb.view
    sentence, source = view.sentence, None if verb.coordinated else verb.subject
    nominal = sentence.lower[verb.index] in NOMINAL
    # "…, even suggesting that …".
    before = sentence.lower[verb.begin - 1] if verb.begin and quotation_stop(view, verb.begin) != "," else ","
    # "The mayor was quoted by the paper as saying that …".
    quoted = before == "as" and "quoted" in sentence.lower[max(0, verb.begin - QUOTED_REACH) : verb.begin]
    if before in LINKS or quoted:
        main = None if previous else view.main_subject(verb.index)
        return previous or (token_span(sentence, *main) if main else None)
    # "Their approval rating remains low" rates nothing.
    if source is None or nominal or actor_type(sentence.between(*source)) == "unknown":
        return None
    # "It issued a paper calling for …": who issued it speaks.
    for place in range(source[0], source[1]):
        word, following = sentence.words[place], sentence.lower[place + 1]
        if following in DETERMINERS and (word in MAKING or (word.endswith("ed") and word.islower())):
            maker = subject_before(sentence, verb_group_start(sentence, place), view.quoted)
            return token_span(sentence, *maker) if maker else None
    if sentence.words[source[1]][0].islower() and sentence.lower[source[0]] not in DETERMINERS:
        source = view.main_subject(source[0]) or source
    return token_span(sentence, *source)


def _is_means(verb: Verb) -> bool:
    """Tell "by backing the plan", "after assuming the post", what somebody did, from ", backing the plan"."""
    before = verb.view.sentence.lower[verb.index - 1] if verb.index else ","
    return verb.cue.participle and verb.cue.size == 1 and before.isalpha() and before in LINKS


def _announced(verb: Verb, source: Span | None, denied: bool) -> Attribution | None:
    """Read "He said:" at the end of a sentence: the quotation that follows in the next paragraph is its content."""
    sentence, cue = verb.view.sentence, verb.cue
    printed = sentence.text.rstrip()
    if "clause" not in cue.frames or not printed.endswith(":"):
        return None
    where = token_span(sentence, verb.index, verb.last)
    made = Attribution([], source, where, cue.cue_class, "announced", denied, cue.lemma)
    made.announces = sentence.start + len(printed)
    return made
