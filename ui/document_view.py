"""Shows a PDF or a picture from memory: no byte of it ever lies in a file."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.button import IconButton
from ui.widgets.card import column, row
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
    from PySide6.QtPrintSupport import QPrinter

_GAP: Final = 16
_KEPT: Final = 6  # drawn pages held in memory
_WIDEST: Final = 860
_BAND: Final = 512  # rows drawn at once for a printer: a whole page would be 140 MB
_FINEST: Final = 600  # dots an inch that a page of text needs at most


class Pdf:
    """A PDF held in memory."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document = QPdfDocument()  # goes before the buffer it reads from
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    def readable(self) -> bool:
        """Say whether this is a PDF that opens."""
        return self.document.status() == QPdfDocument.Status.Ready

    def pages(self) -> int:
        """Return how many pages there are."""
        return self.document.pageCount()

    def height(self, page: int, width: int) -> int:
        """Return how high `page` is when it is `width` wide."""
        size = self.document.pagePointSize(page)
        return round(width * size.height() / max(1.0, size.width()))

    def image(self, page: int, size: QSize, dark: bool = False) -> QImage:  # noqa: FBT001, FBT002
        """Return `page` drawn in `size`: black on white, or in the dark theme's own colours."""
        drawn = _on_white(self.document.render(page, size))
        return _dimmed(drawn) if dark else drawn

    def text(self, page: int) -> str:
        """Return the words of `page`."""
        return self.document.getAllText(page).text()


def print_pages(data: bytes, printer: QPrinter) -> int:
    """Paint every page of the PDF on `printer`, fitted to its paper; return how many."""
    pdf = Pdf(data)
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), _FINEST))
    painter = QPainter(printer)
    for page in range(pdf.pages()):
        if page:
            printer.newPage()
        _print_page(pdf, page, painter)
    painter.end()
    return pdf.pages()


