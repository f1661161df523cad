"""How much the program writes into its log."""

import logging
from enum import StrEnum


class LogLevel(StrEnum):
    OFF = "off"
    ERROR = "error"
    INFO = "info"
    DEBUG = "debug"

    @property
    def number(self) -> int:
        """The level of Python's logging from which on records are kept."""
        return _NUMBERS[self]


_NUMBERS = {
    LogLevel.OFF: logging.CRITICAL + 1,
    LogLevel.ERROR: logging.WARNING,
    LogLevel.INFO: logging.INFO,
    LogLevel.DEBUG: logging.DEBUG,
}


def log_level_named(name: str) -> LogLevel:
    """The level of that name; INFO for one that is not known."""
    return LogLevel(name) if name in set(LogLevel) else LogLevel.INFO
