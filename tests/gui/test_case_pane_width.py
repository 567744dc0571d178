"""The pane beside a case keeps its width, whatever stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from app.domain.client import EmergencyContact, Profile
from ui.cases import CasesScreen
from ui.widgets.chip import StateChip


def test_a_long_state_goes_below_its_title_instead_of_out_of_the_pane(house, monkeypatch):
    words = "Not yet asked whether they may be told"
    monkeypatch.setattr("ui.case_pane.CasePane._may", lambda *_: StateChip(words, "mid", "ban"))
    profile = Profile(name="禾木", emergency=EmergencyContact("禾苗", "妹妹", "13900001111"))
    screen = house.show(CasesScreen(house.office, house.case(profile=profile).id))
    screen.resize(1224, 800)
    house.qtbot.waitUntil(lambda: bool(screen.pane.findChildren(StateChip)))
    area = screen.pane.findChildren(QScrollArea)[0]
    house.qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
