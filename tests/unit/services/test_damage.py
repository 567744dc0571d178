"""What lies beside the damage is shown, and what cannot be read is named."""

from __future__ import annotations

import pytest

from app.domain.errors import VaultDamaged
from app.services import cases, health, today
from app.services.beside import readable
from storage.keeper import FolderKeeper

pytestmark = pytest.mark.promise(11)


def broken(*_args, **_more):
    raise VaultDamaged


def test_something_stands_in_for_what_cannot_be_read():
    assert readable(lambda: "read", "instead") == "read"
    assert readable(broken, "instead") == "instead"


def test_a_note_whose_session_cannot_be_read_is_named(desk, monkeypatch):
    case = desk.case()
    note = desk.draft(case, "一")
    monkeypatch.setattr(desk.vault.notes, "of_case", broken)
    assert [one.note.id for one in cases.case_page(desk.vault, desk.clock, case).notes] == [note]
    monkeypatch.setattr(desk.vault.sessions, "get", broken)
    page = cases.case_page(desk.vault, desk.clock, case)
    assert (page.notes, list(page.unread)) == ((), [note])


def test_drafts_that_damage_hides_name_the_cases_whose_notes_cannot_be_read(
    desk, tools, monkeypatch
):
    monkeypatch.setattr(desk.vault.notes, "drafts", broken)
    assert today.today(desk.vault, tools).unread == ()
    sound, hurt = desk.case("L-07"), desk.case("H-017")
    real = desk.vault.notes.facts_of_case
    monkeypatch.setattr(
        desk.vault.notes,
        "facts_of_case",
        lambda case_id: broken() if case_id == hurt else real(case_id),
    )
    found = today.today(desk.vault, tools)
    assert found.unread == (hurt,)
    assert found.cases == len({sound, hurt})


def test_the_first_case_that_can_be_read_says_since_when_there_is_something_to_lose(
    desk, monkeypatch
):
    assert cases.first_opened(desk.vault) is None
    opened = [desk.vault.cases.get(desk.case(code)).opened_at for code in ("L-07", "H-017")]
    assert cases.first_opened(desk.vault) == opened[0]
    monkeypatch.setattr(desk.vault.cases, "first_opened", broken)
    assert cases.first_opened(desk.vault) == opened[0]


def test_a_check_begins_where_the_cases_cannot_be_read(desk, monkeypatch):
    desk.case()
    whole = len(health.begin(desk.vault, FolderKeeper()).pieces)
    monkeypatch.setattr(desk.vault.cases, "all", broken)
    assert len(health.begin(desk.vault, FolderKeeper()).pieces) < whole


def test_a_day_of_checking_that_cannot_be_read_is_none(desk, monkeypatch):
    monkeypatch.setattr(desk.vault.settings, "last_check", broken)
    assert health.last(desk.vault) == health.LastCheck()
