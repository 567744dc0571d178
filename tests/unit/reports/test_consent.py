"""The consent form on paper: every word, embedded, and signatures on their own lines."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pytest
from pypdf import PdfReader

from app.domain.consent import Signature
from reports import style
from reports.consent import ConsentPaper, moment
from reports.protect import pdf_words
from tests.unit.reports.papers import AT, blank, filled, fonts_of, signed, squeezed, text_of

PAPER = ConsentPaper()
KINDS = pytest.mark.parametrize("kind", ["online", "in_person"])


@KINDS
@pytest.mark.clause("039")
@pytest.mark.clause("042")
def test_every_word_of_the_form_stands_on_paper(kind):
    form = filled(kind)
    words = text_of(PAPER.render(form))
    for text in (
        form.title,
        form.subtitle,
        form.number,
        form.edition,
        *form.opening,
        *form.closing,
    ):
        assert squeezed(text) in words
    whole = squeezed(max(pdf_words(PAPER.render(form)), key=len))
    for section in form.sections:
        for text in (section.heading, *section.paragraphs):
            assert squeezed(text) in whole, text
    for name in form.signers:
        assert f"{name}签名" in words


@pytest.mark.clause("010")
@pytest.mark.clause("043")
def test_the_access_matrix_stands_on_paper():
    words = text_of(PAPER.render(filled()))
    at = words.index("谁可以接触记录录音")
    assert "督导去标识化后可另签后可" in words[at : at + 80]


def test_fonts_are_embedded_and_cut_down():
    found = fonts_of(PAPER.render(filled()))
    assert all(found.values())
    assert all(name[7] == "+" for name in found)


def test_no_operator_names_a_font_that_is_not_there():
    with pikepdf.open(io.BytesIO(PAPER.render(filled()))) as pdf:
        for page in pdf.pages:
            for one in pikepdf.parse_content_stream(page):
                if str(one.operator) == "Tf":
                    assert str(one.operands[0]) in page.obj.Resources.Font


def test_the_same_form_gives_the_same_bytes():
    form = filled()
    assert PAPER.render(form, signed(form)) == PAPER.render(form, signed(form))


@pytest.mark.promise(34)
def test_metadata_tells_the_title_and_the_language_alone():
    data = PAPER.render(filled(), signed(filled()))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert {key: str(word) for key, word in pdf.trailer.Info.items()} == {
            "/Title": "网络心理咨询知情同意书"
        }
        assert str(pdf.Root.Lang) == "zh"
        assert "/Metadata" not in pdf.Root
    for word in (b"anonymous", b"ReportLab", b"CreationDate"):
        assert word not in data


def test_every_page_has_number_and_page():
    data = PAPER.render(filled())
    pages = PdfReader(io.BytesIO(data)).pages
    for at, page in enumerate(pages, start=1):
        words = squeezed(page.extract_text())
        assert f"第{at}页，共{len(pages)}页" in words
        assert "编号0012-00032026-11第1版" in words


def test_a_heading_is_never_the_last_line_of_a_page():
    for length in range(1, 60, 12):
        form = filled(fee="每次 500 元。" * length)
        headings = {squeezed(section.heading) for section in form.sections}
        for page in PdfReader(io.BytesIO(PAPER.render(form))).pages:
            assert squeezed(page.extract_text().splitlines()[-1]) not in headings


def strokes_of(data):
    """Return page, left and base of every signature stroke, and the height of every name."""
    found, names = [], {}
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages):

        def seen(operator, operands, matrix, _text, number=number):
            if operator == b"m":
                found.append((number, matrix[4], matrix[5], [float(one) for one in operands]))

        def text(words, _matrix, where, _font, _size, number=number):
            if "签名" in words:
                names[words.strip()] = (number, where[5])

        page.extract_text(visitor_operand_before=seen, visitor_text=text)
    return found, names


@pytest.mark.clause("042")
@pytest.mark.clause("133")
@pytest.mark.parametrize("shorter", range(0, 20, 3))
def test_signatures_and_edition_share_a_page_wherever_pages_end(monkeypatch, shorter):
    monkeypatch.setattr("reports.style.BOTTOM", style.BOTTOM + shorter)
    form = blank("online", "en")
    data = PAPER.render(form)
    last = squeezed(PdfReader(io.BytesIO(data)).pages[-1].extract_text())
    assert squeezed(form.sections[-1].heading) in last
    assert squeezed(form.edition) in last


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_heading_stands_alone_at_the_foot_of_a_page_in_large_print(language):
    form = replace(blank("online", language), large=True)
    for page in PdfReader(io.BytesIO(PAPER.render(form))).pages:
        said = page.extract_text().rstrip()
        assert not said.endswith(tuple(one.heading for one in form.sections))


def test_each_signature_stands_on_its_signers_line():
    form = filled()
    blank, _ = strokes_of(PAPER.render(form))
    drawn, _ = strokes_of(PAPER.render(form, signed(form)))
    assert len([one for one in drawn if one[3][0] > 15]) > len([o for o in blank if o[3][0] > 15])
    # Each signer alone: the strokes move to where that signer's name stands.
    places = {}
    for one in signed(form):
        data = PAPER.render(form, (one,))
        page, base = next(
            (at, up) for at, _, up, point in strokes_of(data)[0] if 15 < point[0] < 40
        )
        places[one.signer] = (page, -base)
        words = squeezed(PdfReader(io.BytesIO(data)).pages[page].extract_text())
        assert f"{one.signer}签名" in words
        assert squeezed("2026-05-12 10:34 (UTC+8)") in words
    assert len(set(places.values())) == len(form.signers)
    client, alone, counselor = (places[name] for name in form.signers)
    assert alone < client < counselor
    assert client[0] == counselor[0]


def test_strokes_beyond_the_box_are_clipped_and_empty_ones_are_nothing():
    form = filled()
    wild = Signature(form.signers[0], (((-9.0, -9.0), (90.0, 90.0)), ()), AT)
    data = PAPER.render(form, (wild,))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        operators = [
            str(one.operator) for page in pdf.pages for one in pikepdf.parse_content_stream(page)
        ]
    assert "W*" in operators or "W" in operators


def test_a_signature_without_a_line_is_our_mistake():
    with pytest.raises(ValueError, match="without a line"):
        PAPER.render(filled(), (Signature("路人", (), AT),))


def test_the_guardians_line_stands_on_blank_forms_alone():
    form = filled()
    assert "监护人（未成年时）签名" in text_of(PAPER.render(form))
    assert "监护人（未成年时）签名" not in text_of(PAPER.render(form, signed(form)))


def test_a_moment_says_how_far_from_utc_it_is():
    assert moment(AT, {}) == "2026-05-12 10:34 (UTC+8)"
    india = timezone(timedelta(hours=5, minutes=30))
    assert moment(datetime(2026, 1, 2, 3, 4, tzinfo=india), {}) == "2026-01-02 03:04 (UTC+5.5)"
    assert moment(datetime(2026, 1, 2, 3, 4, tzinfo=UTC), {}) == "2026-01-02 03:04 (UTC+0)"


def test_a_short_template_is_printed_too():
    form = filled()
    bare = replace(form, sections=form.sections[:1], signers=("来访者",))
    words = text_of(PAPER.render(bare))
    assert "谁可以接触" in words
    assert "来访者签名" in words
    assert text_of(PAPER.render(replace(form, sections=())))


def test_an_english_form_needs_no_chinese_from_the_program():
    form = filled()
    labels = dict.fromkeys(form.labels, "") | {
        "page": "Page {page} of {pages}", "number": "Form", "edition": "Edition", "colon": ": ",
        "access": "Who", "records": "Records", "recordings": "Recordings", "signature": "",
        "date": "Date",
    }  # fmt: skip
    section = replace(form.sections[0], heading="1. Limits", paragraphs=("Remote work " * 30,))
    english = replace(
        form, language="en", title="Informed consent", subtitle="", edition="1", opening=(),
        sections=(section,), access=(), closing=("I agree.",), signers=("Client",), labels=labels,
    )  # fmt: skip
    words = text_of(PAPER.render(english))
    assert not [char for char in words if char >= "\u2e80"]
