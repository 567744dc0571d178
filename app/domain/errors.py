"""Refusals: what a counselor can do something about. Anything else is our bug.

A refusal holds no words of a client; `ui.messages` turns each into a sentence. `clause` is the
row of the guidance it comes from, where it comes from the guidance. The door loads them all: only
what adds fields of its own is made a dataclass anew, the others are one through `Refusal`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from app.domain.ids import CaseId, NoteId
    from app.domain.safeguard import Safeguard


@dataclass(eq=False)
class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Something the counselor can act on."""

    def __str__(self) -> str:
        return type(self).__name__


class GuidanceRefusal(Refusal):
    """A refusal that comes from the guidance; it names its clause."""

    clause: ClassVar[str]


@dataclass(eq=False)
class WrongPassword(Refusal):
    """The password or recovery key opens no slot; try again in `wait_seconds`."""

    wait_seconds: float = 0.0


@dataclass(eq=False)
class TooManyTries(Refusal):
    """The pause after wrong passwords is not over: `wait_seconds` are left."""

    wait_seconds: float


class OpeningTooOld(Refusal):
    """The opening with the recovery key no longer stands for it: it must be typed again."""


@dataclass(eq=False)
class WeakPassword(Refusal):
    """A new password breaks a rule.

    `reason` is short, long, common, guessable, same, vault, case, letters or file: `vault` is that
    of the vault, given to a case; `case` is that of a case, given to the vault; `letters` and
    `file` are said of one for a file that leaves (see `app.domain.readable.check`).
    """

    reason: str


@dataclass(eq=False)
class RecoveryKeyMistyped(Refusal):
    """Group `group` (1 to 8, 0 for the whole) of a typed recovery key is wrong."""

    group: int


class HeaderDamaged(Refusal):
    """Neither the header nor its copy can be read."""


class HeaderForged(Refusal):
    """The header asks for KDF parameters outside the bounds."""


class VaultDamaged(Refusal):
    """The database does not open with the right key, or its pages fail their check."""


@dataclass(eq=False)
class VaultTooNew(Refusal):
    """The vault was made by a newer program: schema `found`, known `known`."""

    found: int
    known: int


@dataclass(eq=False)
class VaultBusy(Refusal):
    """Another program holds the vault; `holder` names process and computer."""

    holder: str


class NoVaultThere(Refusal):
    """The folder holds no vault."""


class PlaceTaken(Refusal):
    """The folder for a new vault is not empty."""


class NotWritable(Refusal):
    """The program may not write there."""


class DiskFull(Refusal):
    """The disk is full; nothing already saved is lost."""


class DiskFailed(Refusal):
    """The disk failed to write; nothing already saved is lost."""


class EncryptionMissing(Refusal):
    """SQLCipher is not what answers: another SQLite library is loaded in its place."""


class CodeNameMissing(Refusal):
    """A case needs a code name."""


class CaseNotEmpty(Refusal):
    """The case holds more than its form: records are not removed as a mistake is."""


@dataclass(eq=False)
class ImportBuiltUpon(Refusal):
    """Cases that an import opened hold something else by now: it is not taken back."""

    cases: tuple[CaseId, ...]


class CaseClosed(Refusal):
    """The case is closed: it is opened again first."""


class CaseNotClosed(Refusal):
    """The case is open: there is nothing to open again."""


@dataclass(eq=False)
class FieldInvalid(Refusal):
    """The field `name` holds something that cannot be right."""

    name: str


class NoteAlreadySigned(Refusal):
    """A signed note can only be amended."""


class NoteNotSigned(Refusal):
    """Only a signed note is amended; a draft is edited."""


class NoteEmpty(Refusal):
    """There is nothing to sign."""


@dataclass(eq=False)
class SessionNotFormal(GuidanceRefusal):
    """A note cannot be signed yet; `missing` are the names of the rules in `app.domain.gate`."""

    missing: tuple[str, ...]

    clause: ClassVar[str] = "030"  # A formal session has its consent first (网络 1.2).


