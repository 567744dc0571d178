"""The de-identified summary on paper and as a file: all its words, and none of its maker's."""

from __future__ import annotations

import inspect
import io
import zipfile
from dataclasses import replace

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from app.domain.errors import GlyphsMissing
from reports.finish import without_artifacts
from reports.protect import docx_words, pdf_words
from reports.summary import SummaryPaper, told_apart
from reports.summary_docx import SummaryDocument
from tests.unit.reports.papers import fonts_of, squeezed, text_of

PAPER, DOCUMENT = SummaryPaper(), SummaryDocument()


@pytest.mark.clause("156")
@pytest.mark.clause("114")
def test_every_word_stands_on_paper(summary):
    words = squeezed(max(pdf_words(PAPER.render(summary)), key=len))
    for text in summary.words():
        assert squeezed(text) in words
    for text in ("人名 12", "日期 5", summary.labels["notice"]):
        assert squeezed(text) in words


@pytest.mark.clause("057")
def test_every_page_is_confidential_and_the_recipient_promises(summary):
    data = PAPER.render(summary)
    pages = PdfReader(io.BytesIO(data)).pages
    assert len(pages) > 1
    for at, page in enumerate(pages, start=1):
        words = squeezed(page.extract_text())
        assert squeezed(summary.labels["confidential"]) in words
        assert f"第{at}页，共{len(pages)}页" in words
        assert squeezed("李老师 20261122-001") in words
    assert "接收人承诺" in text_of(data)
    assert "接收人签名" in text_of(data)


def test_paper_is_embedded_the_same_each_time_and_silent(summary):
    data = PAPER.render(summary)
    assert data == PAPER.render(summary)
    assert all(fonts_of(data).values())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert list(pdf.trailer.Info) == ["/Title"]


def test_a_character_without_a_glyph_is_refused(summary):
    with pytest.raises(GlyphsMissing):
        PAPER.render(replace(summary, purpose="督导🙂"))


def test_a_long_recipient_still_fits_the_page(summary):
    data = PAPER.render(replace(summary, recipient="某某心理学会督导委员会" * 6))
    assert "某某心理学会督导委员会" in text_of(data)


@pytest.mark.clause("057")
@pytest.mark.clause("156")
def test_every_word_stands_in_the_docx(summary):
    document = docx.Document(io.BytesIO(DOCUMENT.render(summary)))
    words = "\n".join(line.text for line in document.paragraphs)
    for text in (*summary.words(), summary.labels["notice"], "接收人承诺", "接收人签名"):
        assert text in words
    foot = document.sections[0].footer.paragraphs[0]
    assert summary.labels["confidential"] in foot.text
    assert [one.get(qn("w:instr")) for one in foot._p.iter(qn("w:fldSimple"))] == [
        "PAGE", "NUMPAGES",
    ]  # fmt: skip


def test_the_docx_has_chinese_fonts(summary):
    document = docx.Document(io.BytesIO(DOCUMENT.render(summary)))
    for name in ("Normal", "Title", "Heading 1", "Footer"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
        assert fonts.get(qn("w:eastAsiaTheme")) is None


@pytest.mark.promise(34)
def test_the_docx_tells_nothing_of_its_maker(summary):
    data = DOCUMENT.render(summary)
    assert data == DOCUMENT.render(summary)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert core.author == core.last_modified_by == core.comments == ""
    assert core.created == core.modified
    assert core.created.year == 2000
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        assert {one.date_time for one in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert b"rsid" not in package.read("word/settings.xml")
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
    assert not [word for word in docx_words(data) if "Macintosh" in word or "python" in word]


@pytest.mark.clause("114")
def test_paper_and_file_take_a_deidentified_summary_alone():
    # mypy, strict in `python -m tests`, holds every caller to this one type.
    for printer in (PAPER, DOCUMENT):
        (given,) = inspect.signature(printer.render).parameters.values()
        assert given.annotation == "DeidentifiedSummary"


def test_the_docx_hides_no_text(summary):
    with zipfile.ZipFile(io.BytesIO(DOCUMENT.render(summary))) as package:
        words = package.read("word/document.xml") + package.read("word/footer1.xml")
        names = package.namelist()
    for hidden in (b"w:vanish", b"w:del ", b"w:ins ", b"w:comment"):
        assert hidden not in words
    assert not [name for name in names if "comments" in name or "customXml" in name]


def test_the_parts_of_a_note_are_told_from_their_titles():
    note = "主诉\n睡不着。\n还是睡不着\n\n问题类型\n睡眠\n\n她说：“算了。”\n后来又说没事。\n\n无\n"
    found = dict(told_apart(note.split("\n")))
    assert [text for text, is_title in found.items() if is_title] == ["主诉", "问题类型"]
    assert list(found) == [line for line in note.split("\n") if line]
    assert not any(is_title for _, is_title in told_apart(["独自一行", "", "第 2 次\t", "好"]))


def test_titles_of_parts_are_set_apart(summary):
    note = ["主诉", "只有一句。", "", "下次计划", "再见。"]
    short = replace(summary, passages=(replace(summary.passages[0], paragraphs=tuple(note)),))
    document = docx.Document(io.BytesIO(DOCUMENT.render(short)))
    titles = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert titles == ["主诉", "下次计划"]
    assert any("SansSC-Medium" in name for name in fonts_of(PAPER.render(short)))


def test_neither_heading_nor_title_is_left_alone_at_a_pages_foot(summary):
    for lines in range(1, 8):
        note = ("主诉", *["只有一句。"] * lines, "", "下次计划", "再见。")
        passages = tuple(
            replace(summary.passages[0], heading=f"第 {at} 次咨询", paragraphs=note)
            for at in range(1, 25)
        )
        data = PAPER.render(replace(summary, passages=passages))
        for page in PdfReader(io.BytesIO(without_artifacts(data))).pages:
            last = squeezed(page.extract_text().splitlines()[-1])
            assert last not in ("主诉", "下次计划")
            assert "次咨询" not in last


def test_marks_of_a_note_are_dressed_and_not_printed():
    told = list(told_apart(["## 进展与变化，很明显", "她**停了**两次", "- 写信"]))
    assert told == [("进展与变化，很明显", True), ("她停了两次", False), ("· 写信", False)]
