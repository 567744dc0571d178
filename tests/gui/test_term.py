"""As a counselor who calls the people she sees otherwise: she chooses it, and reads it all over."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtWidgets import QTextEdit

from app import bootstrap, demo
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.preferences import Preferences
from app.domain.session import SessionTime
from app.domain.term import Term
from app.services import cases, consent_proof, consents, notes
from app.services.spoken_tools import SpokenTools
from resources import resource
from storage import keys
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui.helpers import NOW, Clock, the_one
from tests.journeys.person import Person
from tests.made import PASSWORD
from ui import translation
from ui.help_text import HelpText
from ui.help_topics import CLAUSES, clause, topics
from ui.office import Office
from ui.page import ToCaseForm, ToCases, ToConsent, ToHelp, ToNote, ToSettings, ToToday
from ui.shell import Shell
from ui.tasks import Desk
from ui.term_catalogue import in_term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.ports import OpenVault
    from ui.page import Destination

WORDS = "来访者说：来访者这个词不顺口。A client said so."
PROFILE = Profile(
    name="许清岚",
    place=Place("温哥华", "America/Vancouver"),
    counselor_place=Place("杭州", "Asia/Shanghai"),
)


@pytest.fixture(autouse=True)
def usual(qapp) -> Iterator[None]:
    """Say the usual word before and afterwards."""
    translation.install(qapp, "zh")
    yield
    translation.call("client")
    translation.install(qapp, "zh")


@dataclass
class Seat:
    """A vault with a note and two consents of before, and somebody at its window."""

    person: Person
    office: Office
    place: Path
    case_id: int
    note: int
    draft: int
    signed: int

    def go(self, destination: Destination) -> None:
        self.person.window.workspace.go(destination)
        self.rest()

    def rest(self) -> None:
        self.person.wait(lambda: not self.office.desk.waiting)

    def choose(self, word: str, shown: str) -> None:
        """Choose a word in the settings, and wait until the window says it there."""
        self.go(ToSettings())
        self.person.click(word)
        self.person.wait_for(shown)
        self.rest()

    def do(self, work):
        found: list[object] = []
        self.office.desk.do(self.office.desk, work, found.append, pytest.fail)
        self.person.wait(lambda: bool(found))
        return found[0]


def _filled(vault: OpenVault, tools, clock) -> tuple[int, int, int, int]:
    case = cases.open_case(vault, clock, "青空", ServiceMode.ONLINE, PROFILE)
    note = notes.start(vault, clock, case.id, SessionTime(NOW), tools.note_templates["free"])
    part = replace(note.body.parts[0], text=WORDS)
    notes.save_draft(vault, clock, note.id, replace(note.body, parts=(part,)))
    draft = consents.start(vault, tools, case.id, tools.consent_templates["online.zh"]).id
    return case.id, note.id, draft, demo.sign_consent(vault, tools, case.id)


@pytest.fixture
def seat(qtbot, qapp, tmp_path, made_vault) -> Iterator[Seat]:
    clock, place = Clock(), tmp_path / "咨询室"
    shutil.copytree(made_vault.place, place)
    door = FolderDoor(clock, lambda: keys.FLOOR)
    plain = replace(bootstrap.tools(), clock=clock)
    vault = door.open(place, PASSWORD).vault
    made = _filled(vault, plain, clock)
    vault.close()
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    store.save(Preferences(language="zh", vault=str(place), theme="light"))
    office = Office(
        Desk(qapp),
        lambda: door,
        SpokenTools(lambda: plain, translation.term),
        store,
        lambda: place,
        lambda _words: None,
    )
    shell = Shell(office, "", "")
    person = Person(qtbot.waitUntil, shell)
    person.sit_down(shell)
    person.write("密码", PASSWORD)
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: shell.workspace is not None and shell.workspace.page is not None)
    one = Seat(person, office, place, *made)
    one.rest()
    yield one
    shell.close()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def documents(seat: Seat) -> list[bytes]:
    """Return what a signed consent holds, byte for byte, once its seal was found whole."""

    def work(vault: OpenVault) -> list[bytes]:
        consent_proof.check(vault, vault.consents.get(seat.signed))
        return [
            vault.consents.document_bytes(one.id) for one in vault.consents.documents(seat.signed)
        ]

    return seat.do(work)


def test_the_word_is_chosen_at_once_and_kept(seat: Seat) -> None:
    person = seat.person
    seat.go(ToSettings())
    assert person.says("来访者可以到哪里核实") or person.says("多久和来访者重温一次")
    seat.choose("求助者", "多久和求助者重温一次")
    assert seat.office.preferences.load().term == Term.CALLER.value
    assert person.find(type(person.window.workspace.page.terms.part()), "求助者").isChecked()
    seat.go(ToCaseForm(seat.case_id))
    person.wait_for("求助者所在城市")
    seat.choose("寻求专业服务者", "多久和寻求专业服务者重温一次")
    seat.choose("来访者", "多久和来访者重温一次")
    assert seat.office.preferences.load().term == Term.CLIENT.value


def test_what_was_written_and_signed_stays(seat: Seat) -> None:
    before = documents(seat)
    seat.choose("求助者", "多久和求助者重温一次")
    for there in (ToToday(), ToCases(seat.case_id)):
        seat.go(there)
    seat.go(ToNote(seat.note))
    box = the_one(
        lambda: [one for one in seat.person.window.findChildren(QTextEdit) if one.toPlainText()]
    )
    assert box.toPlainText() == WORDS
    seat.person.type("来访者", box)
    seat.go(ToConsent(seat.signed))
    seat.rest()
    assert documents(seat) == before
    wording = seat.do(lambda vault: vault.consents.wording(seat.draft))
    assert wording == bootstrap.consent_templates()["online.zh"]
    body = seat.do(lambda vault: vault.notes.get(seat.note).body)
    assert "来访者" in body.parts[0].text
    assert "求助者" not in body.parts[0].text


def test_a_consent_begun_now_prints_the_word(seat: Seat) -> None:
    seat.choose("求助者", "多久和求助者重温一次")
    tools = seat.office.tools()
    made = seat.do(lambda vault: consents.start_with(vault, tools, seat.case_id, "online.zh"))
    pdf = seat.do(lambda vault: consents.preview(vault, tools, made.id))
    words = "".join("".join(tools.papers.pdf_words(pdf)).split())
    assert "求助者承诺" in words
    assert "来访者" not in words


def test_the_help_says_it_and_the_clauses_do_not_change(seat: Seat) -> None:
    guidance = {one: clause("zh", one).paragraph for one in ("034", "061")}
    seat.choose("求助者", "多久和求助者重温一次")
    seat.go(ToHelp("cases"))
    page = seat.person.find(HelpText, "帮助的正文")
    seat.person.wait(lambda: page.toPlainText().startswith("个案与求助者"))
    texts = {one.key: one.text for one in topics("zh")}
    assert "来访者" in texts[CLAUSES]
    assert {one: clause("zh", one).paragraph for one in guidance} == guidance
    spoken_of = [key for key, text in texts.items() if "来访者" in text.replace("「来访者」", "")]
    assert spoken_of == [CLAUSES]


def test_english_says_it_too(seat: Seat) -> None:
    seat.choose("求助者", "多久和求助者重温一次")
    seat.person.click("English")
    seat.person.wait_for("Appearance")
    for word in ("Caller", "Help-seeker", "Client"):
        seat.choose(word, "Appearance")
        seat.go(ToCaseForm(seat.case_id))
        seat.person.wait_for(f"{word}'s city")


def test_each_form_of_a_counted_sentence_is_there(qapp) -> None:
    translation.call("seeker")
    tr = QCoreApplication.translate
    assert tr("TrailPage", "%n 位来访者", "", 2) == "%n 位来访者".replace("%n", "2")
    translation.install(qapp, "zh")
    assert tr("TrailPage", "%n 位来访者", "", 2) == "2 位寻求专业服务者"
    translation.install(qapp, "en")
    assert tr("TrailPage", "%n 位来访者", "", 1) == "1 help-seeker"
    assert tr("TrailPage", "%n 位来访者", "", 2) == "2 help-seekers"
    assert tr("Settings", "没有这句话", "") == "没有这句话"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_catalogue_in_another_word_is_one_that_qt_reads(language: str) -> None:
    data = in_term(resource("i18n/xinxia_en.qm").read_bytes(), language, Term.CALLER)
    catalogue = QTranslator()
    assert catalogue.load(QByteArray(data).data())
    assert "来访者".encode("utf-16-be") not in data
    said = catalogue.translate("Gate", "来访者的时区", None)
    assert said == {"zh": "求助者的时区", "en": "the caller's time zone"}[language]
