"""The pages of a readable export: in words of both languages, with nothing that runs or is lost."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from inspect import isclass, isfunction
from pkgutil import iter_modules

import pytest

import app.domain
from app.domain.disclosure import Fact
from app.domain.entry import EntryKind
from app.domain.legal_hold import LegalHold, Stood
from app.domain.practice_record import PracticeKind
from app.domain.readable import Left
from app.domain.referral import ReferralForm
from app.domain.tech_sheet import TechSheet
from app.domain.term import Term
from reports.readable import CHOSEN, HtmlPages
from resources import resource
from storage.readable_tables import TABLES

WORDS = {
    one: tomllib.loads(resource(f"readable/words.{one}.toml").read_text("utf-8"))
    for one in ("zh", "en")
}
EMPTY = {one.name: [] for one in TABLES}
CASE = {"id": 7, "mode": "online", "state": "open", "content": {"code": "<b>H-017"}}


def test_both_languages_have_a_word_for_every_table_and_kind():
    zh, en = WORDS.values()
    assert {key: set(said) for key, said in zh.items()} == {key: set(s) for key, s in en.items()}
    assert {one.name for one in TABLES} <= set(zh["tables"])
    assert {one.value for one in (*EntryKind, *PracticeKind)} <= set(zh["kinds"])


def parsed():
    """Return the classes of the records that are kept as JSON, those inside, and their enums."""
    names = {one.name for one in iter_modules(app.domain.__path__)} - {"readable"}
    every = [import_module(f"app.domain.{one}") for one in sorted(names)]
    kinds = {name: one for module in every for name, one in vars(module).items() if isclass(one)}
    makers = [
        one.__annotations__["return"]
        for module in every
        for name, one in vars(module).items()
        if isfunction(one) and name.endswith("_of") and one.__annotations__.get("raw")
    ]
    waiting, seen = makers, set()
    while waiting:
        found = {kinds[word] for word in re.findall(r"\w+", waiting.pop()) if word in kinds}
        waiting += [str(one.type) for kind in found - seen if is_dataclass(kind)
                    for one in fields(kind)]  # fmt: skip
        seen |= found
    return seen


def test_every_field_and_choice_of_a_record_has_a_word_however_deep_it_lies():
    kinds = parsed()
    assert {LegalHold, Stood, ReferralForm, Fact, TechSheet} <= kinds
    names = {one.name for kind in kinds if is_dataclass(kind) for one in fields(kind)}
    chosen = {one.value for kind in kinds if issubclass(kind, Enum) for one in kind}
    for words in WORDS.values():
        assert names <= set(words["fields"])
        assert chosen <= {*words["values"], *words["kinds"]}
    chosen_in = {
        one.name
        for kind in kinds
        if is_dataclass(kind)
        for one in fields(kind)
        if any(enum.__name__ in re.findall(r"\w+", str(one.type))
               for enum in kinds if issubclass(enum, Enum))
    }  # fmt: skip
    assert chosen_in <= CHOSEN


def test_a_consent_says_labels_where_its_text_has_keys():
    text = {
        "key": "online.zh",
        "title": "知情同意书",
        "sections": [
            {"key": "nature", "heading": "一、性质", "paragraphs": ["谈话。"], "required": 1}
        ],
        "facts": {"session_minutes": "每次多少分钟"},
        "talk": [{"key": "room", "text": "在哪里谈", "teaching": True}],
        "options": [{"key": "disease", "label": "写传染病"}],
        "scopes": [{"key": "parts", "text": "只用片段"}],
        "minor": {"facts": {"guardian_name": "监护人姓名"}, "closing": ["本人愿意"]},
    }
    content = {
        "facts": {"session_minutes": "50", "guardian_name": "林母", "of_tomorrow": "新"},
        "scope": ["disease", "parts", "unheard"],
        "talk": {"points": ["room"], "questions": "没有"},
    }
    row = {"id": 1, "purpose": "service", "wording": text, "content": content}
    pages = HtmlPages("zh", "Asia/Shanghai", {})
    bare = {"id": 2, "purpose": "service", "wording": None, "content": None}
    page = pages.case({**EMPTY, "cases": [CASE], "consents": [row, bare]}).decode()
    for words in (
        *(
            "<dt>每次多少分钟</dt><dd>50</dd>",
            "<dt>监护人姓名</dt><dd>林母</dd>",
            "在哪里谈",
            "谈话。",
        ),
        *(
            "写传染病",
            "只用片段",
            "unheard",
            "<dt>of tomorrow</dt><dd>新</dd>",
            "一、性质",
            "本人愿意",
        ),
    ):
        assert words in page, words
    for key in ("session_minutes", "session minutes", "room", "online.zh", "nature"):
        assert key not in page, key


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_a_row_says_stands_on_the_page(language):
    content = {
        "a field of tomorrow": "words & <i>more</i>",
        "basis": "law",
        "nothing": {"in": [], "it": ""},
        "pairs": [["问", "答"]],
        "many": ["x", ["y", True]],
        "words": "2026-03-01T09:30 is no time",
    }
    entry = {"id": 3, "kind": "something new", "at": "2026-03-01T09:30:00+00:00"}
    entry["content"] = content
    page = HtmlPages(language, "Asia/Shanghai", {}).case(
        {**EMPTY, "cases": [CASE], "entries": [entry]}
    )
    said = page.decode()
    for words in (
        *("a field of tomorrow", "words &amp; &lt;i&gt;more", "&lt;b&gt;H-017", "2026-03-01 17:30"),
        *(WORDS[language]["values"]["law"], "<dt>问</dt><dd>答</dd>", "is no time"),
        *("<li>x</li>", WORDS[language]["page"]["yes"]),
    ):
        assert words in said, words
    assert "nothing" not in said
    assert "<b>" not in said
    assert "<script" not in said
    assert "default-src 'none'" in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_page_names_every_case_and_what_lacks(language):
    left = [Left("case", 2, "№ 2"), Left("reflections", 4, "not chosen")]
    left += [Left("recordings", 9, "not chosen")]
    left += [Left("recording", 5, why) for why in ("gone", "damaged", "withdrawn")]
    pages = HtmlPages(language, "", {"note signed": "签了"})
    said = pages.index("2026-03-01T09:30:00+00:00", [(CASE, 1)], left).decode()
    assert 'href="cases/000007.html"' in said
    assert said.count("<li>") == 1 + 2 + len(left)
    assert "№ 2" in said
    assert WORDS[language]["page"]["left_none"] in pages.index("", [], []).decode()
    lines = [{"id": 1, "at": "x", "kind": kind, "case_id": None, "subject": None}
             for kind in ("note signed", "kind of tomorrow")]  # fmt: skip
    trail = pages.trail(lines).decode()
    assert "签了" in trail
    assert "kind of tomorrow" in trail


def test_the_pages_say_the_word_that_was_chosen():
    rows = {**EMPTY, "cases": [CASE], "clients": [{"id": 1, "content": {"name": "来访者甲"}}]}
    said = HtmlPages("zh", "", {}, Term.CALLER).case(rows).decode()
    assert "<h2>求助者</h2>" in said
    assert "来访者甲" in said  # what was written stays
    assert "来访者" not in HtmlPages("zh", "", {}, Term.CALLER).read_me().decode()


def test_a_picture_is_shown_and_the_practice_has_its_files():
    entry = {"id": 1, "kind": "credential", "updated_at": "x", "value": {"title": "证书"}}
    scan = {"id": 2, "entry_id": 1, "media_type": "image/png", "file": "files/p/000002.png"}
    rows = {"practice_entries": [entry], "practice_documents": [scan],
            "settings": [{"key": "practice", "value": {"counselor": "沈知远"}}]}  # fmt: skip
    said = HtmlPages("zh", "", {}).practice(rows).decode()
    assert '<img src="files/p/000002.png"' in said
    assert "资质" in said
    assert "沈知远" in said
