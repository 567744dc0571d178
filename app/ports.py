"""What the services ask of the world: vault, door, clock, paper, shelf."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from app.domain.appointment import Appointment, Booking, Move, Series
    from app.domain.audit import AuditEntry, AuditKind
    from app.domain.calendar_paper import CalendarEvent, WeekSheet
    from app.domain.case import Case, ServiceMode
    from app.domain.case_form import CaseForm
    from app.domain.client import Client, Profile
    from app.domain.complaint import Complaint
    from app.domain.consent import (
        Consent,
        ConsentDocument,
        ConsentDraft,
        ConsentForm,
        ConsentSeal,
        ConsentState,
        ConsentTemplate,
        DocumentKind,
        Signature,
    )
    from app.domain.ids import (
        AmendmentId,
        AppointmentId,
        CaseId,
        ConsentId,
        DocumentId,
        NoteId,
        SeriesId,
        SessionId,
    )
    from app.domain.note import Amendment, Note, NoteBody, NoteTemplate, Seal
    from app.domain.practice import Practice
    from app.domain.preferences import Preferences
    from app.domain.proof import Proof
    from app.domain.session import Session
    from app.domain.summary import DeidentifiedSummary


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the current time, aware, in UTC."""
        ...

    def since_boot(self) -> tuple[str, float]:
        """Return an identity of this boot and the seconds since it, sleep included."""
        ...


class Cases(Protocol):
    """The cases of a vault."""

    def add(self, code: str, mode: ServiceMode, opened_at: datetime) -> Case:
        """Store a new case with a data key of its own."""
        ...

    def get(self, case_id: CaseId) -> Case:
        """Return the case; KeyError when there is none."""
        ...

    def all(self) -> list[Case]:
        """Return every case, newest first."""
        ...

    def change(self, case_id: CaseId, code: str, mode: ServiceMode) -> None:
        """Change code name and mode."""
        ...

    def only_form(self, case_id: CaseId) -> bool:
        """Return whether a case holds nothing but its form."""
        ...

    def remove(self, case_id: CaseId) -> None:
        """Remove a case to which nothing belongs any more, and its key."""
        ...

    def keep_draft(
        self, case_id: CaseId, kind: str, value: Mapping[str, Any], at: datetime
    ) -> None:
        """Keep unfinished work of a kind, sealed; an empty value keeps nothing."""
        ...

    def draft(self, case_id: CaseId, kind: str) -> dict[str, Any]:
        """Return the unfinished work of a kind, or nothing."""
        ...


class CaseForms(Protocol):
    """The unfinished form of a new case; there is one at most."""

    def keep(self, form: CaseForm, at: datetime) -> None:
        """Keep the form, sealed, in place of the last."""
        ...

    def get(self) -> CaseForm | None:
        """Return the form, if one waits."""
        ...

    def drop(self) -> None:
        """Keep nothing any more."""
        ...


class Clients(Protocol):
    """The people of a case."""

    def add(self, case_id: CaseId, profile: Profile) -> Client:
        """Store a client in a case."""
        ...

    def of_case(self, case_id: CaseId) -> Client:
        """Return the client of a case; KeyError when there is none."""
        ...

    def change(self, client: Client) -> None:
        """Store the changed profile."""
        ...

    def remove_of_case(self, case_id: CaseId) -> None:
        """Remove the client of a case that is being removed."""
        ...


class Sessions(Protocol):
    """The sessions of a case."""

    def add(self, case_id: CaseId, starts_at: datetime, minutes: int, mode: ServiceMode) -> Session:
        """Store a session under the next number of its case."""
        ...

    def get(self, session_id: SessionId) -> Session:
        """Return the session; KeyError when there is none."""
        ...

    def of_case(self, case_id: CaseId) -> list[Session]:
        """Return the sessions of a case in order of number."""
        ...

    def last(self) -> dict[CaseId, Session]:
        """Return the last session of each case that has one."""
        ...

    def change(self, session_id: SessionId, starts_at: datetime, minutes: int) -> None:
        """Change when a session was and how long it took."""
        ...

    def between(self, begin: datetime, end: datetime) -> list[Session]:
        """Return the sessions that began from `begin` to before `end`, in order of time."""
        ...


