"""Reporting verbs read from the parse of a spaCy pipeline, for users who have one installed and name it in the config.

The parse replaces the rules for verbs; "according to", nouns, labels and agentless passives stay with the rules, as do
the joining of quotations and the naming of sources. Every row says in ``rule`` which of the two found it.
"""

import importlib
from collections.abc import Iterator
from typing import Any

from samestory.claims.attributions.lexicon import RELATIVE, Cue, cues, word_set
from samestory.claims.attributions.sentences import find_in_sentences
from samestory.claims.attributions.view import Attribution, View, groups_within, views, widened_span
from samestory.claims.tokens import Article
from samestory.schema import InputError

RULES_KEPT = frozenset(
    {"according to", "agentless passive", "noun that", "noun with", "figure", "speaker label", "announced"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})
CLAUSES = frozenset({"ccomp", "parataxis"})
OBJECTS = frozenset({"dobj", "obj"})


def load_pipeline(name: str) -> Any:
    """Load an installed spaCy pipeline that parses.

    Raises:
        InputError: spaCy or the pipeline is not installed, or the pipeline has no parser.
    """
    rules = "or set statements: {backend: rules} in the config"
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        raise InputError(
            f"config: statements.backend is spacy, but spaCy is not installed: install it, {rules}"
        ) from None
    try:
        pipeline = spacy.load(name)
    except OSError:
        raise InputError(f"config: the spaCy pipeline {name!r} is not installed: install it, {rules}") from None
    if not pipeline("They said it rained.").has_annotation("DEP"):
        raise InputError(f"config: the spaCy pipeline {name!r} has no parser: name one that has, {rules}")
    return pipeline


def find_parsed(article: Article, pipeline: Any) -> list[Attribution]:
    """Find the attributions of an article, reporting verbs by the parse."""
    found = [made for made in find_in_sentences(article) if made.rule in RULES_KEPT]
    seen = list(views(article))
    parsed = pipeline.pipe([view.sentence.text for view in seen])
    for view, doc in zip(seen, parsed, strict=True):
        found += _in_parse(view, doc)
    return sorted(found, key=lambda made: (made.cue or made.source or (0, 0), made.rule))


def _in_parse(view: View, doc: Any) -> Iterator[Attribution]:
    for token in doc:
        cue = next((cue for words, cue in cues().get(token.lower_, ()) if len(words) == 1), None)
        if cue is None or token.pos_ not in {"VERB", "AUX", ""} or _is_quoted(view, token.idx):
            continue
        made = _attribution(view, token, cue)
        if made is not None:
            yield made


def _is_quoted(view: View, index: int) -> bool:
    position = view.sentence.start + index
    return any(q.start <= position < q.end for q in view.quotations)


def _attribution(view: View, verb: Any, cue: Cue) -> Attribution | None:
    """Make the attribution of a parsed reporting verb; None without content or source."""
    children = list(verb.children)
    subject = next((child for child in children if child.dep_ in SUBJECTS), None)
    agent = next((noun for child in children if child.dep_ == "agent" for noun in child.children), None)
    if agent is not None:
        source, content, kind = agent, [subject] if subject is not None else [], "passive"
    else:
        source, (content, kind) = subject, _content(children, cue)
    if source is None and verb.dep_ == "conj":
        source = next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)
    if source is None or source.lower_ in {"no", "nobody", "none"} or not content:
        return None
    parts = [widened_span(view, *_span(view, child)) for child in content]
    negative = any(child.dep_ == "neg" for child in children) or cue.lemma in word_set("negation", "verbs")
    start = view.sentence.start + verb.idx
    made = Attribution(
        parts, _span(view, source), (start, start + len(verb)), cue.cue_class, f"spacy {kind}", negative, cue.lemma,
        groups_within(view, parts),
    )  # fmt: skip
    if source.lower_ in RELATIVE and verb.dep_ == "relcl":
        first = verb.head.left_edge
        made.antecedent = (view.sentence.start + first.idx, view.sentence.start + verb.head.idx + len(verb.head))
    return made


def _content(children: list[Any], cue: Cue) -> tuple[list[Any], str]:
    """Give the children of a verb that hold what is reported, and what they are."""
    clauses = [child for child in children if child.dep_ in CLAUSES]
    if clauses:
        return clauses, "clause"
    if "infinitive" in cue.frames and (found := [child for child in children if child.dep_ == "xcomp"]):
        return found, "infinitive"
    if "object" in cue.frames:
        return [child for child in children if child.dep_ in OBJECTS], "object"
    return [], ""


def _span(view: View, token: Any) -> tuple[int, int]:
    """Give the positions of a token's subtree, without marks at its ends."""
    words = [word for word in token.subtree if word.text[0].isalnum()] or [token]
    return view.sentence.start + words[0].idx, view.sentence.start + words[-1].idx + len(words[-1])
