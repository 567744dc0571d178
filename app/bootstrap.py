"""Puts the house together; nobody else constructs an adapter.

Everything heavy is imported inside the function that first needs it: the door is painted before
SQLCipher, the printers or the language model are loaded.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from app.deid.engine import Deidentifier
    from app.domain.answer_table import AnswerTable
    from app.domain.calendar_paper import CalendarEvent, WeekSheet
    from app.domain.consent import ConsentForm, ConsentTemplate, Signature
    from app.domain.crisis_text import CrisisText
    from app.domain.data_table import DataTable
    from app.domain.disclosure_text import DisclosureText
    from app.domain.ending_text import EndingText
    from app.domain.formulation import Scheme
    from app.domain.genogram_sheet import GenogramSheet
    from app.domain.hour_goals import RuleSet
    from app.domain.intake_paper import IntakeForm, IntakeText
    from app.domain.keeping_text import KeepingText
    from app.domain.note import NoteTemplate
    from app.domain.note_proposal import NoteFile
    from app.domain.practice_paper import PaperText
    from app.domain.preferences import Preferences
    from app.domain.record_sample import SampleList
    from app.domain.scale import Scale
    from app.domain.scale_sheet import ChartSheet, ScaleSheet, ScaleText
    from app.domain.scope_words import ScopeWords
    from app.domain.screen import ScreenCatalogue
    from app.domain.sheet import Sheet
    from app.domain.sheet_catalogue import SheetCatalogue
    from app.domain.summary import DeidentifiedSummary, SummaryWording
    from app.ports import (
        Archivist,
        Clock,
        Computer,
        Door,
        Doorbell,
        Example,
        Keeper,
        Keychain,
        MediaFiles,
        Papers,
        PreferenceStore,
        ReadablePages,
        Successions,
        SystemSigns,
    )
    from app.services.spoken_tools import SpokenTools
    from app.services.tools import Tools
    from ui.shell import Shell
    from ui.translation import Language

_SIGN_MS = 200
"""When the title bar gets its sign and the system is listened to: after the door is painted."""


def clock() -> Clock:
    """Return the clock of this computer."""
    from storage.clock import SystemClock  # noqa: PLC0415 - see the top of this file

    return SystemClock()


def preferences() -> PreferenceStore:
    """Return where choices that are not secret are kept."""
    from storage import places  # noqa: PLC0415
    from storage.preferences import JsonPreferences  # noqa: PLC0415

    return JsonPreferences(places.preferences_file())


@cache
def door() -> Door:
    """Return what makes and opens vaults."""
    from storage import reserve  # noqa: PLC0415
    from storage.vault import FolderDoor  # noqa: PLC0415

    return FolderDoor(clock(), reserve_bytes=reserve.BYTES)


@cache
def tools() -> Tools:
    """Return what the services need besides the vault."""
    from app.services.tools import Tools  # noqa: PLC0415
    from storage.files import FileShelf  # noqa: PLC0415

    return Tools(
        clock(),
        papers(),
        FileShelf(),
        _AnswerFile(),
        _NoteFiles(),
        consent_templates(),
        note_templates(),
        summary_wordings(),
        deidentifier,
        screens=screen_catalogues(),
        formulation_schemes=formulation_schemes(),
        sheet_catalogues=sheet_catalogues(),
        practice_papers=practice_papers(),
        intake_texts=intake_texts(),
        scope_words=scope_words(),
        scales=scales(),
        scale_texts=scale_texts(),
        crisis_texts=crisis_texts(),
        hour_rules=hour_rules(),
        disclosure_texts=disclosure_texts(),
        ending_texts=ending_texts(),
        keeping_texts=keeping_texts(),
        sample_lists=sample_lists(),
    )


def worded_tools() -> Tools:
    """Return the tools in the word that is chosen for the person who comes."""
    return _spoken_tools()()


@cache
def _spoken_tools() -> SpokenTools:
    from app.services.spoken_tools import SpokenTools  # noqa: PLC0415
    from ui import translation  # noqa: PLC0415

    return SpokenTools(tools, translation.term)


@cache
def papers() -> Papers:
    """Return everything that makes paper; each printer is imported when it first prints."""
    from app.ports import Papers  # noqa: PLC0415

    return Papers(
        consent=_ConsentPaper(),
        summary_pdf=_SummaryPaper(),
        summary_docx=_SummaryDocument(),
        recovery=_RecoveryPaper(),
        clean_picture=_clean_picture,
        protect_pdf=_protect_pdf,
        protect_docx=_protect_docx,
        pdf_words=_pdf_words,
        docx_words=_docx_words,
        week=_WeekPaper(),
        events=_EventFile(),
        sheet=_SheetPaper(),
        intake=_IntakePaper(),
        genogram=_GenogramPaper(),
        scale=_ScalePaper(),
        chart=_ChartPaper(),
        csv=_CsvTable(),
        xlsx=_XlsxTable(),
    )


@cache
def consent_templates() -> Mapping[str, ConsentTemplate]:
    """Return the editions of the consent texts by key."""
    from app.domain.consent_template import load_separate, load_template  # noqa: PLC0415

    found = [load_template(text) for text in _texts(resource("templates/consent"))]
    for text in _texts(resource("templates/separate")):
        found += load_separate(text)
    return {one.key: one for one in found}


@cache
def note_templates() -> Mapping[str, NoteTemplate]:
    """Return the forms for notes by key."""
    from app.domain.note_template import load_note_template  # noqa: PLC0415

    found = [load_note_template(text) for text in _texts(resource("templates/notes"))]
    return {one.key: one for one in found}


@cache
def sheet_catalogues() -> Mapping[str, SheetCatalogue]:
    """Return the words to choose from on the sheet of a session, by language."""
    from app.domain.sheet_catalogue import load_catalogue  # noqa: PLC0415

    found = [load_catalogue(text) for text in _texts(resource("templates/session"))]
    return {one.language: one for one in found}


@cache
def screen_catalogues() -> Mapping[str, ScreenCatalogue]:
    """Return the items of the suitability screen by language."""
    from app.domain.screen_catalogue import load_screen_catalogue  # noqa: PLC0415

    found = [load_screen_catalogue(text) for text in _texts(resource("screens"))]
    return {one.language: one for one in found}


@cache
def sample_lists() -> Mapping[str, SampleList]:
    """Return what is looked for in a sample of notes, by language."""
    from app.domain.record_sample import load_sample_list  # noqa: PLC0415

    found = [load_sample_list(text) for text in _texts(resource("samples"))]
    return {one.language: one for one in found}


@cache
def scope_words() -> tuple[ScopeWords, ...]:
    """Return the words that go beyond what a counselor does, those of every language."""
    from app.domain.scope_words import load_scope_words  # noqa: PLC0415

    return tuple(load_scope_words(text) for text in _texts(resource("care")))


def formulation_schemes() -> tuple[Scheme, ...]:
    """Return the schemes of a case formulation in every language."""
    from app.domain.formulation_scheme import load_scheme  # noqa: PLC0415

    return tuple(load_scheme(text) for text in _texts(resource("formulations")))


@cache
def scales() -> tuple[Scale, ...]:
    """Return the scales that are shipped, in every language."""
    from app.domain.scale_file import load_scale  # noqa: PLC0415

    return tuple(load_scale(text) for text in _texts(resource("scales")))


@cache
def disclosure_texts() -> Mapping[str, DisclosureText]:
    """Return the exceptions to confidentiality by language."""
    from app.domain.disclosure_text import load_disclosure_text  # noqa: PLC0415

    found = [load_disclosure_text(text) for text in _texts(resource("disclosure"))]
    return {one.language: one for one in found}


def hour_rules() -> tuple[RuleSet, ...]:
    """Return what registers and platforms ask for in hours, in every language."""
    from app.domain.hour_file import load_rule_set  # noqa: PLC0415

    return tuple(load_rule_set(text) for text in _texts(resource("hours")))


@cache
def scale_texts() -> Mapping[str, ScaleText]:
    """Return the words of scales on paper by language."""
    from app.domain.scale_sheet import load_scale_text  # noqa: PLC0415

    found = [load_scale_text(text) for text in _texts(resource("templates/scales"))]
    return {one.language: one for one in found}


@cache
def practice_papers() -> Mapping[tuple[str, str], PaperText]:
    """Return the words of the papers of the practice by key and language."""
    from app.domain.practice_paper import load_paper  # noqa: PLC0415

    found = [load_paper(text) for text in _texts(resource("templates/practice"))]
    return {(one.key, one.language): one for one in found}


@cache
def crisis_texts() -> Mapping[str, CrisisText]:
    """Return the words of a hard day, and whom to call, by language."""
    from app.domain.crisis_text import load_crisis_text  # noqa: PLC0415

    found = [load_crisis_text(text) for text in _texts(resource("crisis"))]
    return {one.language: one for one in found}


@cache
def ending_texts() -> Mapping[str, EndingText]:
    """Return the words of letters of referral and closing summaries by language."""
    from app.domain.ending_text import load_ending_text  # noqa: PLC0415

    found = [load_ending_text(text) for text in _texts(resource("endings"))]
    return {one.language: one for one in found}


@cache
def keeping_texts() -> Mapping[str, KeepingText]:
    """Return the profiles of retention and the words of an answer to a request by language."""
    from app.domain.keeping_text import load_keeping_text  # noqa: PLC0415

    found = [load_keeping_text(text) for text in _texts(resource("keeping"))]
    return {one.language: one for one in found}


@cache
def intake_texts() -> Mapping[str, IntakeText]:
    """Return the words of the pre-intake form by language."""
    from app.domain.intake_paper import load_intake_text  # noqa: PLC0415

    found = [load_intake_text(text) for text in _texts(resource("templates/intake"))]
    return {one.language: one for one in found}


@cache
def summary_wordings() -> Mapping[str, SummaryWording]:
    """Return the words of summaries by language."""
    import tomllib  # noqa: PLC0415

    from app.domain.summary import SummaryWording  # noqa: PLC0415

    raw = [tomllib.loads(text) for text in _texts(resource("templates/summary"))]
    found = [SummaryWording(**{**one, "sections": tuple(one["sections"])}) for one in raw]
    return {one.language: one for one in found}


@cache
def deidentifier() -> Deidentifier:
    """Return the de-identifier with its model and word lists; the first call loads them.

    Raises `ModelMissing` when the model is not the one this program was made with.
    """
    from app.deid.engine import Deidentifier  # noqa: PLC0415
    from app.deid.lexicon import load_lexicon  # noqa: PLC0415
    from app.deid.name_tagger import NAMES_SHA256, NameTagger  # noqa: PLC0415
    from app.deid.tagger import LacTagger  # noqa: PLC0415

    lexicon = load_lexicon(resource("deid"))
    model = (resource("deid") / "names.onnx").read_bytes()
    return Deidentifier(NameTagger(LacTagger(), lexicon, model, NAMES_SHA256), lexicon)


@cache
def succession() -> Successions:
    """Return what seals and opens the package for a trusted colleague."""
    from storage.succession import SuccessionFile  # noqa: PLC0415

    return SuccessionFile()


@cache
def example() -> Example:
    """Return the invented practice that can be opened to look around."""
    from app.services.example import ExampleVault  # noqa: PLC0415
    from storage import places  # noqa: PLC0415
    from storage.example import DocumentsExample  # noqa: PLC0415

    return ExampleVault(
        (door, worded_tools), DocumentsExample(places.documents()), example_practice
    )


@cache
def keychain() -> Keychain:
    """Return the system's keyring."""
    from storage.keychain import SystemKeychain  # noqa: PLC0415

    return SystemKeychain()


