"""Who chooses English gets an English window: no Chinese on any screen but what people wrote."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from app import bootstrap, demo
from app.domain import errors
from app.domain.preferences import Preferences
from app.services import consents, example
from resources import resource
from storage import keys
from storage.clock import SystemClock
from storage.vault import FolderDoor
from ui import translation
from ui.document_view import DocumentView
from ui.exports import ReviewScreen
from ui.gate_words import rule_words, things
from ui.messages import message
from ui.office import Office
from ui.page import (
    ToCalendar,
    ToCaseForm,
    ToCases,
    ToConsent,
    ToExport,
    ToNewCase,
    ToNote,
    ToSearch,
    ToSettings,
)
from ui.session_words import in_a_line
from ui.shell import Shell
from ui.tasks import Desk
from ui.theme import style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.ports import OpenVault
    from app.services.tools import Tools
    from ui.page import Destination

PASSWORD = "晴天下的一只旧木箱"
VAULT = "林间咨询室"
# Full-width punctuation belongs to a run: 「（」 alone is as Chinese as a word.
RUN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+")
HAN = re.compile("[\u2e80-\u2fff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# A language is called by its own name.
OWN_NAMES = {"中文"}
DATA = (
    "demo/practice.toml",
    "templates/notes/free.zh.toml",
    "templates/notes/structured.zh.toml",
    "templates/session/sheet.zh.toml",
    "templates/consent/online.zh.toml",
    "templates/consent/in_person.zh.toml",
    "templates/summary/zh.toml",
)
LONG = 6  # characters: what a screen cuts out of a longer text is still recognised


class Choices:
    """English, light, and the vault of the test."""

    def __init__(self, vault: str) -> None:
        self.kept = Preferences(language="en", vault=vault, theme="light")

    def load(self) -> Preferences:
        return self.kept

    def save(self, kept: Preferences) -> None:
        self.kept = kept


class Window:
    """The real window over a real vault."""

    def __init__(self, qtbot, office: Office) -> None:
        self.qtbot, self.desk = qtbot, office.desk
        self.shell = Shell(office, "idle", "14:32")
        qtbot.addWidget(self.shell)
        with qtbot.waitExposed(self.shell):
            self.shell.show()

    def open(self) -> None:
        (field,) = [
            one for one in self.parts(QLineEdit) if one.echoMode() == QLineEdit.EchoMode.Password
        ]
        field.setText(PASSWORD)
        self.press("Open")
        self.qtbot.waitUntil(lambda: self.shell.workspace is not None, timeout=20_000)
        self.settle()

    def go(self, destination: Destination) -> QWidget:
        self.shell.workspace.go(destination)
        self.settle()
        return self.shell.workspace.page

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.waiting, timeout=20_000)

    def wait_for(self, said: str) -> None:
        self.qtbot.waitUntil(lambda: said in set(self.says()), timeout=20_000)
        self.settle()

    def parts(self, kind):
        return [one for one in self.shell.findChildren(kind) if one.isVisible()]

    def press(self, name: str) -> None:
        (found,) = [
            one for one in self.parts(QAbstractButton) if name in {one.text(), one.accessibleName()}
        ]
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def says(self) -> Iterator[str]:
        """Every word that one sees or hears, and that of menus that are not open yet."""
        yield self.shell.windowTitle()
        for part in self.parts(QWidget):
            yield from (part.accessibleName(), part.toolTip())
            if not isinstance(part.parentWidget(), DocumentView):  # it reads its page aloud
                yield part.accessibleDescription()
            if isinstance(part, QLabel | QAbstractButton):
                yield part.text()
            if isinstance(part, QLineEdit | QTextEdit):
                yield part.placeholderText()
            if isinstance(part, QAbstractItemView) and part.model() is not None:
                yield from self._rows(part)
        for menu in self.shell.findChildren(QMenu):
            yield from (action.text() for action in menu.actions())

    @staticmethod
    def _rows(view: QAbstractItemView) -> Iterator[str]:
        model = view.model()
        for number in range(model.rowCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(number, 0).data(role) or "")

    def end(self) -> None:
        self.shell.close()
        # The workspace goes before the window it stood in.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def english(dressed: None, qapp: QApplication) -> Iterator[None]:
    """Speak English, and Chinese again afterwards."""
    translation.install(qapp, "en")
    style.apply(qapp, "light", scale=1, language="en")
    yield
    translation.install(qapp, "zh")


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """Let nothing that a window remembers leave the test."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))


