"""Looks whether a profile has the shape that the register reads, before anything is hidden by it.

A name under a misspelt key, or in a list where a word should be, would silently not be hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import ProfileUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_WORDS = (
    *("name", "phone", "id_number", "wechat", "email", "address"),
    *("employer", "school", "birth_date"),
)


def check(profile: object) -> tuple[str, ...]:
    """Return the keys that nobody knows, and that are therefore not used.

    Raises `ProfileUnreadable` naming the first key that holds something of another kind than it
    should; null and a key that is missing mean that nothing is recorded.
    """
    return tuple(_object(profile, "", _WHOLE))


def _object(
    value: object, path: str, known: Mapping[str, Callable[..., Iterator[str]]]
) -> Iterator[str]:
    """Yield the unknown keys of an object, those of the objects in it too."""
    if not isinstance(value, dict):
        raise ProfileUnreadable(path)
    for key, inner in value.items():
        where = f"{path}.{key}" if path else str(key)
        if key not in known:
            yield where
        elif inner is not None:
            yield from known[key](inner, where)


def _client(value: object, path: str) -> Iterator[str]:
    return _object(value, path, _CLIENT)


def _people(value: object, path: str) -> Iterator[str]:
    if not isinstance(value, list):
        raise ProfileUnreadable(path)
    for at, one in enumerate(value):
        yield from _object(one, f"{path}[{at}]", _PERSON)


def _word(value: object, path: str) -> Iterator[str]:
    """Take a word, or a number without quotes, as a telephone number may be written."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise ProfileUnreadable(path)
    return iter(())


def _words(value: object, path: str) -> Iterator[str]:
    """Take one word or a list of them."""
    for at, one in enumerate(value if isinstance(value, list) else [value]):
        if one is not None:
            yield from _word(one, f"{path}[{at}]" if isinstance(value, list) else path)


_CLIENT = {**dict.fromkeys(_WORDS, _word), "aliases": _words}
_PERSON = {"name": _word, "relation": _word, "aliases": _words}
_WHOLE = {"client": _client, "people": _people, "places": _words, "organisations": _words}