def offered_keychain() -> Callable[[], Keychain] | None:
    """Return what gives the system's keyring, or None where there can be none.

    The built program of Linux has no sockets at all, and its keyring speaks through one.
    """
    import sys  # noqa: PLC0415

    built = getattr(sys, "frozen", False)
    return None if built and sys.platform == "linux" else keychain


def example_practice(language: str) -> Mapping[str, Any]:
    """Return the invented practice in a language, as it stands in the resources."""
    import tomllib  # noqa: PLC0415

    return tomllib.loads(resource(f"demo/example.{language}.toml").read_text("utf-8"))


def _texts(folder: Traversable) -> list[str]:
    """Return the texts of the TOML files in a folder of resources, by name."""
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [entry.read_text("utf-8") for entry in entries if entry.name.endswith(".toml")]


class _AnswerFile:
    """Imports the reader of questionnaires when the first is read."""

    def read(self, path: Path) -> AnswerTable:
        """Return the answers of a file."""
        from storage.answer_file import AnswerFile  # noqa: PLC0415

        return AnswerFile().read(path)


class _NoteFiles:
    """Imports the reader of old notes when the first is looked for."""

    def listed(self, folder: Path) -> tuple[Path, ...]:
        """Return the files of a folder that may hold notes."""
        from storage.note_file import NoteFiles  # noqa: PLC0415

        return NoteFiles().listed(folder)

    def read(self, path: Path, root: Path | None = None) -> NoteFile:
        """Return what a file holds."""
        from storage.note_file import NoteFiles  # noqa: PLC0415

        return NoteFiles().read(path, root)


