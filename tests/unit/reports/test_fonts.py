"""A character is printed as itself or not at all."""

from __future__ import annotations

import pytest

from app.domain.errors import GlyphsMissing
from reports.consent import ConsentPaper
from reports.fonts import RARE, SANS, SERIF, check_glyphs, font_for, printable
from resources import resource
from tests.unit.reports.papers import filled, fonts_of, text_of


@pytest.mark.parametrize("char", "䶮𬱖ㄅ㛃𬬭䲟喆")
def test_rare_names_are_in_the_usual_fonts(char):
    assert font_for(char, SERIF) in (SERIF, SANS)


@pytest.mark.parametrize("char", "𠮷𡈽𨭎𣲷")
def test_rarer_names_are_set_from_the_rare_font(char):
    assert font_for(char, SERIF) == RARE


def test_a_rare_name_is_printed_embedded_and_can_be_read_out():
    data = ConsentPaper().render(filled(client_name="𠮷䶮𬱖ㄅ"))
    assert "𠮷䶮𬱖ㄅ" in text_of(data)
    assert all(fonts_of(data).values())
    assert any("XinxiaRare" in name for name in fonts_of(data))


@pytest.mark.parametrize(
    ("text", "missing"), [("好🙂", "🙂"), ("🧡a🙂🧡", "🧡🙂"), ("👩\u200d👧", "👩👧")]
)
def test_what_no_font_holds_is_refused_before_printing(text, missing):
    with pytest.raises(GlyphsMissing) as refused:
        ConsentPaper().render(filled(fee=text))
    assert refused.value.characters == missing


def test_marks_that_only_mislead_are_not_printed():
    assert printable("a\u202eb\u2066c\u200bd\ufeff\x00e") == "abcde"
    assert printable("邉\U000e0100葛\ufe00") == "邉葛"
    assert printable("一\t二\u00a0三\u2028四") == "一 二 三\n四"
    check_glyphs(["王\u202e\u2066小\u200d明"])


def test_a_reversed_name_is_printed_as_it_was_typed():
    assert "许清岚" in text_of(ConsentPaper().render(filled(client_name="许\u202e清岚\u202c")))


def test_the_licence_lies_beside_every_font():
    names = [entry.name for entry in resource("fonts").iterdir()]
    fonts = {name.split("_")[0].split(".")[0] for name in names if ".ttf" in name}
    assert fonts == {"NotoSansSC", "NotoSerifSC", "XinxiaLatin", "XinxiaRare"}
    for name in fonts:
        assert "SIL OPEN FONT LICENSE" in resource(f"fonts/OFL-{name}.txt").read_text("utf-8")
