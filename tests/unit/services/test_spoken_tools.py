"""The shipped texts say the word that was chosen; what identifies them stays."""

from __future__ import annotations

import re
from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING

import pytest

from app import bootstrap
from app.domain.client import Place, Profile
from app.domain.consent_template import to_raw
from app.domain.term import CHINESE, Term
from app.services import consent_texts, consents
from app.services.spoken_tools import WORDED, SpokenTools, in_term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.tools import Tools

USUAL = re.compile(r"来访者|(?<![{\w])clients?\b(?!_)", re.IGNORECASE)


@pytest.fixture(scope="module")
def plain() -> Tools:
    return bootstrap.tools()


def test_the_usual_word_changes_nothing(plain: Tools) -> None:
    assert SpokenTools(lambda: plain, lambda: Term.CLIENT)() is plain


def test_a_word_is_put_in_once_and_again_for_another_word_or_other_tools(plain: Tools) -> None:
    chosen, made = [Term.CALLER], [plain]
    tools = SpokenTools(lambda: made[0], lambda: chosen[0])
    first = tools()
    assert first is tools()
    chosen[0] = Term.SEEKER
    assert tools().client == CHINESE[Term.SEEKER]
    made[0] = replace(plain)
    second = tools()
    assert second is tools()
    chosen[0] = Term.CLIENT
    assert tools() is made[0]


@pytest.mark.parametrize("term", [Term.CALLER, Term.SEEKER])
def test_the_shipped_texts_say_it_and_keep_their_keys(plain: Tools, term: Term) -> None:
    made = in_term(plain, term)
    for key, text in made.consent_templates.items():
        before, after = to_raw(plain.consent_templates[key]), to_raw(text)
        for name in ("key", "edition", "language", "purpose", "from_client", "base", "terms"):
            assert after[name] == before[name]
        for name in ("facts", "defaults", "labels"):
            assert list(after[name]) == list(before[name])
        assert [one["key"] for one in after["sections"]] == [
            one["key"] for one in before["sections"]
        ]
        for words in (after["signers"], list(after["labels"].values()), after["sections"]):
            assert not USUAL.search(str(words).replace("'client'", "")), key
    for key, note in made.note_templates.items():
        assert (note.key, note.title) == (
            plain.note_templates[key].key,
            plain.note_templates[key].title,
        )
    assert made.client == CHINESE[term]
    assert (made.scales, made.scope_words) == (plain.scales, plain.scope_words)
    asked = made.practice_papers["service", "zh"].labels["requirements"]
    assert asked == f"对{CHINESE[term]}身份的要求"


def strings(found: object) -> Iterator[str]:
    """Every text in a value, except keys."""
    if isinstance(found, str):
        yield found if not (found.isidentifier() and found.isascii()) else ""
    elif isinstance(found, dict):
        for one in found.values():
            yield from strings(one)
    elif isinstance(found, list | tuple):
        for one in found:
            yield from strings(one)
    elif is_dataclass(found):
        yield from strings(vars(found))


@pytest.mark.parametrize("name", WORDED)
def test_no_shipped_text_says_the_usual_word_any_more(plain: Tools, name: str) -> None:
    said = list(strings(getattr(in_term(plain, Term.CALLER), name)))
    assert len(said) > 1
    assert not [one for one in said if USUAL.search(one)]


def test_a_consent_keeps_the_word_it_was_begun_with(desk) -> None:
    plain = replace(desk.tools, consent_templates=bootstrap.consent_templates())
    caller = in_term(plain, Term.CALLER)
    case_id = desk.case()
    before = consents.start_with(desk.vault, plain, case_id, "in_person.zh")
    after = consents.start_with(desk.vault, caller, case_id, "in_person.zh")
    assert "来访者" in desk.vault.consents.wording(before.id).signers
    assert "求助者" in desk.vault.consents.wording(after.id).signers
    assert consents.page(desk.vault, caller, before.id).newer == ""


def test_what_the_program_filled_in_is_not_handed_on_in_another_word(desk) -> None:
    far, near = Place("温哥华", "America/Vancouver"), Place("杭州", "Asia/Shanghai")
    case_id = desk.case(profile=Profile(place=far, counselor_place=near))
    plain = replace(desk.tools, consent_templates=bootstrap.consent_templates())
    for tools, word in ((plain, "来访者"), (in_term(plain, Term.CALLER), "求助者")):
        made = consents.start_with(desk.vault, tools, case_id, "online.zh")
        assert made.draft.facts["time_difference"].startswith(word)


def test_her_own_text_keeps_its_words_until_she_changes_it(desk) -> None:
    plain = replace(desk.tools, consent_templates=bootstrap.consent_templates())
    own = replace(consent_texts.begin(plain, "in_person.zh"), title="我的同意书")
    kept = consent_texts.keep(desk.vault, plain, own)
    caller = in_term(plain, Term.CALLER)
    assert consent_texts.every(desk.vault, caller)[kept.key] == kept
