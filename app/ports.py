"""What the services ask of the world: vault, door, clock, paper, shelf."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from app.domain.answer_table import AnswerTable
    from app.domain.appointment import Appointment, Booking, Move, Series
    from app.domain.audit import AuditEntry, AuditKind
    from app.domain.backup import BackedUp, BackupPlan, Generation, Packed, Unchecked
    from app.domain.calendar_paper import CalendarEvent, WeekSheet
    from app.domain.case import Case, CaseLock, CaseState, ServiceMode
    from app.domain.case_form import CaseForm
    from app.domain.caseload import Ceilings
    from app.domain.catalogue import CatalogueEdition
    from app.domain.client import Client, Profile
    from app.domain.complaint import Complaint
    from app.domain.condition import Condition
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
        SignedConsent,
    )
    from app.domain.consent_evidence import SelfRead
    from app.domain.consent_purpose import Purpose
    from app.domain.consent_talk import Discussion
    from app.domain.data_table import DataTable
    from app.domain.destruction import BackupMade, Counted, Destruction, Ground, Marked
    from app.domain.differs import Differs
    from app.domain.entry import CaseEntry, EntryDocument, EntryKind
    from app.domain.genogram_sheet import GenogramSheet
    from app.domain.hour_goals import RuleSet
    from app.domain.hours import HourFacts
    from app.domain.ids import (
        AmendmentId,
        AppointmentId,
        CaseId,
        ConsentId,
        DocumentId,
        EntryDocumentId,
        EntryId,
        NoteId,
        PracticeDocumentId,
        PracticeEntryId,
        RecordingId,
        ReflectionId,
        SeriesId,
        SessionId,
    )
    from app.domain.imported_note import NoteImport
    from app.domain.intake_paper import IntakeForm
    from app.domain.lock import WhyLocked
    from app.domain.note import Amendment, Note, NoteBody, NoteTemplate, Seal
    from app.domain.note_proposal import NoteFile
    from app.domain.practice import Practice
    from app.domain.practice_record import PracticeDocument, PracticeEntry, PracticeRecord
    from app.domain.preferences import Preferences
    from app.domain.proof import Proof
    from app.domain.readable import Exported, Left, Order, TakenIn
    from app.domain.record_words import RecordPart
    from app.domain.recording import NewRecording, Recording
    from app.domain.reflection import Reflection
    from app.domain.retention import Keeping
    from app.domain.safeguard import ComputerSafety, Safeguard, Sight
    from app.domain.salvage import Salvaged
    from app.domain.scale import Scale
    from app.domain.scale_sheet import ChartSheet, ScaleSheet
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet
    from app.domain.sheet import Sheet
    from app.domain.succession import SuccessionPackage, SuccessionPlan
    from app.domain.summary import DeidentifiedSummary
    from app.domain.trail import ChainMark


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

    def first_opened(self) -> datetime | None:
        """Return when the first case was opened, None where there is none; no word is read."""
        ...

    def one_by_one(self) -> tuple[list[Case], list[CaseId]]:
        """Return the cases that can be read, newest first, and the numbers of those that cannot."""
        ...

    def change(self, case_id: CaseId, code: str, mode: ServiceMode) -> None:
        """Change code name and mode."""
        ...

    def set_state(self, case_id: CaseId, state: CaseState) -> None:
        """Say whether a case is being worked on."""
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

    def begun(self) -> list[tuple[CaseId, str]]:
        """Return of which kinds unfinished work is kept, by case; no key of a case is needed."""
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

    def first(self) -> datetime | None:
        """Return when the first session of all cases began, None where there is none."""
        ...

    def last(self) -> dict[CaseId, Session]:
        """Return the last session of each case that has one."""
        ...

    def unwritten(self, before: datetime) -> dict[CaseId, int]:
        """Return how many sessions that were over by then have no note, by case."""
        ...

    def last_number(self, case_id: CaseId) -> int:
        """Return the number of the last session of a case, 0 before the first."""
        ...

    def in_mode(self, mode: ServiceMode) -> list[Session]:
        """Return the sessions of all cases that were held in a way of service, oldest first."""
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
class SignedFacts:
    """A note that is signed: of which case and session, and when that began."""

    id: NoteId
    case_id: CaseId
    number: int
    at: datetime


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

    def one_by_one(self, case_id: CaseId) -> tuple[list[Note], list[NoteId]]:
        """Return the notes of a case that can be read, and the numbers of those that cannot."""
        ...

    def facts_of_case(self, case_id: CaseId) -> list[NoteFacts]:
        """Return what is known of a case's notes without their words, oldest session first."""
        ...

    def drafts(self) -> list[DraftFacts]:
        """Return what is known of every unsigned note, the oldest session first."""
        ...

    def signed(self, begin: datetime, end: datetime) -> list[SignedFacts]:
        """Return what is known of the signed notes of the sessions from `begin` to before `end`."""
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
    the amendment that is still being written under a signed note; it has no id yet. In a private
    reflection, which `reflection_id` names, `note_id` is 0 and `session_at` when it was begun.
    `part` is what was found where it is no note: then the offsets are those of its words.
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
    reflection_id: ReflectionId | None = None
    part: RecordPart | None = None


@dataclass(frozen=True)
class Hits:
    """One page of hits; `more` says that there are others.

    `unsearched` is the number of cases with a password of their own that are shut, `unread` are the
    notes that damage keeps from being read.
    """

    hits: tuple[Hit, ...] = field(repr=False)
    more: bool
    unsearched: int = 0
    unread: tuple[NoteId, ...] = ()


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


