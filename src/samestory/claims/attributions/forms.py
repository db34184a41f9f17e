"""Whether a form is a verb where it stands: "states" and "report" are as often nouns."""

from dataclasses import dataclass

from samestory.claims.attributions.adverbials import skip_adverbial, skip_recipient
from samestory.claims.attributions.agents import before_stray_comma
from samestory.claims.attributions.lexicon import (
    CLOSING_MARKS,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    VERBS,
    Cue,
    cues,
    forms,
    word_set,
)
from samestory.claims.attributions.noun_phrases import ALONE, COMPOUNDS, can_speak
from samestory.claims.attributions.numerals import says_number
from samestory.claims.attributions.subjects import PAST, subject_before
from samestory.claims.attributions.verb_groups import has_since, verb_group_start
from samestory.claims.attributions.view import Tokens, View, is_negative
from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import is_plural
from samestory.claims.tokens import Sentence

TO_BE = word_set("forms", "be")
STANDING_ALONE = PRONOUNS | RELATIVE
PLURAL = word_set("forms", "plural")
# Forms that are finite only behind an auxiliary.
PARTICIPLES = word_set("forms", "participles")
# Verbs whose past is their base form.
UNCHANGED = word_set("forms", "unchanged")
NO_SUBJECT = word_set("forms", "no_subject")
# Plural nouns far more often than verbs.
NOUNS = word_set("forms", "nouns")
# Forms that are as often nouns, also before a particle: "hope for".
NOMINAL = word_set("ambiguous", "forms")
TELLING = frozenset({"say", "tell"})
SAYING = frozenset(form for verb in sorted(TELLING) for form in forms(verb))
SHOWING = word_set("perception", "showing")
ESTIMATING = word_set("estimates", "guesses")
# "12 new reports".
COUNTED_REACH = 3
# What is counted by how sure it is.
COUNTED = word_set("forms", "counted")
COUNTING = word_set("estimates", "counts")
NAMING = word_set("naming", "verbs")
# What joins an adjective to its subject, and tells its degree.
LINKING = word_set("adjectives", "joined", "linking")
JOINED = TO_BE | LINKING | word_set("adjectives", "joined", "contracted")
LINKED_BEFORE = word_set("adjectives", "joined", "past")
LINKED_NOW = word_set("adjectives", "joined", "third")
DEGREES = word_set("adjectives", "joined", "degrees")
# "Is worried that …" is what its subject feels.
FEELINGS = word_set("forms", "feelings")


@dataclass(slots=True)
class Verb:
    """A reporting verb where it stands.

    Attributes:
        view: its sentence.
        cue: what it is.
        begin: the first token of its group: auxiliaries and adverbs before it.
        index: its first token.
        last: its last token, with its particle.
        subject: the noun phrase before its group.
        after: the token after it, its hearer, and when and where it is said.
    """

    view: View
    cue: Cue
    begin: int
    index: int
    last: int
    subject: Tokens | None
    after: int

    @property
    def coordinated(self) -> bool:
        """Whether it shares the subject of the verb before it ("… and said")."""
        begin = self.begin
        return begin > 1 and self.view.sentence.lower[begin - 1] in {"and", "but", "or", "then"}

    @property
    def passive(self) -> bool:
        """Whether a form of "be" stands in its group."""
        return not TO_BE.isdisjoint(self.view.sentence.lower[self.begin : self.index])

    @property
    def agentless(self) -> bool:
        """Whether its subject is what is reported or who hears it ("sales are expected to …"), not who speaks."""
        if self.cue.adjective:
            return False
        return self.passive and self.tense == "past" and self.cue.lemma.split()[0] not in FEELINGS

    @property
    def reduced(self) -> bool:
        """Whether it is the participle of "70 attacks claimed by X": a past form right after a plural noun."""
        noun = self.view.sentence.words[self.index - 1]
        return self.tense == "past" and noun.isalpha() and noun.islower() and noun.endswith("s")

    @property
    def tense(self) -> str:
        """Its tense: base, third, past or ing."""
        lower = self.view.sentence.lower
        return _predicate_tense(lower[self.begin : self.index]) if self.cue.adjective else tense(lower[self.index])

    @property
    def negative(self) -> bool:
        """Whether a negation stands in its group, or "no longer"."""
        group = self.view.sentence.lower[self.begin : self.index]
        return is_negative(self.view.sentence, self.begin, self.last) or group[:2] == ["no", "longer"]