@dataclass(frozen=True)
class NoteFacts:
    """What is known of a note without unsealing a word of it."""

    id: NoteId
    session_id: SessionId
    signed: bool
    updated_at: datetime
    signed_at: datetime | None


@dataclass(frozen=True)
class DraftFacts:
    """A note that is not signed: of which case, of which session, and when that was over."""

    id: NoteId
    case_id: CaseId
    number: int
    ended_at: datetime


@dataclass(frozen=True)
class NoteCounts:
    """How many notes a case has, and how many of them are not signed."""

    notes: int = 0
    drafts: int = 0


class Notes(Protocol):
    """The notes and amendments of a case."""

    def add(self, case_id: CaseId, session_id: SessionId, body: NoteBody, at: datetime) -> Note:
        """Store a new draft."""
        ...

    def get(self, note_id: NoteId) -> Note:
        """Return the note with its words; KeyError when there is none."""
        ...

    def of_case(self, case_id: CaseId) -> list[Note]:
        """Return the notes of a case with their words, oldest session first."""
        ...

    def facts_of_case(self, case_id: CaseId) -> list[NoteFacts]:
        """Return what is known of a case's notes without their words, oldest session first."""
        ...

    def drafts(self) -> list[DraftFacts]:
        """Return what is known of every unsigned note, the oldest session first."""
        ...

    def counts(self) -> dict[CaseId, NoteCounts]:
        """Return how many notes each case has; a case without notes is not in it."""
        ...

    def save_draft(self, note_id: NoteId, body: NoteBody, at: datetime) -> None:
        """Replace the words of a draft; raise `NoteAlreadySigned` for a signed note."""
        ...

    def sign(self, note_id: NoteId, seal: Seal) -> None:
        """Make the stored words final; raise `NoteAlreadySigned` when they are."""
        ...

    def amend(self, note_id: NoteId, text: str, seal: Seal) -> Amendment:
        """Store an amendment under a signed note."""
        ...

    def save_amendment_draft(self, note_id: NoteId, text: str, at: datetime) -> None:
        """Keep what is being written under a signed note; an empty text keeps nothing."""
        ...

    def amendment_draft(self, note_id: NoteId) -> str:
        """Return what is being written under a signed note, or nothing."""
        ...

    def amendments(self, note_id: NoteId) -> list[Amendment]:
        """Return the amendments of a note in order."""
        ...

    def last_digest(self, case_id: CaseId) -> bytes:
        """Return the digest signed last in this case, or no bytes."""
        ...

    def mac(self, case_id: CaseId, data: bytes) -> bytes:
        """Return HMAC-SHA-256 of `data` under a subkey of the case's key."""
        ...


@dataclass(frozen=True)
class Hit:
    """A note, or an amendment of it, in which the searched words stand.

    `start` and `end` are offsets into the note's `body.text()` or the amendment's text;
    `snippet_start` is where the snippet begins in it. `unfinished` says that the words stand in
    the amendment that is still being written under a signed note; it has no id yet.
    """

    case_id: CaseId
    note_id: NoteId
    amendment_id: AmendmentId | None
    session_at: datetime
    start: int
    end: int
    snippet: str = field(repr=False)
    snippet_start: int
    unfinished: bool = False


@dataclass(frozen=True)
class Hits:
    """One page of hits; `more` says that there are others."""

    hits: tuple[Hit, ...] = field(repr=False)
    more: bool


class Search(Protocol):
    """Finds words in all notes."""

    def find(self, words: str, limit: int = 50, offset: int = 0) -> Hits:
        """Return notes that hold `words`, newest first."""
        ...

    def count(self, words: str) -> int:
        """Return how many notes and amendments hold `words` by the index."""
        ...

    def settle(self, note_id: NoteId) -> None:
        """Bring the index up to date with a draft whose editor was left."""
        ...


