from contextlib import closing
from pathlib import Path

from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_usage import used_since
from hmpush_gui.store.history_writes import request_begun, request_done

from .samples import accepted, begin, record, rejected, request


def test_only_what_went_well_since_then_is_used() -> None:
    with closing(connect(Path(MEMORY))) as connection:
        for key, at, fate in (
            ("old", 1.0, accepted(["a"])),
            ("new", 5.0, accepted(["a"])),
            ("bad", 6.0, rejected(["a"], "80300007")),
        ):
            places = begin(connection, record("a", key=key, started_at=at, title=key))
            request_begun(connection, key, 0, request(["a"]), places)
            request_done(connection, key, 0, fate)
        new, bad = used_since(connection, 5.0)
    assert (new.message.title, new.project) == ("new", "shop")
    assert (new.requests, new.tokens) == (1, ("a",))
    assert (bad.requests, bad.tokens) == (0, ())
