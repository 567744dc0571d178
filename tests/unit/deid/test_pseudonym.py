from __future__ import annotations

import random
from datetime import date

import pytest

from app.deid.cases import Prediction, deidentify_cases, deidentify_text, read_cases
from app.deid.dates import read_date
from app.deid.engine import Deidentifier, rewrite
from app.deid.pseudonym import PseudonymTable, age_band, with_roles
from app.deid.register import Register, RegisteredPerson
from app.deid.span import Kind, Layer, Span
from app.domain.errors import CasesUnreadable
from tests.unit.deid.support import SilentTagger, lexicon

QUIET = Deidentifier(SilentTagger(), lexicon())
REGISTER = Register(
    name="祁望舒",
    people=(
        RegisteredPerson("龚远", "丈夫"),
        RegisteredPerson("蒋屿川", "同事"),
        RegisteredPerson("董桂芳", "同事"),
    ),
    places=("桐庐县",),
)


def table(seed: int = 1, reference: date | None = None) -> PseudonymTable:
    return PseudonymTable(lexicon(), random.Random(seed).shuffle, reference)


def rewritten(text: str, using: PseudonymTable, register: Register = REGISTER) -> str:
    return rewrite(text, using.assign(text, QUIET.find([text], register)[0]))


@pytest.mark.clause("114")
def test_roles_stand_in_for_names():
    text = rewritten("祁望舒说望舒怕龚远，打139 0000 1111。", table())
    assert text == "来访者说来访者怕丈夫，打[电话]。"


@pytest.mark.clause("114")
def test_the_client_is_called_as_the_counselor_calls_the_people_she_sees():
    using = PseudonymTable(lexicon(), random.Random(1).shuffle, client="求助者")
    text = rewritten("祁望舒说望舒怕龚远。", using)
    assert text == "求助者说求助者怕丈夫。"


@pytest.mark.parametrize("called", ["来访者", "求助者", "寻求专业服务者"])
@pytest.mark.parametrize("written", ["来访者", "求助者", "寻求专业服务者"])
def test_no_word_for_the_client_stands_twice(called, written):
    """Whichever of them she wrote before the name, and whichever takes its place."""
    text = f"{written}祁望舒说，{written}龚远。"
    using = PseudonymTable(lexicon(), random.Random(1).shuffle, client=called)
    found = using.assign(text, QUIET.find([text], REGISTER)[0])
    assert rewrite(text, with_roles(text, found)) == f"{called}说，{written}丈夫。"


def test_one_person_keeps_one_pseudonym_over_the_notes_of_an_export():
    using = table()
    first, second = rewritten("蒋屿川来了", using), rewritten("屿川和董桂芳来了", using)
    assert first.removesuffix("来了") in second
    assert len(set(second.replace("来了", "").split("和"))) == 2


def test_two_exports_cannot_be_joined_by_their_letters():
    seen = {rewritten("蒋屿川来了", table(seed)) for seed in range(20)}
    assert len(seen) > 5


def test_many_people_never_share_a_pseudonym():
    using = table()
    text = "".join(f"Zu{number:02}" for number in range(60))
    spans = [Span(4 * i, 4 * i + 4, Kind.PERSON, Layer.MODEL) for i in range(60)]
    assert len({s.replacement for s in using.assign(text, spans)}) == 60


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2023年3月1日", "首次咨询当日"),
        ("3月9日", "首次咨询后第2周"),
        ("2023-02-20", "首次咨询前第2周"),
        ("腊月廿三", "某日"),
    ],
)
def test_dates_become_weeks(written, read):
    assert rewritten(f"于{written}来", table(reference=date(2023, 3, 1))) == f"于{read}来"


def test_without_a_reference_no_date_is_told():
    assert rewritten("于2023年3月1日来", table()) == "于某日来"
    assert rewritten("1988年3月17日出生", table()) == "出生日期略出生"


def test_ages_become_bands():
    assert rewritten("1988年3月17日出生", table(reference=date(2023, 3, 1))) == "30—34岁出生"
    assert rewritten("今年95岁", table()) == "今年高龄"
    born = read_date("2030年1月1日")
    assert born is not None
    assert age_band(born, date(2023, 1, 1)) == "出生日期略"


def test_places_keep_their_tier_alone():
    assert rewritten("从桐庐来", table()).startswith("从某县区")


def test_a_case_line_becomes_a_prediction_that_agrees_with_itself():
    line = '{"id": "x1", "profile": {"client": {"name": "祁望舒"}}, "text": "祁望舒来了"}'
    cases = read_cases(f"{line}\n\n")
    found = list(deidentify_cases(cases, QUIET, random.Random(1).shuffle))
    assert [(p.id, p.text) for p in found] == [("x1", "来访者来了")]
    assert '"replacement": "来访者"' in found[0].to_json()
    assert isinstance(found[0], Prediction)


def test_a_line_without_text_is_refused():
    with pytest.raises(CasesUnreadable) as refused:
        read_cases('\n{"id": 3}')
    assert (refused.value.line, refused.value.key) == (2, "text")


def test_an_empty_text_stays_empty():
    assert deidentify_text("", Register(), QUIET, random.Random(1).shuffle) == ([], "")


@pytest.mark.parametrize("text", ["没有日期", "2023年2月30日", "Oct", "13月40日"])
def test_what_is_no_day_has_no_week(text):
    found = read_date(text)
    assert found is None or found.near(date(2023, 1, 1)) is None
