"""The first step to the end of a case: a ground, and before its time duties that were weighed."""

from __future__ import annotations

import pytest

from app.domain.destruction import PROPOSAL, Ground, Proposal, ProposalFacts


def lacks(ground, *, weighed=False, over=False):
    found = PROPOSAL.lacks(ProposalFacts(Proposal(ground, weighed=weighed), over))
    return [one.removeprefix("proposal.") for one in found]


@pytest.mark.clause("155")
def test_it_says_why():
    assert lacks(None, over=True) == ["ground"]
    assert lacks(None, weighed=True) == ["ground"]


@pytest.mark.clause("015")
def test_a_term_that_is_not_over_is_no_ground():
    assert lacks(Ground.TERM_OVER, over=True) == []
    assert lacks(Ground.TERM_OVER, weighed=True) == ["not_over"]


@pytest.mark.clause("015")
@pytest.mark.clause("155")
@pytest.mark.parametrize("ground", [one for one in Ground if one is not Ground.TERM_OVER])
def test_before_its_time_duties_to_keep_it_are_weighed(ground):
    assert lacks(ground) == ["weighed"]
    assert lacks(ground, weighed=True) == []
    assert lacks(ground, over=True) == []