class Consents(Protocol):
    """Consents and the documents that prove them."""

    def add(
        self, case_id: CaseId, draft: ConsentDraft, template: ConsentTemplate, at: datetime
    ) -> Consent:
        """Store a new consent in state draft, with the words of the edition it is made of."""
        ...

    def wording(self, consent_id: ConsentId) -> ConsentTemplate:
        """Return the words that a consent is made of; KeyError when there is none."""
        ...

    def get(self, consent_id: ConsentId) -> Consent:
        """Return the consent; KeyError when there is none."""
        ...

    def of_case(self, case_id: CaseId) -> list[Consent]:
        """Return the consents of a case, newest first."""
        ...

    def states(self) -> list[tuple[CaseId, ConsentId, ConsentState]]:
        """Return how every consent stands, without its words, oldest first."""
        ...

    def change(self, consent_id: ConsentId, draft: ConsentDraft) -> None:
        """Replace what was filled in; raise `ConsentFinal` once signed."""
        ...

    def step(self, consent_id: ConsentId, state: ConsentState, at: datetime) -> None:
        """Record that the consent reached `state`, any but signed."""
        ...

    def sign(self, consent_id: ConsentId, seal: ConsentSeal) -> None:
        """Make a consent with its documents final."""
        ...

    def mac(self, case_id: CaseId, data: bytes) -> bytes:
        """Return HMAC-SHA-256 of `data` under a subkey of the case's key."""
        ...

    def add_document(
        self, consent_id: ConsentId, kind: DocumentKind, media_type: str, data: bytes, at: datetime
    ) -> ConsentDocument:
        """Store bytes that never change again."""
        ...

    def documents(self, consent_id: ConsentId) -> list[ConsentDocument]:
        """Return what documents a consent has."""
        ...

    def document_bytes(self, document_id: DocumentId) -> bytes:
        """Return the bytes of a document."""
        ...

    def consent_of_document(self, document_id: DocumentId) -> ConsentId:
        """Return which consent a document belongs to; KeyError when there is none."""
        ...


@dataclass(frozen=True)
class CaseAppointments:
    """Every row that a case has in the calendar, as it is stored, to be put back by an undo."""

    case_id: CaseId
    rows: Mapping[str, tuple[tuple[Any, ...], ...]] = field(repr=False)


class Appointments(Protocol):
    """The appointments of a vault: series, what happened to their slots, and single ones."""

    def add_series(self, booking: Booking) -> Series:
        """Store an appointment that comes again; it must have a rule."""
        ...

    def change_series(self, series: Series) -> None:
        """Store the changed series."""
        ...

    def series(self, series_id: SeriesId) -> Series:
        """Return the series; KeyError when there is none."""
        ...

    def series_between(self, begin: datetime, end: datetime) -> list[Series]:
        """Return the series that run at any time between `begin` and `end`."""
        ...

    def series_of_case(self, case_id: CaseId) -> list[Series]:
        """Return the series of a case, oldest first."""
        ...

    def add(self, appointment: Appointment) -> Appointment:
        """Store an appointment and return it with its id."""
        ...

    def change(self, appointment: Appointment) -> None:
        """Store the changed appointment; it must have an id."""
        ...

    def get(self, appointment_id: AppointmentId) -> Appointment:
        """Return the appointment; KeyError when there is none."""
        ...

    def at_slot(self, series_id: SeriesId, slot: datetime) -> Appointment | None:
        """Return what is stored for a slot of a series, or None."""
        ...

    def between(self, begin: datetime, end: datetime) -> list[Appointment]:
        """Return the stored appointments any of which lies between `begin` and `end`."""
        ...

    def taken(self, begin: datetime, end: datetime) -> set[tuple[SeriesId, datetime]]:
        """Return the slots between `begin` and `end` that have a row of their own."""
        ...

    def of_case(self, case_id: CaseId) -> list[Appointment]:
        """Return the stored appointments of a case in order of time."""
        ...

    def linked(self, begin: datetime, end: datetime) -> set[SessionId]:
        """Return which sessions that began between `begin` and `end` keep an appointment."""
        ...

    def record_move(self, move: Move) -> None:
        """Store that a time was changed."""
        ...

    def moves_of_case(self, case_id: CaseId) -> list[Move]:
        """Return every change of time of a case, oldest first."""
        ...

    def remember(self, case_id: CaseId) -> CaseAppointments:
        """Return everything that a case has in the calendar."""
        ...

    def restore(self, before: CaseAppointments) -> None:
        """Put back what a case had; what it has now goes."""
        ...