@dataclass(eq=False)
class EntryIncomplete(GuidanceRefusal):
    """An entry of a case's file cannot be made yet; `missing` are the names of the rules."""

    missing: tuple[str, ...]

    clause: ClassVar[str] = "132"  # A record is whole when it is made.


class ScreenIncomplete(EntryIncomplete):
    """A suitability screen lacks something."""

    clause: ClassVar[str] = "052"  # Going on asks for reasons, plan and consultation (网络 4.3).


class RiskIncomplete(EntryIncomplete):
    """An assessment of danger lacks something."""

    clause: ClassVar[str] = "124"  # A level rests on something and has consequences (二(二)a).


class SafetyPlanIncomplete(EntryIncomplete):
    """A safety plan lacks one of its steps."""

    clause: ClassVar[str] = "124"  # Middle risk asks for a plan of support (二(二)a).


class CrisisIncomplete(EntryIncomplete):
    """A step of a crisis lacks something, or one of the five is still open."""

    clause: ClassVar[str] = "098"  # Five things are done in every urgent case (问9·2(2)).


class ContactIncomplete(EntryIncomplete):
    """A contact outside the sessions lacks something."""

    clause: ClassVar[str] = "095"  # Contacts are for the arrangements, and say for which (问9).


class RecordCopyIncomplete(EntryIncomplete):
    """A copy of the record cannot be given yet."""

    clause: ClassVar[str] = "143"  # Nothing is told without consent, or a ground in the law.


class UrgentReasonsIncomplete(EntryIncomplete):
    """The reasons of an emergency lack something."""

    clause: ClassVar[str] = "097"  # Only an emergency goes on without the rest, and says why (问9).


class IdentityTalkIncomplete(EntryIncomplete):
    """The talk with a client who stays anonymous lacks something."""

    clause: ClassVar[str] = "066"  # Careful work without a name is possible, once discussed (问2).


class RelationCheckIncomplete(EntryIncomplete):
    """The weighing of another relation lacks something."""

    clause: ClassVar[str] = "005"  # Who is known already is asked, and what it means weighed (1.4).


class IntakeIncomplete(EntryIncomplete):
    """A case cannot be opened: its request is not graded, or is none for this way of service."""

    clause: ClassVar[str] = "073"  # New requests are looked through and graded (问4·2).


class DangerFromAfar(GuidanceRefusal):
    """Somebody in danger would be worked with from afar before anything else was done."""

    clause: ClassVar[str] = "097"  # Urgent cases are not for online counselling (问9·2).


class DeclineIncomplete(EntryIncomplete):
    """Somebody is not taken on, and a neutral reason or another place to go is missing."""

    clause: ClassVar[str] = "002"  # Everybody is treated justly; declining has its reason (1.1).


class ModeChangeIncomplete(EntryIncomplete):
    """A change of the way of service lacks something."""

    clause: ClassVar[str] = "071"  # It is discussed, and the client decides (问4).


class ModeChangeUnrecorded(GuidanceRefusal):
    """The way of service of a case that holds more than its form changes by a record alone."""

    clause: ClassVar[str] = "071"  # It is discussed, and the client decides (问4).


class AgreementIncomplete(EntryIncomplete):
    """An agreement on a number of sessions lacks something."""

    clause: ClassVar[str] = "080"  # The number is agreed on beforehand (问5).


class TechSheetIncomplete(EntryIncomplete):
    """A technical sheet lacks something."""

    clause: ClassVar[str] = "051"  # Both sides' computers and programs fit (网络 4.2(3)).


class ReferralIncomplete(EntryIncomplete):
    """A referral, or a step of one, lacks something."""

    clause: ClassVar[str] = "126"  # Referral with its information, and asking afterwards (二(二)c).