class _ConsentPaper:
    """Imports the printer of consent forms when it first prints."""

    def render(self, form: ConsentForm, signatures: tuple[Signature, ...] = ()) -> bytes:
        from reports.consent import ConsentPaper  # noqa: PLC0415

        return ConsentPaper().render(form, signatures)


class _SummaryPaper:
    """Imports the printer of summaries when it first prints."""

    def render(self, summary: DeidentifiedSummary) -> bytes:
        from reports.summary import SummaryPaper  # noqa: PLC0415

        return SummaryPaper().render(summary)


class _SummaryDocument:
    """Imports the writer of summaries as DOCX when it first writes."""

    def render(self, summary: DeidentifiedSummary) -> bytes:
        from reports.summary_docx import SummaryDocument  # noqa: PLC0415

        return SummaryDocument().render(summary)


class _RecoveryPaper:
    """Imports the printer of recovery sheets when it first prints."""

    def render(
        self, groups: Sequence[str], vault_name: str, made_on: str, labels: Mapping[str, str]
    ) -> bytes:
        from reports.recovery import RecoveryPaper  # noqa: PLC0415

        return RecoveryPaper().render(groups, vault_name, made_on, labels)


class _WeekPaper:
    """Imports the printer of weeks when it first prints."""

    def render(self, sheet: WeekSheet) -> bytes:
        from reports.week import WeekPaper  # noqa: PLC0415

        return WeekPaper().render(sheet)