class Audit(Protocol):
    """The append-only trail."""

    def record(
        self,
        kind: AuditKind,
        at: datetime,
        case_id: CaseId | None = None,
        subject: int | None = None,
    ) -> None:
        """Add a line."""
        ...

    def record_or_hold(
        self,
        kind: AuditKind,
        at: datetime,
        case_id: CaseId | None = None,
        subject: int | None = None,
    ) -> None:
        """Add a line in a transaction of its own; hold it where the disk takes nothing."""
        ...

    def catch_up(self) -> bool:
        """Write the lines that are held; return whether none is held any more."""
        ...

    def behind(self) -> bool:
        """Return whether a line is held because the disk took nothing."""
        ...

    def last(self, kinds: Sequence[AuditKind]) -> datetime | None:
        """Return when one of these happened last, or None."""
        ...

    def entries(self, limit: int = 1000) -> list[AuditEntry]:
        """Return the newest lines, newest first."""
        ...

    def intact(self) -> bool:
        """Return whether every line follows from the one before it."""
        ...


class Settings(Protocol):
    """Choices kept inside the vault."""

    def practice(self) -> Practice:
        """Return who the counselor is."""
        ...

    def change_practice(self, practice: Practice) -> None:
        """Store who the counselor is."""
        ...

    def open_note(self) -> NoteId | None:
        """Return the note that was being written when the vault was locked."""
        ...

    def remember_open_note(self, note_id: NoteId | None) -> None:
        """Remember the note that is being written."""
        ...

    def calendar_place(self) -> tuple[str, str, CaseId | None] | None:
        """Return where in the calendar the vault was locked, or None.

        View, day (ISO), and the case for which an appointment was being written.
        """
        ...

    def remember_calendar_place(self, place: tuple[str, str, CaseId | None] | None) -> None:
        """Remember where in the calendar one is, or that one is elsewhere."""
        ...

    def note_templates(self) -> tuple[NoteTemplate, ...]:
        """Return the templates that the counselor made, in her order."""
        ...

    def change_note_templates(self, templates: Sequence[NoteTemplate]) -> None:
        """Store the templates that the counselor made."""
        ...

    def usual_note_template(self) -> str:
        """Return the key of the template new notes begin in; nothing where none was chosen."""
        ...

    def choose_usual_note_template(self, key: str) -> None:
        """Store in which template new notes begin."""
        ...

    def example_mark(self) -> tuple[str, int] | None:
        """Return the mark of the example: its vault's id in hex and its number of cases."""
        ...

    def mark_example(self, vault_id: str, cases: int) -> None:
        """Mark this vault as the example."""
        ...

    def keyring(self) -> tuple[str, bool]:
        """Return what the system's keyring is to keep, in hex ("" for nothing), and if it may."""
        ...

    def remember_keyring(self, secret: str, *, out: bool) -> None:
        """Store what the keyring is to keep; `out` says that it may lie there now."""
        ...


