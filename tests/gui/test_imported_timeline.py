"""A note from before the program on the timeline of a case, and where a search leads."""

from __future__ import annotations

from app.domain.as_json import as_json
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from app.domain.imported_note import ImportedNote
from tests.gui.helpers import NOW
from ui import timeline_entries
from ui.page import ToOldNotes
from ui.widgets.chip import StateChip
from ui.widgets.label import Label


def test_an_imported_note_stands_there_whole_and_says_what_it_is(qtbot):
    text = "灯塔亮了。\n" * 60 + "最后一句"
    note = ImportedNote(text, "2024-03-05", turn="第3次\u202e")
    entry = CaseEntry(EntryId(1), CaseId(1), EntryKind.IMPORTED, NOW, as_json(note))
    item = timeline_entries.item(entry, "2024年3月5日（周二） 12:00")
    qtbot.addWidget(item)
    assert timeline_entries.shown(entry)
    chips = [one.text() for one in item.findChildren(StateChip)]
    assert chips[-1] == "导入的"
    assert any(one.text() == "2024年3月5日（周二）" for one in item.findChildren(Label))
    assert "第3次" in chips[0]
    assert "\u202e" not in chips[0]
    assert any("最后一句" in one.text() for one in item.findChildren(Label))
    assert timeline_entries.place(entry) == ToOldNotes(CaseId(1))
