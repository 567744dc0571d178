"""Bad input through the window, with real parts: a spoilt vault, a shut folder, odd characters."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app import bootstrap
from app.domain.preferences import Preferences
from app.domain.session import SessionTime
from app.services import consents, notes
from storage import migrations
from storage.files import FileShelf
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui.helpers import FULL, NASTY, NOW, PASSWORD, Clock, write
from ui.consents import ConsentScreen
from ui.notes import NoteScreen
from ui.office import Office
from ui.unlock import DoorScreen
from ui.widgets.banner import Banner
from ui.widgets.plain import PlainEdit

PAGE = 4096


def contents(place):
    """The bytes of the files that hold a vault."""
    kept = {"vault.lock", "vault.tries", "vault.holder"}
    return {
        one.name: one.read_bytes()
        for one in place.rglob("*")
        if one.is_file() and one.name not in kept
    }


@pytest.fixture
def shut(house, tmp_path):
    """A closed vault with a signed note in it, and the real door in front of it."""
    house.note(house.case(), "谈到睡眠。" * 3000, signed=True)
    house.end()
    house.end = lambda: None
    clock, place = Clock(), tmp_path / "vault"
    door = FolderDoor(clock)
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    store.save(Preferences(language="zh", vault=str(place)))
    return SimpleNamespace(clock=clock, door=door, place=place, store=store)


def try_to_open(qtbot, desk, shut):
    """Type the right password at the door; return what the banner says."""
    tools = SimpleNamespace(clock=shut.clock)
    office = Office(desk, lambda: shut.door, lambda: tools, shut.store, lambda: shut.place, None)
    screen = DoorScreen(office, shut.place, "", "")
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    line = next(one for one in screen.findChildren(QLineEdit) if one.accessibleName() == "密码")
    line.setText(PASSWORD)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    shown = lambda: [one for one in screen.findChildren(Banner) if one.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(shown()))
    (banner,) = shown()
    return banner.accessibleName()


@pytest.mark.promise(12)
@pytest.mark.parametrize(
    "spoil",
    [
        lambda good: b"",
        lambda good: good[: PAGE * 2],
        lambda good: bytes([good[0] ^ 1]) + good[1:],
    ],
    ids=["empty", "cut", "salt"],
)
def test_a_damaged_database_is_a_clear_sentence_and_nothing_is_overwritten(
    qtbot, desk, shut, spoil
):
    file = shut.place / "vault.db"
    file.write_bytes(spoil(file.read_bytes()))
    before = contents(shut.place)
    assert try_to_open(qtbot, desk, shut) == "保险库的数据有损坏，密码是对的。"
    assert contents(shut.place) == before


@pytest.mark.promise(15)
def test_a_vault_of_a_newer_program_is_refused_and_unchanged(qtbot, desk, shut):
    one = shut.door.open(shut.place, PASSWORD).vault
    known = migrations.version(one.connection)
    one.connection.execute(f"PRAGMA user_version = {known + 1}")
    one.close()
    before = contents(shut.place)
    said = try_to_open(qtbot, desk, shut)
    assert said.startswith("这个保险库是更新版本的心匣做的")
    assert contents(shut.place) == before


@pytest.fixture
def read_only():
    """Makes a folder one that nobody may write in, the system's own way, until the test ends."""
    mounted = []

    def close(place):
        if os.geteuid():
            place.chmod(0o500)
            return
        if not shutil.which("mount"):
            pytest.skip("this computer cannot mount")
        first = subprocess.run(["mount", "--bind", place, place], check=False, capture_output=True)
        if first.returncode:
            pytest.skip("this computer lets nobody mount")
        mounted.append(place)
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)

    yield close
    for place in mounted:
        subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.promise(3)
def test_a_vault_in_a_folder_that_may_not_be_written_is_said_and_unchanged(
    qtbot, desk, shut, read_only
):
    before = contents(shut.place)
    read_only(shut.place)
    assert try_to_open(qtbot, desk, shut) == "这里不让写。"
    assert contents(shut.place) == before


# Odd characters in every field. The forms of a case and of the practice have tests of their own.


def test_every_section_of_a_structured_note_keeps_every_character(house, qtbot):
    case = house.case()

    def start(vault):
        template = house.tools.note_templates["structured"]
        return notes.start(vault, house.clock, case.id, SessionTime(NOW), template)

    note = house.do(start)
    screen = house.show(NoteScreen(house.office, note.id, None, quiet_ms=20))
    qtbot.waitUntil(lambda: len(screen.findChildren(PlainEdit)) > 5)
    house.idle()
    typed = {}
    for at, edit in enumerate(
        one for one in screen.findChildren(PlainEdit) if not one.isReadOnly()
    ):
        typed[edit.accessibleName()] = f"{NASTY}{at}\n末尾 "
        write(edit, typed[edit.accessibleName()])
    screen.leave()
    house.idle()
    body = house.do(lambda vault: vault.notes.get(note.id)).body
    kept = {part.title: part.text for part in body.parts}
    assert len(kept) == len(house.tools.note_templates["structured"].parts)
    assert {title: typed[title] for title in kept} == kept


def test_every_blank_of_a_consent_form_keeps_every_character(house, qtbot):
    house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
    case = house.case("H-017", FULL)
    template = house.tools.consent_templates["online.zh"]
    consent = house.do(lambda vault: consents.start(vault, house.tools, case.id, template))
    page = house.show(ConsentScreen(house.office, consent.id))
    typed = []
    for part in page.findChildren(QLineEdit):
        if part.isVisible() and not part.isReadOnly():
            typed.append(f"{NASTY}{len(typed)}")
            part.selectAll()
            part.insert(typed[-1])
    for part in page.findChildren(PlainEdit):
        if part.isVisible() and not part.isReadOnly():
            typed.append(f"{NASTY}{len(typed)}\n末尾 ")
            part.selectAll()
            write(part, typed[-1])
    page.leave()
    house.idle()
    written = house.do(lambda vault: vault.consents.get(consent.id))
    talked = (written.talk.questions, written.talk.own_words, written.talk.process)
    assert len(typed) == len(template.facts) + 3
    assert sorted([*written.draft.facts.values(), *talked]) == sorted(typed)
