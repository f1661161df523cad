"""A button that leads to a page of Huawei’s documentation."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from hmpush_gui.pushkit.pages import Page


def link_button(page: Page, parent: QWidget) -> QPushButton:
    """Opens a page of Huawei’s documentation in the browser."""
    button = QPushButton(f"{page.title} ↗", parent)
    button.setObjectName("page." + page.url.rstrip("/").rpartition("/")[2])
    button.setProperty("link", True)
    button.setToolTip(page.url)
    button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(page.url)))
    return button
