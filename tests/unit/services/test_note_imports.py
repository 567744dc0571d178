"""Old notes come in under their own day, once, sealed, and go as one step."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, time

import docx
import pytest
from docx.shared import Mm

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, CaseOnHold, ImportBuiltUpon
from app.domain.imported_note import Left, Unread
from app.domain.note_proposal import NoteFile
from app.domain.record_words import RecordPart
from app.services import case_locks, cases, note_imports, record_search
from app.services.note_imports import Chosen
from storage.answer_book import MOST_TAGS
from storage.note_file import NoteFiles, read_note

LOCK = "雨天窗台上的三盆绿萝"
DAY = date(2024, 3, 5)
FILES = (
    NoteFile("2024-03-05 第1次", "小林", "灯塔亮了"),
    NoteFile("2024-03-12 第2次", "小林", "好些了"),
    NoteFile("A-012 20240305", text="来过一次"),
)


@pytest.fixture
def case(desk):
    return cases.open_case(desk.vault, desk.clock, "H-017", ServiceMode.ONLINE, Profile()).id


def chosen(desk, files=FILES):
    lines = note_imports.offer(desk.vault, desk.clock, files).lines
    return [Chosen(one.note, one.note.day or DAY, time(14), one.case_id, one.note.person)
            for one in lines if one.plain]  # fmt: skip


def take(desk, some):
    begun = note_imports.begin(desk.vault, desk.clock)
    return note_imports.take_in(desk.vault, desk.clock, begun, some, ServiceMode.ONLINE)


def kinds(desk):
    return [one.kind for one in desk.vault.audit.entries()]


def test_notes_come_in_under_their_own_day_and_are_found(desk):
    done = take(desk, chosen(desk))
    assert len(done.batch.entries) == 3
    lin, other = done.batch.cases
    assert desk.vault.cases.get(lin).code == "R-001"
    assert desk.vault.clients.of_case(lin).profile.name == "小林"
    assert desk.vault.cases.get(other).code == "A-012"
    page = note_imports.page(desk.vault, desk.clock, lin)
    assert [one.text for _, one in page.notes] == ["好些了", "灯塔亮了"]
    assert [at.date() for at, _ in page.notes] == [date(2024, 3, 12), DAY]
    assert page.notes[0][1].turn == "第2次"
    assert desk.vault.notes.counts().get(lin) is None, "no draft waits for a signature"
    (hit,) = record_search.find(desk.vault, "灯塔")
    assert (hit.hit.part, hit.hit.case_id) == (RecordPart.IMPORTED, lin)
    assert kinds(desk).count(AuditKind.NOTE_IMPORTED) == 3
    assert AuditKind.IMPORTED_NOTES_READ in kinds(desk)


def test_what_was_brought_in_is_known_again_and_goes_with_its_people(desk):
    done = take(desk, chosen(desk))
    more = (*FILES, NoteFile("20240401", "小林", "新的"), NoteFile("20240401", "小王", "新的"),
            NoteFile("x", unread=Unread.OLD))  # fmt: skip
    lines = note_imports.offer(desk.vault, desk.clock, more).lines
    assert [one.known for one in lines[:2]] == [done.batch.cases[0]] * 2
    assert [one.plain for one in lines] == [False, False, False, True, False, False]
    assert lines[3].case_id == done.batch.cases[0]
    assert lines[4].twin
    again = take(desk, [replace(one, case_id=None, person="小王") for one in chosen(desk, more)])
    assert again.batch.number == done.batch.number + 1
    assert desk.vault.cases.get(again.batch.cases[0]).code == "R-002"
    assert [one.number for one in note_imports.imports(desk.vault)] == [2, 1]


def test_an_import_is_taken_back_as_one_step(desk):
    there = cases.open_case(desk.vault, desk.clock, "H-1", ServiceMode.ONLINE, Profile(name="禾木"))
    files = (*FILES, NoteFile("20240301", "禾木", "旧的"))
    done = take(desk, chosen(desk, files))
    assert len(desk.vault.entries.of_case(there.id, EntryKind.IMPORTED)) == 1
    assert note_imports.undo(desk.vault, desk.clock, done.batch.number) == 4
    assert [one.id for one in desk.vault.cases.all()] == [there.id]
    assert desk.vault.entries.of_case(there.id) == []
    assert note_imports.imports(desk.vault) == ()
    assert kinds(desk).count(AuditKind.IMPORT_UNDONE) == 1
    lines = note_imports.offer(desk.vault, desk.clock, files).lines
    assert all(one.plain for one in lines), "nothing is remembered of what was taken back"


def test_an_import_that_was_built_upon_is_not_taken_back(desk):
    done = take(desk, chosen(desk))
    lin, other = done.batch.cases
    with desk.vault.transaction():
        desk.vault.entries.add(lin, EntryKind.CONTACT, desk.clock.now(), {})
    cases.change_case(desk.vault, desk.clock, desk.vault.cases.get(other), Profile(phone="1"))
    with pytest.raises(ImportBuiltUpon) as refused:
        note_imports.undo(desk.vault, desk.clock, done.batch.number)
    assert refused.value.cases == (lin, other)
    assert len(desk.vault.entries.of_case(lin, EntryKind.IMPORTED)) == 2, "nothing was undone"


def test_what_is_held_stays_and_what_is_destroyed_is_no_hindrance(desk, case):
    with desk.vault.transaction():
        desk.vault.entries.add(case, EntryKind.LEGAL_HOLD, desk.clock.now(), {})
    some = [replace(one, case_id=case) for one in chosen(desk)]
    done = take(desk, some)
    with pytest.raises(CaseOnHold):
        note_imports.undo(desk.vault, desk.clock, done.batch.number)
    free = take(desk, [replace(one, person="小王") for one in chosen(desk, (FILES[0],))] or
                [Chosen(some[0].note, DAY, None, None, "小王")])  # fmt: skip
    with desk.vault.transaction():
        desk.vault.entries.take_back(free.batch.entries)
        desk.vault.answers.drop(free.batch.marks)
        desk.vault.clients.remove_of_case(free.batch.cases[0])
        desk.vault.cases.remove(free.batch.cases[0])
    assert note_imports.undo(desk.vault, desk.clock, free.batch.number) == 1


def test_nothing_comes_into_a_case_that_is_shut(desk, case):
    some = [replace(one, case_id=case) for one in chosen(desk)]
    case_locks.set_password(desk.vault, desk.clock, case, LOCK, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    with pytest.raises(CaseLocked):
        take(desk, some)
    assert note_imports.imports(desk.vault) == ()
    assert all(one.case_id is None for one in
               note_imports.offer(desk.vault, desk.clock, FILES).lines)  # fmt: skip


@pytest.mark.promise(26)
def test_nothing_goes_from_a_case_that_was_shut_since(desk, case):
    done = take(desk, [replace(one, case_id=case) for one in chosen(desk)])
    case_locks.set_password(desk.vault, desk.clock, case, LOCK, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    with pytest.raises(CaseLocked):
        note_imports.undo(desk.vault, desk.clock, done.batch.number)
    case_locks.open_case(desk.vault, desk.clock, case, LOCK)
    assert len(desk.vault.entries.of_case(case, EntryKind.IMPORTED)) == 3
    assert note_imports.undo(desk.vault, desk.clock, done.batch.number) == 3


def test_no_other_entry_is_taken_back(desk, case):
    with desk.vault.transaction():
        one = desk.vault.entries.add(case, EntryKind.CONTACT, desk.clock.now(), {})
        assert desk.vault.entries.take_back([one.id]) == frozenset()
    assert desk.vault.entries.of_case(case) == [one]


def document(*, picture=b""):
    made = docx.Document()
    made.add_paragraph("2024-03-05\n第3次\t😀")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "心情", "好"
    if picture:
        made.add_picture(io.BytesIO(picture), Mm(5))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_document_gives_its_words_and_says_what_stays_behind():
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763"
        "f8cfc000000301010018dd8db00000000049454e44ae426082"
    )
    file = read_note("x", ".docx", document(picture=png))
    assert file.text.rstrip("\n") == "2024-03-05\n第3次\t😀\n心情\t好"
    assert file.left == (Left.PICTURE,)


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    ("ending", "data", "why"),
    [
        (".docx", b"PK\x03\x04", Unread.DAMAGED),
        (".docx", b"\xd0\xcf\x11\xe0", Unread.OLD),
        (".docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Unread.LOCKED),
        (".txt", b"\x00\x01\x02\xff", Unread.CODE),
        (".csv", b"x", Unread.EMPTY),
        (".txt", bytes(20_000_001), Unread.LARGE),
    ],
)
def test_what_is_no_note_says_why(ending, data, why):
    assert read_note("x", ending, data).unread is why


def packed(xml):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


@pytest.mark.promise(39)
def test_bombs_are_refused_before_they_are_unpacked():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert read_note("x", ".docx", packed(bomb)).unread is Unread.DAMAGED
    assert read_note("x", ".docx", packed(bytes(30_000_001))).unread is Unread.LARGE
    assert read_note("x", ".docx", packed(b"<x/>")).unread is Unread.DAMAGED
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<w:document xmlns:w="{word}"><w:body><w:p><w:pPr/><w:r><w:t>a</w:t><w:br/>'
        "<w:noBreakHyphen/></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p></w:body>"
        "</w:document>"
    )
    assert read_note("x", ".docx", packed(body.encode())).text == "a\n-"


@pytest.mark.promise(39)
def test_a_bent_document_costs_neither_time_nor_memory():
    head, foot = b'<d xmlns:w="w"><w:body>', b"</w:body></d>"
    many = 100_000
    deep = b"<w:tr><w:tc>" + b"<w:p>" * many + b"<w:t>a</w:t>" + b"</w:p>" * many
    file = read_note("x", ".docx", packed(head + deep + b"</w:tc></w:tr>" + foot))
    assert file.text == "a", "a paragraph in a paragraph is walked through once"
    boxed = b"<w:tr><w:tc><w:p><w:txbxContent><w:p><w:t>b</w:t></w:p></w:txbxContent></w:p></w:tc>"
    file = read_note("x", ".docx", packed(head + boxed + b"<w:tc/></w:tr>" + foot))
    assert (file.text, file.left) == ("\t", (Left.BOX,)), "in a table, too, boxes stay behind"
    for part in (b"<a/>", b"<a></a>"):
        full = packed(head + part * (MOST_TAGS // part.count(b"<") + 1) + foot)
        assert read_note("x", ".docx", full).unread is Unread.LARGE


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_every_code(code):
    assert read_note("x", ".md", "# 2024-03-05\n睡得好些".encode(code)).text.endswith("睡得好些")


def test_a_folder_is_listed_without_what_is_hidden(tmp_path):
    (tmp_path / "小林").mkdir()
    for name in ("小林/20240305.txt", "b.docx", "~$b.docx", ".x.txt", "c.exe"):
        (tmp_path / name).write_bytes("好".encode())
    (tmp_path / "d.txt").symlink_to(tmp_path / "b.docx")
    reader = NoteFiles()
    listed = reader.listed(tmp_path)
    assert [one.relative_to(tmp_path).as_posix() for one in listed] == [
        "b.docx", "小林/20240305.txt",
    ]  # fmt: skip
    damaged, read = note_imports.read(reader, listed, tmp_path)
    assert (damaged.unread, damaged.folder) == (Unread.DAMAGED, "")
    assert (read.text, read.folder) == ("好", "小林")
    assert reader.read(tmp_path).unread is Unread.GONE
