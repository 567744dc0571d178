"""`verify`, `backup` and `restore`: what they answer, print and refuse."""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tarfile
from types import SimpleNamespace

import pytest

from app import bootstrap
from app.cli import console, door, speech
from app.domain.audit import AuditKind
from app.domain.proof import Proof
from app.domain.recovery_key import to_groups
from app.services import case_locks
from storage.clock import SystemClock
from tests.house.tree import ROOT
from tests.unit.cli.support import PASSWORD, TEXT, one_sentence, typed


def test_backup_and_restore_bring_everything_back(run, vault, tmp_path):
    said = run("verify", vault, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.out, said.err) == (0, "ok\n", "")
    file, other = tmp_path / "copy.backup", tmp_path / "back"
    said = run("backup", vault, file, "--password-stdin", "--json", given=typed(PASSWORD))
    told = json.loads(said.out)
    assert told["file"] == str(file)
    assert told["rows"]["notes"] == 1
    assert "sqlite_schema" not in told["rows"]
    assert "林晓禾".encode() not in file.read_bytes()
    said = run("restore", file, other)
    assert (said.code, said.out) == (0, f"vault: {other}\n")
    assert run("verify", other, "--password-stdin", given=typed(PASSWORD)).out == "ok\n"
    opened = bootstrap.door().open(other, PASSWORD).vault
    assert opened.notes.of_case(opened.cases.all()[0].id)[0].body.text() == TEXT
    opened.close()


def test_verify_answers_in_json(run, vault):
    said = run("verify", vault, "--password-stdin", "--json", given=typed(PASSWORD))
    assert json.loads(said.out) == {"complaints": [], "unchecked": [], "locked_cases": []}


@pytest.mark.promise(26)
@pytest.mark.clause("044")
def test_a_case_with_a_password_of_its_own_is_named_and_not_called_damaged(run, vault):
    opened = bootstrap.door().open(vault, PASSWORD).vault
    case = opened.cases.all()[0].id
    case_locks.set_password(opened, SystemClock(), case, "另外一句 quite different", recovery=False)
    opened.close()
    said = run("verify", vault, "--password-stdin", given=typed(PASSWORD))
    assert said.code == 0
    ok, told = said.out.splitlines()
    assert ok == "ok"
    assert "没有坏" in told
    assert told.endswith(f"个案编号：{case}。")
    said = run("verify", vault, "--password-stdin", "--json", given=typed(PASSWORD))
    assert json.loads(said.out) == {"complaints": [], "unchecked": [], "locked_cases": [case]}


@pytest.mark.promise(18)
def test_a_restore_never_goes_over_what_is_there(run, vault, tmp_path):
    file = tmp_path / "copy.backup"
    run("backup", vault, file, "--password-stdin", given=typed(PASSWORD))
    one_sentence(run("restore", file, vault))
    assert run("verify", vault, "--password-stdin", given=typed(PASSWORD)).code == 0


@pytest.mark.parametrize("what", [b"", b"no backup at all", b"\0" * 5000])
def test_a_file_that_is_no_backup_is_refused(run, tmp_path, what):
    file = tmp_path / "copy.backup"
    file.write_bytes(what)
    one_sentence(run("restore", file, tmp_path / "back"))
    assert not (tmp_path / "back").exists()


@pytest.mark.promise(12)
@pytest.mark.parametrize("given", [b"wrong password\n", b"\n", b""])
def test_a_wrong_password_is_one_sentence(run, vault, given):
    said = run("verify", vault, "--password-stdin", given=given)
    one_sentence(said)
    assert "密码不对" in said.err


def test_a_wrong_password_in_json_says_how_long_to_wait(run, vault):
    said = run("verify", vault, "--password-stdin", "--json", given=b"wrong password\n")
    assert said.code == 1
    told = json.loads(said.out)
    assert told["refused"] == "WrongPassword"
    assert told["wait_seconds"] >= 0


def test_a_folder_without_a_vault_is_refused(run, tmp_path):
    one_sentence(run("verify", tmp_path, "--password-stdin", given=typed(PASSWORD)))


def test_a_vault_that_somebody_holds_is_refused(run, vault):
    held = bootstrap.door().open(vault, PASSWORD).vault
    said = run("verify", vault, "--password-stdin", given=typed(PASSWORD))
    held.close()
    one_sentence(said)
    assert "另一个心匣" in said.err


def test_the_password_is_asked_for_where_it_does_not_come_by_pipe(run, vault, monkeypatch):
    asked = []
    monkeypatch.setattr(door.getpass, "getpass", lambda prompt: asked.append(prompt) or PASSWORD)
    assert run("verify", vault).code == 0
    assert asked == ["密码 / password: "]


