"""How likely a candidate is a person's name: a logistic regression over its evidence."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIMIT = 30.0


@dataclass(frozen=True)
class Scorer:
    """Weights, the last one for the constant."""

    weights: tuple[float, ...] = field(repr=False)

    @staticmethod
    def from_text(text: str) -> Scorer:
        """Read one weight a line."""
        return Scorer(tuple(float(line) for line in text.split()))

    def score(self, features: Sequence[float]) -> float:
        """Return a probability."""
        pairs = zip(self.weights, (*features, 1.0), strict=True)
        total = sum(weight * value for weight, value in pairs)
        return 1 / (1 + math.exp(-max(-_LIMIT, min(_LIMIT, total))))
