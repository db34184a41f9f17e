"""What a source's words tell: how it is named, whether it is a person or several, and the name in it."""

import re
from functools import cache, lru_cache
from typing import Any

from samestory.lexicon import read_lexicon

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'-][^\W_]+)*")
# "Lamb & Daughters" is a firm: the sign belongs to its name, and no person has it in theirs.
WORD_OR_SIGN = re.compile(rf"{WORD.pattern}|&")
HEAD_END = re.compile(r",(?!\d)|\b(?:for|of|from|at|in|with|to|on|who|familiar|close|briefed|involved|speaking)\b")
# "Lena, 34" and "Lena — who saw it" are Lena, "Apex, a maker of cranes" is Apex, "an official who was not named" an
# official.
APPOSITION = re.compile(
    r"(?<=\w)(?:\s(?:--?|–|—)\s|,\s+\d{1,3}(?=,|$)"
    r"|(?:,\s+(?:an?|the|one|which|who|whose)|,?\s+(?:speaking|(?<!those )(?<!Those )who))\s)"
)


AGE = re.compile(r",\s+\d{1,3}(?=,|$)")
AGENT = re.compile(r"[Aa]n?\s+[^\W\d_A-Z]")
AGENT_ENDS = ("er", "or", "ist", "eer", "man", "woman")
# "Some experts", but not "some of the experts".
ARTICLE = re.compile(r"^(?:the|an?|(?:some|many|one)(?!\s+of\b))\s+", re.IGNORECASE)


@cache
def source_lexicon() -> dict[str, Any]:
    """Read the lexicon of sources."""
    return read_lexicon(__package__, "sources.toml")


@cache
def lexicon_words(section: str, key: str = "words") -> frozenset[str]:
    """Give a list of the lexicon of sources as a set."""
    return frozenset(source_lexicon()[section][key])


PRONOUNS = lexicon_words("words", "pronouns")
EMPTY_WORDS = lexicon_words("words", "empty")
# What stands inside a person's name in small letters, and what ends it.
PARTICLES = lexicon_words("words", "particles")
NAME_ENDS = lexicon_words("words", "name_ends")
NAMES_IN_S = lexicon_words("words", "names_in_s")


def is_pronoun(source: str) -> bool:
    """Tell a pronoun from a name in capitals that looks like one ("WHO")."""
    lower = source.lower()
    return lower in PRONOUNS and not (source.isupper() and lower in lexicon_words("spelling", "capitals"))


def shown_name(canonical: str | None, printed: str | None) -> str | None:
    """Give the name of a source, or else its words as printed; None for a pronoun that stands for nobody known."""
    return canonical or (None if printed is None or is_pronoun(printed) else printed)


def states_anonymity(text: str) -> bool:
    """Tell whether a text says that a source does not want to be named."""
    lower = text.lower()
    return any(phrase in lower for phrase in source_lexicon()["anonymity"]["phrases"])


@lru_cache(maxsize=65536)
def naming(source: str | None, anonymous: bool = False) -> str:
    """Tell how a source is named: by name, by role only, with anonymity stated, or not at all.

    Args:
        source: the source as printed.
        anonymous: its sentence or the one after it states that it does not want to be named.
    """
    if not source:
        return "unattributed"
    if person_name(source):
        return "named"
    if anonymous:
        return "anonymity_stated"
    words = WORD.findall(source)
    if words[0].lower() in EMPTY_WORDS and len(words) > 1:
        # A sentence that opens with them prints them with a capital.
        words[0] = words[0].lower()
    roles = lexicon_words("roles")
    # An institution speaks by its name; "a US official" has a role only, "Iran-backed militias" are described.
    head = HEAD_END.split(source, maxsplit=1)[0].split()
    described = bool(head) and head[-1][0].islower() and (words[0].lower() in {"a", "an"} or is_plural(source))
    if described or any(word.lower() in roles for word in words) or all(word[0].islower() for word in words):
        return "role_only"
    return "named"


@cache
def known_words() -> frozenset[str]:
    """Give every word that tells a kind of actor and is no person's name."""
    words = {word for entry in source_lexicon()["actors"] for phrase in entry["words"] for word in phrase.split()}
    return frozenset(words | lexicon_words("roles_of_any")) - lexicon_words("spelling", "persons")


@lru_cache(maxsize=65536)
def person_name(source: str) -> str | None:
    """Give the person's name in a source, without titles and apposition; None for roles and institutions."""
    for part in source.split(",")[:2]:
        words = WORD_OR_SIGN.findall(part)
        run: list[str] = []
        for index, word in enumerate(words):
            lower = word.lower()
            if _is_title(words, index) or lower in lexicon_words("roles") or _is_trade(words, index):
                run = []
            elif word.isupper() and _is_rank(lower, named=bool(run)):
                # "DI Ann Lee", "Ann Lee MP", but "Upton North MP Ann Lee".
                if run and not words[index + 1 : index + 2]:
                    break
                run = []
            elif lower == "at" and not run:
                # "A doctor at Tarn Valley Hospital."
                break
            elif lower in {"a", "an", "the"}:
                continue
            elif word == "&" or word[0].isupper() or (run and lower.split("-")[0] in PARTICLES):
                run.append(word.removesuffix("’s").removesuffix("'s"))
            elif run and lower in NAME_ENDS:
                # "United States Citizenship and Immigration Services": no person.
                following = words[index + 1 : index + 2]
                run = [] if lower == "and" and following and following[0][0].isupper() else run
                break
            else:
                # "An Iraqi security official": capitals before a common noun are no name.
                run = []
        known = known_words()
        if (
            1 < len(run) < 5
            and "&" not in run
            and not any(w.lower() in known or (w.isupper() and len(w) > 1) for w in run)
            and not (words[0].lower() == "the" and words[1].lower() not in lexicon_words("titles", "with_article"))
            and run[-1].lower() not in lexicon_words("company_names")
        ):
            return " ".join(run)
    return None


