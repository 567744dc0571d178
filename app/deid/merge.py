"""Overlapping finds made into one clean row of spans; what one layer covers stays covered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.deid.span import Kind, Layer, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_RANK = {
    Layer.IDENTIFIER: 0,
    Layer.REGISTER: 1,
    Layer.REGISTER_CHECK: 2,
    Layer.RULE: 3,
    Layer.MODEL: 4,
    Layer.PROPAGATED: 5,
}
_KIND_RANK = {Kind.ADDRESS: 0, Kind.EMAIL: 1, Kind.URL: 2, Kind.ID_NUMBER: 3, Kind.BANK: 4}
_ENGULFING = frozenset({Kind.ADDRESS, Kind.EMAIL, Kind.URL, Kind.ACCOUNT, Kind.ORG, Kind.LOCATION})


_GUESSED = frozenset({Layer.RULE, Layer.MODEL, Layer.PROPAGATED})
_FULL = 3
_RUN_ON = 2


def _order(span: Span) -> tuple[int, int, int, int]:
    return (_RANK[span.layer], _KIND_RANK.get(span.type, 9), -span.length, span.start)


def _may_engulf(outer: Span, inner: Span) -> bool:
    """Return whether the longer of two says more: a full name, a company called after a person."""
    if outer.type is inner.type:
        return True
    if outer.type is Kind.LOCATION:
        return inner.type is Kind.LOCATION
    return outer.type in _ENGULFING


def _trails(span: Span, known: Span) -> bool:
    """Return whether the model only ran on behind a full name of the register (林晓禾|说)."""
    return (
        known.layer is Layer.REGISTER
        and span.layer in _GUESSED
        and span.type is known.type is Kind.PERSON
        and span.start == known.start
        and known.length >= _FULL
        and span.end - known.end <= _RUN_ON
    )


def merge(found: Iterable[Span], text: str) -> list[Span]:
    """Return spans without overlap, in order; every character of a find stays in some span."""
    placed: list[Span] = []
    for span in sorted(found, key=_order):
        clashing = [other for other in placed if other.overlaps(span)]
        if any(other.contains(span) or _trails(span, other) for other in clashing):
            continue
        if all(span.contains(other) and _may_engulf(span, other) for other in clashing):
            for other in clashing:
                placed.remove(other)
            placed.append(_heir(span, clashing))
        else:
            placed.extend(_pieces(span, clashing, text))
    return sorted(placed, key=lambda s: s.start)


def _heir(span: Span, inner: list[Span]) -> Span:
    """Return the longer span, knowing what the shorter ones of its kind knew."""
    known = next((s for s in inner if s.type is span.type and s.role), None)
    if known is None:
        return span
    return replace(span, entity=known.entity, role=known.role, layer=known.layer)


def _pieces(span: Span, clashing: list[Span], text: str) -> list[Span]:
    """Return what the others leave of `span`."""
    pieces, at = [], span.start
    for other in sorted(clashing, key=lambda s: s.start):
        if other.start > at:
            pieces.append((at, other.start))
        at = max(at, other.end)
    if at < span.end:
        pieces.append((at, span.end))
    return [
        replace(span, start=start, end=end)
        for start, end in pieces
        if any(char.isalnum() for char in text[start:end])
    ]
