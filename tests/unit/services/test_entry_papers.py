"""The letter of a court is kept with what was done on its account: sealed, final, in the trail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.destruction import Holding
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, NotAnImage, PictureTooLarge
from app.services import case_locks, destruction, disclosures, entry_papers, holds
from storage.files import FileShelf
from tests.unit.services.test_practice import photo
from tests.vault.fixtures import EARLY, PASSWORD

LOCK = "雨天窗台上的三盆绿萝"


@pytest.fixture
def told(desk):
    """A case with a disclosure on record, and tools that read files and pictures."""
    desk.tools = replace(desk.tools, papers=bootstrap.papers(), shelf=FileShelf())
    case = desk.case("H-017")
    entry = desk.vault.entries.add(case, EntryKind.DISCLOSURE, desk.clock.at, {"basis": "law"})
    return case, entry.id


def attach(desk, told, path):
    return entry_papers.attach(desk.vault, desk.tools, *told, path)


@pytest.mark.clause("111")
@pytest.mark.clause("146")
def test_a_scan_is_kept_without_what_the_camera_wrote_and_read_into_the_trail(desk, told, tmp_path):
    case, about = told
    made = attach(desk, told, photo(tmp_path))
    assert desk.vault.audit.entries(1)[0].kind is AuditKind.PAPER_KEPT
    data = entry_papers.read(desk.vault, desk.tools, made)
    assert (len(data), b"ZEBRA" in data) == (made.size, False)
    line = desk.vault.audit.entries(1)[0]
    assert (line.kind, line.case_id, line.subject) == (AuditKind.PAPER_READ, case, about)
    again = attach(desk, told, photo(tmp_path, "page2.jpg"))
    shown = disclosures.page(desk.vault, desk.tools, case)
    assert shown.papers == {about: (made, again)}
    held = desk.vault.entries.add(case, EntryKind.LEGAL_HOLD, desk.clock.at, {})
    order = attach(desk, (case, held.id), photo(tmp_path))
    assert holds.page(desk.vault, desk.tools, case).papers[held.id] == (order,)


def test_what_is_no_picture_or_belongs_to_nothing_is_refused(desk, told, tmp_path):
    case, _ = told
    (tmp_path / "no.jpg").write_bytes(b"words")
    with pytest.raises(NotAnImage):
        attach(desk, told, tmp_path / "no.jpg")
    with (tmp_path / "big.jpg").open("wb") as big:
        big.truncate(entry_papers.LARGEST + 1)
    with pytest.raises(PictureTooLarge):
        attach(desk, told, tmp_path / "big.jpg")
    contact = desk.vault.entries.add(case, EntryKind.CONTACT, desk.clock.at, {})
    other = desk.case("B-02")
    for where in ((case, contact.id), (other, told[1]), (case, 99)):
        with pytest.raises(KeyError):
            attach(desk, where, photo(tmp_path))
    assert entry_papers.of_case(desk.vault, case) == {}
    with pytest.raises(KeyError):
        desk.vault.entries.document_bytes(7)


@pytest.mark.promise(39)
def test_it_is_shut_with_its_case_and_goes_with_it(desk, told, tmp_path):
    case, _ = told
    made = attach(desk, told, photo(tmp_path))
    case_locks.set_password(desk.vault, desk.clock, case, LOCK, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    with pytest.raises(CaseLocked):
        entry_papers.read(desk.vault, desk.tools, made)
    case_locks.open_case(desk.vault, desk.clock, case, LOCK)
    assert entry_papers.read(desk.vault, desk.tools, made)
    held = {one.kind: one.count for one in desk.vault.destructions.held(case)}
    assert held[Holding.DOCUMENTS] == 1
    destruction.mark(desk.vault, desk.clock, case, EARLY)
    destruction.destroy(desk.vault, desk.clock, case, (PASSWORD, "H-017"))
    assert desk.vault.entries.documents(case) == []
