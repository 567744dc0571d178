"""A referral with its steps, and a case that was closed, for the pictures of their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.ending import Ending, EndingKind, Fees
from app.domain.follow_up import FollowPlan
from app.domain.ids import EntryId
from app.domain.referral import Answer, Haste, PassedOn, Receiver, ReferralForm, ReferralReason
from app.domain.referral_course import ReferralAct, ReferralStep
from app.services import endings, referrals
from tests import admitted

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools

CLOSING = Ending(
    EndingKind.REACHED,
    talked="最后三次谈了结束，约好以后先自己试两个月。",
    problem="搬到新城市以后睡不着，不敢给家里打电话。",
    course="前四次谈作息和搬家；中间练习打电话；后面回头看变化。",
    results="能睡着：达成。每周给家里打一次电话：达成。认识新朋友：部分达成。",
    measures="PHQ-9：14 → 5",
    feedback="「现在睡前不再一直看手机了。」",
    left="过年回家前后可能反复，先写睡眠日记，再打电话约时间。",
    risk="低：没有意念；身边有室友。",
    advice="继续睡眠日记；需要时打 12356。",
    recordings="没有录音",
    fees=Fees.PAID,
)


def end(vault: OpenVault, tools: Tools, referred: CaseId, closed: CaseId) -> None:
    """Refer one client with a letter whose receipt is late, and close another case."""
    now = tools.clock.now()
    today = now.date()
    made = ReferralForm(
        (ReferralReason.DISORDER,),
        "",
        Haste.SOON,
        Receiver("市精神卫生中心 普通精神科", "周医生", "021-0000 0000"),
        "说明了为什么要看医生，介绍了两处；她想先去离家近的。",
        Answer.WRITTEN,
        admitted.release(vault, tools.clock, referred),
        passed=PassedOn(
            situation="两个月来入睡困难，早醒，白天没有精神。",
            work="面谈六次：作息、睡眠日记、放松练习。",
            measures="PHQ-9 14 分",
            risk="低：没有意念。",
            request="请评估是否需要用药；咨询照常进行。",
            reasons=True,
        ),
        papers="PHQ-9 复印件一份",
        back_by=(today - timedelta(days=2)).isoformat(),
        bridge="接上以前每周照常会谈。",
    )
    entry = referrals.record(vault, tools, referred, made)
    sent = ReferralStep(
        EntryId(entry.id),
        ReferralAct.SENT,
        (today - timedelta(days=9)).isoformat(),
        "她自己带去",
    )
    referrals.step(vault, tools, referred, sent)
    plan = FollowPlan(((today + timedelta(days=60)).isoformat(),), "电话")
    closing = replace(CLOSING, on=today.isoformat(), settled="今晚签完，取消以后的预约。")
    endings.record(vault, tools, closed, closing, plan)
