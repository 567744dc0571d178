"""A text as its signers wear it, what is chosen in it, how long it holds, who is a minor."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.age import born, is_minor
from app.domain.case import ServiceMode
from app.domain.consent import Consent, ConsentState, empty_places, fill, fill_so_far, next_states
from app.domain.consent_purpose import Purpose, ends_at, months_after
from app.domain.consent_template import from_raw, load_separate, load_template, to_raw
from app.domain.consent_text import ConsentDraft, worn
from resources import resource

S = ConsentState
ONLINE = load_template(resource("templates/consent/online.zh.toml").read_text("utf-8"))
SHORT = {
    one.purpose: one
    for one in load_separate(resource("templates/separate/zh.toml").read_text("utf-8"))
}


def draft_of(text, **more):
    facts = dict.fromkeys(text.facts, "有")
    return ConsentDraft(text.key, text.edition, facts, text.access, **more)


def form_of(text, draft):
    return fill(text, draft, number="1", subtitle="")


@pytest.mark.clause("138")
def test_a_minor_signs_with_a_guardian_who_is_named():
    draft = draft_of(ONLINE, minor=True)
    assert empty_places(ONLINE, draft) == ("监护人姓名与关系",)
    draft = replace(draft, facts={**draft.facts, "guardian": "许建国 父亲"})
    form = form_of(ONLINE, draft)
    assert form.signers == ("来访者（本人意愿）", "监护人", "监护人（单独同意）", "咨询师")
    assert any("许建国 父亲" in one for one in form.closing)
    assert form.labels["separate_signer"] == "监护人（单独同意）"
    assert not form.labels["guardian"]
    assert worn(worn(ONLINE, draft), draft) == worn(ONLINE, draft)
    assert form_of(ONLINE, draft_of(ONLINE)).signers == ONLINE.signers


@pytest.mark.clause("108")
def test_every_member_of_a_group_has_a_line_and_two_are_the_least():
    group = SHORT[Purpose.GROUP]
    assert group.for_members
    for few in ((), ("许清岚",), ("许清岚", "  ")):
        assert empty_places(group, draft_of(group, members=few)) == ("成员",)
    form = form_of(group, draft_of(group, members=("许清岚", " 周予安", "许清岚", "")))
    assert form.signers == ("许清岚", "周予安", "许清岚（2）", "咨询师")
    assert "许清岚、周予安、许清岚（2）" in form.opening[0]
    blank = fill_so_far(group, draft_of(group), number="", subtitle="")
    assert blank.signers[:2] == ("成员 1", "成员 2")
    assert blank.remark == group.labels["by_pen"]


@pytest.mark.clause("046")
def test_what_is_allowed_and_what_is_not_stand_side_by_side():
    audio = SHORT[Purpose.AUDIO]
    assert empty_places(audio, draft_of(audio)) == ("允许的范围",)
    assert empty_places(audio, draft_of(audio, scope=("nothing like it",))) == ("允许的范围",)
    form = form_of(audio, draft_of(audio, scope=("self", "group"), months=6))
    said = form.sections[0].paragraphs
    assert "■　咨询师本人复盘" in said
    assert "□　个体督导" in said
    assert "■　团体督导" in said
    assert "自签署之日起 6 个月" in form.sections[2].paragraphs[0]
    always = form_of(audio, draft_of(audio, scope=("self",)))
    assert "直到撤回为止" in always.sections[2].paragraphs[0]


def test_a_text_is_the_same_after_it_was_kept():
    for text in (ONLINE, *SHORT.values()):
        assert from_raw(to_raw(text)) == from_raw(to_raw(from_raw(to_raw(text))))
        assert from_raw(to_raw(text)).talk == text.talk
        assert from_raw(to_raw(text)).minor == text.minor


@pytest.mark.clause("018", "108", "112", "115", "133", "145")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_purpose_has_a_form_of_its_own_in_both_languages(language):
    found = load_separate(resource(f"templates/separate/{language}.toml").read_text("utf-8"))
    assert [one.purpose for one in found] == [one for one in Purpose if one.separate]
    assert {one.language for one in found} == {language}
    assert [one.key for one in found] == [
        f"{one.purpose.value.replace(' ', '_')}.{language}" for one in found
    ]
    for one in found:
        assert one.terms
        assert "{until}" in "".join(text for part in one.sections for text in part.paragraphs) or (
            one.purpose is Purpose.ASSENT
        )


@pytest.mark.clause("088", "081")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shipped_texts_ask_for_the_five_points_and_remote_ones_teach(language):
    five = ["benefits", "safety", "secrecy", "interruption", "urgent"]
    for kind in ("online", "in_person"):
        raw = resource(f"templates/consent/{kind}.{language}.toml").read_text("utf-8")
        text = load_template(raw)
        assert [one.key for one in text.talk if not one.teaching] == five
        assert bool([one for one in text.talk if one.teaching]) is text.remote


@pytest.mark.clause("112", "042")
def test_a_separate_consent_takes_the_short_way():
    assert next_states(S.PROVIDED) == (S.READ,)
    assert next_states(S.DRAFT, Purpose.AUDIO) == (S.PROVIDED,)
    assert next_states(S.PROVIDED, Purpose.AUDIO) == (S.RECONFIRMED,)
    assert next_states(S.RECONFIRMED, Purpose.AUDIO) == (S.SIGNED,)
    assert next_states(S.SIGNED, Purpose.AUDIO) == (S.WITHDRAWN, S.EXPIRED)


@pytest.mark.clause("112", "145")
def test_a_consent_is_in_force_until_it_is_withdrawn_or_its_time_is_over():
    at = datetime(2026, 5, 12, tzinfo=UTC)
    made = Consent(1, 1, draft_of(ONLINE), S.SIGNED, (), ends_at=at)
    before, after = datetime(2026, 5, 11, tzinfo=UTC), at
    assert made.in_force(before)
    assert not made.in_force(after)
    assert made.over(after)
    assert replace(made, ends_at=None).in_force(after)
    for state in S:
        assert replace(made, state=state).in_force(before) is (state is S.SIGNED)


@pytest.mark.parametrize(
    ("months", "then"),
    [(0, None), (1, date(2026, 2, 28)), (12, date(2027, 1, 31)), (13, date(2027, 2, 28))],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(months, then):
    at = datetime(2026, 1, 31, 8, 0, tzinfo=UTC)
    found = ends_at(at, months)
    assert (found.date() if found else None) == then
    assert months_after(at, 11).date() == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2008-03-01", date(2008, 3, 1)),
        ("2008年3月1日", date(2008, 3, 1)),
        ("20080301", date(2008, 3, 1)),
        ("2008/13/01", None),
        ("三月生", None),
        ("", None),
    ],
)
def test_a_birth_date_is_read_as_people_write_it(said, day):
    assert born(said) == day


@pytest.mark.clause("138")
@pytest.mark.parametrize(
    ("said", "minor"),
    [("2008-05-12", False), ("2008-05-13", True), ("1990-01-01", False), ("", False)],
)
def test_one_is_a_minor_until_the_eighteenth_birthday(said, minor):
    assert is_minor(said, date(2026, 5, 12)) is minor


def test_a_text_for_remote_work_fits_all_of_it():
    assert ONLINE.fits(ServiceMode.HOTLINE_REGULAR)
    assert ONLINE.label_of("fee") == "费用与支付"
    assert ONLINE.label_of("nowhere") == "nowhere"


def test_a_minor_text_names_only_places_with_a_label():
    raw = resource("templates/consent/online.zh.toml").read_text("utf-8")
    with pytest.raises(ValueError, match="minor"):
        load_template(raw.replace("监护人：{guardian}", "监护人：{somebody}"))
