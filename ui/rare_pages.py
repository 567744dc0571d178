"""Pages that one goes to a few times a year; each is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.page import ToDestroy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.office import Office
    from ui.page import Destination, Page


def rare_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return the page of a destination, or None for one that is none of these."""
    match destination:
        case ToDestroy(case_id):
            from ui.destroy_page import DestroyScreen  # noqa: PLC0415 - see above

            return DestroyScreen(office, case_id, parent=parent)
        case _:
            return None