def test_nobody_can_give_a_password_as_an_argument(run, vault):
    said = run("verify", vault, "--password", PASSWORD)
    assert said.code == 2


def test_a_password_may_end_as_lines_end_on_windows(run, vault):
    said = run("verify", vault, "--password-stdin", given=f"{PASSWORD}\r\n".encode())
    assert (said.code, said.out) == (0, "ok\n")


def test_a_password_that_is_no_text_is_refused(run, vault):
    one_sentence(run("verify", vault, "--password-stdin", given=b"\xff\xfe\n"))


def test_a_backup_goes_over_another_file_only_with_replace(run, vault, tmp_path):
    file = tmp_path / "论文.docx"
    file.write_bytes(b"theirs")
    said = run("backup", vault, file, "--password-stdin", given=typed(PASSWORD))
    one_sentence(said)
    assert "同名" in said.err
    assert file.read_bytes() == b"theirs"
    said = run("backup", vault, file, "--replace", "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.err) == (0, "")
    assert run("verify", file, "--password-stdin", given=typed(PASSWORD)).out == "ok\n"


def test_a_backup_into_the_vault_itself_is_refused(run, vault):
    before = (vault / "vault.db").read_bytes()
    words = ("backup", vault, vault / "vault.db", "--replace", "--password-stdin")
    one_sentence(run(*words, given=typed(PASSWORD)))
    # The first page counts the openings.
    assert (vault / "vault.db").read_bytes()[4096:] == before[4096:]


def test_a_backup_is_verified_and_leaves_nothing_behind(run, vault, tmp_path, home):
    file = tmp_path / "copy.backup"
    run("backup", vault, file, "--password-stdin", given=typed(PASSWORD))
    before = file.read_bytes()
    said = run("verify", file, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.out, said.err) == (0, "ok\n", "")
    assert file.read_bytes() == before
    assert not list((home / "tmp").iterdir())
    one_sentence(run("verify", file, "--password-stdin", given=typed("falsch geraten")))
    file.write_bytes(before[: len(before) // 2])
    one_sentence(run("verify", file, "--password-stdin", given=typed(PASSWORD)))
    assert not list((home / "tmp").iterdir())


def repack(file, database):
    """Put another database into a backup, as one would who makes every sum right again."""
    with tarfile.open(file) as archive:
        parts = {one.name: archive.extractfile(one).read() for one in archive.getmembers()}
    said = json.loads(parts.pop("xinxia-backup.json"))
    parts["vault.db"] = database
    said["files"]["vault.db"] = [len(database), hashlib.sha256(database).hexdigest()]
    with tarfile.open(file, "w") as archive:
        for name, data in {"xinxia-backup.json": json.dumps(said).encode(), **parts}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


@pytest.mark.promise(16)
def test_a_backup_that_holds_something_else_is_told(run, vault, tmp_path):
    file = tmp_path / "copy.backup"
    older = (vault / "vault.db").read_bytes()
    opened = bootstrap.door().open(vault, PASSWORD).vault
    opened.connection.execute("INSERT INTO settings VALUES ('k', 'v')")
    opened.close()
    run("backup", vault, file, "--password-stdin", given=typed(PASSWORD))
    repack(file, older)
    said = run("verify", file, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.err) == (1, "")
    assert said.out == (
        "备份里的内容和做备份那一刻的不一样。\n这份备份靠不住。请留着它，现在就另做一份新的。\n"
    )
    repack(file, bytes(len(older)))
    said = run("verify", file, "--password-stdin", given=typed(PASSWORD))
    one_sentence(said)
    assert "备份不完整" in said.err


def test_a_backup_that_is_not_there_cannot_be_restored(run, tmp_path):
    said = run("restore", tmp_path / "nowhere.tar", tmp_path / "back")
    one_sentence(said)
    assert "nowhere.tar" in said.err


# A backup folder.


def test_a_folder_gets_a_generation_each_time_and_gives_it_back(run, vault, tmp_path):
    folder, other = tmp_path / "drive", tmp_path / "back"
    words = ("backup", vault, folder, "--folder", "--password-stdin", "--json")
    told = json.loads(run(*words, given=typed(PASSWORD)).out)
    assert (told["folder"], told["generation"], told["rows"]["notes"]) == (str(folder), 1, 1)
    assert (told["copied"], told["unfinished"], told["damaged"]) == (0, 0, 0)
    said = run("backup", vault, folder, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.err) == (0, "")
    assert "generation: 2" in said.out
    said = run("verify", folder, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.out, said.err) == (0, "ok\n", "")
    said = run("restore", folder, other, "--generation", 2)
    assert (said.code, said.out) == (0, f"vault: {other}\n")
    assert run("verify", other, "--password-stdin", given=typed(PASSWORD)).out == "ok\n"


def test_a_backup_is_written_down_in_the_vault(run, vault, tmp_path):
    """The certificate of a destruction names the backups that the trail knows of."""
    words = (vault, "--password-stdin")
    before = SystemClock().now()
    run("backup", words[0], tmp_path / "drive", "--folder", words[1], given=typed(PASSWORD))
    run("backup", words[0], tmp_path / "one.backup", words[1], given=typed(PASSWORD))
    opened = bootstrap.door().open(vault, PASSWORD).vault
    made = [one for one in opened.audit.entries(99) if one.kind is AuditKind.BACKED_UP]
    assert sorted((one.subject is None, one.subject) for one in made) == [(False, 1), (True, None)]
    assert all(one.at >= before for one in made)
    assert opened.settings.backup_plan().latest == made[0].at
    opened.close()


def test_a_password_of_somebody_else_checks_no_folder(run, vault, tmp_path):
    run("backup", vault, tmp_path / "d", "--folder", "--password-stdin", given=typed(PASSWORD))
    said = run("verify", tmp_path / "d", "--password-stdin", given=typed("falsch geraten"))
    one_sentence(said)
    assert "密码不对" in said.err


@pytest.mark.promise(16)
def test_a_damaged_generation_is_told(run, vault, tmp_path):
    folder = tmp_path / "d"
    run("backup", vault, folder, "--folder", "--password-stdin", given=typed(PASSWORD))
    (copy,) = folder.glob("generations/*/vault.db")
    data = bytearray(copy.read_bytes())
    data[5000] ^= 1
    copy.write_bytes(data)
    said = run("verify", folder, "--password-stdin", "--json", given=typed(PASSWORD))
    assert said.code == 1
    assert [one["fault"] for one in json.loads(said.out)["complaints"]] == ["contents"]
    one_sentence(run("restore", folder, tmp_path / "back"))
    assert not (tmp_path / "back").exists()
    next(folder.glob("generations/*/generation.json")).write_bytes(b"{}")
    one_sentence(run("verify", folder, "--password-stdin", given=typed(PASSWORD)))


def test_what_could_not_be_checked_is_said(run, vault, tmp_path):
    folder = tmp_path / "d"
    (vault / "media" / "1.db").write_bytes(b"sealed" * 1000)
    (vault / "media" / "2.db").write_bytes(b"sealed" * 1000)
    one = bootstrap.door().open(vault, PASSWORD).vault
    one.connection.execute("INSERT INTO loose_media VALUES ('2', '2026-05-12T06:00:00+00:00')")
    one.close()
    run("backup", vault, folder, "--folder", "--password-stdin", given=typed(PASSWORD))
    said = run("verify", folder, "--password-stdin", given=typed(PASSWORD))
    assert said.code == 0
    assert said.out == (
        "ok\n没有检查：录音里的声音。\n没有检查：备份时还在写的录音。它们在下一次备份里。\n"
    )
    said = run("verify", vault, "--password-stdin", "--json", given=typed(PASSWORD))
    assert json.loads(said.out) == {
        "complaints": [],
        "unchecked": [],
        "locked_cases": [],
    }


def test_a_folder_is_refused_in_one_sentence(run, vault, tmp_path):
    (tmp_path / "d" / "xinxia-backup").mkdir(parents=True)
    (tmp_path / "d" / "xinxia-backup" / "theirs").write_bytes(b"x")
    said = run("backup", vault, tmp_path / "d", "--password-stdin", given=typed(PASSWORD))
    one_sentence(said)
    assert "另一个保险库的备份" in said.err
    one_sentence(run("backup", vault, vault, "--password-stdin", given=typed(PASSWORD)))
    one_sentence(run("restore", tmp_path, tmp_path / "back"))


def test_only_somebody_who_looks_on_sees_how_far_it_is(monkeypatch):
    class Screen(io.StringIO):
        def isatty(self):
            return True

    shown = Screen()
    monkeypatch.setattr("sys.stderr", shown)
    speech.progress(1, 3)
    speech.progress(0, 0)
    assert shown.getvalue() == "\r 33 %"
    speech.progress(3, 3)
    assert shown.getvalue().endswith("\r     \r")
    monkeypatch.setattr("sys.stderr", io.StringIO())
    speech.progress(1, 3)


class _Call:
    """A function of a library of Windows."""

    def __init__(self, answer=lambda *_words: 0):
        self.answer = answer

    def __call__(self, *words):
        return self.answer(*words)


def test_on_windows_a_password_is_asked_for_at_a_console_alone(monkeypatch):
    """There `getpass` waits for a key of the console, whatever the standard input is."""
    kernel = SimpleNamespace(GetStdHandle=_Call(lambda which: which), GetConsoleMode=_Call())
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(console.ctypes, "CDLL", lambda _name: kernel)
    with pytest.raises(SystemExit):
        door.password(argparse.Namespace(password_stdin=False))
    kernel.GetConsoleMode.answer = lambda *_words: 1
    monkeypatch.setattr(door.getpass, "getpass", lambda _words: "typed")
    assert door.password(argparse.Namespace(password_stdin=False)) == "typed"


@pytest.mark.parametrize("words", [("verify",), ("backup",)])
def test_without_a_terminal_it_is_said_how_to_give_the_password(vault, tmp_path, words):
    targets = (tmp_path / "copy.backup",) if words == ("backup",) else ()
    done = subprocess.run(
        [sys.executable, "-m", "app", *words, vault, *targets],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
    )
    said = done.stderr.decode()
    assert done.returncode == 2
    assert said.startswith("xinxia: ")
    assert "--password-stdin" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("number", [99, -1])
def test_a_generation_that_is_not_there_is_said_to_be_none(run, vault, tmp_path, number):
    folder = tmp_path / "backups"
    run("backup", vault, folder, "--folder", "--password-stdin", given=typed(PASSWORD))
    words = ("verify", next(folder.rglob("generations")).parent, "--generation", number)
    said = run(*words, "--password-stdin", given=typed(PASSWORD))
    one_sentence(said)
    assert f"没有第 {number} 份" in said.err


def test_only_a_folder_has_numbered_backups(run, vault, tmp_path):
    """Asked for the seventh of a file or a vault, it does not silently take what is there."""
    run("backup", vault, tmp_path / "b.backup", "--password-stdin", given=typed(PASSWORD))
    for words in (
        ("restore", tmp_path / "b.backup", tmp_path / "new", "--generation", 7),
        ("verify", tmp_path / "b.backup", "--password-stdin", "--generation", 7),
        ("verify", vault, "--password-stdin", "--generation", 7),
    ):
        said = run(*words, given=typed(PASSWORD))
        one_sentence(said)
        assert "没有第 7 份" in said.err
    assert not (tmp_path / "new").exists()


def test_the_drive_that_took_the_backup_is_named_to_get_it_back(run, vault, tmp_path):
    drive = tmp_path / "usb"
    drive.mkdir()
    (drive / "photo").write_bytes(b"x")
    run("backup", vault, drive, "--password-stdin", given=typed(PASSWORD))
    said = run("verify", drive, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.out, said.err) == (0, "ok\n", "")
    assert run("restore", drive, tmp_path / "new").code == 0
    assert run("verify", tmp_path / "new", "--password-stdin", given=typed(PASSWORD)).out == "ok\n"


@pytest.mark.parametrize("where", ["sub", "media/sub"])
def test_nothing_goes_into_the_folder_of_a_vault(run, vault, tmp_path, where):
    run("backup", vault, tmp_path / "b.backup", "--password-stdin", given=typed(PASSWORD))
    for words in (
        ("restore", tmp_path / "b.backup", vault / where),
        ("salvage", vault, vault / where, "--password-stdin"),
        ("backup", vault, vault / where, "--folder", "--password-stdin"),
    ):
        said = run(*words, given=typed(PASSWORD))
        one_sentence(said)
        assert "保险库的文件夹里面" in said.err
    assert not (vault / where).exists()


def test_the_recovery_key_opens_what_the_password_opens(run, vault, tmp_path):
    groups = to_groups(bytes(range(20)))
    opened = bootstrap.door().open(vault, PASSWORD).vault
    opened.ways.change_recovery(Proof(PASSWORD), groups)
    opened.close()
    key, before = "-".join(groups).encode() + b"\n", (vault / "vault.db").read_bytes()
    assert run("verify", vault, "--password-stdin", given=key).out == "ok\n"
    assert (vault / "vault.db").read_bytes() == before
    folder = tmp_path / "backups"
    made = run("backup", vault, folder, "--folder", "--password-stdin", given=key)
    assert made.code == 0
    kept = next(folder.rglob("generations")).parent
    assert run("verify", kept, "--password-stdin", given=key).out.startswith("ok\n")
