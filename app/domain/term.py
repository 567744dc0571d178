"""What she calls the person who comes: one word of three, said wherever the program speaks.

The hotline code says 求助者, the code of 2018 寻求专业服务者, most counselors 来访者. The words of
the program are written with 来访者 and "client"; another word takes their place on the way out.
What she or a client wrote never passes here, and neither does a quoted clause.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping


class Term(Enum):
    """Which word is said."""

    CLIENT = "client"
    CALLER = "caller"
    SEEKER = "seeker"


CHINESE: Final[Mapping[Term, str]] = {
    Term.CLIENT: "来访者",
    Term.CALLER: "求助者",
    Term.SEEKER: "寻求专业服务者",
}
ENGLISH: Final[Mapping[Term, str]] = {
    Term.CLIENT: "client",
    Term.CALLER: "caller",
    Term.SEEKER: "help-seeker",
}
_Words = TypeVar("_Words")


def term_of(word: str) -> Term:
    """Return the term of a stored word; 来访者 for a word that is none."""
    return next((one for one in Term if one.value == word), Term.CLIENT)


@cache
def _used() -> re.Pattern[str]:
    """Return how the word stands where it may be another; made when another is first asked for.

    来访者中心 is the name of a school; in quotation marks the word itself is meant.
    """
    return re.compile(
        '(?P<mentioned>「来访者」|["“]clients?["”])|来访者(?!中心)'
        r"|(?<![\w{/.-])(?P<english>client)(?P<more>s?)(?![\w}-])",
        re.IGNORECASE | re.ASCII,
    )


def spoken(text: str, term: Term) -> str:
    """Return a text of the program, Chinese or English, with the word of `term` in it."""
    if term is Term.CLIENT:
        return text

    def word(found: re.Match[str]) -> str:
        if found["mentioned"]:
            return found[0]
        if not found["english"]:
            return CHINESE[term]
        english = ENGLISH[term] + found["more"]
        return english[0].upper() + english[1:] if found["english"][0] == "C" else english

    return _used().sub(word, text)


def spoken_whole(value: _Words, term: Term) -> _Words:
    """Return words read from a data file with the word of `term` wherever a text stands in them.

    Data classes, tuples, lists and mappings are gone through; keys stay, and so does a text that
    is written as a key is (`client_name`).
    """
    return value if term is Term.CLIENT else _whole(value, term)


def _whole(value: Any, term: Term) -> Any:  # noqa: ANN401 - any words
    if isinstance(value, str):
        return value if _is_key(value) else spoken(value, term)
    if isinstance(value, tuple | list):
        return type(value)(_whole(one, term) for one in value)
    if isinstance(value, dict):
        return {key: _whole(one, term) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        words = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
        return replace(value, **{name: _whole(one, term) for name, one in words.items()})
    return value


def _is_key(text: str) -> bool:
    return text.isascii() and text.isidentifier() and text.islower()
