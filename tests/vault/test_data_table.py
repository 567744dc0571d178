"""Tables for spreadsheets: what is read back is what was there, and nothing of it runs."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from openpyxl import load_workbook

from app import bootstrap
from app.domain.data_table import DataTable, harmless

NASTY = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", "\r=cmd|' /C calc'!A0")
TABLE = DataTable(
    "一年/的[统计]" * 9,
    ("项", "数"),
    (("面询", 12), *((one, 1.5) for one in NASTY), ('引"号,\n行', 0)),
)


@pytest.mark.parametrize("word", NASTY)
def test_a_word_that_could_be_a_formula_is_written_as_a_word(word):
    assert harmless(word) == f"'{word}"


@pytest.mark.parametrize("cell", ["面询", "a=b", "", 3, -4, 0.5])
def test_other_cells_stay(cell):
    assert harmless(cell) == cell


def test_csv_is_read_back_and_bears_the_mark():
    made = bootstrap.papers().csv.render(TABLE)
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert rows == [[str(cell) for cell in line] for line in TABLE.lines()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_a_workbook_holds_words_and_numbers_and_no_formula():
    made = bootstrap.papers().xlsx.render(TABLE)
    book = load_workbook(io.BytesIO(made))
    sheet = book.worksheets[0]
    assert sheet.title.startswith("一年 的 统计")
    assert len(sheet.title) <= 31
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found[1] == ["面询", 12]
    words = [row[0].replace("_x000D_", "\r") for row in found[2:-1]]
    assert words == [f"'{one}" for one in NASTY]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert book.properties.creator in (None, "")
    assert "沈知远" not in str(zipfile.ZipFile(io.BytesIO(made)).namelist())


def test_a_table_without_a_title_or_rows_is_still_one():
    made = bootstrap.papers().xlsx.render(DataTable("", ("\x07a",), ()))
    assert load_workbook(io.BytesIO(made)).worksheets[0]["A1"].value == "a"
