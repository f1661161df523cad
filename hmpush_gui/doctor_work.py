"""Does what the window’s credential doctor asks: in threads, and on the network."""

import asyncio
import time

from PySide6.QtCore import QObject

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.credential import Credential, read_credential
from hmpush_gui.pushkit.doctor import examine
from hmpush_gui.pushkit.doctor_answer import judge_answer
from hmpush_gui.pushkit.doctor_call import can_ask, doctor_request
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.finding import Finding, Part, unknown
from hmpush_gui.pushkit.project import CredentialKind, secret_name
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.secrets import SecretStore
from hmpush_gui.tasks import Start
from hmpush_gui.ui.doctoring import Doctoring


class DoctorWork(QObject):
    """Looks up what is kept, examines it, and asks Push Kit when that is wanted."""

    def __init__(
        self,
        doctoring: Doctoring,
        secrets: SecretStore,
        clients: Clients,
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._doctoring = doctoring
        self._secrets = secrets
        self._clients = clients
        self._start = start
        doctoring.examine_wanted.connect(self._on_examine_wanted)
        doctoring.ask_wanted.connect(self._on_ask_wanted)
        doctoring.be_ready()

    def _on_examine_wanted(self, number: int, case: Case) -> None:
        self._start(self._examine(number, case))

    def _on_ask_wanted(self, number: int, case: Case) -> None:
        self._start(self._ask(number, case))

    async def _examine(self, number: int, case: Case) -> None:
        found = await asyncio.to_thread(self._look, case)
        self._doctoring.answer(number, found)

    async def _ask(self, number: int, case: Case) -> None:
        found: list[Finding] = []
        try:
            for credential in await asyncio.to_thread(self._all, case):
                if can_ask(case.project, credential):
                    told = any(each.part is Part.CLOCK for each in found)
                    # One clock is enough.
                    found += [
                        each
                        for each in await self._call(case, credential)
                        if not (told and each.part is Part.CLOCK)
                    ]
        except (PushError, StoreError) as error:
            found.append(_could_not(error.sentence))
        self._doctoring.answer(number, found)

    async def _call(self, case: Case, credential: Credential) -> list[Finding]:
        request = doctor_request(case.project, credential)
        client = await self._clients.one_for(case.project, credential)
        async with client:
            before = time.time()
            exchange = await client.send(request)
            return judge_answer(credential, exchange, before, time.time())

    # In a thread.

    def _look(self, case: Case) -> list[Finding]:
        try:
            return examine(case.project, self._all(case), time.time())
        except (PushError, StoreError) as error:
            return [_could_not(error.sentence)]

    def _all(self, case: Case) -> list[Credential]:
        """What was given, and what is kept beside it. Raises StoreError, PushError."""
        found = {each.kind: each for each in case.given}
        for kind in CredentialKind:
            if kind not in found:
                text = self._secrets.get(secret_name(case.project.key, kind))
                if text is not None:
                    found[kind] = read_credential(kind, text)
        return [found[kind] for kind in CredentialKind if kind in found]


def _could_not(sentence: Sentence) -> Finding:
    fix = QT_TRANSLATE_NOOP("app", "Mend that first, and check again.")
    return unknown(Part.ONLINE, "trouble", sentence, fix)
