"""A program killed at any moment loses nothing that it said was saved (promise 1)."""

from __future__ import annotations

import os
import random
import select
import signal

import pytest

from app.services import notes, vaults
from storage import keeper, write_log
from tests.vault.fixtures import RECOVERY_TEXT, Desk, HandClock, body, make_tools

KILLS = 20


def write_for_ever(door, place, note, pipe):
    """In the child: save, say so, and again; now and then settle, so that the index is written."""
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    clock = HandClock()
    number = int(opened.notes.get(note).body.parts[0].text.split()[0])
    while True:
        number += 1
        notes.save_draft(opened, clock, note, body(f"{number} " + "字" * random.randrange(3000)))
        if number % 3 == 0:
            notes.leave(opened, note)
        os.write(pipe, number.to_bytes(4, "big"))


def last_said(read_end):
    """Return the last number that the child said was saved."""
    said = b""
    while block := os.read(read_end, 65536):
        said += block
    whole = len(said) // 4 * 4
    return int.from_bytes(said[whole - 4 : whole], "big") if whole else 0


@pytest.mark.promise(1)
@pytest.mark.clause("132")
def test_twenty_kills_lose_nothing_that_was_said_to_be_saved(place, door, clock):
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk = Desk(opened, clock, make_tools(clock))
    note = desk.draft(desk.case(), "0 ")
    opened.close()
    chance = random.Random(28)
    last = acknowledged = 0
    for _ in range(KILLS):
        read_end, write_end = os.pipe()
        child = os.fork()
        if not child:  # the child never comes back into pytest
            try:
                os.close(read_end)
                write_for_ever(door, place, note, write_end)
            finally:
                os._exit(1)
        os.close(write_end)
        assert select.select([read_end], [], [], 30)[0], "the child says nothing"
        select.select([], [], [], chance.uniform(0, 0.1))  # a kill at no moment of its choice
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said = last_said(read_end)
        os.close(read_end)
        assert said > last
        assert not write_log.hurt(place / "vault.db"), "a kill is no damage"
        acknowledged += said - last
        opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
        kept = int(opened.notes.get(note).body.parts[0].text.split()[0])
        assert said <= kept <= said + 1
        assert len(opened.search.find(str(kept)).hits) == 1
        opened.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        last = kept
        opened.close()
    assert acknowledged >= KILLS
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert keeper.FolderKeeper().verify(opened) == []
    vaults.lock(opened, clock, None)
