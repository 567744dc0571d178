"""The form of a case is built ahead while she rests, empty, and taken by the next page."""

from __future__ import annotations

import pytest

from tests.gui.helpers import button
from ui import case_body
from ui.case_body import CaseBodies
from ui.case_record import CaseRecord
from ui.new_case import NewCase
from ui.page import ToCaseForm, ToCases, ToNewCase, ToSearch, ToToday
from ui.theme.style import apply
from ui.workspace import Workspace


@pytest.fixture
def space(house, monkeypatch):
    monkeypatch.setattr(case_body, "REST_MS", 1)
    made = house.show(Workspace(house.office))
    yield made
    made.leave()


def rested(house, space):
    house.qtbot.waitUntil(lambda: len(space.bodies._ready) == 2 and space.bodies.at_rest())
    return {asks: body.form for asks, (_, body) in space.bodies._ready.items()}


def test_the_next_form_takes_what_was_built_while_she_rested(house, space):
    space.go(ToToday())
    built = rested(house, space)
    space.go(ToNewCase())
    house.idle()
    assert isinstance(space.page, NewCase)
    assert space.page.form is built[True]
    assert space.bodies.at_rest(), "nothing is built while she writes"
    space.go(ToCaseForm(house.case().id))
    house.idle()
    assert isinstance(space.page, CaseRecord)
    assert space.page.form is built[False]


def test_no_word_of_a_client_is_in_a_form_that_was_built_ahead(house, space):
    """Not even after her form was seen: what is built is new each time."""
    case = house.case()
    space.go(ToToday())
    first = rested(house, space)
    for place in (ToCaseForm(case.id), ToNewCase()):
        space.go(place)
        house.idle()
    space.page.form.fields["code"].set_text("禾木")
    button(space.page, "不建立").click()
    space.go(ToCases())
    again = rested(house, space)
    assert not {id(one) for one in again.values()} & {id(one) for one in first.values()}
    assert all(form.written().empty for form in again.values())


def test_what_was_built_for_another_look_is_not_shown(house, qapp, space):
    space.go(ToToday())
    built = rested(house, space)
    apply(qapp, "dark")
    try:
        space.go(ToNewCase())
        house.idle()
        assert space.page.form is not built[True]
    finally:
        apply(qapp, "light")


def test_nothing_is_built_where_she_may_write_and_nothing_is_left_behind(house, qtbot, space):
    space.go(ToSearch())
    house.idle()
    assert space.bodies.at_rest()
    space.go(ToToday())
    built = rested(house, space)
    with qtbot.waitSignals([one.destroyed for one in built.values()]):
        space.leave()
    assert space.bodies._ready == {}
    assert isinstance(space.bodies, CaseBodies)
