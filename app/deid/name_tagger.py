"""The tagger of names: a small network over LAC's characters, trained for counselling records.

It knows word-like names and nicknames that LAC, trained on news, does not, and is worse than LAC
on other texts: both are heard, and the scorer weighs them. `tools/tagger` makes it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from app.deid.clues import Clues
from app.deid.tagger import MODEL_THREADS, batches, open_session
from app.domain.errors import ModelMissing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from app.deid.lexicon import Lexicon
    from app.deid.tagger import LacTagger
    from app.deid.tagging import Columns, Tagged


NAMES_SHA256 = "9e56c505f4b39627c7a4f44cc75aa99c9105644ff889cad370374f6e6c35791d"


class NameTagger:
    """LAC's answers, each with what the tagger of names says beside them."""

    def __init__(self, lac: LacTagger, lexicon: Lexicon, model: bytes, pin: str = "") -> None:
        """Load `model`; raise `ModelMissing` if its SHA-256 is not `pin`, where there is one."""
        if pin and hashlib.sha256(model).hexdigest() != pin:
            raise ModelMissing
        self._lac = lac
        self._clues = Clues(lexicon)
        self._session: Any = open_session(model, MODEL_THREADS)

    def tag(self, sentences: Sequence[str]) -> list[Tagged]:
        """Return what LAC says of each sentence, with `names`."""
        with ThreadPoolExecutor(1) as beside:  # the models leave Python's lock alone while they run
            heard = beside.submit(self._lac.tag, sentences)
            named = self._all_named(sentences)
            answers = heard.result()
        return [
            replace(answer, names=columns) for answer, columns in zip(answers, named, strict=True)
        ]

    def _all_named(self, sentences: Sequence[str]) -> list[Columns]:
        """Return seven probabilities for each character of each sentence; none for an empty one."""
        found: list[Columns] = [()] * len(sentences)
        by_length: dict[int, list[int]] = defaultdict(list)
        for index, sentence in enumerate(sentences):
            if sentence:
                by_length[len(sentence)].append(index)
        for length, indexes in by_length.items():
            for batch in batches(indexes, length):
                named = self._named([sentences[i] for i in batch])
                for index, rows in zip(batch, named, strict=True):
                    found[index] = rows.T.tolist()
        return found

    def _named(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return seven probabilities for each character of sentences of one length."""
        ids = np.array([self._lac.single(one) for one in sentences], dtype=np.int64)
        clues = np.stack([self._clues.of(one) for one in sentences])
        named: NDArray[np.float32] = self._session.run(None, {"ids": ids, "clues": clues})[0]
        return named
