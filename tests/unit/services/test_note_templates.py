"""The counselor's own templates: kept in the vault, changed, taken away, put back, chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.bootstrap import note_templates as shipped
from app.domain.case import ServiceMode
from app.domain.errors import FieldInvalid, NoteAlreadySigned
from app.domain.note import NoteTemplate, TemplatePart
from app.services import note_templates, notes
from tests.vault.fixtures import make_tools

MINE = NoteTemplate(
    "",
    "1",
    "伴侣咨询",
    tuple(TemplatePart("", title) for title in ("看到的", "计划（P）", "看到的")),
)


@pytest.fixture
def tools(clock):
    return replace(make_tools(clock), note_templates=shipped())


def test_a_template_is_kept_under_keys_that_follow_its_titles(desk, tools):
    kept = note_templates.keep(desk.vault, tools, MINE)
    assert [part.key for part in kept.parts] == ["own.看到的", "plan", "own.看到的.2"]
    assert (kept.key, kept.edition) == ("own.1", "1")
    assert note_templates.every(desk.vault, tools)["own.1"] == kept
    with pytest.raises(FieldInvalid):
        note_templates.keep(desk.vault, tools, replace(MINE, title=""))
    other = note_templates.keep(desk.vault, tools, replace(MINE, title="家庭"))
    assert other.key == "own.2"


def test_a_changed_template_has_a_new_edition(desk, tools):
    kept = note_templates.keep(desk.vault, tools, MINE)
    again = note_templates.keep(desk.vault, tools, replace(kept, title="伴侣"))
    assert (again.key, again.edition, again.title) == ("own.1", "2", "伴侣")
    assert len(desk.vault.settings.note_templates()) == 1


def test_a_template_taken_away_can_be_put_back(desk, tools):
    kept = note_templates.keep(desk.vault, tools, MINE)
    assert note_templates.remove(desk.vault, kept.key) == kept
    assert note_templates.remove(desk.vault, kept.key) is None
    assert kept.key not in note_templates.every(desk.vault, tools)
    note_templates.put_back(desk.vault, kept)
    note_templates.put_back(desk.vault, kept)
    assert desk.vault.settings.note_templates() == (kept,)


def test_new_notes_begin_as_chosen_else_in_the_windows_language(desk, tools):
    def usual(language):
        return note_templates.usual(desk.vault, tools, language).key

    assert (usual("zh"), usual("en")) == ("structured", "structured.en")
    kept = note_templates.keep(desk.vault, tools, MINE)
    note_templates.choose_usual(desk.vault, kept.key)
    assert usual("en") == kept.key
    note_templates.remove(desk.vault, kept.key)
    assert usual("zh") == "structured"


def test_the_menu_has_her_own_first_then_the_windows_language(desk, tools):
    note_templates.keep(desk.vault, tools, MINE)
    found = note_templates.in_language(note_templates.every(desk.vault, tools), "en")
    kinds = ("structured", "soap", "dap", "birp", "intake", "firstaid", "crisis", "free")
    assert list(found)[:9] == ["own.1", *(f"{one}.en" for one in kinds)]


@pytest.mark.clause("086")
@pytest.mark.clause("125")
@pytest.mark.parametrize(
    ("mode", "number", "first"),
    [
        (ServiceMode.CRISIS, 1, ["crisis", "firstaid", "intake", "own.1"]),
        (ServiceMode.CRISIS, 2, ["crisis", "firstaid", "own.1", "structured"]),
        (ServiceMode.ONLINE, 1, ["intake", "own.1", "structured"]),
        (ServiceMode.FACE_TO_FACE, 2, ["own.1", "structured"]),
    ],
)
def test_what_fits_the_session_comes_first_in_the_menu(desk, tools, mode, number, first):
    note_templates.keep(desk.vault, tools, MINE)
    fit = note_templates.fitting(mode, number)
    every = note_templates.every(desk.vault, tools)
    assert list(note_templates.in_language(every, "zh", fit))[: len(first)] == first
    english = list(note_templates.in_language(every, "en", fit))
    assert english.index("own.1") == len(fit)


def test_a_begun_note_changes_its_template_and_back(desk, tools):
    note = desk.draft(desk.case(), "睡不着")
    soap = tools.note_templates["soap"]
    before, after = notes.change_template(desk.vault, desk.clock, note, soap)
    assert desk.vault.notes.get(note).body == after
    assert after.template == "soap"
    assert "睡不着" in after.text()
    notes.undo_template(desk.vault, desk.clock, note, before, after)
    assert desk.vault.notes.get(note).body == before


def test_undoing_a_change_keeps_what_was_written_since(desk, tools):
    note = desk.draft(desk.case(), "睡不着")
    before, after = notes.change_template(
        desk.vault, desk.clock, note, tools.note_templates["soap"]
    )
    parts = (replace(after.parts[0], text="后来写的"), *after.parts[1:])
    notes.save_draft(desk.vault, desk.clock, note, replace(after, parts=parts))
    notes.undo_template(desk.vault, desk.clock, note, before, after)
    body = desk.vault.notes.get(note).body
    assert body.template == before.template
    assert "睡不着" in body.text()
    assert "后来写的" in body.text()


def test_a_signed_note_keeps_its_template(desk, tools):
    note = desk.signed(desk.case(), "睡不着")
    before = desk.vault.notes.get(note)
    with pytest.raises(NoteAlreadySigned):
        notes.change_template(desk.vault, desk.clock, note, tools.note_templates["soap"])
    with pytest.raises(NoteAlreadySigned):
        notes.undo_template(desk.vault, desk.clock, note, before.body, before.body)
    assert desk.vault.notes.get(note) == before
