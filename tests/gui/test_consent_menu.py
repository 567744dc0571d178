"""The texts of a consent in their menu: what fits the case comes first, and the menu says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import bootstrap
from app.domain.case import ServiceMode
from app.services import consent_texts
from ui import translation
from ui.consent_menu import open_consent_menu
from ui.widgets.button import Button
from ui.widgets.card import row

REASONS = {
    ServiceMode.FACE_TO_FACE: "适合面询",
    ServiceMode.ONLINE: "适合网络咨询",
    ServiceMode.HOTLINE_GENERAL: "适合远程工作（热线、网络）",
    ServiceMode.HOTLINE_REGULAR: "适合远程工作（热线、网络）",
    ServiceMode.CRISIS: "适合远程工作（热线、网络）",
}
REMOTE = ["网络心理咨询知情同意书", "Informed consent for online counseling"]
HERE = ["心理咨询知情同意书", "Informed consent for counseling"]


@pytest.fixture
def button(qtbot, qapp):
    translation.install(qapp, "zh")
    holder = QWidget()
    made = Button("知情同意")
    holder.setLayout(row(made))
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    return made


@pytest.mark.clause("036")
@pytest.mark.parametrize("mode", ServiceMode)
def test_what_fits_the_case_stands_first_under_its_reason(qtbot, button, mode):
    taken: list[str] = []
    offers = consent_texts.offers(bootstrap.consent_templates(), mode)
    menu = open_consent_menu(button, offers, mode, taken.append)
    qtbot.waitUntil(menu.isVisible)
    lines = menu.actions()
    cut = next(at for at, one in enumerate(lines) if one.isSeparator())
    assert [lines[0].text(), lines[0].isEnabled()] == [REASONS[mode], False]
    assert REASONS[mode] in menu.accessibleName()
    first, rest = (REMOTE, HERE) if mode.remote else (HERE, REMOTE)
    assert [one.text().removesuffix("（英文版）") for one in lines[1:cut]] == first
    assert [one.text().removesuffix("（英文版）") for one in lines[cut + 2 :]] == rest
    assert [one.text().endswith("（英文版）") for one in lines[1:cut]] == [False, True]
    assert menu.activeAction() is lines[1]
    assert lines[cut + 1].text() == ("写给面询的" if mode.remote else "写给网络咨询的")
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert taken == ["online.zh" if mode.remote else "in_person.zh"]


def test_without_a_fitting_text_the_others_are_still_there(qtbot, button):
    texts = consent_texts.offers(bootstrap.consent_templates(), ServiceMode.ONLINE)
    offers = [one for one in texts if not one.fits]
    menu = open_consent_menu(button, offers, ServiceMode.ONLINE, list.append)
    qtbot.waitUntil(menu.isVisible)
    first, second = HERE
    assert [one.text() for one in menu.actions()] == ["写给面询的", first, f"{second}（英文版）"]
    menu.close()
