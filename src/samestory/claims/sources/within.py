"""Who a source is within its article: pronouns, short names and short roles take the name of a fuller mention."""

import json
from bisect import bisect_right
from collections import deque
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from samestory.claims.sources.actors import actor_type, made_by
from samestory.claims.sources.bodies import Bodies, described_name
from samestory.claims.sources.described import Described
from samestory.claims.sources.joint import single_sources
from samestory.claims.sources.naming import mark_anonymous
from samestory.claims.sources.persons import Persons
from samestory.claims.sources.pronouns import Names, Seen, fits, is_told_of, last_source, sex_of
from samestory.claims.sources.words import (
    content_words,
    head_words,
    is_person,
    is_plural,
    is_pronoun,
    is_told_person,
    lexicon_words,
    person_name,
    surname,
    titled_surname,
    without_article,
)
from samestory.claims.tokens import ASIDE, Article

MEMORY = 60
# So many sources back a speaker's words may reach.
NESTED = 8
# What opens the mention of somebody without a name; whom a pronoun tells of.
INDEFINITE = frozenset({"a", "an", "another", "one"})
SEX_OF_PRONOUN = {"he": "male", "she": "female"}
Span = tuple[int, int]
Named = tuple[Names, str]


def name_within(
    article: Article,
    quotes: list[dict[str, Any]],
    attributions: list[dict[str, Any]],
    antecedents: Mapping[Span, str],
) -> None:
    """Fill ``source_canonical``, ``sources`` and ``speaker_canonical`` of one article, with the evidence for each.

    The naming of sources that do not want to be named is filled too.

    Args:
        article: the article.
        quotes: its rows of claims/quotes, changed in place.
        attributions: its rows of claims/attributions, changed in place.
        antecedents: for a pronoun at a span, the noun phrase of its sentence that it stands for, where one is known.
    """
    mark_anonymous(article, attributions)
    mentions = {(row["source_start"], row["source_end"]): row["source"] for row in attributions if row["source"]}
    mentions |= {(row["speaker_start"], row["speaker_end"]): row["speaker"] for row in quotes if row["speaker"]}
    hidden = {(row["source_start"], row["source_end"]) for row in attributions if row["naming"] == "anonymity_stated"}
    inner = _inner(attributions) | _beside(article, mentions)
    named = _name_mentions(article, mentions, antecedents, hidden, inner)
    for rows, kind in ((attributions, "source"), (quotes, "speaker")):
        for row in rows:
            names, evidence = named.get((row[f"{kind}_start"], row[f"{kind}_end"]), ((), None))
            row[f"{kind}_canonical"], row[f"{kind}_evidence"] = joint_name(names), evidence
            if kind == "source":
                row["sources"] = names_list(names)


@lru_cache(maxsize=65536)
def names_list(names: Names) -> str | None:
    """Give the JSON list of the names of sources; None for nobody."""
    return json.dumps(names, ensure_ascii=False) if names else None


def joint_name(names: Sequence[str]) -> str | None:
    """Give the name of one source, or of several that speak together; None for nobody."""
    return " and ".join(names) or None


def _inner(attributions: list[dict[str, Any]]) -> set[Span]:
    """Give the sources that speak in what another says: the mayor of "an aide said that the mayor had refused it"."""
    found: set[Span] = set()
    outer: deque[dict[str, Any]] = deque(maxlen=NESTED)
    for row in sorted((row for row in attributions if row["source"]), key=lambda row: row["source_start"]):
        start, end = row["source_start"], row["source_end"]
        if any(_speaks_in(other, start, end) for other in outer):
            found.add((start, end))
        outer.append(row)
    return found


def _beside(article: Article, mentions: Mapping[Span, str]) -> set[Span]:
    """Give the mentions that stand in a caption or a heading between two paragraphs."""
    starts = [sentence.start for sentence in article.sentences]
    place = {span: max(0, bisect_right(starts, span[0]) - 1) for span in mentions}
    return {span for span, index in place.items() if article.sentences[index].kind in ASIDE}


def _speaks_in(outer: Mapping[str, Any], start: int, end: int) -> bool:
    """Tell whether a source stands in what another says; in "when he wrote it, the mayor said" it is the first."""
    first = outer["content_start"]
    if not first <= start or not end <= outer["content_end"]:
        return False
    return not outer["content"][: start - first].rstrip().endswith(",")