class ReferralUnreleased(GuidanceRefusal):
    """A referral names a consent to a release that is not signed, or no longer holds."""

    clause: ClassVar[str] = "145"  # What goes to others, the client has agreed to (004 例外 1).


class ReferralUnsendable(EntryIncomplete):
    """The letter of a referral, or its receipt, would not say from whom it is."""

    clause: ClassVar[str] = "126"  # A referral gives whom to ask, and is asked about (二(二)c).


class PaperUnsigned(Refusal):
    """A paper that the counselor answers for would not bear her name."""


class EndingIncomplete(EntryIncomplete):
    """The closing of a case, or its reopening, lacks something."""

    clause: ClassVar[str] = "035"  # It ends with care (网络 1.7).


class FollowUpIncomplete(EntryIncomplete):
    """A plan for asking afterwards, or what was found, lacks something."""

    clause: ClassVar[str] = "126"  # Asking afterwards, at regular times (二(二)c).


class SampleIncomplete(EntryIncomplete):
    """A sample of records was not looked through whole."""

    clause: ClassVar[str] = "119"  # Records are gone through again (规范一(四)).


class FormulationIncomplete(EntryIncomplete):
    """A case formulation lacks something."""

    clause: ClassVar[str] = "085"  # Goals and methods are chosen for the case (问6).


class SupervisionIncomplete(EntryIncomplete):
    """A supervision of a case, or what became of what it asked for, lacks something."""

    clause: ClassVar[str] = "118"  # Supervision is put on record (规范一(三)).


class ReportEmpty(Refusal):
    """A case report has no word in any of its sections."""


class MeasureIncomplete(EntryIncomplete):
    """A measure, or what was done about it, lacks something."""

    clause: ClassVar[str] = "055"  # Scales are used with care (网络 5.2).


class ScaleIncomplete(EntryIncomplete):
    """A scale that the counselor makes lacks something."""

    clause: ClassVar[str] = "055"  # Scales are used with care (网络 5.2).


class DisclosureIncomplete(EntryIncomplete):
    """A disclosure, or what is written after it, lacks something."""

    clause: ClassVar[str] = "143"  # Nothing is told without consent or an exception (披露前提).


class EthicsIncomplete(EntryIncomplete):
    """A record of an ethical decision lacks something."""

    clause: ClassVar[str] = "161"  # Where the duty is unclear, with care (义务不明时).


class RuleSetIncomplete(EntryIncomplete):
    """A rule set for hours lacks something, or a line of it cannot be read."""

    clause: ClassVar[str] = "118"  # Each form of supervision is counted separately (规范一(三)).


class CatalogueIncomplete(EntryIncomplete):
    """A list or text that she words lost something that the guidance asks for."""

    clause: ClassVar[str] = "008"  # What is offered is said to everybody (热线 2.1).


class ReviewIncomplete(EntryIncomplete):
    """A review of the work lacks something."""

    clause: ClassVar[str] = "035"  # Where it helps no more, it ends with care (网络 1.7).


class PracticeRecordIncomplete(EntryIncomplete):
    """A record of the practice lacks something."""

    clause: ClassVar[str] = "068"  # Qualifications of seven kinds, each as it is (问3·1).


class ServiceSheetIncomplete(EntryIncomplete):
    """The service sheet lacks something that is to be published."""

    clause: ClassVar[str] = "061"  # What is published before somebody books (问1·3).


class StandingPaperIncomplete(EntryIncomplete):
    """The paper on supervision, records and emergencies lacks something."""

    clause: ClassVar[str] = "058"  # Supervision, records, who is told of an emergency (问1).


@dataclass(eq=False)
class ConsentStepRefused(GuidanceRefusal):
    """A consent cannot go from `state` to `to`."""

    state: str
    to: str

    clause: ClassVar[str] = "042"  # The order of steps is that of 网络 2.4.