def _opens_that(verb: Verb) -> bool:
    """Tell "ruled that the vote was void" from "rules that bind": the conjunction stands behind the verb."""
    lower = verb.view.sentence.lower
    place = next((i for i in (verb.last + 1, verb.after) if lower[i : i + 1] == ["that"]), None)
    if place is None or lower[verb.index] in NOUNS:
        return False
    return not any(word in VERBS or word in cues() for word in lower[place + 1 : place + 2])


def tense(form: str) -> str:
    """Tell the tense of a cue's form by its ending: "says", "saying", "said"; "put" is mostly told."""
    if form in UNCHANGED:
        return "past"
    entry = cues()[form][0][1]
    if entry.participle or form == entry.lemma.split()[0]:
        return "ing" if entry.participle else "base"
    return "third" if form.endswith("s") else "past"


def verb_at(view: View, cue: Cue, index: int, last: int) -> Verb | None:
    """Give the verb whose form stands at a token and ends at ``last``; None where the form is no verb."""
    sentence, quoted = view.sentence, view.quoted
    if _is_other_word(sentence, cue, index, last):
        return None
    begin = _predicate_start(sentence, index) if cue.adjective else verb_group_start(sentence, index)
    # "A letter written that day".
    reduced = begin == index and sentence.lower[index] in PARTICIPLES and sentence.lower[last + 1 : last + 2] != ["by"]
    if begin is None or reduced or (cue.lemma == "read" and _is_of_reader(view, index)):
        return None
    subject = subject_before(sentence, begin, quoted)
    if subject is None and cue.lemma in TELLING:
        subject = before_stray_comma(sentence, begin, last, quoted)
    if subject is not None and begin == index and _is_counted(sentence, subject[0], index):
        return None
    after = skip_adverbial(sentence, skip_recipient(sentence, last + 1, quoted, cue), quoted)
    verb = Verb(view, cue, begin, index, last, subject, after)
    nominal = sentence.lower[index] in NOMINAL
    alone = nominal and begin == index and subject is not None
    noun = alone and subject is not None and (not _agrees(verb, subject) or _ends_in_verb(sentence, subject))
    return None if noun else verb


def _is_of_reader(view: View, index: int) -> bool:
    """Tell "she read the note" from "the note read: “…”", "read in part", "she read that …", "“…,” read a note"."""
    follows = view.sentence.lower[index + 1 : index + 2]
    told = follows == [] or view.quoted[index + 1] or view.sentence.words[index - 1] in CLOSING_MARKS
    return not told and follows[0][0].isalnum() and follows[0] not in {"that", "in"}


def _is_counted(sentence: Sentence, first: int, index: int) -> bool:
    """Tell "five suspects", "12 new reports" from "five say": a number of several and a noun in the plural.

    A name may begin with a number, or end with one: "50 Cent claims", "Article 12 says".
    """
    # "118 confirmed cases".
    if sentence.lower[index] in COUNTED and sentence.lower[index + 1 : index + 2] != []:
        return says_number(sentence.lower[index - 1]) and sentence.lower[index + 1].endswith("s")
    if not sentence.lower[index].endswith("s"):
        return False
    if says_number(sentence.lower[index - 1]):
        return index < 2 or not sentence.words[index - 2][0].isupper() or sentence.lower[index - 2] in OPENERS
    near = index - first <= COUNTED_REACH and PREPOSITIONS.isdisjoint(sentence.lower[first:index])
    return near and says_number(sentence.lower[first]) and sentence.words[index - 1].islower()


def _predicate_start(sentence: Sentence, index: int) -> int | None:
    """Give the first token of "is still", "has never been very", "felt" before an adjective; None without a verb."""
    lower, last = sentence.lower, index
    while last > 0 and (lower[last - 1] in DEGREES or lower[last - 1].endswith("ly")):
        last -= 1
    last -= last > 0 and lower[last - 1] in LINKING
    begin = verb_group_start(sentence, last)
    return None if JOINED.isdisjoint(lower[begin:index]) else begin


def _predicate_tense(group: list[str]) -> str:
    """Tell the tense of an adjective by what stands before it: "was", "is", "are"."""
    if not LINKED_BEFORE.isdisjoint(group):
        return "past"
    return "base" if LINKED_NOW.isdisjoint(group) else "third"


