"""Who a source is: what kind of actor, how it is named, and one name for one source over all articles."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.fuzz import ratio

from samestory.claims.statements_tokens import Article

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'-][^\W_]+)*")
PERSONAL = frozenset({"he", "she", "they", "him", "her", "his", "their", "i", "we"})
PRONOUNS = PERSONAL | {"it", "who", "which", "its", "this", "that"}
PARTICLES = frozenset(
    {"al", "bin", "ibn", "de", "del", "van", "von", "der", "la", "el", "di", "da", "dos", "ben", "abu"}
)
NAME_ENDS = frozenset({"of", "for", "from", "at", "in", "with", "who", "and", "on"})
SAME_NAME = 80.0
MEMORY = 60


@cache
def source_lexicon() -> dict[str, Any]:
    """Read the lexicon of sources."""
    return tomllib.loads(files("samestory.claims").joinpath("sources.toml").read_text(encoding="utf-8"))


@cache
def _actors() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((entry["type"], frozenset(entry["words"])) for entry in source_lexicon()["actors"])


@cache
def _words(section: str, key: str = "words") -> frozenset[str]:
    return frozenset(source_lexicon()[section][key])


def actor_type(source: str | None) -> str:
    """Tell what kind of actor a source is, by its words; the head (before "of", "for", a comma) decides first."""
    if not source or source.lower() in PRONOUNS:
        return "unknown"
    if " ".join(_content(source)) in _words("states", "names"):
        return "government"
    head = re.split(r",|\b(?:for|of|from|at|in|with)\b", source, maxsplit=1)[0]
    for part in (head, source):
        words = {word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(part)}
        for kind, known in _actors():
            if words & known:
                return kind
    return "unknown"


def naming(source: str | None, around: str) -> str:
    """Tell how a source is named: by name, by role only, with anonymity stated, or not at all.

    Args:
        source: the source as printed.
        around: the sentence of the attribution and the one after it, where conditions are stated.
    """
    if not source:
        return "unattributed"
    if any(phrase in around.lower() for phrase in source_lexicon()["anonymity"]["phrases"]) and not person_name(source):
        return "anonymity_stated"
    words = WORD.findall(source)
    if person_name(source):
        return "named"
    roles = _words("roles")
    # An institution speaks by its name; "a US official" has a role only.
    if any(word.lower() in roles for word in words) or all(word[0].islower() for word in words):
        return "role_only"
    return "named"


@cache
def _known_words() -> frozenset[str]:
    """Give every word that tells a kind of actor."""
    return frozenset().union(*(words for _, words in _actors()))


@lru_cache(maxsize=65536)
def person_name(source: str) -> str | None:
    """Give the person's name in a source, without titles and apposition; None for roles and institutions."""
    for part in source.split(",")[:2]:
        words = WORD.findall(part)
        run: list[str] = []
        for word in words:
            lower = word.lower()
            if lower in _words("titles") or lower in _words("roles"):
                run = []
            elif lower in {"a", "an", "the"}:
                continue
            elif word[0].isupper() or (run and lower.split("-")[0] in PARTICLES):
                run.append(word.removesuffix("’s").removesuffix("'s"))
            elif run and lower in NAME_ENDS:
                break
            else:
                # "An Iraqi security official": capitals before a common noun are no name.
                run = []
        known = _known_words()
        if (
            1 < len(run) < 5
            and not any(w.lower() in known or (w.isupper() and len(w) > 1) for w in run)
            and not part.lower().startswith("the ")
        ):
            return " ".join(run)
    return None


def name_sources(
    articles: Iterable[Article],
    quotes: list[dict[str, Any]],
    attributions: list[dict[str, Any]],
    antecedents: Mapping[tuple[str, int, int], str] | None = None,
) -> None:
    """Fill ``source_canonical`` and ``speaker_canonical``, within and across articles.

    Args:
        articles: the articles, in the order of ids.
        quotes: rows of claims/quotes, changed in place.
        attributions: rows of claims/attributions, changed in place.
        antecedents: for a pronoun at (doc_id, start, end), the subject of its sentence, where one is known.

    Within an article pronouns and short forms ("the spokesperson") take the name of the fullest earlier mention when
    only one fits; across articles persons of one surname whose other names are alike are one.
    """
    by_doc: dict[str, dict[tuple[int, int], str]] = {}
    for row in attributions:
        if row["source"]:
            by_doc.setdefault(row["doc_id"], {})[row["source_start"], row["source_end"]] = row["source"]
    for row in quotes:
        if row["speaker"]:
            by_doc.setdefault(row["doc_id"], {})[row["speaker_start"], row["speaker_end"]] = row["speaker"]
    canonical: dict[tuple[str, int, int], str] = {}
    persons: list[str] = []
    for article in articles:
        mentions = by_doc.get(article.doc_id, {})
        known = antecedents or {}
        near = {span: known[article.doc_id, *span] for span in mentions if (article.doc_id, *span) in known}
        for span, name in _within(mentions, near).items():
            canonical[article.doc_id, *span] = name
            if person_name(name) == name:
                persons.append(name)
    same = _one_name(sorted(set(persons)))
    for rows, start, end, target in (
        (attributions, "source_start", "source_end", "source_canonical"),
        (quotes, "speaker_start", "speaker_end", "speaker_canonical"),
    ):
        for row in rows:
            if row[start] is not None:
                found = canonical.get((row["doc_id"], row[start], row[end]))
                row[target] = same.get(found, found) if found else None
    _share_types(attributions)


