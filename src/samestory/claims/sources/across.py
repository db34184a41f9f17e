"""Who a source is across articles: one name for one person, and for one spokesperson of an event."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.bodies import kind_key
from samestory.claims.sources.naming import naming
from samestory.claims.sources.persons import same_person
from samestory.claims.sources.shortened import short_names
from samestory.claims.sources.within import joint_name, names_list
from samestory.claims.sources.words import (
    PRONOUNS,
    content_words,
    lexicon_words,
    person_name,
    source_lexicon,
)
from samestory.rows import rows_of
from samestory.tables import check

Key = tuple[str, str]
Row = dict[str, Any]
# The columns that the naming reads or fills.
USED = {
    "claims/quotes": ["speaker_canonical", "speaker_evidence"],
    "claims/attributions": [
        "content_start", "content_end", "source", "source_canonical", "source_evidence", "sources", "actor_type",
        "naming",
    ],
}  # fmt: skip


def name_across(documents: pd.DataFrame, quotes: pd.DataFrame, attributions: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give each source one name over all articles.

    Args:
        documents: clean/documents, for the event of each article.
        quotes: claims/quotes, named within each article.
        attributions: claims/attributions, named within each article.

    Returns:
        claims/quotes and claims/attributions, with ``*_canonical``, ``*_evidence`` and ``sources`` over the whole
        corpus.
    """
    tables = {"claims/quotes": quotes, "claims/attributions": attributions}
    rows = {name: rows_of(table[["doc_id", *USED[name]]]) for name, table in tables.items()}
    name_rows(events_of(documents), *rows.values())
    named = {name: {column: [row[column] for row in rows[name]] for column in USED[name]} for name in tables}
    return {name: check(table.assign(**named[name]), name) for name, table in tables.items()}


def events_of(documents: pd.DataFrame) -> dict[str, str]:
    """Give the event of each article of clean/documents; without one, all are of the same."""
    return dict(zip(documents["doc_id"].tolist(), documents["event"].fillna("").tolist(), strict=True))


def name_rows(events: Mapping[str, str], quotes: list[Row], attributions: list[Row]) -> None:
    """Give each source one name over all articles, in the rows themselves.

    Persons of one surname whose first names are alike are one ("Mohammed" and "Mohammad"). A spokesperson named by
    fewer words ("the embassy spokesperson") is the one of the same event whose words hold them all, when there is
    only one. Of several sources that speak together each is named.

    Args:
        events: the event of each article.
        quotes: rows of claims/quotes, named within each article.
        attributions: rows of claims/attributions, named within each article.
    """
    several = {row["source_canonical"]: json.loads(row["sources"]) for row in attributions if row["sources"]}
    tables = ((quotes, "speaker"), (attributions, "source"))
    singles = {
        kind: [several.get(name := row[f"{kind}_canonical"], [name] if name else []) for row in rows]
        for rows, kind in tables
    }
    counts: Counter[Key] = Counter()
    for rows, kind in tables:
        for row, names in zip(rows, singles[kind], strict=True):
            event = events.get(row["doc_id"], "")
            counts.update((event, name) for name in names)
    spellings: Counter[str] = Counter()
    for (_, name), count in counts.items():
        if person_name(name) == name:
            spellings[name] += count
    persons, roles = _letter_cases(counts) | _word_orders(counts) | _persons(spellings), _roles(counts)
    short = short_names(counts, persons)
    for rows, kind in tables:
        for row, names in zip(rows, singles[kind], strict=True):
            _rename(row, kind, names, events.get(row["doc_id"], ""), persons, roles, short)
    _share_types(attributions)


def _rename(
    row: Row,
    kind: str,
    names: list[str],
    event: str,
    persons: Mapping[str, str],
    roles: Mapping[Key, str],
    short: Mapping[Key, str],
) -> None:
    """Put the corpus-wide names in a row."""
    full = [short.get((event, name), name) for name in names]
    spelt = [persons.get(name, name) for name in full]
    final = [roles.get((event, name), name) for name in spelt]
    if final != names:
        row[f"{kind}_evidence"] = "fuller_name" if full != names else "spelling" if spelt != names else "event_role"
        row[f"{kind}_canonical"] = joint_name(final)
    if kind == "source" and names:
        row["sources"] = names_list(tuple(final))


def _letter_cases(counts: Counter[Key]) -> dict[str, str]:
    """Map a name with a capital at the start of a sentence ("Pro-Iran groups") to the same with none."""
    printed = {name for _, name in counts}
    lowered = {name: name[0].lower() + name[1:] for name in printed}
    return {name: low for name, low in sorted(lowered.items()) if low != name and low in printed}


def _word_orders(counts: Counter[Key]) -> dict[str, str]:
    """Map each name of a body of one kind and field ("health ministry", "Ministry of Health") to the most used."""
    used: Counter[str] = Counter()
    for (_, name), count in counts.items():
        used[name] += count
    one: dict[frozenset[str], str] = {}
    orders: dict[str, str] = {}
    for name in sorted(used, key=lambda n: (-used[n], n)):
        if key := kind_key(name):
            orders[name] = one.setdefault(key, name)
    return orders


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
    # "Luisa Vargas" is "Luisa Vargas Mora", who stands among other surnames.
    longer = {name.rpartition(" ")[0]: name for name in sorted(same, reverse=True) if name.count(" ") > 1}
    fuller = {name: same[longer[name]] for name in same if name in longer}
    return {name: fuller.get(other, other) for name, other in same.items()}


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


def _share_types(attributions: list[Row]) -> None:
    """Give every mention of a source the actor type that most of its mentions tell, and pronouns its naming."""
    told: dict[str, Counter[str]] = {}
    # Of as many the first in the order of the table, in whatever order the rows come.
    for row in sorted(attributions, key=lambda row: (row["doc_id"], row["content_start"], row["content_end"])):
        if row["source_canonical"] and row["actor_type"] not in {"unknown", "document"}:
            told.setdefault(row["source_canonical"], Counter())[row["actor_type"]] += 1
    types = {who: kinds.most_common(1)[0][0] for who, kinds in told.items()}
    for row in attributions:
        who = row["source_canonical"]
        # What a body has written is a document.
        if who and row["actor_type"] != "document":
            row["actor_type"] = types.get(who) or _common_type(json.loads(row["sources"] or "[]"), types)
        described = row["source_evidence"] == "fuller_role" and person_name(who or "") is not None
        if who and (row["source"].lower() in PRONOUNS or described):
            row["naming"] = naming(who)


def _common_type(names: list[str], types: Mapping[str, str]) -> str:
    """Give the one type of sources that speak together; of one source its own."""
    kinds = {types.get(name) or actor_type(name) for name in names}
    return kinds.pop() if len(kinds) == 1 else "unknown"
