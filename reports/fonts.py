"""The fonts on paper, and what of a text can stand there.

Text on paper must be real, embedded, selectable Chinese: TrueType outlines (reportlab embeds no
CFF), subset at writing. A character that one font lacks is set from the next; one that all lack
is refused before anything is printed, never printed as a box.
"""

from __future__ import annotations

import io
import lzma
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.domain.errors import GlyphsMissing
from resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

SERIF: Final = "NotoSerifSC_400Regular"
SERIF_BOLD: Final = "NotoSerifSC_700Bold"
SANS: Final = "NotoSansSC_400Regular"
SANS_MEDIUM: Final = "NotoSansSC_500Medium"
# The rare one comes last: 30 MB, compressed, read only when a character is in no other font.
RARE: Final = "XinxiaRare"
_NEXT: Final = {
    SERIF: (SANS, RARE),
    SERIF_BOLD: (SANS_MEDIUM, SERIF, RARE),
    SANS: (SERIF, RARE),
    SANS_MEDIUM: (SERIF_BOLD, SANS, RARE),
}
_SPACES: Final = {"\t": " ", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n", "\r": ""}
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@cache
def font(name: str) -> TTFont:
    """Return a font, read and registered once."""
    if name == RARE:
        data = lzma.decompress(resource(f"fonts/{name}.ttf.xz").read_bytes())
    else:
        data = resource(f"fonts/{name}.ttf").read_bytes()
    made = TTFont(name, io.BytesIO(data))
    pdfmetrics.registerFont(made)
    return made


def printable(text: str) -> str:
    """Return the text as it can stand on paper.

    Controls of writing direction, joiners, zero-width marks and variation selectors are left
    out: they are invisible, and on paper they can only make a line read as something else than
    was typed, or hide a name from a search. The vault keeps them.
    """
    return "".join(map(_on_paper, text))


@cache
def _on_paper(char: str) -> str:
    """Return what a character is on paper: itself, a space, a new line, or nothing."""
    stands = _SPACES.get(char, char)
    hidden = unicodedata.category(stands[:1] or " ") in ("Cc", "Cf") or any(
        ord(char) in block for block in _SELECTORS
    )
    return "" if hidden and stands != "\n" else stands


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise `GlyphsMissing` with every character that no font of ours holds."""
    missing: dict[str, None] = {}
    for text in texts:
        for char in printable(text):
            if char != "\n" and not font_for(char, SERIF):
                missing[char] = None
    if missing:
        raise GlyphsMissing("".join(missing))


@cache
def font_for(char: str, name: str) -> str:
    """Return the first font that holds a character, `name` before the others, or nothing."""
    for candidate in (name, *_NEXT[name]):
        if ord(char) in font(candidate).face.charToGlyph:
            return candidate
    return ""


def width(char: str, name: str, size: float) -> float:
    """Return how wide a character is in a font, in points."""
    return float(font(name).stringWidth(char, size))