class _EventFile:
    """Imports the writer of calendar files when it first writes."""

    def render(self, events: Sequence[CalendarEvent], made_at: datetime) -> bytes:
        from reports.ics import EventFile  # noqa: PLC0415

        return EventFile().render(events, made_at)


class _IntakePaper:
    """Imports the printer of the pre-intake form when it first prints."""

    def render(self, form: IntakeForm) -> bytes:
        """Return the PDF."""
        from reports.intake import IntakePaper  # noqa: PLC0415

        return IntakePaper().render(form)


class _SheetPaper:
    """Imports the printer of plain sheets when it first prints."""

    def render(self, sheet: Sheet) -> bytes:
        from reports.sheet import PlainSheet  # noqa: PLC0415

        return PlainSheet().render(sheet)


class _GenogramPaper:
    """Imports the printer of genograms when it first prints."""

    def render(self, sheet: GenogramSheet) -> bytes:
        from reports.genogram import GenogramPaper  # noqa: PLC0415

        return GenogramPaper().render(sheet)


class _ScalePaper:
    """Imports the printer of scales when it first prints."""

    def render(self, sheet: ScaleSheet) -> bytes:
        from reports.scale import ScalePaper  # noqa: PLC0415

        return ScalePaper().render(sheet)


class _ChartPaper:
    """Imports the printer of charts when it first prints."""

    def render(self, sheet: ChartSheet) -> bytes:
        from reports.measure_chart import ChartPaper  # noqa: PLC0415

        return ChartPaper().render(sheet)


