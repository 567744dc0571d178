"""What every page of the workspace is, and where one can go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import privacy
from ui.begin import Begins

if TYPE_CHECKING:
    from app.domain.appointment import Which
    from app.domain.entry import EntryKind
    from app.domain.ids import AmendmentId, CaseId, ConsentId, NoteId, ReflectionId, SessionId
    from app.domain.lock import WayChanging
    from app.services.changes import Changes
    from ui.office import Office


@dataclass(frozen=True)
class Destination:
    """Somewhere in the workspace."""


@dataclass(frozen=True)
class ToToday(Destination):
    """The day: who comes and what waits."""


@dataclass(frozen=True)
class ToCases(Destination):
    """The list of cases, with one open beside it; `then` once its own password was given.

    `fresh`: it was made just now, and the keyboard begins at what it lacks.
    """

    case_id: CaseId | None = None
    then: Destination | None = None
    fresh: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class ToNewCase(Destination):
    """The form for a new case."""


@dataclass(frozen=True)
class ToCaseForm(Destination):
    """The form of a case and its client, at one of its fields if one is named."""

    case_id: CaseId
    field: str = ""


@dataclass(frozen=True)
class ToQuestionnaire(Destination):
    """The import of the answers of an online questionnaire."""


@dataclass(frozen=True)
class ToAnswers(Destination):
    """The answers of a questionnaire in the file of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToNoteImport(Destination):
    """The import of notes from before the program."""


@dataclass(frozen=True)
class ToOldNotes(Destination):
    """The imported notes in the file of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToIntakePaper(Destination):
    """The pre-intake form (预约登记表), empty, or with what is known of a case."""

    case_id: CaseId | None = None


@dataclass(frozen=True)
class ToScreen(Destination):
    """The suitability screen of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToContacts(Destination):
    """The contacts of a case outside its sessions, with one to log."""

    case_id: CaseId


@dataclass(frozen=True)
class ToReasons(Destination):
    """Why an emergency was not waited with, a client stays anonymous, or who is known already."""

    case_id: CaseId
    kind: EntryKind
    session_id: SessionId | None = None


@dataclass(frozen=True)
class ToIntake(Destination):
    """What was asked when the client of a case sought counselling; `at`: the part to begin at."""

    case_id: CaseId
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class ToDecline(Destination):
    """Why the client of a case is not taken on."""

    case_id: CaseId


@dataclass(frozen=True)
class ToModeChange(Destination):
    """A change of a case's way of service."""

    case_id: CaseId


@dataclass(frozen=True)
class ToCourse(Destination):
    """The agreed number of sessions of a case, and its reviews; `at`: the part to begin at."""

    case_id: CaseId
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class ToTechSheet(Destination):
    """The technical sheets of a case: platform, devices, the trial call."""

    case_id: CaseId


@dataclass(frozen=True)
class ToReferral(Destination):
    """The referrals of a case: letter, receipt, what happened since."""

    case_id: CaseId


@dataclass(frozen=True)
class ToEnding(Destination):
    """The closing of a case, and its reopening; `dropped` begins with a client who is gone."""

    case_id: CaseId
    dropped: bool = False


@dataclass(frozen=True)
class ToFollowUp(Destination):
    """The follow-ups of a case: when one asks, and what was found."""

    case_id: CaseId


@dataclass(frozen=True)
class ToRecordCopy(Destination):
    """A copy of the record of a case that is given; `note_id` is chosen where one asked for it."""

    case_id: CaseId
    note_id: NoteId | None = None


@dataclass(frozen=True)
class ToReflections(Destination):
    """The private reflections of a case: at those of a session, or at one that was found."""

    case_id: CaseId
    session_id: SessionId | None = None
    reflection_id: ReflectionId | None = None


@dataclass(frozen=True)
class ToFormulation(Destination):
    """The formulation of a case: the next version, and those that were saved."""

    case_id: CaseId


@dataclass(frozen=True)
class ToSupervision(Destination):
    """The supervisions of a case: what is still to be done, and what was said."""

    case_id: CaseId


@dataclass(frozen=True)
class ToReport(Destination):
    """The case report for supervision: the next version, and those that were saved."""

    case_id: CaseId


