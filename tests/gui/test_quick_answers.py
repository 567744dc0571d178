"""A vault that answers before a page is shown: the keys are where the page begins all the same."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.ids import CaseId
from tests.gui.test_shell import furnished, house
from ui.page import (
    ToContacts,
    ToModeChange,
    ToNewCase,
    ToScreen,
    ToToday,
)
from ui.workspace import Workspace

__all__ = ["furnished", "house"]  # fixtures


@pytest.mark.parametrize(
    "place",
    [
        ToScreen,
        ToContacts,
        ToModeChange,
        lambda _case_id: ToNewCase(),
    ],
)
def test_no_key_is_lost_where_the_vault_is_quicker_than_the_page(house, monkeypatch, place):
    person = house.at(ToToday())
    to, desk = place(CaseId(house.case_id)), person.window.office.desk
    house.go(person, to)
    beginning = name_of(QApplication.focusWidget())
    house.go(person, ToToday())
    held = Workspace._held

    def answered(page):
        """Hold the page back until the vault has said everything."""
        desk._thread.submit(lambda: None).result()
        return held(page)

    monkeypatch.setattr(Workspace, "_held", staticmethod(answered))
    house.go(person, to)

    assert name_of(QApplication.focusWidget()) == beginning


def name_of(part):
    """Return what somebody hears who is at a part: the page itself has no name."""
    assert part is not None, "nobody has the keys"
    return type(part), part.accessibleName()
