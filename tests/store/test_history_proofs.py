from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.setup_state import Proof
from hmpush_gui.store.history_forget import hide
from hmpush_gui.store.history_proofs import proofs
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_writes import request_begun, request_done

from .samples import PROJECT, accepted, begin, record, rejected, request

SANDBOX = Project("sandbox", "Sandbox", Environment.SANDBOX)


def test_what_was_accepted_is_found_by_project() -> None:
    with closing(connect(Path(MEMORY))) as connection:
        for key, project, test, fate in (
            ("try", SANDBOX, True, accepted(["a"])),
            ("test", PROJECT, True, accepted(["a"])),
            ("refused", PROJECT, False, rejected(["a"], "80300007")),
        ):
            made = record("a", key=key, project=project)
            document = write(
                made.message.document, ("pushOptions", "testMessage"), test
            )
            made = replace(made, message=replace(made.message, document=document))
            places = begin(connection, made)
            request_begun(connection, key, 0, request(["a"]), places)
            request_done(connection, key, 0, fate)
        found = proofs(connection)
        assert found == {
            "sandbox": frozenset({Proof.SANDBOX}),
            PROJECT.key: frozenset({Proof.TEST}),
        }
        hide(connection, ["test"])
        assert PROJECT.key not in proofs(connection)
