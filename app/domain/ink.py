"""Whether what was drawn on a pad can be somebody's hand, or is a dot."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDE: Final = 3.0
_BEYOND: Final = 1.0  # heights of the box: a pen may slip over the edge
_LEAST: Final = 0.25  # heights of the box: a short 一, and more than a slip of the hand


def is_signature(strokes: Iterable[Sequence[tuple[float, float]]]) -> bool:
    """Return whether strokes are long enough together to be a signature (clause 042).

    Strokes are polylines in a box of width 3 and height 1. Dots have no length, however many; what
    lies beyond the box, or nowhere, no hand drew.
    """
    drawn = tuple(strokes)
    return all(map(_inside, drawn)) and sum(map(_length, drawn)) >= _LEAST


def _inside(stroke: Sequence[tuple[float, float]]) -> bool:
    """Return whether every point lies in the box, or next to it."""
    return all(
        -_BEYOND <= across <= _WIDE + _BEYOND and -_BEYOND <= down <= 1 + _BEYOND
        for across, down in stroke
    )


def _length(stroke: Sequence[tuple[float, float]]) -> float:
    """Return how long a polyline is, in heights of the box."""
    return sum(hypot(then[0] - here[0], then[1] - here[1]) for here, then in pairwise(stroke))
