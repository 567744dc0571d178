"""A canvas on which the pages of a paper are counted."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas


class Counting(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas for which nothing need be drawn, and which writes nothing in the end."""

    def save(self) -> None:
        """Write nothing."""
