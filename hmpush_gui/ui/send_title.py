"""What a send is called wherever it is one line among others."""

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.record import Action


def send_title(title: str, action: Action) -> str:
    """The title of what was sent, or that it was taken back."""
    title = title or QCoreApplication.translate("SendTitle", "(shows nothing)")
    if action is Action.RECALL:
        words = QCoreApplication.translate("SendTitle", "Recall of “{title}”")
        return words.format(title=title)
    return title