def _share_types(attributions: list[dict[str, Any]]) -> None:
    """Give pronouns and short names the actor type and naming of the fuller mentions of the same source."""
    types: dict[str, str] = {}
    for row in attributions:
        if row["source_canonical"] and row["actor_type"] != "unknown":
            types.setdefault(row["source_canonical"], row["actor_type"])
    for row in attributions:
        who = row["source_canonical"]
        if not who:
            continue
        if row["actor_type"] == "unknown":
            known = types.get(who, "unknown")
            row["actor_type"] = known if known != "unknown" else actor_type(who)
        if row["source"].lower() in PRONOUNS:
            row["naming"] = naming(who, "")


def _within(
    mentions: dict[tuple[int, int], str], antecedents: Mapping[tuple[int, int], str]
) -> dict[tuple[int, int], str]:
    """Name the mentions of one article, in the order of their positions."""
    names: dict[tuple[int, int], str] = {}
    seen: list[str] = []
    full = list(dict.fromkeys(who for text in mentions.values() if (who := person_name(text))))
    by_initial: dict[str, list[str]] = {}
    for person in full:
        by_initial.setdefault(_surname(person)[0], []).append(person)
    for span in sorted(mentions):
        text = mentions[span]
        lower = text.lower()
        name: str | None = None
        if lower in PRONOUNS:
            nearest = antecedents.get(span)
            name = _fuller(nearest, seen, by_initial) if nearest else _antecedent(lower, seen)
            if name is None:
                continue
        else:
            name = _fuller(text, seen, by_initial)
            seen.append(name)
            # A reader looks back some way, not over a whole book.
            del seen[:-MEMORY]
        names[span] = name
    return names


def _antecedent(pronoun: str, seen: list[str]) -> str | None:
    """Give the last source a pronoun can stand for: a person for "he" and "she", no person for "it"."""
    for name in reversed(seen):
        person = person_name(name) == name or bool(set(_content(name)) & _words("roles"))
        if (pronoun in {"he", "she", "him", "her", "his"} and not person) or (pronoun in {"it", "its"} and person):
            continue
        return name
    return None


def _surname(name: str) -> str:
    """Give the last part of a name in lower case, without "al-"."""
    return name.split()[-1].split("-")[-1].lower() or name.lower()


def _fuller(text: str, seen: list[str], by_initial: Mapping[str, list[str]]) -> str:
    """Give the name of a mention that is no pronoun."""
    person = person_name(text)
    if person:
        alike = by_initial.get(_surname(person)[0], [])
        return next((n for n in alike if len(n) > len(person) and _same_person(n, person)), person)
    words = _content(text)
    if len(words) == 1 and text[0].isupper():
        last = _surname(words[0])
        surname = [n for n in by_initial.get(last[0], []) if _surname(n) == last]
        if len(surname) == 1:
            return surname[0]
    name = _normal(text)
    roles = _words("roles")
    heads = set(words) & roles
    if heads and len(words) <= 3:
        fits = [n for n in dict.fromkeys(seen) if set(words) < set(_content(n))]
        if len(fits) == 1:
            return fits[0]
    return name


def _content(text: str) -> list[str]:
    """Give the words of a source that tell who it is, in lower case, full stops of abbreviations dropped."""
    skip = {"the", "a", "an", "of", "for", "in", "at", "from", "and", "his", "her", "its", "their"}
    words = [w.lower().replace(".", "").removesuffix("’s").removesuffix("'s") for w in WORD.findall(text)]
    return [word for word in words if word not in skip]


def _normal(text: str) -> str:
    """Give a role or institution without its article, abbreviations without full stops, spaces single."""
    text = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda m: m.group().replace(".", ""), " ".join(text.split()))
    return re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE) or text


def _same_person(a: str, b: str) -> bool:
    """Tell whether two names can be one person's: surnames alike, and the first names alike or one missing."""
    first, second = a.lower().split(), b.lower().split()
    if ratio(first[-1], second[-1]) < SAME_NAME or first[-1][0] != second[-1][0]:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    return ratio(first[0], second[0]) >= SAME_NAME or first[0].startswith(second[0][:3])


def _one_name(persons: list[str]) -> dict[str, str]:
    """Map each spelling of a person's name to one: the longest, then the first in the alphabet."""
    by_initial: dict[str, list[str]] = {}
    for name in sorted(persons, key=lambda n: (-len(n), n)):
        by_initial.setdefault(name.split()[-1][0].lower(), []).append(name)
    same: dict[str, str] = {}
    for names in by_initial.values():
        for position, name in enumerate(names):
            same[name] = next((same[o] for o in names[:position] if _same_person(o, name)), name)
    return same
