"""The sandbox takes every sample that is shipped."""

import json
from pathlib import Path
from typing import Any

import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.message import Api

from .conftest import Asker

FILES = sorted(assets.resources().glob("samples/*/*.json"))
Json = dict[str, Any]


def read(path: Path) -> Json:
    content: Json = json.loads(path.read_text("utf-8"))
    return content


def with_token(content: Json) -> Json:
    """The body of a request to one phone."""
    document: Json = content["document"]
    if content["api"] == "v3":
        return {**document, "target": {"token": ["a-phone"]}}
    return {**document, "message": {**document["message"], "token": ["a-phone"]}}


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.stem}.{path.parts[-2]}"
)
def test_each_sample_is_accepted(asker: Asker, path: Path) -> None:
    content = read(path)
    how = {"api": Api(content["api"]), "push_type": content["push_type"]}
    if path.stem == "boarding-2-update":
        before = read(path.with_stem("boarding-1-create"))
        assert asker.send(with_token(before), **how).code == "80000000"
    reply = asker.send(with_token(content), **how)
    assert (reply.code, reply.msg) == ("80000000", "Success")
