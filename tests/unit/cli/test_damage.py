"""`verify` on a damaged vault: a clear sentence for each kind of damage, not a byte changed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.complaint import Complaint, Fault
from app.domain.recording import NewRecording, RecordingKind
from storage import header
from tests.house.tree import ROOT
from tests.unit.cli.support import PASSWORD, one_sentence, typed
from ui import complaints

PAGE = 4096


def contents(place):
    """The bytes of the files that hold a vault."""
    return {
        one.name: one.read_bytes()
        for one in place.rglob("*")
        if one.is_file() and one.name not in {"vault.lock", "vault.tries"}
    }


def verify(run, vault, *words):
    """Check a vault, and see that nothing of it changed."""
    before = contents(vault)
    said = run("verify", vault, "--password-stdin", *words, given=typed(PASSWORD))
    assert contents(vault) == before
    return said


def flip(vault, page):
    """Flip one bit of a page; 1 is the first."""
    data = bytearray((vault / "vault.db").read_bytes())
    data[(page - 1) * PAGE + 2000] ^= 1
    (vault / "vault.db").write_bytes(data)


@pytest.mark.promise(8)
def test_every_page_that_is_flipped_is_found(run, vault):
    good = (vault / "vault.db").read_bytes()
    named = 0
    for page in range(1, len(good) // PAGE + 1):
        flip(vault, page)
        said = verify(run, vault)
        assert said.code == 1, page
        assert "Traceback" not in said.err
        if said.out:
            assert f"共 1 页：{page}。" in said.out, said.out
            named += 1
        else:
            one_sentence(said)
            assert "数据有损坏" in said.err
        (vault / "vault.db").write_bytes(good)
    assert named > len(good) // PAGE // 2


@pytest.mark.promise(9)
@pytest.mark.parametrize("kept", [0, 1, 3000, PAGE, 3 * PAGE, 3 * PAGE + 7, -PAGE, -1])
def test_a_database_that_was_cut_is_found(run, vault, kept):
    good = (vault / "vault.db").read_bytes()
    (vault / "vault.db").write_bytes(good[:kept])
    said = verify(run, vault)
    assert said.code == 1
    assert "Traceback" not in said.err
    assert "损坏" in said.out + said.err or "对不上" in said.out


def test_a_lost_header_opens_by_its_copy_and_that_is_said(run, vault):
    (vault / "vault.header").unlink()
    said = verify(run, vault)
    assert (said.code, said.out) == (0, "ok\n")
    assert said.err.count("\n") == 1
    assert "vault.header" in said.err


@pytest.mark.promise(12)
def test_without_both_headers_it_is_a_loss_and_no_empty_folder(run, vault):
    for name in ("vault.header", "vault.header.bak"):
        (vault / name).unlink()
    said = verify(run, vault)
    one_sentence(said)
    assert "钥匙文件" in said.err
    (vault / "vault.db").unlink()
    said = verify(run, vault)
    one_sentence(said)
    assert "没有保险库" in said.err


KILLED = """
import os, sys
from pathlib import Path
from storage.clock import SystemClock
from storage.vault import FolderDoor
one = FolderDoor(SystemClock()).open(Path(sys.argv[1]), sys.argv[2]).vault
one.connection.execute("INSERT INTO settings VALUES ('left', 'in the log')")
os._exit(9)
"""


@pytest.fixture
def killed(vault):
    """A vault whose process was killed: what was saved last stands in the log alone."""
    command = [sys.executable, "-c", KILLED, str(vault), PASSWORD]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    assert (vault / "vault.db-wal").stat().st_size > PAGE
    return vault


def left(vault):
    opened = bootstrap.door().open(vault, PASSWORD).vault
    try:
        return opened.connection.execute("SELECT value FROM settings WHERE key = 'left'").fetchall()
    finally:
        opened.close()


def test_a_log_that_was_left_is_taken_in(run, killed):
    said = run("verify", killed, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.out, said.err) == (0, "ok\n", "")
    assert left(killed) == [("in the log",)]


@pytest.mark.parametrize("how", ["cut", "flipped", "of another vault"])
def test_a_damaged_log_never_damages_the_vault(run, killed, tmp_path, how):
    """SQLite takes of a log only what passes its sums: the database itself stays whole. What stood
    in the log alone is lost, and that is said: the header had counted further."""
    log = killed / "vault.db-wal"
    data = bytearray(log.read_bytes())
    if how == "flipped":
        data[100] ^= 1
    log.write_bytes(data[:1000] if how == "cut" else data)
    if how == "of another vault":
        log.write_bytes(bytes(data[:16]) + bytes(8) + bytes(data[24:]))
    kept = ("vault.db", "vault.db-wal", "vault.header", "vault.header.bak")
    before = [(killed / name).read_bytes() for name in kept]
    said = run("verify", killed, "--password-stdin", given=typed(PASSWORD))
    assert said.code == 1
    assert said.out.startswith("数据库比钥匙文件记的旧")
    assert [(killed / name).read_bytes() for name in kept] == before
    assert left(killed) == []


def test_a_broken_trail_and_a_changed_note_are_told_apart(run, vault):
    shutil.copytree(vault, vault.with_name("other"))
    spoil(vault, "DROP TRIGGER audit_is_final", "UPDATE audit SET subject = 9 WHERE id = 2")
    said = run("verify", vault, "--password-stdin", given=typed(PASSWORD))
    assert said.code == 1
    assert said.out.splitlines()[0].startswith("留痕链断了")
    other = vault.with_name("other")
    spoil(other, "DROP TRIGGER signed_session_is_final", "UPDATE sessions SET minutes = 5")
    said = run("verify", other, "--password-stdin", given=typed(PASSWORD))
    assert said.code == 1
    assert "个案编号：1。" in said.out
    spoil(other, "DROP TRIGGER signed_note_is_final", "UPDATE notes SET sealed = zeroblob(99)")
    said = run("verify", other, "--password-stdin", "--json", given=typed(PASSWORD))
    assert json.loads(said.out) == {
        "complaints": [{"fault": "signature", "number": 1, "detail": ""}],
        "unchecked": [],
        "locked_cases": [],
    }


def spoil(vault, *statements):
    """Do to a vault what only one who has its password can do."""
    opened = bootstrap.door().open(vault, PASSWORD).vault
    triggers = opened.connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for statement in statements:
        opened.connection.execute(statement)
    for name, sql in triggers:
        if f"DROP TRIGGER {name}" in statements:
            opened.connection.execute(sql)
    opened.close()


def test_every_kind_of_damage_has_a_sentence_of_its_own():
    said = [complaints.sentences([Complaint(fault, 7)])[0] for fault in Fault]
    assert len(set(said)) == len(Fault)
    assert all(one.endswith("。") for one in said)
    many = complaints.sentences([Complaint(Fault.PAGE, page) for page in range(100, 0, -1)])
    assert len(many) == 1
    assert "共 100 页：1、2、3" in many[0]
    assert many[0].endswith("、20、…。")
    assert complaints.sentences([]) == []


# Salvage


@pytest.mark.promise(11)
def test_a_vault_that_does_not_open_any_more_is_salvaged(run, vault, tmp_path):
    flip(vault, 1)
    before = contents(vault)
    said = run("salvage", vault, tmp_path / "new", "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("救出来了：个案 ")
    assert "共 1 页：1。" in said.out
    assert contents(vault) == before
    again = run("verify", tmp_path / "new", "--password-stdin", given=typed(PASSWORD))
    assert (again.code, again.out) == (0, "ok\n")


@pytest.mark.promise(11)
def test_what_is_lost_is_named_in_json(run, vault, tmp_path):
    said = run(
        "salvage", vault, tmp_path / "new", "--password-stdin", "--json", given=typed(PASSWORD)
    )
    told = json.loads(said.out)
    assert told["lost"] == told["stand_ins"] == told["bad_pages"] == []
    assert told["rows"]["notes"] > 0
    one_sentence(run("salvage", vault, tmp_path / "new", "--password-stdin", given=typed(PASSWORD)))
    wrong = run("salvage", vault, tmp_path / "other", "--password-stdin", given=typed("wrong one"))
    one_sentence(wrong)
    assert "密码不对" in wrong.err


@pytest.mark.promise(13)
@pytest.mark.promise(16)
@pytest.mark.parametrize("damage", ["flipped", "lost"])
def test_a_backup_never_takes_a_damaged_header_along(run, vault, tmp_path, damage):
    data = (vault / "vault.header").read_bytes()
    if damage == "lost":
        (vault / "vault.header").unlink()
    else:
        (vault / "vault.header").write_bytes(data[:99] + bytes([data[99] ^ 1]) + data[100:])
    backup, place = tmp_path / "backup", tmp_path / "restored"
    given = typed(PASSWORD)
    assert run("backup", vault, backup, "--password-stdin", given=given).code == 0
    assert run("restore", backup, place).code == 0
    restored = header.read(place)[0]
    assert replace(restored, count=None, salt=b"") == replace(
        header.decode(data), count=None, salt=b""
    )


# A recording that is gone.


@pytest.fixture
def recorded(vault):
    """A vault with a recording, closed, and the file of it."""
    clock = bootstrap.clock()
    one = bootstrap.door().open(vault, PASSWORD).vault
    writer = one.recordings.begin(clock.now())
    writer.write(bytes(100_000))
    writer.finish()
    case = one.cases.all()[0].id
    new = NewRecording(case, RecordingKind.AUDIO, "audio/wav", clock.now())
    one.recordings.keep(writer, new, clock.now())
    path = vault / "media" / next(iter(one.recordings.files()))
    one.close()
    return vault, path


@pytest.mark.promise(16)
@pytest.mark.parametrize("target", ["drive", "one.backup"])
def test_a_backup_without_a_recording_says_so_in_json_in_words_and_by_its_code(
    run, recorded, tmp_path, target
):
    vault, path = recorded
    words = ["--password-stdin", *(["--folder"] if target == "drive" else ["--replace"])]
    place = tmp_path / target

    def back_up(*more):
        return run("backup", vault, place, *words, *more, given=typed(PASSWORD))

    good = path.read_bytes()
    said = back_up("--json")
    assert (said.code, json.loads(said.out)["recordings_differ"]) == (0, [])
    path.unlink()
    kept = target == "drive"
    said = back_up("--json")
    told = [{"recording": 1, "fault": "recording_gone", "whole_in_backup": kept}]
    assert (said.code, json.loads(said.out)["recordings_differ"]) == (1, told)
    said = back_up()
    assert said.code == 1
    assert "rows" in said.out
    assert said.err.count("录音编号：1。") == 1
    said = run("restore", place, tmp_path / "back", "--json")
    lacking = [] if kept else told
    assert (said.code, json.loads(said.out)["recordings_differ"]) == (int(not kept), lacking)
    path.write_bytes(good)
    assert back_up().code == 0


@pytest.mark.promise(16)
def test_a_backup_that_never_had_it_is_told_by_verify_and_restore(run, recorded, tmp_path):
    vault, path = recorded
    path.unlink()
    words = ("--password-stdin", "--folder")
    assert run("backup", vault, tmp_path / "d", *words, given=typed(PASSWORD)).code == 1
    said = run("verify", tmp_path / "d", "--password-stdin", given=typed(PASSWORD))
    assert said.code == 1
    assert "有录音的文件不见了。录音编号：1。" in said.out
    assert "其余的都核对过，内容一致。" in said.out
    said = run("restore", tmp_path / "d", tmp_path / "back")
    assert said.code == 1
    assert "录音编号：1。" in said.err
    said = verify(run, vault)
    assert "请留着所有的备份" in said.out


def turned(path, at):
    data = path.read_bytes()
    path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])


@pytest.mark.promise(11)
@pytest.mark.promise(16)
@pytest.mark.promise(19)
@pytest.mark.parametrize("target", ["drive", "one.backup"])
def test_a_recording_that_is_damaged_in_a_backup_is_named_and_the_rest_restored(
    run, recorded, tmp_path, target
):
    vault, path = recorded
    words = ["--password-stdin", *(["--folder"] if target == "drive" else [])]
    place = tmp_path / target
    assert run("backup", vault, place, *words, given=typed(PASSWORD)).code == 0
    good = path.read_bytes()
    if target == "drive":
        (copy,) = (place / "recordings").glob("*.db")
        turned(copy, 70_000)
    else:
        turned(place, place.read_bytes().index(good) + 70_000)
    said = run("restore", place, tmp_path / "back", "--json")
    told = [{"recording": 1, "fault": "recording", "whole_in_backup": False}]
    assert (said.code, json.loads(said.out)["recordings_differ"]) == (1, told)
    said = run("restore", place, tmp_path / "again")
    assert said.code == 1
    assert "请留着别的备份，那里可能有。录音编号：1。" in said.err
    said = run("verify", place, "--password-stdin", given=typed(PASSWORD))
    assert said.code == 1
    assert "录音编号：1。" in said.out
    assert len((tmp_path / "back" / "media" / path.name).read_bytes()) == len(good)


@pytest.mark.promise(16)
def test_a_damaged_file_that_no_row_names_is_never_called_whole(run, vault, tmp_path):
    (vault / "media" / "5.db").write_bytes(b"whose row is lost")
    target = tmp_path / "one.backup"
    assert run("backup", vault, target, "--password-stdin", given=typed(PASSWORD)).code == 0
    turned(target, target.read_bytes().index(b"whose row is lost"))
    said = run("restore", target, tmp_path / "back", "--json")
    told = [{"recording": None, "fault": "recording", "whole_in_backup": False}]
    assert (said.code, json.loads(said.out)["recordings_differ"]) == (1, told)
    said = run("verify", target, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, "做备份那一刻" in said.out) == (1, True)


@pytest.mark.promise(11)
def test_a_salvage_names_a_recording_that_is_gone(run, recorded, tmp_path):
    vault, path = recorded
    path.unlink()
    words = ("salvage", vault, tmp_path / "s", "--password-stdin", "--json")
    said = run(*words, given=typed(PASSWORD))
    assert json.loads(said.out)["lost"] == [
        {"table": "recordings", "number": 1, "fault": "recording_gone"}
    ]
