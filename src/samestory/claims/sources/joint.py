"""Several sources that speak together: "police and witnesses", "Ann Lee and Bo Dahl", "Apex, Brill and Cone".

What "and" joins are two sources where each can stand alone. It joins parts of one name in "Securities and Exchange
Commission", two adjectives of one noun in "US and Iraqi officials", two titles of one person in "chairman and chief
executive Ann Lee", and what stands behind a preposition in "officials in Iraq and Syria".
"""

import re
from functools import lru_cache
from itertools import pairwise

from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import is_plural, lexicon_words, person_name

AND = re.compile(r",?\s+and\s+")
COMMA = re.compile(r",\s+")
WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")


@lru_cache(maxsize=65536)
def single_sources(source: str) -> tuple[str, ...]:
    """Give the sources that speak together, as printed and in their order; one source is given whole."""
    if " and " not in source:
        return (source,)
    words = WORD.findall(source)
    body = source[len(words[0]) :].lstrip() if words and words[0].lower() == "both" else source
    first, *rest = AND.split(body)
    found = [first]
    for piece in rest:
        if _stands_alone(found[-1], piece):
            found.append(piece)
        else:
            found[-1] = f"{found[-1]} and {piece}"
    found = [*_listed(found[0]), *found[1:]] if len(found) > 1 else found
    singles = [piece for piece in found if piece.lower() not in lexicon_words("joint", "others")]
    return tuple(singles) if len(found) > 1 and singles else (source,)


def _listed(left: str) -> list[str]:
    """Divide "Apex, Brill" of "Apex, Brill and Cone"; an apposition ("Ann Lee, the mayor") is left whole."""
    pieces = COMMA.split(left)
    if all(is_plural(piece) for piece in pieces):
        return pieces
    names = all(piece and all(word[0].isupper() for word in WORD.findall(piece)) for piece in pieces)
    return pieces if names else [left]


def _stands_alone(left: str, right: str) -> bool:
    """Tell whether what stands right of "and" is a source beside what stands left of it."""
    before, after = WORD.findall(left), WORD.findall(COMMA.split(right)[0])
    if not before or not after or any(word.lower() in lexicon_words("joint", "prepositions") for word in before):
        return False
    if "," in left and len(_listed(left)) == 1:
        return False
    if after[0].lower() in lexicon_words("joint", "determiners"):
        return before[0].lower() in lexicon_words("joint", "determiners") or before[-1][0].isupper() or is_plural(left)
    roles = lexicon_words("roles")
    titled = any(a.lower() in roles and b[0].isupper() for a, b in pairwise(after))
    if titled and after[0][0].islower() and before[-1][0].isupper():
        return True
    if before[-1][0].islower() or after[-1][0].islower():
        determined = before[0].lower() in lexicon_words("joint", "determiners")
        named = person_name(left) is not None and not determined
        return (named or is_plural(left)) and is_plural(" ".join(after))
    return _are_two_names(left, before, right, after)


def _are_two_names(left: str, before: list[str], right: str, after: list[str]) -> bool:
    """Tell two names in capitals from one name with "and" in it, and from two titles of one person."""
    roles, titles = lexicon_words("roles"), lexicon_words("titles")
    addressed = len(before) > 1 and before[-2].lower().rstrip(".") in lexicon_words("joint", "addresses")
    if before[-1].lower() in roles | titles and not addressed and not is_plural(left):
        return False
    institutions = lexicon_words("joint", "institutions")
    if any(word.lower() in institutions for word in after) and not any(word.lower() in institutions for word in before):
        return False
    # "Upton’s Energy and Mines Minister Ann Lee": two parts of one title.
    titled = any(word.lower() in roles for word in after[1:])
    if before == after or (titled and any(word.endswith(("’s", "'s")) for word in before)):
        return False
    if person_name(left) is not None:
        return True
    if (titled and len(before) > 1) or before[0].lower() == "the":
        return actor_type(left) != "unknown" and actor_type(right) != "unknown"
    return True
