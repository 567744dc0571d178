"""A password that is really needed, and a reader that finds every word."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import docx
import msoffcrypto
import pikepdf
import pytest
from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
from pypdf.errors import FileNotDecryptedError

from app.domain.errors import FieldInvalid
from reports.protect import docx_words, pdf_words, protect_docx, protect_pdf
from reports.summary import SummaryPaper
from reports.summary_docx import SummaryDocument

PASSWORDS = pytest.mark.parametrize(
    "password", ["correct horse", "正确的马", "🔐🐴 电池", " é\u0301 ", "ＡＢＣ１２３", "长" * 42]
)


@pytest.fixture
def pdf(summary):
    return SummaryPaper().render(summary)


@pytest.fixture
def word(summary):
    return SummaryDocument().render(summary)


@PASSWORDS
@pytest.mark.clause("044")
def test_a_pdf_opens_with_its_password_alone(pdf, password):
    locked = protect_pdf(pdf, password)
    for wrong in ("", "x", password + "x" if len(password) < 40 else "短"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(locked), password=wrong)
    assert "督导用个案摘要" in pdf_words(locked, password)
    with pikepdf.open(
        io.BytesIO(locked), password=unicodedata.normalize("NFC", password)
    ) as opened:
        how = opened.encryption
        assert (how.R, how.bits) == (6, 256)
        assert str(how.stream_method) == str(how.string_method) == "EncryptionMethod.aesv3"
    with pikepdf.open(io.BytesIO(locked), password=unicodedata.normalize("NFKC", password)):
        pass


def test_nothing_of_a_locked_pdf_can_be_read(pdf):
    with pytest.raises(FileNotDecryptedError):
        pdf_words(protect_pdf(pdf, "正确的马"))


@pytest.mark.parametrize("password", ["a" * 128, "长" * 43, "㍿" * 30])
def test_a_password_that_readers_would_cut_is_refused(pdf, word, password):
    for protect, data in ((protect_pdf, pdf), (protect_docx, word)):
        with pytest.raises(FieldInvalid):
            protect(data, password)


@PASSWORDS
@pytest.mark.clause("044")
def test_a_docx_opens_with_its_password_alone(word, password):
    locked = protect_docx(word, password)
    assert not zipfile.is_zipfile(io.BytesIO(locked))
    assert docx_words(locked, password) == docx_words(word)
    file = msoffcrypto.OfficeFile(io.BytesIO(locked))
    with pytest.raises((InvalidKeyError, DecryptionError)):
        file.load_key(password="x", verify_password=True)
    file.load_key(password=unicodedata.normalize("NFC", password), verify_password=True)
    target = io.BytesIO()
    file.decrypt(target)
    opened = docx.Document(io.BytesIO(target.getvalue()))
    assert opened.paragraphs[0].text == "督导用个案摘要"


def test_canaries_are_found_wherever_they_hide_in_a_pdf(pdf):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        with file.open_metadata(set_pikepdf_as_editor=False) as xmp:
            xmp["dc:creator"] = ["许清岚乙"]
        file.docinfo["/Keywords"] = "许清岚甲"
        file.attachments["许清岚丙.txt"] = pikepdf.AttachedFileSpec(file, b"", filename="x")
        file.save(target)
    words = "\n".join(pdf_words(target.getvalue()))
    for canary in ("许清岚甲", "许清岚乙", "许清岚丙"):
        assert canary in words


@pytest.mark.clause("157")
def test_a_name_cut_by_a_page_is_found(summary):
    words = "".join(f"第{at}句话里有许清岚，" for at in range(400))
    passage = type(summary.passages[0])("第 1 次咨询", (words,))
    data = SummaryPaper().render(type(summary)(**{**vars(summary), "passages": (passage,)}))
    whole = max(pdf_words(data), key=len)
    assert whole.count("许清岚") == 400


def test_canaries_are_found_wherever_they_hide_in_a_docx(word):
    document = docx.Document(io.BytesIO(word))
    document.core_properties.keywords = "许清岚甲"
    line = document.add_paragraph("许清")
    line.add_run("岚乙")
    document.sections[0].header.paragraphs[0].text = "许清岚丙"
    document.add_comment(line.runs, text="许清岚辛", author="许清岚壬", initials="x")
    target = io.BytesIO()
    document.save(target)
    with zipfile.ZipFile(target, "a") as package:
        package.comment = "许清岚丁".encode()
        package.writestr("docProps/许清岚戊.xml", "<a b='许清岚己'>许清岚庚</a>")
    words = "\n".join(docx_words(target.getvalue()))
    for mark in "甲乙丙丁戊己庚辛壬":
        assert f"许清岚{mark}" in words