@dataclass(eq=False)
class ConsentFormIncomplete(GuidanceRefusal):
    """The form has empty places; `missing` are their labels."""

    missing: tuple[str, ...]

    clause: ClassVar[str] = "010"  # Blanks are refused by 热线 2.3 and 网络 2.5.


class ConsentNotFilled(ConsentFormIncomplete):
    """A step towards the signature is not recorded while the form has empty places."""

    clause: ClassVar[str] = "042"  # What is given and read is the whole form (网络 2.4).


@dataclass(eq=False)
class ConsentNotDiscussed(GuidanceRefusal):
    """A discussion is not whole; `missing` are the names of the rules in `consent_talk`."""

    missing: tuple[str, ...]

    clause: ClassVar[str] = "088"  # What is discussed before a consent counts (问7, 159).


@dataclass(eq=False)
class EvidenceIncomplete(GuidanceRefusal):
    """What proves a consent is not whole; `missing` are the rules in `consent_evidence`."""

    missing: tuple[str, ...]

    clause: ClassVar[str] = "090"  # Consent is archived with its process (问7·归档).


@dataclass(eq=False)
class ConsentTextIncomplete(GuidanceRefusal):
    """A text of one's own lacks what must stand in it.

    `missing` are the names of rules in `consent_wording`, each with the heading of its section or
    the place it speaks of.
    """

    missing: tuple[tuple[str, str], ...]

    clause: ClassVar[str] = "039"  # Required sections are reworded, never left out (网络2.3).


class ConsentFinal(GuidanceRefusal):
    """What was signed does not change."""

    clause: ClassVar[str] = "042"  # A signed consent is kept as signed (网络 2.4).


class ConsentAltered(GuidanceRefusal):
    """A signed consent is not as it was signed: its digest does not hold."""

    clause: ClassVar[str] = "042"  # A signed consent is kept as signed (网络 2.4).


class SignatureMissing(GuidanceRefusal):
    """Signing needs a signature, a scan or a photo."""

    clause: ClassVar[str] = "042"  # The way of signing and the archive are settled (网络 2.4).


class SignatureTooEarly(GuidanceRefusal):
    """A signature was drawn before the words were confirmed that it would stand under."""

    clause: ClassVar[str] = "042"  # Confirmed again first, then signed (网络 2.4).


class NotAnImage(Refusal):
    """A scan is no picture or PDF that can be read."""


@dataclass(eq=False)
class PictureTooLarge(Refusal):
    """A scan has more pixels or bytes than can be kept: `limit` says how many, in millions."""

    limit: int


@dataclass(eq=False)
class GlyphsMissing(Refusal):
    """No font of ours holds `characters`; printing would leave boxes."""

    characters: str


@dataclass(eq=False)
class SafeguardsUnanswered(GuidanceRefusal):
    """Of these safeguards of the computer nothing is known: neither seen nor answered."""

    open: tuple[Safeguard, ...]

    clause: ClassVar[str] = "049"  # The counselor checks her equipment regularly.


@dataclass(eq=False)
class SpansUndecided(GuidanceRefusal):
    """`count` marked places still wait for a decision before anything leaves."""

    count: int

    clause: ClassVar[str] = (
        "157"  # What is discussed with others has its identifying parts hidden (3.5, 3.6).
    )


@dataclass(eq=False)
class LeakFound(GuidanceRefusal):
    """What is to leave still holds `count` words of the case's register.

    `where` says in which part: "purpose" for what she typed as the purpose, "name" for a file's
    name, "text" for the passages and whatever else can be read out of a file, "word" for a
    registered name that is an ordinary word as well and that nobody has decided on.
    """

    count: int
    where: str = "text"

    clause: ClassVar[str] = "157"  # Leftover identifiers block an export (3.6).


class ModelMissing(Refusal):
    """The name-finding model is absent or not the one this program was made with."""


class NothingChosen(Refusal):
    """An export needs at least one note."""


