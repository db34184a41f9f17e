"""Who a source is across articles: one name for one person, and for one spokesperson of an event."""

from collections import Counter

import pandas as pd

from samestory.claims.sources import (
    PRONOUNS,
    actor_type,
    content_words,
    lexicon_words,
    naming,
    person_name,
    source_lexicon,
)
from samestory.claims.sources_within import same_person
from samestory.tables import check

Key = tuple[str, str]


def name_across(documents: pd.DataFrame, quotes: pd.DataFrame, attributions: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give each source one name over all articles.

    Persons of one surname whose first names are alike are one ("Mohammed" and "Mohammad"). A spokesperson named by
    fewer words ("the embassy spokesperson") is the one of the same event whose words hold them all, when there is
    only one.

    Args:
        documents: clean/documents, for the event of each article.
        quotes: claims/quotes, named within each article.
        attributions: claims/attributions, named within each article.

    Returns:
        claims/quotes and claims/attributions, with ``*_canonical`` and ``*_evidence`` over the whole corpus.
    """
    events = dict(zip(documents["doc_id"], documents["event"].fillna(""), strict=True))
    quotes, attributions = quotes.copy(), attributions.copy()
    tables = ((quotes, "speaker"), (attributions, "source"))
    counts: Counter[Key] = Counter()
    for table, kind in tables:
        named = table.loc[table[f"{kind}_canonical"].notna(), ["doc_id", f"{kind}_canonical"]]
        counts.update((events.get(doc, ""), name) for doc, name in named.itertuples(index=False))
    spellings: Counter[str] = Counter()
    for (_, name), count in counts.items():
        if person_name(name) == name:
            spellings[name] += count
    persons = _persons(spellings)
    roles = _roles(counts)
    for table, kind in tables:
        _rename(table, kind, events, persons, roles)
    _share_types(attributions)
    names = {"claims/quotes": quotes, "claims/attributions": attributions}
    return {name: check(table, name) for name, table in names.items()}


def _rename(
    table: pd.DataFrame, kind: str, events: dict[str, str], persons: dict[str, str], roles: dict[Key, str]
) -> None:
    """Put the corpus-wide names in a table."""
    column, reason = f"{kind}_canonical", f"{kind}_evidence"
    names: list[str | None] = []
    evidence: list[str | None] = []
    for doc, name, known in zip(table["doc_id"], table[column], table[reason], strict=True):
        if not isinstance(name, str):
            names.append(None)
            evidence.append(None)
            continue
        person = persons.get(name, name)
        role = roles.get((events.get(doc, ""), name), name)
        names.append(person if person != name else role)
        evidence.append("spelling" if person != name else "event_role" if role != name else known)
    table[column], table[reason] = names, evidence


def _persons(spellings: Counter[str]) -> dict[str, str]:
    """Map each spelling of a person's name to one: that of the most names, then the most used, then by the alphabet."""
    groups: dict[tuple[str, str], list[str]] = {}
    for name in sorted(spellings, key=lambda n: (-len(n.split()), -spellings[n], n)):
        groups.setdefault((name.split()[-1][0].lower(), name[0].lower()), []).append(name)
    same: dict[str, str] = {}
    for alike in groups.values():
        kept: list[str] = []
        for name in alike:
            same[name] = next((other for other in kept if same_person(other, name)), name)
            if same[name] == name:
                kept.append(name)
    return same


def _roles(counts: Counter[Key]) -> dict[Key, str]:
    """Map the spokespersons of an event to the fullest words for them, the most used first."""
    aliases: dict[str, str] = source_lexicon()["aliases"]
    speaking = lexicon_words("roles", "speaking")
    by_event: dict[str, dict[frozenset[str], list[str]]] = {}
    for event, name in sorted(counts, key=lambda key: (-counts[key], key)):
        words = [aliases.get(word, word) for word in content_words(name)]
        if speaking & set(words) and person_name(name) is None and len(words) < 6:
            alike = frozenset("spokesperson" if word in speaking else word for word in words)
            by_event.setdefault(event, {}).setdefault(alike, []).append(name)
    found: dict[Key, str] = {}
    for event, classes in by_event.items():
        for held, names in classes.items():
            fuller = [other for other in classes if held < other]
            target = classes[fuller[0]][0] if len(fuller) == 1 and len(held) > 1 else names[0]
            found |= {(event, name): target for name in names}
    return found


def _share_types(attributions: pd.DataFrame) -> None:
    """Give pronouns and short names the actor type and naming of the fuller mentions of the same source."""
    types: dict[str, str] = {}
    rows = list(
        zip(attributions["source"], attributions["source_canonical"], attributions["actor_type"],
            attributions["naming"], strict=True)
    )  # fmt: skip
    for _, who, kind, _ in rows:
        if isinstance(who, str) and kind != "unknown":
            types.setdefault(who, kind)
    kinds, namings = [], []
    for source, who, kind, how in rows:
        if isinstance(who, str) and kind == "unknown":
            kind = types.get(who) or actor_type(who)
        if isinstance(who, str) and source.lower() in PRONOUNS:
            how = naming(who)
        kinds.append(kind)
        namings.append(how)
    attributions["actor_type"], attributions["naming"] = kinds, namings
