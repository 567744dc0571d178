"""A copy of the record in words: its ground, and the paper itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import local
from app.domain.paper_signer import signer
from app.domain.record_copy import Ground
from app.domain.sheet import Sheet, SheetPart
from ui import dates
from ui.case_list import mode_word
from ui.session_words import sheet_lines
from ui.tech_words import tech_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from app.domain.client import Place
    from app.domain.imported_note import ImportedNote
    from app.domain.note import Seal
    from app.domain.record_copy import RecordCopy
    from app.domain.session import Session
    from app.domain.tech_sheet import TechSheet
    from app.services.record_copies import CopyPage, GivenNote

translate = QCoreApplication.translate
_GROUP = 8


def ground_word(ground: Ground | None) -> str:
    """Return on what ground a copy is given."""
    if ground is None:
        return ""
    return {
        Ground.CLIENT: translate("RecordCopy", "来访者本人要"),
        Ground.CONSENT: translate("RecordCopy", "来访者书面同意给别人"),
        Ground.LAW: translate("RecordCopy", "法律文书要求"),
        Ground.ARCHIVE: translate("RecordCopy", "自己存纸质档案"),
    }[ground]


def session_line(session: Session, here: Place) -> str:
    """Return which session it is, and when it was."""
    start = local(session.starts_at, here)
    end = start + timedelta(minutes=session.minutes)
    number = translate("RecordCopy", "第 {0} 次咨询").format(session.number)
    when = f"{dates.day_and_time(start)}–{dates.clock_time(end)}"
    return translate("RecordCopy", "{0} · {1}").format(number, when)


def copy_line(copy: RecordCopy) -> str:
    """Return in one line why and to whom a copy was given."""
    parts = (ground_word(copy.ground), copy.recipient, copy.purpose, copy.reference)
    return " · ".join(one.strip() for one in parts if one.strip())


def title() -> str:
    """Return what the paper is called; it names nobody."""
    return translate("RecordCopy", "咨询记录")


def sheet(page: CopyPage, copy: RecordCopy, notes: Sequence[GivenNote], language: str) -> Sheet:
    """Return a copy as it goes on paper: each note whole, with its signature, by code name.

    Raises `PaperUnsigned` where it would not say whose records they are.
    """
    about = (
        (translate("RecordCopy", "个案代号"), page.case.code),
        (translate("RecordCopy", "咨询师"), signer(page.practice.counselor)),
        (translate("RecordCopy", "依据"), ground_word(copy.ground)),
        (translate("RecordCopy", "交给谁"), copy.recipient),
        (translate("RecordCopy", "用途"), copy.purpose),
        (translate("RecordCopy", "文书编号"), copy.reference),
    )
    head = SheetPart(rows=tuple((key, said) for key, said in about if said.strip()))
    parts = [head, *(part for one in notes for part in _note(one, page.here))]
    if copy.technical:
        parts += [_technical(at, one, page.here) for at, one in page.technical]
    told = translate("RecordCopy", "共 {0} 篇，都已签署。请妥善保管，不要转给别人。")
    if copy.earlier:
        parts += [_earlier(at, one, page.here) for at, one in page.earlier]
        told = translate(
            "RecordCopy",
            "签署的记录 {0} 篇，用这个程序以前写的记录 {1} 份。请妥善保管，不要转给别人。",
        )
    foot = translate("RecordCopy", "咨询记录 · {0}").format(page.case.code)
    said = told.format(len(notes), len(page.earlier))
    return Sheet(title(), said, tuple(parts), foot, language)


def _note(given: GivenNote, here: Place) -> Iterator[SheetPart]:
    """Yield a note: its session, what is written, its sheet, what was added, its signature."""
    session = given.session
    mode = (translate("RecordCopy", "服务方式"), mode_word(session.mode))
    yield SheetPart(session_line(session, here), rows=(mode,))
    for part in given.note.body.parts:
        if part.text.strip():
            yield SheetPart(part.title, lines=_lines(part.text))
    answers = sheet_lines(given.sheet, session.mode, named=given.named)
    if answers:
        yield SheetPart(translate("RecordCopy", "会谈单"), rows=tuple(answers))
    if given.note.seal is not None:
        yield _seal(translate("RecordCopy", "签署"), given.note.seal, here)
    for number, one in enumerate(given.amendments, 1):
        yield SheetPart(translate("RecordCopy", "补记 {0}").format(number), lines=_lines(one.text))
        yield _seal(translate("RecordCopy", "补记 {0} 的签署").format(number), one.seal, here)


def _technical(at: datetime, made: TechSheet, here: Place) -> SheetPart:
    """Return a technical sheet, with the day on which it was made (clause 051)."""
    heading = translate("RecordCopy", "技术准备 · {0}").format(dates.plain_day(local(at, here)))
    return SheetPart(heading, rows=tech_lines(made))


def _earlier(at: datetime, made: ImportedNote, here: Place) -> SheetPart:
    """Return a note from before the program under its day; nobody signed it here."""
    day = dates.plain_day(local(at, here))
    heading = translate("RecordCopy", "以前的记录 · {0}").format(f"{day} {made.turn}".strip())
    return SheetPart(heading, lines=_lines(made.text))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())


def _seal(heading: str, seal: Seal, here: Place) -> SheetPart:
    """Return who signed, when, and the digest by which it can be checked in the vault."""
    digits = seal.digest.hex()
    groups = " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
    return SheetPart(
        heading,
        rows=(
            (translate("RecordCopy", "签署人"), seal.signer),
            (translate("RecordCopy", "签署时间"), dates.day_and_time(local(seal.at, here))),
            (translate("RecordCopy", "校验码"), groups),
        ),
    )