class _CsvTable:
    """Imports the writer of tables when it first writes."""

    def render(self, table: DataTable) -> bytes:
        from storage.data_table import CsvTable  # noqa: PLC0415

        return CsvTable().render(table)


class _XlsxTable:
    """Imports the writer of workbooks when it first writes."""

    def render(self, table: DataTable) -> bytes:
        from storage.data_table import XlsxTable  # noqa: PLC0415

        return XlsxTable().render(table)


def _clean_picture(data: bytes) -> tuple[bytes, str]:
    from reports.evidence import clean_picture  # noqa: PLC0415

    return clean_picture(data)


def _protect_pdf(data: bytes, password: str) -> bytes:
    from reports.protect import protect_pdf  # noqa: PLC0415

    return protect_pdf(data, password)


def _protect_docx(data: bytes, password: str) -> bytes:
    from reports.protect import protect_docx  # noqa: PLC0415

    return protect_docx(data, password)


def _pdf_words(data: bytes) -> list[str]:
    from reports.protect import pdf_words  # noqa: PLC0415

    return pdf_words(data)


def _docx_words(data: bytes) -> list[str]:
    from reports.protect import docx_words  # noqa: PLC0415

    return docx_words(data)


def run_window(reason: str, at: str, missing: str = "") -> int:
    """Open the window and return the exit code when it is closed.

    `reason`, `at` and `missing` are what a lock said: why, when, and what was left under way.
    """
    import gc  # noqa: PLC0415
    import sys  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    gc.disable()  # a start leaves next to nothing behind; from then on `ui.collector` collects
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.unread import spare_sources  # noqa: PLC0415

    spare_sources()
    from app import restart  # noqa: PLC0415
    from ui.collector import Collector  # noqa: PLC0415
    from ui.endings import Endings  # noqa: PLC0415
    from ui.office import Office  # noqa: PLC0415
    from ui.shell import Shell  # noqa: PLC0415
    from ui.tasks import Desk  # noqa: PLC0415
    from ui.theme import icons  # noqa: PLC0415
    from ui.theme.held import hold_constants  # noqa: PLC0415
    from ui.theme.style import prefer_fusion  # noqa: PLC0415

    hold_constants()
    store = preferences()
    chosen = store.load()
    prefer_fusion()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("xinxia")
    application.setDesktopFileName("xinxia")  # under which the system knows its icon
    language = _speak_and_dress(application, chosen)
    desk = Desk(application)
    office = Office(
        desk,
        door,
        worded_tools,
        store,
        suggested_vault,
        restart.anew,
        example,
        keychain=offered_keychain(),
        succession=succession,
        keeper=keeper,
        signs=signs,
        doorbell=doorbell,
        computer=computer,
        archivist=archivist,
        media=media_files,
    )

    shown: list[Shell] = []

    def show(*, second: bool = False) -> None:
        shell = Shell(office, reason, at, None if second else bell, missing=missing)
        shown.append(shell)
        _learn_rest(application, shell, language)
        shell.show()
        Endings(application).asked.connect(shell.finish)
        QTimer.singleShot(_SIGN_MS, shell, shell.listen)
        if second:
            shell.tell_second()

    bell = doorbell(Path(chosen.vault)) if chosen.vault else None
    if bell is None or reason or bell.take():
        show()
    else:
        call_first(bell, application, show)
    Collector(application)
    QTimer.singleShot(_SIGN_MS, application, lambda: application.setWindowIcon(icons.sign()))
    return application.exec()


def _speak_and_dress(application: QApplication, chosen: Preferences) -> Language:
    """Let the program look as was chosen, and speak with its own words alone; return how."""
    from ui import translation  # noqa: PLC0415
    from ui.theme.fonts import system_scale  # noqa: PLC0415
    from ui.theme.style import apply  # noqa: PLC0415

    language = translation.chosen(chosen.language)
    translation.call(chosen.term)
    translation.install_own(application, language)
    larger = chosen.font_percent / 100
    scale = 0.0 if larger == 1 else system_scale() * larger
    apply(application, chosen.theme, scale=scale, language=language)
    return language


