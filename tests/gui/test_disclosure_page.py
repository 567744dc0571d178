"""The pages 披露 and 伦理决策: a person tells no more than needed, and writes what came of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.disclosure import DISCLOSURE, FOLLOWED, Basis, Fact, Party, Telling
from app.domain.entry import EntryKind
from app.domain.ethics import ETHICS
from app.domain.practice import Practice
from app.services import disclosures, ethics
from storage.files import FileShelf
from tests.gui.helpers import NASTY, click, said
from tests.gui.test_entry_pages import put
from tests.unit.domain.test_disclosure import WHOLE
from ui.disclosure_page import DisclosureScreen
from ui.entry_words import rule_words
from ui.ethics_page import EthicsScreen
from ui.page import ToDisclosure, ToEthics
from ui.rare_pages import rare_page


@pytest.fixture
def shown(house):
    house.tools = replace(house.tools, shelf=FileShelf())
    house.do(
        lambda vault: vault.settings.change_practice(
            Practice(counselor="沈知远", contact="0571-8899 1122")
        )
    )
    house.about = house.case().id
    return house


def show(house, to=ToDisclosure, kind=DisclosureScreen):
    page = rare_page(house.office, to(house.about), None)
    assert isinstance(page, kind)
    page.went = []
    page.wanted.connect(page.went.append)
    house.show(page)
    house.idle()
    return page


def kept(house, kind=EntryKind.DISCLOSURE):
    return house.do(lambda vault: vault.entries.of_case(house.about, kind))


def fill(page):
    page.basis.choose(Basis.DANGER.value)
    page._took_basis("")
    put(page, "想过哪些别的办法，为什么不行", "请家人陪：联系不上")
    page.party.choose(Party.AUTHORITY.value)
    put(page, "姓名或单位", "派出所")
    put(page, "怎样告诉", "电话")
    put(page, "用途", "上门查看")
    page.telling.choose(Telling.BEFORE.value)


@pytest.mark.clause("151")
@pytest.mark.clause("016")
@pytest.mark.clause("109")
def test_nothing_is_chosen_beforehand_and_the_preview_is_what_goes_out(shown):
    page = show(shown)
    assert page.tell.facts() == ()
    assert "还什么都没有。" in said(page)
    click(shown, page, "记下，再打印或存为 PDF")
    for name in ("basis", "party", "recipient", "channel", "purpose", "words", "telling"):
        assert rule_words(f"disclosure.{name}") in said(page)
    assert kept(shown) == []
    fill(page)
    assert "热线 3.4(1)" in said(page)
    assert page.where.identity.text(), "what is known of where the client is stands there"
    page.tell.ticks[Fact.NAME].click()
    put(page, "还要说的，一句一句写", f"有危险。{NASTY}")
    assert page.preview._text.text() == page.tell.text()
    click(shown, page, "记下，再打印或存为 PDF")
    shown.qtbot.waitUntil(lambda: len(kept(shown)) == 1)
    (entry,) = kept(shown)
    assert entry.value["text"].endswith(f"有危险。{NASTY}".strip())
    assert entry.value["facts"] == ["name"]
    shown.qtbot.waitUntil(lambda: "告诉的原文" in said(page))
    assert page.tell.facts() == ()


@pytest.mark.clause("111")
@pytest.mark.clause("146")
def test_a_court_shows_its_document_first(shown):
    page = show(shown)
    page.basis.choose(Basis.LAW.value)
    page._took_basis("")
    assert page.order.isVisible()
    assert not page.where.isVisible()
    click(shown, page, "记下，再打印或存为 PDF")
    for name in ("authority", "number", "day", "officer", "kept", "harm"):
        assert rule_words(f"disclosure.{name}") in said(page)
    assert page.marks["disclosure.authority"].hasFocus(), "the document comes before who is told"
    assert kept(shown) == []


@pytest.mark.clause("145")
def test_by_consent_the_way_to_the_consents_is_offered(shown):
    page = show(shown)
    page.basis.choose(Basis.CONSENT.value)
    page._took_basis("")
    click(shown, page, "去签同意书")
    assert page.went


def test_what_is_typed_outlives_the_page_and_a_doubt_leads_on(shown):
    page = show(shown)
    fill(page)
    put(page, "还要说的，一句一句写", NASTY)
    click(shown, page, "写伦理决策记录")
    assert page.went == [ToEthics(shown.about)]
    page.leave()
    shown.idle()
    again = show(shown)
    shown.qtbot.waitUntil(lambda: again.tell.words.text() == NASTY)
    assert again.basis.key() == Basis.DANGER.value
    assert again.recipient.text() == "派出所"


@pytest.mark.clause("160")
@pytest.mark.clause("110")
def test_what_is_owed_is_said_and_written_down_afterwards(shown):
    made = replace(WHOLE, urgent=True, alternatives="", telling=Telling.LATER, told_how="太危险")
    shown.do(lambda vault: disclosures.record(vault, shown.tools, shown.about, made, []))
    page = show(shown)
    assert "请补记想过哪些别的办法" in said(page)
    click(shown, page, "补记：派出所")
    (form,) = page._after.values()
    click(shown, page, "记下补记")
    assert rule_words("disclosure_followed.something") in said(page)
    put(page, "当时想过哪些别的办法，为什么不行", "请家人陪")
    page.leave()
    shown.idle()
    page = show(shown)
    shown.qtbot.waitUntil(lambda: bool(page._after))
    (form,) = page._after.values()
    assert form.alternatives.text() == "请家人陪"
    put(page, "怎样告诉了来访者，来访者怎么说", "第二天当面说的")
    put(page, "对方怎样回应，后来怎样", "民警去看过")
    click(shown, page, "记下补记")
    shown.qtbot.waitUntil(lambda: len(kept(shown, EntryKind.DISCLOSURE_FOLLOW)) == 1)
    shown.qtbot.waitUntil(lambda: "对方的回应：民警去看过" in said(page))
    assert "请补记" not in said(page)


def test_what_was_told_is_printed_with_a_receipt_and_a_password(shown, tmp_path):
    shown.do(lambda vault: disclosures.record(vault, shown.tools, shown.about, WHOLE, ["姓名：甲"]))
    page = show(shown)
    click(shown, page, "打印或存为 PDF：派出所")
    from ui.disclosure_words import letter  # noqa: PLC0415 - what the panel prints
    from ui.paper_panel import PaperPanel  # noqa: PLC0415 - the panel is made late

    shown.qtbot.waitUntil(lambda: bool(page.findChildren(PaperPanel)))
    (panel,) = page.findChildren(PaperPanel)
    assert panel.secret is not None, "it holds words of a client"
    words = "".join(shown.tools.papers.pdf_words(panel._make())).replace(" ", "")
    assert "人在西湖边，有危险。" in words
    assert "收到人签名" in words
    assert "0571-88991122" in words, "who receives it can ask back"
    assert "请家人陪" not in words, "only what was told goes out"
    assert letter(page._page, page._page.kept[0], "沈知远").title == "情况说明"


@pytest.mark.clause("161")
def test_an_ethical_decision_is_written_kept_as_typed_and_printed(shown):
    page = show(shown, ToEthics, EthicsScreen)
    click(shown, page, "记下这次决定")
    assert rule_words("ethics.facts") in said(page)
    for name, part in page.parts.items():
        if name != "review":
            part.set_text(f"{name} {NASTY}")
    page.touched()
    page.leave()
    shown.idle()
    page = show(shown, ToEthics, EthicsScreen)
    shown.qtbot.waitUntil(lambda: page.parts["facts"].text() == f"facts {NASTY}")
    click(shown, page, "记下这次决定")
    shown.qtbot.waitUntil(lambda: len(kept(shown, EntryKind.ETHICS)) == 1)
    shown.qtbot.waitUntil(lambda: "伦理决策已记下。" in said(page))
    assert shown.do(lambda vault: ethics.page(vault, shown.tools, shown.about)).unfinished == {}


def test_every_rule_has_its_words():
    for book in (DISCLOSURE, FOLLOWED, ETHICS):
        assert all(rule_words(name) for name in book.rules)