class ExportUnexplained(GuidanceRefusal):
    """A summary leaves for nobody, or for no purpose."""

    clause: ClassVar[str] = "013"  # Who receives what, and what for (热线 3.1).


class BackupDamaged(Refusal):
    """A backup file is not whole, or is no backup."""


class FileTaken(Refusal):
    """A file of that name stands there already, and nobody said that it may be replaced."""


class BackupInsideVault(Refusal):
    """A backup in the vault's own folder would be lost with it, or go over its files."""


@dataclass(eq=False)
class CasesUnreadable(Refusal):
    """Line `line` of a file of cases (1 is the first) is no case: `key` names what is wrong in it.

    `key` is "" where the line is no JSON object.
    """

    line: int
    key: str


class TextUnreadable(Refusal):
    """What should be text is not UTF-8."""


@dataclass(eq=False)
class ProfileUnreadable(Refusal):
    """A profile has another shape than it should: `key` names where, "" for the whole of it."""

    key: str


class AppointmentSettled(GuidanceRefusal):
    """What took place, was missed or was cancelled is not moved: it is what happened."""

    clause: ClassVar[str] = "079"  # A session keeps its appointment (问5(4)).


@dataclass(eq=False)
class SlotHasNote(Refusal):
    """There is a note for this time already, `note_id`; another is begun only on purpose."""

    note_id: NoteId


class WrapUnproved(Refusal):
    """A new slot did not give the vault key back: nothing was written, the old way stays."""


@dataclass(eq=False)
class KeyringFailed(Refusal):
    """The system's keyring did not open the vault; the password always does.

    `reason` is `absent` (no keyring that encrypts), `locked`, `silent` (no answer in time), `empty`
    (nothing is kept there), `spent` (used up until the computer starts anew) or `changed` (what is
    kept there opens nothing).
    """

    reason: str


class MemoryShort(Refusal):
    """The computer has not the memory that the key derivation needs just now."""


class RecordingMissing(Refusal):
    """The file of a recording is not in the vault's folder."""


class RecordingDamaged(Refusal):
    """A recording is not as it was stored: nothing of the damaged part is given out."""


@dataclass(eq=False)
class RecordingRefused(GuidanceRefusal):
    """A recording may not be taken, kept or heard; `missing` are the rules in `recording`."""

    missing: tuple[str, ...]

    clause: ClassVar[str] = "112"  # Recording, filming and showing need consent in writing (2.4).


@dataclass(eq=False)
class SummaryRefused(GuidanceRefusal):
    """A summary may not leave; `missing` are the rules in `summary_use`."""

    missing: tuple[str, ...]

    clause: ClassVar[str] = "157"  # What tells who somebody is must be dealt with (3.6).


class RecordingEmpty(Refusal):
    """The file that is to become a recording holds no byte."""


class RecordingUnknown(Refusal):
    """The file that is to become a recording is neither sound nor video that is known."""


class RecordingOtherKind(Refusal):
    """The file is video where sound was said, or the other way round."""


class RecordingUnread(Refusal):
    """The file that is to become a recording cannot be read."""


class RecordingUnplayable(Refusal):
    """A recording is whole, and the program knows no way to play what is in it."""


class RecordingChanged(Refusal):
    """The file changed while it was being taken in; nothing of it was kept."""


class KeepingIncomplete(EntryIncomplete):
    """A choice of how long records are kept lacks something."""

    clause: ClassVar[str] = "015"  # How long records are kept is set beforehand (热线 3.3).


class HoldIncomplete(EntryIncomplete):
    """A legal hold, or its end, lacks something."""

    clause: ClassVar[str] = "147"  # A lawsuit or a complaint needs the record as it is (例外 3).


class RequestIncomplete(EntryIncomplete):
    """A client's request lacks something."""

    clause: ClassVar[str] = "133"  # The law on personal information is followed (规范二(四)b).


class RequestAnswerIncomplete(EntryIncomplete):
    """The answer to a client's request lacks something."""

    clause: ClassVar[str] = "133"  # The law on personal information is followed (规范二(四)b).


