"""A genogram: whatever is done to it, it stays one; what is taken back is as it was."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import genogram as family_of
from app.domain.as_json import as_json
from app.domain.genogram import (
    Came,
    Child,
    Feeling,
    Person,
    Sex,
    Tie,
    begun,
    genogram_of,
    groups,
)
from app.domain.genogram_layout import APART, lay_out
from app.domain.kinship import kinship
from app.domain.steps import Steps

ODD = "䶮 𬱖 ㄅ \u202e 👩‍👧 「心」"
WAYS = ("parents", "partner", "child", "sibling", "remove", "bond", "move", "twin", "tie", "sex")
DEEDS = st.lists(
    st.tuples(st.sampled_from(WAYS), st.integers(0, 60), st.integers(0, 60)), max_size=24
)


def act(family, deed):  # noqa: PLR0911 - a way each
    way, first, second = deed
    ids = [one.id for one in family.people]
    who, other = ids[first % len(ids)], ids[second % len(ids)]
    if way == "remove":
        return family_of.remove(family, who)
    if way == "bond":
        return family_of.change_bond(family, who, other, [*Feeling, None][second % 6])
    if way == "move":
        return family_of.move_child(family, who, (-1, 1)[second % 2])
    if way == "sex":
        return family_of.change(
            family, replace(family.person(who), sex=list(Sex)[second % 3], name=ODD)
        )
    if way == "tie" and family.couples:
        couple = family.couples[first % len(family.couples)]
        return family_of.change_tie(family, couple.id, list(Tie)[second % 4])
    if way == "twin" and family.parents(who):
        return family_of.change_child(family, Child(who, list(Came)[second % 3], twin=True))
    add = {"parents": family_of.add_parents, "partner": family_of.add_partner,
           "child": family_of.add_child, "sibling": family_of.add_sibling}.get(way)  # fmt: skip
    return add(family, who)[0] if add else family


def grown(deeds):
    family = begun(Sex.WOMAN, "来访者")
    for deed in deeds:
        family = act(family, deed)
    return family


@settings(max_examples=50, deadline=None)
@given(DEEDS)
def test_whatever_is_done_it_stays_a_genogram_and_comes_back_from_the_vault(deeds):
    family = grown(deeds)
    assert genogram_of(json.loads(json.dumps(as_json(family)))) == family
    assert len(list(groups(family))) == 1
    assert all(not one.children[0].twin for one in family.couples if one.children)


@settings(max_examples=50, deadline=None)
@given(DEEDS)
def test_nobody_stands_upon_anybody_and_children_stand_below(deeds):
    family = grown(deeds)
    spots = lay_out(family)
    assert set(spots) == {one.id for one in family.people}
    assert lay_out(copy.deepcopy(family)) == spots
    rows = {}
    for spot in spots.values():
        rows.setdefault(spot.down, []).append(spot.across)
    for row in rows.values():
        row.sort()
        assert all(b - a > APART - 0.001 for a, b in pairwise(row))
    assert min(one.across for one in spots.values()) == 0
    assert sorted(rows) == list(range(len(rows)))
    for couple in family.couples:
        assert spots[couple.one].down == spots[couple.other].down
        children = [spots[one.person] for one in couple.children]
        assert all(one.down == spots[couple.one].down + 1 for one in children)
        twins = {one.person for pair in pairwise(couple.children) if pair[1].twin for one in pair}
        free = [one.person for one in couple.children if not family.couples_of(one.person)]
        born = [spots[one].across for one in free if one not in twins]
        assert born == sorted(born)
        assert not between(family, spots, couple)


def between(family, spots, couple):
    """Return the siblings who stand between two partners that have nobody else."""
    ends = (couple.one, couple.other)
    if any(len(family.couples_of(one)) > 1 for one in ends):
        return []
    low, high = sorted(spots[one].across for one in ends)
    parents = [family.parents(one) for one in ends]
    siblings = [child.person for one in parents if one for child in one.children]
    return [one for one in siblings if low < spots[one].across < high]


def test_siblings_stand_at_the_outer_side_of_a_couple_and_twins_together():
    family, father = family_of.add_parents(begun(Sex.WOMAN), 1)
    mother = father + 1
    family, uncle = family_of.add_sibling(family, father)
    family, twin = family_of.add_sibling(family, father)
    family = family_of.change_child(family, Child(twin, twin=True))
    family, aunt = family_of.add_sibling(family, mother)
    family = family_of.move_child(family, aunt, -1)
    spots = lay_out(family)
    row = (uncle, twin, father, mother, aunt)
    assert [spots[one].across for one in row] == sorted(spots[one].across for one in row)


@given(DEEDS)
@settings(max_examples=40, deadline=None)
def test_every_step_can_be_taken_back_and_done_again(deeds):
    steps = Steps(begun())
    for deed in deeds:
        steps = steps.done(act(steps.now, deed))
    count, last = len(steps.past), steps.now
    for _ in range(count):
        steps = steps.undone()
    assert (steps.now, steps.undone()) == (begun(), steps)
    for _ in range(count):
        steps = steps.redone()
    assert (steps.now, steps.redone()) == (last, steps)


def test_typing_is_one_step():
    steps = Steps("").done("a", "name").done("ab", "name").done("ab", "name").done("x", "age")
    assert (steps.now, steps.past) == ("x", ("", "ab"))
    assert steps.undone().done("y").ahead == ()
    assert "x" not in repr(steps)


def three():
    """The client with parents, an elder brother, a husband and a daughter."""
    family, father = family_of.add_parents(begun(Sex.WOMAN), 1)
    family, brother = family_of.add_sibling(family, 1)
    family = family_of.change(family_of.move_child(family, brother, -1), Person(brother, Sex.MAN))
    family, husband = family_of.add_partner(family, 1)
    family, daughter = family_of.add_child(family, 1)
    return family, father, brother, husband, daughter


def test_a_family_grows_as_one_would_draw_it():
    family, father, brother, husband, daughter = three()
    assert [one.person for one in family.parents(1).children] == [brother, 1]
    assert family.person(husband).sex is Sex.MAN
    assert family_of.add_parents(family, 1) == (family, father)
    spots = lay_out(family)
    assert spots[father].across < spots[father + 1].across
    assert spots[brother].across < spots[1].across
    assert spots[husband].across < spots[1].across  # a man stands left of a woman
    assert spots[daughter].down == 2


def test_a_child_of_somebody_alone_has_a_parent_of_whom_nothing_is_known():
    family, child = family_of.add_child(begun(Sex.WOMAN), 1)
    couple = family.parents(child)
    other = family.person(couple.beside(1))
    assert (couple.tie, other.blank, other.sex) == (Tie.TOGETHER, True, Sex.OTHER)
    family, second = family_of.add_partner(family, 1)
    family, late = family_of.add_child(family, 1, couple.id)
    assert family.parents(late).id == couple.id
    family, last = family_of.add_child(family, 1)
    assert family.parents(last).has(second)


def test_a_parent_leaves_a_blank_and_a_blank_takes_its_branch_along():
    family, father, brother, _, _ = three()
    family = family_of.change(family, Person(father, Sex.MAN, ODD, 60, died=True))
    family, grandfather = family_of.add_parents(family, father)
    family = family_of.change_bond(family, 1, father, Feeling.CUT_OFF)
    assert family.bond(father, 1).feeling is Feeling.CUT_OFF
    once = family_of.remove(family, father)
    assert len(once.people) == len(family.people)
    assert (once.person(father), once.bonds) == (Person(father, Sex.MAN), ())
    again = family_of.remove(once, father)
    assert len(once.people) - len(again.people) == 5  # both parents, theirs, and the brother
    assert {one.id for one in again.people}.isdisjoint({father, father + 1, grandfather, brother})
    assert family_of.remove(family, 1) == family
    assert 1 in {one.id for one in again.people}


def test_siblings_change_places_and_the_first_born_is_nobodys_twin():
    family, _, brother, _, _ = three()
    family = family_of.change_child(family, Child(1, Came.ADOPTED, twin=True))
    assert family.parents(1).children[1] == Child(1, Came.ADOPTED, twin=True)
    first = family_of.move_child(family, 1, -1).parents(1)
    assert [one.person for one in first.children] == [1, brother]
    assert not first.children[0].twin
    assert family_of.move_child(family, 1, 1) == family
    assert family_of.move_child(begun(), 1, 1) == begun()
    with pytest.raises(KeyError):
        family_of.change_child(begun(), Child(1))
    with pytest.raises(KeyError):
        family_of.change(begun(), Person(9))


def test_a_bond_is_one_between_two():
    family, father, *_ = three()
    family = family_of.change_bond(family, father, 1, Feeling.CLOSE)
    family = family_of.change_bond(family, 1, father, Feeling.CONFLICT)
    (bond,) = family.bonds
    assert (bond.has(1), bond.has(father), bond.has(99)) == (True, True, False)
    assert (bond.one, bond.other, bond.feeling) == (1, father, Feeling.CONFLICT)
    assert family_of.change_bond(family, 1, 1, Feeling.CLOSE).bonds == family.bonds
    assert family_of.change_bond(family, 1, father, None).bonds == ()


def test_what_people_are_to_the_client():
    family, father, brother, husband, daughter = three()
    family, grandfather = family_of.add_parents(family, father + 1)
    family, aunt = family_of.add_sibling(family, father + 1)
    family, second = family_of.add_partner(family, father)
    family, half = family_of.add_child(family, father)
    found = {number: (kin.path, kin.via, kin.elder) for number, kin in kinship(family).items()}
    assert found[1] == ("", None, False)
    assert found[father] == ("p", Sex.MAN, False)
    assert found[grandfather] == ("pp", Sex.WOMAN, False)
    assert found[aunt] == ("pb", Sex.WOMAN, False)
    assert found[brother] == ("b", Sex.MAN, True)
    assert found[husband][0] == "s"
    assert found[daughter][0] == "c"
    assert found[second][0] == "ps"
    assert found[half][0] == "h"
    assert len(found) == len(family.people)


GOOD = as_json(three()[0])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw.pop("people"),
        lambda raw: raw.update(people=[{"id": 1}]),
        lambda raw: raw.update(index=99),
        lambda raw: raw["people"].append(raw["people"][0]),
        lambda raw: raw["couples"][0].update(one=99),
        lambda raw: raw["couples"].append(raw["couples"][0]),
        lambda raw: raw["couples"][0].update(one=raw["couples"][0]["other"]),
        lambda raw: raw["couples"][0]["children"].append(raw["couples"][0]["children"][0]),
        lambda raw: raw["couples"].append({"id": 9, "one": 2, "other": 1, "tie": "married",
                                           "children": []}),
        lambda raw: raw.update(bonds=[{"one": 2, "other": 1, "feeling": "close"}]),
        lambda raw: raw.update(bonds=[{"one": 1, "other": 2, "feeling": "close"}] * 2),
        lambda raw: raw.update(bonds=[{"one": 1, "other": 99, "feeling": "close"}]),
        lambda raw: raw["people"][0].update(sex="x"),
    ],
)  # fmt: skip
def test_what_is_no_family_is_refused(spoil):
    raw = copy.deepcopy(GOOD)
    spoil(raw)
    with pytest.raises(ValueError, match=r"genogram|Sex"):
        genogram_of(raw)


def test_people_who_are_not_tied_to_the_client_stand_beside():
    raw = copy.deepcopy(as_json(begun()))
    raw["people"].append({"id": 5, "sex": "man", "of tomorrow": 1})
    family = genogram_of(raw)
    assert [sorted(one) for one in groups(family)] == [[1], [5]]
    assert lay_out(family)[5].across == 1
    assert ODD not in repr(Person(1, name=ODD))