class Entries(Protocol):
    """What the file of a case holds beside its notes, and the sheets of its sessions."""

    def add(
        self,
        case_id: CaseId,
        kind: EntryKind,
        at: datetime,
        value: Mapping[str, Any],
        session_id: SessionId | None = None,
    ) -> CaseEntry:
        """Store an entry for good."""
        ...

    def of_case(self, case_id: CaseId, *kinds: EntryKind) -> Sequence[CaseEntry]:
        """Return the entries of a case, of these kinds or of all, in the order they were made."""
        ...

    def latest(self, kind: EntryKind) -> dict[CaseId, datetime]:
        """Return when the last entry of a kind was made in each case that has one."""
        ...

    def counts(self, kind: EntryKind) -> dict[CaseId, int]:
        """Return how many entries of a kind each case has that has one; no word is read."""
        ...

    def made(self, kind: EntryKind) -> list[tuple[CaseId, datetime]]:
        """Return of which case each entry of a kind is and when it was made; no word is read."""
        ...

    def add_document(
        self, of: tuple[CaseId, EntryId], media_type: str, data: bytes, at: datetime
    ) -> EntryDocument:
        """Store a paper that belongs to an entry of a case, sealed, for good."""
        ...

    def documents(self, case_id: CaseId) -> list[EntryDocument]:
        """Return what papers the entries of a case have, in the order they were added."""
        ...

    def document_bytes(self, document_id: EntryDocumentId) -> bytes:
        """Return the bytes of a paper; KeyError when there is none."""
        ...

    def take_back(self, entries: Sequence[EntryId]) -> frozenset[CaseId]:
        """Delete imported notes, no other entry; return the cases that had one of them."""
        ...

    def sheet(self, session: Session) -> SessionSheet:
        """Return the sheet of a session; an empty one where none was kept."""
        ...

    def save_sheet(self, session: Session, sheet: SessionSheet, at: datetime) -> None:
        """Keep the sheet of a session; raise `NoteAlreadySigned` where a signature covers it."""
        ...


@dataclass(frozen=True)
class KnownAnswer:
    """An answer that was taken in before, into which case; `same`: nothing of it changed since."""

    case_id: CaseId
    same: bool


class Answers(Protocol):
    """Which answers and old notes were taken in. No word of them is kept, and no one's name."""

    def known(self, answers: Sequence[tuple[str, str]]) -> list[KnownAnswer | None]:
        """Return for each mark and content of an answer whether it was taken in before."""
        ...

    def keep(self, case_id: CaseId, mark: str, content: str) -> int:
        """Remember that an answer was taken into a case; the memory goes with the case.

        Returns the number under which it can be dropped.
        """
        ...

    def drop(self, numbers: Sequence[int]) -> None:
        """Forget what was remembered under these numbers; what is not there stays away."""
        ...


class RecordWords(Protocol):
    """The words of sheets, formulations and genograms."""

    def find(self, words: str, most: int) -> Sequence[Hit]:
        """Return at most so many places that hold all `words`, the newest of each kind first.

        Those of a case that is shut are not looked at.
        """
        ...