class ProposalIncomplete(EntryIncomplete):
    """A destruction is proposed without a ground, or before its time without weighing duties."""

    clause: ClassVar[str] = "155"  # Records are kept and done away with as the law says (3.4).


class CaseOnHold(GuidanceRefusal):
    """A case under legal hold is neither destroyed nor rewritten."""

    clause: ClassVar[str] = "147"  # A lawsuit or a complaint needs the record as it is (例外 3).


class DestructionNotMarked(Refusal):
    """A case is destroyed in two steps: it was not marked for it before."""


class CodeNotRepeated(Refusal):
    """The code name was not copied as it stands: nothing is destroyed by a slip of the hand."""


class NobodyTicked(Refusal):
    """A succession package holds at least one client, ticked by the counselor."""


class PackageMissing(Refusal):
    """There is no succession package where it should be."""


class PackageDamaged(Refusal):
    """A file is no succession package, or not whole."""


class PackageTooNew(Refusal):
    """A succession package was made by a newer program."""


class PackageKeyWrong(Refusal):
    """The key is well written and does not open this succession package."""


class VaultReadOnly(Refusal):
    """The database is damaged: it is read as far as it can be, and nothing is written into it."""


class SchemaForeign(Refusal):
    """The database is built otherwise than this program builds one (promise 41)."""


class WindowElsewhere(Refusal):
    """The program stands before this vault already, in another window that does not come up."""


class BackupFolderTaken(Refusal):
    """The folder holds the backups of another vault, or files of somebody else."""


class BackupFolderMissing(Refusal):
    """The backup folder is not there: the drive is not plugged in, or was renamed."""


class BackupBusy(Refusal):
    """Another program is making a backup into this folder just now."""


class BackupDriveGone(BackupFolderMissing):
    """The drive, or the folder, was there when the work began, and is not any more."""


class BackupStopped(Refusal):
    """The work was stopped, as was asked for."""


@dataclass(eq=False)
class NoRoom(DiskFull):
    """A disk has `free` bytes left where `needed` are needed."""

    needed: int
    free: int


class PasswordsDiffer(Refusal):
    """A new password was not typed the same twice."""


class ExportDamaged(Refusal):
    """A file is no readable export, or not whole: nothing of it was taken in."""


class ExportTooNew(Refusal):
    """A readable export was made by a newer program."""


@dataclass(eq=False)
class CaseLocked(GuidanceRefusal):
    """Case `case_id` has a password of its own and is shut: nothing written in it can be read."""

    case_id: int

    clause: ClassVar[str] = "044"  # A password on the documents of a case (网络 3.1).


class CaseLockMissing(Refusal):
    """The case has no password of its own: there is none to give, change or take away."""


class CaseLockedAlready(Refusal):
    """The case has a password already: it is changed, not set."""


class RecoveryNotChosen(Refusal):
    """The recovery key does not open this case: that was chosen when its password was set."""


class RecoveryUnknown(Refusal):
    """The half of the recovery key that locks is not in this vault: open it once with that key."""


class LeftInLog(Refusal):
    """The case is locked, but the log could not be emptied: it is when the vault is locked."""


class BackupFolderDiverged(Refusal):
    """The newest backup of the folder is not of this copy of the vault, or newer than it knows."""


@dataclass(eq=False)
class NoSuchGeneration(Refusal):
    """A backup folder has no generation of this number."""

    number: int


@dataclass(eq=False)
class AnswersUnreadable(Refusal):
    """A file holds no table of answers that can be taken; nothing of it was.

    `reason` is unread, empty, large, rows, columns, letters, old, page, code, quote or damaged: too
    much of what, an old or locked workbook, a web page, an unknown code of characters, a quotation
    mark that is not closed, a broken workbook. `row` is where it was seen, counted from 1, or 0.
    """

    reason: str
    row: int = 0
