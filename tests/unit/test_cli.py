"""The commands without a window: what they answer, print and refuse."""

from __future__ import annotations

import io
import json
import re
import sys
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from app import __main__, bootstrap, cli
from app.domain.case import ServiceMode
from app.domain.client import Profile, Relative
from app.domain.note import NoteBody, NotePart
from app.domain.session import Appointment
from app.services import cases, notes, vaults
from storage import keys
from storage.vault import FolderDoor
from tests.journeys.story import read_docx, read_pdf

PASSWORD = "晴天下的一只旧木箱"
PROFILE = {
    "client": {"name": "林晓禾", "aliases": ["晓禾"], "phone": "13900000017"},
    "people": [{"name": "陈桂芳", "relation": "母亲", "aliases": []}],
}
TEXT = "林晓禾给母亲陈桂芳打电话，号码是 139 0000 0017。晓禾说下雨。\n"
HAN = re.compile("[\u3400-\u9fff]")


@pytest.fixture
def run(monkeypatch, capsysbinary):
    """Run a command with bytes on standard input; return its code, output and complaints."""

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
def vault(tmp_path, monkeypatch):
    """A vault with one case and one signed note, behind the program's own door."""
    clock = bootstrap.clock()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    monkeypatch.setattr(bootstrap, "door", lambda: door)
    place = tmp_path / "vault"
    opened = vaults.create(door, clock, place, PASSWORD, door.new_recovery_key()).vault
    profile = Profile(name="林晓禾", people=(Relative("陈桂芳", "母亲"),))
    case = cases.open_case(opened, clock, "禾木", ServiceMode.FACE_TO_FACE, profile)
    template = bootstrap.note_templates()["free"]
    when = Appointment(datetime(2026, 4, 1, 6, tzinfo=UTC))
    note = notes.start(opened, clock, case.id, when, template)
    part = NotePart(template.parts[0].key, template.parts[0].title, TEXT)
    body = NoteBody(template.key, template.edition, (part,))
    notes.save_draft(opened, clock, note.id, body)
    notes.leave(opened, note.id)
    notes.sign(opened, clock, note.id, "沈知远", PASSWORD)
    opened.close()
    return place


def typed(password: str) -> bytes:
    return f"{password}\n".encode()


def one_sentence(said: SimpleNamespace) -> None:
    """A refusal is one line, without a traceback and without a client's word."""
    assert said.code == 1
    assert said.err.startswith("xinxia: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert "林晓禾" not in said.err + said.out


# De-identifying.


def test_one_text_is_written_without_names(run, tmp_path):
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps(PROFILE), "utf-8")
    said = run("deidentify", "--profile", profile, given=TEXT.encode())
    assert (said.code, said.err) == (0, "")
    for word in ("林晓禾", "晓禾", "陈桂芳", "139 0000 0017"):
        assert word not in said.out
    assert said.out.endswith("说下雨。\n")


def test_a_text_without_a_profile_loses_its_numbers(run):
    said = run("deidentify", given="请打 13900000017。".encode())
    assert said.code == 0
    assert "13900000017" not in said.out


def test_the_places_are_told_as_json(run, tmp_path):
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps(PROFILE), "utf-8")
    said = run("deidentify", "--json", "--profile", profile, given=TEXT.encode())
    found = json.loads(said.out)
    first = found["spans"][0]
    assert TEXT[first["start"] : first["end"]] == "林晓禾"
    assert set(first) == {"start", "end", "type", "replacement", "layer", "confidence"}
    assert "林晓禾" not in found["text"]
    assert len(said.out.splitlines()) == 1


def test_emoji_rare_characters_and_direction_marks_come_through(run):
    odd = "今天😀䶮𬱖ㄅ\u202e说\u202c好\r\n\t"
    assert run("deidentify", given=odd.encode()).out == odd
    assert run("deidentify", given=b"").out == ""


def test_cases_become_predictions_line_by_line(run, tmp_path):
    lines = tmp_path / "cases.jsonl"
    one = {"id": "a", "text": TEXT, "profile": PROFILE}
    two = {"id": "b", "text": "没有名字。"}
    lines.write_text(f"{json.dumps(one)}\n\n{json.dumps(two, ensure_ascii=False)}\n", "utf-8")
    out = tmp_path / "pred.jsonl"
    said = run("deidentify", "--cases", lines, "--out", out)
    assert (said.code, said.out, said.err) == (0, "", "")
    found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [one["id"] for one in found] == ["a", "b"]
    assert found[1] == {"id": "b", "spans": [], "text": "没有名字。"}
    surfaces = [TEXT[span["start"] : span["end"]] for span in found[0]["spans"]]
    assert "林晓禾" in surfaces
    assert out.stat().st_mode & 0o777 == 0o600


def test_cases_without_a_place_for_the_answers_are_wrong_usage(run, tmp_path):
    lines = tmp_path / "cases.jsonl"
    lines.write_text("{}", "utf-8")
    said = run("deidentify", "--cases", lines)
    assert (said.code, said.err) == (2, "xinxia: --cases needs --out FILE\n")


@pytest.mark.promise(31)
@pytest.mark.parametrize(
    "line",
    ["林晓禾 not JSON", "[]", "3", "null", '{"id": "a"}', '{"text": 5}', '{"text": ["林晓禾"]}'],
)
def test_a_bad_line_is_one_sentence_and_nothing_is_written(run, tmp_path, line):
    lines, out = tmp_path / "cases.jsonl", tmp_path / "pred.jsonl"
    lines.write_text(f'{{"id": "a", "text": "好"}}\n{line}\n', "utf-8")
    one_sentence(run("deidentify", "--cases", lines, "--out", out))
    assert not out.exists()


