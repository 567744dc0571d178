"""A program killed in the middle of a form loses nothing that it said was kept (promise 1)."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from app import bootstrap
from app.services import case_forms
from storage import keys
from storage.vault import FolderDoor
from tests.journeys.driven import driven

ROOT = Path(__file__).parents[2]
TOLD = {"password": "晴天下的一只旧木箱", "name": "禾木😀䶮𬱖ㄅ", "code": "H-斑马7391"}


@pytest.fixture
def program(tmp_path):
    """The driver; whatever became of it is killed at the end."""
    with driven("form_driver", tmp_path / "vault") as running:
        yield running


@pytest.mark.promise(1)
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not there")
def test_a_killed_program_finds_the_form_again_and_no_case(program, tmp_path):
    program.stdin.write(json.dumps(TOLD) + "\n")
    program.stdin.flush()
    assert program.stdout.readline() == "KEPT\n", program.stderr.read()
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    place = tmp_path / "vault"
    for file in (one for one in place.rglob("*") if one.is_file()):
        raw = file.read_bytes()
        assert not any(TOLD[one].encode() in raw for one in ("name", "code")), file.name
    vault = FolderDoor(bootstrap.clock(), lambda: keys.FLOOR).open(place, TOLD["password"]).vault
    try:
        kept = case_forms.unfinished(vault)
        assert (kept.code, kept.profile.name) == (TOLD["code"], TOLD["name"])
        assert vault.cases.all() == []
    finally:
        vault.close()