class OpenVault(Protocol):
    """An unlocked vault. It belongs to one thread."""

    @property
    def cases(self) -> Cases:
        """The cases."""
        ...

    @property
    def case_form(self) -> CaseForms:
        """The unfinished form of a new case."""
        ...

    @property
    def clients(self) -> Clients:
        """The clients."""
        ...

    @property
    def sessions(self) -> Sessions:
        """The sessions."""
        ...

    @property
    def notes(self) -> Notes:
        """The notes."""
        ...

    @property
    def consents(self) -> Consents:
        """The consents."""
        ...

    @property
    def appointments(self) -> Appointments:
        """The appointments."""
        ...

    @property
    def audit(self) -> Audit:
        """The trail."""
        ...

    @property
    def search(self) -> Search:
        """The search."""
        ...

    @property
    def settings(self) -> Settings:
        """Choices kept inside."""
        ...

    @property
    def ways(self) -> WaysIn:
        """What opens this vault."""
        ...

    @property
    def name(self) -> str:
        """The folder's name."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which all writes succeed together or not at all."""
        ...

    def forget_deleted(self) -> None:
        """Leave no page behind in which something deleted could be read."""
        ...

    def check_password(self, password: str) -> None:
        """Raise `WrongPassword` or `TooManyTries` unless `password` opens this vault."""
        ...

    def close(self) -> None:
        """Write what is open, close the file, forget the keys."""
        ...


@dataclass(frozen=True)
class Opened:
    """An opened vault; `from_copy` says that the header had to be read from its copy.

    `by_recovery` says that the recovery key opened it: whoever used it needs a new password.
    """

    vault: OpenVault
    from_copy: bool = False
    by_recovery: bool = False


class Door(Protocol):
    """Creates and opens vaults."""

    def new_recovery_key(self) -> tuple[str, ...]:
        """Return a fresh recovery key as eight groups."""
        ...

    def create(self, place: Path, password: str, recovery: Sequence[str]) -> Opened:
        """Make a vault in the empty or absent folder `place` and open it."""
        ...

    def exists(self, place: Path) -> bool:
        """Return whether the folder holds a vault."""
        ...

    def wait_left(self, place: Path) -> float:
        """Return the seconds until the next try is allowed."""
        ...

    def open(self, place: Path, password: str) -> Opened:
        """Open with the password."""
        ...

    def open_with_recovery(self, place: Path, typed: str) -> Opened:
        """Open with the typed recovery key."""
        ...

    def keyring_name(self, place: Path) -> str:
        """Return under which name the keyring keeps what opens a vault; "" where it does not."""
        ...

    def open_with_keyring(self, place: Path, secret: bytes) -> Opened:
        """Open with what the system's keyring kept."""
        ...


class ConsentPrinter(Protocol):
    """Makes a consent form into a PDF."""

    def render(self, form: ConsentForm, signatures: tuple[Signature, ...] = ()) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        ...


class SummaryPrinter(Protocol):
    """Makes a de-identified summary into a file."""

    def render(self, summary: DeidentifiedSummary) -> bytes:
        """Return the file's bytes."""
        ...


class RecoveryPrinter(Protocol):
    """Makes the recovery sheet."""

    def render(
        self, groups: Sequence[str], vault_name: str, made_on: str, labels: Mapping[str, str]
    ) -> bytes:
        """Return the PDF."""
        ...


