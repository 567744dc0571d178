"""Files of online questionnaires as they come: ugly, in any code, and made by somebody who attacks.

Promise 39: what is imported cannot write elsewhere, exhaust the computer or run.
"""

from __future__ import annotations

import io
import os
import sys
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.workbook.workbook import Workbook as ReadOnlyWorkbook

from app.domain import answer_table
from app.domain.answer_table import AnswerTable
from app.domain.errors import AnswersUnreadable
from storage import answer_book, answer_file
from storage.answer_file import AnswerFile, read_answers

pytestmark = [pytest.mark.clause("062"), pytest.mark.promise(39)]
WHEN = datetime.fromisoformat("2026-11-20 08:01:02")
HEADS = ("序号", "提交答卷时间", "1、您的姓名", "备注")
CODES = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def csv_text(separator=",", end="\r\n"):
    """Return two answers, one of them with everything that can stand in a cell."""
    lines = [
        separator.join(HEADS),
        separator.join(["1", "2026/1/1", "张三", '"好, 吗;\t他说""嗯""' + end + '第二行"']),
        "",
        separator.join(["2", "2026/1/2", "李四", "䶮 ㄅ 𬱖"]),
    ]
    return end.join(lines)


def book(*rows, sheets=()):
    """Return a workbook with these rows on its first sheet."""
    made = Workbook()
    for one in rows:
        made.active.append(one)
    for name in sheets:
        made.create_sheet(name)
    return saved(made)


def saved(made):
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def refused(data):
    """Return why bytes were refused."""
    with pytest.raises(AnswersUnreadable) as found:
        read_answers(data)
    return found.value.reason


