"""Reporting verbs: before their content (X said that …), in the passive, as a participle; tags are read first."""

from samestory.claims.attributions.agents import source_after
from samestory.claims.attributions.clauses import ASKED, agent_told_of, commas, is_finite, is_past, opens_main
from samestory.claims.attributions.content import PERCEIVING, frame_at
from samestory.claims.attributions.ends import content_of
from samestory.claims.attributions.forms import NOMINAL, TO_BE, Verb, is_sure
from samestory.claims.attributions.lexicon import (
    DETERMINERS,
    PREPOSITIONS,
    word_set,
)
from samestory.claims.attributions.passives import CLAIMS, DENIALS, read_measured, read_passive
from samestory.claims.attributions.subjects import subject_before, verb_inside
from samestory.claims.attributions.tags import read_tag
from samestory.claims.attributions.verb_groups import verb_group_start
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
from samestory.claims.sources.actors import actor_type

Span = tuple[int, int]
QUOTED_REACH = 8
# Verbs that tell a number behind "as" or "at".
MEASURING = frozenset({"give", "put", "estimate"})
DEMONSTRATIVES = word_set("pronouns", "demonstratives")
NOBODY = word_set("pronouns", "nobody")
MATTERS = word_set("forms", "matters")
# A participle after one of these speaks for the last source; right after a noun it describes the noun.
LINKS = word_set("forms", "before_participle")
# "The ministry's earlier claim that …": a claim, and what joins it to what it says.
CLAIM_JOINED = word_set("negation", "joined")
CLAIM_REACH = 6
CONDITIONS = frozenset({"if", "unless"})
# "If asked," is no condition of what is said.
SHORTEST_CONDITION = 4
# "It would …": what is to happen where the condition is met, and how far behind its subject that is told.
MODALS = frozenset({"will", "would", "could", "can", "may", "might", "should", "must"})
MODAL_REACH = 8


def read_verb(verb: Verb, previous: Span | None) -> Attribution | None:
    """Read what a reporting verb reports.

    Args:
        verb: the verb where it stands.
        previous: the source of the last attribution of the sentence.
    """
    sentence, cue = verb.view.sentence, verb.cue
    if verb.passive and cue.lemma in MEASURING and (made := read_measured(verb)) is not None:
        return made
    agent = sentence.lower[verb.last + 1 : verb.last + 2] == ["by"]
    # "Records seen by the paper" are nobody's word of it.
    reduced = verb.reduced and cue.lemma not in PERCEIVING
    if agent and verb.index and not cue.adjective and (verb.passive or reduced):
        return read_passive(verb)
    opens = verb.index == 0 or (verb.index == 1 and sentence.lower[0] in LINKS)
    if opens and cue.participle and sentence.words[0][0].isupper():
        return _opening_participle(verb)
    if verb.index == 0 and sentence.words[0][0].isupper() and not cue.ambiguous:
        return _opening(verb)
    return read_tag(verb) or _forward(verb, previous)


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
    # "They were asked to leave" tells what was done to them.
    requested = verb.agentless and frame == "infinitive" and view.sentence.lower[verb.index] in ASKED
    if requested or (aside and not view.quoted[first]):
        return None
    if frame is None or (cue.ambiguous and where is None and not is_sure(verb, frame)):
        return None
    parts = [widened(view, *content_of(verb, first, frame))]
    if frame == "clause" and (condition := _condition(verb, first)) is not None:
        parts.insert(0, widened(view, *condition))
    made = attribute(
        view, parts, source, (verb.index, verb.last), cue.cue_class, f"{frame} after cue", denied, cue.lemma
    )
    if made is not None and where is not None:
        made.source, made.rule = where, "participle" if cue.participle else "coordinated verb"
    return made


def _condition(verb: Verb, first: int) -> Tokens | None:
    """Find the condition before the verb, "if the levy comes, Norland said it would strike": it is said, too."""
    view, lower = verb.view, verb.view.sentence.lower
    begin = verb.subject[0] if verb.subject and not verb.coordinated else 0
    if lower[0] not in CONDITIONS or lower[begin - 1] != "," or any(view.quoted[:begin]):
        return None
    asked = begin < SHORTEST_CONDITION or not ASKED.isdisjoint(lower[:begin])
    planned = not MODALS.isdisjoint(lower[first : first + MODAL_REACH]) and "," not in lower[1 : begin - 1]
    return (0, begin - 2) if planned and not asked else None


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
        main = agent_told_of(verb) or view.main_subject(verb.begin)
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
    # "…, with firms warning that …".
    if source and not nominal and sentence.lower[source[0] - 2 : source[0]] == [",", "with"]:
        return token_span(sentence, *source)
    # "Their approval rating remains low" rates nothing.
    if source is None or nominal or actor_type(sentence.between(*source)) == "unknown":
        return None
    # "It issued a paper calling for …": who issued it speaks.
    if (place := verb_inside(sentence, source)) is not None:
        maker = subject_before(sentence, verb_group_start(sentence, place), view.quoted)
        return token_span(sentence, *maker) if maker else None
    if sentence.words[source[1]][0].islower() and sentence.lower[source[0]] not in DETERMINERS:
        # "It did not respond to messages asking for help": nobody is told who wrote them.
        if source[0] and sentence.lower[source[0] - 1] in PREPOSITIONS:
            return None
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
