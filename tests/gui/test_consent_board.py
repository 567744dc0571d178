"""知情同意 over all cases: who waits for what, who has signed, beside damage and locks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.consent import ConsentState
from app.domain.errors import VaultDamaged
from app.services import case_locks, consent_board, consents
from app.services.changes import Changes, Noun
from app.services.consent_board import ToDo
from tests.gui.helpers import button, said
from ui import privacy
from ui.consent_board import ConsentBoardScreen
from ui.page import ToConsent, ToConsentBoard, ToConsents, ToConsentTexts
from ui.widgets.chip import ChoiceChip
from ui.widgets.quiet_list import ROW

ONLINE = "online.zh"


def opened(house):
    screen = ConsentBoardScreen(house.office)
    screen.went = []
    screen.wanted.connect(screen.went.append)
    return house.show(screen)


def groups(screen):
    """What is read aloud of every row, by group."""
    return {
        todo: [
            shown.model().data(shown.model().index(at), Qt.ItemDataRole.AccessibleTextRole)
            for at in range(shown.model().rowCount())
        ]
        for todo, shown in screen.lists.items()
    }


def consent(house, case):
    """A consent that was begun."""
    return house.do(lambda vault: consents.start_with(vault, house.tools, case.id, ONLINE))


def choose(house, screen, text):
    chip = next(one for one in screen.findChildren(ChoiceChip) if one.text() == text)
    house.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


@pytest.mark.clause("042")
@pytest.mark.clause("030")
def test_every_open_case_stands_in_the_group_of_what_is_to_be_done(house):
    asked = house.case("N-1", Profile(name="南星"))
    house.case("K-9", Profile(), ServiceMode.CRISIS)
    on_its_way = house.case("L-2", Profile(name="林间"))
    draft = consent(house, on_its_way)
    screen = opened(house)
    found = groups(screen)
    assert list(found) == [ToDo.NONE, ToDo.UNDERWAY, ToDo.NOT_ASKED]
    assert found[ToDo.NONE][0].startswith("南星, N-1, 还没有, ")
    assert "有空处" in found[ToDo.UNDERWAY][0]
    assert "林间" in found[ToDo.UNDERWAY][0]
    assert "K-9" in found[ToDo.NOT_ASKED][0]
    for todo, place in (
        (ToDo.UNDERWAY, ToConsent(draft.id)),
        (ToDo.NONE, ToConsents(asked.id)),
    ):
        screen.lists[todo].setFocus()
        house.qtbot.keyClick(screen.lists[todo], Qt.Key.Key_Down)
        house.qtbot.keyClick(screen.lists[todo], Qt.Key.Key_Return)
        assert screen.went[-1] == place
    assert screen.here() == ToConsentBoard()


def test_the_filter_leaves_what_waits_or_what_does_not(house):
    house.case("N-1", Profile())
    house.case("K-9", Profile(), ServiceMode.HOTLINE_GENERAL)
    screen = opened(house)
    choose(house, screen, "有事要办")
    assert list(groups(screen)) == [ToDo.NONE]
    choose(house, screen, "不用办")
    assert list(groups(screen)) == [ToDo.NOT_ASKED]


def test_an_empty_vault_and_an_empty_filter_say_so(house):
    screen = opened(house)
    assert "每个个案的知情同意会在这里" in said(screen)
    house.case("N-1", Profile())
    screen.reload(Changes.of(Noun.CASES))
    house.idle()
    assert list(groups(screen)) == [ToDo.NONE]
    choose(house, screen, "不用办")
    house.qtbot.waitUntil(lambda: "换一个筛选再看" in said(screen))


def test_it_follows_what_is_done_elsewhere_and_keeps_the_row(house):
    one = house.case("N-1", Profile())
    screen = opened(house)
    screen.lists[ToDo.NONE].setFocus()
    house.case("N-2", Profile())
    assert screen.revisit(ToConsentBoard())
    house.idle()
    assert len(groups(screen)[ToDo.NONE]) == 2
    assert screen.lists[ToDo.NONE].hasFocus()
    consent(house, one)
    screen.reload(Changes.of(Noun.CONSENTS))
    house.idle()
    assert set(groups(screen)) == {ToDo.NONE, ToDo.UNDERWAY}


@pytest.mark.clause("159")
def test_a_signed_consent_is_in_force_until_it_is_due_again(house, monkeypatch):
    case = house.case("S-1", Profile(name="石间"))
    one = consent(house, case)
    real = consent_board.standings

    def signed(vault):
        found = real(vault)
        found.consents = {case.id: ((one.id, ConsentState.SIGNED),)}
        return found

    monkeypatch.setattr(consent_board, "standings", signed)
    screen = opened(house)
    assert list(groups(screen)) == [ToDo.IN_FORCE]
    assert "有效" in groups(screen)[ToDo.IN_FORCE][0]


def test_privacy_mode_shows_codes(house):
    house.case("N-1", Profile(name="南星"))
    screen = opened(house)
    privacy.switch(to=True)
    screen.show_privacy()
    spoken = groups(screen)[ToDo.NONE][0]
    privacy.switch(to=False)
    assert "南星" not in spoken
    assert "N-1" in spoken


@pytest.mark.promise(25)
def test_a_shut_case_says_how_it_stands_and_no_more(house):
    case = house.case("N-1", Profile(name="南星"))
    consent(house, case)
    house.do(
        lambda vault: case_locks.set_password(
            vault, house.clock, case.id, "只有我 knows 这一句", recovery=True
        )
    )
    house.do(lambda vault: case_locks.shut(vault, house.clock, case.id))
    screen = opened(house)
    spoken = " ".join(groups(screen)[ToDo.UNDERWAY])
    assert "已加锁" in spoken
    assert "南星" not in spoken
    assert "N-1" not in spoken


@pytest.mark.promise(11)
def test_damage_is_named_and_the_rest_is_shown(house, monkeypatch):
    first, second = house.case("N-1", Profile()), house.case("N-2", Profile())
    consent(house, first)

    def prepare(vault):
        honest = vault.consents.get

        def broken(consent_id):
            raise VaultDamaged

        monkeypatch.setattr(vault.consents, "get", broken)
        return honest

    house.do(prepare)
    screen = opened(house)
    assert "这里可能不全" in said(screen)
    assert f"个案编号：{first.id}。" in said(screen)
    assert set(groups(screen)) == {ToDo.NONE, ToDo.UNDERWAY}
    assert str(second.id) not in screen.findChildren(ChoiceChip)[0].text()


def test_the_texts_are_one_click_away_and_a_click_opens(house):
    case = house.case("N-1", Profile())
    screen = opened(house)
    shown = screen.lists[ToDo.NONE]
    middle = shown.visualRect(shown.model().index(0)).center()
    house.qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert screen.went == [ToConsents(case.id)]
    assert shown.model().index(0).data(ROW).key == "0"
    button(screen, "同意书文本").click()
    assert screen.went[-1] == ToConsentTexts()
    assert [one.keys for one in ConsentBoardScreen.keys(screen)] == ["↑ ↓", "Tab", "Enter"]
