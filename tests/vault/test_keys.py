"""Keys: nothing of a password is lost, nothing sealed can be changed, no parameters are forged."""

from __future__ import annotations

import os
import time
import unicodedata

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import HeaderForged, MemoryShort
from storage import keys
from tests.modes import fork

SALT = bytes(16)
KEY = bytes(range(32))


@pytest.fixture
def derived_once():
    """Here the derivation is what is tested, each time anew."""


def derive(password):
    return keys.derive(password, SALT, keys.FLOOR)


@pytest.mark.promise(23)
def test_composed_and_decomposed_give_one_key():
    text = "Zoë 각하 école"
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert derive(composed) == derive(decomposed)


@pytest.mark.promise(23)
def test_a_thousand_characters_count_to_the_last():
    long = "长" * 1000
    made = {derive(text) for text in (long, long[:-1], long[:-1] + "尾", long + "长")}
    assert len(made) == 4


@pytest.mark.promise(23)
def test_spaces_nul_surrogates_and_width_count():
    texts = ["密码 secret", "密码 secret ", "密码 secret\0", "密码 secret\ud83d", "密码 ｓecret"]
    made = {derive(text) for text in texts}
    assert len(made) == len(texts)
    assert all(len(key) == 32 for key in made)


def test_the_salt_and_every_parameter_count():
    many = keys.Argon2Parameters(keys.FLOOR_MEMORY_KIB, keys.FLOOR_ITERATIONS + 1, 4)
    wide = keys.Argon2Parameters(keys.FLOOR_MEMORY_KIB, keys.FLOOR_ITERATIONS, 2)
    made = {derive("x"), keys.derive("x", b"\1" * 16, keys.FLOOR)}
    made |= {keys.derive("x", SALT, many), keys.derive("x", SALT, wide)}
    assert len(made) == 4


FORGED = [
    (4 * 1024**3, 3, 4),
    (keys.CEILING_MEMORY_KIB + 1, 3, 4),
    (keys.FLOOR_MEMORY_KIB, 2**32, 4),
    (keys.FLOOR_MEMORY_KIB, keys.CEILING_ITERATIONS + 1, 4),
    (keys.FLOOR_MEMORY_KIB, 3, 0),
    (keys.FLOOR_MEMORY_KIB, 3, -1),
    (keys.FLOOR_MEMORY_KIB, 3, keys.CEILING_LANES + 1),
    (keys.FLOOR_MEMORY_KIB - 1, 3, 4),
    (keys.FLOOR_MEMORY_KIB, 2, 4),
    (8, 1, 1),
    (0, 0, 0),
]


@pytest.mark.promise(20)
@pytest.mark.promise(21)
@pytest.mark.clause("044")
@pytest.mark.parametrize("numbers", FORGED)
def test_parameters_out_of_bounds_are_refused_at_once(numbers):
    started = time.perf_counter()
    with pytest.raises(HeaderForged):
        keys.derive("x", SALT, keys.Argon2Parameters(*numbers))
    assert time.perf_counter() - started < 0.05


@pytest.mark.promise(20)
@pytest.mark.parametrize(
    ("seconds", "memory_kib", "passes"),
    [
        (1e-6, 256 * 1024, keys.CEILING_ITERATIONS),
        (0.1, 256 * 1024, 21),
        (0.35, 256 * 1024, 6),
        (0.7, 256 * 1024, 3),
    ],
)
def test_a_fast_machine_takes_more_passes(monkeypatch, seconds, memory_kib, passes):
    monkeypatch.setattr(keys, "_seconds", lambda _: seconds)
    found = keys.calibrate()
    assert (found.memory_kib, found.iterations) == (memory_kib, passes)
    found.check()


@pytest.mark.promise(20)
def test_a_slow_machine_never_falls_below_the_floor(monkeypatch):
    tried = []

    def slow(parameters):
        tried.append(parameters.memory_kib)
        return 1e9

    monkeypatch.setattr(keys, "_seconds", slow)
    assert keys.calibrate() == keys.FLOOR
    assert tried == [256 * 1024] * 2 + [128 * 1024] * 2


def test_a_middling_machine_takes_less_memory(monkeypatch):
    speed = {256 * 1024: 1.4, 128 * 1024: 0.35}
    monkeypatch.setattr(keys, "_seconds", lambda parameters: speed[parameters.memory_kib])
    assert keys.calibrate() == keys.Argon2Parameters(128 * 1024, 6, 2)


def test_a_derivation_takes_time():
    assert keys._seconds(keys.FLOOR) > 0.01


@given(st.binary(max_size=200), st.binary(max_size=20), st.data())
def test_a_changed_bit_is_noticed(data, context, draw):
    sealed = keys.seal(KEY, data, context)
    assert keys.unseal(KEY, sealed, context) == data
    at = draw.draw(st.integers(0, len(sealed) * 8 - 1))
    changed = bytearray(sealed)
    changed[at // 8] ^= 1 << at % 8
    with pytest.raises(InvalidTag):
        keys.unseal(KEY, bytes(changed), context)
    with pytest.raises(InvalidTag):
        keys.unseal(KEY, sealed, context + b"x")
    with pytest.raises(InvalidTag):
        keys.unseal(KEY[::-1], sealed, context)


@pytest.mark.parametrize("length", [0, 1, 11, 12, 27])
def test_what_is_too_short_was_not_sealed(length):
    with pytest.raises(InvalidTag):
        keys.unseal(KEY, bytes(length), b"")


@pytest.mark.promise(21)
def test_no_memory_for_a_derivation_is_said(monkeypatch):
    class Greedy:
        def __init__(self, **_):
            pass

        def derive(self, _):
            raise MemoryError

    monkeypatch.setattr(keys, "Argon2id", Greedy)
    with pytest.raises(MemoryShort):
        derive("x")


@pytest.mark.promise(27)
def test_nonces_do_not_repeat():
    nonces = {keys.seal(KEY, b"same", b"")[:12] for _ in range(10_000)}
    assert len(nonces) == 10_000


@pytest.mark.promise(27)
def test_a_process_and_its_clone_never_use_one_nonce():
    """A cloned machine or a forked process has the same memory; its nonces are the system's."""
    read_end, write_end = os.pipe()
    child = fork()
    if not child:  # the child never comes back into pytest
        try:
            os.write(write_end, b"".join(keys.seal(KEY, b"", b"")[:12] for _ in range(200)))
        finally:
            os._exit(0)
    os.close(write_end)
    ours = {keys.seal(KEY, b"", b"")[:12] for _ in range(200)}
    os.waitpid(child, 0)
    said = os.read(read_end, 65536)
    os.close(read_end)
    theirs = {said[at : at + 12] for at in range(0, len(said), 12)}
    assert len(theirs) == 200
    assert not ours & theirs


def test_subkeys_differ_by_purpose_and_salt():
    made = {keys.subkey(KEY, "a"), keys.subkey(KEY, "b"), keys.subkey(KEY, "a", b"salt")}
    made |= {keys.subkey(bytes(32), "a"), KEY}
    assert len(made) == 5


def test_a_key_is_wiped_in_place():
    key = keys.random_key()
    same = key
    assert any(key)
    keys.wipe(key)
    assert same == bytes(32)