@pytest.fixture(scope="module")
def tools() -> Tools:
    return bootstrap.tools()


@pytest.fixture
def door() -> FolderDoor:
    return FolderDoor(SystemClock(), lambda: keys.FLOOR)


@pytest.fixture
def vault(tmp_path: Path, door: FolderDoor) -> OpenVault:
    """A new vault, still open: who fills it closes it."""
    return door.create(tmp_path / VAULT, PASSWORD, door.new_recovery_key()).vault


@pytest.fixture
def office(qapp, tmp_path, door, tools) -> Office:
    return Office(
        Desk(qapp),
        lambda: door,
        lambda: tools,
        Choices(str(tmp_path / VAULT)),
        lambda: tmp_path / "new",
        lambda _arguments: None,
    )


@pytest.fixture
def window(qtbot, office, vault) -> Iterator[Window]:
    """The locked window of that vault."""
    shown = Window(qtbot, office)
    yield shown
    shown.end()


def written(*more: str) -> set[str]:
    """Every run of Chinese that the demo's people, the vault's name and the data files hold."""

    def strings(found: object) -> Iterator[str]:
        if isinstance(found, str):
            yield from re.split(r"[|\n]", found)
        elif isinstance(found, dict):
            for value in found.values():
                yield from strings(value)
        elif isinstance(found, list):
            for value in found:
                yield from strings(value)

    files = [tomllib.loads(resource(name).read_text("utf-8")) for name in DATA]
    texts = [*strings(files), *OWN_NAMES, VAULT, *more]
    return {run for text in texts for run in RUN.findall(text) if HAN.search(run)}


def chinese(window: Window, known: set[str]) -> list[str]:
    """Return what the window says in Chinese that nobody wrote down as data."""

    def known_run(run: str) -> bool:
        return run in known or (len(run) >= LONG and any(run in one for one in known))

    return [text for text in window.says() if not all(known_run(run) for run in RUN.findall(text))]


def test_the_door_and_the_first_start_are_english(window, vault):
    vault.close()
    known = written()
    window.wait_for("Xinxia is locked")
    assert not chinese(window, known)
    for link in ("Use the recovery key", "Use the password", "Another vault", "Back"):
        window.press(link)
        assert not chinese(window, known), link
    window.shell.show_first_start()
    first = window.shell.centralWidget()
    window.wait_for("Choose a language")
    assert not chinese(window, known)
    window.press("Continue")
    assert not chinese(window, known)
    window.press("Continue")
    window.qtbot.waitUntil(first.password_step.isVisible)
    first.password_step.first.set_text("abc")
    assert not chinese(window, known)
    first.password_step.first.set_text("a calm room with plants")
    first.password_step.second.set_text("another")
    assert not chinese(window, known)
    first.password_step.second.set_text("a calm room with plants")
    window.press("Continue")
    window.qtbot.waitUntil(first.recovery_step.isVisible)
    window.qtbot.waitUntil(lambda: bool(first.recovery_step.groups))
    window.press("Print")
    window.press("Save as PDF")
    window.wait_for("Recovery key")
    assert not chinese(window, known)


def test_choosing_english_at_the_first_start_changes_every_word(window, vault, office, qapp):
    vault.close()
    office.preferences.save(replace(office.preferences.load(), language="zh"))
    translation.install(qapp, "zh")
    window.shell.show_first_start()
    window.wait_for("请选语言 · Choose a language")
    window.press("English")
    window.wait_for("Choose a language")
    known = written()
    # Qt tells the window of the new language in an event of its own.
    window.qtbot.waitUntil(lambda: not chinese(window, known))


