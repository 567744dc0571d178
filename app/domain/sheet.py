"""A plain sheet of paper: a title, then parts of facts and sentences, worded before."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SheetPart:
    """A heading with rows of two or more cells under it, and sentences under those.

    `keys` are eight groups of a key, printed large.
    """

    heading: str = ""
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    keys: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Sheet:
    """What is printed; the title is the paper's own and names nobody.

    `large` is for who reads it in distress, or without glasses.
    """

    title: str
    subtitle: str
    parts: tuple[SheetPart, ...] = field(repr=False)
    foot: str = ""
    language: str = "zh"
    large: bool = False

    def words(self) -> list[str]:
        """Return everything that is printed."""
        found = [self.title, self.subtitle, self.foot]
        for part in self.parts:
            found += [part.heading, *part.lines, *part.keys]
            found += [cell for row in part.rows for cell in row]
        return found
