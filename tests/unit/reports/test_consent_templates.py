"""What the shipped consent texts hold: every clause, every item, nothing that cannot be filled."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.client import Place, Profile
from app.domain.consent import ConsentDraft, ConsentState, SigningMethod, fill
from app.domain.consent_template import load_template
from app.domain.errors import ConsentFormIncomplete
from app.domain.practice import Practice
from app.domain.prefill import prefill
from resources import resource
from tests.unit.reports.papers import filled, template

BOTH = pytest.mark.parametrize("kind", ["online", "in_person"])


def section(clause, kind="online"):
    """Return the words of the sections that satisfy a clause."""
    found = [one for one in template(kind).sections if clause in one.clauses]
    assert found, clause
    return "".join(one.heading + "".join(one.paragraphs) for one in found)


def whole(kind):
    text = template(kind)
    return "".join(
        [*text.opening, *text.closing]
        + [one.heading + "".join(one.paragraphs) for one in text.sections]
    )


@pytest.mark.clause("004")
@pytest.mark.clause("036")
@pytest.mark.clause("101")
def test_limits_of_remote_work_and_the_choice():
    for clause in ("004", "036", "101"):
        for word in ("面对面咨询的不同", "局限", "您可以选择", "不接受咨询"):
            assert word in section(clause)


@pytest.mark.clause("037")
@pytest.mark.clause("105")
def test_credentials_with_a_link_that_is_checked():
    for word in ("{credentials}", "{credential_link}", "确认它有效"):
        assert word in section("037")
        assert word in section("105")
    assert "每次咨询我都会以同样的方式确认" in section("105")


@pytest.mark.clause("038")
@pytest.mark.clause("102")
def test_places_time_difference_and_contact():
    for word in ("{client_place}", "{counselor_place}", "{time_difference}", "{client_contact}"):
        assert word in section("038")
        assert word in section("102")


@pytest.mark.clause("039")
def test_benefits_limits_and_risks():
    for word in ("益处", "局限", "风险", "自杀"):
        assert word in section("039")


@pytest.mark.clause("040")
def test_what_happens_when_the_line_breaks():
    for word in ("{reconnect_minutes}", "{fallback_channel}", "补足或改约"):
        assert word in section("040")


@pytest.mark.clause("041")
def test_what_to_do_when_the_counselor_cannot_be_reached():
    for word in ("{hotlines}", "急诊", "{emergency_contact}", "{reply_time}"):
        assert word in section("041")
    assert "12356" in template().defaults["hotlines"]


@BOTH
@pytest.mark.clause("042")
def test_reading_discussing_confirming_signing_and_keeping(kind):
    for word in ("{signing_method}", "{archive_method}", "提供、阅读、讨论、再次确认、签署"):
        assert word in section("042", kind)
    assert "逐项讨论" in "".join(template(kind).closing)


@BOTH
@pytest.mark.clause("010")
@pytest.mark.clause("043")
def test_who_may_see_records_and_recordings(kind):
    text = template(kind)
    assert text.roles == ("同事", "督导", "个案管理者", "信息技术人员")
    assert [row.role for row in text.access] == list(text.roles)
    assert (text.labels["records"], text.labels["recordings"]) == ("记录", "录音")
    assert "旁听" in section("043", kind)
    for words in (("", "不可"), ("不可", " ")):
        rows = tuple(type(row)(row.role, *words) for row in text.access)
        draft = ConsentDraft(text.key, text.edition, dict.fromkeys(text.facts, "有"), rows)
        with pytest.raises(ConsentFormIncomplete) as refused:
            fill(text, draft, number="1", subtitle="")
        assert refused.value.missing == text.roles


@pytest.mark.clause("043")
@pytest.mark.clause("103")
def test_limits_of_confidentiality_on_the_net():
    for word in ("没有一种网络通信是绝对安全的", "开机密码", "网站密码", "咨询记录的文档密码"):
        assert word in section("043")
        assert word in section("103")


@BOTH
@pytest.mark.clause("045")
@pytest.mark.clause("155")
def test_how_and_how_long_records_are_kept(kind):
    for word in ("{storage}", "{retention}", "记录的用途"):
        assert word in section("045", kind)
        assert word in section("155", kind)
    assert "十年" in template(kind).defaults["retention"]


@pytest.mark.clause("046")
def test_the_client_promises_confidentiality():
    assert "来访者承诺" in section("046")
    assert "保密承诺" in template().closing[0]


@pytest.mark.clause("088")
@pytest.mark.clause("092")
def test_risks_of_the_net_and_no_recording():
    for word in ("公用电脑", "不录音、不录像"):
        assert word in section("092")
    for word in ("中断", "益处"):
        assert word in whole("online")


@BOTH
@pytest.mark.clause("112")
def test_recording_asks_for_a_consent_of_its_own(kind):
    assert "事先另外签署书面同意" in section("112", kind)


@pytest.mark.clause("104")
def test_identity_contact_places_and_emergency_contact():
    for word in ("{client_name}", "{identity_method}", "{client_place}", "{emergency_contact}"):
        assert word in section("104")


@pytest.mark.clause("106")
def test_boundaries_and_what_if_remote_work_does_not_help():
    for word in ("社交、经济或亲密关系", "改为面对面咨询", "转介"):
        assert word in section("106")


@BOTH
@pytest.mark.clause("109")
@pytest.mark.clause("152")
@pytest.mark.clause("153")
@pytest.mark.clause("154")
def test_the_exceptions_of_the_second_edition(kind):
    for clause in ("109", "152", "153", "154"):
        words = section(clause, kind)
        for word in ("严重危险", "性侵犯或虐待", "法律规定需要披露", "书面文件", "最低限度"):
            assert word in words
        assert "传染病" not in words
    assert "第二版" in template(kind).edition


@BOTH
@pytest.mark.clause("133")
def test_sensitive_information_has_a_signature_of_its_own(kind):
    text = template(kind)
    assert text.labels["separate_signer"] in text.signers
    words = section("133", kind)
    for word in ("敏感个人信息", "单独同意", "{counselor_contact}", "撤回"):
        assert word in words


@BOTH
def test_the_usual_items_are_there(kind):
    for word in (
        "不得从事心理治疗", "不能保证", "{orientation}", "{session_minutes} 分钟", "{cancel_hours}",
        "{late_minutes}", "代他人预约", "{fee}", "去标识化", "更换咨询师", "监护人", "{hotlines}",
        "{complaints}", "一式两份",
    ):  # fmt: skip
        assert word in whole(kind), word


@BOTH
def test_the_words_are_calm_and_polite(kind):
    assert "您" in whole(kind)
    assert not re.search(r"[!！你]", whole(kind))


@BOTH
def test_headings_are_numbered_in_order(kind):
    digits = [
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "十一",
        "十二",
        "十三",
        "十四",
        "十五",
        "十六",
        "十七",
        "十八",
        "十九",
    ]
    found = [one.heading.partition("、")[0] for one in template(kind).sections]
    assert found == digits[: len(found)]


@BOTH
def test_articles_that_the_text_names_are_the_ones_meant(kind):
    numbers = {one.heading.partition("、")[0]: one.key for one in template(kind).sections}
    pipl = next(one for one in template(kind).sections if one.key == "pipl")
    (records,) = re.findall("第(.+?)条所述", "".join(pipl.paragraphs))
    assert numbers[records] == "records"
    (pledge,) = re.findall("遵守第(.+?)条", template(kind).closing[0])
    assert numbers[pledge] == "pledge"


@BOTH
def test_what_the_program_does_not_know_is_asked_for(kind):
    text = template(kind)
    known = prefill(text, Practice(), Profile(name=""), datetime(2026, 1, 1, tzinfo=UTC))
    draft = ConsentDraft(text.key, text.edition, known, text.access)
    with pytest.raises(ConsentFormIncomplete) as refused:
        fill(text, draft, number="1", subtitle="")
    assert text.facts["fee"] in refused.value.missing
    assert text.facts["client_name"] in refused.value.missing
    assert not any("{" in words for one in filled(kind).sections for words in one.paragraphs)


def test_a_place_with_its_time_zone_gives_the_difference():
    profile = Profile(name="许", place=Place("温哥华", "America/Vancouver"))
    practice = Practice(place=Place("杭州", "Asia/Shanghai"))
    known = prefill(template(), practice, profile, datetime(2026, 5, 12, 2, 34, tzinfo=UTC))
    assert known["time_difference"] == "来访者当地时间比咨询师晚 15 小时"


# What the papers and the screens ask a template for.
LABELS = {
    *("page", "number", "edition", "access", "records", "recordings", "signature", "date"),
    *("colon", "date_blank", "separate_signer", "guardian", "signed_at", "choices"),
    *("same_time", "client_ahead", "client_behind"),
    *("moment", "months", "blank", "by_pen", "draft", "draft_remark"),
    *("members", "member", "scope", "between", "between_steps", "stop", "own_edition"),
    *("term_months", "term_open"),
    *(f"step_{one.value}" for one in ConsentState if one is not ConsentState.DRAFT),
    *(f"way_{one.value}" for one in SigningMethod),
    *(f"record_{one}" for one in ("title", "steps", "returned", "talk", "questions", "words")),
    *(f"record_{one}" for one in ("proof", "process", "way", "archive", "reader", "spoken")),
    *(f"record_{one}" for one in ("recording", "self_read", "row", "members", "ends")),
}


@BOTH
def test_every_template_has_the_labels_that_paper_and_screen_ask_for(kind):
    text = template(kind)
    assert set(text.labels) == LABELS
    assert all(word.strip() for key, word in text.labels.items() if key != "date_blank")
    assert text.edition.partition("（")[0].strip() == "2026-11 第 1 版"
    assert set(text.defaults) <= set(text.facts)
    choices = text.labels["choices"].split("|")
    assert {word for row in text.access for word in (row.records, row.recordings)} <= set(choices)
    assert tuple(row.role for row in text.access) == text.roles


@BOTH
def test_placeholders_are_the_facts(kind):
    found = set(re.findall(r"\{([a-z_]+)\}", whole(kind)))
    assert found == set(template(kind).facts)


@pytest.mark.parametrize(
    ("before", "after"),
    [("{fee}", "每次 500 元"), ('fee = "费用与支付"', ""), ("{fee}", "{fee}{bonus}")],
)
def test_a_template_whose_placeholders_and_facts_differ_is_refused(before, after):
    source = resource("templates/consent/online.zh.toml").read_text("utf-8")
    assert before in source
    with pytest.raises(ValueError, match="placeholders and facts differ"):
        load_template(source.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [('key = "disease"\nsection = "exceptions"', 'key = "disease"\nsection = "nowhere"'),
     ("热线另有一种情形：", "热线{fee}另有一种情形：")],
)  # fmt: skip
def test_an_option_that_lies_nowhere_or_has_a_place_is_refused(before, after):
    source = resource("templates/consent/online.zh.toml").read_text("utf-8")
    assert before in source
    with pytest.raises(ValueError, match="an option has a place, or belongs to no section"):
        load_template(source.replace(before, after, 1))


@BOTH
@pytest.mark.clause("010")
@pytest.mark.clause("043")
@pytest.mark.parametrize("gap", ["records", "recordings", "row"])
def test_a_matrix_with_a_gap_is_never_printed(kind, gap):
    text = template(kind)
    facts = dict.fromkeys(text.facts, "已填")
    rows = text.access[1:]
    if gap != "row":
        rows = (replace(text.access[0], **{gap: " "}), *rows)
    with pytest.raises(ConsentFormIncomplete) as refused:
        fill(text, ConsentDraft(text.key, text.edition, facts, rows), number="1", subtitle="")
    assert refused.value.missing == (text.access[0].role,)