def parts(data, **changed):
    """Return a workbook with some of its parts changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for one in old.infolist():
            part = old.read(one)
            for name, change in changed.items():
                if one.filename.endswith(f"{name}.xml"):
                    part = change(part)
            new.writestr(one.filename, part)
    return held.getvalue()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("code", CODES)
def test_text_is_read_in_every_code_and_with_every_separator(code, separator, end):
    table = read_answers(csv_text(separator, end).encode(code))
    assert table.heads == HEADS
    assert [one.number for one in table.rows] == [2, 4]
    assert table.rows[0].cells[2:] == ("张三", f'好, 吗;\t他说"嗯"{end}第二行')
    assert table.rows[1].cells[3] == "䶮 ㄅ 𬱖"


def test_an_emoji_and_a_mark_of_direction_survive():
    table = read_answers("a,b\n🌱,x\u202ey\n".encode())
    assert table.rows[0].cells == ("🌱", "x\u202ey")


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("sep=;\na;b\n1;2\n", ("a", "b")),
        ('"sep=|"\r\na|b\r\n1|2', ("a", "b")),
        ("sep=\t\na\tb\n1\t2", ("a", "b")),
        ("姓名\n张三", ("姓名",)),
        ("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5", ("a", "b", "c")),
        ("a,b\n1,x;y;z;w\n2,x;y", ("a", "b")),
        ("预约登记\na\tb\tc\n1\t2\t3", ("a", "b", "c")),
    ],
)
def test_the_separator_is_what_parts_the_rows_evenly(text, heads):
    assert read_answers(text.encode()).heads == heads


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n\n\n", "empty"),
        ("姓名,电话".encode(), "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old"),
        (b"<html><table><tr><td>1</td></tr></table>", "page"),
        (b"\n <!DOCTYPE html>", "page"),
        (b"\xff\xfe\x00", "code"),
        (b"a,b\n1,\xff\xff\xff", "code"),
        (bytes(100), "code"),
        (b"a,b\n1,\x00", "code"),
        (b"%PDF-1.7\n\x01\x02\x80", "code"),
        (b'a,b\n1,"never closed\n2,3\n', "quote"),
        (b"a,b\n1," + b"x" * 300_000, "quote"),
        (b"PK\x03\x04", "damaged"),
        (b"PK\x03\x04" + bytes(1000), "damaged"),
    ],
)
def test_what_is_no_table_is_refused_with_why(data, reason):
    assert refused(data) == reason


def test_more_bytes_than_are_read_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(answer_file, "LARGEST", 10)
    path = tmp_path / "answers.csv"
    path.write_bytes(b"a,b\n1,2,3,4,5")
    with pytest.raises(AnswersUnreadable) as found:
        AnswerFile().read(path)
    assert found.value.reason == "large"


def test_a_file_is_read_and_left_as_it_is(tmp_path):
    path = tmp_path / "答卷.csv"
    path.write_bytes(csv_text().encode("gb18030"))
    assert AnswerFile().read(path).heads == HEADS
    assert [one.name for one in tmp_path.iterdir()] == ["答卷.csv"]


def test_a_file_that_is_gone_or_a_folder_is_refused(tmp_path):
    for one in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(AnswersUnreadable) as found:
            AnswerFile().read(one)
        assert found.value.reason == "unread"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names, no modes")
def test_a_pipe_that_never_answers_and_a_file_of_others_are_refused(tmp_path):
    pipe, closed = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    closed.symlink_to(closed)
    for one in (pipe, closed):
        with pytest.raises(AnswersUnreadable):
            AnswerFile().read(one)


def test_a_disk_that_fails_while_it_is_read_is_a_refusal(tmp_path, monkeypatch):
    path = tmp_path / "answers.csv"
    path.write_bytes(b"a,b\n1,2")

    def fails(*_, **__):
        raise OSError(5, "input/output error")

    monkeypatch.setattr(type(path), "open", fails)
    with pytest.raises(AnswersUnreadable):
        AnswerFile().read(path)


def test_a_workbook_gives_its_values_as_they_are_read():
    rows = (
        ["序号", "时间", "电话", "几岁", "真", "日", "钟", "空"],
        [1, WHEN, 13800000000.0, 31.5, True, date(2026, 1, 2),
         time(8, 30), None],
    )  # fmt: skip
    table = read_answers(book(*rows))
    assert table.rows[0].cells == (
        "1", "2026-11-20 08:01:02", "13800000000", "31.5", "True", "2026-01-02", "08:30:00", "",
    )  # fmt: skip


def test_rows_keep_their_numbers_and_further_sheets_are_named():
    made = Workbook()
    made.active.append(["a", "b"])
    made.active["A4"] = "1"
    made.create_sheet("别的")
    table = read_answers(saved(made))
    assert table.rows[0].number == 4
    assert table.others == ("别的",)


def test_a_hidden_sheet_is_not_taken_for_the_first():
    made = Workbook()
    made.active.append(["secret", "x"])
    made.active.append(["1", "2"])
    made.active.sheet_state = "hidden"
    shown = made.create_sheet("答卷")
    shown.append(["姓名", "电话"])
    shown.append(["张三", "1"])
    made.active = 1
    assert read_answers(saved(made)).heads == ("姓名", "电话")


def test_no_formula_is_run_and_none_gets_lost():
    table = read_answers(book(["a", "b"], ["=1+1", '=WEBSERVICE("http://example.org")']))
    assert table.rows[0].cells == ("=1+1", '=WEBSERVICE("http://example.org")')


def test_a_formula_with_its_value_gives_the_value():
    data = parts(
        book(["a", "b"], ["x", "=1+1"]),
        sheet1=lambda part: part.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>"),
    )
    assert read_answers(data).rows[0].cells == ("x", "2")


@pytest.mark.parametrize("lie", [b"A1:XFD1048576", b"A1", b"A1:A1", b"B2:A1"])
def test_a_lie_about_its_size_is_not_believed(lie):
    def lying(part):
        assert b'<dimension ref="A1:B2"' in part
        return part.replace(b'<dimension ref="A1:B2"', b'<dimension ref="' + lie + b'"')

    data = parts(book(["a", "b"], ["1", "2"]), sheet1=lying)
    assert read_answers(data).rows[0].cells == ("1", "2")


@pytest.mark.parametrize(
    ("far", "reason"), [(b'<row r="99999999999">', "rows"), (b'<row r="1048576">', "rows")]
)
def test_a_row_far_away_does_not_hang(far, reason):
    data = parts(
        book(["a", "b"], ["1", "2"]), sheet1=lambda part: part.replace(b'<row r="2">', far)
    )
    assert refused(data) == reason


def test_a_column_far_away_is_refused():
    made = Workbook()
    made.active.append(["a", "b"])
    made.active["XFD2"] = "1"
    assert refused(saved(made)) == "columns"


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["sheet1", "styles", "workbook"])
@pytest.mark.parametrize("declared", ["", '[<!ENTITY c "cc">]', '[<!ENTITY c SYSTEM "file:///x">]'])
def test_entities_are_refused_before_anything_reads_them(code, name, declared):
    """A part that is right in everything else: no parser takes offence at it."""

    def declaring(part):
        text = part.decode()
        body = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
        root = body.lstrip()[1:].split(">")[0].split()[0]
        return f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE {root} {declared}>{body}'.encode(
            code
        )

    data = parts(book(["a", "b"], ["x", "y"]), **{name: declaring})
    assert refused(data) == "damaged"


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read(monkeypatch):
    data = parts(book(["a", "b"], ["x", "y"]), sheet1=lambda part: part + b" " * 2_000_000)
    monkeypatch.setattr(answer_book, "UNPACKED", 1_000_000)
    monkeypatch.setattr(answer_book, "load_workbook", None)
    assert refused(data) == "large"


def test_a_workbook_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(answer_book, "_MOST_PARTS", 3)
    assert refused(book(["a"], ["1"])) == "large"


def test_a_list_of_very_many_parts_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(answer_book.zipfile, "ZipFile", None)
    assert refused(b"PK\x03\x04" + b"PK\x01\x02" * 3_000) == "large"


def test_a_workbook_with_a_password_on_its_parts_is_refused():
    data = bytearray(WHOLE)
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # encrypted, says the list of the parts
    assert refused(bytes(data)) == "damaged"


def test_a_workbook_without_a_sheet_of_cells_holds_no_answer(monkeypatch):
    monkeypatch.setattr(ReadOnlyWorkbook, "worksheets", [])
    assert refused(book(["a"], ["1"])) == "empty"


def test_rows_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(answer_book, "MOST_ROWS", 3)
    monkeypatch.setattr(answer_table, "MOST_ROWS", 3)
    assert refused(book(["a"], ["1"], ["2"], ["3"])) == "rows"


def safely(data):
    """Read bytes as whoever opens them would: a table, or a refusal, and nothing else."""
    try:
        table = read_answers(data)
    except AnswersUnreadable:
        return
    assert isinstance(table, AnswerTable)


FUZZ = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@FUZZ
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data):
    safely(data)


@FUZZ
@given(st.text(alphabet=",;\t\"'\r\n\x00=a1张\ufeff\u202e😀", max_size=80), st.sampled_from(CODES))
def test_no_text_breaks_the_reader(text, code):
    safely(text.encode(code))


WHOLE = book(["序号", "姓名", "=1+1"], [1, "张三", WHEN], [2.5, None, "=A1"])


@FUZZ
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_no_broken_workbook_breaks_the_reader(at, wrong):
    safely(WHOLE[:at] + wrong + WHOLE[at + len(wrong) :])
    safely(WHOLE[:at])


@FUZZ
@given(st.sampled_from(["sheet1", "workbook", "styles"]), st.data())
def test_no_broken_part_of_a_workbook_breaks_the_reader(name, data):
    def spoil(part):
        at = data.draw(st.integers(0, len(part)))
        cut = data.draw(st.integers(0, 12))
        put = data.draw(st.sampled_from([b"", b"<", b"999999999", b'"', b"&x;", b"-1", b't="d"']))
        return part[:at] + put + part[at + cut :]

    safely(parts(WHOLE, **{name: spoil}))
