"""What the columns of a questionnaire become, by the words of their heads in both languages."""

from __future__ import annotations

import pytest

from app.domain.answer_column import Becomes, chosen, guess, left_out, settled

pytestmark = pytest.mark.clause("062")

HEADS = [
    ("序号", Becomes.SERIAL),
    ("Response ID", Becomes.SERIAL),
    ("提交答卷时间", Becomes.SUBMITTED),
    ("填写日期", Becomes.SUBMITTED),
    ("Timestamp", Becomes.SUBMITTED),
    ("Submission Date", Becomes.SUBMITTED),
    ("Completion time", Becomes.SUBMITTED),
    ("所用时间", Becomes.OUT),
    ("开始答题时间", Becomes.KEEP),
    ("Start time", Becomes.KEEP),
    ("来源", Becomes.OUT),
    ("来源详情", Becomes.OUT),
    ("来自IP", Becomes.OUT),
    ("IP地址", Becomes.OUT),
    ("答题时长", Becomes.OUT),
    ("Source", Becomes.OUT),
    ("IP Address", Becomes.OUT),
    ("Duration (in seconds)", Becomes.OUT),
    ("转介渠道来源", Becomes.SOURCE),
    ("时长偏好", Becomes.KEEP),
    ("1、您的姓名：", Becomes.NAME),
    ("1. 请问怎么称呼您？", Becomes.NAME),
    ("Q1: Your name *", Becomes.NAME),
    ("第2题 您的昵称[必填]", Becomes.NAME),
    ("父亲姓名", Becomes.KEEP),
    ("咨询师姓名", Becomes.KEEP),
    ("2、您的手机号（必填）", Becomes.PHONE),
    ("联系方式", Becomes.PHONE),
    ("Mobile phone", Becomes.PHONE),
    ("微信号", Becomes.WECHAT),
    ("WeChat ID", Becomes.WECHAT),
    ("电子邮箱", Becomes.EMAIL),
    ("Email address", Becomes.EMAIL),
    ("您现在所在的城市", Becomes.CITY),
    ("City", Becomes.CITY),
    ("出生年月", Becomes.BIRTH_DATE),
    ("Date of birth", Becomes.BIRTH_DATE),
    ("出生地", Becomes.KEEP),
    ("家庭住址", Becomes.ADDRESS),
    ("Address", Becomes.ADDRESS),
    ("工作单位", Becomes.EMPLOYER),
    ("Employer", Becomes.EMPLOYER),
    ("就读学校", Becomes.SCHOOL),
    ("University", Becomes.SCHOOL),
    ("身份证号", Becomes.ID_NUMBER),
    ("ID number", Becomes.ID_NUMBER),
    ("紧急联系人", Becomes.EMERGENCY_NAME),
    ("紧急联系人姓名", Becomes.EMERGENCY_NAME),
    ("紧急联系人与您的关系", Becomes.EMERGENCY_RELATION),
    ("紧急联系人电话", Becomes.EMERGENCY_PHONE),
    ("Emergency contact", Becomes.EMERGENCY_NAME),
    ("Emergency contact phone", Becomes.EMERGENCY_PHONE),
    ("Emergency contact: relationship to you", Becomes.EMERGENCY_RELATION),
    ("监护人姓名", Becomes.GUARDIAN_NAME),
    ("监护人电话", Becomes.GUARDIAN_PHONE),
    ("监护人和您的关系", Becomes.GUARDIAN_RELATION),
    ("您希望解决的主要问题", Becomes.SEEKS),
    ("目前的困扰", Becomes.SEEKS),
    ("What brings you here?", Becomes.SEEKS),
    ("您对咨询的期待", Becomes.EXPECTS),
    ("What do you hope to gain?", Becomes.EXPECTS),
    ("您是如何知道我们的", Becomes.SOURCE),
    ("转介来源", Becomes.SOURCE),
    ("How did you hear about me?", Becomes.SOURCE),
    ("以前做过心理咨询吗", Becomes.EARLIER),
    ("Previous counselling", Becomes.EARLIER),
    ("目前是否服药", Becomes.MEDICATION),
    ("Current medication", Becomes.MEDICATION),
    ("医院的诊断", Becomes.DIAGNOSIS),
    ("在哪家医院看过", Becomes.HOSPITAL),
    ("常用语言或方言", Becomes.LANGUAGE),
    ("有什么特殊需要", Becomes.NEEDS),
    ("宗教信仰", Becomes.CULTURE),
    ("文化程度", Becomes.KEEP),
    ("喜欢的颜色", Becomes.KEEP),
    ("", Becomes.KEEP),
    ("姓名" + "啊" * 100_000, Becomes.NAME),
]


@pytest.mark.parametrize(("head", "what"), HEADS)
def test_a_head_is_known_by_its_words(head, what):
    assert guess([head]) == (what,)


@pytest.mark.clause("144")
def test_what_the_site_adds_is_left_out_and_can_be_said():
    heads = ["序号", "来自IP", "来源", "姓名", "喜欢的颜色"]
    columns = guess(heads)
    assert columns[1:3] == (Becomes.OUT, Becomes.OUT)
    assert left_out(heads, columns) == ("序号", "来自IP", "来源")
    assert settled(heads, [one.value for one in columns]) == columns
    assert chosen(columns, 4, Becomes.OUT) == ((*columns[:4], Becomes.OUT), None)


def test_nothing_comes_twice():
    assert guess(["姓名", "手机", "您的名字", "办公电话"]) == (
        Becomes.NAME,
        Becomes.PHONE,
        Becomes.KEEP,
        Becomes.KEEP,
    )


def test_what_was_chosen_before_holds_where_it_is_sound():
    heads = ["a", "b", "c"]
    assert settled(heads, ["name", "keep", "phone"]) == (
        Becomes.NAME,
        Becomes.KEEP,
        Becomes.PHONE,
    )
    assert settled(heads, ["name", "name", "of a later version"]) == (
        Becomes.NAME,
        Becomes.KEEP,
        Becomes.KEEP,
    )
    assert settled(heads, []) is None


def test_another_column_gives_up_what_one_takes():
    columns = (Becomes.NAME, Becomes.KEEP, Becomes.PHONE)
    assert chosen(columns, 1, Becomes.NAME) == (
        (Becomes.KEEP, Becomes.NAME, Becomes.PHONE),
        0,
    )
    assert chosen(columns, 0, Becomes.NAME) == (columns, None)
    assert chosen(columns, 0, Becomes.KEEP)[1] is None
