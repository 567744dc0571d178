"""Issue 2's journey 1 to 7: the main job, end to end, through the real window."""

from __future__ import annotations

import pytest

from tests.journeys.story import Story, Words


@pytest.mark.clause("044")
@pytest.mark.clause("141")
@pytest.mark.clause("142")
@pytest.mark.promise(5)
def test_the_main_job_from_an_empty_laptop_to_a_second_day(qtbot, tmp_path):
    story = Story(qtbot.waitUntil, tmp_path, Words())
    try:
        story.tell()
    finally:
        story.end()
