"""Hands for the tests of the vault: a clock set by hand, a door, a made vault, and its words.

The vault is real: SQLCipher, Argon2id at its floor, files on disk. One prototype is made for all
tests; each opens a copy of its own with the recovery key, which costs no Argon2.
"""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app import bootstrap
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.consent import AccessRow, ConsentState, ConsentTemplate, Signature, TemplateSection
from app.domain.destruction import Ground, Proposal
from app.domain.note import NoteBody, NotePart, NoteTemplate, TemplatePart
from app.domain.recording import NewRecording, RecordingKind
from app.domain.recovery_key import to_groups
from app.domain.session import SessionTime
from app.ports import Papers
from app.services import cases, consents, notes
from app.services.tools import Tools
from reports.genogram import GenogramPaper
from reports.ics import EventFile
from reports.intake import IntakePaper
from reports.measure_chart import ChartPaper
from reports.scale import ScalePaper
from reports.sheet import PlainSheet
from reports.week import WeekPaper
from storage import keys, vault
from storage.answer_file import AnswerFile
from storage.data_table import CsvTable, XlsxTable
from storage.files import FileShelf
from storage.keeper import FolderKeeper
from storage.note_file import NoteFiles
from tests import admitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.ids import CaseId, ConsentId, NoteId, RecordingId
    from app.ports import Lease

PASSWORD = "正确 horse 电池 staple"
RECOVERY = to_groups(bytes(range(20)))
RECOVERY_TEXT = "-".join(RECOVERY)
START = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
EARLY = Proposal(Ground.REQUEST, weighed=True)
"""The first step to the end of a case whose term is not over."""
TEMPLATE = NoteTemplate("free", "1", "自由", (TemplatePart("text", "全文"),))
FORM = ConsentTemplate(
    key="online.zh",
    edition="3",
    language="zh",
    title="知情同意书",
    opening=("我与{counselor}约定",),
    sections=(TemplateSection("fee", "费用", ("每次{fee}",), ("042",)),),
    closing=("以上",),
    signers=("来访者", "咨询师"),
    facts={"counselor": "咨询师", "fee": "费用"},
    defaults={},
    roles=("督导",),
    labels={"same_time": "同时", "client_ahead": "早{hours}", "client_behind": "晚{hours}"},
    access=(AccessRow("督导", "可", "否"),),
    remote=True,
)


@dataclass
class HandClock:
    """A clock that stands until it is set."""

    at: datetime = START
    boot: str = "first boot"
    running: float = 1000.0

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self.at

    def since_boot(self) -> tuple[str, float]:
        """Return the boot and uptime it was set to."""
        return self.boot, self.running

    def pass_(self, seconds: float) -> None:
        """Let time pass on both faces."""
        self.at += timedelta(seconds=seconds)
        self.running += seconds


@dataclass
class Press:
    """A printer that keeps what it was given and returns bytes that say it."""

    printed: list[tuple] = field(default_factory=list)

    def render(self, form, signatures=()) -> bytes:
        """Return the words of the form as bytes."""
        self.printed.append((form, signatures))
        return json.dumps([form.number, form.opening, len(signatures)]).encode()


def make_tools(clock: HandClock) -> Tools:
    """Return tools with a press in place of the printers; the rest of the house is real."""
    press = Press()
    papers = Papers(
        consent=press,
        summary_pdf=press,
        summary_docx=press,
        recovery=press,
        clean_picture=lambda data: (data + b"|cleaned", "image/png"),
        protect_pdf=lambda data, _: data,
        protect_docx=lambda data, _: data,
        pdf_words=lambda _: [],
        docx_words=lambda _: [],
        week=WeekPaper(),
        events=EventFile(),
        sheet=PlainSheet(),
        intake=IntakePaper(),
        genogram=GenogramPaper(),
        scale=ScalePaper(),
        chart=ChartPaper(),
        csv=CsvTable(),
        xlsx=XlsxTable(),
    )
    return Tools(
        clock=clock,
        papers=papers,
        shelf=FileShelf(),
        answers=AnswerFile(),
        old_notes=NoteFiles(),
        consent_templates={FORM.key: FORM},
        note_templates={TEMPLATE.key: TEMPLATE},
        summary_wordings=bootstrap.summary_wordings(),
        deidentifier=lambda: None,
        sheet_catalogues=bootstrap.sheet_catalogues(),
        intake_texts=bootstrap.intake_texts(),
        formulation_schemes=bootstrap.formulation_schemes(),
        scales=bootstrap.scales(),
        scale_texts=bootstrap.scale_texts(),
        sample_lists=bootstrap.sample_lists(),
    )