class Reflections(Protocol):
    """The counselor's private reflections, apart from the record."""

    def add(
        self, case_id: CaseId, session_id: SessionId | None, text: str, at: datetime
    ) -> Reflection:
        """Store a new one, of a session or of the case as a whole."""
        ...

    def change(self, reflection_id: ReflectionId, text: str, at: datetime) -> None:
        """Keep other words in place of those before; KeyError when there is none."""
        ...

    def get(self, reflection_id: ReflectionId) -> Reflection:
        """Return one with its words; KeyError when there is none."""
        ...

    def of_case(self, case_id: CaseId) -> Sequence[Reflection]:
        """Return those of a case with their words, the newest first."""
        ...

    def remove(self, reflection_id: ReflectionId) -> None:
        """Take one away; what is not there stays away."""
        ...

    def find(self, words: str, most: int) -> Sequence[tuple[Reflection, tuple[int, int]]]:
        """Return at most so many that hold all `words`, the newest first, and where the first is.

        Those of a case that is shut are not looked at.
        """
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

    def states(
        self, purpose: Purpose | None = None
    ) -> list[tuple[CaseId, ConsentId, ConsentState]]:
        """Return how every consent stands, or those of a purpose, without words, oldest first."""
        ...

    def signed(self, purpose: Purpose) -> list[SignedConsent]:
        """Return what is known, without its words, of every consent that is signed, oldest first.

        One that was withdrawn is none of them.
        """
        ...

    def change(self, consent_id: ConsentId, draft: ConsentDraft) -> None:
        """Replace what was filled in; raise `ConsentFinal` once signed."""
        ...

    def keep_talk(self, consent_id: ConsentId, talk: Discussion) -> None:
        """Replace what was discussed; raise `ConsentFinal` once signed."""
        ...

    def keep_self_read(self, consent_id: ConsentId, read: SelfRead) -> None:
        """Store when the client read the form alone; raise `ConsentFinal` once signed."""
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

    def one_by_one(self) -> tuple[list[Appointment], bool]:
        """Return every stored appointment that can be read, and whether any cannot."""
        ...

    def taken(self, begin: datetime, end: datetime) -> set[tuple[SeriesId, datetime]]:
        """Return the slots between `begin` and `end` that have a row of their own."""
        ...

    def of_case(self, case_id: CaseId) -> list[Appointment]:
        """Return the stored appointments of a case in order of time."""
        ...

    def missed(self) -> list[tuple[CaseId, datetime]]:
        """Return when which case had a time that was missed, in their order; no word is read."""
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

    def has(self, kind: AuditKind, at: datetime, subject: int | None) -> bool:
        """Return whether there is such a line, or one is held, of that very time."""
        ...

    def count(self, kinds: Sequence[AuditKind], since: datetime) -> int:
        """Return how many lines of these kinds there are since then."""
        ...

    def total(self, kind: AuditKind, since: datetime) -> int:
        """Return the sum of what the lines of a kind count since then."""
        ...

    def last(self, kinds: Sequence[AuditKind]) -> datetime | None:
        """Return when one of these happened last, or None."""
        ...

    def entries(self, limit: int = 1000) -> list[AuditEntry]:
        """Return the newest lines, newest first."""
        ...

    def page(
        self,
        most: int,
        before: int | None = None,
        case_id: CaseId | None = None,
        kinds: Sequence[AuditKind] = (),
    ) -> list[AuditEntry]:
        """Return at most so many lines before number `before`, newest first."""
        ...

    def latest(self, subject: int, kinds: Sequence[AuditKind]) -> AuditKind | None:
        """Return which of these happened last to a record, or None."""
        ...

    def follow(self, mark: ChainMark, most: int) -> ChainMark:
        """Follow the chain from `mark` over at most so many lines, and return how far."""
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

    def open_page(self) -> tuple[str | int | None, ...] | None:
        """Return the page with something unfinished on which the vault was locked, or None."""
        ...

    def remember_open_page(self, place: Sequence[str | int | None] | None) -> None:
        """Remember the page on which something is unfinished, or that there is none."""
        ...

    def practice_drafts(self) -> dict[str, dict[str, str]]:
        """Return the records of the practice that still lack something, as typed, by their key."""
        ...

    def keep_practice_draft(self, key: str, words: Mapping[str, str]) -> None:
        """Keep such a record as typed, in place of the last; no words keep nothing."""
        ...

    def answer_columns(self, heads: Sequence[str]) -> tuple[str, ...]:
        """Return what was chosen for the columns under these heads, or nothing."""
        ...

    def remember_answer_columns(self, heads: Sequence[str], chosen: Sequence[str]) -> None:
        """Remember what was chosen, of the questionnaires that were used last."""
        ...

    def note_imports(self) -> tuple[NoteImport, ...]:
        """Return the imports of old notes that can be taken back, in their order."""
        ...

    def change_note_imports(self, imports: Sequence[NoteImport]) -> None:
        """Store the imports that can be taken back."""
        ...

    def note_templates(self) -> tuple[NoteTemplate, ...]:
        """Return the templates that the counselor made, in her order."""
        ...

    def change_note_templates(self, templates: Sequence[NoteTemplate]) -> None:
        """Store the templates that the counselor made."""
        ...

    def consent_texts(self) -> tuple[ConsentTemplate, ...]:
        """Return the consent texts that the counselor made, in her order."""
        ...

    def change_consent_texts(self, texts: Sequence[ConsentTemplate]) -> None:
        """Store the consent texts that the counselor made."""
        ...

    def consent_text_begun(self) -> ConsentTemplate | None:
        """Return the consent text that is not finished, or None."""
        ...

    def change_consent_text_begun(self, text: ConsentTemplate | None) -> None:
        """Store the consent text that is not finished, or that there is none."""
        ...

    def renewal_months(self) -> int:
        """Return after how many months a consent is gone through again (clause 159)."""
        ...

    def change_renewal_months(self, months: int) -> None:
        """Store after how many months a consent is gone through again."""
        ...

    def usual_note_template(self) -> str:
        """Return the key of the template new notes begin in; nothing where none was chosen."""
        ...

    def choose_usual_note_template(self, key: str) -> None:
        """Store in which template new notes begin."""
        ...

    def scales(self) -> tuple[Scale, ...]:
        """Return the scales that the counselor made, every edition, the oldest first."""
        ...

    def change_scales(self, scales: Sequence[Scale]) -> None:
        """Store the scales that the counselor made."""
        ...

    def catalogues(self) -> tuple[CatalogueEdition, ...]:
        """Return what she worded of lists and texts, every edition, the oldest first."""
        ...

    def change_catalogues(self, editions: Sequence[CatalogueEdition]) -> None:
        """Store what she worded of lists and texts."""
        ...

    def catalogues_begun(self) -> tuple[CatalogueEdition, ...]:
        """Return what is typed of lists and texts and not kept yet."""
        ...

    def keep_catalogue_begun(self, begun: CatalogueEdition) -> None:
        """Keep what is typed of one, in place of the last; no sections keep nothing."""
        ...

    def hour_facts(self) -> HourFacts:
        """Return how the sessions of every case count unless their case says otherwise."""
        ...

    def change_hour_facts(self, facts: HourFacts) -> None:
        """Store how the sessions of every case count."""
        ...

    def hour_rules(self) -> tuple[RuleSet, ...]:
        """Return the rule sets that the counselor wrote, every edition, the oldest first."""
        ...

    def change_hour_rules(self, rules: Sequence[RuleSet]) -> None:
        """Store the rule sets that the counselor wrote."""
        ...

    def hour_rules_begun(self) -> dict[str, dict[str, str]]:
        """Return what is written of rule sets and not kept yet, as typed, by their key."""
        ...

    def keep_hour_rules_begun(self, key: str, words: Mapping[str, str]) -> None:
        """Keep what is written of a rule set, in place of the last; no words keep nothing."""
        ...

    def hour_rules_chosen(self) -> str:
        """Return the key of the rule set that is looked at, or nothing."""
        ...

    def choose_hour_rules(self, key: str) -> None:
        """Remember which rule set is looked at."""
        ...

    def scales_begun(self) -> dict[str, dict[str, str]]:
        """Return what is written of scales and not kept yet, as typed, by their key."""
        ...

    def keep_scale_begun(self, key: str, words: Mapping[str, str]) -> None:
        """Keep what is written of a scale, in place of the last; no words keep nothing."""
        ...

    def problem_kinds(self) -> tuple[str, ...]:
        """Return the counselor's own list of kinds of problem; none where she made none."""
        ...

    def change_problem_kinds(self, kinds: Sequence[str]) -> None:
        """Store the counselor's own list of kinds of problem."""
        ...

    def review_every(self) -> int:
        """Return after how many sessions a review is due (clause 035)."""
        ...

    def choose_review_every(self, sessions: int) -> None:
        """Store after how many sessions a review is due."""
        ...

    def quiet_weeks(self) -> int:
        """Return after how many quiet weeks a client counts as gone (072); 0: never."""
        ...

    def choose_quiet_weeks(self, weeks: int) -> None:
        """Store after how many quiet weeks a client counts as gone."""
        ...

    def keeping(self) -> Keeping:
        """Return how long the practice keeps its records (clause 015)."""
        ...

    def choose_keeping(self, keeping: Keeping) -> None:
        """Store how long the practice keeps its records; what was begun of it is done."""
        ...

    def keeping_begun(self) -> dict[str, str]:
        """Return a choice of that which is not made yet, as typed, or nothing."""
        ...

    def keep_keeping(self, words: Mapping[str, str]) -> None:
        """Keep such a choice as typed; no words keep nothing."""
        ...

    def put_off(self) -> dict[str, str]:
        """Return until which day (ISO) things that wait were put off, by what they are known by."""
        ...

    def change_put_off(self, until: Mapping[str, str]) -> None:
        """Store what was put off, and until when."""
        ...

    def ceilings(self) -> Ceilings:
        """Return how many sessions a day and a week are to hold at most (clause 021)."""
        ...

    def choose_ceilings(self, ceilings: Ceilings) -> None:
        """Store how many sessions a day and a week are to hold at most."""
        ...

    def succession_plan(self) -> SuccessionPlan:
        """Return what was settled on for the case of death or illness."""
        ...

    def change_succession_plan(self, plan: SuccessionPlan) -> None:
        """Store what was settled on."""
        ...

    def last_check(self) -> datetime | None:
        """Return when the vault was checked whole for the last time, or None for never."""
        ...

    def check_findings(self) -> tuple[Complaint, ...]:
        """Return what the last check found wrong that leaves the vault in use.

        What a restore or a salvage named stands among it; see `came_hurt`.
        """
        ...

    def came_hurt(self) -> datetime | None:
        """Return when a vault was first opened that was restored, or salvaged, not whole.

        Some recordings did not come as they were stored. None once a check looked at all of them.
        """
        ...

    def remember_arrival(self, at: datetime, found: Sequence[Complaint]) -> None:
        """Store what is known wrong, now that a vault was opened that came so; see `came_hurt`."""
        ...

    def remember_check(self, at: datetime, found: Sequence[Complaint] = ()) -> None:
        """Store that the vault was checked whole, and what was found wrong."""
        ...

    def computer_safety(self) -> ComputerSafety:
        """Return what is known of the computer around the vault."""
        ...

    def keep_computer_safety(self, safety: ComputerSafety) -> None:
        """Store what is known of the computer around the vault."""
        ...

    def backup_plan(self) -> BackupPlan:
        """Return where and when backups are made, and how the last one went."""
        ...

    def change_backup_plan(self, plan: BackupPlan) -> None:
        """Store where and when backups are made."""
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


