"""The table of promises says what the tests bear, and a promise nobody proves is named."""

from __future__ import annotations

from tests.house.promises import (
    BEGIN,
    END,
    Promise,
    read_promises,
    refreshed,
    table,
    unproved,
)


def test_every_promise_of_the_list_stands_once() -> None:
    assert [one.number for one in read_promises()] == list(range(1, 45))


def test_a_promise_without_test_or_limit_is_named() -> None:
    promises = [Promise(1, "a"), Promise(2, "b", limit="not yet"), Promise(3, "c")]
    assert unproved({"3": {"x"}, "9": {"y"}}, promises) == [
        "no such promise: 9",
        "promise 1 has neither test nor limit",
    ]


def test_the_table_counts_the_tests_of_each_file_and_takes_its_place() -> None:
    made = table(
        {"1": {"t/a.py::x", "t/a.py::y", "t/b.py::z"}}, [Promise(1, "kept", "kill", "but")]
    )
    assert made.splitlines()[-1] == "| 1 | kept | `t/a.py` (2)<br>`t/b.py` (1)<br>lab: kill | but |"
    page = f"head\n{BEGIN}old\n{END}foot\n"
    assert refreshed(page, made) == f"head\n{BEGIN}{made}{END}foot\n"
