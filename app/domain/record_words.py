"""The words of the record beside the notes, as a search reads them: each in its order.

A kind of entry more that is to be found is a line in `READ`, and its name and place in `ui.search`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.case_report import report_of, report_words
from app.domain.case_supervision import done_of, supervised_of
from app.domain.client_request import answer_of, request_of
from app.domain.disclosure import disclosure_of, followed_of
from app.domain.ending import Reopening, ending_of
from app.domain.entry import EntryKind
from app.domain.ethics import ethics_of
from app.domain.follow_up import follow_plan_of, follow_up_of
from app.domain.formulation import formulation_of
from app.domain.genogram import genogram_of
from app.domain.imported_note import imported_of
from app.domain.legal_hold import hold_of, lift_of
from app.domain.referral import referral_of
from app.domain.referral_course import referral_step_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from app.domain.case_supervision import CaseSupervision
    from app.domain.formulation import Formulation
    from app.domain.genogram import Genogram
    from app.domain.referral import ReferralForm
    from app.domain.session_sheet import SessionSheet


class RecordPart(Enum):
    """What of the record is not a note and holds words of its own."""

    SHEET = "sheet"
    FORMULATION = "formulation"
    GENOGRAM = "genogram"
    DISCLOSURE = "disclosure"
    ETHICS = "ethical decision"
    REFERRAL = "referral"
    ENDING = "closing"
    FOLLOW_UP = "follow-up"
    HOLD = "legal hold"
    REQUEST = "client request"
    IMPORTED = "imported note"
    REPORT = "case report"
    SUPERVISION = "supervision of the case"


VERSIONS: Final = frozenset({RecordPart.FORMULATION, RecordPart.GENOGRAM, RecordPart.REPORT})
"""Parts that are written anew as a whole: of them it is the last version that is found."""


_SHEET: Final = (
    *("mood", "problem", "complaint", "danger", "work", "referral"),
    *(
        "third_person_who",
        "identity_how",
        "channel",
        "handling",
        "remedy",
        "absence",
        "unconfirmed",
    ),
)


def sheet_words(sheet: SessionSheet) -> str:
    """Return what was written on the sheet of a session, and who came and who did not."""
    words = (*(getattr(sheet, name) for name in _SHEET), *sheet.came, *sheet.absent)
    return _lines(*words)


def formulation_words(made: Formulation) -> str:
    """Return what stands in the sections of a formulation."""
    return _lines(*made.texts().values())


def genogram_words(family: Genogram) -> str:
    """Return the names in a genogram, and what is noted of its people."""
    return _lines(*(word for one in family.people for word in (one.name, one.note)))


def content(made: object) -> str:
    """Return the words of an entry: its fields that are content, each on lines of its own."""
    return _lines(*_content(made))


def _content(made: object) -> Iterator[str]:
    """Yield the texts in the fields of a record that its `repr` leaves out, and in theirs."""
    if isinstance(made, str):
        yield made
    elif is_dataclass(made):
        for one in fields(made):
            if not one.repr:
                yield from _content(getattr(made, one.name))


def _referral_words(made: ReferralForm) -> str:
    """Return the words of a referral, and what of the person went along."""
    return _lines(content(made), *(said for _, said in made.passed.person))


def _supervision_words(made: CaseSupervision) -> str:
    """Return the words of a supervision, and what is to be done."""
    return _lines(content(made), *made.actions)


READ: Final[Mapping[EntryKind, tuple[RecordPart, Callable[[Mapping[str, Any]], str]]]] = {
    EntryKind.FORMULATION: (
        RecordPart.FORMULATION,
        lambda raw: formulation_words(formulation_of(raw)),
    ),
    EntryKind.GENOGRAM: (RecordPart.GENOGRAM, lambda raw: genogram_words(genogram_of(raw))),
    EntryKind.DISCLOSURE: (RecordPart.DISCLOSURE, lambda raw: content(disclosure_of(raw))),
    EntryKind.DISCLOSURE_FOLLOW: (RecordPart.DISCLOSURE, lambda raw: content(followed_of(raw))),
    EntryKind.ETHICS: (RecordPart.ETHICS, lambda raw: content(ethics_of(raw))),
    EntryKind.REFERRAL: (RecordPart.REFERRAL, lambda raw: _referral_words(referral_of(raw))),
    EntryKind.REFERRAL_STEP: (RecordPart.REFERRAL, lambda raw: content(referral_step_of(raw))),
    EntryKind.ENDING: (RecordPart.ENDING, lambda raw: content(ending_of(raw))),
    EntryKind.REOPENING: (
        RecordPart.ENDING,
        lambda raw: content(Reopening(str(raw.get("why", "")))),
    ),
    EntryKind.FOLLOW_PLAN: (RecordPart.FOLLOW_UP, lambda raw: content(follow_plan_of(raw))),
    EntryKind.FOLLOW_UP: (RecordPart.FOLLOW_UP, lambda raw: content(follow_up_of(raw))),
    EntryKind.LEGAL_HOLD: (RecordPart.HOLD, lambda raw: content(hold_of(raw))),
    EntryKind.HOLD_LIFTED: (RecordPart.HOLD, lambda raw: content(lift_of(raw))),
    EntryKind.CLIENT_REQUEST: (RecordPart.REQUEST, lambda raw: content(request_of(raw))),
    EntryKind.REQUEST_ANSWER: (RecordPart.REQUEST, lambda raw: content(answer_of(raw))),
    EntryKind.CASE_REPORT: (RecordPart.REPORT, lambda raw: report_words(report_of(raw))),
    EntryKind.SUPERVISION: (
        RecordPart.SUPERVISION,
        lambda raw: _supervision_words(supervised_of(raw)),
    ),
    EntryKind.SUPERVISION_DONE: (RecordPart.SUPERVISION, lambda raw: content(done_of(raw))),
    EntryKind.IMPORTED: (RecordPart.IMPORTED, lambda raw: imported_of(raw).text),
}
"""Which entries a search reads: what each is a part of, and how its words are read."""


def _lines(*words: str) -> str:
    return "\n".join(one for one in words if one.strip())
