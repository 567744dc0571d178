"""The scales that are shipped, read from data; a broken file is refused in one sentence."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.data_word import data_word
from app.domain.scale import Scale, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_word: Final = partial(data_word, "a scale")
_WORDS: Final = (
    "key", "edition", "language", "name", "title", "instruction", "source", "licence",
)  # fmt: skip
_PARTS: Final[dict[str, dict[str, type]]] = {
    "options": {"value": int, "text": str},
    "items": {"key": str, "text": str},
    "bands": {"least": int, "most": int, "grade": int, "text": str},
}


def load_scale(text: str) -> Scale:
    """Return the scale that the TOML in `text` describes.

    It has the words `key`, `edition`, `language`, `name`, `title`, `instruction`, `source` and
    `licence`, the lists `options`, `items` and `bands`, and perhaps the other fields of `Scale`.
    Raises ValueError, in one sentence that names the scale, where something is missing, said twice
    or does not fit: a wrong score is worse than none.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"a scale cannot be read: {error}") from error
    for name in _WORDS:
        _word(raw, name)
    for name, fields in _PARTS.items():
        _check_parts(raw, name, fields)
    unknown = set(raw) - set(Scale.__dataclass_fields__)
    if unknown:
        raise _broken(raw, f"nobody knows what {min(unknown)} is")
    try:
        made = scale_of(raw)
    except TypeError as error:
        raise _broken(raw, f"a part of it is not as it should be ({error})") from error
    wrong = next(iter(_faults(made)), "")
    if wrong:
        raise _broken(raw, wrong)
    return made


def _check_parts(raw: dict[str, Any], name: str, fields: dict[str, type]) -> None:
    """Raise ValueError unless a list is there and each of its parts has these fields."""
    parts = raw.get(name)
    if not isinstance(parts, list) or not parts:
        raise _broken(raw, f"it lacks {name}")
    for part in parts:
        for field, kind in fields.items():
            value = part.get(field) if isinstance(part, dict) else None
            if type(value) is not kind or value == "":
                raise _broken(raw, f"one of its {name} lacks {field}")


def _broken(raw: dict[str, Any], why: str) -> ValueError:
    return ValueError(f"the scale {raw['key']} ({raw['language']}) is refused: {why}")


def _faults(made: Scale) -> Iterable[str]:
    """Yield what does not fit."""
    keys = [one.key for one in made.items]
    values = [one.value for one in made.options]
    if len(set(keys)) < len(keys) or len(set(values)) < len(values):
        yield "two of its items or options are the same"
    if made.alert and made.alert not in keys:
        yield "its alert names an item that it does not have"
    if made.missing and not made.missing_source:
        yield "it makes up for open answers and names no source"
    if not 0 <= made.missing < len(keys):
        yield "it makes up for more open answers than it can"
    if bool(made.closing) is not bool(made.closing_options):
        yield "its last question and the answers to it do not go together"
    if [score for one in made.bands for score in range(one.least, one.most + 1)] != list(
        range(made.least, made.most + 1)
    ):
        yield "its bands leave a score out, or take one twice"
    if made.reliable and not (0 < made.reliable.reliability < 1 and made.reliable.sd > 0):
        yield "its reliability or standard deviation cannot be"
