"""What the credential doctor is asked to look at."""

from dataclasses import dataclass

from .credential import Credential
from .project import Project


@dataclass(frozen=True, slots=True)
class Case:
    """What the window wants to be looked at.

    `given` are credentials that were just given, and are not kept yet; others are
    looked up among those that are kept for the project.
    """

    project: Project
    given: tuple[Credential, ...] = ()
