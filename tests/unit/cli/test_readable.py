"""`export-readable` and `take-in`: the way out and back without a window."""

from __future__ import annotations

import json

from app import bootstrap
from app.cli import door
from app.services import case_locks
from storage import aes_zip
from storage.clock import SystemClock
from tests.unit.cli.support import PASSWORD, TEXT, one_sentence

SECRET = "tr4nsparent-mulberry-kite-9-lantern"
NEW = "另一个新的保险库密码 here"


def lines(*words):
    return "".join(f"{one}\n" for one in words).encode()


def test_everything_goes_out_and_comes_back(run, vault, tmp_path):
    """In words what lacks is named, in JSON it is a list; a case's password is asked for again."""
    opened = bootstrap.door().open(vault, PASSWORD).vault
    case = opened.cases.all()[0].id
    opened.close()
    file, back = tmp_path / "out.zip", tmp_path / "back"
    out = ("export-readable", vault, file, "--password-stdin")
    said = run(*out, "--language", "en", given=lines(PASSWORD, SECRET))
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[:2] == [f"file: {file}", "cases: 1"]
    with file.open("rb") as source:
        reader = aes_zip.Reader(source, SECRET)
        assert TEXT.strip() in reader.read(f"cases/{case:06d}.html", 10**6).decode()
        assert "签署了记录" in reader.read("trail.html", 10**6).decode()
    one_sentence(run(*out, given=lines(PASSWORD, SECRET)))  # over nothing
    one_sentence(run("take-in", file, back, "--password-stdin", given=lines("wrong", NEW)))
    said = run("take-in", file, back, "--password-stdin", given=lines(SECRET, NEW))
    place, recovery = said.out.splitlines()
    assert (said.code, place) == (0, f"vault: {back}")
    opened = bootstrap.door().open_with_recovery(back, recovery.removeprefix("recovery key: "))
    assert opened.vault.notes.of_case(case)[0].body.text() == TEXT
    case_locks.set_password(opened.vault, SystemClock(), case, "quite another 密码", recovery=False)
    opened.vault.close()
    file.unlink()
    said = run("export-readable", back, file, "--password-stdin", given=lines(NEW, SECRET))
    assert "没有打开，不在里面" in said.err
    file.unlink()
    said = run(
        "export-readable", back, file, "--password-stdin", "--json", given=lines(NEW, SECRET)
    )
    (left,) = json.loads(said.out)["left_out"]
    assert (left["what"], left["number"]) == ("case", case)
    again = ("take-in", file, tmp_path / "more", "--password-stdin", "--json")
    made = json.loads(run(*again, given=lines(SECRET, NEW)).out)
    assert made["rows"]["cases"] == 0
    assert made["left_out"] == [left]
    assert run("take-in", tmp_path / "none", back, "--password-stdin").code == 1


def test_what_is_to_be_seen_to_is_said(run, monkeypatch, tmp_path):
    """Of a vault made of an export: passwords that are gone, signatures that never matched."""
    from app.domain.readable import Left, TakenIn  # noqa: PLC0415

    left = tuple(Left("recording", 3, why) for why in ("withdrawn", "gone", "damaged"))
    left += (Left("reflections", 2, "not chosen"), Left("recordings", 1, "not chosen"))
    made = TakenIn({}, left, (4,), (5, 6))

    class Stand:
        def take_in(self, *_):
            return made

    monkeypatch.setattr(bootstrap, "archivist", Stand)
    source = tmp_path / "x.zip"
    source.touch()
    said = run("take-in", source, tmp_path / "n", "--password-stdin", given=lines(SECRET, NEW))
    assert said.err.count("\n") == len(left) + 2
    for words in ("撤回了同意", "找不到它的文件", "坏了", "2 篇", "1 段", "请重新设", "核对不上"):
        assert words in said.err


def test_a_password_that_is_typed_is_typed_twice(run, vault, tmp_path, monkeypatch):
    typed = iter([PASSWORD, SECRET, f"{SECRET}?"])
    monkeypatch.setattr(door.getpass, "getpass", lambda _: next(typed))
    said = run("export-readable", vault, tmp_path / "x.zip")
    one_sentence(said)
    assert "不一样" in said.err
    typed = iter([PASSWORD, SECRET, SECRET])
    assert run("export-readable", vault, tmp_path / "x.zip", "--no-recordings").code == 0
    weak = run("export-readable", vault, tmp_path / "y.zip", "--password-stdin",
               given=lines(PASSWORD, "horse battery"))  # fmt: skip
    one_sentence(weak)
    assert not (tmp_path / "y.zip").exists()
