"""The pre-intake form on paper: every word on it can be read, on one page as a rule."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from app import bootstrap
from app.domain.client import EmergencyContact, Profile
from app.domain.errors import GlyphsMissing
from app.domain.intake import Intake, IntakeGroup, Request
from app.domain.intake_paper import intake_form
from app.domain.practice import Practice
from reports.intake import IntakePaper

pytestmark = pytest.mark.clause("062")
PRACTICE = Practice(name="晴天心理", counselor="林晓岚")


def printed(language="zh", groups=(), about=None, *, large=False):
    form = intake_form(bootstrap.intake_texts()[language], PRACTICE, groups, about, large=large)
    return form, PdfReader(io.BytesIO(IntakePaper().render(form)))


def words(pdf):
    return "".join("".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_empty_form_is_one_page_with_every_question_and_why(language):
    form, pdf = printed(language)
    assert len(pdf.pages) == 1
    read = words(pdf)
    for one in form.words():
        assert "".join(one.split()) in read
    assert "■" not in read


@pytest.mark.parametrize("language", ["zh", "en"])
def test_with_everything_it_takes_two_pages_and_large_print_a_few(language):
    assert len(printed(language, tuple(IntakeGroup))[1].pages) == 2
    assert 2 <= len(printed(language, large=True)[1].pages) <= 4


def test_answers_stand_on_it_as_they_were_written():
    request = Request(seeks="睡不着 䶮 ㄅ 𬱖\n整夜醒着")
    about = Profile(name="韩梅梅", intake=Intake(request=request))
    read = words(printed(about=about)[1])
    assert "韩梅梅" in read
    assert "睡不着䶮ㄅ𬱖整夜醒着" in read


def test_no_choice_is_ticked_that_nobody_made():
    about = Profile(name="韩梅梅", emergency=EmergencyContact("李雷", "丈夫", "139"))
    assert "■" not in words(printed(about=about)[1])
    asked = Profile(emergency=EmergencyContact("李雷", "丈夫", "139", may_know=False))
    assert words(printed(about=asked)[1]).count("■") == 1


def test_the_title_names_nobody_and_the_same_form_gives_the_same_bytes():
    about = Profile(name="韩梅梅")
    form, pdf = printed(about=about)
    assert pdf.metadata.title == "预约登记表"
    assert IntakePaper().render(form) == IntakePaper().render(form)


def test_a_letter_that_no_font_holds_is_refused_and_no_box_printed():
    with pytest.raises(GlyphsMissing):
        printed(about=Profile(name="\U0001f331"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("number", range(1, 6))
def test_no_heading_stands_alone_at_the_foot_of_a_page(language, number):
    form, pdf = printed(language, tuple(IntakeGroup)[-number:], large=True)
    for page in pdf.pages:
        said = page.extract_text().rstrip()
        assert not said.endswith(tuple(heading for heading, _ in form.parts))
