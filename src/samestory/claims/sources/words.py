"""What a source's words tell: whether it is a person or several, and the name in it."""

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
# "The Harbour Inquiry Branch (HIB)".
SHORT_IN_BRACKETS = re.compile(r"\s\(([A-Z][\w.&]{0,8}[A-Z])\)")
AGE = re.compile(r",\s+\d{1,3}(?=,|$)")
ARTICLES = frozenset({"a", "an", "the"})
# "The 40-year-old".
YEARS_OLD = re.compile(r"[Tt]he (\d{1,3})-year-old\b")
AGENT = re.compile(r"[Aa]n?\s+[^\W\d_A-Z]")
AGENT_ENDS = ("er", "or", "ist", "eer", "man", "woman")
# "Some experts", but not "some of the experts"; "Previously the union".
ARTICLE = re.compile(r"^(?:(?:[^\W\d_]+ly\s+)?the|an?|(?:some|many|one)(?!\s+of\b))\s+", re.IGNORECASE)


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


@cache
def known_words() -> frozenset[str]:
    """Give every word that tells a kind of actor and is no person's name."""
    words = {word for entry in source_lexicon()["actors"] for phrase in entry["words"] for word in phrase.split()}
    return frozenset(words | lexicon_words("roles_of_any")) - lexicon_words("spelling", "persons")


@lru_cache(maxsize=65536)
def person_name(source: str) -> str | None:
    """Give the person's name in a source, without titles and apposition; None for roles and institutions."""
    known = known_words()
    for part in source.split(",")[:2]:
        words = WORD_OR_SIGN.findall(part)
        run, told = _name_run(words)
        if (
            1 < len(run) < 5
            and "&" not in run
            and not any(w.lower() in known or (w.isupper() and len(w) > 1) for w in run)
            and (
                told
                or not (words[0].lower() == "the" and words[1].lower() not in lexicon_words("titles", "with_article"))
            )
            and not ends_company(run[-1])
        ):
            return " ".join(run)
    return None


def _name_run(words: list[str]) -> tuple[list[str], bool]:
    """Give the last run of words that may be a person's name, and whether a title or a trade stands before it."""
    run: list[str] = []
    # "House Ways and Means", "Bank of Tarn": no name, but before a title ("… Chairman Ann Lee").
    part_of_name = told = False
    for index, word in enumerate(words):
        lower = word.lower()
        following = words[index + 1 : index + 2]
        if _is_title(words, index) or lower in lexicon_words("roles") or _is_trade(words, index):
            run, part_of_name, told = [], False, _tells_person(word)
        elif word.isupper() and _is_rank(lower, named=bool(run)):
            # "DI Ann Lee", "Ann Lee MP", but "Upton North MP Ann Lee".
            if run and not following:
                break
            run, part_of_name, told = [], False, True
        elif lower in NAME_ENDS and not run and index:
            if _is_whose(words, index):
                break
            # "Minister of information" is all there is of it.
            part_of_name = not (following and following[0].islower() and following[0] not in ARTICLES)
        elif lower in {"a", "an", "the"}:
            continue
        elif word == "&" or word[0].isupper() or (run and lower.split("-")[0] in PARTICLES):
            run.append(word.removesuffix("’s").removesuffix("'s"))
        elif run and lower in NAME_ENDS:
            # "United States Citizenship and Immigration Services": no person.
            if not (lower == "and" and following and following[0][0].isupper()):
                break
            run, part_of_name = [], True
        else:
            # "A Tarnish harbour official": capitals before a common noun are no name.
            run, told = [], False
    if part_of_name and words[0].lower() in lexicon_words("titles", "of_places") and words[1].lower() == "of":
        # "Mayor of Upton Ann Lee".
        return (run[-2:] if len(run) > 2 and run[-2].lower() not in PARTICLES else []), True
    return ([] if part_of_name else run), told


def _tells_person(word: str) -> bool:
    """Tell a title that a name stands behind ("Minister", "nurse") from one that opens bodies' names ("State")."""
    told = (lexicon_words("roles") | lexicon_words("persons")) - lexicon_words("bodies", "doers")
    return word.lower() in lexicon_words("joint", "addresses") or (word.islower() and word in told)


def _is_whose(words: list[str], index: int) -> bool:
    """Tell whether what stands behind a preposition is another's name: "a spokesman for Ann Lee".

    In "the minister of information Ann Lee" it is a field, in "Bank of Tarn" a part of a name.
    """
    before, preposition, behind = words[index - 1], words[index].lower(), words[index + 1 : index + 2]
    office = lexicon_words("roles") | lexicon_words("titles")
    if preposition == "and" or (preposition == "of" and before.lower() in office and behind and behind[0].islower()):
        return bool(behind) and preposition != "and" and behind[0].lower() in ARTICLES
    if preposition == "at":
        return True
    return before[0].islower() or (preposition != "of" and before.lower() in office)


@lru_cache(maxsize=65536)
def titled_surname(source: str) -> str | None:
    """Give the one name behind a title: "Lee" of "President Lee", "Mr. Lee, 40" and "the foreign minister Lee"."""
    words = WORD.findall(source.partition(",")[0])
    if len(words) < 2 or not words[-1][0].isupper() or words[-1].endswith(("'s", "’s")):
        return None
    last = words[-1].lower()
    unlike = known_words() | lexicon_words("roles") | lexicon_words("titles")
    if last in unlike or words[-1].isupper() or not _tells_person(words[-2]):
        return None
    return None if any(word in lexicon_words("joint", "prepositions") for word in words) else words[-1]


def is_courtesy(form: str) -> bool:
    """Tell "Mr. Lee" and "Dr Lee" from "President Lee"."""
    return form.partition(" ")[0].lower().rstrip(".") in lexicon_words("addressed", "courtesy")


def ends_company(word: str) -> bool:
    """Tell the last word of a company's name; a legal form in capitals ("SA") from a surname ("De Sa")."""
    lower = word.lower()
    return lower in lexicon_words("company_names") and (
        word.isupper() or lower not in lexicon_words("company_names", "capitals")
    )


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
    return len(words) > 1 and words[-1][0].isupper() and ends_company(words[-1])


def _is_someone(source: str) -> bool:
    """Tell one person without a name: "a worker", "one of the workers"."""
    head = head_words(source)
    if YEARS_OLD.match(source):
        return True
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
    text = SHORT_IN_BRACKETS.sub("", APPOSITION.split(text, maxsplit=1)[0])
    text = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda m: m.group().replace(".", ""), " ".join(text.split()))
    text = ARTICLE.sub("", text) or text
    return _abbreviations().get(text, text)


@cache
def _abbreviations() -> dict[str, str]:
    """Give the abbreviation of each full name that is one."""
    return {full: short for short, names in source_lexicon()["abbreviations"].items() for full in names}
