"""On what something may be told, in words: the exceptions to confidentiality, with editions."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.domain.data_word import data_word
from app.domain.disclosure import Basis

_word: Final = partial(data_word, "the list of exceptions")


@dataclass(frozen=True)
class BasisText:
    """A basis in words; `source` names the edition that it comes from (clauses 017, 109)."""

    basis: Basis
    title: str
    about: str
    source: str


@dataclass(frozen=True)
class DisclosureText:
    """The exceptions of an edition, in one language, in their order."""

    edition: str
    language: str
    bases: tuple[BasisText, ...]

    def of(self, basis: Basis) -> BasisText:
        """Return a basis in words."""
        return next(one for one in self.bases if one.basis is basis)


def load_disclosure_text(text: str) -> DisclosureText:
    """Return the list that the TOML in `text` describes.

    It has `edition`, `language` and, for every basis, `[[bases]]` with `key`, `title`, `about` and
    `source`. Raises ValueError, in one sentence, where something is missing.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"the list of exceptions cannot be read: {error}") from error
    edition, language = _word(raw, "edition"), _word(raw, "language")
    found = tuple(
        BasisText(
            Basis(_word(one, "key")), _word(one, "title"), _word(one, "about"), _word(one, "source")
        )
        for one in raw.get("bases", ())
    )
    if {one.basis for one in found} != set(Basis) or len(found) != len(Basis):
        raise ValueError(f"the list of exceptions in {language} lacks one, or says one twice")
    return DisclosureText(edition, language, found)
