"""Lets the app on the sandbox's phones be removed and installed again."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hmpush_gui.playground import Playground
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.installs import Change, Changed, change_apps, undo_changes
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.notice_bar import Offer
from hmpush_gui.ui.renewal import Renewal
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import grouped

if TYPE_CHECKING:
    from hmpush_gui.pushkit.picked import Picked
    from hmpush_gui.sandbox.service import Sandbox
    from hmpush_gui.ui.devices_panel import DevicesPanel
    from hmpush_gui.ui.phone_panel import PhonePanel


class PhoneJoins(QObject):
    """Tells after each change what becomes of the old token, and offers the new one."""

    def __init__(
        self,
        window: MainWindow,
        playground: Playground,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._playground = playground
        window.panels.devices.when_made(self._join_devices)
        window.panels.phone.when_made(self._join_phone)

    def change(self, change: Change, tokens: Sequence[str]) -> None:
        """Do it on the phones with these tokens."""
        sandbox = self._playground.sandbox
        if sandbox is None:
            words = self.tr("The sandbox does not run, so nothing was changed.")
            self._window.tell(words, Tone.WARNING)
            return
        self._offer(sandbox, change, change_apps(sandbox, tokens, change))

    def _offer(
        self, sandbox: "Sandbox", change: Change, changed: Sequence[Changed]
    ) -> None:
        name = self._name([each.token for each in changed])
        offers = [Offer(self.tr("Undo"), lambda: undo_changes(sandbox, changed))]
        if change is not Change.REMOVE:
            take = partial(self._take, sandbox, change, changed)
            offers.insert(0, Offer(self.tr("Take the new token"), take))
        self._window.tell(self._words(change).format(phone=name), Tone.QUIET, *offers)

    def _take(
        self, sandbox: "Sandbox", change: Change, changed: Sequence[Changed]
    ) -> None:
        """Hand the new tokens to the device list, as an app reports them."""
        self._window.choose_project(KEY)
        renewal = Renewal(
            self._window.devices, {each.token: each.fresh for each in changed}
        )

        def undo() -> None:
            renewal.undo()
            # The phones still have them, and somebody may want them after all.
            self._offer(sandbox, change, changed)

        words = self.tr("New tokens in the device list: {count}.")
        told = words.format(count=grouped(len(renewal)))
        self._window.tell(told, Tone.GOOD, Offer(self.tr("Undo"), undo))

    def _name(self, tokens: Sequence[str]) -> str:
        if len(tokens) == 1:
            return self._window.devices.label_of(KEY, tokens[0])
        return self.tr("{count} phones").format(count=grouped(len(tokens)))

    def _words(self, change: Change) -> str:
        return {
            Change.REMOVE: self.tr(
                "{phone}: the app is removed. Push Kit still accepts messages to its "
                "token, and the receipt says 2."
            ),
            Change.REINSTALL: self.tr(
                "{phone}: the app is installed again and has a new token. The device "
                "list still holds the old one: Push Kit accepts messages to it, and "
                "the receipt says 5."
            ),
            Change.UPGRADE: self.tr(
                "{phone}: now with HarmonyOS 5, and with a new token. The device list "
                "still holds the old one: Push Kit refuses it with 80300007."
            ),
        }[change]

    def _join_devices(self, panel: "DevicesPanel") -> None:
        panel.app_change_wanted.connect(self._on_devices)

    def _join_phone(self, panel: "PhonePanel") -> None:
        panel.app_change_wanted.connect(self._on_phone)

    def _on_devices(self, change: str, picked: "Picked") -> None:
        if tokens := list(picked.tokens()):
            self.change(Change(change), tokens)

    def _on_phone(self, change: str, token: str) -> None:
        self.change(Change(change), [token])
