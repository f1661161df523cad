from hmpush_gui.pushkit.connection import USUAL, Connection
from hmpush_gui.ui.connections import Connections

CAREFUL = Connection(connect=5)


def test_what_was_put_is_told_and_handed_on_to_be_kept() -> None:
    connections = Connections()
    changed: list[str] = []
    kept: list[object] = []
    connections.changed.connect(changed.append)
    connections.edited.connect(kept.append)
    connections.load({"old": CAREFUL})
    assert (changed, kept) == (["old"], [])
    connections.put("shop", CAREFUL)
    assert connections.of("shop") == CAREFUL
    assert kept[-1] == {"old": CAREFUL, "shop": CAREFUL}
    connections.forget("shop")
    connections.forget("never there")
    assert connections.of("shop") == USUAL
    assert kept[-1] == {"old": CAREFUL}
    assert changed == ["old", "shop", "shop"]
