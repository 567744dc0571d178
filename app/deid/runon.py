"""Where a name ends: what a find ran on over is given back to the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.deid.normalise import plain
from app.deid.span import Kind, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.deid.lexicon import Lexicon
    from app.deid.span import Span

FUNCTION = frozenset(
    "的了吗呢吧啊说问讲答哭笑写发来去在是也就又把对给没不过到和跟与被让想要会能很都有叫看走住坐站回"
    "打做还才只再已着从往之后里上下时候这那我你他她它们"
)
"""Characters that follow a name and hardly ever end one."""
_PARTICLES = frozenset("的了吗呢吧啊说是不没就也又和跟被")
_WORD = 2
_FULL = 3
_GUESSED = frozenset({Layer.RULE, Layer.MODEL, Layer.PROPAGATED})


def is_particle(text: str) -> bool:
    """Return whether `text` is function words with one among them that no name has: 来了."""
    return is_function(text) and any(char in _PARTICLES for char in text)


def is_function(text: str) -> bool:
    """Return whether `text` is nothing but function words: 来了, 说. No name is."""
    return bool(text) and all(char in FUNCTION for char in text)


def _runs_on(tail: str, known: Span, lexicon: Lexicon) -> bool:
    """Return whether what stands behind a known name is language: 住, 来了, 说她想家."""
    if known.layer is not Layer.REGISTER:
        return False  # 小欧阳 may be another one's surname: 欧阳|明月
    if known.length >= _FULL and tail[:1] in FUNCTION:
        return True
    return len(tail) >= _WORD and lexicon.commonness(tail) >= _WORD


def trimmed(span: Span, known: Iterable[Span], text: str, lexicon: Lexicon) -> Span | None:
    """Return a guessed name without what it ran on over behind a known name; None if it is gone.

    `known` are the register's spans in the same original `text`.
    """
    if span.type is not Kind.PERSON or span.layer not in _GUESSED:
        return span
    for one in known:
        meets = one.type is Kind.PERSON and one.start <= span.end and span.start <= one.end
        if meets and one.end < span.end:
            begin = max(one.end, span.start)
            tail = plain(text[begin : span.end])
            if is_function(tail) or (span.start < one.end and _runs_on(tail, one, lexicon)):
                return replace(span, end=one.end) if span.start < one.end else None
    return span
