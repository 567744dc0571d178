"""How the names of this vault sound: for sorting them, and for finding them by pinyin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain import collation
from app.domain.rank import Spelt

if TYPE_CHECKING:
    from app.domain.collation import Key


def key(name: str, code: str) -> Key:
    """Return what a case is sorted by: its client's name, else its code name."""
    return collation.name_key(name or code, _sounds, person=bool(name))


def spelt(*words: str, person: bool = False) -> Spelt:
    """Return the ways words can be typed; with `person` the first of them is a person's name.

    A person's family name alone counts as typed in full: who is sought by it is called by it.
    """
    read = [
        [
            part.rstrip("12345").replace("ü", "v")
            for part in collation.syllables(word, _sounds, person=person and not at)
        ]
        for at, word in enumerate(words)
        if word
    ]
    full = ["".join(one) for one in read]
    full += ["".join(read[0][:end]) for end in range(1, len(read[0]))] if person and read else []
    full += [one.replace("v", "u") for one in full if "v" in one]
    initials = tuple("".join(part[:1] for part in one) for one in read)
    return Spelt(tuple(word for word in words if word), tuple(full), initials)


def _sounds(run: str) -> tuple[str, ...]:
    """Return the syllables of a run of Chinese characters as they are usually read."""
    # Not a cache of names: they would outlive the page that shows them.
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its tables cost 50 ms

    found = pinyin(run, style=Style.TONE3, errors=_each, neutral_tone_with_five=True)
    return tuple(one[0] for one in found)


def _each(chars: str) -> Any:  # noqa: ANN401 - what pypinyin takes for a list of readings
    """Return characters without a known sound as they are, one by one."""
    return list(chars)
