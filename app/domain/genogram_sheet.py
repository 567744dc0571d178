"""A genogram as it goes on paper: the drawing, what its signs mean, and all of it in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.genogram_figure import Figure


@dataclass(frozen=True)
class GenogramSheet:
    """What is printed; the title is the paper's own and names nobody."""

    title: str
    subtitle: str
    figure: Figure = field(repr=False)
    key: tuple[str, ...]
    heading: str
    lines: tuple[str, ...] = field(repr=False)
    foot: str = ""
    language: str = "zh"

    def words(self) -> list[str]:
        """Return everything that is printed."""
        found = [self.title, self.subtitle, self.heading, self.foot, *self.key, *self.lines]
        for one in self.figure.words:
            found += [one.name, one.more]
        return found
