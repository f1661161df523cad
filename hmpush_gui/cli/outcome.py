"""How a command ends: exit codes, and errors that are the user's to mend."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command."""

    GOOD = 0
    """All accepted, or nothing found that Push Kit would refuse."""
    REJECTED = 1
    """Some or all rejected or not sent, or something that Push Kit would refuse."""
    BAD_INPUT = 2
    """Nothing was sent: a file, an option or a credential is wrong."""
    UNKNOWN = 3
    """At least one token may or may not have been sent."""
    STOPPED = 130
    """Ctrl+C before anything was sent, as shells know it."""


class BadInput(Exception):
    """Something in the command or its files is wrong; the text says what."""
