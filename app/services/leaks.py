"""The last look before a summary leaves: what of the register still stands in it.

Two looks, because each sees what the other cannot. The first is at the words she decided on: it
knows every place, so what she kept is excepted at just that place. The second is at the bytes
that were made, where places are lost: there only the very surfaces that the first look let pass
are let pass, and the recipient's name only where the paper prints the recipient.

A name that is an ordinary word as well (开心) is looked for in what she read, not in what was made:
it may leave if she decided on that very place, and only then.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.domain.errors import LeakFound
from app.domain.review import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.deid.leakcheck import RegisterHit
    from app.deid.lexicon import Lexicon
    from app.deid.register import Register
    from app.domain.review import Passage, Review
    from app.domain.summary import DeidentifiedSummary

PURPOSE, NAME, TEXT, WORD = "purpose", "name", "text", "word"
_CUT = "\ue0ff"
"""Stands for the recipient while a file is read: no letter, so that no word grows across it."""


class LeakCheck:
    """Looks for the words of one register."""

    def __init__(self, register: Register, lexicon: Lexicon) -> None:
        """Look for what `register` knows; `lexicon` tells names from words."""
        self._register = register
        self._lexicon = lexicon

    def words(self, review: Review, summary: DeidentifiedSummary) -> frozenset[str]:
        """Return the surfaces of the register that she chose to keep in the passages.

        Raises `LeakFound` when the purpose holds a word of the register, or a passage holds one
        in a place that she did not keep, or one that is an ordinary word as well and was never
        decided on.
        """
        self._refuse(PURPOSE, self._every([summary.purpose]))
        kept: set[str] = set()
        left: list[RegisterHit] = []
        words: list[RegisterHit] = []
        for passage in review.passages:
            places = _kept_places(passage)
            words += (
                hit
                for hit in self._every([passage.original])
                if hit.check and not _is_decided(hit, passage)
            )
            for hit in self._hits([passage.result()]):
                if any(start <= hit.start and hit.end <= end for start, end in places):
                    kept.add(_bare(hit.surface))
                else:
                    left.append(hit)
        self._refuse(TEXT, left)
        self._refuse(WORD, words)
        return frozenset(kept)

    def file(
        self, name: str, words: Sequence[str], summary: DeidentifiedSummary, kept: frozenset[str]
    ) -> None:
        """Look at a made file: its name, and every word that can be read out of its bytes.

        Raises `LeakFound`.
        """
        self._refuse(NAME, self._hits([name]))
        lines = _without_recipient(words, summary)
        self._refuse(TEXT, (one for one in self._hits(lines) if _bare(one.surface) not in kept))

    def _hits(self, lines: Sequence[str]) -> Iterator[RegisterHit]:
        """Yield what can be nothing else: no name that is an ordinary word as well."""
        return (hit for hit in self._every(lines) if not hit.check)

    def _every(self, lines: Sequence[str]) -> list[RegisterHit]:
        """Return every name of the register, those that are ordinary words among them."""
        from app.deid.leakcheck import register_hits  # noqa: PLC0415 - start-up does not pay for it

        return register_hits(lines, self._register, self._lexicon)

    @staticmethod
    def _refuse(where: str, hits: Iterable[RegisterHit]) -> None:
        """Raise `LeakFound` if there is a hit. What stands in another word counts once."""
        surfaces = {_bare(hit.surface) for hit in hits}
        whole = [one for one in surfaces if not any(one in other for other in surfaces - {one})]
        if whole:
            raise LeakFound(len(whole), where)


def _bare(surface: str) -> str:
    """Return a surface without the line ends and spaces that a page puts into it."""
    return re.sub(r"\s+", "", surface)


def _is_decided(hit: RegisterHit, passage: Passage) -> bool:
    """Return whether she decided on a place of the original: on all of it, or to hide a part."""
    marks = [one for one in passage.spans if one.start < hit.end and hit.start < one.end]
    if any(one.decision is not Decision.KEEP for one in marks):
        return True
    return all(
        any(one.start <= at < one.end for one in marks)
        for at in range(hit.start, hit.end)
        if passage.original[at].isalnum()
    )


def _kept_places(passage: Passage) -> list[tuple[int, int]]:
    """Return where, in the text that leaves, the places stand that she chose to keep."""
    places, shift = [], 0
    for mark in passage.spans:
        if mark.decision is Decision.KEEP:
            places.append((mark.start + shift, mark.end + shift))
        else:
            shift += len(mark.replacement) - (mark.end - mark.start)
    return places


def _without_recipient(words: Sequence[str], summary: DeidentifiedSummary) -> list[str]:
    """Return the lines without the recipient where the paper itself prints the recipient.

    That is behind its label and, across each page, before the number; a line end may cut it, and
    what reads a file may read a word twice in a row.
    """
    text = "\n".join(words)
    if not summary.recipient:
        return text.split("\n")
    name, number = _stretched(summary.recipient), _stretched(summary.number)
    label = _stretched(summary.labels["recipient"])
    text = re.sub(rf"({label})[\s：:]*(?:{name}\s*)+", rf"\1{_CUT}\n", text)
    return re.sub(rf"{name}(?=\s*{number})", _CUT, text).split("\n")


def _stretched(text: str) -> str:
    """Return a pattern for `text` with white space anywhere between its characters."""
    return r"\s*".join(re.escape(char) for char in _bare(text))
