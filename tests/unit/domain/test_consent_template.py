"""A consent text as data: what it holds, and what a spoilt one is refused for."""

from __future__ import annotations

import pytest

from app.domain.consent import AccessRow
from app.domain.consent_template import load_template

GOOD = """
key = "online"
edition = "1"
language = "zh"
remote = true
from_client = ["fee"]
title = "知情同意书"
opening = ["我与{counselor}约定"]
closing = ["以上"]
signers = ["来访者"]
roles = ["督导"]
[facts]
counselor = "咨询师"
fee = "费用"
[defaults]
[labels]
records = "记录"
[[access]]
role = "督导"
records = "可"
recordings = ""
[[sections]]
key = "fee"
heading = "费用"
paragraphs = ["每次{fee}"]
clauses = ["042"]
"""


def test_a_text_is_read():
    template = load_template(GOOD)
    assert template.sections[0].clauses == ("042",)
    assert template.access == (AccessRow("督导", "可", ""),)


@pytest.mark.parametrize(
    "spoil", [("{fee}", "{price}"), ('fee = "费用"\n', ""), ("{counselor}", "某人")]
)
def test_places_and_labels_agree(spoil):
    with pytest.raises(ValueError, match="differ"):
        load_template(GOOD.replace(*spoil))


def test_what_is_left_to_the_client_is_a_fact():
    assert load_template(GOOD).from_client == ("fee",)
    with pytest.raises(ValueError, match="no facts"):
        load_template(GOOD.replace('from_client = ["fee"]', 'from_client = ["price"]'))
