"""Every rule about the practice: what a record lacks, what waits, what a service sheet lacks."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.client import Place
from app.domain.ids import PracticeEntryId
from app.domain.practice import Practice
from app.domain.practice_paper import SERVICE, ServiceFacts, load_paper, service_sheet, text_sheet
from app.domain.practice_profile import PracticeProfile
from app.domain.practice_record import (
    Colleague,
    Credential,
    CredentialCategory,
    Platform,
    Policy,
    PracticeDecision,
    PracticeEntry,
    PracticeKind,
    PrivateAccount,
    SelfCheck,
    Supervision,
    SupervisionForm,
    SupervisionMedium,
    SupervisionTotals,
    Training,
    TrainingTopic,
    hours_by_topic,
    kind_of,
    record_of,
    supervision_totals,
)
from app.domain.practice_rules import (
    CHANNEL,
    PRACTICE,
    RECORD,
    ChannelFacts,
    PracticeFacts,
    plain_channel,
)

TODAY = date(2026, 5, 12)
CREDENTIAL = Credential(
    CredentialCategory.REGISTERED,
    "注册心理师",
    "X-23-188",
    "中国心理学会",
    "https://example.invalid/a",
    "2027-01-01",
    "2026-05-01",
)
DECIDED = {"facts", "people", "clauses", "options", "consulted", "decision"}
DECISION = PracticeDecision(**dict.fromkeys(DECIDED, "想过了"))
CRISIS = Training(TrainingTopic.CRISIS, "危机干预", "2025-11-02", 16, "林间学院", "C-7")
ONLINE = Training(TrainingTopic.ONLINE, "网络咨询", "2025-12-02", 8.5)
SUPERVISION = Supervision(
    SupervisionForm.INDIVIDUAL,
    SupervisionMedium.VIDEO,
    "2026-04-03",
    50,
    "林老师",
    "注册督导师",
    "界限",
    "再约一次",
)
PLATFORM = Platform("云会议", "2025-01-01", "第 7 条", "不录制", "30 天")
ACCOUNT = PrivateAccount("138 0000 1111", "私人手机")
POLICY = Policy("档案制度", "2026-01-01", "第二版")
PROFILE = PracticeProfile(
    "07",
    "",
    "个体咨询",
    "成人",
    "年满 18 岁",
    "哀伤",
    "连续",
    "周一到周五",
    "50 分钟",
    "哀伤、焦虑",
    "林老师",
    "",
    "先找督导师",
)
PUBLISHED = Practice(
    "林间咨询室",
    "沈知远",
    orientation="心理动力学",
    fee="500 元",
    contact="专用微信",
    place=Place("杭州", "Asia/Shanghai"),
    profile=PROFILE,
)


def names(found):
    return {one.name.partition(".")[2] for one in found}


@pytest.mark.clause("068")
@pytest.mark.clause("037")
@pytest.mark.clause("019")
@pytest.mark.clause("025")
@pytest.mark.clause("048")
@pytest.mark.clause("056")
@pytest.mark.clause("060")
@pytest.mark.clause("070")
@pytest.mark.clause("076")
@pytest.mark.clause("118")
@pytest.mark.clause("021")
@pytest.mark.clause("161")
@pytest.mark.parametrize(
    ("record", "lacks"),
    [
        (CREDENTIAL, set()),
        (replace(CREDENTIAL, number="", issuer="", url="", valid_until="", verified_on=""), set()),
        (Credential(), {"category", "title"}),
        (replace(CREDENTIAL, category=None), {"category"}),
        (replace(CREDENTIAL, title=" "), {"title"}),
        (CRISIS, set()),
        (Training(), {"topic", "title", "day", "hours"}),
        (replace(CRISIS, topic=None), {"topic"}),
        (replace(CRISIS, day=""), {"day"}),
        (replace(CRISIS, hours=0), {"hours"}),
        (replace(CRISIS, hours=None), {"hours"}),
        (SUPERVISION, set()),
        (Supervision(), {"form", "medium", "day", "minutes", "supervisor"}),
        (replace(SUPERVISION, form=None), {"form"}),
        (replace(SUPERVISION, medium=None), {"medium"}),
        (replace(SUPERVISION, minutes=None), {"minutes"}),
        (replace(SUPERVISION, supervisor=" "), {"supervisor"}),
        (PLATFORM, set()),
        (Platform(), {"name"}),
        (ACCOUNT, set()),
        (PrivateAccount(" - "), {"channel"}),
        (POLICY, set()),
        (Policy(), {"title"}),
        (SelfCheck("2026-05-12", " ", "\n"), {"state"}),
        (DECISION, set()),
        (PracticeDecision(), DECIDED),
        *((replace(DECISION, **{one: " \n"}), {one}) for one in sorted(DECIDED)),
        *((SelfCheck(**{one: "累"}), set()) for one in ("state", "motives", "balance", "care")),
    ],
)
def test_a_record_says_what_it_lacks(record, lacks):
    assert names(RECORD.broken(record)) == lacks


def test_the_seven_categories_are_those_of_the_guidance():
    assert len(CredentialCategory) == 7


WHOLE = PracticeFacts(PUBLISHED, (CREDENTIAL, CRISIS, ONLINE), TODAY)


def days_ago(number):
    return (TODAY - timedelta(days=number)).isoformat()


@pytest.mark.clause("019")
@pytest.mark.clause("022")
@pytest.mark.clause("037")
@pytest.mark.clause("048")
@pytest.mark.clause("070")
@pytest.mark.clause("105")
@pytest.mark.parametrize(
    ("facts", "waits"),
    [
        (WHOLE, set()),
        (replace(WHOLE, records=(CRISIS, ONLINE)), set()),
        (replace(WHOLE, records=(CREDENTIAL, ONLINE)), {"crisis_training"}),
        (replace(WHOLE, records=(CREDENTIAL, CRISIS)), {"online_training"}),
        (replace(WHOLE, practice=Practice()), {"no_supervisor"}),
    ],
)
def test_what_waits_in_the_practice(facts, waits):
    assert names(PRACTICE.broken(facts)) == waits


@pytest.mark.clause("037")
@pytest.mark.clause("105")
@pytest.mark.parametrize(
    ("changed", "waits"),
    [
        ({"valid_until": ""}, set()),
        ({"valid_until": "2026-05-12"}, set()),
        ({"valid_until": "2026-05-11"}, {"credential_expired"}),
        ({"verified_on": days_ago(90)}, set()),
        ({"verified_on": days_ago(91)}, {"link_unverified"}),
        ({"verified_on": ""}, {"link_unverified"}),
        ({"verified_on": "", "url": " "}, set()),
    ],
)
def test_a_credential_ends_with_its_day_and_its_link_is_looked_at_every_90_days(changed, waits):
    facts = replace(WHOLE, records=(replace(CREDENTIAL, **changed), CRISIS, ONLINE))
    assert names(PRACTICE.broken(facts)) == waits


@pytest.mark.clause("076")
@pytest.mark.parametrize(
    ("channel", "private", "warned"),
    [
        ("13800001111", ("138 0000 1111",), True),
        ("微信 138-0000-1111", ("138 0000 1111",), True),
        ("１３８００００１１１１", ("138 0000 1111",), True),
        ("ShenZhiyuan", ("shenzhiyuan",), True),
        ("微信", ("微",), False),
        ("aging", ("ag",), False),
        ("专用微信", ("138 0000 1111",), False),
        ("", ("138 0000 1111",), False),
        ("专用微信", ("", " - "), False),
        ("专用微信", (), False),
    ],
)
def test_a_private_account_is_known_however_it_is_written(channel, private, warned):
    found = names(CHANNEL.broken(ChannelFacts(channel, private)))
    assert found == ({"private_channel"} if warned else set())
    assert plain_channel(" +86 138-0000 ") == "861380000"


SHEET = ServiceFacts(PUBLISHED, (CREDENTIAL,))
REQUIRED = {
    "name": "practice",
    "counselor": "counselor",
    "orientation": "orientation",
    "fee": "fee",
}


@pytest.mark.clause("008")
@pytest.mark.clause("061")
@pytest.mark.parametrize(("field", "rule"), REQUIRED.items())
def test_a_service_sheet_lacks_what_the_practice_does_not_say(field, rule):
    lacking = replace(SHEET, practice=replace(PUBLISHED, **{field: " "}))
    assert names(SERVICE.broken(lacking)) == {rule}


@pytest.mark.clause("008")
@pytest.mark.clause("061")
@pytest.mark.parametrize(
    "field",
    ["scope", "population", "requirements", "speciality", "arrangement", "hours", "time_limit"],
)
def test_a_service_sheet_lacks_what_is_not_published(field):
    profile = replace(PROFILE, **{field: ""})
    lacking = replace(SHEET, practice=replace(PUBLISHED, profile=profile))
    assert names(SERVICE.broken(lacking)) == {field}


@pytest.mark.clause("005")
@pytest.mark.clause("037")
@pytest.mark.clause("008")
def test_qualifications_and_the_number_of_a_hotline_are_asked_for():
    assert not SERVICE.broken(SHEET)
    assert not SERVICE.broken(replace(SHEET, hotline=True))
    without = replace(SHEET, credentials=())
    assert names(SERVICE.broken(without)) == {"credentials"}
    typed = replace(without, practice=replace(PUBLISHED, credentials="注册心理师 X-23-188"))
    assert not SERVICE.broken(typed)
    assert names(SERVICE.broken(replace(typed, hotline=True))) == {"credentials"}
    numberless = replace(PUBLISHED, counselor="", profile=replace(PROFILE, code=""))
    assert names(SERVICE.broken(replace(SHEET, practice=numberless))) == {"counselor"}
    assert names(SERVICE.broken(replace(SHEET, practice=numberless, hotline=True))) == {"code"}


PAPERS = bootstrap.practice_papers()


@pytest.mark.clause("008")
@pytest.mark.clause("061")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_service_sheet_says_everything(language):
    said = "\n".join(service_sheet(PAPERS["service", language], SHEET).words())
    published = [
        *(getattr(PROFILE, one.name) for one in fields(PROFILE)[2:9]),
        "林间咨询室",
        "沈知远",
        "注册心理师 X-23-188 中国心理学会\nhttps://example.invalid/a",
        "心理动力学",
        "500 元",
        "专用微信",
        "杭州",
    ]
    assert not [one for one in published if one not in said]
    # Who stands behind the counselor, and her number at a hotline, are nobody's business here.
    assert not [one for one in ("07", "林老师", "先找督导师") if one in said]


@pytest.mark.clause("005")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", ["service", "opening", "guide"])
def test_a_hotline_names_the_counselor_by_number_alone(language, key):
    facts = replace(SHEET, hotline=True, practice=replace(PUBLISHED, credentials="沈知远 证书"))
    made = service_sheet if key == "service" else text_sheet
    said = "\n".join(made(PAPERS[key, language], facts).words())
    secret = ("沈知远", "专用微信", "X-23-188", "example.invalid", "杭州")
    assert not [one for one in secret if one in said]
    assert ("07" in said) == (key != "guide")


@pytest.mark.clause("078")
@pytest.mark.clause("093")
def test_the_guide_and_the_opening_words_are_there_in_both_languages():
    opening = "\n".join(text_sheet(PAPERS["opening", "zh"], SHEET).words())
    assert "林间咨询室" in opening
    assert "沈知远" in opening
    assert "保密" in opening
    blank = "\n".join(text_sheet(PAPERS["opening", "en"], ServiceFacts(Practice(), ())).words())
    assert "________" in blank
    guide = "\n".join(text_sheet(PAPERS["guide", "zh"], SHEET).words())
    assert all(word in guide for word in ("时间和地点", "耳机", "录音", "由您决定"))
    for key in ("service", "guide", "opening"):
        zh, en = PAPERS[key, "zh"], PAPERS[key, "en"]
        assert [len(lines) for _, lines in zh.parts] == [len(lines) for _, lines in en.parts]
        assert list(zh.labels) == list(en.labels)


WORDS = 'key = "{0}"\nedition = "1"\nlanguage = "zh"\ntitle = "{1}"\n'


@pytest.mark.parametrize(("key", "title"), [("service", "说明"), ("guide", " "), ("", "x")])
def test_a_paper_that_lacks_a_word_is_refused(key, title):
    with pytest.raises(ValueError, match="lacks"):
        load_paper(WORDS.format(key, title))


NASTY = "😀䶮𬱖ㄅ\u202e木\u202c\u00a0&<b>"


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (PracticeKind.CREDENTIAL, replace(CREDENTIAL, title=NASTY)),
        (PracticeKind.TRAINING, replace(ONLINE, title=NASTY)),
        (PracticeKind.SUPERVISION, replace(SUPERVISION, topics=NASTY)),
        (PracticeKind.PLATFORM, replace(PLATFORM, retention=NASTY)),
        (PracticeKind.ACCOUNT, PrivateAccount(NASTY)),
        (PracticeKind.POLICY, replace(POLICY, about=NASTY)),
        (PracticeKind.CREDENTIAL, Credential()),
    ],
)
def test_a_record_comes_back_as_it_was(kind, record):
    assert record_of(kind, as_json(record)) == record
    entry = PracticeEntry(PracticeEntryId(1), datetime(2026, 5, 12, tzinfo=UTC), record)
    assert entry.kind is kind_of(record) is kind
    assert NASTY not in repr(entry)


@pytest.mark.clause("025")
@pytest.mark.clause("117")
@pytest.mark.clause("118")
def test_totals_keep_topics_and_forms_apart():
    peer = replace(SUPERVISION, form=SupervisionForm.PEER, minutes=90)
    records = [CRISIS, ONLINE, replace(CRISIS, hours=4), SUPERVISION, SUPERVISION, peer, ACCOUNT]
    assert hours_by_topic(records) == {TrainingTopic.CRISIS: 20, TrainingTopic.ONLINE: 8.5}
    assert supervision_totals(records) == SupervisionTotals(100, 0, 90)


@pytest.mark.clause("158")
def test_a_member_of_the_team_has_a_name():
    assert RECORD.lacks(Colleague(promised_on="2026-01-02")) == ("record.colleague",)
    assert RECORD.lacks(Colleague("周敏", promised_on="2026-01-02")) == ()
