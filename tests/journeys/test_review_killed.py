"""A program killed in the middle of a review loses no decision that has rested (promise 1)."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from app import bootstrap
from app.domain.review import Decision
from app.services import reviews
from storage import keys
from storage.vault import FolderDoor
from tests.journeys.driven import driven

ROOT = Path(__file__).parents[2]
TOLD = {"password": "晴天下的一只旧木箱", "name": "林晓禾", "text": "林晓禾今天准时来了。"}


@pytest.fixture
def program(tmp_path):
    """The driver; whatever became of it is killed at the end."""
    with driven(
        "review_driver", tmp_path / "vault", XDG_CONFIG_HOME=str(tmp_path / "config")
    ) as running:
        yield running


@pytest.mark.promise(1)
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not there")
def test_a_killed_program_finds_the_decisions_again(program, tmp_path):
    program.stdin.write(json.dumps(TOLD) + "\n")
    program.stdin.flush()
    assert program.stdout.readline() == "KEPT\n", program.stderr.read()
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    place = tmp_path / "vault"
    for file in (one for one in place.rglob("*") if one.is_file()):
        raw = file.read_bytes()
        assert not any(TOLD[one].encode() in raw for one in ("name", "text")), file.name
    door = FolderDoor(bootstrap.clock(), lambda: keys.FLOOR)
    vault = door.open(place, TOLD["password"]).vault
    try:
        (case,) = vault.cases.all()
        kept = reviews.kept(vault, bootstrap.tools(), case.id)
        ((mark,),) = [one.spans for one in kept.review.passages]
        assert mark.decision is Decision.KEEP
        assert not kept.renewed
    finally:
        vault.close()