def test_an_empty_vault_is_english(window, vault):
    vault.close()
    known = written()
    window.open()
    for destination, said in (
        (ToCases(), "Your cases will be here"),
        (ToNewCase(), "Code name"),
        (ToCalendar(), "No appointments here yet"),
        (ToSearch(), "Search for any word"),
        (ToSettings(), "Lock when idle"),
    ):
        window.go(destination)
        window.wait_for(said)
        assert not chinese(window, known), destination


def test_a_practice_is_english_but_for_its_own_words(window, vault, tools):
    practice = tomllib.loads(resource("demo/practice.toml").read_text("utf-8"))
    with vault.transaction():
        vault.settings.change_practice(demo._practice(practice["practice"]))
    case = demo.fill(vault, tools, practice, PASSWORD)[0]
    signed = demo.sign_consent(vault, tools, case.id)
    draft = consents.start(vault, tools, case.id, tools.consent_templates["online.zh"]).id
    notes = vault.notes.of_case(case.id)
    vault.close()
    form = tools.consent_templates["online.zh"]
    lines = (form.signature_of(one) for one in form.signers)  # as the client reads them
    said = example.discussed(form)
    told = (said.questions, said.own_words)
    known = written(form.edition, form.short_edition, *lines, *told)
    window.open()
    found: list[str] = []
    for destination, said in (
        (ToCases(case.id), "Write note"),
        (ToCaseForm(case.id), "Edit profile"),
        (ToNote(notes[-1].id), "Reminder"),
        (ToNote(notes[0].id), "Amend"),
        (ToConsent(draft), "What this consent covers"),
        (ToConsent(signed), "Withdraw consent"),
        (ToCalendar(case_id=case.id), "New appointment"),
        (ToSearch("面包"), "2 results"),
        (ToSettings(), "Practice"),
        (ToExport(case.id), "What goes to supervision"),
    ):
        window.go(destination)
        window.wait_for(said)
        found += [f"{type(destination).__name__}: {text}" for text in chinese(window, known)]
    assert not found, "\n".join(found)
    page = window.shell.workspace.page
    assert isinstance(page, ReviewScreen)
    window.press("De-identify")
    window.qtbot.waitUntil(page._decide._list.isVisible, timeout=30_000)
    instead = [one.mark.replacement for one in page._decide._sides.places]
    surfaces = [one.surface for one in page._decide._sides.places]
    assert not chinese(window, known | written(*instead, *surfaces))
    window.press("Go on to the file")
    window.wait_for("Purpose")
    assert not chinese(window, known)


@pytest.mark.parametrize(
    "refusal",
    [
        errors.WrongPassword(5),
        errors.TooManyTries(300),
        errors.VaultDamaged(),
        errors.NoteEmpty(),
        errors.SignatureMissing(),
        errors.DiskFull(),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_refusal_is_english(refusal):
    said = message(refusal)
    assert said.what
    assert not RUN.search(said.what + said.why)


def test_the_last_language_wins(qapp, qtbot):
    translation.install(qapp, "zh")
    translation.install(qapp, "en")
    qtbot.waitUntil(lambda: len(qapp.findChildren(translation.QTranslator)) >= 2)
    assert qapp.translate("DoorScreen", "打开") == "Open"
    assert qapp.translate("QPlatformTheme", "Cancel") in {"", "Cancel"}


def test_what_is_missing_is_listed_without_capitals(qapp):
    """Names of fields begin with a capital, and a sentence that lists them has only its own."""
    translation.install(qapp, "en")
    listed = things(("gate.consent", "gate.emergency", "gate.screen"))
    assert listed == "a signed consent form, emergency contact, suitability screen"
    lacks = frozenset({"mood", "risk"})
    assert rule_words("gate.three_fields", lacks).what == "Not filled in yet: mood, level of risk."
    assert in_a_line("SMS") == "SMS"
    assert in_a_line("") == ""
    assert in_a_line("主诉") == "主诉"
    translation.install(qapp, "zh")