def floor() -> keys.Argon2Parameters:
    """Return the cheapest derivation that is allowed."""
    return keys.FLOOR


def body(text: str) -> NoteBody:
    """Return a note of one part."""
    return NoteBody("free", "1", (NotePart("text", "全文", text),))


@pytest.fixture
def clock() -> HandClock:
    """A clock set by hand."""
    return HandClock()


@pytest.fixture
def door(clock: HandClock) -> vault.FolderDoor:
    """The real door, its Argon2id at the floor."""
    return vault.FolderDoor(clock, floor)


@pytest.fixture(scope="session")
def prototype(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made and closed vault without a case; nobody opens it, everybody copies it."""
    place = tmp_path_factory.mktemp("prototype") / "vault"
    vault.FolderDoor(HandClock(), floor).create(place, PASSWORD, RECOVERY).vault.close()
    return place


@pytest.fixture
def place(prototype: Path, tmp_path: Path) -> Path:
    """A closed vault of the test's own."""
    return Path(shutil.copytree(prototype, tmp_path / "vault"))


@pytest.fixture
def opened(place: Path, door: vault.FolderDoor) -> Iterator[vault.Vault]:
    """An open vault of the test's own."""
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    yield one
    one.close()


@pytest.fixture
def lease(opened: vault.Vault) -> Iterator[Lease]:
    """What a backup of that vault needs of it."""
    one = FolderKeeper().lease(opened)
    yield one
    one.end()


@pytest.fixture
def tools(clock: HandClock) -> Tools:
    """What bootstrap hands to the services."""
    return make_tools(clock)


@dataclass
class Desk:
    """A counselor at work in an open vault: the services, in few words."""

    vault: vault.Vault
    clock: HandClock
    tools: Tools

    def case(self, code: str = "A-01", profile: Profile | None = None) -> CaseId:
        """Open a case."""
        known = profile or Profile()
        return cases.open_case(self.vault, self.clock, code, ServiceMode.ONLINE, known).id

    def draft(self, case_id: CaseId, text: str) -> NoteId:
        """Start a note and save what is written in it."""
        note = notes.start(self.vault, self.clock, case_id, SessionTime(self.clock.at), TEMPLATE)
        self.save(note.id, text)
        return note.id

    def save(self, note_id: NoteId, text: str) -> None:
        """Save a draft."""
        notes.save_draft(self.vault, self.clock, note_id, body(text))

    def signed(self, case_id: CaseId, text: str) -> NoteId:
        """Write and sign a note, without the price of the password."""
        note_id = self.draft(case_id, text)
        admitted.sign(self.vault, self.clock, note_id, "陈咨询师")
        return note_id

    def admit(self, note_id: NoteId) -> NoteId:
        """Put on record what a note lacks to be signed."""
        admitted.admit(self.vault, self.clock, note_id)
        return note_id

    @contextmanager
    def without_password(self) -> Iterator[None]:
        """Skip Argon2 where the password is not what the test is about."""
        with admitted.unasked(self.vault):
            yield

    def amend(self, note_id: NoteId, text: str):
        """Amend a signed note."""
        return notes.amend(self.vault, self.clock, note_id, text, "陈咨询师")

    def consent(self, case_id: CaseId, until: ConsentState = ConsentState.DRAFT) -> ConsentId:
        """Start and fill a consent and take it as far as `until`."""
        made = consents.start(self.vault, self.tools, case_id, FORM)
        facts = {"counselor": "陈", "fee": "五百"}
        consents.change(self.vault, self.tools, made.id, replace(made.draft, facts=facts))
        order = list(ConsentState)
        for state in order[1 : min(order.index(until), 4) + 1]:
            consents.step(self.vault, self.tools, made.id, state)
        if until is ConsentState.SIGNED:
            consents.sign_on_screen(self.vault, self.tools, made.id, self.signatures())
        return made.id

    def recording(self, case_id: CaseId, data: bytes, title: str = "") -> RecordingId:
        """Store bytes as a recording, by the store alone: consent is asked by who imports."""
        writer = self.vault.recordings.begin(self.clock.at)
        writer.write(data)
        writer.finish()
        new = NewRecording(case_id, RecordingKind.AUDIO, "audio/wav", self.clock.at, title)
        return self.vault.recordings.keep(writer, new, self.clock.at).id

    def signatures(self) -> tuple[Signature, ...]:
        """Return a signature for each line of the form."""
        stroke = ((0.1, 0.2), (0.3, 0.4))
        return tuple(Signature(name, (stroke,), self.clock.at) for name in FORM.signers)


@pytest.fixture
def desk(opened: vault.Vault, clock: HandClock, tools: Tools) -> Desk:
    """A counselor at work."""
    return Desk(opened, clock, tools)