@dataclass(frozen=True)
class RemovedPracticeEntry:
    """A record of the practice with its documents, as it was before it was removed."""

    entry: PracticeEntry = field(repr=False)
    documents: tuple[tuple[PracticeDocument, bytes], ...] = field(repr=False)


class PracticeEntries(Protocol):
    """What the practice keeps about itself: records, and the scans that belong to them."""

    def add(self, record: PracticeRecord, at: datetime) -> PracticeEntry:
        """Store a new record."""
        ...

    def change(self, entry: PracticeEntry) -> None:
        """Store the changed record."""
        ...

    def get(self, entry_id: PracticeEntryId) -> PracticeEntry:
        """Return the record; KeyError when there is none."""
        ...

    def all(self) -> list[PracticeEntry]:
        """Return every record in the order they were made."""
        ...

    def remove(self, entry_id: PracticeEntryId) -> RemovedPracticeEntry:
        """Remove a record with its documents; what is returned puts it back."""
        ...

    def restore(self, removed: RemovedPracticeEntry) -> None:
        """Put a removed record and its documents back as they were."""
        ...

    def documents(self) -> list[PracticeDocument]:
        """Return what documents there are, of every record, in the order they were added."""
        ...

    def add_document(
        self, entry_id: PracticeEntryId, media_type: str, data: bytes, at: datetime
    ) -> PracticeDocument:
        """Store a scan or a file of a record."""
        ...

    def document_bytes(self, document_id: PracticeDocumentId) -> bytes:
        """Return the bytes of a document; KeyError when there is none."""
        ...

    def remove_document(self, document_id: PracticeDocumentId) -> None:
        """Remove a document; the record stays."""
        ...

    def restore_document(self, document: PracticeDocument, data: bytes) -> None:
        """Put a removed document back as it was."""
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
    def entries(self) -> Entries:
        """What the files of the cases hold beside their notes."""
        ...

    @property
    def answers(self) -> Answers:
        """Which answers of questionnaires were taken in."""
        ...

    @property
    def record_words(self) -> RecordWords:
        """The words of the record beside the notes."""
        ...

    @property
    def reflections(self) -> Reflections:
        """The counselor's private reflections."""
        ...

    @property
    def practice(self) -> PracticeEntries:
        """What the practice keeps about itself."""
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
    def recordings(self) -> Recordings:
        """The recordings."""
        ...

    @property
    def destructions(self) -> Destructions:
        """What was destroyed, and what is to be."""
        ...

    @property
    def case_locks(self) -> CaseLocks:
        """The cases with a password of their own."""
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

    def write_down_backups(self) -> None:
        """Write the lines of backups whose maker was stopped before the vault was told."""
        ...

    def forget_deleted(self) -> bool:
        """Leave no page behind in which something deleted could be read; return whether so."""
        ...

    def condition(self) -> Condition:
        """Return in what condition the vault is."""
        ...

    def distrust(self) -> None:
        """Write nothing more: the database was found damaged."""
        ...

    def accept_older(self) -> None:
        """Go on with a database that is older than its header, and write that down."""
        ...

    def make_room(self) -> None:
        """On a full disk give up what was set aside, so that deleting and locking can be written.

        Call it before a piece of work that must not fail for want of room.
        """
        ...

    def space(self) -> Space:
        """Return what is free on the vault's disk; set room aside again where there is some."""
        ...

    def check_password(self, password: str) -> None:
        """Raise `WrongPassword` or `TooManyTries` unless `password` opens this vault."""
        ...

    def close(self) -> None:
        """Write what is open, close the file, forget the keys."""
        ...


