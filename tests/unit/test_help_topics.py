"""The help says what is there: the same topics twice, and names as they stand on the screen."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from app.domain.term import CHINESE, ENGLISH
from resources import resource
from tests.house.tree import called, modules, tree
from tools.i18n import update
from ui import page
from ui.help_topics import _ABOUT, FIRST, MOST, find, plain, topic_of, topics

LANGUAGES = ("zh", "en")
NAMED = {"zh": re.compile("「([^」]+)」"), "en": re.compile('"([^"]+)"')}
KEYS = re.compile(r"`([^`]+)`")
ADDRESS = re.compile(r"https?:|www\.|mailto:|file://|!\[")


def names(language: str) -> set[str]:
    """Every word that the window says, in a language; words for a client are in no catalogue."""
    entries = update.entries()
    terms = CHINESE.values() if language == "zh" else map(str.capitalize, ENGLISH.values())
    return {one.source if language == "zh" else one.english for one in entries} | set(terms)


def test_both_languages_have_the_same_topics_in_the_same_order():
    files = [
        sorted(path.name for path in resource(f"help/{language}").iterdir())
        for language in LANGUAGES
    ]
    assert files[0] == files[1]
    assert [one.key for one in topics("zh")] == [one.key for one in topics("en")]
    assert len(topics("zh")) >= 15
    assert topics("zh")[0].key == FIRST


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_have_the_same_sections_and_the_same_keys(language):
    for here, there in zip(topics("zh"), topics("en"), strict=True):
        heads = [line.count("## ") for line in here.text.splitlines() if line.startswith("#")]
        others = [line.count("## ") for line in there.text.splitlines() if line.startswith("#")]
        assert heads == others, here.key
        caps = [one for one in KEYS.findall(here.text) if "python3" not in one]
        theirs = [one for one in KEYS.findall(there.text) if "python3" not in one]
        assert set(caps) == set(theirs), here.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_topic_and_nothing_leads_outside(language):
    keys = {one.key for one in topics(language)}
    for topic in topics(language):
        assert set(topic.links()) <= keys, topic.key
        assert not ADDRESS.search(topic.text), topic.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_part_stands_on_the_screen(language):
    known = names(language)
    wrong = [
        f"{topic.key}: {name}"
        for topic in topics(language)
        for name in NAMED[language].findall(topic.text)
        if name not in known
    ]
    assert not wrong, "the help names what the window does not say: " + ", ".join(wrong)


def test_the_help_speaks_each_language_alone():
    for topic in topics("en"):
        assert not re.search(r"[\u4e00-\u9fff]", topic.text), topic.key
    for language in LANGUAGES:
        for topic in topics(language):
            assert not re.search("[!！]", topic.text), topic.key


def test_every_key_that_a_page_has_is_in_the_topic_of_keys():
    told = {
        key
        for topic in topics("zh")
        if topic.key == "keys"
        for cap in KEYS.findall(topic.text)
        for key in cap.split()
    }
    missing = []
    for path in modules("ui"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and called(node) == "PageKey":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    missing += [key for key in _caps(first.value) if key not in told]
    assert not missing


def _caps(keys: str) -> list[str]:
    found = []
    for one in keys.split():
        found += list(one) if set(one) <= set("←↑↓→") else [one]
    return found


def test_every_page_has_a_topic():
    kinds = [
        kind
        for kind in vars(page).values()
        if isinstance(kind, type) and issubclass(kind, page.Destination)
    ]
    keys = {one.key for one in topics("zh")}
    for kind in set(kinds) - {page.Destination, page.ToExample}:
        assert _ABOUT[kind] in keys, f"{kind.__name__} has no help"
    assert topic_of(None) == FIRST
    assert topic_of(page.ToConsent(1)) == "consent"
    assert topic_of(page.ToExample()) == FIRST


def test_the_clauses_it_names_are_in_the_list():
    sources = {
        one["source"].replace("·", "").replace(" ", "")
        for one in tomllib.loads(Path(resource("guidance/clauses.toml")).read_text("utf-8"))[
            "clause"
        ]
    }
    text = next(one.text for one in topics("zh") if one.key == "guidance")
    named = re.findall(r"^- \*\*([^*]+)\*\*", text, re.MULTILINE)
    assert named
    for line in named:
        for one in line.replace(" ", "").split("、"):
            assert any(source.startswith(one) for source in sources), one


def test_one_character_is_found_and_its_preview_holds_it():
    found = find("zh", "锁")
    assert found
    for hit in found:
        assert hit.preview[hit.start : hit.end] == "锁"
        assert hit.paragraph in hit.topic.paragraphs()


def test_every_word_must_stand_in_the_topic_and_the_fullest_place_comes_first():
    found = find("en", "RECOVERY  paper")
    assert found
    for hit in found:
        whole = hit.topic.text.lower()
        assert "recovery" in whole
        assert "paper" in whole
    first = found[0].paragraph.lower()
    assert "recovery" in first
    assert "paper" in first
    assert not find("en", "recovery zebra")
    assert not find("zh", "   ")
    assert len(find("en", "e")) == MOST


def test_markdown_is_read_without_its_dress():
    assert plain("- **保险库**：见 [锁定](locking) 与 `Ctrl+L`") == "保险库：见 锁定 与 Ctrl+L"
    assert plain("## 一、开始") == "一、开始"
    assert plain("`python3 start.py run -- verify`") == "python3 start.py run -- verify"