@pytest.mark.parametrize("profile", ["{", "[]", '"林晓禾"', '{"client": 3, "people": 4}', "null"])
def test_a_bad_profile_is_refused_or_counts_as_empty_never_a_crash(run, tmp_path, profile):
    path = tmp_path / "profile.json"
    path.write_text(profile, "utf-8")
    said = run("deidentify", "--profile", path, given="好".encode())
    if said.code:
        one_sentence(said)
    else:
        assert said.out == "好"


def test_bytes_that_are_no_text_are_refused(run):
    one_sentence(run("deidentify", given=b"\xff\xfe\x00"))


def test_a_file_that_is_not_there_is_named(run, tmp_path):
    said = run("deidentify", "--profile", tmp_path / "nowhere.json", given=b"x")
    one_sentence(said)
    assert "nowhere.json" in said.err


def test_a_folder_in_place_of_a_file_is_refused(run, tmp_path):
    one_sentence(run("deidentify", "--profile", tmp_path, given=b"x"))


# Vaults.


def test_backup_and_restore_bring_everything_back(run, vault, tmp_path):
    said = run("verify", vault, "--password-stdin", given=typed(PASSWORD))
    assert (said.code, said.out, said.err) == (0, "ok\n", "")
    file, other = tmp_path / "copy.backup", tmp_path / "back"
    said = run("backup", vault, file, "--password-stdin", "--json", given=typed(PASSWORD))
    told = json.loads(said.out)
    assert told["file"] == str(file)
    assert told["rows"]["notes"] == 1
    assert "林晓禾".encode() not in file.read_bytes()
    said = run("restore", file, other)
    assert (said.code, said.out) == (0, f"vault: {other}\n")
    assert run("verify", other, "--password-stdin", given=typed(PASSWORD)).out == "ok\n"
    opened = bootstrap.door().open(other, PASSWORD).vault
    assert opened.notes.of_case(opened.cases.all()[0].id)[0].body.text() == TEXT
    opened.close()


def test_verify_answers_in_json(run, vault):
    said = run("verify", vault, "--password-stdin", "--json", given=typed(PASSWORD))
    assert json.loads(said.out) == {"complaints": []}


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
    monkeypatch.setattr(cli.getpass, "getpass", lambda prompt: asked.append(prompt) or PASSWORD)
    assert run("verify", vault).code == 0
    assert asked == ["密码 / password: "]


def test_nobody_can_give_a_password_as_an_argument(run, vault):
    said = run("verify", vault, "--password", PASSWORD)
    assert said.code == 2


# Summaries.


@pytest.mark.clause("157")
def test_a_summary_is_written_with_a_password_of_its_own(run, vault, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    words = ("export-summary", vault, 1, out, "--purpose", "个体督导", "--recipient", "周敏")
    said = run(*words, "--password-stdin", "--json", given=typed(PASSWORD))
    assert (said.code, said.err) == (0, "")
    told = json.loads(said.out)
    pdf, word = sorted(out.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert sorted(told["files"]) == sorted([str(pdf), str(word)])
    assert sum(told["hidden"].values()) >= 3
    for text in (read_pdf(pdf, told["password"]), read_docx(word, told["password"])):
        assert "林晓禾" not in text
        assert "陈桂芳" not in text


def test_a_summary_of_a_case_that_is_not_there_is_refused(run, vault, tmp_path):
    words = ("export-summary", vault, 99, tmp_path, "--purpose", "督导", "--recipient", "周敏")
    one_sentence(run(*words, "--password-stdin", given=typed(PASSWORD)))
    assert not list(tmp_path.glob("summary-*"))


@pytest.mark.clause("157")
def test_a_purpose_that_names_the_client_is_refused(run, vault, tmp_path):
    words = ("export-summary", vault, 1, tmp_path, "--purpose", "林晓禾", "--recipient", "周敏")
    said = run(*words, "--password-stdin", given=typed(PASSWORD))
    one_sentence(said)
    assert said.err.endswith("[157]\n")
    assert not list(tmp_path.glob("summary-*"))


# The program itself.


def test_help_and_wrong_words(run):
    assert run("--help").code == 0
    assert run("dance").code == 2
    assert run().code == 2


def test_a_command_is_found_by_its_first_word(monkeypatch, capsys):
    monkeypatch.setattr(__main__.diagnostics, "keep_private", lambda: None)
    assert __main__.main(["demo"]) == 2
    assert "usage: demo DIR" in capsys.readouterr().err
    with pytest.raises(SystemExit) as usage:
        __main__.main(["--help"])
    assert usage.value.code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ("", "")), (["--locked"], ("", "")), (["--locked", "idle"], ("idle", "")),
     (["--locked", "menu", "14:32"], ("menu", "14:32"))],
)  # fmt: skip
def test_the_window_hears_why_and_when_it_was_locked(monkeypatch, words, said, tmp_path):
    heard = []
    monkeypatch.setattr(__main__.diagnostics, "keep_private", lambda: None)
    monkeypatch.setattr(__main__.diagnostics, "guard", lambda: None)
    monkeypatch.setattr(__main__.diagnostics, "start_log", lambda _folder: None)
    monkeypatch.setattr(bootstrap, "run_window", lambda *why: heard.append(why) or 0)
    assert __main__.main(words) == 0
    assert heard == [said]