def _learn_rest(application: QApplication, shell: Shell, language: Language) -> None:
    """Add the words of Qt's own dialogs as soon as the door is painted."""
    from ui import translation  # noqa: PLC0415
    from ui.first_paint import FirstPaint  # noqa: PLC0415

    screen = shell.centralWidget()
    if screen is not None:
        first = FirstPaint(screen)
        first.painted.connect(lambda: translation.install_rest(application, language))


def call_first(bell: Doorbell, application: QApplication, show: Callable[..., None]) -> None:
    """Ring for the window that is there; where it does not come up, `show` one that says so."""
    from ui.second_start import SecondStart  # noqa: PLC0415 - a first start does not pay for it

    second = SecondStart(bell, application)
    second.answered.connect(lambda shown: application.quit() if shown else show(second=True))


def doorbell(place: Path) -> Doorbell:
    """Return the doorbell of the vault in a folder."""
    from storage.doorbell import FolderDoorbell  # noqa: PLC0415

    return FolderDoorbell(place)


def signs(window: QWidget) -> SystemSigns:
    """Return what this system says of whoever sits in front of it."""
    import sys  # noqa: PLC0415

    platform: str = sys.platform
    if platform == "win32":
        from ui.signs_windows import WindowsSigns  # noqa: PLC0415

        return WindowsSigns(window)
    if platform == "darwin":
        from ui.signs_macos import MacSigns  # noqa: PLC0415

        return MacSigns()
    from ui.signs_linux import LinuxSigns  # noqa: PLC0415

    return LinuxSigns(window)


@cache
def computer() -> Computer:
    """Return what looks at the computer around the vault."""
    import sys  # noqa: PLC0415

    platform: str = sys.platform
    if platform == "win32":
        from storage.computer_windows import WindowsComputer  # noqa: PLC0415

        return WindowsComputer()
    if platform == "darwin":
        from storage.computer_macos import MacComputer  # noqa: PLC0415

        return MacComputer()
    from storage.computer_linux import LinuxComputer  # noqa: PLC0415

    return LinuxComputer()


def speak() -> None:
    """Let a command without a window say its sentences in the chosen language."""
    from ui import translation  # noqa: PLC0415

    chosen = preferences().load()
    translation.call(chosen.term)
    translation.install_without_window(translation.chosen(chosen.language))


def run_gallery(theme: str) -> int:
    """Show every part of the window and return the exit code when it is closed."""
    import sys  # noqa: PLC0415

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.gallery import gallery  # noqa: PLC0415
    from ui.theme.style import apply  # noqa: PLC0415

    application = QApplication(sys.argv[:1])
    apply(application, theme)
    shown = gallery()
    shown.show()
    return application.exec()


def suggested_vault() -> Path:
    """Return where a first vault is offered to lie."""
    from storage import places  # noqa: PLC0415

    return places.suggested_vault()


def log_folder() -> Path:
    """Return the folder of the log."""
    from storage import places  # noqa: PLC0415

    return places.log_folder()


def media_files() -> MediaFiles:
    """Return what opens the files that are to become recordings."""
    from storage.media_file import DiskMedia  # noqa: PLC0415 - when one is stored

    return DiskMedia()


def archivist() -> Archivist:
    """Return what writes readable exports, and makes a vault of one."""
    from storage.archivist import FolderArchivist  # noqa: PLC0415

    return FolderArchivist(door(), clock(), readable_pages)


def readable_pages(language: str, zone: str) -> ReadablePages:
    """Return what makes the pages of a readable export, its trail in the language of the window."""
    from reports.readable import HtmlPages  # noqa: PLC0415
    from ui import translation  # noqa: PLC0415 - it brings Qt with it
    from ui.trail_words import acts  # noqa: PLC0415

    said = {kind.value: words for kind, words in acts().items()}
    return HtmlPages(language, zone, said, translation.term())


def keeper() -> Keeper:
    """Return what verifies, backs up and restores vaults."""
    from storage.keeper import FolderKeeper  # noqa: PLC0415

    return FolderKeeper()
