"""A project: where pushes go and as whom. Never the secret itself."""

from dataclasses import dataclass
from enum import StrEnum

PUSH_HOST = "https://push-api.cloud.huawei.com"
"""The only push host Huawei documents (facts E)."""

OAUTH_HOST = "https://oauth-login.cloud.huawei.com"
"""The only token host Huawei documents (facts E)."""


class Environment(StrEnum):
    """How careful to be: shown as a word and a colour wherever something is sent."""

    SANDBOX = "sandbox"
    TEST = "test"
    FORMAL = "formal"


class CredentialKind(StrEnum):
    """The two ways to prove who sends (facts 0.1, Authentication)."""

    OAUTH = "oauth"
    SERVICE_ACCOUNT = "service-account"


def secret_name(project_key: str, kind: CredentialKind) -> str:
    """The name under which a project's credential lies in the secret store."""
    return f"{project_key}/{kind}"


@dataclass(frozen=True, slots=True)
class Project:
    """Where a message goes: name, environment, ids and hosts.

    `key` is ours and never changes. `project_id` is the AppGallery Connect project
    (v2, v3); `client_id` is the app's OAuth client ID (v1; older pages: app ID).
    `region` is a key of `reference.regions()`: the project's data location (facts E).
    With `memory_only` its credentials are kept until the program ends, and no longer.
    """

    key: str
    name: str
    environment: Environment = Environment.TEST
    project_id: str = ""
    client_id: str = ""
    push_host: str = PUSH_HOST
    oauth_host: str = OAUTH_HOST
    region: str = "china"
    memory_only: bool = False
