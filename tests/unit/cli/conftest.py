"""A command line and a vault for the tests of the commands."""

from __future__ import annotations

import io
import shutil
import sys
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from app import bootstrap, cli
from app.domain.case import ServiceMode
from app.domain.client import Profile, Relative
from app.domain.note import NoteBody, NotePart
from app.domain.preferences import Preferences
from app.domain.session import SessionTime
from app.services import cases, notes, vaults
from storage import keys
from storage.vault import FolderDoor
from tests import admitted
from tests.unit.cli.support import PASSWORD, TEXT


@pytest.fixture
def run(monkeypatch, capsysbinary):
    """Run a command with bytes on standard input; return its code, output and complaints."""

    bootstrap.preferences().save(Preferences(language="zh"))

    def command(*words: object, given: bytes = b"") -> SimpleNamespace:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as usage:
            code = usage.code
        said = capsysbinary.readouterr()
        return SimpleNamespace(
            code=code, out=said.out.decode("utf-8"), err=said.err.decode("utf-8")
        )

    return command


@pytest.fixture
def vault(tmp_path, monkeypatch, furnished):
    """A vault with one case and one signed note, behind the program's own door."""
    door = FolderDoor(bootstrap.clock(), lambda: keys.FLOOR)
    monkeypatch.setattr(bootstrap, "door", lambda: door)
    return shutil.copytree(furnished, tmp_path / "vault")


@pytest.fixture(scope="session")
def furnished(tmp_path_factory):
    """That vault, made once and closed."""
    clock = bootstrap.clock()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    place = tmp_path_factory.mktemp("furnished") / "vault"
    opened = vaults.create(door, clock, place, PASSWORD, door.new_recovery_key()).vault
    profile = Profile(name="林晓禾", people=(Relative("陈桂芳", "母亲"),))
    case = cases.open_case(opened, clock, "禾木", ServiceMode.FACE_TO_FACE, profile)
    template = bootstrap.note_templates()["free"]
    when = SessionTime(datetime(2026, 4, 1, 6, tzinfo=UTC))
    note = notes.start(opened, clock, case.id, when, template)
    part = NotePart(template.parts[0].key, template.parts[0].title, TEXT)
    body = NoteBody(template.key, template.edition, (part,))
    notes.save_draft(opened, clock, note.id, body)
    notes.leave(opened, note.id)
    admitted.sign(opened, clock, note.id, "沈知远", PASSWORD)
    opened.close()
    return place