def _is_other_word(sentence: Sentence, cue: Cue, index: int, last: int) -> bool:
    """Tell a noun, an infinitive or a possessive ("the state's claim") from a finite verb, by the words around it."""
    lower = sentence.lower
    before = lower[index - 1] if index else ""
    if (
        before in DETERMINERS
        or before in NO_SUBJECT
        or (before in PREPOSITIONS and not cue.participle and not has_since(lower, index))
    ):
        # "Some said", but "some proposed cuts".
        if before in ALONE and cue.lemma in TELLING and not cue.participle:
            return False
        # "Appeared to say."
        return before != "to" or verb_group_start(sentence, index) == index
    if " ".join(lower[index : index + 2]) in COMPOUNDS:
        return True
    # A disaster that "claimed 40 lives" says nothing.
    if cue.lemma == "claim" and "lives" in lower[last + 1 : last + 6]:
        return True
    # "The court ruling could …", "the advocates have …": no verb stands right before another.
    if not lower[index].endswith("ed") and not VERBS.isdisjoint(lower[last + 1 : last + 2]):
        return cue.participle or cue.ambiguous
    # "Unconfirmed reports put the number at 40", "the advocates say".
    behind = lower[last + 1] if last + 1 < len(lower) else ""
    if (lower[index] in NOUNS and behind in cues()) or (cue.ambiguous and behind in SAYING):
        return True
    if cue.adjective or not cue.ambiguous:
        return False
    possessive = before == "s" and lower[index - 2 : index - 1] in (["’"], ["'"])
    return possessive or lower[last + 1 : last + 2] in (["of"], ["over"])


def is_sure(verb: Verb, frame: str) -> bool:
    """Tell whether an ambiguous form is a verb here: an auxiliary, pronoun or name before it."""
    sentence, source = verb.view.sentence, None if verb.coordinated else verb.subject
    if verb.begin < verb.index or source is None:
        return source is not None
    if frame == "object" and verb.cue.lemma in ESTIMATING | COUNTING:
        return True
    # "A plan that critics call reckless."
    if verb.cue.lemma in NAMING and source[0] and sentence.lower[source[0] - 1] in RELATIVE and _agrees(verb, source):
        return True
    # "The crew brought their boats back": a verb stands in what would be the subject.
    if not _agrees(verb, source) or _holds_verb(sentence.lower, source):
        return False
    head, form = sentence.words[source[1]], sentence.lower[verb.index]
    if head.lower() in STANDING_ALONE or head[0].isupper():
        return True
    if source[0] == 0 and head.endswith("s") and not form.endswith("s"):
        return True
    # "The mayor hates the bridge": one person or body, and a noun phrase opens behind the verb.
    opens = not DETERMINERS.isdisjoint(sentence.lower[verb.last + 1 : verb.last + 2])
    if frame == "object" and verb.tense == "third" and opens and can_speak(head.lower()) and not head.endswith("s"):
        return True
    # "The ministry reported 12 dead", "a video shows the crash".
    told = verb.tense == "past" or (form not in NOUNS and verb.cue.lemma in SHOWING)
    if told and actor_type(sentence.between(*source)) != "unknown":
        return True
    # "The note read: “…”".
    behind = verb.last + 1
    announces = sentence.words[behind : behind + 1] == [":"] and any(verb.view.quoted[behind + 1 : behind + 2])
    if announces and verb.tense != "base" and form not in NOUNS:
        return True
    # "The court ruled that …": no noun takes a clause right behind a noun.
    if frame == "clause" and _opens_that(verb):
        return True
    return frame == "clause" and (head.endswith("s") or form.endswith("s")) and form not in NOUNS


def _ends_in_verb(sentence: Sentence, source: Tokens) -> bool:
    """Tell "Ann Lee restricted" from "the injured": a name or a pronoun and a verb in the past."""
    last = source[1]
    past = sentence.words[last].islower() and sentence.words[last].endswith("ed")
    return past and last > source[0] and sentence.words[last - 1][0].isupper() and last - 1 > 0


def _holds_verb(lower: list[str], source: Tokens) -> bool:
    """Tell whether a verb in the past and its object stand in what was taken for a noun phrase."""
    inside = range(source[0] + 1, source[1])
    return any(lower[i] in PAST and lower[i + 1] in DETERMINERS and "who" not in lower[source[0] : i] for i in inside)


def _agrees(verb: Verb, source: Tokens) -> bool:
    """Tell whether a base form ("state") has a subject in the plural: after a singular it is a noun."""
    if verb.tense != "base":
        return True
    lower = verb.view.sentence.lower
    # "Managers at Apex claim": who claims stands before the preposition.
    place = next((i - 1 for i in range(source[0] + 1, source[1]) if lower[i] in PREPOSITIONS), source[1])
    # "Records seen by the paper show".
    place -= place > source[0] and lower[place + 1 : place + 2] == ["by"]
    head = lower[place]
    plural = head.endswith("s") or head in PLURAL or "and" in lower[source[0] : source[1]]
    return plural or head in quantity_lexicon()["plurals"] or is_plural(verb.view.sentence.between(*source))