class WeekPrinter(Protocol):
    """Makes a week of the calendar into a PDF."""

    def render(self, sheet: WeekSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        ...


class EventWriter(Protocol):
    """Makes events for another calendar into an `.ics` file (RFC 5545)."""

    def render(self, events: Sequence[CalendarEvent], made_at: datetime) -> bytes:
        """Return the file's bytes."""
        ...


@dataclass(frozen=True)
class Papers:
    """Everything that makes paper, handed down by bootstrap."""

    consent: ConsentPrinter
    summary_pdf: SummaryPrinter
    summary_docx: SummaryPrinter
    recovery: RecoveryPrinter
    clean_picture: Callable[[bytes], tuple[bytes, str]]
    protect_pdf: Callable[[bytes, str], bytes]
    protect_docx: Callable[[bytes, str], bytes]
    pdf_words: Callable[[bytes], list[str]]
    docx_words: Callable[[bytes], list[str]]
    week: WeekPrinter
    events: EventWriter


class Shelf(Protocol):
    """Where files that leave the vault go, and where scans come from."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a private file whole: temporary, synced, renamed. Raise a `Refusal` on failure."""
        ...

    def write_new(self, files: Mapping[Path, bytes]) -> None:
        """Write private files, all or none; raise `FileTaken` rather than write over one."""
        ...

    def read(self, path: Path, limit: int) -> bytes:
        """Return a file's bytes; raise `PictureTooLarge` above `limit` bytes."""
        ...


class PreferenceStore(Protocol):
    """Where choices that are not secret are kept."""

    def load(self) -> Preferences:
        """Return the choices; a damaged file counts as none."""
        ...

    def save(self, preferences: Preferences) -> None:
        """Keep the choices."""
        ...


class Keeper(Protocol):
    """Verifies, backs up and restores vaults."""

    def verify(self, opened: OpenVault) -> list[Complaint]:
        """Return what is wrong with an open vault; nothing when all is well."""
        ...

    def verify_backup(self, source: Path, opened: OpenVault) -> list[Complaint]:
        """Return what is wrong with a backup; `opened` is the vault restored from it."""
        ...

    def back_up(self, opened: OpenVault, target: Path, *, replace: bool = False) -> dict[str, int]:
        """Write a verified backup to one file; return the number of rows of each table.

        Raises `FileTaken` where a file stands at `target`, unless it may be replaced.
        """
        ...

    def restore(self, source: Path, place: Path) -> None:
        """Unpack a backup into a folder that is absent or empty."""
        ...


@dataclass(frozen=True)
class ExampleMark:
    """Proof that an open vault is the example; `own_cases` were added to the invented ones."""

    folder: Path = field(repr=False)
    vault_id: str
    own_cases: int


class ExampleFolder(Protocol):
    """Where the example lies, and how it is told from every other vault."""

    def place(self, language: str) -> Path:
        """Return the folder of the example in a language."""
        ...

    def mark(self, vault: OpenVault, cases: int) -> None:
        """Mark a vault that was made in that folder just now as the example."""
        ...

    def found(self, vault: OpenVault) -> ExampleMark | None:
        """Return the proof for an open vault, or None for any other vault.

        The folder's name, the mark inside the vault and the id in its header must agree.
        """
        ...

    def remove(self, mark: ExampleMark) -> bool:
        """Delete the closed example; return False, with nothing touched, when the proof fails.

        Only the files of a vault are deleted. Raises `VaultBusy`, `NotWritable`.
        """
        ...


class Example(Protocol):
    """The invented practice that can be opened to look around."""

    def place(self, language: str) -> Path:
        """Return the folder of the example in a language."""
        ...

    def open(self, language: str, told: Callable[[int, int], None]) -> Opened:
        """Open the example; make it first where there is none, telling how far it is."""
        ...

    def found(self, vault: OpenVault) -> ExampleMark | None:
        """Return the proof that an open vault is the example, or None."""
        ...

    def remove(self, mark: ExampleMark) -> bool:
        """Delete the closed example; return False when the proof fails."""
        ...


class WaysIn(Protocol):
    """What opens a vault. Each change asks for a proof, and the old way opens until it is done."""

    def change_password(self, proof: Proof, password: str) -> None:
        """Let `password` open the vault in place of the present one."""
        ...

    def change_recovery(self, proof: Proof, groups: Sequence[str]) -> None:
        """Let the recovery key of these groups open it in place of the present one."""
        ...

    def check_recovery(self, typed: str) -> None:
        """Raise a refusal unless a typed recovery key opens this vault; nothing changes."""
        ...

    def keyring_name(self) -> str:
        """Return under which name the keyring keeps this vault's secret; "" when switched off."""
        ...

    def mend(self) -> None:
        """Mend whichever of header and copy is damaged from the one that opened the vault."""
        ...

    def switch_keyring_on(self, proof: Proof, secret: bytes) -> str:
        """Let `secret` open the vault, too; return under which name a keyring is to keep it."""
        ...

    def switch_keyring_off(self) -> None:
        """Let nothing of a keyring open the vault any more."""
        ...


class Keychain(Protocol):
    """The system's keyring. Every method answers within a few seconds or raises `KeyringFailed`."""

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret under a name, in place of the one before."""
        ...

    def take(self, name: str) -> str | None:
        """Return the secret kept under a name and keep it no longer; None where there is none."""
        ...