class _Sheets(Painted):
    """The pages one below the other, as wide as there is room; drawn when they come in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.pdf: Pdf | None = None
        self.picture: QImage | None = None
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_pages(self, pdf: Pdf | None, picture: QImage | None) -> None:
        """Show the pages of `pdf`, or one picture."""
        self.pdf, self.picture = pdf, picture
        self._arrange()

    def count(self) -> int:
        """Return how many sheets there are."""
        return self.pdf.pages() if self.pdf else int(self.picture is not None)

    def area(self, page: int) -> QRect:
        """Return where sheet `page` lies."""
        wide = self._wide()
        top = sum(self._high(before) + look.px(_GAP) for before in range(page))
        return QRect((self.width() - wide) // 2, top, wide, self._high(page))

    def dress(self) -> None:
        """Draw anew in the colours of the theme."""
        super().dress()
        if hasattr(self, "_drawn"):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew in the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheets that are in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in range(self.count()):
            area = self.area(page)
            if area.intersects(event.rect()):
                painter.drawImage(area, self._image(page, area.size()))
                painter.setPen(QPen(look.colour("line"), 1))
                painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5))

    def _wide(self) -> int:
        return self.width()

    def _high(self, page: int) -> int:
        if self.pdf:
            return self.pdf.height(page, self._wide())
        size = self.picture.size() if self.picture else QSize(1, 1)
        return round(self._wide() * size.height() / max(1, size.width()))

    def _image(self, page: int, size: QSize) -> QImage:
        if page not in self._drawn:
            fine = size * self.devicePixelRatio()
            self._drawn[page] = self._fresh(page, fine)
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        return self._drawn[page]

    def _fresh(self, page: int, size: QSize) -> QImage:
        if self.pdf is not None:
            return self.pdf.image(page, size, look.now().roles.name == "dark")
        whole = self.picture or QImage()
        fit, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode
        return whole.scaled(size, fit, smooth.SmoothTransformation)

    def _arrange(self) -> None:
        self._drawn.clear()
        last = self.count() - 1
        self.setMinimumHeight(self.area(last).bottom() + 1 if last >= 0 else 0)
        self.update()


class DocumentView(QWidget):
    """Pages with their number and a way to turn them; `fill` is asked for when there are none."""

    turned = Signal(int)
    fill = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label(self.tr("文件预览"), "soft")
        self.pages = Label("", "soft")
        self._before = IconButton("chevron-left", self.tr("上一页"))
        self._after = IconButton("chevron-right", self.tr("下一页"))
        self._before.clicked.connect(lambda: self.turn(self.page() - 1))
        self._after.clicked.connect(lambda: self.turn(self.page() + 1))
        self._sheets = _Sheets()
        self._turned: tuple[int, int] | None = None  # the page asked for, and how far that scrolled
        self._area = self._scroll()
        self._nothing = Empty("file-text", "", boxed=False)
        self._room = column(self._nothing)
        head = row(self.heading, 12, None, self.pages, 8, self._before, 4, self._after)
        self.setLayout(column(head, 10, self._area, self._room))
        self.setMaximumWidth(look.px(_WIDEST))
        self.clear()

    def show_pdf(self, data: bytes) -> None:
        """Show a PDF; the place in it is kept when it is another state of the same form."""
        pdf = Pdf(data)
        self._show(pdf if pdf.readable() else None, None)

    def show_picture(self, data: bytes) -> None:
        """Show a picture."""
        picture = QImage.fromData(QByteArray(data))
        self._show(None, None if picture.isNull() else picture)

    def set_nothing(self, title: str, text: str, action: str = "") -> None:
        """Say what stands where the pages would, while there are none."""
        self._room.removeWidget(self._nothing)
        self._nothing.hide()
        self._nothing.deleteLater()
        self._nothing = Empty("file-text", title, text, action=action, boxed=False)
        self._nothing.acted.connect(self.fill)
        self._room.addWidget(self._nothing)
        self._nothing.setVisible(not self.count())

    def clear(self) -> None:
        """Show no page, but the words of `set_nothing`."""
        self._show(None, None)

    def data(self) -> bytes:
        """Return the PDF on show, or no bytes."""
        return self._sheets.pdf.data if self._sheets.pdf else b""

    def count(self) -> int:
        """Return how many pages there are."""
        return self._sheets.count()

    def page(self) -> int:
        """Return the page in sight, from 0: the one that was turned to, else that in the middle.

        At either end it is the first or the last, though others may be in sight as well.
        """
        bar = self._area.verticalScrollBar()
        if self._turned is not None and self._turned[1] == bar.value():
            return self._turned[0]
        if bar.value() in {0, bar.maximum()}:
            return max(0, self.count() - 1) if bar.value() else 0
        middle = bar.value() + self._area.viewport().height() // 2
        ends = [self._sheets.area(one).bottom() for one in range(self.count())]
        return min(sum(end < middle for end in ends), max(0, self.count() - 1))

    def turn(self, page: int) -> None:
        """Bring `page` in sight."""
        if 0 <= page < self.count():
            bar = self._area.verticalScrollBar()
            bar.setValue(self._sheets.area(page).top())
            self._turned = (page, bar.value())
            self._tell()
            self.turned.emit(page)

    def _scroll(self) -> QScrollArea:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        area.setAccessibleName(self.tr("文件预览"))
        area.setWidget(self._sheets)
        area.viewport().setAutoFillBackground(False)
        self._sheets.setAutoFillBackground(False)
        area.verticalScrollBar().valueChanged.connect(self._tell)
        area.verticalScrollBar().rangeChanged.connect(self._relaid)
        return area

    def _relaid(self) -> None:
        """Say anew which page is in sight: they lie elsewhere now."""
        self._turned = None
        self._tell()

    def _show(self, pdf: Pdf | None, picture: QImage | None) -> None:
        place, self._turned = self._area.verticalScrollBar().value(), None
        self._sheets.show_pages(pdf, picture)
        some = self.count() > 0
        self._area.setVisible(some)
        self._nothing.setVisible(not some)
        self._area.verticalScrollBar().setValue(place)
        self._tell()

    def _tell(self) -> None:
        here, all_ = self.page(), self.count()
        words = self.tr("第 {0} 页，共 {1} 页").format(here + 1, all_) if all_ else ""
        self.pages.setText(words)
        for button, on in ((self._before, here > 0), (self._after, here + 1 < all_)):
            button.setVisible(all_ > 1)
            button.setEnabled(on)
        pdf = self._sheets.pdf
        self._area.setAccessibleDescription(pdf.text(here) if pdf and all_ else words)


def _on_white(image: QImage) -> QImage:
    """Return what was drawn on nothing as drawn on paper."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _dimmed(image: QImage) -> QImage:
    """Return black on white as ink on the dark sheet: the reader's eyes, not the paper's."""
    sheet, ink = look.colour("sheet"), look.colour("ink")
    image.invertPixels()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(image.rect(), _between(sheet, ink))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.fillRect(image.rect(), sheet)
    painter.end()
    return image


def _between(low: QColor, high: QColor) -> QColor:
    """Return what must be added to `low` to reach `high`."""
    made = low.toRgb()
    made.setRed(max(0, high.red() - low.red()))
    made.setGreen(max(0, high.green() - low.green()))
    made.setBlue(max(0, high.blue() - low.blue()))
    return made


def _print_page(pdf: Pdf, page: int, painter: QPainter) -> None:
    """Paint one page in bands."""
    paper = painter.viewport()
    size = (
        pdf.document.pagePointSize(page)
        .scaled(paper.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        .toSize()
    )
    for top in range(0, size.height(), _BAND):
        band = QRect(0, top, size.width(), min(_BAND, size.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(band)
        drawn = pdf.document.render(page, band.size(), options)
        painter.drawImage(band.topLeft(), _on_white(drawn))
