"""What people call the parts of a message."""

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.problem import DATA_TEXT, DEVICES, JSON_TEXT, PROJECT
from hmpush_gui.pushkit.schemas import label

from .words import described


def part_name(kind: Kind, path: Path) -> str:
    """The label of the value at `path`; a key of the data by its own name."""
    if not path:
        return QCoreApplication.translate("PartNames", "Whole message")
    if outside := _outside(path):
        return outside
    inside = path[len(kind.data_path) :]
    if path[: len(kind.data_path)] == kind.data_path and inside:
        data = QCoreApplication.translate("PartNames", "Data")
        return f"{data} · {'.'.join(inside)}"
    return described(label(kind.schema, path))


def _outside(path: Path) -> str:
    names = {
        DEVICES: QCoreApplication.translate("PartNames", "Devices"),
        PROJECT: QCoreApplication.translate("PartNames", "Project"),
        JSON_TEXT: QCoreApplication.translate("PartNames", "JSON text"),
        DATA_TEXT: QCoreApplication.translate("PartNames", "Data text"),
    }
    return names.get(path, "")
