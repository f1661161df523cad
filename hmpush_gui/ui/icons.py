"""The icons of `resources/icons`, in a grey that reads on light and dark."""

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from hmpush_gui import assets


@cache
def icon(name: str) -> QIcon:
    """The icon called `name`, such as `send`.

    Qt makes a disabled one lighter, which on dark looks as if it could be pressed.
    """
    made = QIcon(assets.path(f"icons/{name}.svg"))
    made.addFile(assets.path(f"icons/off/{name}.svg"), QSize(), QIcon.Mode.Disabled)
    return made
