"""The icons of `resources/icons`, in a grey that reads on light and dark."""

from functools import cache

from PySide6.QtGui import QIcon

from hmpush_gui import assets


@cache
def icon(name: str) -> QIcon:
    """The icon called `name`, such as `send`."""
    return QIcon(assets.path(f"icons/{name}.svg"))
