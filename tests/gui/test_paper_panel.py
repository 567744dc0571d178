"""A paper goes to a printer, or into a file whose place is named; what cannot be is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app import bootstrap
from app.domain.errors import GlyphsMissing
from app.domain.sheet import Sheet, SheetPart
from storage.files import FileShelf
from tests.gui.helpers import button, buttons, click, said
from ui import printing
from ui.paper_panel import PaperPanel
from ui.widgets.field import Field

SHEET = Sheet("证明", "", (SheetPart("一", (("编号", "7"),)),))


@pytest.fixture
def panel(house):
    """A panel that prints a small sheet."""
    house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
    made = lambda: house.tools.papers.sheet.render(SHEET)  # noqa: E731 - as a page hands it over
    return house.show(PaperPanel(house.office, "证明", made), 700, 300)


def test_without_a_printer_a_pdf_is_offered(house, panel, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    click(house, panel, "打印")
    house.qtbot.waitUntil(lambda: "没有装打印机" in said(panel))


def test_the_pages_go_to_the_printer(house, panel, monkeypatch, tmp_path):
    asked = []

    def printer(parent, name, then):
        asked.append(name)
        one = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        one.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        one.setOutputFileName(str(tmp_path / "printed.pdf"))
        then(one)
        return True

    monkeypatch.setattr(printing, "ask_printer", printer)
    click(house, panel, "打印")
    house.qtbot.waitUntil(lambda: "已经送到打印机" in said(panel))
    assert asked == ["证明"]
    assert (tmp_path / "printed.pdf").stat().st_size


def test_esc_closes_the_place_and_a_place_that_is_none_is_said_there(house, panel):
    click(house, panel, "存为 PDF")
    (place,) = panel.findChildren(Field)
    house.qtbot.waitUntil(place.isVisible)
    place.set_text("/nowhere/at/all.pdf")
    click(house, panel, "存为文件")
    house.qtbot.waitUntil(lambda: bool(place.error()))
    assert place.text() == "/nowhere/at/all.pdf"
    house.qtbot.keyClick(place.line, Qt.Key.Key_Escape)
    assert not place.isVisible()
    assert button(panel, "存为 PDF").hasFocus()


def test_a_character_that_no_font_has_is_said(house):
    def none() -> bytes:
        raise GlyphsMissing("🙂")

    panel = house.show(PaperPanel(house.office, "证明", none), 700, 300)
    click(house, panel, "打印")
    house.qtbot.waitUntil(lambda: "🙂" in said(panel))
    assert buttons(panel, "打印")