def _is_title(words: list[str], index: int) -> bool:
    """Tell a title, or the rest of one: "Con" of "Asst Ch Con"."""
    word, before = words[index].lower(), words[index - 1].lower() if index else ""
    return word in lexicon_words("titles") or (word in lexicon_words("titles", "rest") and before == "ch")


def _is_rank(word: str, *, named: bool) -> bool:
    """Tell a rank in capitals before a name, or what stands behind one."""
    return word in lexicon_words("titles", "behind" if named else "capitals")


def _is_trade(words: list[str], index: int) -> bool:
    """Tell "Prosecutor" before "Ann Lee" from the surname in "Jim Farmer" and the name "Baker Hughes"."""
    following = words[index + 1 : index + 3]
    names = len(following) > 1 and all(word[0].isupper() for word in following)
    return names and words[index].lower() in lexicon_words("persons")


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """Give the words of a source that tell who it is, in lower case, full stops of abbreviations dropped."""
    words = (w.lower().replace(".", "").removesuffix("’s").removesuffix("'s") for w in WORD.findall(text))
    return tuple(word for word in words if word not in EMPTY_WORDS)


@lru_cache(maxsize=65536)
def is_told_person(source: str) -> bool:
    """Tell a person whose words say so ("Mr Lee", "the nurse Ann Lee") from a name of which only capitals tell it."""
    beside = set(content_words(source)) - set(content_words(person_name(source) or ""))
    told = lexicon_words("roles") | lexicon_words("titles") | lexicon_words("persons")
    return is_person(source) and (
        person_name(source) is None or not told.isdisjoint(beside) or bool(AGE.search(source))
    )


@lru_cache(maxsize=65536)
def is_person(source: str) -> bool:
    """Tell whether a source is one person, by a name, a title or a role in the singular."""
    if source.lower() in {"he", "she"}:
        return True
    addressed = source.partition(" ")[0].lower().rstrip(".") in lexicon_words("joint", "addresses")
    if addressed or person_name(source) is not None:
        return True
    # "Blue Anchor Lines, the owner" is none.
    name, apposition, _ = source.partition(",")
    if is_plural(source) or (apposition and name[0].isupper() and _is_company(name)):
        return False
    return not lexicon_words("roles").isdisjoint(content_words(source)) or _is_someone(source)


def _is_company(name: str) -> bool:
    """Tell a name of several words that ends as companies' names do."""
    words = WORD.findall(name)
    return len(words) > 1 and words[-1][0].isupper() and words[-1].lower() in lexicon_words("company_names")


def _is_someone(source: str) -> bool:
    """Tell one person without a name: "a worker", "one of the workers"."""
    head = head_words(source)
    if head[-1:] in (("one",), ("another",)):
        behind = HEAD_END.split(source, maxsplit=1)[1:]
        group = head_words(behind[0].strip()) if behind else ()
        return bool(group) and not {group[-1], group[-1].removesuffix("s")}.isdisjoint(
            lexicon_words("persons") | lexicon_words("roles")
        )
    # "The coast guard" is a body.
    if " ".join(head[-2:]) in lexicon_words("persons", "bodies"):
        return False
    if not head or head[-1] in lexicon_words("persons"):
        return bool(head)
    # "A surveyor": who does something, where the word is not known as a body or a document.
    return AGENT.match(source) is not None and head[-1].endswith(AGENT_ENDS) and head[-1] not in known_words()


@lru_cache(maxsize=65536)
def is_plural(source: str) -> bool:
    """Tell whether a source is several: its last word before a preposition or comma is a common noun in the plural."""
    words = WORD.findall(HEAD_END.split(source, maxsplit=1)[0])
    if not words or (words[-1][0].isupper() and len(words) > 1):
        return False
    last = words[-1].lower()
    if last in lexicon_words("joint", "plurals"):
        return True
    # "Officials" opens a sentence; "Starbucks" and "US" are names.
    known = words[-1].islower() or last in lexicon_words("roles") | known_words()
    known = known or last.removesuffix("s") in lexicon_words("persons")
    return known and last.endswith("s") and not last.endswith(("ss", "'s", "’s")) and last not in NAMES_IN_S


@lru_cache(maxsize=65536)
def head_words(source: str) -> tuple[str, ...]:
    """Give the words of a source before its first preposition or comma: "spokesman" of "spokesman for the port"."""
    return content_words(HEAD_END.split(source, maxsplit=1)[0])


def surname(name: str) -> str:
    """Give the last part of a name in lower case, without "al-"."""
    return name.split()[-1].split("-")[-1].lower() or name.lower()


@lru_cache(maxsize=65536)
def without_article(text: str) -> str:
    """Give a role or institution without article and apposition, abbreviations without full stops, spaces single."""
    text = APPOSITION.split(text, maxsplit=1)[0]
    text = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda m: m.group().replace(".", ""), " ".join(text.split()))
    text = ARTICLE.sub("", text) or text
    return _abbreviations().get(text, text)


@cache
def _abbreviations() -> dict[str, str]:
    """Give the abbreviation of each full name that is one."""
    return {full: short for short, names in source_lexicon()["abbreviations"].items() for full in names}
