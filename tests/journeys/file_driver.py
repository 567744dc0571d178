"""A program of its own: what a case holds beside its notes, with the vault of the story.

    python -m tests.journeys.file_driver VAULT FOLDER

An intake, answers out of a text and a workbook that lie in FOLDER, a private reflection, a
formulation, a genogram, a copy of the record and somebody who is declined, all in marked words; the
papers are saved under a password, as the pages do. No window: only what is written is looked at.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app import bootstrap
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.decline import Decline, DeclineReason
from app.domain.formulation import Formulation, FormulationPart
from app.domain.genogram import Genogram, Person
from app.domain.intake import Intake, Member, Request
from app.domain.record_copy import Ground, RecordCopy
from app.domain.screen import Referral
from app.services import (
    cases,
    declines,
    formulations,
    genograms,
    intake_papers,
    intakes,
    questionnaires,
    record_copies,
    reflections,
)
from app.services.questionnaires import Placed
from tests.journeys.canary_driver import MARK
from tests.journeys.story import FILE_PASSWORD, PASSWORD
from ui import formulation_words, genogram_words, record_copy_words

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools


def main(place: Path, folder: Path) -> None:
    """Write it all."""
    tools, vault = bootstrap.tools(), bootstrap.door().open(place, PASSWORD).vault
    case_id = vault.cases.all()[-1].id
    try:
        _ask(vault, tools, case_id)
        for number, name in enumerate(("答卷.csv", "答卷.xlsx")):
            _take_in(vault, tools, folder / name, case_id if number else None)
        writing = reflections.Writing(case_id)
        reflections.keep(vault, tools.clock, writing, f"我想到{MARK}时很累。")
        _decline(vault, tools)
        _save_papers(vault, tools, case_id, folder)
    finally:
        vault.close()


def _ask(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Store what was asked at the beginning, and who else comes."""
    asked = Intake(request=Request(seeks=f"{MARK}睡不着"), members=(Member(f"{MARK}妈", "母亲"),))
    intakes.change(vault, tools.clock, case_id, asked)


def _take_in(vault: OpenVault, tools: Tools, path: Path, case_id: CaseId | None) -> None:
    """Take the answers of a file into a new case, or into one that is there."""
    table = tools.answers.read(path)
    columns = questionnaires.begin(vault, table).columns
    questionnaires.lines(vault, tools.clock, table, columns)
    placed = Placed(table.rows[0], case_id, "" if case_id is not None else f"{MARK}答")
    questionnaires.take_in(
        vault, tools.clock, [placed], table, questionnaires.How(columns, ServiceMode.ONLINE)
    )


def _decline(vault: OpenVault, tools: Tools) -> None:
    """Do not take somebody on."""
    mode = ServiceMode.FACE_TO_FACE
    case = cases.open_case(vault, tools.clock, f"{MARK}未接", mode, Profile(name=MARK))
    made = Decline(DeclineReason.SCOPE, f"{MARK}要的是评残", Referral(f"{MARK}医院", "给了电话"))
    declines.record(vault, tools.clock, case.id, made)


def _save_papers(vault: OpenVault, tools: Tools, case_id: CaseId, folder: Path) -> None:
    """Save what can be printed of a case, under a password."""
    papers, code = tools.papers, vault.cases.get(case_id).code
    part = FormulationPart("understanding", "怎样理解", f"{MARK}怕被否定。")
    formulations.record(vault, tools, case_id, Formulation("free", "自由", "1", "zh", (part,)))
    page = formulations.page(vault, tools, case_id, "zh")
    family = Genogram((Person(1, name=MARK, note=f"{MARK}工坊"),))
    genograms.record(vault, tools, case_id, family)
    given = record_copies.page(vault, tools, case_id)
    copy = RecordCopy((), Ground.CLIENT, MARK, f"{MARK}转诊")
    chosen = record_copies.counted(vault, tuple(note_id for note_id, _ in given.notes))
    copy = replace(copy, notes=chosen)
    record_copies.record(vault, tools, case_id, copy)
    notes = record_copies.given(vault, case_id, copy)
    form = intake_papers.form(vault, tools, "zh", (), case_id)
    made = {
        formulation_words.title(): papers.sheet.render(formulation_words.sheet(page, page.kept[0])),
        genogram_words.title(): papers.genogram.render(
            genogram_words.sheet(family, code, "2026-03-24", names=True)
        ),
        record_copy_words.title(): papers.sheet.render(
            record_copy_words.sheet(given, copy, notes, "zh")
        ),
        form.title: papers.intake.render(form),
    }
    for title, pdf in made.items():
        tools.shelf.write(folder / f"{title}.pdf", papers.protect_pdf(pdf, FILE_PASSWORD))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
