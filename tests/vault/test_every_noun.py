"""What a case and the practice hold comes back from every copy, and a shut case tells none of it.

Each noun that is added to `EntryKind` or `PracticeKind` is tried here from its first day. That all
of them go with their case is tried in `test_destruction.py`.
"""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked
from app.domain.practice_record import TYPES, PracticeKind
from app.domain.session_sheet import SessionSheet
from app.services import case_locks
from app.services.case_entries import draft_kind
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.vault.fixtures import PASSWORD, START
from tests.vault.pages import plain_pages
from tests.vault.test_case_locks import WORD, give

KEEPER = FolderKeeper()
CODE = "N-01"
CANARY = "okapizebraquagga"
WAYS = ["portable file", "backup folder", "salvage"]


def said(noun):
    """Return the canary of a noun; the words of nouns differ, so that each is looked for."""
    return f"{CANARY} {noun}"


def practice_record(kind):
    """Return a record of a kind, each of its words the canary."""
    made = TYPES[kind]
    texts = [one.name for one in fields(made) if not one.repr and one.type == "str"]
    assert texts, kind
    return made(**dict.fromkeys(texts, said(kind.value)))


def fill(desk):
    """Return a case that holds every kind of entry, made and begun; the practice has its own."""
    vault, at = desk.vault, desk.clock.at
    case = desk.case(CODE)
    session = vault.sessions.get(vault.notes.get(desk.draft(case, said("note"))).session_id)
    with vault.transaction():
        vault.entries.save_sheet(session, SessionSheet(mood=said("sheet")), at)
        vault.reflections.add(case, session.id, said("reflection"), at)
        for kind in EntryKind:
            vault.entries.add(case, kind, at, {"said": said(kind.value)}, session.id)
            begun = {"said": said(f"begun {kind.value}")}
            vault.cases.keep_draft(case, draft_kind(kind), begun, at)
        for kind in PracticeKind:
            vault.practice.add(practice_record(kind), at)
        own = replace(desk.tools.scales[0], own=True, title=said("scale"))
        vault.settings.change_scales([own])
        vault.settings.keep_scale_begun("own", {"title": said("begun scale")})
        for kind in PracticeKind:
            vault.settings.keep_practice_draft(kind.value, {"said": said(f"begun {kind.value}")})
    return case


def of_the_case(vault, case):
    """Return what is kept of each noun in a case."""
    held = vault.sessions.of_case(case)[-1]
    made = {one.kind.value: one.value["said"] for one in vault.entries.of_case(case)}
    begun = {
        f"begun {kind.value}": vault.cases.draft(case, draft_kind(kind)).get("said")
        for kind in EntryKind
    }
    (reflection,) = vault.reflections.of_case(case)
    (note,) = vault.notes.of_case(case)
    words = {"reflection": reflection.text, "note": note.body.text()}
    return made | begun | words | {"sheet": vault.entries.sheet(held).mood}


def of_the_practice(vault):
    """Return what the practice keeps of each noun."""
    made = [one.record for one in vault.practice.all()]
    (scale,) = vault.settings.scales()
    return made, scale, vault.settings.scales_begun(), vault.settings.practice_drafts()


def arrived(way, desk, door, tmp_path):
    """Return the vault that a copy of this one gives."""
    vault, place = desk.vault, tmp_path / "arrived"
    if way == "salvage":
        vault.close()
        door.salvage(vault.folder, PASSWORD, place)
    elif way == "portable file":
        KEEPER.back_up(vault, tmp_path / "b.xinxia")
        KEEPER.restore(tmp_path / "b.xinxia", place)
    else:
        lease = KEEPER.lease(vault)
        folder = KEEPER.adopt(lease, tmp_path / "drive")
        KEEPER.back_up_folder(lease, folder, START, nobody)
        lease.end()
        KEEPER.restore_from(folder, place, nobody)
    return door.open(place, PASSWORD).vault


@pytest.mark.promise(11)
@pytest.mark.promise(16)
@pytest.mark.promise(19)
@pytest.mark.parametrize("way", WAYS)
def test_every_noun_comes_back(desk, door, tmp_path, way):
    case = fill(desk)
    before, kept = of_the_case(desk.vault, case), of_the_practice(desk.vault)
    assert all(words == said(noun) for noun, words in before.items())
    assert len(before) == 2 * len(EntryKind) + 3
    assert {type(one) for one in kept[0]} == set(TYPES.values())
    assert len(kept[0]) == len(kept[3]) == len(PracticeKind)
    copy = arrived(way, desk, door, tmp_path)
    assert of_the_case(copy, case) == before
    assert of_the_practice(copy) == kept
    copy.close()


@pytest.mark.promise(26)
@pytest.mark.clause("044", "050")
@pytest.mark.parametrize("way", WAYS)
def test_of_a_case_with_a_password_no_copy_gives_a_word_of_any(desk, door, tmp_path, way):
    case = fill(desk)
    before = of_the_case(desk.vault, case)
    desk.vault.connection.execute("DELETE FROM practice_entries")  # her own, not the case's
    desk.vault.connection.execute("DELETE FROM settings")
    desk.vault.forget_deleted()
    give(desk, case)
    case_locks.shut(desk.vault, desk.clock, case)
    copy = arrived(way, desk, door, tmp_path)
    assert CANARY.encode() not in plain_pages(copy.folder / "vault.db", copy.raw_key())
    for read in (copy.entries.of_case, copy.reflections.of_case, copy.notes.of_case):
        with pytest.raises(CaseLocked):
            read(case)
    for kind in EntryKind:
        with pytest.raises(CaseLocked):
            copy.cases.draft(case, draft_kind(kind))
    case_locks.open_case(copy, desk.clock, case, WORD)
    assert of_the_case(copy, case) == before
    copy.close()