@dataclass(frozen=True)
class ToGenogram(Destination):
    """The genogram of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToMeasures(Destination):
    """The scales of a case: one to answer, and what was answered."""

    case_id: CaseId


@dataclass(frozen=True)
class ToRisk(Destination):
    """How much danger there is in a case: over time, and the next assessment."""

    case_id: CaseId


@dataclass(frozen=True)
class ToSafetyPlan(Destination):
    """The safety plan of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToCrisis(Destination):
    """The crisis card of a case, and what is done in a crisis; None: choose the case."""

    case_id: CaseId | None = None


@dataclass(frozen=True)
class ToDisclosure(Destination):
    """What was told to others of a case, and telling something."""

    case_id: CaseId


@dataclass(frozen=True)
class ToKeeping(Destination):
    """How long records are kept: the practice's choice, and what is due."""


@dataclass(frozen=True)
class ToCaseKeeping(Destination):
    """How long the record of one case is kept."""

    case_id: CaseId


@dataclass(frozen=True)
class ToEthics(Destination):
    """The ethical decisions of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToHold(Destination):
    """The legal holds of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToRecordings(Destination):
    """The recordings of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToRequests(Destination):
    """What the client of a case asks about the record; `at`: the part to begin at."""

    case_id: CaseId
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class ToScales(Destination):
    """The scales: those that are shipped, and those that the counselor makes."""


@dataclass(frozen=True)
class ToCatalogues(Destination):
    """The lists and texts of the program, which she words for herself."""


@dataclass(frozen=True)
class ToHours(Destination):
    """The hours of the practice, and how far they reach."""


@dataclass(frozen=True)
class ToHourRules(Destination):
    """What registers and platforms ask for in hours: what is shipped, and what she writes."""


@dataclass(frozen=True)
class ToCaseLock(Destination):
    """The password of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class Passage:
    """A stretch of a note's text, of an amendment, or of the unfinished one, to land on."""

    start: int
    end: int
    amendment_id: AmendmentId | None = None
    unfinished: bool = False


@dataclass(frozen=True)
class ToNote(Destination):
    """A note, at a passage if one was found; `signing`: she was about to sign it."""

    note_id: NoteId
    passage: Passage | None = None
    signing: bool = False


@dataclass(frozen=True)
class ToConsent(Destination):
    """A consent."""

    consent_id: ConsentId


@dataclass(frozen=True)
class ToConsents(Destination):
    """All consents of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToConsentBoard(Destination):
    """Consent over all cases."""


@dataclass(frozen=True)
class ToConsentTexts(Destination):
    """The texts of consents, and those the counselor worded anew."""


@dataclass(frozen=True)
class ToExport(Destination):
    """The de-identified summary of a case; `paper` is which one is asked for, if one is."""

    case_id: CaseId
    paper: str = ""


@dataclass(frozen=True)
class ToSearch(Destination):
    """The search through all notes."""

    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class ToCalendar(Destination):
    """The calendar: `view` is day, week or month, `day` an ISO day of it; "" as it was, or today.

    `case_id` begins a new appointment of that case, `which` opens one.
    """

    view: str = ""
    day: str = ""
    case_id: CaseId | None = None
    which: Which | None = None


@dataclass(frozen=True)
class ToSettings(Destination):
    """Practice, locking and language."""


@dataclass(frozen=True)
class ToNewPassword(Destination):
    """Another password; `forgotten`: she came in by the recovery key."""

    forgotten: bool = False


@dataclass(frozen=True)
class ToNewRecovery(Destination):
    """Another recovery key."""


@dataclass(frozen=True)
class ToDestroy(Destination):
    """The destruction of a case."""

    case_id: CaseId


@dataclass(frozen=True)
class ToSuccession(Destination):
    """The package for a trusted colleague."""


@dataclass(frozen=True)
class ToNoteTemplates(Destination):
    """The templates of notes."""


@dataclass(frozen=True)
class ToHealth(Destination):
    """The health check."""


@dataclass(frozen=True)
class ToSalvage(Destination):
    """The salvage of a damaged vault."""


@dataclass(frozen=True)
class ToSecurity(Destination):
    """What protects the computer around the vault."""


@dataclass(frozen=True)
class ToPractice(Destination):
    """The practice: its profile, credentials, trainings, supervision; `part` is the one to show.

    `at` is the field of the profile to begin at.
    """

    part: str = ""
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class ToTrail(Destination):
    """The trail (留痕): of one case, or of the whole vault."""

    case_id: CaseId | None = None


@dataclass(frozen=True)
class ToDue(Destination):
    """Everything that waits, and what was put off."""


@dataclass(frozen=True)
class ToCompleteness(Destination):
    """What the record of a case lacks, or of every case."""

    case_id: CaseId | None = None


@dataclass(frozen=True)
class ToSamples(Destination):
    """The samples of signed notes that are gone through."""


@dataclass(frozen=True)
class ToStatistics(Destination):
    """The figures of a year."""


@dataclass(frozen=True)
class ToBackup(Destination):
    """The backups: where, when, how the last one went, and the way back."""


@dataclass(frozen=True)
class ToReadable(Destination):
    """The export of everything, for people and programs without this one."""


@dataclass(frozen=True)
class ToRestore(Destination):
    """The restore: of what, and which generation of it; "" and 0 where that is still to be said."""

    source: str = field(default="", repr=False)
    number: int = 0


@dataclass(frozen=True)
class ToHelp(Destination):
    """The help, at a topic ("" is the first), with `words` in its search field.

    `clauses` are marked in the topic of the clauses, the first of them in sight.
    """

    topic: str = ""
    words: str = ""
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToExample(Destination):
    """The example, which is a vault of its own: this one is locked first."""


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key of a page, or several with spaces between, and what it does in a few words."""

    keys: str
    does: str


