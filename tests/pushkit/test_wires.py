"""What requests go out over says nothing of what proves somebody."""

import ssl

from hmpush_gui.pushkit.connection import USUAL, ConnectionSecrets
from hmpush_gui.pushkit.wires import Wires


def test_no_secret_is_in_what_wires_say_of_themselves() -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    system = {"https": "http://bob:hush@proxy.test"}
    wires = Wires(tls, USUAL, ConnectionSecrets("alice", "hidden", "hidden2"), system)
    for secret in ("hush", "bob", "hidden", "alice"):
        assert secret not in repr(wires)
