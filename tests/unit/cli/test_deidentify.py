"""`deidentify`: what it hides, and what it says of input that is wrong."""

from __future__ import annotations

import json

import pytest

from app import bootstrap
from tests.modes import mode
from tests.unit.cli.support import PROFILE, TEXT, one_sentence


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
    assert found[1] == {"id": "b", "spans": [], "text": "没有名字。", "pointed": []}
    surfaces = [TEXT[span["start"] : span["end"]] for span in found[0]["spans"]]
    assert "林晓禾" in surfaces
    assert mode(out) == 0o600


def test_cases_without_a_place_for_the_answers_are_wrong_usage(run, tmp_path):
    lines = tmp_path / "cases.jsonl"
    lines.write_text("{}", "utf-8")
    said = run("deidentify", "--cases", lines)
    assert (said.code, said.out) == (2, "")
    assert "--out" in said.err


@pytest.mark.promise(31)
@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("林晓禾 not JSON", ""),
        ("[]", ""),
        ("3", ""),
        ("null", ""),
        ("[" * 100_000, ""),
        ('{"id": "a"}', "text"),
        ('{"text": 5}', "text"),
        ('{"text": ["林晓禾"]}', "text"),
        ('{"text": "好", "profile": "林晓禾"}', "profile"),
        ('{"text": "好", "profile": {"client": "林晓禾"}}', "profile.client"),
    ],
)
def test_a_bad_line_is_one_sentence_and_nothing_is_written(run, tmp_path, line, key):
    lines, out = tmp_path / "cases.jsonl", tmp_path / "pred.jsonl"
    lines.write_text(f'{{"id": "a", "text": "好"}}\n\n{line}\n{{"text": "好"}}\n', "utf-8")
    said = run("deidentify", "--cases", lines, "--out", out)
    one_sentence(said)
    assert "第 3 行" in said.err
    assert (f"的 {key} 写得不对" if key else "不是一个 JSON 对象") in said.err
    assert not out.exists()
    told = json.loads(run("deidentify", "--cases", lines, "--out", out, "--json").out)
    assert told == {"refused": "CasesUnreadable", "line": 3, "key": key}


def test_the_last_line_is_read_before_the_first_is_worked_on(run, tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "deidentifier", pytest.fail)
    lines = tmp_path / "cases.jsonl"
    lines.write_text('{"text": "好"}\n' * 20 + "{", "utf-8")
    said = run("deidentify", "--cases", lines, "--out", tmp_path / "pred.jsonl")
    one_sentence(said)
    assert "第 21 行" in said.err


@pytest.mark.promise(31)
@pytest.mark.parametrize(
    ("profile", "key"),
    [
        ("{", ""),
        ("[]", ""),
        ('"林晓禾"', ""),
        ("null", ""),
        ('{"client": "林晓禾"}', "client"),
        ('{"client": ["林晓禾"]}', "client"),
        ('{"client": 3, "people": 4}', "client"),
        ('{"client": {"name": ["林晓禾"]}}', "client.name"),
        ('{"client": {"name": {"zh": "林晓禾"}}}', "client.name"),
        ('{"client": {"phone": true}}', "client.phone"),
        ('{"client": {"aliases": {"a": "晓禾"}}}', "client.aliases"),
        ('{"client": {"aliases": ["晓禾", ["禾禾"]]}}', "client.aliases[1]"),
        ('{"people": {"name": "陈桂芳"}}', "people"),
        ('{"people": "陈桂芳"}', "people"),
        ('{"people": [{"name": "陈桂芳"}, "林晓禾"]}', "people[1]"),
        ('{"people": [{"name": "陈桂芳", "aliases": 3.5}]}', "people[0].aliases"),
        ('{"places": {"a": "杭州"}}', "places"),
        ('{"organisations": [3.5]}', "organisations[0]"),
    ],
)
def test_a_profile_of_another_shape_is_refused_and_the_key_named(run, tmp_path, profile, key):
    path = tmp_path / "profile.json"
    path.write_text(profile, "utf-8")
    said = run("deidentify", "--profile", path, given=TEXT.encode())
    one_sentence(said)
    assert "陈桂芳" not in said.err
    assert f"来访者资料里的 {key} 写得不对" in said.err if key else "JSON" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    "profile",
    [
        "{}",
        '{"client": null, "people": null, "places": null, "organisations": null}',
        '{"client": {"name": null, "phone": 13900000017, "aliases": "晓禾"}, "people": []}',
        '\ufeff{"client": {"aliases": [null, "晓禾"]}}',
    ],
)
def test_what_is_not_recorded_may_be_left_out(run, tmp_path, profile):
    path = tmp_path / "profile.json"
    path.write_text(profile, "utf-8")
    said = run("deidentify", "--profile", path, given="号码是 13900000017。".encode())
    assert (said.code, said.err) == (0, "")
    assert "13900000017" not in said.out


def test_a_slip_in_a_key_is_said_and_the_rest_is_done(run, tmp_path):
    wrong = {"client": {"name": "林晓禾", "nickname": "x"}, "peopel": [{"name": "陈桂芳"}]}
    path, lines, out = (tmp_path / name for name in ("p.json", "c.jsonl", "o.jsonl"))
    path.write_text(json.dumps(wrong), "utf-8")
    said = run("deidentify", "--profile", path, given=TEXT.encode())
    assert (said.code, said.err.count("\n")) == (0, 1)
    assert "client.nickname, peopel" in said.err
    assert "林晓禾" not in said.out + said.err
    lines.write_text(f"{json.dumps({'text': TEXT, 'profile': wrong})}\n" * 3, "utf-8")
    said = run("deidentify", "--cases", lines, "--out", out)
    assert (said.code, said.err.count("\n")) == (0, 1)
    assert "client.nickname, peopel" in said.err
    assert len(out.read_text("utf-8").splitlines()) == 3


def test_a_file_in_another_encoding_is_refused(run, tmp_path):
    lines, out = tmp_path / "cases.jsonl", tmp_path / "pred.jsonl"
    lines.write_bytes('{"text": "好"}'.encode("gbk"))
    said = run("deidentify", "--cases", lines, "--out", out)
    one_sentence(said)
    assert "UTF-8" in said.err
    one_sentence(run("deidentify", "--profile", lines, given=b"x"))


def test_bytes_that_are_no_text_are_refused(run):
    one_sentence(run("deidentify", given=b"\xff\xfe\x00"))


def test_a_file_that_is_not_there_is_named(run, tmp_path):
    said = run("deidentify", "--profile", tmp_path / "nowhere.json", given=b"x")
    one_sentence(said)
    assert "nowhere.json" in said.err


def test_a_folder_in_place_of_a_file_is_refused(run, tmp_path):
    one_sentence(run("deidentify", "--profile", tmp_path, given=b"x"))
