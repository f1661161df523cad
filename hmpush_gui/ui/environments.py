"""The word for each environment: colour alone is never enough."""

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.project import Environment


def environment_word(environment: Environment) -> str:
    words = {
        Environment.SANDBOX: QCoreApplication.translate("Environment", "SANDBOX"),
        Environment.TEST: QCoreApplication.translate("Environment", "TEST"),
        Environment.FORMAL: QCoreApplication.translate("Environment", "FORMAL"),
    }
    return words[environment]
