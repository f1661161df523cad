"""What is there from the first start: the sandbox project, its phones, a message."""

from collections.abc import Sequence

from hmpush_gui import assets
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.sandbox.tokens import TokenState, make_token

KEY = "sandbox"
"""The sandbox project's key."""

BOTH = frozenset(CredentialKind)


def idle_project(name: str) -> Project:
    """The sandbox project before its port is open."""
    return Project(KEY, name, Environment.SANDBOX, push_host="", oauth_host="")


def sample_message(language: str = "en") -> Message:
    """A notification that is ready to send, in English or Chinese (`zh`)."""
    folder = "samples/zh" if language == "zh" else "samples"
    sample = assets.read_json(f"{folder}/parcel.json")
    return Message(Api(sample["api"]), sample["push_type"], sample["document"])


def sample_devices(labels: Sequence[str], dead: str, abroad: str) -> list[Device]:
    """Live phones called `labels`, a dead token, and one of another region.

    No two have the same number: shortened, a token shows little more than its end.
    """
    devices = [
        Device(make_token(TokenState.LIVE, number), label, KEY)
        for number, label in enumerate(labels, 1)
    ]
    after = len(devices) + 1
    devices.append(Device(make_token(TokenState.DEAD, after), dead, KEY))
    far = make_token(TokenState.ABROAD, after + 1)
    devices.append(Device(far, abroad, KEY, chosen=False))
    return devices