@dataclass(frozen=True)
class Space:
    """Room on the disk of a vault, in bytes: `free`, and `reserve`, which is set aside for need.

    `low` says that there is little, `full` that there is next to nothing.
    """

    free: int
    reserve: int
    low: bool = False
    full: bool = False


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

    def open(self, place: Path, password: str, *, only_read: bool = False) -> Opened:
        """Open with the password; with `only_read` no byte of the vault changes."""
        ...

    def open_with_recovery(self, place: Path, typed: str, *, only_read: bool = False) -> Opened:
        """Open with the typed recovery key; with `only_read` no byte of the vault changes."""
        ...

    def keyring_name(self, place: Path) -> str:
        """Return under which name the keyring keeps what opens a vault; "" where it does not."""
        ...

    def way_mark(self, place: Path, *, recovery: bool) -> str:
        """Return what is another whenever the password, or recovery key, is; "" where unknown."""
        ...

    def open_with_keyring(self, place: Path, secret: bytes) -> Opened:
        """Open with what the system's keyring kept."""
        ...

    def salvage(
        self, place: Path, secret: str, target: Path, told: Callable[[int, int], None] = ...
    ) -> Salvaged:
        """Get what can be read out of a damaged vault that cannot be opened into a new one."""
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


class SheetPrinter(Protocol):
    """Makes a plain sheet into a PDF."""

    def render(self, sheet: Sheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        ...


class IntakePrinter(Protocol):
    """Prints the pre-intake form."""

    def render(self, form: IntakeForm) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        ...


class GenogramPrinter(Protocol):
    """Makes a genogram into a PDF."""

    def render(self, sheet: GenogramSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        ...


class ScalePrinter(Protocol):
    """Makes a scale into a form on paper, empty or as it was answered."""

    def render(self, sheet: ScaleSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        ...


class ChartPrinter(Protocol):
    """Makes the scores of a scale over time into a drawing on paper."""

    def render(self, sheet: ChartSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        ...


class TablePrinter(Protocol):
    """Makes a table into a file for a spreadsheet; no cell of it is a formula."""

    def render(self, table: DataTable) -> bytes:
        """Return the file's bytes."""
        ...


class EventWriter(Protocol):
    """Makes events for another calendar into an `.ics` file (RFC 5545)."""

    def render(self, events: Sequence[CalendarEvent], made_at: datetime) -> bytes:
        """Return the file's bytes."""
        ...


class AnswerReader(Protocol):
    """Reads the file of an online questionnaire; it runs nothing and opens nothing else."""

    def read(self, path: Path) -> AnswerTable:
        """Return the answers; raise `AnswersUnreadable`."""
        ...


class NoteReader(Protocol):
    """Reads notes from before the program; it runs nothing and opens nothing else."""

    def listed(self, folder: Path) -> tuple[Path, ...]:
        """Return the files below a folder that may hold notes."""
        ...

    def read(self, path: Path, root: Path | None = None) -> NoteFile:
        """Return what a file holds, or why it gives no note; of `root` no name is told."""
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
    sheet: SheetPrinter
    intake: IntakePrinter
    genogram: GenogramPrinter
    scale: ScalePrinter
    chart: ChartPrinter
    csv: TablePrinter
    xlsx: TablePrinter


class Shelf(Protocol):
    """Where files that leave the vault go, and where scans come from."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a private file whole: temporary, synced, renamed. Raise a `Refusal` on failure."""
        ...

    def write_new(self, files: Mapping[Path, bytes]) -> None:
        """Write private files, all or none; raise `FileTaken` rather than write over one."""
        ...

    def take_back(self, paths: Iterable[Path]) -> None:
        """Remove files that were written a moment ago; one that is gone already is no failure."""
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


@dataclass(frozen=True)
class Lease:
    """What is needed to read the files of an open vault from another thread; `end` gives it back.

    `folder` is where the vault lies, `vault_id` its id in hex, `raw_key` the key of its database.
    A vault that is damaged may only be read: `read_only`. `zone` is the practice's time zone.
    """

    folder: Path = field(repr=False)
    vault_id: str
    raw_key: bytearray = field(repr=False)
    read_only: bool = False
    zone: str = ""

    def end(self) -> None:
        """Overwrite the key."""
        self.raw_key[:] = bytes(len(self.raw_key))


class Told(Protocol):
    """Hears how many bytes of how many are done, on any thread; raises `BackupStopped` to stop."""

    def __call__(self, done: int, total: int, /) -> None:
        """Be told."""
        ...


class ReadablePages(Protocol):
    """Makes the pages of a readable export, of rows as plain values."""

    def index(
        self, at: str, cases: Sequence[tuple[Mapping[str, Any], int]], left: Sequence[Left]
    ) -> bytes:
        """Return the first page: when it was made, each case and how many sessions, what lacks."""
        ...

    def case(self, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
        """Return the page of a case, of its rows by table."""
        ...

    def practice(self, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
        """Return the page of the practice."""
        ...

    def trail(self, rows: Iterable[Mapping[str, Any]]) -> bytes:
        """Return the page of the trail."""
        ...

    def read_me(self) -> bytes:
        """Return what stands in the archive for whoever opens it first."""
        ...


class Archivist(Protocol):
    """Writes readable exports, and makes a vault of one."""

    def exporting(
        self, opened: OpenVault, target: Path, order: Order
    ) -> Callable[[Told], Exported]:
        """Return the work that writes a readable export, to be run on any one thread.

        It replaces a file at `target`, which whoever chose it was asked about. See
        `storage.readable_out.Export.run` for what it raises.
        """
        ...

    def take_in(self, source: Path, password: str, new: NewVault, told: Told) -> TakenIn:
        """Make a new vault of a readable export.

        Raises `WrongPassword`, `ExportDamaged`, `ExportTooNew`, `PlaceTaken`, `WeakPassword`,
        `RecoveryKeyMistyped`, `NoRoom`, `DiskFull`, `NotWritable`, `BackupStopped`; what fails
        leaves nothing.
        """
        ...


@dataclass(frozen=True)
class NewVault:
    """Where a new vault is to lie, and what opens it."""

    place: Path = field(repr=False)
    password: str = field(repr=False)
    recovery: Sequence[str] = field(repr=False)


class Keeper(Protocol):
    """Verifies, backs up and restores vaults."""

    def verify(self, opened: OpenVault) -> list[Complaint]:
        """Return what is wrong with an open vault; nothing when all is well."""
        ...

    def salvaging(
        self, opened: OpenVault, target: Path
    ) -> Callable[[Callable[[int, int], None]], Salvaged]:
        """Return the work that gets what can be read out of a damaged vault into a new one."""
        ...

    def page_check(self, opened: OpenVault) -> PageCheck:
        """Return a check of every page, to be run away from the thread of the vault."""
        ...

    def recording_check(self, opened: OpenVault) -> RecordingCheck:
        """Return a check of every recording, to be run away from the thread of the vault."""
        ...

    def remember_damage(self, opened: OpenVault) -> None:
        """Let a damaged vault be opened to be read alone from now on."""
        ...

    def verify_backup(self, source: Path, opened: OpenVault) -> list[Complaint]:
        """Return what is wrong with a backup; `opened` is the vault restored from it."""
        ...

    def back_up(self, opened: OpenVault, target: Path, *, replace: bool = False) -> dict[str, int]:
        """Write a verified backup to one file; return the number of rows of each table.

        Raises `FileTaken` where a file stands at `target`, unless it may be replaced.
        """
        ...

    def restore(self, source: Path, place: Path) -> tuple[Differs, ...]:
        """Unpack a backup into a folder that is absent or empty; return what it lacks."""
        ...

    def lease(self, opened: OpenVault) -> Lease:
        """Return what work on another thread needs of an open vault; whoever asks ends it."""
        ...

    def back_up_file(
        self,
        lease: Lease,
        target: Path,
        told: Told,
        *,
        replace: bool = False,
        at: datetime | None = None,
    ) -> Packed:
        """Do what `back_up` does, away from the vault's thread; say which recordings it lacks.

        `at` is when it was begun: the vault then knows of it, whatever ends the program.
        """
        ...

    def lease_of(self, folder: Path, password: str, number: int = 0) -> Lease:
        """Return what is needed to read a generation, opened with the password alone.

        Raises `WrongPassword`, `BackupDamaged`, `BackupFolderMissing`, `HeaderDamaged`.
        """
        ...

    def adopt(self, lease: Lease, place: Path) -> Path:
        """Make a chosen place the backup folder of a vault, and return the folder.

        Raises `BackupFolderTaken` for that of another vault, `BackupInsideVault`, `NotWritable`.
        """
        ...

    def back_up_folder(self, lease: Lease, folder: Path, now: datetime, told: Told) -> BackedUp:
        """Add a verified generation to a backup folder, and let old ones go.

        Raises `BackupFolderMissing`, `BackupFolderTaken`, `BackupBusy`, `NoRoom`, `VaultDamaged`,
        `BackupStopped`, `NotWritable`, `DiskFailed`. What was there before is there after it.
        """
        ...

    def generations(self, folder: Path) -> list[Generation]:
        """Return the generations of a backup folder, the newest first."""
        ...

    def is_folder(self, path: Path) -> bool:
        """Return whether a path holds generations, rather than a vault or one file."""
        ...

    def restore_from(
        self, source: Path, place: Path, told: Told, number: int = 0
    ) -> tuple[Differs, ...]:
        """Restore a file, or a generation of a folder (0 is the newest), into a new folder.

        Returns the recordings that are not as they were stored: where one is damaged in the backup,
        everything else is restored, and as much of it as there is. Header and database must be
        whole. Raises `PlaceTaken`, `BackupDamaged`, `BackupFolderMissing`, `NoRoom`,
        `BackupStopped`.
        """
        ...

    def drill(self, lease: Lease, folder: Path, told: Told) -> tuple[Generation, list[Complaint]]:
        """Restore the newest generation for practice, compare and remove it."""
        ...

    def verify_folder(
        self, lease: Lease, folder: Path, told: Told, number: int = 0
    ) -> tuple[Generation, list[Complaint], list[Unchecked]]:
        """Check a generation where it lies; say what is wrong, and what could not be checked."""
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

    def mended(self) -> bool:
        """Return whether the header opens the vault again, where its copy had to be used."""
        ...

    def opened_just_now(self) -> bool:
        """Return whether the opening with the recovery key still stands for it (`OPENING`)."""
        ...

    def forget_opening(self) -> None:
        """Let the opening stand for nothing any more."""
        ...

    def wrong_tries(self) -> tuple[int, datetime | None]:
        """Return how many wrong tries the trail does not tell of yet, and when the last was."""
        ...

    def wrong_tries_told(self) -> None:
        """Forget them: the trail tells of them now."""
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


class RecordingReader(Protocol):
    """Reads one recording at random; may be called from any thread, one call at a time runs."""

    @property
    def size(self) -> int:
        """How many bytes the recording has."""
        ...

    def read_at(self, offset: int, size: int) -> bytes:
        """Return up to `size` bytes from `offset`, fewer at the end only.

        Raises `RecordingDamaged` before a wrong byte is returned; what lies elsewhere in the
        recording can still be read afterwards. Raises `RecordingMissing` once it is closed.
        """
        ...

    def close(self) -> None:
        """Let go of the file and forget the key."""
        ...


class RecordingWriter(Protocol):
    """Takes the bytes of a new recording; may be used on a thread that is not the vault's."""

    def write(self, data: bytes) -> None:
        """Take the next bytes; they last a power cut some mebibytes later."""
        ...

    def flush(self) -> None:
        """Make what was taken so far last a power cut."""
        ...

    def finish(self) -> None:
        """Close the file; nothing is added any more."""
        ...

    def abandon(self) -> None:
        """Remove what was written."""
        ...


class MediaFile(Protocol):
    """A file that is to become a recording, read once from its beginning."""

    @property
    def size(self) -> int:
        """How many bytes it had when it was opened."""
        ...

    def head(self, size: int) -> bytes:
        """Return up to `size` bytes from the beginning; reading goes on from there again."""
        ...

    def blocks(self) -> Iterator[bytes]:
        """Yield all of it; raise `RecordingUnread`, `RecordingChanged` where it is another now."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class MediaFiles(Protocol):
    """Where recordings come from."""

    def open(self, path: Path) -> MediaFile:
        """Open a file; raise `RecordingUnread`."""
        ...


class Recordings(Protocol):
    """The recordings of a vault. Consent is asked before any of this is called."""

    def begin(self, at: datetime) -> RecordingWriter:
        """Return the writer of a new recording; it counts as none until it is kept."""
        ...

    def keep(self, writer: RecordingWriter, new: NewRecording, at: datetime) -> Recording:
        """Store what a finished writer took as a recording of a case."""
        ...

    def files(self) -> dict[str, RecordingId]:
        """Return the names of the files, and of which recordings they are."""
        ...

    def get(self, recording_id: RecordingId) -> Recording:
        """Return the recording; KeyError when there is none."""
        ...

    def of_case(self, case_id: CaseId) -> list[Recording]:
        """Return the recordings of a case, oldest first."""
        ...

    def reader(self, recording_id: RecordingId) -> RecordingReader:
        """Return a reader; raise `RecordingMissing` or `RecordingDamaged`."""
        ...

    def erase(self, recording_id: RecordingId) -> None:
        """Destroy key and row; the file goes with the next `forget_deleted`."""
        ...

    def verify(self, recording_id: RecordingId) -> None:
        """Read and compare every byte; raise `RecordingMissing` or `RecordingDamaged`."""
        ...


class Destructions(Protocol):
    """The destruction of cases: marked first, then done, with a record that stays."""

    def mark(self, case_id: CaseId, at: datetime, ground: Ground) -> None:
        """Keep that a case is to be destroyed, since when and why."""
        ...

    def unmark(self, case_id: CaseId) -> None:
        """Keep it no longer."""
        ...

    def marked(self, case_id: CaseId) -> Marked | None:
        """Return since when a case is marked and why, or None."""
        ...

    def marks(self) -> dict[CaseId, Marked]:
        """Return every mark by its case."""
        ...

    def held(self, case_id: CaseId) -> tuple[Counted, ...]:
        """Return how much of each kind a case holds."""
        ...

    def destroy(self, case_id: CaseId, at: datetime) -> Destruction:
        """Destroy a case inside a transaction; KeyError when there is none."""
        ...

    def wipe(self) -> bool:
        """Remove the log and older copies in the vault's folder; return whether they are gone."""
        ...

    def all(self) -> list[Destruction]:
        """Return every destruction, the newest first."""
        ...

    def backups_that_hold(self, case_id: CaseId, until: datetime) -> tuple[BackupMade, ...]:
        """Return the backups known to the vault that were made while a case was there.

        Where a clock was wrong it names one too many rather than one too few.
        """
        ...

    def packages_that_hold(self, case_id: CaseId) -> tuple[datetime, ...]:
        """Return when succession packages were made in which the client of a case is."""
        ...

    def exports_that_hold(self, case_id: CaseId) -> tuple[datetime, ...]:
        """Return when everything was exported readably, with a case in it."""
        ...


class Successions(Protocol):
    """Seals and opens succession packages; it needs no vault."""

    @property
    def largest(self) -> int:
        """How many bytes a package has at most."""
        ...

    def new_key(self) -> bytes:
        """Return 160 fresh random bits."""
        ...

    def seal(self, package: SuccessionPackage, secret: bytes) -> bytes:
        """Return the bytes of an encrypted file."""
        ...

    def open(self, data: bytes, secret: bytes) -> SuccessionPackage:
        """Return what is in it; raise `PackageDamaged`, `PackageTooNew` or `PackageKeyWrong`."""
        ...


class PageCheck(Protocol):
    """A check of every page on connections of its own; it may run on any one thread."""

    def run(self) -> list[Complaint]:
        """Return what is wrong with the pages, and which records are lost by it.

        Returns nothing, and means nothing, after it was stopped.
        """
        ...

    def stop(self) -> None:
        """End a run as soon as may be; from any thread."""
        ...

    def stopped(self) -> bool:
        """Return whether it was stopped."""
        ...


class RecordingCheck(Protocol):
    """A comparison of every recording's file with its digest; it may run on any one thread."""

    def run(self, told: Told) -> list[Complaint]:
        """Return which are gone or not as they were stored; nothing after it was stopped."""
        ...

    def stop(self) -> None:
        """End a run as soon as may be; from any thread."""
        ...

    def stopped(self) -> bool:
        """Return whether it was stopped."""
        ...


class SystemSigns(Protocol):
    """What the system says of whoever sits in front of it.

    A system that says nothing is no error: the idle clock does not depend on it.
    """

    def listen(self, told: Callable[[WhyLocked], None]) -> None:
        """Call `told`, on the window's thread, with every sign after which a vault is locked."""
        ...

    def delay_sleep(self) -> None:
        """Ask the system to wait with sleeping and shutting down until this process has locked."""
        ...


class Doorbell(Protocol):
    """One vault, one window: how a second start finds the first and rings for it."""

    @property
    def place(self) -> Path:
        """The folder of the vault."""
        ...

    @property
    def call(self) -> Path:
        """The file that changes when somebody rings."""
        ...

    def take(self) -> bool:
        """Be the one window of this vault; return False where another one is."""
        ...

    def release(self) -> None:
        """Be the one window no more."""
        ...

    def ring(self, token: str) -> None:
        """Ask the first window to come up; `token` is the desktop's leave to do so."""
        ...

    def rung(self) -> str | None:
        """Return the token of whoever rings and has no answer yet; None where nobody rings."""
        ...

    def answer(self, *, shown: bool) -> None:
        """Tell whoever rang whether the window came up."""
        ...

    def answered(self) -> bool | None:
        """Return whether the window came up; None as long as nobody has answered."""
        ...


class CaseLocks(Protocol):
    """The cases with a password of their own (clauses 044, 050, 103)."""

    def stands(self, case_id: CaseId) -> CaseLock:
        """Return whether a case has a password, and whether it was given; KeyError: no case."""
        ...

    def shut_cases(self) -> list[CaseId]:
        """Return the cases whose words cannot be read now."""
        ...

    def recovery_opens(self, case_id: CaseId) -> bool:
        """Return whether the recovery key opens a locked case, too."""
        ...

    def recovery_known(self) -> bool:
        """Return whether the recovery key can be chosen as a second way in."""
        ...

    def opened_by_recovery(self, case_id: CaseId) -> bool:
        """Return whether the recovery key opened a case in this session."""
        ...

    def wait_left(self, case_id: CaseId) -> float:
        """Return the seconds until the next try at a case is allowed."""
        ...

    def open(self, case_id: CaseId, password: str) -> None:
        """Open a locked case until it is shut or the vault is locked."""
        ...

    def open_with_recovery(self, case_id: CaseId, typed: str) -> None:
        """Open a locked case with the recovery key, where that was chosen."""
        ...

    def shut(self, case_id: CaseId) -> None:
        """Forget the key of a locked case."""
        ...

    def set(self, case_id: CaseId, password: str, *, recovery: bool) -> None:
        """Give a case a password, and the recovery key a way in if so chosen."""
        ...

    def change(self, case_id: CaseId, old: str, new: str, *, recovery: bool) -> None:
        """Change the password of an open case."""
        ...

    def remove(self, case_id: CaseId, old: str) -> None:
        """Take the password of an open case away."""
        ...

    def renew_recovery(self, secret: bytes, old: bytes | None = None) -> None:
        """Let a new recovery key open what the `old` one opens; without that, what is open."""
        ...

    def stale(self) -> list[CaseId]:
        """Return the cases that an earlier recovery key opens, and the present one not yet."""
        ...


class Computer(Protocol):
    """What can be seen of the computer around the vault without asking anybody (clause 049)."""

    def look(self, folder: Path) -> Mapping[Safeguard, Sight]:
        """Return what is seen, of the disk the one that `folder` lies on.

        What is not in it was not seen. Raises nothing: what cannot be read was not seen either.
        """
        ...