def thing(place: Destination | None) -> object:
    """Return of what a place is, wherever in it one begins: two pages of one thing are twins."""
    if isinstance(place, ToReasons):
        return place
    found = (getattr(place, name, None) for name in ("case_id", "note_id", "consent_id"))
    number = next((one for one in found if one is not None), None)
    return place if number is None else (type(place), number)


class Page(Begins, QWidget):
    """A page of the workspace.

    `wanted` asks the workspace to go somewhere, `back` to go where one came from. `undoable` says
    what was done with a function that takes it back, `gone` names a case that is no longer there,
    `shut` one whose words must be on no page any more.
    """

    wanted = Signal(Destination)
    back = Signal()
    undoable = Signal(str, object)
    gone = Signal(object)
    shut = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office

    def revisit(self, destination: Destination) -> bool:
        """Show `destination` in this page, which was left and kept; False: it cannot be kept."""
        del destination
        return False

    left_from: Destination | None = None
    """Where one was when this page was left, as long as its words are not in the vault."""

    def resume(self, destination: Destination) -> bool:
        """Go on here with words that the vault had not taken when one left; False: it cannot be.

        A second page of the same thing would show less, and one of the two write over the other.
        """
        del destination
        return False

    def came_from(self, behind: Destination | None) -> None:
        """Take note of where one came from to this page; None: from nowhere."""

    def leave(self) -> None:
        """Lend whatever is typed and not yet saved to the desk; never ask, never wait."""

    def writing(self) -> NoteId | None:
        """Return the note that is being written here, if one is."""
        return None

    def begun(self) -> bool:
        """Return whether something is unfinished here, to which a lock leads back."""
        return False

    of_case = False
    """Whether it shows words of one case, so that it waits at the door where that one is shut."""

    changing: WayChanging | None = None
    """Which way into the vault this page is changing just now."""

    def unsaved(self) -> bool:
        """Return whether typed words are still on their way into the vault, or were refused."""
        return False

    def here(self) -> Destination | None:
        """Return where this page is now, so that one can come back to it; None: as it was."""
        return None

    def case_in_hand(self) -> CaseId | None:
        """Return the case that this page is of, where its destination does not name it."""
        return None

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys that do something on this page, the most used first; F1 shows them."""
        return ()

    def escape(self) -> None:
        """Do what Esc does here when no part of the page took it; nothing, unless a page says so.

        A page that keeps what is typed by itself closes what is open on it, or goes back.
        """

    def show_privacy(self) -> None:
        """Show names or codes, after privacy mode was switched."""
        privacy.lift(self)

    def reload(self, changes: Changes) -> None:
        """Show again what `changes` altered; a page that shows none of it does nothing."""
