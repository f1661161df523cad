"""What the title bar says of the message's file."""

from PySide6.QtCore import QCoreApplication


def file_title(name: str) -> str:
    """The window title for the file `name`, with a place for Qt's mark of changes."""
    # Qt takes the mark's sign in a name for its place, unless it is doubled.
    shown = name.replace("[*]", "[*][*]")
    return f"{shown or QCoreApplication.translate('Files', 'Untitled')}[*] – hmpush"
