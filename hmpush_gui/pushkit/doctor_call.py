"""The one call that proves a credential and reaches nobody.

v1 has a dry run, `validate_only` (facts A.3). v3 has none: it is asked to send a test
message, which uses no quota unless it succeeds (facts C.4), to a token that no device
has. Push Kit looks at the credential first, and then refuses the token.
"""

from .credential import Credential, OAuthClient
from .message import Api, Json, Message
from .project import Project
from .protocol import Request
from .sending import send_requests

NOBODY = "SANDBOX-dead-credential-check"
"""No device has this token, and the sandbox knows it as dead."""

_TITLE = "Credential check"
_BODY = "Nobody should see this."


def doctor_request(project: Project, credential: Credential) -> Request:
    """The call for this kind of credential: v1 for a client, v3 for a key."""
    legacy = isinstance(credential, OAuthClient)
    message = _legacy() if legacy else _v3()
    return next(send_requests(project, message, [NOBODY]))


def can_ask(project: Project, credential: Credential) -> bool:
    """Whether there is an ID for the address of the call (facts A.1, B.1)."""
    if isinstance(credential, OAuthClient):
        return bool(project.client_id)
    return bool(project.project_id)


def _v3() -> Message:
    document: Json = {
        "payload": {
            "notification": {
                "category": "MARKETING",
                "title": _TITLE,
                "body": _BODY,
                "clickAction": {"actionType": 0},
            }
        },
        "pushOptions": {"testMessage": True},
    }
    return Message(Api.V3, "0", document)


def _legacy() -> Message:
    notification: Json = {
        "title": _TITLE,
        "body": _BODY,
        "click_action": {"type": 3},
    }
    document: Json = {
        "validate_only": True,
        "message": {"android": {"target_user_type": 1, "notification": notification}},
    }
    return Message(Api.V1, "", document)