def _name_mentions(
    article: Article,
    mentions: Mapping[Span, str],
    antecedents: Mapping[Span, str],
    hidden: Set[Span],
    inner: Set[Span],
) -> dict[Span, Named]:
    """Name the mentions of an article, in the order of their positions."""
    named: dict[Span, Named] = {}
    # A reader looks back some way, not over a whole book.
    seen: deque[Seen] = deque(maxlen=MEMORY)
    people: set[str] = set()
    unnamed: set[str] = set()
    sexes: dict[str, str] = {}
    singles = [single for text in mentions.values() for single in single_sources(text)]
    told = _told_persons(singles)
    persons = Persons(article.text, singles)
    known = _Known(persons, Described(article.text, persons), Bodies(article.text, singles), frozenset(told))
    for span in sorted(mentions):
        text = mentions[span]
        found: Named | None
        if is_pronoun(text):
            near = antecedents.get(span)
            if near and text.lower() in {"it", "its"} and person_name(near) in told:
                near = None
            last = last_source(text.lower(), seen)
            if near is None or not fits(text.lower(), near) or (last and is_told_of(text.lower(), near, last)):
                found = (last, "last_source") if last else None
            else:
                found = _fuller(near, seen, known, span[0])[0], "antecedent"
        else:
            found = _fuller(text, seen, known, span[0])
        if found is not None:
            names = found[0]
            named[span] = found
            single = len(names) == 1
            # "Lee, the mayor" tells of every later "Lee" that it is a person, and so does a wish not to be named.
            if single and (is_person(text) or (span in hidden and not is_plural(text))):
                people.add(names[0])
            if single and span in hidden:
                unnamed.add(names[0])
            pronoun = SEX_OF_PRONOUN.get(text.lower())
            if single and pronoun:
                told.add(names[0])
            # The subject of a sentence may be another than who speaks in it; whom an article goes on with is sure.
            if single and (sex := pronoun if found[1] == "last_source" else sex_of(text)):
                sexes.setdefault(names[0], sex)
            person = single and (names[0] in people or is_person(names[0]))
            nameless = person and (names[0] in unnamed or text.partition(" ")[0].lower() in INDEFINITE)
            bare = person and names[0] not in told and not is_told_person(names[0])
            mention = Seen(names, person, nameless, sexes.get(names[0]), bare, actor_type(text))
            # Who speaks goes on, rather than whom they speak of or who is in a caption.
            seen.extend([mention, seen.pop()] if span in inner and seen else [mention])
    return named


def _told_persons(mentions: Sequence[str]) -> set[str]:
    """Give the names that are a person's by more than their capitals: a title, a role, or the surname alone."""
    printed = {without_article(mention) for mention in mentions}
    names = {(mention, name) for mention in mentions if (name := person_name(mention))}
    return {name for mention, name in names if is_told_person(mention) or name.split()[-1] in printed}


@dataclass(frozen=True, slots=True)
class _Known:
    """Who an article names in full."""

    persons: Persons
    described: Described
    bodies: Bodies
    told: frozenset[str]


def _fuller(text: str, seen: Sequence[Seen], known: _Known, start: int) -> Named:
    """Give the names of a mention that is no pronoun, and the evidence for them."""
    found = [_fuller_single(single, seen, known, start) for single in single_sources(text)]
    evidence = next((why for _, why in found if why != "printed"), "printed")
    return tuple(dict.fromkeys(name for name, _ in found)), evidence


def _fuller_single(text: str, seen: Sequence[Seen], known: _Known, start: int) -> tuple[str, str]:
    """Give the name of one source, and the evidence for it."""
    if (maker := made_by(text)) is not None:
        return _fuller_single(maker, seen, known, start)
    person = person_name(text)
    body = known.bodies.canonical(text)
    # A name of which only capitals tell that it is a person's ("Blue Anchor") may be short for a body's.
    if person and (body is None or person != text or person in known.told):
        fuller = known.persons.alike(person)
        return fuller, "printed" if fuller == person else "fuller_name"
    words = content_words(text)
    if (last := _short_name(text, words)) is not None:
        full = known.persons.with_surname(surname(last), told=titled_surname(text) is not None)
        # A person and a body of one name: who was named before is meant.
        if len(full) == 1 and (body is None or known.persons.named_before(full[0], start)):
            return full[0], "fuller_name"
        if not full and body is None and (form := known.persons.titled(surname(last))):
            return form, "printed" if form == without_article(text) else "fuller_name"
    if body is not None:
        own = without_article(text)
        return body, "printed" if own.endswith(body) else "fuller_name"
    single = len(words) == 1 and text.lower().startswith("the ") and words[0] in lexicon_words("bodies", "single")
    # "The bank" was the bank of the story before another was named.
    if single and without_article(text) in _names_seen(seen):
        return without_article(text), "printed"
    if single or (len(words) <= 3 and not lexicon_words("roles").isdisjoint(words)):
        held = set(words)
        fits = [name for name in _names_seen(seen) if held < set(content_words(name)) and words[-1] in _whose(name)]
        if len(fits) == 1:
            return fits[0], "fuller_role"
    if (described := known.described.person(text, start, _names_seen(seen))) is not None:
        return described, "fuller_role"
    if single and (sited := known.bodies.sited(words[0], start)):
        return sited, "fuller_name"
    if text.lower() in lexicon_words("generic", "companies"):
        named = _names_seen(
            [mention for mention in seen if mention.kind == "company" and (mention.bare or not mention.person)]
        )
        named += [name for name in _names_seen(seen) if actor_type(name) == "company"]
        companies = {name for name in named if any(word[0].isupper() for word in name.split())}
        if len(companies) == 1:
            return companies.pop(), "fuller_role"
    return described_name(text) or without_article(text), "printed"


def _short_name(text: str, words: Sequence[str]) -> str | None:
    """Give the one name of a mention: "Lee" of "Lee", "Mr. Lee" and "Lee, the mayor"; "Lee's spokesman" is not Lee."""
    if last := titled_surname(text):
        return last
    bare = without_article(text)
    names = [
        word for word in (content_words(bare) if " " not in bare else words) if word not in lexicon_words("titles")
    ]
    owned = text.partition(" ")[0].endswith(("'s", "’s"))
    single = len(names) == 1 and names[0] not in lexicon_words("roles")
    return names[0] if single and text[0].isupper() and not owned else None


def _whose(name: str) -> tuple[str, ...]:
    """Give the head of a name behind what it is of: "president" of "Tarn's president", "plan" of "president's plan"."""
    return head_words(name.replace("’", "'").rpartition("'s ")[2])


def _names_seen(seen: Sequence[Seen]) -> list[str]:
    """Give the names a reader has in mind, each once."""
    return list(dict.fromkeys(name for mention in seen for name in mention.names))
