"""The hours on a real vault: counted from what is recorded, locked cases and all."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.client import Place, Profile
from app.domain.data_table import DataTable
from app.domain.errors import CaseLocked, RuleSetIncomplete
from app.domain.hour_goals import RuleSetWords, progress
from app.domain.hours import HourFacts, totals
from app.domain.practice import Practice
from app.domain.practice_record import (
    HourRole,
    Hours,
    HourSpan,
    Policy,
    Supervision,
    SupervisionForm,
    SupervisionMedium,
    Training,
    TrainingTopic,
    YesNo,
)
from app.services import case_locks, hours, practice
from storage.files import FileShelf

WORD = "雨天的第二只箱子"
WORDS = RuleSetWords("我的目标", "300 咨询 收费\n60 受督 个体", "和督导师定的")
EVERY = HourFacts(SupervisionMedium.VIDEO, YesNo.YES)


@pytest.fixture
def here(desk):
    """A desk whose tools know rules and files, and a practice in Shanghai."""
    desk.tools = replace(
        desk.tools,
        hour_rules=bootstrap.hour_rules(),
        papers=bootstrap.papers(),
        shelf=FileShelf(),
    )
    desk.vault.settings.change_practice(
        Practice(counselor="沈知远", place=Place("上海", "Asia/Shanghai"))
    )
    return desk


def page(desk):
    return hours.page(desk.vault, desk.tools, "zh")


def trail(desk, kind):
    return [one for one in desk.vault.audit.entries() if one.kind is kind]


def test_everything_recorded_counts_by_itself_each_role_apart(here):
    case = here.case()
    here.signed(case, "谈到睡眠。")
    here.draft(case, "还没写完。")
    form, medium = SupervisionForm.INDIVIDUAL, SupervisionMedium.VIDEO
    for record in (
        Supervision(form, medium, "2026-01-14", 90, "周以宁"),
        Training(TrainingTopic.ETHICS, "伦理", "2025-09-20", 12),
        Hours(HourRole.OWN, HourSpan.ONCE, "2026-02-01", 1),
        Policy("制度", "2026-01-01"),
    ):  # fmt: skip
        practice.keep(here.vault, here.tools, record)
    found = page(here)
    sums = totals(found.lines)
    assert sums[HourRole.COUNSELING] == sum(
        one.minutes for one in here.vault.sessions.of_case(case)
    )
    assert (sums[HourRole.SUPERVISED], sums[HourRole.TRAINING], sums[HourRole.OWN]) == (90, 720, 60)
    assert [one.day for one in found.lines] == sorted(one.day for one in found.lines)
    assert found.counselor == "沈知远"
    assert found.supervisors == ("周以宁",)
    assert found.years[-1] == 2025
    assert [(one.code, one.facts) for one, _ in found.cases] == [("A-01", HourFacts())]


def test_a_session_that_is_still_to_come_does_not_count(here):
    here.signed(here.case(), "谈到睡眠。")
    here.clock.at -= timedelta(days=400)
    assert page(here).lines == ()


def test_a_case_counts_as_it_says(here):
    case = here.case(profile=Profile(name="林晚"))
    here.signed(case, "谈到睡眠。")
    hours.change_every(here.vault, EVERY)
    hours.change_case(here.vault, here.tools, case, HourFacts(paid=YesNo.NO))
    (line,) = page(here).lines
    assert (line.paid, line.medium) == (YesNo.NO, SupervisionMedium.VIDEO)
    assert trail(here, AuditKind.CLIENT_CHANGED)[-1].case_id == case
    assert here.vault.clients.of_case(case).profile.hours == HourFacts(paid=YesNo.NO)


def test_a_locked_case_counts_in_the_sum_and_in_no_goal_with_conditions(here):
    case = here.case()
    here.signed(case, "谈到睡眠。")
    hours.change_every(here.vault, EVERY)
    case_locks.set_password(here.vault, here.clock, case, WORD, recovery=False)
    here.vault.case_locks.shut(case)
    found = page(here)
    (line,) = found.lines
    assert line.unread
    assert line.case_code == "№ 1"
    rules = hours.keep(here.vault, hours.NEW, WORDS, "zh")
    paid, _ = progress(rules, found.lines, found.today)
    assert paid.counted == 0
    assert paid.unclear == line.minutes
    with pytest.raises(CaseLocked):
        hours.change_case(here.vault, here.tools, case, EVERY)


@pytest.mark.parametrize(
    "harm",
    ["UPDATE clients SET sealed = zeroblob(64)", "DELETE FROM clients",
     "UPDATE cases SET sealed = zeroblob(64)"],
)  # fmt: skip
def test_a_damaged_client_takes_nothing_from_the_sum(here, harm):
    case = here.case()
    here.signed(case, "谈到睡眠。")
    here.vault.connection.execute(harm)
    (line,) = page(here).lines
    assert line.unread
    assert line.minutes > 0


def test_rule_sets_are_kept_in_editions_begun_retired_and_chosen(here):
    assert [one.key for one in hours.in_use(here.vault, here.tools, "en")] == [
        "cps-assistant", "cps-registered", "jiandan", "jiandan-mature",
    ]  # fmt: skip
    hours.keep_begun(here.vault, hours.NEW, {"name": "我"})
    assert hours.rule_sets(here.vault, here.tools, "zh").begun == {"": {"name": "我"}}
    with pytest.raises(RuleSetIncomplete) as refused:
        hours.keep(here.vault, hours.NEW, RuleSetWords("我"), "zh")
    assert refused.value.clause == "118"
    made = hours.keep(here.vault, hours.NEW, WORDS, "zh")
    assert (made.key, made.edition) == ("own-1", "1")
    assert hours.rule_sets(here.vault, here.tools, "zh").begun == {}
    assert hours.keep(here.vault, made.key, WORDS, "zh") == made
    other = hours.keep(here.vault, made.key, replace(WORDS, source="新的"), "zh")
    assert other.edition == "2"
    assert hours.own(here.vault) == (other,)
    hours.retire(here.vault, made.key)
    assert hours.own(here.vault) == ()
    assert hours.keep(here.vault, made.key, replace(WORDS, source="新的"), "zh").edition == "3"
    assert hours.keep(here.vault, hours.NEW, WORDS, "zh").key == "own-2"
    hours.choose(here.vault, "own-2")
    assert page(here).chosen == "own-2"
    assert page(here).rule_sets[-1].key == "own-2"


NASTY = '=HYPERLINK("http://x")'


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_takes_nothing_for_a_formula_and_the_trail_names_the_cases(here, tmp_path, suffix):
    case, path = here.case(), tmp_path / f"时数{suffix}"
    rows = ((NASTY, 50), ("-2+3", 1.5), (" @sum", 0))
    table = DataTable("时数", ("日期", "分钟"), rows)
    hours.export(here.vault, here.tools, path, table, [case, case])
    if suffix == ".csv":
        read = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        assert [one[0] for one in read[1:4]] == [f"'{NASTY}", "'-2+3", "' @sum"]
    else:
        sheet = load_workbook(path).active
        cells = [list(row) for row in sheet.iter_rows()]
        assert [row[0].value for row in cells[1:]] == [f"'{NASTY}", "'-2+3", "' @sum"]
        assert {row[0].data_type for row in cells} == {"s"}
        assert cells[1][1].value == 50
    assert len(trail(here, AuditKind.HOURS_EXPORTED)) == 1
    assert [one.case_id for one in trail(here, AuditKind.HOURS_HOLD)] == [case]


def test_a_printed_proof_is_written_to_the_trail(here):
    hours.printed(here.vault, here.tools)
    assert len(trail(here, AuditKind.HOURS_PRINTED)) == 1
