"""Every page with a form: what is typed outlives a lock a moment later, and a disk that is full.

One table of all of them, on a real vault that is closed and opened again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from app.domain.entry import EntryKind
from app.services import consents
from storage.preferences import JsonPreferences
from tests.gui.helpers import NASTY, PASSWORD, buttons, click, compose
from tests.gui.test_kept_pages import practice
from tests.gui.test_left_pages import disk
from ui.page import (
    ToCalendar,
    ToCaseForm,
    ToCatalogues,
    ToConsent,
    ToContacts,
    ToCourse,
    ToCrisis,
    ToDecline,
    ToEnding,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHold,
    ToIntake,
    ToMeasures,
    ToModeChange,
    ToNewCase,
    ToNote,
    ToPractice,
    ToReasons,
    ToRecordCopy,
    ToReferral,
    ToReflections,
    ToReport,
    ToRequests,
    ToRisk,
    ToSafetyPlan,
    ToScales,
    ToSuccession,
    ToSupervision,
    ToTechSheet,
    ToToday,
)
from ui.widgets.plain import PlainEdit
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.page import Destination, Page

MORE = "她说的话" * 4000  # no free page of the database holds it
NO_WORDS = {"文件密码", "年龄", "个案", "时间", "分钟", "每几次复核一次", "邮箱", "来访者所在城市",
            "来访者时区", "您所在城市", "您的时区", "请求的时间", "首次答复的时间",
            "在您这里咨询的亲属或伴侣"}  # fmt: skip
pytestmark = [pytest.mark.promise(1), pytest.mark.promise(3), pytest.mark.promise(5)]
# Each takes numbers of a case, a draft, a signed note and a consent; then what opens the form.
PLACES = {
    "new case": (lambda *_: ToNewCase(), ""),
    "form of the case": (lambda case, *_: ToCaseForm(case), ""),
    "intake": (lambda case, *_: ToIntake(case), ""),
    "decline": (lambda case, *_: ToDecline(case), ""),
    "note": (lambda _case, draft, *_: ToNote(draft), ""),
    "amendment": (lambda _case, _draft, signed, _: ToNote(signed), "写补记"),
    "reflection": (lambda case, *_: ToReflections(case), "写一篇札记"),
    "formulation": (lambda case, *_: ToFormulation(case), ""),
    "case report": (lambda case, *_: ToReport(case), ""),
    "case supervision": (lambda case, *_: ToSupervision(case), ""),
    "genogram": (lambda case, *_: ToGenogram(case), ""),
    "contact": (lambda case, *_: ToContacts(case), ""),
    "course": (lambda case, *_: ToCourse(case), ""),
    "identity talk": (lambda case, *_: ToReasons(case, EntryKind.IDENTITY_TALK), ""),
    "relation": (lambda case, *_: ToReasons(case, EntryKind.RELATION_CHECK), ""),
    "change of way": (lambda case, *_: ToModeChange(case), ""),
    "record copy": (lambda case, *_: ToRecordCopy(case), ""),
    "consent": (lambda *numbers: ToConsent(numbers[-1]), ""),
    "appointment": (lambda case, *_: ToCalendar("week", case_id=case), ""),
    "practice": (lambda *_: ToPractice("profile"), ""),
    "credential": (lambda *_: ToPractice("credential"), "登记资质"),
    "training": (lambda *_: ToPractice("training"), "记一次培训"),
    "supervision": (lambda *_: ToPractice("supervision"), "记一次督导"),
    "resource": (lambda *_: ToPractice("resource"), "添加一条"),
    "succession": (lambda *_: ToSuccession(), ""),
    "technical sheet": (lambda case, *_: ToTechSheet(case), ""),
    "measure": (lambda case, *_: ToMeasures(case), ""),
    "own scale": (lambda *_: ToScales(), "新建量表"),
    "referral": (lambda case, *_: ToReferral(case), ""),
    "closing": (lambda case, *_: ToEnding(case), ""),
    "follow-up": (lambda case, *_: ToFollowUp(case), ""),
    "catalogue": (lambda *_: ToCatalogues(), "修改：预约登记表"),
    "risk": (lambda case, *_: ToRisk(case), ""),
    "safety plan": (lambda case, *_: ToSafetyPlan(case), ""),
    "crisis": (lambda case, *_: ToCrisis(case), ""),
    "legal hold": (lambda case, *_: ToHold(case), ""),
    "request": (lambda case, *_: ToRequests(case), ""),
}


@pytest.fixture
def at(house, tmp_path, monkeypatch):
    """Show the workspace; what is refused is tried again at once."""
    for module in ("saver", "calendar_draft", "intake_page", "succession_page", "case_record",
                   "own_page", "practice_drafts", "consents"):  # fmt: skip
        name = "RETRY_MS" if module in {"saver", "consents"} else "_RETRY_MS"
        monkeypatch.setattr(f"ui.{module}.{name}", 30)
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    house.office = replace(house.office, preferences=store)
    house.do(practice("林间"))
    shown = [house.show(Workspace(house.office))]
    yield shown
    shown[0].leave()
    house.idle()


@pytest.fixture
def place(house):
    def made(kind) -> tuple[Destination, str]:
        case = house.case()
        draft, signed = house.note(case), house.note(case, signed=True)
        form = house.tools.consent_templates["online.zh"]
        consent = house.do(lambda vault: consents.start(vault, house.tools, case.id, form))
        to, opener = PLACES[kind]
        return to(case.id, draft.id, signed.id, consent.id), opener

    return made


def shown(house, space, place) -> Page:
    """Go to a page and open its form, if it is not open already."""
    to, opener = place
    space.go(to)
    house.idle()
    house.qtbot.waitUntil(lambda: space.page.isVisible() and space.page.isEnabled())
    house.idle()
    if not opener:
        house.qtbot.waitUntil(lambda: bool(fields(space.page)))
    offered = [one for one in buttons(space.page, opener) if one.isEnabled()] if opener else []
    if offered and not fields(space.page):
        click(house, space.page, opener)
        house.idle()
    return space.page


def fields(page):
    """Return what words are written into: no passwords, no numbers, no name that is chosen."""
    return [
        one
        for kind in (PlainEdit, QLineEdit)
        for one in page.findChildren(kind)
        if one.isVisible() and one.isEnabled() and not one.isReadOnly()
        if one.accessibleName() not in NO_WORDS
    ]


def words(page):
    return [one.text() for one in fields(page)]


def stand(house, space, where, typed):
    """Go to a page, and see that in its fields stands what was typed."""
    page = shown(house, space, where)
    for word in ("去填写", "查看与修改"):  # a consent that is filled in shows its document first
        for one in buttons(page, word)[:1]:
            one.click()
    house.qtbot.waitUntil(lambda: words(page) == typed, timeout=6000)


def write(page, more=""):
    """Write into every field, as an input method does, and return what stands in each."""
    for number, one in enumerate(fields(page)):
        one.setFocus()
        one.selectAll()
        long = more if isinstance(one, PlainEdit) else ""
        compose(one, commit=f"{NASTY}{number}{long}")
    assert any(NASTY in one for one in words(page))
    return words(page)


def locked_and_unlocked(house, at):
    """Lend what is typed as the lock does, close the vault, open it with the password."""
    space = at[0]
    space.leave()
    house.desk.close(lambda vault: vault.close())
    house.qtbot.waitUntil(lambda: not house.desk.waiting)
    space.close()
    opened = []
    folder = house.office.suggested_vault()
    house.desk.open(
        house.desk, lambda: house.door.open(folder, PASSWORD), opened.append, pytest.fail
    )
    house.qtbot.waitUntil(lambda: bool(opened))
    at[0] = house.show(Workspace(house.office))


@pytest.mark.parametrize("kind", PLACES)
def test_what_was_just_typed_outlives_a_lock_to_the_character(house, at, place, kind):
    where = place(kind)
    typed = write(shown(house, at[0], where))
    locked_and_unlocked(house, at)
    stand(house, at[0], where, typed)


@pytest.mark.parametrize("kind", PLACES)
def test_words_that_a_full_disk_refuses_are_come_back_to_and_kept_once_there_is_room(
    house, at, place, kind
):
    where = place(kind)
    page = shown(house, at[0], where)
    disk(house, full=True)
    typed = write(page, MORE)
    at[0].go(ToToday())
    house.idle()
    stand(house, at[0], where, typed)
    at[0].go(ToToday())
    house.idle()
    disk(house, full=False)
    house.qtbot.waitUntil(lambda: not at[0]._leaving)
    house.idle()
    stand(house, at[0], where, typed)
