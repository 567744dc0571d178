"""One model for all tests: loading it takes a second."""

from __future__ import annotations

import pytest

from app.deid.engine import Deidentifier
from app.deid.tagger import LacTagger
from tests.unit.deid.support import lexicon


@pytest.fixture(scope="session")
def lac() -> LacTagger:
    return LacTagger()


@pytest.fixture(scope="session")
def engine(lac: LacTagger) -> Deidentifier:
    return Deidentifier(lac, lexicon())
