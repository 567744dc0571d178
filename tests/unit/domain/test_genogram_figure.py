"""The drawing of a genogram: every line is there, and none lies upon a sign or another line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.domain import genogram as family_of
from app.domain.bond_line import Ink, bond_strokes
from app.domain.genogram import Came, Child, Feeling, Sex, Tie, begun
from app.domain.genogram_figure import SIGN, figure
from tests.unit.domain.test_genogram import DEEDS, ODD, grown


def flat(strokes):
    """The level and upright pieces of the lines of a family."""
    for one in strokes:
        if one.ink is Ink.FAMILY:
            yield from zip(one.points, one.points[1:], strict=False)


def crosses(line, sign):
    """Whether a level or upright piece goes through a sign, its edge aside."""
    (ax, ay), (bx, by) = line
    half, (x, y) = SIGN / 2 - 1, sign.at
    if sign.sex is not Sex.MAN:
        half *= 0.5
    inside_x = min(ax, bx) < x + half and max(ax, bx) > x - half
    inside_y = min(ay, by) < y + half and max(ay, by) > y - half
    return inside_x and inside_y and (ax == bx or ay == by)


@settings(max_examples=20, deadline=None)
@given(DEEDS)
def test_no_line_of_the_family_goes_through_a_sign_and_all_is_inside(deeds):
    family = grown(deeds)
    drawn = figure(family, {one.id: (one.name, "") for one in family.people})
    for line in flat(drawn.strokes):
        assert not [one for one in drawn.signs if crosses(line, one)]
    points = [point for one in drawn.strokes if one.ink is Ink.FAMILY for point in one.points]
    points += [one.at for one in (*drawn.signs, *drawn.words)]
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in points)
    assert {one.person for one in drawn.signs} == {one.id for one in family.people}
    assert figure(family, {}) == figure(family, {})


@settings(max_examples=20, deadline=None)
@given(DEEDS)
def test_no_two_lines_across_lie_upon_each_other(deeds):
    drawn = figure(grown(deeds), {})
    level = [
        (min(ax, bx), max(ax, bx), ay) for (ax, ay), (bx, by) in flat(drawn.strokes) if ay == by
    ]
    for place, (left, right, height) in enumerate(level):
        for other in level[place + 1 :]:
            assert height != other[2] or min(right, other[1]) - max(left, other[0]) < 0.01


@pytest.mark.parametrize(
    ("tie", "strokes", "dash"),
    [
        (Tie.MARRIED, 1, ""),
        (Tie.TOGETHER, 1, "dash"),
        (Tie.SEPARATED, 2, ""),
        (Tie.DIVORCED, 3, ""),
    ],
)
def test_a_couple_is_drawn_as_it_stands(tie, strokes, dash):
    family, _ = family_of.add_partner(begun(Sex.MAN), 1, tie)
    drawn = figure(family, {})
    assert (len(drawn.strokes), drawn.strokes[0].dash) == (strokes, dash)


def test_twins_leave_at_one_point_and_an_adopted_child_by_dashes():
    family, _ = family_of.add_child(begun(Sex.WOMAN), 1)
    family, second = family_of.add_child(family, 1)
    family, third = family_of.add_child(family, 1)
    family = family_of.change_child(family, Child(second, Came.ADOPTED, twin=True))
    family = family_of.change_child(family, Child(third, Came.FOSTERED))
    lines = [one for one in figure(family, {}).strokes if len(one.points) == 2][-3:]
    assert lines[0].points[0] == lines[1].points[0] != lines[2].points[0]
    assert [one.dash for one in lines] == ["", "dash", "dot"]


def test_a_sign_says_age_death_and_who_the_client_is():
    family = family_of.change(begun(), replace(begun().people[0], age=30, died=True, name=ODD))
    (sign,) = figure(family, {}).signs
    assert (sign.age, sign.died, sign.index) == ("30", True, True)
    (words,) = figure(family, {1: (ODD, "教师")}).words
    assert (words.name, words.more) == (ODD, "教师")
    assert ODD not in repr(figure(family, {1: (ODD, "")}))


@pytest.mark.parametrize("end", [(150.0, 0.0), (0.0, 150.0), (-400.0, 300.0)])
@pytest.mark.parametrize(
    ("feeling", "lines", "ink", "dash"),
    [
        (Feeling.CLOSE, 2, Ink.CLOSE, ""),
        (Feeling.ENMESHED, 3, Ink.CLOSE, ""),
        (Feeling.DISTANT, 1, Ink.FAR, "dot"),
        (Feeling.CONFLICT, 1, Ink.CONFLICT, ""),
        (Feeling.CUT_OFF, 4, Ink.FAR, ""),
    ],
)
def test_each_bond_has_a_line_of_its_own(feeling, lines, ink, dash, end):
    found = list(bond_strokes(feeling, (0.0, 0.0), end))
    assert (len(found), {one.ink for one in found}, {one.dash for one in found}) == (
        lines, {ink}, {dash}
    )  # fmt: skip
    backwards = list(bond_strokes(feeling, end, (0.0, 0.0)))
    assert backwards == found
    assert all(len(one.points) > 1 for one in found)


def test_a_bond_is_drawn_in_the_figure():
    family, partner = family_of.add_partner(begun(), 1)
    family = family_of.change_bond(family, 1, partner, Feeling.CONFLICT)
    assert [one.ink for one in figure(family, {}).strokes] == [Ink.FAMILY, Ink.CONFLICT]


@pytest.mark.parametrize("sex", list(Sex))
def test_a_line_around_somebody_leaves_the_sign_at_its_edge(sex):
    family = begun(sex)
    for _ in range(3):
        family, _ = family_of.add_partner(family, 1, Tie.TOGETHER)
    drawn = figure(family, {})
    (sign,) = [one for one in drawn.signs if one.person == 1]
    around = [one for one in drawn.strokes if len(one.points) == 6]
    assert around
    for stroke in around:
        x, y = min(stroke.points[0], stroke.points[-1], key=lambda at: abs(at[0] - sign.at[0]))
        across, down = abs(x - sign.at[0]), y - sign.at[1]
        reach = {Sex.MAN: across, Sex.WOMAN: (across**2 + down**2) ** 0.5, Sex.OTHER: across + down}
        assert reach[sex] == pytest.approx(SIGN / 2)
