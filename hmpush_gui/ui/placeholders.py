"""What stands for each placeholder here and now: in the preview, the meter, a send."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.placeholders import (
    COUNTER,
    LABEL,
    TIME,
    UUID,
    is_personal,
    longest,
    resolve,
    used,
)

from .device_list import DeviceListModel
from .project_choice import ProjectChoice

Variables = Mapping[str, str]


class Placeholders(QObject):
    """Knows the next counter, the project's own variables, and the chosen devices.

    Signals:
        changed: something else stands for a placeholder now.
        edited: the user changed the variables of a project; all of them, by its key.
    """

    changed = Signal()
    edited = Signal(object)

    def __init__(
        self,
        devices: DeviceListModel,
        choice: ProjectChoice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._devices = devices
        self._choice = choice
        self._variables: dict[str, dict[str, str]] = {}
        self.counter = 1
        """The number of the next send that counts."""
        devices.chosen_changed.connect(self.changed)
        choice.chosen.connect(self.changed)

    @property
    def own(self) -> Variables:
        """The variables of the project in force."""
        return self._variables.get(self._choice.key, {})

    def load(self, variables: Mapping[str, Variables]) -> None:
        """Take the variables of all projects, by their keys."""
        self._variables = {key: dict(own) for key, own in variables.items()}
        self.changed.emit()

    def set_own(self, own: Variables) -> None:
        """Put the variables of the project in force."""
        self._variables[self._choice.key] = dict(own)
        self.changed.emit()
        self.edited.emit(self._variables)

    def values(self) -> dict[str, str]:
        """What stands for each name now; the device is the first chosen one."""
        label = self._devices.first_label()
        return {**self._shared(), UUID: str(uuid4()), LABEL: label}

    def example(self, message: Message) -> Message:
        """`message` as the first chosen device would get it."""
        return resolve(message, self.values()) if used(message) else message

    def longest(self, message: Message) -> Message:
        """`message` with what takes the most bytes, to be measured and checked."""
        if not used(message):
            return message
        label = self._devices.roll.longest_label() if is_personal(message) else ""
        return longest(message, self.own, [label])

    def for_send(self, message: Message) -> Message:
        """`message` for a send that begins now; what names a device stays in it.

        The counter goes on if the message shows it.
        """
        names = used(message)
        if not names:
            return message
        values = self._shared()
        if not is_personal(message):
            values[UUID] = str(uuid4())
        if COUNTER in names:
            self.counter += 1
        return resolve(message, values)

    def _shared(self) -> dict[str, str]:
        return {
            **self.own,
            COUNTER: str(self.counter),
            TIME: f"{datetime.now():%H:%M:%S}",
        }
